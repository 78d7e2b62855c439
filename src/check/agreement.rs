//! Where the articles that answer a question agree, and on how many origins that rests.

use std::collections::{BTreeMap, BTreeSet};

use super::{Outcome, misquotation};
use crate::compare::{Pair, Stand, Standing, Verdict};
use crate::graph::{ClaimGraph, Node, Origins, Sourcing};
use crate::model::{ArticleId, ClaimId};
use crate::value::Relation;

/// Finds the positions that agree or refine each other across articles, whether two claims that do
/// have no origin in common, and why claims of one value were not compared.
pub(super) fn find(graph: &ClaimGraph<'_>, outcome: &mut Outcome) {
    let standing = graph.standing(outcome.question);
    let sourcing = graph.sourcing(outcome.question);
    let mut backings: BTreeMap<usize, Backing> = BTreeMap::new();
    for pair in meeting(standing) {
        if standing.scopes.is_empty() {
            for at in [pair.left, pair.right] {
                backings
                    .entry(at)
                    .or_insert_with(|| backing(graph, &sourcing, &standing.positions[at]));
            }
            take(&backings[&pair.left], &backings[&pair.right], pair, outcome);
        } else {
            in_scope(graph, &sourcing, standing, pair, outcome);
        }
    }
}

/// The positions of which one lies within the other, each also with itself. Of a passage that is
/// quoted in different words, a fragment that stands in all of them supports none.
fn meeting(standing: &Standing) -> impl Iterator<Item = Pair> + '_ {
    let misquoted = misquoted(standing);
    let equal = (0..standing.positions.len()).map(|at| Pair {
        left: at,
        right: at,
        relation: Relation::Equal,
    });
    let pairs = equal.chain(standing.pairs.iter().copied());
    let pairs = pairs.filter(|pair| {
        matches!(
            pair.relation,
            Relation::Equal | Relation::Within | Relation::Contains
        )
    });
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
    for &claim in &position.claims {
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

/// Without a scope, every two claims stand as their values do.
fn take(left: &Backing, right: &Backing, pair: Pair, outcome: &mut Outcome) {
    for (from, backers) in left {
        for (other_from, others) in right {
            if backers.articles.differs_from(&others.articles) {
                outcome.agreeing.extend([pair.left, pair.right]);
                outcome.independent |= backers.texts.differs_from(&others.texts)
                    && have_none_in_common(from, other_from);
            }
            if outcome.independent {
                return;
            }
        }
    }
}

fn in_scope(
    graph: &ClaimGraph<'_>,
    sourcing: &Sourcing<'_>,
    standing: &Standing,
    pair: Pair,
    outcome: &mut Outcome,
) {
    let article = |claim: ClaimId| graph.publication_of(claim);
    for (a, b) in standing.across(pair) {
        if article(a.claim) == article(b.claim) {
            continue;
        }
        match graph.verdict(standing, pair.relation, (a, b)) {
            Verdict::Agrees | Verdict::Refines => {
                outcome.agreeing.extend([pair.left, pair.right]);
                let text = |claim| graph.text_of(article(claim));
                let origins = |claim| sourcing.origins(claim);
                outcome.independent = outcome.independent
                    || text(a.claim) != text(b.claim)
                        && have_none_in_common(&origins(a.claim), &origins(b.claim));
            }
            Verdict::Undetermined(why) => {
                outcome.undetermined.insert(why);
            }
            _ => {}
        }
    }
}

fn have_none_in_common(left: &Origins, right: &Origins) -> bool {
    left.iter()
        .all(|origin| right.binary_search(origin).is_err())
}
