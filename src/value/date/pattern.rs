//! What comes round again: weekdays, days of the month, months, seasons, quarters, holidays.

use super::Day;
use super::calendar::{Grain, Stretch};
use super::holiday::Holiday;

/// Something that comes once in every week, month or year, or in some of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Pattern {
    /// 0 is Monday.
    Weekday(i32),
    Weekend,
    /// "the 6th", "Friday the 13th".
    MonthDay {
        day: i32,
        weekday: Option<i32>,
    },
    Month(i32),
    /// "June 6", "Friday, June 6".
    YearDay {
        month: i32,
        day: i32,
        weekday: Option<i32>,
    },
    /// 0 is the northern spring.
    Season(i32),
    Quarter(i32),
    Half(i32),
    /// A week by its number (ISO 8601).
    Week(i32),
    Holiday(&'static Holiday),
}

/// How many weeks, months or years are searched for the next of a kind: 29 February falls on a
/// given weekday every 28 years, or after 40 over a century.
const SEARCHED: i32 = 48;

impl Pattern {
    /// The unit in which it comes at most once.
    pub(super) fn cycle(self) -> Grain {
        match self {
            Self::Weekday(_) | Self::Weekend => Grain::Week,
            Self::MonthDay { .. } => Grain::Month,
            _ => Grain::Year,
        }
    }

    /// The weekday that a date must fall on.
    pub(super) fn weekday(self) -> Option<i32> {
        match self {
            Self::MonthDay { weekday, .. } | Self::YearDay { weekday, .. } => weekday,
            _ => None,
        }
    }

    /// The month, the day and the weekday of "Friday, June 6".
    pub(super) fn day_on_weekday(self) -> Option<(i32, i32, i32)> {
        match self {
            Self::YearDay {
                month,
                day,
                weekday,
            } => Some((month, day, weekday?)),
            _ => None,
        }
    }

    /// Its one occurrence that starts in such a unit.
    pub(super) fn at(self, unit: Stretch) -> Option<Stretch> {
        let year = i32::from(unit.from.civil()?.year());
        let on = |day: Day, weekday: Option<i32>| {
            weekday
                .is_none_or(|weekday| weekday == day.weekday())
                .then_some(Stretch::day(day))
        };
        match self {
            Self::Weekday(weekday) => Some(Stretch::day(unit.from.plus(weekday)?)),
            Self::Weekend => Grain::Weekend.around(unit.from),
            Self::MonthDay { day, weekday } => on(
                unit.from.plus(day - 1).filter(|day| unit.contains(*day))?,
                weekday,
            ),
            Self::Month(month) => Stretch::months(year, month, 1, Grain::Month),
            Self::YearDay {
                month,
                day,
                weekday,
            } => on(Day::new(year, month, day)?, weekday),
            Self::Season(season) => Grain::Season.around(Day::new(year, season * 3 + 3, 1)?),
            Self::Quarter(n) => Stretch::months(year, n * 3 - 2, 3, Grain::Quarter),
            Self::Half(n) => Stretch::months(year, n * 6 - 5, 6, Grain::Half),
            Self::Week(n) => {
                let week = Grain::Week.around(Day::new(year, 1, 4)?)?.shift(n - 1)?;
                // A year has its 53rd week only where that one holds a Thursday of it.
                let thursday = week.from.plus(3)?.civil()?;
                (i32::from(thursday.year()) == year).then_some(week)
            }
            Self::Holiday(holiday) => Some(Stretch::day(holiday.in_year(year)?)),
        }
    }

    /// Whether a weekday picks the year: of three years in a row, one at most has that date on it.
    pub(super) fn fits_one_year(self) -> bool {
        self.day_on_weekday().is_some()
    }

    /// How many units are searched. A date whose weekday fits none of last year, this year and the
    /// next is a slip, and no date of ten years ago.
    fn searched(self) -> i32 {
        if self.fits_one_year() { 2 } else { SEARCHED }
    }

    /// The latest one that starts on the day or before it.
    pub(super) fn last(self, day: Day) -> Option<Stretch> {
        self.search(day, -1, |one| one.from <= day)
    }

    /// The first one that starts after the day.
    pub(super) fn next(self, day: Day) -> Option<Stretch> {
        self.search(day, 1, |one| one.from > day)
    }

    /// The first that is wanted of the unit around a day and those after it, by the step.
    fn search(self, day: Day, step: i32, wanted: impl Fn(&Stretch) -> bool) -> Option<Stretch> {
        let cycle = self.cycle();
        let number = cycle.index(day)?;
        let first = cycle.nth(number)?;
        let others = (1..self.searched()).filter_map(|n| cycle.nth(number.checked_add(n * step)?));
        std::iter::once(first)
            .chain(others)
            .filter_map(|unit| self.at(unit))
            .find(wanted)
    }
}
