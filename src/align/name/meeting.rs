//! Under which keys names that are alike meet, so that never all are compared with all.

use std::hash::Hasher;

use fnv::FnvHasher;

use super::key::{NameKey, Part};
use super::spelling::{Heard, row, sound, written_out};
use super::words::SPELLINGS;

/// The keys of a name, as hashes: how all its letters sound, its acronym, and each way in which its
/// first and its last part may be written, in either order. Names that are alike share one; so do
/// others, for whoever asks to tell apart. Costs the length of the name.
#[must_use]
pub fn keys(name: &NameKey) -> Vec<u64> {
    let parts = name.parts();
    if parts.is_empty() || parts.len() > MAX_PARTS {
        return Vec::new();
    }
    let mut keys = vec![hash(&["letters", name.sound()])];
    if let [only] = parts {
        let spelled = only.spelled_out.iter();
        keys.extend(spelled.map(|spelled| hash(&["letters", &sound(spelled)])));
    }
    if name.may_be_acronym {
        keys.push(hash(&["acronym", &parts[0].text]));
    }
    let acronym = name.acronym();
    if acronym.len() > 2 {
        keys.push(hash(&["acronym", &acronym]));
    }
    if let [first, .., last] = parts {
        let lasts = spellings(last);
        for first in spellings(first) {
            for last in &lasts {
                let (a, b) = if first < *last {
                    (&first, last)
                } else {
                    (last, &first)
                };
                keys.push(hash(&["ends", a, b]));
            }
            keys.extend(pieces(&last.text).map(|(end, piece)| hash(&[end, &first, piece])));
        }
        keys.extend(
            first
                .text
                .chars()
                .next()
                .map(|letter| hash(&["initial", letter.encode_utf8(&mut [0; 4]), last.sound()])),
        );
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Longer names are not looked at.
const MAX_PARTS: usize = 8;

/// The first and the last letters of a long surname, of which two slips leave one whole.
fn pieces(word: &str) -> impl Iterator<Item = (&'static str, &str)> {
    const LONG: usize = 9;
    const PIECE: usize = 3;
    let long = word.is_ascii() && word.len() >= LONG;
    let first = word.get(..PIECE).map(|piece| ("begins", piece));
    let last = word.get(word.len().saturating_sub(PIECE)..);
    let last = last.map(|piece| ("ends with", piece));
    first.into_iter().chain(last).filter(move |_| long)
}

/// How a part and all that it may be short for sound, each name by one of its spellings.
fn spellings(part: &Part) -> Vec<String> {
    let common = |row: Option<usize>| {
        let row = SPELLINGS.get(row?)?;
        row.first().map(|name| sound(name))
    };
    let own = common(part.row()).unwrap_or_else(|| part.sound().to_owned());
    let others = part.spelled_out.iter().map(String::as_str);
    let others = others.chain(written_out(&part.text).iter().copied());
    let others = others.map(|word| {
        let heard = Heard::default();
        common(row(word, &heard)).unwrap_or_else(|| heard.of(word).to_owned())
    });
    let mut sounds: Vec<String> = std::iter::once(own).chain(others).collect();
    sounds.sort_unstable();
    sounds.dedup();
    sounds
}

fn hash(words: &[&str]) -> u64 {
    let mut hasher = FnvHasher::default();
    for word in words {
        hasher.write(word.as_bytes());
        hasher.write_u8(0);
    }
    hasher.finish()
}
