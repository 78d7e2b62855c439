//! Text to tokens: the one scan of amounts and dates.
//!
//! In: the words of a value. Out: runs of letters, runs of digits and single marks with their places
//! in the text; white space only says which tokens touch. Nothing is put together here: the readers
//! of numbers and dates know which marks belong into a figure.

use smallvec::SmallVec;

use super::role::{Role, Roles};
use super::words::hash;

/// The longest text that is read as an amount or a date, in bytes; nobody writes one that long.
pub(super) const MOST_BYTES: usize = 400;

/// The most tokens of a text that is read.
const MOST_TOKENS: usize = 80;

/// A raised o, which stands in for the sign of degrees.
const ORDINAL_SIGN: char = '\u{ba}';

/// What some words are written together with: "midsummer".
const MID: &str = "mid";

/// One word, run of digits or mark.
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
    pub(super) word: &'a str,
    /// A hash of its word, by which lexicons find it.
    pub(super) hash: usize,
    /// The parts that it may play, if it is one of the small words.
    pub(super) roles: Roles,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A run of letters, or single letters with dots between them.
    Word,
    /// A run of digits.
    Digits,
    /// A hyphen, dash or minus sign of any length.
    Dash,
    /// Any other single character.
    Mark,
}

/// A text and its tokens.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    /// The text as written.
    pub(super) text: &'a str,
    /// Its tokens, in order; most values have few.
    pub(super) tokens: SmallVec<[Token<'a>; 8]>,
}

impl<'a> Scan<'a> {
    /// Splits a text, of which `lower` is the [`lower_case`](super::words::lower_case); `None` where it is too long to be read.
    /// Linear in its length.
    pub(super) fn new(text: &'a str, lower: &'a str) -> Option<Self> {
        if text.len() > MOST_BYTES {
            return None;
        }
        let mut tokens: SmallVec<[Token<'a>; 8]> = SmallVec::new();
        for token in Tokens::new(text, lower) {
            if tokens.len() == MOST_TOKENS {
                return None;
            }
            tokens.push(token);
        }
        if is_quoted(text) && tokens.len() > 2 {
            tokens.pop();
            tokens.remove(0);
        }
        Some(Self { text, tokens })
    }

    /// A token in lower case; every dash is a hyphen, every quotation mark a straight one.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.word)
    }

    /// Whether a word plays one of some parts.
    pub(super) fn says(&self, at: usize, roles: impl Into<Roles>) -> bool {
        let token = self.tokens.get(at);
        token.is_some_and(|token| token.roles.meet(roles.into()))
    }

    /// Whether there is a token of that class.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.class == class)
    }

    /// Whether a token touches the one before it.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Whether a figure begins at a token: "5", ".5".
    pub(super) fn is_figure(&self, at: usize) -> bool {
        let after_point = || self.is(at + 1, Class::Digits) && self.is_glued(at + 1);
        self.is(at, Class::Digits) || (self.word(at) == "." && after_point())
    }

    /// Whether digits are only the beginning of a figure: the 2 of "2.5".
    pub(super) fn goes_on(&self, at: usize) -> bool {
        matches!(self.word(at + 1), "." | ",")
            && self.is_glued(at + 1)
            && self.is(at + 2, Class::Digits)
            && self.is_glued(at + 2)
    }

    /// Whether a token is a hyphen that touches the tokens on both sides.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.word(at) == "-" && self.is_glued(at) && self.is_glued(at + 1)
    }

    /// The text from one token to before another, as written.
    pub(super) fn between(&self, from: usize, to: usize) -> &'a str {
        match (self.tokens.get(from), self.tokens.get(to.wrapping_sub(1))) {
            (Some(first), Some(last)) if from < to => &self.text[first.start..last.end],
            _ => "",
        }
    }
}

/// The tokens of a text, one after the other.
pub(super) struct Tokens<'a> {
    text: &'a str,
    lower: &'a str,
    at: usize,
    glued: bool,
}

impl<'a> Tokens<'a> {
    /// Those of a text, of which `lower` is the [`lower_case`](super::words::lower_case).
    pub(super) fn new(text: &'a str, lower: &'a str) -> Self {
        Self {
            text,
            lower,
            at: 0,
            glued: false,
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let (text, lower) = (self.text, self.lower);
        while let Some(c) = text[self.at..].chars().next() {
            let start = self.at;
            let class = if c.is_ascii_digit() {
                self.at += digits_length(&text[start..]);
                Class::Digits
            } else if c.is_alphabetic() && c != ORDINAL_SIGN {
                self.at += word_length(&lower[start..]);
                Class::Word
            } else {
                self.at += c.len_utf8();
                if c.is_whitespace() {
                    self.glued = false;
                    continue;
                }
                match c {
                    '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => Class::Dash,
                    // Variation selectors and marks that print nothing are not tokens.
                    '\u{200b}'..='\u{200f}' | '\u{feff}' => continue,
                    _ => Class::Mark,
                }
            };
            let end = self.at;
            let word = plain(c, class).unwrap_or(&lower[start..end]);
            let hash = hash(word);
            self.at += dropped(&text[end..], class, word);
            return Some(Token {
                start,
                end,
                class,
                glued: std::mem::replace(&mut self.glued, true),
                word,
                hash,
                roles: match class {
                    Class::Word => Roles::of(word, hash),
                    _ => Roles::default(),
                },
            });
        }
        None
    }
}

/// Whether a pair of curly marks stands around the whole text.
fn is_quoted(text: &str) -> bool {
    let text = text.trim();
    let pairs = [('\u{201c}', '\u{201d}'), ('\u{2018}', '\u{2019}')];
    let stands_around = |(open, close): (char, char)| {
        let inside = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inside.contains([open, close])).then_some(())
    };
    pairs.into_iter().any(|pair| stands_around(pair).is_some())
}

/// How much of what follows a token is no token: the dot of an abbreviation, the end of a sentence.
fn dropped(rest: &str, class: Class, word: &str) -> usize {
    let mut bytes = rest.bytes();
    let (first, second) = (bytes.next(), bytes.next());
    let ends_sentence = || word != "." && matches!(rest.trim_end(), "." | "," | ";");
    match first {
        Some(b'.') if class == Class::Word && second != Some(b'.') => 1,
        Some(b'.' | b',' | b';') if ends_sentence() => 1,
        _ => 0,
    }
}

/// The form in which words know a dash, a quotation mark or the sign of degrees.
fn plain(c: char, class: Class) -> Option<&'static str> {
    match (class, c) {
        (Class::Dash, _) => Some("-"),
        (Class::Mark, '\u{2018}' | '\u{2019}' | '\u{2032}' | '\u{2bc}' | '`') => Some("'"),
        (Class::Mark, '\u{201c}' | '\u{201d}' | '\u{2033}') => Some("\""),
        (Class::Mark, '\u{2044}') => Some("/"),
        (Class::Mark, ORDINAL_SIGN) => Some("°"),
        _ => None,
    }
}

fn digits_length(text: &str) -> usize {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    text.bytes().take_while(is_digit).count()
}

/// How many bytes a word takes: all letters up to the next other character.
///
/// "p.m." and "U.S." are one word, "midweek" is two.
fn word_length(lower: &str) -> usize {
    let mut length = letters_length(lower);
    let mut piece = length;
    while piece == 1 && lower[length..].starts_with('.') {
        piece = letters_length(&lower[length + 1..]);
        if piece != 1 {
            break;
        }
        length += 2;
    }
    match lower[..length].strip_prefix(MID) {
        Some(rest) if Roles::of(rest, hash(rest)).meet(Role::AfterMid.into()) => 3,
        _ => length,
    }
}

fn letters_length(text: &str) -> usize {
    let in_ascii = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if text.as_bytes().get(in_ascii).is_none_or(u8::is_ascii) {
        return in_ascii;
    }
    text.find(|c: char| !c.is_alphabetic() || c == ORDINAL_SIGN)
        .unwrap_or(text.len())
}
