//! Questions put to the graph, one file each.
//!
//! A check is data: its name, level, one-line summary, manual page and test. The order of the table
//! is the order in which tests apply: a conflicting pair of claims is of the first pair check whose
//! test holds, and a question without conflicts is of the first question check whose test holds. It
//! is also the order of rank within a level.

mod agreement;
mod annotator_conflict;
mod argument;
mod changed_account;
mod circular_sourcing;
mod compatible;
mod conclusion;
mod copy_drift;
mod corroborated;
mod disputed;
mod id;
mod joint_contradiction;
mod misquotation;
mod misreported;
mod notes;
mod outcome;
mod possible_conflict;
mod question;
mod repeated;
mod report;
mod ruling;
mod selection;
mod self_contradiction;
mod single_source;
mod undetermined;
mod value_conflict;
mod wording;

pub use argument::Reckoning;
pub use joint_contradiction::reckoning;
pub use outcome::{Clash, Outcome, Pairing, asked_of_pair, asked_of_question, judge};
pub use report::{Checked, run};
pub use ruling::considered;
pub use selection::{Selection, UnknownName, nearest};
pub use wording::spoken;

use crate::finding::{Finding, Level};
use crate::graph::ClaimGraph;

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

/// How a check is decided.
pub enum Test {
    /// Asked of two claims whose values are disjoint.
    Pair(fn(&ClaimGraph<'_>, &Pairing<'_>) -> bool),
    /// Asked of a question in which no two claims conflict.
    Question(fn(&Outcome) -> bool),
    /// Asked of the whole graph.
    Graph(fn(&ClaimGraph<'_>) -> Vec<Finding>),
}

macro_rules! check {
    ($id:literal, $level:ident, $summary:literal, $test:expr) => {
        Check {
            id: $id,
            level: Level::$level,
            summary: $summary,
            page: include_str!(concat!("../../docs/checks/", $id, ".md")),
            test: $test,
        }
    };
}

/// Every check, in the order in which they apply.
pub const CHECKS: &[Check] = &[
    check!(
        "possible-conflict",
        Warning,
        "Claims that cannot both be true, unless a hedge, a scope or a name explains it",
        Test::Pair(possible_conflict::test)
    ),
    check!(
        "self-contradiction",
        Conflict,
        "One article, in its own voice, contradicts itself",
        Test::Pair(self_contradiction::test)
    ),
    check!(
        "changed-account",
        Warning,
        "A source, in its own voice, contradicts its own earlier article",
        Test::Pair(changed_account::test)
    ),
    check!(
        "copy-drift",
        Conflict,
        "An article differs from the one that it cites for the claim or copies",
        Test::Pair(copy_drift::test)
    ),
    check!(
        "misreported",
        Conflict,
        "Two articles give one named speaker values that cannot both be true",
        Test::Pair(misreported::test)
    ),
    check!(
        "value-conflict",
        Conflict,
        "Two claims that cannot both be true",
        Test::Pair(value_conflict::test)
    ),
    check!(
        "disputed",
        Conflict,
        "Both sides are attributed to different speakers: the articles only report the dispute",
        Test::Pair(disputed::test)
    ),
    check!(
        "corroborated",
        Agreement,
        "Claims of two or more articles without a common origin agree, or one refines the other",
        Test::Question(corroborated::test)
    ),
    check!(
        "repeated",
        Agreement,
        "Articles agree, but all from one origin",
        Test::Question(repeated::test)
    ),
    check!(
        "undetermined",
        Note,
        "Claims could not be compared, and why",
        Test::Question(undetermined::test)
    ),
    check!(
        "compatible",
        Note,
        "Values differ but can all be true",
        Test::Question(compatible::test)
    ),
    check!(
        "single-source",
        Note,
        "One article only",
        Test::Question(single_source::test)
    ),
    check!(
        "joint-contradiction",
        Conflict,
        "Claims that agree pair by pair and cannot all be true",
        Test::Graph(joint_contradiction::find)
    ),
    check!(
        "misquotation",
        Warning,
        "One speaker's words are quoted differently",
        Test::Graph(misquotation::find)
    ),
    check!(
        "circular-sourcing",
        Warning,
        "Articles that cite each other in a ring",
        Test::Graph(circular_sourcing::find)
    ),
    check!(
        "annotator-conflict",
        Warning,
        "Two annotators read one article differently",
        Test::Graph(annotator_conflict::find)
    ),
];

/// The check of that id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.id == id)
}
