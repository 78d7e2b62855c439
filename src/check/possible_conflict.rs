//! Claims that cannot both be true, unless a hedge, a scope or a name explains it.

use super::wording::opposed;
use super::{Answers, Pairing};
use crate::compare::Verdict;
use crate::graph::ClaimGraph;
use crate::model::ClaimId;

/// Whether the verdict on two disjoint claims leaves a doubt.
pub(super) fn test(_graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    matches!(pair.verdict, Verdict::Possible(_))
}

/// "5 and 7 may contradict each other".
pub(super) fn message(
    graph: &ClaimGraph<'_>,
    answers: &Answers<'_>,
    _example: [ClaimId; 2],
) -> String {
    let (values, _) = opposed(graph, answers);
    format!("{values} may contradict each other")
}
