//! One line on which the extents of several values are drawn: where each lies, and what stands below.
//!
//! In: values that have an order (amounts, dates, times of day). Out: places between 0 and 1, which
//! a renderer turns into columns or pixels. Values are compared exactly: points that differ have
//! places that differ, in their order. Floating point only says how far apart they are drawn.

mod amounts;
mod calendar;
mod clock;
mod layout;

use std::borrow::Cow;

use crate::value::date::Hours;
use crate::value::{Day, Extent, Intervals, Relation, Times, Value, date, relate};

/// A line, and the extents on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// What its marks count: "years", "days of June 2018"; empty for plain numbers.
    pub caption: String,
    /// How the line grows from mark to mark.
    pub growth: Growth,
    /// Round numbers and boundaries of the calendar, ascending.
    pub ticks: Vec<Tick>,
    /// For each value, in the order given: its stretches, ascending. None for an empty extent. Of a value
    /// with a doubt first all of it, light, then what is likely.
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
    /// Whether it can be meant, and likely is not: what is drawn over it is likely.
    pub is_light: bool,
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
    let doubtful = (0..)
        .zip(values)
        .filter(|(_, value)| value.likely.is_some());
    let likely: Vec<(usize, Cow<'_, Value>)> = doubtful
        .map(|(at, value)| (at, value.as_likely()))
        .collect();
    if likely.is_empty() {
        return lay_all(values, grain);
    }
    let all = values.iter().copied();
    let all: Vec<&Value> = all
        .chain(likely.iter().map(|(_, value)| &**value))
        .collect();
    let mut scale = lay_all(&all, grain)?;
    let solid = scale.tracks.split_off(values.len().min(scale.tracks.len()));
    for ((at, _), segments) in likely.iter().zip(solid) {
        if let Some(track) = scale.tracks.get_mut(*at) {
            track.iter_mut().for_each(|segment| segment.is_light = true);
            track.extend(segments);
        }
    }
    Some(scale)
}

fn lay_all(values: &[&Value], grain: Grain) -> Option<Scale> {
    match &values.first()?.extent {
        Extent::Amount(..) => amounts::lay(values, grain),
        Extent::Days(_) | Extent::Times(..) => dates(values, grain),
        Extent::Relative(first) => {
            let offsets = values.iter().map(|value| match &value.extent {
                Extent::Relative(date) if date.anchor == first.anchor && date.before.is_none() => {
                    Some(&date.offset)
                }
                _ => None,
            });
            let offsets: Vec<_> = offsets.collect::<Option<_>>()?;
            Some(calendar::lay_offsets(&offsets, &first.anchor, grain))
        }
        Extent::Terms(_) | Extent::Members(_) | Extent::Quotation(_) | Extent::Text(_) => None,
    }
}

/// By the calendar; by the clock where times of one day, or of the same days, are what tells them
/// apart; by both where times go on over midnight or the bounds of stretches are such.
fn dates(values: &[&Value], grain: Grain) -> Option<Scale> {
    let days: Option<Vec<Intervals<Day>>> =
        values.iter().map(|value| value.extent.days()).collect();
    let days = days?;
    let times = values.iter().filter_map(|value| match &value.extent {
        Extent::Times(times) => Some(times),
        _ => None,
    });
    let times: Vec<&Times> = times.collect();
    let zone = times.first().map(|times| times.zone());
    if let Some(zone) = zone.filter(|zone| times.iter().all(|times| times.zone() == *zone)) {
        let hours: Option<Vec<Option<&Hours>>> = values
            .iter()
            .map(|value| match &value.extent {
                Extent::Times(times) => times.same_hours().map(Some),
                _ => Some(None),
            })
            .collect();
        match hours {
            Some(hours) => {
                if days.windows(2).all(|pair| pair.first() == pair.last()) {
                    let of = days.first().map(date::describe);
                    return Some(clock::lay(&hours, of, zone, grain));
                }
                if apart_by_time(values) {
                    return Some(clock::lay(&hours, None, zone, grain));
                }
            }
            None => {
                if let Some(scale) = clock::lay_stretches(values, zone, grain) {
                    return Some(scale);
                }
                // A line of the calendar has no hours of any day.
                if days.iter().all(|days| *days == Intervals::all()) {
                    return None;
                }
            }
        }
    }
    Some(calendar::lay_days(&days.iter().collect::<Vec<_>>(), grain))
}

/// Whether two neighbours exclude each other by their times, on days that they share.
fn apart_by_time(values: &[&Value]) -> bool {
    values.windows(2).any(|pair| {
        let &[a, b] = pair else { return false };
        let days_meet = match (a.extent.days(), b.extent.days()) {
            (Some(a), Some(b)) => a.relate(&b) != Relation::Disjoint,
            _ => false,
        };
        days_meet && relate(a, b) == Relation::Disjoint
    })
}
