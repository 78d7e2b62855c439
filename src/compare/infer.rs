//! The kind of a question's values, where its property does not declare one.

use crate::model::{ClaimId, Corpus};
use crate::value::{KINDS, Kind, Written, amount, date, truth};

/// The kind that most values fit; ties go to the kind that comes first in the table, and values of
/// which less than half fit one kind are terms. Where one value is a list, a name is a member.
pub(super) fn kind(corpus: &Corpus, claims: &[ClaimId]) -> Kind {
    let mut fits = [0_usize; KINDS.len()];
    let mut names = 0;
    for &id in claims {
        let mut is_name = true;
        for kind in kinds_of(&corpus.claim(id).written) {
            fits[kind as usize] += 1;
            is_name = false;
        }
        names += usize::from(is_name);
    }
    if fits[Kind::Members as usize] > 0 {
        fits[Kind::Members as usize] += names;
    }
    let best = KINDS
        .iter()
        .map(|row| row.kind)
        .min_by_key(|kind| std::cmp::Reverse(fits[*kind as usize]));
    match best {
        Some(kind) if fits[kind as usize] * 2 >= claims.len().max(1) => kind,
        _ => Kind::Term,
    }
}

/// The kinds that a value fits without a declaration.
fn kinds_of(written: &Written) -> impl Iterator<Item = Kind> {
    let (amount, date, other) = match written {
        Written::Members { .. } => (None, false, Some(Kind::Members)),
        Written::Scalar(text) => (
            amount::kind_of(text),
            date::is_date(text),
            truth::read(text).is_ok().then_some(Kind::Truth),
        ),
        Written::Between(from, to) => (
            amount::kind_of(to),
            date::is_date(from) && date::is_date(to),
            None,
        ),
    };
    amount
        .into_iter()
        .chain(date.then_some(Kind::Date))
        .chain(other)
}
