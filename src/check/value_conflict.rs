//! Two claims that cannot both be true.

use super::Pairing;
use crate::graph::ClaimGraph;

/// Whether at least one side is said in an article's own voice, or both sides have a speaker in common.
pub(super) fn test(graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    let (left, right) = (graph.speakers(pair.left), graph.speakers(pair.right));
    left.is_empty() || right.is_empty() || left.iter().any(|speaker| right.contains(speaker))
}
