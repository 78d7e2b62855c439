//! Which of several spellings is the usual one.

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use crate::model::{Corpus, Symbol};
use crate::text::normal::{fold, fold_into, words};

/// How often subjects and labels are written, and words stand in quotes.
pub(super) struct Spellings<'a> {
    corpus: &'a Corpus,
    written: IndexMap<Symbol, usize, FnvBuildHasher>,
    quoted: IndexMap<String, usize, FnvBuildHasher>,
}

impl<'a> Spellings<'a> {
    pub(super) fn of(corpus: &'a Corpus) -> Self {
        let mut spellings = Self {
            corpus,
            written: IndexMap::default(),
            quoted: IndexMap::default(),
        };
        let mut folded = String::new();
        for claim in &corpus.claims {
            for name in [claim.subject, claim.property] {
                *spellings.written.entry(name).or_default() += 1;
            }
            for word in claim.quote().into_iter().flat_map(words) {
                folded.clear();
                fold_into(word, &mut folded);
                match spellings.quoted.get_mut(folded.as_str()) {
                    Some(count) => *count += 1,
                    None => _ = spellings.quoted.insert(folded.clone(), 1),
                }
            }
        }
        spellings
    }

    /// The names with the usual one first: the one of most claims; of two as common, the one whose words articles
    /// have, for a slip of the annotator stands in no quote.
    pub(super) fn usual_first(&self, names: &[String]) -> Vec<String> {
        let usual = |name: &String| {
            let rarest = words(name).map(|word| self.quoted.get(&*fold(word)).copied());
            let written = self.corpus.symbols.find(name);
            let written = written.and_then(|name| self.written.get(&name));
            (
                written.copied().unwrap_or_default(),
                rarest.min().flatten().unwrap_or_default(),
            )
        };
        let mut names = names.to_vec();
        // The sort is stable: of names that are as usual, the first stays first.
        names.sort_by_key(|name| std::cmp::Reverse(usual(name)));
        names
    }
}
