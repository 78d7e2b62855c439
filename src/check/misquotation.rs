//! One speaker's words are quoted differently.

use super::id::finding_id;
use super::misreported::common_speaker;
use super::question;
use crate::align::QuestionId;
use crate::compare::{Pair, Standing};
use crate::finding::{Check, Finding, Opposition};
use crate::graph::ClaimGraph;
use crate::model::ClaimId;
use crate::value::{Extent, Kind};

/// One finding for each question in which two articles quote one passage in different words.
pub(super) fn find(graph: &ClaimGraph<'_>) -> Vec<Finding> {
    graph
        .alignment
        .question_ids()
        .filter_map(|id| find_one(graph, id))
        .collect()
}

fn find_one(graph: &ClaimGraph<'_>, id: QuestionId) -> Option<Finding> {
    let standing = graph.standing(id);
    let mut oppositions = Vec::new();
    for (pair, differences) in differing(standing) {
        if !of_one_speaker(graph, standing, pair.left, pair.right) {
            continue;
        }
        let words: Vec<String> = differences
            .into_iter()
            .map(|(a, b)| match (a.as_str(), b.as_str()) {
                (more, "") | ("", more) => format!("\"{more}\" stands in one of them only"),
                (a, b) => format!("\"{a}\" against \"{b}\""),
            })
            .collect();
        let why = format!("the words differ: {}", words.join(", "));
        oppositions.push(Opposition {
            left: pair.left,
            right: pair.right,
            check: Check::Misquotation,
            why,
            tells: true,
        });
    }
    if oppositions.is_empty() {
        return None;
    }
    let message = "one passage is quoted in different words".to_owned();
    let about = question::about(graph, id, Check::Misquotation, message);
    let parts = [about.subject.as_deref(), about.property.as_deref()];
    let own_id = finding_id(Check::Misquotation.name(), parts.into_iter().flatten());
    let (positions, oppositions) =
        question::opposed_first(question::positions(graph, id), oppositions);
    Some(Finding {
        id: own_id,
        positions,
        oppositions,
        ..about
    })
}

/// The pairs of quotes that have one passage in different words, and the words that differ.
pub(super) fn differing(
    standing: &Standing,
) -> impl Iterator<Item = (&Pair, Vec<(String, String)>)> + '_ {
    let value = |at: usize| &standing.positions[at].value.extent;
    // Of other kinds there may be very many pairs.
    let are_quotes = standing.kind == Kind::Quotation;
    let pairs = are_quotes.then_some(&standing.pairs).into_iter().flatten();
    pairs
        .filter_map(move |pair| match (value(pair.left), value(pair.right)) {
            (Extent::Quotation(a), Extent::Quotation(b)) => Some((pair, a.differences(b))),
            _ => None,
        })
        .filter(|(_, differences)| !differences.is_empty())
}

/// Whether two articles give the words to one speaker, or one of them does not say whose they are.
fn of_one_speaker(graph: &ClaimGraph<'_>, standing: &Standing, left: usize, right: usize) -> bool {
    let claims = |at: usize| standing.positions[at].claims.iter().copied();
    let article = |claim| graph.publication_of(claim);
    let one_speaker = |a: ClaimId, b: ClaimId| {
        graph.in_own_voice(a) || graph.in_own_voice(b) || common_speaker(graph, a, b).is_some()
    };
    claims(left).any(|a| claims(right).any(|b| article(a) != article(b) && one_speaker(a, b)))
}
