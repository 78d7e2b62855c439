//! Numbers, money, durations and other quantities.

use super::{Context, Intervals, Kind, Rational, Reason, Refusal, Value};

/// What an amount measures; amounts of different dimensions cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// A count, or a share of one.
    Count,
}

impl Dimension {
    /// Whether amounts of the two dimensions can be compared.
    ///
    /// # Errors
    ///
    /// The reason why not.
    pub fn comparable(self, other: Self) -> Result<(), Reason> {
        if self == other {
            Ok(())
        } else {
            Err(Reason::Dimensions)
        }
    }
}

/// A unit of the table of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit {}

impl Unit {
    /// The unit's name in the singular ("year", "kilometre", "usd", "percent").
    #[must_use]
    pub fn name(self) -> &'static str {
        "one"
    }

    /// An amount of the base unit in this unit; `None` where it does not fit.
    #[must_use]
    pub fn from_base(self, x: Rational) -> Option<Rational> {
        Some(x)
    }
}

/// An amount that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The possibilities, in the base unit.
    pub set: Intervals<Rational>,
}

/// Reads an amount as one of the kinds number, money, duration and quantity.
///
/// # Errors
///
/// Refuses what is not an amount of that kind.
pub fn read(_text: &str, _kind: Kind, _cx: &Context<'_>) -> Result<Value, Refusal> {
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
pub fn read_between(
    _from: &str,
    _to: &str,
    _kind: Kind,
    _cx: &Context<'_>,
) -> Result<Value, Refusal> {
    Err(Refusal {
        why: "not read yet".into(),
        hint: String::new(),
    })
}

/// Which of number, money, duration and quantity the words are, if any: what inference of a kind asks.
#[must_use]
pub fn kind_of(_text: &str) -> Option<Kind> {
    None
}

/// What a set of amounts holds, in words.
#[must_use]
pub fn describe(_set: &Intervals<Rational>, _unit: Option<Unit>) -> String {
    String::new()
}
