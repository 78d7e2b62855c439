//! Values in running text: which words of a sentence can be read as an amount or a date.
//!
//! In: a sentence. Out: the stretches that the readers of values take, the longest first come. Only words near
//! a figure, a number or a word of dates are tried, and a bounded number of stretches for each. Words that are
//! also names, such as "May" or "no", are none by themselves.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::{Context, Extent, Kind, Reading, Scheme, Words, amount, date, read_text};

/// A value in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spotted {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// So many words before a figure are tried: "at least some", "the end of".
const BEFORE: usize = 4;
/// So many words behind it: "years and six months ago".
const BEHIND: usize = 5;
/// Words with which no value begins or ends, though the readers may pass over them.
const OUTSIDE: &[&str] = &[
    "and", "or", "of", "to", "who", "that", "which", "was", "is", "were", "with", "by", "for",
    "as", "but", "from",
];
/// Words that belong to what follows them.
const BEFORE_MORE: &[&str] = &[
    "almost", "about", "nearly", "around", "over", "some", "up", "at", "in", "on", "the", "a",
    "an", "than", "into", "out", "its", "his", "her", "their", "when", "while", "after", "before",
];
/// Words that mostly mean something else where they have no capital.
const OTHERWISE: &[&str] = &[
    "may", "march", "second", "sat", "sun", "mar", "no", "one", "once", "single", "half",
];
/// Words before a figure that is a name: "pier 4".
const NAMED: &[&str] = &[
    "pier",
    "page",
    "section",
    "clause",
    "route",
    "gate",
    "room",
    "flat",
    "platform",
    "article",
    "chapter",
    "unit",
    "bay",
    "ward",
    "block",
    "berth",
    "highway",
    "line",
    "channel",
    "phase",
    "stage",
    "level",
    "grade",
    "terminal",
    "track",
    "door",
    "dock",
    "hall",
    "apartment",
    "court",
];

/// A word with its place.
struct Word {
    from: usize,
    to: usize,
    /// Whether a mark parts it from the next one.
    ends: bool,
    is_seed: bool,
}

/// The values of a sentence, in order. Linear in its words, with a bounded number of readings for each.
#[must_use]
pub fn spotted(sentence: &str, events: Option<&Scheme>) -> Vec<Spotted> {
    let words = words(sentence);
    let mut found: Vec<Spotted> = Vec::new();
    let mut next = 0;
    for (seed, _) in words.iter().enumerate().filter(|(_, word)| word.is_seed) {
        if seed < next || is_named(sentence, &words, seed) {
            continue;
        }
        let first = (0..=BEFORE.min(seed - next.min(seed)))
            .take_while(|back| *back == 0 || !words[seed - back].ends)
            .last()
            .unwrap_or(0);
        let last = (seed..words.len().min(seed + BEHIND + 1))
            .take_while(|at| *at == seed || !words[at - 1].ends)
            .last()
            .unwrap_or(seed);
        let mut stretches: Vec<(usize, usize)> = (seed - first..=seed)
            .flat_map(|from| (seed..=last).map(move |to| (from, to)))
            .collect();
        stretches.sort_by_key(|(from, to)| (std::cmp::Reverse(to - from), *from));
        let read = stretches.into_iter().find_map(|(from, to)| {
            let text = sentence.get(words[from].from..words[to].to)?;
            Some((from, to, kind(text, events)?))
        });
        // "the 1994 indictment" counts nothing.
        let read = match read {
            Some((.., Kind::Number)) if is_year(sentence, &words[seed]) => {
                Some((seed, seed, Kind::Date))
            }
            read => read,
        };
        if let Some((from, to, kind)) = read {
            let span = |from: usize, to: usize| words[from].from..words[to].to;
            let (from, to) = trimmed((from, seed, to), |from, to| {
                let text = sentence.get(span(from, to))?;
                let value = read_text(text, kind, &Context::default()).ok();
                value.filter(|_| !is_open(text)).map(|value| value.extent)
            });
            next = to + 1;
            let text = sentence.get(span(from, to)).unwrap_or_default();
            if from == to && is_vague(text) {
                continue;
            }
            found.push(Spotted {
                span: span(from, to),
                kind,
            });
        }
    }
    found
}

/// A stretch without an article before it and the words behind it that change nothing, but for one: "three
/// dockers", but not "three dockers came".
fn trimmed(
    (mut from, seed, mut to): (usize, usize, usize),
    read: impl Fn(usize, usize) -> Option<Extent>,
) -> (usize, usize) {
    let whole = read(from, to);
    if whole.is_none() {
        return (from, to);
    }
    let shorter = (seed + 1..to).find(|end| read(from, *end) == whole);
    to = shorter.unwrap_or(to);
    if from < seed && read(from + 1, to) == whole {
        from += 1;
    }
    (from, to)
}

/// Whether a bare figure belongs to a name.
fn is_named(sentence: &str, words: &[Word], seed: usize) -> bool {
    let text = |at: usize| {
        words
            .get(at)
            .and_then(|word| sentence.get(word.from..word.to))
    };
    let before = seed
        .checked_sub(1)
        .filter(|at| !words[*at].ends)
        .and_then(text);
    let is_bare =
        text(seed).is_some_and(|word| word.len() < 4 && word.bytes().all(|b| b.is_ascii_digit()));
    is_bare && before.is_some_and(|before| NAMED.iter().any(|it| it.eq_ignore_ascii_case(before)))
}

/// What a stretch is, if it is surely an amount or a date.
fn kind(text: &str, events: Option<&Scheme>) -> Option<Kind> {
    let reading = Reading::default();
    let words = Words::new(text, &reading, events);
    (!is_open(text)).then(|| words.sure_kind()).flatten()
}

/// Whether a word is a bare year of our time.
fn is_year(sentence: &str, word: &Word) -> bool {
    let year = sentence.get(word.from..word.to).unwrap_or_default();
    year.len() == 4
        && year
            .parse::<u32>()
            .is_ok_and(|year| (1100..=2100).contains(&year))
}

/// Whether a word is a unit or a part of the day or the year, and says neither how many nor which: "hours".
fn is_vague(word: &str) -> bool {
    let is_small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    is_small && !NUMBERS.contains(word) && !date::is_day_from_now(word)
}

/// Whether words begin or end in the middle of something.
fn is_open(text: &str) -> bool {
    let is_outside = |word: &str| OUTSIDE.iter().any(|it| it.eq_ignore_ascii_case(word));
    let mut words = text.split(' ');
    let is_before = |word: &str| BEFORE_MORE.iter().any(|it| it.eq_ignore_ascii_case(word));
    words.next().is_some_and(is_outside)
        || words
            .next_back()
            .is_some_and(|last| is_outside(last) || is_before(last))
}

/// The words of a sentence, marks around them left out but for those that figures have.
fn words(sentence: &str) -> Vec<Word> {
    let base = sentence.as_ptr().addr();
    let mut words: Vec<Word> = Vec::new();
    for piece in sentence.split_whitespace() {
        let text = piece.trim_start_matches(is_mark);
        let is_parted = text.len() < piece.len();
        let text = text.trim_end_matches(|c| is_mark(c) || c == '.');
        if let Some(last) = words.last_mut() {
            last.ends |= is_parted || text.is_empty();
        }
        if text.is_empty() {
            continue;
        }
        // The stops of "p.m." belong to it, that of a sentence does not.
        let from = text.as_ptr().addr() - base;
        let behind = piece
            .get(from + text.len() - (piece.as_ptr().addr() - base)..)
            .unwrap_or_default();
        let dots = usize::from(behind.starts_with('.') && text.contains('.'));
        let is_year_next = || {
            let rest = sentence
                .get(from + text.len() + 1..)
                .unwrap_or_default()
                .trim_start();
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            digits == 4
        };
        let is_comma = behind == ",";
        words.push(Word {
            from,
            to: from + text.len() + dots,
            ends: behind.len() > dots && behind != "." && !(is_comma && is_year_next()),
            is_seed: is_seed(text),
        });
    }
    words
}

/// Marks around words that belong to no value.
fn is_mark(c: char) -> bool {
    !c.is_alphanumeric()
        && !matches!(
            c,
            '$' | '€' | '£' | '¥' | '%' | '°' | '.' | '~' | '<' | '>' | '+'
        )
}

/// Whether a word may stand in the middle of an amount or a date.
fn is_seed(word: &str) -> bool {
    if word.contains(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let lower = word.to_ascii_lowercase();
    // The month has a capital, the verb has not.
    if OTHERWISE.contains(&word) {
        return false;
    }
    let parts = lower.split(['-', '–']);
    parts
        .into_iter()
        .any(|part| NUMBERS.contains(part) || date::is_word_of_dates(part))
}

/// Words of numbers and of vague counts, and their plurals: "three", "dozens".
static NUMBERS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let numbers = amount::NUMBER_WORDS.iter().map(|row| row.word);
    let vague = amount::VAGUE_COUNTS.iter();
    let vague = vague.flat_map(|row| row.also.iter().chain([&row.name]).copied());
    let words = numbers.chain(vague).flat_map(|words| words.split(' '));
    let words = words.filter(|word| word.len() > 2 && !COMMON.contains(word));
    words
        .flat_map(|word| [word.to_owned(), format!("{word}s")])
        .collect()
});

/// Parts of these that stand everywhere.
const COMMON: &[&str] = &[
    "the", "not", "any", "all", "one", "single", "number", "more", "than", "most", "least", "once",
    "half", "both", "none", "nobody", "neither",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_in_sentences() {
        use Kind::{Date, Duration, Money, Number, Quantity};
        let cases: [(&str, &[(&str, Kind)]); 16] = [
            (
                "A fire on Monday night injured three dockers, the fire service said.",
                &[("Monday night", Date), ("three dockers", Number)],
            ),
            (
                "Crews needed almost six hours to put it out.",
                &[("almost six hours", Duration)],
            ),
            (
                "The damage is put at more than $3.5 million.",
                &[("more than $3.5 million", Money)],
            ),
            (
                "The fire of June 6, 2018, burned 40 tonnes of paper.",
                &[("June 6, 2018", Date), ("40 tonnes", Quantity)],
            ),
            (
                "Marsh, 63, was jailed in 1996 for life plus 25 years.",
                &[("63", Number), ("1996", Date), ("25 years", Duration)],
            ),
            (
                "A 63-year-old woman came.",
                &[("63-year-old woman", Duration)],
            ),
            (
                "A fire at pier 4 hurt four of the men from 12 ships.",
                &[("four of the men", Number), ("12 ships", Number)],
            ),
            ("It may rain for hours, and no one came.", &[]),
            ("One of the men ran first.", &[]),
            ("The crane fell into the sea.", &[]),
            (
                "Half a dozen cranes fell two weeks ago.",
                &[("Half a dozen", Number), ("two weeks ago", Date)],
            ),
            (
                "Last week, the port closed at 5 p.m. on Tuesday.",
                &[("Last week", Date), ("5 p.m. on Tuesday", Date)],
            ),
            (
                "Some 12 percent of the crews left.",
                &[("Some 12 percent", Number)],
            ),
            ("The Nov. 3 fire was the worst ever.", &[("Nov. 3", Date)]),
            (
                "He served 21 years, seven months.",
                &[("21 years", Duration), ("seven months", Duration)],
            ),
            ("Dozens of people saw it.", &[("Dozens of people", Number)]),
        ];
        for (sentence, expected) in cases {
            let found = spotted(sentence, None);
            let found: Vec<(&str, Kind)> = found
                .into_iter()
                .map(|it| (&sentence[it.span], it.kind))
                .collect();
            assert_eq!(found, expected, "{sentence}");
        }
    }
}
