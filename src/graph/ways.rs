//! The ways from the claims of a question to their origins, all at once.
//!
//! Claims that one article or source makes are many, and whoever cites it may draw on each of them. They
//! stand in a row, and a way leads to a stretch of it: two more nodes a claim, not a way to each.

use std::collections::BTreeMap;
use std::rc::Rc;

use fnv::FnvBuildHasher;
use indexmap::IndexMap;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::Node;
use super::origin::{Origin, Origins, Sourcing, Stop, Target};
use crate::compare::MOST_POSITIONS;
use crate::model::{ArticleId, ClaimId};

/// A claim that comes from more has no more than so many origins, the first in their order; an extreme
/// that no story reaches.
const MOST_ORIGINS: usize = 256;

/// All stops from some claims on, and which leads to which.
pub(super) struct Ways<'s> {
    sourcing: &'s Sourcing<'s>,
    graph: DiGraph<Point, ()>,
    known: BTreeMap<Stop, NodeIndex>,
    rows: IndexMap<(Node, Option<usize>), Row, FnvBuildHasher>,
}

/// What ways lead to.
#[derive(Clone, Copy)]
enum Point {
    Stop(Stop),
    /// A stretch of the claims that somebody makes.
    Stretch,
}

/// What one article or source says that may be true together with one position, in the order of the
/// articles.
#[derive(Clone)]
struct Row {
    claims: Rc<[ClaimId]>,
    /// To each claim and all before it.
    before: Rc<[NodeIndex]>,
    /// To each claim and all after it.
    after: Rc<[NodeIndex]>,
}

impl<'s> Ways<'s> {
    /// The ways from some claims. Nearly linear in the claims of the question and in what they cite.
    pub(super) fn new(sourcing: &'s Sourcing<'s>, from: impl IntoIterator<Item = ClaimId>) -> Self {
        let mut ways = Self {
            sourcing,
            graph: DiGraph::new(),
            known: BTreeMap::new(),
            rows: IndexMap::default(),
        };
        for claim in from {
            ways.node(Stop::Claim(claim));
        }
        let mut next = 0;
        while next < ways.graph.node_count() {
            let at = NodeIndex::new(next);
            if let Point::Stop(stop) = ways.graph[at] {
                for target in sourcing.leads_on(stop).1 {
                    ways.lead(at, stop, target);
                }
            }
            next += 1;
        }
        ways
    }

    /// The stops that are reached from each other, as the articles that make them; no part twice.
    pub(super) fn rings(&self) -> impl Iterator<Item = Vec<ArticleId>> + '_ {
        let parts = kosaraju_scc(&self.graph).into_iter();
        parts.map(|part| self.articles(&part))
    }

    /// The origins of each claim.
    ///
    /// Strongly connected components (Kosaraju 1978, which needs no stack for long chains) come from the
    /// ends on: what a part leads to has its origins before it.
    pub(super) fn origins(&self) -> BTreeMap<ClaimId, Rc<Origins>> {
        let mut origins: Vec<Option<Rc<Origins>>> = vec![None; self.graph.node_count()];
        for part in kosaraju_scc(&self.graph) {
            let next = part.iter().flat_map(|at| self.graph.neighbors(*at));
            // Without any yet, it is of this part.
            let next = next.filter_map(|at| origins.get(at.index())?.as_ref());
            let mut next = next.peekable();
            let own = match next.peek() {
                None => Rc::new(Origins::from_iter(self.end(&part))),
                Some(_) => joined(next),
            };
            for at in part {
                origins[at.index()] = Some(Rc::clone(&own));
            }
        }
        let claims = self.known.iter().filter_map(|(stop, at)| match stop {
            Stop::Claim(claim) => Some((*claim, origins.get(at.index())?.clone()?)),
            Stop::Article(_) | Stop::End(_) => None,
        });
        claims.collect()
    }

    /// The origin of a part that leads to nothing else.
    fn end(&self, part: &[NodeIndex]) -> Option<Origin> {
        match part {
            [end] if let Point::Stop(Stop::End(origin)) = self.graph[*end] => Some(origin),
            _ => self.articles(part).first().copied().map(Origin::Article),
        }
    }

    /// The articles of some nodes, each once, in order.
    fn articles(&self, part: &[NodeIndex]) -> Vec<ArticleId> {
        let graph = self.sourcing.graph;
        let articles = part.iter().filter_map(|at| match self.graph[*at] {
            Point::Stop(Stop::Claim(claim)) => Some(graph.publication_of(claim)),
            Point::Stop(Stop::Article(article)) => Some(graph.publication(article)),
            Point::Stop(Stop::End(_)) | Point::Stretch => None,
        });
        let mut articles = Vec::from_iter(articles);
        articles.sort_unstable();
        articles.dedup();
        articles
    }

    fn node(&mut self, stop: Stop) -> NodeIndex {
        let graph = &mut self.graph;
        let add = || graph.add_node(Point::Stop(stop));
        *self.known.entry(stop).or_insert_with(add)
    }

    fn lead(&mut self, from: NodeIndex, stop: Stop, target: Target) {
        let (cited, silent) = match target {
            Target::Stop(next) => {
                let next = self.node(next);
                self.graph.add_edge(from, next, ());
                return;
            }
            Target::Cited(cited) => (cited, self.sourcing.silent(cited)),
        };
        let position = self
            .sourcing
            .position_of(stop)
            .map(|at| at.min(MOST_POSITIONS));
        let is_led = self.lead_to_row(from, stop, (cited, position))
            || (position.is_some() && self.lead_to_row(from, stop, (cited, None)));
        if let (false, Some(silent)) = (is_led, silent) {
            let silent = self.node(silent);
            self.graph.add_edge(from, silent, ());
        }
    }

    /// Whether there is something in a row, beside what the article says that cites it by its source.
    fn lead_to_row(&mut self, from: NodeIndex, stop: Stop, key: (Node, Option<usize>)) -> bool {
        let row = self.row(key);
        let graph = self.sourcing.graph;
        let article = |claim: &ClaimId| graph.publication_of(*claim);
        let own = match (stop, key.0) {
            (Stop::Claim(claim), Node::Entity(_)) => Some(graph.publication_of(claim)),
            (Stop::Article(own), Node::Entity(_)) => Some(graph.publication(own)),
            _ => None,
        };
        let (first, last) = match own {
            Some(own) => (
                row.claims.partition_point(|claim| article(claim) < own),
                row.claims.partition_point(|claim| article(claim) <= own),
            ),
            None => (0, 0),
        };
        let before = first.checked_sub(1).and_then(|at| row.before.get(at));
        let stretches = [before, row.after.get(last)];
        for stretch in stretches.into_iter().flatten() {
            self.graph.add_edge(from, *stretch, ());
        }
        stretches.iter().any(Option::is_some)
    }

    fn row(&mut self, key: (Node, Option<usize>)) -> Row {
        if let Some(row) = self.rows.get(&key) {
            return row.clone();
        }
        let claims: Rc<[ClaimId]> = self.sourcing.said(key).into();
        let nodes: Vec<NodeIndex> = claims
            .iter()
            .map(|id| self.node(Stop::Claim(*id)))
            .collect();
        let before = self.stretches(nodes.iter().copied());
        let mut after = self.stretches(nodes.iter().rev().copied());
        after.reverse();
        let row = Row {
            claims,
            before: before.into(),
            after: after.into(),
        };
        self.rows.insert(key, row.clone());
        row
    }

    /// For each node a stretch that leads to it and to all that were before it.
    fn stretches(&mut self, nodes: impl Iterator<Item = NodeIndex>) -> Vec<NodeIndex> {
        let mut last = None;
        let stretches = nodes.map(|node| {
            let stretch = self.graph.add_node(Point::Stretch);
            self.graph.add_edge(stretch, node, ());
            if let Some(last) = last.replace(stretch) {
                self.graph.add_edge(stretch, last, ());
            }
            stretch
        });
        stretches.collect()
    }
}

/// All origins of several, each once, in order; one of the lists where they are all the same one.
fn joined<'o>(mut lists: impl Iterator<Item = &'o Rc<Origins>>) -> Rc<Origins> {
    let Some(first) = lists.next() else {
        return Rc::default();
    };
    let mut all: Option<Origins> = None;
    let mut last = first;
    for list in lists.filter(|list| !Rc::ptr_eq(first, list)) {
        if Rc::ptr_eq(last, list) {
            continue;
        }
        last = list;
        all.get_or_insert_with(|| (**first).clone())
            .extend(list.iter().copied());
    }
    let Some(mut all) = all else {
        return Rc::clone(first);
    };
    all.sort_unstable();
    all.dedup();
    all.truncate(MOST_ORIGINS);
    Rc::new(all)
}

#[cfg(test)]
mod tests {
    use super::Ways;
    use crate::parse;

    /// How many nodes and edges the ways of the claims of one question have.
    fn size(article: impl Fn(usize) -> String, articles: usize) -> usize {
        let articles: Vec<String> = (0..articles).map(article).collect();
        let (corpus, _) = parse::load_text(&articles.join("---\n"));
        crate::with_graph(&corpus, false, |graph, _| {
            let question = graph.alignment.question_ids().next();
            let sourcing = graph.sourcing(question.expect("one question"));
            let ways = Ways::new(&sourcing, graph.corpus.claim_ids());
            ways.graph.node_count() + ways.graph.edge_count()
        })
    }

    #[test]
    fn twice_as_many_claims_have_twice_as_many_ways() {
        let chain = |at: usize| {
            let head = format!(
                "article: {{id: a{at}, source: Paper {at}, copy of: a{}}}",
                at + 1
            );
            format!("{head}\nclaims: [{{subject: fire, property: injured, value: 3}}]\n")
        };
        let cited = |at: usize| {
            let (source, said) = match at % 2 {
                0 => ("Wire".to_owned(), ""),
                _ => (format!("Paper {at}"), ", attribution: Wire"),
            };
            let head = format!("article: {{id: a{at}, source: {source}}}");
            let value = at % 5;
            format!(
                "{head}\nclaims: [{{subject: fire, property: injured, value: {value}{said}}}]\n"
            )
        };
        let itself = |at: usize| {
            let head = format!("article: {{id: a{at}, source: Wire}}");
            format!(
                "{head}\nclaims: [{{subject: fire, property: injured, value: 3, attribution: Wire}}]\n"
            )
        };
        let shapes: [&dyn Fn(usize) -> String; 3] = [&chain, &cited, &itself];
        for (at, shape) in shapes.into_iter().enumerate() {
            let [once, twice] = [100, 200].map(|articles| size(shape, articles));
            assert!(
                once > 100 && twice * 10 <= once * 23,
                "{at}: {once} {twice}"
            );
        }
    }
}
