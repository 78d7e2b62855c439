//! Questions put to the graph: who says it, in whose voice, drawing on whom.
//!
//! All answers come in the order of the records. Each costs the degree of the nodes it looks at.

use std::ops::Range;

use indexmap::{IndexMap, IndexSet};
use petgraph::Direction::Outgoing;
use petgraph::visit::EdgeRef;
use smallvec::SmallVec;

use super::{ClaimGraph, Edge, NO_POSITION, Node, PositionId};
use crate::align::{EntityId, QuestionId, Speaker};
use crate::compare::{Grounds, Side, Standing, Verdict};
use crate::model::{ArticleId, ClaimId};
use crate::text::forest::Line;
use crate::value::Comparison;

impl<'a> ClaimGraph<'a> {
    /// How the claims of a question stand.
    #[must_use]
    pub fn standing(&self, question: QuestionId) -> &'a Standing {
        &self.standings[question.index()]
    }

    /// The verdict on two claims of a question whose values stand in a relation. Symmetric.
    #[must_use]
    pub fn verdict(
        &self,
        standing: &Standing,
        values: &Comparison,
        sides: (Side<'_>, Side<'_>),
    ) -> Verdict {
        let limits = (&standing.scopes, standing.changes);
        Grounds::of(self.corpus, self.alignment, limits, sides, values).verdict()
    }

    /// The article that makes a claim.
    #[must_use]
    pub fn article_of(&self, claim: ClaimId) -> ArticleId {
        self.corpus.claim(claim).article
    }

    /// The article that makes a claim, one for all who read it.
    #[must_use]
    pub fn publication_of(&self, claim: ClaimId) -> ArticleId {
        self.publication(self.article_of(claim))
    }

    /// What counts as one article where several annotators read it: the first of their readings.
    #[must_use]
    pub fn publication(&self, article: ArticleId) -> ArticleId {
        self.publications[article.index()]
    }

    /// The article from which the whole text of an article is taken in the end, or the source where
    /// that article is not known; itself where it is no copy.
    #[must_use]
    pub fn text_of(&self, article: ArticleId) -> Node {
        let article = self.publication(article);
        if self.corpus.article(article).copy_of.is_none() {
            return Node::Article(article);
        }
        let texts = self.texts.get_or_init(|| self.texts());
        let own = Node::Article(article);
        texts.get(&own).copied().unwrap_or(own)
    }

    /// Where the texts of all copies are taken from, and of what stands between. Passes each once.
    fn texts(&self) -> IndexMap<Node, Node> {
        let mut texts = IndexMap::new();
        let articles = self.corpus.article_ids();
        let copies = articles.filter(|id| self.corpus.article(*id).copy_of.is_some());
        for start in copies.map(|copy| Node::Article(self.publication(copy))) {
            let (mut way, mut at) = (IndexSet::new(), start);
            let end = loop {
                if let Some(known) = texts.get(&at) {
                    break *known;
                }
                let (place, is_new) = way.insert_full(at);
                if !is_new {
                    // Copies of each other: any of them will do, if it is always the same.
                    let ring = way.iter().skip(place).copied();
                    break ring.min().unwrap_or(at);
                }
                match self.targets(at, Edge::CopyOf).next() {
                    Some(node) => at = self.only_article(node).map_or(node, Node::Article),
                    None => break at,
                }
            };
            texts.extend(way.into_iter().map(|node| (node, end)));
        }
        texts
    }

    /// The article that is cited; for a source, where it published only one.
    #[must_use]
    pub fn only_article(&self, cited: Node) -> Option<ArticleId> {
        match cited {
            Node::Article(article) => Some(self.publication(article)),
            Node::Entity(source) => {
                let mut published = self.published_by(source).map(|id| self.publication(id));
                let first = published.next()?;
                published.all(|other| other == first).then_some(first)
            }
            _ => None,
        }
    }

    /// The articles that a source published.
    pub fn published_by(&self, source: EntityId) -> impl Iterator<Item = ArticleId> + '_ {
        self.graph
            .edges_directed(self.entities[source.index()], Outgoing)
            .filter_map(|edge| match (edge.weight(), self.graph[edge.target()]) {
                (Edge::Publishes, Node::Article(article)) => Some(article),
                _ => None,
            })
    }

    /// The source that published an article, where it is known.
    #[must_use]
    pub fn source_of(&self, article: ArticleId) -> Option<EntityId> {
        self.sources[article.index()]
    }

    /// Whether an article makes a claim in its own voice.
    #[must_use]
    pub fn in_own_voice(&self, claim: ClaimId) -> bool {
        self.corpus.claim(claim).attribution.is_empty()
    }

    /// The speakers whom the article names for a claim. Nearly always there is one at most.
    #[must_use]
    pub fn speakers(&self, claim: ClaimId) -> SmallVec<[Speaker; 1]> {
        let mut speakers: SmallVec<[Speaker; 1]> = self.named_speakers(claim).into();
        speakers.sort_unstable();
        speakers
    }

    /// The same in the order of the file.
    fn named_speakers(&self, claim: ClaimId) -> &[Speaker] {
        let end = |at: usize| self.speakers_end.get(at).map_or(0, |end| *end as usize);
        let start = claim.index().checked_sub(1).map_or(0, end);
        let speakers = self.speakers.get(start..end(claim.index()));
        speakers.unwrap_or_default()
    }

    /// Whether a claim is taken from an article: the claim cites the article or its source, or its
    /// own article is a copy of it.
    #[must_use]
    pub fn draws_on(&self, claim: ClaimId, article: ArticleId) -> bool {
        let source = self.source_of(article);
        let is_target = |node: Node| {
            node == Node::Article(article)
                || source.is_some_and(|source| node == Node::Entity(source))
        };
        self.article_of(claim) != article && self.drawn_on(claim).any(is_target)
    }

    /// The articles and sources that a claim cites, and those of which its own article is a copy.
    pub fn drawn_on(&self, claim: ClaimId) -> impl Iterator<Item = Node> + '_ {
        let article = Node::Article(self.article_of(claim));
        let cited = self.targets(Node::Claim(claim), Edge::Cites);
        cited.chain(self.targets(article, Edge::CopyOf))
    }

    /// The position that a claim takes in answering its question, by index; `None` where it was not read.
    #[must_use]
    pub fn position_of(&self, claim: ClaimId) -> Option<usize> {
        Some(self.position(self.place(claim)?).1)
    }

    /// The same by its number.
    fn place(&self, claim: ClaimId) -> Option<PositionId> {
        let place = self.places.get(claim.index())?;
        (*place != NO_POSITION).then_some(PositionId(*place))
    }

    /// Whether one article is a later version of another, directly or through others.
    #[must_use]
    pub fn revises(&self, later: ArticleId, earlier: ArticleId) -> bool {
        let id = |article| self.corpus.article(article).id;
        self.versions.revises(id(later), id(earlier))
    }

    /// Where an article stands among its versions; `None` where it has no others.
    #[must_use]
    pub fn line(&self, article: ArticleId) -> Option<Line> {
        self.versions.line(self.corpus.article(article).id)
    }

    /// The entity that an entity belongs to in the end: itself where it is part of nothing.
    #[must_use]
    pub fn whole(&self, entity: EntityId) -> EntityId {
        self.wholes[entity.index()]
    }

    /// The articles that make a claim about an entity, in order, one for all annotators.
    #[must_use]
    pub fn articles_on(&self, subject: EntityId) -> &[ArticleId] {
        self.speaking[subject.index()].get_or_init(|| {
            let questions = self.alignment.questions_of(subject);
            let mut articles: Vec<ArticleId> = questions
                .flat_map(|id| &self.alignment.question(id).claims)
                .map(|claim| self.publication_of(*claim))
                .collect();
            articles.sort_unstable();
            articles.dedup();
            articles.into()
        })
    }

    /// The claims by which an article answers a question.
    #[must_use]
    pub fn answers_of(&self, article: ArticleId, question: QuestionId) -> &[ClaimId] {
        let claims = &self.alignment.question(question).claims;
        let start = claims.partition_point(|id| self.article_of(*id) < article);
        let end = claims.partition_point(|id| self.article_of(*id) <= article);
        claims.get(start..end).unwrap_or_default()
    }

    /// The positions of a question, in the order of its standing.
    pub fn positions_of(&self, question: QuestionId) -> impl Iterator<Item = PositionId> + use<> {
        let start = self.starts[question.index()];
        let count = self.standing(question).positions.len();
        (start..).take(count).map(PositionId)
    }

    /// The question that a position answers, and which of its positions it is.
    #[must_use]
    pub fn position(&self, position: PositionId) -> (QuestionId, usize) {
        // The last that does not start behind it: a question without positions starts with the next.
        let after = self.starts.partition_point(|start| *start <= position.0);
        let question = after.saturating_sub(1);
        let start = self.starts.get(question).copied().unwrap_or_default();
        let at = position.0.saturating_sub(start) as usize;
        (QuestionId::from_index(question), at)
    }

    /// What a node points at, and how: what the files say in their order, then what was found.
    pub fn edges(&self, from: Node) -> impl Iterator<Item = (Edge, Node)> + '_ {
        let (index, makes) = match from {
            Node::Article(id) => (self.articles.get(id.index()), self.claims_of(id)),
            Node::Question(id) => (self.questions.get(id.index()), 0..0),
            Node::Entity(id) => (self.entities.get(id.index()), 0..0),
            Node::Position(id) => (self.positions.get(id.index()), 0..0),
            Node::Claim(_) | Node::Unnamed(_) => (None, 0..0),
        };
        let mut edges: Vec<(Edge, Node)> = index
            .into_iter()
            .flat_map(|index| self.graph.edges_directed(*index, Outgoing))
            .map(|edge| (*edge.weight(), self.graph[edge.target()]))
            .collect();
        // The adjacency lists of petgraph start with the edge that was added last.
        edges.reverse();
        let claims = makes.map(|at| (Edge::Makes, Node::Claim(ClaimId::from_index(at))));
        let of_claim = match from {
            Node::Claim(id) => self.edges_of_claim(id),
            _ => Vec::new(),
        };
        edges.into_iter().chain(claims).chain(of_claim)
    }

    /// Where the claims of an article stand among all.
    fn claims_of(&self, article: ArticleId) -> Range<usize> {
        let claims = &self.corpus.claims;
        let start = claims.partition_point(|claim| claim.article < article);
        let end = claims.partition_point(|claim| claim.article <= article);
        start..end
    }

    fn edges_of_claim(&self, claim: ClaimId) -> Vec<(Edge, Node)> {
        let speakers = self.named_speakers(claim).iter();
        let speakers = speakers.map(|speaker| {
            let node = match speaker {
                Speaker::Named(entity) => Node::Entity(*entity),
                Speaker::Unnamed(..) => Node::Unnamed(*speaker),
            };
            (Edge::AttributedTo, node)
        });
        let cited = self.targets(Node::Claim(claim), Edge::Cites);
        let cited = cited.map(|target| (Edge::Cites, target));
        let place = match self.place(claim) {
            Some(position) => Some((Edge::Takes, Node::Position(position))),
            None => self
                .answered(claim)
                .map(|id| (Edge::Answers, Node::Question(id))),
        };
        speakers.chain(cited).chain(place).collect()
    }

    /// The question that a claim answers without a position: it could not be read, or says that the answer
    /// is not known.
    fn answered(&self, id: ClaimId) -> Option<QuestionId> {
        let claim = self.corpus.claim(id);
        let subject = self.alignment.entity(claim.article, claim.subject)?;
        let property = self.alignment.properties.of(claim.property);
        let question = self.alignment.find(subject, property)?;
        let standing = self.standing(question);
        let unread = standing.unread.iter().map(|(claim, _)| claim);
        let mut claims = unread.chain(&standing.not_known);
        claims.any(|claim| *claim == id).then_some(question)
    }

    /// What an article or claim cites, copies or revises, in the order of the file.
    pub(super) fn targets(&self, from: Node, sort: Edge) -> impl Iterator<Item = Node> + '_ {
        let references = self.references.get(&from).into_iter().flatten();
        references
            .filter(move |(edge, _)| *edge == sort)
            .map(|(_, target)| *target)
    }
}
