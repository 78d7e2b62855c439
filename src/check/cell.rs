//! The claims of a position that stand to all others alike: those of one time, one place and the same
//! other limits.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::agreement::have_none_in_common;
use crate::compare::{MOST_CLAIMS, Pair, Scope, Side, Stand, Standing, Verdict};
use crate::graph::{ClaimGraph, Node, Origins, Sourcing};
use crate::model::{ArticleId, Changes, ClaimId};
use crate::value::{Day, Extent, Intervals, Relation};

/// Claims of one position and one scope, none of which a later version replaced.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// The position, by index.
    pub(super) position: usize,
    /// Its claims; never empty.
    pub(super) claims: Vec<ClaimId>,
    /// The articles that make them.
    articles: Few<ArticleId>,
    /// What stands behind them, found when it is first asked.
    backing: OnceCell<Backing>,
}

/// What stands behind claims, by the origins of what is said: as many copies as there are make one entry.
type Backing = BTreeMap<Origins, Backers>;

/// The articles that say something, and those from which their texts are taken.
#[derive(Clone, Debug)]
struct Backers {
    articles: Few<ArticleId>,
    texts: Few<Node>,
}

/// One of several things, and whether there is another.
#[derive(Clone, Debug)]
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

/// The cells of each position of a question, by index.
pub(super) fn cells(graph: &ClaimGraph<'_>, standing: &Standing) -> Vec<Vec<Cell>> {
    let positions = standing.positions.iter().enumerate();
    positions
        .map(|(at, stand)| cells_of(graph, standing, (at, stand)))
        .collect()
}

fn cells_of(
    graph: &ClaimGraph<'_>,
    standing: &Standing,
    (position, stand): (usize, &Stand),
) -> Vec<Cell> {
    let stands = |claim: &&ClaimId| stand.replaced(**claim).is_none();
    if standing.scopes.is_empty() {
        // Nothing tells claims apart.
        let mut claims = stand.claims.iter().filter(stands);
        let cell = claims.next().map(|first| {
            let mut cell = Cell::new(graph, position, *first);
            claims.for_each(|claim| cell.add(graph, *claim));
            cell
        });
        return Vec::from_iter(cell);
    }
    let mut cells: Vec<(Option<&Scope>, Cell)> = Vec::with_capacity(1);
    // Where times tell cells apart, they are looked for among those of one time.
    let mut by_time: IndexMap<Option<&Intervals<Day>>, Vec<usize>> = IndexMap::new();
    for &claim in stand.claims.iter().take(MOST_CLAIMS).filter(stands) {
        let scope = standing.scopes.get(&claim);
        let time = scope.and_then(|scope| scope.time.as_ref());
        let time = time.filter(|_| standing.changes != Changes::No);
        let of_time = by_time.entry(time).or_default();
        let mut of_time_now = of_time.iter();
        let known = of_time_now.find(|at| is_one(standing.changes, scope, cells[**at].0));
        match known.and_then(|at| cells.get_mut(*at)) {
            Some((_, cell)) => cell.add(graph, claim),
            None => {
                of_time.push(cells.len());
                cells.push((scope, Cell::new(graph, position, claim)));
            }
        }
    }
    cells.into_iter().map(|(_, cell)| cell).collect()
}

/// Whether two scopes limit claims in the same way. Without a change, a day of publication is no limit.
fn is_one(changes: Changes, left: Option<&Scope>, right: Option<&Scope>) -> bool {
    match (left, right) {
        (Some(a), Some(b)) => a.limits_like(b) && (changes == Changes::No || a.time == b.time),
        _ => left.is_none() && right.is_none(),
    }
}

impl Cell {
    /// One of its first claim.
    fn new(graph: &ClaimGraph<'_>, position: usize, claim: ClaimId) -> Self {
        Self {
            position,
            claims: vec![claim],
            articles: Few::new(graph.publication_of(claim)),
            backing: OnceCell::new(),
        }
    }

    /// Adds another claim, before anything is asked.
    fn add(&mut self, graph: &ClaimGraph<'_>, claim: ClaimId) {
        self.claims.push(claim);
        self.articles.add(graph.publication_of(claim));
    }

    fn backing(&self, graph: &ClaimGraph<'_>, sourcing: &Sourcing<'_>) -> &Backing {
        self.backing.get_or_init(|| {
            let mut backing = Backing::new();
            for claim in &self.claims {
                let article = graph.publication_of(*claim);
                let text = graph.text_of(article);
                backing
                    .entry(sourcing.origins(*claim))
                    .and_modify(|known| {
                        known.articles.add(article);
                        known.texts.add(text);
                    })
                    .or_insert_with(|| Backers {
                        articles: Few::new(article),
                        texts: Few::new(text),
                    });
            }
            backing
        })
    }

    /// How its claims stand to those of another, given how the values of the two positions do.
    pub(super) fn verdict(
        &self,
        graph: &ClaimGraph<'_>,
        standing: &Standing,
        pair: &Pair,
        other: &Self,
    ) -> Verdict {
        let side = |cell: &Self| {
            let stand = standing.positions.get(cell.position)?;
            Some(Side::of(*cell.claims.first()?, stand))
        };
        match (side(self), side(other)) {
            (Some(left), Some(right)) if !standing.scopes.is_empty() => {
                graph.verdict(standing, &pair.values, (left, right))
            }
            // Without a scope, every two claims stand as their values do.
            _ => Verdict::of(&pair.values),
        }
    }

    /// Whether an article of each can be chosen so that they have neither a text nor an origin in common.
    pub(super) fn is_independent_of(
        &self,
        graph: &ClaimGraph<'_>,
        sourcing: &Sourcing<'_>,
        other: &Self,
    ) -> bool {
        let theirs = other.backing(graph, sourcing);
        self.backing(graph, sourcing).iter().any(|(from, own)| {
            theirs.iter().any(|(other_from, theirs)| {
                own.articles.differs_from(&theirs.articles)
                    && own.texts.differs_from(&theirs.texts)
                    && have_none_in_common(from, other_from)
            })
        })
    }

    /// Whether two articles can be chosen, one of each.
    pub(super) fn is_of_another_article(&self, other: &Self) -> bool {
        self.articles.differs_from(&other.articles)
    }
}

/// Whether two claims of a pair of [`meeting`] agree on something: lists that share a member need not
/// say the same.
pub(super) fn says_the_same(verdict: &Verdict) -> bool {
    match verdict {
        Verdict::Agrees | Verdict::Refines | Verdict::Likely(_) | Verdict::Compatible => true,
        Verdict::Conflicts | Verdict::Possible(_) | Verdict::Undetermined(_) => false,
    }
}

/// The pairs of positions that say the same, or of which one says more precisely what the other says,
/// each position also with itself; of open lists also those that share a member. Those that do so only as
/// they are likely meant come last. Of a passage that is quoted in different words, a fragment that
/// stands in all of them supports none.
pub(super) fn meeting<'s>(
    standing: &'s Standing,
    misquoted: &'s BTreeSet<usize>,
) -> impl Iterator<Item = Pair> + 's {
    let equal = (0..standing.positions.len()).map(|at| Pair {
        left: at,
        right: at,
        values: Relation::Equal.into(),
    });
    let agreeing = |beyond_doubt: bool| {
        let is_sure = move |pair: &&Pair| pair.values.relation.agrees() == beyond_doubt;
        let pairs = standing.pairs.iter().filter(is_sure);
        pairs.filter(|pair| pair.values.agrees() || share_members(standing, pair))
    };
    let pairs = agreeing(true).chain(agreeing(false)).cloned();
    equal.chain(pairs).filter(move |pair| {
        let in_doubt = [pair.left, pair.right]
            .iter()
            .any(|at| misquoted.contains(at));
        pair.left == pair.right || !in_doubt
    })
}

/// Whether two lists name one member, or leave out one and the same.
fn share_members(standing: &Standing, pair: &Pair) -> bool {
    if pair.values.relation != Relation::Overlaps {
        return false;
    }
    let extent = |at: usize| standing.positions.get(at).map(|stand| &stand.value.extent);
    match (extent(pair.left), extent(pair.right)) {
        (Some(Extent::Members(a)), Some(Extent::Members(b))) => a.shares(b),
        _ => false,
    }
}
