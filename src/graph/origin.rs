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
use std::rc::Rc;
use std::sync::Arc;

use smallvec::{SmallVec, smallvec};

use super::ways::Ways;
use super::{ClaimGraph, Edge, Node};
use crate::align::{EntityId, QuestionId, Speaker};
use crate::compare::{MOST_POSITIONS, Standing};
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
    pub(super) graph: &'g ClaimGraph<'g>,
    /// In the order of the articles.
    claims: &'g [ClaimId],
    standing: &'g Standing,
    positions: OnceCell<BTreeMap<ClaimId, usize>>,
    by_source: OnceCell<BTreeMap<EntityId, Vec<ClaimId>>>,
    origins: OnceCell<BTreeMap<ClaimId, Rc<Origins>>>,
}

/// To what a way goes on.
#[derive(Clone, Copy)]
pub(super) enum Target {
    /// A stop.
    Stop(Stop),
    /// What an article or source says on the question.
    Cited(Node),
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
            origins: OnceCell::new(),
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
    /// Nearly linear in the claims of the question and in what they cite, for all of them together.
    #[must_use]
    pub fn origins(&self, claim: ClaimId) -> Origins {
        if let Some(origin) = self.plain_origin(claim) {
            return smallvec![origin];
        }
        let origins = self.origins.get_or_init(|| {
            let claims = self.claims.iter().copied();
            Ways::new(self, claims.filter(|id| self.plain_origin(*id).is_none())).origins()
        });
        let origins = origins.get(&claim);
        origins
            .map(|origins| (**origins).clone())
            .unwrap_or_default()
    }

    /// The stops on the way from a claim to its origins, each once: why it goes on, and to what.
    #[must_use]
    pub fn way(&self, claim: ClaimId) -> Vec<(Stop, Lead, Vec<Stop>)> {
        let mut known = BTreeSet::from([Stop::Claim(claim)]);
        let mut stops = vec![Stop::Claim(claim)];
        let mut way = Vec::new();
        while let Some(stop) = stops.get(way.len()).copied() {
            let (lead, targets) = self.leads_on(stop);
            let next = targets.into_iter().flat_map(|target| match target {
                Target::Stop(stop) => vec![stop],
                Target::Cited(cited) => self.stops_at(cited, stop),
            });
            let next: Vec<Stop> = next.collect();
            stops.extend(next.iter().copied().filter(|stop| known.insert(*stop)));
            way.push((stop, lead, next));
        }
        way
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
        let ways = Ways::new(self, citing);
        let rings = ways.rings().filter(|articles| articles.len() > 1);
        rings.map(BTreeSet::from_iter).collect()
    }

    /// Where the chain goes on from a stop, and why there.
    pub(super) fn leads_on(&self, stop: Stop) -> (Lead, Vec<Target>) {
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
                return (Lead::Cites, cited().map(Target::Cited).collect());
            }
            if !graph.in_own_voice(claim) {
                let speakers = graph.speakers(claim).into_iter();
                let targets = speakers.flat_map(|speaker| self.targets_of(speaker));
                return (Lead::Speakers, targets.collect());
            }
        }
        let copied = self.copied(article);
        if !copied.is_empty() {
            return (Lead::CopyOf, copied);
        }
        let end = Stop::End(self.own_origin(article));
        (Lead::OwnVoice, vec![Target::Stop(end)])
    }

    /// The origin of what an article says of itself: its source, else the article.
    fn own_origin(&self, article: ArticleId) -> Origin {
        match self.graph.source_of(article) {
            Some(source) => Origin::Entity(self.graph.whole(source)),
            None => Origin::Article(self.graph.publication(article)),
        }
    }

    fn targets_of(&self, speaker: Speaker) -> Vec<Target> {
        let (article, name) = match speaker {
            Speaker::Named(entity) => return vec![Target::Cited(Node::Entity(entity))],
            Speaker::Unnamed(article, name) => (article, name),
        };
        let copied = self.copied(article);
        if copied.is_empty() {
            let article = self.graph.publication(article);
            vec![Target::Stop(Stop::End(Origin::Unnamed(article, name)))]
        } else {
            copied
        }
    }

    /// Where the chain goes on if the article is a copy.
    fn copied(&self, article: ArticleId) -> Vec<Target> {
        if self.graph.corpus.article(article).copy_of.is_none() {
            return Vec::new();
        }
        let original = self.graph.targets(Node::Article(article), Edge::CopyOf);
        original.map(Target::Cited).collect()
    }

    /// What a citation leads to: what the cited article, or a cited source's other articles, say on
    /// the question; where they are silent, the article or source itself.
    fn stops_at(&self, cited: Node, from: Stop) -> Vec<Stop> {
        let others = |claims: Vec<ClaimId>| -> Vec<Stop> {
            let own = match cited {
                Node::Entity(_) => self.publication(from),
                _ => None,
            };
            let publication = |claim: &ClaimId| Some(self.graph.publication_of(*claim));
            let others = claims.into_iter();
            let others = others.filter(|claim| own.is_none() || publication(claim) != own);
            others.map(Stop::Claim).collect()
        };
        let position = self.position_of(from);
        let fitting = || others(self.said((cited, position)));
        let all = || others(self.said((cited, None)));
        let mut found = fitting();
        if found.is_empty() {
            found = all();
        }
        if found.is_empty() {
            found.extend(self.silent(cited));
        }
        found
    }

    /// The article that is at a stop, one for all who read it.
    fn publication(&self, stop: Stop) -> Option<ArticleId> {
        match stop {
            Stop::Claim(claim) => Some(self.graph.publication_of(claim)),
            Stop::Article(article) => Some(self.graph.publication(article)),
            Stop::End(_) => None,
        }
    }

    /// Where a citation leads if nothing is said there on the question.
    pub(super) fn silent(&self, cited: Node) -> Option<Stop> {
        match cited {
            Node::Article(article) => Some(Stop::Article(article)),
            Node::Entity(entity) => Some(Stop::End(Origin::Entity(self.graph.whole(entity)))),
            _ => None,
        }
    }

    /// The position of the claim at a stop; `None` where it has none.
    pub(super) fn position_of(&self, stop: Stop) -> Option<usize> {
        let Stop::Claim(claim) = stop else {
            return None;
        };
        self.positions().get(&claim).copied()
    }

    /// What an article or source says on the question that may be true together with a position, in the
    /// order of the articles. Of positions beyond those that are compared, all may.
    pub(super) fn said(&self, (cited, position): (Node, Option<usize>)) -> Vec<ClaimId> {
        let claims = match cited {
            Node::Article(article) => self.claims_of_article(article),
            Node::Entity(entity) => self.claims_of_source(entity),
            _ => &[],
        };
        let compared = |at: &usize| *at < MOST_POSITIONS;
        let stands = &self.standing.positions;
        let Some(own) = position.filter(compared).and_then(|at| stands.get(at)) else {
            return claims.to_vec();
        };
        let mut met: BTreeMap<usize, bool> = BTreeMap::new();
        let mut fits = |claim: &ClaimId| {
            let other = self.positions().get(claim).copied().filter(compared);
            other.is_none_or(|other| {
                let relation = || relate(&own.value, &stands[other].value);
                *met.entry(other)
                    .or_insert_with(|| relation() != Relation::Disjoint)
            })
        };
        claims.iter().copied().filter(|claim| fits(claim)).collect()
    }

    fn positions(&self) -> &BTreeMap<ClaimId, usize> {
        self.positions.get_or_init(|| {
            let stands = self.standing.positions.iter().enumerate();
            stands
                .flat_map(|(at, stand)| stand.claims.iter().map(move |claim| (*claim, at)))
                .collect()
        })
    }

    fn claims_of_article(&self, article: ArticleId) -> &[ClaimId] {
        let article_of = |claim: &ClaimId| self.graph.article_of(*claim);
        let start = self.claims.partition_point(|id| article_of(id) < article);
        let end = self.claims.partition_point(|id| article_of(id) <= article);
        &self.claims[start..end]
    }

    /// What the articles of a source say.
    fn claims_of_source(&self, source: EntityId) -> &[ClaimId] {
        if self.graph.published_by(source).next().is_none() {
            return &[];
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
        by_source.get(&source).map_or(&[][..], Vec::as_slice)
    }
}
