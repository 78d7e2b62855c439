//! The words that stand with a figure and say what it counts.

use crate::text::normal::Form;

/// One fate in several words.
pub struct FateRow {
    /// Words for it.
    pub words: &'static [&'static str],
    /// Whether only requests have it, so that "three denied" are requests whatever others call them.
    pub of_requests: bool,
}

/// Fates that have several words. Two of different rows are not compared, since both can be.
#[rustfmt::skip]
pub const FATES: &[FateRow] = &[
    FateRow { words: &["denied", "rejected", "refused", "dismissed", "declined", "denial", "rejection", "refusal"], of_requests: true },
    FateRow { words: &["granted", "approved", "allowed", "accepted", "grant", "approval"], of_requests: true },
    FateRow { words: &["pending", "undecided"], of_requests: true },
    FateRow { words: &["killed", "dead", "died", "slain", "death", "fatality"], of_requests: false },
    FateRow { words: &["hurt", "injured", "wounded", "injury"], of_requests: false },
    FateRow { words: &["missing", "unaccounted"], of_requests: false },
    FateRow { words: &["rescued", "saved", "survived", "alive", "survivor"], of_requests: false },
    FateRow { words: &["arrested", "detained", "held", "arrest"], of_requests: false },
    FateRow { words: &["released", "freed"], of_requests: false },
    FateRow { words: &["charged", "indicted"], of_requests: false },
    FateRow { words: &["convicted"], of_requests: false },
    FateRow { words: &["acquitted", "cleared"], of_requests: false },
];

/// Participles that do not end in "ed", beside the words of [`FATES`].
const PARTICIPLES: &[&str] = &[
    "left", "found", "sold", "built", "sent", "taken", "given", "won", "born", "made", "seen",
    "caught", "bought", "paid", "drawn", "broken", "stolen", "written", "shot", "met", "struck",
    "burnt", "sunk", "lit", "ill", "sick", "safe", "present", "absent", "sunken", "driven",
    "beaten", "frozen", "hidden", "lost",
];

/// Nouns that say nothing about what is counted, in the singular.
pub(super) const GENERAL: &[&str] = &["person", "time"];

/// Words before a noun that do not say which.
const EMPTY: &[&str] = &[
    "more",
    "other",
    "further",
    "additional",
    "extra",
    "the",
    "of",
    "its",
    "his",
    "her",
    "their",
    "our",
    "these",
    "those",
    "all",
    "such",
    "separate",
    "individual",
    "different",
];

/// Nouns that end as the words do that say how: "slightly".
const NOUNS_IN_LY: &[&str] = &[
    "family",
    "assembly",
    "supply",
    "anomaly",
    "monopoly",
    "butterfly",
    "elderly",
    "friendly",
    "hourly",
    "nightly",
    "weekly",
    "monthly",
    "quarterly",
    "yearly",
];

/// Words that end what a figure counts: more is said than how many.
const STOPS: &[&str] = &[
    "may", "can", "could", "must", "should", "might", "did", "do", "does", "a", "an", "and", "or",
    "but", "nor", "in", "on", "at", "to", "by", "for", "from", "with", "without", "per", "than",
    "as", "not", "no", "never", "is", "are", "was", "were", "be", "has", "have", "had", "will",
    "would", "that", "who", "which", "whom", "whose", "if", "when", "while", "before", "after",
    "since", "ago", "out", "into", "over", "under", "up", "off", "about", "between", "during",
    "until", "because", "except", "only", "it", "they", "he", "she", "we", "i", "am", "pm", "bc",
    "ad", "bce", "ce", "oclock",
];

/// Words that begin where something was, or of what it is a part.
const PLACES: &[&str] = &[
    "in", "on", "at", "of", "from", "near", "inside", "outside", "aboard", "by", "with", "among",
];

/// Words before a noun that say nothing.
const ARTICLES: &[&str] = &["a", "an", "the"];

/// The most words that may stand with a figure.
pub(super) const MOST_WORDS: usize = 6;

/// Whether a word, in small letters, cannot stand with a figure.
pub(in crate::value) fn is_stop(word: &str) -> bool {
    word.chars().count() < 2 || STOPS.contains(&word)
}

/// Whether a word, in small letters, begins where something was: "in", "of".
pub(in crate::value) fn is_place_word(word: &str) -> bool {
    PLACES.contains(&word)
}

pub(in crate::value) fn is_article(word: &str) -> bool {
    ARTICLES.contains(&word)
}

/// Whether some words name what is counted: "of the passengers", and not yet "of the".
pub(in crate::value) fn is_said(words: &[&str]) -> bool {
    words.iter().any(is_telling)
}

pub(super) fn is_telling(word: &&str) -> bool {
    !EMPTY.contains(&word.to_ascii_lowercase().as_str())
}

/// Whether a word says how something became of what is counted: "slightly".
pub(super) fn is_degree(word: &str) -> bool {
    const SHORTEST: usize = 6;
    let is_adverb = word.len() >= SHORTEST && word.ends_with("ly");
    is_adverb && word.starts_with(char::is_lowercase) && !NOUNS_IN_LY.contains(&word)
}

/// Whether a word tells what became of something.
pub(super) fn is_fate(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let word = word.as_str();
    let by_ending = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    // Of a row, the nouns count: "three deaths".
    let is_noun = row_of(word).is_some() && FATAL_NOUNS.contains(&&*singular(word));
    !is_noun && (by_ending || PARTICIPLES.contains(&word) || row_of(word).is_some())
}

/// The words of [`FATES`] that are nouns.
const FATAL_NOUNS: &[&str] = &[
    "denial",
    "rejection",
    "refusal",
    "grant",
    "approval",
    "death",
    "fatality",
    "injury",
    "survivor",
    "arrest",
];

/// Plurals that no rule makes.
pub(super) const PLURALS: &[(&str, &str)] = &[("person", "people"), ("child", "children")];

/// The row of [`FATES`] that has a word.
pub(super) fn row_of(word: &str) -> Option<usize> {
    let word = singular(word);
    let is = |row: &FateRow| row.words.contains(&&*word);
    FATES.iter().position(is)
}

pub(super) fn is_one_fate(one: &str, other: &str) -> bool {
    one == other || row_of(one).is_some_and(|row| row_of(other) == Some(row))
}

/// Whether a label names things in the plural rather than people.
pub(super) fn is_things(label: &str) -> bool {
    /// How nouns for people end, in the singular.
    const PEOPLE: &[&str] = &[
        "or", "er", "ee", "ant", "ent", "ist", "man", "ian", "person", "victim", "child",
        "witness", "guest", "pilot",
    ];
    crate::text::normal::words(label).any(|word| {
        let word = word.to_lowercase();
        let one = singular(&word);
        *one != *word && !PEOPLE.iter().any(|end| one.ends_with(end)) && row_of(&one).is_none()
    })
}

pub(super) fn singular(word: &str) -> Box<str> {
    Form::Label.of(word).into()
}
