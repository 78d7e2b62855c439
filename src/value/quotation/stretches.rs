//! Stretches of words in a row, for whoever looks for the same words in other quotes.

use std::hash::{Hash, Hasher};

use fnv::FnvHasher;

use super::stretches;
use crate::text::normal::{fold_into, words};

/// Few quotes have shorter words on average, with the space after each.
const SHORT_WORD: usize = 5;

/// The words of a quote as a [`super::Passage`] compares them, each with a hash.
#[derive(Debug)]
pub struct Stretches {
    /// The folded words, each between single spaces.
    forms: String,
    words: Vec<Word>,
}

#[derive(Debug)]
struct Word {
    start: usize,
    hash: u64,
    /// Whether something was left out before it.
    opens: bool,
}

/// Words in a row, each between single spaces. Two are equal where their words are; the hash only makes
/// them found fast.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'a> {
    /// The words.
    pub text: &'a str,
    hash: u64,
}

impl Stretches {
    /// Reads a quote. Linear in its length.
    #[must_use]
    pub fn of(quote: &str) -> Self {
        let mut forms = String::with_capacity(quote.len() + 2);
        let mut read = Vec::with_capacity(quote.len() / SHORT_WORD);
        forms.push(' ');
        for stretch in stretches(quote) {
            let mut opens = true;
            for word in words(stretch) {
                let start = forms.len();
                fold_into(word, &mut forms);
                if forms.len() == start {
                    continue;
                }
                let mut hasher = FnvHasher::default();
                hasher.write(&forms.as_bytes()[start..]);
                let hash = hasher.finish();
                forms.push(' ');
                read.push(Word { start, hash, opens });
                opens = false;
            }
        }
        Self { forms, words: read }
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// All words.
    #[must_use]
    pub fn whole(&self) -> Stretch<'_> {
        Stretch {
            text: &self.forms,
            hash: hash(&self.words),
        }
    }

    /// Each stretch of so many words in a row, none across what was left out.
    pub fn rows(&self, length: usize) -> impl Iterator<Item = Stretch<'_>> {
        let rows = self.words.windows(length.max(1)).enumerate();
        rows.filter_map(move |(at, row)| {
            let (first, rest) = row.split_first()?;
            if rest.iter().any(|word| word.opens) {
                return None;
            }
            let next = self.words.get(at + row.len());
            let end = next.map_or(self.forms.len(), |next| next.start);
            Some(Stretch {
                text: self.forms.get(first.start - 1..end)?,
                hash: hash(row),
            })
        })
    }
}

fn hash(words: &[Word]) -> u64 {
    const ODD: u64 = 0x517c_c1b7_2722_0a95;
    words.iter().fold(0, |all: u64, word| {
        (all.rotate_left(5) ^ word.hash).wrapping_mul(ODD)
    })
}

impl PartialEq for Stretch<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Stretch<'_> {}

impl Hash for Stretch<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}

#[cfg(test)]
mod tests {
    use super::Stretches;

    fn rows(quote: &str, length: usize) -> Vec<String> {
        let stretches = Stretches::of(quote);
        stretches.rows(length).map(|row| row.text.into()).collect()
    }

    #[test]
    fn rows_are_words_in_a_row() {
        assert_eq!(
            rows("A “second” chance!", 2),
            [" a second ", " second chance "]
        );
        assert_eq!(rows("one two", 2), [" one two "]);
        assert!(rows("one", 2).is_empty());
        assert!(Stretches::of("[…]").is_empty());
    }

    #[test]
    fn none_goes_across_what_was_left_out() {
        assert_eq!(
            rows("one two ... three four", 2),
            [" one two ", " three four "]
        );
        assert_eq!(rows("one [or so] two", 1), [" one ", " two "]);
    }

    #[test]
    fn equal_words_are_equal_however_they_are_written_and_cut() {
        let (one, other) = (
            Stretches::of("The SECOND chance, again"),
            Stretches::of("second chance"),
        );
        let row = one.rows(2).nth(1).expect("a row");
        assert!(row == other.whole() && row.hash == other.whole().hash);
    }
}
