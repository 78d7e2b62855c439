//! What articles agree on, who adds what, and what keeps an agreement from being a plain one.

use std::sync::Arc;

use super::FindingId;
use crate::model::{ArticleId, ClaimId};

/// What an agreement says. Every format words this alike.
#[derive(Clone, Debug, Default)]
pub struct Agreed {
    /// What two articles or more give; of what changes, in the order of its times.
    pub shared: Vec<Shared>,
    /// What one article alone adds.
    pub additions: Vec<Addition>,
    /// Whether it changes, so that it is given one time after the other.
    pub in_turn: bool,
    /// How many more values are shared or added than are listed.
    pub more: usize,
    /// The articles that are unsure of what they say, where others are not.
    pub unsure: Vec<ArticleId>,
    /// Why it is no plain agreement, the weightiest first.
    pub reservations: Vec<Reservation>,
}

/// A value with the articles that give it, or say more precisely what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The value: by its declared name, else in its commonest wording.
    pub value: String,
    /// Within which limits it holds: "on 3 May 2024".
    pub when: Option<String>,
    /// The independent origins, by name.
    pub origins: Vec<Arc<str>>,
    /// The articles.
    pub articles: Vec<ArticleId>,
    /// Whether all of them are unsure of it.
    pub unsure: bool,
}

/// A value that one article alone gives, where it agrees with or refines what another says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// The value, named likewise.
    pub value: String,
    /// Within which limits it holds.
    pub when: Option<String>,
    /// The article.
    pub article: ArticleId,
}

/// Why an agreement is no plain one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reservation {
    /// Which sort of reason it is.
    pub sort: Reserve,
    /// The reason, in one clause without a final stop.
    pub text: String,
    /// The findings that it is about.
    pub findings: Vec<FindingId>,
}

/// The sorts of reasons why an agreement is no plain one, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reserve {
    /// An answer takes part in an open joint contradiction.
    Contested,
    /// Some answers could not be compared.
    NotCompared,
    /// They agree only as their words are likely meant.
    Doubt,
    /// All that agree are unsure.
    Unsure,
    /// Articles have the same words.
    SameWords,
}

impl Reserve {
    /// The word that JSON uses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Contested => "contested",
            Self::NotCompared => "not-compared",
            Self::Doubt => "doubt",
            Self::Unsure => "unsure",
            Self::SameWords => "same-words",
        }
    }

    /// The words that follow "but" in reports.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Contested => "contested",
            Self::NotCompared => "not all compared",
            Self::Doubt => "in doubt",
            Self::Unsure => "unsure",
            Self::SameWords => "in the same words",
        }
    }
}

/// That a claim takes part in an open joint contradiction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contest {
    /// The joint contradiction.
    pub finding: FindingId,
    /// The claim.
    pub claim: ClaimId,
}
