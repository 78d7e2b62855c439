//! Echoes: joint contradictions that only repeat a contradiction of one question, by way of figures
//! that fit one side of it.
//!
//! Herald says that one request was refused, Post that three were and a fourth attempt succeeded. That
//! four attempts leave three refused contradicts Herald a second time and tells nothing new: Post says
//! three itself.

use std::collections::{BTreeMap, BTreeSet};

use super::argument::say;
use super::conclusion::left_of;
use super::outcome::{Clash, Outcome, judge};
use super::wording::{commonest, list};
use crate::align::QuestionId;
use crate::compare::Standing;
use crate::finding::Level;
use crate::graph::ClaimGraph;
use crate::joint::{Bound, Contradiction, Ground, Piece, circle, combination};
use crate::model::{ArticleId, ClaimId};
use crate::value::{Relation, Value, relate};

/// The questions of which contradictions may be echoes, each judged once.
pub(super) struct Questions<'g> {
    graph: &'g ClaimGraph<'g>,
    judged: BTreeMap<QuestionId, Option<Judged>>,
}

struct Judged {
    outcome: Outcome,
    /// The claims of each article, with their positions; `None` for what could not be read.
    answers: BTreeMap<ArticleId, Vec<(Option<usize>, ClaimId)>>,
}

impl<'g> Questions<'g> {
    pub(super) fn new(graph: &'g ClaimGraph<'g>) -> Self {
        let judged = BTreeMap::new();
        Self { graph, judged }
    }

    /// The questions of whose contradictions a joint one is an echo, with what it adds to each.
    ///
    /// It is one if it has a claim in common with it, and every article of its other claims answers the
    /// question itself, always as these claims lead to or more precisely, against that claim, in no
    /// other voice and no less surely.
    pub(super) fn echoed(
        &mut self,
        contradiction: &Contradiction,
        level: Level,
    ) -> Vec<(QuestionId, String)> {
        let bounds = contradiction.bounds.iter().enumerate();
        let found = bounds.filter_map(|(at, bound)| {
            let adds = self.adds(contradiction, at, level)?;
            Some((bound.question, adds))
        });
        found.collect()
    }

    fn adds(&mut self, contradiction: &Contradiction, at: usize, level: Level) -> Option<String> {
        let bound = contradiction.bounds.get(at)?;
        let others = contradiction.bounds.iter().enumerate();
        let others: Vec<&Bound> = others
            .filter(|(other, _)| *other != at)
            .map(|(_, other)| other)
            .collect();
        let is_same = |other: &&Bound| other.question == bound.question;
        if others.is_empty() || others.iter().any(is_same) {
            return None;
        }
        let graph = self.graph;
        let judged = self.judged(bound.question)?;
        let standing = graph.standing(bound.question);
        let claim = bound.claims.first()?;
        let mut positions = standing.positions.iter();
        let side = positions.position(|stand| stand.claims.contains(claim))?;
        let against = against(&judged.outcome, side, level);
        if against.is_empty() {
            return None;
        }
        let leads = leads_to(contradiction, at)?;
        let mut by_article: BTreeMap<ArticleId, Vec<ClaimId>> = BTreeMap::new();
        for &claim in others.iter().flat_map(|other| &other.claims) {
            let article = graph.publication_of(claim);
            by_article.entry(article).or_default().push(claim);
        }
        let mut fits = BTreeSet::new();
        for (article, claims) in &by_article {
            for &(position, answer) in judged.answers.get(article)? {
                let position = position.filter(|position| against.contains(position))?;
                let fit =
                    is_within(standing, position, &leads) && is_as_sure(graph, answer, claims);
                fits.extend(fit.then_some(position));
                fit.then_some(())?;
            }
        }
        let fits = fits.into_iter().filter_map(|at| standing.positions.get(at));
        let fits: Vec<String> = fits
            .map(|stand| commonest(graph.corpus, &stand.claims))
            .collect();
        let said = say(graph, &contradiction.bounds, others.iter().copied());
        let verb = if others.len() > 1 { "fit" } else { "fits" };
        Some(format!("{said}, which also {verb} {}", list(&fits)))
    }

    fn judged(&mut self, question: QuestionId) -> Option<&Judged> {
        let graph = self.graph;
        let judged = self.judged.entry(question).or_insert_with(|| {
            let outcome = judge(graph, question).filter(|it| !it.clashes.is_empty())?;
            let standing = graph.standing(question);
            let mut answers: BTreeMap<ArticleId, Vec<(Option<usize>, ClaimId)>> = BTreeMap::new();
            let positions = standing.positions.iter().enumerate();
            let placed = positions
                .flat_map(|(at, stand)| stand.claims.iter().map(move |claim| (Some(at), *claim)));
            let unread = standing.unread.iter().map(|(claim, _)| (None, *claim));
            for (position, claim) in placed.chain(unread) {
                let article = graph.publication_of(claim);
                answers.entry(article).or_default().push((position, claim));
            }
            Some(Judged { outcome, answers })
        });
        judged.as_ref()
    }
}

/// The positions that stand against one, at a level or above.
fn against(outcome: &Outcome, side: usize, level: Level) -> BTreeSet<usize> {
    let clashes = outcome.clashes.iter();
    let other = |clash: &Clash| match (clash.left == side, clash.right == side) {
        (true, _) => Some(clash.right),
        (_, true) => Some(clash.left),
        _ => None,
    };
    clashes
        .filter(|clash| clash.check.level() <= level)
        .filter_map(other)
        .collect()
}

/// What all claims but those of one bound come to, as an answer to its question.
fn leads_to(contradiction: &Contradiction, bound: usize) -> Option<Value> {
    let mut chain = contradiction.chain.iter();
    let is_own = |piece: &Piece| piece.ground == Ground::Claims(bound);
    let last = chain.position(is_own)?;
    // Claims that are two of the steps are more than one answer to it.
    if chain.any(is_own) {
        return None;
    }
    let path = circle(contradiction, last).or_else(|| combination(contradiction, last))?;
    left_of(contradiction, &path, contradiction.chain.get(last)?)
}

fn is_within(standing: &Standing, position: usize, leads: &Value) -> bool {
    standing.positions.get(position).is_some_and(|stand| {
        let relation = relate(&stand.value, leads);
        matches!(relation, Relation::Equal | Relation::Within)
    })
}

/// Whether an answer holds without limits, in the voice of some claims of its article or in its own, and
/// no less surely than they.
fn is_as_sure(graph: &ClaimGraph<'_>, answer: ClaimId, claims: &[ClaimId]) -> bool {
    let claim = graph.corpus.claim(answer);
    let hedged = |id: &ClaimId| graph.corpus.claim(*id).hedged;
    let same_voice = |id: &ClaimId| graph.speakers(*id) == graph.speakers(answer);
    claim.details.qualifiers.is_empty()
        && (!claim.hedged || claims.iter().all(hedged))
        && (graph.in_own_voice(answer) || claims.iter().all(same_voice))
}
