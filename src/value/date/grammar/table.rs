//! The rows of the grammar with their words numbered.

use std::sync::LazyLock;

use super::kind::Kind;
use super::limits::{self, Limits};
use super::row::{Gloss, Part, Row};
use super::rows;
use super::states::{Next, State};
use crate::value::words::{Words, hash};

/// All rows by kind, and the lexicon of the words that they spell out.
pub(super) struct Table {
    rows: Vec<Compiled>,
    lexicon: Words<u16>,
    /// For each kind its limits, and where its rows begin.
    limits: Vec<Limits>,
    begin: Vec<Next>,
}

/// A row with its words numbered.
pub(super) struct Compiled {
    pub(super) row: &'static Row,
    pub(super) parts: Vec<Numbered>,
    /// How many words it spells out.
    pub(super) words: u8,
    /// How many of its words are empty.
    pub(super) empty: u8,
}

impl Compiled {
    /// Whether it adds nothing to its only slot, if none of its optional words stand there.
    pub(super) fn is_layer(&self) -> bool {
        let is_plain = self.words == 0 && self.empty == 0 && self.row.kind != Kind::Bare;
        is_plain && self.row.same && matches!(self.row.gloss, Gloss::None)
    }
}

/// One element of a pattern.
pub(super) enum Numbered {
    Words(Vec<u16>),
    Maybe(Vec<u16>),
    Slot(Kind),
}

/// A way to say a date, for people.
pub struct PhraseRow {
    /// Its words and slots: `[the] ORDINAL WEEKDAY before/prior/pre DATE`.
    pub pattern: String,
    /// What is said so.
    pub example: &'static str,
}

/// All ways to say a date, without those of events.
#[must_use]
pub fn phrases() -> Vec<PhraseRow> {
    let rows = rows::ALL.iter().flat_map(|rows| rows.iter());
    let shown = rows.filter(|row| !row.example.is_empty() && row.kind != Kind::Dated);
    shown
        .map(|row| PhraseRow {
            pattern: row.pattern(),
            example: row.example,
        })
        .collect()
}

/// The table of the program.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(rows::ALL));

impl Table {
    fn of(all: &[&'static [Row]]) -> Self {
        let mut rows: Vec<&'static Row> = all.iter().flat_map(|rows| rows.iter()).collect();
        rows.sort_by_key(|row| row.kind);
        let mut lexicon: Vec<&'static str> = rows
            .iter()
            .flat_map(|row| row.parts)
            .flat_map(|part| match part {
                Part::Words(words) | Part::Empty(words) | Part::Maybe(words) => words.iter(),
                Part::Slot(_) => [].iter(),
            })
            .copied()
            .collect();
        lexicon.sort_unstable();
        lexicon.dedup();
        let numbers: Vec<(&str, u16)> = lexicon.into_iter().zip(0..).collect();
        let lexicon = Words::new(numbers.into_iter());
        let number = |words: &[&str]| -> Vec<u16> {
            let found = words
                .iter()
                .filter_map(|word| lexicon.find(word, hash(word)));
            found.collect()
        };
        let rows = rows.into_iter().map(|row| {
            let parts = row.parts.iter().map(|part| match part {
                Part::Words(words) | Part::Empty(words) => Numbered::Words(number(words)),
                Part::Maybe(words) => Numbered::Maybe(number(words)),
                Part::Slot(kind) => Numbered::Slot(*kind),
            });
            let count = |wanted: fn(&Part) -> bool| {
                row.parts.iter().filter(|part| wanted(part)).count() as u8
            };
            Compiled {
                row,
                parts: parts.collect(),
                words: count(|part| matches!(part, Part::Words(_))),
                empty: count(|part| matches!(part, Part::Empty(_))),
            }
        });
        let rows: Vec<Compiled> = rows.collect();
        let begin = Kind::ALL.iter().map(|kind| Next::beginning(*kind, &rows));
        Self {
            limits: limits::of_kinds(&rows),
            begin: begin.collect(),
            rows,
            lexicon,
        }
    }

    /// All rows, in the order of their numbers.
    #[cfg(test)]
    pub(super) fn rows(&self) -> impl Iterator<Item = &'static Row> + '_ {
        self.rows.iter().map(|row| row.row)
    }

    pub(super) fn row(&self, at: u16) -> &Compiled {
        &self.rows[usize::from(at)]
    }

    /// Where the rows of a kind begin.
    pub(super) fn begin(&self, kind: Kind) -> &Next {
        &self.begin[kind as usize]
    }

    /// A state, which is made if it is not yet.
    pub(super) fn state<'t>(&'t self, next: &'t Next) -> &'t State {
        next.state(&self.rows, &self.limits)
    }

    /// The number of a word, in lower case; with its hash.
    pub(super) fn find(&self, word: &str, hash: usize) -> Option<u16> {
        self.lexicon.find(word, hash)
    }
}
