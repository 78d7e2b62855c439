//! Positions as every format tells them apart: by a letter, and by a colour where they are contested.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::render::matrix::mark;

/// How many colours there are; further contested positions share them, and keep their letters.
const COLOURS: usize = 8;

/// The sign of one position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Side {
    /// Its letter.
    pub(in crate::render) letter: String,
    /// The number of its colour; `None` where nothing stands against it.
    pub(in crate::render) colour: Option<usize>,
}

/// The signs of a finding's positions, in order.
pub(in crate::render) fn sides(finding: &Finding) -> Vec<Side> {
    let pairs = finding.oppositions.iter();
    let opposed: BTreeSet<usize> = pairs.flat_map(|pair| [pair.left, pair.right]).collect();
    let mut colours = 0;
    let positions = finding.positions.iter().enumerate();
    positions
        .map(|(at, position)| {
            let is_contested =
                finding.subject.is_none() || !position.against.is_empty() || opposed.contains(&at);
            let colour = is_contested.then_some(colours % COLOURS);
            colours += usize::from(is_contested);
            Side {
                letter: mark(at),
                colour,
            }
        })
        .collect()
}
