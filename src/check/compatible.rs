//! Values differ but can all be true.

use super::Outcome;

/// Whether several articles answer the question; that they do not agree follows from the checks before.
pub(super) fn test(outcome: &Outcome) -> bool {
    outcome.articles > 1
}
