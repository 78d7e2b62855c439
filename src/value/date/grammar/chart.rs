//! Reads the words of a text by the steps of a plan: for each kind, from each place to each other, the
//! best reading is kept.

use std::cmp::Reverse;
use std::rc::Rc;

use super::kind::{Held, Kind};
use super::lex::{Found, Text};
use super::notes;
use super::plan::{Part, Parts, Plan, Step};
use super::plans;
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
    /// Its slots.
    slots: Parts,
    /// Whether a part of it might be any number: "15".
    pub(super) is_vague: bool,
    /// Whether it or a part of it is hedged.
    pub(super) is_hedged: bool,
}

/// Which of two readings of the same words is the better: the greater one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// What is refused loses to whatever is read.
    accepted: bool,
    /// More words that its patterns spell out.
    words: u8,
    /// Fewer words that carry no meaning, as less than the most.
    joiners: u8,
    /// Fewer slots of the row itself.
    slots: u8,
    /// Fewer phrases in all: one thing that is known, rather than two that are put together.
    phrases: u8,
}

/// What the words of a text were read as.
pub(super) struct Chart<'c, 't> {
    pub(super) tokens: &'c Tokens<'t>,
    plan: Rc<Plan>,
    held: Vec<Held>,
    /// The best reading of each cell of the plan.
    cells: Vec<Option<Reading>>,
    /// Pairs of rows that read the same words in two ways, none of which is better.
    pub(super) ties: Option<Vec<[u16; 2]>>,
}

/// The most slots that a row has.
const MOST_SLOTS: usize = 12;

impl<'c, 't> Chart<'c, 't> {
    /// Reads a text.
    pub(super) fn new(tokens: &'c Tokens<'t>, events: Option<&Scheme>) -> Self {
        let text = Text::of(tokens, events);
        let plan = plans::plan(&text);
        let mut chart = Self::empty(tokens, plan, text.found);
        chart.run();
        chart
    }

    /// Reads a text, and remembers which rows tie.
    #[cfg(test)]
    pub(super) fn with_ties(tokens: &'c Tokens<'t>, events: Option<&Scheme>) -> Self {
        let text = Text::of(tokens, events);
        let plan = Plan::in_full(&text).into();
        let mut chart = Self::empty(tokens, plan, text.found);
        chart.ties = Some(Vec::new());
        chart.run();
        chart
    }

    /// A chart of nothing but words.
    pub(super) fn empty(tokens: &'c Tokens<'t>, plan: Rc<Plan>, words: Vec<Found>) -> Self {
        let mut cells = Vec::with_capacity(plan.n_cells.max(words.len()));
        let mut held = Vec::with_capacity(words.len() + plan.steps.len());
        for word in words {
            cells.push(Some(Reading {
                from: word.from,
                to: word.to,
                row: None,
                held: held.len() as u32,
                rank: Rank {
                    accepted: !matches!(word.held, Held::Refused(..)),
                    words: word.words,
                    joiners: u8::MAX,
                    slots: u8::MAX,
                    phrases: u8::MAX,
                },
                slots: Parts::default(),
                is_vague: false,
                is_hedged: notes::own_hedge(&word.held).is_some(),
            }));
            held.push(word.held);
        }
        cells.resize(plan.n_cells.max(cells.len()), None);
        Self {
            tokens,
            plan,
            held,
            cells,
            ties: None,
        }
    }

    fn run(&mut self) {
        let plan = Rc::clone(&self.plan);
        for step in &plan.steps {
            self.take(step, plan.parts(step.slots));
        }
    }

    /// The best reading of the whole text.
    pub(super) fn whole(&self) -> Option<Reading> {
        self.cell(self.plan.whole?).copied()
    }

    fn cell(&self, cell: u32) -> Option<&Reading> {
        self.cells.get(cell as usize)?.as_ref()
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
    pub(super) fn furthest_end(&self) -> usize {
        let read = self.cells.iter().flatten().filter(|one| one.row.is_some());
        read.map(|one| usize::from(one.to)).max().unwrap_or(0)
    }

    /// Builds what a row makes of its slots, and keeps it if nothing better has the same words. Gives whether
    /// something has them.
    pub(super) fn take(&mut self, step: &Step, parts: &[Part]) -> bool {
        let row = TABLE.row(step.row);
        let mut places = [0; MOST_SLOTS];
        let (mut refused, mut words) = (None, row.words);
        let (mut joiners, mut phrases) = (row.empty + step.optional, 1_u8);
        let (mut is_vague, mut is_hedged) = (row.row.kind == Kind::Bare, false);
        let other = self.cell(step.cell).map(|other| (other.rank, other.row));
        for (place, part) in places.iter_mut().zip(parts) {
            let Some(slot) = self.cell(part.cell) else {
                return other.is_some();
            };
            *place = slot.held;
            words += slot.rank.words;
            joiners += u8::MAX - slot.rank.joiners;
            phrases = phrases.saturating_add(u8::MAX - slot.rank.phrases);
            phrases = phrases.saturating_add(part.layers);
            is_vague |= slot.is_vague;
            is_hedged |= slot.is_hedged;
            if !slot.rank.accepted {
                refused = refused.or(Some(slot.held));
            }
        }
        let mut rank = Rank {
            accepted: refused.is_none(),
            words,
            joiners: u8::MAX - joiners,
            slots: u8::MAX - parts.len() as u8,
            phrases: u8::MAX - phrases,
        };
        // Of two that are equally good the one stays whose row comes first.
        let beats = |rank: Rank| {
            other.is_none_or(|(other, row)| (rank, Reverse(Some(step.row))) > (other, Reverse(row)))
        };
        // What is no better even if it is read need not be built.
        if self.ties.is_none() && !beats(rank) {
            return true;
        }
        let held = match refused {
            Some(refused) => refused,
            None if row.row.same => places[0],
            None => match self.build(step, places.get(..parts.len()).unwrap_or(&places)) {
                Some(held) => held,
                None => return other.is_some(),
            },
        };
        let holds = self.held.get(held as usize);
        rank.accepted &= !matches!(holds, Some(Held::Refused(..)));
        is_hedged |= holds.is_some_and(|held| notes::own_hedge(held).is_some());
        if refused.is_none() && other.is_some_and(|(other, _)| other == rank) {
            self.tie(step, held);
        }
        if !beats(rank) {
            return true;
        }
        let reading = Some(Reading {
            from: step.from,
            to: step.to,
            row: Some(step.row),
            held,
            rank,
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

    /// Remembers that another row reads the same words in another way.
    fn tie(&mut self, step: &Step, held: u32) {
        let Some(other) = self.cell(step.cell) else {
            return;
        };
        let holds = |at: u32| self.held.get(at as usize);
        let rows = other.row.filter(|_| holds(other.held) != holds(held));
        if let (Some(ties), Some(other)) = (&mut self.ties, rows) {
            ties.push([other, step.row]);
        }
    }
}
