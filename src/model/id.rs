//! Stable ids of claims: what other programs call a claim by.
//!
//! In: a corpus. Out: one id for each claim, the annotator's own where there is one. Else it is a
//! hash of what the claim says, so that moved lines, renamed files and edits elsewhere keep it.

use std::borrow::Cow;
use std::hash::Hasher;

use fnv::{FnvBuildHasher, FnvHasher};
use indexmap::IndexMap;
use rayon::prelude::*;

use super::{Article, Claim, ClaimId, Corpus};
use crate::text::id::Written;

/// The ids of all claims of a corpus, worked out once: telling repetitions apart takes a look at all.
#[derive(Debug)]
pub struct ClaimIds<'a> {
    corpus: &'a Corpus,
    /// What the ids are made from where annotators gave none.
    hashes: Vec<u64>,
    /// Of claims that say what earlier ones say, how many these are.
    earlier: IndexMap<ClaimId, u32, FnvBuildHasher>,
}

impl<'a> ClaimIds<'a> {
    /// Works out the ids of all claims. Linear in their number.
    #[must_use]
    pub fn new(corpus: &'a Corpus) -> Self {
        let hashes: Vec<u64> = corpus
            .claims
            .par_iter()
            .map(|claim| hash(corpus, claim))
            .collect();
        // Few contents are repeated, so that only those are counted.
        let mut sorted = hashes.clone();
        sorted.par_sort_unstable();
        let repeated = sorted.windows(2).filter(|pair| pair[0] == pair[1]);
        let mut seen: IndexMap<u64, u32, FnvBuildHasher> =
            repeated.map(|pair| (pair[0], 0)).collect();
        let mut earlier = IndexMap::default();
        for (id, hash) in corpus.claim_ids().zip(&hashes) {
            if let Some(count) = seen.get_mut(hash) {
                if *count > 0 {
                    earlier.insert(id, *count);
                }
                *count += 1;
            }
        }
        Self {
            corpus,
            hashes,
            earlier,
        }
    }

    /// The annotator's own id, or twelve hexadecimal digits; the second claim of one content gets
    /// `-2` behind them, the third `-3`.
    #[must_use]
    pub fn get(&self, id: ClaimId) -> Cow<'a, str> {
        if let Some(name) = &self.corpus.claim(id).details.name {
            return Cow::Borrowed(name);
        }
        let hash = Written(self.hashes[id.index()]);
        Cow::Owned(match self.earlier.get(&id) {
            None => hash.to_string(),
            Some(n) => format!("{hash}-{}", n + 1),
        })
    }
}

/// Hashes what tells an article from others: its id and its annotator.
pub(super) fn article_key(corpus: &Corpus, article: &Article) -> String {
    let annotator = article.annotator.map(|who| corpus.symbols.text(who));
    let mut hasher = FnvHasher::default();
    hasher.write(corpus.symbols.text(article.id).as_bytes());
    hasher.write_u8(0xff);
    hasher.write(annotator.unwrap_or_default().as_bytes());
    Written(hasher.finish()).to_string()
}

/// Hashes what a claim says, by FNV-1a, to 48 bits.
fn hash(corpus: &Corpus, claim: &Claim) -> u64 {
    let text = |symbol| corpus.symbols.text(symbol);
    let mut hasher = FnvHasher::default();
    let mut add = |part: &str| {
        hasher.write(part.as_bytes());
        // No UTF-8 text holds this byte, so that "ab" + "c" is not "a" + "bc".
        hasher.write_u8(0xff);
    };
    add(text(corpus.article(claim.article).id));
    add(text(claim.subject));
    add(text(claim.property));
    add(&claim.original());
    add(claim.stance.name());
    for &speaker in &claim.attribution {
        add(text(speaker));
    }
    hasher.finish() & 0xffff_ffff_ffff
}
