//! Numbers: figures and number words, mixed as newspapers mix them.
//!
//! In: the tokens from some place on. Out: the number that starts there, and how many tokens it
//! takes. Roman numerals are not numbers here: "I" and "X" are words first.

use super::super::{Rational, Refusal};
use super::figure::{self, Figure};
use super::lexicon::{Class, Scan};
use super::refusal;
use super::vague::{VAGUE, VagueRow, plural_span};
use super::words::{Met, WORDS, WordClass};

/// A number as written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Number {
    /// One that names a figure.
    Figure(Figure),
    /// One that does not: "a few hundred", "dozens".
    Vague(Vague),
}

/// A count that names no figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vague {
    pub(super) name: &'static str,
    pub(super) from: Rational,
    pub(super) to: Rational,
    pub(super) from_open: bool,
    pub(super) to_open: bool,
}

/// What may follow a number, as far as reading it depends on that.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// A currency stands before it, so that "m" and "t" are scales.
    pub(super) money: bool,
    /// Only counts are wanted, so that "m" is a scale.
    pub(super) count: bool,
    /// Only lengths of time are wanted, so that a quarter is three months.
    pub(super) time: bool,
    /// Whether a unit stands at a token.
    pub(super) is_unit: fn(&Scan<'_>, usize, usize) -> bool,
}

type Found<T> = Result<Option<(T, usize)>, Refusal>;

/// The number at a token, with the token after it.
///
/// # Errors
///
/// Refuses figures that are malformed or too long.
pub(super) fn number(scan: &Scan<'_>, at: usize, end: usize, setting: Setting) -> Found<Number> {
    if let Some((length, row)) = VAGUE.longest(scan, at, end) {
        let (vague, next) = scaled(Vague::new(row), scan, at + length, end)?;
        return Ok(Some((Number::Vague(vague), next)));
    }
    if let Some((vague, next)) = plural_scale(scan, at, end)? {
        return Ok(Some((Number::Vague(vague), next)));
    }
    let mut reader = Reader::new(scan, at, end, setting);
    Ok(reader
        .read()?
        .map(|figure| (Number::Figure(figure), reader.at)))
}

impl Vague {
    fn new(row: &VagueRow) -> Self {
        let ratio = |(n, d)| Rational::new(n, d).unwrap_or(Rational::ZERO);
        Self {
            name: row.name,
            from: ratio(row.from),
            to: ratio(row.to),
            from_open: row.from_open,
            to_open: false,
        }
    }

    /// Two to under twenty of something, as a plural without a figure says.
    pub(super) fn plural(name: &'static str, scale: i128) -> Self {
        let (from, to) = plural_span(scale);
        let times = |n: i128| Rational::from_int(n.saturating_mul(scale));
        Self {
            name,
            from: times(from),
            to: times(to),
            from_open: false,
            to_open: true,
        }
    }

    fn times(self, scale: i128) -> Option<Self> {
        let scale = Rational::from_int(scale);
        Some(Self {
            from: self.from.checked_mul(scale)?,
            to: self.to.checked_mul(scale)?,
            ..self
        })
    }
}

/// "dozens", "tens of thousands": the scale in the plural, with no figure before it.
fn plural_scale(scan: &Scan<'_>, at: usize, end: usize) -> Found<Vague> {
    match met(scan, at, end) {
        Some((length, word)) if word.plural && !word.ordinal && word.class != WordClass::Part => {
            let name = PLURAL_NAMES
                .iter()
                .find(|(value, _)| *value == word.value)
                .map_or("many", |(_, name)| name);
            let vague = Vague::plural(name, word.value);
            scaled(vague, scan, at + length, end).map(Some)
        }
        _ => Ok(None),
    }
}

/// What a vague plural is called as a hedge.
const PLURAL_NAMES: &[(i128, &str)] = &[
    (10, "tens"),
    (12, "dozens"),
    (20, "scores"),
    (100, "hundreds"),
    (1_000, "thousands"),
    (1_000_000, "millions"),
    (1_000_000_000, "billions"),
    (1_000_000_000_000, "trillions"),
];

/// Scales after a vague count: "a few hundred", "tens of thousands".
fn scaled(
    mut vague: Vague,
    scan: &Scan<'_>,
    mut at: usize,
    end: usize,
) -> Result<(Vague, usize), Refusal> {
    loop {
        let next = at + usize::from(scan.word(at) == "of");
        match met(scan, next, end) {
            Some((length, word)) if is_scale(word) => {
                vague = vague.times(word.value).ok_or_else(refusal::too_large)?;
                at = next + length;
            }
            _ => return Ok((vague, at)),
        }
    }
}

fn is_scale(word: Met) -> bool {
    !word.ordinal
        && matches!(
            word.class,
            WordClass::Hundred | WordClass::Scale | WordClass::Group
        )
}

fn met(scan: &Scan<'_>, at: usize, end: usize) -> Option<(usize, Met)> {
    if !scan.is(at, Class::Word) {
        return None;
    }
    WORDS.longest(scan, at, end)
}

/// What the reader took last, which decides what may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    Nothing,
    Article,
    Figure,
    Small,
    Ten,
    Hundred,
    Scale,
    Fraction,
}

/// Reads one number, group by group: "two hundred and five thousand | three hundred".
struct Reader<'s, 't> {
    scan: &'s Scan<'t>,
    at: usize,
    end: usize,
    setting: Setting,
    /// What is complete: everything up to the last scale.
    total: Rational,
    /// What waits for a scale.
    group: Option<Rational>,
    /// The last scale, which the next must stay below.
    scale: Rational,
    last: Last,
    figure: Figure,
}

impl<'s, 't> Reader<'s, 't> {
    fn new(scan: &'s Scan<'t>, at: usize, end: usize, setting: Setting) -> Self {
        Self {
            scan,
            at,
            end,
            setting,
            total: Rational::ZERO,
            group: None,
            scale: Rational::ONE,
            last: Last::Nothing,
            figure: Figure::whole(Rational::ZERO),
        }
    }

    fn read(&mut self) -> Result<Option<Figure>, Refusal> {
        let negative = self.sign();
        if matches!(self.scan.word(self.at), "a" | "an") && self.fraction_at(self.at)?.is_none() {
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
        let negative = matches!(self.scan.word(self.at), "-" | "minus" | "negative");
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
        let joiner = match self.scan.word(self.at) {
            word @ ("and" | "-") if self.started() => word,
            _ => "",
        };
        let next = self.at + usize::from(!joiner.is_empty());
        if let Some(found) = self.fraction_at(next)? {
            return self.take_fraction(found, joiner);
        }
        if joiner.is_empty() && self.scan.word(next) == "point" {
            return self.take_spoken_decimals(next + 1);
        }
        if self.scan.is(next, Class::Figure) && next < self.end {
            return self.take_figure(next, joiner);
        }
        match met(self.scan, next, self.end) {
            Some((length, word)) => self.take_word(word, next, next + length, joiner),
            None => Ok(false),
        }
    }

    /// "half", "a third", "3/4", "⅔": alone, or after a whole number.
    fn take_fraction(&mut self, found: Fraction, joiner: &str) -> Result<bool, Refusal> {
        let add = match self.last {
            Last::Nothing | Last::Article => Rational::ZERO,
            // "two million and a half" is half a million more.
            Last::Scale if joiner == "and" => self.total,
            Last::Figure | Last::Small | Last::Ten | Last::Hundred
                if joiner == "and" || found.in_figures =>
            {
                self.group.unwrap_or(Rational::ZERO)
            }
            _ => return Ok(false),
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
            return Ok(false);
        }
        // "half a million", "two thirds of a million", "quarter million".
        let mut next = self.at;
        if alone {
            next += usize::from(self.scan.word(next) == "of");
            next += usize::from(matches!(self.scan.word(next), "a" | "an" | "one"));
        }
        match met(self.scan, next, self.end) {
            Some((length, word)) if is_scale(word) => self.take_word(word, next, next + length, ""),
            _ => Ok(false),
        }
    }

    fn take_figure(&mut self, at: usize, joiner: &str) -> Result<bool, Refusal> {
        let Some(token) = self.scan.tokens.get(at) else {
            return Ok(false);
        };
        let (read, mut next) = figure::read(self.scan, at, self.end)?;
        let fits = match self.last {
            Last::Nothing | Last::Article => true,
            Last::Hundred => read.value < Rational::from_int(100) && joiner != "-",
            Last::Scale => read.value < self.scale && joiner != "-" && !token.glued,
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
        if suffix && matches!(self.scan.word(next), "st" | "nd" | "rd" | "th") {
            next += 1;
            self.figure.ordinal = true;
            self.at = next;
            return Ok(false);
        }
        self.at = next;
        Ok(true)
    }

    /// "two point five", "point 77".
    fn take_spoken_decimals(&mut self, mut at: usize) -> Result<bool, Refusal> {
        let whole = matches!(
            self.last,
            Last::Nothing | Last::Small | Last::Ten | Last::Hundred | Last::Figure
        );
        if !whole || self.figure.decimals > 0 {
            return Ok(false);
        }
        let (mut value, mut decimals) = (Rational::ZERO, 0);
        let mut unit = Rational::ONE;
        let tenth = Rational::new(1, 10).unwrap_or(Rational::ONE);
        while at < self.end && decimals < figure::MAX_DECIMALS {
            let digits = match self.scan.tokens.get(at) {
                Some(token) if token.class == Class::Figure => {
                    let text = &self.scan.text[token.start..token.end];
                    text.bytes()
                        .filter(u8::is_ascii_digit)
                        .map(|b| i128::from(b - b'0'))
                        .collect()
                }
                _ => match met(self.scan, at, self.end) {
                    Some((_, word)) if word.class == WordClass::Small && word.value < 10 => {
                        vec![word.value]
                    }
                    _ => Vec::new(),
                },
            };
            if digits.is_empty() {
                break;
            }
            for digit in digits {
                unit = unit.checked_mul(tenth).ok_or_else(refusal::too_large)?;
                let part = unit.checked_mul(Rational::from_int(digit));
                let sum = part.and_then(|part| value.checked_add(part));
                value = sum.ok_or_else(refusal::too_large)?;
                decimals += 1;
            }
            at += 1;
        }
        if decimals == 0 {
            return Ok(false);
        }
        let sum = self.group.unwrap_or(Rational::ZERO).checked_add(value);
        self.group = Some(sum.ok_or_else(refusal::too_large)?);
        self.figure = Figure::decimal(value, decimals);
        self.last = Last::Figure;
        self.at = at;
        Ok(true)
    }

    fn take_word(
        &mut self,
        word: Met,
        at: usize,
        next: usize,
        joiner: &str,
    ) -> Result<bool, Refusal> {
        let value = Rational::from_int(word.value);
        let taken = match word.class {
            WordClass::Small => self.add(value, word.value < 10, joiner),
            WordClass::Ten => self.add_ten(value, joiner),
            WordClass::Hundred => self.multiply_group(value, joiner),
            WordClass::Scale => self.multiply(value, true, joiner),
            WordClass::Group => self.multiply(value, false, joiner),
            WordClass::Letter | WordClass::DoubtfulLetter => {
                let plain = joiner.is_empty() && self.last == Last::Figure;
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
        // Nothing follows an ordinal or a nought.
        Ok(!word.ordinal && word.value != 0)
    }

    /// A word below twenty. `None` where it does not fit into 128 bits.
    fn add(&mut self, value: Rational, is_digit: bool, joiner: &str) -> Option<bool> {
        let zero = Rational::ZERO;
        let open = match self.last {
            Last::Nothing | Last::Article => true,
            Last::Ten => is_digit && value > zero && !self.group_is_complete(),
            Last::Hundred => value > zero,
            Last::Scale => value > zero && value < self.scale && joiner != "-",
            _ => false,
        };
        if open {
            self.put(self.group.unwrap_or(zero).checked_add(value)?);
        }
        Some(open)
    }

    fn add_ten(&mut self, value: Rational, joiner: &str) -> Option<bool> {
        let zero = Rational::ZERO;
        match self.last {
            Last::Nothing | Last::Article | Last::Hundred => {
                self.put(self.group.unwrap_or(zero).checked_add(value)?);
                Some(true)
            }
            Last::Scale if joiner != "-" && value < self.scale => {
                self.put(value);
                Some(true)
            }
            // "nineteen ninety-six", "one twenty": two numbers of two digits, said one after the other.
            Last::Small | Last::Ten if joiner.is_empty() && self.total == zero => {
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

    fn multiply_group(&mut self, hundred: Rational, joiner: &str) -> Option<bool> {
        let fits = match self.last {
            Last::Nothing | Last::Article | Last::Figure | Last::Small | Last::Fraction => true,
            Last::Ten => self.group_is_complete(),
            Last::Scale => self.scale > hundred && joiner != "-",
            Last::Hundred => false,
        };
        if fits && (joiner != "and" || self.last == Last::Scale) {
            let group = self.group.unwrap_or(Rational::ONE);
            self.group = Some(group.checked_mul(hundred)?);
            self.figure.scale = self.figure.scale.checked_mul(hundred)?;
            return Some(true);
        }
        Some(false)
    }

    fn multiply(&mut self, scale: Rational, rounds: bool, joiner: &str) -> Option<bool> {
        if joiner == "and" {
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
        fraction(self.scan, at, self.end, self.setting)
    }
}

/// A fraction as written.
#[derive(Clone, Copy, Debug)]
struct Fraction {
    value: Rational,
    /// The number below the line.
    parts: i128,
    /// "1/2" or "½", not "half".
    in_figures: bool,
    next: usize,
}

/// "half", "a third", "three quarters", "3/4", "⅔".
fn fraction(
    scan: &Scan<'_>,
    at: usize,
    end: usize,
    setting: Setting,
) -> Result<Option<Fraction>, Refusal> {
    if at >= end {
        return Ok(None);
    }
    if let Some((top, parts)) = figure::vulgar(scan.word(at)) {
        return Ok(Fraction::new(top, parts, true, at + 1));
    }
    if scan.is(at, Class::Figure) {
        if scan.word(at + 1) == "/" && at + 2 < end && scan.is(at + 2, Class::Figure) {
            let (top, _) = figure::read(scan, at, at + 1)?;
            let (below, _) = figure::read(scan, at + 2, at + 3)?;
            if top.value.is_integer() && below.value.is_integer() {
                let (n, d) = (top.value.numerator(), below.value.numerator());
                return Ok(Fraction::new(n, d, true, at + 3));
            }
        }
        let (top, next) = figure::read(scan, at, end)?;
        let whole = top.value.is_integer() && top.decimals == 0 && next == at + 1;
        return Ok(whole
            .then(|| parts_at(scan, next, end, setting, top.value.numerator()))
            .flatten());
    }
    let (top, next) = match (scan.word(at), met(scan, at, end)) {
        ("a" | "an", _) => (1, at + 1),
        (_, Some((length, word))) if !word.ordinal && !word.plural => match word.class {
            WordClass::Small if word.value > 0 => (word.value, at + length),
            WordClass::Ten => tens(scan, word, at + length, end),
            WordClass::Part => return Ok(bare_part(scan, at, end, setting, word)),
            _ => return Ok(None),
        },
        (_, Some((length, word))) if word.ordinal && word.value > 2 && !word.plural => {
            // "tenth of a gallon" leaves out its article; "the tenth" does not part anything.
            let parts_something = scan.word(at + length) == "of"
                && matches!(scan.word(at + length + 1), "a" | "an" | "one");
            return Ok(parts_something
                .then(|| Fraction::new(1, word.value, false, at + length))
                .flatten());
        }
        _ => return Ok(None),
    };
    Ok(parts_at(scan, next, end, setting, top))
}

/// "half", "quarter" without a number before it.
fn bare_part(
    scan: &Scan<'_>,
    at: usize,
    end: usize,
    setting: Setting,
    word: Met,
) -> Option<Fraction> {
    is_part(scan, at, end, setting, word).then(|| Fraction::new(1, word.value, false, at + 1))?
}

/// "fifty", "fifty-four".
fn tens(scan: &Scan<'_>, ten: Met, at: usize, end: usize) -> (i128, usize) {
    let next = at + usize::from(scan.word(at) == "-");
    match met(scan, next, end) {
        Some((length, word))
            if word.class == WordClass::Small
                && !word.ordinal
                && (1..10).contains(&word.value)
                && ten.value % 10 == 0 =>
        {
            (ten.value + word.value, next + length)
        }
        _ => (ten.value, at),
    }
}

/// "thirds", "-quarters", "hundredths" after the number above the line.
fn parts_at(
    scan: &Scan<'_>,
    at: usize,
    end: usize,
    setting: Setting,
    top: i128,
) -> Option<Fraction> {
    let at = at + usize::from(scan.word(at) == "-");
    let (length, word) = met(scan, at, end)?;
    let next = at + length;
    match word.class {
        WordClass::Part if is_part(scan, at, end, setting, word) => {
            Fraction::new(top, word.value, false, next)
        }
        WordClass::Small | WordClass::Ten | WordClass::Hundred | WordClass::Scale
            if word.ordinal && word.value > 2 =>
        {
            // "twenty-fifth" is an ordinal, and so is "two hundredth"; "two fifths" is not.
            let singular =
                top == 1 && word.class != WordClass::Scale && word.class != WordClass::Hundred;
            if !word.plural && !singular && !(top == 1 && scan.word(at.wrapping_sub(1)) == "a") {
                return None;
            }
            Fraction::new(top, word.value, false, next)
        }
        WordClass::Ten if !word.ordinal && top < 100 => {
            // "a twenty-first", "three twenty-firsts".
            let digit_at = next + usize::from(scan.word(next) == "-");
            let (length, digit) = met(scan, digit_at, end)?;
            let fits = digit.ordinal && digit.class == WordClass::Small && digit.value < 10;
            (fits && (top == 1 || digit.plural))
                .then(|| Fraction::new(top, word.value + digit.value, false, digit_at + length))?
        }
        _ => None,
    }
}

/// Whether "quarter" parts something here; else it is three months.
fn is_part(scan: &Scan<'_>, at: usize, end: usize, setting: Setting, word: Met) -> bool {
    let next = at + 1;
    let parts_something = matches!(scan.word(next), "of" | "a" | "an" | "-")
        || (setting.is_unit)(scan, next, end)
        || met(scan, next, end).is_some_and(|(_, word)| is_scale(word));
    let added = scan.word(at.wrapping_sub(1)) == "a" && scan.word(at.wrapping_sub(2)) == "and";
    word.value != 4 || !setting.time || parts_something || added
}

impl Fraction {
    fn new(top: i128, parts: i128, in_figures: bool, next: usize) -> Option<Self> {
        Some(Self {
            value: Rational::new(top, parts)?,
            parts,
            in_figures,
            next,
        })
    }
}
