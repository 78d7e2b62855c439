//! Positions as they are told apart everywhere in the page: by a letter, and by a colour where they
//! are contested.

use serde::Serialize;

use crate::finding::Finding;
use crate::render::phrase;

/// The sign of one position.
#[derive(Clone, Debug, Serialize)]
pub(in crate::render) struct Badge {
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
pub(in crate::render) fn badges(finding: &Finding) -> Vec<Badge> {
    let sides = phrase::sides(finding).into_iter();
    sides
        .map(|side| Badge {
            mark: side.letter,
            class: match side.colour {
                Some(colour) => format!("p{colour}"),
                None => NEUTRAL.to_owned(),
            },
        })
        .collect()
}
