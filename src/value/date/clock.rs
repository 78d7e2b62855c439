//! Times of day.

use std::fmt;

use crate::value::Relation;

/// A time of day, or a part of the day: minutes from midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock {
    /// The first minute that it may be.
    pub from: u16,
    /// The first minute that it can no longer be; at least one more than `from`.
    pub to: u16,
    /// The time zone, if one was named.
    pub zone: Option<&'static str>,
}

impl Clock {
    /// "tonight".
    pub(super) const EVENING: Self = Self {
        from: 17 * 60,
        to: 24 * 60,
        zone: None,
    };

    /// How two times of one day stand. Times in two zones, or one without a zone and one with,
    /// are not told apart.
    #[must_use]
    pub fn relate(self, other: Self) -> Relation {
        if self.zone != other.zone {
            return Relation::Overlaps;
        }
        let starts = self.from.cmp(&other.from);
        let ends = self.to.cmp(&other.to);
        if self.to <= other.from || other.to <= self.from {
            Relation::Disjoint
        } else if starts.is_eq() && ends.is_eq() {
            Relation::Equal
        } else if starts.is_ge() && ends.is_le() {
            Relation::Within
        } else if starts.is_le() && ends.is_ge() {
            Relation::Contains
        } else {
            Relation::Overlaps
        }
    }

    /// A time on the hour, as newspapers give it: rounded or cut off, so half an hour before to an
    /// hour after.
    pub(super) fn hour(hour: u16) -> Self {
        Self {
            from: (hour * 60).saturating_sub(30),
            to: (hour * 60 + 60).min(24 * 60),
            zone: None,
        }
    }

    /// A time to the minute.
    pub(super) fn minute(hour: u16, minute: u16) -> Self {
        Self {
            from: hour * 60 + minute,
            to: hour * 60 + minute + 1,
            zone: None,
        }
    }

    /// The time, give or take an hour.
    pub(super) fn about(self) -> Self {
        Self {
            from: self.from.saturating_sub(60),
            to: (self.to + 60).min(24 * 60),
            ..self
        }
    }
}

/// `15:30`, `14:30 to 16:00 ET`.
impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.from / 60, self.from % 60)?;
        if self.to > self.from + 1 {
            write!(f, " to {:02}:{:02}", self.to / 60, self.to % 60)?;
        }
        match self.zone {
            Some(zone) => write!(f, " {zone}"),
            None => Ok(()),
        }
    }
}
