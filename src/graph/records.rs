//! What the files say, as nodes and edges: everything of the graph that does not need the comparisons,
//! so that it can be built beside them.
//!
//! Claims are the leaves, and there are more of them than of all else: what each has to do with is kept in
//! rows by their numbers, and they are no nodes of petgraph.

use std::collections::BTreeMap;

use fnv::FnvBuildHasher;
use indexmap::IndexMap;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{Edge, Node};
use crate::align::{Alignment, EntityId, Speaker};
use crate::model::{ArticleId, Corpus, Lineage, Symbol};
use crate::text::normal::Form;
use crate::text::number;

/// What articles and claims cite, copy and revise, in the order of the files. Few do, so that what an
/// article with many claims draws on is found without a look at all of its edges.
pub(super) type References = BTreeMap<Node, Vec<(Edge, Node)>>;

/// The nodes of articles, claims, questions, entities and speakers, and the edges between them.
#[derive(Debug)]
pub struct Records {
    pub(super) graph: DiGraph<Node, Edge>,
    pub(super) articles: Vec<NodeIndex>,
    /// The speakers of all claims, one after the other.
    pub(super) speakers: Vec<Speaker>,
    /// Where those of each claim end.
    pub(super) speakers_end: Vec<u32>,
    pub(super) questions: Vec<NodeIndex>,
    pub(super) entities: Vec<NodeIndex>,
    pub(super) references: References,
    pub(super) versions: Lineage,
    pub(super) publications: Vec<ArticleId>,
    pub(super) sources: Vec<Option<EntityId>>,
    pub(super) wholes: Vec<EntityId>,
}

impl Records {
    /// The records of a corpus and its questions. Linear in them.
    #[must_use]
    pub fn new(corpus: &Corpus, alignment: &Alignment) -> Self {
        let mut graph = DiGraph::with_capacity(
            corpus.articles.len() + alignment.questions.len() + alignment.entities().len(),
            corpus.articles.len() + alignment.questions.len(),
        );
        let articles = corpus
            .article_ids()
            .map(|id| graph.add_node(Node::Article(id)))
            .collect();
        let questions = alignment
            .question_ids()
            .map(|id| graph.add_node(Node::Question(id)))
            .collect();
        let entities = (0..alignment.entities().len())
            .map(|at| graph.add_node(Node::Entity(EntityId::from_index(at))))
            .collect();
        let mut records = Self {
            graph,
            articles,
            speakers: Vec::new(),
            speakers_end: Vec::with_capacity(corpus.claims.len()),
            questions,
            entities,
            references: References::new(),
            versions: Lineage::new(corpus),
            publications: publications(corpus),
            sources: Vec::new(),
            wholes: Vec::new(),
        };
        records.wholes = tops(&records.add_entities(corpus, alignment));
        let by_id = articles_by_id(corpus);
        records.add_articles(corpus, alignment, &by_id);
        records.add_claims(corpus, alignment, &by_id);
        records.add_questions(alignment);
        records
    }

    /// Part-of edges between declared entities. Out: of what each entity is a part.
    fn add_entities(&mut self, corpus: &Corpus, alignment: &Alignment) -> Vec<Option<EntityId>> {
        let declared = &corpus.vocabulary.entities;
        let mut wholes = vec![None; self.entities.len()];
        if declared.iter().all(|entity| entity.part_of.is_none()) {
            return wholes;
        }
        let mut by_form: IndexMap<&str, usize> = IndexMap::new();
        for at in 0..self.entities.len() {
            let form = alignment.form(EntityId::from_index(at));
            by_form.entry(form).or_insert(at);
        }
        let of_name = |name: &str| by_form.get(Form::Name.of(name).as_str());
        for entity in declared {
            let whole = entity.part_of.as_ref().and_then(|name| of_name(name));
            if let (Some(part), Some(whole)) = (of_name(&entity.name), whole) {
                self.graph
                    .add_edge(self.entities[*part], self.entities[*whole], Edge::PartOf);
                wholes[*part].get_or_insert(EntityId::from_index(*whole));
            }
        }
        wholes
    }

    /// Sources, citations, copies and versions.
    fn add_articles(&mut self, corpus: &Corpus, alignment: &Alignment, by_id: &ById) {
        let target = |article, name| named(alignment, by_id, article, name);
        for (id, article) in corpus.article_ids().zip(&corpus.articles) {
            let node = self.articles[id.index()];
            let source = article.source;
            let source = source.and_then(|name| alignment.entity(id, name));
            self.sources.push(source);
            if let Some(source) = source {
                self.graph
                    .add_edge(self.entities[source.index()], node, Edge::Publishes);
            }
            let targets = article.cites.iter().map(|name| (*name, Edge::Cites));
            let targets = targets.chain(article.copy_of.map(|name| (name, Edge::CopyOf)));
            for (name, edge) in targets.chain(article.revises.map(|name| (name, Edge::Revises))) {
                self.add_references(node, target(id, name), edge);
            }
        }
    }

    fn add_claims(&mut self, corpus: &Corpus, alignment: &Alignment, by_id: &ById) {
        for (id, claim) in corpus.claim_ids().zip(&corpus.claims) {
            self.speakers.extend(alignment.speakers(corpus, claim));
            self.speakers_end.push(number(self.speakers.len()));
            for name in &claim.details.cites {
                let cited = named(alignment, by_id, claim.article, *name);
                self.note_references(Node::Claim(id), &cited, Edge::Cites);
            }
        }
        self.speakers.shrink_to_fit();
    }

    fn add_questions(&mut self, alignment: &Alignment) {
        for (node, question) in self.questions.iter().zip(&alignment.questions) {
            let subject = self.entities[question.subject.index()];
            self.graph.add_edge(*node, subject, Edge::About);
        }
    }

    fn add_references(&mut self, from: NodeIndex, to: Named<'_>, edge: Edge) {
        let articles = to.articles.iter().map(|id| self.articles[id.index()]);
        let entity = to.entity.map(|id| self.entities[id.index()]);
        for target in articles.chain(entity) {
            self.graph.add_edge(from, target, edge);
        }
        self.note_references(self.graph[from], &to, edge);
    }

    fn note_references(&mut self, from: Node, to: &Named<'_>, edge: Edge) {
        let articles = to.articles.iter().map(|id| Node::Article(*id));
        let targets: Vec<Node> = articles.chain(to.entity.map(Node::Entity)).collect();
        if !targets.is_empty() {
            let references = self.references.entry(from).or_default();
            references.extend(targets.into_iter().map(|target| (edge, target)));
        }
    }
}

/// What a name in `cites`, `copy of` or `revises` means.
struct Named<'a> {
    articles: &'a [ArticleId],
    entity: Option<EntityId>,
}

/// Every article of an id, else the entity of a name.
fn named<'a>(
    alignment: &Alignment,
    by_id: &'a ById,
    article: ArticleId,
    name: Symbol,
) -> Named<'a> {
    let articles = by_id.get(&name).map_or(&[][..], Vec::as_slice);
    Named {
        articles,
        entity: match articles {
            [] => alignment.entity(article, name),
            _ => None,
        },
    }
}

/// Where the part-of edges lead from each entity in the end. Passes each entity once.
fn tops(whole_of: &[Option<EntityId>]) -> Vec<EntityId> {
    let mut tops: Vec<Option<EntityId>> = vec![None; whole_of.len()];
    let mut met_from: Vec<Option<EntityId>> = vec![None; whole_of.len()];
    for start in (0..whole_of.len()).map(EntityId::from_index) {
        let (mut way, mut at) = (Vec::new(), start);
        let top = loop {
            let index = at.index();
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
            match whole_of[index] {
                Some(whole) => at = whole,
                None => break at,
            }
        };
        for part in way {
            tops[part.index()] = Some(top);
        }
    }
    tops.into_iter().flatten().collect()
}

/// The articles of each id: more than one where several annotators read it. The keys are numbers of
/// our own, so that a plain hash will do.
type ById = IndexMap<Symbol, Vec<ArticleId>, FnvBuildHasher>;

fn articles_by_id(corpus: &Corpus) -> ById {
    let mut by_id = ById::default();
    for (id, article) in corpus.article_ids().zip(&corpus.articles) {
        by_id.entry(article.id).or_default().push(id);
    }
    by_id
}

/// The first reading of each article; the readings of one article stand beside each other.
fn publications(corpus: &Corpus) -> Vec<ArticleId> {
    let readings = corpus.articles.chunk_by(|a, b| a.id == b.id);
    let mut first = 0;
    let mut publications = Vec::with_capacity(corpus.articles.len());
    for readings in readings {
        publications.extend(readings.iter().map(|_| ArticleId::from_index(first)));
        first += readings.len();
    }
    publications
}
