//! Joint contradictions: claims that agree pair by pair and still cannot all be true.
//!
//! In: the questions and how their claims stand. Out: the minimal sets of claims that cannot all hold,
//! given the rules and dates of the vocabulary. Each question is an unknown number; claims bound it,
//! relative dates and rules bound sums of several. Parts that nothing connects are solved by
//! themselves, in parallel; the order of files does not change the answer. docs/design.md says why
//! it is done in this way.

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
mod rule;
mod simplex;
mod system;
mod weekdays;

use rayon::prelude::*;

pub use circle::{circle, led_to, weekdays_apart};
pub use combination::combination;
pub use system::{Bound, Quantity};

use crate::align::Alignment;
use crate::compare::{Schemes, Standing};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Corpus, Symbol};
use crate::value::{Intervals, Rational, Relation};
use part::Part;
use system::{Constraint, Form, Range, Reason, System};

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
}

/// One step of the argument.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Why it holds.
    pub ground: Ground,
    /// What is bounded: quantities with their factors, without the origin.
    pub sum: Vec<(Quantity, Rational)>,
    /// Where the sum lies, by the weekday of publication where that matters.
    pub sets: Vec<Intervals<Rational>>,
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
    schemes: &Schemes,
    standings: &[Standing],
) -> (Joint, Vec<Diagnostic>) {
    let (system, mut diagnostics) = build::build(corpus, alignment, schemes, standings);
    let found: Vec<_> = system
        .parts()
        .into_par_iter()
        .map(|members| {
            let part = Part::new(&system, &members);
            let found = minimal::sets(&system, &part);
            (members, part, found)
        })
        .collect();
    let mut joint = Joint::default();
    for (members, part, found) in found {
        if let Some(hard) = &found.hard {
            let constraints = expand(&system, &part, hard);
            diagnostics.extend(impossible(corpus, &constraints));
        }
        if found.incomplete {
            let first = members.first().map(|at| &system.constraints[*at].form);
            let quantity = first.and_then(|form| form.quantities().next());
            joint
                .unfinished
                .extend(quantity.and_then(|at| system.quantities().nth(at as usize)));
        }
        for set in &found.sets {
            let constraints = expand(&system, &part, set);
            let contradiction = contradiction(&system, constraints);
            if !is_known(&contradiction.bounds, standings) {
                joint.contradictions.push(contradiction);
            }
        }
    }
    (joint, diagnostics)
}

/// Whether two answers to one question stand against each other by themselves: a date that counts from
/// an imprecise day is bound anew here, and would be found a second time.
fn is_known(bounds: &[Bound], standings: &[Standing]) -> bool {
    let [left, right] = bounds else { return false };
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
        pair.values.relation == Relation::Disjoint
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

fn contradiction(system: &System, constraints: Vec<&Constraint>) -> Contradiction {
    let quantities: Vec<Quantity> = system.quantities().collect();
    let mut bounds = Vec::new();
    let chain = constraints
        .into_iter()
        .map(|constraint| {
            let ground = match constraint.reason {
                Reason::Claims(at) => {
                    bounds.push(system.bounds[at as usize].clone());
                    Ground::Claims(bounds.len() - 1)
                }
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
                    Range::Weekly(_, table) => table.to_vec(),
                },
            }
        })
        .collect();
    Contradiction { bounds, chain }
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
