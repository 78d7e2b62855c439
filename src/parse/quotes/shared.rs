//! Passages that the texts of several articles share.
//!
//! In: texts. Out: which of them have twelve words or more in a row in common. Words in quotation marks do
//! not count: two reporters who heard one speaker write down the same. Nothing is compared with
//! everything: each text leaves the fingerprints of its runs of words (Schleimer, Wilkerson and Aiken
//! 2003), so that two texts that share a passage share one; only runs around shared fingerprints are
//! looked at. Linear in the texts, but for sorting.

use std::ops::Range;

use super::text::ArticleText;

/// So many words make a passage.
pub(super) const PASSAGE: usize = 12;
/// So many words make a fingerprint; of the fingerprints in a passage, the least is kept.
const PRINT: usize = 6;

/// A passage that two texts share: the second article, and the words of the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shared {
    pub(super) articles: (usize, usize),
    pub(super) words: Range<usize>,
}

/// The fingerprints of a text, in order, each once.
pub(super) fn prints(text: &ArticleText) -> Vec<u64> {
    let grams = grams(&hashes(text), PRINT);
    let mut prints: Vec<u64> = kept(&grams).filter_map(|at| *grams.get(at)?).collect();
    prints.sort_unstable();
    prints.dedup();
    prints
}

/// Those that several articles leave, in order.
pub(super) fn common(mut prints: Vec<u64>) -> Vec<u64> {
    prints.sort_unstable();
    let runs = prints.chunk_by(|a, b| a == b);
    runs.filter(|run| run.len() > 1)
        .filter_map(|run| run.first().copied())
        .collect()
}

/// The runs of twelve words around common fingerprints, each with the article and its first word.
pub(super) fn runs(text: &ArticleText, article: usize, common: &[u64]) -> Vec<(u64, usize, usize)> {
    let hashes = hashes(text);
    let (short, long) = (grams(&hashes, PRINT), grams(&hashes, PASSAGE));
    let is_common = |at: &usize| {
        let print = short.get(*at).copied().flatten();
        print.is_some_and(|print| common.binary_search(&print).is_ok())
    };
    let mut next = 0;
    let mut runs = Vec::new();
    for at in kept(&short).filter(is_common) {
        let first = (at + PRINT).saturating_sub(PASSAGE).max(next);
        let last = (at + 1).min(long.len());
        runs.extend((first..last).filter_map(|at| Some(((*long.get(at)?)?, article, at))));
        next = next.max(last);
    }
    runs
}

/// The longest passage of each two articles that share one: of the articles with one run in common,
/// each with the next.
pub(super) fn passages(mut runs: Vec<(u64, usize, usize)>) -> Vec<Shared> {
    runs.sort_unstable();
    runs.dedup_by_key(|(hash, article, _)| (*hash, *article));
    let mut links: Vec<(usize, usize, usize)> = Vec::new();
    for same in runs.chunk_by(|a, b| a.0 == b.0) {
        links.extend(same.windows(2).filter_map(|pair| match pair {
            [(_, left, at), (_, right, _)] => Some((*left, *right, *at)),
            _ => None,
        }));
    }
    links.sort_unstable();
    let of_two = links.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
    let longest = of_two.filter_map(|links| {
        let passages = links.chunk_by(|a, b| a.2 + 1 == b.2);
        // The first of equally long ones.
        let longest = passages.rev().max_by_key(|passage| passage.len())?;
        let &(left, right, first) = longest.first()?;
        Some(Shared {
            articles: (left, right),
            words: first..first + longest.len() + PASSAGE - 1,
        })
    });
    longest.collect()
}

/// A number for each word; none for one in quotation marks.
fn hashes(text: &ArticleText) -> Vec<Option<u64>> {
    let mut open: Option<char> = None;
    let hash = |at: usize| {
        let between = match at.checked_sub(1) {
            Some(before) => text.between(before, at),
            None => text
                .raw()
                .get(..text.span(&(0..1)).start)
                .unwrap_or_default(),
        };
        quotation(between, &mut open);
        let bytes = open.is_none().then(|| text.word(at).bytes())?;
        Some(bytes.fold(0, |hash, byte| mix(hash ^ u64::from(byte))))
    };
    (0..text.len()).map(hash).collect()
}

/// Which quotation mark is open behind what stands between two words.
fn quotation(between: &str, open: &mut Option<char>) {
    let mut is_line_end = false;
    for c in between.chars() {
        *open = match (c, *open) {
            // A paragraph ends what nobody closed.
            ('\n', _) if is_line_end => None,
            ('"' | '“' | '„' | '«', None) => Some(c),
            ('"' | '“' | '”' | '»', Some(_)) => None,
            (_, open) => open,
        };
        is_line_end = c == '\n' || (is_line_end && c.is_whitespace());
    }
}

/// A number for each run of so many words that all have one.
fn grams(hashes: &[Option<u64>], length: usize) -> Vec<Option<u64>> {
    let runs = hashes.windows(length);
    let number = |run: &[Option<u64>]| {
        let mut words = run.iter();
        words.try_fold(0, |hash, word| Some(mix(hash ^ (*word)?)))
    };
    runs.map(number).collect()
}

/// Which fingerprints are kept: the least of each passage, the last of equal ones.
fn kept(grams: &[Option<u64>]) -> impl Iterator<Item = usize> {
    let windows = grams.windows(PASSAGE - PRINT + 1).enumerate();
    let least = windows.filter_map(|(start, window)| {
        let least = window
            .iter()
            .enumerate()
            .filter_map(|(at, print)| Some(((*print)?, at)))
            .min_by_key(|(print, at)| (*print, usize::MAX - at));
        least.map(|(_, at)| start + at)
    });
    let mut last = None;
    least.filter(move |at| last.replace(*at) != Some(*at))
}

/// Spreads the bits of a number (the step of SplitMix64).
fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{PASSAGE, common, passages, prints, runs};
    use crate::parse::quotes::ArticleText;

    /// How many words in a row the second text has of the first.
    fn longest(first: &str, second: &str) -> usize {
        let texts = [first, second].map(|text| ArticleText::of_lines(text.to_owned()));
        let all = || texts.iter().enumerate();
        let common = common(all().flat_map(|(_, text)| prints(text)).collect());
        let runs = all()
            .flat_map(|(at, text)| runs(text, at, &common))
            .collect();
        let lengths = passages(runs).into_iter().map(|shared| shared.words.len());
        lengths.max().unwrap_or_default()
    }

    proptest! {
        #[test]
        fn each_passage_is_found_and_nothing_shorter(
            before in proptest::collection::vec(0..1000_u32, 0..40),
            passage in proptest::collection::vec(0..1000_u32, 1..30),
            after in proptest::collection::vec(0..1000_u32, 0..40),
        ) {
            let text = |side: char, words: &[u32]| -> String {
                words.iter().map(|word| format!("{side}{word} ")).collect()
            };
            let passage_in = |side| format!("{}{}{}", text(side, &before), text('x', &passage), text(side, &after));
            let found = longest(&passage_in('a'), &passage_in('b'));
            let expected = if passage.len() < PASSAGE { 0 } else { passage.len() };
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn words_of_a_speaker_are_nobody_s_passage() {
        let said =
            "We are sorry for that, and we thank all of you for your patience on these long days";
        for (open, close) in [("“", "”"), ("\"", "\""), ("„", "“"), ("«", "»")] {
            let [first, second] =
                ["One. ", "Two. "].map(|start| format!("{start}{open}{said}.{close} More."));
            assert_eq!(longest(&first, &second), 0, "{open}");
        }
        // A mark that nobody closes ends with its paragraph.
        let open = format!("A door of 6\" broke.\n\n{said}.");
        assert_eq!(longest(&open, said), 18);
    }
}
