//! Claims could not be compared, and why.

use super::Outcome;

/// Whether several claims were to be compared and some could not be.
pub(super) fn test(outcome: &Outcome) -> bool {
    !outcome.undetermined.is_empty() && outcome.articles > 1
}
