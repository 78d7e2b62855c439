//! Questions put to the graph, one file each.
//!
//! A check is data: its name, level, one-line summary, manual page, test and message. The order of the
//! table is the order in which tests apply: a conflicting pair of claims is of the first pair check
//! whose test holds, and a question without conflicts is of the first question check whose test holds.
//! It is also the order of rank within a level.

mod agreement;
mod annotator_conflict;
mod argument;
mod at_once;
mod born;
mod cell;
mod changed_account;
mod circular_sourcing;
mod compatible;
mod conclusion;
mod contested;
mod copy_drift;
mod corroborated;
mod disputed;
mod echo;
mod id;
mod joint_contradiction;
mod matter;
mod misquotation;
mod misreported;
mod notes;
mod outcome;
mod possible_conflict;
mod question;
mod repeated;
mod report;
mod ruling;
mod same_words;
mod selection;
mod self_contradiction;
mod shared;
mod single_source;
mod undetermined;
mod value_conflict;
mod wording;

pub use agreement::Agreement;
pub use argument::Reckoning;
pub use born::born_apart;
pub use joint_contradiction::reckoning;
pub use outcome::{Clash, Gap, Outcome, Pairing, asked_of_pair, asked_of_question, judge};
pub use report::{Checked, run};
pub use ruling::{considered, standing};
pub use selection::{Selection, UnknownName, nearest};
pub use wording::spoken;

use std::ops::Deref;

use crate::finding::{Finding, Level};
use crate::graph::ClaimGraph;
use crate::model::ClaimId;

/// One question put to the graph.
pub struct Check {
    /// Its id: what was found, in kebab case.
    pub id: &'static str,
    /// How much its findings matter.
    pub level: Level,
    /// What was found, in one sentence without a final stop.
    pub summary: &'static str,
    /// Its manual page, in Markdown.
    pub page: &'static str,
    /// How it is decided.
    pub test: Test,
}

/// How a check is decided, and what its findings say in one sentence without a final stop.
pub enum Test {
    /// Asked of two claims whose values are disjoint.
    Pair {
        /// Whether it applies to them.
        test: fn(&ClaimGraph<'_>, &Pairing<'_>) -> bool,
        /// What a finding says, of which two claims are the example.
        message: fn(&ClaimGraph<'_>, &Finding, [ClaimId; 2]) -> String,
    },
    /// Asked of a question in which no two claims conflict.
    Question {
        /// Whether it applies.
        test: fn(&Outcome) -> bool,
        /// What a finding says.
        message: fn(&ClaimGraph<'_>, &Outcome, &Finding) -> String,
    },
    /// Asked of the whole graph, for findings that are whole.
    Graph(fn(&ClaimGraph<'_>) -> Vec<Finding>),
}

/// Makes a row of the table; the test and message stand in a module of their own.
macro_rules! check {
    ($id:literal, $level:ident, $summary:literal, $sort:ident $module:ident) => {
        Check {
            id: $id,
            level: Level::$level,
            summary: $summary,
            page: include_str!(concat!("../../docs/checks/", $id, ".md")),
            test: check!($sort $module),
        }
    };
    (Graph $module:ident) => {
        Test::Graph($module::find)
    };
    ($sort:ident $module:ident) => {
        Test::$sort {
            test: $module::test,
            message: $module::message,
        }
    };
}

/// Every check, in the order in which they apply.
pub const CHECKS: &[Check] = &[
    check!(
        "possible-conflict",
        Warning,
        "Claims that cannot both be true, unless a hedge, a scope or a name explains it",
        Pair possible_conflict
    ),
    check!(
        "self-contradiction",
        Conflict,
        "One article, in its own voice, contradicts itself",
        Pair self_contradiction
    ),
    check!(
        "changed-account",
        Warning,
        "A source, in its own voice, contradicts its own earlier article",
        Pair changed_account
    ),
    check!(
        "copy-drift",
        Conflict,
        "An article differs from the one that it cites for the claim or copies",
        Pair copy_drift
    ),
    check!(
        "misreported",
        Conflict,
        "Two articles give one named speaker values that cannot both be true",
        Pair misreported
    ),
    check!(
        "value-conflict",
        Conflict,
        "Two claims that cannot both be true",
        Pair value_conflict
    ),
    check!(
        "disputed",
        Conflict,
        "Both sides are attributed to different speakers: the articles only report the dispute",
        Pair disputed
    ),
    check!(
        "corroborated",
        Agreement,
        "Claims of two or more articles without a common origin agree, or one refines the other",
        Question corroborated
    ),
    check!(
        "repeated",
        Agreement,
        "Articles agree, but all from one origin",
        Question repeated
    ),
    check!(
        "undetermined",
        Note,
        "Claims could not be compared, and why",
        Question undetermined
    ),
    check!(
        "compatible",
        Note,
        "Values differ but can all be true",
        Question compatible
    ),
    check!(
        "single-source",
        Note,
        "One article only",
        Question single_source
    ),
    check!(
        "joint-contradiction",
        Conflict,
        "Claims that agree pair by pair and cannot all be true",
        Graph joint_contradiction
    ),
    check!(
        "misquotation",
        Warning,
        "One speaker's words are quoted differently",
        Graph misquotation
    ),
    check!(
        "circular-sourcing",
        Warning,
        "Articles that cite each other in a ring",
        Graph circular_sourcing
    ),
    check!(
        "annotator-conflict",
        Warning,
        "Two annotators read one article differently",
        Graph annotator_conflict
    ),
];

/// The check of that id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.id == id)
}

/// A row of [`CHECKS`], by index: rows are in the order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row(usize);

impl Row {
    /// All rows, in order.
    fn all() -> impl Iterator<Item = Self> {
        (0..CHECKS.len()).map(Self)
    }

    /// The row of the check of that id.
    fn named(id: &str) -> Option<Self> {
        Self::all().find(|row| row.id == id)
    }

    /// What decides which of several checks gives a finding its name: the least.
    fn rank(self) -> impl Ord {
        (self.level, self)
    }
}

impl Deref for Row {
    type Target = Check;

    fn deref(&self) -> &Check {
        &CHECKS[self.0]
    }
}
