//! What a text must have for a phrase to stand in it: what is not there is not looked for.

use super::kind::Kind;
use super::table::{Compiled, Numbered};

/// A set of kinds of words and of words, the latter in buckets.
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

fn bits_of_words(ids: &[u16]) -> Mask {
    ids.iter().fold(0, |mask, id| mask | bit_of_word(*id))
}

/// What a phrase begins with, what it cannot do without, and how many words it has at least.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Limits {
    pub(super) first: Mask,
    /// It needs each of these,
    pub(super) needs: Mask,
    /// and one of these.
    pub(super) some: Mask,
    pub(super) least: u8,
}

impl Limits {
    /// Those of nothing at all.
    pub(super) const EMPTY: Self = Self {
        first: 0,
        needs: 0,
        some: Mask::MAX,
        least: 0,
    };

    /// Those of what no text has.
    pub(super) const NEVER: Self = Self {
        first: 0,
        needs: Mask::MAX,
        some: 0,
        least: u8::MAX,
    };

    /// Those of one word that is any of these.
    fn of_one(word: Mask) -> Self {
        Self {
            first: word,
            needs: if word.count_ones() == 1 { word } else { 0 },
            some: word,
            least: 1,
        }
    }

    /// Whether a phrase may stand where that may begin, that may follow, and so many words are left.
    pub(super) fn allow(&self, first: Mask, rest: Mask, left: usize) -> bool {
        self.first & first != 0
            && self.needs & !rest == 0
            && self.some & rest != 0
            && usize::from(self.least) <= left
    }

    /// Those of the one phrase with the other behind it.
    pub(super) fn then(self, next: Self) -> Self {
        Self {
            first: self.first,
            needs: self.needs | next.needs,
            some: match self.some.count_ones() <= next.some.count_ones() {
                true => self.some,
                false => next.some,
            },
            least: self.least.saturating_add(next.least),
        }
    }

    /// Those of either phrase.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            first: self.first | other.first,
            needs: self.needs & other.needs,
            some: self.some | other.some,
            least: self.least.min(other.least),
        }
    }
}

/// The limits of all kinds: each follows from those of its rows.
pub(super) fn of_kinds(rows: &[Compiled]) -> Vec<Limits> {
    let mut kinds = vec![Limits::NEVER; Kind::ALL.len()];
    for kind in &Kind::ALL[..Kind::WORDS] {
        kinds[*kind as usize] = Limits::of_one(bit(*kind));
    }
    // Rows of smaller phrases come first, so that few rounds are needed.
    while widen(rows, &mut kinds) {}
    let mut all = kinds.clone();
    all[Kind::WORDS..].fill(Limits::NEVER);
    for row in rows {
        let kind = &mut all[row.row.kind as usize];
        *kind = kind.or(of_parts(&row.parts, &kinds));
    }
    all
}

/// Lets kinds be what their rows may be by the limits known so far, and says whether that is more.
fn widen(rows: &[Compiled], kinds: &mut [Limits]) -> bool {
    let mut is_more = false;
    for row in rows {
        let known = kinds[row.row.kind as usize];
        let mut wider = known.or(of_parts(&row.parts, kinds));
        // Which of several sets is the smallest may change to and fro: first words only become more.
        wider.some = wider.first;
        is_more |= wider != known;
        kinds[row.row.kind as usize] = wider;
    }
    is_more
}

/// The limits of some parts of a row, one behind the other.
pub(super) fn of_parts(parts: &[Numbered], kinds: &[Limits]) -> Limits {
    let all = parts.iter().rev();
    all.fold(Limits::EMPTY, |rest, part| before(part, rest, kinds))
}

/// The limits of a part with the rest of its row behind it.
fn before(part: &Numbered, rest: Limits, kinds: &[Limits]) -> Limits {
    match part {
        Numbered::Maybe(ids) => Limits {
            first: rest.first | bits_of_words(ids),
            ..rest
        },
        Numbered::Words(ids) => Limits::of_one(bits_of_words(ids)).then(rest),
        Numbered::Slot(kind) => kinds[*kind as usize].then(rest),
    }
}
