//! Dates: a date is a stretch of days.

use super::{Context, Intervals, Point, Refusal, Relation, Value};

/// A day, as days since 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

impl Day {
    /// The day written `YYYY-MM-DD`.
    #[must_use]
    pub fn from_iso(_text: &str) -> Option<Self> {
        None
    }
}

/// `YYYY-MM-DD`.
impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
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

/// A date that counts from a day that is not known yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RelativeDate {
    /// What it counts from.
    pub anchor: Anchor,
    /// How many days later than the anchor it may be; negative before it.
    pub offset: Intervals<Day>,
}

/// What a relative date counts from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The day of publication, or of speaking.
    Published,
    /// An event, by its declared name.
    Event(Box<str>),
}

impl RelativeDate {
    /// What it may be, in words.
    #[must_use]
    pub fn describe(&self) -> String {
        String::new()
    }

    /// How two relative dates stand: comparable where both count from one event.
    #[must_use]
    pub fn relate(&self, _other: &Self) -> Relation {
        Relation::Overlaps
    }
}

/// Reads a date.
///
/// # Errors
///
/// Refuses what is not a date, and what has two readings that differ too much to be one set.
pub fn read(_text: &str, _cx: &Context<'_>) -> Result<Value, Refusal> {
    Err(Refusal {
        why: "not read yet".into(),
        hint: String::new(),
    })
}

/// Reads `{between: [from, to]}`.
///
/// # Errors
///
/// Refuses reversed bounds, and what [`read`] refuses.
pub fn read_between(_from: &str, _to: &str, _cx: &Context<'_>) -> Result<Value, Refusal> {
    Err(Refusal {
        why: "not read yet".into(),
        hint: String::new(),
    })
}

/// Whether the words are a date: what inference of a kind asks.
#[must_use]
pub fn is_date(_text: &str) -> bool {
    false
}

/// What a set of days holds, in words.
#[must_use]
pub fn describe(_set: &Intervals<Day>) -> String {
    String::new()
}
