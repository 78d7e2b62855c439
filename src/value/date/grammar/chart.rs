//! Reads the words of a text by the rows of the table: every end of a phrase is kept, once for each kind
//! and place, and of two readings of the same words the better one.

use super::kind::{Held, Kind};
use super::lex::{self, Found, Place};
use super::row::{Fail, Slots};
use super::states::{End, Slot};
use super::table::{TABLE, Table};
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
    pub(super) held: u32,
    rank: Rank,
    /// Where the readings of its slots stand in the chart.
    slots: u32,
    slot_count: u8,
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
    table: &'static Table,
    pub(super) tokens: &'c Tokens<'t>,
    places: Vec<Place>,
    held: Vec<Held>,
    readings: Vec<Reading>,
    /// For each kind and place, where its readings begin and end.
    memo: Vec<(u32, u32)>,
    slots: Vec<u32>,
    /// The slots of the rows that are being walked, those of outer ones first.
    walked: Vec<u32>,
    /// What such rows read so far, likewise.
    found: Vec<Reading>,
    /// The furthest word that some row did not want; rows are then tried where they cannot fit.
    furthest: Option<usize>,
    /// Pairs of rows that read the same words in two ways, none of which is better.
    pub(super) ties: Option<Vec<[u16; 2]>>,
}

/// No reading has been looked for.
const UNSEEN: (u32, u32) = (u32::MAX, u32::MAX);

/// A walk over the rows of a kind from some place on.
#[derive(Clone, Copy)]
struct Walk {
    from: u8,
    /// Where its slots and what it found begin.
    slots: usize,
    found: usize,
}

impl<'c, 't> Chart<'c, 't> {
    pub(super) fn new(tokens: &'c Tokens<'t>, events: Option<&Scheme>) -> Self {
        let table: &'static Table = &TABLE;
        let (places, found) = lex::places(tokens, events, table);
        let mut chart = Self {
            table,
            tokens,
            memo: vec![UNSEEN; Kind::ALL.len() * (places.len() + 1)],
            places,
            held: Vec::with_capacity(2 * found.len()),
            readings: Vec::with_capacity(4 * found.len()),
            slots: Vec::new(),
            walked: Vec::new(),
            found: Vec::new(),
            furthest: None,
            ties: None,
        };
        found.into_iter().for_each(|found| chart.hold_word(found));
        chart
    }

    fn hold_word(&mut self, found: Found) {
        let at = self.readings.len() as u32;
        let memo = self.place_of(found.kind, found.from);
        match self.memo.get_mut(memo) {
            Some(memo) if *memo == UNSEEN => *memo = (at, at + 1),
            Some(memo) => memo.1 = at + 1,
            None => return,
        }
        self.readings.push(Reading {
            from: found.from as u8,
            to: found.to as u8,
            row: None,
            held: self.held.len() as u32,
            rank: Rank {
                accepted: !matches!(found.held, Held::Refused(..)),
                words: found.words as u8,
                joiners: u8::MAX,
                slots: u8::MAX,
                phrases: u8::MAX,
            },
            slots: 0,
            slot_count: 0,
        });
        self.held.push(found.held);
    }

    fn place_of(&self, kind: Kind, at: usize) -> usize {
        at * Kind::ALL.len() + kind as usize
    }

    /// The best reading of the whole text as a phrase of that kind.
    pub(super) fn whole(&mut self, kind: Kind) -> Option<Reading> {
        let (from, to) = self.read(kind, 0);
        let all = self.readings.get(from as usize..to as usize)?;
        let end = self.places.len();
        all.iter().find(|one| usize::from(one.to) == end).copied()
    }

    /// What a reading holds.
    pub(super) fn held(&self, reading: Reading) -> Option<&Held> {
        self.held.get(reading.held as usize)
    }

    /// The readings of the slots of a reading.
    pub(super) fn slots(&self, reading: Reading) -> impl Iterator<Item = Reading> + '_ {
        let from = reading.slots as usize;
        let slots = self.slots.get(from..from + usize::from(reading.slot_count));
        let slots = slots.unwrap_or_default().iter();
        slots.filter_map(|at| self.readings.get(*at as usize).copied())
    }

    /// The words of a reading, as written.
    pub(super) fn said(&self, from: u8, to: u8) -> &'t str {
        self.tokens.slice(from.into(), to.into())
    }

    /// All readings as a phrase of some kind that begins at a place: from one to another in the chart.
    fn read(&mut self, kind: Kind, at: usize) -> (u32, u32) {
        let memo = self.place_of(kind, at);
        match self.memo.get(memo) {
            None => return (0, 0),
            Some(&UNSEEN) if (kind as usize) < Kind::WORDS => return (0, 0),
            Some(&UNSEEN) => {}
            Some(&seen) => return seen,
        }
        // A row that begins with its own kind reads nothing.
        self.memo[memo] = (0, 0);
        let walk = Walk {
            from: at as u8,
            slots: self.walked.len(),
            found: self.found.len(),
        };
        self.walk(walk, self.table.begin(kind), at);
        let from = self.readings.len() as u32;
        self.readings.extend(self.found.drain(walk.found..));
        let all = (from, self.readings.len() as u32);
        self.memo[memo] = all;
        all
    }

    /// Walks the rows on that stand in a state.
    fn walk(&mut self, walk: Walk, state: u16, at: usize) {
        let state = self.table.state(state);
        for end in &state.ends {
            self.finish(walk, *end, at);
        }
        if let Some(furthest) = &mut self.furthest
            && state.first != 0
        {
            *furthest = at.max(*furthest);
        }
        let thorough = self.furthest.is_some();
        let place = match self.places.get(at) {
            Some(place) if thorough || state.first & place.mask != 0 => *place,
            _ => return,
        };
        let left = self.places.len() - at;
        if let Some(to) = place.id.and_then(|id| state.word(id)) {
            self.walk(walk, to, at + 1);
        }
        for slot in &state.slots {
            if thorough || slot.limits.allow(place.mask, place.rest, left) {
                self.walk_slot(walk, slot, at);
            }
        }
    }

    /// Walks the rows on that want a phrase next.
    fn walk_slot(&mut self, walk: Walk, slot: &Slot, at: usize) {
        let (from, to) = self.read(slot.kind, at);
        for reading in from..to {
            let Some(end) = self.readings.get(reading as usize).map(|one| one.to) else {
                return;
            };
            self.walked.push(reading);
            self.walk(walk, slot.to, end.into());
            self.walked.pop();
        }
    }

    /// Builds what a row makes of its slots, and keeps it if nothing better has the same words.
    fn finish(&mut self, walk: Walk, end: End, to: usize) {
        let row = self.table.row(end.row);
        let slots = self.walked.get(walk.slots..).unwrap_or_default();
        let mut places = [0; 12];
        let (mut refused, mut words) = (None, row.words);
        let (mut joiners, mut phrases) = (row.empty + end.empty, 1_u8);
        for (place, slot) in places.iter_mut().zip(slots) {
            let Some(slot) = self.readings.get(*slot as usize) else {
                return;
            };
            *place = slot.held;
            words += slot.rank.words;
            joiners += u8::MAX - slot.rank.joiners;
            phrases = phrases.saturating_add(u8::MAX - slot.rank.phrases);
            if !slot.rank.accepted {
                refused = refused.or(Some(slot.held));
            }
        }
        let mut rank = Rank {
            accepted: refused.is_none(),
            words,
            joiners: u8::MAX - joiners,
            slots: u8::MAX - slots.len() as u8,
            phrases: u8::MAX - phrases,
        };
        let found = self.found.get(walk.found..).unwrap_or_default();
        let same = found.iter().position(|one| usize::from(one.to) == to);
        let other = same.and_then(|same| found.get(same).copied());
        // What is no better even if it is read need not be built.
        if self.ties.is_none() && other.is_some_and(|other| rank <= other.rank) {
            return;
        }
        let held = match refused {
            Some(_) => None,
            None => {
                let mut slots = Slots {
                    held: &self.held,
                    places: places.get(..slots.len()).unwrap_or(&places),
                    next: 0,
                };
                match (row.row.build)(&mut slots) {
                    Ok(held) => Some(held),
                    Err(Fail::No) => return,
                    Err(Fail::Because(why)) => Some(Held::Refused(why, walk.from, to as u8)),
                }
            }
        };
        rank.accepted &= !matches!(held, Some(Held::Refused(..)));
        if let Some(other) = other {
            if rank == other.rank
                && let Some(ties) = &mut self.ties
                && held.is_some()
                && self.held.get(other.held as usize) != held.as_ref()
            {
                ties.extend(other.row.map(|row| [row, end.row]));
            }
            if rank <= other.rank {
                return;
            }
        }
        let reading = Reading {
            from: walk.from,
            to: to as u8,
            row: Some(end.row),
            held: refused.unwrap_or(self.held.len() as u32),
            rank,
            slots: self.slots.len() as u32,
            slot_count: slots.len() as u8,
        };
        self.held.extend(held);
        self.slots.extend_from_slice(slots);
        match same.and_then(|same| self.found.get_mut(walk.found + same)) {
            Some(worse) => *worse = reading,
            None => self.found.push(reading),
        }
    }
}

/// The furthest word that no row wants, where a whole text is not read.
pub(super) fn not_understood(tokens: &Tokens<'_>, events: Option<&Scheme>) -> usize {
    let mut chart = Chart::new(tokens, events);
    chart.furthest = Some(0);
    chart.read(Kind::Value, 0);
    let read = chart.readings.iter().filter(|one| one.row.is_some());
    let ends = read.map(|one| usize::from(one.to)).max().unwrap_or(0);
    chart.furthest.unwrap_or(0).max(ends)
}
