//! Lengths of time that something is counted by: "more than two years", "5 to 7 weeks", "an hour and a half".
//!
//! The same hedges, numbers and units as in any amount; what is made of them is the caller's.

use std::ops::RangeInclusive;

use smallvec::{SmallVec, smallvec};

use crate::value::amount::number::{Figure, Number};
use crate::value::amount::table::hedges::{self, Effect, HedgeRow};
use crate::value::amount::table::vague::VAGUE;
use crate::value::amount::table::words::{WORDS, WordClass};
use crate::value::amount::unit::{self, Unit};
use crate::value::amount::{Dimension, extent};
use crate::value::role::Role;
use crate::value::scan::{Class, Scan};
use crate::value::{Rational, Refusal};

use super::{Hedges, Parser, Term, Wanted};

/// So many of each unit: "2 years 1 month"; a number whose unit is none of time has none.
pub(in crate::value) type Pieces = SmallVec<[(Rational, Option<Unit>); 2]>;

/// A length of time as words say it, or a hedged number before a unit that only calendars have: "two
/// Sundays".
#[derive(Clone, Debug)]
pub(in crate::value) struct Length {
    /// The hedge that decides, if any does something.
    pub(in crate::value) hedge: Option<&'static HedgeRow>,
    /// Where hedges stand, as tokens from and to.
    pub(in crate::value) hedged: SmallVec<[(usize, usize); 2]>,
    pub(in crate::value) low: Pieces,
    /// `None` for a plural without a figure, which has no end.
    pub(in crate::value) high: Option<Pieces>,
    /// By how much of the smallest unit a round figure may be out, either way.
    pub(in crate::value) error: Rational,
    /// Whether it has a fraction: "two and a half years".
    pub(in crate::value) is_parted: bool,
    /// Whether a number is written, or at least an article: "the week before" has none.
    pub(in crate::value) is_counted: bool,
    /// Whether it has two ends: "5 to 7 weeks".
    pub(in crate::value) is_range: bool,
    /// The token after it.
    pub(in crate::value) next: usize,
}

/// The length of time that begins at a token, or a number without a unit.
pub(in crate::value) fn at(scan: &Scan<'_>, at: usize) -> Option<Length> {
    if !may_begin(scan, at) {
        return None;
    }
    let mut parser = Parser::new(scan, Wanted::Time, false);
    parser.at = at;
    parser.counts_from_day = true;
    parser.length().ok()?
}

impl Parser<'_, '_> {
    fn length(&mut self) -> Result<Option<Length>, Refusal> {
        let between = self.says(Role::Between);
        // "from 5 to 7 days ago".
        let from = self.says(Role::From);
        self.at += usize::from(between || from);
        let many = self.says(Role::Many) && self.unit_at(self.at + 1).is_some();
        self.at += usize::from(many);
        // "starting from 20 years ago" begins there.
        if self.says(Role::Starting) {
            return Ok(None);
        }
        let Some(left) = self.term()? else {
            return Ok(None);
        };
        let first = std::mem::take(&mut self.pieces);
        let right = match between {
            true => self.after_and()?,
            false => self.other_end(&left)?,
        };
        if (between || from) && right.is_none() {
            return Ok(None);
        }
        let last = right.as_ref().unwrap_or(&left);
        let Some((low, mut high)) = ends(&left, right.as_ref()) else {
            return Ok(None);
        };
        let two = match right.is_none() && first.len() < 2 && low == Rational::ONE {
            true => self.or_two(last.unit),
            false => None,
        };
        high = two.or(high);
        let second = match right {
            Some(_) => std::mem::take(&mut self.pieces),
            None => first.clone(),
        };
        let both = left
            .hedges
            .iter()
            .chain(right.iter().flat_map(|it| &it.hedges));
        let hedges: Hedges = both.copied().collect();
        if hedges.iter().filter(|row| row.effect.is_bound()).count() > 1 {
            return Ok(None);
        }
        let several_units = first.len() > 1 || second.len() > 1;
        let figure = match &last.number {
            _ if several_units => None,
            Number::Figure(figure) => Some(*figure),
            Number::Vague(_) => last.number.value().map(Figure::whole),
        };
        Ok(Some(Length {
            hedge: deciding(&hedges),
            hedged: std::mem::take(&mut self.hedged),
            low: pieces(first, low, left.unit.or(last.unit)),
            high: high.map(|high| pieces(second, high, last.unit)),
            error: figure.and_then(error).unwrap_or(Rational::ZERO),
            is_parted: figure.is_some_and(|it| !it.value.is_integer()),
            is_range: right.is_some(),
            is_counted: left.counted || many || two.is_some(),
            next: self.at,
        }))
    }

    /// The end of "between two and three weeks".
    fn after_and(&mut self) -> Result<Option<Term>, Refusal> {
        let and = self.word() == "&" || self.says(Role::And | Role::To);
        self.at += usize::from(and);
        if and { self.term() } else { Ok(None) }
    }

    /// The end of "two or three weeks", "5-7 days", "two weeks to three months".
    fn other_end(&mut self, left: &Term) -> Result<Option<Term>, Refusal> {
        let before = self.at;
        let length = match self.alternative() {
            0 => self.connector().unwrap_or(0),
            length => length,
        };
        if length == 0 {
            return Ok(None);
        }
        let (pieces, hedged) = (self.pieces.clone(), self.hedged.clone());
        self.at += length;
        // "two years to 5 May" is no range of years.
        match self.term()? {
            Some(right) if right.unit.is_some() || left.unit.is_none() => Ok(Some(right)),
            _ => {
                self.at = before;
                (self.pieces, self.hedged) = (pieces, hedged);
                Ok(None)
            }
        }
    }

    /// The rest of "a week or two", not that of "a week or two months".
    fn or_two(&mut self, unit: Option<Unit>) -> Option<Rational> {
        const MOST: RangeInclusive<i128> = 2..=4;
        let (length, most) = WORDS.longest(self.scan, self.at + 1, self.end)?;
        let fits = most.class == WordClass::Small && !most.ordinal && MOST.contains(&most.value);
        let next = self.at + 1 + length;
        unit.filter(|_| self.says(Role::Or) && fits && self.unit_at(next).is_none())?;
        self.at = next;
        Some(Rational::from_int(most.value))
    }

    /// Whether a unit that ends before a token is a letter or a mark that may be anything, and nothing
    /// shows that time is meant.
    pub(super) fn is_letter_alone(&self, end: usize) -> bool {
        let unit = end.wrapping_sub(1);
        let is_letter = self.scan.says(unit, Role::TimeLetter);
        let shown = self.scan.says(end, Role::FromDay);
        self.scan.word(unit).chars().count() == 1 && !(is_letter && shown)
    }
}

/// Whether a length may begin at a token: most dates that are asked have none there.
fn may_begin(scan: &Scan<'_>, at: usize) -> bool {
    let end = scan.tokens.len();
    if !scan.is(at, Class::Word) {
        return at < end;
    }
    scan.says(at, Role::Article | Role::Between | Role::From | Role::Many)
        || WORDS.longest(scan, at, end).is_some()
        || hedges::BEFORE.longest(scan, at, end).is_some()
        || VAGUE.longest(scan, at, end).is_some()
        || unit::candidates(scan, at, end).any(|(_, unit)| unit.dimension() == Dimension::Time)
}

/// From which number to which; `None` where they are reversed, below nought, or a share of something.
fn ends(left: &Term, right: Option<&Term>) -> Option<(Rational, Option<Rational>)> {
    let (low, mut high) = span(left)?;
    if let Some(right) = right {
        high = span(right)?.1;
    }
    let same_unit = right.is_none_or(|right| left.unit.is_none() || left.unit == right.unit);
    let fits = high.is_none_or(|high| low <= high || !same_unit);
    (fits && low > Rational::ZERO).then_some((low, high))
}

/// The least and the most that a number may be; a plural without a figure has no most.
fn span(term: &Term) -> Option<(Rational, Option<Rational>)> {
    match &term.number {
        Number::Vague(vague) if vague.to == Rational::ONE => None,
        Number::Vague(vague) if vague.likely_to.is_some() => Some((vague.from, None)),
        Number::Vague(vague) => Some((vague.from, Some(vague.to))),
        Number::Figure(figure) if figure.ordinal => None,
        Number::Figure(figure) => {
            let n = figure.value;
            // "thirty-something": up to the next ten.
            let decade = term.hedges.iter().any(|row| row.effect == Effect::Decade);
            let more = figure.scale.checked_mul(Rational::from_int(9))?;
            let to = if decade { n.checked_add(more)? } else { n };
            Some((n, Some(to)))
        }
    }
}

/// The pieces of a term that was read in several units, else the number of its unit.
fn pieces(read: Pieces, n: Rational, unit: Option<Unit>) -> Pieces {
    if read.len() > 1 {
        read
    } else {
        smallvec![(n, unit)]
    }
}

/// The outermost hedge that does something.
fn deciding(hedges: &[&'static HedgeRow]) -> Option<&'static HedgeRow> {
    let bound = hedges.iter().find(|row| row.effect.is_bound());
    let any = || hedges.iter().find(|row| row.effect != Effect::Plain);
    bound.or_else(any).copied()
}

/// By how much a round figure may be out: half of its last significant place.
fn error(figure: Figure) -> Option<Rational> {
    let whole = figure.value.is_integer() && figure.decimals == 0;
    let place = figure.rounded_to().filter(|_| whole)?;
    extent::rounding_error(figure.value, place)
}
