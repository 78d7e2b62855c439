//! How many days a length of time comes to, counted from a day or from an event: in whole numbers.

use super::Day;
use super::calendar::{EVER_AFTER, Grain};
use super::hedge::Hedge;
use super::length::Length;

impl Length {
    /// How many days lie between two dates that are so long apart, at least and at most: exactly so many
    /// days, hours as they end on either of two; a count of weeks, months and years may have been
    /// rounded to the nearest or cut off, one of decades rounded. The same for days and for events.
    pub(super) fn reach(self) -> (Day, Day) {
        let (low, high) = match self.hours {
            true => (self.low, Some(self.high.unwrap_or((0, 1)))),
            false => (self.low, self.high),
        };
        let unit = share_of_day(self.grain.size());
        if self.whole {
            // The week of the calendar before, or the seven days before.
            return (Day(1), most(2 * unit));
        }
        let (down, up) = match self.grain {
            _ if self.hours || self.grain == Grain::Day => (0, 0),
            _ if self.slack != (0, 0) => (share_of_day(self.slack), share_of_day(self.slack)),
            Grain::Decade | Grain::Century => (unit / 2, unit / 2),
            _ => (unit / 2, unit - A_DAY),
        };
        let tenth = share_of_day(self.tenth());
        let (low, high) = (share_of_day(low), high.map(share_of_day));
        let highest = high.unwrap_or(low);
        match self.hedge {
            None => (
                least(low - down),
                high.map_or(EVER_AFTER, |high| most(high + up)),
            ),
            Some(Hedge::About) => (least(low - tenth), most(highest + tenth)),
            Some(Hedge::Almost) => (least(low - tenth), most(highest)),
            Some(Hedge::JustOver) => (least(low), most(highest + tenth)),
            Some(Hedge::More) if !self.hours => (least(most_of(low) + A_DAY), EVER_AFTER),
            Some(Hedge::More | Hedge::AtLeast) => (least(low), EVER_AFTER),
            Some(Hedge::Less) if !self.hours => (Day(0), most(-most_of(-low) - A_DAY)),
            Some(Hedge::Less | Hedge::AtMost) => (Day(0), most(highest)),
        }
    }

    /// The same of all of so long, from the next day on; of a plural without a figure, without end.
    pub(super) fn all(self) -> (Day, Day) {
        let far = self.high.map(share_of_day);
        match self.hours {
            true => self.reach(),
            false => (Day(1), far.map_or(EVER_AFTER, most)),
        }
    }

    /// The days at most in so long.
    pub(super) fn at_most(self) -> Option<Day> {
        let far = share_of_day(self.high?);
        Some(Day(-most(-far).0))
    }
}

/// So many parts has a day, that a month on average, a twelfth of 365.2425 days, has a whole number, and
/// half of one too.
const A_DAY: i64 = 3_200;
const A_MONTH: i64 = 97_398;

fn share_of_day((months, days): (i32, i32)) -> i64 {
    i64::from(months) * A_MONTH + i64::from(days) * A_DAY
}

/// The parts of the whole days in so many.
fn most_of(parts: i64) -> i64 {
    parts.div_euclid(A_DAY) * A_DAY
}

fn most(parts: i64) -> Day {
    Day(i32::try_from(parts.div_euclid(A_DAY)).unwrap_or(i32::MAX / 2))
}

fn least(parts: i64) -> Day {
    Day(most(-parts.max(0)).0.saturating_neg())
}
