//! One article only.

use super::Outcome;

/// Every question that no other check takes.
pub(super) fn test(_outcome: &Outcome) -> bool {
    true
}
