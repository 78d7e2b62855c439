//! Matters: joint contradictions that are told under another finding, for they are the same matter.
//!
//! An echo stands under the contradiction of one question that it repeats. Of sets of claims about the
//! same questions, each that has a claim in common with the one told in full stands under that. Nothing
//! is told under what is less important or not shown, and a set of one article stands by itself.

use std::collections::{BTreeMap, BTreeSet};

use super::argument::say;
use super::echo::Questions;
use super::question;
use super::wording::{commonest, list};
use crate::align::QuestionId;
use crate::finding::{Finding, FindingId, Fold, Level};
use crate::graph::ClaimGraph;
use crate::joint::{Bound, Contradiction};
use crate::model::{ArticleId, ClaimId};

/// How a finding stands, where it is to be told.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub(super) level: Level,
    /// Whether a ruling silences it.
    pub(super) silenced: bool,
    /// Whether there is a ruling on itself.
    pub(super) ruled: bool,
}

impl State {
    /// Whether one may be told under another.
    fn goes_under(self, other: Self) -> bool {
        other.level <= self.level && other.silenced == self.silenced && !self.ruled
    }
}

/// All joint contradictions of a run.
pub(super) struct Matters {
    sets: Vec<Set>,
}

/// One of them.
struct Set {
    id: FindingId,
    questions: BTreeSet<QuestionId>,
    bounds: Vec<Bound>,
    claims: BTreeSet<ClaimId>,
    articles: usize,
    /// The questions whose contradictions it echoes, the ids of their findings, and what it adds.
    echoes: Vec<(QuestionId, FindingId, String)>,
}

impl Matters {
    /// Looks at the joint contradictions of a graph, whose findings are given in their order.
    pub(super) fn new(graph: &ClaimGraph<'_>, findings: &[Finding]) -> Self {
        let mut questions = Questions::new(graph);
        // Only they span questions.
        let findings = findings.iter().filter(|finding| finding.about.is_some());
        let sets = graph.joint.contradictions.iter().zip(findings);
        let sets = sets
            .map(|(contradiction, finding)| Set::new(graph, &mut questions, contradiction, finding))
            .collect();
        Self { sets }
    }

    /// Which of them are told under another finding, where those stand as given that are to be told.
    pub(super) fn fold(
        &self,
        graph: &ClaimGraph<'_>,
        of_question: impl Fn(QuestionId) -> Option<State>,
        of_set: impl Fn(FindingId) -> Option<State>,
    ) -> BTreeMap<FindingId, Fold> {
        let mut folds = BTreeMap::new();
        let mut alike: BTreeMap<&BTreeSet<QuestionId>, Vec<(State, &Set)>> = BTreeMap::new();
        let told = self.sets.iter().filter(|set| set.articles > 1);
        for (state, set) in told.filter_map(|set| Some((of_set(set.id)?, set))) {
            let parents = set.echoes.iter().filter_map(|(question, under, adds)| {
                let parent = of_question(*question)?;
                let fold = || Fold {
                    under: *under,
                    is_echo: true,
                    adds: adds.clone(),
                };
                state.goes_under(parent).then(|| (parent.level, fold()))
            });
            match parents.min_by_key(|(level, _)| *level) {
                Some((_, fold)) => drop(folds.insert(set.id, fold)),
                None => alike.entry(&set.questions).or_default().push((state, set)),
            }
        }
        for mut sets in alike.into_values() {
            sets.sort_by_key(|(state, set)| (state.level, set.articles, set.bounds.len(), set.id));
            while !sets.is_empty() {
                let (state, full) = sets.remove(0);
                sets.retain(|(own, set)| {
                    let folds_here = own.goes_under(state) && !set.claims.is_disjoint(&full.claims);
                    if folds_here {
                        folds.insert(set.id, set.under(graph, full));
                    }
                    !folds_here
                });
            }
        }
        folds
    }
}

impl Set {
    fn new(
        graph: &ClaimGraph<'_>,
        questions: &mut Questions<'_>,
        contradiction: &Contradiction,
        finding: &Finding,
    ) -> Self {
        let bounds = || contradiction.bounds.iter();
        let claims: BTreeSet<ClaimId> = bounds()
            .flat_map(|bound| bound.claims.iter().copied())
            .collect();
        let articles: BTreeSet<ArticleId> =
            claims.iter().map(|id| graph.publication_of(*id)).collect();
        let echoed = match articles.len() {
            0 | 1 => Vec::new(),
            _ => questions.echoed(contradiction, finding.level),
        };
        let echoes = echoed.into_iter();
        let echoes = echoes.map(|(question, adds)| (question, question::id(graph, question), adds));
        Self {
            id: finding.id,
            questions: bounds().map(|bound| bound.question).collect(),
            claims,
            articles: articles.len(),
            echoes: echoes.collect(),
            bounds: contradiction.bounds.clone(),
        }
    }

    /// What it adds to another set about the same questions.
    fn under(&self, graph: &ClaimGraph<'_>, full: &Self) -> Fold {
        let lacks = |set: &Self, bound: &Bound| {
            let mut others = set.bounds.iter();
            others.all(|other| (other.question, &other.claims) != (bound.question, &bound.claims))
        };
        let own = self.bounds.iter().filter(|bound| lacks(full, bound));
        let own = say(graph, &self.bounds, own);
        let theirs = full.bounds.iter().filter(|bound| lacks(self, bound));
        let theirs: Vec<String> = theirs
            .map(|bound| commonest(graph.corpus, &bound.claims))
            .collect();
        Fold {
            under: full.id,
            is_echo: false,
            adds: match theirs.is_empty() {
                true => own,
                false => format!("{own}, in place of {}", list(&theirs)),
            },
        }
    }
}
