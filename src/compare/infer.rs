//! The kind of a question's values, where its property does not declare one.

use super::Schemes;
use crate::model::{ClaimId, Corpus};
use crate::value::amount::{self, Parsed};
use crate::value::{Context, KINDS, Kind, Scheme, Written, date, truth};

/// What the values of a question are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Their kind.
    pub kind: Kind,
    /// Whether bare figures are ages.
    pub ages: bool,
}

/// The kind that most values fit; ties go to the kind that comes first in the table, and values of
/// which less than half fit one kind are terms. Where one value is a list, a name is a member.
///
/// Where the only lengths of time are ages, bare figures beside them are ages too.
///
/// Out: the kind, whether bare figures are ages, and for each claim the amount that was parsed on the way, if its words are one
/// and are not those of the claim before it.
pub(super) fn kind(
    corpus: &Corpus,
    schemes: &Schemes,
    claims: &[ClaimId],
) -> (Sort, Vec<Option<Parsed>>) {
    let mut amounts = Vec::with_capacity(claims.len());
    let mut fits = [0_usize; KINDS.len()];
    let mut names = 0;
    // Articles repeat each other: the last wording is likely to come again.
    let mut last: Option<(&Written, [Option<Kind>; 3])> = None;
    for &id in claims {
        let written = &corpus.claim(id).written;
        let (kinds, amount) = match last {
            Some((same, kinds)) if same == written => (kinds, None),
            _ => kinds_of(written, schemes.events()),
        };
        amounts.push(amount);
        last = Some((written, kinds));
        kinds
            .iter()
            .flatten()
            .for_each(|kind| fits[*kind as usize] += 1);
        names += usize::from(kinds.iter().all(Option::is_none));
    }
    if fits[Kind::Members as usize] > 0 {
        fits[Kind::Members as usize] += names;
    }
    let lengths = amounts
        .iter()
        .flatten()
        .filter(|at| at.kind() == Kind::Duration);
    let ages = fits[Kind::Duration as usize] > 0 && lengths.clone().all(Parsed::is_age);
    if ages {
        fits[Kind::Duration as usize] += std::mem::take(&mut fits[Kind::Number as usize]);
    }
    let best = KINDS
        .iter()
        .map(|row| row.kind)
        .min_by_key(|kind| std::cmp::Reverse(fits[*kind as usize]));
    let kind = match best {
        Some(kind) if fits[kind as usize] * 2 >= claims.len().max(1) => kind,
        _ => Kind::Term,
    };
    let ages = ages && kind == Kind::Duration;
    (Sort { kind, ages }, amounts)
}

/// Whether a text is two figures of which the first is the larger: the 3-1 of a match and the years
/// 1968-81 are no stretch of numbers.
fn is_reversed(text: &str, parsed: &Parsed) -> bool {
    let joins = ['-', '\u{2013}'];
    parsed.kind() == Kind::Number
        && text.contains(joins)
        && parsed.value(text, &Context::default()).is_err()
}

/// The kinds that a value fits without a declaration: "1996" is a number and a date, "no" a number
/// and a truth, "3m" a number and a quantity.
fn kinds_of(written: &Written, events: &Scheme) -> ([Option<Kind>; 3], Option<Parsed>) {
    match written {
        Written::Members { .. } => ([Some(Kind::Members), None, None], None),
        Written::Scalar(text) => {
            let amount = amount::parse(text).filter(|parsed| !is_reversed(text, parsed));
            let kind = amount.as_ref().map(Parsed::kind);
            let kinds = match kind.or_else(|| amount::kind_said_twice(text)) {
                // What has a unit is nothing else, unless that may be a scale.
                Some(kind) if kind != Kind::Number => {
                    let is_count = amount.as_ref().is_some_and(Parsed::is_count);
                    [Some(kind), is_count.then_some(Kind::Number), None]
                }
                number => {
                    let is_date = date::is_date(text, Some(events));
                    // "half of May", "2018-06".
                    let yields = amount.as_ref().is_some_and(Parsed::yields_to_dates);
                    [
                        number.filter(|_| !(yields && is_date)),
                        is_date.then_some(Kind::Date),
                        truth::read(text).is_ok().then_some(Kind::Truth),
                    ]
                }
            };
            (kinds, amount)
        }
        Written::Between(from, to) => {
            let dates = date::is_date(from, Some(events)) && date::is_date(to, Some(events));
            let is_count = amount::parse(to).is_some_and(|parsed| parsed.is_count());
            let kind = amount::kind_of(to).filter(|kind| *kind != Kind::Number);
            let kinds = [
                kind,
                is_count.then_some(Kind::Number),
                dates.then_some(Kind::Date),
            ];
            (kinds, None)
        }
    }
}
