//! Words before a name that say who bears it: "scriptwriter Bo Chen", "the painter, Bo Chen".

use crate::text::normal::{fold, words};

/// The name behind words without a capital that describe its bearer, as it is written; `None` where
/// there are none, or where they may say that somebody else is meant: "ex-wife of Bo Chen", "against
/// Bo Chen", "Bo Chen's brother". Costs the length of the text.
#[must_use]
pub fn described(text: &str) -> Option<&str> {
    let text = text.trim();
    let upper = |at: &usize| text[*at..].starts_with(char::is_uppercase);
    let starts = text.char_indices().zip(text.chars().skip(1));
    let mut starts = starts.filter(|((_, before), _)| before.is_whitespace());
    let start = starts.find_map(|((at, space), _)| Some(at + space.len_utf8()).filter(upper))?;
    let (before, name) = text.split_at_checked(start)?;
    let before = before.trim_end();
    let before = before.strip_suffix(',').unwrap_or(before);
    let of_somebody = |text: &str| text.contains(['\'', '’', ',', '(', '"']);
    let describes = |word: &str| {
        let folded = fold(word);
        word.starts_with(char::is_lowercase) && !RELATING.contains(&folded.as_str())
    };
    let last = fold(words(before).last()?);
    let names_one = !words(name).any(|word| matches!(fold(word).as_str(), "and" | "or"));
    let is_apposition = !of_somebody(before)
        && !name.contains(',')
        && !["'s", "’s"].iter().any(|end| name.contains(end))
        && names_one
        && words(before).all(describes)
        // Whoever was last seen visiting Bo Chen is not Bo Chen.
        && !last.ends_with("ing");
    is_apposition.then_some(name)
}

/// Words after which a name is not that of the one who is meant.
const RELATING: &[&str] = &[
    "of",
    "to",
    "for",
    "by",
    "and",
    "or",
    "nor",
    "with",
    "without",
    "from",
    "against",
    "near",
    "like",
    "unlike",
    "than",
    "after",
    "before",
    "about",
    "on",
    "in",
    "at",
    "under",
    "over",
    "via",
    "per",
    "versus",
    "vs",
    "not",
    "no",
    "never",
    "only",
    "but",
    "as",
    "if",
    "neither",
    "either",
    "both",
    "except",
    "excluding",
    "including",
    "plus",
    "minus",
    "beside",
    "besides",
    "beyond",
    "behind",
    "between",
    "among",
    "is",
    "was",
    "were",
    "be",
    "becomes",
    "who",
    "whom",
    "whose",
    "which",
    "that",
    "then",
    "anti",
    "pro",
    "non",
    "fake",
    "false",
    "ex",
    "towards",
    "toward",
    "de",
    "van",
    "von",
];
