//! Times of day, as they are said of a day.

use super::calendar::Stretch;

/// The minutes of a day.
pub(super) const DAY: i32 = 24 * 60;

/// A time of day, or a part of the day: minutes from the midnight that begins its day. It may begin
/// before that day, or end after it: the night of a day goes on to the next morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// The first minute that it may be.
    pub(super) from: i32,
    /// The first minute that it can no longer be; at least one more than `from`.
    pub(super) to: i32,
    /// Where "after" begins: the hour named, without the rounding that `from` allows.
    pub(super) start: i32,
    /// Where "before" ends.
    pub(super) end: i32,
    /// Whether it may as well be a day later: "midnight on Tuesday" begins the day or ends it.
    pub(super) twice: bool,
    /// The time zone, if one was named.
    pub(super) zone: Option<&'static str>,
}

impl Clock {
    /// "tonight".
    pub(super) const EVENING: Self = Self::part(17 * 60, DAY + 6 * 60);

    /// "early on Monday".
    pub(super) const EARLY: Self = Self::part(0, 9 * 60);

    /// "late on Monday".
    pub(super) const LATE: Self = Self::part(18 * 60, DAY);

    /// "the early hours of Monday".
    pub(super) const EARLY_HOURS: Self = Self::part(0, 6 * 60);

    /// "overnight on Monday": the night that ends on that day, or the one that begins on it.
    pub(super) const OVERNIGHT: Self = Self {
        twice: true,
        ..Self::part(-6 * 60, 6 * 60)
    };

    /// "midnight on Monday": at either end of the day.
    pub(super) const MIDNIGHT: Self = Self {
        start: 0,
        end: 0,
        twice: true,
        ..Self::part(-30, 60)
    };

    /// A part of the day. A bound by it includes it, since nobody knows when it begins or ends.
    pub(super) const fn part(from: i32, to: i32) -> Self {
        Self {
            from,
            to,
            start: from,
            end: to,
            twice: false,
            zone: None,
        }
    }

    /// A time on the hour, as newspapers give it: rounded, so half an hour before to half an hour after,
    /// on its day.
    pub(super) fn hour(hour: i32) -> Self {
        let minute = hour * 60;
        Self {
            start: minute,
            end: minute,
            ..Self::part((minute - 30).max(0), (minute + 30).min(DAY))
        }
    }

    /// A time to the minute.
    pub(super) fn minute(hour: i32, minute: i32) -> Self {
        let minute = hour * 60 + minute;
        Self {
            end: minute,
            ..Self::part(minute, minute + 1)
        }
    }

    /// The time, give or take an hour.
    pub(super) fn about(self) -> Self {
        Self {
            from: self.from - 60,
            to: self.to + 60,
            start: self.start - 60,
            end: self.end + 60,
            ..self
        }
    }

    /// "shortly after" it, "just before" it: the hour on that side of it.
    pub(super) fn beside(self, after: bool) -> Self {
        let (from, to) = if after {
            (self.start, self.end + 60)
        } else {
            (self.start - 60, self.end)
        };
        Self {
            twice: self.twice,
            zone: self.zone,
            ..Self::part(from, to)
        }
    }

    /// The last minute of "by 3 p.m.", which includes it, and one more.
    pub(super) fn end_included(self) -> i32 {
        self.end + i32::from(self.start == self.end)
    }

    /// How many days after its own it may begin and end.
    pub(super) fn days(self) -> (i32, i32) {
        let last = self.to.max(self.end_included()) - 1 + if self.twice { DAY } else { 0 };
        (
            self.from.min(self.start).div_euclid(DAY),
            last.div_euclid(DAY),
        )
    }

    /// What it adds to its day, in a sentence.
    pub(super) fn role(self) -> &'static str {
        if self.is_overnight() {
            "the night before the day or the one after it, until 6:00"
        } else if self.from < 0 && self.twice {
            "the time of day, where the day begins or where it ends"
        } else if self.twice {
            "the time of day, of the day itself or of the next"
        } else if self.to > DAY {
            "the time of day: a night goes on until 6:00 of the next day"
        } else {
            "the time of day"
        }
    }

    /// "overnight".
    pub(super) fn is_overnight(self) -> bool {
        self == Self::OVERNIGHT
    }

    /// All days that it may touch, of a stretch that is its day.
    pub(super) fn around(self, day: Stretch) -> Option<Stretch> {
        let (first, last) = self.days();
        day.reach(first, last)
    }
}
