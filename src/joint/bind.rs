//! From the words of a rule to a bounded form: which names are properties, which are constants, and
//! whether both sides measure the same.

use std::collections::{BTreeMap, BTreeSet};

use super::bound::Span;
use super::measure::{Measure, measures, years};
use super::sum::{Sum, What, amount_of, day_of};
use crate::align::{Alignment, EntityId, PropertyId};
use crate::compare::Standing;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Constraint, Corpus, Rule, Summand};
use crate::reading::Readings;
use crate::text::normal::Form;
use crate::value::{Dimension, Rational};

/// A rule in terms of properties: the sum of the terms lies in the interval.
#[derive(Clone, Debug)]
pub(super) struct Bond {
    /// The rule's index in the vocabulary.
    pub(super) rule: u32,
    pub(super) terms: Vec<BondTerm>,
    pub(super) interval: Span,
    /// Where it lies by the minute, without the leeway of whole days, if it has shorter lengths of time.
    pub(super) by_minute: Option<Span>,
    /// What the sum counts.
    pub(super) counts: Counts,
    /// Whether the rule holds as a rule only.
    pub(super) usual: bool,
}

/// What a sum counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counts {
    Amounts,
    /// Days, and lengths of time among them.
    Time,
    /// Whole days.
    Days,
}

/// A property with its factor; no subject stands for each in turn.
#[derive(Clone, Copy, Debug)]
pub(super) struct BondTerm {
    pub(super) subject: Option<EntityId>,
    pub(super) property: PropertyId,
    pub(super) factor: Rational,
}

/// The names that rules may use.
pub(super) struct Names<'a> {
    corpus: &'a Corpus,
    alignment: &'a Alignment,
    subjects: BTreeMap<String, EntityId>,
    measures: BTreeMap<PropertyId, Measure>,
    /// Properties of which all values are numbers that may be years.
    years: BTreeSet<PropertyId>,
}

/// Why a rule cannot be used, and what to do.
type Unusable = (String, String);

/// What the terms of a rule name, each with its sign, and how many stand on the left.
type Parts = (Vec<(i128, What)>, usize);

impl<'a> Names<'a> {
    /// Collects the names of a run.
    pub(super) fn new(
        corpus: &'a Corpus,
        readings: &Readings<'_>,
        alignment: &'a Alignment,
        standings: &[Standing],
    ) -> Self {
        let mut subjects = BTreeMap::new();
        for id in (0..alignment.entities().len()).map(EntityId::from_index) {
            subjects.entry(alignment.form(id).to_owned()).or_insert(id);
        }
        for entity in &corpus.vocabulary.entities {
            let Some(&id) = subjects.get(&Form::Name.of(&entity.name)) else {
                continue;
            };
            for alias in &entity.aliases {
                subjects.entry(Form::Name.of(alias)).or_insert(id);
            }
        }
        let (measures, years) = match corpus.vocabulary.rules.is_empty() {
            true => (BTreeMap::new(), BTreeSet::new()),
            false => (
                measures(corpus, alignment, standings),
                years(corpus, readings, alignment, standings),
            ),
        };
        Self {
            corpus,
            alignment,
            subjects,
            measures,
            years,
        }
    }

    /// The entity of a name or alias.
    pub(super) fn subject(&self, name: &str) -> Option<EntityId> {
        self.subjects.get(&Form::Name.of(name)).copied()
    }

    /// What a property measures; a property that no rule may use measures days where it does anything.
    pub(super) fn measure(&self, property: PropertyId) -> Measure {
        self.measures
            .get(&property)
            .copied()
            .unwrap_or(Measure::Day)
    }

    /// Every rule that can be used, and a diagnostic for each that cannot.
    pub(super) fn bonds(&mut self) -> (Vec<Bond>, Vec<Diagnostic>) {
        while self.take_years_for_dates() {}
        let (mut bonds, mut diagnostics) = (Vec::new(), Vec::new());
        for (at, rule) in (0..).zip(&self.corpus.vocabulary.rules) {
            match self.bond(at, rule) {
                Ok(bond) => bonds.push(bond),
                Err(problem) => diagnostics.push(*problem),
            }
        }
        (bonds, diagnostics)
    }

    fn bond(&self, at: u32, rule: &Rule) -> Result<Bond, Box<Diagnostic>> {
        let problem = |code, why: String, hint: String| {
            let message = format!("the rule \u{201c}{}\u{201d} is not used: {why}", rule.name);
            Box::new(Diagnostic::new(code, rule.place, message, hint))
        };
        let mixed = |(why, hint)| problem(Code::MixedRule, why, hint);
        let (parts, n_left) = self
            .parts(&rule.constraint)
            .map_err(|(why, hint)| problem(Code::UnusedRule, why, hint))?;
        let sum = Sum::of(&parts, n_left).map_err(mixed)?;
        let slack = match &rule.slack {
            Some(text) => sum.slack(text).map_err(mixed)?,
            None => Rational::ZERO,
        };
        let by_minute = sum.in_hours && !sum.in_months;
        let by_minute = by_minute
            .then(|| sum.interval(rule.constraint.comparison, slack))
            .flatten();
        let interval = sum.interval(rule.constraint.comparison, slack.max(sum.leeway()));
        let interval = interval.ok_or_else(|| {
            let hint = "Leave it out, or write smaller numbers.";
            problem(
                Code::RuleUnreadable,
                "its numbers do not fit".into(),
                hint.into(),
            )
        })?;
        Ok(Bond {
            rule: at,
            counts: match (sum.in_days, sum.whole) {
                (false, _) => Counts::Amounts,
                (true, false) => Counts::Time,
                (true, true) => Counts::Days,
            },
            usual: rule.usual,
            by_minute,
            terms: sum.terms,
            interval,
        })
    }

    /// Takes bare years for dates where a rule could not be used otherwise; whether there were any.
    fn take_years_for_dates(&mut self) -> bool {
        let mut found = BTreeSet::new();
        for rule in &self.corpus.vocabulary.rules {
            let Ok((parts, n_left)) = self.parts(&rule.constraint) else {
                continue;
            };
            let years = parts.iter().filter_map(|(_, what)| match what {
                What::Answer(_, property, Measure::Amount(Dimension::Count)) => Some(*property),
                _ => None,
            });
            let years: BTreeSet<PropertyId> = years.filter(|id| self.years.contains(id)).collect();
            if years.is_empty() || Sum::of(&parts, n_left).is_ok() {
                continue;
            }
            let as_dates: Vec<(i128, What)> = parts
                .iter()
                .map(|(sign, what)| match *what {
                    What::Answer(subject, property, _) if years.contains(&property) => {
                        (*sign, What::Answer(subject, property, Measure::Day))
                    }
                    what => (*sign, what),
                })
                .collect();
            if Sum::of(&as_dates, n_left).is_ok() {
                found.extend(years);
            }
        }
        for property in &found {
            self.measures.insert(*property, Measure::Day);
        }
        !found.is_empty()
    }

    /// The terms of both sides.
    fn parts(&self, constraint: &Constraint) -> Result<Parts, Unusable> {
        let mut parts = Vec::with_capacity(constraint.summands().count());
        for (terms, sign) in [(&constraint.left, 1), (&constraint.right, -1)] {
            for term in terms {
                let sign = if term.negative { -sign } else { sign };
                parts.push((sign, self.what(term)?));
            }
        }
        Ok((parts, constraint.left.len()))
    }

    /// What a term names.
    fn what(&self, term: &Summand) -> Result<What, Unusable> {
        let subject = match &term.subject {
            Some(name) => Some(self.subject(name).ok_or_else(|| {
                (
                    format!("\u{201c}{name}\u{201d} is neither declared nor claimed anything of"),
                    "Write the subject as the vocabulary or a claim does, or drop the rule.".into(),
                )
            })?),
            None => None,
        };
        if let Some(property) = self.alignment.properties.find(&term.name) {
            return match self.measures.get(&property) {
                Some(&measure) => Ok(What::Answer(subject, property, measure)),
                None => Err((
                    format!(
                        "\u{201c}{}\u{201d} has neither dates nor amounts",
                        term.name
                    ),
                    "Rules compare dates, numbers, money, lengths of time and other quantities; \
                     give the property one of these kinds."
                        .into(),
                )),
            };
        }
        let (amount, day) = (amount_of(&term.name), day_of(&term.name));
        if subject.is_none() && (amount.is_some() || day.is_some()) {
            return Ok(What::Constant(amount, day));
        }
        let nearest = self.alignment.properties.nearest(&term.name);
        Err((
            format!(
                "\u{201c}{}\u{201d} is neither a declared nor a claimed property, nor an amount or a date",
                term.name
            ),
            match nearest {
                Some(name) => format!(
                    "Did you mean \u{201c}{name}\u{201d}? Else declare the property, or drop the rule."
                ),
                None => "Declare the property, or write its name as claims do.".into(),
            },
        ))
    }
}
