//! Questions put to the graph, one file each.
//!
//! Their names, levels, summaries and pages stand in one table ([`Check`]); here stands how each is decided.
//! The order of the table is that in which tests apply: a conflicting pair of claims is of the first pair
//! check whose test holds, and a question without conflicts is of the first question check whose test holds.

mod agreement;
mod annotator_conflict;
mod argument;
mod at_once;
mod born;
mod brief;
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
mod pairs;
mod possible_conflict;
mod question;
mod repeated;
mod report;
mod ruling;
mod same_words;
mod selection;
mod self_contradiction;
mod shared;
mod sieve;
mod single_source;
mod undetermined;
mod value_conflict;
mod wording;

pub use agreement::Agreement;
pub use argument::Reckoning;
pub use born::born_apart;
pub use joint_contradiction::reckoning;
pub use outcome::{Clash, Gap, Outcome, Pairing, asked_of_pair, asked_of_question, judge};
pub use question::Answers;
pub use report::{Survey, survey};
pub use ruling::{considered, standing};
pub use selection::{Selection, UnknownName, nearest};
pub use wording::spoken;

use crate::finding::{Check, Finding};
use crate::graph::ClaimGraph;
use crate::model::ClaimId;

/// How a check is decided, and what its findings say in one sentence without a final stop.
pub enum Test {
    /// Asked of two claims whose values are disjoint.
    Pair {
        /// Whether it applies to them.
        test: fn(&ClaimGraph<'_>, &Pairing<'_>) -> bool,
        /// What a finding says, of which two claims are the example.
        message: fn(&ClaimGraph<'_>, &Answers<'_>, [ClaimId; 2]) -> String,
    },
    /// Asked of a question in which no two claims conflict.
    Question {
        /// Whether it applies.
        test: fn(&Outcome) -> bool,
        /// What a finding says.
        message: fn(&ClaimGraph<'_>, &Outcome, &Answers<'_>) -> String,
    },
    /// Asked of the whole graph, for findings that are whole.
    Graph(fn(&ClaimGraph<'_>) -> Vec<Finding>),
}

/// The test and the message of a check, from the module that has them.
macro_rules! asked {
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

/// How a check is decided.
#[must_use]
pub fn test(check: Check) -> Test {
    match check {
        Check::PossibleConflict => asked!(Pair possible_conflict),
        Check::SelfContradiction => asked!(Pair self_contradiction),
        Check::ChangedAccount => asked!(Pair changed_account),
        Check::CopyDrift => asked!(Pair copy_drift),
        Check::Misreported => asked!(Pair misreported),
        Check::ValueConflict => asked!(Pair value_conflict),
        Check::Disputed => asked!(Pair disputed),
        Check::Corroborated => asked!(Question corroborated),
        Check::Repeated => asked!(Question repeated),
        Check::Undetermined => asked!(Question undetermined),
        Check::Compatible => asked!(Question compatible),
        Check::SingleSource => asked!(Question single_source),
        Check::JointContradiction => asked!(Graph joint_contradiction),
        Check::Misquotation => asked!(Graph misquotation),
        Check::CircularSourcing => asked!(Graph circular_sourcing),
        Check::AnnotatorConflict => asked!(Graph annotator_conflict),
    }
}
