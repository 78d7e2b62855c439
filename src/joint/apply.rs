//! Applies rules to the subjects of which they speak.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use petgraph::unionfind::UnionFind;

use super::bind::{Bond, BondTerm, Counts};
use super::bound::{self, Span};
use super::build::Builder;
use super::measure::Measure;
use super::system::{Doubtful, Form, ORIGIN, Quantity, QuantityId, Range, Reason};
use crate::align::{EntityId, PropertyId};
use crate::text::number;
use crate::value::amount::A_DAY;
use crate::value::{Extent, Rational, Unit};

impl Builder<'_> {
    /// Every rule, for each subject that it speaks of.
    pub(super) fn add_rules(&mut self, bonds: &[Bond]) {
        let group_of = groups(bonds);
        let mut subjects: BTreeMap<u32, BTreeSet<EntityId>> = BTreeMap::new();
        if !group_of.is_empty() {
            let asked = self.alignment.questions.iter();
            let asked = asked.map(|question| (question.subject, question.property));
            let pinned = bonds.iter().flat_map(|bond| &bond.terms);
            let pinned = pinned.filter_map(|term| Some((term.subject?, term.property)));
            let tied = self
                .system
                .quantities()
                .filter_map(|quantity| match quantity {
                    Quantity::Answer(subject, Some(property)) => Some((subject, property)),
                    _ => None,
                });
            for (subject, property) in asked.chain(pinned).chain(tied) {
                if let Some(group) = group_of.get(&property) {
                    subjects.entry(*group).or_default().insert(subject);
                }
            }
        }
        for bond in bonds {
            let bare = bond.terms.iter().find(|term| term.subject.is_none());
            match bare.and_then(|term| group_of.get(&term.property)) {
                Some(group) => {
                    for &subject in subjects.get(group).into_iter().flatten() {
                        self.add_rule(bond, Some(subject));
                    }
                }
                None => self.add_rule(bond, None),
            }
        }
    }

    /// The answer of a term, or its moment.
    fn term(&self, term: &BondTerm, subject: EntityId, by_minute: bool) -> Quantity {
        match by_minute && self.names.measure(term.property) == Measure::Day {
            true => Quantity::Moment(subject, term.property),
            false => Quantity::Answer(subject, Some(term.property)),
        }
    }

    /// Whether all dates of a rule have a time of day, and count from nothing else, and all its lengths of
    /// time are told in weeks or less: then minutes count, and not whole days.
    fn is_timed(&self, bond: &Bond, subject: Option<EntityId>) -> bool {
        let mut terms = bond.terms.iter();
        self.one_clock
            && terms.all(|term| {
                let Some(subject) = term.subject.or(subject) else {
                    return false;
                };
                let Some(id) = self.alignment.find(subject, term.property) else {
                    return false;
                };
                let mut values = self.standings[id.index()].positions.iter();
                let answer = Quantity::Answer(subject, Some(term.property));
                match self.names.measure(term.property) {
                    Measure::Day => {
                        let is_tied = self.system.known(answer).is_some_and(|at| at < self.tied);
                        !is_tied && values.any(|at| matches!(at.value.extent, Extent::Times(_)))
                    }
                    Measure::Amount(_) => values.all(|at| at.value.unit.is_some_and(is_short)),
                }
            })
    }

    /// One rule for one subject.
    fn add_rule(&mut self, bond: &Bond, subject: Option<EntityId>) {
        let by_minute = bond.by_minute.filter(|_| self.is_timed(bond, subject));
        let (span, counts) = match by_minute {
            Some(span) => (span, Counts::Amounts),
            None => (bond.interval, bond.counts),
        };
        let mut terms: BTreeMap<QuantityId, Rational> = BTreeMap::new();
        for term in &bond.terms {
            let Some(subject) = term.subject.or(subject) else {
                return;
            };
            let quantity = self.term(term, subject, by_minute.is_some());
            let quantity = self.system.quantity(quantity);
            let sum = terms.entry(quantity).or_insert(Rational::ZERO);
            match sum.checked_add(term.factor) {
                Some(more) => *sum = more,
                None => return,
            }
        }
        terms.retain(|_, factor| *factor != Rational::ZERO);
        let terms: Vec<(QuantityId, Rational)> = terms.into_iter().collect();
        if let Some((form, interval)) = simplest(&terms, &span, counts) {
            let range = Range::Fixed(interval.into());
            let doubt = bond.usual.then_some(Doubtful::Usual);
            let reason = Reason::Rule(bond.rule);
            self.system.add_doubtful(form, range, reason, doubt);
        }
    }
}

/// A sum of one or two quantities as a difference, which is quicker to solve.
///
/// Where both are days, whole numbers of days lie in the span, or one moment is no later than the other.
fn simplest(terms: &[(QuantityId, Rational)], span: &Span, counts: Counts) -> Option<(Form, Span)> {
    let (from, to, factor) = match *terms {
        [] => return None,
        [(only, factor)] => (ORIGIN, only, factor),
        [(one, a), (other, b)] if a.checked_add(b) == Some(Rational::ZERO) => (one, other, b),
        _ if counts == Counts::Amounts => return Some((Form::Sum(terms.to_vec()), *span)),
        _ => {
            let span = bound::at_any_time(&bound::stretch(span));
            return Some((Form::Sum(terms.to_vec()), span));
        }
    };
    let span = bound::scaled(span, Rational::ONE.checked_div(factor)?)?;
    let span = match counts {
        Counts::Amounts => span,
        Counts::Days if from != ORIGIN => bound::apart(&span)?,
        Counts::Days => bound::at_any_time(&bound::stretch(&span).whole()?),
        Counts::Time => bound::at_any_time(&bound::stretch(&span)),
    };
    Some((Form::Difference { from, to }, span))
}

/// The bare properties, in groups: those of one rule are together, as they must be of one subject.
fn groups(bonds: &[Bond]) -> BTreeMap<PropertyId, u32> {
    let mut numbers: IndexMap<PropertyId, u32> = IndexMap::new();
    let bare = |bond: &Bond| {
        let terms = bond.terms.iter().filter(|term| term.subject.is_none());
        terms.map(|term| term.property).collect::<Vec<_>>()
    };
    for property in bonds.iter().flat_map(bare) {
        let next = number(numbers.len());
        numbers.entry(property).or_insert(next);
    }
    let mut joined = UnionFind::<u32>::new(numbers.len());
    for bond in bonds {
        for pair in bare(bond).windows(2) {
            joined.union(numbers[&pair[0]], numbers[&pair[1]]);
        }
    }
    numbers
        .into_iter()
        .map(|(property, at)| (property, joined.find(at)))
        .collect()
}

/// Whether a unit of time is a week or less, and so has no calendar.
fn is_short(unit: Unit) -> bool {
    let week = Rational::from_int(7 * A_DAY);
    unit.to_base(Rational::ONE).is_some_and(|size| size <= week)
}
