//! The two sides of a rule as one sum: whether they measure the same, and where it must lie.

use std::ops::Bound::{Included, Unbounded};

use super::bind::BondTerm;
use super::bound::{self, Near, Span};
use super::measure::Measure;
use crate::align::{EntityId, PropertyId};
use crate::model::Comparison;
use crate::value::amount::{self, A_DAY, A_YEAR};
use crate::value::{self, Context, Dimension, Extent, Interval, Rational, date};

/// What a name in a rule stands for.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one for each term of a rule"
)]
pub(super) enum What {
    Answer(Option<EntityId>, PropertyId, Measure),
    /// A constant, as an amount or as a date: "1996" is either.
    Constant(Option<(Span, Dimension)>, Option<Span>),
}

/// The left side less the right one.
pub(super) struct Sum {
    pub(super) terms: Vec<BondTerm>,
    pub(super) constant: Span,
    pub(super) whole: bool,
    /// What the sum measures; a difference of dates is time, counted in days.
    pub(super) dimension: Dimension,
    pub(super) in_days: bool,
    /// Whether it has a length of time other than a constant number of days.
    pub(super) in_hours: bool,
    /// Whether a constant counts months, but not years.
    pub(super) in_months: bool,
}

impl Sum {
    /// Adds up; a constant with two readings is a date where it cannot be an amount.
    pub(super) fn of(parts: &[(i128, What)], n_left: usize) -> Result<Self, (String, String)> {
        Self::new(parts, n_left, false)
            .or_else(|why| Self::new(parts, n_left, true).map_err(|_| why))
    }

    /// Adds up; constants with two readings are dates if `dates` says so.
    fn new(parts: &[(i128, What)], n_left: usize, dates: bool) -> Result<Self, (String, String)> {
        let read: Vec<(i128, What, Measure)> = parts
            .iter()
            .map(|(sign, what)| (*sign, *what, what.measure(dates)))
            .collect();
        let n_dates = |side: &[(i128, What, Measure)]| {
            let dates = side.iter().filter(|part| part.2 == Measure::Day);
            dates.map(|part| part.0).sum::<i128>()
        };
        let (left, right) = read.split_at(n_left);
        let in_days = read.iter().any(|part| part.2 == Measure::Day);
        let of_shares = (read.iter()).any(|part| part.2 == Measure::Amount(Dimension::Share));
        let amounts = read.iter().map(|part| match part.2 {
            Measure::Day => Dimension::Time,
            // The 1 of "turnout <= 1" is all.
            Measure::Amount(Dimension::Count) if of_shares && part.1.is_part_of_one(dates) => {
                Dimension::Share
            }
            Measure::Amount(dimension) => dimension,
        });
        let mut dimensions: Vec<Dimension> = Vec::new();
        for dimension in amounts {
            if !dimensions.contains(&dimension) {
                dimensions.push(dimension);
            }
        }
        let [dimension] = dimensions[..] else {
            let names: Vec<&str> = dimensions
                .iter()
                .map(|dimension| dimension.name())
                .collect();
            return Err((
                format!(
                    "it adds or compares what cannot be: {}",
                    names.join(" and ")
                ),
                "Both sides must measure the same: dates with dates and lengths of time, numbers \
                 with numbers; write the unit of a constant."
                    .into(),
            ));
        };
        if n_dates(left) + n_dates(right) != 0 {
            return Err((
                "one side is a date, the other is not".into(),
                "A date less a date is a length of time; a date and a length of time make a date."
                    .into(),
            ));
        }
        let mut sum = Self {
            terms: Vec::new(),
            constant: Interval::point(Near::ZERO),
            whole: in_days,
            dimension,
            in_days,
            in_hours: false,
            in_months: false,
        };
        for (sign, what, measure) in read {
            let a_day = sum.unit(measure);
            let factor = Rational::from_int(sign).checked_mul(a_day);
            sum.add(what, factor.unwrap_or(Rational::ZERO), dates);
            sum.whole &= measure == Measure::Day || matches!(what, What::Constant(..));
            sum.in_hours |= measure != Measure::Day && !what.is_whole_days(dates);
            sum.in_months |= measure != Measure::Day && what.is_months(dates);
        }
        Ok(sum)
    }

    /// What one of a measure is in the unit of the sum.
    fn unit(&self, measure: Measure) -> Rational {
        match measure {
            Measure::Amount(_) if self.in_days => Rational::new(1, A_DAY).unwrap_or(Rational::ONE),
            _ => Rational::ONE,
        }
    }

    fn add(&mut self, what: What, factor: Rational, dates: bool) {
        match what {
            What::Answer(subject, property, _) => self.terms.push(BondTerm {
                subject,
                property,
                factor,
            }),
            What::Constant(..) => {
                let more = what
                    .constant(dates)
                    .and_then(|part| bound::scaled(&part, factor));
                let sum = more.and_then(|more| bound::sum(&self.constant, &more));
                // What does not fit bounds nothing.
                self.constant = sum.unwrap_or(Interval {
                    from: Unbounded,
                    to: Unbounded,
                });
            }
        }
    }

    /// How far the rule may be missed, in the unit of the sum.
    pub(super) fn slack(&self, text: &str) -> Result<Rational, (String, String)> {
        let wrong = |why: String| {
            let hint = "Write an amount like the ones that it compares: `1 month`, `2 days`, `1`.";
            (why, hint.to_owned())
        };
        let (amount, dimension) = amount_of(text)
            .ok_or_else(|| wrong(format!("its slack \u{201c}{text}\u{201d} is no amount")))?;
        let part_of_one = self.dimension == Dimension::Share
            && What::Constant(Some((amount, dimension)), None).is_part_of_one(false);
        if dimension != self.dimension && !part_of_one {
            let (slack, own) = (dimension.name(), self.dimension.name());
            return Err(wrong(format!(
                "its slack is a {slack} where it compares a {own}"
            )));
        }
        match Near::most(&amount) {
            Some(most) if most.value >= Rational::ZERO => most
                .value
                .checked_mul(self.unit(Measure::Amount(dimension)))
                .ok_or_else(|| wrong("its slack does not fit".into())),
            _ => Err(wrong("its slack has no end".into())),
        }
    }

    /// How far whole days may be off lengths of time, in days.
    ///
    /// From one minute to midnight to one past is a day of the calendar; so many years of the calendar
    /// are up to a day longer or shorter than as many years on average (1901 to 2099), and months up to
    /// three.
    pub(super) fn leeway(&self) -> Rational {
        let days = match self.in_days {
            true if self.in_months => 3,
            true if self.in_hours => 1,
            _ => 0,
        };
        Rational::from_int(days)
    }

    /// Where the terms lie: a constant with several readings allows each of them.
    pub(super) fn interval(&self, comparison: Comparison, slack: Rational) -> Option<Span> {
        let target = bound::opposite(&self.constant)?;
        let strict = i128::from(matches!(comparison, Comparison::Less | Comparison::More));
        let end = |end: Option<Near>, sign: i128| match end {
            Some(end) => {
                let further = slack.checked_mul(Rational::from_int(sign))?;
                let hairs = Rational::from_int(-sign * strict);
                let end = end.plus(Near {
                    value: further,
                    hairs,
                })?;
                Some(Included(end))
            }
            None => Some(Unbounded),
        };
        let low = end(Near::least(&target), -1)?;
        let high = end(Near::most(&target), 1)?;
        let (from, to) = match comparison {
            Comparison::Less | Comparison::AtMost => (Unbounded, high),
            Comparison::Equal => (low, high),
            Comparison::AtLeast | Comparison::More => (low, Unbounded),
        };
        Some(Interval { from, to })
    }
}

impl What {
    fn measure(&self, dates: bool) -> Measure {
        match self {
            Self::Answer(_, _, measure) => *measure,
            Self::Constant(_, Some(_)) if dates => Measure::Day,
            Self::Constant(Some((_, dimension)), _) => Measure::Amount(*dimension),
            Self::Constant(None, _) => Measure::Day,
        }
    }

    /// Whether it is a constant of so many seconds, any number of times.
    fn is_multiple(&self, dates: bool, seconds: Rational) -> bool {
        let part = self.constant(dates);
        let whole = |end: Option<Near>| {
            let end = end.filter(|end| end.hairs == Rational::ZERO);
            let times = end.and_then(|end| end.value.checked_div(seconds));
            times.is_some_and(|times| times.is_integer())
        };
        part.is_some_and(|part| whole(Near::least(&part)) && whole(Near::most(&part)))
    }

    /// Whether it is a constant that may be a share: from 0 to 1.
    fn is_part_of_one(&self, dates: bool) -> bool {
        let part = self.constant(dates);
        let ends = part.and_then(|part| Some((Near::least(&part)?, Near::most(&part)?)));
        ends.is_some_and(|(from, to)| from.value >= Rational::ZERO && to.value <= Rational::ONE)
    }

    fn is_whole_days(&self, dates: bool) -> bool {
        self.is_multiple(dates, Rational::from_int(A_DAY))
    }

    fn is_months(&self, dates: bool) -> bool {
        let year = Rational::from_int(A_YEAR);
        let month = Rational::from_int(A_YEAR / 12);
        self.is_multiple(dates, month)
            && !self.is_multiple(dates, year)
            && !self.is_whole_days(dates)
    }

    fn constant(&self, dates: bool) -> Option<Span> {
        match self {
            Self::Constant(_, Some(day)) if dates => Some(*day),
            Self::Constant(Some((amount, _)), _) => Some(*amount),
            Self::Constant(None, day) => *day,
            Self::Answer(..) => None,
        }
    }
}

/// An amount that a rule writes: exactly its figure, unless it is hedged.
pub(super) fn amount_of(text: &str) -> Option<(Span, Dimension)> {
    let kind = amount::kind_of(text)?;
    let value = value::read_text(text, kind, &Context::default()).ok()?;
    let Extent::Amount(set, dimension) = &value.extent else {
        return None;
    };
    let exact = value
        .figure
        .filter(|_| value.hedge.is_none())
        .and_then(|figure| value.unit.map_or(Some(figure), |unit| unit.to_base(figure)));
    let stretch = exact.map(Interval::point).or_else(|| set.hull())?;
    Some((bound::amounts(&stretch), *dimension))
}

/// The days that a rule writes.
pub(super) fn day_of(text: &str) -> Option<Span> {
    let days = bound::numbers(&date::fixed_days(text)?).hull()?;
    Some(bound::amounts(&days))
}
