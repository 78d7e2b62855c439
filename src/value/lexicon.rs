//! Tables of wordings, looked up by the tokens of a text.
//!
//! Each table is split by the same rules as the text, so that "km/h", "km / h" and "KM/H" are one
//! wording.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::scan::{Class, Scan, Tokens};
use super::words::{Buckets, lower_case};

/// A table of wordings, found by the hash of their first word. Those of one bucket are split when they are
/// first looked for, since most tables have far more than a run meets.
pub(super) struct Lexicon<T> {
    wordings: Buckets<(Cow<'static, str>, T)>,
    split: Vec<OnceLock<Box<[Entry<T>]>>>,
}

/// One wording and what it means.
struct Entry<T> {
    first: String,
    rest: Vec<Rest>,
    meaning: T,
}

/// A later word of a wording.
struct Rest {
    word: String,
    /// Whether it must touch the word before: "ft2" is not "ft 2", and "a $5 note" is not in A$.
    glued: bool,
}

impl<T: Copy> Lexicon<T> {
    /// A lexicon of wordings; those given first are preferred among equals.
    pub(super) fn new<W: Into<Cow<'static, str>>>(
        wordings: impl IntoIterator<Item = (W, T)>,
    ) -> Self {
        let wordings = wordings.into_iter().filter_map(|(wording, meaning)| {
            let wording = wording.into();
            let first = Tokens::new(&wording, &lower_case(&wording)).next()?.hash;
            Some((first, (wording, meaning)))
        });
        let wordings = Buckets::new(wordings.collect());
        Self {
            split: (0..wordings.len()).map(|_| OnceLock::new()).collect(),
            wordings,
        }
    }

    /// The wordings of a bucket in their words, longest first.
    fn bucket(&self, hash: usize) -> &[Entry<T>] {
        let bucket = self.wordings.bucket(hash);
        let split = || {
            let wordings = self.wordings.of(hash).iter();
            let entries = wordings.filter_map(|(wording, meaning)| Entry::new(wording, *meaning));
            let mut entries: Vec<Entry<T>> = entries.collect();
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
            entries.into()
        };
        match self.split.get(bucket) {
            Some(entries) => entries.get_or_init(split),
            None => &[],
        }
    }

    /// The wordings that stand at a token and end by another, longest first, with their lengths.
    pub(super) fn at<'l>(
        &'l self,
        scan: &'l Scan<'_>,
        at: usize,
        end: usize,
    ) -> impl Iterator<Item = (usize, T)> + 'l {
        let bucket = match scan.tokens.get(at) {
            Some(token) if at < end => self.bucket(token.hash),
            _ => &[],
        };
        bucket
            .iter()
            .filter_map(move |entry| Some((entry.length_at(scan, at, end)?, entry.meaning)))
    }

    /// The longest wording at a token.
    pub(super) fn longest(&self, scan: &Scan<'_>, at: usize, end: usize) -> Option<(usize, T)> {
        self.at(scan, at, end).next()
    }
}

impl<T> Entry<T> {
    /// The entry of a wording; `None` for an empty one.
    fn new(wording: &str, meaning: T) -> Option<Self> {
        let lower = lower_case(wording);
        let scan = Scan::new(wording, &lower)?;
        let rest = (1..scan.tokens.len()).map(|at| {
            let after_letter = scan.word(at - 1).len() == 1 && scan.is(at, Class::Mark);
            let after_letter = after_letter || scan.word(at - 1) == "$";
            Rest {
                word: scan.word(at).to_owned(),
                glued: scan.tokens[at].glued && (scan.is(at, Class::Digits) || after_letter),
            }
        });
        Some(Self {
            first: scan.tokens.first()?.word.to_owned(),
            rest: rest.collect(),
            meaning,
        })
    }

    /// How many tokens it takes at a token, if it stands there; hyphens may join its words.
    fn length_at(&self, scan: &Scan<'_>, at: usize, end: usize) -> Option<usize> {
        if at + self.rest.len() >= end || scan.word(at) != self.first {
            return None;
        }
        let mut next = at + 1;
        for rest in &self.rest {
            if scan.word(next) != rest.word {
                next += usize::from(scan.is_hyphen(next));
            }
            let token = scan.tokens.get(next).filter(|_| next < end)?;
            // "ft2" does not stand in "6ft2.5".
            let parted = token.class == Class::Digits && scan.goes_on(next);
            if scan.word(next) != rest.word || (rest.glued && !token.glued) || parted {
                return None;
            }
            next += 1;
        }
        Some(next - at)
    }
}
