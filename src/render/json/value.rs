//! A value in JSON: its figure, unit, hedge and extent.

use std::ops::Bound;

use serde::Serialize;

use crate::value::{Extent, Interval, Refusal, Value};

/// What `value --batch` prints for a line, and what a finding's position shows of its value.
#[derive(Debug, Serialize)]
pub struct ValueV1<'a> {
    original: &'a str,
    kind: &'static str,
    figure: Option<String>,
    unit: Option<&'static str>,
    hedge: Option<&'static str>,
    extent: ExtentV1,
}

/// A value that could not be read.
#[derive(Debug, Serialize)]
pub struct RefusalV1<'a> {
    original: &'a str,
    error: String,
}

/// An extent: intervals, or names.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum ExtentV1 {
    /// Amounts in the unit of the value; dates as ISO days, both included.
    Intervals(Vec<IntervalV1>),
    /// `null`: words, or days that count from an unknown day.
    Unlisted,
}

/// One stretch of an extent; a bound that is open to infinity is null.
#[derive(Debug, Serialize)]
pub struct IntervalV1 {
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from_open: Option<bool>,
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to_open: Option<bool>,
}

impl<'a> ValueV1<'a> {
    /// The value that was read from `original`.
    #[must_use]
    pub fn new(original: &'a str, value: &Value) -> Self {
        Self {
            original,
            kind: value.kind.name(),
            figure: value.figure.map(crate::value::Rational::to_decimal),
            unit: value.unit.map(crate::value::Unit::name),
            hedge: value.hedge,
            extent: ExtentV1::new(value),
        }
    }
}

impl<'a> RefusalV1<'a> {
    /// The refusal of `original`.
    #[must_use]
    pub fn new(original: &'a str, refusal: &Refusal) -> Self {
        Self {
            original,
            error: refusal.why.clone(),
        }
    }
}

impl ExtentV1 {
    /// The extent of a value.
    #[must_use]
    pub fn new(value: &Value) -> Self {
        match &value.extent {
            Extent::Amount(set, _) => Self::Intervals(
                set.parts()
                    .iter()
                    .map(|part| {
                        IntervalV1::new(
                            part,
                            |x| {
                                value
                                    .unit
                                    .and_then(|unit| unit.from_base(x))
                                    .unwrap_or(x)
                                    .to_decimal()
                            },
                            true,
                        )
                    })
                    .collect(),
            ),
            Extent::Days(set) | Extent::Times(set, _) => Self::Intervals(
                set.parts()
                    .iter()
                    .map(|part| IntervalV1::new(part, |day| day.to_string(), false))
                    .collect(),
            ),
            _ => Self::Unlisted,
        }
    }
}

impl IntervalV1 {
    fn new<T: Copy>(part: &Interval<T>, show: impl Fn(T) -> String, dense: bool) -> Self {
        let bound = |bound: Bound<T>| match bound {
            Bound::Included(x) => (Some(show(x)), dense.then_some(false)),
            Bound::Excluded(x) => (Some(show(x)), dense.then_some(true)),
            Bound::Unbounded => (None, dense.then_some(true)),
        };
        let ((from, from_open), (to, to_open)) = (bound(part.from), bound(part.to));
        Self {
            from,
            from_open,
            to,
            to_open,
        }
    }
}
