//! Numbers for things that stand under each other, by which any two are told apart at once.
//!
//! Each tree is numbered from its root on, a thing before all that stands under it: these have the
//! numbers that follow its own. However deep the trees are, two things are compared by two numbers.

use super::number;

/// The number of a thing, and the last of those under it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its own number.
    pub own: u32,
    /// The last number under it; its own where there is none.
    pub last: u32,
    /// The number of what its tree starts with.
    pub root: u32,
}

impl Line {
    /// Whether another thing stands under it.
    #[must_use]
    pub fn is_above(self, other: Self) -> bool {
        self.own < other.own && other.own <= self.last
    }
}

/// The line of each thing, given what it stands under; of those of one thing, the one that leads deepest
/// has the last numbers. What stands under itself in the end stands alone. Near linear.
#[must_use]
pub(crate) fn lines(above: &[Option<usize>]) -> Vec<Line> {
    let mut under = vec![Vec::new(); above.len()];
    for (at, of) in above.iter().enumerate() {
        if let Some(under) = of.and_then(|of| under.get_mut(of)) {
            under.push(at);
        }
    }
    let order = from_the_roots(above, &under);
    let mut sizes = vec![1; above.len()];
    let mut depths = vec![0; above.len()];
    for at in order.iter().rev() {
        if let Some(of) = above[*at] {
            sizes[of] += sizes[*at];
            depths[of] = depths[of].max(depths[*at] + 1);
        }
    }
    let mut starts: Vec<Option<usize>> = vec![None; above.len()];
    let mut roots: Vec<Option<usize>> = vec![None; above.len()];
    let mut next = 0;
    for root in order.iter().filter(|at| above[**at].is_none()) {
        (starts[*root], roots[*root]) = (Some(next), Some(next));
        next += sizes[*root];
    }
    for at in order {
        let Some(start) = starts[at] else { continue };
        let mut next = start + 1;
        under[at].sort_by_key(|lower| depths[*lower]);
        for lower in &under[at] {
            (starts[*lower], roots[*lower]) = (Some(next), roots[at]);
            next += sizes[*lower];
        }
    }
    let alone = |next: &mut usize| {
        *next += 1;
        (*next - 1, 1)
    };
    let numbered = starts.into_iter().zip(sizes).zip(roots);
    let lines = numbered.map(|((start, size), root)| {
        let (start, size) = start.map_or_else(|| alone(&mut next), |start| (start, size));
        Line {
            own: number(start),
            last: number(start + size - 1),
            root: number(root.unwrap_or(start)),
        }
    });
    lines.collect()
}

/// All that a root leads to, upper things first.
fn from_the_roots(above: &[Option<usize>], under: &[Vec<usize>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..above.len()).filter(|at| above[*at].is_none()).collect();
    let mut next = 0;
    while let Some(at) = order.get(next) {
        order.extend_from_slice(&under[*at]);
        next += 1;
    }
    order
}

/// Some lines, of which is asked whether any has to do with another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines {
    /// By number; in place of each last number, the greatest so far. Lines lie within each other or apart.
    lines: Vec<Line>,
}

impl FromIterator<Line> for Lines {
    fn from_iter<I: IntoIterator<Item = Line>>(lines: I) -> Self {
        let mut lines = Vec::from_iter(lines);
        lines.sort_unstable_by_key(|line| line.own);
        let mut last = 0;
        for line in &mut lines {
            last = line.last.max(last);
            line.last = last;
        }
        Self { lines }
    }
}

impl Lines {
    /// Whether one of them stands above a thing.
    pub(crate) fn any_above(&self, line: Line) -> bool {
        let before = self.lines.partition_point(|known| known.own < line.own);
        let before = before.checked_sub(1).and_then(|at| self.lines.get(at));
        before.is_some_and(|known| line.own <= known.last)
    }

    /// Whether one of them is a thing, or stands under it.
    pub(crate) fn any_from(&self, line: Line) -> bool {
        let from = self.lines.partition_point(|known| known.own < line.own);
        self.lines
            .get(from)
            .is_some_and(|known| known.own <= line.last)
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Lines, lines};

    /// 0 over 1 and 2, 2 over 3; 4 and 5 in a ring.
    const ABOVE: [Option<usize>; 6] = [None, Some(0), Some(0), Some(2), Some(5), Some(4)];

    #[test]
    fn things_know_what_stands_under_them_and_nothing_else_does() {
        let lines = lines(&ABOVE);
        let under = |upper: usize| -> Vec<usize> {
            let all = 0..lines.len();
            all.filter(|at| lines[upper].is_above(lines[*at])).collect()
        };
        assert_eq!(under(0), [1, 2, 3]);
        assert_eq!(under(2), [3]);
        assert!([1, 3, 4, 5].iter().all(|at| under(*at).is_empty()));
    }

    #[test]
    fn what_leads_deepest_has_the_last_numbers() {
        let lines = lines(&ABOVE);
        assert_eq!(lines[3].own, lines[0].last);
    }

    #[test]
    fn some_lines_are_asked_at_once() {
        let lines = lines(&ABOVE);
        let some = Lines::from_iter([lines[1], lines[2]]);
        let above = |at: usize| some.any_above(lines[at]);
        let from = |at: usize| some.any_from(lines[at]);
        assert_eq!(
            [0, 1, 2, 3, 4].map(above),
            [false, false, false, true, false]
        );
        assert_eq!([0, 1, 2, 3, 4].map(from), [true, true, true, false, false]);
        assert!(!Lines::from_iter([]).any_from(Line::default()));
    }
}
