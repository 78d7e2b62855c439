//! A name, read once: its parts, and what was around them.

use super::meaning::meaning;
use super::reading::{
    Token, take_legal_forms, take_offices, take_suffix, take_titles, undescribed,
};
use super::spelling::{self, Heard};
use super::words::{ABBREVIATIONS, Address, PARTICLES};
use crate::text::normal::Form;

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
    /// Whether the name is one word in capitals: "NATO".
    pub(super) may_be_acronym: bool,
    /// Whether such a word may be the initials of somebody: "N.N.", "RL".
    pub(super) may_be_initials: bool,
    /// How its parts sound together.
    heard: Heard,
}

/// One word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The word, folded.
    pub text: String,
    /// Whether it was written with a capital, or has no case.
    pub(super) capital: bool,
    /// Whether it alone was written in capitals, so that none of its letters is an initial.
    pub(super) acronym: bool,
    /// The word with "oe" for ö and the like, where it was written with such a letter.
    pub(super) spelled_out: Option<String>,
    /// Which row of the table of particles it is in, if it stands inside a name.
    pub(super) particle: Option<usize>,
    /// How the word sounds.
    heard: Heard,
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
        let is_organisation = |tokens: &[Token]| tokens.iter().any(|it| it.meaning.organisation);
        // The II of a fund is a number.
        if key.legal.is_empty() && !is_organisation(&tokens) {
            key.suffix = take_suffix(&mut tokens);
        }
        let offices = take_offices(&mut tokens);
        key.is_organisation = !key.legal.is_empty() || is_organisation(&tokens);
        let titles = match key.is_organisation {
            true => Vec::new(),
            false => take_titles(&mut tokens),
        };
        let mut taken = offices.iter().chain(&titles);
        key.address = taken.find_map(|token| token.meaning.address);
        if let [one] = tokens.as_slice() {
            key.may_be_acronym = one.is_acronym();
            key.may_be_initials = one.dotted || one.folded.len() == 2;
        }
        key.parts = parts(tokens);
        key
    }

    /// The parts of the name, in order.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// All that was written, by its normal form.
    #[must_use]
    pub fn form(&self) -> &str {
        &self.form
    }

    /// Whether a folded word stands inside names without a capital: "of", "van".
    #[must_use]
    pub fn is_inner_word(word: &str) -> bool {
        let meaning = meaning(word);
        meaning.connects || meaning.particle.is_some()
    }

    /// Whether the last parts of two names are one word.
    pub(super) fn ends_like(&self, other: &Self) -> bool {
        matches!((self.parts.last(), other.parts.last()), (Some(l), Some(r)) if l.text == r.text)
    }

    /// Whether it is a surname or a given name alone: one part, or one with particles before it.
    #[must_use]
    pub fn is_single(&self) -> bool {
        match self.parts.as_slice() {
            [] => false,
            [_] => true,
            [before @ .., _] => {
                let particle = |part: &Part| meaning(&part.text).particle.is_some();
                !self.is_organisation && before.iter().all(particle)
            }
        }
    }

    /// Whether a form of address says whether it is a man or a woman.
    #[must_use]
    pub fn is_addressed(&self) -> bool {
        self.address.is_some()
    }

    /// Whether the forms of address of two names are for a man and for a woman.
    #[must_use]
    pub fn contradicts(&self, other: &Self) -> bool {
        matches!((self.address, other.address), (Some(l), Some(r)) if l != r)
    }

    /// Whether it can be the name of a person: no word says that it is an organisation, a place or an
    /// event, and it is not what somebody has or is to the one who is named: "spending of Lee", "Lee's
    /// lawyer", "City spokesman".
    #[must_use]
    pub fn may_be_person(&self) -> bool {
        let other = |first: &Part| {
            let meaning = meaning(&first.text);
            meaning.place || (self.parts.len() > 1 && !first.capital && meaning.particle.is_none())
        };
        let role = |last: &Part| {
            let meaning = meaning(&last.text);
            let office = meaning.title && !meaning.title_that_names;
            self.parts.len() > 1 && (!last.capital || meaning.happening || office)
        };
        !self.is_organisation
            && self.couples() == 0
            && !self.parts.first().is_some_and(other)
            && !self.parts.last().is_some_and(role)
    }

    /// Whether it can mean the same without what is around it: there was nothing, or a legal form.
    /// "Ms. Johnson" may be one of many.
    #[must_use]
    pub fn stands_alone(&self) -> bool {
        !self.legal.is_empty() || self.letters().eq(self.form.bytes())
    }

    /// Whether the name bears a single name: as its surname, its given name or its acronym.
    #[must_use]
    pub fn bears(&self, single: &Self) -> bool {
        let parts = single.parts.as_slice();
        if parts.is_empty() || self.contradicts(single) {
            return false;
        }
        // Nobody in "House of Lee" need be a Lee.
        let connected = self.parts.iter().any(Part::connects);
        let surname = || !connected && same_text(self.parts.iter().rev(), parts.iter().rev());
        let given = || same_text(self.parts.iter(), parts.iter());
        (self.may_be_person() && (surname() || given())) || single.abbreviates(self)
    }

    /// Whether the name is the acronym of another. Initials are none of what may be a person's name.
    #[must_use]
    pub fn abbreviates(&self, long: &Self) -> bool {
        let initials = self.may_be_initials && long.may_be_person();
        self.has_initials_of(long) && (!initials || self.is_common_abbreviation(long))
    }

    /// Whether the name is the initials of another, which cannot be a person's.
    pub(super) fn has_initials_of(&self, long: &Self) -> bool {
        let initials = |part: &Part| part.text == long.acronym();
        self.may_be_acronym && self.parts.first().is_some_and(initials)
    }

    fn is_common_abbreviation(&self, long: &Self) -> bool {
        let long = || long.parts.iter().map(|part| part.text.as_str());
        let is_row = |(short, words): &(&str, &[&str])| {
            self.parts.first().is_some_and(|part| part.text == *short)
                && long().eq(words.iter().copied())
        };
        ABBREVIATIONS.iter().any(is_row)
    }

    /// How many names stand beside each other in it: "Tom and Ann Marsh" are two people.
    pub(super) fn couples(&self) -> usize {
        self.parts.iter().filter(|part| part.text == "and").count()
    }

    /// Whether the name bears a single name as its surname.
    #[must_use]
    pub fn has_surname(&self, single: &Self) -> bool {
        let last = |key: &Self| key.parts.last().map(|part| part.text.clone());
        self.parts.len() > 1 && last(self) == last(single) && self.bears(single)
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
            .filter(|part| part.capital && !part.connects());
        spoken.filter_map(|part| part.text.chars().next()).collect()
    }

    /// All parts without the spaces between them.
    #[must_use]
    pub fn joined(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }

    /// The bytes of all parts, likewise.
    pub(super) fn letters(&self) -> impl Iterator<Item = u8> {
        self.parts.iter().flat_map(|part| part.text.bytes())
    }

    /// How all parts sound, likewise.
    pub(super) fn sound(&self) -> &str {
        self.heard.or(|| self.joined())
    }
}

impl Part {
    /// The word, or for a particle the one that stands for its spellings.
    #[must_use]
    pub fn canonical(&self) -> &str {
        self.particle.map_or(&self.text, |row| PARTICLES[row][0])
    }

    /// Whether it is the first letter of a name only.
    #[must_use]
    pub fn is_initial(&self) -> bool {
        self.text.len() == 1 && self.text.bytes().all(|b| b.is_ascii_alphabetic())
            || self.text.chars().count() == 1
                && !self.text.is_ascii()
                && spelling::has_case(&self.text)
    }

    /// Whether it connects other parts: "of", but not "de".
    pub(super) fn connects(&self) -> bool {
        let meaning = meaning(&self.text);
        meaning.connects && meaning.particle.is_none()
    }

    /// Whether two parts are one word, or one is the initial of the other.
    pub(super) fn is(&self, other: &Self) -> bool {
        if self.is_initial() || other.is_initial() {
            let acronym = self.acronym || other.acronym;
            return !acronym && self.text.chars().next() == other.text.chars().next();
        }
        self.text == other.text || (self.particle.is_some() && self.particle == other.particle)
    }

    /// Whether two parts can stand for one word: also spelled otherwise, or short for the other.
    pub(super) fn fits(&self, other: &Self) -> bool {
        let short_for = |short: &str, long: &str| spelling::written_out(short).contains(&long);
        let spelled = |one: &Self, other: &Self| one.spelled_out.as_ref() == Some(&other.text);
        self.is(other)
            || spelled(self, other)
            || spelled(other, self)
            || self.sounds_like(other)
            || self.is_spelling_of(other)
            || short_for(&self.text, &other.text)
            || short_for(&other.text, &self.text)
    }

    /// Whether two parts are spellings of one common name.
    fn is_spelling_of(&self, other: &Self) -> bool {
        let row = self.row();
        row.is_some() && row == other.row()
    }

    /// How it sounds.
    pub(super) fn sound(&self) -> &str {
        self.heard.of(&self.text)
    }

    /// The row of common names of which it is a spelling.
    pub(super) fn row(&self) -> Option<usize> {
        spelling::row(&self.text, &self.heard)
    }

    fn sounds_like(&self, other: &Self) -> bool {
        spelling::may_sound_alike(&self.text, &other.text) && self.sound() == other.sound()
    }
}

fn parts(tokens: Vec<Token>) -> Vec<Part> {
    let alone = tokens.len() == 1;
    let shouted = tokens.iter().all(|token| token.capitals);
    let mut parts = Vec::with_capacity(tokens.len());
    for token in tokens {
        let written_out = ABBREVIATIONS
            .iter()
            .find(|(short, _)| *short == token.folded && token.capitals && !alone);
        if let Some((_, words)) = written_out {
            parts.extend(words.iter().map(|word| Part::new((*word).into(), true)));
        } else if token.dotted && !alone {
            parts.extend(token.folded.chars().map(|c| Part::new(c.to_string(), true)));
        } else {
            let acronym = token.capitals && !token.dotted && !shouted;
            parts.push(Part {
                acronym: acronym && token.folded.len() > 1,
                spelled_out: token.spelled_out,
                ..Part::new(token.folded, token.upper)
            });
        }
    }
    if let [_, rest @ ..] = parts.as_mut_slice() {
        for part in rest {
            part.particle = meaning(&part.text).particle;
        }
    }
    parts
}

/// Whether the name, read from one end, begins with the parts of the other.
fn same_text<'a>(
    mut name: impl Iterator<Item = &'a Part>,
    mut parts: impl Iterator<Item = &'a Part>,
) -> bool {
    parts.all(|part| name.next().is_some_and(|other| other.text == part.text))
}

/// What is longer than this, in bytes, is not a name.
const MAX_LENGTH: usize = 300;

impl Part {
    fn new(text: String, capital: bool) -> Self {
        Self {
            text,
            capital,
            acronym: false,
            spelled_out: None,
            particle: None,
            heard: Heard::default(),
        }
    }
}
