//! Which value stands: the positions that a ruling means, and the claims that it rejects.

use crate::align::QuestionId;
use crate::finding::{Finding, Opposition, Position};
use crate::graph::ClaimGraph;
use crate::model::{ClaimId, Corpus, Stance};
use crate::text::normal::Form;
use crate::value::{self, Context, Relation, Value, relate};

/// The positions of a finding that say what a ruling lets stand, by index: those that word it so, else
/// those that mean the same.
#[must_use]
pub fn standing(corpus: &Corpus, finding: &Finding, text: &str) -> Vec<usize> {
    let plain = |like: &Value| read(text, like, Context::default());
    meant(corpus, finding, text, plain)
}

/// The claims that `stands` rejects: those of the positions that stand against every one that it means.
///
/// Of a joint contradiction, it rejects the other claim where there are two; among more, it says of none
/// alone that it is wrong.
pub(super) fn rejected(
    graph: &ClaimGraph<'_>,
    question: Option<QuestionId>,
    finding: &Finding,
    text: &str,
) -> Vec<ClaimId> {
    let stand = standing_in(graph, question, finding, text);
    let is_pair = finding.subject.is_none() && finding.positions.len() == 2;
    let opposes = |at: usize, other: usize| {
        let opposed =
            |o: &Opposition| (o.left, o.right) == (at, other) || (o.right, o.left) == (at, other);
        let position = finding.positions.get(at);
        is_pair
            || position.is_some_and(|position| position.against.contains(&other))
            || finding.oppositions.iter().any(opposed)
    };
    let is_rejected = |at: usize| {
        !stand.is_empty() && stand.iter().all(|&other| other != at && opposes(at, other))
    };
    let positions = finding.positions.iter().enumerate();
    positions
        .filter(|(at, _)| is_rejected(*at))
        .flat_map(|(_, position)| position.claims.iter().copied())
        .collect()
}

/// The positions that say what the articles now say: those that agree, else all.
pub(super) fn said(finding: &Finding) -> Vec<&Position> {
    let agrees = |position: &&Position| position.agrees;
    let agreed: Vec<&Position> = finding.positions.iter().filter(agrees).collect();
    match agreed.is_empty() {
        true => finding.positions.iter().collect(),
        false => agreed,
    }
}

/// Whether one of these positions words what stood so, or has something in common with it.
pub(super) fn is_said(
    graph: &ClaimGraph<'_>,
    question: Option<QuestionId>,
    finding: &Finding,
    text: &str,
) -> bool {
    let same = Form::Label.of(text);
    let said = said(finding);
    let mut said = said.iter();
    said.any(|position| {
        let fits = |like: &Value| {
            let value = question.and_then(|question| answer(graph, question, like, text));
            value.is_some_and(|value| shares(relate(&value, like)))
        };
        words(graph.corpus, position, &same) || position.reading.as_deref().is_some_and(fits)
    })
}

/// Whether two values can both be true, for all that is known.
fn shares(relation: Relation) -> bool {
    match relation {
        Relation::Equal | Relation::Within | Relation::Contains | Relation::Overlaps => true,
        Relation::Disjoint | Relation::Incomparable(_) => false,
    }
}

/// The same, with the names that the vocabulary declares for the question.
fn standing_in(
    graph: &ClaimGraph<'_>,
    question: Option<QuestionId>,
    finding: &Finding,
    text: &str,
) -> Vec<usize> {
    let Some(question) = question else {
        return standing(graph.corpus, finding, text);
    };
    meant(graph.corpus, finding, text, |like| {
        answer(graph, question, like, text)
    })
}

/// The words of a ruling, read as an answer to a question such as another answer.
fn answer(graph: &ClaimGraph<'_>, question: QuestionId, like: &Value, text: &str) -> Option<Value> {
    let question = graph.alignment.question(question);
    let scheme = graph.readings.of(question, like.kind);
    let cx = Context {
        scheme: Some(scheme),
        ..Context::default()
    };
    read(text, like, cx)
}

/// Whether a position is worded so.
fn words(corpus: &Corpus, position: &Position, same: &str) -> bool {
    let claims = position.claims.iter();
    let originals = claims.map(|id| wording(corpus, *id));
    let mut wordings = originals.chain([position.value.clone()]);
    wordings.any(|wording| Form::Label.of(&wording) == *same)
}

/// The value of a claim as written, with `not` before one that is denied.
pub(super) fn wording(corpus: &Corpus, id: ClaimId) -> String {
    let claim = corpus.claim(id);
    match claim.stance {
        Stance::Asserts => claim.original().into_owned(),
        Stance::Denies => format!("not {}", claim.original()),
    }
}

fn read(text: &str, like: &Value, cx: Context<'_>) -> Option<Value> {
    let cx = Context {
        unit: like.unit,
        ..cx
    };
    value::read_text(text, like.kind, &cx).ok()
}

fn meant(
    corpus: &Corpus,
    finding: &Finding,
    text: &str,
    read: impl Fn(&Value) -> Option<Value>,
) -> Vec<usize> {
    let same = Form::Label.of(text);
    let says = |position: &Position| words(corpus, position, &same);
    let means = |position: &Position| {
        let reading = position.reading.as_deref();
        reading.is_some_and(|reading| {
            read(reading).is_some_and(|value| relate(&value, reading) == Relation::Equal)
        })
    };
    let all = |test: &dyn Fn(&Position) -> bool| -> Vec<usize> {
        let positions = finding.positions.iter().enumerate();
        positions
            .filter(|(_, position)| test(position))
            .map(|(at, _)| at)
            .collect()
    };
    let worded = all(&says);
    match worded.is_empty() {
        true => all(&means),
        false => worded,
    }
}
