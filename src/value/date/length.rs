//! Lengths of time that dates are counted by: "two days", "more than 20 years", "a year and a half".

use super::bound::Side;
use super::calendar::{EVER_AFTER, Grain};
use super::clock::Clock;
use super::expr::{Beside, Expr, Steps};
use super::hedge::Hedge;
use super::pattern::Pattern;

/// A plural without a figure is under so many units, as amounts have it.
pub(super) const PLURAL: i32 = 20;

/// A number of units: "2 years 1 month", "two or three weeks", "days".
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Length {
    pub(super) low: (i32, i32),
    /// `None` for a bare plural, which has no end.
    pub(super) high: Option<(i32, i32)>,
    /// The finest unit.
    pub(super) grain: Grain,
    /// Hours or minutes: the same day or the next.
    pub(super) hours: bool,
    /// Of hours and minutes, how many minutes at least and at most, and by how many they may be rounded.
    pub(super) minutes: [(i32, i32); 2],
    pub(super) hedge: Option<Hedge>,
    /// "two Sundays ago".
    pub(super) weekday: Option<(i32, i32)>,
    /// How far half of a unit may have been rounded: "two and a half years" are three months more or less.
    pub(super) slack: (i32, i32),
    /// No number was said: "the week before Easter" is all of a week.
    pub(super) whole: bool,
}

impl Length {
    /// One day.
    pub(super) const DAY: Self = Self {
        low: (0, 1),
        high: Some((0, 1)),
        grain: Grain::Day,
        hours: false,
        minutes: [(0, 0); 2],
        hedge: None,
        weekday: None,
        slack: (0, 0),
        whole: false,
    };

    /// The date so long before or after another.
    ///
    /// From today, the outcome is the whole week, month or year that it falls in, of decades half a
    /// decade either way; from a day that is named, weeks are counted exactly.
    pub(super) fn shift(self, base: Expr, back: bool, named: bool) -> Expr {
        if let Some((weekday, n)) = self.weekday {
            return Expr::Weekday(weekday, if back { -n } else { n }, base.boxed());
        }
        if self.whole && named && self.hedge.is_none() && !self.hours {
            let side = if back { Beside::Before } else { Beside::After };
            return Expr::Beside(self.grain, side, base.boxed());
        }
        let sign = |(months, days): (i32, i32)| {
            if back {
                (-months, -days)
            } else {
                (months, days)
            }
        };
        if named && !self.hours && is_one_day(&base) {
            let (near, far) = self.reach();
            return Expr::Shift(
                base.boxed(),
                Steps {
                    near: sign((0, near.0)),
                    far: (far != EVER_AFTER).then(|| sign((0, far.0))),
                    grain: Grain::Day,
                },
            );
        }
        let grain = self.outcome(&base, named);
        let at = |near: (i32, i32), far: Option<(i32, i32)>, grain: Grain| {
            Expr::Shift(
                base.boxed(),
                Steps {
                    near: sign(near),
                    far: far.map(sign),
                    grain,
                },
            )
        };
        let (beyond, or_beyond) = if back {
            (Side::Before, Side::UpTo)
        } else {
            (Side::After, Side::Since)
        };
        if self.hours {
            let (low, high) = (self.low.1, self.high.map_or(1, |high| high.1));
            let (low, high) = match self.hedge {
                Some(Hedge::More | Hedge::AtLeast) => {
                    return or_beyond.of(at(self.low, Some(self.low), Grain::Day));
                }
                Some(Hedge::Less | Hedge::AtMost) => (0, high),
                Some(Hedge::About) => ((low - 1).max(0), high.saturating_add(1)),
                Some(Hedge::Almost) => ((low - 1).max(0), high),
                Some(Hedge::JustOver) => (low, high.saturating_add(1)),
                None => (low, high),
            };
            return at((0, low), Some((0, high)), Grain::Day);
        }
        let rounded = matches!(grain, Grain::Decade | Grain::Century);
        match self.hedge {
            None if rounded => {
                let half = self.grain.size().0 / 2;
                let far = self.high.map(|(months, days)| (months + half, days));
                at((self.low.0 - half, self.low.1), far, Grain::Year)
            }
            None if self.slack != (0, 0) => {
                let far = self.high.map(|(months, days)| {
                    (
                        months.saturating_add(self.slack.0),
                        days.saturating_add(self.slack.1),
                    )
                });
                let near = (self.low.0 - self.slack.0, self.low.1 - self.slack.1);
                at(near, far, grain)
            }
            None => at(self.low, self.high, grain),
            Some(Hedge::About) => at(self.wider(-1), Some(self.wider(1)), grain),
            Some(Hedge::Almost) => at(self.wider(-1), Some(self.low), grain),
            Some(Hedge::JustOver) => at(self.low, Some(self.wider(1)), grain),
            Some(Hedge::More) => beyond.of(at(self.low, Some(self.low), Grain::Day)),
            Some(Hedge::AtLeast) => or_beyond.of(at(self.low, Some(self.low), Grain::Day)),
            Some(Hedge::Less) => at((0, 0), Some((self.low.0, self.low.1 - 1)), Grain::Day),
            Some(Hedge::AtMost) => at((0, 0), Some(self.low), Grain::Day),
        }
    }

    /// All of so long before or after a date, without it; of a plural without a figure, under twenty.
    pub(super) fn all_beside(self, base: Expr, back: bool) -> Expr {
        let (months, days) = self.high.unwrap_or_else(|| {
            let (months, days) = self.grain.size();
            (months * PLURAL, days * PLURAL)
        });
        match back {
            true => Expr::Lasting(Expr::Before(base.boxed()).boxed(), -months, -days),
            false => Expr::Lasting(Expr::After(base.boxed()).boxed(), months, days),
        }
    }

    /// The time so long before or after a time of day.
    pub(super) fn beside_time(self, clock: Clock, back: bool) -> Clock {
        let [(low, high), (down, up)] = self.minutes;
        let span = match self.hedge {
            None => ((low - down).max(0), high.saturating_add(up)),
            Some(Hedge::About) => ((low - down - 15).max(0), high.saturating_add(up + 15)),
            Some(Hedge::Almost) => ((low - down).max(0), high),
            Some(Hedge::JustOver) => (low, high.saturating_add(up)),
            Some(Hedge::More | Hedge::AtLeast) => (low, high.max(FAR)),
            Some(Hedge::Less | Hedge::AtMost) => (0, high),
        };
        clock.away(span, back)
    }

    /// The unit to which the outcome of counting is widened.
    fn outcome(self, base: &Expr, named: bool) -> Grain {
        let day = matches!(
            base,
            Expr::Unit(Grain::Day, _) | Expr::Recurring(Pattern::Weekday(_), _)
        );
        match self.grain {
            _ if named
                && (day || matches!(base, Expr::Unit(Grain::Week | Grain::Month, -1..=1))) =>
            {
                Grain::Day
            }
            Grain::Week | Grain::Weekend if named => Grain::Day,
            Grain::Season => Grain::Quarter,
            grain => grain,
        }
    }

    /// A tenth more or less, at least one unit.
    fn wider(self, sign: i32) -> (i32, i32) {
        let (months, days) = self.tenth();
        add(self.low, (sign * months, sign * days))
    }

    /// A tenth, at least one unit.
    pub(super) fn tenth(self) -> (i32, i32) {
        let (months, days) = self.grain.size();
        (
            months.max(self.low.0 / 10).max(self.slack.0),
            days.max(self.low.1 / 10).max(self.slack.1),
        )
    }
}

fn add(a: (i32, i32), b: (i32, i32)) -> (i32, i32) {
    (a.0.saturating_add(b.0), a.1.saturating_add(b.1))
}

/// Whether it is one day of the calendar that is named; "a week from Friday" is a Friday.
fn is_one_day(base: &Expr) -> bool {
    let by_weekday = matches!(
        base,
        Expr::Unit(..)
            | Expr::Recurring(Pattern::Weekday(_), _)
            | Expr::In(Pattern::Weekday(_), _)
            | Expr::Weekday(..)
            | Expr::Shift(..)
            | Expr::Either(..)
    );
    base.is_day() && !by_weekday
}

/// "Hours before dawn" are at most so many minutes.
pub(super) const FAR: i32 = 12 * 60;

/// How many months and days half of a unit is rounded by: a quarter of it, of a century half a decade.
pub(super) fn rounding(unit: Grain) -> (i32, i32) {
    match unit {
        Grain::Century => (60, 0),
        Grain::Month => (0, 7),
        unit => {
            let (months, days) = unit.size();
            (months / 4, ((days + 3) / 4).min(2))
        }
    }
}

/// The unit in which half of a unit is told.
pub(super) fn finer(grain: Grain) -> Grain {
    match grain {
        Grain::Century | Grain::Decade => Grain::Year,
        Grain::Year | Grain::Half => Grain::Month,
        Grain::Month | Grain::Quarter | Grain::Season => Grain::Week,
        _ => Grain::Day,
    }
}
