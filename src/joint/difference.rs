//! Whether bounds on differences can all hold: shortest paths, where a circle of negative length is a
//! contradiction.
//!
//! The method is that of Goldberg and Radzik 1993, "A heuristic improvement of the Bellman-Ford
//! algorithm": each pass puts the vertices to look at into topological order first, so that a long
//! chain takes one pass, where plain Bellman-Ford may take as many as it has links. At worst it
//! costs vertices times edges, as Bellman-Ford does. The steps are exact fractions.

use super::bound::{Near, Span};
use crate::text::number;

/// One bounded difference: `to - from` lies in the interval.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) interval: Span,
}

/// What came out.
#[derive(Clone, Debug)]
pub(super) enum Solved {
    /// They can all hold: for each quantity a value with which they do.
    Holds(Vec<Near>),
    /// They cannot: the numbers of some that cannot all hold.
    Fails(Vec<usize>),
    /// A number does not fit into 128 bits, or the search stopped at its limit.
    Unknown,
}

/// Whether all steps between the quantities `0..count` can be taken at once.
pub(super) fn solve(count: usize, steps: &[Step]) -> Solved {
    let edges = edges(steps);
    let Some(mut search) = Search::new(count, &edges) else {
        return Solved::Unknown;
    };
    match search.run() {
        Some(None) => Solved::Holds(search.length),
        Some(Some(circle)) => Solved::Fails(circle),
        None => Solved::Unknown,
    }
}

/// `head <= tail + length`.
#[derive(Clone, Copy, Debug)]
struct Edge {
    tail: u32,
    head: u32,
    length: Near,
    step: u32,
}

fn edges(steps: &[Step]) -> Vec<Edge> {
    let mut edges = Vec::with_capacity(steps.len() * 2);
    for (at, step) in steps.iter().enumerate() {
        let number = number(at);
        if let Some(length) = Near::most(&step.interval) {
            edges.push(Edge {
                tail: step.from,
                head: step.to,
                length,
                step: number,
            });
        }
        let back = Near::least(&step.interval).and_then(|least| Near::ZERO.minus(least));
        if let Some(length) = back {
            edges.push(Edge {
                tail: step.to,
                head: step.from,
                length,
                step: number,
            });
        }
    }
    edges.sort_by_key(|edge| edge.tail);
    edges
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Unseen,
    Open,
    Closed,
}

struct Search<'e> {
    edges: &'e [Edge],
    /// Where the edges of each vertex start.
    starts: Vec<u32>,
    /// The shortest length to each vertex found so far; at first all are reached at no cost.
    length: Vec<Near>,
    /// The edge by which it was reached.
    by: Vec<Option<u32>>,
    /// Which vertices are to be looked at.
    waiting: Vec<bool>,
    /// How far down the way a vertex stands while it is put in order.
    depth: Vec<u32>,
}

impl<'e> Search<'e> {
    fn new(count: usize, edges: &'e [Edge]) -> Option<Self> {
        let mut starts = vec![0; count + 1];
        for edge in edges {
            *starts.get_mut(edge.tail as usize + 1)? += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        Some(Self {
            edges,
            starts,
            length: vec![Near::ZERO; count],
            by: vec![None; count],
            waiting: vec![true; count],
            depth: vec![0; count],
        })
    }

    /// Passes until nothing changes or a negative circle turns up; `None` where a number does not fit.
    fn run(&mut self) -> Option<Option<Vec<usize>>> {
        let mut queue: Vec<u32> = (0..number(self.length.len())).collect();
        let mut marks = vec![Mark::Unseen; self.length.len()];
        for pass in 1_usize.. {
            let order = match self.order(&queue, &mut marks)? {
                Ok(order) => order,
                Err(circle) => return Some(Some(circle)),
            };
            queue.clear();
            for vertex in order.into_iter().rev() {
                marks[vertex as usize] = Mark::Unseen;
                self.waiting[vertex as usize] = false;
                self.look_at(vertex, &mut queue)?;
            }
            queue.retain(|vertex| self.waiting[*vertex as usize]);
            if queue.is_empty() {
                return Some(None);
            }
            if pass.is_power_of_two()
                && let Some(circle) = self.circle_of_parents()
            {
                return Some(Some(circle));
            }
        }
        Some(None)
    }

    /// The edges of a vertex.
    fn out(&self, vertex: u32) -> std::ops::Range<u32> {
        self.starts[vertex as usize]..self.starts[vertex as usize + 1]
    }

    /// How much an edge would shorten the way to its head, if negative.
    fn gain(&self, edge: &Edge) -> Option<Near> {
        self.length[edge.tail as usize]
            .plus(edge.length)?
            .minus(self.length[edge.head as usize])
    }

    fn look_at(&mut self, vertex: u32, queue: &mut Vec<u32>) -> Option<()> {
        for at in self.out(vertex) {
            let edge = self.edges[at as usize];
            if self.gain(&edge)? < Near::ZERO {
                self.length[edge.head as usize] = self.length[vertex as usize].plus(edge.length)?;
                self.by[edge.head as usize] = Some(at);
                if !self.waiting[edge.head as usize] {
                    self.waiting[edge.head as usize] = true;
                    queue.push(edge.head);
                }
            }
        }
        Some(())
    }

    /// The vertices that the waiting ones may shorten, each after those that it may shorten; or a
    /// negative circle among them.
    fn order(&mut self, queue: &[u32], marks: &mut [Mark]) -> Option<Result<Vec<u32>, Vec<usize>>> {
        let mut order = Vec::new();
        // The way down to the vertex in hand: each vertex, its next edge, the edge by which it was
        // reached, and how many edges so far are shortcuts.
        let mut way: Vec<(u32, u32, u32, u32)> = Vec::new();
        for &root in queue {
            if marks[root as usize] != Mark::Unseen {
                continue;
            }
            if !self.is_of_use(root)? {
                self.waiting[root as usize] = false;
                continue;
            }
            marks[root as usize] = Mark::Open;
            self.depth[root as usize] = 0;
            way.push((root, self.out(root).start, u32::MAX, 0));
            while let Some(&mut (vertex, ref mut next, _, shortcuts)) = way.last_mut() {
                if *next == self.out(vertex).end {
                    marks[vertex as usize] = Mark::Closed;
                    order.push(vertex);
                    way.pop();
                    continue;
                }
                let at = *next;
                *next += 1;
                let edge = self.edges[at as usize];
                let gain = self.gain(&edge)?;
                if gain > Near::ZERO {
                    continue;
                }
                let shortcuts = shortcuts + u32::from(gain < Near::ZERO);
                match marks[edge.head as usize] {
                    Mark::Unseen => {
                        marks[edge.head as usize] = Mark::Open;
                        self.depth[edge.head as usize] = number(way.len());
                        way.push((edge.head, self.out(edge.head).start, at, shortcuts));
                    }
                    Mark::Open => {
                        let start = self.depth[edge.head as usize] as usize;
                        if shortcuts > way[start].3 {
                            let mut circle = vec![edge.step as usize];
                            let inner = way[start + 1..].iter();
                            circle.extend(
                                inner.map(|(_, _, at, _)| self.edges[*at as usize].step as usize),
                            );
                            return Some(Err(distinct(circle)));
                        }
                    }
                    Mark::Closed => {}
                }
            }
        }
        Some(Ok(order))
    }

    fn is_of_use(&self, vertex: u32) -> Option<bool> {
        for at in self.out(vertex) {
            if self.gain(&self.edges[at as usize])? < Near::ZERO {
                return Some(true);
            }
        }
        Some(false)
    }

    /// A circle among the edges by which vertices were last reached: it has negative length.
    fn circle_of_parents(&self) -> Option<Vec<usize>> {
        let mut seen = vec![u32::MAX; self.by.len()];
        for start in 0..number(self.by.len()) {
            let mut vertex = start;
            while seen[vertex as usize] == u32::MAX {
                seen[vertex as usize] = start;
                match self.by[vertex as usize] {
                    Some(at) => vertex = self.edges[at as usize].tail,
                    None => break,
                }
            }
            if seen[vertex as usize] == start && self.by[vertex as usize].is_some() {
                let mut circle = Vec::new();
                let first = vertex;
                while let Some(at) = self.by[vertex as usize] {
                    circle.push(self.edges[at as usize].step as usize);
                    vertex = self.edges[at as usize].tail;
                    if vertex == first {
                        return Some(distinct(circle));
                    }
                }
            }
        }
        None
    }
}

fn distinct(mut numbers: Vec<usize>) -> Vec<usize> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}
