//! On what an article is silent that others speak of.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::rank::Ranked;
use super::story::Story;
use crate::align::{EntityId, QuestionId};
use crate::graph::ClaimGraph;
use crate::model::{ArticleId, ClaimId};

/// So many questions on the subjects of one article are looked at.
const MOST_LOOKED_AT: usize = 10_000;
/// So many without a sentence that might answer them are listed.
const MOST_LISTED: usize = 50;
/// So many sentences are named for one question.
const MOST_SENTENCES: usize = 3;

/// A question that others answer and an article does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silent {
    /// The question.
    pub question: QuestionId,
    /// The articles that answer it.
    pub answered_by: Vec<ArticleId>,
    /// The sentences that may answer it, by their number in the text, the likeliest first.
    pub sentences: Vec<usize>,
}

/// The questions on which an article is silent: first those that sentences may answer, the likeliest first;
/// then those on the subjects of its claims, the most answered first. Out: these, and how many more there are.
pub(super) fn silent(
    graph: &ClaimGraph<'_>,
    story: &Story<'_>,
    (article, claims): (ArticleId, &[ClaimId]),
    ranked: &[Ranked],
) -> (Vec<Silent>, usize) {
    let mut proposed: BTreeMap<QuestionId, Vec<(u32, usize)>> = BTreeMap::new();
    for (at, sentence) in ranked
        .iter()
        .enumerate()
        .filter(|(_, it)| !it.is_furniture())
    {
        for proposal in &sentence.questions {
            proposed
                .entry(proposal.question)
                .or_default()
                .push((proposal.weight, at));
        }
    }
    let silent = |question: QuestionId, sentences: Vec<usize>| Silent {
        question,
        answered_by: story.answered_by(question).to_vec(),
        sentences,
    };
    let mut found: Vec<(u32, Silent)> = Vec::new();
    for (question, mut sentences) in proposed {
        sentences.sort_by_key(|(weight, at)| (Reverse(*weight), *at));
        let weight = sentences.first().map_or(0, |(weight, _)| *weight);
        let sentences = sentences.into_iter().take(MOST_SENTENCES).map(|(_, at)| at);
        found.push((weight, silent(question, sentences.collect())));
    }
    found.sort_by_key(|(weight, it)| (Reverse(*weight), it.question));
    let known: BTreeSet<QuestionId> = found.iter().map(|(_, it)| it.question).collect();
    let subjects: BTreeSet<EntityId> = claims
        .iter()
        .filter_map(|id| {
            let claim = graph.corpus.claim(*id);
            graph.alignment.entity(claim.article, claim.subject)
        })
        .collect();
    let others = subjects
        .into_iter()
        .flat_map(|subject| graph.alignment.questions_of(subject))
        .take(MOST_LOOKED_AT)
        .filter(|id| !known.contains(id) && !story.answered_by(*id).contains(&article));
    let mut others: Vec<Silent> = others.map(|id| silent(id, Vec::new())).collect();
    others.sort_by_key(|it| (Reverse(it.answered_by.len()), it.question));
    let more = others.len().saturating_sub(MOST_LISTED);
    others.truncate(MOST_LISTED);
    (
        found.into_iter().map(|(_, it)| it).chain(others).collect(),
        more,
    )
}
