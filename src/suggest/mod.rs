//! What a vocabulary could say so that more of a story is compared.
//!
//! In: a report. Out: suggestions as data, in the order in which they help: terms to declare, labels and
//! names that may be one, dates of publication. Nothing of it is known: each says why, and [`stanza`] writes
//! them for somebody to delete what is wrong. [`weigh`] sets aside what would hide something that was found.

mod collect;
mod declared;
mod kept;
mod spelling;
mod stanza;

use std::collections::BTreeMap;

use crate::value::sentence::counted;

pub use collect::suggestions;
pub use declared::{Declarations, Declared};
pub use kept::keeps;
pub use stanza::{declaration, stanza};

/// What sort of thing a suggestion is about, in the order of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Terms of a property.
    Terms,
    /// Labels of properties that may be one.
    Label,
    /// Names of entities that may be one.
    Name,
    /// A day of publication, which no vocabulary can give.
    Published,
}

/// Something that a vocabulary, or an article, could say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What sort of thing it is.
    pub sort: Sort,
    /// The property, the entity or the article that it is about.
    pub name: String,
    /// The terms, or the aliases; empty for a day of publication.
    pub values: Vec<String>,
    /// Why, in one sentence without a final stop.
    pub why: String,
    /// Why it is written as a comment only, if it is.
    pub aside: Option<String>,
}

/// So many suggestions are tried one by one.
const MOST: usize = 200;

/// Sets aside each suggestion with which something would no longer be found.
///
/// `holds` tells of a stanza whether all is found beside it that is found without.
#[must_use]
pub fn weigh(mut all: Vec<Suggestion>, holds: &mut dyn FnMut(&str) -> bool) -> Vec<Suggestion> {
    let is_tried = |it: &Suggestion| it.aside.is_none() && it.sort != Sort::Published;
    if !all.iter().any(is_tried) || holds(&stanza(&all)) {
        return all;
    }
    let tried: Vec<usize> = (0..all.len()).filter(|at| is_tried(&all[*at])).collect();
    for at in &tried {
        all[*at].aside = Some("it was not tried".to_owned());
    }
    for at in tried.into_iter().take(MOST) {
        let aside = all[at].aside.take();
        if !holds(&stanza(&all)) {
            all[at].aside = aside.and(Some(
                "with it, something that is found now would be found no more".to_owned(),
            ));
        }
    }
    all
}

/// How many there are of each sort, in a clause: "terms for 2 properties; the date of 1 article". Nothing where a
/// vocabulary would add nothing: what is set aside does not count, and days of publication are told elsewhere.
#[must_use]
pub fn in_short(suggestions: &[Suggestion]) -> Option<String> {
    let mut counts: BTreeMap<Sort, usize> = BTreeMap::new();
    for suggestion in suggestions.iter().filter(|it| it.aside.is_none()) {
        *counts.entry(suggestion.sort).or_default() += 1;
    }
    if counts.keys().all(|sort| *sort == Sort::Published) {
        return None;
    }
    let words = counts.into_iter().map(|(sort, count)| match sort {
        Sort::Terms => format!("terms for {}", properties(count)),
        Sort::Label => format!("{} that may ask what others ask", counted(count, "label")),
        Sort::Name => format!("{} that may be others", counted(count, "name")),
        Sort::Published => format!("the date of {}", counted(count, "article")),
    });
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| words.join("; "))
}

fn properties(count: usize) -> String {
    match count {
        1 => "1 property".to_owned(),
        _ => format!("{count} properties"),
    }
}
