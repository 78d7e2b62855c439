//! One word in several spellings: transliterations, doubled letters, slips of the pen.

use super::key::{NameKey, Part};

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

/// Words shorter than this have no spelling but one.
const MIN_SOUND: usize = 4;

/// How a folded word sounds, in Latin letters; empty for short ones in Latin letters.
///
/// Words of other scripts are transliterated, so that they meet their Latin spellings.
pub(super) fn sound(word: &str) -> String {
    let latin;
    let mut rest = if word.is_ascii() {
        word
    } else {
        latin = deunicode::deunicode(word).to_lowercase();
        latin.as_str()
    };
    if word.is_ascii() && (word.len() < MIN_SOUND || !word.bytes().all(|b| b.is_ascii_lowercase()))
    {
        return String::new();
    }
    let mut sound = String::with_capacity(rest.len());
    while let Some(c) = rest.chars().next() {
        let exchanged = SOUNDS.iter().find(|(letters, to)| {
            // A first letter stays: John is not Ion.
            rest.starts_with(letters) && !(sound.is_empty() && (*letters == "j" || to.len() > 2))
        });
        let (taken, to) = exchanged.map_or((c.len_utf8(), &rest[..c.len_utf8()]), |(l, to)| {
            (l.len(), *to)
        });
        if !sound.ends_with(to) && c.is_alphanumeric() {
            sound.push_str(to);
        }
        rest = &rest[taken..];
    }
    sound
}

/// Whether two given names differ by a slip only: two letters exchanged, or one left out inside.
///
/// Another letter, and one more at an end, may be another name: Selena, Daniela.
pub(super) fn is_slip(left: &str, right: &str) -> bool {
    const MIN: usize = 5;
    let (a, b): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    if a.len().min(b.len()) < MIN || !both_alphabetic(left, right) || a.first() != b.first() {
        return false;
    }
    let same_length = a.len() == b.len();
    let exchanged = same_length && {
        let mut sorted = (a.clone(), b.clone());
        sorted.0.sort_unstable();
        sorted.1.sort_unstable();
        sorted.0 == sorted.1
    };
    strsim::osa_distance(left, right) == 1 && (exchanged || (!same_length && a.last() == b.last()))
}

/// Whether two surnames differ by a slip: one letter in five, two in nine, never the first.
pub(super) fn is_misspelled(left: &str, right: &str) -> bool {
    const MAX: usize = 40;
    let shorter = left.chars().count().min(right.chars().count());
    let longer = left.chars().count().max(right.chars().count());
    if !both_alphabetic(left, right) || longer > MAX || left.chars().next() != right.chars().next()
    {
        return false;
    }
    let allowed = match shorter {
        ..5 => return false,
        5..9 => 1,
        _ => 2,
    };
    longer - shorter <= allowed && strsim::osa_distance(left, right) <= allowed
}

/// Whether the letters have upper and lower case: a letter is then less than a syllable.
pub(super) fn has_case(word: &str) -> bool {
    word.chars().all(char::is_lowercase)
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

/// Whether one of the two is a word that the other, in another script, transliterates.
pub(super) fn is_transliterated(left: &Part, right: &Part) -> bool {
    left.text.is_ascii() != right.text.is_ascii()
        && !left.sound.is_empty()
        && left.sound == right.sound
}

fn both_alphabetic(left: &str, right: &str) -> bool {
    has_case(left) && has_case(right)
}
