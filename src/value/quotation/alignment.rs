//! Which words of two quotes stand for each other: global alignment (Needleman and Wunsch 1970) in
//! which words may be missing at no cost where the other quote begins, ends or leaves out.

use std::ops::Range;

use super::Passage;

/// How the words of two quotes fit.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    /// How many words are the same.
    pub(super) matched: usize,
    /// The stretches that are not, as ranges of words of both, in order.
    pub(super) differences: Vec<(Range<usize>, Range<usize>)>,
}

impl Alignment {
    /// The same alignment, seen from the other quote.
    pub(super) fn swapped(mut self) -> Self {
        for (left, right) in &mut self.differences {
            std::mem::swap(left, right);
        }
        self
    }
}

/// Above this many pairs of words (two quotes of two thousand each), words are only matched from
/// both ends inwards, so that time and memory stay bounded.
const MAX_PAIRS: usize = 1 << 22;

const MATCH: i32 = 2;
const MISMATCH: i32 = -1;

/// The step that led to a pair of positions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Match,
    Replace,
    /// A word that only the left has; free where the right leaves out.
    Left {
        free: bool,
    },
    Right {
        free: bool,
    },
}

/// Aligns two quotes. Costs the product of their lengths, up to a limit; linear above it.
pub(super) fn align(left: &Passage, right: &Passage) -> Alignment {
    let (a, b): (Vec<_>, Vec<_>) = (left.words().collect(), right.words().collect());
    if a.len().saturating_mul(b.len()) > MAX_PAIRS {
        return align_ends(&a, &b);
    }
    let (free_right, free_left) = (gaps(left, a.len()), gaps(right, b.len()));
    let width = b.len() + 1;
    let mut steps = Vec::with_capacity((a.len() + 1) * width);
    let mut scores = vec![0; width];
    for i in 0..=a.len() {
        let mut diagonal = 0;
        for j in 0..width {
            let cost = |free: bool| if free { 0 } else { MISMATCH };
            let mut best = (i32::MIN, Step::Match);
            let mut offer = |score: i32, step: Step| {
                if score > best.0 {
                    best = (score, step);
                }
            };
            if i == 0 && j == 0 {
                offer(0, Step::Match);
            }
            if i > 0 && j > 0 {
                if a[i - 1] == b[j - 1] {
                    offer(diagonal + MATCH, Step::Match);
                } else {
                    offer(diagonal + MISMATCH, Step::Replace);
                }
            }
            if i > 0 {
                let free = free_left[j];
                offer(scores[j] + cost(free), Step::Left { free });
            }
            if j > 0 {
                let free = free_right[i];
                offer(scores[j - 1] + cost(free), Step::Right { free });
            }
            diagonal = std::mem::replace(&mut scores[j], best.0);
            steps.push(best.1);
        }
    }
    trace(&steps, width, a.len(), b.len())
}

/// Walks back over the best steps and gathers what lies between matches.
fn trace(steps: &[Step], width: usize, mut i: usize, mut j: usize) -> Alignment {
    let mut found = Alignment::default();
    while i > 0 || j > 0 {
        let step = steps[i * width + j];
        let (to_i, to_j) = match step {
            Step::Match | Step::Replace => (i - 1, j - 1),
            Step::Left { .. } => (i - 1, j),
            Step::Right { .. } => (i, j - 1),
        };
        match step {
            Step::Match => found.matched += 1,
            Step::Left { free: true } | Step::Right { free: true } => {}
            _ => match found.differences.last_mut() {
                Some((l, r)) if l.start == i && r.start == j => (l.start, r.start) = (to_i, to_j),
                _ => found.differences.push((to_i..i, to_j..j)),
            },
        }
        (i, j) = (to_i, to_j);
    }
    found.differences.reverse();
    found
}

fn align_ends(a: &[&str], b: &[&str]) -> Alignment {
    let ahead = a.iter().zip(b).take_while(|(l, r)| l == r).count();
    let behind = a[ahead..].iter().rev().zip(b[ahead..].iter().rev());
    Alignment {
        matched: ahead + behind.take_while(|(l, r)| l == r).count(),
        differences: Vec::new(),
    }
}

/// At which positions a quote leaves words out: its ends, and its ellipses.
fn gaps(passage: &Passage, n_words: usize) -> Vec<bool> {
    let mut gaps = vec![false; n_words + 1];
    for at in passage.breaks.iter().chain(&[0, n_words]) {
        gaps[*at] = true;
    }
    gaps
}
