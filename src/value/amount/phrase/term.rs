//! One amount: hedges, currency, number, unit, and what may stand between and around them.

use crate::value::amount::Dimension;
use crate::value::amount::number::{self, Figure, Number, Setting, Vague};
use crate::value::amount::refusal;
use crate::value::amount::table::directions;
use crate::value::amount::table::frames::{self, Frame};
use crate::value::amount::table::hedges::{self, HedgeRow};
use crate::value::amount::table::vague::VAGUE;
use crate::value::amount::table::words::{WORDS, WordClass};
use crate::value::amount::unit::{self, Unit};
use crate::value::counted::is_stop;
use crate::value::role::Role;
use crate::value::scan::Class;
use crate::value::{Rational, Refusal};

use smallvec::smallvec;

use super::share::is_share;
use super::{Hedges, Parser, Term, Wanted};

impl Parser<'_, '_> {
    /// One amount with everything around it.
    pub(super) fn term(&mut self) -> Result<Option<Term>, Refusal> {
        let start = self.at;
        self.article = false;
        let mut hedges = Hedges::new();
        let by = self.says(Role::By) && !self.counts_from_day;
        self.at += usize::from(by);
        let mut age = self.before(&mut hedges);
        // "No. 1".
        self.at += usize::from(self.says(Role::NumberSign) && self.scan.is_figure(self.at + 1));
        let of_that_age = self.is_hyphened_bound(&hedges);
        let has_article = self.article || self.says(Role::Article);
        let article = usize::from(self.says(Role::Article));
        let in_figures = has_article && self.scan.is_figure(self.at + article);
        // The road A4, the paper A4.
        if article == 1 && self.is_glued(self.at + 1) && self.scan.is_figure(self.at + 1) {
            self.at = start;
            return Ok(None);
        }
        let negative = self.sign_before_currency();
        let currency = self.currency_before();
        let Some((mut number, counted)) = self.number_or_one(currency)? else {
            self.at = start;
            return Ok(None);
        };
        if negative {
            number = negated(number).ok_or_else(refusal::too_large)?;
        }
        let ratio = match currency {
            None if !self.counts_from_day => self.ratio(&number)?,
            _ => None,
        };
        let (mut total, mut attributive) = (None, false);
        let is_ratio = ratio.as_ref().is_some_and(|ratio| ratio.total.is_none());
        if let Some(ratio) = ratio {
            number = Number::Figure(ratio.figure);
            (total, attributive) = (ratio.total, ratio.hyphened);
        }
        let hyphened = self.amid(&mut hedges, &mut number)?;
        let mut unit = currency;
        let plural = self.is_plural(&number);
        if plural && of_that_age && !matches!(self.wanted, Wanted::Count | Wanted::Money) {
            self.note(self.at, self.at + 1, || "people of that age".into());
            self.at += 1;
            (unit, age) = (Unit::from_name("year"), true);
        } else {
            match self.unit_after(&number, currency)? {
                Some(found) => {
                    unit = unit.or(Some(found));
                    number = self.scale_after_unit(number)?;
                }
                // The dash belongs to whatever follows: a range, or a word that is not read.
                None if hyphened => self.at -= 1,
                None => {}
            }
        }
        if let (Some(first), Number::Figure(figure)) = (unit, &mut number) {
            self.half_after_unit(figure)?;
            self.pieces = smallvec![(figure.value, unit)];
            unit = Some(self.smaller_parts(figure, first, currency.is_some(), hyphened)?);
        }
        // "a five-year plan", "a $5 note", "a 5% tariff".
        attributive |= self.scan.says(self.at.wrapping_sub(1), Role::Digits);
        // "a two-thirds majority"; "a third person" has no hyphen.
        let joined = self.scan.word(self.at.wrapping_sub(2)) == "-";
        attributive |= unit.is_none() && joined && is_share(&number);
        attributive |=
            unit.is_some() && (hyphened || in_figures || (has_article && currency.is_some()));
        if !self.counts_from_day {
            self.of_what(&number, unit, is_ratio);
        }
        if let (Number::Figure(figure), Some(Dimension::Time)) =
            (&number, unit.map(Unit::dimension))
            && figure.ordinal
        {
            return Err(refusal::ordinal(self.scan.between(start, self.at)));
        }
        age |= self.after(&mut hedges, &mut number, attributive)?;
        self.after_money |= unit.is_some_and(|it| matches!(it.dimension(), Dimension::Money(_)));
        let term = Term {
            hedges,
            number,
            unit,
            age,
            counted,
            plural,
            total,
        };
        // "by 12 percent" is so much, and "by 2018" is a date.
        if by && self.wanted != Wanted::Count && term.unit.is_none() && !is_share(&term.number) {
            self.at = start;
            return Ok(None);
        }
        Ok(Some(term))
    }

    /// "over-65s": whether a bound was just read that a hyphen ties to its figure.
    fn is_hyphened_bound(&self, hedges: &[&HedgeRow]) -> bool {
        let dash = self.at.wrapping_sub(1);
        let glued = |at: usize| self.scan.tokens.get(at).is_some_and(|token| token.glued);
        hedges.last().is_some_and(|row| row.effect.is_bound())
            && self.scan.word(dash) == "-"
            && glued(dash)
            && glued(self.at)
    }

    /// The number, or what a unit without one stands for; and whether anything was counted.
    fn number_or_one(&mut self, currency: Option<Unit>) -> Result<Option<(Number, bool)>, Refusal> {
        let setting = Setting {
            money: currency.is_some() || self.after_money || self.wanted == Wanted::Money,
            count: self.wanted == Wanted::Count,
            time: self.wanted == Wanted::Time,
            article: self.article,
            is_unit: |scan, at, end| unit::candidates(scan, at, end).next().is_some(),
        };
        let from = self.at;
        let Some((number, next)) = number::number(self.scan, from, self.end, setting)? else {
            return Ok(match currency {
                None => self.unit_alone(),
                Some(_) => None,
            });
        };
        self.note(from, next, || match &number {
            Number::Figure(figure) => format!("the figure {}", figure.value),
            Number::Vague(vague) => {
                let under = if vague.to_open { "under " } else { "" };
                let span = format!("{} to {under}{}", vague.from, vague.to);
                match vague.likely_to {
                    None => span,
                    Some(likely) => format!("{span}, likely {under}{likely}"),
                }
            }
        });
        self.at = next;
        Ok(Some((number, true)))
    }

    /// Hedges and frames before the figure; whether one of them says that it is an age.
    pub(super) fn before(&mut self, hedges: &mut Hedges) -> bool {
        let mut age = false;
        loop {
            let at = self.at;
            let wordings = |at| {
                let hedge = hedges::BEFORE.longest(self.scan, at, self.end);
                let frame = match self.counts_from_day {
                    true => None,
                    false => frames::BEFORE.longest(self.scan, at, self.end),
                };
                (hedge, frame)
            };
            let (hedge, frame, skipped) = match wordings(at) {
                (None, None) if self.says(Role::Article) => {
                    let (hedge, frame) = wordings(at + 1);
                    (hedge, frame, 1)
                }
                (hedge, frame) => (hedge, frame, 0),
            };
            let (hedge_length, frame_length) =
                (hedge.map_or(0, |it| it.0), frame.map_or(0, |it| it.0));
            let length = skipped + hedge_length.max(frame_length);
            let next = at + length;
            if length == skipped || next >= self.end || self.is_no_hedge(at, length) {
                return age;
            }
            let from = self.at;
            self.at = next;
            // "a full third", "another year"; but who wins "a record fifth" has won five.
            let articled = self.scan.says(from, Role::Article | Role::Another);
            self.article |= articled && !self.scan.says(from + skipped, Role::Record);
            match (hedge, frame) {
                (Some((_, row)), _) if hedge_length >= frame_length => {
                    self.note(from, next, || format!("{}: {}", row.name, row.summary));
                    hedges.push(row);
                    self.hedged.push((from, next));
                }
                (_, Some((_, row))) => {
                    self.note(from, next, || row.summary.into());
                    age |= row.frame == Frame::Age;
                }
                _ => return age,
            }
            // "at least, 20"; "full-day"; "over-65".
            let glued = self
                .scan
                .tokens
                .get(self.at)
                .is_some_and(|token| token.glued);
            // "<-5" is below minus 5.
            let dash = glued && self.word() == "-" && self.scan.is(self.at - 1, Class::Word);
            self.at += usize::from(self.word() == "," || dash);
        }
    }

    /// Whether words that may be a hedge begin a currency or a vague count: "C$20", "a good few".
    fn is_no_hedge(&self, at: usize, length: usize) -> bool {
        if self.is_circa(at) {
            return false;
        }
        let money = self.currency_at(at).map_or(0, |it| it.0);
        let figure = self.scan.is_figure(at + money);
        let vague = VAGUE.longest(self.scan, at, self.end);
        // "all packages" are all of them, and "all 30" are 30.
        if self.scan.says(at, Role::All) && length == 1 {
            let counted = self.scan.is_figure(at + 1)
                || self.scan.says(at + 1, Role::The | Role::But)
                || self.unit_at(at + 1).is_some()
                || hedges::BEFORE
                    .longest(self.scan, at + 1, self.end)
                    .is_some()
                || WORDS.longest(self.scan, at + 1, self.end).is_some();
            return !counted;
        }
        (money >= length && figure) || vague.is_some_and(|(it, _)| it > length)
    }

    /// "c. 400", "ca $3 million": in small letters, and apart from what follows.
    fn is_circa(&self, at: usize) -> bool {
        let dotted = || {
            let token = self.scan.tokens.get(at);
            token.is_some_and(|token| self.scan.text[token.end..].starts_with('.'))
        };
        let is_small = self.scan.between(at, at + 1) == self.scan.word(at);
        is_small && self.scan.says(at, Role::Circa) && (!self.scan.is_glued(at + 1) || dotted())
    }

    /// "-$5", "minus £3": a sign that stands before a currency.
    fn sign_before_currency(&mut self) -> bool {
        let negative = (self.word() == "-" || self.says(Role::Minus))
            && self.currency_at(self.at + 1).is_some();
        self.at += usize::from(negative);
        negative
    }

    /// A currency before its figure, and the article before that.
    fn currency_before(&mut self) -> Option<Unit> {
        let article = usize::from(self.says(Role::Article));
        for skipped in [0, article] {
            let at = self.at + skipped;
            if let Some((length, unit)) = self.currency_at(at) {
                let figure = self.scan.is_figure(at + length);
                let symbol =
                    !self.scan.is(at, Class::Word) || self.scan.is(at + length - 1, Class::Mark);
                // "Rs one crore".
                let worded =
                    WORDS
                        .longest(self.scan, at + length, self.end)
                        .is_some_and(|(_, it)| {
                            !it.ordinal && matches!(it.class, WordClass::Small | WordClass::Ten)
                        });
                let signed =
                    self.scan.word(at + length) == "-" && self.scan.is_figure(at + length + 1);
                if figure
                    || signed
                    || (worded && skipped == 0)
                    || (symbol && at + length < self.end && skipped == 0)
                {
                    self.note(at, at + length, || format!("in {}", unit.plural()));
                    self.at = at + length;
                    return Some(unit);
                }
            }
        }
        None
    }

    /// What may stand between figure and unit; whether that ends with a dash ("five-year").
    fn amid(&mut self, hedges: &mut Hedges, number: &mut Number) -> Result<bool, Refusal> {
        let n_hedges = hedges.len();
        while self.tolerance_mark().is_none() && self.hedge_after(hedges) {}
        // "$20-odd million".
        if hedges.len() > n_hedges {
            *number = self.scale_after_hedge(*number)?;
        }
        let parted = match &*number {
            Number::Figure(figure) => figure.parts > 1,
            Number::Vague(_) => true,
        };
        let start = self.at;
        // "half-an-hour".
        let article = |at: usize| self.scan.says(at, Role::Article);
        if parted
            && self.word() == "-"
            && article(self.at + 1)
            && self.scan.word(self.at + 2) == "-"
        {
            self.at += 3;
        }
        self.at += usize::from(parted && self.says(Role::Of));
        let determined = self.says(Role::The) && !self.counts_from_day;
        self.at += usize::from(parted && (determined || self.says(Role::Article | Role::One)));
        // The years of accounts are refused where they date something.
        let is_fiscal = |parser: &Self| parser.counts_from_day && parser.says(Role::Fiscal);
        while let Some((length, _)) = frames::AMID.longest(self.scan, self.at, self.end)
            && !is_fiscal(self)
        {
            self.at += length;
        }
        if self.at > start && self.unit_at(self.at).is_none() {
            self.at = start;
        }
        // "20 [kg]".
        self.at += usize::from(self.word() == "[" && self.unit_at(self.at + 1).is_some());
        let dash = self.word() == "-";
        let suspended = dash && self.scan.says(self.at + 1, Role::To | Role::Or | Role::And);
        // "$5-$7" is a range.
        let word_after = self.scan.is(self.at + 1, Class::Word);
        // "Rs 1 crore-Rs 2 crore" is one as well.
        let unit_after = || {
            let (length, _) = self.unit_at(self.at + 1)?;
            (!self.scan.is_figure(self.at + 1 + length)).then_some(())
        };
        let attributive = dash && (suspended || (word_after && unit_after().is_some()));
        self.at += usize::from(attributive);
        Ok(attributive)
    }

    fn hedge_after(&mut self, hedges: &mut Hedges) -> bool {
        match hedges::AFTER.longest(self.scan, self.at, self.end) {
            // "above 10 and below 20": the next figure has its own hedge.
            Some((length, row)) if !self.starts_another(self.at + length) => {
                let (from, to) = (self.at, self.at + length);
                self.note(from, to, || format!("{}: {}", row.name, row.summary));
                hedges.push(row);
                self.hedged.push((from, to));
                self.at = to;
                true
            }
            _ => false,
        }
    }

    /// "20 years, at least".
    fn hedge_after_comma(&mut self, hedges: &mut Hedges) -> bool {
        let start = self.at;
        self.at += usize::from(self.word() == ",");
        let found = self.hedge_after(hedges);
        if !found {
            self.at = start;
        }
        found
    }

    fn starts_another(&self, at: usize) -> bool {
        at < self.end
            && (self.scan.is_figure(at)
                || self.scan.says(at, Role::Than)
                || WORDS
                    .longest(self.scan, at, self.end)
                    .is_some_and(|(_, met)| !met.ordinal && !number::is_scale(met)))
    }

    /// Hedges and frames after the amount; whether one of them says that it is an age.
    fn after(
        &mut self,
        hedges: &mut Hedges,
        number: &mut Number,
        attributive: bool,
    ) -> Result<bool, Refusal> {
        let mut age = false;
        let mut attributive = attributive;
        if self.counts_from_day {
            while self.hedge_after_comma(hedges) {}
            return Ok(false);
        }
        // "two years' imprisonment".
        if self.word() == "'"
            && self
                .scan
                .tokens
                .get(self.at)
                .is_some_and(|token| token.glued)
        {
            self.at += 1;
            attributive = true;
        }
        loop {
            if self.tolerance_mark().is_some() {
                return Ok(age);
            }
            // "a 600 sq ft flat" is a home, and "10 seconds flat" exactly that.
            if attributive && self.says(Role::Flat) {
                break;
            }
            if self.hedge_after_comma(hedges) {
                continue;
            }
            // "six-foot-tall".
            let dash = usize::from(attributive && self.word() == "-");
            let frame = frames::AFTER
                .longest(self.scan, self.at, self.end)
                .or_else(|| {
                    let found = frames::AFTER.longest(self.scan, self.at + dash, self.end);
                    found.map(|(length, row)| (length + dash, row))
                });
            let Some((length, row)) = frame.filter(|_| attributive || !self.is_of_a_noun()) else {
                break;
            };
            let (from, to) = (self.at, self.at + length);
            self.note(from, to, || row.summary.into());
            attributive |= self.scan.word(from) == "-";
            self.at = to;
            match row.frame {
                Frame::Age => age = true,
                Frame::Date => self.dated = true,
                Frame::BelowNought => *number = negated(*number).ok_or_else(refusal::too_large)?,
                Frame::Aside => {}
            }
        }
        if attributive || age {
            self.noun_after();
        }
        Ok(age)
    }

    /// Whether a token touches the one before it.
    fn is_glued(&self, at: usize) -> bool {
        self.scan.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Whether "old" says which women are four: "four old women".
    fn is_of_a_noun(&self) -> bool {
        let before = self.at.wrapping_sub(1);
        let next = self.at + 1;
        self.says(Role::Old)
            && next < self.end
            && self.scan.is(next, Class::Word)
            && !is_stop(self.scan.word(next))
            && unit::candidates(self.scan, before, self.at)
                .next()
                .is_none()
    }

    /// What a "five-year" amount belongs to: "five-year plan".
    fn noun_after(&mut self) {
        self.nouns_from(self.at);
    }

    /// Passes over words up to the end where they can only tell what was counted or measured.
    pub(super) fn nouns_from(&mut self, from: usize) {
        const MOST_WORDS: usize = 3;
        let nouns = from..self.end;
        let article = usize::from(self.scan.says(from, Role::Article | Role::The));
        let no_part = Role::To | Role::Or | Role::And | Role::But | Role::Per | Role::In;
        let all_nouns = nouns.len() <= MOST_WORDS + article
            && nouns.clone().all(|at| {
                self.scan.is(at, Class::Word)
                    && !self.scan.says(at, no_part)
                    && WORDS.longest(self.scan, at, self.end).is_none()
                    && !directions::is_direction(self.scan.word(at))
                    && unit::candidates(self.scan, at, self.end).next().is_none()
            });
        if all_nouns && !nouns.is_empty() {
            self.note(self.at, self.end, || "tells what, not how much".into());
            self.at = self.end;
        }
    }
}

fn negated(number: Number) -> Option<Number> {
    Some(match number {
        Number::Figure(figure) => Number::Figure(Figure {
            value: Rational::ZERO.checked_sub(figure.value)?,
            ..figure
        }),
        Number::Vague(vague) => Number::Vague(Vague {
            from: Rational::ZERO.checked_sub(vague.to)?,
            to: Rational::ZERO.checked_sub(vague.from)?,
            likely_to: None,
            from_open: vague.to_open,
            to_open: vague.from_open,
            ..vague
        }),
    })
}
