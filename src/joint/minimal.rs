//! The minimal sets of links that cannot all hold.
//!
//! One such set is found by taking links away, one at a time, as long as the rest still fails
//! (deletion, helped by the reasons that the solver gives). All of them come from Reiter's tree
//! (1987, "A theory of diagnosis from first principles"): every other minimal set lacks some link of
//! the one in hand, so each is left out in turn. Links that no claim speaks for are always there.
//! Where all links are bounded differences, [`circuits`] finds all sets without it.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::cases;
use super::circuits::{self, Ended};
use super::difference::Solved;
use super::part::{Link, Part};
use super::system::{Constraint, Range, Reason, System};

/// So many sets of one connected part are listed.
pub(super) const MOST_SETS: usize = 100;

/// So many links of one part are looked at, over all attempts to find them all.
pub(super) const MOST_WORK: usize = 2_000_000;

/// Up to so many branches of the tree are looked at.
const MOST_BRANCHES: usize = 5_000;

/// What was found in one part.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Each minimal set with what it needs beside: numbers of links, claimed or not.
    pub(super) sets: Vec<Vec<usize>>,
    /// Links that no claim speaks for and that cannot all hold; then there are no sets.
    pub(super) hard: Option<Vec<usize>>,
    /// Whether there may be more.
    pub(super) incomplete: bool,
}

/// Finds the minimal sets of a part, but for two claims that already stand against each other on one
/// question.
pub(super) fn sets(system: &System, part: &Part) -> Found {
    let mut search = Search {
        system,
        part,
        work: budget(part),
        known: Vec::new(),
        found: Found::default(),
    };
    search.run();
    search.found
}

/// How many links of a part may be looked at.
fn budget(part: &Part) -> usize {
    MOST_WORK.max(10 * part.links.len())
}

struct Search<'p> {
    system: &'p System,
    part: &'p Part,
    /// How many links may still be looked at.
    work: usize,
    /// The claimed links of each minimal set.
    known: Vec<BTreeSet<usize>>,
    found: Found,
}

impl Search<'_> {
    fn run(&mut self) {
        // Most parts can hold, and then so does what no claim speaks for.
        let all = self.links(|_| true);
        let core = match self.solve(&all) {
            Solved::Holds(_) => return,
            Solved::Fails(core) => Some(core),
            Solved::Unknown => {
                // What no claim speaks for is less, and may be told all the same.
                self.work = budget(self.part);
                None
            }
        };
        let hard: Vec<usize> = self.links(|link| !link.claimed);
        if let Solved::Fails(core) = self.solve(&hard) {
            self.found.hard = Some(core);
            return;
        }
        let Some(core) = core else {
            return;
        };
        match self.circuits() {
            Ended::Complete => {}
            Ended::Stopped => self.found.incomplete = true,
            Ended::Partial => self.tree(core),
        }
        // Those with the fewest claims first, whichever search found them.
        let (part, system) = (self.part, self.system);
        let is_claim = |at: &&u32| {
            let constraint = &system.constraints[**at as usize];
            matches!(constraint.reason, Reason::Claims(_))
        };
        self.found.sets.sort_by_key(|set| {
            let members = set.iter().flat_map(|link| &part.links[*link].members);
            members.filter(is_claim).count()
        });
    }

    /// Sets of bounded differences; all there are, where the part holds nothing else.
    fn circuits(&mut self) -> Ended {
        let part = self.part;
        let plain = circuits::is_plain(part);
        circuits::each(part, |set| {
            // Beside other links, fewer of these may do.
            let set: BTreeSet<usize> = match plain {
                true => set.iter().copied().collect(),
                false => self.shrink(set.to_vec()),
            };
            if self.known.contains(&set) {
                return ControlFlow::Continue(());
            }
            if self.found.sets.len() == MOST_SETS && !self.is_known_pair(&set) {
                return ControlFlow::Break(());
            }
            self.add(set);
            ControlFlow::Continue(())
        })
    }

    /// All sets that are not known yet; `core` is why all links together fail.
    fn tree(&mut self, core: Vec<usize>) {
        if self.known.is_empty() {
            let set = self.shrink(core);
            self.add(set);
        }
        let mut open = vec![BTreeSet::new()];
        let mut seen = BTreeSet::new();
        let mut holding: Vec<BTreeSet<usize>> = Vec::new();
        while let Some(out) = open.pop() {
            if holding.iter().any(|held| held.is_subset(&out)) || !seen.insert(out.clone()) {
                continue;
            }
            if seen.len() > MOST_BRANCHES || self.found.sets.len() == MOST_SETS {
                self.found.incomplete = true;
                return;
            }
            let known = self.known.iter().find(|set| set.is_disjoint(&out)).cloned();
            let Some(set) = known.or_else(|| self.without(&out)) else {
                if self.work == 0 {
                    return;
                }
                holding.push(out);
                continue;
            };
            open.extend(set.iter().rev().map(|link| {
                let mut more = out.clone();
                more.insert(*link);
                more
            }));
        }
    }

    /// A minimal set among the links that are not left out; `None` where these can all hold.
    fn without(&mut self, out: &BTreeSet<usize>) -> Option<BTreeSet<usize>> {
        let all: Vec<usize> = (0..self.part.links.len())
            .filter(|link| !out.contains(link))
            .collect();
        let Solved::Fails(core) = self.solve(&all) else {
            return None;
        };
        let set = self.shrink(core);
        self.add(set.clone());
        Some(set)
    }

    fn add(&mut self, set: BTreeSet<usize>) {
        if !self.is_known_pair(&set) {
            let needed = self.with_needed(&set);
            self.found.sets.push(needed);
        }
        self.known.push(set);
    }

    /// Takes claimed links away as long as the rest, with all that no claim speaks for, still fails.
    fn shrink(&mut self, core: Vec<usize>) -> BTreeSet<usize> {
        let hard: Vec<usize> = self.links(|link| !link.claimed);
        let mut left: Vec<usize> = core
            .into_iter()
            .filter(|link| self.part.links[*link].claimed)
            .collect();
        let mut needed = 0;
        while needed < left.len() && left.len() > 1 {
            let others = left.iter().enumerate().filter(|(at, _)| *at != needed);
            let mut tried: Vec<usize> = others.map(|(_, link)| *link).chain(hard.clone()).collect();
            tried.sort_unstable();
            match self.solve(&tried) {
                Solved::Fails(core) => {
                    let core: BTreeSet<usize> = core.into_iter().collect();
                    let (kept, rest) = left.split_at(needed);
                    let kept = kept.iter().filter(|link| core.contains(link));
                    let rest = rest[1..].iter().filter(|link| core.contains(link));
                    let (kept, rest): (Vec<usize>, Vec<usize>) =
                        (kept.copied().collect(), rest.copied().collect());
                    needed = kept.len();
                    left = [kept, rest].concat();
                }
                _ => needed += 1,
            }
        }
        left.into_iter().collect()
    }

    /// A minimal set with the links beside it that it needs, as few as taking away one by one leaves.
    fn with_needed(&mut self, set: &BTreeSet<usize>) -> Vec<usize> {
        let mut all: Vec<usize> = (0..self.part.links.len())
            .filter(|link| set.contains(link) || !self.part.links[*link].claimed)
            .collect();
        if let Solved::Fails(core) = self.solve(&all) {
            all = core;
        }
        for link in all.clone() {
            if self.part.links[link].claimed {
                continue;
            }
            let without: Vec<usize> = all.iter().copied().filter(|at| *at != link).collect();
            if let Solved::Fails(core) = self.solve(&without) {
                all = core;
            }
        }
        all.extend(set);
        all.sort_unstable();
        all.dedup();
        all
    }

    fn solve(&mut self, links: &[usize]) -> Solved {
        let solved = cases::solve(self.part, links, &mut self.work);
        self.found.incomplete |= matches!(solved, Solved::Unknown);
        solved
    }

    fn links(&self, wanted: impl Fn(&Link) -> bool) -> Vec<usize> {
        let links = self.part.links.iter().enumerate();
        links
            .filter(|(_, link)| wanted(link))
            .map(|(at, _)| at)
            .collect()
    }

    /// Whether a set is no more than two disjoint values of one thing.
    fn is_known_pair(&self, set: &BTreeSet<usize>) -> bool {
        let members = set.iter().flat_map(|at| &self.part.links[*at].members);
        let constraints: Vec<&Constraint> = members
            .map(|at| &self.system.constraints[*at as usize])
            .collect();
        let [one, other] = constraints[..] else {
            return false;
        };
        let claims = |constraint: &Constraint| matches!(constraint.reason, Reason::Claims(_));
        match (&one.range, &other.range) {
            (Range::Fixed(a), Range::Fixed(b)) => {
                let alike = claims(one) && claims(other) && one.form == other.form;
                alike && a.intersection(b).is_empty()
            }
            _ => false,
        }
    }
}
