//! Reads a text by a plan: of each cell the best reading is kept, and what cannot win is not read.

use std::cmp::Reverse;
use std::rc::Rc;

use super::kind::{Held, Kind};
use super::lex::Text;
use super::notes;
use super::plan::{Part, Parts, Plan, Planner, Step};
use super::plans;
use super::rank::Rank;
use super::row::{Fail, Slots};
use super::table::TABLE;
use crate::value::Scheme;
use crate::value::date::lexer::Tokens;

/// A phrase that has been read.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    pub(super) from: u8,
    pub(super) to: u8,
    /// Its row; that of a word is `None`.
    pub(super) row: Option<u16>,
    /// What it holds, by its place in the chart.
    held: u32,
    rank: Rank,
    /// The number of its step among those of all texts of its shape.
    step: u32,
    /// Its slots.
    slots: Parts,
    /// Whether a part of it might be any number: "15".
    pub(super) is_vague: bool,
    /// Whether it or a part of it is hedged.
    pub(super) is_hedged: bool,
}

/// What the words of a text were read as.
pub(super) struct Chart<'c, 't> {
    pub(super) tokens: &'c Tokens<'t>,
    plan: Rc<Plan>,
    held: Vec<Held>,
    /// Those of the plan.
    cells: Vec<Cell>,
    /// Pairs of rows that read the same words in two ways, none of which is better.
    pub(super) ties: Option<Vec<[u16; 2]>>,
}

/// What was read between two places as a phrase of some kind.
#[derive(Clone, Copy)]
enum Cell {
    Unread,
    Nothing,
    /// The best reading.
    Read(Reading),
}

/// The most slots that a row has.
const MOST_SLOTS: usize = 12;

impl<'c, 't> Chart<'c, 't> {
    /// Reads a text.
    pub(super) fn new(tokens: &'c Tokens<'t>, events: Option<&Scheme>) -> Self {
        let text = Text::of(tokens, events);
        let plan = plans::plan(&text);
        let mut chart = Self::empty(tokens, Rc::clone(&plan), text);
        plan.whole
            .iter()
            .for_each(|whole| chart.read(&plan, *whole));
        chart
    }

    /// Reads all of a text, and remembers which rows tie.
    #[cfg(test)]
    pub(super) fn with_ties(tokens: &'c Tokens<'t>, events: Option<&Scheme>) -> Self {
        let text = Text::of(tokens, events);
        let plan = Rc::new(Plan::in_full(&text));
        let mut chart = Self::empty(tokens, Rc::clone(&plan), text);
        chart.ties = Some(Vec::new());
        for step in &plan.steps {
            chart.take(step, plan.parts(step.slots));
        }
        chart
    }

    /// A chart of nothing but words.
    fn empty(tokens: &'c Tokens<'t>, plan: Rc<Plan>, text: Text) -> Self {
        let Text { found, held, .. } = text;
        let mut cells = Vec::with_capacity(plan.n_cells.max(found.len()));
        for ((at, word), held) in (0..).zip(found).zip(&held) {
            let mut rank = Rank::of_word(word.words);
            rank.accepted = !matches!(held, Held::Refused(..));
            cells.push(Cell::Read(Reading {
                from: word.from,
                to: word.to,
                row: None,
                held: at,
                rank,
                step: 0,
                slots: Parts::default(),
                is_vague: false,
                is_hedged: notes::own_hedge(held).is_some(),
            }));
        }
        cells.resize(plan.n_cells.max(cells.len()), Cell::Unread);
        Self {
            tokens,
            plan,
            held,
            cells,
            ties: None,
        }
    }

    /// Reads a cell, and of others what that takes: its steps in the order in which they may be the best, as
    /// long as one may be better than what was read.
    fn read(&mut self, plan: &Plan, cell: u32) {
        match self.cells.get_mut(cell as usize) {
            Some(cell @ Cell::Unread) => *cell = Cell::Nothing,
            _ => return,
        }
        for step in plan.steps_of(cell) {
            if !self.may_win(step, step.best) {
                return;
            }
            let parts = plan.parts(step.slots);
            for part in parts {
                self.read(plan, part.cell);
            }
            self.take(step, parts);
        }
    }

    /// Whether a step of that rank beats what was read: of two that are equally good the one stays whose row
    /// comes first.
    fn may_win(&self, step: &Step, rank: Rank) -> bool {
        self.cell(step.cell).is_none_or(|other| {
            let other = (other.rank, Reverse((other.row, other.step)));
            (rank, Reverse((Some(step.row), step.number))) > other
        })
    }

    /// The best reading of the whole text.
    pub(super) fn whole(&self) -> Option<Reading> {
        self.cell(self.plan.whole?).copied()
    }

    fn cell(&self, cell: u32) -> Option<&Reading> {
        match self.cells.get(cell as usize)? {
            Cell::Read(reading) => Some(reading),
            Cell::Unread | Cell::Nothing => None,
        }
    }

    /// What a reading holds.
    pub(super) fn held(&self, reading: Reading) -> Option<&Held> {
        self.held.get(reading.held as usize)
    }

    /// The readings of the slots of a reading.
    pub(super) fn slots(&self, reading: Reading) -> impl Iterator<Item = Reading> + '_ {
        let slots = self.plan.parts(reading.slots).iter();
        slots.filter_map(|part| self.cell(part.cell).copied())
    }

    /// The words of a reading, as written.
    pub(super) fn said(&self, from: u8, to: u8) -> &'t str {
        self.tokens.slice(from.into(), to.into())
    }

    /// The end of the longest phrase that was read.
    fn furthest_end(&self) -> usize {
        let cells = (0..self.cells.len() as u32).filter_map(|cell| self.cell(cell));
        let read = cells.filter(|one| one.row.is_some());
        read.map(|one| usize::from(one.to)).max().unwrap_or(0)
    }

    /// Builds what a row makes of its slots, and keeps it if nothing better has the same words. Gives whether
    /// something has them.
    fn take(&mut self, step: &Step, parts: &[Part]) -> bool {
        let row = TABLE.row(step.row);
        let mut rank = Rank::of_row(row, step.optional);
        let (mut is_vague, mut is_hedged) =
            (matches!(row.row.kind, Kind::Bare | Kind::EarlyYear), false);
        let mut places = [0; MOST_SLOTS];
        let mut refused = None;
        for (place, part) in places.iter_mut().zip(parts) {
            let Some(slot) = self.cell(part.cell) else {
                return self.cell(step.cell).is_some();
            };
            *place = slot.held;
            rank = rank.with(slot.rank, part.layers);
            is_vague |= slot.is_vague;
            is_hedged |= slot.is_hedged;
            if !slot.rank.accepted {
                refused = refused.or(Some(slot.held));
            }
        }
        // What is no better even if it is read need not be built.
        if self.ties.is_none() && !self.may_win(step, rank) {
            return true;
        }
        let held = match refused {
            Some(refused) => refused,
            None if row.row.same => places[0],
            None => match self.build(step, places.get(..parts.len()).unwrap_or(&places)) {
                Some(held) => held,
                None => return self.cell(step.cell).is_some(),
            },
        };
        let holds = self.held.get(held as usize);
        rank.accepted &= !matches!(holds, Some(Held::Refused(..)));
        is_hedged |= holds.is_some_and(|held| notes::own_hedge(held).is_some());
        if refused.is_none() && self.ties.is_some() {
            self.tie(step, rank, held);
        }
        if !self.may_win(step, rank) {
            return true;
        }
        let reading = Cell::Read(Reading {
            from: step.from,
            to: step.to,
            row: Some(step.row),
            held,
            rank,
            step: step.number,
            slots: step.slots,
            is_vague,
            is_hedged,
        });
        match self.cells.get_mut(step.cell as usize) {
            Some(cell) => *cell = reading,
            None => self.cells.push(reading),
        }
        true
    }

    /// What a row makes of what its slots hold, if it makes something.
    fn build(&mut self, step: &Step, places: &[u32]) -> Option<u32> {
        let mut slots = Slots {
            held: &self.held,
            places,
            next: 0,
        };
        let held = match (TABLE.row(step.row).row.build)(&mut slots) {
            Ok(held) => held,
            Err(Fail::No) => return None,
            Err(Fail::Because(why)) => Held::Refused(why, step.from, step.to),
        };
        self.held.push(held);
        Some(self.held.len() as u32 - 1)
    }

    /// Remembers that another row reads the same words in another way, which is as good.
    fn tie(&mut self, step: &Step, rank: Rank, held: u32) {
        let Some(other) = self.cell(step.cell).filter(|other| other.rank == rank) else {
            return;
        };
        let holds = |at: u32| self.held.get(at as usize);
        let rows = other.row.filter(|_| holds(other.held) != holds(held));
        if let (Some(ties), Some(other)) = (&mut self.ties, rows) {
            ties.push([other, step.row]);
        }
    }
}

/// Which word of a text that is not read no row wants. What rows may read is built at once, so that none
/// goes on where one before it says no.
pub(super) fn not_understood(tokens: &Tokens<'_>, events: Option<&Scheme>) -> usize {
    let text = Text::of(tokens, events);
    let planner = Planner::new(&text);
    let mut chart = Chart::empty(tokens, Rc::default(), text);
    let furthest = planner.furthest(&mut |step, parts| chart.take(step, parts));
    furthest.max(chart.furthest_end())
}
