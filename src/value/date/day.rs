//! One day of the calendar.

use std::fmt;

use jiff::SignedDuration;
use jiff::civil::Date;

use crate::value::Point;

/// A day, as days since 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

const EPOCH: Date = Date::constant(1970, 1, 1);

impl Day {
    /// The day written `YYYY-MM-DD`, from the year 1 on; `None` for everything else.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
            return None;
        };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0, |n, digit| {
                digit
                    .is_ascii_digit()
                    .then(|| n * 10 + i32::from(digit - b'0'))
            })
        };
        let year = number(&[y1, y2, y3, y4]).filter(|year| *year >= 1)?;
        Self::new(year, number(&[m1, m2])?, number(&[d1, d2])?)
    }

    /// The day of a year, a month and a day of the month, if the calendar has it.
    pub(super) fn new(year: i32, month: i32, day: i32) -> Option<Self> {
        let year = i16::try_from(year).ok()?;
        let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
        Some(Self::from_civil(date))
    }

    /// The same day in calendar terms, in astronomical years, where 0 is 1 BC; `None` beyond 9999 of them.
    pub(crate) fn civil(self) -> Option<Date> {
        EPOCH
            .checked_add(SignedDuration::from_hours(24 * i64::from(self.0)))
            .ok()
    }

    /// The day of a calendar date.
    pub(crate) fn from_civil(date: Date) -> Self {
        let days = date.duration_since(EPOCH).as_hours() / 24;
        Self(i32::try_from(days).unwrap_or_default())
    }

    /// The day so many days later.
    pub(super) fn plus(self, days: i32) -> Option<Self> {
        self.0.checked_add(days).map(Self)
    }

    /// The day so many calendar months and days later; the end of a shorter month stands for its
    /// missing days (31 March less one month is 28 February).
    pub(super) fn step(self, months: i32, days: i32) -> Option<Self> {
        if months == 0 {
            return self.plus(days);
        }
        let date = self.civil()?;
        let index =
            (i32::from(date.year()) * 12 + i32::from(date.month()) - 1).checked_add(months)?;
        let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
        let first = Self::new(year, month, 1)?.civil()?;
        Self::new(
            year,
            month,
            i32::from(date.day().min(first.days_in_month())),
        )?
        .plus(days)
    }

    /// The day of the week: 0 is Monday.
    pub(crate) fn weekday(self) -> i32 {
        (i64::from(self.0) + 3).rem_euclid(7) as i32
    }
}

/// `YYYY-MM-DD`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.civil() {
            Some(date) => {
                let sign = if date.year() < 0 { "-" } else { "" };
                write!(
                    f,
                    "{sign}{:04}-{:02}-{:02}",
                    date.year().unsigned_abs(),
                    date.month(),
                    date.day()
                )
            }
            None => write!(f, "day {}", self.0),
        }
    }
}

impl Point for Day {
    fn successor(self) -> Option<Self> {
        self.0.checked_add(1).map(Self)
    }

    fn predecessor(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }
}
