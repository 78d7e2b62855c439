//! Where claims and findings belong: looked up once, for every question that a diagram asks.

use crate::align::QuestionId;
use crate::check::{Test, test};
use crate::finding::{Finding, Opposition};
use crate::graph::{ClaimGraph, PositionId};
use crate::model::ClaimId;

/// The questions and positions of claims, and the findings of questions.
pub(super) struct Index<'g> {
    questions: Vec<Option<QuestionId>>,
    positions: Vec<Option<PositionId>>,
    /// The finding of each question's family.
    families: Vec<Option<&'g Finding>>,
    /// Other findings about one question.
    beside: Vec<Vec<&'g Finding>>,
    /// Findings that span questions.
    pub(super) spanning: Vec<&'g Finding>,
}

impl<'g> Index<'g> {
    /// Linear in the claims and findings.
    pub(super) fn new(graph: &ClaimGraph<'_>, findings: &'g [Finding]) -> Self {
        let n_claims = graph.corpus.claims.len();
        let n_questions = graph.alignment.questions.len();
        let mut index = Self {
            questions: vec![None; n_claims],
            positions: vec![None; n_claims],
            families: vec![None; n_questions],
            beside: vec![Vec::new(); n_questions],
            spanning: Vec::new(),
        };
        for id in graph.alignment.question_ids() {
            for claim in &graph.alignment.question(id).claims {
                index.questions[claim.index()] = Some(id);
            }
            let standing = graph.standing(id);
            for (position, stand) in graph.positions_of(id).zip(&standing.positions) {
                for claim in &stand.claims {
                    index.positions[claim.index()] = Some(position);
                }
            }
        }
        for finding in findings {
            let claim = finding.positions.iter().find_map(|at| at.claims.first());
            let question = claim.and_then(|claim| index.question(*claim));
            match question {
                Some(question) if finding.subject.is_some() => {
                    let at = question.index();
                    match test(finding.check) {
                        Test::Graph(_) => index.beside[at].push(finding),
                        _ => index.families[at] = Some(finding),
                    }
                }
                _ => index.spanning.push(finding),
            }
        }
        index
    }

    /// The question that a claim answers.
    pub(super) fn question(&self, claim: ClaimId) -> Option<QuestionId> {
        self.questions[claim.index()]
    }

    /// The position that a claim takes; `None` where it is not compared.
    pub(super) fn position(&self, claim: ClaimId) -> Option<PositionId> {
        self.positions[claim.index()]
    }

    /// The finding of a question's family.
    pub(super) fn family(&self, question: QuestionId) -> Option<&'g Finding> {
        self.families[question.index()]
    }

    /// The other findings about a question.
    pub(super) fn beside(&self, question: QuestionId) -> &[&'g Finding] {
        &self.beside[question.index()]
    }

    /// Which positions of a question stand against each other, as any check found.
    pub(super) fn oppositions(&self, question: QuestionId) -> impl Iterator<Item = &'g Opposition> {
        let found = self.family(question).into_iter();
        found
            .chain(self.beside(question).iter().copied())
            .flat_map(|finding| &finding.oppositions)
    }
}
