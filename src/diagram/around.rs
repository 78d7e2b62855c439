//! What stands around something: which claims, articles and findings are drawn.

use std::collections::{BTreeMap, BTreeSet};

use super::Detail;
use super::index::Index;
use crate::align::QuestionId;
use crate::finding::{self, Finding, FindingId, Level, NotOne};
use crate::graph::{ClaimGraph, Node};
use crate::model::{ArticleId, ClaimId, ClaimIds};

/// What is drawn.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// What it is drawn around; empty for everything.
    pub(super) names: Vec<String>,
    /// The claims, and whether each is a shape of its own.
    pub(super) claims: BTreeMap<ClaimId, bool>,
    /// Articles that are drawn without a claim.
    pub(super) articles: BTreeSet<ArticleId>,
    /// Findings that span questions.
    pub(super) findings: BTreeSet<FindingId>,
    /// What it is drawn around.
    pub(super) focus: BTreeSet<Node>,
    /// How much is drawn of each question.
    pub(super) detail: Option<Detail>,
}

/// Why there is nothing to draw around a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoNeighbourhood {
    /// Nothing bears it; the name that is most like it.
    Unknown(String, Option<String>),
    /// It is the beginning of several findings' ids.
    Several(String, Vec<FindingId>),
}

impl View {
    /// The whole run: the questions with a finding of some level or above, what takes part in such
    /// findings that span questions, and all articles.
    #[must_use]
    pub fn all(graph: &ClaimGraph<'_>, findings: &[Finding], level: Level, detail: Detail) -> Self {
        let mut view = Self {
            articles: graph.corpus.article_ids().collect(),
            detail: Some(detail),
            ..Self::default()
        };
        let each = detail == Detail::Claims;
        if level == Level::Note {
            let claims = graph.corpus.claim_ids();
            view.claims = claims.map(|id| (id, each)).collect();
        }
        let index = Index::new(graph, findings);
        for finding in findings.iter().filter(|finding| finding.level <= level) {
            view.findings.insert(finding.id);
            let claims = finding.positions.iter().flat_map(|at| &at.claims);
            let questions: BTreeSet<QuestionId> =
                claims.filter_map(|claim| index.question(*claim)).collect();
            for question in questions {
                let claims = graph.alignment.question(question).claims.iter();
                view.claims.extend(claims.map(|claim| (*claim, each)));
            }
        }
        view
    }

    /// What stands around claims, questions, subjects, articles, sources, speakers or findings.
    ///
    /// A question is written `Subject / property`; either alone means all questions with it. A finding
    /// is meant by any beginning of its id that nothing else is called.
    ///
    /// # Errors
    ///
    /// A name that nothing bears, or the beginning of several ids.
    pub fn around(
        graph: &ClaimGraph<'_>,
        findings: &[Finding],
        names: &[String],
        detail: Detail,
    ) -> Result<Self, NoNeighbourhood> {
        let mut around = Around {
            graph,
            index: Index::new(graph, findings),
            ids: ClaimIds::new(graph.corpus),
            view: Self {
                names: names.to_vec(),
                detail: Some(detail),
                ..Self::default()
            },
        };
        for name in names {
            if !around.add_named(name) && !around.add_finding(findings, name)? {
                return Err(NoNeighbourhood::Unknown(name.clone(), around.nearest(name)));
            }
        }
        let mut view = around.view;
        if detail != Detail::Claims {
            view.claims.values_mut().for_each(|each| *each = false);
        }
        Ok(view)
    }
}

/// A view as it grows.
struct Around<'g, 'a> {
    graph: &'g ClaimGraph<'a>,
    index: Index<'g>,
    ids: ClaimIds<'g>,
    view: View,
}

impl Around<'_, '_> {
    /// Adds what bears a name; whether anything does.
    fn add_named(&mut self, name: &str) -> bool {
        let (graph, corpus) = (self.graph, self.graph.corpus);
        let claims = corpus.claim_ids().filter(|id| self.ids.get(*id) == name);
        let claims: Vec<ClaimId> = claims.collect();
        let symbol = corpus.symbols.find(name);
        let articles = corpus.article_ids();
        let articles: Vec<ArticleId> = articles
            .filter(|id| Some(corpus.article(*id).id) == symbol)
            .collect();
        let entities = graph.alignment.named(corpus, name);
        let questions = self.questions(name);
        let found = !(claims.is_empty()
            && articles.is_empty()
            && entities.is_empty()
            && questions.is_empty());
        for claim in claims {
            self.add_claim(claim);
        }
        for article in articles {
            self.add_article(article);
        }
        for entity in entities {
            self.view.focus.insert(Node::Entity(entity));
            let published: Vec<ArticleId> = graph.published_by(entity).collect();
            published.into_iter().for_each(|id| self.add_article(id));
            let spoken = corpus.claim_ids().filter(|id| {
                let speaker = crate::align::Speaker::Named(entity);
                !corpus.claim(*id).attribution.is_empty() && graph.speakers(*id).contains(&speaker)
            });
            let spoken: Vec<ClaimId> = spoken.collect();
            spoken.into_iter().for_each(|id| self.add_with_rivals(id));
        }
        for question in questions {
            self.view.focus.insert(Node::Question(question));
            self.add_question(question);
        }
        found
    }

    /// The questions that a name means: of a subject, of a property, or of both.
    fn questions(&self, name: &str) -> Vec<QuestionId> {
        let alignment = self.graph.alignment;
        let subjects = alignment.named(self.graph.corpus, name);
        let property = alignment.properties.find(name);
        // Names may contain the sign that parts them.
        let pairs = name.match_indices(" / ").map(|(at, sign)| {
            let (subject, property) = (&name[..at], &name[at + sign.len()..]);
            (
                alignment.named(self.graph.corpus, subject),
                alignment.properties.find(property),
            )
        });
        let pairs: Vec<_> = pairs.collect();
        let questions = alignment.question_ids();
        questions
            .filter(|id| {
                let question = alignment.question(*id);
                subjects.contains(&question.subject)
                    || Some(question.property) == property
                    || pairs.iter().any(|(subjects, property)| {
                        subjects.contains(&question.subject) && Some(question.property) == *property
                    })
            })
            .collect()
    }

    /// A claim: its whole question, whoever it draws on, and where it comes from in the end.
    fn add_claim(&mut self, claim: ClaimId) {
        self.view.focus.insert(Node::Claim(claim));
        if let Some(question) = self.index.question(claim) {
            self.add_question(question);
        }
    }

    fn add_question(&mut self, question: QuestionId) {
        let claims = self.graph.alignment.question(question).claims.iter();
        self.view.claims.extend(claims.map(|claim| (*claim, true)));
    }

    fn add_article(&mut self, article: ArticleId) {
        self.view.focus.insert(Node::Article(article));
        self.view.articles.insert(article);
        let claims = self.graph.edges(Node::Article(article));
        let claims = claims.filter_map(|(_, target)| match target {
            Node::Claim(claim) => Some(claim),
            _ => None,
        });
        let claims: Vec<ClaimId> = claims.collect();
        claims.into_iter().for_each(|id| self.add_with_rivals(id));
    }

    /// A claim by itself, and in a few words those that stand against it.
    fn add_with_rivals(&mut self, claim: ClaimId) {
        self.view.claims.insert(claim, true);
        let Some((question, at)) = self.index.position(claim).map(|id| self.graph.position(id))
        else {
            return;
        };
        let standing = self.graph.standing(question);
        for opposition in self.index.oppositions(question) {
            let other = match (opposition.left == at, opposition.right == at) {
                (true, false) => opposition.right,
                (false, true) => opposition.left,
                _ => continue,
            };
            for claim in &standing.positions[other].claims {
                self.view.claims.entry(*claim).or_insert(false);
            }
        }
    }

    /// Adds the finding that an id means; whether there is one.
    fn add_finding(&mut self, findings: &[Finding], id: &str) -> Result<bool, NoNeighbourhood> {
        let finding = match finding::find(findings, id) {
            Ok(finding) => finding,
            Err(NotOne::Unknown) => return Ok(false),
            Err(NotOne::Several(ids)) => {
                return Err(NoNeighbourhood::Several(id.to_owned(), ids));
            }
        };
        self.view.findings.insert(finding.id);
        self.view.articles.extend(&finding.ring);
        let claims = finding.positions.iter().flat_map(|at| &at.claims);
        self.view.claims.extend(claims.map(|claim| (*claim, true)));
        Ok(true)
    }

    /// The name in the files that is most like one that is not.
    fn nearest(&self, name: &str) -> Option<String> {
        let (corpus, alignment) = (self.graph.corpus, self.graph.alignment);
        let articles = corpus.articles.iter();
        let articles = articles.map(|article| corpus.symbols.text(article.id).to_owned());
        let entities = alignment.entities().iter().map(ToString::to_string);
        let questions = alignment.questions.iter().flat_map(|question| {
            let property = alignment.properties.name(question.property);
            let subject = alignment.name(question.subject);
            [property.to_owned(), format!("{subject} / {property}")]
        });
        let known = articles.chain(entities).chain(questions);
        crate::check::nearest(name, known)
    }
}
