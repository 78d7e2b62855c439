//! Claims that agree pair by pair and cannot all be true.

use std::collections::BTreeSet;

use super::argument::{Argument, Reckoning, Way, in_order, way};
use super::id::finding_id;
use super::{conclusion, question, wording};
use crate::align::{EntityId, QuestionId};
use crate::finding::{Check, Finding, FindingId, Level, Position, Topic};
use crate::graph::ClaimGraph;
use crate::joint::{Bound, Contradiction, Ground, Quantity};
use crate::model::{ClaimId, Comparison, Importance};
use crate::text::normal::Form;
use crate::value::{Anchor, Doubt, Extent, Kind};

const JOINT: Check = Check::JointContradiction;

/// One finding for each minimal set of claims, and one for each part of which there may be more.
///
/// A set that only holds together with a hedged claim, or with names that are merely alike, is a
/// possible conflict, as it is for two claims of one question.
pub(super) fn find(graph: &ClaimGraph<'_>) -> Vec<Finding> {
    let found = graph.joint.contradictions.iter();
    let unfinished = graph.joint.unfinished.iter();
    found
        .map(|contradiction| find_one(graph, in_order(contradiction)))
        .chain(unfinished.map(|quantity| stopped(graph, *quantity)))
        .collect()
}

/// Whether a finding is a joint contradiction, sure or possible.
pub(super) fn is_joint(finding: &Finding) -> bool {
    finding.check == JOINT || finding.also.contains(&JOINT)
}

/// The contradiction of a finding, and its argument step by step: see [`Reckoning`]; whether the last
/// step is what the others refute. `None` where the finding is no such contradiction.
#[must_use]
pub fn reckoning(
    graph: &ClaimGraph<'_>,
    finding: &Finding,
) -> Option<(Contradiction, Vec<Reckoning>, bool)> {
    let mut found = graph.joint.contradictions.iter();
    let contradiction = found.find(|contradiction| {
        let positions = positions(graph, &contradiction.bounds);
        id(graph, &contradiction.bounds, &positions) == finding.id
    })?;
    let (contradiction, way) = in_order(contradiction);
    let argument = Argument::new(graph, (&contradiction, way), &finding.positions);
    let (steps, leads) = argument.reckoning();
    Some((contradiction, steps, leads))
}

fn positions(graph: &ClaimGraph<'_>, bounds: &[Bound]) -> Vec<Position> {
    bounds
        .iter()
        .map(|bound| {
            let sourcing = graph.sourcing(bound.question);
            Position {
                topic: Some(Box::new(topic(graph, bound.question))),
                ..question::position(graph, &sourcing, Some(&bound.value), &bound.claims)
            }
        })
        .collect()
}

/// What a position answers.
fn topic(graph: &ClaimGraph<'_>, id: QuestionId) -> Topic {
    let question = graph.alignment.question(id);
    let properties = &graph.alignment.properties;
    let declared = properties.declared(question.property, graph.corpus);
    let words = declared.and_then(|property| property.question.as_ref());
    Topic {
        subject: graph.alignment.name(question.subject).to_owned(),
        property: properties.name(question.property).to_owned(),
        question: words.map(ToString::to_string),
    }
}

fn find_one(graph: &ClaimGraph<'_>, (contradiction, way): (Contradiction, Option<Way>)) -> Finding {
    let bounds = &contradiction.bounds;
    let positions = positions(graph, bounds);
    let argument = Argument::new(graph, (&contradiction, way), &positions);
    let doubts = doubts(graph, &contradiction);
    let vocabulary = &graph.corpus.vocabulary;
    let rules: BTreeSet<usize> = contradiction
        .chain
        .iter()
        .filter_map(|piece| match piece.ground {
            Ground::Rule(at) => Some(at),
            _ => None,
        })
        .collect();
    let notes = rules.iter().filter_map(|at| same_day(graph, *at, bounds));
    let inner = contradiction
        .within
        .iter()
        .map(|inner| within(graph, inner));
    let (check, also) = match doubts.is_empty() {
        true => (JOINT, Vec::new()),
        false => (Check::PossibleConflict, vec![JOINT]),
    };
    let (message, steps) = (argument.message(), argument.steps());
    let id = id(graph, bounds, &positions);
    Finding {
        also,
        positions,
        notes: notes.chain(inner).collect(),
        importance: importance(graph, bounds),
        about: Some(about(graph, bounds)),
        steps,
        reason: (!doubts.is_empty()).then(|| doubts.join("; ")),
        rules: rules
            .into_iter()
            .map(|at| vocabulary.rules[at].name.to_string())
            .collect(),
        ..Finding::new(id, check, message)
    }
}

/// The questions, by subject: "dock fire / injured, treated; fire inquiry / began".
fn about(graph: &ClaimGraph<'_>, bounds: &[Bound]) -> String {
    let questions: BTreeSet<QuestionId> = bounds.iter().map(|bound| bound.question).collect();
    let mut by_subject: Vec<(EntityId, String)> = Vec::new();
    for id in questions {
        let question = graph.alignment.question(id);
        let property = graph.alignment.properties.name(question.property);
        match by_subject.last_mut() {
            Some((subject, words)) if *subject == question.subject => {
                words.push_str(", ");
                words.push_str(property);
            }
            _ => {
                let subject = graph.alignment.name(question.subject);
                by_subject.push((question.subject, format!("{subject} / {property}")));
            }
        }
    }
    let words: Vec<String> = by_subject.into_iter().map(|(_, words)| words).collect();
    words.join("; ")
}

/// What to know of a rule that asks for an earlier day, where its author may have meant a time of day.
fn same_day(graph: &ClaimGraph<'_>, rule: usize, bounds: &[Bound]) -> Option<String> {
    let rule = &graph.corpus.vocabulary.rules[rule];
    let (strict, lax, day) = match rule.constraint.comparison {
        Comparison::Less => ("<", "<=", "an earlier"),
        Comparison::More => (">", ">=", "a later"),
        Comparison::AtMost | Comparison::Equal | Comparison::AtLeast => return None,
    };
    let is_date = |bound: &Bound| bound.value.kind == Kind::Date;
    bounds.iter().all(is_date).then(|| {
        format!(
            "rules count days: `{strict}` in \u{201c}{}\u{201d} asks for {day} day, whatever the time of day; where the same day will do, write `{lax}`",
            rule.name
        )
    })
}

/// Where the search stopped at a limit.
fn stopped(graph: &ClaimGraph<'_>, quantity: Quantity) -> Finding {
    let name = conclusion::full_name(graph, quantity);
    let message = format!(
        "around {name}, claims may contradict each other in more ways than are listed: the search \
         stopped at its limit"
    );
    let id = finding_id(JOINT.name(), ["unfinished", name.as_str()]);
    Finding {
        level: Level::Warning,
        ..Finding::new(id, JOINT, message)
    }
}

/// Made of the subjects, properties and values of the claims; a date that counts from the day of
/// publication means nothing without its article.
fn id(graph: &ClaimGraph<'_>, bounds: &[Bound], positions: &[Position]) -> FindingId {
    let mut parts: Vec<[String; 4]> = bounds
        .iter()
        .zip(positions)
        .map(|(bound, position)| {
            let question = graph.alignment.question(bound.question);
            let article = match &bound.value.extent {
                Extent::Relative(date) if date.anchor == Anchor::Published => bound
                    .claims
                    .first()
                    .map(|claim| graph.corpus.article_of(*claim).id),
                _ => None,
            };
            [
                Form::Name.of(graph.alignment.name(question.subject)),
                graph
                    .alignment
                    .properties
                    .form(question.property)
                    .to_owned(),
                position.value.clone(),
                article.map_or_else(String::new, |id| graph.corpus.symbols.text(id).to_owned()),
            ]
        })
        .collect();
    parts.sort_unstable();
    finding_id(JOINT.name(), parts.iter().flatten().map(String::as_str))
}

/// That of the most important question.
fn importance(graph: &ClaimGraph<'_>, bounds: &[Bound]) -> Importance {
    let of = |id: QuestionId| {
        let property = graph.alignment.question(id).property;
        let declared = graph.alignment.properties.declared(property, graph.corpus);
        declared
            .map(|property| property.importance)
            .unwrap_or_default()
    };
    bounds
        .iter()
        .map(|bound| of(bound.question))
        .min()
        .unwrap_or_default()
}

/// What fewer of its claims come to, if rules hold as they usually do and words mean what they likely do.
fn within(graph: &ClaimGraph<'_>, inner: &Contradiction) -> String {
    let positions = positions(graph, &inner.bounds);
    let message = Argument::new(graph, (inner, way(inner)), &positions).message();
    let doubts = doubts(graph, inner).join("; ");
    format!("fewer of these claims may contradict each other: {message} ({doubts})")
}

/// Why it may be no contradiction.
fn doubts(graph: &ClaimGraph<'_>, contradiction: &Contradiction) -> Vec<String> {
    let bounds = &contradiction.bounds;
    let hedged = |bound: &Bound| bound.claims.iter().all(|id| graph.corpus.claim(*id).hedged);
    let mut doubts = Vec::new();
    if bounds.iter().any(hedged) {
        doubts.push("one side is hedged".to_owned());
    }
    if rests_on_likeness(graph, bounds) {
        doubts.push("it rests on two names that are merely alike".to_owned());
    }
    let rules = &graph.corpus.vocabulary.rules;
    let rules: BTreeSet<&str> = contradiction
        .chain
        .iter()
        .filter_map(|piece| match piece.ground {
            Ground::Rule(at) => Some(&rules[at]).filter(|rule| rule.usual),
            _ => None,
        })
        .map(|rule| &*rule.name)
        .collect();
    let usually = |rule| format!("the rule \u{201c}{rule}\u{201d} holds usually, not always");
    doubts.extend(rules.into_iter().map(usually));
    if contradiction.is_likely {
        let deciding = contradiction.chain.iter().filter(|piece| piece.decides);
        let deciding = deciding.filter_map(|piece| match piece.ground {
            Ground::Claims(at) => bounds.get(at)?.value.doubt(),
            _ => None,
        });
        let meant: BTreeSet<&Doubt> = deciding.collect();
        doubts.extend(meant.into_iter().map(|doubt| doubt.to_string()));
    }
    doubts
}

/// Whether two bounds are about one subject by likeness only. Costs a sort of the bounds.
fn rests_on_likeness(graph: &ClaimGraph<'_>, bounds: &[Bound]) -> bool {
    let mut claims: Vec<(EntityId, ClaimId)> = bounds
        .iter()
        .filter_map(|bound| {
            let subject = graph.alignment.question(bound.question).subject;
            Some((subject, *bound.claims.first()?))
        })
        .collect();
    claims.sort_unstable();
    let name = |id: ClaimId| graph.corpus.claim(id).subject;
    let alike = |a, b| graph.alignment.rests_on_likeness(graph.corpus, a, b);
    claims.chunk_by(|a, b| a.0 == b.0).any(|group| {
        // Every claim names its subject otherwise than one of two that differ in it.
        let first = group[0].1;
        let other = group.iter().find(|(_, id)| name(*id) != name(first));
        other.is_some_and(|(_, other)| {
            let mut ids = group.iter().map(|(_, id)| *id);
            ids.any(|id| alike(id, first) || alike(id, *other))
        })
    })
}

/// The articles of a bound, each once, for a sentence.
pub(super) fn articles(graph: &ClaimGraph<'_>, bound: &Bound) -> (String, bool) {
    let ids = Vec::from_iter(wording::articles(graph, &bound.claims));
    (wording::list(&ids), ids.len() > 1)
}
