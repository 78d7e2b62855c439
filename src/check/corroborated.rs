//! Claims of two or more articles without a common origin agree, or one refines the other.

use std::collections::BTreeSet;

use super::Outcome;
use crate::finding::Finding;
use crate::graph::ClaimGraph;

/// Whether two independent claims agree.
pub(super) fn test(outcome: &Outcome) -> bool {
    outcome.agreement.independent
}

/// "4 articles, 2 origins: AP, White House", of the claims that agree.
pub(super) fn message(graph: &ClaimGraph<'_>, _outcome: &Outcome, finding: &Finding) -> String {
    let agreeing = finding.positions.iter().filter(|position| position.agrees);
    let claims = agreeing.clone().flat_map(|position| &position.claims);
    let articles: BTreeSet<_> = claims.map(|id| graph.publication_of(*id)).collect();
    let origins: BTreeSet<&str> = agreeing
        .flat_map(|position| &position.origins)
        .map(AsRef::as_ref)
        .collect();
    let plural = if origins.len() == 1 { "" } else { "s" };
    let names: Vec<&str> = origins.into_iter().collect();
    format!(
        "{} articles, {} origin{plural}: {}",
        articles.len(),
        names.len(),
        names.join(", ")
    )
}
