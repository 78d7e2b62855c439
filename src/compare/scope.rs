//! Scope: when, where and under what other limits a claim holds, tested pair by pair.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::model::{Axis, Changes, Claim, ClaimId, Corpus};
use crate::reading::Readings;
use crate::text::normal::Form;
use crate::value::{Day, Extent, Intervals, Kind, Relation, Value, relate};

/// The limits of one claim, read.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// When it holds. Most claims have neither limit, and room for a value in each would be much.
    pub when: Limit<Box<Value>>,
    /// Where it holds.
    pub place: Limit<Box<Value>>,
    /// Other limits, by name in normal form.
    pub others: BTreeMap<String, Limit<Value>>,
    /// For a property that changes, and for ages: the days on which it holds, by `when`, else by when
    /// the speaker said it, else by its article's date.
    pub time: Option<Intervals<Day>>,
    /// Whether the value is an age, which goes up with time.
    pub is_age: bool,
}

impl Scope {
    /// Whether it sets the same limits as another, day of publication apart.
    #[must_use]
    pub fn limits_like(&self, other: &Self) -> bool {
        (&self.when, &self.place, &self.others) == (&other.when, &other.place, &other.others)
    }
}

/// One limit of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Limit<T> {
    /// The claim does not have it.
    #[default]
    None,
    /// It was read.
    Read(T),
    /// It is there, and cannot be read.
    Unread,
}

/// How the scopes of two claims stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scoped {
    /// Both may hold at once.
    Together,
    /// They hold at different times or places: they cannot contradict each other.
    Apart(&'static str),
    /// Whether they hold at once cannot be told.
    Unclear(&'static str),
}

/// The scopes of a question's claims; empty where none has one and time does not matter.
pub(super) fn of_claims(
    corpus: &Corpus,
    readings: &Readings<'_>,
    claims: &[ClaimId],
    changes: Changes,
    ages: bool,
) -> IndexMap<ClaimId, Scope> {
    if changes == Changes::No
        && !ages
        && claims
            .iter()
            .all(|id| corpus.claim(*id).details.qualifiers.is_empty())
    {
        return IndexMap::new();
    }
    claims
        .iter()
        .map(|&id| {
            let scope = read(corpus, readings, corpus.claim(id));
            (
                id,
                Scope {
                    is_age: ages,
                    ..scope
                },
            )
        })
        .collect()
}

fn read(corpus: &Corpus, readings: &Readings<'_>, claim: &Claim) -> Scope {
    let mut scope = Scope::default();
    for qualifier in &claim.details.qualifiers {
        match qualifier.axis {
            Axis::When => {
                scope.when = readings
                    .when(corpus, claim, &qualifier.value)
                    .map_or(Limit::Unread, |when| Limit::Read(Box::new(when)));
            }
            Axis::Where => {
                scope.place = readings
                    .limit(Kind::Place, &qualifier.value)
                    .map_or(Limit::Unread, |place| Limit::Read(Box::new(place)));
            }
            Axis::Other(name) => {
                let limit = readings
                    .limit(readings.kind(&qualifier.value), &qualifier.value)
                    .map_or(Limit::Unread, Limit::Read);
                let name = Form::Label.of(corpus.symbols.text(name));
                scope.others.insert(name, limit);
            }
        }
    }
    scope.time = match &scope.when {
        Limit::Read(when) => when.likely_extent().days(),
        Limit::Unread => None,
        Limit::None => {
            let said = readings.said(corpus, claim);
            said.or_else(|| corpus.article(claim.article).published.clone())
        }
    };
    scope
}

/// How two scopes stand, for a property that changes or does not.
pub(super) fn stand(left: &Scope, right: &Scope, changes: Changes) -> Scoped {
    times(left, right, changes)
        .and(places(left, right))
        .and(others(left, right))
}

/// How two scopes stand, whatever their times.
pub(super) fn stand_apart_from_time(left: &Scope, right: &Scope) -> Scoped {
    places(left, right).and(others(left, right))
}

impl Scoped {
    /// Both limits at once: apart if one is, else unclear if one is.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Apart(why), _) | (_, Self::Apart(why)) => Self::Apart(why),
            (Self::Unclear(why), _) | (_, Self::Unclear(why)) => Self::Unclear(why),
            _ => Self::Together,
        }
    }
}

fn times(left: &Scope, right: &Scope, changes: Changes) -> Scoped {
    let given = match (&left.when, &right.when) {
        (Limit::Read(a), Limit::Read(b)) => in_doubt(a, b),
        (Limit::Unread, Limit::Unread | Limit::Read(_)) | (Limit::Read(_), Limit::Unread) => {
            Scoped::Unclear("when one of them holds cannot be told")
        }
        _ => Scoped::Together,
    };
    let changing = if changes == Changes::No {
        Scoped::Together
    } else {
        days(left, right)
    };
    given.and(changing)
}

/// How the days stand on which two claims about something that changes hold: on one day both may,
/// on others each has its own.
fn days(left: &Scope, right: &Scope) -> Scoped {
    let says_when = |scope: &Scope| !matches!(scope.when, Limit::None);
    match (&left.time, &right.time) {
        (Some(a), Some(b)) if a.relate(b) == Relation::Disjoint => {
            Scoped::Apart("it changes, and they speak of different times")
        }
        _ if says_when(left) != says_when(right) => Scoped::Unclear(NOT_BOTH),
        (Some(a), Some(b)) if a == b && a.as_point().is_some() => Scoped::Together,
        (Some(_), Some(_)) => Scoped::Unclear(MAYBE_APART),
        _ if says_when(left) => Scoped::Unclear(MAYBE_APART),
        _ => Scoped::Unclear(NOT_BOTH),
    }
}

const NOT_BOTH: &str = "it changes over time, and not both say when";
const MAYBE_APART: &str = "it changes over time, and they may speak of different days";

/// How two stretches of time stand that are both given: as they are likely meant, and at once for
/// sure only where they are so whatever their words can mean.
fn in_doubt(left: &Value, right: &Value) -> Scoped {
    let likely = moments(left.likely_extent(), right.likely_extent());
    if likely != Scoped::Together || moments(&left.extent, &right.extent) == likely {
        return likely;
    }
    Scoped::Unclear("when one of them holds is in doubt: the article may look ahead")
}

/// How two stretches of time stand.
fn moments(left: &Extent, right: &Extent) -> Scoped {
    const APART: Scoped = Scoped::Apart("they hold at different times");
    const UNTOLD: Scoped = Scoped::Unclear("when one of them holds cannot be told");
    // What holds for a part need not hold for the whole: a quarter's losses, and its year's.
    let on_one_day = || match (left.days(), right.days()) {
        (Some(a), Some(b)) => a.as_point().is_some() && a == b,
        _ => false,
    };
    let stand = |relation| match relation {
        Relation::Disjoint => APART,
        Relation::Equal => Scoped::Together,
        _ if on_one_day() => Scoped::Together,
        _ => Scoped::Unclear("one may speak of a part of the other's time"),
    };
    match (left, right) {
        (Extent::Times(a), Extent::Times(b)) => stand(a.relate(b)),
        (Extent::Times(a), Extent::Days(b)) | (Extent::Days(b), Extent::Times(a)) => {
            stand(a.relate_days(b))
        }
        (Extent::Days(a), Extent::Days(b)) => stand(a.relate(b)),
        // "Before the verdict" and "after the verdict" share its day, but not its moment.
        (Extent::Relative(a), Extent::Relative(b)) => match a.relate(b) {
            Relation::Disjoint => APART,
            _ if a.anchor == b.anchor => Scoped::Together,
            _ => UNTOLD,
        },
        _ => UNTOLD,
    }
}

fn places(left: &Scope, right: &Scope) -> Scoped {
    const UNCLEAR: Scoped = Scoped::Unclear("whether they speak of one place cannot be told");
    match (&left.place, &right.place) {
        (Limit::None, Limit::None) => Scoped::Together,
        (Limit::Read(a), Limit::Read(b)) => match relate(a, b) {
            Relation::Equal => Scoped::Together,
            Relation::Disjoint => Scoped::Apart("they hold in different places"),
            Relation::Incomparable(_) => UNCLEAR,
            // What holds for a part need not hold for the whole: a town's losses, and its county's.
            _ => Scoped::Unclear("one speaks of a part of the other's place"),
        },
        (Limit::None, _) | (_, Limit::None) => Scoped::Unclear("only one of them says where"),
        _ => UNCLEAR,
    }
}

fn others(left: &Scope, right: &Scope) -> Scoped {
    let names = left.others.keys().chain(right.others.keys());
    names.fold(Scoped::Together, |scoped, name| {
        scoped.and(limits(left.others.get(name), right.others.get(name)))
    })
}

fn limits(left: Option<&Limit<Value>>, right: Option<&Limit<Value>>) -> Scoped {
    match (left, right) {
        (Some(Limit::Read(a)), Some(Limit::Read(b))) => match relate(a, b) {
            Relation::Equal => Scoped::Together,
            Relation::Disjoint => Scoped::Apart("they hold within different limits"),
            _ => Scoped::Unclear("they are limited in different ways"),
        },
        (None, _) | (_, None) => Scoped::Unclear("only one of them is limited"),
        _ => Scoped::Unclear("they are limited in different ways"),
    }
}
