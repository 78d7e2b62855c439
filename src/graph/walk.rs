//! Questions put to the graph: who says it, in whose voice, drawing on whom.
//!
//! All answers come in the order of the records. Each costs the degree of the nodes it looks at.

use std::collections::BTreeSet;

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::algo::tarjan_scc;
use petgraph::visit::EdgeFiltered;
use petgraph::visit::EdgeRef;

use super::{ClaimGraph, Edge, Node};
use crate::align::{EntityId, Speaker};
use crate::model::{ArticleId, ClaimId};

impl ClaimGraph<'_> {
    /// The article that makes a claim.
    #[must_use]
    pub fn article_of(&self, claim: ClaimId) -> ArticleId {
        self.corpus.claim(claim).article
    }

    /// The source that published an article, where it is known.
    #[must_use]
    pub fn source_of(&self, article: ArticleId) -> Option<EntityId> {
        self.graph
            .edges_directed(self.articles[article.index()], Incoming)
            .find_map(|edge| match (edge.weight(), self.graph[edge.source()]) {
                (Edge::Publishes, Node::Entity(source)) => Some(source),
                _ => None,
            })
    }

    /// Whether an article makes a claim in its own voice.
    #[must_use]
    pub fn in_own_voice(&self, claim: ClaimId) -> bool {
        self.corpus.claim(claim).attribution.is_empty()
    }

    /// The speakers whom the article names for a claim.
    #[must_use]
    pub fn speakers(&self, claim: ClaimId) -> Vec<Speaker> {
        let mut speakers: Vec<Speaker> = self
            .graph
            .edges_directed(self.claims[claim.index()], Outgoing)
            .filter(|edge| *edge.weight() == Edge::AttributedTo)
            .filter_map(|edge| match self.graph[edge.target()] {
                Node::Entity(entity) => Some(Speaker::Named(entity)),
                Node::Unnamed(speaker) => Some(speaker),
                _ => None,
            })
            .collect();
        speakers.sort_unstable();
        speakers
    }

    /// Whether a claim is taken from an article: the claim cites the article or its source, or its
    /// own article is a copy of it.
    #[must_use]
    pub fn draws_on(&self, claim: ClaimId, article: ArticleId) -> bool {
        let own = self.article_of(claim);
        let source = self.source_of(article);
        let is_target = |node: Node| {
            node == Node::Article(article)
                || source.is_some_and(|source| node == Node::Entity(source))
        };
        own != article
            && (self.targets(Node::Claim(claim), Edge::Cites).any(is_target)
                || self
                    .targets(Node::Article(own), Edge::CopyOf)
                    .any(is_target))
    }

    /// Whether one article is a later version of another, directly or through others.
    #[must_use]
    pub fn revises(&self, later: ArticleId, earlier: ArticleId) -> bool {
        let mut seen = vec![later];
        let mut next = 0;
        while let Some(&article) = seen.get(next) {
            next += 1;
            for node in self.targets(Node::Article(article), Edge::Revises) {
                match node {
                    Node::Article(found) if found == earlier => return true,
                    Node::Article(found) if !seen.contains(&found) => seen.push(found),
                    _ => {}
                }
            }
        }
        false
    }

    /// The entity that an entity belongs to in the end: itself where it is part of nothing.
    #[must_use]
    pub fn whole(&self, entity: EntityId) -> EntityId {
        let mut whole = entity;
        // A declared ring was reported when it was read; it must not hold up the walk.
        for _ in 0..self.entities.len() {
            match self.targets(Node::Entity(whole), Edge::PartOf).next() {
                Some(Node::Entity(next)) if next != entity => whole = next,
                _ => break,
            }
        }
        whole
    }

    /// The rings of articles that cite each other, each in the order of the articles.
    ///
    /// Strongly connected components (Tarjan 1972); linear in the nodes and edges.
    #[must_use]
    pub fn citation_rings(&self) -> Vec<Vec<ArticleId>> {
        let cites = EdgeFiltered::from_fn(&self.graph, |edge| {
            matches!(edge.weight(), Edge::Cites | Edge::CopyOf)
                && matches!(self.graph[edge.source()], Node::Article(_))
        });
        let mut rings: Vec<Vec<ArticleId>> = tarjan_scc(&cites)
            .into_iter()
            .filter(|component| component.len() > 1)
            .map(|component| {
                let articles = component
                    .into_iter()
                    .filter_map(|node| match self.graph[node] {
                        Node::Article(article) => Some(article),
                        _ => None,
                    });
                let mut ring: Vec<ArticleId> = articles.collect();
                ring.sort_unstable();
                ring
            })
            .collect();
        rings.sort();
        rings
    }

    /// The articles that make a claim about an entity.
    #[must_use]
    pub fn articles_on(&self, subject: EntityId) -> BTreeSet<ArticleId> {
        let questions = self
            .graph
            .edges_directed(self.entities[subject.0 as usize], Incoming);
        let questions =
            questions.filter_map(|edge| match (edge.weight(), self.graph[edge.source()]) {
                (Edge::About, Node::Question(question)) => Some(question),
                _ => None,
            });
        questions
            .flat_map(|id| {
                self.alignment
                    .question(id)
                    .claims
                    .iter()
                    .map(|claim| self.article_of(*claim))
            })
            .collect()
    }

    /// What a node points at with edges of one sort, in the order in which they were added.
    pub(super) fn targets(&self, from: Node, sort: Edge) -> impl Iterator<Item = Node> + '_ {
        let index = match from {
            Node::Article(id) => self.articles.get(id.index()),
            Node::Claim(id) => self.claims.get(id.index()),
            Node::Question(id) => self.questions.get(id.0 as usize),
            Node::Entity(id) => self.entities.get(id.0 as usize),
            Node::Position(_) | Node::Unnamed(_) => None,
        };
        let mut targets: Vec<Node> = index
            .into_iter()
            .flat_map(|index| self.graph.edges_directed(*index, Outgoing))
            .filter(|edge| *edge.weight() == sort)
            .map(|edge| self.graph[edge.target()])
            .collect();
        // The adjacency lists of petgraph start with the edge that was added last.
        targets.reverse();
        targets.into_iter()
    }
}
