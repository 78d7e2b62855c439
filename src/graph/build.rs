//! Builds the graph. Linear in the records and in the pairs of positions.

use std::sync::OnceLock;

use super::{ClaimGraph, Edge, NO_POSITION, Node, PositionId, Records};
use crate::align::Alignment;
use crate::compare::Standing;
use crate::joint::Joint;
use crate::model::Corpus;
use crate::reading::Readings;
use crate::text::number;
use crate::value::Relation;

impl<'a> ClaimGraph<'a> {
    /// The graph of a corpus: its records, and how the claims of its questions compare (one standing
    /// for each question).
    #[must_use]
    pub fn build(
        records: Records,
        corpus: &'a Corpus,
        alignment: &'a Alignment,
        standings: &'a [Standing],
        readings: &'a Readings<'a>,
        joint: &'a Joint,
    ) -> Self {
        let mut built = Self {
            corpus,
            alignment,
            standings,
            readings,
            joint,
            graph: records.graph,
            articles: records.articles,
            speakers: records.speakers,
            speakers_end: records.speakers_end,
            places: vec![NO_POSITION; corpus.claims.len()],
            questions: records.questions,
            entities: records.entities,
            references: records.references,
            speaking: (0..alignment.entities().len())
                .map(|_| OnceLock::new())
                .collect(),
            versions: records.versions,
            texts: OnceLock::new(),
            publications: records.publications,
            sources: records.sources,
            wholes: records.wholes,
            positions: Vec::new(),
            starts: Vec::with_capacity(standings.len()),
        };
        built.add_positions();
        built
    }

    /// Positions, and how those of one question stand.
    fn add_positions(&mut self) {
        let positions = self
            .standings
            .iter()
            .map(|standing| standing.positions.len());
        let positions: usize = positions.sum();
        let pairs: usize = self
            .standings
            .iter()
            .map(|standing| standing.pairs.len())
            .sum();
        self.graph.reserve_exact_nodes(positions);
        self.graph.reserve_exact_edges(positions + pairs);
        self.positions.reserve_exact(positions);
        for (question, standing) in self.standings.iter().enumerate() {
            let node = self.questions[question];
            let start = self.positions.len();
            self.starts.push(number(start));
            for stand in &standing.positions {
                let id = PositionId::from_index(self.positions.len());
                let position = self.graph.add_node(Node::Position(id));
                self.graph.add_edge(position, node, Edge::Answers);
                for claim in &stand.claims {
                    self.places[claim.index()] = number(id.index());
                }
                self.positions.push(position);
            }
            for pair in &standing.pairs {
                let (left, right) = (
                    self.positions[start + pair.left],
                    self.positions[start + pair.right],
                );
                // What excludes each other only as it is likely meant is neither apart nor within.
                let relation = match pair.values.relation {
                    Relation::Disjoint => Relation::Disjoint,
                    _ if pair.values.excludes() => Relation::Overlaps,
                    _ => pair.values.likely,
                };
                match relation {
                    Relation::Disjoint => self.graph.add_edge(left, right, Edge::Conflicts),
                    Relation::Overlaps => self.graph.add_edge(left, right, Edge::Overlaps),
                    Relation::Within => self.graph.add_edge(left, right, Edge::Refines),
                    Relation::Contains => self.graph.add_edge(right, left, Edge::Refines),
                    Relation::Equal | Relation::Incomparable(_) => continue,
                };
            }
        }
    }
}
