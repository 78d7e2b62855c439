//! Positions as they are told apart everywhere in the page: by a letter, and by a colour where they
//! are contested.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::render::matrix::mark;

/// How many colours there are; further contested positions share them, and keep their letters.
const COLOURS: usize = 8;

/// The sign of one position.
#[derive(Clone, Debug)]
pub(super) struct Badge {
    /// Its letter.
    pub(super) mark: String,
    /// Its colour, as a class of the style sheet.
    pub(super) class: String,
}

impl Badge {
    /// The sign of what follows from claims.
    pub(super) fn therefore() -> Self {
        Self {
            mark: "so".to_owned(),
            class: NEUTRAL.to_owned(),
        }
    }

    /// Whether the position stands against another, and has a colour.
    pub(super) fn is_contested(&self) -> bool {
        self.class != NEUTRAL
    }
}

/// The class of positions that nothing stands against.
const NEUTRAL: &str = "pn";

/// The signs of a finding's positions, in order.
pub(super) fn badges(finding: &Finding) -> Vec<Badge> {
    let pairs = finding.oppositions.iter();
    let opposed: BTreeSet<usize> = pairs.flat_map(|pair| [pair.left, pair.right]).collect();
    let mut colours = 0;
    let positions = finding.positions.iter().enumerate();
    positions
        .map(|(at, position)| {
            let contested =
                finding.subject.is_none() || !position.against.is_empty() || opposed.contains(&at);
            let class = match contested {
                true => format!("p{}", colours % COLOURS),
                false => NEUTRAL.to_owned(),
            };
            colours += usize::from(contested);
            Badge {
                mark: mark(at),
                class,
            }
        })
        .collect()
}
