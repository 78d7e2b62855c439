//! Words of the future beside a date: "will meet on Thursday" is said of the Thursday to come.
//!
//! They count in the sentence that names the day, unless what is said of that day is over: "said on
//! Thursday that it will appeal" tells when it was said.

use super::words::{is_month, is_weekday};

/// One sort of words of the future.
#[derive(Clone, Copy)]
pub struct AheadRow {
    /// The words, for people.
    pub words: &'static str,
    /// A quote of which Thursday lies ahead.
    pub example: &'static str,
    /// Quotes with the same words that do not tell.
    pub silent: &'static [&'static str],
    holds: fn(&[Word<'_>], usize) -> bool,
}

/// All words of the future.
#[rustfmt::skip]
pub const AHEAD: &[AheadRow] = &[
    AheadRow {
        words: "will or won't, before a verb",
        example: "the board will meet on Thursday",
        silent: &[
            "Will Marsh on Thursday opened the hall", "the will was read on Thursday", "his will names a sister, on Thursday",
            "her late mother's will surfaced on Thursday", "Will said so on Thursday", "read the last will and testament on Thursday",
            "said on Thursday that it will appeal", "fired at will on Thursday",
        ],
        holds: |words, at| is_will(words, at) && a_verb_follows(words, at),
    },
    AheadRow {
        words: "'ll, before a verb",
        example: "“We’ll open on Thursday,” she said",
        silent: &["the hall opened on Thursday, and they said they'll"],
        holds: |words, at| {
            let is_short = |end| words[at].lower.strip_suffix(end).is_some_and(|who| !who.is_empty());
            is_short("'ll") && a_verb_follows(words, at)
        },
    },
    AheadRow {
        words: "is to or are to, before a verb",
        example: "the hall is to open on Thursday",
        silent: &["the hall that is to the north opened on Thursday", "the driver is to blame for Thursday"],
        holds: |words, at| {
            let is_now = matches!(words[at].lower.as_str(), "is" | "are" | "they're" | "we're" | "you're");
            let to = at + 1 + usize::from(matches!(word(words, at + 1), "not" | "now" | "also" | "then" | "still" | "only" | "instead" | "going"));
            let idiom = matches!(word(words, to + 1), "blame" | "date" | "say");
            is_now && word(words, to) == "to" && !idiom && is_verb(words, to + 1)
        },
    },
    AheadRow {
        words: "expected",
        example: "a verdict is expected on Thursday",
        silent: &["as expected, the hall opened on Thursday", "fewer than expected came on Thursday", "a verdict was expected on Thursday"],
        holds: |words, at| words[at].lower == "expected" && is_open(words, at),
    },
    AheadRow {
        words: "scheduled",
        example: "a hearing scheduled for Thursday",
        silent: &["the hall opened as scheduled on Thursday", "a hearing had been scheduled for Thursday"],
        holds: |words, at| words[at].lower == "scheduled" && is_open(words, at),
    },
    AheadRow {
        words: "planned to, planned for",
        example: "she planned to travel on Thursday",
        silent: &["the planned hall opened on Thursday", "he told of his plans on Thursday"],
        holds: |words, at| {
            words[at].lower == "planned" && matches!(word(words, at + 1), "to" | "for") && is_open(words, at)
        },
    },
    AheadRow {
        words: "due on, due in, due at, due back",
        example: "he is due back in court on Thursday",
        silent: &["shut due to snow on Thursday", "shut due in part to snow on Thursday", "he was due in court on Thursday"],
        holds: |words, at| {
            let because = matches!(word(words, at + 2), "part" | "large" | "no");
            words[at].lower == "due"
                && matches!(word(words, at + 1), "on" | "in" | "at" | "back")
                && !because
                && is_open(words, at)
        },
    },
];

/// Whether the words of an article around a date say that it lies ahead.
pub(super) fn is_announced(date: &str, quote: Option<&str>) -> bool {
    let Some(quote) = quote.filter(|quote| may_tell(quote)) else {
        return false;
    };
    let named = words(date);
    let named: Vec<&Word<'_>> = named.iter().filter(|word| names_a_day(word)).collect();
    let words = words(quote);
    let said = |word: &Word<'_>| names_a_day(word) && named.iter().any(|day| alike(day, word));
    let ahead = |part: &[Word<'_>], day: Option<usize>| {
        let mut at = 0..part.len();
        at.any(|at| {
            let tells = AHEAD.iter().any(|row| (row.holds)(part, at));
            tells && day.is_none_or(|day| !is_over(part, at, day))
        })
    };
    let mut sentences = words.split_inclusive(|word| word.ends_sentence).peekable();
    let mut named_once = false;
    let found = sentences.any(|part| {
        let day = part.iter().position(said);
        named_once |= day.is_some();
        day.is_some() && ahead(part, day)
    });
    found || !named_once && ahead(&words, None)
}

/// Whether a quote has a word without which no row tells. Most have none.
fn may_tell(quote: &str) -> bool {
    const NEEDED: &[&str] = &[
        "will",
        "won",
        "ll",
        "to",
        "expected",
        "scheduled",
        "planned",
        "due",
    ];
    let mut words = quote.split(|c: char| !c.is_ascii_alphabetic());
    words.any(|word| {
        NEEDED
            .iter()
            .any(|needed| needed.eq_ignore_ascii_case(word))
    })
}

/// A word of a quote.
struct Word<'t> {
    text: &'t str,
    /// In lower case, with straight apostrophes.
    lower: String,
    /// Whether a comma, a stop or the like stands behind it.
    ends_clause: bool,
    ends_sentence: bool,
    starts_sentence: bool,
}

/// Cuts a text into words. Linear in its length.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut starts_sentence = true;
    let pieces = text.split(|c: char| c.is_whitespace() || matches!(c, '—' | '–'));
    let mut words = Vec::new();
    for piece in pieces {
        let inner = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if inner.is_empty() {
            continue;
        }
        // "the sisters' will": the apostrophe belongs to the word.
        let after = piece.rsplit(inner).next().unwrap_or_default();
        let owner = inner.ends_with('s') && after.starts_with(['\'', '’']);
        let mut lower = inner.to_lowercase().replace('’', "'");
        if owner {
            lower.push('\'');
        }
        // "Mr." and "Gov." end nothing.
        let is_title = inner.chars().count() <= 3 && inner.starts_with(char::is_uppercase);
        let ends_sentence = after.contains(['!', '?', ';']) || after.contains('.') && !is_title;
        words.push(Word {
            text: inner,
            lower,
            ends_clause: ends_sentence || after.contains([',', ':', ')', '”', '"']),
            ends_sentence,
            starts_sentence,
        });
        starts_sentence = ends_sentence;
    }
    words
}

/// The word at a place, in lower case; nothing behind the last.
fn word<'w>(words: &'w [Word<'_>], at: usize) -> &'w str {
    words.get(at).map_or("", |word| word.lower.as_str())
}

/// A weekday or a month: with a capital, for somebody may have sat there, and that may be.
fn names_a_day(word: &Word<'_>) -> bool {
    let name = word.text.trim_end_matches("'s").trim_end_matches("’s");
    name.starts_with(char::is_uppercase) && (is_month(name) || is_weekday(name))
}

/// "Thursday" and "Thurs", "June" and "Jun".
fn alike(one: &Word<'_>, other: &Word<'_>) -> bool {
    let start = |word: &Word<'_>| word.lower.chars().take(3).collect::<String>();
    start(one) == start(other)
}

/// Whether a word is the verb and no noun or name.
fn is_will(words: &[Word<'_>], at: usize) -> bool {
    const NOUNS: &[&str] = &[
        "a",
        "an",
        "the",
        "my",
        "your",
        "his",
        "her",
        "its",
        "our",
        "their",
        "whose",
        "at",
        "of",
        "last",
        "living",
        "good",
        "ill",
        "free",
        "own",
        "political",
        "strong",
        "iron",
        "new",
        "late",
        "by",
    ];
    let here = &words[at];
    if here.lower == "won't" {
        return true;
    }
    if here.lower != "will" {
        return false;
    }
    // At the start of a sentence it asks, or leaves out who; elsewhere a capital makes it a name.
    if here.text.starts_with(char::is_uppercase) {
        let next = word(words, at + 1);
        return here.starts_with_no_name(next);
    }
    let before = at.checked_sub(1).map_or("", |at| word(words, at));
    !NOUNS.contains(&before) && !before.ends_with("'s") && !before.ends_with("s'")
}

impl Word<'_> {
    /// Whether a capital at the start of a sentence is only that: "Will the board meet on Thursday?"
    fn starts_with_no_name(&self, next: &str) -> bool {
        const NEXT: &[&str] = &[
            "the", "a", "an", "he", "she", "it", "they", "we", "you", "i", "there", "his", "her",
            "its", "their", "our", "your", "not", "be", "have", "meet", "open", "start", "begin",
            "hold", "go", "take", "visit", "speak", "appear", "return", "vote", "leave", "arrive",
            "travel", "decide", "hear", "testify",
        ];
        self.starts_sentence && NEXT.contains(&next)
    }
}

/// Words behind which a question asks with the verb first.
const ASKING: &[&str] = &["when", "where", "what", "who", "how", "why", "which"];
/// Words that may stand before a day, between "will" and its verb.
const BEFORE_DAYS: &[&str] = &["on", "this", "early", "late", "in"];
/// Verbs that put a participle behind them into the past.
const PASSED: &[&str] = &["was", "were", "had", "wasn't", "weren't"];
/// Words behind which a participle only compares.
const COMPARING: &[&str] = &["as", "than"];
/// Verbs before a participle that is no past: "be held".
const PASSIVE: &[&str] = &["be", "been", "being", "get"];
/// The participles that look ahead.
const AHEAD_PARTICIPLES: &[&str] = &["expected", "scheduled", "planned"];

/// Whether a verb stands behind the word, with a day between at most: "will on Thursday hear".
fn a_verb_follows(words: &[Word<'_>], at: usize) -> bool {
    let asked = words[at].starts_sentence
        || at
            .checked_sub(1)
            .is_some_and(|at| ASKING.contains(&word(words, at)));
    let between = |at: &usize| {
        let here = words.get(*at);
        BEFORE_DAYS.contains(&word(words, *at)) || here.is_some_and(names_a_day)
    };
    if words[at].ends_sentence || words[at].ends_clause && !between(&(at + 1)) {
        return false;
    }
    let next = (at + 1..words.len()).find(|at| !between(at));
    asked && next == Some(at + 1) || next.is_some_and(|at| is_verb(words, at))
}

/// Whether a word may be a verb in its basic form, or an adverb before one.
fn is_verb(words: &[Word<'_>], at: usize) -> bool {
    const OTHERS: &[&str] = &[
        "a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "her", "its",
        "our", "their", "i", "he", "she", "it", "we", "they", "you", "what", "which", "who",
        "whom", "whose", "when", "where", "while", "and", "or", "but", "as", "if", "of", "by",
        "in", "at", "on", "to", "from", "for", "with", "after", "before", "because", "until", "is",
        "are", "was", "were", "has", "had", "would", "could", "should", "said", "says", "did",
        "does",
    ];
    let lower = |word: &Word<'_>| word.text.starts_with(char::is_lowercase);
    words
        .get(at)
        .is_some_and(|word| lower(word) && !OTHERS.contains(&word.lower.as_str()))
}

/// Whether a participle is of now: neither "as expected" nor "was expected".
fn is_open(words: &[Word<'_>], at: usize) -> bool {
    const NEAR: usize = 3;
    let before = words.get(at.saturating_sub(NEAR)..at).unwrap_or_default();
    let passed = |word: &Word<'_>| PASSED.contains(&word.lower.as_str());
    let compared = at.checked_sub(1).map_or("", |at| word(words, at));
    !COMPARING.contains(&compared) && !before.iter().any(passed)
}

/// Whether what is said of the day is over, though words of the future stand by: a verb of the past
/// comes between them and the day, or before a day that they follow.
fn is_over(words: &[Word<'_>], at: usize, day: usize) -> bool {
    const PAST: &[&str] = &[
        "said",
        "told",
        "wrote",
        "met",
        "was",
        "were",
        "had",
        "did",
        "went",
        "came",
        "took",
        "gave",
        "saw",
        "held",
        "left",
        "got",
        "spoke",
        "began",
        "won",
        "lost",
        "announced",
        "confirmed",
        "stated",
        "declared",
        "revealed",
        "argued",
        "vowed",
        "warned",
        "testified",
        "tweeted",
        "promised",
        "pledged",
        "agreed",
        "ruled",
        "decided",
    ];
    let (from, to) = match at < day {
        true => (at + 1, day),
        false => (0, day),
    };
    let is_participle = |at: usize| {
        let before = at.checked_sub(1).map_or("", |at| word(words, at));
        PASSIVE.contains(&before)
    };
    // "Opened on Thursday and will stay open": before a day that comes first, any past is its own.
    let is_past = |word: &str| {
        let regular = at > day && word.len() > 4 && word.ends_with("ed");
        PAST.contains(&word) || regular && !AHEAD_PARTICIPLES.contains(&word)
    };
    (from..to).any(|at| is_past(word(words, at)) && !is_participle(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_tells_by_its_example_alone() {
        for row in AHEAD {
            assert!(
                is_announced("on Thursday", Some(row.example)),
                "{}",
                row.example
            );
            for silent in row.silent {
                assert!(!is_announced("Thursday", Some(silent)), "{silent}");
            }
        }
    }

    #[test]
    fn words_that_only_seem_to_tell_do_not() {
        for silent in [
            "next Thursday's paper",
            "plans a hearing on Thursday",
            "the board met on Thursday. It will meet again in July",
            "the hearing on Thursday was long",
            "the hall opened on Thursday and will stay open",
            "the vote that was due on Thursday",
        ] {
            assert!(!is_announced("Thursday", Some(silent)), "{silent}");
        }
        for ahead in [
            "On Thursday, the board will decide",
            "Will the board meet on Thursday?",
            "will be announced on Thurs.",
            "The court will on Thursday hear both sides",
            "Gov. Marsh will speak on Thursday",
            "they will, on Thursday, decide",
            "she said that they will meet on Thursday",
            "are going to meet on Thursday",
            "is widely expected to step down on Thursday",
        ] {
            assert!(is_announced("Thursday", Some(ahead)), "{ahead}");
        }
    }
}
