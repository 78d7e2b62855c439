//! Tables of single words, each found by its hash.

use std::borrow::Cow;

/// A table of single words, each found by its hash.
pub(super) struct Words<T>(Buckets<(Cow<'static, str>, T)>);

impl<T: Copy> Words<T> {
    /// The table of some words; those given first are preferred among equals.
    pub(super) fn new(
        words: impl ExactSizeIterator<Item = (impl Into<Cow<'static, str>>, T)>,
    ) -> Self {
        let words = words.map(|(word, meaning)| {
            let word = word.into();
            (hash(&word), (word, meaning))
        });
        Self(Buckets::new(words.collect()))
    }

    /// What a word means.
    pub(super) fn find(&self, word: &str, hash: usize) -> Option<T> {
        let found = self.0.of(hash).iter().find(|(own, _)| *own == word);
        found.map(|(_, meaning)| *meaning)
    }
}

/// Things by their hashes, in one row: those of one bucket stand together.
pub(super) struct Buckets<T> {
    all: Vec<T>,
    /// Where each bucket starts, and the last one ends.
    starts: Vec<u32>,
}

impl<T> Buckets<T> {
    /// Puts things into buckets, in which their order stays.
    pub(super) fn new(mut all: Vec<(usize, T)>) -> Self {
        // A power of two, and most buckets empty.
        let n_buckets = (all.len() * 2).next_power_of_two();
        let mut starts = vec![0; n_buckets + 1];
        for (hash, _) in &mut all {
            *hash &= n_buckets - 1;
            starts[*hash + 1] += 1;
        }
        for at in 0..n_buckets {
            starts[at + 1] += starts[at];
        }
        all.sort_by_cached_key(|(bucket, _)| *bucket);
        let all = all.into_iter().map(|(_, it)| it).collect();
        Self { all, starts }
    }

    /// How many buckets there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The bucket of a hash.
    pub(super) fn bucket(&self, hash: usize) -> usize {
        hash & (self.len() - 1)
    }

    /// Those of a hash, and others of its bucket.
    pub(super) fn of(&self, hash: usize) -> &[T] {
        let bucket = self.bucket(hash);
        let [from, to] = [bucket, bucket + 1].map(|at| self.starts[at] as usize);
        &self.all[from..to]
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
