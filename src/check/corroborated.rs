//! Claims of two or more articles without a common origin agree, or one refines the other.

use std::collections::BTreeSet;

use super::{Answers, Outcome};
use crate::finding::Shared;
use crate::graph::ClaimGraph;
use crate::value::sentence::counted;

/// Whether two independent claims agree.
pub(super) fn test(outcome: &Outcome) -> bool {
    outcome.agreement.independent
}

/// "4 articles, 2 origins: AP, White House", of the claims that agree; of what changes time by time, for
/// nobody confirms one day's figure with another's.
pub(super) fn message(graph: &ClaimGraph<'_>, _outcome: &Outcome, answers: &Answers<'_>) -> String {
    let shared = answers.agreed.iter().flat_map(|agreed| &agreed.shared);
    let shared: Vec<&Shared> = shared.collect();
    let times: Vec<&[&Shared]> = shared.chunk_by(|a, b| a.when == b.when).collect();
    if times.len() > 1 {
        let firsts = times.iter().filter_map(|time| time.first());
        let each = firsts.map(|first| {
            let when = first.when.as_deref().unwrap_or("otherwise");
            let articles = counted(first.articles.len(), "article");
            let origins = counted(first.origins.len(), "origin");
            format!("{when} {articles}, {origins}: {}", first.origins.join(", "))
        });
        return Vec::from_iter(each).join("; then ");
    }
    let agreeing = answers.positions.iter().filter(|position| position.agrees);
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
