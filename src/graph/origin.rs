//! Origins: where the chain of who draws on whom ends.
//!
//! The origins of a claim are what it cites itself, else its speakers, else what its article is a
//! copy of, else its source (for an unnamed source, its article). A cited article is followed to
//! what it says on the same question; a ring of citations is one origin.

use std::collections::BTreeSet;

use super::{ClaimGraph, Edge, Node};
use crate::align::{EntityId, QuestionId, Speaker};
use crate::model::{ArticleId, ClaimId, Symbol};

/// Where a claim comes from in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// A source, or a named speaker with the organisation that it is part of.
    Entity(EntityId),
    /// An article whose source is not known.
    Article(ArticleId),
    /// A speaker without a proper name.
    Unnamed(ArticleId, Symbol),
}

/// A stop on the way from a claim to its origins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stop {
    /// What an article says in its own voice.
    Article(ArticleId),
    /// A claim.
    Claim(ClaimId),
}

impl ClaimGraph<'_> {
    /// The origins of a claim, in a fixed order; never empty.
    ///
    /// Linear in the citations that are followed, each of which is followed once.
    #[must_use]
    pub fn origins(&self, question: QuestionId, claim: ClaimId) -> BTreeSet<Origin> {
        let mut origins = BTreeSet::new();
        let mut seen = BTreeSet::from([Stop::Claim(claim)]);
        let mut open = vec![Stop::Claim(claim)];
        while let Some(stop) = open.pop() {
            for next in self.leads_to(question, stop, &mut origins) {
                if seen.insert(next) {
                    open.push(next);
                }
            }
        }
        if origins.is_empty() {
            // Every chain ran into a ring, which is one origin: known by its first article.
            let articles = seen.into_iter().map(|stop| match stop {
                Stop::Article(article) => article,
                Stop::Claim(claim) => self.article_of(claim),
            });
            origins.extend(articles.min().map(Origin::Article));
        }
        origins
    }

    /// The name of an origin, for people.
    #[must_use]
    pub fn origin_name(&self, origin: Origin) -> String {
        let id = |article| self.corpus.symbols.text(self.corpus.article(article).id);
        match origin {
            Origin::Entity(entity) => self.alignment.name(entity).to_owned(),
            Origin::Article(article) => id(article).to_owned(),
            Origin::Unnamed(article, name) => {
                format!("{} ({})", self.corpus.symbols.text(name), id(article))
            }
        }
    }

    /// Where the chain goes on from a stop; what ends there is added to the origins.
    fn leads_to(
        &self,
        question: QuestionId,
        stop: Stop,
        origins: &mut BTreeSet<Origin>,
    ) -> Vec<Stop> {
        let (targets, article) =
            match stop {
                Stop::Claim(claim) => {
                    let cited: Vec<Node> = self.targets(Node::Claim(claim), Edge::Cites).collect();
                    if cited.is_empty() && !self.in_own_voice(claim) {
                        origins.extend(self.speakers(claim).into_iter().map(
                            |speaker| match speaker {
                                Speaker::Named(entity) => Origin::Entity(self.whole(entity)),
                                Speaker::Unnamed(article, name) => Origin::Unnamed(article, name),
                            },
                        ));
                        return Vec::new();
                    }
                    (cited, self.article_of(claim))
                }
                Stop::Article(article) => (Vec::new(), article),
            };
        let targets = if targets.is_empty() {
            self.targets(Node::Article(article), Edge::CopyOf).collect()
        } else {
            targets
        };
        if targets.is_empty() {
            origins.insert(
                self.source_of(article)
                    .map_or(Origin::Article(article), |source| {
                        Origin::Entity(self.whole(source))
                    }),
            );
        }
        targets
            .into_iter()
            .flat_map(|node| self.stops_at(question, node, origins))
            .collect()
    }

    /// What a citation leads to: a source ends the chain, an article goes on with what it says on the question.
    fn stops_at(
        &self,
        question: QuestionId,
        node: Node,
        origins: &mut BTreeSet<Origin>,
    ) -> Vec<Stop> {
        match node {
            Node::Entity(entity) => {
                origins.insert(Origin::Entity(self.whole(entity)));
                Vec::new()
            }
            Node::Article(article) => {
                let claims = self.alignment.question(question).claims.iter();
                let own: Vec<Stop> = claims
                    .filter(|id| self.article_of(**id) == article)
                    .map(|id| Stop::Claim(*id))
                    .collect();
                if own.is_empty() {
                    vec![Stop::Article(article)]
                } else {
                    own
                }
            }
            _ => Vec::new(),
        }
    }
}
