//! An article differs from the one that it cites for the claim or copies.

use super::Pairing;
use crate::graph::ClaimGraph;

/// Whether one of the claims is taken from the other's article.
pub(super) fn test(graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    graph.draws_on(pair.left, graph.article_of(pair.right))
        || graph.draws_on(pair.right, graph.article_of(pair.left))
}
