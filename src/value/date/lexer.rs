//! What the tokens of a text mean in a date.

use std::borrow::Cow;

use super::words::Word;
use crate::value::scan::{self, Class, Scan};
use crate::value::words::hash;

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

/// The tokens of one text; they are those of its scan, one by one.
pub(super) struct Tokens<'t> {
    pub(super) text: &'t str,
    pub(super) scan: Scan<'t>,
    list: Vec<Token>,
    end: Token,
}

impl<'t> Tokens<'t> {
    /// Looks the tokens of a scan up. Linear in their number.
    pub(super) fn of(scan: Scan<'t>) -> Self {
        let length = scan.text.len() as u32;
        let list = scan.tokens.iter().map(|token| Token {
            what: match token.class {
                Class::Word => What::Word(word(token)),
                Class::Digits => number(token.word.as_bytes()),
                Class::Dash | Class::Mark => {
                    token.word.chars().next().map_or(What::End, What::Mark)
                }
            },
            start: token.start as u32,
            end: token.end as u32,
            glued: token.glued,
        });
        Self {
            text: scan.text,
            list: list.collect(),
            scan,
            end: Token {
                what: What::End,
                start: length,
                end: length,
                glued: false,
            },
        }
    }

    /// The token at a place; beyond the last one, [`What::End`].
    pub(super) fn get(&self, at: usize) -> Token {
        self.list.get(at).copied().unwrap_or(self.end)
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// A token in lower case; empty beyond the last one.
    pub(super) fn word(&self, at: usize) -> &str {
        self.scan.tokens.get(at).map_or("", |token| token.word)
    }

    /// The words of some tokens.
    pub(super) fn slice(&self, from: usize, to: usize) -> &'t str {
        let (from, to) = (self.get(from).start, self.get(to.saturating_sub(1)).end);
        self.text
            .get(from as usize..to as usize)
            .unwrap_or_default()
    }
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

/// Looks a word up.
fn word(token: &scan::Token<'_>) -> Word {
    let (word, hash) = without_dots(token);
    Word::find(&word, hash).unwrap_or(Word::Other)
}

/// A word without the dots inside, which mean nothing, as in "p.m.", and its hash.
pub(super) fn without_dots<'t>(token: &scan::Token<'t>) -> (Cow<'t, str>, usize) {
    if token.class != Class::Word || !token.word.as_bytes().contains(&b'.') {
        return (token.word.into(), token.hash);
    }
    let word = token.word.replace('.', "");
    let hash = hash(&word);
    (word.into(), hash)
}
