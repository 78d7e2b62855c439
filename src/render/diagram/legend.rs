//! What the shapes, marks and links of a diagram mean: only those that are in it.

use std::collections::BTreeSet;

use crate::diagram::{Diagram, Mark, Sort, Tie};

/// What a legend explains.
pub(super) struct Legend {
    pub(super) sorts: Vec<Sort>,
    pub(super) marks: Vec<Mark>,
    pub(super) ties: Vec<Tie>,
}

/// The legend of a diagram, in a fixed order.
pub(super) fn of(diagram: &Diagram) -> Legend {
    let sorts: BTreeSet<Sort> = diagram.shapes.iter().map(|shape| shape.sort).collect();
    let marks: BTreeSet<Mark> = diagram.shapes.iter().map(|shape| shape.mark).collect();
    let ties: BTreeSet<Tie> = diagram
        .links
        .iter()
        .filter(|link| !is_shown_by_frame(diagram, link.from, link.to))
        .map(|link| link.tie)
        .collect();
    Legend {
        sorts: keep(Sort::ALL, &sorts),
        marks: keep(Mark::ALL, &marks),
        ties: keep(Tie::ALL, &ties),
    }
}

/// Whether the frame around a shape says what a link would.
pub(super) fn is_shown_by_frame(diagram: &Diagram, from: usize, to: usize) -> bool {
    let inside = diagram.shapes.get(from).and_then(|shape| shape.inside);
    inside == Some(to)
}

fn keep<T: Copy + Ord, const N: usize>(all: [T; N], present: &BTreeSet<T>) -> Vec<T> {
    let kept = all.into_iter().filter(|one| present.contains(one));
    kept.collect()
}
