//! Where on a line points are drawn: in their order, and never two of them in one place.

use std::ops::Bound::{self, Excluded, Included, Unbounded};

use super::{End, Segment};
use crate::value::{Intervals, Point};

/// How much of the line lies beyond the outermost ends of the extents.
const MARGIN: f64 = 0.08;

/// The same beside an end that is unbounded, which needs room for its arrow.
const BEYOND: f64 = 0.16;

/// A line from one raw place to another, with the ends of all extents on it.
///
/// Raw places are what a measure gives: numbers, days, or the logarithms of numbers.
#[derive(Debug)]
pub(super) struct Layout<T> {
    /// The finite ends: the point, its raw place, and its place from 0 to 1; ascending.
    ends: Vec<(T, f64, f64)>,
    /// The raw places of 0 and of 1.
    range: (f64, f64),
}

impl<T: Point> Layout<T> {
    /// Lays out the ends of some sets.
    ///
    /// `measure` gives raw places, which must not fall where points rise. `pad` is how far to go to
    /// either side of a single point; the line starts no lower than at `floor`, unless a set does.
    /// No two ends come closer than `gap`, if they have room.
    pub(super) fn new(
        sets: &[&Intervals<T>],
        measure: impl Fn(T) -> f64,
        pad: f64,
        floor: Option<f64>,
        gap: f64,
    ) -> Self {
        let ends = finite_ends(sets);
        let raw: Vec<f64> = ends.iter().map(|end| measure(*end)).collect();
        let parts = || sets.iter().flat_map(|set| set.parts());
        let below = parts().any(|part| part.from == Unbounded);
        let above = parts().any(|part| part.to == Unbounded);
        let (low, high) = match (raw.first(), raw.last()) {
            (Some(low), Some(high)) if high > low => (*low, *high),
            (Some(low), Some(high)) => (low - pad, high + pad),
            _ => (-pad, pad),
        };
        let room = |open: bool| (high - low) * if open { BEYOND } else { MARGIN };
        let mut start = low - room(below);
        if let Some(floor) = floor.filter(|floor| !below && *floor <= low) {
            start = start.max(floor);
        }
        let range = (start, high + room(above));
        let spread = |raw: f64| ((raw - range.0) / (range.1 - range.0)).clamp(0.0, 1.0);
        let mut places: Vec<f64> = raw.iter().map(|raw| spread(*raw)).collect();
        let edges = (
            if below { gap.min(0.1) } else { 0.0 },
            1.0 - if above { gap.min(0.1) } else { 0.0 },
        );
        keep_apart(&mut places, gap, edges);
        let ends = ends
            .into_iter()
            .zip(raw)
            .zip(places)
            .map(|((end, raw), place)| (end, raw, place))
            .collect();
        Self { ends, range }
    }

    /// The raw places of the start and the end of the line.
    pub(super) fn range(&self) -> (f64, f64) {
        self.range
    }

    /// The place of a point with a raw place; `None` beyond the line.
    pub(super) fn place(&self, point: T, raw: f64) -> Option<f64> {
        let at = match self.ends.binary_search_by(|(end, ..)| end.cmp(&point)) {
            Ok(at) => return self.ends.get(at).map(|(.., place)| *place),
            Err(at) => at,
        };
        if raw < self.range.0 || raw > self.range.1 {
            return None;
        }
        let before = at.checked_sub(1).and_then(|at| self.ends.get(at));
        let (from, low) = before.map_or((self.range.0, 0.0), |(_, raw, place)| (*raw, *place));
        let after = self.ends.get(at);
        let (to, high) = after.map_or((self.range.1, 1.0), |(_, raw, place)| (*raw, *place));
        let share = if to > from {
            ((raw - from) / (to - from)).clamp(0.0, 1.0)
        } else {
            0.5
        };
        Some(low + share * (high - low))
    }

    /// The stretches of a set.
    pub(super) fn track(&self, set: &Intervals<T>) -> Vec<Segment> {
        let parts = set.parts().iter();
        parts
            .map(|part| {
                let (from, from_end) = self.end(part.from, 0.0);
                let (to, to_end) = self.end(part.to, 1.0);
                Segment {
                    from,
                    to,
                    from_end,
                    to_end,
                    is_light: false,
                }
            })
            .collect()
    }

    fn end(&self, bound: Bound<T>, edge: f64) -> (f64, End) {
        let place = |point: T| {
            let found = self.ends.binary_search_by(|(end, ..)| end.cmp(&point));
            let end = found.ok().and_then(|at| self.ends.get(at));
            end.map_or(edge, |(.., place)| *place)
        };
        match bound {
            Included(x) => (place(x), End::Included),
            Excluded(x) => (place(x), End::Excluded),
            Unbounded => (edge, End::Unbounded),
        }
    }
}

/// The points at which the stretches of some sets end, ascending, each once.
pub(super) fn finite_ends<T: Point>(sets: &[&Intervals<T>]) -> Vec<T> {
    let parts = sets.iter().flat_map(|set| set.parts());
    let mut ends: Vec<T> = parts
        .flat_map(|part| [part.from, part.to])
        .filter_map(|bound| match bound {
            Included(x) | Excluded(x) => Some(x),
            Unbounded => None,
        })
        .collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// Moves ascending places as little as needed so that none is closer than `gap` to the one before;
/// closer than that where there are too many for the line.
fn keep_apart(places: &mut [f64], gap: f64, (start, end): (f64, f64)) {
    let Some(n_gaps) = places.len().checked_sub(1) else {
        return;
    };
    // Counts of columns are small; a float holds them exactly.
    let gap = gap.min((end - start) / n_gaps.max(1) as f64);
    let mut least = start;
    for place in places.iter_mut() {
        *place = place.max(least);
        least = *place + gap;
    }
    let mut most = end;
    for place in places.iter_mut().rev() {
        // Rounding must not push the first one off the line.
        *place = place.min(most).max(start);
        most = *place - gap;
    }
}
