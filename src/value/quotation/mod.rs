//! Direct quotes: the same passage, a fragment of it, the passage in other words, or another one.
//!
//! In: the words between the quotation marks. Out: a [`Passage`], in which punctuation, spacing,
//! case, ellipses and \[insertions\] do not count. A quote is evidence: two quotes that differ are
//! never two values in conflict, and [`Passage::differences`] says which words differ.

mod alignment;
mod explain;
mod stretches;

use std::hash::{Hash, Hasher};

use alignment::Alignment;
pub use explain::explain;
pub use stretches::{Stretch, Stretches};

use super::{Extent, Kind, Reason, Refusal, Relation, Value};
use crate::text::normal::{fold_into, words};

/// The words of a quote, normalised. Two are equal where their words are.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The folded words, each between single spaces: " a second chance ".
    forms: Box<str>,
    /// The same words as written, likewise.
    written: Box<str>,
    /// Before which words something was left out, ascending: ellipses and insertions.
    breaks: Box<[usize]>,
}

impl Passage {
    /// How two quotes stand. Linear where one holds the other; else as long as an alignment takes.
    #[must_use]
    pub fn relate(&self, other: &Self) -> Relation {
        if self == other {
            Relation::Equal
        } else if self.is_within(other) {
            Relation::Within
        } else if other.is_within(self) {
            Relation::Contains
        } else {
            let shorter = self.words().count().min(other.words().count());
            if self.align(other).matched * 2 < shorter {
                Relation::Incomparable(Reason::Passages)
            } else {
                Relation::Overlaps
            }
        }
    }

    /// The words that differ between two quotes of one passage, as each writes them, in order.
    ///
    /// Words that only one side has at an end, or where the other leaves something out, do not
    /// differ. Empty for different passages.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<(String, String)> {
        if self.relate(other) != Relation::Overlaps {
            return Vec::new();
        }
        let (left, right): (Vec<_>, Vec<_>) = (self.written().collect(), other.written().collect());
        self.align(other)
            .differences
            .into_iter()
            .map(|(l, r)| (left[l].join(" "), right[r].join(" ")))
            .collect()
    }

    /// The alignment of two quotes, whichever comes first: of two that are equally good, the choice
    /// must not depend on the side.
    fn align(&self, other: &Self) -> Alignment {
        if (&self.forms, &self.breaks) <= (&other.forms, &other.breaks) {
            return alignment::align(self, other);
        }
        alignment::align(other, self).swapped()
    }

    /// The words as written, without what stood between them.
    #[must_use]
    pub fn describe(&self) -> String {
        format!("“{}”", self.written.trim())
    }

    /// The words of a quote; `None` where it has none outside brackets.
    #[must_use]
    pub fn of(quote: &str) -> Option<Self> {
        passage(quote)
    }

    /// The folded words, each between single spaces.
    #[must_use]
    pub fn forms(&self) -> &str {
        &self.forms
    }

    /// How many words it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words().count()
    }

    /// Whether it has no words; no passage is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The folded words.
    fn words(&self) -> impl Iterator<Item = &str> {
        self.forms.split_ascii_whitespace()
    }

    fn written(&self) -> impl Iterator<Item = &str> {
        self.written.split_ascii_whitespace()
    }

    /// Whether each fragment is found in the other quote, in order.
    fn is_within(&self, other: &Self) -> bool {
        let mut rest = &*other.forms;
        for fragment in self.fragments() {
            let Some(at) = rest.find(fragment) else {
                return false;
            };
            // The space at the end also begins what follows.
            rest = &rest[at + fragment.len() - 1..];
        }
        true
    }

    /// The stretches between ellipses, each with a space at both ends.
    fn fragments(&self) -> impl Iterator<Item = &str> {
        let mut breaks = self.breaks.iter();
        let (mut word, mut start, mut done) = (0, 0, false);
        std::iter::from_fn(move || {
            if done {
                return None;
            }
            let length = breaks
                .next()
                .map(|at| at - std::mem::replace(&mut word, *at));
            done = length.is_none();
            let end = match length {
                Some(n) => nth_space(&self.forms[start..], n).map(|space| start + space),
                None => None,
            }
            .unwrap_or(self.forms.len() - 1);
            let fragment = &self.forms[start..=end];
            start = end;
            Some(fragment)
        })
    }
}

impl PartialEq for Passage {
    fn eq(&self, other: &Self) -> bool {
        self.forms == other.forms
    }
}

impl Eq for Passage {}

impl Hash for Passage {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.forms.hash(state);
    }
}

/// Reads a quote.
///
/// # Errors
///
/// Refuses a quote without words.
pub fn read(text: &str) -> Result<Value, Refusal> {
    let passage = passage(text).ok_or_else(|| Refusal {
        why: format!("{text:?} has no words outside brackets"),
        hint: "Quote at least one word.".into(),
    })?;
    Ok(Value {
        kind: Kind::Quotation,
        extent: Extent::Quotation(passage),
        likely: None,
        counted: None,
        otherwise: None,
        figure: None,
        unit: None,
        hedge: None,
    })
}

fn passage(text: &str) -> Option<Passage> {
    let mut forms = String::with_capacity(text.len() + 2);
    forms.push(' ');
    let mut written = forms.clone();
    written.reserve(text.len() + 1);
    let (mut n_words, mut breaks) = (0, Vec::new());
    for stretch in stretches(text) {
        if n_words > 0 && breaks.last() != Some(&n_words) {
            breaks.push(n_words);
        }
        for word in words(stretch) {
            let end = forms.len();
            fold_into(word, &mut forms);
            if forms.len() == end {
                continue;
            }
            forms.push(' ');
            written.push_str(word);
            written.push(' ');
            n_words += 1;
        }
    }
    breaks.retain(|at| *at < n_words);
    (n_words > 0).then(|| Passage {
        forms: forms.into(),
        written: written.into(),
        breaks: breaks.into(),
    })
}

/// The text between ellipses and bracketed insertions.
fn stretches(text: &str) -> impl Iterator<Item = &str> {
    let (whole, parts) = match leaves_out(text) {
        false => (Some(text), None),
        true => (None, Some(text)),
    };
    let parts = parts
        .into_iter()
        .flat_map(|text| text.split('[').enumerate())
        .flat_map(|(at, part)| match part.split_once(']') {
            Some((_, after)) if at > 0 => after.split("..."),
            _ => part.split("..."),
        })
        .flat_map(|part| part.split('…'))
        .flat_map(|part| part.split(". ."));
    whole.into_iter().chain(parts)
}

/// Whether a text may have an ellipsis or brackets. Most have none.
fn leaves_out(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b'[', b'.', 0xe2, bytes).any(|at| match bytes[at] {
        b'.' => matches!(bytes.get(at + 1..), Some([b'.', ..] | [b' ', b'.', ..])),
        _ => true,
    })
}

/// Where the space after the n-th word is, in words that each stand between single spaces.
fn nth_space(forms: &str, n: usize) -> Option<usize> {
    forms.match_indices(' ').nth(n).map(|(at, _)| at)
}
