//! One question as a finding: its words, its positions and who is silent.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::born::born_apart;
use super::id::finding_id;
use super::outcome::{Clash, Outcome};
use super::{notes, shared, wording};
use crate::align::QuestionId;
use crate::compare::{Standing, Unread};
use crate::finding::{Check, Finding, FindingId, Help, Level, Opposition, Position};
use crate::graph::{ClaimGraph, Sourcing};
use crate::model::{ArticleId, ClaimId};
use crate::value::{Value, date, meaning};

/// Up to so many articles are taken for one story, in which every article that does not answer a
/// question is silent on it. In an archive only those are that speak of the question's subject, and
/// none where these are more than a story has.
const ONE_STORY: usize = 64;

/// The finding of a question's outcome.
pub(super) fn finding(graph: &ClaimGraph<'_>, outcome: &Outcome) -> Finding {
    let mut finding = describe(graph, outcome.question);
    finding.check = outcome.check;
    finding.level = outcome.check.level();
    finding.also = outcome.also.iter().copied().collect();
    for clash in &outcome.clashes {
        finding.positions[clash.left].against.push(clash.right);
        finding.positions[clash.right].against.push(clash.left);
    }
    for &index in &outcome.agreement.positions {
        finding.positions[index].agrees = true;
    }
    let standing = graph.standing(outcome.question);
    finding.oppositions = outcome
        .clashes
        .iter()
        .map(|clash| opposition(graph, &finding.positions, standing, clash))
        .collect();
    finding.agreed = shared::agreed(graph, outcome, &finding.positions);
    finding.message = wording::message(graph, outcome, &finding);
    finding.reason = reason(outcome);
    finding.helps = helps(outcome);
    finding.notes = notes::notes(graph, outcome, &finding.positions);
    opposed_first(&mut finding);
    finding
}

/// Puts the positions that stand against others before those that do not; else they keep their order.
pub(super) fn opposed_first(finding: &mut Finding) {
    let pairs = finding.oppositions.iter();
    let opposed: BTreeSet<usize> = pairs.flat_map(|pair| [pair.left, pair.right]).collect();
    if opposed.is_empty() {
        return;
    }
    let mut order: Vec<usize> = (0..finding.positions.len()).collect();
    order.sort_by_key(|at| !opposed.contains(at));
    let mut place = vec![0; order.len()];
    for (now, before) in order.iter().enumerate() {
        place[*before] = now;
    }
    let mut positions: Vec<(usize, Position)> = place
        .iter()
        .copied()
        .zip(std::mem::take(&mut finding.positions))
        .collect();
    positions.sort_by_key(|(now, _)| *now);
    finding.positions = positions.into_iter().map(|(_, it)| it).collect();
    for position in &mut finding.positions {
        position.against.iter_mut().for_each(|at| *at = place[*at]);
    }
    for pair in &mut finding.oppositions {
        (pair.left, pair.right) = (place[pair.left], place[pair.right]);
    }
}

/// The id of a question's finding: all checks of one question are one family.
pub(super) fn id(graph: &ClaimGraph<'_>, id: QuestionId) -> FindingId {
    let question = graph.alignment.question(id);
    let subject = graph.alignment.form(question.subject);
    let property = graph.alignment.properties.form(question.property);
    finding_id("question", [subject, property])
}

/// A question without a verdict: what is claimed, by whom, and who is silent.
pub(super) fn describe(graph: &ClaimGraph<'_>, id: QuestionId) -> Finding {
    let (corpus, alignment) = (graph.corpus, graph.alignment);
    let question = alignment.question(id);
    let standing = graph.standing(id);
    let declared = alignment.properties.declared(question.property, corpus);
    let subject = alignment.name(question.subject);
    let sourcing = graph.sourcing(id);
    let read = standing.positions.iter().enumerate().map(|(at, stand)| {
        let mut read = position(graph, &sourcing, Some(&stand.value), &stand.claims);
        if let Some(days) = days_of_age(standing, at) {
            let meaning = read.meaning.unwrap_or_else(|| stand.value.describe());
            read.meaning = Some(format!("{meaning}; {days}"));
        }
        read
    });
    let unread = standing
        .unread
        .iter()
        .map(|(claim, _)| position(graph, &sourcing, None, &[*claim]));
    Finding {
        id: self::id(graph, id),
        check: Check::Undetermined,
        level: Level::Note,
        also: Vec::new(),
        importance: declared
            .map(|property| property.importance)
            .unwrap_or_default(),
        subject: Some(subject.to_owned()),
        property: Some(alignment.properties.name(question.property).to_owned()),
        about: None,
        question: declared
            .and_then(|property| property.question.as_ref())
            .map(ToString::to_string),
        message: String::new(),
        reason: None,
        helps: Vec::new(),
        rules: Vec::new(),
        silent: silent(graph, id),
        not_known: standing.not_known.clone(),
        undated: undated(graph, id, standing),
        ring: Vec::new(),
        ruling: None,
        positions: read.chain(unread).collect(),
        oppositions: Vec::new(),
        agreed: None,
        steps: Vec::new(),
        fold: None,
        notes: Vec::new(),
    }
}

/// The days on which the claims of a position give an age, where another gives the same one.
fn days_of_age(standing: &Standing, at: usize) -> Option<String> {
    let stand = standing.positions.get(at).filter(|_| standing.ages)?;
    let next_to = [at.checked_sub(1), at.checked_add(1)];
    let mut next_to = next_to
        .iter()
        .flatten()
        .filter_map(|at| standing.positions.get(*at));
    next_to
        .any(|other| other.value.says_the_same(&stand.value))
        .then_some(())?;
    let scopes = stand.claims.iter().filter_map(|id| standing.scopes.get(id));
    let days = scopes.filter_map(|scope| scope.time.clone());
    let days = days.reduce(|all, more| all.union(&more))?;
    Some(format!("on {}", date::describe(&days)))
}

pub(super) fn position(
    graph: &ClaimGraph<'_>,
    sourcing: &Sourcing<'_>,
    value: Option<&Arc<Value>>,
    claims: &[ClaimId],
) -> Position {
    let mut origins: Vec<_> = claims.iter().flat_map(|id| sourcing.origins(*id)).collect();
    origins.sort_unstable();
    origins.dedup();
    let wording = wording::commonest(graph.corpus, claims);
    Position {
        meaning: value.and_then(|value| meaning(value, &wording)),
        value: wording,
        reading: value.cloned(),
        against: Vec::new(),
        agrees: false,
        origins: origins
            .into_iter()
            .map(|origin| graph.origin_name(origin))
            .collect(),
        claims: claims.to_vec(),
        topic: None,
        contested: Vec::new(),
    }
}

fn opposition(
    graph: &ClaimGraph<'_>,
    positions: &[Position],
    standing: &Standing,
    clash: &Clash,
) -> Opposition {
    let (left, right) = (&positions[clash.left], &positions[clash.right]);
    let went_back = wording::went_back(graph, standing, clash.example)
        .or_else(|| born_apart(standing, graph.corpus, clash.example));
    Opposition {
        left: clash.left,
        right: clash.right,
        check: clash.check,
        tells: went_back.is_some(),
        why: went_back.unwrap_or_else(|| wording::why(left, right)),
    }
}

/// Why it is no more than a possible conflict, or what could not be compared.
fn reason(outcome: &Outcome) -> Option<String> {
    let mut doubts: BTreeSet<&str> = match outcome.check {
        Check::PossibleConflict => outcome
            .clashes
            .iter()
            .filter_map(|clash| clash.doubt.as_deref())
            .collect(),
        _ => outcome.undetermined.iter().map(|gap| &*gap.why).collect(),
    };
    if outcome.check == Check::Undetermined {
        doubts.extend(&outcome.apart);
    }
    (!doubts.is_empty()).then(|| Vec::from_iter(doubts).join("; "))
}

/// What would let more be compared.
fn helps(outcome: &Outcome) -> Vec<Help> {
    let helps = outcome
        .undetermined
        .iter()
        .filter_map(|gap| gap.help.as_ref());
    match outcome.check {
        Check::PossibleConflict => Vec::new(),
        _ => helps
            .cloned()
            .collect::<BTreeSet<Help>>()
            .into_iter()
            .collect(),
    }
}

/// The articles whose claims count from a day of publication that is not known, each once; none where
/// no other article answers, with which they could be compared.
fn undated(graph: &ClaimGraph<'_>, id: QuestionId, standing: &Standing) -> Vec<ArticleId> {
    let claims = graph.alignment.question(id).claims.iter();
    let mut answering = claims.map(|claim| graph.publication_of(*claim));
    let first = answering.next();
    if answering.all(|article| Some(article) == first) {
        return Vec::new();
    }
    let unread = standing.unread.iter();
    let undated = unread.filter(|(_, why)| *why == Unread::Unpublished);
    let articles: BTreeSet<ArticleId> = undated
        .map(|(claim, _)| graph.publication_of(*claim))
        .collect();
    articles.into_iter().collect()
}

/// The articles of the story that no annotator found to answer a question, one for all annotators.
fn silent(graph: &ClaimGraph<'_>, id: QuestionId) -> Vec<ArticleId> {
    let question = graph.alignment.question(id);
    let claims = question.claims.iter();
    let articles = claims.map(|claim| graph.publication_of(*claim));
    let mut answering: Vec<ArticleId> = articles.collect();
    answering.sort_unstable();
    answering.dedup();
    let is_silent = |article: &ArticleId| answering.binary_search(article).is_err();
    if graph.corpus.articles.len() <= ONE_STORY {
        let articles = graph.corpus.article_ids();
        let first = articles.filter(|article| graph.publication(*article) == *article);
        return first.filter(is_silent).collect();
    }
    match graph.articles_on(question.subject) {
        story if story.len() <= ONE_STORY => story.iter().copied().filter(is_silent).collect(),
        _ => Vec::new(),
    }
}
