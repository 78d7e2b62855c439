//! A name, read once: its parts, and what was around them.

use std::ops::Range;

use super::meaning::{Meaning, legal_form, meaning};
use super::spelling;
use super::words::{ABBREVIATIONS, Address, NICKNAMES, SPELLINGS};
use crate::text::normal::{Form, fold, words};

/// A name without titles, roles, descriptions and legal forms.
#[derive(Clone, Debug, Default)]
pub struct NameKey {
    /// All that was written, by its normal form.
    pub(super) form: String,
    /// The parts of the name, in order: given names first where the name was inverted by a comma.
    pub(super) parts: Vec<Part>,
    /// Whom the form of address before it is for.
    pub(super) address: Option<Address>,
    /// Jr., III and the like.
    pub(super) suffix: Option<&'static str>,
    /// The legal forms, as rows of their table, ascending.
    pub(super) legal: Vec<usize>,
    /// Whether a word or a legal form says that this is an organisation.
    pub(super) is_organisation: bool,
    /// Whether the name is written in capitals without points: "NATO".
    pub(super) may_be_acronym: bool,
}

/// One word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The word, folded.
    pub text: String,
    /// Which row of the table of particles it is in, if it stands inside a name.
    pub(super) particle: Option<usize>,
}

impl NameKey {
    /// Reads a name. Costs its length. What is too long for a name has no parts.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let mut key = Self {
            form: Form::Name.of(name),
            ..Self::default()
        };
        if name.len() > MAX_LENGTH {
            return key;
        }
        let mut tokens = undescribed(name);
        key.legal = take_legal_forms(&mut tokens);
        key.suffix = take_suffix(&mut tokens);
        let offices = take_offices(&mut tokens);
        key.is_organisation =
            !key.legal.is_empty() || tokens.iter().any(|token| token.meaning.organisation);
        let titles = match key.is_organisation {
            true => Vec::new(),
            false => take_titles(&mut tokens),
        };
        let mut taken = offices.iter().chain(&titles);
        key.address = taken.find_map(|token| token.meaning.address);
        key.may_be_acronym = matches!(tokens.as_slice(), [one] if one.is_acronym());
        key.parts = parts(tokens);
        key
    }

    /// The parts of the name, in order.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The acronym that the name would have: "nato". Empty for names of one part.
    #[must_use]
    pub fn acronym(&self) -> String {
        if self.parts.len() < 2 {
            return String::new();
        }
        let spoken = self
            .parts
            .iter()
            .filter(|part| !meaning(&part.text).connects);
        spoken.filter_map(|part| part.text.chars().next()).collect()
    }

    /// All parts without the spaces between them.
    pub(super) fn joined(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }
}

impl Part {
    /// Whether it is the first letter of a name only.
    #[must_use]
    pub fn is_initial(&self) -> bool {
        self.text.len() == 1 && self.text.bytes().all(|b| b.is_ascii_alphabetic())
            || self.text.chars().count() == 1
                && !self.text.is_ascii()
                && spelling::has_case(&self.text)
    }

    /// Whether two parts are one word, or one is the initial of the other.
    pub(super) fn is(&self, other: &Self) -> bool {
        if self.is_initial() || other.is_initial() {
            return self.text.chars().next() == other.text.chars().next();
        }
        self.text == other.text || (self.particle.is_some() && self.particle == other.particle)
    }

    /// Whether two parts can stand for one word: also spelled as it sounds, or short for the other.
    pub(super) fn fits(&self, other: &Self) -> bool {
        let short_for = |short: &str, long: &str| {
            let of = |(nick, names): &(&str, &[&str])| *nick == short && names.contains(&long);
            NICKNAMES.iter().any(of)
        };
        self.is(other)
            || spelling::sound_alike(&self.text, &other.text)
            || short_for(&self.text, &other.text)
            || short_for(&other.text, &self.text)
    }

    /// Whether two parts are spellings of one common name.
    pub(super) fn is_spelling_of(&self, other: &Self) -> bool {
        let has = |row: &[&str], part: &Self| row.contains(&&*part.text);
        SPELLINGS
            .iter()
            .any(|row| has(row, self) && has(row, other))
    }
}

/// A word as it stands in a name.
#[derive(Clone, Debug)]
struct Token {
    folded: String,
    meaning: Meaning,
    /// Whether it begins with a capital, or with a letter that has no case, or a digit.
    upper: bool,
    /// Whether it was written as letters with points between them.
    dotted: bool,
    /// Whether all letters are capitals.
    capitals: bool,
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
        }
    }

    fn is_title(&self) -> bool {
        self.meaning.title
    }

    fn is_acronym(&self) -> bool {
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

/// The words that name, without those that describe: "Apple executive Steve Jobs", "Steve Jobs,
/// founder of Apple", "Jobs (53)". An inverted name ("Lee, Ann") is put in order.
fn undescribed(name: &str) -> Vec<Token> {
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
    tokens
}

/// Takes the legal forms off both ends, while something is left; their rows of the table.
fn take_legal_forms(tokens: &mut Vec<Token>) -> Vec<usize> {
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
fn take_suffix(tokens: &mut Vec<Token>) -> Option<&'static str> {
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

/// Takes offices off the front, with what stands before them ("U.S. President Barack Obama"). An
/// office that is named by itself ("President of the United States") stays.
fn take_offices(tokens: &mut Vec<Token>) -> Vec<Token> {
    let office = |token: &Token| token.is_title() && !token.meaning.title_that_names;
    match tokens.iter().rposition(office) {
        Some(at) if tokens.get(at + 1).is_some_and(|next| !next.connects()) => {
            tokens.drain(..=at).collect()
        }
        _ => Vec::new(),
    }
}

/// Takes titles that might be names off the front, while two words are left.
fn take_titles(tokens: &mut Vec<Token>) -> Vec<Token> {
    let mut taken = Vec::new();
    while tokens.len() > 2 && tokens[0].is_title() && !tokens[1].connects() {
        taken.push(tokens.remove(0));
    }
    taken
}

fn parts(tokens: Vec<Token>) -> Vec<Part> {
    let alone = tokens.len() == 1;
    let mut parts = Vec::with_capacity(tokens.len());
    for token in tokens {
        let written_out = ABBREVIATIONS
            .iter()
            .find(|(short, _)| *short == token.folded && token.capitals && !alone);
        if let Some((_, words)) = written_out {
            parts.extend(words.iter().map(|word| Part::new((*word).into())));
        } else if token.dotted && !alone {
            parts.extend(token.folded.chars().map(|c| Part::new(c.to_string())));
        } else {
            parts.push(Part::new(token.folded));
        }
    }
    if let [_, rest @ ..] = parts.as_mut_slice() {
        for part in rest {
            part.particle = meaning(&part.text).particle;
        }
    }
    parts
}

/// What is longer than this, in bytes, is not a name.
const MAX_LENGTH: usize = 300;

/// No legal form has more words.
const MAX_LEGAL_WORDS: usize = 5;

impl Part {
    fn new(text: String) -> Self {
        Self {
            text,
            particle: None,
        }
    }
}
