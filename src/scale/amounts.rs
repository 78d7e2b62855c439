//! Number lines.

use std::ops::Bound::{self, Excluded, Included, Unbounded};

use super::layout::{Layout, finite_ends};
use super::{Grain, Growth, Scale, Tick};
use crate::value::{Dimension, Extent, Interval, Intervals, Rational, Unit, Value, amount};

/// The line grows tenfold where its largest figure is so many times the smallest.
const ORDERS_APART: f64 = 100.0;

/// A unit in which the figures get larger than this is too small for the line.
const LARGEST_FIGURE: Rational = Rational::from_int(1_000);

/// Beyond this many powers of ten, no ticks are worth their digits.
const MOST_DIGITS: i32 = 30;

/// Lays amounts of one dimension on a line; `None` for others.
pub(super) fn lay(values: &[&Value], grain: Grain) -> Option<Scale> {
    let mut sets = Vec::with_capacity(values.len());
    let mut dimension = None;
    for value in values {
        let Extent::Amount(set, of) = &value.extent else {
            return None;
        };
        if *dimension.get_or_insert(*of) != *of {
            return None;
        }
        sets.push(set);
    }
    let dimension = dimension?;
    let unit = unit_of(values, &sets);
    let converted: Option<Vec<_>> = sets.iter().map(|set| in_unit(set, unit)).collect();
    let (unit, sets) = match converted {
        Some(sets) => (unit, sets),
        // A figure too large for the unit is drawn in the base unit.
        None => (None, sets.into_iter().cloned().collect()),
    };
    let sets: Vec<&Intervals<Rational>> = sets.iter().collect();
    let ends = finite_ends(&sets);
    let has_floor = !below_nought(dimension) && ends.first().is_none_or(|x| *x >= Rational::ZERO);
    let least = ends.iter().find(|x| **x > Rational::ZERO).copied();
    let bounded_below = sets
        .iter()
        .flat_map(|set| set.parts())
        .all(|part| part.from != Unbounded);
    let tenfold = has_floor && bounded_below && {
        let ratio = least.map_or(1.0, |least| {
            ends.last().map_or(1.0, |most| float(*most) / float(least))
        });
        ratio >= ORDERS_APART
    };
    let gap = 1.0 / grain.places.max(2) as f64;
    let line = match least.filter(|_| tenfold) {
        Some(least) => Line::tenfold(&sets, float(least), gap),
        None => Line::even(&sets, &ends, has_floor, gap),
    };
    let whole = unit.is_none() && ends.iter().all(|x| x.is_integer());
    Some(Scale {
        caption: unit.map_or_else(String::new, |unit| unit.plural().to_owned()),
        growth: if tenfold {
            Growth::Tenfold
        } else {
            Growth::Even
        },
        ticks: line.ticks(grain.ticks.max(2), whole),
        tracks: sets.iter().map(|set| line.layout.track(set)).collect(),
    })
}

/// Numbers on a line, and how they are measured.
struct Line {
    layout: Layout<Rational>,
    measure: Measure,
}

enum Measure {
    /// How much more than a number near the line.
    From(Rational),
    /// The power of ten; nought lies at the place given.
    PowerOfTen(f64),
}

impl Measure {
    fn of(&self, x: Rational) -> f64 {
        match self {
            // Exact, so that figures which differ in their last digits only are drawn apart.
            Self::From(origin) => x
                .checked_sub(*origin)
                .map_or_else(|| float(x) - float(*origin), float),
            Self::PowerOfTen(nought) if x <= Rational::ZERO => *nought,
            Self::PowerOfTen(_) => float(x).log10(),
        }
    }
}

impl Line {
    fn even(sets: &[&Intervals<Rational>], ends: &[Rational], floor: bool, gap: f64) -> Self {
        let origin = ends.first().copied().unwrap_or(Rational::ZERO);
        let measure = Measure::From(origin);
        let pad = if origin.is_integer() {
            (float(origin).abs() / 10.0).max(2.0)
        } else {
            float(origin).abs() / 4.0
        };
        let floor = floor.then(|| measure.of(Rational::ZERO));
        Self {
            layout: Layout::new(sets, |x| measure.of(x), pad, floor, gap),
            measure,
        }
    }

    fn tenfold(sets: &[&Intervals<Rational>], least: f64, gap: f64) -> Self {
        let nought = least.log10().floor() - 1.0;
        let measure = Measure::PowerOfTen(nought);
        Self {
            layout: Layout::new(sets, |x| measure.of(x), 1.0, Some(nought), gap),
            measure,
        }
    }

    /// About so many round numbers; whole ones only where asked.
    fn ticks(&self, wanted: usize, whole: bool) -> Vec<Tick> {
        let (from, to) = self.layout.range();
        let marks = match self.measure {
            Measure::From(origin) => multiples(origin, from, to, wanted, whole).unwrap_or_default(),
            Measure::PowerOfTen(nought) => powers(nought, from, to, wanted),
        };
        let four_digits = Rational::from_int(10_000);
        let grouped = marks.iter().any(|mark| *mark >= four_digits);
        let label = |mark: Rational| {
            let label = amount::figure(mark);
            // Beside 10,000, 1000 is no year.
            match label.split_at_checked(1) {
                Some((first, rest)) if grouped && mark.is_integer() && rest.len() == 3 => {
                    format!("{first},{rest}")
                }
                _ => label,
            }
        };
        marks
            .into_iter()
            .filter_map(|mark| {
                Some(Tick {
                    at: self.layout.place(mark, self.measure.of(mark))?,
                    label: label(mark),
                })
            })
            .collect()
    }
}

/// The multiples of a round step from `origin + from` to `origin + to`; `None` where they do not fit.
fn multiples(
    origin: Rational,
    from: f64,
    to: f64,
    wanted: usize,
    whole: bool,
) -> Option<Vec<Rational>> {
    let aim = (to - from) / wanted as f64;
    let power = aim.log10().floor();
    if !power.is_finite() || power.abs() > MOST_DIGITS.into() {
        return None;
    }
    let share = aim / 10_f64.powf(power);
    let times = [1, 2, 5]
        .into_iter()
        .find(|times| share <= f64::from(*times));
    let (times, power) = match times {
        Some(times) => (times, power as i32),
        None => (1, power as i32 + 1),
    };
    let mut step = power_of_ten(power)?.checked_mul(Rational::from_int(times.into()))?;
    if whole {
        step = step.max(Rational::ONE);
    }
    let ratio = origin.checked_div(step)?;
    let first = ratio.floor();
    let size = float(step);
    // Both are within a few dozens, for the line is about `wanted` steps long.
    let (back, ahead) = (
        (from / size).floor() as i128,
        (to / size).ceil() as i128 + 1,
    );
    (back..=ahead)
        .map(|at| Rational::from_int(first.checked_add(at)?).checked_mul(step))
        .collect()
}

/// The powers of ten from one to another, and nought; a few steps between where there is room.
fn powers(nought: f64, from: f64, to: f64, wanted: usize) -> Vec<Rational> {
    let (first, last) = (from.ceil() as i32, to.floor() as i32);
    let n_powers = usize::try_from(last - first + 1).unwrap_or_default();
    let stride = n_powers.div_ceil(wanted).max(1);
    let between: &[i128] = match n_powers * 3 <= wanted * 2 {
        true => &[1, 2, 5],
        false => &[1],
    };
    let powers = (first..=last).step_by(stride).filter_map(power_of_ten);
    let mut marks: Vec<Rational> = powers
        .flat_map(|power| {
            between
                .iter()
                .filter_map(move |times| power.checked_mul(Rational::from_int(*times)))
        })
        .collect();
    if from <= nought {
        marks.retain(|mark| float(*mark).log10() > nought);
        marks.insert(0, Rational::ZERO);
    }
    marks
}

fn power_of_ten(power: i32) -> Option<Rational> {
    let size = 10_i128.checked_pow(power.unsigned_abs())?;
    if power < 0 {
        Rational::new(1, size)
    } else {
        Some(Rational::from_int(size))
    }
}

/// The unit to draw in: the smallest of those written in which the figures stay short, else the largest.
fn unit_of(values: &[&Value], sets: &[&Intervals<Rational>]) -> Option<Unit> {
    let one = |unit: Option<Unit>| match unit {
        Some(unit) => size(unit).unwrap_or(Rational::ONE),
        None => Rational::ONE,
    };
    let written = values.iter().map(|value| value.unit);
    // Of a name with several readings, the first serves where no other unit is written.
    let certain = written
        .clone()
        .filter(|unit| unit.is_none_or(|unit| unit.readings().count() == 1));
    let mut units: Vec<Option<Unit>> = certain.collect();
    if units.is_empty() {
        units = written
            .map(|unit| unit.and_then(|unit| unit.readings().next()))
            .collect();
    }
    units.sort_by_key(|unit| one(*unit));
    let most = finite_ends(sets).last().copied().unwrap_or(Rational::ZERO);
    let fits = |unit: &&Option<Unit>| {
        let figure = unit.map_or(Some(most), |unit| unit.from_base(most));
        figure.is_some_and(|figure| figure <= LARGEST_FIGURE)
    };
    let chosen = units.iter().find(fits).or(units.last());
    chosen.copied().flatten()
}

/// How much of the base unit one is.
fn size(unit: Unit) -> Option<Rational> {
    let (one, nought) = (unit.to_base(Rational::ONE)?, unit.to_base(Rational::ZERO)?);
    one.checked_sub(nought)
}

/// The set, counted in a unit.
fn in_unit(set: &Intervals<Rational>, unit: Option<Unit>) -> Option<Intervals<Rational>> {
    let Some(unit) = unit else {
        return Some(set.clone());
    };
    let convert = |bound: Bound<Rational>| {
        Some(match bound {
            Included(x) => Included(unit.from_base(x)?),
            Excluded(x) => Excluded(unit.from_base(x)?),
            Unbounded => Unbounded,
        })
    };
    let parts = set.parts().iter().map(|part| {
        let (from, to) = (convert(part.from)?, convert(part.to)?);
        Some(Interval { from, to })
    });
    parts.collect::<Option<_>>().map(Intervals::new)
}

/// Whether nought is no lowest amount.
fn below_nought(dimension: Dimension) -> bool {
    dimension == Dimension::Temperature
}

/// The nearest float: for drawing only.
fn float(x: Rational) -> f64 {
    x.numerator() as f64 / x.denominator() as f64
}
