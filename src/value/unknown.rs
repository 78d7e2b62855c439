//! Words that give no answer: the article says that it is not known.

/// Words that end such a phrase, each with the beginning that turns it: "not known", "unknown". The
/// second tells whether the word must be turned with "not".
const LAST: &[(&str, bool)] = &[
    ("unknown", false),
    ("unclear", false),
    ("undisclosed", false),
    ("undetermined", false),
    ("unspecified", false),
    ("unconfirmed", false),
    ("uncertain", false),
    ("known", true),
    ("clear", true),
    ("disclosed", true),
    ("determined", true),
    ("specified", true),
    ("confirmed", true),
    ("certain", true),
    ("revealed", true),
    ("released", true),
    ("established", true),
    ("announced", true),
    ("public", true),
];

/// Words that may stand before: they tell since when or to whom.
const BEFORE: &[&str] = &[
    "it",
    "is",
    "was",
    "were",
    "are",
    "be",
    "been",
    "being",
    "has",
    "have",
    "had",
    "still",
    "remains",
    "remained",
    "remain",
    "as",
    "yet",
    "so",
    "far",
    "currently",
    "immediately",
    "publicly",
    "officially",
    "fully",
    "yet",
    "made",
    "entirely",
    "completely",
    "at",
    "present",
    "now",
];

/// The words that say so, for the guide.
pub const NOT_KNOWN: [&str; 6] = [
    "not known",
    "unknown",
    "unclear",
    "undisclosed",
    "not yet known",
    "not disclosed",
];

/// Whether a value says that the answer is not known. Bounded by the few words that it may have.
#[must_use]
pub fn is_not_known(text: &str) -> bool {
    const LONGEST: usize = 60;
    let text = text.trim().trim_end_matches('.');
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let same = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
    // Most values end here.
    let Some((_, must_turn)) = LAST.iter().find(|(word, _)| same(word, last)) else {
        return false;
    };
    if text.len() > LONGEST {
        return false;
    }
    let mut n_not = 0;
    let before = text.get(..text.len() - last.len()).unwrap_or_default();
    before.split_whitespace().all(|word| {
        let turns = same(word, "not");
        n_not += u8::from(turns);
        turns || BEFORE.iter().any(|known| same(known, word))
    }) && n_not == u8::from(*must_turn)
}
