//! Text to tokens, and tables of wordings that are looked up by them.
//!
//! In: the words of a value. Out: words, figures and single marks with their places in the text;
//! white space only says which tokens touch. Each table of wordings is split by the same rules,
//! so that "km/h", "km / h" and "KM/H" are one wording.

use std::borrow::Cow;

use smallvec::SmallVec;

/// The longest text that is read as an amount, in bytes; nobody writes an amount that long.
pub(super) const MAX_LENGTH: usize = 400;

/// A raised o, which stands in for the sign of degrees.
const ORDINAL_SIGN: char = '\u{ba}';

/// One word, figure or mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    /// Where it starts in the text, in bytes.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// What it is.
    pub(super) class: Class,
    /// Whether it touches the token before it.
    pub(super) glued: bool,
    /// It in lower case, or the one form of a mark that is written in several.
    word: &'a str,
    /// A hash of its word, by which lexicons find it.
    hash: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A run of letters.
    Word,
    /// A run of digits with separators and decimals.
    Figure,
    /// A hyphen, dash or minus sign of any length.
    Dash,
    /// Any other single character.
    Mark,
}

/// A text and its tokens.
pub(super) struct Scan<'a> {
    /// The text as written.
    pub(super) text: &'a str,
    /// Its tokens, in order; most amounts have few.
    pub(super) tokens: SmallVec<[Token<'a>; 8]>,
}

/// A text as words know it: in small letters.
pub(super) fn lower_case(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

impl<'a> Scan<'a> {
    /// Splits a text, of which `lower` is the [`lower_case`]. Linear in its length.
    pub(super) fn new(text: &'a str, lower: &'a str) -> Self {
        let mut tokens = SmallVec::new();
        let mut at = 0;
        let mut glued = false;
        while let Some(c) = text[at..].chars().next() {
            let start = at;
            let class = if c.is_ascii_digit() || (c == '.' && starts_digit(&text[at + 1..])) {
                at += figure_length(&text[at..]);
                Class::Figure
            } else if c.is_alphabetic() && c != ORDINAL_SIGN {
                at += word_length(&text[at..]);
                Class::Word
            } else {
                at += c.len_utf8();
                if c.is_whitespace() {
                    glued = false;
                    continue;
                }
                match c {
                    '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Class::Dash,
                    // Variation selectors and marks that print nothing are not tokens.
                    '\u{200b}'..='\u{200f}' | '\u{feff}' => continue,
                    _ => Class::Mark,
                }
            };
            let word = plain(c, class).unwrap_or(&lower[start..at]);
            tokens.push(Token {
                start,
                end: at,
                class,
                glued,
                word,
                hash: hash(word),
            });
            glued = true;
            let ends_sentence = || matches!(text[at..].trim_end(), "." | "," | ";");
            at += match text.as_bytes().get(at) {
                Some(b'.') if class == Class::Word => 1,
                Some(b'.' | b',' | b';') if ends_sentence() => 1,
                _ => 0,
            };
        }
        Self { text, tokens }
    }

    /// A token in lower case; every dash is a hyphen, every quotation mark a straight one.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.word)
    }

    /// Whether there is a token of that class.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.class == class)
    }

    /// Whether a token is a hyphen that touches the tokens on both sides.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        let glued = |at: usize| self.tokens.get(at).is_some_and(|token| token.glued);
        self.word(at) == "-" && glued(at) && glued(at + 1)
    }

    /// The text from one token to before another, as written.
    pub(super) fn between(&self, from: usize, to: usize) -> &'a str {
        match (self.tokens.get(from), self.tokens.get(to.wrapping_sub(1))) {
            (Some(first), Some(last)) if from < to => &self.text[first.start..last.end],
            _ => "",
        }
    }
}

/// The form in which words know a dash, a quotation mark or the sign of degrees.
fn plain(c: char, class: Class) -> Option<&'static str> {
    match (class, c) {
        (Class::Dash, _) => Some("-"),
        (Class::Mark, '\u{2018}' | '\u{2019}' | '\u{2032}') => Some("'"),
        (Class::Mark, '\u{201c}' | '\u{201d}' | '\u{2033}') => Some("\""),
        (Class::Mark, ORDINAL_SIGN) => Some("°"),
        _ => None,
    }
}

/// A table of wordings, found by the hash of their first word.
pub(super) struct Lexicon<T>(Vec<Vec<Entry<T>>>);

/// One wording and what it means.
struct Entry<T> {
    first: String,
    rest: Vec<Rest>,
    meaning: T,
}

/// A later word of a wording.
struct Rest {
    word: String,
    /// Whether it must touch the word before: "ft2" is not "ft 2", and "a $5 note" is not in A$.
    glued: bool,
}

impl<T: Copy> Lexicon<T> {
    /// A lexicon of wordings; those given first are preferred among equals.
    pub(super) fn new<'w>(wordings: impl IntoIterator<Item = (&'w str, T)>) -> Self {
        let entries: Vec<(usize, Entry<T>)> = wordings
            .into_iter()
            .filter_map(|(wording, meaning)| Entry::new(wording, meaning))
            .collect();
        // A power of two, and most buckets empty.
        let n_buckets = (entries.len() * 2).next_power_of_two();
        let mut buckets: Vec<Vec<Entry<T>>> = Vec::new();
        buckets.resize_with(n_buckets, Vec::new);
        for (hash, entry) in entries {
            buckets[hash & (n_buckets - 1)].push(entry);
        }
        for bucket in &mut buckets {
            bucket.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        Self(buckets)
    }

    /// The wordings that stand at a token and end by another, longest first, with their lengths.
    pub(super) fn at<'l>(
        &'l self,
        scan: &'l Scan<'_>,
        at: usize,
        end: usize,
    ) -> impl Iterator<Item = (usize, T)> + 'l {
        let bucket = match scan.tokens.get(at) {
            Some(token) if at < end => &self.0[token.hash & (self.0.len() - 1)],
            _ => &self.0[0],
        };
        bucket
            .iter()
            .filter_map(move |entry| Some((entry.length_at(scan, at, end)?, entry.meaning)))
    }

    /// The longest wording at a token.
    pub(super) fn longest(&self, scan: &Scan<'_>, at: usize, end: usize) -> Option<(usize, T)> {
        self.at(scan, at, end).next()
    }
}

impl<T> Entry<T> {
    /// The entry of a wording, with the hash of its first word; `None` for an empty one.
    fn new(wording: &str, meaning: T) -> Option<(usize, Self)> {
        let lower = lower_case(wording);
        let scan = Scan::new(wording, &lower);
        let hash = scan.tokens.first()?.hash;
        let rest = (1..scan.tokens.len()).map(|at| {
            let after_letter = scan.word(at - 1).len() == 1 && scan.is(at, Class::Mark);
            let after_letter = after_letter || scan.word(at - 1) == "$";
            Rest {
                word: scan.word(at).to_owned(),
                glued: scan.tokens[at].glued && (scan.is(at, Class::Figure) || after_letter),
            }
        });
        let entry = Self {
            first: scan.word(0).to_owned(),
            rest: rest.collect(),
            meaning,
        };
        Some((hash, entry))
    }

    /// How many tokens it takes at a token, if it stands there; hyphens may join its words.
    fn length_at(&self, scan: &Scan<'_>, at: usize, end: usize) -> Option<usize> {
        if at + self.rest.len() >= end || scan.word(at) != self.first {
            return None;
        }
        let mut next = at + 1;
        for rest in &self.rest {
            if scan.word(next) != rest.word {
                next += usize::from(scan.is_hyphen(next));
            }
            let token = scan.tokens.get(next).filter(|_| next < end)?;
            if scan.word(next) != rest.word || (rest.glued && !token.glued) {
                return None;
            }
            next += 1;
        }
        Some(next - at)
    }
}

/// The hash of a word: FNV-1a (Fowler, Noll and Vo), short and the same everywhere.
fn hash(word: &str) -> usize {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash as usize
}

/// How many bytes a word takes: all letters up to the next other character.
fn word_length(text: &str) -> usize {
    let in_ascii = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if text.as_bytes().get(in_ascii).is_none_or(u8::is_ascii) {
        return in_ascii;
    }
    text.find(|c: char| !c.is_alphabetic() || c == ORDINAL_SIGN)
        .unwrap_or(text.len())
}

fn starts_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// How many bytes a figure takes: digits, `,` and `.` before digits, and spaces before groups of three.
fn figure_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while digit(at) || (matches!(bytes.get(at), Some(b',' | b'.')) && digit(at + 1)) {
        at += 1;
    }
    if at <= 3 && bytes[..at].iter().all(u8::is_ascii_digit) {
        while let Some(gap) = group_gap(&text[at..]) {
            at += gap + 3;
        }
        if at > 3 && bytes.get(at) == Some(&b'.') && digit(at + 1) {
            at += 1;
            while digit(at) {
                at += 1;
            }
        }
    }
    at
}

/// The length of the space before a group of exactly three digits.
fn group_gap(text: &str) -> Option<usize> {
    let space = text
        .chars()
        .next()
        .filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}'))?;
    let rest = &text.as_bytes()[space.len_utf8()..];
    let digits = rest.iter().take(4).take_while(|b| b.is_ascii_digit());
    let apart = !matches!(rest.get(3), Some(b'/' | b','));
    (digits.count() == 3 && apart).then_some(space.len_utf8())
}
