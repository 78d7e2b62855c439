//! Articles agree, but all from one origin.

use super::Outcome;
pub(super) use super::corroborated::message;

/// Whether articles agree; that they are not independent follows from the check before.
pub(super) fn test(outcome: &Outcome) -> bool {
    !outcome.agreement.positions.is_empty()
}
