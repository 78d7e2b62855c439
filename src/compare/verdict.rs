//! The verdict on two claims: their relation, tempered by scope, hedging and names.

use indexmap::IndexMap;

use super::scope::{self, Scope, Scoped};
use super::{Replaced, Stand, age};
use crate::align::Alignment;
use crate::model::{Changes, ClaimId, Corpus};
use crate::value::{Comparison, Extent, Reason, Relation, Value, compare};

/// How two claims of one question stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They say the same.
    Agrees,
    /// One says more precisely what the other says.
    Refines,
    /// They agree as they are likely meant, unless for the reason given.
    Likely(String),
    /// They differ, and both can be true.
    Compatible,
    /// They cannot both be true.
    Conflicts,
    /// They cannot both be true, unless for the reason given.
    Possible(String),
    /// They cannot be compared.
    Undetermined(Obstacle),
}

/// Why two claims cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// Their values cannot be.
    Values(Reason),
    /// They need not hold at once, for the reason given as a clause.
    Scope(&'static str),
    /// A later version of an article says otherwise, or repeats it.
    Replaced,
}

impl Obstacle {
    /// The reason as a clause.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Values(reason) => reason.text(),
            Self::Scope(why) => why,
            Self::Replaced => "a later version of its article has taken its place",
        }
    }
}

impl Verdict {
    /// The verdict on two values alone, whoever claims them.
    #[must_use]
    pub fn of(values: &Comparison) -> Self {
        let doubt = || values.doubt.clone().unwrap_or_default().into_owned();
        match (values.relation, values.likely) {
            (Relation::Disjoint, _) => Self::Conflicts,
            (Relation::Incomparable(reason), _) | (_, Relation::Incomparable(reason)) => {
                Self::Undetermined(Obstacle::Values(reason))
            }
            (_, Relation::Disjoint) => Self::Possible(doubt()),
            (_, Relation::Overlaps) => Self::Compatible,
            (Relation::Overlaps, _) => Self::Likely(doubt()),
            (Relation::Equal, Relation::Equal) => Self::Agrees,
            _ => Self::Refines,
        }
    }

    /// The word for it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Refines => "refines",
            Self::Likely(_) => "likely agrees",
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
    /// What it would say without names in it that are merely alike, if there are any.
    pub unjoined: Option<&'a Value>,
    /// What took its place, if a later version of its article did.
    pub replaced: Option<&'a Replaced>,
}

impl<'a> Side<'a> {
    /// A claim of a position.
    #[must_use]
    pub fn of(claim: ClaimId, position: &'a Stand) -> Self {
        let unjoined = position
            .unjoined
            .binary_search_by_key(&claim, |(id, _)| *id);
        let unjoined = unjoined.ok().and_then(|at| position.unjoined.get(at));
        Self {
            claim,
            value: &position.value,
            unjoined: unjoined.map(|(_, value)| value),
            replaced: position.replaced(claim),
        }
    }

    /// Whether it was replaced, and is no longer set against that other one.
    fn is_past(self, corpus: &Corpus, other: Self) -> bool {
        let in_one_article = corpus.article_of(self.claim).id == corpus.article_of(other.claim).id;
        self.replaced
            .is_some_and(|replaced| !in_one_article && !replaced.is_version_of(corpus, other.claim))
    }
}

/// What a verdict rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// How the values stand.
    pub values: Comparison,
    /// Whether what only grows is smaller later on, or what only shrinks is larger.
    pub went_back: bool,
    /// Whether both hold at one time, in one place and within the same limits.
    pub scoped: Scoped,
    /// Whether a later version of an article took the place of one of them.
    pub replaced: bool,
    /// Whether a side is hedged; asked only where they stand against each other.
    pub hedged: bool,
    /// Two names, if they are about one subject, or stand against each other, only because these are
    /// alike; likewise.
    pub likeness: Option<[String; 2]>,
}

impl Grounds {
    /// What the verdict on two claims rests on, given their scopes and whether their property changes.
    #[must_use]
    pub fn of(
        corpus: &Corpus,
        alignment: &Alignment,
        (scopes, changes): (&IndexMap<ClaimId, Scope>, Changes),
        (left, right): (Side<'_>, Side<'_>),
        values: &Comparison,
    ) -> Self {
        let (went_back, scoped) = in_scope((scopes, changes), left, right);
        let values = at_their_times(values, scopes, left, right);
        let against = went_back || values.excludes();
        let subject = |side: Side<'_>| {
            let subject = corpus.claim(side.claim).subject;
            corpus.symbols.text(subject).to_owned()
        };
        let is_hedged = |side: Side<'_>| corpus.claim(side.claim).hedged;
        Self {
            values,
            went_back,
            scoped,
            replaced: left.is_past(corpus, right) || right.is_past(corpus, left),
            hedged: against && (is_hedged(left) || is_hedged(right)),
            likeness: match against {
                false => None,
                true if alignment.rests_on_likeness(corpus, left.claim, right.claim) => {
                    Some([subject(left), subject(right)])
                }
                true => alike_in_value(alignment, left, right),
            },
        }
    }

    /// The verdict.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        if self.replaced {
            return Verdict::Undetermined(Obstacle::Replaced);
        }
        let unclear = match self.scoped {
            Scoped::Apart(why) => return Verdict::Undetermined(Obstacle::Scope(why)),
            Scoped::Unclear(why) => Some(why),
            Scoped::Together => None,
        };
        let doubt = match (self.hedged, &self.likeness) {
            (true, _) => Some("one side is hedged".to_owned()),
            (false, Some([left, right])) => Some(format!(
                "it rests on two names that are merely alike, {left} and {right}"
            )),
            (false, None) => unclear.map(Into::into),
        };
        let verdict = match self.went_back {
            true => Verdict::Conflicts,
            false => Verdict::of(&self.values),
        };
        match (verdict, doubt) {
            (Verdict::Conflicts, Some(why)) => Verdict::Possible(why),
            (Verdict::Possible(unless), Some(why)) => {
                Verdict::Possible(format!("{why}, and {unless}"))
            }
            (verdict, _) => verdict,
        }
    }
}

/// A name in a value and what it was taken for, where two values would not exclude each other without.
fn alike_in_value(alignment: &Alignment, left: Side<'_>, right: Side<'_>) -> Option<[String; 2]> {
    if left.unjoined.is_none() && right.unjoined.is_none() {
        return None;
    }
    let [a, b] = [left, right].map(|side| side.unjoined.unwrap_or(side.value));
    if compare(a, b).excludes() {
        return None;
    }
    let aliases = [left, right].map(|side| alignment.aliases(side.claim));
    let alias = aliases.into_iter().flatten().find(|alias| !alias.sure)?;
    Some([alias.written.to_string(), alias.name.to_string()])
}

/// How the scopes of two claims stand, and whether a property that grows or shrinks went back.
fn in_scope(
    (scopes, changes): (&IndexMap<ClaimId, Scope>, Changes),
    left: Side<'_>,
    right: Side<'_>,
) -> (bool, Scoped) {
    if scopes.is_empty() {
        return (false, Scoped::Together);
    }
    let nowhere = Scope::default();
    let scope_of = |side: Side<'_>| scopes.get(&side.claim).unwrap_or(&nowhere);
    let (in_left, in_right) = (scope_of(left), scope_of(right));
    if went_back(changes, (left, in_left), (right, in_right)) {
        return (true, scope::stand_apart_from_time(in_left, in_right));
    }
    (false, scope::stand(in_left, in_right, changes))
}

/// How the values stand where each is taken at its own time: whoever is 34 in July may be 35 in
/// January, so that ages exclude each other only where nobody can have been born for both, and then
/// even equal ones do.
fn at_their_times(
    values: &Comparison,
    scopes: &IndexMap<ClaimId, Scope>,
    left: Side<'_>,
    right: Side<'_>,
) -> Comparison {
    let scopes = [left, right].map(|side| scopes.get(&side.claim));
    let ages = match scopes {
        [Some(of_left), Some(of_right)] => {
            age::compare((left.value, of_left), (right.value, of_right), values)
        }
        _ => None,
    };
    ages.unwrap_or_else(|| values.clone())
}

/// Whether something that only grows is smaller later on, or something that only shrinks is larger.
fn went_back(changes: Changes, left: (Side<'_>, &Scope), right: (Side<'_>, &Scope)) -> bool {
    let earlier_first = match (&left.1.time, &right.1.time) {
        (Some(a), Some(b)) if a.ends_before(b) => (left.0.value, right.0.value),
        (Some(a), Some(b)) if b.ends_before(a) => (right.0.value, left.0.value),
        _ => return false,
    };
    goes_back(changes, &earlier_first.0.extent, &earlier_first.1.extent)
}

/// Whether what only grows is less later on, or what only shrinks is more.
#[must_use]
pub fn goes_back(changes: Changes, earlier: &Extent, later: &Extent) -> bool {
    match (changes, earlier, later) {
        (Changes::Grows, Extent::Amount(earlier, a), Extent::Amount(later, b)) => {
            a == b && later.ends_before(earlier)
        }
        (Changes::Shrinks, Extent::Amount(earlier, a), Extent::Amount(later, b)) => {
            a == b && earlier.ends_before(later)
        }
        _ => false,
    }
}
