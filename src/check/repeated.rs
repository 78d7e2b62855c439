//! Articles agree, but all from one origin.

use super::Outcome;

/// Whether articles agree; that they are not independent follows from the check before.
pub(super) fn test(outcome: &Outcome) -> bool {
    !outcome.agreeing.is_empty()
}
