//! Two claims that cannot both be true.

use super::wording::{both, opposed};
use super::{Answers, Pairing};
use crate::graph::ClaimGraph;
use crate::model::ClaimId;

/// Whether at least one side is said in an article's own voice, or both sides have a speaker in common.
pub(super) fn test(graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    let (left, right) = (graph.speakers(pair.left), graph.speakers(pair.right));
    left.is_empty() || right.is_empty() || left.iter().any(|speaker| right.contains(speaker))
}

/// "5 and 7 cannot both be right".
pub(super) fn message(
    graph: &ClaimGraph<'_>,
    answers: &Answers<'_>,
    _example: [ClaimId; 2],
) -> String {
    let (values, number) = opposed(graph, answers);
    format!("{values} cannot {} be right", both(number))
}
