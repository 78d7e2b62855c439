//! One article, in its own voice, contradicts itself.

use super::Pairing;
use crate::graph::ClaimGraph;

/// Whether both claims are the own words of one article.
pub(super) fn test(graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    pair.in_one_article(graph) && pair.in_own_voice(graph)
}
