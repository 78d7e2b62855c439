//! The minimal sets of bounded differences that cannot all hold, the smallest first.
//!
//! Bounds on differences fail where a circle of them has negative length, so that the minimal sets are
//! the claims on such circles (for sums in general: Gleeson and Ryan 1990, "Identifying minimally
//! infeasible subsystems of inequalities"). Circles are grown claim by claim; what no claim speaks for
//! lies between as shortest ways. A start is given up where even the shortest walk home with the
//! claims that are left is not negative, where it meets a quantity twice, or where it holds a set that
//! was found before. As all smaller sets are known by then, what is left is minimal, and no two
//! claims are tried together only because they answer the same question in different ways: many rival
//! values of few questions are no harder than few.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use petgraph::algo::tarjan_scc;
use petgraph::graph::DiGraph;

use super::bound::Near;
use super::part::Part;
use super::system::{Form, Range};

/// Knots of more quantities are not looked at in this way, which is cubic in them.
const MOST_QUANTITIES: usize = 64;

/// In larger parts no knots are looked for.
const MOST_IN_ALL: usize = 10_000;

/// So many steps are taken.
const MOST_STEPS: usize = 2_000_000;

/// How the search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// All minimal sets were found.
    Complete,
    /// It stopped because whoever asked wants no more.
    Stopped,
    /// It reached its limit, or the part is too large or holds more than bounds of one stretch on
    /// differences: there may be other sets, and a set that was found may hold a smaller one.
    Partial,
}

/// Hands every minimal set of claimed links on, by size, until told to stop.
///
/// The links that no claim speaks for can all hold.
pub(super) fn each(part: &Part, mut take: impl FnMut(&[usize]) -> ControlFlow<()>) -> Ended {
    if part.count > MOST_IN_ALL {
        return Ended::Partial;
    }
    let edges: Vec<Edge> = (0..part.links.len())
        .filter_map(|link| both_ways(part, link))
        .flatten()
        .collect();
    let mut whole = is_plain(part);
    let mut searches = Vec::new();
    for edges in knots(part.count, edges) {
        match Search::new(part, edges) {
            Some(search) => searches.push(search),
            None => whole = false,
        }
    }
    let most = searches.iter().map(|search| search.count).max();
    let mut enough = false;
    let mut take = |set: &[usize]| {
        let flow = take(set);
        enough = flow.is_break();
        flow
    };
    let mut left = MOST_STEPS;
    for size in 1..=most.unwrap_or(0) {
        for search in searches.iter_mut().filter(|search| size <= search.count) {
            search.left = left;
            let flow = search.round(size, &mut take);
            left = search.left;
            match flow {
                Some(ControlFlow::Continue(())) => {}
                Some(ControlFlow::Break(())) if enough => return Ended::Stopped,
                _ => return Ended::Partial,
            }
        }
    }
    match whole {
        true => Ended::Complete,
        false => Ended::Partial,
    }
}

/// The edges of each knot: quantities of which each leads to every other. A circle stays in one of them,
/// so that what only comes before or after it needs no look.
fn knots(count: usize, edges: Vec<Edge>) -> Vec<Vec<Edge>> {
    let mut graph: DiGraph<(), (), usize> = DiGraph::with_capacity(count, edges.len());
    for _ in 0..count {
        graph.add_node(());
    }
    for edge in &edges {
        graph.add_edge(edge.tail.into(), edge.head.into(), ());
    }
    // The knot of each quantity, and its number there.
    let mut at = vec![(0, 0); count];
    let found = tarjan_scc(&graph);
    for (knot, members) in found.iter().enumerate() {
        for (number, quantity) in members.iter().enumerate() {
            at[quantity.index()] = (knot, number);
        }
    }
    let mut knots: Vec<Vec<Edge>> = vec![Vec::new(); found.len()];
    for edge in edges {
        let ((knot, tail), (other, head)) = (at[edge.tail], at[edge.head]);
        if knot == other {
            knots[knot].push(Edge { tail, head, ..edge });
        }
    }
    knots.retain(|edges| !edges.is_empty());
    knots
}

/// Whether a part holds nothing but bounds of one stretch on differences.
pub(super) fn is_plain(part: &Part) -> bool {
    (0..part.links.len()).all(|link| both_ways(part, link).is_some())
}

/// `head <= tail + length`.
#[derive(Clone, Copy, Debug)]
struct Edge {
    tail: usize,
    head: usize,
    length: Near,
    link: usize,
}

/// The edges of a link with one stretch; `None` for other links, and where a number does not fit.
fn both_ways(part: &Part, link: usize) -> Option<impl Iterator<Item = Edge>> {
    let (Form::Difference { from, to }, Range::Fixed(set)) =
        (&part.links[link].form, &part.links[link].range)
    else {
        return None;
    };
    let [interval] = set.parts() else {
        return None;
    };
    let (from, to) = (*from as usize, *to as usize);
    let edge = |tail, head, length| Edge {
        tail,
        head,
        length,
        link,
    };
    let on = Near::most(interval).map(|length| edge(from, to, length));
    let back = match Near::least(interval) {
        Some(least) => Some(edge(to, from, Near::ZERO.minus(least)?)),
        None => None,
    };
    Some(on.into_iter().chain(back))
}

/// The shortest ways between all quantities, where there are any: a matrix by row.
#[derive(Clone)]
struct Ways {
    count: usize,
    lengths: Vec<Option<Near>>,
}

impl Ways {
    /// None yet.
    fn new(count: usize) -> Self {
        Self {
            count,
            lengths: vec![None; count * count],
        }
    }

    /// Those along some edges (Floyd 1962); `None` where a number does not fit.
    fn along(count: usize, edges: &[Edge]) -> Option<Self> {
        let mut ways = Self::new(count);
        for at in 0..count {
            ways.shorten(at, at, Near::ZERO);
        }
        for edge in edges {
            ways.shorten(edge.tail, edge.head, edge.length);
        }
        for over in 0..count {
            for from in 0..count {
                if let Some(first) = ways.get(from, over) {
                    for to in 0..count {
                        if let Some(second) = ways.get(over, to) {
                            ways.shorten(from, to, first.plus(second)?);
                        }
                    }
                }
            }
        }
        Some(ways)
    }

    fn get(&self, from: usize, to: usize) -> Option<Near> {
        self.lengths[from * self.count + to]
    }

    /// Keeps the shorter of the way that is known and a new one.
    fn shorten(&mut self, from: usize, to: usize, length: Near) {
        let way = &mut self.lengths[from * self.count + to];
        if way.is_none_or(|way| length < way) {
            *way = Some(length);
        }
    }

    /// Adds a way from one quantity to another before all ways that others have on from there;
    /// `None` where a number does not fit.
    fn extend(&mut self, from: usize, first: Near, over: usize, rest: &Self) -> Option<()> {
        for to in 0..self.count {
            if let Some(rest) = rest.get(over, to) {
                self.shorten(from, to, first.plus(rest)?);
            }
        }
        Some(())
    }
}

struct Search {
    count: usize,
    claimed: Vec<Edge>,
    /// The shortest ways without claims.
    between: Ways,
    /// The shortest walks with just so many claims.
    home: Vec<Ways>,
    /// For each link the sets that were found and of which it is the last.
    found: BTreeMap<usize, Vec<Vec<usize>>>,
    left: usize,
}

/// A circle that is not closed yet.
struct Open {
    start: usize,
    links: Vec<usize>,
    met: Vec<bool>,
}

/// `None` where a number does not fit.
type Flow = Option<ControlFlow<()>>;

const ON: Flow = Some(ControlFlow::Continue(()));

const STOP: Flow = Some(ControlFlow::Break(()));

impl Search {
    /// A search along some edges; `None` where they are too many, or a number does not fit.
    fn new(part: &Part, edges: Vec<Edge>) -> Option<Self> {
        let ends = edges.iter().map(|edge| edge.tail.max(edge.head));
        let count = ends.max().map_or(0, |last| last + 1);
        if count > MOST_QUANTITIES {
            return None;
        }
        let (claimed, hard): (Vec<Edge>, Vec<Edge>) = edges
            .into_iter()
            .partition(|edge| part.links[edge.link].claimed);
        let between = Ways::along(count, &hard)?;
        Some(Self {
            count,
            claimed,
            home: vec![between.clone()],
            between,
            found: BTreeMap::new(),
            left: 0,
        })
    }

    /// All sets of so many claims; those of fewer are found.
    fn round(&mut self, size: usize, take: &mut impl FnMut(&[usize]) -> ControlFlow<()>) -> Flow {
        for at in 0..self.claimed.len() {
            let first = self.claimed[at];
            let mut open = Open {
                start: first.tail,
                links: vec![first.link],
                met: vec![false; self.count],
            };
            open.met[first.tail] = true;
            open.met[first.head] = true;
            if self.holds_found(&open.links, first.link) {
                continue;
            }
            match self.grow(&mut open, first.head, first.length, size - 1, take)? {
                ControlFlow::Continue(()) => {}
                stop @ ControlFlow::Break(()) => return Some(stop),
            }
        }
        let cost = self.count * (self.claimed.len() + self.count * self.count);
        if self.left < cost {
            return STOP;
        }
        self.left -= cost;
        self.walk_further()?;
        ON
    }

    /// Adds so many more claims to a circle that has come to a quantity, in every way.
    fn grow(
        &mut self,
        open: &mut Open,
        here: usize,
        length: Near,
        more: usize,
        take: &mut impl FnMut(&[usize]) -> ControlFlow<()>,
    ) -> Flow {
        let negative = match self.home[more].get(here, open.start) {
            Some(home) => length.plus(home)? < Near::ZERO,
            None => false,
        };
        if !negative {
            return ON;
        }
        if more == 0 {
            return self.close(&open.links, take);
        }
        for at in 0..self.claimed.len() {
            if self.left == 0 {
                return STOP;
            }
            self.left -= 1;
            let edge = self.claimed[at];
            let Some(way) = self.between.get(here, edge.tail) else {
                continue;
            };
            // Each circle is found from the first of its links.
            let turned = edge.link <= open.links[0] || open.links.contains(&edge.link);
            let again = edge.tail != here && open.met[edge.tail];
            let early = open.met[edge.head] && (edge.head != open.start || more > 1);
            if turned || again || early {
                continue;
            }
            open.links.push(edge.link);
            if !self.holds_found(&open.links, edge.link) {
                let before = (open.met[edge.tail], open.met[edge.head]);
                (open.met[edge.tail], open.met[edge.head]) = (true, true);
                let length = length.plus(way)?.plus(edge.length)?;
                let flow = self.grow(open, edge.head, length, more - 1, take)?;
                (open.met[edge.tail], open.met[edge.head]) = before;
                if flow.is_break() {
                    return Some(flow);
                }
            }
            open.links.pop();
        }
        ON
    }

    fn close(
        &mut self,
        links: &[usize],
        take: &mut impl FnMut(&[usize]) -> ControlFlow<()>,
    ) -> Flow {
        let mut set = links.to_vec();
        set.sort_unstable();
        let flow = take(&set);
        for link in &set {
            self.found.entry(*link).or_default().push(set.clone());
        }
        Some(flow)
    }

    /// Whether a set that was found, with the link that came last, is among these.
    fn holds_found(&self, links: &[usize], last: usize) -> bool {
        let mut found = self.found.get(&last).into_iter().flatten();
        found.any(|set| set.len() <= links.len() && set.iter().all(|link| links.contains(link)))
    }

    /// The shortest walks with one claim more.
    fn walk_further(&mut self) -> Option<()> {
        let Some(last) = self.home.last() else {
            return Some(());
        };
        // First those that begin with a claim.
        let mut begun = Ways::new(self.count);
        for edge in &self.claimed {
            begun.extend(edge.tail, edge.length, edge.head, last)?;
        }
        let mut walks = Ways::new(self.count);
        for from in 0..self.count {
            for over in 0..self.count {
                if let Some(first) = self.between.get(from, over) {
                    walks.extend(from, first, over, &begun)?;
                }
            }
        }
        self.home.push(walks);
        Some(())
    }
}
