//! Where many words stand in one text, found in one pass over it.
//!
//! By Aho and Corasick: linear in the text and in what is looked for, where a search for each is their product.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use indexmap::IndexMap;
use memchr::memmem;

use crate::text::number;

/// From so many bytes on, text times searches, one pass for all is quicker than one for each.
const MANY: usize = 256 << 20;
/// So many letters are looked for in one pass, which bounds the memory.
const BATCH: usize = 8 << 20;

/// What was looked for in a text, with the bytes at which it begins.
#[derive(Clone, Debug, Default)]
pub(super) struct Sought {
    starts: IndexMap<Box<str>, Vec<u32>>,
}

impl Sought {
    /// Looks for all patterns where there are many; for none where a search for each is quicker.
    pub(super) fn many<'a>(text: &str, patterns: impl Iterator<Item = &'a str>) -> Self {
        Self::above(MANY, text, patterns)
    }

    /// Whether so many patterns may be so many that one pass is quicker.
    pub(super) fn are_many(text: &str, patterns: usize) -> bool {
        patterns.saturating_mul(text.len()) >= MANY
    }

    fn above<'a>(many: usize, text: &str, patterns: impl Iterator<Item = &'a str>) -> Self {
        let patterns = patterns.filter(|pattern| !pattern.is_empty());
        let mut starts: IndexMap<Box<str>, Vec<u32>> =
            patterns.map(|it| (it.into(), Vec::new())).collect();
        if starts.len().saturating_mul(text.len()) < many {
            return Self::default();
        }
        let mut first = 0;
        while first < starts.len() {
            let mut letters = 0;
            let lengths = starts.keys().skip(first).map(|it| it.len());
            let count = lengths.take_while(|length| {
                letters += length;
                letters <= BATCH
            });
            // A pattern that is longer than a batch is a batch.
            let last = first + count.count().max(1);
            let automaton = AhoCorasick::builder()
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .build(starts.keys().skip(first).take(last - first).map(|it| &**it));
            let Ok(automaton) = automaton else {
                starts.truncate(first);
                break;
            };
            for found in automaton.find_overlapping_iter(text) {
                let pattern = starts.get_index_mut(first + found.pattern().as_usize());
                if let Some((pattern, starts)) = pattern
                    && starts
                        .last()
                        .is_none_or(|last| *last as usize + pattern.len() <= found.start())
                {
                    starts.push(number(found.start()));
                }
            }
            first = last;
        }
        Self { starts }
    }

    /// Whether nothing was looked for.
    pub(super) fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Where a pattern begins in the text, each time behind the end of the one before.
    pub(super) fn starts(&self, text: &str, pattern: &str) -> Vec<usize> {
        match self.starts.get(pattern) {
            Some(starts) => starts.iter().map(|at| *at as usize).collect(),
            None => memmem::find_iter(text.as_bytes(), pattern.as_bytes()).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Sought;

    proptest! {
        #[test]
        fn one_pass_finds_what_a_search_for_each_finds(
            text in "[ab ]{0,60}",
            patterns in prop::collection::vec("[ab ]{1,4}", 1..20),
        ) {
            let all = Sought::above(0, &text, patterns.iter().map(String::as_str));
            prop_assert!(!all.is_empty());
            let none = Sought::many(&text, patterns.iter().map(String::as_str));
            prop_assert!(none.is_empty());
            for pattern in &patterns {
                prop_assert_eq!(all.starts(&text, pattern), none.starts(&text, pattern));
            }
        }
    }
}
