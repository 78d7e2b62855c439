//! Claims of two or more articles without a common origin agree, or one refines the other.

use super::Outcome;

/// Whether two independent claims agree.
pub(super) fn test(outcome: &Outcome) -> bool {
    outcome.independent
}
