//! The grammar of amounts: hedges, number, unit, and how two of them make a range.

use super::super::{Rational, Refusal};
use super::figure::Figure;
use super::frame::{self, Frame};
use super::hedge::{self, Effect, HedgeRow};
use super::lexicon::{Class, Scan};
use super::number::{self, Number, Setting, Vague};
use super::unit::{self, Unit};
use super::{Dimension, Part, refusal};

/// Which units are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// None but shares.
    Count,
    /// Currencies.
    Money,
    /// Lengths of time.
    Time,
    /// Any; a unit of measure before a currency of the same name.
    Any,
    /// Any; a currency before a unit of measure of the same name.
    AnyMoneyFirst,
}

/// A number with its hedges and its unit.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) hedges: Vec<&'static HedgeRow>,
    pub(super) number: Number,
    pub(super) unit: Option<Unit>,
    pub(super) age: bool,
    /// Whether a number is written, or at least an article.
    pub(super) counted: bool,
}

/// How terms stand together.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    /// One amount.
    One(Term),
    /// All from one to the other.
    Range(Term, Term),
    /// An amount and how far it may be out.
    Tolerance(Term, Term),
    /// What two bounds leave.
    Both(Term, Term),
}

/// All that a value says.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) negated: bool,
    /// At least one; the value is one of them.
    pub(super) shapes: Vec<Shape>,
    /// Whether it counts from a day, so that it is rather a date.
    pub(super) dated: bool,
}

/// Reads a phrase from tokens; `notes` collects which words did what where somebody asks.
pub(super) struct Parser<'s, 't> {
    scan: &'s Scan<'t>,
    at: usize,
    end: usize,
    wanted: Wanted,
    dated: bool,
    notes: Option<Vec<Part>>,
}

impl<'s, 't> Parser<'s, 't> {
    pub(super) fn new(scan: &'s Scan<'t>, wanted: Wanted, explains: bool) -> Self {
        Self {
            scan,
            at: 0,
            end: scan.tokens.len(),
            wanted,
            dated: false,
            notes: explains.then(Vec::new),
        }
    }

    /// The phrase, with how many tokens it takes.
    pub(super) fn phrase(&mut self) -> Result<Option<Phrase>, Refusal> {
        let negated = self.word() == "not"
            && hedge::BEFORE
                .longest(self.scan, self.at, self.end)
                .is_none();
        if negated {
            self.note(self.at, self.at + 1, || "all but what follows".into());
            self.at += 1;
        }
        let mut shapes = Vec::with_capacity(1);
        loop {
            match self.shape()? {
                Some(shape) => shapes.push(shape),
                None => return Ok(None),
            }
            if self.word() != "or" || self.at + 1 >= self.end {
                break;
            }
            self.note(self.at, self.at + 1, || "either of the two".into());
            self.at += 1;
        }
        share_units(&mut shapes);
        Ok(Some(Phrase {
            negated,
            shapes,
            dated: self.dated,
        }))
    }

    /// The token at which reading stopped.
    pub(super) fn stopped_at(&self) -> usize {
        self.at
    }

    /// Which words did what.
    pub(super) fn into_notes(self) -> Vec<Part> {
        self.notes.unwrap_or_default()
    }

    /// Any unit at the place where reading stopped, wanted or not.
    pub(super) fn unwanted_unit(&self) -> Option<Unit> {
        let at = self.at + usize::from(self.word() == "-");
        unit::candidates(self.scan, at, self.end)
            .map(|(_, unit)| unit)
            .find(|unit| !self.allows(*unit))
    }

    fn shape(&mut self) -> Result<Option<Shape>, Refusal> {
        let start = self.at;
        if matches!(self.word(), "between" | "in" | "anywhere" | "somewhere") {
            let skipped = usize::from(self.word() != "between");
            if self.scan.word(self.at + skipped) == "between" {
                self.at += skipped;
                return self.between();
            }
        }
        if self.word() == "from" {
            self.at += 1;
        }
        if let Some(term) = self.decade_of_life() {
            return Ok(Some(Shape::One(term)));
        }
        let Some(mut left) = self.term()? else {
            self.at = start;
            return Ok(None);
        };
        if let Some(length) = self.tolerance_mark() {
            self.at += length;
            return match self.term()? {
                Some(mut right) => {
                    share(&mut left, &mut right);
                    Ok(Some(Shape::Tolerance(left, right)))
                }
                None => Ok(None),
            };
        }
        let before = self.at;
        if let Some(length) = self.connector() {
            self.at += length;
            if let Some(mut right) = self.term()? {
                self.note(before, before + length, || {
                    "from the one to the other".into()
                });
                share(&mut left, &mut right);
                return Ok(Some(Shape::Range(left, right)));
            }
            self.at = before;
        }
        if is_bounded(&left) && matches!(self.word(), "and" | "but" | ",") {
            self.at += 1;
            self.at += usize::from(matches!(self.word(), "and" | "but"));
            match self.term()? {
                Some(mut right) if is_bounded(&right) => {
                    share(&mut left, &mut right);
                    return Ok(Some(Shape::Both(left, right)));
                }
                _ => self.at = before,
            }
        }
        Ok(Some(Shape::One(left)))
    }

    /// "between 5 and 7": tries each "and" in turn, since numbers have some of their own.
    fn between(&mut self) -> Result<Option<Shape>, Refusal> {
        let (start, end) = (self.at + 1, self.end);
        self.note(self.at, start, || {
            "from the one to the other, both in".into()
        });
        let mut first_refusal = None;
        for middle in start..end {
            if !matches!(self.scan.word(middle), "and" | "to" | "&" | "-") {
                continue;
            }
            let n_notes = self.notes.as_ref().map_or(0, Vec::len);
            (self.at, self.end) = (start, middle);
            let left = self.term();
            let complete = self.at == middle;
            (self.at, self.end) = (middle + 1, end);
            let right = self.term();
            let done = self.at == end || self.word() == "or";
            match (left, right) {
                (Ok(Some(mut left)), Ok(Some(mut right))) if complete && done => {
                    share(&mut left, &mut right);
                    return Ok(Some(Shape::Range(left, right)));
                }
                (Err(refusal), _) | (_, Err(refusal)) => {
                    first_refusal.get_or_insert(refusal);
                }
                _ => {}
            }
            if let Some(notes) = &mut self.notes {
                notes.truncate(n_notes);
            }
        }
        (self.at, self.end) = (start - 1, end);
        first_refusal.map_or(Ok(None), Err)
    }

    /// "in his 30s", "in her early forties": an age.
    fn decade_of_life(&mut self) -> Option<Term> {
        let mut at = self.at;
        if self.scan.word(at) != "in"
            || !matches!(
                self.scan.word(at + 1),
                "his" | "her" | "their" | "the" | "my"
            )
        {
            return None;
        }
        at += 2;
        let part = match self.scan.word(at) {
            "early" => (0, 4),
            "mid" | "middle" => (3, 7),
            "late" => (6, 10),
            _ => (0, 10),
        };
        at += usize::from(part != (0, 10));
        at += usize::from(self.scan.word(at) == "-");
        let word = self.scan.word(at);
        let digits = self.scan.is(at, Class::Figure) && self.scan.word(at + 1) == "s";
        let decade = if digits {
            word.parse::<i128>()
                .ok()
                .filter(|n| n % 10 == 0 && (10..=110).contains(n))?
        } else {
            let tens = [
                "twenties",
                "thirties",
                "forties",
                "fifties",
                "sixties",
                "seventies",
                "eighties",
                "nineties",
            ];
            let place = tens.iter().position(|name| *name == word)?;
            i128::try_from(place).ok()? * 10 + 20
        };
        let next = at + 1 + usize::from(digits);
        self.note(self.at, next, || {
            format!("an age of {} to under {}", decade + part.0, decade + part.1)
        });
        self.at = next;
        let number = Number::Vague(Vague {
            name: "in their",
            from: Rational::from_int(decade + part.0),
            to: Rational::from_int(decade + part.1),
            from_open: false,
            to_open: true,
        });
        Some(Term {
            hedges: Vec::new(),
            number,
            unit: Unit::from_name("year"),
            age: true,
            counted: true,
        })
    }

    /// "±", "+/-", "plus or minus" between two amounts.
    fn tolerance_mark(&self) -> Option<usize> {
        let word = |n| self.scan.word(self.at + n);
        match (word(0), word(1), word(2)) {
            ("±", ..) => Some(1),
            ("+", "/", "-") | ("plus", "or" | "/", "minus") => Some(3),
            ("give", "or", "take") if self.at + 3 < self.end => Some(3),
            _ => None,
        }
    }

    /// "to", "-", "through" between two amounts.
    fn connector(&self) -> Option<usize> {
        let word = |n| self.scan.word(self.at + n);
        match (word(0), word(1), word(2)) {
            ("-", "to", "-") => Some(3),
            ("-", "to", _) | ("to", "-", _) | ("up", "to", _) => Some(2),
            ("-" | "to" | "through" | "thru" | "until" | "till", ..) => Some(1),
            _ => None,
        }
    }

    /// One amount with everything around it.
    fn term(&mut self) -> Result<Option<Term>, Refusal> {
        let start = self.at;
        let mut hedges = Vec::new();
        let mut age = self.before(&mut hedges);
        let negative = self.sign_before_currency();
        let currency = self.currency_before();
        let number_at = self.at;
        let setting = Setting {
            money: currency.is_some() || self.wanted == Wanted::Money,
            count: self.wanted == Wanted::Count,
            time: self.wanted == Wanted::Time,
            is_unit: |scan, at, end| unit::candidates(scan, at, end).next().is_some(),
        };
        let found = number::number(self.scan, self.at, self.end, setting)?;
        let mut counted = true;
        let mut number = match found {
            Some((number, next)) => {
                self.note(number_at, next, || match &number {
                    Number::Figure(figure) => format!("the figure {}", figure.value),
                    Number::Vague(vague) => format!(
                        "{} to {}{}",
                        vague.from,
                        if vague.to_open { "under " } else { "" },
                        vague.to
                    ),
                });
                self.at = next;
                number
            }
            None => match self.unit_alone() {
                Some((number, article)) if currency.is_none() => {
                    counted = article;
                    number
                }
                _ => {
                    self.at = start;
                    return Ok(None);
                }
            },
        };
        if negative {
            number = negated(number).ok_or_else(refusal::too_large)?;
        }
        if let Some(share) = self.ratio(&number)? {
            number = Number::Figure(share);
        }
        let attributive = self.amid(&mut hedges, &number);
        let mut unit = currency;
        if let Some((length, found)) = self
            .unit_at(self.at)
            .filter(|(_, found)| currency.is_none_or(|it| it.dimension() == found.dimension()))
        {
            let (from, to) = (self.at, self.at + length);
            self.note(from, to, || format!("in {}", found.plural()));
            self.at = to;
            unit = unit.or(Some(found));
            number = self.scale_after_unit(number)?;
        } else if attributive {
            // The dash belongs to whatever follows: a range, or a word that is not read.
            self.at -= 1;
        }
        if let (Some(first), Number::Figure(figure)) = (unit, &mut number) {
            self.half_after_unit(figure)?;
            let by_symbol = currency.is_some();
            unit = Some(self.smaller_parts(figure, first, by_symbol)?);
        }
        age |= self.after(&mut hedges, &mut number, attributive && unit.is_some())?;
        Ok(Some(Term {
            hedges,
            number,
            unit,
            age,
            counted,
        }))
    }

    /// Hedges and frames before the figure; whether one of them says that it is an age.
    fn before(&mut self, hedges: &mut Vec<&'static HedgeRow>) -> bool {
        let mut age = false;
        loop {
            let hedge = hedge::BEFORE.longest(self.scan, self.at, self.end);
            let frame = frame::BEFORE.longest(self.scan, self.at, self.end);
            let (hedge_length, frame_length) =
                (hedge.map_or(0, |it| it.0), frame.map_or(0, |it| it.0));
            let next = self.at + hedge_length.max(frame_length);
            let money = self.currency_at(self.at).map_or(0, |it| it.0);
            if next == self.at || next >= self.end || (money > 0 && self.at + money >= next) {
                return age;
            }
            let from = self.at;
            self.at = next;
            match (hedge, frame) {
                (Some((_, row)), _) if hedge_length >= frame_length => {
                    self.note(from, next, || format!("{}: {}", row.name, row.summary));
                    hedges.push(row);
                }
                (_, Some((_, row))) => {
                    self.note(from, next, || row.summary.into());
                    age |= row.frame == Frame::Age;
                }
                _ => return age,
            }
            // "at least, 20".
            self.at += usize::from(self.word() == ",");
        }
    }

    /// "-$5", "minus £3": a sign that stands before a currency.
    fn sign_before_currency(&mut self) -> bool {
        let negative = matches!(self.word(), "-" | "minus" | "negative")
            && self.currency_at(self.at + 1).is_some();
        self.at += usize::from(negative);
        negative
    }

    /// A currency before its figure, and the article before that.
    fn currency_before(&mut self) -> Option<Unit> {
        let article = usize::from(matches!(self.word(), "a" | "an"));
        for skipped in [0, article] {
            let at = self.at + skipped;
            if let Some((length, unit)) = self.currency_at(at) {
                let figure = self.scan.is(at + length, Class::Figure);
                let symbol =
                    !self.scan.is(at, Class::Word) || self.scan.is(at + length - 1, Class::Mark);
                let signed = self.scan.word(at + length) == "-"
                    && self.scan.is(at + length + 1, Class::Figure);
                if figure || signed || (symbol && at + length < self.end && skipped == 0) {
                    self.note(at, at + length, || format!("in {}", unit.plural()));
                    self.at = at + length;
                    return Some(unit);
                }
            }
        }
        None
    }

    fn currency_at(&self, at: usize) -> Option<(usize, Unit)> {
        let mut found = unit::candidates(self.scan, at, self.end);
        found
            .find(|(_, unit)| matches!(unit.dimension(), Dimension::Money(_)) && self.allows(*unit))
    }

    /// The unit at a token that is wanted here.
    fn unit_at(&self, at: usize) -> Option<(usize, Unit)> {
        if self.wanted == Wanted::AnyMoneyFirst
            && let Some(found) = self.currency_at(at)
        {
            return Some(found);
        }
        unit::candidates(self.scan, at, self.end).find(|(_, unit)| self.allows(*unit))
    }

    fn allows(&self, unit: Unit) -> bool {
        let dimension = unit.dimension();
        match self.wanted {
            Wanted::Count => matches!(dimension, Dimension::Count | Dimension::Points),
            Wanted::Money => matches!(dimension, Dimension::Money(_)),
            Wanted::Time => dimension == Dimension::Time,
            Wanted::Any | Wanted::AnyMoneyFirst => true,
        }
    }

    /// A unit without a number: "a week" is one, "weeks" are two to under twenty.
    fn unit_alone(&mut self) -> Option<(Number, bool)> {
        let article = matches!(self.word(), "a" | "an");
        let at = self.at + usize::from(article);
        let at =
            at + usize::from(article && frame::AMID.longest(self.scan, at, self.end).is_some());
        let (length, unit) = self.unit_at(at)?;
        let last = self.scan.word(at + length - 1);
        let plural = last.ends_with('s') && !unit.name().ends_with('s') && last.chars().count() > 2;
        let is_time = unit.dimension() == Dimension::Time;
        if !self.scan.is(at, Class::Word) || (!article && !is_time) || (article && plural) {
            return None;
        }
        self.at = at;
        if plural {
            self.note(at, at + length, || "more than one, and under twenty".into());
            return Some((Number::Vague(Vague::plural("several", 1)), true));
        }
        Some((Number::Figure(Figure::whole(Rational::ONE)), article))
    }

    /// "one in five", "two out of three": a share.
    fn ratio(&mut self, number: &Number) -> Result<Option<Figure>, Refusal> {
        let Number::Figure(top) = number else {
            return Ok(None);
        };
        let next = match (self.word(), self.scan.word(self.at + 1)) {
            ("in", "every") => self.at + 2,
            ("in", _) => self.at + 1,
            ("out", "of") => self.at + 2,
            _ => return Ok(None),
        };
        let setting = Setting {
            money: false,
            count: true,
            time: false,
            is_unit: |_, _, _| false,
        };
        let whole = number::number(self.scan, next, self.end, setting)?;
        let Some((Number::Figure(whole), next)) = whole else {
            return Ok(None);
        };
        match top.value.checked_div(whole.value) {
            Some(share)
                if top.value.is_integer() && whole.value.is_integer() && share <= Rational::ONE =>
            {
                let from = self.at;
                self.note(from, next, || format!("a share of {share}"));
                self.at = next;
                Ok(Some(Figure {
                    parts: whole.value.numerator(),
                    ..Figure::whole(share)
                }))
            }
            _ => Ok(None),
        }
    }

    /// What may stand between figure and unit; whether that ends with a dash ("five-year").
    fn amid(&mut self, hedges: &mut Vec<&'static HedgeRow>, number: &Number) -> bool {
        while self.tolerance_mark().is_none() && self.hedge_after(hedges) {}
        let parted = match number {
            Number::Figure(figure) => figure.parts > 1,
            Number::Vague(_) => true,
        };
        let start = self.at;
        self.at += usize::from(parted && self.word() == "of");
        self.at += usize::from(parted && matches!(self.word(), "a" | "an" | "the"));
        while let Some((length, _)) = frame::AMID.longest(self.scan, self.at, self.end) {
            self.at += length;
        }
        if self.at > start && self.unit_at(self.at).is_none() {
            self.at = start;
        }
        // "20 [kg]".
        self.at += usize::from(self.word() == "[" && self.unit_at(self.at + 1).is_some());
        let dash = self.word() == "-";
        let suspended = dash && matches!(self.scan.word(self.at + 1), "to" | "or" | "and");
        let attributive = dash && (suspended || self.unit_at(self.at + 1).is_some());
        self.at += usize::from(attributive);
        attributive
    }

    fn hedge_after(&mut self, hedges: &mut Vec<&'static HedgeRow>) -> bool {
        match hedge::AFTER.longest(self.scan, self.at, self.end) {
            Some((length, row)) => {
                let (from, to) = (self.at, self.at + length);
                self.note(from, to, || format!("{}: {}", row.name, row.summary));
                hedges.push(row);
                self.at = to;
                true
            }
            None => false,
        }
    }

    /// "75 usd million".
    fn scale_after_unit(&mut self, number: Number) -> Result<Number, Refusal> {
        self.at += usize::from(self.word() == "]");
        let Number::Figure(figure) = number else {
            return Ok(number);
        };
        match super::words::WORDS.longest(self.scan, self.at, self.end) {
            Some((length, met)) if met.class == super::words::WordClass::Scale && !met.ordinal => {
                let scale = Rational::from_int(met.value);
                self.at += length;
                let value = figure
                    .value
                    .checked_mul(scale)
                    .ok_or_else(refusal::too_large)?;
                Ok(Number::Figure(Figure {
                    value,
                    scale,
                    ..figure
                }))
            }
            _ => Ok(number),
        }
    }

    /// "an hour and a half".
    fn half_after_unit(&mut self, figure: &mut Figure) -> Result<(), Refusal> {
        if self.word() != "and" || !figure.value.is_integer() {
            return Ok(());
        }
        let setting = Setting {
            money: false,
            count: true,
            time: false,
            is_unit: |_, _, _| false,
        };
        let Some((Number::Figure(part), next)) =
            number::number(self.scan, self.at + 1, self.end, setting)?
        else {
            return Ok(());
        };
        let is_part = part.parts > 1 && part.value < Rational::ONE && self.unit_at(next).is_none();
        if is_part {
            let value = figure
                .value
                .checked_add(part.value)
                .ok_or_else(refusal::too_large)?;
            *figure = Figure {
                parts: part.parts,
                ..Figure::whole(value)
            };
            let from = self.at;
            self.note(from, next, || format!("and {} more", part.value));
            self.at = next;
        }
        Ok(())
    }

    /// "5 feet 11 inches", "2 years and 3 months", "an hour twenty", "12 dollars 50".
    ///
    /// The sum is in the smallest unit named; money stays in the currency.
    fn smaller_parts(
        &mut self,
        figure: &mut Figure,
        first: Unit,
        by_symbol: bool,
    ) -> Result<Unit, Refusal> {
        let mut unit = first;
        let mut smallest = first;
        let setting = Setting {
            money: false,
            count: true,
            time: false,
            is_unit: |_, _, _| false,
        };
        loop {
            let mut at = self.at;
            at += usize::from(self.scan.word(at) == ",");
            at += usize::from(self.scan.word(at) == "and");
            if !figure.value.is_integer() {
                return Ok(unit);
            }
            let Some((Number::Figure(part), next)) =
                number::number(self.scan, at, self.end, setting)?
            else {
                return Ok(unit);
            };
            let next = next + usize::from(self.scan.word(next) == "-");
            let named = unit::candidates(self.scan, next, self.end)
                .find(|(_, part)| part.is_part_of(smallest));
            let (length, found) = match (named, smallest.next_smaller()) {
                (Some(found), _) => found,
                (None, Some(smaller)) if !by_symbol && self.is_bare_part(&part, next) => {
                    (0, smaller)
                }
                _ => return Ok(unit),
            };
            let sum =
                first_sum(figure.value, unit, part.value, found).ok_or_else(refusal::too_large)?;
            let money = matches!(found.dimension(), Dimension::Money(_));
            let target = if money { unit } else { found };
            let value = target.from_base(sum).ok_or_else(refusal::too_large)?;
            *figure = Figure {
                value,
                decimals: if money { 2 } else { part.decimals },
                parts: part.parts,
                ..Figure::whole(value)
            };
            let (from, to) = (at, next + length);
            self.note(from, to, || {
                format!("and {} {}", part.value, found.plural())
            });
            self.at = to;
            smallest = found;
            unit = target;
            if money {
                return Ok(unit);
            }
        }
    }

    /// Whether a figure without a unit counts the next smaller unit: "5 feet 11".
    fn is_bare_part(&self, part: &Figure, next: usize) -> bool {
        let whole = part.decimals == 0 && part.value.is_integer() && !part.ordinal;
        let small = Rational::ZERO <= part.value && part.value < Rational::from_int(100);
        whole && small && unit::candidates(self.scan, next, self.end).next().is_none()
    }

    /// Hedges and frames after the amount; whether one of them says that it is an age.
    fn after(
        &mut self,
        hedges: &mut Vec<&'static HedgeRow>,
        number: &mut Number,
        attributive: bool,
    ) -> Result<bool, Refusal> {
        let mut age = false;
        let mut attributive = attributive;
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
            let skip = usize::from(
                self.word() == ","
                    && hedge::AFTER
                        .longest(self.scan, self.at + 1, self.end)
                        .is_some(),
            );
            self.at += skip;
            if self.hedge_after(hedges) {
                continue;
            }
            let Some((length, row)) = frame::AFTER.longest(self.scan, self.at, self.end) else {
                break;
            };
            let (from, to) = (self.at, self.at + length);
            self.note(from, to, || row.summary.into());
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

    /// What a "five-year" amount belongs to: "five-year plan".
    fn noun_after(&mut self) {
        const MOST_WORDS: usize = 3;
        let rest = self.at..self.end;
        let nouns = rest.len() <= MOST_WORDS
            && rest.clone().all(|at| {
                self.scan.is(at, Class::Word)
                    && !matches!(
                        self.scan.word(at),
                        "to" | "or" | "and" | "but" | "per" | "in"
                    )
                    && super::words::WORDS
                        .longest(self.scan, at, self.end)
                        .is_none()
                    && unit::candidates(self.scan, at, self.end).next().is_none()
            });
        if nouns && !rest.is_empty() {
            self.note(rest.start, rest.end, || "tells what, not how much".into());
            self.at = self.end;
        }
    }

    fn word(&self) -> &str {
        if self.at < self.end {
            self.scan.word(self.at)
        } else {
            ""
        }
    }

    fn note(&mut self, from: usize, to: usize, role: impl FnOnce() -> String) {
        if let Some(notes) = &mut self.notes
            && let (Some(first), Some(last)) = (
                self.scan.tokens.get(from),
                self.scan.tokens.get(to.wrapping_sub(1)),
            )
        {
            notes.push(Part {
                from: first.start,
                to: last.end,
                role: role(),
            });
        }
    }
}

/// The sum of two amounts in the base unit.
fn first_sum(a: Rational, in_a: Unit, b: Rational, in_b: Unit) -> Option<Rational> {
    in_a.to_base(a)?.checked_add(in_b.to_base(b)?)
}

fn is_bounded(term: &Term) -> bool {
    term.hedges.iter().any(|row| row.effect.is_bound())
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
            from_open: vague.to_open,
            to_open: vague.from_open,
            ..vague
        }),
    })
}

/// What one of two amounts leaves out it has from the other: "5 to 7 million years", "$5-7".
fn share(left: &mut Term, right: &mut Term) {
    let both_bare = left.unit.is_none();
    left.unit = left.unit.or(right.unit);
    right.unit = right.unit.or(left.unit);
    let age = left.age || right.age;
    (left.age, right.age) = (age, age);
    if let (Number::Figure(a), Number::Figure(b)) = (&mut left.number, &right.number) {
        // "5-7 million" scales both; "500,000 to 1 million" does not.
        let unscaled = b.value.checked_div(b.scale);
        let scales = a.scale == Rational::ONE
            && b.scale > Rational::ONE
            && (both_bare || left.unit == right.unit)
            && unscaled.is_some_and(|b| a.value <= b);
        if scales && let Some(value) = a.value.checked_mul(b.scale) {
            a.value = value;
            a.scale = b.scale;
            a.year_like = false;
        }
    }
}

/// Gives all shapes the unit that the last or the first of them names.
fn share_units(shapes: &mut [Shape]) {
    for at in (1..shapes.len()).rev() {
        let (before, after) = shapes.split_at_mut(at);
        if let (Some(left), Some(right)) = (before.last_mut(), after.first_mut()) {
            share(left.last_mut(), right.first_mut());
            let unit = left.last_mut().unit;
            left.first_mut().unit = left.first_mut().unit.or(unit);
            let unit = right.first_mut().unit;
            right.last_mut().unit = right.last_mut().unit.or(unit);
        }
    }
}

impl Shape {
    fn first_mut(&mut self) -> &mut Term {
        match self {
            Self::One(term)
            | Self::Range(term, _)
            | Self::Tolerance(term, _)
            | Self::Both(term, _) => term,
        }
    }

    fn last_mut(&mut self) -> &mut Term {
        match self {
            Self::One(term)
            | Self::Range(_, term)
            | Self::Tolerance(_, term)
            | Self::Both(_, term) => term,
        }
    }

    /// The term that names the unit of the whole.
    pub(super) fn last(&self) -> &Term {
        match self {
            Self::One(term)
            | Self::Range(_, term)
            | Self::Tolerance(_, term)
            | Self::Both(_, term) => term,
        }
    }
}

/// The outermost hedge that says something.
pub(super) fn outer_hedge(term: &Term) -> Option<&'static str> {
    let bound = term.hedges.iter().find(|row| row.effect.is_bound());
    let any = term.hedges.iter().find(|row| row.effect != Effect::Plain);
    match (bound.or(any), &term.number) {
        (Some(row), _) => Some(row.name),
        (None, Number::Vague(vague)) => Some(vague.name),
        (None, Number::Figure(_)) => None,
    }
}
