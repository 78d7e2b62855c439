//! Articles that cite each other in a ring.

use super::id::finding_id;
use crate::finding::{Finding, Level};
use crate::graph::ClaimGraph;
use crate::model::Importance;

/// One finding for each ring, in the order of the articles.
pub(super) fn find(graph: &ClaimGraph<'_>) -> Vec<Finding> {
    graph
        .citation_rings()
        .into_iter()
        .map(|ring| {
            let ids: Vec<&str> = ring
                .iter()
                .map(|id| graph.corpus.symbols.text(graph.corpus.article(*id).id))
                .collect();
            Finding {
                id: finding_id("circular-sourcing", ids.iter().copied()),
                check: "circular-sourcing",
                level: Level::Warning,
                also: Vec::new(),
                importance: Importance::Normal,
                subject: None,
                property: None,
                question: None,
                message: format!(
                    "{} cite each other: what they agree on has one origin at most",
                    super::wording::list(&ids)
                ),
                reason: None,
                rules: Vec::new(),
                silent: Vec::new(),
                ruling: None,
                positions: Vec::new(),
                oppositions: Vec::new(),
                notes: Vec::new(),
            }
        })
        .collect()
}
