//! What each claim says, and how its words were read.

use super::Reading;
use crate::align::QuestionId;
use crate::compare::Sort;
use crate::finding::{Finding, Join};
use crate::graph::ClaimGraph;
use crate::model::{ClaimId, Property, Stance};
use crate::value::Value;

/// The claims of a finding with their readings, in the order of its positions. Of as many claims as an
/// archive may have, the first.
#[must_use]
pub fn claims(graph: &ClaimGraph<'_>, finding: &Finding) -> Vec<Reading> {
    let positions = finding.positions.iter();
    let claims = positions.flat_map(|at| at.claims.iter().map(|claim| (*claim, &at.reading)));
    let claims = claims.chain(finding.not_known.iter().map(|claim| (*claim, &None)));
    claims
        .take(MOST)
        .filter_map(|(claim, value)| reading(graph, claim, value.as_deref()))
        .collect()
}

/// Up to so many claims are explained.
const MOST: usize = 100;

/// The question that a claim answers.
pub(super) fn question_of(graph: &ClaimGraph<'_>, id: ClaimId) -> Option<QuestionId> {
    let (claim, alignment) = (graph.corpus.claim(id), graph.alignment);
    alignment.find(
        alignment.entity(claim.article, claim.subject)?,
        alignment.properties.of(claim.property),
    )
}

/// A claim, and the value that its position gives it.
fn reading(graph: &ClaimGraph<'_>, id: ClaimId, value: Option<&Value>) -> Option<Reading> {
    let corpus = graph.corpus;
    let claim = corpus.claim(id);
    let question_id = question_of(graph, id)?;
    let question = graph.alignment.question(question_id);
    let standing = graph.standing(question_id);
    let declared = graph
        .alignment
        .properties
        .declared(question.property, corpus);
    let is_declared = declared.and_then(Property::declared_kind).is_some();
    let unread = standing.unread.iter().find(|(claim, _)| *claim == id);
    let says_nothing = standing.not_known.contains(&id);
    let aside = standing.set_aside.iter().any(|claims| claims.contains(&id));
    let text = |symbol| corpus.symbols.text(symbol);
    let mut remarks = Vec::new();
    let speakers: Vec<&str> = claim.attribution.iter().map(|who| text(*who)).collect();
    remarks.push(match speakers.is_empty() {
        true => "in its own voice".to_owned(),
        false => format!("according to {}", speakers.join(", ")),
    });
    let annotator = corpus.article(claim.article).annotator;
    remarks.extend(annotator.map(|who| format!("as {} read it", text(who))));
    if claim.stance == Stance::Denies {
        remarks.push("denies it".into());
    }
    if claim.hedged {
        remarks.push("hedged".into());
    }
    remarks.extend(claim.details.scope(&corpus.symbols));
    let label = text(claim.property);
    let property = graph.alignment.properties.name(question.property);
    if label != property {
        remarks.push(format!("labelled \"{label}\""));
    }
    let subject = text(claim.subject);
    if subject != graph.alignment.name(question.subject) {
        remarks.push(format!("subject written \"{subject}\""));
    }
    let file = corpus.article(claim.article).place.file;
    Some(Reading {
        claim: id,
        article: corpus.article_id(id).to_owned(),
        topic: format!("{} / {property}", graph.alignment.name(question.subject)),
        place: claim.spots.value.in_file(file),
        written: claim.original().into_owned(),
        kind: (
            standing.kind,
            match is_declared {
                true => "as its property is declared",
                false => "as most values of the question look",
            },
        ),
        parts: graph.readings.explain(
            corpus,
            question,
            Sort {
                kind: standing.kind,
                ages: standing.ages,
                otherwise: standing.otherwise,
            },
            id,
            graph.alignment.aliases(id),
        ),
        value: value.cloned(),
        unread: unread
            .map(|(_, why)| why.text(&[corpus.article_id(id)]))
            .or_else(|| says_nothing.then(|| "it says that the answer is not known".to_owned()))
            .or_else(|| aside.then(|| "its annotators read the article differently".to_owned())),
        quote: claim.quote().map(str::to_owned),
        quoted_at: corpus.quoted_at(id),
        note: claim.note().map(str::to_owned),
        remarks,
    })
}

/// The joins by likeness on which the claims of a finding rest.
pub(super) fn joins(graph: &ClaimGraph<'_>, finding: &Finding) -> Vec<Join> {
    let corpus = graph.corpus;
    let claims: Vec<ClaimId> = finding
        .positions
        .iter()
        .flat_map(|at| at.claims.iter().copied())
        .collect();
    let rests = |join: &&Join| {
        claims.iter().any(|id| {
            let claim = corpus.claim(*id);
            let article = corpus.article_id(*id);
            let mut names = claim.attribution.iter().chain([&claim.subject]);
            join.article.as_deref().is_none_or(|other| other == article)
                && names.any(|name| corpus.symbols.text(*name) == join.name)
        })
    };
    let joins = graph.alignment.joins.iter().filter(rests);
    joins.cloned().collect()
}
