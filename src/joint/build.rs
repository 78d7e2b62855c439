//! Builds the system: from claims, relative dates, rules and the vocabulary's own dates.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::IndexMap;

use super::bind::Names;
use super::bound::{self, Near};
use super::measure::{Measure, as_date};
use super::system::{Bound, ByWeekday, Form, ORIGIN, Quantity, QuantityId, Range, Reason, System};
use crate::align::{Alignment, PropertyId, Question, QuestionId};
use crate::compare::{Stand, Standing};
use crate::diagnostic::Diagnostic;
use crate::model::{Changes, ClaimId, Corpus, EntityKind, Symbol};
use crate::reading::Readings;
use crate::text::number;
use crate::value::date::FromPublication;
use crate::value::{
    Anchor, Day, Extent, Interval, Intervals, Kind, Rational, RelativeDate, Side, Value, is_either,
};

/// All constraints of a run, and a diagnostic for each rule that cannot be used.
///
/// Only the questions that rules and relative dates tie to others take part. Claims that hold at some
/// time, at some place or within other limits only say nothing of a question as a whole, and neither
/// do claims of a property that changes: they are left out.
pub(super) fn build(
    corpus: &Corpus,
    alignment: &Alignment,
    readings: &Readings<'_>,
    standings: &[Standing],
) -> (System, Vec<Diagnostic>) {
    let mut names = Names::new(corpus, readings, alignment, standings);
    let (bonds, diagnostics) = names.bonds();
    let mut builder = Builder {
        corpus,
        readings,
        alignment,
        standings,
        names,
        date: alignment.properties.find("date"),
        one_clock: one_clock(standings),
        tied: 0,
        system: System::default(),
    };
    let floating = builder.add_relative_dates();
    builder.add_events();
    builder.tied = number(builder.system.quantities().len());
    builder.add_rules(&bonds);
    builder.add_claims(&floating);
    (builder.system, diagnostics)
}

pub(super) struct Builder<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) readings: &'a Readings<'a>,
    pub(super) alignment: &'a Alignment,
    pub(super) standings: &'a [Standing],
    pub(super) names: Names<'a>,
    /// The property under which events have their dates.
    pub(super) date: Option<PropertyId>,
    /// Whether all times of day are of one clock.
    pub(super) one_clock: bool,
    /// So many quantities are tied by relative dates and events.
    pub(super) tied: QuantityId,
    pub(super) system: System,
}

/// A date that counts from the day of publication: its claims, and the days by weekday of publication.
type Floating = (Vec<ClaimId>, Arc<FromPublication>);

impl Builder<'_> {
    /// Dates that count from events, and from days of publication that are not exactly known.
    ///
    /// Out: the claims that count from such a day.
    fn add_relative_dates(&mut self) -> BTreeSet<ClaimId> {
        let mut floating = BTreeSet::new();
        let mut papers = BTreeMap::new();
        for (id, question) in self.alignment.question_ids().zip(&self.alignment.questions) {
            let standing = &self.standings[id.index()];
            if standing.kind != Kind::Date || standing.changes != Changes::No {
                continue;
            }
            for position in &standing.positions {
                if let Extent::Relative(date) = &position.value.extent {
                    let claims = self.unlimited(position);
                    self.add_event_date(id, question, date, &position.value, claims);
                }
            }
            for (article, dates) in self.floating((question, standing)) {
                floating.extend(dates.iter().flat_map(|(claims, _)| claims));
                for (claims, table) in dates {
                    papers.entry(article).or_insert_with(|| {
                        claims
                            .first()
                            .and_then(|id| self.corpus.article_of(*id).published.clone())
                    });
                    self.add_floating_date(id, question, article, claims, &table);
                }
            }
        }
        for (article, published) in papers {
            if let Some(published) = published {
                self.add_publication(article, &published);
            }
        }
        floating
    }

    /// `x - event` lies in an offset, for each event from which the date counts.
    fn add_event_date(
        &mut self,
        id: QuestionId,
        question: &Question,
        date: &RelativeDate,
        value: &Arc<Value>,
        claims: Vec<ClaimId>,
    ) {
        if claims.is_empty() {
            return;
        }
        let by_event = date.by_event().into_iter().filter_map(|date| {
            let Anchor::Event(name) = &date.anchor else {
                return None;
            };
            let event = self.names.subject(name)?;
            let form = Form::Difference {
                from: self.system.quantity(Quantity::Answer(event, self.date)),
                to: self.quantity(question),
            };
            Some((form, Range::Fixed(bound::since_event(&date))))
        });
        let by_event: Vec<(Form, Range)> = by_event.collect();
        let bound = Bound {
            question: id,
            value: value.clone(),
            claims,
        };
        self.system.add_claims_of_all(by_event, bound);
    }

    /// `x - published` lies in an offset that depends on the weekday of publication.
    fn add_floating_date(
        &mut self,
        id: QuestionId,
        question: &Question,
        article: Symbol,
        claims: Vec<ClaimId>,
        date: &FromPublication,
    ) {
        let form = Form::Difference {
            from: self.system.quantity(Quantity::Published(article)),
            to: self.quantity(question),
        };
        let range = |table: &[Intervals<Day>; 7]| {
            let sets: [Intervals<Near>; 7] = std::array::from_fn(|day| bound::days(&table[day]));
            match sets.iter().all(|set| *set == sets[0]) {
                true => Range::Fixed(sets[0].clone()),
                false => Range::Weekly(article, Arc::new(ByWeekday::new(sets))),
            }
        };
        let likely = date.likely.as_ref().map(|(likely, _)| range(likely));
        let relative = |table: &[Intervals<Day>; 7]| {
            let tables = table.iter();
            Extent::Relative(RelativeDate {
                anchor: Anchor::Published,
                offset: tables.fold(Intervals::new(Vec::new()), |all, days| all.union(days)),
                side: Side::Any,
                before: None,
            })
        };
        let mut value = Value {
            kind: Kind::Date,
            extent: relative(&date.days),
            likely: None,
            counted: None,
            otherwise: None,
            figure: None,
            unit: None,
            hedge: None,
        };
        if let Some((likely, doubt)) = &date.likely {
            value = value.likely_to_be(relative(likely), doubt.clone());
        }
        let bound = Bound {
            question: id,
            value: Arc::new(value),
            claims,
        };
        self.system
            .add_claims(form, range(&date.days), likely, bound);
    }

    /// What is known of a day of publication.
    fn add_publication(&mut self, article: Symbol, published: &Intervals<Day>) {
        let paper = self.system.quantity(Quantity::Published(article));
        let form = Form::Difference {
            from: ORIGIN,
            to: paper,
        };
        let range = match by_weekday(published) {
            Some(table) => Range::Weekly(article, Arc::new(ByWeekday::new(table))),
            None => Range::Fixed(bound::days(published)),
        };
        self.system.add(form, range, Reason::Published(article));
    }

    /// The claims of a question that count from a day of publication that is not exactly known, by
    /// article; without those that annotators of one article read differently.
    fn floating(
        &self,
        (question, standing): (&Question, &Standing),
    ) -> IndexMap<Symbol, Vec<Floating>> {
        let mut by_article: IndexMap<Symbol, Vec<Floating>> = IndexMap::new();
        let is_past =
            |id: &ClaimId| (standing.positions.iter()).any(|at| at.replaced(*id).is_some());
        for &id in question.claims.iter().filter(|id| !is_past(id)) {
            let (claim, article) = (self.corpus.claim(id), self.corpus.article_of(id));
            let exact = article
                .published
                .as_ref()
                .is_some_and(|published| published.as_point().is_some());
            if exact || claim.details.said.is_some() || !claim.details.qualifiers.is_empty() {
                continue;
            }
            let Some(table) = self.readings.days_from_publication(self.corpus, id) else {
                continue;
            };
            let dates = by_article.entry(article.id).or_default();
            match dates.iter_mut().find(|(_, known)| **known == table) {
                Some((claims, _)) => claims.push(id),
                None => dates.push((vec![id], Arc::new(table))),
            }
        }
        by_article.retain(|_, dates| {
            let readers = |claims: &[ClaimId]| -> BTreeSet<_> {
                claims
                    .iter()
                    .map(|id| self.corpus.claim(*id).article)
                    .collect()
            };
            let first = dates.first().map(|(claims, _)| readers(claims));
            dates
                .iter()
                .all(|(claims, _)| Some(readers(claims)) == first)
        });
        by_article
    }

    /// The dates that editors know events to have.
    fn add_events(&mut self) {
        for (at, entity) in (0..).zip(&self.corpus.vocabulary.entities) {
            let (Some(date), Some(EntityKind::Event)) = (&entity.date, entity.kind) else {
                continue;
            };
            if let Some(event) = self.names.subject(&entity.name) {
                let to = self.system.quantity(Quantity::Answer(event, self.date));
                let form = Form::Difference { from: ORIGIN, to };
                let range = Range::Fixed(bound::days(date));
                self.system.add(form, range, Reason::Event(at));
            }
        }
    }

    /// What claims say of the quantities that take part.
    fn add_claims(&mut self, floating: &BTreeSet<ClaimId>) {
        let quantities: Vec<Quantity> = self.system.quantities().collect();
        for (to, quantity) in (0..).zip(quantities) {
            let (subject, property, by_minute) = match quantity {
                Quantity::Answer(subject, Some(property)) => (subject, property, false),
                Quantity::Moment(subject, property) => (subject, property, true),
                _ => continue,
            };
            let Some(id) = self.alignment.find(subject, property) else {
                continue;
            };
            let standing = &self.standings[id.index()];
            if standing.changes != Changes::No {
                continue;
            }
            let measure = self.names.measure(property);
            for position in &standing.positions {
                // Beside dates, a bare number may be a year.
                let value = match measure {
                    Measure::Day => as_date(self.corpus, self.readings, position).map(Arc::new),
                    Measure::Amount(_) => None,
                };
                let value = value.unwrap_or_else(|| position.value.clone());
                let range = |extent: &Extent| match by_minute {
                    true => bound::in_parts_of_days(extent).map(Range::Fixed),
                    false => self.range(extent, measure),
                };
                let likely = value.likely.as_ref();
                let likely = likely.and_then(|likely| range(&likely.extent));
                let Some(range) = range(&value.extent) else {
                    continue;
                };
                let mut claims = self.unlimited(position);
                claims.retain(|claim| !floating.contains(claim));
                if !claims.is_empty() {
                    let form = Form::Difference { from: ORIGIN, to };
                    let bound = Bound {
                        question: id,
                        value,
                        claims,
                    };
                    self.system.add_claims(form, range, likely, bound);
                }
            }
        }
    }

    /// Where an answer lies that measures this.
    fn range(&self, extent: &Extent, measure: Measure) -> Option<Range> {
        Some(Range::Fixed(match (extent, measure) {
            (Extent::Days(days), Measure::Day) => bound::days(days),
            (Extent::Times(times), Measure::Day) if self.one_clock => bound::times(times),
            (Extent::Times(times), Measure::Day) => bound::days(&times.days()),
            (Extent::Amount(set, own), Measure::Amount(asked))
                if *own == asked || is_either(set, *own, asked) =>
            {
                let parts = set.parts().iter().map(bound::amounts);
                Intervals::new(parts.collect())
            }
            _ => return None,
        }))
    }

    /// The claims that hold without limits, those aside that later versions replaced.
    fn unlimited(&self, position: &Stand) -> Vec<ClaimId> {
        let is_current = |id: &ClaimId| position.replaced(*id).is_none();
        let claims = position.claims.iter().copied().filter(is_current);
        claims
            .filter(|id| self.corpus.claim(*id).details.qualifiers.is_empty())
            .collect()
    }

    fn quantity(&mut self, question: &Question) -> QuantityId {
        let answer = Quantity::Answer(question.subject, Some(question.property));
        self.system.quantity(answer)
    }
}

/// Whether all times of day name one zone, or none names any.
fn one_clock(standings: &[Standing]) -> bool {
    let positions = standings.iter().flat_map(|standing| &standing.positions);
    let mut times = positions.filter_map(|position| match &position.value.extent {
        Extent::Times(times) => Some(times),
        _ => None,
    });
    let first = times.next();
    first.is_none_or(|first| times.all(|times| times.shares_clock(first)))
}

/// A span of this many days or fewer is split by weekday.
const MOST_DAYS: i32 = 62;

/// The days of a set by weekday, from Monday on, if these are few.
fn by_weekday(set: &Intervals<Day>) -> Option<[Intervals<Near>; 7]> {
    use std::ops::Bound::Included;
    let hull = set.hull()?;
    let (Included(from), Included(to)) = (hull.from, hull.to) else {
        return None;
    };
    if to.0.checked_sub(from.0)? > MOST_DAYS {
        return None;
    }
    Some(std::array::from_fn(|weekday| {
        let days = (from.0..=to.0).map(Day).filter(|day| set.holds(*day));
        let days = days.filter(|day| usize::try_from(day.weekday()) == Ok(weekday));
        Intervals::new(
            days.map(|day| Interval::point(Rational::from_int(i128::from(day.0))))
                .map(|day| bound::at_any_time(&day))
                .collect(),
        )
    }))
}
