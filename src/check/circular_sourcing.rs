//! Articles that cite each other in a ring.

use super::id::finding_id;
use crate::finding::{Check, Finding};
use crate::graph::ClaimGraph;

/// One finding for each ring, in the order of the articles.
pub(super) fn find(graph: &ClaimGraph<'_>) -> Vec<Finding> {
    graph
        .citation_rings()
        .into_iter()
        .map(|ring| {
            let ids: Vec<&str> = ring.iter().map(|id| graph.corpus.id(*id)).collect();
            let id = finding_id(Check::CircularSourcing.name(), ids.iter().copied());
            let message = format!(
                "{} cite each other: what they agree on may have one origin",
                super::wording::list(&ids)
            );
            Finding {
                ring,
                ..Finding::new(id, Check::CircularSourcing, message)
            }
        })
        .collect()
}
