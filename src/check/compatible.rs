//! Values differ but can all be true.

use super::wording::{self, both, called, list};
use super::{Answers, Outcome, agreement};
use crate::graph::ClaimGraph;

/// Whether several articles answer the question; that they do not agree follows from the checks before.
pub(super) fn test(outcome: &Outcome) -> bool {
    outcome.articles > 1
}

/// "5 to 7 and at least 6 can both be right"; of quotes of one passage, that they differ.
pub(super) fn message(graph: &ClaimGraph<'_>, outcome: &Outcome, answers: &Answers<'_>) -> String {
    if answers.positions.is_empty() {
        return wording::not_known(graph, answers);
    }
    if !agreement::misquoted(graph.standing(outcome.question)).is_empty() {
        return "one passage is quoted in different words: see misquotation".into();
    }
    let values: Vec<&str> = answers.positions.iter().map(called).collect();
    format!("{} can {} be right", list(&values), both(values.len()))
}
