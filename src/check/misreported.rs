//! Two articles give one named speaker values that cannot both be true.

use super::wording::{list, told};
use super::{Answers, Pairing};
use crate::align::Speaker;
use crate::graph::ClaimGraph;
use crate::model::ClaimId;
use crate::value::Relation;

/// Whether two articles attribute the claims to one named speaker, said at the same time or not dated on a side.
pub(super) fn test(graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    !pair.in_one_article(graph)
        && common_speaker(graph, pair.left, pair.right).is_some()
        && said_together(graph, pair)
}

/// "Ann Lee is reported to have said 5 and 7".
pub(super) fn message(
    graph: &ClaimGraph<'_>,
    answers: &Answers<'_>,
    [a, b]: [ClaimId; 2],
) -> String {
    let speaker = match common_speaker(graph, a, b) {
        Some(Speaker::Named(entity)) => graph.alignment.name(entity),
        _ => "one speaker",
    };
    let values = [a, b].map(|id| told(graph, answers, id));
    format!("{speaker} is reported to have said {}", list(&values))
}

/// The first named speaker of both claims.
pub(super) fn common_speaker(
    graph: &ClaimGraph<'_>,
    left: ClaimId,
    right: ClaimId,
) -> Option<Speaker> {
    let right = graph.speakers(right);
    graph
        .speakers(left)
        .into_iter()
        .find(|speaker| matches!(speaker, Speaker::Named(_)) && right.contains(speaker))
}

fn said_together(graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    let said = |id| graph.readings.said(graph.corpus, graph.corpus.claim(id));
    match (said(pair.left), said(pair.right)) {
        (Some(a), Some(b)) => a.relate(&b) != Relation::Disjoint,
        _ => true,
    }
}
