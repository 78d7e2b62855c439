//! Which claims of something that changes may hold at once: only these say anything of each other, so
//! that those of a thousand days are not held against each other one by one.

use std::ops::Bound::{Excluded, Included, Unbounded};

use smallvec::{SmallVec, smallvec};

use super::cell::Cell;
use crate::compare::{Limit, Pair, Scope, Standing, goes_back};
use crate::model::Changes;
use crate::value::{Day, Intervals};

/// The pairs of cells of two positions that may hold at once, and of the others an example for each
/// sort of limits; of one position, each two once.
pub(super) struct Meeting {
    pub(super) together: Pairs,
    pub(super) apart: Pairs,
}

/// Two positions mostly have one cell each.
type Pairs = SmallVec<[(usize, usize); 1]>;

/// So few pairs are all looked at.
const FEW: usize = 64;

/// Near linear in the cells and in those that meet, unless some hold for very long.
pub(super) fn meeting(standing: &Standing, pair: &Pair, left: &[Cell], right: &[Cell]) -> Meeting {
    if let ([_], [_]) = (left, right) {
        return Meeting {
            together: smallvec![(0, 0)],
            apart: Pairs::new(),
        };
    }
    let start = |at: usize| if pair.left == pair.right { at } else { 0 };
    if standing.changes == Changes::No || left.len() * right.len() <= FEW {
        let all = (0..left.len()).flat_map(|at| (start(at)..right.len()).map(move |to| (at, to)));
        return Meeting {
            together: all.collect(),
            apart: Pairs::new(),
        };
    }
    let spans = |cells: &[Cell]| -> Vec<Span> {
        let scopes = cells.iter().map(|cell| {
            let scope = cell.claims.first().and_then(|id| standing.scopes.get(id));
            scope.map(Span::of).unwrap_or_default()
        });
        scopes.collect()
    };
    let (lefts, rights) = (spans(left), spans(right));
    let mut by_start: Vec<usize> = (0..rights.len()).collect();
    by_start.sort_by_key(|at| rights[*at].from);
    let longest = rights.iter().map(Span::length).max().unwrap_or_default();
    let mut found = Meeting {
        together: Pairs::new(),
        apart: Pairs::new(),
    };
    let mut seen = [[false; 2]; 2];
    for (at, own) in lefts.iter().enumerate() {
        let from = own.from.saturating_sub(longest);
        let first = by_start.partition_point(|to| rights[*to].from < from);
        let last = by_start.partition_point(|to| rights[*to].from <= own.to);
        let near = by_start.get(first..last).unwrap_or_default().iter();
        let mut near: Vec<usize> = near
            .copied()
            .filter(|to| *to >= start(at) && rights[*to].meets(own))
            .collect();
        near.sort_unstable();
        found.together.extend(near.into_iter().map(|to| (at, to)));
        let ends = [by_start.first(), by_start.last()];
        for to in ends.into_iter().flatten().copied() {
            let seen = &mut seen[usize::from(own.is_given)][usize::from(rights[to].is_given)];
            if !*seen && !rights[to].meets(own) {
                *seen = true;
                found.apart.push((at, to));
            }
        }
    }
    found
}

/// For positions of something that changes, the days on which their claims may hold; `None` where a
/// claim says itself when it holds, so that it has to be asked.
pub(super) fn spans(standing: &Standing) -> Vec<Option<Span>> {
    let of_position = |claims: &[crate::model::ClaimId]| {
        let spans = claims.iter().map(|id| {
            let span = Span::of(standing.scopes.get(id)?);
            (!span.is_given && span.length() < i32::MAX).then_some(span)
        });
        let all = spans.collect::<Option<Vec<Span>>>()?;
        all.into_iter().reduce(|a, b| Span {
            from: a.from.min(b.from),
            to: a.to.max(b.to),
            is_given: false,
        })
    };
    if standing.changes == Changes::No {
        return Vec::new();
    }
    let positions = standing.positions.iter();
    positions.map(|stand| of_position(&stand.claims)).collect()
}

/// Whether no two claims of a pair hold at once, and none goes back on the other.
pub(super) fn are_apart(standing: &Standing, spans: &[Option<Span>], pair: &Pair) -> bool {
    let span = |at: usize| spans.get(at).and_then(Option::as_ref);
    let (Some(left), Some(right)) = (span(pair.left), span(pair.right)) else {
        return false;
    };
    if left.meets(right) {
        return false;
    }
    let extent = |at: usize| standing.positions.get(at).map(|stand| &stand.value.extent);
    let (earlier, later) = match left.from < right.from {
        true => (extent(pair.left), extent(pair.right)),
        false => (extent(pair.right), extent(pair.left)),
    };
    let pair = earlier.zip(later);
    pair.is_some_and(|(earlier, later)| !goes_back(standing.changes, earlier, later))
}

/// The first and the last day of a stretch of time.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) from: i32,
    pub(super) to: i32,
    /// Whether the claim says itself when it holds.
    is_given: bool,
}

impl Default for Span {
    /// At any time.
    fn default() -> Self {
        Self {
            from: i32::MIN,
            to: i32::MAX,
            is_given: false,
        }
    }
}

impl Span {
    pub(super) fn of(scope: &Scope) -> Self {
        let hull = scope.time.as_ref().and_then(Intervals::hull);
        let day = |bound, open| match bound {
            Some(Included(Day(day)) | Excluded(Day(day))) => day,
            Some(Unbounded) | None => open,
        };
        Self {
            from: day(hull.map(|hull| hull.from), i32::MIN),
            to: day(hull.map(|hull| hull.to), i32::MAX),
            is_given: !matches!(scope.when, Limit::None),
        }
    }

    fn length(&self) -> i32 {
        self.to.saturating_sub(self.from)
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}
