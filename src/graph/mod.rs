//! The corpus and its comparisons as one graph, built once and then only walked.
//!
//! Nodes are sources, articles, speakers, claims, positions, questions and entities; claims of one
//! position agree, and edges between positions say how they refine or contradict each other, so
//! that the graph stays linear in the claims where a pairwise one would be quadratic. What stands between
//! few is a graph of petgraph; claims, of which there are most, know theirs by rows of numbers.

mod build;
mod origin;
mod records;
mod ring;
mod walk;
mod ways;

use std::sync::OnceLock;

use indexmap::IndexMap;
use petgraph::graph::{DiGraph, NodeIndex};

pub use origin::{Lead, Origin, Origins, Sourcing, Stop};
pub use records::Records;

use crate::align::{Alignment, EntityId, QuestionId, Speaker};
use crate::compare::Standing;
use crate::joint::Joint;
use crate::model::{ArticleId, ClaimId, Corpus, Lineage};
use crate::reading::Readings;
use crate::text::numbered;

numbered! {
    /// The number of a position, over all questions.
    PositionId
}

/// The position of a claim that takes none.
const NO_POSITION: u32 = u32::MAX;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Node {
    /// An article.
    Article(ArticleId),
    /// A claim.
    Claim(ClaimId),
    /// Claims of one question whose extents are equal.
    Position(PositionId),
    /// A question.
    Question(QuestionId),
    /// A subject, a source or a named speaker.
    Entity(EntityId),
    /// A speaker without a proper name.
    Unnamed(Speaker),
}

/// How one node has to do with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Edge {
    /// A source publishes an article.
    Publishes,
    /// An article makes a claim.
    Makes,
    /// A claim is attributed to a speaker.
    AttributedTo,
    /// A claim takes a position.
    Takes,
    /// A position, or a claim that could not be read, answers a question.
    Answers,
    /// A question is about a subject.
    About,
    /// An entity is part of another.
    PartOf,
    /// An article or claim draws on an article or source.
    Cites,
    /// An article takes its whole text from another.
    CopyOf,
    /// An article is a later version of another.
    Revises,
    /// A position says more precisely what another says.
    Refines,
    /// Two positions differ, and both can be true.
    Overlaps,
    /// Two positions cannot both be true.
    Conflicts,
}

/// The graph of one run, with the records that its nodes stand for.
#[derive(Debug)]
pub struct ClaimGraph<'a> {
    /// What the files say.
    pub corpus: &'a Corpus,
    /// Which claims answer which question.
    pub alignment: &'a Alignment,
    /// How the claims of each question stand.
    standings: &'a [Standing],
    /// The readings of all texts, for dates of speech.
    pub readings: &'a Readings<'a>,
    /// What claims say together.
    pub joint: &'a Joint,
    graph: DiGraph<Node, Edge>,
    articles: Vec<NodeIndex>,
    /// The speakers of all claims, one after the other, and where those of each claim end.
    speakers: Vec<Speaker>,
    speakers_end: Vec<u32>,
    /// Which position each claim takes; [`NO_POSITION`] where it takes none.
    places: Vec<u32>,
    questions: Vec<NodeIndex>,
    entities: Vec<NodeIndex>,
    /// What counts as one article where several annotators read it, by article: the first reading.
    publications: Vec<ArticleId>,
    /// Which articles are later versions of which.
    versions: Lineage,
    /// From which article or source the text of each copy is taken in the end, once somebody asked.
    texts: OnceLock<IndexMap<Node, Node>>,
    positions: Vec<NodeIndex>,
    references: records::References,
    /// The articles that speak of each entity, once somebody asked.
    speaking: Vec<OnceLock<Box<[ArticleId]>>>,
    /// The number of the first position of each question.
    starts: Vec<u32>,
    /// Who published each article; an article that is much cited has many edges to search.
    sources: Vec<Option<EntityId>>,
    /// What each entity belongs to in the end; a source has an edge for each of its articles.
    wholes: Vec<EntityId>,
}
