//! Rings: articles that draw on each other.

use std::collections::BTreeSet;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;

use super::{ClaimGraph, Edge, Node};
use crate::model::ArticleId;

impl ClaimGraph<'_> {
    /// The rings of articles that draw on each other as a whole, or for the answer to one question;
    /// each in the order of the articles.
    ///
    /// Strongly connected components (Kosaraju 1978, which needs no stack for long chains); linear in the nodes and edges.
    #[must_use]
    pub fn citation_rings(&self) -> Vec<Vec<ArticleId>> {
        let questions = self.alignment.question_ids();
        let mut rings: BTreeSet<BTreeSet<ArticleId>> = questions
            .flat_map(|question| self.sourcing(question).rings())
            .collect();
        rings.extend(self.rings_as_a_whole());
        rings
            .into_iter()
            .map(|ring| ring.into_iter().collect())
            .collect()
    }

    fn rings_as_a_whole(&self) -> Vec<BTreeSet<ArticleId>> {
        let mut drawn: DiGraph<ArticleId, ()> = DiGraph::new();
        let nodes: Vec<_> = self
            .corpus
            .article_ids()
            .map(|id| drawn.add_node(id))
            .collect();
        for id in self.corpus.article_ids() {
            let node = Node::Article(id);
            let from = nodes[self.publication(id).index()];
            for cited in self
                .targets(node, Edge::Cites)
                .chain(self.targets(node, Edge::CopyOf))
            {
                if let Some(article) = self.only_article(cited) {
                    drawn.add_edge(from, nodes[article.index()], ());
                }
            }
        }
        kosaraju_scc(&drawn)
            .into_iter()
            .filter(|component| component.len() > 1)
            .map(|component| component.into_iter().map(|node| drawn[node]).collect())
            .collect()
    }
}
