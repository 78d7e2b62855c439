//! Times of day, as they are said of a day.

use super::calendar::Stretch;
use super::words::Third;

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
    /// How many minutes later it may be as well, 0 for none: "midnight on Tuesday" begins the day or ends it.
    pub(super) again: i32,
    /// Which half of the day it is of.
    pub(super) half: Half,
    /// The time zone, if one was named.
    pub(super) zone: Option<&'static str>,
}

/// How a time says which half of the day it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    /// "3 p.m.", "03:30".
    Known,
    /// "15:30", "00:30": known, and so counts all 24 hours.
    Full,
    /// "10:30": that of the clock with 24 hours, unless a part of the day says otherwise.
    Open,
    /// "9:30", "9 o'clock": either, unless a part of the day says which.
    Either,
    /// "9": no time at all without a part of the day.
    Bare,
}

impl Half {
    pub(super) fn is_known(self) -> bool {
        matches!(self, Self::Known | Self::Full)
    }
}

/// The minutes of half a day.
pub(super) const HALF: i32 = DAY / 2;

impl Clock {
    /// "tonight".
    pub(super) const EVENING: Self = Self::part(17 * 60, DAY + 6 * 60);

    /// "two nights ago".
    pub(super) const NIGHT: Self = Self::part(18 * 60, DAY + 6 * 60);

    /// "early on Monday".
    pub(super) const EARLY: Self = Self::part(0, 9 * 60);

    /// "late on Monday".
    pub(super) const LATE: Self = Self::part(18 * 60, DAY);

    /// "the early hours of Monday".
    pub(super) const EARLY_HOURS: Self = Self::part(0, 6 * 60);

    /// "overnight on Monday": the night that ends on that day, or the one that begins on it.
    pub(super) const OVERNIGHT: Self = Self {
        again: DAY,
        ..Self::part(-6 * 60, 6 * 60)
    };

    /// "overnight into Monday".
    pub(super) const NIGHT_BEFORE: Self = Self::part(-6 * 60, 6 * 60);

    /// "midnight on Monday": at either end of the day.
    pub(super) const MIDNIGHT: Self = Self {
        start: 0,
        end: 0,
        again: DAY,
        ..Self::part(-30, 60)
    };

    /// A part of the day. A bound by it includes it, since nobody knows when it begins or ends.
    pub(super) const fn part(from: i32, to: i32) -> Self {
        Self {
            from,
            to,
            start: from,
            end: to,
            again: 0,
            half: Half::Known,
            zone: None,
        }
    }

    /// Whether it is a part of the day: "the afternoon".
    pub(super) fn is_part(self) -> bool {
        let is_loose = (self.start, self.end) == (self.from, self.to) && self.from < self.to;
        is_loose && self.half != Half::Full
    }

    /// The early, middle or late part of a part of the day. A morning has begun at midnight, but its
    /// middle is that of the hours from six.
    pub(super) fn narrowed(self, third: Third) -> Self {
        let length = self.to - self.from;
        let (from, to) = match third {
            Third::Early => (self.from, self.to - length / 3),
            Third::Mid if self.from == 0 => (8 * 60, self.to),
            Third::Mid => (self.from + length / 4, self.to - length / 4),
            Third::Late => (self.from + length / 3, self.to),
        };
        Self {
            from,
            to,
            start: from,
            end: to,
            ..self
        }
    }

    /// The same with another time said of the same day: "9:30" of "Tuesday night", "late" of "Tuesday
    /// evening". A night that is `known` is that of its day: "last night at 1:30".
    pub(super) fn with(self, other: Self, known: bool) -> Self {
        match (self.is_part(), other.is_part()) {
            (false, true) => self.within(other, known),
            (true, false) => other.within(self, known),
            (true, true) => {
                let third = match Self::EARLY {
                    early if self == early || other == early => Third::Early,
                    _ if self == Self::LATE || other == Self::LATE => Third::Late,
                    _ => return self,
                };
                let (narrow, of) = match self == Self::EARLY || self == Self::LATE {
                    true => (self, other),
                    false => (other, self),
                };
                let (from, to) = (narrow.from.max(of.from), narrow.to.min(of.to));
                if of.to > DAY || from >= to {
                    return of.narrowed(third);
                }
                Self {
                    zone: of.zone.or(narrow.zone),
                    ..Self::part(from, to)
                }
            }
            (false, false) => self,
        }
    }

    /// This time in that part of the day: of either half of the day, or after the midnight of a night.
    fn within(self, part: Self, known: bool) -> Self {
        let steps: &[i32] = match self.half {
            half if half.is_known() => &[0, DAY],
            _ => &[0, HALF, DAY, -HALF],
        };
        let middle = (self.start + self.end) / 2;
        let inside = |step: &i32| (part.from..part.to).contains(&(middle + step));
        let step = match steps.iter().copied().find(inside) {
            Some(step) => step,
            // "2:12 in the evening", which no evening has.
            None if !self.half.is_known() && part.from >= HALF => HALF,
            None => return self,
        };
        let (later, again) = match middle + step > DAY {
            // Whether people count the small hours to the evening before is left open.
            true if !known => (step - DAY, DAY),
            _ => (step, 0),
        };
        Self {
            again,
            half: Half::Known,
            zone: self.zone.or(part.zone),
            ..self.later(later)
        }
    }

    /// So many minutes before it, or after it.
    pub(super) fn away(self, (low, high): (i32, i32), back: bool) -> Self {
        let (from, to) = match back {
            true => (self.start - high, self.end - low),
            false => (self.start + low, self.end + high),
        };
        Self {
            from,
            to: to.max(from + 1),
            start: from,
            end: to,
            ..self
        }
    }

    /// The same so many minutes later.
    pub(super) fn later(self, by: i32) -> Self {
        Self {
            from: self.from + by,
            to: self.to + by,
            start: self.start + by,
            end: self.end + by,
            ..self
        }
    }

    /// The first time like this that comes after another one.
    pub(super) fn next_after(self, other: Self) -> Self {
        let steps: &[i32] = match self.half {
            half if half.is_known() => &[0, DAY],
            _ => &[0, HALF, DAY],
        };
        let after = |by: &&i32| self.end + **by > other.start;
        let by = steps.iter().find(after).copied().unwrap_or(0);
        Self {
            again: 0,
            half: Half::Known,
            ..self.later(by)
        }
    }

    /// The same, of either half of the day where no word says which.
    pub(super) fn of_half(self, half: Half) -> Self {
        let again = match half {
            Half::Either | Half::Bare => HALF,
            _ => self.again,
        };
        Self {
            again,
            half,
            ..self
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

    /// The same as an end that is not reached: "to under 3 p.m."
    pub(super) fn excluded(self) -> Self {
        Self {
            to: self.start,
            end: self.start,
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
            again: self.again,
            half: self.half,
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
        let last = self.to.max(self.end_included()) - 1 + self.again;
        (
            self.from.min(self.start).div_euclid(DAY),
            last.div_euclid(DAY),
        )
    }

    /// What it adds to its day, in a sentence.
    pub(super) fn role(self) -> &'static str {
        if self.is_overnight() {
            "the night before the day or the one after it, until 6:00"
        } else if self.again == HALF {
            "the time of day, before noon or after it"
        } else if self.from < 0 && self.again > 0 {
            "the time of day, where the day begins or where it ends"
        } else if self.again > 0 {
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
