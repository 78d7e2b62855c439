//! From a phrase to its value: the extent of each of its shapes, in the base unit.

use std::ops::Bound::{self, Excluded, Included};

use super::number::Number;
use super::phrase::share::is_share;
use super::phrase::{Phrase, Shape, Term, outer_hedge};
use super::table::vague::PLURAL;
use super::{Dimension, Rounding, Unit, extent, refusal};
use crate::value::{Context, Extent, Interval, Intervals, Kind, Rational, Refusal, Value};

/// The value of a phrase, and how its figure was taken.
pub(super) fn evaluate(
    phrase: &Phrase,
    text: &str,
    kind: Kind,
    cx: &Context<'_>,
) -> Result<(Value, Rounding), Refusal> {
    let (extent, rounding) = extent_of(phrase, text, kind, cx)?;
    let (figure, hedge) = match phrase.shapes.as_slice() {
        [Shape::One(term)] => (term.number.value(), outer_hedge(term)),
        [Shape::Tolerance(term, _)] => (term.number.value(), Some("about")),
        [Shape::Either(..)] => (None, Some("or")),
        [_] => (None, Some("between")),
        _ => (None, Some("or")),
    };
    let unit = match phrase.shapes.last() {
        Some(shape) => unit_of(shape.last(), kind, cx)?,
        None => None,
    };
    let counted = phrase.counted.as_deref().cloned();
    let counted = counted.map(|counted| counted.beside(cx.labels, cx.subject));
    let mut value = Value {
        kind,
        extent,
        likely: None,
        counted: counted.map(Box::new),
        otherwise: None,
        figure,
        unit,
        hedge,
    };
    if let Some(likely) = phrase.as_likely()
        && let Ok((extent, _)) = extent_of(&likely, text, kind, cx)
    {
        value = value.likely_to_be(extent, PLURAL.doubt);
    }
    if phrase.negated {
        value = crate::value::negate(value)?;
        value.hedge = Some("not");
    }
    Ok((value, rounding))
}

/// All that the shapes of a phrase allow.
fn extent_of(
    phrase: &Phrase,
    text: &str,
    kind: Kind,
    cx: &Context<'_>,
) -> Result<(Extent, Rounding), Refusal> {
    let mut set = Vec::with_capacity(1);
    let mut dimension = None;
    let mut rounding = Rounding::Hedged;
    for shape in &phrase.shapes {
        let unit = unit_of(shape.last(), kind, cx)?;
        let measures = measures(shape.last(), unit);
        if let Shape::One(term) = shape {
            check_point(term, measures)?;
        }
        match dimension {
            Some(known) if known != measures && !is_nought(shape.last(), unit) => {
                return Err(refusal::different_units(text));
            }
            Some(_) => {}
            // Nought is a count and a share.
            None if is_nought(shape.last(), unit) => {}
            None => dimension = Some(measures),
        }
        match unit {
            None => rounding = stretches(shape, None, text, kind, cx, &mut set)?,
            Some(unit) => {
                for reading in unit.readings() {
                    rounding = stretches(shape, Some((unit, reading)), text, kind, cx, &mut set)?;
                }
            }
        }
    }
    let set = match set.as_slice() {
        [only] => Intervals::from(*only),
        _ => Intervals::new(set),
    };
    Ok((
        Extent::Amount(set, dimension.unwrap_or(Dimension::Count)),
        rounding,
    ))
}

/// The unit of a term, or the one that the property gives to bare figures.
fn unit_of(term: &Term, kind: Kind, cx: &Context<'_>) -> Result<Option<Unit>, Refusal> {
    let age_unit = || {
        (cx.age || term.age)
            .then(|| Unit::from_name("year"))
            .flatten()
    };
    // The "18s" of an age are people of 18, not 18 seconds.
    let said = term.unit.filter(|_| !(cx.age && term.plural));
    let unit = said.or(cx.unit).or_else(age_unit);
    match kind {
        Kind::Money | Kind::Duration if unit.is_none() => Err(refusal::no_unit(kind)),
        _ => Ok(unit),
    }
}

/// Adds what a shape allows, in the base unit; `reading` replaces a unit that has several.
fn stretches(
    shape: &Shape,
    reading: Option<(Unit, Unit)>,
    text: &str,
    kind: Kind,
    cx: &Context<'_>,
    set: &mut Vec<Interval<Rational>>,
) -> Result<Rounding, Refusal> {
    let reader = Reader {
        reading,
        text,
        kind,
        cx,
    };
    let (stretch, rounding) = match shape {
        Shape::One(term) => reader.one(term)?,
        Shape::Either(left, right) => {
            reader.same_dimension(left, right)?;
            let (low, high) = (reader.side(left)?, reader.side(right)?);
            (extent::hull(low, high), Rounding::Hedged)
        }
        Shape::Range(left, right) => (reader.range(left, right)?, Rounding::Hedged),
        Shape::Split(left, right) => return Err(split(left, right, text)),
        Shape::Tolerance(middle, error) => (reader.tolerance(middle, error)?, Rounding::Hedged),
        Shape::Both(left, right) => {
            reader.same_dimension(left, right)?;
            let left = Intervals::from(reader.side(left)?);
            let both = left.intersection(&Intervals::from(reader.side(right)?));
            let hull = both.hull().ok_or_else(|| refusal::no_overlap(text))?;
            (hull, Rounding::Hedged)
        }
    };
    set.push(stretch);
    Ok(rounding)
}

/// What all terms of a shape are read by.
struct Reader<'a, 'c> {
    /// A unit that has several readings, and the one of them that is meant.
    reading: Option<(Unit, Unit)>,
    text: &'a str,
    kind: Kind,
    cx: &'a Context<'c>,
}

impl Reader<'_, '_> {
    /// One amount.
    fn one(&self, term: &Term) -> Result<(Interval<Rational>, Rounding), Refusal> {
        check_bounds(term, self.text)?;
        let unit = self.unit(term)?;
        let age = self.is_age(term);
        let (stretch, rounding) = extent::stretch(&term.number, &term.hedges, unit, age)
            .ok_or_else(refusal::too_large)?;
        Ok(match (term.total, unit) {
            // There are no more than all.
            (Some(total), None) => (extent::capped(stretch, total), rounding),
            _ => (base(Some(stretch), unit)?, rounding),
        })
    }

    /// One of two amounts.
    fn side(&self, term: &Term) -> Result<Interval<Rational>, Refusal> {
        check_bounds(term, self.text)?;
        let unit = self.unit(term)?;
        let stretch = extent::stretch(&term.number, &term.hedges, unit, self.is_age(term));
        base(stretch.map(|(stretch, _)| stretch), unit)
    }

    /// One end of a range.
    fn end(&self, term: &Term) -> Result<Interval<Rational>, Refusal> {
        check_bounds(term, self.text)?;
        let (unit, age) = (self.unit(term)?, self.is_age(term));
        let end = extent::end_of_range(&term.number, &term.hedges, unit, age);
        base(end, unit)
    }

    /// From one amount to another.
    fn range(&self, left: &Term, right: &Term) -> Result<Interval<Rational>, Refusal> {
        self.same_dimension(left, right)?;
        // "about 5 to 7": the hedge holds for both ends.
        let mut right = right.clone();
        if right.hedges.is_empty() {
            let soft = left.hedges.iter().filter(|row| !row.effect.is_bound());
            right.hedges.extend(soft.copied());
        }
        let (low, high) = (self.end(left)?, self.end(&right)?);
        // "minus 5 to minus 10" counts from nought.
        let below_nought = |term: &Term| term.number.value().is_some_and(|n| n < Rational::ZERO);
        let joined = match join(low, high) {
            None if below_nought(left) && below_nought(&right) => join(high, low),
            joined => joined,
        };
        joined.ok_or_else(|| match self.is_bare(left) && self.is_bare(&right) {
            true => refusal::reversed_or_score(self.text),
            false => refusal::reversed(self.text),
        })
    }

    /// An amount and how far it may be out.
    fn tolerance(&self, middle: &Term, error: &Term) -> Result<Interval<Rational>, Refusal> {
        self.same_dimension(middle, error)?;
        let (Number::Figure(n), Number::Figure(error)) = (middle.number, error.number) else {
            return Err(refusal::no_figure(self.kind));
        };
        let ends = n
            .value
            .checked_sub(error.value)
            .zip(n.value.checked_add(error.value));
        let (low, high) = ends.ok_or_else(refusal::too_large)?;
        let stretch = Interval::closed(low, high).ok_or_else(|| refusal::reversed(self.text))?;
        base(Some(stretch), self.unit(middle)?)
    }

    /// The unit of a term; of several that its name may stand for, the one that is meant.
    fn unit(&self, term: &Term) -> Result<Option<Unit>, Refusal> {
        let unit = unit_of(term, self.kind, self.cx)?;
        Ok(match (unit, self.reading) {
            (Some(unit), Some((general, special))) if unit == general => Some(special),
            (Some(unit), _) => unit.readings().next(),
            (None, _) => None,
        })
    }

    fn is_age(&self, term: &Term) -> bool {
        term.age || self.cx.age
    }

    /// Whether an end may as well be a side of a score.
    fn is_bare(&self, term: &Term) -> bool {
        let soft = term.hedges.iter().all(|row| !row.effect.is_bound());
        let is_share = |unit: Unit| unit.dimension() == Dimension::Share;
        soft && self.unit(term).is_ok_and(|unit| unit.is_none_or(is_share))
    }

    fn same_dimension(&self, a: &Term, b: &Term) -> Result<(), Refusal> {
        let unit = |term: &Term| unit_of(term, self.kind, self.cx);
        let (in_a, in_b) = (unit(a)?, unit(b)?);
        let same = measures(a, in_a) == measures(b, in_b);
        if same || is_nought(a, in_a) || is_nought(b, in_b) {
            Ok(())
        } else {
            Err(refusal::different_units(self.text))
        }
    }
}

/// Why two sides are no range.
fn split(left: &Term, right: &Term, text: &str) -> Refusal {
    match (left.number.value(), right.number.value()) {
        (Some(a), Some(b)) if a < b && b > Rational::ONE => {
            refusal::range_or_split(text, &format!("{a} to {b}"))
        }
        _ => refusal::split(text),
    }
}

fn base(
    stretch: Option<Interval<Rational>>,
    unit: Option<Unit>,
) -> Result<Interval<Rational>, Refusal> {
    stretch
        .and_then(|stretch| to_base(stretch, unit))
        .ok_or_else(refusal::too_large)
}

/// Refuses "3.350" and "£12.345", whose point may part thousands.
fn check_point(term: &Term, measures: Dimension) -> Result<(), Refusal> {
    let Number::Figure(figure) = term.number else {
        return Ok(());
    };
    let thousand = Rational::from_int(1_000);
    let thousands = match figure.value.checked_mul(thousand) {
        Some(n) if n.is_integer() && figure.decimals == 3 && figure.scale == Rational::ONE => {
            n.numerator()
        }
        _ => return Ok(()),
    };
    let share = matches!(measures, Dimension::Share | Dimension::Points);
    let money = matches!(measures, Dimension::Money(_)) && thousands >= 10_000;
    let doubtful = (1_000..1_000_000).contains(&thousands) && !share;
    if doubtful && (money || thousands % 10 == 0) {
        let (whole, part) = (thousands / 1_000, thousands % 1_000);
        let written = format!("{whole}.{part:03}");
        return Err(refusal::thousands_or_decimals(thousands, &written));
    }
    Ok(())
}

/// Refuses two bounds of one figure.
fn check_bounds(term: &Term, text: &str) -> Result<(), Refusal> {
    let n_bounds = term
        .hedges
        .iter()
        .filter(|row| row.effect.is_bound())
        .count();
    if n_bounds > 1 {
        Err(refusal::two_bounds(text))
    } else {
        Ok(())
    }
}

/// What a term measures in its unit, if it has one.
fn measures(term: &Term, unit: Option<Unit>) -> Dimension {
    match unit {
        Some(unit) => unit.dimension(),
        None if is_share(&term.number) => Dimension::Share,
        None => Dimension::Count,
    }
}

/// Whether a term is a bare nought.
fn is_nought(term: &Term, unit: Option<Unit>) -> bool {
    unit.is_none() && term.number.value() == Some(Rational::ZERO)
}

fn to_base(stretch: Interval<Rational>, unit: Option<Unit>) -> Option<Interval<Rational>> {
    let Some(unit) = unit else {
        return Some(stretch);
    };
    let convert = |bound: Bound<Rational>| {
        Some(match bound {
            Included(x) => Included(unit.to_base(x)?),
            Excluded(x) => Excluded(unit.to_base(x)?),
            Bound::Unbounded => Bound::Unbounded,
        })
    };
    Some(Interval {
        from: convert(stretch.from)?,
        to: convert(stretch.to)?,
    })
}

/// From the start of the one to the end of the other; `None` where they are reversed.
fn join(low: Interval<Rational>, high: Interval<Rational>) -> Option<Interval<Rational>> {
    Interval::new(low.from, high.to)
}
