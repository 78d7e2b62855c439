//! Cuts the words of a date into tokens, once.

use super::words::{Third, Word};

/// How many tokens a date may have; what is longer is no date.
const MOST_TOKENS: usize = 40;

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) what: What,
    /// Where it stands, in bytes.
    pub(super) start: u32,
    pub(super) end: u32,
    /// Whether nothing stands between it and the token before it.
    pub(super) glued: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    Word(Word),
    /// A run of figures; huge ones are cut off at nine digits.
    Number {
        value: i32,
        digits: u8,
    },
    Mark(char),
    End,
}

/// The tokens of one text.
pub(super) struct Tokens<'t> {
    pub(super) text: &'t str,
    list: Vec<Token>,
    end: Token,
}

impl<'t> Tokens<'t> {
    /// Cuts a text; `None` where it is too long to be a date. Linear in the length of the text.
    pub(super) fn cut(text: &'t str) -> Option<Self> {
        let length = text.len().try_into().ok()?;
        let mut tokens = Self {
            text,
            list: Vec::with_capacity(8),
            end: Token {
                what: What::End,
                start: length,
                end: length,
                glued: false,
            },
        };
        let bytes = text.as_bytes();
        let (mut at, mut glued) = (0, false);
        while let Some(c) = text[at..].chars().next() {
            if c.is_whitespace() {
                (at, glued) = (at + c.len_utf8(), false);
                continue;
            }
            let start = at;
            let what = if c.is_ascii_digit() {
                at += run(&bytes[at..], u8::is_ascii_digit);
                number(&bytes[start..at])
            } else if c.is_alphabetic() {
                at = word_end(text, at);
                match (word(&text[start..at]), middle(&text[start..at])) {
                    (Word::Other, Some(end)) => {
                        at = start + end;
                        What::Word(Word::Part(Third::Mid))
                    }
                    (word, _) => What::Word(word),
                }
            } else {
                at += c.len_utf8();
                What::Mark(plain(c))
            };
            // The dot of an abbreviation means nothing.
            let end = at;
            if matches!(what, What::Word(_))
                && bytes.get(at) == Some(&b'.')
                && bytes.get(at + 1) != Some(&b'.')
            {
                at += 1;
            }
            if tokens.list.len() == MOST_TOKENS {
                return None;
            }
            tokens.list.push(Token {
                what,
                start: start as u32,
                end: end as u32,
                glued,
            });
            glued = true;
        }
        Some(tokens)
    }

    /// The token at a place; beyond the last one, [`What::End`].
    pub(super) fn get(&self, at: usize) -> Token {
        self.list.get(at).copied().unwrap_or(self.end)
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The words of some tokens.
    pub(super) fn slice(&self, from: usize, to: usize) -> &'t str {
        let (from, to) = (self.get(from).start, self.get(to.saturating_sub(1)).end);
        self.text
            .get(from as usize..to as usize)
            .unwrap_or_default()
    }
}

fn run(bytes: &[u8], wanted: impl Fn(&u8) -> bool) -> usize {
    bytes.iter().position(|b| !wanted(b)).unwrap_or(bytes.len())
}

fn number(digits: &[u8]) -> What {
    let value = digits
        .iter()
        .take(9)
        .fold(0, |n, digit| n * 10 + i32::from(digit - b'0'));
    What::Number {
        value,
        digits: digits.len().try_into().unwrap_or(u8::MAX),
    }
}

/// Where the word that starts here ends; "p.m." is one word.
fn word_end(text: &str, start: usize) -> usize {
    let letters = |at: usize| -> usize {
        text[at..]
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(text.len() - at)
    };
    let mut end = start + letters(start);
    let mut piece = end - start;
    while piece == 1 && text[end..].starts_with('.') {
        piece = letters(end + 1);
        if piece != 1 {
            break;
        }
        end += 2;
    }
    end
}

/// Where "mid" ends in "midweek" and "midsummer".
fn middle(text: &str) -> Option<usize> {
    let (mid, rest) = text.split_at_checked(3)?;
    let unit = mid.eq_ignore_ascii_case("mid")
        && matches!(
            word(rest),
            Word::Unit(_) | Word::Month(_) | Word::Season(_) | Word::Time(..)
        );
    unit.then_some(3)
}

/// Looks a word up, in lower case and without the dots inside.
fn word(text: &str) -> Word {
    let mut lower = [0; 16];
    let mut len = 0;
    for byte in text.bytes().filter(|b| *b != b'.') {
        let Some(place) = lower.get_mut(len) else {
            return Word::Other;
        };
        *place = byte.to_ascii_lowercase();
        len += 1;
    }
    std::str::from_utf8(&lower[..len])
        .ok()
        .and_then(Word::find)
        .unwrap_or(Word::Other)
}

/// One form for the many dashes and apostrophes.
fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' => '\'',
        _ => c,
    }
}
