//! Tables of single words, each found by its hash.

use std::borrow::Cow;

/// A table of single words, each found by its hash.
pub(super) struct Words<T>(Vec<Vec<(Cow<'static, str>, T)>>);

impl<T: Copy> Words<T> {
    /// The table of some words; those given first are preferred among equals.
    pub(super) fn new(
        words: impl ExactSizeIterator<Item = (impl Into<Cow<'static, str>>, T)>,
    ) -> Self {
        // A power of two, and most buckets empty.
        let mut buckets = vec![Vec::new(); (words.len() * 2).next_power_of_two()];
        let last = buckets.len() - 1;
        for (word, meaning) in words {
            let word = word.into();
            buckets[hash(&word) & last].push((word, meaning));
        }
        Self(buckets)
    }

    /// What a word means.
    pub(super) fn find(&self, word: &str, hash: usize) -> Option<T> {
        let bucket = self.0.get(hash & (self.0.len() - 1))?;
        let found = bucket.iter().find(|(own, _)| *own == word);
        found.map(|(_, meaning)| *meaning)
    }
}

/// A text as words know it: in small letters.
pub(super) fn lower_case(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// The hash of a word: FNV-1a (Fowler, Noll and Vo), short and the same everywhere.
pub(super) fn hash(word: &str) -> usize {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash as usize
}
