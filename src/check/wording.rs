//! Findings in words: plain text, one sentence each, without a final stop.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use indexmap::IndexSet;

use super::agreement;
use super::outcome::Outcome;
use crate::compare::Standing;
use crate::finding::{Finding, Position};
use crate::graph::ClaimGraph;
use crate::model::{Changes, ClaimId, Corpus, Stance};
use crate::value::sentence::listed;
use crate::value::{Extent, Kind, Reason, Relation, Written, amount, sentence};

/// What was found, in one sentence.
pub(super) fn message(graph: &ClaimGraph<'_>, outcome: &Outcome, finding: &Finding) -> String {
    let against: Vec<&str> = finding
        .positions
        .iter()
        .filter(|position| !position.against.is_empty())
        .map(called)
        .collect();
    let article = |id: ClaimId| graph.corpus.article_id(id);
    let example = outcome
        .clashes
        .iter()
        .find(|clash| clash.checks.contains(&outcome.check))
        .map(|clash| clash.example);
    match (finding.check, example) {
        ("self-contradiction", Some((a, b))) => {
            format!(
                "{} says both {}",
                article(a),
                list(&[spoken(graph.corpus, a), spoken(graph.corpus, b)])
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
            let speaker = super::misreported::common_speaker(graph, a, b);
            let speaker = match speaker {
                Some(crate::align::Speaker::Named(entity)) => graph.alignment.name(entity),
                _ => "one speaker",
            };
            format!(
                "{speaker} is reported to have said {}",
                list(&[spoken(graph.corpus, a), spoken(graph.corpus, b)])
            )
        }
        ("disputed", Some((a, b))) => format!(
            "{} against {}",
            according(graph.corpus, a),
            according(graph.corpus, b)
        ),
        ("possible-conflict", _) => format!("{} may contradict each other", list(&against)),
        ("value-conflict", _) => format!(
            "{} cannot {} be right",
            list(&against),
            if against.len() == 2 { "both" } else { "all" }
        ),
        ("corroborated" | "repeated", _) => agreement(graph, finding),
        ("compatible", _) if is_misquoted(graph, outcome) => {
            "one passage is quoted in different words: see misquotation".into()
        }
        ("compatible", _) => {
            let values: Vec<&str> = finding.positions.iter().map(called).collect();
            format!(
                "{} can {} be right",
                list(&values),
                if values.len() == 2 { "both" } else { "all" }
            )
        }
        ("single-source", _) => {
            let claims = finding
                .positions
                .iter()
                .flat_map(|position| &position.claims);
            let first = claims.copied().next().map(article).unwrap_or_default();
            let values: Vec<&str> = finding.positions.iter().map(called).collect();
            format!("{}: only {first} says so", list(&values))
        }
        _ => "some claims could not be compared".into(),
    }
}

/// A position in a sentence that lists several: by the declared name, else in its commonest wording.
pub(super) fn called(position: &Position) -> &str {
    match (
        position.reading.as_deref().map(|value| &value.extent),
        &position.meaning,
    ) {
        (Some(Extent::Terms(set)), Some(name)) if set.is_declared() => name,
        _ => &position.value,
    }
}

/// "4 articles, 2 origins: AP, White House", of the claims that agree.
fn agreement(graph: &ClaimGraph<'_>, finding: &Finding) -> String {
    let agreeing = finding.positions.iter().filter(|position| position.agrees);
    let claims = agreeing.clone().flat_map(|position| &position.claims);
    let articles: BTreeSet<_> = claims.map(|id| graph.publication_of(*id)).collect();
    let origins: BTreeSet<&str> = agreeing
        .flat_map(|position| &position.origins)
        .map(AsRef::as_ref)
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

fn is_misquoted(graph: &ClaimGraph<'_>, outcome: &Outcome) -> bool {
    let standing = graph.standing(outcome.question);
    !agreement::misquoted(standing).is_empty()
}

/// Why two positions cannot both be right.
pub(super) fn why(left: &Position, right: &Position) -> String {
    match (&left.reading, &right.reading) {
        (Some(a), Some(b)) => sentence((&left.value, a), (&right.value, b), Relation::Disjoint),
        _ => format!("{} and {} exclude each other", left.value, right.value),
    }
}

/// Why names that differ could not be compared, and which of them to declare.
pub(super) fn undeclared(standing: &Standing) -> String {
    let names: Vec<&str> = standing
        .positions
        .iter()
        .filter_map(|stand| match &stand.value.extent {
            Extent::Terms(set) if !set.is_declared() => Some(set.name()),
            _ => None,
        })
        .collect();
    match names.as_slice() {
        [] => Reason::Undeclared.text().into(),
        names => {
            let mut why = format!(
                "they differ, and no vocabulary declares {}",
                listed(names, "or")
            );
            let mut amounts = names.iter().filter_map(|name| amount::beginning(name));
            if let Some(amount) = amounts.find(|_| standing.kind == Kind::Term) {
                let _ = write!(
                    why,
                    "; if they are amounts, write `{amount}` alone, and what is counted or meant into the property"
                );
            }
            why
        }
    }
}

/// Why something that only grows or shrinks cannot be as two articles of different days say.
pub(super) fn went_back(
    graph: &ClaimGraph<'_>,
    standing: &Standing,
    (a, b): (ClaimId, ClaimId),
) -> Option<String> {
    let direction = match standing.changes {
        Changes::Grows => "grows",
        Changes::Shrinks => "shrinks",
        Changes::No | Changes::Yes => return None,
    };
    let time = |claim| standing.scopes.get(&claim)?.time.as_ref();
    let (first, then) = match (time(a)?, time(b)?) {
        (earlier, later) if earlier.ends_before(later) => (a, b),
        (later, earlier) if earlier.ends_before(later) => (b, a),
        _ => return None,
    };
    let said = |id| {
        let article = graph.corpus.article_id(id);
        format!("{} in {article}", spoken(graph.corpus, id))
    };
    Some(format!(
        "it only {direction}, and {} is later than {}",
        said(then),
        said(first)
    ))
}

/// The wording that most of the claims use; ties go to the first.
pub(super) fn commonest(corpus: &Corpus, claims: &[ClaimId]) -> String {
    let mut counts: Vec<(ClaimId, usize)> = Vec::with_capacity(1);
    for id in claims {
        let claim = corpus.claim(*id);
        let is_same = |(known, _): &&mut (ClaimId, usize)| {
            let known = corpus.claim(*known);
            known.written == claim.written && known.stance == claim.stance
        };
        match counts.iter_mut().find(is_same) {
            Some((_, count)) => *count += 1,
            None => counts.push((*id, 1)),
        }
    }
    let mut commonest = counts.into_iter();
    let first = commonest.next();
    // `max_by_key` would prefer the last of equals.
    let commonest = commonest.fold(first, |best, next| {
        best.filter(|best| best.1 >= next.1).or(Some(next))
    });
    commonest.map_or_else(String::new, |(id, _)| spoken(corpus, id))
}

/// The value of a claim, and whom its article names for it.
fn according(corpus: &Corpus, id: ClaimId) -> String {
    let speakers = corpus.claim(id).attribution.iter();
    let speakers: Vec<&str> = speakers.map(|name| corpus.symbols.text(*name)).collect();
    format!("{} according to {}", spoken(corpus, id), list(&speakers))
}

/// The value of a claim in the words of its file: "not X" where it denies X.
#[must_use]
pub fn spoken(corpus: &Corpus, id: ClaimId) -> String {
    let claim = corpus.claim(id);
    let text = claim.written.to_string();
    match (&claim.written, claim.stance) {
        (_, Stance::Asserts) => text,
        (Written::Scalar(_), Stance::Denies) => denied(&text),
        (_, Stance::Denies) => format!("not ({text})"),
    }
}

/// A value that does not hold, as a person would say it.
fn denied(text: &str) -> String {
    match text.to_ascii_lowercase().as_str() {
        "yes" => "no".into(),
        "no" => "yes".into(),
        "true" => "false".into(),
        "false" => "true".into(),
        _ => format!("not {text}"),
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

/// "a", "a and b", "a, b and c".
pub(super) fn list<T: AsRef<str>>(items: &[T]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    listed(&items, "and")
}

/// The ids of the articles that make some claims, each once, in the order of the claims.
pub(super) fn articles<'g>(graph: &'g ClaimGraph<'_>, claims: &[ClaimId]) -> IndexSet<&'g str> {
    let ids = claims.iter().map(|id| graph.corpus.article_id(*id));
    ids.collect()
}
