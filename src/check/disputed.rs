//! Both sides are attributed to different speakers: the articles only report the dispute.

use super::Pairing;
use super::wording::{list, spoken};
use crate::finding::Finding;
use crate::graph::ClaimGraph;
use crate::model::{ClaimId, Corpus};

/// Whether both sides are attributed; that the speakers differ follows from the checks before.
pub(super) fn test(graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    !graph.in_own_voice(pair.left) && !graph.in_own_voice(pair.right)
}

/// "5 according to the police against 7 according to the mayor".
pub(super) fn message(graph: &ClaimGraph<'_>, _finding: &Finding, example: [ClaimId; 2]) -> String {
    let [left, right] = example.map(|id| according(graph.corpus, id));
    format!("{left} against {right}")
}

/// The value of a claim, and whom its article names for it.
fn according(corpus: &Corpus, id: ClaimId) -> String {
    let speakers = corpus.claim(id).attribution.iter();
    let speakers: Vec<&str> = speakers.map(|name| corpus.symbols.text(*name)).collect();
    format!("{} according to {}", spoken(corpus, id), list(&speakers))
}
