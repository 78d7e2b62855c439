//! What a word may mean inside a name: the tables of words, turned round for look-up.

use std::sync::LazyLock;

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use super::words::{
    ADDRESSES, Address, CONNECTIVES, DEGREES, HAPPENINGS, LEGAL_FORMS, LEGAL_FORMS_AHEAD,
    ORGANISATIONS, PARTICLES, PLACES, SUFFIXES, TITLES, TITLES_THAT_NAME,
};

/// All that a folded word may be.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Meaning {
    /// A title or role.
    pub(super) title: bool,
    /// A title that may also be a name.
    pub(super) title_that_names: bool,
    /// Whom a title addresses.
    pub(super) address: Option<Address>,
    /// The row of the table of particles.
    pub(super) particle: Option<usize>,
    /// Father or son.
    pub(super) suffix: Option<&'static str>,
    /// A degree.
    pub(super) degree: bool,
    /// A word that connects parts.
    pub(super) connects: bool,
    /// A word in the names of organisations.
    pub(super) organisation: bool,
    /// A last word in the names of events and things.
    pub(super) happening: bool,
    /// A word before the names of places.
    pub(super) place: bool,
    /// The last word of a legal form.
    pub(super) ends_legal_form: bool,
    /// The first word of a legal form that may stand ahead of a name.
    pub(super) begins_legal_form: bool,
}

/// What the folded word may be; nothing for all others.
pub(super) fn meaning(word: &str) -> Meaning {
    MEANINGS.get(word).copied().unwrap_or_default()
}

/// The row of the legal form that the folded words are.
pub(super) fn legal_form(words: &str) -> Option<usize> {
    LEGAL.get(words).copied()
}

static LEGAL: LazyLock<IndexMap<&str, usize, FnvBuildHasher>> = LazyLock::new(|| {
    let rows = LEGAL_FORMS.iter().enumerate();
    rows.flat_map(|(row, forms)| forms.iter().map(move |form| (*form, row)))
        .collect()
});

static MEANINGS: LazyLock<IndexMap<&str, Meaning, FnvBuildHasher>> = LazyLock::new(|| {
    let mut words: IndexMap<&str, Meaning, FnvBuildHasher> = IndexMap::default();
    let mut mark =
        |word: &'static str, set: &dyn Fn(&mut Meaning)| set(words.entry(word).or_default());
    for word in TITLES.split_whitespace() {
        mark(word, &|m| m.title = true);
    }
    for word in TITLES_THAT_NAME.split_whitespace() {
        mark(word, &|m| m.title_that_names = true);
    }
    for (word, address) in ADDRESSES {
        mark(word, &|m| m.address = Some(*address));
    }
    for (row, spellings) in PARTICLES.iter().enumerate() {
        for word in *spellings {
            mark(word, &|m| m.particle = Some(row));
        }
    }
    for (word, suffix) in SUFFIXES {
        mark(word, &|m| m.suffix = Some(suffix));
    }
    for word in DEGREES.split_whitespace() {
        mark(word, &|m| m.degree = true);
    }
    for word in CONNECTIVES.split_whitespace() {
        mark(word, &|m| m.connects = true);
    }
    for word in ORGANISATIONS.split_whitespace() {
        mark(word, &|m| m.organisation = true);
    }
    for word in HAPPENINGS.split_whitespace() {
        mark(word, &|m| m.happening = true);
    }
    for word in PLACES.split_whitespace() {
        mark(word, &|m| m.place = true);
    }
    let ahead: Vec<&str> = LEGAL_FORMS_AHEAD.split_whitespace().collect();
    for form in LEGAL_FORMS.iter().copied().flatten() {
        let (first, last) = match (form.split_once(' '), form.rsplit_once(' ')) {
            (Some((first, _)), Some((_, last))) => (Some(first), last),
            _ => (ahead.contains(form).then_some(*form), *form),
        };
        mark(last, &|m| m.ends_legal_form = true);
        if let Some(first) = first {
            mark(first, &|m| m.begins_legal_form = true);
        }
    }
    words
});
