//! One article only.

use super::wording::{self, called, list};
use super::{Answers, Outcome};
use crate::graph::ClaimGraph;

/// Every question that no other check takes.
pub(super) fn test(_outcome: &Outcome) -> bool {
    true
}

/// "5: only axios says so".
pub(super) fn message(graph: &ClaimGraph<'_>, _outcome: &Outcome, answers: &Answers<'_>) -> String {
    if answers.positions.is_empty() {
        return wording::not_known(graph, answers);
    }
    let mut claims = answers.positions.iter().flat_map(|at| &at.claims);
    let first = claims.next().map(|id| graph.corpus.article_id(*id));
    let values: Vec<&str> = answers.positions.iter().map(called).collect();
    let first = first.unwrap_or_default();
    format!("{}: only {first} says so", list(&values))
}
