//! What stands around a name: descriptions, offices, titles, suffixes and legal forms, each taken off.

use std::ops::Range;

use super::meaning::{Meaning, legal_form, meaning};
use super::spelling;
use crate::text::normal::{fold, words, written_out};

/// A word as it stands in a name.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) folded: String,
    pub(super) meaning: Meaning,
    /// Whether it begins with a capital, or with a letter that has no case, or a digit.
    pub(super) upper: bool,
    /// Whether it was written as letters with points between them.
    pub(super) dotted: bool,
    /// Whether all letters are capitals.
    pub(super) capitals: bool,
    /// The word with "oe" for ö and the like, where it has such a letter.
    pub(super) spelled_out: Option<String>,
}

impl Token {
    fn new(word: &str, dotted: bool) -> Self {
        let folded = fold(word);
        Self {
            meaning: meaning(&folded),
            folded,
            upper: !word.starts_with(char::is_lowercase),
            dotted,
            capitals: word.chars().all(char::is_uppercase),
            spelled_out: spelling::spelled_out(word),
        }
    }

    /// The word that it is short for before a name, or itself.
    fn written_out(self) -> Self {
        match written_out(&self.folded, self.capitals) {
            Some(long) => Self {
                meaning: meaning(long),
                folded: long.into(),
                ..self
            },
            None => self,
        }
    }

    /// Whether it is no name without the next word.
    fn is_saint(&self) -> bool {
        self.upper && matches!(self.folded.as_str(), "saint" | "sainte")
    }

    /// The two words as one.
    fn with(self, next: Self) -> Self {
        let folded = self.folded + &next.folded;
        Self {
            meaning: meaning(&folded),
            spelled_out: None,
            folded,
            ..next
        }
    }

    fn is_title(&self) -> bool {
        self.meaning.title
    }

    pub(super) fn is_acronym(&self) -> bool {
        self.capitals && (2..=6).contains(&self.folded.len())
    }

    fn connects(&self) -> bool {
        self.meaning.connects
    }

    /// Whether it can only describe: a word without a capital that no name has inside.
    fn describes(&self) -> bool {
        !self.upper && self.meaning.particle.is_none() && !self.connects()
    }

    /// Whether it can be the name itself.
    fn names(&self) -> bool {
        self.upper && self.folded.chars().any(char::is_alphabetic)
    }
}

/// The words that name, without those that describe: "Acme executive Ann Lee", "Ann Lee,
/// founder of Acme", "Lee (53)". An inverted name ("Lee, Ann") is put in order.
pub(super) fn undescribed(name: &str) -> Vec<Token> {
    let outside = match name.split_once('(') {
        Some((before, after)) if before.chars().any(char::is_alphanumeric) => {
            // What is in brackets tells one branch of a firm from another.
            match after.split_once(')') {
                Some((_, rest)) if rest.chars().any(char::is_alphanumeric) => name,
                _ => before,
            }
        }
        _ => name,
    };
    let mut segments = outside
        .split(',')
        .map(tokens)
        .filter(|segment| !segment.is_empty());
    let mut first = segments.next().unwrap_or_default();
    for segment in segments {
        let title = |tokens: &[Token]| tokens.iter().any(Token::is_title);
        if is_ending(&segment) {
            first.extend(segment);
        } else if title(&first) && !title(&segment) && segment.iter().all(|t| !t.describes()) {
            first = segment;
        } else if segment.iter().any(Token::describes)
            || title(&segment)
            || segment.iter().all(is_number)
        {
            break;
        } else {
            first = segment.into_iter().chain(first).collect();
        }
    }
    let start = first
        .iter()
        .rposition(Token::describes)
        .map_or(0, |at| at + 1);
    let name = &first[start..];
    if name.iter().any(Token::names) && !name[0].connects() {
        first.drain(..start);
    }
    first
}

/// Whether a segment after a comma is a suffix, a degree or a legal form.
fn is_ending(segment: &[Token]) -> bool {
    let alone = |one: &Token| one.meaning.suffix.is_some() || one.meaning.degree;
    matches!(segment, [one] if alone(one)) || legal_form_of(segment).is_some()
}

fn is_number(token: &Token) -> bool {
    token.folded.bytes().all(|b| b.is_ascii_digit())
}

/// The words of a segment. Letters with points between them are one word; a possessive `'s` goes.
fn tokens(segment: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for chunk in segment.split_whitespace() {
        let bare = chunk.trim_matches(|c: char| !c.is_alphanumeric() && c != '&');
        let possessive = ["'s", "’s"].iter().find_map(|end| bare.strip_suffix(end));
        if chunk == "'s" || chunk == "’s" {
            continue;
        }
        let bare = possessive.unwrap_or(bare);
        let letters: Vec<&str> = bare.split('.').collect();
        if letters.len() > 1 && letters.iter().all(|letter| letter.chars().count() == 1) {
            tokens.push(Token::new(&letters.concat(), true));
        } else {
            tokens.extend(words(bare).map(|word| Token::new(word, false)));
        }
    }
    tokens.retain(|token| !token.folded.is_empty() && token.folded != "the");
    with_saints(tokens)
}

/// Writes out "St.", "Mt." and "Ft." before a name; a saint and the name are one word, for nobody
/// called St. John is a John.
fn with_saints(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let last = tokens.len().saturating_sub(1);
    for (at, token) in tokens.into_iter().enumerate() {
        let token = match at < last {
            true => token.written_out(),
            false => token,
        };
        match joined.pop_if(|before| before.is_saint() && token.upper) {
            Some(saint) => joined.push(saint.with(token)),
            None => joined.push(token),
        }
    }
    joined
}

/// Takes the legal forms off both ends, while something is left; their rows of the table.
pub(super) fn take_legal_forms(tokens: &mut Vec<Token>) -> Vec<usize> {
    let mut found = Vec::new();
    while let [first, .., last] = tokens.as_slice() {
        let lengths = (1..tokens.len()).rev().skip_while(|n| *n > MAX_LEGAL_WORDS);
        let end = lengths.clone().filter(|_| last.meaning.ends_legal_form);
        let start = lengths.filter(|_| first.meaning.begins_legal_form);
        let ranges = end
            .map(|n| tokens.len() - n..tokens.len())
            .chain(start.map(|n| 0..n));
        let form = |range: Range<usize>| Some((legal_form_of(&tokens[range.clone()])?, range));
        let Some((row, range)) = ranges.into_iter().find_map(form) else {
            break;
        };
        tokens.drain(range);
        found.push(row);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The row of the legal form that the words are.
fn legal_form_of(tokens: &[Token]) -> Option<usize> {
    match tokens {
        [one] => legal_form(&one.folded),
        _ => {
            let words: Vec<&str> = tokens.iter().map(|token| token.folded.as_str()).collect();
            legal_form(&words.join(" "))
        }
    }
}

/// Takes degrees, and what tells father from son, off the end.
pub(super) fn take_suffix(tokens: &mut Vec<Token>) -> Option<&'static str> {
    let mut suffix = None;
    while let [.., _, last] = tokens.as_slice() {
        if last.meaning.suffix.is_some() && tokens.len() > 2 {
            suffix = last.meaning.suffix;
        } else if !last.meaning.degree {
            break;
        }
        tokens.pop();
    }
    suffix
}

/// Takes offices off the front, with what stands before them ("U.S. Attorney Ann Lee"). An
/// office that is itself named ("President of the United States", "Mayor's Office") stays.
pub(super) fn take_offices(tokens: &mut Vec<Token>) -> Vec<Token> {
    let office = |token: &Token| token.is_title() && !token.meaning.title_that_names;
    let organisation = |token: &Token| token.meaning.organisation;
    let start = tokens.iter().rposition(office).map_or(0, |at| at + 1);
    let name = &tokens[start..];
    if name.is_empty() || name[0].connects() || name.iter().any(organisation) {
        return Vec::new();
    }
    tokens.drain(..start).collect()
}

/// Takes titles that might be names off the front, while two words are left.
pub(super) fn take_titles(tokens: &mut Vec<Token>) -> Vec<Token> {
    let mut taken = Vec::new();
    while tokens.len() > 2 && tokens[0].is_title() && !tokens[1].connects() {
        taken.push(tokens.remove(0));
    }
    taken
}

/// No legal form has more words.
const MAX_LEGAL_WORDS: usize = 5;
