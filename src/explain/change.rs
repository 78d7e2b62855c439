//! What would change a verdict: the same questions asked again with one ground altered.

use super::pair;
use crate::check::{Clash, Outcome, Pairing, asked_of_pair, asked_of_question, spoken};
use crate::compare::{Grounds, Scoped, Side, Verdict, scopes_if};
use crate::graph::ClaimGraph;
use crate::model::{Changes, ClaimId};
use crate::value::sentence::listed;
use crate::value::{self, Context, Extent, Kind, Rational, Value, Written, relate};

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
    let mut ask = |condition: String, altered: &Grounds| {
        let verdict = altered.verdict();
        if verdict != now {
            let then = outcome_of(graph, outcome, sides, &verdict);
            let sentence = format!("{between}if {condition}, it would be {then}");
            if !changes.contains(&sentence) {
                changes.push(sentence);
            }
        }
    };
    let [a, b] = sides.map(|(claim, _)| graph.corpus.article_id(claim));
    if grounds.hedged {
        let unhedged = Grounds {
            hedged: false,
            ..grounds.clone()
        };
        ask("no side were hedged".into(), &unhedged);
    } else {
        let hedged = Grounds {
            hedged: true,
            ..grounds.clone()
        };
        let who = match a == b {
            true => format!("{a} hedged either claim"),
            false => format!("{a} or {b} hedged its claim"),
        };
        ask(who, &hedged);
    }
    if grounds.likeness.is_some() {
        let pinned = Grounds {
            likeness: None,
            ..grounds.clone()
        };
        ask("the vocabulary gave the name as an alias".into(), &pinned);
    }
    if grounds.scoped != Scoped::Together {
        let together = Grounds {
            scoped: Scoped::Together,
            ..grounds.clone()
        };
        ask("both spoke of one time and place".into(), &together);
    }
    let standing = graph.standing(outcome.question);
    if standing.changes == Changes::No {
        let question = graph.alignment.question(outcome.question);
        let scopes = scopes_if(graph.corpus, graph.schemes, question, Changes::Yes);
        let [left, right] = sides.map(|(claim, at)| Side::of(claim, &standing.positions[at]));
        let limits = (&scopes, Changes::Yes);
        let changing = Grounds::of(
            graph.corpus,
            graph.alignment,
            limits,
            (left, right),
            grounds.values,
        );
        let property = graph.alignment.properties.name(question.property);
        ask(
            format!("\"{property}\" were declared with `changes: yes`"),
            &changing,
        );
    }
    for (own, other) in [(0, 1), (1, 0)] {
        let (claim, at) = sides[own];
        let (_, against) = sides[other];
        let value = &standing.positions[at].value;
        if let Some((words, wider)) = at_least(standing.kind, value) {
            let values = relate(&wider, &standing.positions[against].value);
            let altered = Grounds {
                values,
                ..grounds.clone()
            };
            let who = graph.corpus.article_id(claim);
            ask(format!("{who} had `{words}`"), &altered);
        }
    }
}

/// Adds what would change an agreement.
pub(super) fn of_agreement(outcome: &Outcome, changes: &mut Vec<String>) {
    let mut altered = outcome.clone();
    altered.agreement.independent = !outcome.agreement.independent;
    let check = |outcome: &Outcome| {
        let mut asked = asked_of_question(outcome);
        asked.find(|(_, holds)| *holds).map(|(row, _)| row.id)
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
    [(left, _), (right, _)]: [(ClaimId, usize); 2],
    verdict: &Verdict,
) -> String {
    let why = match verdict {
        Verdict::Possible(why) => format!(" ({why})"),
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
            first.map_or(verdict.name(), |(row, _)| row.id)
        }
        Verdict::Agrees | Verdict::Refines => "no conflict: one would say what the other says",
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
    let wider = value::read(
        &Written::Scalar(words.clone().into()),
        kind,
        &Context::default(),
    );
    Some((words, wider.ok()?))
}
