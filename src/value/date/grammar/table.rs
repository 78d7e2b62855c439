//! The rows of the grammar with their words numbered: made once, then only read.

use std::sync::LazyLock;

use super::kind::Kind;
use super::row::{Part, Row};
use super::rows;

/// A set of kinds of words and of words, the latter in buckets: a row that needs what a text does not
/// have is not tried.
pub(super) type Mask = u128;

/// The bit of a kind of words.
pub(super) fn bit(kind: Kind) -> Mask {
    1 << (kind as u32)
}

/// The bit of a word of the lexicon.
pub(super) fn bit_of_word(id: u16) -> Mask {
    let kinds = Kind::WORDS as u32;
    1 << (kinds + u32::from(id) % (128 - kinds))
}

/// All rows by kind, and the lexicon of the words that they spell out.
pub(super) struct Table {
    rows: Vec<Compiled>,
    /// For each kind, where its rows begin; and the end.
    starts: Vec<usize>,
    lexicon: Vec<&'static str>,
    kinds: Vec<Limits>,
    /// For each kind and bit, the rows that may begin with it.
    begin: Vec<Vec<u16>>,
}

/// A row with its words numbered.
pub(super) struct Compiled {
    pub(super) row: &'static Row,
    pub(super) parts: Vec<Numbered>,
    pub(super) limits: Limits,
    /// Of each of these sets a text must have one.
    pub(super) wants: Vec<Mask>,
    /// How many words it spells out.
    pub(super) words: u8,
    /// How many of its words are empty.
    pub(super) empty: u8,
}

/// One element of a pattern.
pub(super) enum Numbered {
    Words(Vec<u16>),
    Maybe(Vec<u16>),
    Slot(Kind),
}

/// What a phrase begins with, what it cannot do without, and how many words it has at least.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Limits {
    pub(super) first: Mask,
    pub(super) needs: Mask,
    pub(super) least: usize,
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
        let number = |words: &[&str]| -> Vec<u16> {
            let found = words.iter().filter_map(|word| find(&lexicon, word));
            found.collect()
        };
        let nothing = Limits {
            first: 0,
            needs: Mask::MAX,
            least: usize::MAX / 2,
        };
        let rows = rows
            .into_iter()
            .map(|row| {
                let parts = row.parts.iter().map(|part| match part {
                    Part::Words(words) | Part::Empty(words) => Numbered::Words(number(words)),
                    Part::Maybe(words) => Numbered::Maybe(number(words)),
                    Part::Slot(kind) => Numbered::Slot(*kind),
                });
                let count = |wanted: fn(&Part) -> bool| {
                    row.parts.iter().filter(|part| wanted(part)).count() as u8
                };
                let parts: Vec<Numbered> = parts.collect();
                let wants = parts.iter().filter_map(|part| match part {
                    Numbered::Words(ids) => {
                        Some(ids.iter().fold(0, |all, id| all | bit_of_word(*id)))
                    }
                    _ => None,
                });
                Compiled {
                    row,
                    wants: wants.collect(),
                    parts,
                    limits: nothing,
                    words: count(|part| matches!(part, Part::Words(_))),
                    empty: count(|part| matches!(part, Part::Empty(_))),
                }
            })
            .collect::<Vec<_>>();
        let starts = (0..=Kind::ALL.len())
            .map(|kind| rows.partition_point(|row| (row.row.kind as usize) < kind))
            .collect();
        let mut table = Self {
            rows,
            starts,
            lexicon,
            kinds: vec![nothing; Kind::ALL.len()],
            begin: Vec::new(),
        };
        table.limit();
        let bits = Kind::ALL
            .iter()
            .flat_map(|kind| (0..Mask::BITS).map(move |bit| (*kind, bit)));
        let rows = |(kind, bit)| {
            let mut rows = table.of_kind(kind);
            let begins = |row: &usize| table.row(*row).limits.first >> bit & 1 == 1;
            let rows = rows.by_ref().filter(begins);
            rows.filter_map(|row| u16::try_from(row).ok()).collect()
        };
        table.begin = bits.map(rows).collect();
        table
    }

    /// Works the limits of all rows and kinds out: each follows from those of its parts.
    fn limit(&mut self) {
        for kind in &Kind::ALL[..Kind::WORDS] {
            self.kinds[*kind as usize] = Limits {
                first: bit(*kind),
                needs: bit(*kind),
                least: 1,
            };
        }
        loop {
            let mut changed = false;
            for at in 0..self.rows.len() {
                let limits = self.of_parts(&self.rows[at].parts);
                changed |= limits != self.rows[at].limits;
                self.rows[at].limits = limits;
            }
            for kind in &Kind::ALL[Kind::WORDS..] {
                let rows = self.of_kind(*kind).map(|at| self.rows[at].limits);
                let both = rows.reduce(|a, b| Limits {
                    first: a.first | b.first,
                    needs: a.needs & b.needs,
                    least: a.least.min(b.least),
                });
                if let Some(limits) = both {
                    changed |= limits != self.kinds[*kind as usize];
                    self.kinds[*kind as usize] = limits;
                }
            }
            if !changed {
                return;
            }
        }
    }

    fn of_parts(&self, parts: &[Numbered]) -> Limits {
        let all = |ids: &[u16]| ids.iter().fold(0, |mask, id| mask | bit_of_word(*id));
        let mut limits = Limits {
            first: 0,
            needs: 0,
            least: 0,
        };
        let mut begins = true;
        for part in parts {
            let part = match part {
                Numbered::Maybe(ids) => {
                    if begins {
                        limits.first |= all(ids);
                    }
                    continue;
                }
                Numbered::Words(ids) => Limits {
                    first: all(ids),
                    needs: match ids.as_slice() {
                        [one] => bit_of_word(*one),
                        _ => 0,
                    },
                    least: 1,
                },
                Numbered::Slot(kind) => self.kinds[*kind as usize],
            };
            if begins {
                limits.first |= part.first;
            }
            begins = false;
            limits.needs |= part.needs;
            limits.least = (limits.least + part.least).min(usize::MAX / 2);
        }
        limits
    }

    /// Which rows are of a kind.
    pub(super) fn of_kind(&self, kind: Kind) -> std::ops::Range<usize> {
        self.starts[kind as usize]..self.starts[kind as usize + 1]
    }

    /// All rows, in the order of their numbers.
    #[cfg(test)]
    pub(super) fn rows(&self) -> impl Iterator<Item = &'static Row> + '_ {
        self.rows.iter().map(|row| row.row)
    }

    /// The rows of a kind that may begin with a bit of a mask.
    pub(super) fn beginning(&self, kind: Kind, bit: u32) -> &[u16] {
        let at = kind as usize * Mask::BITS as usize + bit as usize;
        self.begin.get(at).map_or(&[], Vec::as_slice)
    }

    pub(super) fn row(&self, at: usize) -> &Compiled {
        &self.rows[at]
    }

    pub(super) fn kind(&self, kind: Kind) -> Limits {
        self.kinds[kind as usize]
    }

    /// The number of a word, in lower case.
    pub(super) fn find(&self, word: &str) -> Option<u16> {
        find(&self.lexicon, word)
    }
}

fn find(lexicon: &[&str], word: &str) -> Option<u16> {
    let at = lexicon.binary_search(&word).ok()?;
    u16::try_from(at).ok()
}

impl Limits {
    /// Whether a phrase may stand where that may begin, that may follow, and so many words are left.
    pub(super) fn allow(self, first: Mask, rest: Mask, left: usize) -> bool {
        self.first & first != 0 && self.needs & !rest == 0 && self.least <= left
    }
}
