//! One line on which the extents of several values are drawn: where each lies, and what stands below.
//!
//! In: values that have an order (amounts, dates, times of day). Out: places between 0 and 1, which
//! a renderer turns into columns or pixels. Values are compared exactly: points that differ have
//! places that differ, in their order. Floating point only says how far apart they are drawn.

mod amounts;
mod calendar;
mod clock;
mod layout;

use crate::value::{Clock, Day, Extent, Intervals, Relation, Value, date, relate};

/// A line, and the extents on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// What its marks count: "years", "days of June 2018"; empty for plain numbers.
    pub caption: String,
    /// How the line grows from mark to mark.
    pub growth: Growth,
    /// Round numbers and boundaries of the calendar, ascending.
    pub ticks: Vec<Tick>,
    /// For each value, in the order given: its stretches, ascending. None for an empty extent.
    pub tracks: Vec<Vec<Segment>>,
}

/// How a line grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Growth {
    /// As far from mark to mark.
    Even,
    /// Each power of ten is as far from the one before: where values differ by orders of magnitude.
    Tenfold,
}

/// A mark below the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Its place, from 0 to 1.
    pub at: f64,
    /// What it marks, as values are printed; what all marks share stands in the caption.
    pub label: String,
}

/// One unbroken stretch of an extent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Where it starts, from 0 to 1.
    pub from: f64,
    /// Where it ends, from 0 to 1; where it starts if it is a single point.
    pub to: f64,
    /// How it starts.
    pub from_end: End,
    /// How it ends.
    pub to_end: End,
}

/// An end of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The point at the end belongs to it.
    Included,
    /// All up to the point at the end belongs to it, and the point does not.
    Excluded,
    /// It goes on beyond the line.
    Unbounded,
}

/// How finely a line can be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Grain {
    /// How many places can be told apart: columns of a terminal, marks of a pen.
    pub places: usize,
    /// About how many ticks there is room for.
    pub ticks: usize,
}

/// For a line of 60 columns or so.
impl Default for Grain {
    fn default() -> Self {
        Self {
            places: 60,
            ticks: 6,
        }
    }
}

/// Lays values on one line, in their order.
///
/// Days are points at their start: a month reaches from its first to its last. `None` without values,
/// and where they have no line in common: terms, members and quotes have none, and years and
/// kilometres, or two currencies, not the same one.
#[must_use]
pub fn lay(values: &[&Value], grain: Grain) -> Option<Scale> {
    match &values.first()?.extent {
        Extent::Amount(..) => amounts::lay(values, grain),
        Extent::Days(_) | Extent::Times(..) => dates(values, grain),
        Extent::Relative(first) => {
            let offsets = values.iter().map(|value| match &value.extent {
                Extent::Relative(date) if date.anchor == first.anchor => Some(&date.offset),
                _ => None,
            });
            let offsets: Vec<_> = offsets.collect::<Option<_>>()?;
            Some(calendar::lay_offsets(&offsets, &first.anchor, grain))
        }
        Extent::Terms(_) | Extent::Members(_) | Extent::Quotation(_) | Extent::Text(_) => None,
    }
}

/// By the calendar; by the clock where times of one day, or of the same days, are what tells them apart.
fn dates(values: &[&Value], grain: Grain) -> Option<Scale> {
    let parts: Option<Vec<(&Intervals<Day>, Option<Clock>)>> = values
        .iter()
        .map(|value| match &value.extent {
            Extent::Days(days) => Some((days, None)),
            Extent::Times(days, clock) => Some((days, Some(*clock))),
            _ => None,
        })
        .collect();
    let parts = parts?;
    let (days, clocks): (Vec<_>, Vec<_>) = parts.iter().copied().unzip();
    let same_days = days.windows(2).all(|pair| pair[0] == pair[1]);
    let apart_by_time = || {
        values.windows(2).any(|pair| {
            let days = pair.iter().filter_map(|value| match &value.extent {
                Extent::Days(days) | Extent::Times(days, _) => Some(days),
                _ => None,
            });
            let days: Vec<_> = days.collect();
            let days_meet = matches!(days.as_slice(), [a, b] if a.relate(b) != Relation::Disjoint);
            days_meet && relate(pair[0], pair[1]) == Relation::Disjoint
        })
    };
    if clocks.iter().any(Option::is_some) && clock::comparable(&clocks) {
        if same_days {
            let of = days.first().map(|days| date::describe(days));
            return Some(clock::lay(&clocks, of, grain));
        }
        if apart_by_time() {
            return Some(clock::lay(&clocks, None, grain));
        }
    }
    Some(calendar::lay_days(&days, grain))
}
