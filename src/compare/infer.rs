//! The kind of a question's values, where its property does not declare one.

use super::Schemes;
use crate::model::{ClaimId, Corpus};
use crate::value::amount::Parsed;
use crate::value::guess::{Sort, guess};

/// What the values of some claims look like, and for each claim the amount that was parsed on the way,
/// if its words are one and are not those of the claim before it.
pub(super) fn kind(
    corpus: &Corpus,
    schemes: &Schemes,
    claims: &[ClaimId],
) -> (Sort, Vec<Option<Parsed>>) {
    let label = claims.first().map(|id| corpus.claim(*id).property);
    let label = label.map_or("", |label| corpus.symbols.text(label));
    let values = claims.iter().map(|id| &corpus.claim(*id).written);
    guess(values, label, Some(schemes.events()))
}
