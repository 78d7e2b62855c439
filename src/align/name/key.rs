//! A name, read once: its parts, and what was around them.

use super::spelling;
use super::words::{
    ABBREVIATIONS, CONNECTIVES, DEGREES, LEGAL_FORMS, LEGAL_FORMS_AHEAD, NICKNAMES, ORGANISATIONS,
    PARTICLES, SPELLINGS, SUFFIXES, TITLES, TITLES_THAT_NAME,
};
use crate::text::normal::{Form, fold, words};

/// A name without titles, roles, descriptions and legal forms.
#[derive(Clone, Debug, Default)]
pub struct NameKey {
    /// All that was written, by its normal form.
    pub(super) form: String,
    /// The parts of the name, in order: given names first where the name was inverted by a comma.
    pub(super) parts: Vec<Part>,
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
    /// How it sounds, in Latin letters.
    pub(super) sound: String,
    /// Which row of the table of particles it is in, if it stands inside a name.
    pub(super) particle: Option<usize>,
}

impl NameKey {
    /// Reads a name. Costs its length.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let mut key = Self {
            form: Form::Name.of(name),
            ..Self::default()
        };
        let mut tokens = undescribed(name);
        key.legal = take_legal_forms(&mut tokens);
        key.suffix = take_suffix(&mut tokens);
        take_offices(&mut tokens);
        key.is_organisation = !key.legal.is_empty()
            || tokens
                .iter()
                .any(|token| ORGANISATIONS.contains(&&*token.folded));
        if !key.is_organisation {
            take_titles(&mut tokens);
        }
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
            .filter(|part| !CONNECTIVES.contains(&&*part.text));
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
            || (self.sound == other.sound && spelling::has_sounds(&self.text, &other.text))
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
    /// Whether it begins with a capital, or with a letter that has no case, or a digit.
    upper: bool,
    /// Whether it was written as letters with points between them.
    dotted: bool,
    /// Whether all letters are capitals.
    capitals: bool,
}

impl Token {
    fn new(word: &str, dotted: bool) -> Self {
        Self {
            folded: fold(word),
            upper: !word.starts_with(char::is_lowercase),
            dotted,
            capitals: word.chars().all(char::is_uppercase),
        }
    }

    fn is_title(&self) -> bool {
        TITLES.contains(&&*self.folded)
    }

    fn is_particle(&self) -> bool {
        PARTICLES.iter().any(|row| row.contains(&&*self.folded))
    }

    fn is_acronym(&self) -> bool {
        self.capitals && (2..=6).contains(&self.folded.len())
    }

    fn connects(&self) -> bool {
        CONNECTIVES.contains(&&*self.folded)
    }

    /// Whether it can only describe: a word without a capital that no name has inside.
    fn describes(&self) -> bool {
        !self.upper && !self.is_particle() && !self.connects()
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
    match segment {
        [one] if SUFFIXES.iter().any(|(suffix, _)| *suffix == one.folded) => true,
        [one] if DEGREES.contains(&&*one.folded) => true,
        _ => legal_form(segment).is_some(),
    }
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

/// Takes the legal forms off both ends, while something is left.
fn take_legal_forms(tokens: &mut Vec<Token>) -> Vec<usize> {
    const LONGEST: usize = 5;
    let mut found = Vec::new();
    loop {
        let longest = LONGEST.min(tokens.len().saturating_sub(1));
        let at_end = (1..=longest).rev().find_map(|n| {
            Some((
                tokens.len() - n..tokens.len(),
                legal_form(&tokens[tokens.len() - n..])?,
            ))
        });
        let at_start = || {
            (1..=longest).rev().find_map(|n| {
                let ahead = n > 1 || LEGAL_FORMS_AHEAD.contains(&&*tokens[0].folded);
                Some((0..n, legal_form(&tokens[..n]).filter(|_| ahead)?))
            })
        };
        let Some((range, row)) = at_end.or_else(at_start) else {
            break;
        };
        tokens.drain(range);
        found.push(row);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The row of a legal form that the words are.
fn legal_form(tokens: &[Token]) -> Option<usize> {
    let text: Vec<&str> = tokens.iter().map(|token| token.folded.as_str()).collect();
    let text = text.join(" ");
    LEGAL_FORMS
        .iter()
        .position(|row| row.contains(&text.as_str()))
}

/// Takes degrees, and what tells father from son, off the end.
fn take_suffix(tokens: &mut Vec<Token>) -> Option<&'static str> {
    let mut suffix = None;
    while let [.., _, last] = tokens.as_slice() {
        let meaning = SUFFIXES.iter().find(|(word, _)| *word == last.folded);
        if let Some((_, meaning)) = meaning.filter(|_| tokens.len() > 2) {
            suffix = Some(*meaning);
        } else if !DEGREES.contains(&&*last.folded) {
            break;
        }
        tokens.pop();
    }
    suffix
}

/// Takes offices off the front, with what stands before them ("U.S. President Barack Obama"). An
/// office that is named by itself ("President of the United States") stays.
fn take_offices(tokens: &mut Vec<Token>) {
    let last = tokens
        .iter()
        .rposition(|token| token.is_title() && !TITLES_THAT_NAME.contains(&&*token.folded));
    if let Some(at) = last
        && tokens.get(at + 1).is_some_and(|next| !next.connects())
    {
        tokens.drain(..=at);
    }
}

/// Takes titles that might be names off the front, while two words are left.
fn take_titles(tokens: &mut Vec<Token>) {
    while tokens.len() > 2 && tokens[0].is_title() && !tokens[1].connects() {
        tokens.remove(0);
    }
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
    parts.truncate(MAX_PARTS);
    if let [_, rest @ ..] = parts.as_mut_slice() {
        for part in rest {
            part.particle = PARTICLES.iter().position(|row| row.contains(&&*part.text));
        }
    }
    parts
}

/// Names have fewer parts than this; what goes on is not a name.
const MAX_PARTS: usize = 32;

impl Part {
    fn new(text: String) -> Self {
        Self {
            sound: spelling::sound(&text),
            particle: None,
            text,
        }
    }
}
