//! The rows of each kind as one automaton: those that begin alike are walked together. A state is made when a
//! text first leads to it, for most texts need few of them.

use std::sync::OnceLock;

use super::kind::Kind;
use super::limits::{self, Limits, Mask, bit_of_word};
use super::table::{Compiled, Numbered};

/// Where all rows stand that begin with the same words and phrases.
pub(super) struct State {
    /// The rows that end here.
    pub(super) ends: Vec<End>,
    /// What may go on here.
    pub(super) first: Mask,
    /// Where each word leads, in the order of their numbers: an index into what comes next.
    words: Vec<(u16, u16)>,
    /// Where phrases lead.
    pub(super) slots: Vec<Slot>,
    next: Vec<Next>,
}

/// A row that ends, and how many of its optional words stood there.
#[derive(Clone, Copy)]
pub(super) struct End {
    pub(super) row: u16,
    pub(super) optional: u8,
}

/// Where a phrase leads.
pub(super) struct Slot {
    pub(super) kind: Kind,
    pub(super) to: Next,
    /// Those of the phrase and of whatever may stand behind it.
    pub(super) limits: Limits,
}

/// Some places, each once and in order, and their state once a text has led there.
pub(super) struct Next {
    items: Vec<Item>,
    state: OnceLock<Box<State>>,
}

/// A place in a row: before one of its parts, and how many of its optional words stood before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Item {
    row: u16,
    part: u8,
    optional: u8,
}

impl Next {
    /// Where the rows of a kind begin.
    pub(super) fn beginning(kind: Kind, rows: &[Compiled]) -> Self {
        let of_kind = (0_u16..).zip(rows).filter(|(_, row)| row.row.kind == kind);
        let items = of_kind.map(|(row, _)| Item {
            row,
            part: 0,
            optional: 0,
        });
        Self::of(items.collect(), rows)
    }

    /// The state of some places, with those behind optional words.
    fn of(mut items: Vec<Item>, rows: &[Compiled]) -> Self {
        let mut at = 0;
        while let Some(item) = items.get(at).copied() {
            if let Some(Numbered::Maybe(_)) = item.parts(rows).first() {
                items.push(Item {
                    part: item.part + 1,
                    ..item
                });
            }
            at += 1;
        }
        items.sort_unstable();
        items.dedup();
        Self {
            items,
            state: OnceLock::new(),
        }
    }

    /// The state; `rows` and `kinds` are those of the table.
    pub(super) fn state(&self, rows: &[Compiled], kinds: &[Limits]) -> &State {
        let state = || Box::new(State::of(&self.items, rows, kinds));
        self.state.get_or_init(state)
    }
}

impl Item {
    /// What is left of its row.
    fn parts(self, rows: &[Compiled]) -> &[Numbered] {
        let parts = &rows[usize::from(self.row)].parts;
        parts.get(usize::from(self.part)..).unwrap_or_default()
    }

    /// The place behind the next part.
    fn after(self, optional: bool) -> Self {
        Self {
            part: self.part + 1,
            optional: self.optional + u8::from(optional),
            ..self
        }
    }
}

impl State {
    /// Where a word leads.
    pub(super) fn word(&self, id: u16) -> Option<&Next> {
        let at = self.words.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.next.get(usize::from(self.words.get(at)?.1))
    }

    /// The state of some places.
    fn of(items: &[Item], rows: &[Compiled], kinds: &[Limits]) -> Self {
        let mut ends = Vec::new();
        let mut words: Vec<(u16, Item)> = Vec::new();
        let mut slots: Vec<(Kind, Item)> = Vec::new();
        for item in items {
            let mut lead = |ids: &[u16], to: Item| words.extend(ids.iter().map(|id| (*id, to)));
            match item.parts(rows).first() {
                None => ends.push(End {
                    row: item.row,
                    optional: item.optional,
                }),
                Some(Numbered::Words(ids)) => lead(ids, item.after(false)),
                Some(Numbered::Maybe(ids)) => lead(ids, item.after(true)),
                Some(Numbered::Slot(kind)) => slots.push((*kind, item.after(false))),
            }
        }
        slots.sort_unstable();
        words.sort_unstable();
        let slots = slots.chunk_by(|(one, _), (other, _)| one == other);
        let slots = slots.filter_map(|items| {
            let (kind, _) = *items.first()?;
            let rest = items.iter();
            let rest = rest.map(|(_, to)| limits::of_parts(to.parts(rows), kinds));
            let rest = rest.reduce(Limits::or);
            Some(Slot {
                kind,
                limits: kinds[kind as usize].then(rest.unwrap_or(Limits::NEVER)),
                to: Next::of(items.iter().map(|(_, to)| *to).collect(), rows),
            })
        });
        let slots: Vec<Slot> = slots.collect();
        let mut next: Vec<Next> = Vec::new();
        let words = words.chunk_by(|(one, _), (other, _)| one == other);
        let words = words.filter_map(|items| {
            let (id, _) = *items.first()?;
            let to = Next::of(items.iter().map(|(_, to)| *to).collect(), rows);
            // Words that may stand for each other lead to one place.
            let known = next.iter().position(|one| one.items == to.items);
            let at = known.unwrap_or_else(|| {
                next.push(to);
                next.len() - 1
            });
            Some((id, at as u16))
        });
        let words: Vec<(u16, u16)> = words.collect();
        let first = slots
            .iter()
            .fold(0, |first, slot| first | slot.limits.first);
        Self {
            first: words
                .iter()
                .fold(first, |first, (id, _)| first | bit_of_word(*id)),
            ends,
            words,
            slots,
            next,
        }
    }
}
