//! Claims that cannot both be true, unless a hedge, a scope or a name explains it.

use super::Pairing;
use super::wording::{list, opposed};
use crate::compare::Verdict;
use crate::finding::Finding;
use crate::graph::ClaimGraph;
use crate::model::ClaimId;

/// Whether the verdict on two disjoint claims leaves a doubt.
pub(super) fn test(_graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    matches!(pair.verdict, Verdict::Possible(_))
}

/// "5 and 7 may contradict each other".
pub(super) fn message(
    _graph: &ClaimGraph<'_>,
    finding: &Finding,
    _example: [ClaimId; 2],
) -> String {
    format!("{} may contradict each other", list(&opposed(finding)))
}
