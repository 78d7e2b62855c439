//! The nearest place of a quote that a text does not hold.
//!
//! In: a part of a quote, at least three words long. Out: the place that takes the fewest letters to
//! change, at most a fifth of them, and the words that differ. It explains, and never accepts. The
//! search is that of Myers (1999) in blocks of 64 letters: linear in the text for a quote of usual length.

use std::ops::Range;

use super::part::Part;
use super::text::ArticleText;

/// Shorter parts are near to anything.
const FEWEST_WORDS: usize = 3;
/// Of so many letters, one may differ.
const LETTERS: usize = 5;
/// In longer parts the words that differ are not picked out.
const MOST_WORDS: usize = 400;
/// So many differences are told.
const MOST_TOLD: usize = 3;

/// How much may be searched for the quotes of one text: blocks of letters, times letters of the text.
pub(super) struct Budget(usize);

impl Budget {
    /// What a text allows: enough for more than a hundred quotes that it does not hold.
    pub(in crate::parse) fn of(text: &ArticleText) -> Self {
        Self((1 << 20) + 128 * text.form().len())
    }
}

/// The place nearest to a part of a quote.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Near {
    /// Its words.
    pub(super) words: Range<usize>,
    /// What stands in the quote and what in the text, where they differ: the first ones.
    pub(super) differences: Vec<(String, String)>,
}

/// The nearest place, if one is near enough and the budget allows the search.
pub(super) fn nearest(text: &ArticleText, part: &Part, budget: &mut Budget) -> Option<Near> {
    let pattern = part.form().as_bytes();
    let letters = pattern.len() - part.len();
    let blocks = pattern.len().div_ceil(64);
    let cost = blocks.saturating_mul(text.form().len());
    if part.len() < FEWEST_WORDS || cost > budget.0 {
        return None;
    }
    budget.0 -= cost;
    let form = text.form().as_bytes();
    let (end, distance) = best(pattern, form.iter().copied(), Start::Anywhere)?;
    if distance * LETTERS > letters {
        return None;
    }
    // From there backwards, the same search says where the place begins.
    let reversed: Vec<u8> = pattern.iter().rev().copied().collect();
    let window = form.get(end.saturating_sub(pattern.len() + distance)..end)?;
    let (length, _) = best(&reversed, window.iter().rev().copied(), Start::There)?;
    let words = text.words_in(end - length..end);
    let differences = differences(text, part, &words);
    (!words.is_empty()).then_some(Near { words, differences })
}

/// Where a match may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Anywhere,
    There,
}

/// Where the match with the fewest changes ends, and how many these are: the first of several.
fn best(pattern: &[u8], text: impl Iterator<Item = u8>, start: Start) -> Option<(usize, usize)> {
    let blocks = pattern.len().div_ceil(64);
    let mut masks = vec![0_u64; blocks * 256];
    for (at, byte) in pattern.iter().enumerate() {
        *masks.get_mut(usize::from(*byte) * blocks + at / 64)? |= 1 << (at % 64);
    }
    // Of each row: whether the cell is one more, or one less, than the cell above it.
    let mut columns = vec![(u64::MAX, 0_u64); blocks];
    let last = 1_u64 << ((pattern.len().checked_sub(1)?) % 64);
    let mut score = pattern.len();
    let mut best = match start {
        Start::Anywhere => (0, usize::MAX),
        Start::There => (0, score),
    };
    for (at, byte) in text.enumerate() {
        let masks = masks.get(usize::from(byte) * blocks..)?;
        // How the cell above the first row differs from the one before.
        let mut change = match start {
            Start::Anywhere => 0,
            Start::There => 1,
        };
        for (block, (column, mask)) in columns.iter_mut().zip(masks).enumerate() {
            let top = if block + 1 == blocks { last } else { 1 << 63 };
            change = advance(column, *mask, change, top);
        }
        match change {
            1 => score += 1,
            -1 => score -= 1,
            _ => {}
        }
        if score < best.1 {
            best = (at + 1, score);
        }
    }
    Some(best)
}

/// One step of a block: how its last cell differs from the one before.
fn advance(column: &mut (u64, u64), mask: u64, change: i8, top: u64) -> i8 {
    let (more, less) = *column;
    let falls = u64::from(change < 0);
    let up = mask | less;
    let same = mask | falls;
    let across = ((same & more).wrapping_add(more) ^ more) | same;
    let rises_here = less | !(across | more);
    let falls_here = more & across;
    let out = match (rises_here & top != 0, falls_here & top != 0) {
        (true, _) => 1,
        (_, true) => -1,
        _ => 0,
    };
    let rises_here = (rises_here << 1) | u64::from(change > 0);
    let falls_here = (falls_here << 1) | falls;
    *column = (falls_here | !(up | rises_here), rises_here & up);
    out
}

/// The words that stand in the one and not in the other.
fn differences(text: &ArticleText, part: &Part, place: &Range<usize>) -> Vec<(String, String)> {
    let quoted: Vec<&str> = part.words().collect();
    let held: Vec<&str> = place.clone().map(|at| text.word(at)).collect();
    if quoted.len() > MOST_WORDS || held.len() > MOST_WORDS {
        return Vec::new();
    }
    // How many words both have in common from there on.
    let width = held.len() + 1;
    let mut common = vec![0_u32; (quoted.len() + 1) * width];
    let cell = |row: usize, column: usize| row * width + column;
    for (row, quoted) in quoted.iter().enumerate().rev() {
        for (column, held) in held.iter().enumerate().rev() {
            common[cell(row, column)] = match quoted == held {
                true => common[cell(row + 1, column + 1)] + 1,
                false => common[cell(row + 1, column)].max(common[cell(row, column + 1)]),
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut differences: Vec<(String, String)> = Vec::new();
    let mut is_open = false;
    while row < quoted.len() || column < held.len() {
        let both = quoted.get(row).zip(held.get(column));
        if both.is_some_and(|(quoted, held)| quoted == held) {
            (row, column, is_open) = (row + 1, column + 1, false);
            continue;
        }
        if !is_open {
            differences.push(Default::default());
            is_open = true;
        }
        let Some((left, right)) = differences.last_mut() else {
            break;
        };
        let down = row < quoted.len()
            && (column == held.len()
                || common[cell(row + 1, column)] >= common[cell(row, column + 1)]);
        let (side, word) = match down {
            true => (left, quoted.get(row)),
            false => (right, held.get(column)),
        };
        if !side.is_empty() {
            side.push(' ');
        }
        side.push_str(word.copied().unwrap_or_default());
        match down {
            true => row += 1,
            false => column += 1,
        }
    }
    differences.truncate(MOST_TOLD);
    differences
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Start, best};

    /// The same by the table of all changes.
    fn by_table(pattern: &[u8], text: &[u8], start: Start) -> (usize, usize) {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut best = match start {
            Start::Anywhere => (0, usize::MAX),
            Start::There => (0, pattern.len()),
        };
        for (at, byte) in text.iter().enumerate() {
            let mut corner = column[0];
            column[0] = if start == Start::There { at + 1 } else { 0 };
            for row in 1..column.len() {
                let same = corner + usize::from(pattern[row - 1] != *byte);
                corner = column[row];
                column[row] = same.min(corner + 1).min(column[row - 1] + 1);
            }
            if column[pattern.len()] < best.1 {
                best = (at + 1, column[pattern.len()]);
            }
        }
        best
    }

    proptest! {
        #[test]
        fn blocks_find_what_the_table_finds(
            pattern in proptest::collection::vec(b'a'..b'd', 1..150),
            text in proptest::collection::vec(b'a'..b'd', 0..200),
        ) {
            for start in [Start::Anywhere, Start::There] {
                let found = best(&pattern, text.iter().copied(), start);
                prop_assert_eq!(found, Some(by_table(&pattern, &text, start)));
            }
        }
    }
}
