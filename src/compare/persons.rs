//! Full names of two people, where the property is declared to be answered with one: most likely two
//! people, unless one of them is known under both.

use super::MOST_POSITIONS;
use crate::align::entity::is_proper;
use crate::align::name::{self, NameKey};
use crate::value::{Comparison, Extent, Reason, Relation, Value};

/// The full names of people among the values of a question, by position: each with whether a
/// vocabulary declares it.
pub(super) struct Persons(Vec<Option<(NameKey, bool)>>);

impl Persons {
    /// Costs a reading of the names that are compared.
    pub(super) fn new<'v>(values: impl Iterator<Item = &'v Value>) -> Self {
        Self(values.take(MOST_POSITIONS).map(person).collect())
    }

    /// How two values stand of which nothing else is known: both are full names, not both declared,
    /// and not alike.
    pub(super) fn compare(&self, left: usize, right: usize) -> Option<Comparison> {
        let at = |index: usize| self.0.get(index)?.as_ref();
        let ((one, known), (other, also)) = (at(left)?, at(right)?);
        let two = !(*known && *also) && name::alike(one, other).is_none();
        two.then(|| Comparison {
            relation: Relation::Overlaps,
            likely: Relation::Disjoint,
            doubt: Some(DOUBT.into()),
        })
    }
}

/// When two full names are not two people.
const DOUBT: &str = "unless they are two names of one person";

/// Whether two values could not be compared because no vocabulary declares them.
pub(super) fn is_undeclared(values: &Comparison) -> bool {
    values.relation == Relation::Incomparable(Reason::Undeclared)
}

fn person(value: &Value) -> Option<(NameKey, bool)> {
    let Extent::Terms(set) = &value.extent else {
        return None;
    };
    let key = Some(NameKey::new(set.name())).filter(|_| !set.is_not() && is_proper(set.name()))?;
    let whole = key.parts().iter().filter(|part| !part.is_initial()).count();
    let full = whole > 1 && !key.is_single() && key.may_be_person();
    full.then(|| (key, set.is_declared()))
}
