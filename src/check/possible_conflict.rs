//! Claims that cannot both be true, unless a hedge, a scope or a name explains it.

use super::Pairing;
use crate::compare::Verdict;
use crate::graph::ClaimGraph;

/// Whether the verdict on two disjoint claims leaves a doubt.
pub(super) fn test(_graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    matches!(pair.verdict, Verdict::Possible(_))
}
