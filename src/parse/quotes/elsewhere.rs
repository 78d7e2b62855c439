//! Which articles hold a quote that the text of its own does not.
//!
//! All such quotes are looked for at once, by Aho and Corasick, in batches that bound the memory. Linear in
//! the texts and in the quotes.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use indexmap::IndexMap;

use super::find;
use super::part::Part;
use super::text::ArticleText;

/// So many letters of the longest part of a quote are looked for; a place that has them is looked at.
const LETTERS: usize = 64;
/// So many letters of all quotes are looked for at once.
const BATCH: usize = 8 << 20;
/// So many articles are named for one quote.
pub(super) const MOST_NAMED: usize = 20;
/// Of the quotes with several parts, so many are looked at in one text.
const MOST_LOOKED_AT: usize = 256;

/// Quotes that are looked for.
pub(super) struct Wanted<'a> {
    quotes: Vec<&'a [Part]>,
}

/// In which articles a quote stands: the first ones, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Holders {
    pub(super) named: Vec<usize>,
    pub(super) count: usize,
}

impl Holders {
    /// Counts one more.
    pub(in crate::parse) fn add(&mut self, article: usize) {
        self.count += 1;
        if self.named.len() < MOST_NAMED {
            self.named.push(article);
        }
    }
}

/// A batch of quotes, and the automaton that knows them all.
pub(super) struct Batch {
    automaton: AhoCorasick,
    /// The quotes of each pattern.
    of_pattern: Vec<Vec<usize>>,
}

impl<'a> Wanted<'a> {
    /// The quotes, by number.
    pub(in crate::parse) fn new(quotes: Vec<&'a [Part]>) -> Self {
        Self { quotes }
    }

    /// The automata, one for each batch.
    pub(in crate::parse) fn batches(&self) -> impl Iterator<Item = Batch> + '_ {
        let mut next = 0;
        std::iter::from_fn(move || {
            let mut patterns: IndexMap<&str, Vec<usize>> = IndexMap::new();
            let mut letters = 0;
            while letters < BATCH {
                let Some(parts) = self.quotes.get(next) else {
                    break;
                };
                if let Some(pattern) = pattern(parts) {
                    let quotes = patterns.entry(pattern).or_default();
                    letters += if quotes.is_empty() { pattern.len() } else { 0 };
                    quotes.push(next);
                }
                next += 1;
            }
            if patterns.is_empty() {
                return None;
            }
            let automaton = AhoCorasick::builder()
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .build(patterns.keys());
            Some(Batch {
                automaton: automaton.ok()?,
                of_pattern: patterns.into_values().collect(),
            })
        })
    }

    /// Which quotes of a batch a text holds, in order.
    pub(in crate::parse) fn held(&self, batch: &Batch, text: &ArticleText) -> Vec<usize> {
        let mut met = vec![false; batch.of_pattern.len()];
        let mut held = Vec::new();
        let mut looks = MOST_LOOKED_AT;
        for found in batch.automaton.find_overlapping_iter(text.form()) {
            let pattern = found.pattern().as_usize();
            let quotes = batch.of_pattern.get(pattern).map_or(&[][..], Vec::as_slice);
            let Some(met) = met.get_mut(pattern) else {
                continue;
            };
            if *met {
                continue;
            }
            let mut is_done = true;
            for &quote in quotes {
                let parts = self.quotes.get(quote).copied().unwrap_or_default();
                let is_there =
                    longest(parts).is_some_and(|part| text.holds_at(part, found.start()).is_some());
                let is_held = match parts {
                    [_] => is_there,
                    _ if !is_there || looks == 0 => false,
                    _ => {
                        looks -= 1;
                        !find::places(text, parts).is_empty()
                    }
                };
                // A longer quote may stand at the next place of its beginning.
                is_done &= is_there;
                if is_held {
                    held.push(quote);
                }
            }
            *met = is_done;
        }
        held.sort_unstable();
        held.dedup();
        held
    }
}

/// The longest part: the one that fewest texts hold.
fn longest(parts: &[Part]) -> Option<&Part> {
    parts.iter().rev().max_by_key(|part| part.form().len())
}

fn pattern(parts: &[Part]) -> Option<&str> {
    let form = longest(parts)?.form();
    let mut end = form.len().min(LETTERS);
    while !form.is_char_boundary(end) {
        end -= 1;
    }
    form.get(..end)
}
