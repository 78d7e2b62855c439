//! Numbers with infinitesimals beside them, and the ends of what lies between two of them.
//!
//! The infinitesimals make strict bounds exact (Dutertre and de Moura 2006, "A fast linear-arithmetic
//! solver for DPLL(T)", section 5), and days and moments one line: a moment is its day and, in hairs,
//! its time of that day. A bound on days leaves the time open, and so ends [`OPEN`] hairs further out;
//! "before the hearing" ends one hair before it, on the same day or not. As days are whole numbers and
//! hairs decide only between equal days, no contradiction is lost and none is made.

use std::ops::Bound::{self, Excluded, Included, Unbounded};

use crate::value::date::Minute;
use crate::value::{Day, Extent, Interval, Intervals, Point, Rational, RelativeDate, Side, Times};

/// A number, and how many infinitesimals more: `x < 3` is `x <= 3 - ε`; of a moment, the number of its
/// day, and its time of that day. Ordered by the number first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Near {
    /// The number.
    pub value: Rational,
    /// How many infinitesimals more.
    pub hairs: Rational,
}

impl Point for Near {}

/// What lies between two ends, both included: hairs say what is left out.
pub(super) type Span = Interval<Near>;

/// More hairs than any chain of strict bounds has, and any time of day.
const OPEN: i128 = 1 << 50;

/// As many hairs as a minute of the day has, so that many moments in a row fit into one.
const MINUTE: i128 = 1 << 20;

impl Near {
    pub(super) const ZERO: Self = Self::exactly(Rational::ZERO);

    pub(super) const fn exactly(value: Rational) -> Self {
        Self {
            value,
            hairs: Rational::ZERO,
        }
    }

    const fn and(value: Rational, hairs: i128) -> Self {
        Self {
            value,
            hairs: Rational::from_int(hairs),
        }
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            value: self.value.checked_add(other.value)?,
            hairs: self.hairs.checked_add(other.hairs)?,
        })
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            value: self.value.checked_sub(other.value)?,
            hairs: self.hairs.checked_sub(other.hairs)?,
        })
    }

    pub(super) fn times(self, factor: Rational) -> Option<Self> {
        Some(Self {
            value: self.value.checked_mul(factor)?,
            hairs: self.hairs.checked_mul(factor)?,
        })
    }

    pub(super) fn over(self, divisor: Rational) -> Option<Self> {
        Some(Self {
            value: self.value.checked_div(divisor)?,
            hairs: self.hairs.checked_div(divisor)?,
        })
    }

    /// The least that a span holds; `None` where it has no lower end.
    pub(super) fn least(span: &Span) -> Option<Self> {
        end(span.from)
    }

    /// The most that a span holds; `None` where it has no upper end.
    pub(super) fn most(span: &Span) -> Option<Self> {
        end(span.to)
    }
}

fn end<T>(bound: Bound<T>) -> Option<T> {
    match bound {
        Included(end) | Excluded(end) => Some(end),
        Unbounded => None,
    }
}

/// Every sum of a point of the one and a point of the other; `None` where an end does not fit.
pub(super) fn sum(a: &Span, b: &Span) -> Option<Span> {
    let add = |a: Bound<Near>, b: Bound<Near>| match (end(a), end(b)) {
        (Some(a), Some(b)) => a.plus(b).map(Included),
        _ => Some(Unbounded),
    };
    Some(Interval {
        from: add(a.from, b.from)?,
        to: add(a.to, b.to)?,
    })
}

/// Every point with the other sign; `None` where an end does not fit.
pub(super) fn opposite(a: &Span) -> Option<Span> {
    scaled(a, Rational::from_int(-1))
}

/// Every point times a factor other than nought; `None` where an end does not fit.
pub(super) fn scaled(a: &Span, factor: Rational) -> Option<Span> {
    let times = |bound: Bound<Near>| match end(bound) {
        Some(end) => end.times(factor).map(Included),
        None => Some(Unbounded),
    };
    let (from, to) = (times(a.from)?, times(a.to)?);
    Some(if factor < Rational::ZERO {
        Interval { from: to, to: from }
    } else {
        Interval { from, to }
    })
}

/// A stretch of amounts.
pub(super) fn amounts(stretch: &Interval<Rational>) -> Span {
    let near = |bound, hair| match bound {
        Included(value) => Included(Near::exactly(value)),
        Excluded(value) => Included(Near::and(value, hair)),
        Unbounded => Unbounded,
    };
    Interval {
        from: near(stretch.from, 1),
        to: near(stretch.to, -1),
    }
}

/// A span of amounts as the stretch that it is.
#[must_use]
pub fn stretch(span: &Interval<Near>) -> Interval<Rational> {
    let bound = |end: Option<Near>| match end {
        Some(end) if end.hairs == Rational::ZERO => Included(end.value),
        Some(end) => Excluded(end.value),
        None => Unbounded,
    };
    Interval {
        from: bound(Near::least(span)),
        to: bound(Near::most(span)),
    }
}

/// A stretch of days at any time of these; its ends are included.
pub(super) fn at_any_time(days: &Interval<Rational>) -> Span {
    let open = |bound, hairs| match bound {
        Included(day) | Excluded(day) => Included(Near::and(day, hairs)),
        Unbounded => Unbounded,
    };
    Interval {
        from: open(days.from, -OPEN),
        to: open(days.to, OPEN),
    }
}

/// The whole days of a span at any time, but no further than the span.
pub(super) fn by_day(span: &Span, days: Interval<Rational>) -> Option<Span> {
    let days = at_any_time(&days);
    let from = Near::least(span).max(Near::least(&days));
    let to = match (Near::most(span), Near::most(&days)) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    Interval::new(
        from.map_or(Unbounded, Included),
        to.map_or(Unbounded, Included),
    )
}

/// Days as numbers, from the first to the last of each stretch.
pub(super) fn numbers(set: &Intervals<Day>) -> Intervals<Rational> {
    let number = |bound: Bound<Day>| bound.map(number);
    let parts = set.parts().iter();
    Intervals::new(
        parts
            .filter_map(|part| Interval::new(number(part.from), number(part.to)))
            .collect(),
    )
}

fn number(day: Day) -> Rational {
    Rational::from_int(i128::from(day.0))
}

/// Days, at any time of these.
pub(super) fn days(set: &Intervals<Day>) -> Intervals<Near> {
    let set = numbers(set);
    Intervals::new(set.parts().iter().map(at_any_time).collect())
}

/// Times of day as one stretch of moments, up to the middle of the last minute; days where they are
/// of several stretches of days.
pub(super) fn times(times: &Times) -> Intervals<Near> {
    let all = times.days();
    let stretch = times.stretches().and_then(|stretches| stretches.hull());
    let (Some(stretch), [_]) = (stretch, all.parts()) else {
        return days(&all);
    };
    let moment = |bound: Bound<Minute>, earlier: i128| {
        end(bound).map_or(Unbounded, |minute| {
            let (day, minute) = minute.split();
            let hairs = i128::from(minute) * MINUTE - earlier;
            match hairs < 0 {
                // The midnight that ends the day before.
                true => Included(Near::and(number(Day(day.0.saturating_sub(1))), OPEN)),
                false => Included(Near::and(number(day), hairs)),
            }
        })
    };
    let span = Interval::new(moment(stretch.from, 0), moment(stretch.to, MINUTE / 2));
    span.map_or_else(|| days(&all), Intervals::from)
}

/// Days and times of day in days and parts of a day; nothing where they are of many stretches.
pub(super) fn in_parts_of_days(extent: &Extent) -> Option<Intervals<Near>> {
    let moment = |minute: Minute| {
        let (day, minute) = minute.split();
        number(day).checked_add(Rational::new(minute.into(), 1_440)?)
    };
    let next = |day: Rational| day.checked_add(Rational::ONE);
    let parts: Vec<Interval<Rational>> = match extent {
        Extent::Times(times) => {
            let stretch = times.stretches()?.hull()?;
            let bound = |bound: Bound<Minute>| end(bound).map(moment);
            vec![Interval {
                from: bound(stretch.from).map_or(Some(Unbounded), |end| end.map(Included))?,
                to: bound(stretch.to).map_or(Some(Unbounded), |end| end.map(Excluded))?,
            }]
        }
        Extent::Days(days) => numbers(days)
            .parts()
            .iter()
            .map(|part| Interval {
                from: part.from,
                to: end(part.to).and_then(next).map_or(Unbounded, Excluded),
            })
            .collect(),
        _ => return None,
    };
    Some(Intervals::new(parts.iter().map(amounts).collect()))
}

/// How much later than its event a date is: days of the calendar, on the side of the event's moment.
pub(super) fn since_event(date: &RelativeDate) -> Intervals<Near> {
    let hairs = |hairs| Some(Near::and(Rational::ZERO, hairs));
    let (from, to) = match date.side {
        Side::Any => (None, None),
        Side::Before => (None, hairs(-1)),
        Side::UpTo => (None, hairs(0)),
        Side::Since => (hairs(0), None),
        Side::After => (hairs(1), None),
    };
    let side = Interval {
        from: from.map_or(Unbounded, Included),
        to: to.map_or(Unbounded, Included),
    };
    days(&date.offset).intersection(&side.into())
}

/// How far apart a rule wants two moments: exactly no later or no earlier than each other, else so many
/// days of the calendar.
pub(super) fn apart(span: &Span) -> Option<Span> {
    match (Near::least(span), Near::most(span)) {
        (None, Some(end)) | (Some(end), None) if end == Near::ZERO => Some(*span),
        _ => stretch(span).whole().map(|days| at_any_time(&days)),
    }
}
