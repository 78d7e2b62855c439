//! Findings in words: plain text, one sentence each, without a final stop.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::outcome::Outcome;
use crate::compare::Standing;
use crate::finding::{Finding, Position};
use crate::graph::ClaimGraph;
use crate::model::{ClaimId, Corpus, Stance};
use crate::text::normal::Form;
use crate::value::{Extent, Kind, Rational, Value, Written, order};

/// What was found, in one sentence.
pub(super) fn message(graph: &ClaimGraph<'_>, outcome: &Outcome, finding: &Finding) -> String {
    let against: Vec<&str> = finding
        .positions
        .iter()
        .filter(|position| !position.against.is_empty())
        .map(|position| position.value.as_str())
        .collect();
    let article = |id: ClaimId| graph.corpus.symbols.text(graph.corpus.article_of(id).id);
    let example = outcome
        .clashes
        .iter()
        .find(|clash| clash.checks.contains(&outcome.check))
        .map(|clash| clash.example);
    match (finding.check, example) {
        ("self-contradiction", Some((a, b))) => {
            format!(
                "{} says both {} and {}",
                article(a),
                spoken(graph.corpus, a),
                spoken(graph.corpus, b)
            )
        }
        ("changed-account", Some((a, b))) => {
            let (left, right) = (graph.article_of(a), graph.article_of(b));
            let earlier = super::changed_account::earlier(graph, left, right);
            let (first, then) = if earlier == Some(right) {
                (b, a)
            } else {
                (a, b)
            };
            let how = if graph.revises(graph.article_of(then), graph.article_of(first)) {
                "was corrected to"
            } else {
                "became"
            };
            format!(
                "{} in {} {how} {} in {}",
                spoken(graph.corpus, first),
                article(first),
                spoken(graph.corpus, then),
                article(then)
            )
        }
        ("copy-drift", Some((a, b))) => {
            let (copy, original) = if graph.draws_on(a, graph.article_of(b)) {
                (a, b)
            } else {
                (b, a)
            };
            format!(
                "{} has {} where {}, on which it draws, has {}",
                article(copy),
                spoken(graph.corpus, copy),
                article(original),
                spoken(graph.corpus, original)
            )
        }
        ("misreported", Some((a, b))) => {
            let pair = super::Pairing {
                left: a,
                right: b,
                verdict: &crate::compare::Verdict::Conflicts,
            };
            let speaker = super::misreported::common_speaker(graph, &pair);
            let speaker = match speaker {
                Some(crate::align::Speaker::Named(entity)) => graph.alignment.name(entity),
                _ => "one speaker",
            };
            format!(
                "{speaker} is reported to have said {} and {}",
                spoken(graph.corpus, a),
                spoken(graph.corpus, b)
            )
        }
        ("disputed", _) => format!("{}: those quoted contradict each other", list(&against)),
        ("possible-conflict", _) => format!("{} may contradict each other", list(&against)),
        ("value-conflict", _) => format!(
            "{} cannot {} be right",
            list(&against),
            if against.len() == 2 { "both" } else { "all" }
        ),
        ("corroborated" | "repeated", _) => agreement(graph, finding),
        ("compatible", _) => {
            let values: Vec<&str> = finding
                .positions
                .iter()
                .map(|position| position.value.as_str())
                .collect();
            format!(
                "{} can {} be right",
                list(&values),
                if values.len() == 2 { "both" } else { "all" }
            )
        }
        ("single-source", _) => {
            let first = finding
                .positions
                .first()
                .and_then(|position| position.claims.first());
            format!(
                "only {} answers this",
                first.map(|id| article(*id)).unwrap_or_default()
            )
        }
        _ => "some claims could not be compared".into(),
    }
}

/// "4 articles, 2 origins: AP, White House", of the claims that agree.
fn agreement(graph: &ClaimGraph<'_>, finding: &Finding) -> String {
    let agreeing = finding.positions.iter().filter(|position| position.agrees);
    let claims = agreeing.clone().flat_map(|position| &position.claims);
    let articles: BTreeSet<_> = claims.map(|id| graph.article_of(*id)).collect();
    let origins: BTreeSet<&str> = agreeing
        .flat_map(|position| &position.origins)
        .map(String::as_str)
        .collect();
    let plural = if origins.len() == 1 { "" } else { "s" };
    let names: Vec<&str> = origins.into_iter().collect();
    format!(
        "{} articles, {} origin{plural}: {}",
        articles.len(),
        names.len(),
        names.join(", ")
    )
}

/// Why two positions cannot both be right.
pub(super) fn why(kind: Kind, left: &Position, right: &Position) -> String {
    let named = |position: &Position| match &position.meaning {
        Some(meaning) => format!("{} ({meaning})", position.value),
        None => position.value.clone(),
    };
    let (left, right) = (named(left), named(right));
    match kind {
        Kind::Number => format!("{left} and {right} have no number in common"),
        Kind::Money | Kind::Quantity => format!("{left} and {right} have no amount in common"),
        Kind::Duration => format!("{left} and {right} have no length of time in common"),
        Kind::Date => format!("{left} and {right} have no day in common"),
        Kind::Members => format!("{left} and {right} cannot be one group"),
        _ => format!("{left} and {right} exclude each other"),
    }
}

/// What a reader should know beside: how a bare small count was read, and what stands beside an agreement.
pub(super) fn notes(standing: &Standing, outcome: &Outcome, positions: &[Position]) -> Vec<String> {
    let bare = standing
        .positions
        .iter()
        .zip(positions)
        .filter(|(stand, _)| standing.kind == Kind::Number && is_small(&stand.value));
    // Only the lower of two counts could be the start of more.
    let lower = bare.filter(|(_, position)| {
        let above = |other: &usize| {
            order(
                &standing.positions[*other].value,
                position.reading.as_ref()?,
            )
            .is_gt()
            .then_some(())
        };
        position.against.iter().any(|other| above(other).is_some())
    });
    let counts = lower.map(|(_, position)| {
        let value = &position.value;
        format!("{value} is read as exactly that; where an article only says that there was one or more, write `at least {value}`")
    });
    let beside: Vec<&str> = positions
        .iter()
        .filter(|position| !position.agrees)
        .map(|position| position.value.as_str())
        .collect();
    let beside = (outcome.clashes.is_empty() && !outcome.agreeing.is_empty() && !beside.is_empty())
        .then(|| format!("beside them stands {}", list(&beside)));
    counts.chain(beside).collect()
}

/// Whether a value is a bare count of up to ten, which may have been meant as "at least so many".
fn is_small(value: &Value) -> bool {
    match (&value.extent, value.hedge) {
        (Extent::Amount(set, _), None) => set
            .as_point()
            .is_some_and(|n| n.is_integer() && n > Rational::ZERO && n <= Rational::from_int(10)),
        _ => false,
    }
}

/// The wording that most of the claims use; ties go to the first.
pub(super) fn commonest(corpus: &Corpus, claims: &[ClaimId]) -> String {
    let mut counts: IndexMap<String, usize> = IndexMap::new();
    for id in claims {
        *counts.entry(spoken(corpus, *id)).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or_default();
    counts
        .into_iter()
        .find(|(_, count)| *count == most)
        .map(|(wording, _)| wording)
        .unwrap_or_default()
}

/// The value of a claim in the words of its file.
fn spoken(corpus: &Corpus, id: ClaimId) -> String {
    let claim = corpus.claim(id);
    let text = claim.written.to_string();
    match (&claim.written, claim.stance) {
        (_, Stance::Asserts) => text,
        (Written::Scalar(_), Stance::Denies) => format!("not {text}"),
        (_, Stance::Denies) => format!("not ({text})"),
    }
}

/// A claim that takes part in nothing, as a position of its own.
pub(super) fn lone_position(graph: &ClaimGraph<'_>, id: ClaimId) -> Position {
    Position {
        value: spoken(graph.corpus, id),
        meaning: None,
        reading: None,
        against: Vec::new(),
        agrees: false,
        origins: Vec::new(),
        claims: vec![id],
    }
}

/// What a value allows, where that says more than its wording.
pub(super) fn meaning(value: &Value, wording: &str) -> Option<String> {
    let described = value.describe();
    let meaning = described.strip_prefix("exactly ").unwrap_or(&described);
    let form = |text: &str| Form::Label.of(text);
    (form(meaning) != form(wording)).then(|| meaning.to_owned())
}

/// "a", "a and b", "a, b and c".
pub(super) fn list(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
