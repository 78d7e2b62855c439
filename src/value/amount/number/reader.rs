//! Cardinals and ordinals: figures and words, group by group.

use crate::value::amount::refusal;
use crate::value::amount::table::words::{Met, WordClass};
use crate::value::role::Role;
use crate::value::scan::{Class, Scan};
use crate::value::{Rational, Refusal};

use super::figure::{self, Figure};
use super::fraction::{Fraction, fraction, parts_at};
use super::{Setting, is_scale, met};

/// What the reader took last, which decides what may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Last {
    Nothing,
    Article,
    Figure,
    Small,
    Ten,
    Hundred,
    Scale,
    Fraction,
}

/// What stands between two pieces of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joiner {
    None,
    And,
    Hyphen,
}

/// Reads one number, group by group: "two hundred and five thousand" and "three hundred".
pub(super) struct Reader<'s, 't> {
    pub(super) scan: &'s Scan<'t>,
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) setting: Setting,
    /// What is complete: everything up to the last scale.
    pub(super) total: Rational,
    /// What waits for a scale.
    pub(super) group: Option<Rational>,
    /// The last scale, which the next must stay below.
    pub(super) scale: Rational,
    pub(super) last: Last,
    pub(super) figure: Figure,
}
impl<'s, 't> Reader<'s, 't> {
    pub(super) fn new(scan: &'s Scan<'t>, at: usize, end: usize, setting: Setting) -> Self {
        Self {
            scan,
            at,
            end,
            setting,
            total: Rational::ZERO,
            group: None,
            scale: Rational::ONE,
            last: if setting.article {
                Last::Article
            } else {
                Last::Nothing
            },
            figure: Figure::whole(Rational::ZERO),
        }
    }

    pub(super) fn read(&mut self) -> Result<Option<Figure>, Refusal> {
        let negative = self.sign();
        if self.scan.says(self.at, Role::Article) && self.fraction_at(self.at)?.is_none() {
            self.at += 1;
            self.last = Last::Article;
        }
        while self.step()? {}
        if matches!(self.last, Last::Nothing | Last::Article) {
            return Ok(None);
        }
        let total = self.total.checked_add(self.group.unwrap_or(Rational::ZERO));
        let total = total.ok_or_else(refusal::too_large)?;
        let value = if negative {
            Rational::ZERO
                .checked_sub(total)
                .ok_or_else(refusal::too_large)?
        } else {
            total
        };
        Ok(Some(Figure {
            value,
            ..self.figure
        }))
    }

    /// A minus sign, or the word for it.
    fn sign(&mut self) -> bool {
        let negative = self.scan.word(self.at) == "-" || self.scan.says(self.at, Role::Minus);
        self.at += usize::from(negative || self.scan.word(self.at) == "+");
        negative
    }

    fn started(&self) -> bool {
        !matches!(self.last, Last::Nothing | Last::Article)
    }

    /// Takes one more piece; false where the number ends.
    fn step(&mut self) -> Result<bool, Refusal> {
        if self.at >= self.end {
            return Ok(false);
        }
        let joiner = match self.started() {
            true if self.scan.says(self.at, Role::And) => Joiner::And,
            true if self.scan.word(self.at) == "-" => Joiner::Hyphen,
            _ => Joiner::None,
        };
        // "one thousand, two hundred".
        let comma = self.last == Last::Scale
            && self.scan.word(self.at) == ","
            && self.scan.is(self.at + 1, Class::Word);
        // "eight-and-a-half".
        let hyphened = joiner == Joiner::Hyphen && self.scan.says(self.at + 1, Role::And);
        let joiner = if hyphened { Joiner::And } else { joiner };
        let mut next =
            self.at + usize::from(joiner != Joiner::None || comma) + usize::from(hyphened);
        next += usize::from(hyphened && self.scan.word(next) == "-");
        if let Some(found) = self.fraction_at(next)?
            && let Some(goes_on) = self.take_fraction(found, joiner)?
        {
            return Ok(goes_on);
        }
        if joiner == Joiner::None && self.scan.says(next, Role::Point) {
            return self.take_spoken_decimals(next + 1);
        }
        if self.scan.is_figure(next) && next < self.end {
            return self.take_figure(next, joiner);
        }
        match met(self.scan, next, self.end) {
            Some((length, word)) => self.take_word(word, next, next + length, joiner),
            None => Ok(false),
        }
    }

    /// "half", "a third", "3/4", "⅔": alone, or after a whole number.
    ///
    /// `None` where it cannot stand after what was read.
    fn take_fraction(&mut self, found: Fraction, joiner: Joiner) -> Result<Option<bool>, Refusal> {
        if self.started() && found.value >= Rational::ONE {
            return Ok(None);
        }
        let add = match self.last {
            Last::Nothing | Last::Article => Rational::ZERO,
            // "two million and a half" is half a million more.
            Last::Scale if joiner == Joiner::And => self.total,
            Last::Figure | Last::Small | Last::Ten | Last::Hundred
                if joiner == Joiner::And || found.in_figures =>
            {
                self.group.unwrap_or(Rational::ZERO)
            }
            _ => return Ok(None),
        };
        let sum = if self.last == Last::Scale {
            let part = found.value.checked_mul(self.scale);
            self.total = Rational::ZERO;
            part.and_then(|part| add.checked_add(part))
        } else {
            add.checked_add(found.value)
        };
        self.group = Some(sum.ok_or_else(refusal::too_large)?);
        self.figure = Figure {
            parts: found.parts,
            scale: if self.last == Last::Scale {
                self.scale
            } else {
                Rational::ONE
            },
            ..Figure::whole(Rational::ZERO)
        };
        self.at = found.next;
        let alone = !self.started();
        let after_scale = self.last == Last::Scale;
        self.last = Last::Fraction;
        if after_scale {
            return Ok(Some(false));
        }
        // "half a million", "two thirds of a million", "quarter million", "half-a-million".
        let mut next = self.after_hyphen(self.at);
        if alone {
            next += usize::from(self.scan.says(next, Role::Of));
            let article = self.scan.says(next, Role::Article | Role::One);
            next += usize::from(article);
            if article {
                next = self.after_hyphen(next);
            }
        }
        match met(self.scan, next, self.end) {
            Some((length, word)) if is_scale(word) || (found.in_figures && is_letter(word)) => self
                .take_word(word, next, next + length, Joiner::None)
                .map(Some),
            _ => Ok(Some(false)),
        }
    }

    fn take_figure(&mut self, at: usize, joiner: Joiner) -> Result<bool, Refusal> {
        let Some(token) = self.scan.tokens.get(at) else {
            return Ok(false);
        };
        let (read, mut next) = figure::read(self.scan, at, self.end)?;
        let fits = match self.last {
            Last::Nothing | Last::Article => true,
            Last::Hundred => read.value < Rational::from_int(100) && joiner != Joiner::Hyphen,
            Last::Scale => read.value < self.scale && joiner != Joiner::Hyphen && !token.glued,
            _ => false,
        };
        if !fits {
            return Ok(false);
        }
        let sum = self.group.unwrap_or(Rational::ZERO).checked_add(read.value);
        self.group = Some(sum.ok_or_else(refusal::too_large)?);
        self.figure = if self.started() {
            Figure::whole(read.value)
        } else {
            read
        };
        self.last = Last::Figure;
        let suffix = self.scan.tokens.get(next).is_some_and(|token| token.glued);
        if suffix && self.is_ordinal_ending(read.value, next) {
            next += 1;
            self.figure.ordinal = true;
            self.at = next;
            return Ok(false);
        }
        self.at = next;
        Ok(true)
    }

    /// Whether "st", "nd", "rd" or "th" makes a figure an ordinal: "21st", but not "14st" nor "21st 3lb".
    fn is_ordinal_ending(&self, n: Rational, at: usize) -> bool {
        if !self.scan.says(at, Role::Stone) {
            return self.scan.says(at, Role::OrdinalEnd);
        }
        let first = n.numerator() % 10 == 1 && n.numerator() % 100 != 11;
        let behind = figure::end(self.scan, at + 1);
        let pounds =
            self.scan.is_figure(at + 1) && (self.setting.is_unit)(self.scan, behind, self.end);
        first && !pounds
    }

    fn take_word(
        &mut self,
        word: Met,
        at: usize,
        next: usize,
        joiner: Joiner,
    ) -> Result<bool, Refusal> {
        let value = Rational::from_int(word.value);
        if word.ordinal && word.plural {
            // "one hundred thirty fifths": 130 fifths, or 100 parts of 35.
            if self.last == Last::Ten
                && word.value < 10
                && !self.group_is_complete()
                && self.is_long()
            {
                return Err(refusal::two_fractions(self.scan.between(at - 1, next)));
            }
            return self.divide(value, next);
        }
        if joiner == Joiner::None
            && let Some((parts, next)) = self.hyphened_parts(word, next)
        {
            return self.divide(parts, next);
        }
        let taken = match word.class {
            // "between twenty and one hundred" has no twenty-one in it.
            WordClass::Small
                if self.last == Last::Ten && joiner == Joiner::And && self.scale_at(next) =>
            {
                return Ok(false);
            }
            WordClass::Small => self.add(value, word.value < 10, joiner),
            WordClass::Ten => self.add_ten(value, joiner),
            WordClass::Hundred => self.multiply_group(value, joiner),
            WordClass::Scale => self.multiply(value, true, joiner),
            WordClass::Group => self.multiply(value, false, joiner),
            WordClass::Letter | WordClass::DoubtfulLetter => {
                let plain = joiner == Joiner::None && self.started();
                if !plain || !self.is_letter_scale(word, at, next) {
                    return Ok(false);
                }
                self.multiply(value, true, joiner)
            }
            WordClass::Part => return Ok(false),
        };
        if !taken.ok_or_else(refusal::too_large)? {
            return Ok(false);
        }
        self.last = match word.class {
            WordClass::Small => Last::Small,
            WordClass::Ten => Last::Ten,
            WordClass::Hundred => Last::Hundred,
            _ => Last::Scale,
        };
        self.at = next;
        if word.ordinal {
            self.figure.ordinal = true;
        }
        // Nothing follows an ordinal or a nought, save "zero point five".
        Ok(!word.ordinal && (word.value != 0 || self.scan.says(next, Role::Point)))
    }

    /// Whether tens stand behind hundreds: "one hundred thirty".
    fn is_long(&self) -> bool {
        self.total > Rational::ZERO
            || self
                .group
                .is_some_and(|group| group >= Rational::from_int(100))
    }

    /// "thirty-fifths" behind a number, whose hyphen shows that they are parts.
    fn hyphened_parts(&self, ten: Met, at: usize) -> Option<(Rational, usize)> {
        let tens = ten.class == WordClass::Ten && !ten.ordinal && ten.value % 10 == 0;
        if !tens || !self.started() || !self.scan.is_hyphen(at) {
            return None;
        }
        let (length, digit) = met(self.scan, at + 1, self.end)?;
        let fits = digit.ordinal && digit.plural && digit.value < 10;
        fits.then(|| (Rational::from_int(ten.value + digit.value), at + 1 + length))
    }

    /// "one hundred thirty-two fifths": everything read is parted.
    fn divide(&mut self, parts: Rational, next: usize) -> Result<bool, Refusal> {
        let whole = self.total.checked_add(self.group.unwrap_or(Rational::ZERO));
        let share = whole.and_then(|whole| whole.checked_div(parts));
        if self.started() && self.figure.parts == 1 {
            self.group = Some(share.ok_or_else(refusal::too_large)?);
            self.total = Rational::ZERO;
            self.figure = Figure {
                parts: parts.numerator(),
                ..Figure::whole(Rational::ZERO)
            };
            self.last = Last::Fraction;
            self.at = next;
        }
        Ok(false)
    }

    /// A word below twenty. `None` where it does not fit into 128 bits.
    fn add(&mut self, value: Rational, is_digit: bool, joiner: Joiner) -> Option<bool> {
        let zero = Rational::ZERO;
        let open = match self.last {
            Last::Nothing | Last::Article => true,
            Last::Ten => is_digit && value > zero && !self.group_is_complete(),
            Last::Hundred => value > zero,
            Last::Scale => value > zero && value < self.scale && joiner != Joiner::Hyphen,
            _ => false,
        };
        if open {
            self.put(self.group.unwrap_or(zero).checked_add(value)?);
        }
        Some(open)
    }

    fn add_ten(&mut self, value: Rational, joiner: Joiner) -> Option<bool> {
        let zero = Rational::ZERO;
        match self.last {
            Last::Nothing | Last::Article | Last::Hundred => {
                self.put(self.group.unwrap_or(zero).checked_add(value)?);
                Some(true)
            }
            Last::Scale if joiner != Joiner::Hyphen && value < self.scale => {
                self.put(value);
                Some(true)
            }
            // "nineteen ninety-six", "one twenty": two numbers of two digits, said one after the other.
            Last::Small | Last::Ten if joiner == Joiner::None && self.total == zero => {
                let group = self.group.unwrap_or(zero);
                if group < Rational::ONE || group >= Rational::from_int(100) {
                    return Some(false);
                }
                let hundreds = group.checked_mul(Rational::from_int(100))?;
                self.put(hundreds.checked_add(value)?);
                self.figure.year_like = true;
                Some(true)
            }
            _ => Some(false),
        }
    }

    fn put(&mut self, value: Rational) {
        self.group = Some(value);
        let year_like = self.figure.year_like;
        self.figure = Figure {
            year_like,
            ..Figure::whole(value)
        };
    }

    /// Whether the tens of the group have their digit.
    fn group_is_complete(&self) -> bool {
        self.group
            .is_some_and(|group| !group.is_integer() || group.numerator() % 10 != 0)
    }

    fn multiply_group(&mut self, hundred: Rational, joiner: Joiner) -> Option<bool> {
        let fits = match self.last {
            Last::Nothing | Last::Article | Last::Figure | Last::Small | Last::Fraction => true,
            Last::Ten => self.group_is_complete(),
            Last::Scale => self.scale > hundred && joiner != Joiner::Hyphen,
            Last::Hundred => false,
        };
        if fits && (joiner != Joiner::And || self.last == Last::Scale) {
            let group = self.group.unwrap_or(Rational::ONE);
            self.group = Some(group.checked_mul(hundred)?);
            self.figure.scale = self.figure.scale.checked_mul(hundred)?;
            return Some(true);
        }
        Some(false)
    }

    fn multiply(&mut self, scale: Rational, rounds: bool, joiner: Joiner) -> Option<bool> {
        if joiner == Joiner::And {
            return Some(false);
        }
        if self.last == Last::Scale && self.group.is_none() {
            // "a thousand million", "two lakh crore".
            self.total = self.total.checked_mul(scale)?;
            self.figure.scale = self.figure.scale.checked_mul(scale)?;
            self.scale = self.scale.checked_mul(scale)?;
            return Some(true);
        }
        if self.total != Rational::ZERO && scale >= self.scale {
            return Some(false);
        }
        let group = self.group.take().unwrap_or(Rational::ONE);
        self.total = self.total.checked_add(group.checked_mul(scale)?)?;
        self.figure.scale = self.figure.scale.checked_mul(scale)?;
        if rounds || self.figure.decimals == 0 {
            self.figure.year_like = false;
        }
        self.scale = scale;
        Some(true)
    }

    /// The token after a hyphen that touches the words on both sides, if one stands there.
    fn after_hyphen(&self, at: usize) -> usize {
        at + usize::from(self.scan.is_hyphen(at))
    }

    fn scale_at(&self, at: usize) -> bool {
        met(self.scan, at, self.end).is_some_and(|(_, word)| is_scale(word))
    }

    /// Whether a letter that may be a unit is a scale here.
    fn is_letter_scale(&self, word: Met, at: usize, next: usize) -> bool {
        if word.class == WordClass::Letter || self.setting.money {
            return true;
        }
        let capital = self.scan.between(at, next).starts_with(['M', 'T']);
        let million =
            word.value == 1_000_000 && next - at == 1 && self.scan.between(at, next).len() == 1;
        (million && (capital || self.setting.count))
            || (self.setting.is_unit)(self.scan, next, self.end)
    }

    /// The fraction at a token.
    fn fraction_at(&self, at: usize) -> Result<Option<Fraction>, Refusal> {
        if self.last == Last::Article
            && let Some(part) = parts_at(self.scan, at, self.end, self.setting, 1)
        {
            return Ok(Some(part));
        }
        fraction(self.scan, at, self.end, self.setting)
    }
}

/// Whether a word is a short form of a scale: "bn".
fn is_letter(word: Met) -> bool {
    matches!(word.class, WordClass::Letter | WordClass::DoubtfulLetter)
}
