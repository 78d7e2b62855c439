//! Reads the words of a text by the rows of the table: every end of a phrase is kept, once for each kind
//! and place, and of two readings of the same words the better one.

use super::kind::{Held, Kind};
use super::lex::{self, Found, Place};
use super::row::{Fail, Slots};
use super::table::{Mask, Numbered, TABLE, Table};
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
    /// The furthest word that some row did not want; rows are then tried where they cannot fit.
    furthest: Option<usize>,
    /// Pairs of rows that read the same words in two ways, none of which is better.
    pub(super) ties: Option<Vec<[u16; 2]>>,
}

/// No reading has been looked for.
const UNSEEN: (u32, u32) = (u32::MAX, u32::MAX);

/// A row that is being matched.
struct Match {
    row: usize,
    from: usize,
    joiners: u8,
    slots: Vec<u32>,
    found: Vec<Reading>,
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
        let mut found = Match {
            row: 0,
            from: at,
            joiners: 0,
            slots: Vec::new(),
            found: Vec::new(),
        };
        self.try_rows(kind, at, &mut found);
        let from = self.readings.len() as u32;
        self.readings.append(&mut found.found);
        let all = (from, self.readings.len() as u32);
        self.memo[memo] = all;
        all
    }

    /// Tries each row of a kind that may begin at a place.
    fn try_rows(&mut self, kind: Kind, at: usize, found: &mut Match) {
        let table = self.table;
        if !self.may_be(table.kind(kind), at) {
            return;
        }
        let place = self.places.get(at);
        let (mask, rest) = place.map_or((0, 0), |place| (place.mask, place.rest));
        if self.furthest.is_some() {
            for row in table.of_kind(kind) {
                found.row = row;
                self.advance(found, 0, at);
            }
            return;
        }
        let mut bits = mask;
        while bits != 0 {
            let bit = bits.trailing_zeros();
            bits &= bits - 1;
            for row in table.beginning(kind, bit) {
                let row = usize::from(*row);
                let limits = table.row(row).limits;
                let has = |want: &Mask| want & rest != 0;
                // Each row once, though several bits may lead to it.
                if (limits.first & mask).trailing_zeros() == bit
                    && self.may_be(limits, at)
                    && table.row(row).wants.iter().all(has)
                {
                    found.row = row;
                    self.advance(found, 0, at);
                }
            }
        }
    }

    fn may_be(&self, limits: super::table::Limits, at: usize) -> bool {
        match self.places.get(at) {
            _ if self.furthest.is_some() => true,
            Some(place) => limits.allow(place.mask, place.rest, self.places.len() - at),
            None => false,
        }
    }

    /// Matches a row from one of its parts on.
    fn advance(&mut self, found: &mut Match, part: usize, mut at: usize) {
        let table = self.table;
        let parts = &table.row(found.row).parts;
        for (n, one) in parts.iter().enumerate().skip(part) {
            let id = self.places.get(at).and_then(|place| place.id);
            match one {
                Numbered::Words(ids) => {
                    if !id.is_some_and(|id| ids.contains(&id)) {
                        return self.missed(at);
                    }
                    at += 1;
                }
                Numbered::Maybe(ids) => {
                    if id.is_some_and(|id| ids.contains(&id)) {
                        found.joiners += 1;
                        self.advance(found, n + 1, at + 1);
                        found.joiners -= 1;
                    }
                }
                Numbered::Slot(kind) => {
                    let (from, to) = self.read(*kind, at);
                    if from == to {
                        self.missed(at);
                    }
                    for reading in from..to {
                        let Some(end) = self.readings.get(reading as usize).map(|one| one.to)
                        else {
                            return;
                        };
                        found.slots.push(reading);
                        self.advance(found, n + 1, end.into());
                        found.slots.pop();
                    }
                    return;
                }
            }
        }
        self.finish(found, at);
    }

    fn missed(&mut self, at: usize) {
        if let Some(furthest) = &mut self.furthest {
            *furthest = at.max(*furthest);
        }
    }

    /// Builds what a row makes of its slots, and keeps it if nothing better has the same words.
    fn finish(&mut self, found: &mut Match, to: usize) {
        let row = self.table.row(found.row);
        let mut places = [0; 12];
        let (mut refused, mut words) = (None, row.words);
        let (mut joiners, mut phrases) = (row.empty + found.joiners, 1_u8);
        for (place, slot) in places.iter_mut().zip(&found.slots) {
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
        let held = match refused {
            Some(_) => None,
            None => {
                let mut slots = Slots {
                    held: &self.held,
                    places: &places[..found.slots.len().min(12)],
                    next: 0,
                };
                match (row.row.build)(&mut slots) {
                    Ok(held) => Some(held),
                    Err(Fail::No) => return,
                    Err(Fail::Because(why)) => Some(Held::Refused(why, found.from as u8, to as u8)),
                }
            }
        };
        let accepted = held
            .as_ref()
            .is_some_and(|held| !matches!(held, Held::Refused(..)));
        let rank = Rank {
            accepted,
            words,
            joiners: u8::MAX - joiners,
            slots: u8::MAX - found.slots.len() as u8,
            phrases: u8::MAX - phrases,
        };
        let same = found.found.iter().position(|one| usize::from(one.to) == to);
        if let Some(same) = same {
            let other = found.found[same];
            if rank == other.rank {
                self.tie(other, found.row, held.as_ref());
            }
            if rank <= other.rank {
                return;
            }
        }
        let reading = Reading {
            from: found.from as u8,
            to: to as u8,
            row: Some(found.row as u16),
            held: refused.unwrap_or(self.held.len() as u32),
            rank,
            slots: self.slots.len() as u32,
            slot_count: found.slots.len() as u8,
        };
        self.held.extend(held);
        self.slots.extend_from_slice(&found.slots);
        match same {
            Some(same) => found.found[same] = reading,
            None => found.found.push(reading),
        }
    }

    /// Remembers that two rows read the same words in two ways.
    fn tie(&mut self, other: Reading, row: usize, held: Option<&Held>) {
        let (Some(ties), Some(other_row)) = (&mut self.ties, other.row) else {
            return;
        };
        if held.is_some() && self.held.get(other.held as usize) != held {
            ties.push([other_row, row as u16]);
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
