//! Draws a view: shapes for its records, links for the edges of the graph between them.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::attribute::Datum;
use super::index::Index;
use super::shape::Shapes;
use super::{Detail, Diagram, Link, Shape, Sort, Tie, View};
use crate::align::{QuestionId, Speaker};
use crate::finding::{Finding, Level};
use crate::graph::{ClaimGraph, Edge, Node, Origin};
use crate::model::{ClaimId, ClaimIds, Stance};
use crate::value::sentence::counted;

/// Draws what a view shows. Linear in its claims, in the edges between what is drawn, and in the run
/// for the places of claims.
#[must_use]
pub fn draw(graph: &ClaimGraph<'_>, findings: &[Finding], view: &View) -> Diagram {
    let index = Index::new(graph, findings);
    let mut drawing = Drawing {
        graph,
        index: &index,
        view,
        detail: view.detail.unwrap_or(Detail::Positions),
        shapes: Shapes {
            graph,
            index: &index,
            ids: ClaimIds::new(graph.corpus),
        },
        places: BTreeMap::new(),
        diagram: Diagram::default(),
        said: IndexMap::new(),
    };
    drawing.add_shapes();
    drawing.add_edges();
    drawing.add_oppositions();
    drawing.add_said();
    drawing.add_findings();
    drawing.add_origins();
    drawing.diagram.title = drawing.title();
    drawing.diagram
}

/// A diagram as it grows.
struct Drawing<'g, 'a> {
    graph: &'g ClaimGraph<'a>,
    index: &'g Index<'g>,
    view: &'g View,
    detail: Detail,
    shapes: Shapes<'g, 'a>,
    /// The shapes of records.
    places: BTreeMap<Node, usize>,
    diagram: Diagram,
    /// Claims that are no shapes: from which article, to what, in what words, how many.
    said: IndexMap<(usize, usize, String), usize>,
}

impl Drawing<'_, '_> {
    /// What is drawn, and how much there is.
    fn title(&self) -> String {
        let drawn = |sort| {
            let shapes = self.diagram.shapes.iter();
            shapes.filter(|shape| shape.sort == sort).count()
        };
        let of = |all: usize, noun: &str, sort: Sort| {
            let all_of_them = counted(all, noun);
            match drawn(sort) {
                some if some < all => format!("{some} of {all_of_them}"),
                _ => all_of_them,
            }
        };
        let counts = format!(
            "{}, {}",
            of(
                self.graph.alignment.questions.len(),
                "question",
                Sort::Question
            ),
            of(self.graph.corpus.articles.len(), "article", Sort::Article),
        );
        match self.view.names.as_slice() {
            [] => counts,
            names => format!("around {}: {counts}", names.join(", ")),
        }
    }

    /// Whether a claim is a shape of its own: where it is asked for, or takes no position.
    fn is_drawn(&self, claim: ClaimId, each: bool) -> bool {
        self.detail != Detail::Questions && (each || self.index.position(claim).is_none())
    }

    fn add_shapes(&mut self) {
        let graph = self.graph;
        let claims = &self.view.claims;
        let mut articles = self.view.articles.clone();
        articles.extend(claims.keys().map(|claim| graph.article_of(*claim)));
        let drawn: Vec<ClaimId> = claims
            .iter()
            .filter(|(claim, each)| self.is_drawn(**claim, **each))
            .map(|(claim, _)| *claim)
            .collect();
        let questions: BTreeSet<QuestionId> = claims
            .keys()
            .filter_map(|claim| self.index.question(*claim))
            .collect();
        // Whom the claims name, and what they and their articles draw on.
        let from = articles.iter().map(|id| Node::Article(*id));
        let from = from.chain(drawn.iter().map(|id| Node::Claim(*id)));
        let mut beside: BTreeSet<Node> = from
            .flat_map(|node| graph.edges(node))
            .filter(|(edge, _)| {
                let drawn_on = matches!(edge, Edge::Cites | Edge::CopyOf | Edge::Revises);
                drawn_on || *edge == Edge::AttributedTo
            })
            .map(|(_, target)| target)
            .collect();
        let focus = drawn.iter().filter(|id| self.is_focus(Node::Claim(**id)));
        let origins = focus.flat_map(|id| self.origins(*id));
        beside.extend(origins.collect::<Vec<_>>());
        articles.extend(beside.iter().filter_map(|node| match node {
            Node::Article(id) => Some(*id),
            _ => None,
        }));
        let mut published: BTreeMap<Node, usize> = BTreeMap::new();
        for article in &articles {
            if let Some(source) = graph.source_of(*article) {
                *published.entry(Node::Entity(source)).or_default() += 1;
            }
        }
        let each = !drawn.is_empty() && self.detail == Detail::Claims;
        let is_source = |node: &Node| {
            published.get(node).is_some_and(|count| {
                each || *count > 1 || beside.contains(node) || self.view.focus.contains(node)
            })
        };
        let sources: BTreeSet<Node> = published.keys().copied().filter(is_source).collect();
        for node in &sources {
            self.add_entity(*node, Sort::Source);
        }
        for id in articles {
            let source = graph.source_of(id).map(Node::Entity);
            let with_source = source.is_none_or(|source| !sources.contains(&source));
            let shape = self.shapes.article(id, with_source);
            self.add(Node::Article(id), shape);
        }
        for node in beside {
            self.add_entity(node, Sort::Speaker);
        }
        for id in &questions {
            self.add_question(*id);
        }
        for id in drawn {
            let mut shape = self.shapes.claim(id);
            if self.index.position(id).is_none() {
                let question = self.index.question(id).map(Node::Question);
                shape.inside = question.and_then(|node| self.places.get(&node).copied());
            }
            self.add(Node::Claim(id), shape);
        }
        if self.detail == Detail::Claims {
            for id in questions {
                let mut subject = Some(Node::Entity(graph.alignment.question(id).subject));
                // Up to the whole of which it is part, once.
                while let Some(node) = subject.filter(|node| !self.places.contains_key(node)) {
                    self.add_entity(node, Sort::Subject);
                    let mut wholes = graph.edges(node).filter(|(edge, _)| *edge == Edge::PartOf);
                    subject = wholes.next().map(|(_, whole)| whole);
                }
            }
        }
    }

    /// A question, and the positions in its frame that the claims in view take.
    fn add_question(&mut self, id: QuestionId) {
        let shape = self.shapes.question(id);
        let frame = self.add(Node::Question(id), shape);
        if self.detail == Detail::Questions {
            return;
        }
        let standing = self.graph.standing(id);
        for (position, stand) in self.graph.positions_of(id).zip(&standing.positions) {
            let is_in_view = |claim| self.view.claims.contains_key(claim);
            if stand.claims.iter().any(is_in_view) {
                let mut shape = self.shapes.position(position);
                shape.inside = Some(frame);
                self.add(Node::Position(position), shape);
            }
        }
    }

    fn add_entity(&mut self, node: Node, sort: Sort) {
        if self.places.contains_key(&node) {
            return;
        }
        let shape = match node {
            Node::Entity(entity) => self.shapes.entity(sort, entity),
            Node::Unnamed(speaker) => self.shapes.unnamed(speaker),
            _ => return,
        };
        self.add(node, shape);
    }

    fn add(&mut self, node: Node, mut shape: Shape) -> usize {
        shape.focus = self.is_focus(node);
        let at = self.diagram.shapes.len();
        self.places.insert(node, at);
        self.diagram.shapes.push(shape);
        at
    }

    fn is_focus(&self, node: Node) -> bool {
        self.view.focus.contains(&node)
    }

    /// The edges of the graph between what is drawn.
    fn add_edges(&mut self) {
        let nodes: Vec<(Node, usize)> = self.places.iter().map(|(n, at)| (*n, *at)).collect();
        for (node, from) in nodes {
            for (edge, target) in self.graph.edges(node) {
                if let (Some(to), Some(tie)) = (self.places.get(&target), tie(edge)) {
                    self.diagram.links.push(plain(from, *to, tie));
                }
            }
        }
    }

    /// Which positions stand against each other, as the checks found.
    fn add_oppositions(&mut self) {
        let questions: Vec<QuestionId> = self
            .places
            .keys()
            .filter_map(|node| match node {
                Node::Question(id) => Some(*id),
                _ => None,
            })
            .collect();
        for question in questions {
            let positions: Vec<Option<usize>> = self
                .graph
                .positions_of(question)
                .map(|id| self.places.get(&Node::Position(id)).copied())
                .collect();
            let mut against = BTreeSet::new();
            for found in self.index.oppositions(question) {
                let ends = [found.left, found.right].map(|at| positions.get(at).copied().flatten());
                let [Some(from), Some(to)] = ends else {
                    continue;
                };
                against.insert((found.left, found.right));
                let tie = match found.check.level() {
                    Level::Conflict => Tie::Conflicts,
                    _ => Tie::MayConflict,
                };
                self.diagram.links.push(Link {
                    label: found.check.name().replace('-', " "),
                    check: Some((found.check.name(), found.why.clone())),
                    ..plain(from, to, tie)
                });
            }
            let standing = self.graph.standing(question);
            for pair in &standing.pairs {
                let ends = [pair.left, pair.right].map(|at| positions.get(at).copied().flatten());
                let is_disjoint = pair.values.relation == crate::value::Relation::Disjoint;
                if let ([Some(from), Some(to)], true) = (ends, is_disjoint)
                    && !against.contains(&(pair.left, pair.right))
                {
                    self.diagram.links.push(plain(from, to, Tie::Apart));
                }
            }
        }
    }

    /// Claims that are no shapes, by article, position and voice.
    fn add_said(&mut self) {
        for (claim, each) in &self.view.claims {
            if self.is_drawn(*claim, *each) {
                continue;
            }
            let article = Node::Article(self.graph.article_of(*claim));
            let target = match self.detail {
                Detail::Questions => self.index.question(*claim).map(Node::Question),
                _ => self.index.position(*claim).map(Node::Position),
            };
            let to = target.and_then(|target| self.places.get(&target));
            if let (Some(from), Some(to)) = (self.places.get(&article), to) {
                let words = self.voice(*claim);
                *self.said.entry((*from, *to, words)).or_default() += 1;
            }
        }
        for ((from, to, label), claims) in std::mem::take(&mut self.said) {
            self.diagram.links.push(Link {
                label,
                claims,
                ..plain(from, to, Tie::Says)
            });
        }
    }

    /// Whom an article names for a claim, and what it says where no position does: "according to AP".
    fn voice(&self, id: ClaimId) -> String {
        let corpus = self.graph.corpus;
        let claim = corpus.claim(id);
        let mut words = Vec::new();
        if self.detail == Detail::Questions {
            words.push(claim.original().into_owned());
        }
        let speakers = claim.attribution.iter();
        let speakers: Vec<&str> = speakers.map(|who| corpus.symbols.text(*who)).collect();
        if !speakers.is_empty() {
            words.push(format!("according to {}", speakers.join(", ")));
        }
        if claim.stance == Stance::Denies && self.detail == Detail::Questions {
            words.push("denies it".into());
        }
        if claim.hedged {
            words.push("hedged".into());
        }
        words.join(", ")
    }

    /// Findings that span questions, with the positions or articles that take part.
    fn add_findings(&mut self) {
        for finding in &self.index.spanning {
            if !self.view.findings.contains(&finding.id) {
                continue;
            }
            let claims = finding
                .positions
                .iter()
                .flat_map(|position| &position.claims);
            let answers = claims.filter_map(|claim| match self.detail {
                Detail::Questions => self.index.question(*claim).map(Node::Question),
                _ => Some(match self.index.position(*claim) {
                    Some(position) => Node::Position(position),
                    None => Node::Claim(*claim),
                }),
            });
            let articles = finding.ring.iter().map(|id| Node::Article(*id));
            let ends: BTreeSet<usize> = answers
                .chain(articles)
                .filter_map(|node| self.places.get(&node).copied())
                .collect();
            let to = self.diagram.shapes.len();
            let mut shape = self.shapes.finding(finding);
            shape.focus = !self.view.names.is_empty();
            self.diagram.shapes.push(shape);
            self.diagram
                .links
                .extend(ends.into_iter().map(|from| plain(from, to, Tie::TakesPart)));
        }
    }

    /// Where the claims that the diagram is drawn around come from in the end.
    fn add_origins(&mut self) {
        let claims: Vec<ClaimId> = (self.view.focus.iter())
            .filter_map(|node| match node {
                Node::Claim(id) => Some(*id),
                _ => None,
            })
            .collect();
        for claim in claims {
            let Some(&from) = self.places.get(&Node::Claim(claim)) else {
                continue;
            };
            for origin in self.origins(claim) {
                if let Some(&to) = self.places.get(&origin) {
                    self.diagram.links.push(plain(from, to, Tie::Origin));
                }
            }
        }
    }

    fn origins(&self, claim: ClaimId) -> Vec<Node> {
        let Some(question) = self.index.question(claim) else {
            return Vec::new();
        };
        let origins = self.graph.sourcing(question).origins(claim);
        let node = |origin| match origin {
            Origin::Entity(entity) => Node::Entity(entity),
            Origin::Article(article) => Node::Article(article),
            Origin::Unnamed(article, name) => Node::Unnamed(Speaker::Unnamed(article, name)),
        };
        origins.into_iter().map(node).collect()
    }
}

fn plain(from: usize, to: usize, tie: Tie) -> Link {
    Link {
        from,
        to,
        tie,
        label: String::new(),
        claims: 0,
        check: None,
    }
}

/// How an edge of the graph is drawn; conflicts come from the checks, and frames show what answers.
fn tie(edge: Edge) -> Option<Tie> {
    Some(match edge {
        Edge::Publishes => Tie::Publishes,
        Edge::Makes => Tie::Makes,
        Edge::AttributedTo => Tie::AttributedTo,
        Edge::Takes => Tie::Takes,
        Edge::Answers => Tie::Answers,
        Edge::About => Tie::About,
        Edge::PartOf => Tie::PartOf,
        Edge::Cites => Tie::Cites,
        Edge::CopyOf => Tie::CopyOf,
        Edge::Revises => Tie::Revises,
        Edge::Refines => Tie::Refines,
        Edge::Overlaps => Tie::Overlaps,
        Edge::Conflicts => return None,
    })
}

/// Everything that programs are told of a shape, the general first.
impl Shape {
    /// The rows of the table of attributes that every shape has, and its own.
    pub fn data(&self) -> impl Iterator<Item = (&'static str, Datum)> {
        let mut label = self.title.clone();
        for detail in &self.details {
            label.push('\n');
            label.push_str(detail);
        }
        let general = [
            ("kind", self.sort.name().to_owned()),
            ("id", self.id.clone()),
            ("label", label),
            ("mark", self.mark.name().to_owned()),
        ];
        let general = general.map(|(name, text)| (name, Datum::Text(text)));
        general.into_iter().chain(self.attributes.iter().cloned())
    }
}
