//! The rows of each kind as one automaton: those that begin alike are walked together.

use fnv::FnvBuildHasher;
use indexmap::IndexSet;

use super::kind::Kind;
use super::limits::{self, Limits, Mask, bit_of_word};
use super::table::{Compiled, Numbered};

/// Where all rows stand that begin with the same words and phrases.
pub(super) struct State {
    /// The rows that end here.
    pub(super) ends: Vec<End>,
    /// What may go on here.
    pub(super) first: Mask,
    /// Where each word leads, in the order of their numbers.
    words: Vec<(u16, u16)>,
    /// Where phrases lead.
    pub(super) slots: Vec<Slot>,
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
    pub(super) to: u16,
    /// Those of the phrase and of whatever may stand behind it.
    pub(super) limits: Limits,
}

/// A place in a row: before one of its parts, and how many of its optional words stood before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Item {
    row: u16,
    part: u8,
    optional: u8,
}

impl State {
    /// Where a word leads.
    pub(super) fn word(&self, id: u16) -> Option<u16> {
        let at = self.words.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.words.get(at).map(|(_, to)| *to)
    }
}

/// Sets of places, each once.
type Sets = IndexSet<Vec<Item>, FnvBuildHasher>;

/// The states of some rows, and in which of them each kind begins.
pub(super) fn of_rows(rows: &[Compiled], kinds: &[Limits]) -> (Vec<State>, Vec<u16>) {
    let mut sets = Sets::default();
    let ends = rows.iter().map(|row| limits::of_ends(&row.parts, kinds));
    let ends: Vec<Vec<Limits>> = ends.collect();
    let begin = |kind: &Kind| {
        let of_kind = (0_u16..).zip(rows).filter(|(_, row)| row.row.kind == *kind);
        let items = of_kind.map(|(row, _)| Item {
            row,
            part: 0,
            optional: 0,
        });
        add(&mut sets, items.collect(), rows)
    };
    let begin = Kind::ALL.iter().map(begin).collect();
    let mut states = Vec::new();
    while let Some(set) = sets.get_index(states.len()).cloned() {
        states.push(State::of(&set, rows, &ends, kinds, &mut sets));
    }
    (states, begin)
}

/// Gives a set of places its number: with those behind optional words.
fn add(sets: &mut Sets, mut items: Vec<Item>, rows: &[Compiled]) -> u16 {
    let mut at = 0;
    while let Some(item) = items.get(at).copied() {
        if let Some(Numbered::Maybe(_)) = item.next(rows) {
            items.push(Item {
                part: item.part + 1,
                ..item
            });
        }
        at += 1;
    }
    items.sort_unstable();
    items.dedup();
    sets.insert_full(items).0 as u16
}

impl Item {
    /// The part that it stands before.
    fn next(self, rows: &[Compiled]) -> Option<&Numbered> {
        rows[usize::from(self.row)]
            .parts
            .get(usize::from(self.part))
    }

    /// The place behind that part.
    fn after(self, optional: bool) -> Self {
        Self {
            part: self.part + 1,
            optional: self.optional + u8::from(optional),
            ..self
        }
    }
}

impl State {
    /// The state of some places; `ends` has the limits of what is left of each row.
    fn of(
        items: &[Item],
        rows: &[Compiled],
        ends: &[Vec<Limits>],
        kinds: &[Limits],
        sets: &mut Sets,
    ) -> Self {
        let mut ended = Vec::new();
        let mut words: Vec<(u16, Item)> = Vec::new();
        let mut slots: Vec<(Kind, Item)> = Vec::new();
        for item in items {
            let mut lead = |ids: &[u16], to: Item| words.extend(ids.iter().map(|id| (*id, to)));
            match item.next(rows) {
                None => ended.push(End {
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
            let rest = items.iter().map(|(_, to)| {
                let ends = &ends[usize::from(to.row)];
                ends.get(usize::from(to.part)).copied()
            });
            let rest = rest.map(|rest| rest.unwrap_or(Limits::EMPTY));
            let rest = rest.reduce(Limits::or);
            Some(Slot {
                kind,
                limits: kinds[kind as usize].then(rest.unwrap_or(Limits::NEVER)),
                to: add(sets, items.iter().map(|(_, to)| *to).collect(), rows),
            })
        });
        let slots: Vec<Slot> = slots.collect();
        let words = words.chunk_by(|(one, _), (other, _)| one == other);
        let words = words.filter_map(|items| {
            let to = add(sets, items.iter().map(|(_, to)| *to).collect(), rows);
            items.first().map(|(id, _)| (*id, to))
        });
        let words: Vec<(u16, u16)> = words.collect();
        let first = slots
            .iter()
            .fold(0, |first, slot| first | slot.limits.first);
        Self {
            first: words
                .iter()
                .fold(first, |first, (id, _)| first | bit_of_word(*id)),
            ends: ended,
            words,
            slots,
        }
    }
}
