//! One question as a finding: its words, its positions and who is silent.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::born::born_apart;
use super::id::finding_id;
use super::outcome::{Clash, Outcome};
use super::{notes, shared, wording};
use crate::align::QuestionId;
use crate::compare::{Standing, Unread};
use crate::finding::{Agreed, Check, Finding, FindingId, Help, Opposition, Position};
use crate::graph::{ClaimGraph, Sourcing};
use crate::model::{ArticleId, ClaimId, Importance, Property};
use crate::value::{Value, date, meaning};

/// Up to so many articles are taken for one story, in which every article that does not answer a
/// question is silent on it. In an archive only those are that speak of the question's subject, and
/// none where these are more than a story has.
const ONE_STORY: usize = 64;

/// What claims say on a question: what sentences on it are made of.
pub struct Answers<'f> {
    /// What is claimed, by whom, in the order in which it was compared.
    pub positions: &'f [Position],
    /// What articles agree on.
    pub agreed: Option<&'f Agreed>,
    /// The claims that say that the answer is not known.
    pub not_known: &'f [ClaimId],
}

/// The finding of a question's outcome.
pub(super) fn finding(graph: &ClaimGraph<'_>, outcome: &Outcome) -> Finding {
    let standing = graph.standing(outcome.question);
    let mut positions = positions(graph, outcome.question);
    for clash in &outcome.clashes {
        positions[clash.left].against.push(clash.right);
        positions[clash.right].against.push(clash.left);
    }
    for &index in &outcome.agreement.positions {
        positions[index].agrees = true;
    }
    let clashes = outcome.clashes.iter();
    let oppositions = clashes.map(|clash| opposition(graph, &positions, standing, clash));
    let oppositions = oppositions.collect();
    let agreed = shared::agreed(graph, outcome, &positions);
    let answers = Answers {
        positions: &positions,
        agreed: agreed.as_deref(),
        not_known: &standing.not_known,
    };
    let message = wording::message(graph, outcome, &answers);
    let notes = notes::notes(graph, outcome, &positions);
    let (positions, oppositions) = opposed_first(positions, oppositions);
    Finding {
        also: outcome.also.iter().copied().collect(),
        reason: reason(outcome),
        helps: helps(outcome),
        positions,
        oppositions,
        agreed,
        notes,
        ..about(graph, outcome.question, outcome.check, message)
    }
}

/// The positions that stand against others before those that do not; else they keep their order.
pub(super) fn opposed_first(
    positions: Vec<Position>,
    mut oppositions: Vec<Opposition>,
) -> (Vec<Position>, Vec<Opposition>) {
    let pairs = oppositions.iter();
    let opposed: BTreeSet<usize> = pairs.flat_map(|pair| [pair.left, pair.right]).collect();
    if opposed.is_empty() {
        return (positions, oppositions);
    }
    let mut order: Vec<usize> = (0..positions.len()).collect();
    order.sort_by_key(|at| !opposed.contains(at));
    let mut place = vec![0; order.len()];
    for (now, before) in order.iter().enumerate() {
        place[*before] = now;
    }
    let mut placed: Vec<(usize, Position)> = place.iter().copied().zip(positions).collect();
    placed.sort_by_key(|(now, _)| *now);
    let mut positions: Vec<Position> = placed.into_iter().map(|(_, it)| it).collect();
    for position in &mut positions {
        position.against.iter_mut().for_each(|at| *at = place[*at]);
    }
    for pair in &mut oppositions {
        (pair.left, pair.right) = (place[pair.left], place[pair.right]);
    }
    (positions, oppositions)
}

/// The id of a question's finding: all checks of one question are one family.
pub(super) fn id(graph: &ClaimGraph<'_>, id: QuestionId) -> FindingId {
    let question = graph.alignment.question(id);
    let subject = graph.alignment.form(question.subject);
    let property = graph.alignment.properties.form(question.property);
    finding_id("question", [subject, property])
}

/// The names of a question's subject and property.
pub(super) fn names<'g>(graph: &'g ClaimGraph<'_>, id: QuestionId) -> [&'g str; 2] {
    let question = graph.alignment.question(id);
    [
        graph.alignment.name(question.subject),
        graph.alignment.properties.name(question.property),
    ]
}

/// How a newsroom ranks an error in the answers to a question.
pub(super) fn importance(graph: &ClaimGraph<'_>, id: QuestionId) -> Importance {
    declared(graph, id)
        .map(|property| property.importance)
        .unwrap_or_default()
}

/// What a vocabulary declares of a question's property.
fn declared<'g>(graph: &'g ClaimGraph<'_>, id: QuestionId) -> Option<&'g Property> {
    let property = graph.alignment.question(id).property;
    graph.alignment.properties.declared(property, graph.corpus)
}

/// How many positions a question's finding has.
pub(super) fn count(graph: &ClaimGraph<'_>, id: QuestionId) -> usize {
    let standing = graph.standing(id);
    standing.positions.len() + standing.unread.len()
}

/// What is claimed on a question, by whom.
pub(super) fn positions(graph: &ClaimGraph<'_>, id: QuestionId) -> Vec<Position> {
    let standing = graph.standing(id);
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
    read.chain(unread).collect()
}

/// What was found on a question, with what is known of the question, and without what is claimed.
pub(super) fn about(
    graph: &ClaimGraph<'_>,
    id: QuestionId,
    check: Check,
    message: String,
) -> Finding {
    let standing = graph.standing(id);
    let [subject, property] = names(graph, id).map(str::to_owned);
    Finding {
        importance: importance(graph, id),
        subject: Some(subject),
        property: Some(property),
        question: declared(graph, id)
            .and_then(|property| property.question.as_ref())
            .map(ToString::to_string),
        silent: silent(graph, id),
        not_known: standing.not_known.clone(),
        undated: undated(graph, id, standing),
        ..Finding::new(self::id(graph, id), check, message)
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
        .or_else(|| born_apart(standing, graph.corpus, clash));
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
    if outcome.check == Check::PossibleConflict {
        return Vec::new();
    }
    let gaps = outcome.undetermined.iter();
    let helps: BTreeSet<&Help> = gaps.filter_map(|gap| gap.help.as_ref()).collect();
    helps.into_iter().cloned().collect()
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
