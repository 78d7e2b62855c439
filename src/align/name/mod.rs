//! Whether two names are names of one person, organisation or place.
//!
//! In: two names as written, perhaps with titles, roles and descriptions around them. Out: a
//! [`Likeness`]. Which differences are overlooked is one table of rules, from the strictest on; the
//! first that fits decides. A false join invents a contradiction between two people, so that
//! what could be either is not a join: different given names, initials, suffixes, numbers or legal
//! forms keep names apart.
//!
//! The cost is linear in the length of the names; very long ones are compared by their words alone.

mod apposition;
mod couple;
mod key;
mod meaning;
mod meeting;
mod reading;
mod rules;
mod spelling;
mod words;

pub use apposition::described;
pub use couple::couple;
pub use key::{NameKey, Part};
pub use meeting::keys;
pub use rules::{RULES, Reach, Rule};
pub use spelling::distance;

/// How alike two names are.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// Whether they are taken for one.
    pub same: bool,
    /// How alike they are, from 0 to 1; it is shown, and decides nothing.
    pub score: f64,
    /// Why, in a few words.
    pub why: String,
}

/// Compares two names as written.
#[must_use]
pub fn compare(left: &str, right: &str) -> Likeness {
    compare_keys(&NameKey::new(left), &NameKey::new(right))
}

/// Compares two names that have been read before.
#[must_use]
pub fn compare_keys(left: &NameKey, right: &NameKey) -> Likeness {
    match rules::first(left, right, Reach::Near) {
        Ok(rule) => Likeness {
            same: true,
            score: rule.score,
            why: rule.why.into(),
        },
        Err(why) => Likeness {
            same: false,
            score: spelling::likeness(left, right),
            why: why.into(),
        },
    }
}

/// Whether two descriptions, by their normal forms, differ by a slip in one long word.
#[must_use]
pub fn is_misspelt(left: &str, right: &str) -> bool {
    let (mut left, mut right) = (left.split(' '), right.split(' '));
    let mut differing = None;
    loop {
        match (left.next(), right.next()) {
            (None, None) => break,
            (Some(l), Some(r)) if l == r => {}
            (Some(l), Some(r)) if differing.is_none() => differing = Some((l, r)),
            _ => return false,
        }
    }
    differing.is_some_and(|(l, r)| spelling::is_misspelled(l, r, false))
}

/// Why people should look at two names that may be one: they are so alike that `compare` takes them
/// for one, stand in another order, or differ in a letter. `None` for all others, and for a surname
/// alone, which only its article explains.
#[must_use]
pub fn alike(left: &NameKey, right: &NameKey) -> Option<&'static str> {
    match rules::first(left, right, Reach::Near) {
        Ok(rule) if rule.reach == Reach::Article => None,
        Ok(rule) => Some(rule.why),
        Err(_) if is_turned(left, right) => Some("the same words in another order"),
        Err(_) if is_a_letter_off(left, right) => Some("one letter is another"),
        Err(_) if is_variant(left, right) => Some("another spelling of a given name"),
        Err(_) => None,
    }
}

/// Whether two names have the same two words, each once first: in some countries surnames are.
fn is_turned(left: &NameKey, right: &NameKey) -> bool {
    let firm = left.is_organisation || right.is_organisation;
    match (left.parts.as_slice(), right.parts.as_slice()) {
        ([a, b], [c, d]) => !firm && a.text == d.text && b.text == c.text,
        _ => false,
    }
}

/// Whether two names of persons are the same but for how one given name is written: Ann and Anne, Sara
/// and Sarah.
fn is_variant(left: &NameKey, right: &NameKey) -> bool {
    let firm = left.is_organisation || right.is_organisation;
    let (Some((last, first)), Some((other_last, other_first))) =
        (left.parts.split_last(), right.parts.split_last())
    else {
        return false;
    };
    let pairs = || first.iter().zip(other_first);
    !firm
        && first.len() == other_first.len()
        && last.text == other_last.text
        && pairs().all(|(l, r)| l.text == r.text || spelling::is_variant(&l.text, &r.text))
        && pairs().any(|(l, r)| l.text != r.text)
}

/// Whether all parts of two names are the same but one, which has another letter inside: Viktor and
/// Victor. That may be another name, and joins nothing; people should look at it.
#[must_use]
pub fn is_a_letter_off(left: &NameKey, right: &NameKey) -> bool {
    let mut differing = left.parts.iter().zip(&right.parts);
    let mut differing = differing.by_ref().filter(|(l, r)| l.text != r.text);
    let one = differing.next();
    left.parts.len() == right.parts.len()
        && one.is_some_and(|(l, r)| spelling::is_a_letter_off(&l.text, &r.text))
        && differing.next().is_none()
}

/// What is known of a name beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Nothing.
    Nothing,
    /// That it is a person's.
    Person,
    /// That it is that of an organisation or a place.
    Firm,
}

/// The rule by which two names are joined across articles, if one does: stricter than [`compare`],
/// it overlooks neither spellings nor short forms, and no surname alone. `known` is what is known of
/// one of them.
#[must_use]
pub fn compare_across(left: &NameKey, right: &NameKey, known: Known) -> Option<&'static Rule> {
    let reach = match known {
        Known::Nothing => Reach::Across,
        Known::Person => Reach::Persons,
        Known::Firm => Reach::Firms,
    };
    rules::first(left, right, reach).ok()
}
