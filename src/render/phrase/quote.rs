//! The article's words for a claim, and which of them decide: those from which its value was read.

use std::ops::Range;

use crate::finding::Position;
use crate::model::{ClaimId, Corpus, Stance};
use crate::value::{self, Context, Kind, Value};

/// Words that decide nothing by themselves.
const SMALL: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "her", "his",
    "in", "is", "it", "its", "of", "on", "or", "that", "the", "their", "to", "was", "were", "with",
];

/// Words by which articles deny.
const DENYING: &[&str] = &[
    "no", "not", "never", "none", "nor", "denied", "denies", "without",
];

/// The most words of a quote that are read as a value.
const LONGEST: usize = 4;

/// Longer quotes are not looked through.
const MOST_WORDS: usize = 60;

/// An article's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Quote<'c> {
    /// The words.
    pub(in crate::render) text: &'c str,
    /// The parts of them that decide, in bytes and in order; none where that cannot be told.
    pub(in crate::render) decide: Vec<Range<usize>>,
}

/// The quote of a claim, if it has one.
pub(in crate::render) fn quote<'c>(
    corpus: &'c Corpus,
    position: &Position,
    id: ClaimId,
) -> Option<Quote<'c>> {
    let claim = corpus.claim(id);
    let text = claim.quote()?;
    let words = words(text);
    if words.len() > MOST_WORDS {
        let decide = Vec::new();
        return Some(Quote { text, decide });
    }
    let denies = claim.stance == Stance::Denies || position.value.starts_with("not ");
    // Of "a request was rejected" the words tell what is counted, and that it is one.
    let label = corpus.symbols.text(claim.property);
    let is_count = matches!(&position.reading, Some(value) if value.kind == Kind::Number);
    let value = claim.original();
    let decide = position
        .reading
        .as_deref()
        .and_then(|value| read_from(text, &words, value))
        .map(|range| vec![range])
        .or_else(|| alike(text, &words, &value, denies))
        .or_else(|| alike(text, &words, label, false).filter(|_| is_count))
        .unwrap_or_default();
    Some(Quote { text, decide })
}

/// The words of a text, in bytes.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let belongs = c.is_alphanumeric() || (open && matches!(c, '\'' | '’' | '-' | ',' | '.'));
        match (belongs, open) {
            (true, false) => words.push(at..at + c.len_utf8()),
            (true, true) => {
                if let Some(word) = words.last_mut() {
                    word.end = at + c.len_utf8();
                }
            }
            (false, _) => {}
        }
        open = belongs;
    }
    for word in &mut words {
        let bare = text[word.clone()].trim_end_matches(['\'', '’', '-', ',', '.']);
        word.end = word.start + bare.len();
    }
    words
}

/// The fewest words in a row that read as the value itself.
fn read_from(text: &str, words: &[Range<usize>], value: &Value) -> Option<Range<usize>> {
    let is_read = matches!(
        value.kind,
        Kind::Number | Kind::Money | Kind::Duration | Kind::Quantity | Kind::Date
    );
    if !is_read {
        return None;
    }
    let reads = |range: &Range<usize>| value::says(&text[range.clone()], value.kind, &value.extent);
    (1..=LONGEST).find_map(|length| {
        let mut runs = words.windows(length);
        runs.find_map(|run| {
            let range = run.first()?.start..run.last()?.end;
            reads(&range).then_some(range)
        })
    })
}

/// The words that are those of another text, whatever their endings; those between them if they are
/// small.
fn alike(
    text: &str,
    words: &[Range<usize>],
    other: &str,
    denies: bool,
) -> Option<Vec<Range<usize>>> {
    let wanted: Vec<String> = self::words(other)
        .into_iter()
        .map(|word| other[word].to_lowercase())
        .filter(|word| !SMALL.contains(&word.as_str()))
        .collect();
    let numbers: Vec<Value> = wanted.iter().filter_map(|word| number(word)).collect();
    let decides = |word: &str| {
        let word = word.to_lowercase();
        let denial = denies && (DENYING.contains(&word.as_str()) || word.ends_with("n't"));
        let is_number = || {
            let own = || number(&word);
            !numbers.is_empty()
                && own().is_some_and(|own| numbers.iter().any(|other| other.extent == own.extent))
        };
        denial || wanted.iter().any(|other| is_alike(&word, other)) || is_number()
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut only_small = false;
    let mut is_content = false;
    for word in words {
        let own = &text[word.clone()];
        if decides(own) {
            is_content |= !DENYING.contains(&own.to_lowercase().as_str());
            match found.last_mut() {
                Some(last) if only_small => last.end = word.end,
                _ => found.push(word.clone()),
            }
            only_small = true;
        } else {
            only_small &= SMALL.contains(&own.to_lowercase().as_str());
        }
    }
    is_content.then_some(found)
}

/// A word that is a number.
fn number(word: &str) -> Option<Value> {
    let is_one = value::amount::is_one(word, Kind::Number);
    let read = || value::read_text(word, Kind::Number, &Context::default()).ok();
    is_one.then(read).flatten()
}

/// Whether two words are one, or begin alike: "commuted", "commutation".
fn is_alike(left: &str, right: &str) -> bool {
    if left == right {
        return true;
    }
    let pairs = left.chars().zip(right.chars());
    let common = pairs.take_while(|(a, b)| a == b).count();
    let shorter = left.chars().count().min(right.chars().count());
    common >= 4 && common * 3 >= shorter * 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Written;

    fn found(text: &str, value: &str, denies: bool) -> Vec<String> {
        let ranges = alike(text, &words(text), value, denies).unwrap_or_default();
        ranges.into_iter().map(|it| text[it].to_owned()).collect()
    }

    #[test]
    fn words_of_a_value_are_found_whatever_their_endings() {
        let cases: [(&str, &str, bool, &[&str]); 7] = [
            (
                "the mayor resigned on Monday",
                "resignation",
                false,
                &["resigned"],
            ),
            (
                "she was not a leader of it",
                "leader",
                true,
                &["not a leader"],
            ),
            (
                "she was a leader, not a driver",
                "leader",
                false,
                &["leader"],
            ),
            ("sold for scrap", "a bridge", false, &[]),
            ("it was not so", "leader", true, &[]),
            (
                "a boat from the north quay",
                "north quay",
                false,
                &["north quay"],
            ),
            (
                "just five days after",
                "5 days after it",
                false,
                &["five days after"],
            ),
        ];
        for (text, value, denies, expected) in cases {
            assert_eq!(found(text, value, denies), expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_found_by_what_they_read_as() {
        let value = |text: &str, kind| {
            value::read(&Written::Scalar(text.into()), kind, &Context::default()).unwrap()
        };
        let find = |text: &str, it: &Value| {
            read_from(text, &words(text), it).map(|range| text[range].to_owned())
        };
        let three = value("3", Kind::Number);
        assert_eq!(find("three boats sank", &three).as_deref(), Some("three"));
        assert_eq!(find("four boats sank", &three), None);
        let year = value("1997", Kind::Date);
        assert_eq!(find("was built in 1997", &year).as_deref(), Some("1997"));
        assert_eq!(find("", &year), None);
    }
}
