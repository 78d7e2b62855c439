//! Both sides are attributed to different speakers: the articles only report the dispute.

use super::wording::{list, told};
use super::{Answers, Pairing};
use crate::graph::ClaimGraph;
use crate::model::{ClaimId, Corpus};

/// Whether both sides are attributed; that the speakers differ follows from the checks before.
pub(super) fn test(graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    !graph.in_own_voice(pair.left) && !graph.in_own_voice(pair.right)
}

/// "5 according to the police against 7 according to the mayor".
pub(super) fn message(
    graph: &ClaimGraph<'_>,
    answers: &Answers<'_>,
    example: [ClaimId; 2],
) -> String {
    let [left, right] = example.map(|id| {
        let value = told(graph, answers, id);
        format!("{value} according to {}", speakers(graph.corpus, id))
    });
    format!("{left} against {right}")
}

/// Whom the article of a claim names for it.
fn speakers(corpus: &Corpus, id: ClaimId) -> String {
    let speakers = corpus.claim(id).attribution.iter();
    let speakers: Vec<&str> = speakers.map(|name| corpus.symbols.text(*name)).collect();
    list(&speakers)
}
