//! Arithmetic on the ends of intervals, and numbers a hair below or above others.

use std::ops::Bound::{self, Excluded, Included, Unbounded};

use crate::value::{Day, Interval, Intervals, Rational};

/// A fraction, and how many infinitesimals more: `x < 3` is `x <= 3 - ε`.
///
/// The infinitesimal makes strict bounds exact (Dutertre and de Moura 2006, "A fast linear-arithmetic
/// solver for DPLL(T)", section 5). Ordered by the fraction first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Near {
    pub(super) value: Rational,
    pub(super) hairs: Rational,
}

impl Near {
    pub(super) const ZERO: Self = Self {
        value: Rational::ZERO,
        hairs: Rational::ZERO,
    };

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

    /// The least that an interval holds; `None` where it has no lower end.
    pub(super) fn least(interval: &Interval<Rational>) -> Option<Self> {
        Self::end(interval.from, Rational::ONE)
    }

    /// The most that an interval holds; `None` where it has no upper end.
    pub(super) fn most(interval: &Interval<Rational>) -> Option<Self> {
        Self::end(interval.to, Rational::from_int(-1))
    }

    fn end(bound: Bound<Rational>, hair: Rational) -> Option<Self> {
        match bound {
            Included(value) => Some(Self {
                value,
                hairs: Rational::ZERO,
            }),
            Excluded(value) => Some(Self { value, hairs: hair }),
            Unbounded => None,
        }
    }

    /// Whether it lies in an interval.
    pub(super) fn within(self, interval: &Interval<Rational>) -> bool {
        Self::least(interval).is_none_or(|least| least <= self)
            && Self::most(interval).is_none_or(|most| self <= most)
    }
}

/// Every sum of a point of the one and a point of the other; `None` where an end does not fit.
pub(super) fn sum(a: &Interval<Rational>, b: &Interval<Rational>) -> Option<Interval<Rational>> {
    Some(Interval {
        from: add(a.from, b.from)?,
        to: add(a.to, b.to)?,
    })
}

/// Every point with the other sign; `None` where an end does not fit.
pub(super) fn opposite(a: &Interval<Rational>) -> Option<Interval<Rational>> {
    scaled(a, Rational::from_int(-1))
}

/// Every point times a factor other than nought; `None` where an end does not fit.
pub(super) fn scaled(a: &Interval<Rational>, factor: Rational) -> Option<Interval<Rational>> {
    let times = |bound| {
        Some(match bound {
            Included(x) => Included(factor.checked_mul(x)?),
            Excluded(x) => Excluded(factor.checked_mul(x)?),
            Unbounded => Unbounded,
        })
    };
    let (from, to) = (times(a.from)?, times(a.to)?);
    Some(if factor < Rational::ZERO {
        Interval { from: to, to: from }
    } else {
        Interval { from, to }
    })
}

fn add(a: Bound<Rational>, b: Bound<Rational>) -> Option<Bound<Rational>> {
    Some(match (a, b) {
        (Included(x), Included(y)) => Included(x.checked_add(y)?),
        (Included(x) | Excluded(x), Included(y) | Excluded(y)) => Excluded(x.checked_add(y)?),
        _ => Unbounded,
    })
}

/// Days as numbers.
pub(super) fn days(set: &Intervals<Day>) -> Intervals<Rational> {
    let number = |bound: Bound<Day>| bound.map(|day| Rational::from_int(i128::from(day.0)));
    let parts = set.parts().iter();
    Intervals::new(
        parts
            .filter_map(|part| Interval::new(number(part.from), number(part.to)))
            .collect(),
    )
}
