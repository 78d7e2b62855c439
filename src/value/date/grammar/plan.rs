//! By which rows a text may be read, whatever its numbers and names mean: what texts of one shape share.
//!
//! The rows are walked from the whole value down. Every end of a phrase is kept, once for each kind and
//! place, and what a reading of the whole text may need is left: parts before what they are part of.

use std::cmp::Reverse;

use super::kind::Kind;
use super::lex::Text;
use super::limits::{Mask, bit, bit_of_word};
use super::rank::Rank;
use super::states::{End, Next, Slot};
use super::table::{TABLE, Table};

/// The steps by which texts of a shape are read.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) steps: Vec<Step>,
    parts: Vec<Part>,
    /// Where the steps of each cell begin.
    starts: Vec<u32>,
    /// How many cells there are. A cell is what stands from one place to another and is of one kind;
    /// those of words come first.
    pub(super) n_cells: usize,
    /// The cell of the whole text.
    pub(super) whole: Option<u32>,
}

/// A row that may read the words of a cell.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) row: u16,
    pub(super) from: u8,
    pub(super) to: u8,
    /// How many of its optional words stand there.
    pub(super) optional: u8,
    pub(super) cell: u32,
    pub(super) slots: Parts,
    /// Its number among all steps, those that are not needed too.
    pub(super) number: u32,
    /// No reading by it is better.
    pub(super) best: Rank,
}

/// What fills a slot: a cell, as so many kinds of phrase one upon the other that add nothing to it.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) cell: u32,
    pub(super) layers: u8,
}

/// Where some parts are listed in a plan.
#[derive(Clone, Copy, Default)]
pub(super) struct Parts {
    from: u32,
    n: u8,
}

impl Plan {
    /// The plan for texts like this one.
    pub(super) fn of(text: &Text) -> Self {
        let plan = Planner::new(text).plan();
        let words = text.found.iter().map(|found| found.words);
        plan.needed(words.map(Rank::of_word).collect())
    }

    /// The same with what no reading of the whole needs.
    #[cfg(test)]
    pub(super) fn in_full(text: &Text) -> Self {
        Planner::new(text).plan()
    }

    /// What fills some slots.
    pub(super) fn parts(&self, slots: Parts) -> &[Part] {
        let from = slots.from as usize;
        let parts = self.parts.get(from..from + usize::from(slots.n));
        parts.unwrap_or_default()
    }

    /// The steps that fill a cell, those that may be the best first.
    pub(super) fn steps_of(&self, cell: u32) -> &[Step] {
        let start = |cell: usize| self.starts.get(cell).map(|at| *at as usize);
        let range = start(cell as usize).zip(start(cell as usize + 1));
        range.map_or(&[], |(from, to)| {
            self.steps.get(from..to).unwrap_or_default()
        })
    }

    fn push(&mut self, step: Step, parts: impl ExactSizeIterator<Item = Part>) {
        let slots = Parts {
            from: self.parts.len() as u32,
            n: parts.len() as u8,
        };
        self.steps.push(Step { slots, ..step });
        self.parts.extend(parts);
    }

    /// What a reading of the whole may need, behind the cells of words. A cell with one step, which adds
    /// nothing to its only slot, is that slot.
    fn needed(&self, mut best: Vec<Rank>) -> Self {
        let words = best.len();
        let mut needed = vec![false; self.n_cells];
        let mut n_steps = vec![0; self.n_cells];
        self.whole
            .iter()
            .for_each(|cell| needed[*cell as usize] = true);
        for step in self.steps.iter().rev() {
            if needed[step.cell as usize] {
                n_steps[step.cell as usize] += 1;
                let parts = self.parts(step.slots).iter();
                parts.for_each(|part| needed[part.cell as usize] = true);
            }
        }
        let mut plan = Self::default();
        // By its number here, what stands for a cell there; parts come before what they are part of.
        let mut known: Vec<Option<Part>> = vec![None; self.n_cells];
        for (cell, part) in (0..).zip(known.iter_mut().take(words)) {
            *part = Some(Part { cell, layers: 0 });
        }
        for step in self.steps.iter().filter(|step| needed[step.cell as usize]) {
            let parts = self.parts(step.slots).iter();
            let parts: Vec<Part> = parts.filter_map(|part| known[part.cell as usize]).collect();
            let known = &mut known[step.cell as usize];
            if let ([part], 1) = (parts.as_slice(), n_steps[step.cell as usize])
                && step.optional == 0
                && TABLE.row(step.row).is_layer()
            {
                *known = Some(Part {
                    layers: part.layers + 1,
                    ..*part
                });
                continue;
            }
            let row = Rank::of_row(TABLE.row(step.row), step.optional);
            let of_step = parts.iter().fold(row, |rank, part| {
                rank.with(best[part.cell as usize], part.layers)
            });
            let cell = known.get_or_insert(Part {
                cell: best.len() as u32,
                layers: 0,
            });
            let cell = cell.cell;
            match best.get_mut(cell as usize) {
                Some(best) => *best = best.or(of_step),
                None => best.push(of_step),
            }
            let best = of_step;
            plan.push(
                Step {
                    cell,
                    best,
                    ..*step
                },
                parts.into_iter(),
            );
        }
        let whole = self.whole.and_then(|cell| known[cell as usize]);
        plan.whole = whole.map(|whole| whole.cell);
        plan.n_cells = best.len();
        plan.steps
            .sort_by_key(|step| (step.cell, Reverse(step.best), step.row, step.number));
        plan.starts = (0..=best.len())
            .map(|cell| {
                plan.steps
                    .partition_point(|step| (step.cell as usize) < cell) as u32
            })
            .collect();
        plan
    }
}

/// A word, number or mark of a text.
#[derive(Clone, Copy)]
struct Place {
    /// Its number in the lexicon, if a row spells it out.
    id: Option<u16>,
    /// What may begin here.
    mask: Mask,
    /// What may begin here or later.
    rest: Mask,
}

/// Where a phrase ends, and its cell.
#[derive(Clone, Copy)]
struct Phrase {
    to: u8,
    cell: u32,
}

/// A walk over all rows that may read a text.
pub(super) struct Planner<'b> {
    table: &'static Table,
    places: Vec<Place>,
    plan: Plan,
    phrases: Vec<Phrase>,
    /// For each kind and place, where its phrases begin and end.
    memo: Vec<(u32, u32)>,
    /// What fills the slots of the rows that are being walked, those of outer ones first.
    walked: Vec<Part>,
    /// The phrases that such rows found so far, likewise.
    found: Vec<Phrase>,
    /// Builds what a row may read, and says whether something is read there.
    build: Option<Build<'b>>,
    /// The furthest word that some row did not want.
    furthest: usize,
}

type Build<'b> = &'b mut dyn FnMut(&Step, &[Part]) -> bool;

/// No phrase has been looked for.
const UNSEEN: (u32, u32) = (u32::MAX, u32::MAX);

/// A walk over the rows of a kind from some place on.
#[derive(Clone, Copy)]
struct Walk {
    from: u8,
    /// Where its slots and what it found begin.
    slots: usize,
    found: usize,
}

impl<'b> Planner<'b> {
    pub(super) fn new(text: &Text) -> Self {
        let mut planner = Self {
            table: &TABLE,
            places: places(text),
            plan: Plan::default(),
            phrases: Vec::new(),
            memo: vec![UNSEEN; Kind::ALL.len() * (text.ids.len() + 1)],
            walked: Vec::new(),
            found: Vec::new(),
            build: None,
            furthest: 0,
        };
        for found in &text.found {
            let to = planner.phrases.len() as u32 + 1;
            let memo = &mut planner.memo[place_of(found.kind, found.from.into())];
            *memo = ((to - 1).min(memo.0), to);
            planner.phrases.push(Phrase {
                to: found.to,
                cell: to - 1,
            });
        }
        planner.plan.n_cells = text.found.len();
        planner
    }

    /// Plans how to read the text.
    fn plan(mut self) -> Plan {
        let (from, to) = self.read(Kind::Value, 0);
        let mut whole = self.phrases[from as usize..to as usize].iter();
        let whole = whole.find(|one| usize::from(one.to) == self.places.len());
        self.plan.whole = whole.map(|one| one.cell);
        self.plan
    }

    /// The furthest word that no row wants, where rows are built at once and tried where they cannot fit.
    pub(super) fn furthest(mut self, build: Build<'b>) -> usize {
        self.build = Some(build);
        self.read(Kind::Value, 0);
        self.furthest
    }

    /// All phrases of some kind that begin at a place: from one to another.
    fn read(&mut self, kind: Kind, at: usize) -> (u32, u32) {
        let memo = place_of(kind, at);
        match self.memo[memo] {
            UNSEEN if (kind as usize) < Kind::WORDS => return (0, 0),
            UNSEEN => {}
            seen => return seen,
        }
        // A row that begins with its own kind reads nothing.
        self.memo[memo] = (0, 0);
        let walk = Walk {
            from: at as u8,
            slots: self.walked.len(),
            found: self.found.len(),
        };
        self.walk(walk, self.table.begin(kind), at);
        let from = self.phrases.len() as u32;
        self.phrases.extend(self.found.drain(walk.found..));
        let all = (from, self.phrases.len() as u32);
        self.memo[memo] = all;
        all
    }

    /// Walks the rows on that stand in a state.
    fn walk(&mut self, walk: Walk, state: &'static Next, at: usize) {
        let state = self.table.state(state);
        for end in &state.ends {
            self.finish(walk, *end, at);
        }
        let is_trial = self.build.is_some();
        if is_trial && state.first != 0 {
            self.furthest = at.max(self.furthest);
        }
        let place = match self.places.get(at) {
            Some(place) if is_trial || state.first & place.mask != 0 => *place,
            _ => return,
        };
        let left = self.places.len() - at;
        if let Some(to) = place.id.and_then(|id| state.word(id)) {
            self.walk(walk, to, at + 1);
        }
        for slot in &state.slots {
            if is_trial || slot.limits.allow(place.mask, place.rest, left) {
                self.walk_slot(walk, slot, at);
            }
        }
    }

    /// Walks the rows on that want a phrase next.
    fn walk_slot(&mut self, walk: Walk, slot: &'static Slot, at: usize) {
        let (from, to) = self.read(slot.kind, at);
        for phrase in from as usize..to as usize {
            let phrase = self.phrases[phrase];
            self.walked.push(Part {
                cell: phrase.cell,
                layers: 0,
            });
            self.walk(walk, &slot.to, phrase.to.into());
            self.walked.pop();
        }
    }

    /// Notes that a row may read what was walked.
    fn finish(&mut self, walk: Walk, end: End, to: usize) {
        let mut known = self.found[walk.found..].iter();
        let known = known
            .find(|one| usize::from(one.to) == to)
            .map(|one| one.cell);
        let step = Step {
            row: end.row,
            from: walk.from,
            to: to as u8,
            optional: end.optional,
            slots: Parts::default(),
            number: self.plan.steps.len() as u32,
            best: Rank::of_word(0),
            cell: known.unwrap_or(self.plan.n_cells as u32),
        };
        let parts = &self.walked[walk.slots..];
        if let Some(build) = &mut self.build
            && !build(&step, parts)
        {
            return;
        }
        self.plan.push(step, parts.iter().copied());
        if known.is_none() {
            self.plan.n_cells += 1;
            self.found.push(Phrase {
                to: step.to,
                cell: step.cell,
            });
        }
    }
}

fn place_of(kind: Kind, at: usize) -> usize {
    at * Kind::ALL.len() + kind as usize
}

/// What may begin at each word of a text, and later.
fn places(text: &Text) -> Vec<Place> {
    let of_word = |id: &Option<u16>| Place {
        id: *id,
        mask: id.map_or(0, bit_of_word),
        rest: 0,
    };
    let mut places: Vec<Place> = text.ids.iter().map(of_word).collect();
    for found in &text.found {
        places[usize::from(found.from)].mask |= bit(found.kind);
    }
    let mut rest = 0;
    for place in places.iter_mut().rev() {
        rest |= place.mask;
        place.rest = rest;
    }
    places
}
