//! Claims of two or more articles without a common origin agree, or one refines the other.

use std::collections::BTreeSet;

use super::Outcome;
use crate::finding::Finding;
use crate::graph::ClaimGraph;
use crate::value::sentence::counted;

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
    let names: Vec<&str> = origins.into_iter().collect();
    let origins = counted(names.len(), "origin");
    format!(
        "{} articles, {origins}: {}",
        articles.len(),
        names.join(", ")
    )
}
