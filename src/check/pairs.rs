//! Which claims of two positions are held against each other.
//!
//! Few are, all with all. Of many, those are that have an article, a source, a speaker, a citation or an
//! earlier version in common, and of the others two of each kind: they stand to each other as any two do.

use fnv::FnvBuildHasher;
use indexmap::{IndexMap, IndexSet};
use smallvec::SmallVec;

use super::at_once::Span;
use crate::align::{EntityId, Speaker};
use crate::compare::{MOST_CLAIMS, Scope, Side, Standing};
use crate::graph::{ClaimGraph, Node};
use crate::model::{ArticleId, ClaimId, Symbol};
use crate::value::{Day, Intervals};

/// So few pairs are all looked at.
const FEW: usize = 1_024;

/// Each claim is held against so many others with which it has one thing in common.
const MOST_LINKED: usize = 32;

/// Of two kinds with many claims, so many pairs are tried to find one without anything in common.
const MOST_TRIED: usize = 16;

/// Each kind is held against so many others: the first, and those that hold at one time with it.
const MOST_KINDS: usize = 64;

/// The claims of one position, as they are held against those of others.
pub(super) struct Claims<'s> {
    pub(super) sides: Vec<Side<'s>>,
    links: Vec<SmallVec<[Link; 4]>>,
    by_link: IndexMap<Link, Vec<usize>, FnvBuildHasher>,
    kinds: Vec<Kind<'s>>,
}

/// What two claims may have in common, so that more than their values counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Link {
    Article(ArticleId),
    Entity(EntityId),
    /// A tree of versions.
    Versions(u32),
}

/// Claims that stand alike to all with which they have nothing in common.
struct Kind<'s> {
    scope: Option<&'s Scope>,
    claims: Vec<usize>,
}

/// What a kind is told by, the limits apart.
#[derive(PartialEq, Eq, Hash)]
struct Traits<'s> {
    in_own_voice: bool,
    hedged: bool,
    replaced: bool,
    likely: bool,
    subject: Symbol,
    time: Option<&'s Intervals<Day>>,
}

impl<'s> Claims<'s> {
    /// The claims of a position of a question, by index.
    pub(super) fn of(graph: &ClaimGraph<'_>, standing: &'s Standing, position: usize) -> Self {
        let stand = standing.positions.get(position);
        let sides = stand.into_iter().flat_map(|stand| {
            let claims = stand.claims.iter().take(MOST_CLAIMS);
            claims.map(|claim| Side::of(*claim, stand))
        });
        let mut claims = Self {
            sides: sides.collect(),
            links: Vec::new(),
            by_link: IndexMap::default(),
            kinds: Vec::new(),
        };
        // A claim alone is held against all that are looked at.
        if claims.sides.len() * MOST_CLAIMS > FEW {
            claims.sort_out(graph, standing);
        }
        claims
    }

    fn sort_out(&mut self, graph: &ClaimGraph<'_>, standing: &'s Standing) {
        let mut by_traits: IndexMap<Traits<'_>, Vec<usize>> = IndexMap::new();
        for (at, side) in self.sides.iter().enumerate() {
            let links = links(graph, side.claim);
            for link in &links {
                self.by_link.entry(*link).or_default().push(at);
            }
            self.links.push(links);
            let claim = graph.corpus.claim(side.claim);
            let scope = standing.scopes.get(&side.claim);
            let alike = by_traits.entry(Traits {
                in_own_voice: graph.in_own_voice(side.claim),
                hedged: claim.hedged,
                replaced: side.replaced.is_some(),
                likely: side.unjoined.is_some(),
                subject: claim.subject,
                time: scope.and_then(|scope| scope.time.as_ref()),
            });
            let alike = alike.or_default();
            let is_one = |kind: &&usize| match (self.kinds[**kind].scope, scope) {
                (Some(known), Some(scope)) => known.limits_like(scope),
                (known, scope) => known.is_none() && scope.is_none(),
            };
            match alike.iter().find(is_one) {
                Some(kind) => self.kinds[*kind].claims.push(at),
                None => {
                    alike.push(self.kinds.len());
                    let claims = vec![at];
                    self.kinds.push(Kind { scope, claims });
                }
            }
        }
    }

    /// The pairs that are looked at, in the order of the claims. Nearly linear in them.
    pub(super) fn pairs(&self, other: &Self) -> Vec<(usize, usize)> {
        let (lefts, rights) = (self.sides.len(), other.sides.len());
        if lefts * rights <= FEW {
            let all = (0..lefts).flat_map(|left| (0..rights).map(move |right| (left, right)));
            return all.collect();
        }
        let mut pairs = Vec::new();
        for (left, links) in self.links.iter().enumerate() {
            for linked in links.iter().filter_map(|link| other.by_link.get(link)) {
                let linked = linked.iter().take(MOST_LINKED);
                pairs.extend(linked.map(|right| (left, *right)));
            }
        }
        for (kind, others) in self.kinds.iter().zip(self.kinds_met(other)) {
            let others = others.into_iter().filter_map(|at| other.kinds.get(at));
            pairs.extend(others.filter_map(|met| self.apart(kind, other, met)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// The kinds that each kind is held against.
    fn kinds_met(&self, other: &Self) -> Vec<IndexSet<usize>> {
        let all = || (0..other.kinds.len()).collect();
        if self.kinds.len() * other.kinds.len() <= FEW {
            return self.kinds.iter().map(|_| all()).collect();
        }
        let rights: Vec<Span> = other.kinds.iter().map(Kind::span).collect();
        let mut by_start: Vec<usize> = (0..rights.len()).collect();
        by_start.sort_by_key(|at| rights[*at].from);
        let near = self.kinds.iter().map(|kind| {
            let own = kind.span();
            let end = by_start.partition_point(|at| rights[*at].from <= own.to);
            let begun = by_start
                .get(..end)
                .unwrap_or_default()
                .iter()
                .rev()
                .copied();
            let meeting = begun.take(MOST_KINDS).filter(|at| rights[*at].meets(&own));
            meeting.chain((0..rights.len()).take(MOST_TRIED)).collect()
        });
        near.collect()
    }

    /// The first two claims of two kinds that have nothing in common.
    fn apart(&self, kind: &Kind<'_>, other: &Self, met: &Kind<'_>) -> Option<(usize, usize)> {
        let lefts = kind.claims.iter().take(MOST_TRIED);
        let mut pairs = lefts.flat_map(|left| {
            let rights = met.claims.iter().take(MOST_TRIED);
            rights.map(|right| (*left, *right))
        });
        pairs.find(|(left, right)| {
            let links = self.links.get(*left).into_iter().flatten();
            let others = other.links.get(*right);
            others.is_some_and(|others| links.clone().all(|link| !others.contains(link)))
        })
    }
}

impl Kind<'_> {
    fn span(&self) -> Span {
        self.scope.map(Span::of).unwrap_or_default()
    }
}

/// What a claim may have in common with others.
fn links(graph: &ClaimGraph<'_>, claim: ClaimId) -> SmallVec<[Link; 4]> {
    let article = graph.article_of(claim);
    let speakers = graph.speakers(claim).into_iter();
    let named = speakers.filter_map(|speaker| match speaker {
        Speaker::Named(entity) => Some(Link::Entity(entity)),
        Speaker::Unnamed(..) => None,
    });
    let drawn_on = graph.drawn_on(claim).filter_map(|node| match node {
        Node::Article(article) => Some(Link::Article(graph.publication(article))),
        Node::Entity(entity) => Some(Link::Entity(entity)),
        _ => None,
    });
    let versions = graph.line(article).map(|line| Link::Versions(line.root));
    [Link::Article(graph.publication(article))]
        .into_iter()
        .chain(graph.source_of(article).map(Link::Entity))
        .chain(versions)
        .chain(named)
        .chain(drawn_on)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Claims;
    use crate::parse;

    /// How many pairs of claims of two values are looked at.
    fn looked_at(claim: impl Fn(usize) -> String, claims: usize) -> usize {
        let articles = (0..claims).map(|at| {
            let (head, claim) = (
                format!("article: {{id: a{at}, source: Paper {at}}}"),
                claim(at),
            );
            let value = at % 2;
            format!(
                "{head}\nclaims: [{{subject: fire, property: injured, value: {value}{claim}}}]\n"
            )
        });
        let (corpus, _) = parse::load_text(&Vec::from_iter(articles).join("---\n"));
        crate::with_graph(&corpus, false, |graph, _| {
            let question = graph.alignment.question_ids().next();
            let standing = graph.standing(question.expect("one question"));
            let [left, right] = [0, 1].map(|at| Claims::of(graph, standing, at));
            left.pairs(&right).len()
        })
    }

    #[test]
    fn of_few_claims_all_are_held_against_all() {
        assert_eq!(looked_at(|_| String::new(), 20), 100);
    }

    #[test]
    fn twice_as_many_claims_are_twice_as_many_pairs_at_most() {
        let own = |_: usize| String::new();
        let speakers = |at: usize| format!(", attribution: Ann Q{at}");
        let shared = |_: usize| ", attribution: Ann Lee".to_owned();
        let days = |at: usize| format!(", when: {}-06-0{}", 1900 + at / 9, at % 9 + 1);
        let shapes: [&dyn Fn(usize) -> String; 4] = [&own, &speakers, &shared, &days];
        for (at, shape) in shapes.into_iter().enumerate() {
            let [once, twice] = [400, 800].map(|claims| looked_at(shape, claims));
            assert!(once > 0 && twice * 10 <= once * 23, "{at}: {once} {twice}");
        }
    }

    #[test]
    fn what_two_of_very_many_claims_have_in_common_is_looked_at() {
        let one = |at: usize| match at {
            398 | 397 => ", attribution: Ann Lee".to_owned(),
            _ => format!(", attribution: Bo Q{at}"),
        };
        let none = |at: usize| format!(", attribution: Bo Q{at}");
        assert_eq!(looked_at(one, 400), looked_at(none, 400) + 1);
    }
}
