//! What is broader than what among declared names, and whether names exclude each other.
//!
//! Where every name has one broader name at most, two are compared by their numbers (see
//! [`forest`](crate::text::forest)). A name with several is a joint: all that is broader than what leads
//! to one is gathered when it is first asked for.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::Term;
use crate::text::forest::{Line, Lines, lines};
use crate::value::Relation;

/// What is broader than what, and whether terms exclude each other.
#[derive(Debug, Default)]
pub(super) struct Tree {
    broader: Vec<Vec<u32>>,
    /// By the first broader term of each.
    lines: Vec<Line>,
    /// Terms with several broader terms: only through them can two terms share a narrower one.
    joints: Vec<u32>,
    /// Whether a term is a joint or lies in one: then its line does not tell all that it lies in.
    from_joint: Vec<bool>,
    above_joint: Vec<bool>,
    /// Of terms that lie in joints, all that is broader, in order.
    above: Vec<OnceLock<Box<[u32]>>>,
    /// Of terms above joints, the joints, in order.
    below: Vec<OnceLock<Box<[u32]>>>,
    exclusive: bool,
}

/// Some terms of a tree.
pub(in crate::value) struct Terms {
    ids: BTreeSet<u32>,
    lines: Lines,
}

impl Terms {
    /// The declared ones of some terms, which are of one scheme.
    pub(in crate::value) fn of<'t>(terms: impl Iterator<Item = &'t Term> + Clone) -> Self {
        let places = terms.clone().filter_map(|term| term.place.as_ref());
        let lines = places.filter_map(|(tree, id)| tree.lines.get(*id as usize).copied());
        Self {
            ids: terms.filter_map(Term::id).collect(),
            lines: lines.collect(),
        }
    }
}

impl Tree {
    /// So many terms, and the pairs of a narrower and a broader one, in order and without rings.
    pub(super) fn new(terms: usize, edges: Vec<(u32, u32)>, exclusive: bool) -> Self {
        let mut broader = vec![Vec::new(); terms];
        for (narrow, broad) in edges {
            broader[narrow as usize].push(broad);
        }
        let first = |broader: &Vec<u32>| broader.first().map(|id| *id as usize);
        let above: Vec<Option<usize>> = broader.iter().map(first).collect();
        let joints = (0..).zip(&broader).filter(|(_, broader)| broader.len() > 1);
        let joints: Vec<u32> = joints.map(|(id, _)| id).collect();
        let mut tree = Self {
            lines: lines(&above),
            from_joint: vec![false; terms],
            above_joint: vec![false; terms],
            above: vec![OnceLock::new(); terms],
            below: vec![OnceLock::new(); terms],
            joints,
            broader,
            exclusive,
        };
        tree.mark_joints();
        tree
    }

    /// How two terms stand: by their numbers, or by all that is broader than they where joints are.
    pub(super) fn relate(&self, left: u32, right: u32) -> Relation {
        if left == right {
            Relation::Equal
        } else if self.is_within(left, right) {
            Relation::Within
        } else if self.is_within(right, left) {
            Relation::Contains
        } else if self.exclusive && !self.share_narrower(left, right) {
            Relation::Disjoint
        } else {
            Relation::Overlaps
        }
    }

    /// Whether a term lies within one of some terms.
    pub(super) fn is_within_any(&self, id: u32, terms: &Terms) -> bool {
        match self.from_joint[id as usize] {
            true => self.above(id).iter().any(|above| terms.ids.contains(above)),
            false => terms.lines.any_above(self.lines[id as usize]),
        }
    }

    /// Adds all that is broader than a term to a set, and looks at nothing twice that is in it.
    pub(super) fn broader(&self, from: u32, into: &mut BTreeSet<u32>) {
        let mut next = self.broader[from as usize].clone();
        while let Some(id) = next.pop() {
            if into.insert(id) {
                next.extend(&self.broader[id as usize]);
            }
        }
    }

    /// Whether a term has narrower ones with several broader ones.
    pub(super) fn is_above_joint(&self, id: u32) -> bool {
        self.above_joint[id as usize]
    }

    fn is_within(&self, narrow: u32, broad: u32) -> bool {
        match self.from_joint[narrow as usize] {
            true => self.above(narrow).binary_search(&broad).is_ok(),
            false => self.lines[broad as usize].is_above(self.lines[narrow as usize]),
        }
    }

    fn share_narrower(&self, left: u32, right: u32) -> bool {
        if !self.above_joint[left as usize] || !self.above_joint[right as usize] {
            return false;
        }
        let [mut few, mut many] = [self.below(left), self.below(right)];
        if few.len() > many.len() {
            (few, many) = (many, few);
        }
        few.iter().any(|joint| many.binary_search(joint).is_ok())
    }

    /// All that is broader than a term.
    fn above(&self, id: u32) -> &[u32] {
        self.above[id as usize].get_or_init(|| {
            let mut above = BTreeSet::new();
            self.broader(id, &mut above);
            above.into_iter().collect()
        })
    }

    /// The joints below a term.
    fn below(&self, id: u32) -> &[u32] {
        let within = |joint: &u32| self.is_within(*joint, id);
        self.below[id as usize].get_or_init(|| self.joints.iter().copied().filter(within).collect())
    }

    /// Marks all that is broader than a joint, and all that lies in one.
    fn mark_joints(&mut self) {
        let mut next = self.joints.clone();
        while let Some(id) = next.pop() {
            for broad in &self.broader[id as usize] {
                if !std::mem::replace(&mut self.above_joint[*broad as usize], true) {
                    next.push(*broad);
                }
            }
        }
        // A line has broader terms first.
        let mut order: Vec<usize> = (0..self.broader.len()).collect();
        order.sort_by_key(|at| self.lines[*at].own);
        for at in order {
            let broader = &self.broader[at];
            let first = broader.first().map(|id| *id as usize);
            let lies = first.is_some_and(|id| self.from_joint[id]);
            self.from_joint[at] = lies || broader.len() > 1;
        }
    }
}
