//! Origins: where the chain of who draws on whom ends.
//!
//! A claim comes from what it cites itself, else from its speakers, else from what its article is a
//! copy of, else from its source (for an unnamed source, its article). The "officials" of a copy are
//! those of its original. Whoever is cited and
//! published an article of the corpus is followed to what that article says on the same question,
//! where it can: to what may be true together with the claim. A ring that leads nowhere else is one
//! origin.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use smallvec::{SmallVec, smallvec};

use super::{ClaimGraph, Edge, Node};
use crate::align::{EntityId, QuestionId, Speaker};
use crate::compare::Standing;
use crate::model::{ArticleId, ClaimId, Symbol};
use crate::value::{Relation, relate};

/// Where a claim comes from in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// A source, or a named speaker with the organisation that it is part of.
    Entity(EntityId),
    /// An article whose source is not known, or the first article of a ring.
    Article(ArticleId),
    /// A speaker without a proper name.
    Unnamed(ArticleId, Symbol),
}

/// Where some claims come from: each origin once, in order. Nearly always there is one.
pub type Origins = SmallVec<[Origin; 1]>;

/// Who draws on whom in answering one question.
pub struct Sourcing<'g> {
    graph: &'g ClaimGraph<'g>,
    /// In the order of the articles.
    claims: &'g [ClaimId],
    standing: &'g Standing,
    positions: OnceCell<BTreeMap<ClaimId, usize>>,
    by_source: OnceCell<BTreeMap<EntityId, Vec<ClaimId>>>,
}

/// A stop on the way from a claim to its origins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// A claim.
    Claim(ClaimId),
    /// An article that does not answer the question.
    Article(ArticleId),
    /// Here the chain ends.
    End(Origin),
}

/// Why the way goes on from a stop as it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// The claim says where it comes from.
    Cites,
    /// The article names speakers for it.
    Speakers,
    /// The article takes its whole text from another.
    CopyOf,
    /// The article says it in its own voice.
    OwnVoice,
    /// Here the way ends.
    End,
}

impl ClaimGraph<'_> {
    /// Who draws on whom in answering a question.
    #[must_use]
    pub fn sourcing(&self, question: QuestionId) -> Sourcing<'_> {
        Sourcing {
            graph: self,
            claims: &self.alignment.question(question).claims,
            standing: self.standing(question),
            positions: OnceCell::new(),
            by_source: OnceCell::new(),
        }
    }

    /// The name of an origin, for people.
    #[must_use]
    pub fn origin_name(&self, origin: Origin) -> Arc<str> {
        let id = |article| self.corpus.id(article);
        match origin {
            Origin::Entity(entity) => self.alignment.shared_name(entity),
            Origin::Article(article) => id(article).into(),
            Origin::Unnamed(article, name) => {
                format!("{} ({})", self.corpus.symbols.text(name), id(article)).into()
            }
        }
    }
}

impl Sourcing<'_> {
    /// The origins of a claim; never empty.
    ///
    /// Linear in the citations that are followed, each of which is followed once.
    #[must_use]
    pub fn origins(&self, claim: ClaimId) -> Origins {
        if let Some(origin) = self.plain_origin(claim) {
            return smallvec![origin];
        }
        if let [Stop::End(origin)] = self.leads_to(Stop::Claim(claim)).as_slice() {
            return smallvec![*origin];
        }
        let chain = self.chain([claim]);
        let closed = kosaraju_scc(&chain)
            .into_iter()
            .filter(|ring| is_closed(&chain, ring));
        let ends = closed.flat_map(|ring| match ring.as_slice() {
            [end] if matches!(chain[*end], Stop::End(_)) => Some(chain[*end]),
            _ => self
                .articles(&chain, &ring)
                .first()
                .map(|first| Stop::End(Origin::Article(*first))),
        });
        let origins = ends.filter_map(|stop| match stop {
            Stop::End(origin) => Some(origin),
            Stop::Claim(_) | Stop::Article(_) => None,
        });
        let mut origins: Origins = origins.collect();
        origins.sort_unstable();
        origins.dedup();
        origins
    }

    /// The stops on the way from a claim to its origins, each once: why it goes on, and to what.
    #[must_use]
    pub fn way(&self, claim: ClaimId) -> Vec<(Stop, Lead, Vec<Stop>)> {
        let chain = self.chain([claim]);
        let stops = chain.node_indices().map(|at| chain[at]);
        stops
            .map(|stop| {
                let (lead, next) = self.leads_on(stop);
                (stop, lead, next)
            })
            .collect()
    }

    /// The origin of a claim that draws on nothing, made in the own voice of an article or by one
    /// speaker who publishes nothing: the usual cases.
    fn plain_origin(&self, claim: ClaimId) -> Option<Origin> {
        let graph = self.graph;
        let article = graph.article_of(claim);
        let draws_on_none = graph.corpus.claim(claim).details.cites.is_empty()
            && graph.corpus.article(article).copy_of.is_none();
        if !draws_on_none {
            return None;
        }
        if graph.in_own_voice(claim) {
            return Some(self.own_origin(article));
        }
        match *graph.speakers(claim) {
            [Speaker::Named(entity)] => graph
                .published_by(entity)
                .next()
                .is_none()
                .then(|| Origin::Entity(graph.whole(entity))),
            [Speaker::Unnamed(article, name)] => {
                Some(Origin::Unnamed(graph.publication(article), name))
            }
            _ => None,
        }
    }

    /// The articles that take their answers from each other, ring by ring.
    ///
    /// Strongly connected components (Kosaraju 1978, which needs no stack for long chains); linear in the claims and citations.
    #[must_use]
    pub fn rings(&self) -> Vec<BTreeSet<ArticleId>> {
        let citing = |claim: &ClaimId| {
            !self.graph.corpus.claim(*claim).details.cites.is_empty()
                || self.graph.corpus.article_of(*claim).copy_of.is_some()
        };
        let citing: Vec<ClaimId> = self.claims.iter().copied().filter(citing).collect();
        if citing.len() < 2 {
            return Vec::new();
        }
        let chain = self.chain(citing);
        kosaraju_scc(&chain)
            .into_iter()
            .map(|ring| self.articles(&chain, &ring))
            .filter(|articles| articles.len() > 1)
            .collect()
    }

    /// All stops from some claims on, and which leads to which.
    fn chain(&self, from: impl IntoIterator<Item = ClaimId>) -> DiGraph<Stop, ()> {
        let mut chain = DiGraph::new();
        let mut known = BTreeMap::new();
        for claim in from {
            let stop = Stop::Claim(claim);
            known.entry(stop).or_insert_with(|| chain.add_node(stop));
        }
        let mut next = 0;
        while next < chain.node_count() {
            let at = NodeIndex::new(next);
            for stop in self.leads_to(chain[at]) {
                let target = *known.entry(stop).or_insert_with(|| chain.add_node(stop));
                chain.add_edge(at, target, ());
            }
            next += 1;
        }
        chain
    }

    fn articles(&self, chain: &DiGraph<Stop, ()>, stops: &[NodeIndex]) -> BTreeSet<ArticleId> {
        let articles = stops.iter().filter_map(|stop| match chain[*stop] {
            Stop::Claim(claim) => Some(self.graph.article_of(claim)),
            Stop::Article(article) => Some(article),
            Stop::End(_) => None,
        });
        articles
            .map(|article| self.graph.publication(article))
            .collect()
    }

    /// Where the chain goes on from a stop.
    fn leads_to(&self, stop: Stop) -> Vec<Stop> {
        self.leads_on(stop).1
    }

    /// Where the chain goes on from a stop, and why there.
    fn leads_on(&self, stop: Stop) -> (Lead, Vec<Stop>) {
        let graph = self.graph;
        let article = match stop {
            Stop::Claim(claim) => graph.article_of(claim),
            Stop::Article(article) => article,
            Stop::End(_) => return (Lead::End, Vec::new()),
        };
        if let Stop::Claim(claim) = stop {
            let cites = !graph.corpus.claim(claim).details.cites.is_empty();
            let cited = || graph.targets(Node::Claim(claim), Edge::Cites);
            if cites && cited().next().is_some() {
                return (Lead::Cites, self.all_stops(cited().collect(), stop));
            }
            if !graph.in_own_voice(claim) {
                let speakers = graph.speakers(claim).into_iter();
                let stops = speakers.flat_map(|speaker| self.stops_of(speaker, stop));
                return (Lead::Speakers, stops.collect());
            }
        }
        let copied = self.copied(stop, article);
        if !copied.is_empty() {
            return (Lead::CopyOf, copied);
        }
        (Lead::OwnVoice, vec![Stop::End(self.own_origin(article))])
    }

    /// The origin of what an article says of itself: its source, else the article.
    fn own_origin(&self, article: ArticleId) -> Origin {
        match self.graph.source_of(article) {
            Some(source) => Origin::Entity(self.graph.whole(source)),
            None => Origin::Article(self.graph.publication(article)),
        }
    }

    fn stops_of(&self, speaker: Speaker, from: Stop) -> Vec<Stop> {
        let (article, name) = match speaker {
            Speaker::Named(entity) => return self.stops_at(Node::Entity(entity), from),
            Speaker::Unnamed(article, name) => (article, name),
        };
        let copied = self.copied(from, article);
        if copied.is_empty() {
            let article = self.graph.publication(article);
            vec![Stop::End(Origin::Unnamed(article, name))]
        } else {
            copied
        }
    }

    /// Where the chain goes on if the article is a copy.
    fn copied(&self, from: Stop, article: ArticleId) -> Vec<Stop> {
        if self.graph.corpus.article(article).copy_of.is_none() {
            return Vec::new();
        }
        let original = self.graph.targets(Node::Article(article), Edge::CopyOf);
        self.all_stops(original.collect(), from)
    }

    fn all_stops(&self, cited: Vec<Node>, from: Stop) -> Vec<Stop> {
        cited
            .into_iter()
            .flat_map(|node| self.stops_at(node, from))
            .collect()
    }

    /// What a citation leads to: what the cited article, or a cited source's other articles, say on
    /// the question; where they are silent, the article or source itself.
    fn stops_at(&self, cited: Node, from: Stop) -> Vec<Stop> {
        let (claims, silent) = match cited {
            Node::Article(article) => (
                self.claims_of_article(article).to_vec(),
                Stop::Article(article),
            ),
            Node::Entity(entity) => (
                self.claims_of_source(entity, from),
                Stop::End(Origin::Entity(self.graph.whole(entity))),
            ),
            _ => return Vec::new(),
        };
        if claims.is_empty() {
            return vec![silent];
        }
        let fitting: Vec<ClaimId> = claims
            .iter()
            .copied()
            .filter(|claim| self.fits(from, *claim))
            .collect();
        let stops = if fitting.is_empty() { claims } else { fitting };
        stops.into_iter().map(Stop::Claim).collect()
    }

    /// Whether a claim may be true together with the one that draws on it.
    fn fits(&self, from: Stop, claim: ClaimId) -> bool {
        let positions = self.positions.get_or_init(|| {
            let stands = self.standing.positions.iter().enumerate();
            stands
                .flat_map(|(at, stand)| stand.claims.iter().map(move |claim| (*claim, at)))
                .collect()
        });
        let value = |claim| {
            let at: &usize = positions.get(&claim)?;
            Some(&self.standing.positions[*at].value)
        };
        let Stop::Claim(from) = from else { return true };
        match (value(from), value(claim)) {
            (Some(from), Some(claim)) => relate(from, claim) != Relation::Disjoint,
            _ => true,
        }
    }

    fn claims_of_article(&self, article: ArticleId) -> &[ClaimId] {
        let article_of = |claim: &ClaimId| self.graph.article_of(*claim);
        let start = self.claims.partition_point(|id| article_of(id) < article);
        let end = self.claims.partition_point(|id| article_of(id) <= article);
        &self.claims[start..end]
    }

    /// What the other articles of a source say.
    fn claims_of_source(&self, source: EntityId, from: Stop) -> Vec<ClaimId> {
        if self.graph.published_by(source).next().is_none() {
            return Vec::new();
        }
        let by_source = self.by_source.get_or_init(|| {
            let mut by_source: BTreeMap<EntityId, Vec<ClaimId>> = BTreeMap::new();
            for claim in self.claims {
                if let Some(source) = self.graph.source_of(self.graph.article_of(*claim)) {
                    by_source.entry(source).or_default().push(*claim);
                }
            }
            by_source
        });
        let article = |claim| self.graph.publication(self.graph.article_of(claim));
        let own = match from {
            Stop::Claim(claim) => Some(article(claim)),
            Stop::Article(id) => Some(self.graph.publication(id)),
            Stop::End(_) => None,
        };
        let claims = by_source.get(&source).map_or(&[][..], Vec::as_slice);
        let others = claims.iter().copied();
        others
            .filter(|claim| Some(article(*claim)) != own)
            .collect()
    }
}

/// Whether no way leads out of a component.
fn is_closed(chain: &DiGraph<Stop, ()>, component: &[NodeIndex]) -> bool {
    let inside: BTreeSet<NodeIndex> = component.iter().copied().collect();
    component
        .iter()
        .all(|stop| chain.neighbors(*stop).all(|next| inside.contains(&next)))
}
