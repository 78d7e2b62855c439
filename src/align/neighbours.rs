//! Texts that may be a slip of the pen apart, found without comparing all with all.
//!
//! Two texts that differ in one letter, or by two that changed places, share what is left when one
//! letter is taken out (the deletion neighbourhood of SymSpell, W. Garbe 2012).

use std::hash::Hasher;

use fnv::FnvHasher;
use rayon::prelude::*;

use crate::text::number;

/// What is longer than this, in bytes, is no name or label that people mistype unseen.
pub(super) const LONGEST: usize = 100;

/// Two indexes, the earlier first. There may be as many pairs as letters, so that they are kept small.
type Pair = (u32, u32);

/// The pairs of texts that may be a slip apart, as indexes; sorted by the later.
///
/// Those that are not `wanted` are left out. Only the first `most` texts of a neighbourhood stand first
/// in a pair: those that share all but a letter with so many others are no slips of each other. Costs a sort of all letters. Neighbourhoods
/// are kept by their hashes, so that a pair may also be quite unlike: whoever asks compares the two.
pub(super) fn pairs<T: AsRef<str> + Sync>(
    texts: &[T],
    most: usize,
    wanted: impl Fn(&Pair) -> bool,
) -> Vec<Pair> {
    let hashed = texts.par_iter().enumerate();
    let hashed =
        hashed.flat_map_iter(|(at, text)| slips(text.as_ref()).map(move |slip| (slip, number(at))));
    sharing(hashed.collect(), most, wanted)
}

/// The pairs of indexes that share a key, likewise.
pub(super) fn sharing(
    mut neighbourhoods: Vec<(u64, u32)>,
    most: usize,
    wanted: impl Fn(&Pair) -> bool,
) -> Vec<Pair> {
    neighbourhoods.par_sort_unstable();
    let shared = || {
        let all = neighbourhoods.chunk_by(|a, b| a.0 == b.0);
        all.filter(|texts| texts.len() > 1)
    };
    let count = |texts: &[_]| (1..texts.len()).map(|nth| nth.min(most)).sum::<usize>();
    let mut pairs: Vec<Pair> = Vec::with_capacity(shared().map(count).sum());
    for texts in shared() {
        for (nth, (_, later)) in texts.iter().enumerate().skip(1) {
            let earlier = texts[..nth.min(most)].iter().map(|(_, earlier)| *earlier);
            let others = earlier.filter(|earlier| earlier != later);
            pairs.extend(others.map(|earlier| (earlier, *later)).filter(&wanted));
        }
    }
    pairs.sort_unstable_by_key(|(earlier, later)| (*later, *earlier));
    pairs.dedup();
    pairs
}

/// The words of a form in alphabetical order, without the "of" of "length of contract".
pub(super) fn sorted(form: &str) -> Vec<&str> {
    let mut words: Vec<&str> = form.split(' ').filter(|word| *word != "of").collect();
    words.sort_unstable();
    words
}

/// The hashes of a form, of what is left when one letter is taken out, and of its words in
/// alphabetical order.
fn slips(form: &str) -> impl Iterator<Item = u64> {
    let mut before = FnvHasher::default();
    let shorter = form.char_indices().map(move |(at, letter)| {
        let (taken, rest) = form[at..].split_at(letter.len_utf8());
        let hash = hash(before.finish(), rest.as_bytes());
        before.write(taken.as_bytes());
        hash
    });
    let start = FnvHasher::default().finish();
    let in_order = sorted(form).iter().fold(hash(start, b"\0"), |state, word| {
        hash(hash(state, word.as_bytes()), b" ")
    });
    shorter.chain([hash(start, form.as_bytes()), in_order])
}

/// The hash of what was hashed already and some bytes more.
fn hash(state: u64, bytes: &[u8]) -> u64 {
    let mut hasher = FnvHasher::with_key(state);
    hasher.write(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn a_slip_and_another_order_are_found_and_nothing_else() {
        let texts = [
            "ann moss",
            "an moss",
            "moss ann",
            "bert",
            "ann mossy",
            "brte",
        ];
        assert_eq!(pairs(&texts, 8, |_| true), [(0, 1), (0, 2), (0, 4), (3, 5)]);
        let late = |(_, later): &(u32, u32)| *later > 2;
        assert_eq!(pairs(&texts, 8, late), [(0, 4), (3, 5)]);
    }
}
