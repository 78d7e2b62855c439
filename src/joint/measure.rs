//! What properties measure, so that rules add only what can be added.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::{Alignment, PropertyId};
use crate::compare::{Stand, Standing};
use crate::model::{Corpus, Stance};
use crate::reading::Readings;
use crate::value::date::Parsed;
use crate::value::{Context, Dimension, Extent, Kind, Value};

/// What a property measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Days of the calendar.
    Day,
    /// Amounts of one dimension, in its base unit.
    Amount(Dimension),
}

impl Measure {
    /// What an extent measures, if it lies on a line.
    pub(super) fn of(extent: &Extent) -> Option<Self> {
        match extent {
            Extent::Amount(_, dimension) => Some(Self::Amount(*dimension)),
            Extent::Days(_) | Extent::Times(..) | Extent::Relative(_) => Some(Self::Day),
            _ => None,
        }
    }
}

/// What properties measure: by their declared kind, else as most of their values do.
pub(super) fn measures(
    corpus: &Corpus,
    alignment: &Alignment,
    standings: &[Standing],
) -> BTreeMap<PropertyId, Measure> {
    let mut votes: BTreeMap<PropertyId, Vec<(Measure, usize)>> = BTreeMap::new();
    for (question, standing) in alignment.questions.iter().zip(standings) {
        let measures = standing
            .positions
            .iter()
            .filter_map(|position| Measure::of(&position.value.extent));
        let unread = (standing.kind == Kind::Date).then_some(Measure::Day);
        for measure in measures.chain(unread) {
            let votes = votes.entry(question.property).or_default();
            match votes.iter_mut().find(|vote| vote.0 == measure) {
                Some(vote) => vote.1 += 1,
                None => votes.push((measure, 1)),
            }
        }
    }
    let mut measures: BTreeMap<PropertyId, Measure> = votes
        .into_iter()
        .filter_map(|(property, votes)| {
            let best = votes.into_iter().rev().max_by_key(|vote| vote.1)?;
            Some((property, best.0))
        })
        .collect();
    for property in &corpus.vocabulary.properties {
        let measure = match (property.kind, property.unit) {
            (Some(Kind::Date), _) => Some(Measure::Day),
            (Some(Kind::Duration), _) => Some(Measure::Amount(Dimension::Time)),
            (Some(Kind::Number), None) => Some(Measure::Amount(Dimension::Count)),
            (Some(Kind::Number | Kind::Money | Kind::Quantity), Some(unit)) => {
                Some(Measure::Amount(unit.dimension()))
            }
            _ => None,
        };
        let id = alignment.properties.find(&property.name);
        if let (Some(id), Some(measure)) = (id, measure) {
            measures.entry(id).or_insert(measure);
        }
    }
    measures
}

/// The properties of which all values are numbers that may be years as well, and none has a kind.
pub(super) fn years(
    corpus: &Corpus,
    readings: &Readings<'_>,
    alignment: &Alignment,
    standings: &[Standing],
) -> BTreeSet<PropertyId> {
    let (mut years, mut others) = (BTreeSet::new(), BTreeSet::new());
    for (question, standing) in alignment.questions.iter().zip(standings) {
        let property = question.property;
        let declared = alignment.properties.declared(property, corpus);
        let free = declared.is_none_or(|at| at.kind.is_none() && at.unit.is_none());
        let all = (standing.positions.iter())
            .all(|position| as_date(corpus, readings, position).is_some());
        match free && all {
            true => years.insert(property),
            false => others.insert(property),
        };
    }
    years.difference(&others).copied().collect()
}

/// A bare number as the year that it may be, read from its words.
pub(super) fn as_date(corpus: &Corpus, readings: &Readings<'_>, position: &Stand) -> Option<Value> {
    let Extent::Amount(_, Dimension::Count) = position.value.extent else {
        return None;
    };
    let id = *position.claims.first()?;
    if corpus.claim(id).stance == Stance::Denies {
        return None;
    }
    if let Some(words) = readings.words(id)
        && !words.date().is_some_and(Parsed::is_fixed)
    {
        return None;
    }
    let date = readings.value(id, Kind::Date, &Context::default()).ok()?;
    matches!(date.extent, Extent::Days(_)).then_some(date)
}
