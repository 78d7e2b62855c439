//! How a finding was derived: every step from the words in the files to the verdict, as plain data.
//!
//! In: the graph and a finding of it. Out: a [`Derivation`]. Nothing is decided here: values, verdicts,
//! checks, origins and sums are those that the stages before decided with, asked again one by one.
//! What would change a verdict is found by asking with one ground altered.

mod change;
mod claim;
mod joint;
mod origin;
mod pair;

use crate::check::{Reckoning, Test, asked_of_question, judge, test};
use crate::finding::{Check, Finding, Join};
use crate::graph::ClaimGraph;
use crate::model::ClaimId;
use crate::text::Place;
use crate::value::{Kind, Part, Value};

pub use claim::claims;
pub use origin::Way;
pub use pair::{Ground, Standing};

/// How a finding was derived.
#[derive(Clone, Debug)]
pub struct Derivation<'f> {
    /// The finding.
    pub finding: &'f Finding,
    /// What its claims say and how that is read, in the order of its positions.
    pub claims: Vec<Reading>,
    /// Names that were taken for one because they are alike, on which its claims rest.
    pub joins: Vec<Join>,
    /// How the pairs that matter stand, and which check applies to each.
    pub pairs: Vec<Standing>,
    /// How the other positions stand to each other, in a sentence each.
    pub others: Vec<String>,
    /// The rules and dates of the vocabulary that it uses, and where they are declared.
    pub rules: Vec<(String, Place)>,
    /// The argument of a joint contradiction, step by step.
    pub argument: Vec<Reckoning>,
    /// Whether the last step of the argument is what the others refute.
    pub is_refuted: bool,
    /// The checks that were asked of the question as a whole, in their order, and whether each holds.
    pub asked: Vec<(Check, bool)>,
    /// Where its claims come from.
    pub origins: Vec<Way>,
    /// What would change it, in a sentence each.
    pub changes: Vec<String>,
}

/// One claim as it is read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The claim.
    pub claim: ClaimId,
    /// Its article's id.
    pub article: String,
    /// What it is about, and which aspect.
    pub topic: String,
    /// Where its value stands in its file.
    pub place: Place,
    /// The value as written.
    pub written: String,
    /// The kind that it is read as, and why that one.
    pub kind: (Kind, &'static str),
    /// Which words did what.
    pub parts: Vec<Part>,
    /// What it means; `None` where it could not be read or compared.
    pub value: Option<Value>,
    /// Why it could not.
    pub unread: Option<String>,
    /// The article's own words.
    pub quote: Option<String>,
    /// Where they stand in its text.
    pub quoted_at: Option<String>,
    /// What its annotator noted.
    pub note: Option<String>,
    /// What else bears on it: who speaks, hedges, limits.
    pub remarks: Vec<String>,
}

/// Derives a finding anew, with every step.
#[must_use]
pub fn derive<'f>(graph: &ClaimGraph<'_>, finding: &'f Finding) -> Derivation<'f> {
    let mut derivation = Derivation {
        finding,
        claims: claims(graph, finding),
        joins: claim::joins(graph, finding),
        pairs: Vec::new(),
        others: Vec::new(),
        rules: Vec::new(),
        argument: Vec::new(),
        is_refuted: false,
        asked: Vec::new(),
        origins: origin::ways(graph, finding),
        changes: Vec::new(),
    };
    if joint::derive(graph, finding, &mut derivation) {
        return derivation;
    }
    let mut claims = finding
        .positions
        .iter()
        .flat_map(|at| &at.claims)
        .chain(&finding.not_known);
    let claim = claims.next();
    let question = claim.and_then(|claim| claim::question_of(graph, *claim));
    if let Some(outcome) = question.and_then(|id| judge(graph, id))
        && !matches!(test(finding.check), Test::Graph(_))
    {
        pair::derive(graph, &outcome, finding, &mut derivation);
        if outcome.clashes.is_empty() {
            for (check, holds) in asked_of_question(&outcome) {
                derivation.asked.push((check, holds));
                if holds {
                    break;
                }
            }
        }
    }
    derivation
}
