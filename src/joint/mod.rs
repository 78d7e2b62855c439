//! Joint contradictions: claims that agree pair by pair and still cannot all be true.
//!
//! In: the questions and how their claims stand. Out: the minimal sets of claims that cannot all hold,
//! given the rules and dates of the vocabulary. Each question is an unknown number; claims bound it,
//! relative dates and rules bound sums of several. Parts that nothing connects are solved by
//! themselves, in parallel; the order of files does not change the answer. docs/design.md says why
//! it is done in this way.

mod apply;
mod bind;
mod bound;
mod build;
mod cases;
mod circle;
mod circuits;
mod combination;
mod difference;
mod measure;
mod minimal;
mod part;
mod simplex;
mod sum;
mod system;
mod weekdays;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

pub use bound::{Near, stretch};
pub use circle::{circle, led_to, weekdays_apart};
pub use combination::combination;
pub use system::{Bound, Quantity};

use crate::align::Alignment;
use crate::compare::Standing;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Corpus, Symbol};
use crate::reading::Readings;
use crate::value::{Intervals, Rational, Relation};
use minimal::Found;
use part::Part;
use system::{Constraint, Doubtful, Form, Range, Reason, System};

/// What claims say together.
#[derive(Debug, Default)]
pub struct Joint {
    /// The minimal sets of claims that cannot all hold.
    pub contradictions: Vec<Contradiction>,
    /// Where the search stopped at a limit, so that there may be more: a question of each such part.
    pub unfinished: Vec<Quantity>,
}

/// Claims of which any may be left out, but not all be true.
#[derive(Clone, Debug)]
pub struct Contradiction {
    /// The claims: one row for each that could be left out, with those that say the same.
    pub bounds: Vec<Bound>,
    /// The constraints that cannot all hold, in the order of an argument.
    pub chain: Vec<Piece>,
    /// Whether it takes rules that hold usually, or words as they are likely meant.
    pub is_likely: bool,
    /// Of one that does not: those that do, and need only some of its claims.
    pub within: Vec<Contradiction>,
}

/// One step of the argument.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Why it holds.
    pub ground: Ground,
    /// What is bounded: quantities with their factors, without the origin.
    pub sum: Vec<(Quantity, Rational)>,
    /// Where the sum lies, by the weekday of publication where that matters.
    pub sets: Vec<Intervals<Near>>,
    /// Whether all could hold if its words meant what they can mean beside what they likely do.
    pub decides: bool,
}

/// Why a constraint holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// Claims say so: an index into [`Contradiction::bounds`].
    Claims(usize),
    /// A rule says so: its index in the vocabulary.
    Rule(usize),
    /// A vocabulary dates an event: its index among the entities.
    Event(usize),
    /// An article's date of publication is known to some extent.
    Published(Symbol),
}

/// Finds the joint contradictions of a run.
///
/// Out: what was found, and a diagnostic for each rule that cannot be used or that others contradict.
#[must_use]
pub fn find(
    corpus: &Corpus,
    alignment: &Alignment,
    readings: &Readings<'_>,
    standings: &[Standing],
) -> (Joint, Vec<Diagnostic>) {
    let (system, mut diagnostics) = build::build(corpus, alignment, readings, standings);
    let quantities: Vec<Quantity> = system.quantities().collect();
    let certain = system.for_certain();
    let mut joint = Joint::default();
    let first = search(certain.as_ref().unwrap_or(&system), |_| true);
    let mut known: Vec<BTreeSet<u32>> = Vec::new();
    first.report(corpus, &mut joint, &mut diagnostics);
    for constraints in first.sets() {
        let found = contradiction(first.system, &quantities, &constraints);
        if !is_known(&found, standings) {
            known.push(claims(&constraints));
            joint.contradictions.push(found);
        }
    }
    if certain.is_none() {
        return (joint, diagnostics);
    }
    let second = search(&system, |part| system.is_doubtful(part));
    second.report(corpus, &mut joint, &mut diagnostics);
    let mut with: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, set) in known.iter().enumerate() {
        for claim in set {
            with.entry(*claim).or_default().push(at);
        }
    }
    for constraints in second.sets() {
        let set = claims(&constraints);
        let near = set.iter().filter_map(|claim| with.get(claim)).flatten();
        let mut near: Vec<usize> = near.copied().collect();
        near.sort_unstable();
        near.dedup();
        let found = Contradiction {
            is_likely: true,
            ..contradiction(&system, &quantities, &constraints)
        };
        if near.iter().any(|at| known[*at].is_subset(&set)) || is_known(&found, standings) {
            continue;
        }
        near.retain(|at| set.is_subset(&known[*at]));
        match near.is_empty() {
            true => joint.contradictions.push(found),
            false => near
                .into_iter()
                .for_each(|at| joint.contradictions[at].within.push(found.clone())),
        }
    }
    (joint, diagnostics)
}

/// What was found in the parts of a system.
struct Search<'s> {
    system: &'s System,
    parts: Vec<(Vec<usize>, Part, Found)>,
}

fn search(system: &System, wanted: impl Fn(&[usize]) -> bool) -> Search<'_> {
    let mut parts = system.parts();
    parts.retain(|part| wanted(part));
    let parts = parts
        .into_par_iter()
        .map(|members| {
            let part = Part::new(system, &members);
            let found = minimal::sets(system, &part);
            (members, part, found)
        })
        .collect();
    Search { system, parts }
}

impl<'s> Search<'s> {
    /// The constraints of each set.
    fn sets(&self) -> impl Iterator<Item = Vec<&'s Constraint>> + '_ {
        self.parts.iter().flat_map(|(_, part, found)| {
            let sets = found.sets.iter();
            fewest_claims(sets.map(|set| expand(self.system, part, set)).collect())
        })
    }

    /// Says which rules can never hold, and where the search stopped.
    fn report(&self, corpus: &Corpus, joint: &mut Joint, diagnostics: &mut Vec<Diagnostic>) {
        for (members, part, found) in &self.parts {
            if let Some(hard) = &found.hard {
                let problem = impossible(corpus, &expand(self.system, part, hard));
                diagnostics.extend(problem.filter(|problem| !diagnostics.contains(problem)));
            }
            if found.incomplete {
                let first = members.first().map(|at| &self.system.constraints[*at].form);
                let quantity = first.and_then(|form| form.quantities().next());
                let quantity = quantity.and_then(|at| self.system.quantities().nth(at as usize));
                let quantity = quantity.filter(|quantity| !joint.unfinished.contains(quantity));
                joint.unfinished.extend(quantity);
            }
        }
    }
}

/// The sets of which no other has only some of the claims: claims that bound two forms, between two
/// events, can be in sets that differ by their constraints and not by their claims.
fn fewest_claims(mut sets: Vec<Vec<&Constraint>>) -> Vec<Vec<&Constraint>> {
    let mut reasons: BTreeMap<u32, &Form> = BTreeMap::new();
    let several = sets
        .iter()
        .flatten()
        .any(|constraint| match constraint.reason {
            Reason::Claims(at) => {
                *reasons.entry(at).or_insert(&constraint.form) != &constraint.form
            }
            _ => false,
        });
    if several {
        let all: Vec<BTreeSet<u32>> = sets.iter().map(|set| claims(set)).collect();
        let mut at = 0..;
        sets.retain(|_| {
            let at = at.next().unwrap_or_default();
            let fewer = |(other, set): (usize, &BTreeSet<u32>)| {
                set.is_subset(&all[at]) && (set.len() < all[at].len() || other < at)
            };
            !all.iter().enumerate().any(fewer)
        });
    }
    sets
}

/// The claims among the reasons of constraints.
fn claims(constraints: &[&Constraint]) -> BTreeSet<u32> {
    let claims = constraints
        .iter()
        .filter_map(|constraint| match constraint.reason {
            Reason::Claims(at) => Some(at),
            _ => None,
        });
    claims.collect()
}

/// Whether two answers to one question stand against each other by themselves: a date that counts from
/// an imprecise day is bound anew here, and would be found a second time.
fn is_known(found: &Contradiction, standings: &[Standing]) -> bool {
    let [left, right] = found.bounds.as_slice() else {
        return false;
    };
    if left.question != right.question {
        return false;
    }
    let standing = &standings[left.question.index()];
    let at = |bound: &Bound| {
        let claim = bound.claims.first()?;
        let mut positions = standing.positions.iter();
        positions.position(|stand| stand.claims.contains(claim))
    };
    let (left, right) = (at(left), at(right));
    standing.pairs.iter().any(|pair| {
        let (one, other) = (Some(pair.left), Some(pair.right));
        let relation = match found.is_likely {
            true => pair.values.likely,
            false => pair.values.relation,
        };
        relation == Relation::Disjoint
            && ((left, right) == (one, other) || (right, left) == (one, other))
    })
}

/// The constraints that some links are made of, in order.
fn expand<'s>(system: &'s System, part: &Part, links: &[usize]) -> Vec<&'s Constraint> {
    let mut members: Vec<u32> = links
        .iter()
        .flat_map(|link| part.links[*link].members.iter().copied())
        .collect();
    members.sort_unstable();
    members
        .into_iter()
        .map(|at| &system.constraints[at as usize])
        .collect()
}

fn contradiction(
    system: &System,
    quantities: &[Quantity],
    constraints: &[&Constraint],
) -> Contradiction {
    let bounds: Vec<u32> = claims(constraints).into_iter().collect();
    let deciding = deciding(system, constraints);
    let chain = constraints
        .iter()
        .zip(deciding)
        .map(|(constraint, decides)| {
            let ground = match constraint.reason {
                Reason::Claims(at) => Ground::Claims(bounds.partition_point(|known| *known < at)),
                Reason::Rule(at) => Ground::Rule(at as usize),
                Reason::Event(at) => Ground::Event(at as usize),
                Reason::Published(article) => Ground::Published(article),
            };
            let sum = match &constraint.form {
                Form::Difference { from, to } => {
                    vec![(*to, Rational::ONE), (*from, Rational::from_int(-1))]
                }
                Form::Sum(terms) => terms.clone(),
            };
            let sum = sum.into_iter().filter(|(at, _)| *at != system::ORIGIN);
            Piece {
                ground,
                sum: sum
                    .map(|(at, factor)| (quantities[at as usize], factor))
                    .collect(),
                sets: match &constraint.range {
                    Range::Fixed(set) => vec![set.clone()],
                    Range::Weekly(_, table) => table.each.to_vec(),
                },
                decides,
            }
        })
        .collect();
    let bounds = bounds.into_iter();
    Contradiction {
        bounds: bounds
            .map(|at| system.bounds[at as usize].clone())
            .collect(),
        chain,
        is_likely: false,
        within: Vec::new(),
    }
}

/// For each constraint of a set, whether the set could hold if its words meant all that they can; where
/// no one doubt is enough, all that there are.
fn deciding(system: &System, constraints: &[&Constraint]) -> Vec<bool> {
    let doubts = |at: usize| matches!(constraints[at].doubt, Some(Doubtful::Loosely(_)));
    let all: Vec<bool> = (0..constraints.len()).map(doubts).collect();
    if all.iter().filter(|doubts| **doubts).count() < 2 {
        return all;
    }
    let holds = |at: usize| {
        let system = system.with_all_of(constraints, at);
        let members: Vec<usize> = (0..system.constraints.len()).collect();
        let found = minimal::sets(&system, &Part::new(&system, &members));
        found.sets.is_empty() && found.hard.is_none()
    };
    let alone: Vec<bool> = (0..all.len()).map(|at| all[at] && holds(at)).collect();
    match alone.contains(&true) {
        true => alone,
        false => all,
    }
}

/// Rules and dates of the vocabulary that contradict each other, whatever the claims say.
fn impossible(corpus: &Corpus, constraints: &[&Constraint]) -> Option<Diagnostic> {
    let mut named: Vec<(crate::text::Place, String)> = constraints
        .iter()
        .filter_map(|constraint| match constraint.reason {
            Reason::Rule(at) => {
                let rule = &corpus.vocabulary.rules[at as usize];
                Some((
                    rule.place,
                    format!("the rule \u{201c}{}\u{201d}", rule.name),
                ))
            }
            Reason::Event(at) => {
                let event = &corpus.vocabulary.entities[at as usize];
                Some((
                    event.place,
                    format!("the date of \u{201c}{}\u{201d}", event.name),
                ))
            }
            _ => None,
        })
        .collect();
    named.sort();
    named.dedup();
    let names: Vec<&str> = named.iter().map(|(_, name)| name.as_str()).collect();
    let message = match names[..] {
        [only] => format!("{only} can never hold; what it ties together is not checked"),
        _ => format!(
            "{} contradict each other; what they tie together is not checked",
            names.join(", ")
        ),
    };
    let hint = "Mend or drop one of them: claims are measured against rules that can hold.";
    let place = named.first()?.0;
    Some(Diagnostic::new(Code::ImpossibleRules, place, message, hint))
}
