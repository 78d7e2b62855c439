//! How many days from an unknown day of publication a date may be.

use std::ops::Bound;

use super::Day;
use super::expr::{Expr, Rhythm};
use super::relative::{all, none};
use crate::value::{Interval, Intervals};

/// A Monday, far from both ends of the calendar: 2000-01-03.
const MONDAY: i32 = 10_959;

/// Of longer rhythms each fifth day is tried, and every twelfth of these first.
const EACH: i32 = 5;
const FIRST: i32 = 12 * EACH;

/// How many days longer what is meant may take to come round than the days that are tried.
const SLACK: i32 = 40;

/// How many days from the anchor the date may be: exact for days and weeks; for months and years
/// the hull over the days of ten years, and a little more, since leap years and the days of Easter
/// take longer to come round; over thirty where a weekday picks the year, since 29 February has
/// each of them once in 28.
pub(super) fn offset(expr: &Expr, rhythm: Rhythm) -> Intervals<Day> {
    let over = |days: &mut dyn Iterator<Item = i32>| {
        days.map(|day| moved(&expr.days(Day(day)), -day))
            .reduce(|all, more| all.union(&more))
            .unwrap_or_else(none)
    };
    match rhythm {
        Rhythm::Fixed | Rhythm::Mixed => Intervals::all(),
        Rhythm::Daily => over(&mut (MONDAY..=MONDAY)),
        Rhythm::Weekly => over(&mut (MONDAY..MONDAY + 7)),
        Rhythm::Long => {
            let hull = long(expr, FIRST);
            hull.and_then(|hull| Interval::new(shift(hull.from, -SLACK), shift(hull.to, SLACK)))
                .map(Intervals::from)
                .unwrap_or_else(none)
        }
    }
}

/// The hull over the days of some years, of which those so far apart are tried first.
fn long(expr: &Expr, apart: i32) -> Option<Interval<Day>> {
    let mut years = 10;
    expr.each_day_with_weekday(&mut |_| years = 30);
    let end = MONDAY + years * 36_525 / 100 + 1;
    let mut days = Days { expr, hull: None };
    let mut last = days.at(MONDAY - 2);
    for day in (MONDAY - 2..end).step_by(apart as usize).skip(1) {
        let next = days.at(day);
        days.between(last, next);
        last = next;
    }
    for day in (last.day..end).step_by(EACH as usize).skip(1) {
        days.at(day);
    }
    days.hull
}

/// The days that are tried, and how far from them the date lies so far.
struct Days<'e> {
    expr: &'e Expr,
    hull: Option<Interval<Day>>,
}

/// What is meant on a day.
#[derive(Clone, Copy)]
struct Meant {
    day: i32,
    hull: Option<Interval<Day>>,
}

impl Days<'_> {
    /// Tries a day.
    fn at(&mut self, day: i32) -> Meant {
        let hull = self.expr.days(Day(day)).hull();
        let moved =
            hull.and_then(|hull| Interval::new(shift(hull.from, -day), shift(hull.to, -day)));
        let known = self.hull.into_iter().chain(moved);
        self.hull = known.reduce(Interval::around);
        Meant { day, hull }
    }

    /// Tries the days between two. What comes round never turns back as days go by: what both mean, all
    /// between them do, and these add nothing.
    fn between(&mut self, from: Meant, to: Meant) {
        let n_steps = (to.day - from.day) / EACH;
        if n_steps < 2 || (from.hull.is_some() && from.hull == to.hull) {
            return;
        }
        let middle = self.at(from.day + n_steps / 2 * EACH);
        self.between(from, middle);
        self.between(middle, to);
    }
}

/// How many days later than the anchor some readings may be, by the weekday of the anchor, from Monday
/// on; `None` where they mean fixed days, wholly or in part, or count from an event.
pub(super) fn by_weekday(readings: &[Expr]) -> Option<[Intervals<Day>; 7]> {
    match readings.first()?.rhythm() {
        Rhythm::Fixed | Rhythm::Mixed => None,
        Rhythm::Daily | Rhythm::Weekly => Some(std::array::from_fn(|weekday| {
            let day = MONDAY + weekday as i32;
            all(readings, |expr| moved(&expr.days(Day(day)), -day))
        })),
        Rhythm::Long => {
            let all = all(readings, |expr| offset(expr, Rhythm::Long));
            Some(std::array::from_fn(|_| all.clone()))
        }
    }
}

/// Every day of a set so many days later.
pub(super) fn moved(set: &Intervals<Day>, days: i32) -> Intervals<Day> {
    let parts = set.parts().iter();
    Intervals::new(
        parts
            .filter_map(|part| Interval::new(shift(part.from, days), shift(part.to, days)))
            .collect(),
    )
}

fn shift(bound: Bound<Day>, days: i32) -> Bound<Day> {
    bound.map(|day| Day(day.0.saturating_add(days)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::date::{parse, phrases};

    #[test]
    fn days_between_two_that_mean_the_same_add_nothing() {
        let mut n_long = 0;
        for row in phrases().iter().step_by(7) {
            let Ok(parsed) = parse(row.example, None) else {
                continue;
            };
            for announced in [false, true] {
                let readings = parsed.expr.clone().readings(|| announced);
                for expr in readings
                    .all
                    .iter()
                    .filter(|expr| expr.rhythm() == Rhythm::Long)
                {
                    assert_eq!(long(expr, FIRST), long(expr, EACH), "{}", row.example);
                    n_long += 1;
                }
            }
        }
        assert!(n_long > 10, "{n_long}");
    }
}
