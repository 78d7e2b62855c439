//! Which of several spellings is the usual one.

use std::collections::BTreeMap;

use crate::model::Corpus;
use crate::text::normal::{fold, words};

/// How often subjects and labels are written, and words stand in quotes.
pub(super) struct Spellings<'a> {
    written: BTreeMap<&'a str, usize>,
    quoted: BTreeMap<String, usize>,
}

impl<'a> Spellings<'a> {
    pub(super) fn of(corpus: &'a Corpus) -> Self {
        let (mut written, mut quoted) = (BTreeMap::new(), BTreeMap::new());
        for claim in &corpus.claims {
            for name in [claim.subject, claim.property] {
                *written.entry(corpus.symbols.text(name)).or_default() += 1;
            }
            for word in claim.quote().into_iter().flat_map(words) {
                *quoted.entry(fold(word)).or_default() += 1;
            }
        }
        Self { written, quoted }
    }

    /// The names with the usual one first: the one of most claims; of two as common, the one whose words articles
    /// have, for a slip of the annotator stands in no quote.
    pub(super) fn usual_first(&self, names: &[String]) -> Vec<String> {
        let usual = |name: &String| {
            let rarest = words(name).map(|word| self.quoted.get(&*fold(word)).copied());
            (
                self.written.get(&**name).copied().unwrap_or_default(),
                rarest.min().flatten().unwrap_or_default(),
            )
        };
        let mut names = names.to_vec();
        // The sort is stable: of names that are as usual, the first stays first.
        names.sort_by_key(|name| std::cmp::Reverse(usual(name)));
        names
    }
}
