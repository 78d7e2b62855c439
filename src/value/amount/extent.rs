//! From a figure and its hedges to the set of amounts that they allow.
//!
//! All of this happens in the unit as written; bounds are turned into base units at the end.

use std::ops::Bound::{self, Excluded, Included, Unbounded};

use super::super::{Interval, Rational};
use super::number::{Figure, Number, Vague};
use super::table::hedges::{Effect, HedgeRow};
use super::table::units::A_YEAR;
use super::unit::Unit;
use super::{Dimension, Rounding};

/// The stretch that a number with its hedges allows, and how the bare figure was taken.
///
/// `None` where a bound does not fit into 128 bits.
pub(super) fn stretch(
    number: &Number,
    hedges: &[&HedgeRow],
    unit: Option<Unit>,
    age: bool,
) -> Option<(Interval<Rational>, Rounding)> {
    let (plain, rounding) = plain(number, unit, age)?;
    let has_bound = hedges.iter().any(|row| row.effect.is_bound());
    let mut stretch = match number {
        // Bounds use the bare figure.
        Number::Figure(figure) if has_bound => Interval::point(figure.value),
        _ => plain,
    };
    let soft = hedges.iter().filter(|row| !row.effect.is_bound());
    for row in soft {
        if let Number::Figure(figure) = number {
            let decade = figure.scale.checked_mul(Rational::from_int(10))?;
            let step = match unit {
                Some(unit) if unit.is_era() => halved(resolution(figure)?)?,
                _ => figure.step(),
            };
            stretch = match row.effect {
                Effect::Decade => half_open(figure.value, figure.value.checked_add(decade)?),
                effect => soften(effect, figure.value, step, stretch, plain, rounding)?,
            };
        }
    }
    for row in hedges.iter().filter(|row| row.effect.is_bound()) {
        stretch = bound(
            row.effect,
            stretch,
            unit.is_some_and(Unit::goes_below_nought),
        );
    }
    // Who is 17 at most has not turned 18.
    if rounding == Rounding::Age && hedges.iter().any(|row| row.effect == Effect::AtMost) {
        stretch.to = plain.to;
    }
    let hedged = hedges.iter().any(|row| row.effect != Effect::Plain);
    Some((stretch, if hedged { Rounding::Hedged } else { rounding }))
}

/// The end points alone, as ranges use them: the bare figure, a year of age, or a hedged figure.
pub(super) fn end_of_range(
    number: &Number,
    hedges: &[&HedgeRow],
    unit: Option<Unit>,
    age: bool,
) -> Option<Interval<Rational>> {
    match number {
        Number::Figure(figure) if hedges.iter().all(|row| row.effect == Effect::Plain) => {
            match plain(number, unit, age)? {
                (year, Rounding::Age) => Some(year),
                _ => Some(Interval::point(figure.value)),
            }
        }
        _ => stretch(number, hedges, unit, age).map(|(stretch, _)| stretch),
    }
}

/// What a number without hedges allows.
fn plain(number: &Number, unit: Option<Unit>, age: bool) -> Option<(Interval<Rational>, Rounding)> {
    let couple;
    let figure = match number {
        Number::Figure(figure) => figure,
        // A couple of years is two of them, and as rough.
        Number::Vague(vague) if vague.from == vague.to => {
            couple = Figure::whole(vague.from);
            &couple
        }
        Number::Vague(vague) => return Some((of_vague(vague), Rounding::Vague)),
    };
    let dimension = unit.map_or(Dimension::Count, Unit::dimension);
    let n = figure.value;
    if dimension == Dimension::Time {
        return match unit {
            Some(unit) if age && is_lifetime(n, unit) => {
                let one = resolution(figure)?;
                Some((half_open(n, n.checked_add(one)?), Rounding::Age))
            }
            _ => elapsed(figure, unit),
        };
    }
    let is_year = figure.year_like && unit.is_none();
    if unit.is_some() && dimension.is_measured() && figure.decimals == 0 {
        let rounding = if is_in_degrees(dimension) {
            Rounding::Degrees
        } else {
            Rounding::Measured
        };
        return Some((measured(figure, dimension)?, rounding));
    }
    if let Some(place) = figure.rounded_to().filter(|_| !is_year) {
        let error = rounding_error(n, place)?;
        return Some((rounded(n, error)?, Rounding::Rounded));
    }
    if unit.is_none() && figure.parts > 1 && !n.is_integer() {
        let error = rounding_error(n, resolution(figure)?)?;
        return Some((rounded(n, error)?, Rounding::Share));
    }
    Some((Interval::point(n), Rounding::Exact))
}

/// Whether somebody may be so old; what is older is no person, and its age is elapsed time.
fn is_lifetime(n: Rational, unit: Unit) -> bool {
    const LONGEST: Rational = Rational::from_int(125 * A_YEAR);
    !unit.is_era() && unit.to_base(n).is_some_and(|age| age <= LONGEST)
}

/// Elapsed time: years may be rounded or truncated, decades and longer are rough.
fn elapsed(figure: &Figure, unit: Option<Unit>) -> Option<(Interval<Rational>, Rounding)> {
    let n = figure.value;
    // "half a dozen hours" are six.
    let whole = Figure::whole(n);
    let figure = match figure.parts > 1 && n.is_integer() && figure.rounded_to().is_none() {
        true => &whole,
        false => figure,
    };
    if n == Rational::ZERO {
        return Some((Interval::point(n), Rounding::Exact));
    }
    let to_its_place = match figure.rounded_to() {
        Some(place) => Some(rounded(n, rounding_error(n, place)?)?),
        None => None,
    };
    if figure.decimals > 0 {
        return to_its_place.map(|stretch| (stretch, Rounding::Rounded));
    }
    let one = resolution(figure)?;
    let half = halved(one)?;
    let from = n.checked_sub(half)?;
    if unit.is_some_and(Unit::is_era) {
        return Some((rounded(n, half)?, Rounding::Rough));
    }
    // "four and a half billion years" are rounded like "4.5 billion".
    if figure.parts > 1 && figure.scale > Rational::ONE {
        return to_its_place.map(|stretch| (stretch, Rounding::Rounded));
    }
    if figure.parts > 1 {
        return Some((half_open(from, n.checked_add(half)?), Rounding::Fraction));
    }
    let elapsed = half_open(from, n.checked_add(one)?);
    let widest = to_its_place.map_or(elapsed, |rounded| hull(elapsed, rounded));
    Some((widest, Rounding::Elapsed))
}

/// A measured amount: half of the last place to either side, at most 5 %.
fn measured(figure: &Figure, dimension: Dimension) -> Option<Interval<Rational>> {
    let n = figure.value;
    let whole_degrees = is_in_degrees(dimension);
    let place = match figure.rounded_to() {
        _ if whole_degrees => resolution(figure)?,
        // "100 percent" is the whole, not a round figure.
        Some(_) if dimension == Dimension::Share && n <= Rational::from_int(100) => Rational::ONE,
        Some(place) => place,
        None if figure.ordinal => Rational::ZERO,
        None => resolution(figure)?,
    };
    // Shares of a temperature mean nothing: its nought is not the least there can be.
    let error = if whole_degrees {
        halved(place)?
    } else {
        rounding_error(n, place)?
    };
    rounded(n, error)
}

/// Whether shares of a figure mean nothing, because its nought is not the least there can be.
fn is_in_degrees(dimension: Dimension) -> bool {
    matches!(dimension, Dimension::Temperature | Dimension::Angle)
}

/// The smallest difference that the figure tells: one, or one part of a fraction.
fn resolution(figure: &Figure) -> Option<Rational> {
    if figure.decimals > 0 {
        return Some(figure.step());
    }
    Rational::new(1, figure.parts)
}

/// Half of the last significant place, at most 5 %.
pub(super) fn rounding_error(n: Rational, place: Rational) -> Option<Rational> {
    let twentieth = n.checked_abs()?.checked_div(Rational::from_int(20))?;
    Some(halved(place)?.min(twentieth))
}

fn halved(x: Rational) -> Option<Rational> {
    x.checked_div(Rational::from_int(2))
}

fn of_vague(vague: &Vague) -> Interval<Rational> {
    let end = |x, open| if open { Excluded(x) } else { Included(x) };
    Interval {
        from: end(vague.from, vague.from_open),
        to: end(vague.to, vague.to_open),
    }
}

/// What is rounded to a figure: its upper end would be rounded to the next.
fn rounded(n: Rational, error: Rational) -> Option<Interval<Rational>> {
    if error == Rational::ZERO {
        return Some(Interval::point(n));
    }
    Some(half_open(n.checked_sub(error)?, n.checked_add(error)?))
}

fn around(n: Rational, error: Rational) -> Option<Interval<Rational>> {
    Some(Interval {
        from: Included(n.checked_sub(error)?),
        to: Included(n.checked_add(error)?),
    })
}

fn half_open(from: Rational, to: Rational) -> Interval<Rational> {
    Interval {
        from: Included(from),
        to: Excluded(to),
    }
}

/// The effect of a hedge that leaves neither side open.
fn soften(
    effect: Effect,
    n: Rational,
    step: Rational,
    inner: Interval<Rational>,
    plain: Interval<Rational>,
    rounding: Rounding,
) -> Option<Interval<Rational>> {
    let tenth = n.checked_abs()?.checked_div(Rational::from_int(10))?;
    let reach = tenth.max(step);
    let away = if n < Rational::ZERO {
        Rational::ZERO.checked_sub(reach)?
    } else {
        reach
    };
    Some(match effect {
        // It only ever widens.
        Effect::About => hull(hull(around(n, reach)?, plain), inner),
        Effect::Almost => between_open(n.checked_sub(away)?, n),
        Effect::JustOver => between_open(n.checked_add(away)?, n),
        Effect::Exactly if rounding == Rounding::Age => plain,
        Effect::Exactly => Interval::point(n),
        _ => inner,
    })
}

/// From `end`, which is in, to `n`, which is out, in whichever order they lie.
fn between_open(end: Rational, n: Rational) -> Interval<Rational> {
    if end < n {
        half_open(end, n)
    } else {
        Interval {
            from: Excluded(n),
            to: Included(end),
        }
    }
}

/// The effect of a hedge that leaves one side open, on what stands behind it.
fn bound(effect: Effect, inner: Interval<Rational>, below_nought: bool) -> Interval<Rational> {
    let shut = |bound: Bound<Rational>| match bound {
        Included(x) | Excluded(x) => Included(x),
        Unbounded => Unbounded,
    };
    let open = |bound: Bound<Rational>| match bound {
        Included(x) | Excluded(x) => Excluded(x),
        Unbounded => Unbounded,
    };
    // A count below a positive one is not below nought.
    let floor = match inner.to {
        _ if matches!(effect, Effect::AnyLess | Effect::AnyUpTo) => Unbounded,
        Included(x) | Excluded(x) if below_nought || x < Rational::ZERO => Unbounded,
        Included(x) | Excluded(x) if x == Rational::ZERO => Unbounded,
        _ => Included(Rational::ZERO),
    };
    match effect {
        Effect::MoreThan => Interval {
            from: open(inner.from),
            to: Unbounded,
        },
        Effect::AtLeast => Interval {
            from: shut(inner.from),
            to: Unbounded,
        },
        Effect::LessThan | Effect::AnyLess => Interval {
            from: floor,
            to: open(inner.to),
        },
        Effect::AtMost | Effect::AnyUpTo => Interval {
            from: floor,
            to: shut(inner.to),
        },
        _ => inner,
    }
}

/// A stretch without what lies above the most there can be.
pub(super) fn capped(stretch: Interval<Rational>, most: Rational) -> Interval<Rational> {
    let within = match stretch.to {
        Included(x) => x <= most,
        Excluded(x) => x <= most,
        Unbounded => false,
    };
    let nothing = matches!(stretch.from, Excluded(x) | Included(x) if x >= most);
    if within || nothing {
        stretch
    } else {
        Interval {
            to: Included(most),
            ..stretch
        }
    }
}

/// A bound moved by a fifth of itself, down or up.
pub(super) fn farther(bound: Bound<Rational>, direction: i128) -> Option<Bound<Rational>> {
    let fifth = Rational::new(direction, 5)?;
    try_map(bound, |x| {
        x.checked_add(x.checked_abs()?.checked_mul(fifth)?)
    })
}

fn try_map(
    bound: Bound<Rational>,
    f: impl Fn(Rational) -> Option<Rational>,
) -> Option<Bound<Rational>> {
    Some(match bound {
        Included(x) => Included(f(x)?),
        Excluded(x) => Excluded(f(x)?),
        Unbounded => Unbounded,
    })
}

/// The smallest stretch around two.
pub(super) fn hull(a: Interval<Rational>, b: Interval<Rational>) -> Interval<Rational> {
    let from = match (a.from, b.from) {
        (Included(x), Excluded(y)) | (Excluded(y), Included(x)) if x == y => Included(x),
        (Included(x) | Excluded(x), Included(y) | Excluded(y)) => {
            if x <= y {
                a.from
            } else {
                b.from
            }
        }
        _ => Unbounded,
    };
    let to = match (a.to, b.to) {
        (Included(x), Excluded(y)) | (Excluded(y), Included(x)) if x == y => Included(x),
        (Included(x) | Excluded(x), Included(y) | Excluded(y)) => {
            if x >= y {
                a.to
            } else {
                b.to
            }
        }
        _ => Unbounded,
    };
    Interval { from, to }
}
