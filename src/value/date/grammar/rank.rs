//! Which of two readings of the same words is the better.

use super::table::Compiled;

/// The greater one is the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    /// What is refused loses to whatever is read.
    pub(super) accepted: bool,
    /// More words that its patterns spell out.
    words: u8,
    /// Fewer words that carry no meaning, as less than the most.
    joiners: u8,
    /// Fewer slots of the row itself.
    slots: u8,
    /// Fewer phrases in all: one thing that is known, rather than two that are put together.
    phrases: u8,
}

impl Rank {
    /// That of a word, or of several of which a table spells out some.
    pub(super) fn of_word(words: u8) -> Self {
        Self {
            accepted: true,
            words,
            joiners: u8::MAX,
            slots: u8::MAX,
            phrases: u8::MAX,
        }
    }

    /// That of a row with so many of its optional words, before its slots are filled.
    pub(super) fn of_row(row: &Compiled, optional: u8) -> Self {
        Self {
            accepted: true,
            words: row.words,
            joiners: u8::MAX - row.empty - optional,
            slots: u8::MAX,
            phrases: u8::MAX - 1,
        }
    }

    /// That of a row with one more slot filled, as so many kinds of phrase one upon the other.
    pub(super) fn with(self, slot: Self, layers: u8) -> Self {
        let phrases = (u8::MAX - slot.phrases).saturating_add(layers);
        Self {
            accepted: self.accepted && slot.accepted,
            words: self.words.saturating_add(slot.words),
            joiners: self.joiners.saturating_sub(u8::MAX - slot.joiners),
            slots: self.slots - 1,
            phrases: self.phrases.saturating_sub(phrases),
        }
    }

    /// What neither of two is better than.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            accepted: self.accepted || other.accepted,
            words: self.words.max(other.words),
            joiners: self.joiners.max(other.joiners),
            slots: self.slots.max(other.slots),
            phrases: self.phrases.max(other.phrases),
        }
    }
}
