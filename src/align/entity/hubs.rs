//! Names that others may join, found by two of their parts: what is looked up is what two names
//! that are alike must have in common, so that never all names are compared with all.

use indexmap::{IndexMap, IndexSet};

use super::Meaning;
use crate::align::name::{Known, NameKey, Part, compare_across};
use crate::text::number;

/// An index of names that others may join.
#[derive(Default)]
pub(super) struct Hubs {
    hubs: Vec<(Meaning, NameKey, Known)>,
    /// Each part once, so that blocks are small.
    parts: IndexSet<String>,
    blocks: IndexMap<Block, Vec<u32>>,
    /// The names by all their letters, and declared names by their acronym.
    by_letters: IndexMap<String, Vec<u32>>,
}

/// An entity that a name is like.
pub(super) struct Found {
    pub(super) to: Meaning,
    pub(super) score: f64,
    pub(super) why: &'static str,
    pub(super) sure: bool,
}

/// Two parts of a name, one before the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Block {
    /// Any two parts of a hub that may be fuller than the name.
    Within(usize, usize),
    /// The same, by the first letter of the first.
    Initial(char, usize),
    /// The first and the last part of a declared name, which may be shorter than the name.
    Ends(usize, usize),
}

/// Longer names join by all their letters only.
const MAX_PARTS: usize = 8;

impl Hubs {
    /// Adds a name. Costs the square of its parts, of which there are few.
    pub(super) fn add(&mut self, meaning: Meaning, key: NameKey, known: Known) {
        let declared = matches!(meaning, Meaning::Declared(_));
        let hub = number(self.hubs.len());
        let acronym = Some(key.acronym()).filter(|acronym| declared && !acronym.is_empty());
        for letters in [Some(key.joined()), acronym].into_iter().flatten() {
            push(self.by_letters.entry(letters).or_default(), hub);
        }
        if (2..=MAX_PARTS).contains(&key.parts().len()) {
            let ids: Vec<usize> = key
                .parts()
                .iter()
                .map(|part| self.parts.insert_full(part.canonical().into()).0)
                .collect();
            let mut blocks = Vec::new();
            for (i, j) in pairs(ids.len()) {
                blocks.push(Block::Within(ids[i], ids[j]));
                let initial = key.parts()[i].text.chars().next();
                blocks.extend(initial.map(|initial| Block::Initial(initial, ids[j])));
            }
            if declared {
                blocks.push(Block::Ends(ids[0], ids[ids.len() - 1]));
            }
            for block in blocks {
                push(self.blocks.entry(block).or_default(), hub);
            }
        }
        self.hubs.push((meaning, key, known));
    }

    /// The entities that a name is most like, each once, in order.
    pub(super) fn like(&self, key: &NameKey, allows: impl Fn(Meaning) -> bool) -> Vec<Found> {
        let letters = self.by_letters.get(&key.joined());
        let mut hubs: Vec<u32> = letters.into_iter().flatten().copied().collect();
        if !key.is_single() && key.parts().len() <= MAX_PARTS {
            hubs.extend(self.fuller(key.parts()));
            hubs.extend(self.shorter(key.parts()));
        }
        hubs.sort_unstable();
        hubs.dedup();
        let mut found: Vec<Found> = hubs
            .into_iter()
            .filter_map(|hub| {
                let (to, other, known) = &self.hubs[hub as usize];
                let titled = key.is_single() && other.is_single() && !other.stands_alone();
                if titled || !allows(*to) {
                    return None;
                }
                let rule = compare_across(key, other, *known)?;
                Some(Found {
                    to: *to,
                    score: rule.score,
                    why: rule.why,
                    sure: rule.sure,
                })
            })
            .collect();
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.to.cmp(&b.to)));
        let best = found.first().map_or(0.0, |found| found.score);
        found.retain(|found| found.score >= best);
        found.dedup_by_key(|found| found.to);
        found
    }

    /// The hubs of the rarest pair of neighbours: a fuller name has all of them.
    fn fuller(&self, parts: &[Part]) -> &[u32] {
        let whole: Vec<&Part> = parts.iter().filter(|part| !part.is_initial()).collect();
        let neighbours = whole.windows(2).map(|pair| {
            let (first, second) = (self.id(pair[0].canonical())?, self.id(pair[1].canonical())?);
            Some(Block::Within(first, second))
        });
        let initial = match (parts, whole.last()) {
            ([first, ..], Some(last)) if first.is_initial() => Some((first, last)),
            _ => None,
        };
        let by_initial = initial.map(|(first, last)| {
            let letter = first.text.chars().next()?;
            Some(Block::Initial(letter, self.id(last.canonical())?))
        });
        neighbours
            .chain(by_initial)
            .map(|block| self.blocks.get(&block?).map(Vec::as_slice))
            .map(Option::unwrap_or_default)
            .min_by_key(|hubs| hubs.len())
            .unwrap_or_default()
    }

    /// The declared names that begin and end with two parts of this one.
    fn shorter(&self, parts: &[Part]) -> Vec<u32> {
        let mut hubs = Vec::new();
        for (i, j) in pairs(parts.len()) {
            let Some(last) = self.id(parts[j].canonical()) else {
                continue;
            };
            let initial: String = parts[i].text.chars().take(1).collect();
            for first in [parts[i].canonical(), &initial] {
                let block = self.id(first).map(|first| Block::Ends(first, last));
                hubs.extend(
                    block
                        .and_then(|block| self.blocks.get(&block))
                        .into_iter()
                        .flatten(),
                );
            }
        }
        hubs
    }

    fn id(&self, part: &str) -> Option<usize> {
        self.parts.get_index_of(part)
    }
}

fn pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n).flat_map(move |i| (i + 1..n).map(move |j| (i, j)))
}

/// Hubs come in ascending order; each is in a block once.
fn push(hubs: &mut Vec<u32>, hub: u32) {
    if hubs.last() != Some(&hub) {
        hubs.push(hub);
    }
}
