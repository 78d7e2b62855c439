//! Claims could not be compared, and why.

use super::{Answers, Outcome};
use crate::graph::ClaimGraph;

/// Whether several claims were to be compared and some could not be, or hold at different times.
pub(super) fn test(outcome: &Outcome) -> bool {
    outcome.is_undetermined() || (outcome.articles > 1 && !outcome.apart.is_empty())
}

/// The reason of the finding says why.
pub(super) fn message(
    _graph: &ClaimGraph<'_>,
    _outcome: &Outcome,
    _answers: &Answers<'_>,
) -> String {
    "some claims could not be compared".into()
}
