//! Builds the graph. Linear in the records and in the pairs of positions.

use indexmap::IndexMap;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{ClaimGraph, Edge, Node, PositionId};
use crate::align::{Alignment, EntityId, Speaker};
use crate::compare::{Schemes, Standing};
use crate::joint::Joint;
use crate::model::{ArticleId, Corpus, Symbol};
use crate::text::normal::Form;
use crate::value::Relation;

impl<'a> ClaimGraph<'a> {
    /// The graph of a corpus, its questions and their comparisons (one standing for each question).
    #[must_use]
    pub fn build(
        corpus: &'a Corpus,
        alignment: &'a Alignment,
        standings: &'a [Standing],
        schemes: &'a Schemes,
        joint: &'a Joint,
    ) -> Self {
        let mut graph = DiGraph::with_capacity(corpus.claims.len() * 3, corpus.claims.len() * 4);
        let articles = corpus
            .article_ids()
            .map(|id| graph.add_node(Node::Article(id)))
            .collect();
        let claims = corpus
            .claim_ids()
            .map(|id| graph.add_node(Node::Claim(id)))
            .collect();
        let questions = alignment
            .question_ids()
            .map(|id| graph.add_node(Node::Question(id)))
            .collect();
        let entities = (0..alignment.entities.len())
            .map(|at| graph.add_node(Node::Entity(EntityId(number(at)))))
            .collect();
        let mut built = Self {
            corpus,
            alignment,
            standings,
            schemes,
            joint,
            graph,
            articles,
            claims,
            questions,
            entities,
            positions: Vec::new(),
            unnamed: IndexMap::new(),
            starts: Vec::with_capacity(standings.len()),
            sources: Vec::new(),
            wholes: Vec::new(),
        };
        built.add_entities();
        built.wholes = built.tops();
        built.add_articles();
        built.add_claims();
        built.add_positions();
        built
    }

    /// Part-of edges between declared entities.
    fn add_entities(&mut self) {
        let by_form: IndexMap<String, usize> = self
            .alignment
            .entities
            .iter()
            .enumerate()
            .map(|(at, name)| (Form::Name.of(name), at))
            .collect();
        for entity in &self.corpus.vocabulary.entities {
            let whole = entity
                .part_of
                .as_ref()
                .and_then(|name| by_form.get(&Form::Name.of(name)));
            if let (Some(part), Some(whole)) = (by_form.get(&Form::Name.of(&entity.name)), whole) {
                self.graph
                    .add_edge(self.entities[*part], self.entities[*whole], Edge::PartOf);
            }
        }
    }

    /// Where the part-of edges lead from each entity in the end. Passes each entity once.
    fn tops(&self) -> Vec<EntityId> {
        let whole_of = |part| match self.targets(Node::Entity(part), Edge::PartOf).next() {
            Some(Node::Entity(whole)) => Some(whole),
            _ => None,
        };
        let mut tops: Vec<Option<EntityId>> = vec![None; self.entities.len()];
        let mut met_from: Vec<Option<EntityId>> = vec![None; self.entities.len()];
        for start in (0..self.entities.len()).map(|at| EntityId(number(at))) {
            let (mut way, mut at) = (Vec::new(), start);
            let top = loop {
                let index = at.0 as usize;
                if let Some(top) = tops[index] {
                    break top;
                }
                if met_from[index] == Some(start) {
                    // A declared ring was reported when it was read; all its members are one whole.
                    let ring = way.iter().copied().skip_while(|known| *known != at);
                    break ring.min().unwrap_or(at);
                }
                met_from[index] = Some(start);
                way.push(at);
                match whole_of(at) {
                    Some(whole) => at = whole,
                    None => break at,
                }
            };
            for part in way {
                tops[part.0 as usize] = Some(top);
            }
        }
        tops.into_iter().flatten().collect()
    }

    /// Sources, citations, copies and versions.
    fn add_articles(&mut self) {
        let by_id = articles_by_id(self.corpus);
        for (id, article) in self.corpus.article_ids().zip(&self.corpus.articles) {
            let node = self.articles[id.index()];
            let source = article.source;
            let source = source.and_then(|name| self.alignment.entity(id, name));
            self.sources.push(source);
            if let Some(source) = source {
                self.graph
                    .add_edge(self.entities[source.0 as usize], node, Edge::Publishes);
            }
            let targets = article.cites.iter().map(|name| (*name, Edge::Cites));
            let targets = targets.chain(article.copy_of.map(|name| (name, Edge::CopyOf)));
            for (name, edge) in targets.chain(article.revises.map(|name| (name, Edge::Revises))) {
                self.add_references(node, id, name, edge, &by_id);
            }
        }
    }

    fn add_claims(&mut self) {
        let by_id = articles_by_id(self.corpus);
        for (id, claim) in self.corpus.claim_ids().zip(&self.corpus.claims) {
            let node = self.claims[id.index()];
            self.graph
                .add_edge(self.articles[claim.article.index()], node, Edge::Makes);
            for speaker in self.alignment.speakers(self.corpus, claim) {
                let speaker = match speaker {
                    Speaker::Named(entity) => self.entities[entity.0 as usize],
                    Speaker::Unnamed(..) => *self
                        .unnamed
                        .entry(speaker)
                        .or_insert_with(|| self.graph.add_node(Node::Unnamed(speaker))),
                };
                self.graph.add_edge(node, speaker, Edge::AttributedTo);
            }
            for name in &claim.cites {
                self.add_references(node, claim.article, *name, Edge::Cites, &by_id);
            }
        }
    }

    /// Questions, their positions, and how these stand.
    fn add_positions(&mut self) {
        for ((id, question), standing) in self
            .alignment
            .question_ids()
            .zip(&self.alignment.questions)
            .zip(self.standings)
        {
            let node = self.questions[id.0 as usize];
            self.graph.add_edge(
                node,
                self.entities[question.subject.0 as usize],
                Edge::About,
            );
            let start = self.positions.len();
            self.starts.push(number(start));
            for stand in &standing.positions {
                let id = PositionId(number(self.positions.len()));
                let position = self.graph.add_node(Node::Position(id));
                self.graph.add_edge(position, node, Edge::Answers);
                for claim in &stand.claims {
                    self.graph
                        .add_edge(self.claims[claim.index()], position, Edge::Takes);
                }
                self.positions.push(position);
            }
            for (claim, _) in &standing.unread {
                self.graph
                    .add_edge(self.claims[claim.index()], node, Edge::Answers);
            }
            for pair in &standing.pairs {
                let (left, right) = (
                    self.positions[start + pair.left],
                    self.positions[start + pair.right],
                );
                match pair.relation {
                    Relation::Disjoint => self.graph.add_edge(left, right, Edge::Conflicts),
                    Relation::Overlaps => self.graph.add_edge(left, right, Edge::Overlaps),
                    Relation::Within => self.graph.add_edge(left, right, Edge::Refines),
                    Relation::Contains => self.graph.add_edge(right, left, Edge::Refines),
                    Relation::Equal | Relation::Incomparable(_) => continue,
                };
            }
        }
    }

    /// Edges to every article of an id, else to the entity of a name.
    fn add_references(
        &mut self,
        from: NodeIndex,
        article: ArticleId,
        name: Symbol,
        edge: Edge,
        by_id: &IndexMap<Symbol, Vec<ArticleId>>,
    ) {
        match by_id.get(&name) {
            Some(articles) => {
                for target in articles {
                    self.graph
                        .add_edge(from, self.articles[target.index()], edge);
                }
            }
            None => {
                if let Some(entity) = self.alignment.entity(article, name) {
                    self.graph
                        .add_edge(from, self.entities[entity.0 as usize], edge);
                }
            }
        }
    }
}

/// The articles of each id: more than one where several annotators read it.
fn articles_by_id(corpus: &Corpus) -> IndexMap<Symbol, Vec<ArticleId>> {
    let mut by_id: IndexMap<Symbol, Vec<ArticleId>> = IndexMap::new();
    for (id, article) in corpus.article_ids().zip(&corpus.articles) {
        by_id.entry(article.id).or_default().push(id);
    }
    by_id
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
