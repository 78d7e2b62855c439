//! Where the articles that answer a question agree, and whether without a common origin.

use std::collections::BTreeSet;

use super::cell::{Cell, cells, meeting, says_the_same};
use super::{at_once, misquotation};
use crate::align::QuestionId;
use crate::compare::{Obstacle, Standing, Verdict};
use crate::finding::{Check, Level};
use crate::graph::{ClaimGraph, Origins};

/// Which positions of a question articles agree on.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// The positions that agree with or refine what another article says, by index.
    pub positions: BTreeSet<usize>,
    /// Whether two such claims have no origin in common.
    pub independent: bool,
    /// Whether some of this is a member that lists share which differ in others.
    pub in_part: bool,
    /// Where some of this holds only as claims are likely meant: when it does not, each a clause that
    /// starts with "unless".
    pub doubts: BTreeSet<String>,
}

/// Finds the positions that agree or refine each other across articles, and the cells of all. Adds why
/// claims of one value were not compared.
pub(super) fn find(
    graph: &ClaimGraph<'_>,
    question: QuestionId,
    obstacles: &mut BTreeSet<Obstacle>,
) -> (Agreement, Vec<Vec<Cell>>) {
    let standing = graph.standing(question);
    let (cells, sourcing) = (cells(graph, standing), graph.sourcing(question));
    let misquoted = misquoted(standing);
    let mut agreement = Agreement::default();
    let mut known = vec![false; standing.positions.len()];
    for pair in meeting(standing, &misquoted) {
        let (lefts, rights) = (&cells[pair.left], &cells[pair.right]);
        let met = at_once::meeting(standing, &pair, lefts, rights);
        for (at, other) in met.together.into_iter().chain(met.apart) {
            let (left, right) = (&lefts[at], &rights[other]);
            if !left.is_of_another_article(right) {
                continue;
            }
            match left.verdict(graph, standing, &pair, right) {
                Verdict::Undetermined(obstacle) => {
                    obstacles.insert(obstacle);
                }
                verdict if says_the_same(&verdict) => {
                    let independent = || left.is_independent_of(graph, &sourcing, right);
                    agreement.take((left, right), verdict, &mut known, independent);
                }
                _ => {}
            }
        }
    }
    (agreement, cells)
}

/// The quotes of which another has different words.
pub(super) fn misquoted(standing: &Standing) -> BTreeSet<usize> {
    let pairs = misquotation::differing(standing);
    pairs
        .flat_map(|(pair, _)| [pair.left, pair.right])
        .collect()
}

impl Agreement {
    /// Whether that values are compatible applies as well, beside the check of a question.
    pub(super) fn is_also_compatible(&self, check: Check) -> bool {
        self.in_part && check.level() == Level::Agreement && check != Check::Compatible
    }

    /// Takes in that claims of two cells agree; a doubt only where it brings something new. `known` says of
    /// each position whether it is among those that agree.
    fn take(
        &mut self,
        (left, right): (&Cell, &Cell),
        verdict: Verdict,
        known: &mut [bool],
        is_independent: impl FnOnce() -> bool,
    ) {
        // There is no more to learn of others.
        let independent = !self.independent && is_independent();
        let positions = [left.position, right.position];
        let is_new = independent || positions.iter().any(|at| !known[*at]);
        self.in_part |= is_new && verdict == Verdict::Compatible;
        if let (Verdict::Likely(doubt), true) = (verdict, is_new) {
            self.doubts.insert(doubt);
        }
        if is_new {
            self.positions.extend(positions);
            positions.iter().for_each(|at| known[*at] = true);
        }
        self.independent |= independent;
    }
}

pub(super) fn have_none_in_common(left: &Origins, right: &Origins) -> bool {
    left.iter()
        .all(|origin| right.binary_search(origin).is_err())
}
