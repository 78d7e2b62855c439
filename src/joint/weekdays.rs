//! On which weekdays things were: what follows from the weekday of one date for others.
//!
//! "On Wednesday" is a Wednesday, whatever the day of publication, and five days later is a Monday. A
//! difference of two dates whose weekdays are known is one of every seven numbers, so that its bounds
//! close in on these. It follows without trying days one by one.

use std::collections::VecDeque;
use std::ops::Bound::{Included, Unbounded};

use super::bound::{self, Near, Span};
use super::system::{ORIGIN, QuantityId};
use crate::value::{Day, Interval, Intervals, Rational};

/// A bounded difference, as far as weekdays go.
pub(super) struct Tie<'s> {
    /// What the caller calls it.
    pub(super) number: usize,
    pub(super) from: QuantityId,
    pub(super) to: QuantityId,
    pub(super) set: &'s Intervals<Near>,
}

/// The weekdays that are known, each with the tie and the quantity from which it follows.
pub(super) struct Weekdays {
    known: Vec<Option<Known>>,
}

#[derive(Clone, Copy)]
struct Known {
    /// 0 is Monday.
    weekday: i32,
    by: Option<(usize, QuantityId)>,
}

impl Weekdays {
    /// All that follows from some weekdays: each is of a quantity, and is known by a number.
    pub(super) fn new(count: usize, given: &[(QuantityId, i32, usize)], ties: &[Tie<'_>]) -> Self {
        let mut known = vec![None; count];
        known[ORIGIN as usize] = Some(Known {
            weekday: Day(0).weekday(),
            by: None,
        });
        let mut open = VecDeque::from([ORIGIN]);
        for (quantity, weekday, number) in given {
            if known[*quantity as usize].is_none() {
                known[*quantity as usize] = Some(Known {
                    weekday: *weekday,
                    by: Some((*number, ORIGIN)),
                });
                open.push_back(*quantity);
            }
        }
        let mut at: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (number, tie) in ties.iter().enumerate() {
            at[tie.from as usize].push(number);
            at[tie.to as usize].push(number);
        }
        while let Some(quantity) = open.pop_front() {
            let Some(Known { weekday, .. }) = known[quantity as usize] else {
                continue;
            };
            for tie in at[quantity as usize].iter().map(|tie| &ties[*tie]) {
                let (other, sign) = match tie.from == quantity {
                    true => (tie.to, 1),
                    false => (tie.from, -1),
                };
                if known[other as usize].is_some() {
                    continue;
                }
                if let Some(apart) = remainder(tie.set) {
                    known[other as usize] = Some(Known {
                        weekday: (weekday + sign * apart).rem_euclid(7),
                        by: Some((tie.number, quantity)),
                    });
                    open.push_back(other);
                }
            }
        }
        Self { known }
    }

    /// The part of an interval that two weekdays leave of a difference.
    ///
    /// Out: `None` where one is not known or nothing changes, else what is left, which may be nothing.
    pub(super) fn narrowed(
        &self,
        from: QuantityId,
        to: QuantityId,
        interval: &Span,
    ) -> Option<Option<Span>> {
        let (from, to) = (self.known[from as usize]?, self.known[to as usize]?);
        let apart = (to.weekday - from.weekday).rem_euclid(7);
        let left = every_seventh(interval, i128::from(apart));
        (left != Some(*interval)).then_some(left)
    }

    /// The numbers of the ties from which the weekday of a quantity follows.
    pub(super) fn reasons(&self, mut quantity: QuantityId) -> Vec<usize> {
        let mut reasons = Vec::new();
        while let Some((tie, from)) = self.known[quantity as usize].and_then(|known| known.by) {
            reasons.push(tie);
            quantity = from;
        }
        reasons
    }
}

/// The weekday on which a date lies that counts from publication by this table, if it is always the same.
pub(super) fn landing(table: &[Intervals<Near>; 7]) -> Option<i32> {
    let mut landings = (0..).zip(table).map(|(weekday, set)| {
        let apart = remainder(set)?;
        Some((weekday + apart).rem_euclid(7))
    });
    let first = landings.next()??;
    landings
        .all(|landing| landing == Some(first))
        .then_some(first)
}

/// What every number of a set leaves when divided by seven, if it is always the same.
fn remainder(set: &Intervals<Near>) -> Option<i32> {
    let mut remainders = set.parts().iter().map(|part| {
        let (first, last) = (Near::least(part)?.value, Near::most(part)?.value);
        let day = Some(first).filter(|day| *day == last && day.is_integer())?;
        i32::try_from(day.numerator().rem_euclid(7)).ok()
    });
    let first = remainders.next()??;
    remainders
        .all(|other| other == Some(first))
        .then_some(first)
}

/// The stretch from the first to the last day in a span that leaves a remainder of seven.
fn every_seventh(span: &Span, remainder: i128) -> Option<Span> {
    let day = |end: Option<Near>| end.map_or(Unbounded, |end| Included(end.value));
    let whole = Interval::new(day(Near::least(span)), day(Near::most(span)))?.whole()?;
    let up = |x: Rational| {
        x.numerator()
            .checked_add((remainder - x.numerator()).rem_euclid(7))
    };
    let down = |x: Rational| {
        x.numerator()
            .checked_sub((x.numerator() - remainder).rem_euclid(7))
    };
    let from = match whole.from {
        Included(x) => Included(Rational::from_int(up(x)?)),
        _ => Unbounded,
    };
    let to = match whole.to {
        Included(x) => Included(Rational::from_int(down(x)?)),
        _ => Unbounded,
    };
    bound::by_day(span, Interval::new(from, to)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where dates lie that are some days after publication, or others, by its weekday.
    fn landing_of(days: impl Fn(i32) -> Vec<[i32; 2]>) -> Option<i32> {
        let stretch = |[from, to]: [i32; 2]| Interval::new(Included(Day(from)), Included(Day(to)));
        landing(&[0, 1, 2, 3, 4, 5, 6].map(|weekday| {
            let parts = days(weekday).into_iter().filter_map(stretch);
            bound::days(&Intervals::new(parts.collect()))
        }))
    }

    #[test]
    fn a_date_lands_on_one_weekday_if_it_does_from_every_day_of_publication() {
        let back_to_wednesday = |weekday: i32| -(weekday - 2).rem_euclid(7);
        let on = |days: i32| vec![[days, days]];
        assert_eq!(landing_of(|from| on(back_to_wednesday(from))), Some(2));
        // Last Wednesday, or the next.
        let either = |from| [on(back_to_wednesday(from)), on(back_to_wednesday(from) + 7)].concat();
        assert_eq!(landing_of(either), Some(2));
        assert_eq!(landing_of(|_| on(-3)), None);
        let but_from_sunday = |from| on(back_to_wednesday(from) - i32::from(from == 6));
        assert_eq!(landing_of(but_from_sunday), None);
        let by_wednesday = |from| vec![[back_to_wednesday(from) - 1, back_to_wednesday(from)]];
        assert_eq!(landing_of(by_wednesday), None);
        assert_eq!(landing_of(|_| Vec::new()), None);
    }
}
