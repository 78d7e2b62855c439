//! A value in JSON: its figure, unit, hedge and extent.

use std::ops::Bound;

use serde::Serialize;

use crate::value::{Day, Extent, Interval, Intervals, MemberSet, Refusal, Unit, Value};

/// What `value --batch` prints for a line, and what a finding's position shows of its value.
#[derive(Debug, Serialize)]
pub struct ValueV1<'a> {
    original: &'a str,
    kind: &'static str,
    figure: Option<String>,
    unit: Option<&'static str>,
    hedge: Option<&'static str>,
    extent: ExtentV1<'a>,
    likely: Option<ExtentV1<'a>>,
    doubt: Option<&'a str>,
    counted: Option<&'a str>,
}

/// A value that could not be read.
#[derive(Debug, Serialize)]
pub struct RefusalV1<'a> {
    original: &'a str,
    error: String,
}

/// An extent: intervals, or names; `null` for words, and for days that count from an unknown day.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum ExtentV1<'a> {
    /// Amounts in the unit of the value; dates as ISO days, both included.
    Intervals(Vec<IntervalV1>),
    /// A name with all narrower ones, or everything else.
    Terms {
        /// The preferred name, in a list.
        terms: [&'a str; 1],
        /// Whether the extent is everything but the name.
        not: bool,
    },
    /// Groups.
    Members {
        /// The members named; where none is, those that belong to no group.
        terms: Vec<&'a str>,
        /// Whether `terms` belong to no group.
        not: bool,
        /// Whether the members named are all there are.
        only: bool,
        /// Further names, which belong to no group.
        excluded: Vec<&'a str>,
    },
    /// Nothing that can be listed.
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
    pub fn new(original: &'a str, value: &'a Value) -> Self {
        Self {
            original,
            kind: value.kind.name(),
            figure: value.figure.map(crate::value::Rational::to_decimal),
            unit: value.unit.map(crate::value::Unit::name),
            hedge: value.hedge,
            extent: ExtentV1::new(value),
            likely: ExtentV1::likely(value),
            doubt: value.doubt().map(AsRef::as_ref),
            counted: value.counted.as_ref().map(|counted| &*counted.words),
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

impl<'a> ExtentV1<'a> {
    /// The extent of a value.
    #[must_use]
    pub fn new(value: &'a Value) -> Self {
        Self::of(&value.extent, value.unit)
    }

    /// What a value likely means; `None` where that is all of its extent.
    #[must_use]
    pub fn likely(value: &'a Value) -> Option<Self> {
        let likely = value.likely.as_ref()?;
        Some(Self::of(&likely.extent, value.unit))
    }

    fn of(extent: &'a Extent, unit: Option<Unit>) -> Self {
        match extent {
            Extent::Amount(set, _) => {
                let in_unit = |x| unit.and_then(|unit| unit.from_base(x)).unwrap_or(x);
                let show = |x| in_unit(x).to_decimal();
                let parts = set.parts().iter();
                Self::Intervals(
                    parts
                        .map(|part| IntervalV1::new(part, show, true))
                        .collect(),
                )
            }
            Extent::Days(set) => Self::days(set),
            Extent::Times(times) => Self::days(&times.days()),
            Extent::Terms(set) => Self::Terms {
                terms: [set.name()],
                not: set.is_not(),
            },
            Extent::Members(set) => Self::members(set),
            Extent::Relative(_) | Extent::Quotation(_) | Extent::Text(_) => Self::Unlisted,
        }
    }

    fn days(set: &Intervals<Day>) -> Self {
        let show = |day: Day| day.to_string();
        let parts = set.parts().iter();
        Self::Intervals(
            parts
                .map(|part| IntervalV1::new(part, show, false))
                .collect(),
        )
    }

    fn members(set: &'a MemberSet) -> Self {
        let (named, excluded, only) = (set.named(), set.excluded(), set.is_only());
        if named.is_empty() && !excluded.is_empty() {
            return Self::Members {
                terms: excluded,
                not: true,
                only,
                excluded: Vec::new(),
            };
        }
        Self::Members {
            terms: named,
            not: false,
            only,
            excluded,
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
