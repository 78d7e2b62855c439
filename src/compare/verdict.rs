//! The verdict on two claims: their relation, tempered by scope, hedging and names.

use super::scope::{self, Scope, Scoped};
use super::{Stand, Standing};
use crate::align::Alignment;
use crate::model::{Changes, ClaimId, Corpus};
use crate::value::{Extent, Relation, Value};

/// How two claims of one question stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They say the same.
    Agrees,
    /// One says more precisely what the other says.
    Refines,
    /// They differ, and both can be true.
    Compatible,
    /// They cannot both be true.
    Conflicts,
    /// They cannot both be true, unless for the reason given.
    Possible(String),
    /// They cannot be compared, for the reason given.
    Undetermined(String),
}

impl Verdict {
    /// The verdict on two values alone, whoever claims them.
    #[must_use]
    pub fn of(relation: Relation) -> Self {
        match relation {
            Relation::Equal => Self::Agrees,
            Relation::Within | Relation::Contains => Self::Refines,
            Relation::Overlaps => Self::Compatible,
            Relation::Disjoint => Self::Conflicts,
            Relation::Incomparable(reason) => Self::Undetermined(reason.text().into()),
        }
    }

    /// The word for it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Refines => "refines",
            Self::Compatible => "compatible",
            Self::Conflicts => "conflicts",
            Self::Possible(_) => "possible conflict",
            Self::Undetermined(_) => "undetermined",
        }
    }
}

/// One of the two claims of a verdict, with the value of its position.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The claim.
    pub claim: ClaimId,
    /// What it says.
    pub value: &'a Value,
}

impl<'a> Side<'a> {
    /// A claim of a position.
    #[must_use]
    pub fn of(claim: ClaimId, position: &'a Stand) -> Self {
        Self {
            claim,
            value: &position.value,
        }
    }
}

/// The verdict on two claims whose values stand in a relation. Symmetric.
#[must_use]
pub fn verdict(
    corpus: &Corpus,
    alignment: &Alignment,
    standing: &Standing,
    left: Side<'_>,
    right: Side<'_>,
    relation: Relation,
) -> Verdict {
    let (relation, scoped) = in_scope(standing, left, right, relation);
    let unclear = match scoped {
        Scoped::Apart(why) => return Verdict::Undetermined(why.into()),
        Scoped::Unclear(why) => Some(why),
        Scoped::Together => None,
    };
    match relation {
        Relation::Disjoint
            if corpus.claim(left.claim).hedged || corpus.claim(right.claim).hedged =>
        {
            Verdict::Possible("one side is hedged".into())
        }
        Relation::Disjoint if alignment.rests_on_likeness(corpus, left.claim, right.claim) => {
            Verdict::Possible("it rests on two names that are merely alike".into())
        }
        Relation::Disjoint => {
            unclear.map_or(Verdict::Conflicts, |why| Verdict::Possible(why.into()))
        }
        other => Verdict::of(other),
    }
}

/// The relation and the scopes of two claims, with the direction of a property that grows or shrinks.
fn in_scope(
    standing: &Standing,
    left: Side<'_>,
    right: Side<'_>,
    relation: Relation,
) -> (Relation, Scoped) {
    if standing.scopes.is_empty() {
        return (relation, Scoped::Together);
    }
    let nowhere = Scope::default();
    let scope_of = |side: Side<'_>| standing.scopes.get(&side.claim).unwrap_or(&nowhere);
    let (in_left, in_right) = (scope_of(left), scope_of(right));
    if went_back(standing.changes, (left, in_left), (right, in_right)) {
        return (
            Relation::Disjoint,
            scope::stand_apart_from_time(in_left, in_right),
        );
    }
    (relation, scope::stand(in_left, in_right, standing.changes))
}

/// Whether something that only grows is smaller later on, or something that only shrinks is larger.
fn went_back(changes: Changes, left: (Side<'_>, &Scope), right: (Side<'_>, &Scope)) -> bool {
    let earlier_first = match (&left.1.time, &right.1.time) {
        (Some(a), Some(b)) if a.ends_before(b) => (left.0.value, right.0.value),
        (Some(a), Some(b)) if b.ends_before(a) => (right.0.value, left.0.value),
        _ => return false,
    };
    match (changes, &earlier_first.0.extent, &earlier_first.1.extent) {
        (Changes::Grows, Extent::Amount(earlier, a), Extent::Amount(later, b)) => {
            a == b && later.ends_before(earlier)
        }
        (Changes::Shrinks, Extent::Amount(earlier, a), Extent::Amount(later, b)) => {
            a == b && earlier.ends_before(later)
        }
        _ => false,
    }
}
