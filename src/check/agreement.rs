//! Where the articles that answer a question agree, and on how many origins that rests.

use std::collections::{BTreeMap, BTreeSet};

use super::misquotation;
use crate::align::QuestionId;
use crate::compare::{Obstacle, Pair, Stand, Standing, Verdict};
use crate::graph::{ClaimGraph, Node, Origins, Sourcing};
use crate::model::{ArticleId, ClaimId};
use crate::value::Relation;

/// Which positions of a question articles agree on.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// The positions that agree with or refine what another article says, by index.
    pub positions: BTreeSet<usize>,
    /// Whether two such claims have no origin in common.
    pub independent: bool,
    /// Where some of this holds only as claims are likely meant: when it does not, each a clause that
    /// starts with "unless".
    pub doubts: BTreeSet<String>,
}

/// Finds the positions that agree or refine each other across articles. Adds why claims of one value
/// were not compared.
pub(super) fn find(
    graph: &ClaimGraph<'_>,
    question: QuestionId,
    obstacles: &mut BTreeSet<Obstacle>,
) -> Agreement {
    let standing = graph.standing(question);
    let sourcing = graph.sourcing(question);
    let mut agreement = Agreement::default();
    let mut backings: BTreeMap<usize, Backing> = BTreeMap::new();
    for pair in meeting(standing) {
        if standing.scopes.is_empty() {
            for at in [pair.left, pair.right] {
                backings
                    .entry(at)
                    .or_insert_with(|| backing(graph, &sourcing, &standing.positions[at]));
            }
            agreement.take(&pair, &backings[&pair.left], &backings[&pair.right]);
        } else {
            let found = agreement.take_in_scope(graph, &sourcing, standing, &pair);
            obstacles.extend(found);
        }
    }
    agreement
}

/// The positions of which one lies within the other, each also with itself; those that do so only as
/// they are likely meant come last. Of a passage that is
/// quoted in different words, a fragment that stands in all of them supports none.
fn meeting(standing: &Standing) -> impl Iterator<Item = Pair> + '_ {
    let misquoted = misquoted(standing);
    let equal = (0..standing.positions.len()).map(|at| Pair {
        left: at,
        right: at,
        values: Relation::Equal.into(),
    });
    let agreeing = |beyond_doubt: bool| {
        let is_sure = move |pair: &&Pair| pair.values.relation.agrees() == beyond_doubt;
        let pairs = standing.pairs.iter().filter(is_sure);
        pairs.filter(|pair| pair.values.agrees()).cloned()
    };
    let pairs = equal.chain(agreeing(true)).chain(agreeing(false));
    pairs.filter(move |pair| {
        let in_doubt = [pair.left, pair.right]
            .iter()
            .any(|at| misquoted.contains(at));
        pair.left == pair.right || !in_doubt
    })
}

/// The quotes of which another has different words.
pub(super) fn misquoted(standing: &Standing) -> BTreeSet<usize> {
    let pairs = misquotation::differing(standing);
    pairs
        .flat_map(|(pair, _)| [pair.left, pair.right])
        .collect()
}

/// What stands behind a position, by the origins of what is said: as many copies as there are make
/// one entry.
type Backing = BTreeMap<Origins, Backers>;

struct Backers {
    articles: Few<ArticleId>,
    /// The articles from which their texts are taken.
    texts: Few<Node>,
}

/// One of several things, and whether there is another.
struct Few<T> {
    first: T,
    has_another: bool,
}

impl<T: PartialEq> Few<T> {
    fn new(first: T) -> Self {
        Self {
            first,
            has_another: false,
        }
    }

    fn add(&mut self, item: T) {
        self.has_another |= item != self.first;
    }

    /// Whether one of each can be chosen so that they differ.
    fn differs_from(&self, other: &Self) -> bool {
        self.has_another || other.has_another || self.first != other.first
    }
}

fn backing(graph: &ClaimGraph<'_>, sourcing: &Sourcing<'_>, position: &Stand) -> Backing {
    let mut backing = Backing::new();
    let standing = |claim: &&ClaimId| position.replaced(**claim).is_none();
    for &claim in position.claims.iter().filter(standing) {
        let article = graph.publication_of(claim);
        let text = graph.text_of(article);
        backing
            .entry(sourcing.origins(claim))
            .and_modify(|known: &mut Backers| {
                known.articles.add(article);
                known.texts.add(text);
            })
            .or_insert_with(|| Backers {
                articles: Few::new(article),
                texts: Few::new(text),
            });
    }
    backing
}

impl Agreement {
    /// Adds two positions that agree; a doubt only where it brings something new.
    fn add(&mut self, pair: &Pair, verdict: Verdict, independent: bool) {
        let positions = [pair.left, pair.right];
        if let Verdict::Likely(doubt) = verdict
            && (independent && !self.independent
                || positions.iter().any(|at| !self.positions.contains(at)))
        {
            self.doubts.insert(doubt);
        }
        self.positions.extend(positions);
        self.independent |= independent;
    }

    /// Without a scope, every two claims stand as their values do.
    fn take(&mut self, pair: &Pair, left: &Backing, right: &Backing) {
        for (from, backers) in left {
            for (other_from, others) in right {
                if !backers.articles.differs_from(&others.articles) {
                    continue;
                }
                let independent = backers.texts.differs_from(&others.texts)
                    && have_none_in_common(from, other_from);
                self.add(pair, Verdict::of(&pair.values), independent);
                // There is no more to learn of the pair.
                if self.independent {
                    return;
                }
            }
        }
    }

    /// Within scopes, each two claims are judged. Out: why some could not be compared.
    fn take_in_scope(
        &mut self,
        graph: &ClaimGraph<'_>,
        sourcing: &Sourcing<'_>,
        standing: &Standing,
        pair: &Pair,
    ) -> BTreeSet<Obstacle> {
        let mut obstacles = BTreeSet::new();
        for (a, b) in standing.across(pair) {
            let articles = [a, b].map(|side| graph.publication_of(side.claim));
            if articles[0] == articles[1] {
                continue;
            }
            match graph.verdict(standing, &pair.values, (a, b)) {
                verdict @ (Verdict::Agrees | Verdict::Refines | Verdict::Likely(_)) => {
                    let origins = |claim| sourcing.origins(claim);
                    let independent = self.independent
                        || graph.text_of(articles[0]) != graph.text_of(articles[1])
                            && have_none_in_common(&origins(a.claim), &origins(b.claim));
                    self.add(pair, verdict, independent);
                }
                Verdict::Undetermined(obstacle) => {
                    obstacles.insert(obstacle);
                }
                _ => {}
            }
        }
        obstacles
    }
}

fn have_none_in_common(left: &Origins, right: &Origins) -> bool {
    left.iter()
        .all(|origin| right.binary_search(origin).is_err())
}
