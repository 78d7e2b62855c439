//! What would change a verdict: the same questions asked again with one ground altered.

use super::pair;
use crate::check::{Clash, Outcome, Pairing, asked_of_pair, asked_of_question, spoken};
use crate::compare::{Grounds, Scoped, Side, Verdict, scopes_if};
use crate::graph::ClaimGraph;
use crate::model::{Changes, ClaimId};
use crate::value::sentence::listed;
use crate::value::{self, Context, Extent, Kind, Rational, Value, compare};

/// Adds what would change how two positions stand, as their example shows.
pub(super) fn of_clash(
    graph: &ClaimGraph<'_>,
    outcome: &Outcome,
    clash: &Clash,
    changes: &mut Vec<String>,
) {
    let Some((grounds, sides)) = pair::grounds(graph, outcome, clash) else {
        return;
    };
    let now = grounds.verdict();
    // Of several pairs, each has its own ways out.
    let between = match outcome.clashes.len() {
        1 => String::new(),
        _ => {
            let [left, right] = sides.map(|(claim, _)| spoken(graph.corpus, claim));
            format!("between {}: ", listed(&[&left, &right], "and"))
        }
    };
    let altered = [
        if_hedged(graph, &grounds, sides),
        if_pinned(&grounds),
        if_together(&grounds),
        if_changing(graph, outcome, &grounds, sides),
        if_at_least(graph, outcome, &grounds, sides),
        if_at_least(graph, outcome, &grounds, [sides[1], sides[0]]),
    ];
    for (condition, altered) in altered.into_iter().flatten() {
        let verdict = altered.verdict();
        if verdict == now {
            continue;
        }
        let then = outcome_of(graph, outcome, sides, &verdict);
        let sentence = format!("{between}if {condition}, it would be {then}");
        if !changes.contains(&sentence) {
            changes.push(sentence);
        }
    }
}

/// Two claims, each with the index of its position.
type Sides = [(ClaimId, usize); 2];

/// A condition that does not hold, and what a verdict would rest on if it did.
type Altered = Option<(String, Grounds)>;

/// If the other were so of hedges: none where there is one, one where there is none.
fn if_hedged(graph: &ClaimGraph<'_>, grounds: &Grounds, sides: Sides) -> Altered {
    let condition = match sides.map(|(claim, _)| graph.corpus.article_id(claim)) {
        _ if grounds.hedged => "no side were hedged".into(),
        [a, b] if a == b => format!("{a} hedged either claim"),
        [a, b] => format!("{a} or {b} hedged its claim"),
    };
    let altered = Grounds {
        hedged: !grounds.hedged,
        ..grounds.clone()
    };
    Some((condition, altered))
}

/// If the names of one subject were not merely alike.
fn if_pinned(grounds: &Grounds) -> Altered {
    grounds.likeness.as_ref()?;
    let altered = Grounds {
        likeness: None,
        ..grounds.clone()
    };
    let condition = "the vocabulary gave the name as an alias".into();
    Some((condition, altered))
}

/// If no scope set the claims apart.
fn if_together(grounds: &Grounds) -> Altered {
    let altered = Grounds {
        scoped: Scoped::Together,
        ..grounds.clone()
    };
    let condition = "both spoke of one time and place".into();
    (altered != *grounds).then_some((condition, altered))
}

/// If the property changed over time.
fn if_changing(
    graph: &ClaimGraph<'_>,
    outcome: &Outcome,
    grounds: &Grounds,
    sides: Sides,
) -> Altered {
    let standing = graph.standing(outcome.question);
    if standing.changes != Changes::No {
        return None;
    }
    let question = graph.alignment.question(outcome.question);
    let scopes = scopes_if(
        graph.corpus,
        graph.readings,
        question,
        (Changes::Yes, standing.ages),
    );
    let [left, right] = sides.map(|(claim, at)| Side::of(claim, &standing.positions[at]));
    let altered = Grounds::of(
        graph.corpus,
        graph.alignment,
        (&scopes, Changes::Yes),
        (left, right),
        &grounds.values,
    );
    let property = graph.alignment.properties.name(question.property);
    let condition = format!("\"{property}\" were declared with `changes: yes`");
    Some((condition, altered))
}

/// If the first side's bare number were the start of more.
fn if_at_least(
    graph: &ClaimGraph<'_>,
    outcome: &Outcome,
    grounds: &Grounds,
    [(claim, own), (_, other)]: Sides,
) -> Altered {
    let standing = graph.standing(outcome.question);
    let value = |at: usize| &standing.positions[at].value;
    let (words, wider) = at_least(standing.kind, value(own))?;
    let altered = Grounds {
        values: compare(&wider, value(other)),
        ..grounds.clone()
    };
    let article = graph.corpus.article_id(claim);
    Some((format!("{article} had `{words}`"), altered))
}

/// Adds what would change an agreement.
pub(super) fn of_agreement(outcome: &Outcome, changes: &mut Vec<String>) {
    let mut altered = outcome.clone();
    altered.agreement.independent = !outcome.agreement.independent;
    let check = |outcome: &Outcome| {
        let mut asked = asked_of_question(outcome);
        asked
            .find(|(_, holds)| *holds)
            .map(|(check, _)| check.name())
    };
    let (now, then) = (check(outcome), check(&altered));
    if let (Some(then), true) = (then, now != then) {
        let condition = match outcome.agreement.independent {
            true => "the articles that agree all drew on one origin",
            false => "two of the articles that agree had no origin in common",
        };
        changes.push(format!("if {condition}, it would be {then}"));
    }
}

/// The check that would apply under another verdict, or the verdict where none would.
fn outcome_of(
    graph: &ClaimGraph<'_>,
    outcome: &Outcome,
    [(left, _), (right, _)]: Sides,
    verdict: &Verdict,
) -> String {
    let why = match verdict {
        Verdict::Possible(why) | Verdict::Likely(why) => format!(" ({why})"),
        Verdict::Undetermined(obstacle) => format!(" ({})", obstacle.text()),
        _ => String::new(),
    };
    let name = match verdict {
        Verdict::Conflicts | Verdict::Possible(_) => {
            let pairing = Pairing {
                question: outcome.question,
                left,
                right,
                verdict,
            };
            let mut asked = asked_of_pair(graph, &pairing);
            let first = asked.find(|(_, holds)| *holds);
            first.map_or(verdict.name(), |(check, _)| check.name())
        }
        Verdict::Agrees | Verdict::Refines => "no conflict: one would say what the other says",
        Verdict::Likely(_) => "no conflict: one likely would say what the other says",
        Verdict::Compatible => "no conflict: both could be true",
        Verdict::Undetermined(_) => "not compared",
    };
    format!("{name}{why}")
}

/// A bare whole number, read as the start of more.
fn at_least(kind: Kind, value: &Value) -> Option<(String, Value)> {
    let Extent::Amount(set, _) = &value.extent else {
        return None;
    };
    let figure = set
        .as_point()
        .filter(|n| n.is_integer() && *n > Rational::ZERO)?;
    if kind != Kind::Number || value.hedge.is_some() {
        return None;
    }
    let words = format!("at least {}", figure.numerator());
    let wider = value::read_text(&words, kind, &Context::default());
    Some((words, wider.ok()?))
}
