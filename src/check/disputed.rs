//! Both sides are attributed to different speakers: the articles only report the dispute.

use super::Pairing;
use crate::graph::ClaimGraph;

/// Whether both sides are attributed; that the speakers differ follows from the checks before.
pub(super) fn test(graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    !graph.in_own_voice(pair.left) && !graph.in_own_voice(pair.right)
}
