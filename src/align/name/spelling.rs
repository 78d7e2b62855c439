//! One word in several spellings: transliterations, doubled letters, slips of the pen.

use std::sync::{LazyLock, OnceLock};

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use super::key::NameKey;
use super::words::{NICKNAMES, SPELLINGS};
use crate::text::normal::fold;

/// A word with two letters for each that is written so where it cannot be typed: "joerg" for Jörg;
/// `None` where it has no such letter.
pub(super) fn spelled_out(word: &str) -> Option<String> {
    const LETTERS: &[(char, &str)] = &[
        ('ä', "ae"),
        ('ö', "oe"),
        ('ü', "ue"),
        ('ø', "oe"),
        ('å', "aa"),
    ];
    if word.is_ascii() {
        return None;
    }
    let spelled = |c: char| LETTERS.iter().find(|(letter, _)| *letter == c);
    let lower = word.to_lowercase();
    if !lower.contains(|c| spelled(c).is_some()) {
        return None;
    }
    let letters = lower.chars().map(|c| match spelled(c) {
        Some((_, letters)) => (*letters).to_owned(),
        None => c.to_string(),
    });
    Some(fold(&letters.collect::<String>()))
}

/// Letters that transliterations exchange, tried in order at each place of a word.
const SOUNDS: &[(&str, &str)] = &[
    ("sch", "sh"),
    ("tch", "ch"),
    ("ck", "k"),
    ("ph", "f"),
    ("gh", "g"),
    ("kh", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("tz", "z"),
    ("ts", "z"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ie", "i"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
];

/// How a folded word sounds, in Latin letters.
pub(super) fn sound(word: &str) -> String {
    let latin = match word.is_ascii() {
        true => word.to_owned(),
        false => deunicode::deunicode(word).to_lowercase(),
    };
    let mut rest = latin.as_str();
    let mut sound = String::with_capacity(rest.len());
    while let Some(c) = rest.chars().next() {
        // A first J stays: John is not Ion. Most letters begin no row.
        let exchanged = |(letters, _): &&(&str, &str)| {
            letters.as_bytes()[0] == rest.as_bytes()[0]
                && rest.starts_with(letters)
                && !(sound.is_empty() && c == 'j')
        };
        let plain = &rest[..c.len_utf8()];
        let (letters, to) = *SOUNDS.iter().find(exchanged).unwrap_or(&(plain, plain));
        if !sound.ends_with(to) && c.is_alphanumeric() {
            sound.push_str(to);
        }
        rest = &rest[letters.len()..];
    }
    sound
}

/// How a word sounds, found when it is first asked: names meet many others.
#[derive(Clone, Debug, Default)]
pub(super) struct Heard(OnceLock<Box<str>>);

impl Heard {
    /// The sound of the word that this belongs to.
    pub(super) fn of(&self, word: &str) -> &str {
        self.0.get_or_init(|| sound(word).into())
    }

    /// The same, where the word is yet to be made.
    pub(super) fn or(&self, word: impl FnOnce() -> String) -> &str {
        self.0.get_or_init(|| sound(&word()).into())
    }
}

/// What was asked of a word does not tell words apart.
impl PartialEq for Heard {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Heard {}

/// Whether two folded words are such that they are one if they sound alike. Short words and numbers
/// never are, nor two words of a script in which many words share a sound.
pub(super) fn may_sound_alike(left: &str, right: &str) -> bool {
    const MIN: usize = 4;
    let scripts_differ = left.is_ascii() != right.is_ascii();
    let spelled = both_alphabetic(left, right) && left.len().min(right.len()) >= MIN;
    (spelled || scripts_differ) && !is_number(left) && !is_number(right)
}

/// The row of common names of which a folded word is a spelling, or sounds like one.
pub(super) fn row(word: &str, heard: &Heard) -> Option<usize> {
    const MIN: usize = 4;
    let by_sound = || {
        let spelled = word.len() >= MIN && has_case(word) || !word.is_ascii();
        spelled.then(|| ROWS.get(heard.of(word)).copied()).flatten()
    };
    WRITTEN.get(word).copied().or_else(by_sound)
}

/// The rows of common names, by their spellings; the first of two.
static WRITTEN: LazyLock<IndexMap<&str, usize, FnvBuildHasher>> = LazyLock::new(|| {
    let rows = SPELLINGS.iter().enumerate().rev();
    rows.flat_map(|(row, names)| names.iter().map(move |name| (*name, row)))
        .collect()
});

/// The rows of common names, by the sounds of their spellings.
static ROWS: LazyLock<IndexMap<String, usize, FnvBuildHasher>> = LazyLock::new(|| {
    let rows = SPELLINGS.iter().enumerate().rev();
    rows.flat_map(|(row, names)| names.iter().map(move |name| (sound(name), row)))
        .collect()
});

/// The given names that a folded word is short for.
pub(super) fn written_out(word: &str) -> &'static [&'static str] {
    static LONG: LazyLock<IndexMap<&str, &[&str], FnvBuildHasher>> =
        LazyLock::new(|| NICKNAMES.iter().copied().collect());
    LONG.get(word).copied().unwrap_or_default()
}

/// Whether a folded word is a number, in digits or in Roman numerals of more than one letter.
pub(super) fn is_number(word: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let roman = |c: char| matches!(c, 'i' | 'v' | 'x');
    word.chars().all(digit) || (word.len() > 1 && word.chars().all(roman))
}

/// Whether one word is nearly how the other, in another script, is transliterated.
pub(super) fn is_transliterated(left: &str, right: &str) -> bool {
    const MIN: usize = 4;
    if left.is_ascii() == right.is_ascii() {
        return false;
    }
    let (left, right) = (sound(left), sound(right));
    left.len().min(right.len()) >= MIN
        && left.len().max(right.len()) <= MAX_WORD
        && is_within(&left, &right, 1)
}

/// How many slips make the one word of the other: a letter more, less or another, two exchanged.
pub fn distance(left: &str, right: &str) -> usize {
    let [left, right] = between(left, right);
    strsim::osa_distance(left, right)
}

/// Whether there are no more than so many slips. For one, which is asked most, nothing has to be counted.
pub(super) fn is_within(left: &str, right: &str, most: usize) -> bool {
    match most {
        1 => left == right || slip(left, right).is_some(),
        _ => distance(left, right) <= most,
    }
}

/// What may go wrong once in writing a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    /// Two letters changed places.
    Exchanged,
    /// One letter is another.
    Other,
    /// There is one letter more, or less.
    More,
}

/// The one slip that makes the one word of the other, if one does.
fn slip(left: &str, right: &str) -> Option<Slip> {
    let [left, right] = between(left, right);
    let letters = |rest: &str| {
        let mut letters = rest.chars();
        ([letters.next(), letters.next()], letters.next().is_none())
    };
    match (letters(left), letters(right)) {
        (([Some(a), Some(b)], true), ([Some(c), Some(d)], true)) => {
            ((a, b) == (d, c)).then_some(Slip::Exchanged)
        }
        (([Some(_), None], true), ([Some(_), None], true)) => Some(Slip::Other),
        (([Some(_), None], true), ([None, None], true))
        | (([None, None], true), ([Some(_), None], true)) => Some(Slip::More),
        _ => None,
    }
}

/// What is left of two words without what both begin and end with, which is most of two that are alike.
fn between<'a>(left: &'a str, right: &'a str) -> [&'a str; 2] {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        let same = pairs.take_while(|(one, other)| one == other);
        same.map(|(c, _)| c.len_utf8()).sum()
    };
    let start = same(&mut left.chars().zip(right.chars()));
    let (left, right) = (&left[start..], &right[start..]);
    let end = same(&mut left.chars().rev().zip(right.chars().rev()));
    [&left[..left.len() - end], &right[..right.len() - end]]
}

/// No word of a name is longer; longer ones are compared letter by letter only.
const MAX_WORD: usize = 40;

/// Whether two words of some length differ in one letter inside, be it another or one more.
pub(super) fn is_a_letter_off(left: &str, right: &str) -> bool {
    const MIN: usize = 5;
    let ends = |word: &str| (word.chars().next(), word.chars().next_back());
    let shorter = left.chars().count().min(right.chars().count());
    shorter >= MIN
        && both_alphabetic(left, right)
        && ends(left) == ends(right)
        && slip(left, right).is_some()
}

/// Whether two given names are one but for letters that nobody hears: a last e, an h inside, a letter
/// twice, c for k.
pub(super) fn is_variant(left: &str, right: &str) -> bool {
    const MIN: usize = 3;
    let heard = |name: &str| {
        let name = name.replace("ck", "k").replace("ph", "f");
        let mut heard = String::with_capacity(name.len());
        let mut letters = name.chars().peekable();
        while let Some(c) = letters.next() {
            let c = match (c, letters.peek()) {
                ('h', _) if !heard.is_empty() => continue,
                ('e', None) => continue,
                ('c', Some('e' | 'i' | 'y')) => 'c',
                ('c', _) => 'k',
                (c, _) => c,
            };
            if !heard.ends_with(c) {
                heard.push(c);
            }
        }
        heard
    };
    both_alphabetic(left, right)
        && left.is_ascii()
        && right.is_ascii()
        && left.len().min(right.len()) >= MIN
        && heard(left) == heard(right)
}

/// Whether two given names differ by a slip only: two letters exchanged, or one left out inside.
///
/// Another letter, and one more at an end, may be another name: Marion for Marian, Daniela.
pub(super) fn is_slip(left: &str, right: &str) -> bool {
    const MIN: usize = 5;
    let lengths = [left, right].map(|word| word.chars().count());
    let is_some_length = |length: &usize| (MIN..=MAX_WORD).contains(length);
    if left.chars().next() != right.chars().next()
        || !lengths.iter().all(is_some_length)
        || !both_alphabetic(left, right)
    {
        return false;
    }
    match slip(left, right) {
        Some(Slip::Exchanged) => true,
        Some(Slip::More) => left.chars().next_back() == right.chars().next_back(),
        Some(Slip::Other) | None => false,
    }
}

/// Whether two surnames, or words of an organisation, differ by a slip: one letter in five, in
/// surnames also one in four and two in nine, never the first.
pub(super) fn is_misspelled(left: &str, right: &str, surname: bool) -> bool {
    let shorter = left.chars().count().min(right.chars().count());
    let longer = left.chars().count().max(right.chars().count());
    if !both_alphabetic(left, right)
        || longer > MAX_WORD
        || left.chars().next() != right.chars().next()
    {
        return false;
    }
    let allowed = match shorter {
        4 if surname => 1,
        ..5 => return false,
        9.. if surname => 2,
        _ => 1,
    };
    longer - shorter <= allowed && is_within(left, right, allowed)
}

/// Whether the letters have upper and lower case: a letter is then less than a syllable.
pub(super) fn has_case(word: &str) -> bool {
    match word.is_ascii() {
        true => word.bytes().all(|byte| byte.is_ascii_lowercase()),
        false => word.chars().all(char::is_lowercase),
    }
}

/// How alike two names are that were not joined, from 0 to 1, for people to look at.
pub(super) fn likeness(left: &NameKey, right: &NameKey) -> f64 {
    const LONGEST: usize = 200;
    let (left, right) = (left.joined(), right.joined());
    if left.len().max(right.len()) > LONGEST {
        return 0.0;
    }
    // Below every score of a rule that joins.
    (strsim::normalized_damerau_levenshtein(&left, &right) * 50.0).round() / 100.0
}

fn both_alphabetic(left: &str, right: &str) -> bool {
    has_case(left) && has_case(right)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{distance, is_within, slip};

    proptest! {
        #[test]
        fn what_two_words_begin_and_end_with_costs_no_slip(left in "[abé]{0,7}", right in "[abé]{0,7}") {
            let slips = strsim::osa_distance(&left, &right);
            prop_assert_eq!(distance(&left, &right), slips);
            prop_assert_eq!(slip(&left, &right).is_some(), slips == 1);
            for most in 0..4 {
                prop_assert_eq!(is_within(&left, &right, most), slips <= most);
            }
        }
    }
}
