//! From the words of a rule to a bounded form: which names are properties, which are constants, and
//! whether both sides measure the same.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Included, Unbounded};

use super::bound::{self, Near, Span};
use super::measure::{Measure, measures, years};
use super::rule::{self, Comparison, Term};
use crate::align::{Alignment, EntityId, PropertyId};
use crate::compare::Standing;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Corpus, Rule};
use crate::text::normal::Form;
use crate::value::{self, Context, Dimension, Extent, Interval, Kind, Rational, Written, amount};

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

impl<'a> Names<'a> {
    /// Collects the names of a run.
    pub(super) fn new(
        corpus: &'a Corpus,
        alignment: &'a Alignment,
        standings: &[Standing],
    ) -> Self {
        let mut subjects = BTreeMap::new();
        for (at, name) in alignment.entities.iter().enumerate() {
            subjects
                .entry(Form::Name.of(name))
                .or_insert(EntityId::from_index(at));
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
                years(corpus, alignment, standings),
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
        let sides = rule::read(&rule.holds)
            .map_err(|refusal| problem(Code::RuleUnreadable, refusal.why, refusal.hint))?;
        let mixed = |(why, hint)| problem(Code::MixedRule, why, hint);
        let (parts, n_left) = self
            .parts(&sides)
            .map_err(|(why, hint)| problem(Code::UnusedRule, why, hint))?;
        let sum = Sum::of(&parts, n_left).map_err(mixed)?;
        let slack = match &rule.slack {
            Some(text) => sum.slack(text).map_err(mixed)?,
            None => Rational::ZERO,
        };
        let by_minute = sum.in_hours && !sum.in_months;
        let by_minute = by_minute
            .then(|| sum.interval(sides.comparison, slack))
            .flatten();
        let interval = sum.interval(sides.comparison, slack.max(sum.leeway()));
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
            let Some((parts, n_left)) = rule::read(&rule.holds)
                .ok()
                .and_then(|sides| self.parts(&sides).ok())
            else {
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

    /// What the terms of a rule name, each with its sign, and how many stand on the left.
    fn parts(&self, sides: &rule::Sides) -> Result<(Vec<(i128, What)>, usize), (String, String)> {
        let mut parts = Vec::with_capacity(sides.left.len() + sides.right.len());
        for (terms, sign) in [(&sides.left, 1), (&sides.right, -1)] {
            for term in terms {
                let sign = if term.negative { -sign } else { sign };
                parts.push((sign, self.what(term)?));
            }
        }
        Ok((parts, sides.left.len()))
    }

    /// What a term names.
    fn what(&self, term: &Term) -> Result<What, (String, String)> {
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

/// What a name in a rule stands for.
#[derive(Clone, Copy, Debug)]
enum What {
    Answer(Option<EntityId>, PropertyId, Measure),
    /// A constant, as an amount or as a date: "1996" is either.
    Constant(Option<(Span, Dimension)>, Option<Span>),
}

/// The left side less the right one.
struct Sum {
    terms: Vec<BondTerm>,
    constant: Span,
    whole: bool,
    /// What the sum measures; a difference of dates is time, counted in days.
    dimension: Dimension,
    in_days: bool,
    /// Whether it has a length of time other than a constant number of days.
    in_hours: bool,
    /// Whether a constant counts months, but not years.
    in_months: bool,
}

const SECONDS_A_DAY: i128 = 86_400;

impl Sum {
    /// Adds up; a constant with two readings is a date where it cannot be an amount.
    fn of(parts: &[(i128, What)], n_left: usize) -> Result<Self, (String, String)> {
        Self::new(parts, n_left, false)
            .or_else(|why| Self::new(parts, n_left, true).map_err(|_| why))
    }

    /// Adds up; constants with two readings are dates if `dates` says so.
    fn new(parts: &[(i128, What)], n_left: usize, dates: bool) -> Result<Self, (String, String)> {
        let read: Vec<(i128, What, Measure)> = parts
            .iter()
            .map(|(sign, what)| (*sign, *what, what.measure(dates)))
            .collect();
        let n_dates = |side: &[(i128, What, Measure)]| {
            let dates = side.iter().filter(|part| part.2 == Measure::Day);
            dates.map(|part| part.0).sum::<i128>()
        };
        let (left, right) = read.split_at(n_left);
        let in_days = read.iter().any(|part| part.2 == Measure::Day);
        let of_shares = (read.iter()).any(|part| part.2 == Measure::Amount(Dimension::Share));
        let amounts = read.iter().map(|part| match part.2 {
            Measure::Day => Dimension::Time,
            // The 1 of "turnout <= 1" is all.
            Measure::Amount(Dimension::Count) if of_shares && part.1.is_part_of_one(dates) => {
                Dimension::Share
            }
            Measure::Amount(dimension) => dimension,
        });
        let mut dimensions: Vec<Dimension> = Vec::new();
        for dimension in amounts {
            if !dimensions.contains(&dimension) {
                dimensions.push(dimension);
            }
        }
        let [dimension] = dimensions[..] else {
            let names: Vec<&str> = dimensions
                .iter()
                .map(|dimension| dimension.name())
                .collect();
            return Err((
                format!(
                    "it adds or compares what cannot be: {}",
                    names.join(" and ")
                ),
                "Both sides must measure the same: dates with dates and lengths of time, numbers \
                 with numbers; write the unit of a constant."
                    .into(),
            ));
        };
        if n_dates(left) + n_dates(right) != 0 {
            return Err((
                "one side is a date, the other is not".into(),
                "A date less a date is a length of time; a date and a length of time make a date."
                    .into(),
            ));
        }
        let mut sum = Self {
            terms: Vec::new(),
            constant: Interval::point(Near::ZERO),
            whole: in_days,
            dimension,
            in_days,
            in_hours: false,
            in_months: false,
        };
        for (sign, what, measure) in read {
            let a_day = sum.unit(measure);
            let factor = Rational::from_int(sign).checked_mul(a_day);
            sum.add(what, factor.unwrap_or(Rational::ZERO), dates);
            sum.whole &= measure == Measure::Day || matches!(what, What::Constant(..));
            sum.in_hours |= measure != Measure::Day && !what.is_whole_days(dates);
            sum.in_months |= measure != Measure::Day && what.is_months(dates);
        }
        Ok(sum)
    }

    /// What one of a measure is in the unit of the sum.
    fn unit(&self, measure: Measure) -> Rational {
        match measure {
            Measure::Amount(_) if self.in_days => {
                Rational::new(1, SECONDS_A_DAY).unwrap_or(Rational::ONE)
            }
            _ => Rational::ONE,
        }
    }

    fn add(&mut self, what: What, factor: Rational, dates: bool) {
        match what {
            What::Answer(subject, property, _) => self.terms.push(BondTerm {
                subject,
                property,
                factor,
            }),
            What::Constant(..) => {
                let more = what
                    .constant(dates)
                    .and_then(|part| bound::scaled(&part, factor));
                let sum = more.and_then(|more| bound::sum(&self.constant, &more));
                // What does not fit bounds nothing.
                self.constant = sum.unwrap_or(Interval {
                    from: Unbounded,
                    to: Unbounded,
                });
            }
        }
    }

    /// How far the rule may be missed, in the unit of the sum.
    fn slack(&self, text: &str) -> Result<Rational, (String, String)> {
        let wrong = |why: String| {
            let hint = "Write an amount like the ones that it compares: `1 month`, `2 days`, `1`.";
            (why, hint.to_owned())
        };
        let (amount, dimension) = amount_of(text)
            .ok_or_else(|| wrong(format!("its slack \u{201c}{text}\u{201d} is no amount")))?;
        let part_of_one = self.dimension == Dimension::Share
            && What::Constant(Some((amount, dimension)), None).is_part_of_one(false);
        if dimension != self.dimension && !part_of_one {
            let (slack, own) = (dimension.name(), self.dimension.name());
            return Err(wrong(format!(
                "its slack is a {slack} where it compares a {own}"
            )));
        }
        match Near::most(&amount) {
            Some(most) if most.value >= Rational::ZERO => most
                .value
                .checked_mul(self.unit(Measure::Amount(dimension)))
                .ok_or_else(|| wrong("its slack does not fit".into())),
            _ => Err(wrong("its slack has no end".into())),
        }
    }

    /// How far whole days may be off lengths of time, in days.
    ///
    /// From one minute to midnight to one past is a day of the calendar; so many years of the calendar
    /// are up to a day longer or shorter than as many years on average (1901 to 2099), and months up to
    /// three.
    fn leeway(&self) -> Rational {
        let days = match self.in_days {
            true if self.in_months => 3,
            true if self.in_hours => 1,
            _ => 0,
        };
        Rational::from_int(days)
    }

    /// Where the terms lie: a constant with several readings allows each of them.
    fn interval(&self, comparison: Comparison, slack: Rational) -> Option<Span> {
        let target = bound::opposite(&self.constant)?;
        let strict = i128::from(matches!(comparison, Comparison::Less | Comparison::More));
        let end = |end: Option<Near>, sign: i128| match end {
            Some(end) => {
                let further = slack.checked_mul(Rational::from_int(sign))?;
                let hairs = Rational::from_int(-sign * strict);
                let end = end.plus(Near {
                    value: further,
                    hairs,
                })?;
                Some(Included(end))
            }
            None => Some(Unbounded),
        };
        let low = end(Near::least(&target), -1)?;
        let high = end(Near::most(&target), 1)?;
        let (from, to) = match comparison {
            Comparison::Less | Comparison::AtMost => (Unbounded, high),
            Comparison::Equal => (low, high),
            Comparison::AtLeast | Comparison::More => (low, Unbounded),
        };
        Some(Interval { from, to })
    }
}

impl What {
    fn measure(&self, dates: bool) -> Measure {
        match self {
            Self::Answer(_, _, measure) => *measure,
            Self::Constant(_, Some(_)) if dates => Measure::Day,
            Self::Constant(Some((_, dimension)), _) => Measure::Amount(*dimension),
            Self::Constant(None, _) => Measure::Day,
        }
    }

    /// Whether it is a constant of so many seconds, any number of times.
    fn is_multiple(&self, dates: bool, seconds: Rational) -> bool {
        let part = self.constant(dates);
        let whole = |end: Option<Near>| {
            let end = end.filter(|end| end.hairs == Rational::ZERO);
            let times = end.and_then(|end| end.value.checked_div(seconds));
            times.is_some_and(|times| times.is_integer())
        };
        part.is_some_and(|part| whole(Near::least(&part)) && whole(Near::most(&part)))
    }

    /// Whether it is a constant that may be a share: from 0 to 1.
    fn is_part_of_one(&self, dates: bool) -> bool {
        let part = self.constant(dates);
        let ends = part.and_then(|part| Some((Near::least(&part)?, Near::most(&part)?)));
        ends.is_some_and(|(from, to)| from.value >= Rational::ZERO && to.value <= Rational::ONE)
    }

    fn is_whole_days(&self, dates: bool) -> bool {
        self.is_multiple(dates, Rational::from_int(SECONDS_A_DAY))
    }

    fn is_months(&self, dates: bool) -> bool {
        // A year is 365.2425 days.
        let year = Rational::from_int(31_556_952);
        let month = Rational::from_int(31_556_952 / 12);
        self.is_multiple(dates, month)
            && !self.is_multiple(dates, year)
            && !self.is_whole_days(dates)
    }

    fn constant(&self, dates: bool) -> Option<Span> {
        match self {
            Self::Constant(_, Some(day)) if dates => Some(*day),
            Self::Constant(Some((amount, _)), _) => Some(*amount),
            Self::Constant(None, day) => *day,
            Self::Answer(..) => None,
        }
    }
}

/// An amount that a rule writes: exactly its figure, unless it is hedged.
fn amount_of(text: &str) -> Option<(Span, Dimension)> {
    let kind = amount::kind_of(text)?;
    let value = value::read(&Written::Scalar(text.into()), kind, &Context::default()).ok()?;
    let Extent::Amount(set, dimension) = &value.extent else {
        return None;
    };
    let exact = value
        .figure
        .filter(|_| value.hedge.is_none())
        .and_then(|figure| value.unit.map_or(Some(figure), |unit| unit.to_base(figure)));
    let stretch = exact.map(Interval::point).or_else(|| set.hull())?;
    Some((bound::amounts(&stretch), *dimension))
}

/// The days that a rule writes.
fn day_of(text: &str) -> Option<Span> {
    let value = value::read(
        &Written::Scalar(text.into()),
        Kind::Date,
        &Context::default(),
    )
    .ok()?;
    let days = bound::numbers(&value.extent.days()?).hull()?;
    Some(bound::amounts(&days))
}
