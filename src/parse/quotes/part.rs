//! A quote in its parts: what stands between ellipses and [insertions].

use super::text::is_break;
use crate::text::normal::{fold_into, words};
use crate::text::one_line;

/// One part of a quote; it has at least one word.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::parse) struct Part {
    /// Its words in normal form, a space before each.
    form: String,
    /// Where each word ends if the spaces are left out, and whether the next may be the rest of it.
    ends: Vec<(usize, bool)>,
    /// As written, without marks at its ends.
    raw: String,
    /// What stands before it.
    pub(super) gap: Gap,
}

/// What stands between a part and the one before it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Gap {
    /// What the quote puts in, in normal form.
    pub(super) inserted: String,
    /// Whether the quote shows that a sentence ended.
    pub(super) shows_end: bool,
}

impl Part {
    /// Its words in normal form, a space before each.
    pub(in crate::parse) fn form(&self) -> &str {
        &self.form
    }

    /// How many words it has.
    pub(in crate::parse) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Its words in normal form.
    pub(in crate::parse) fn words(&self) -> impl Iterator<Item = &str> {
        self.form.split(' ').filter(|word| !word.is_empty())
    }

    /// As written, without marks at its ends.
    pub(in crate::parse) fn raw(&self) -> &str {
        &self.raw
    }

    /// Where its words end if the spaces are left out, and whether each may go on behind that.
    pub(in crate::parse) fn ends(&self) -> impl Iterator<Item = (usize, bool)> {
        self.ends.iter().copied()
    }

    /// Whether one of its words may be divided.
    pub(in crate::parse) fn is_broken(&self) -> bool {
        self.ends.iter().any(|(_, may_go_on)| *may_go_on)
    }

    /// A stretch of a quote; nothing where it has no word.
    fn of(text: &str, gap: Gap) -> Option<Self> {
        let (mut form, mut ends) = (String::new(), Vec::<(usize, bool)>::new());
        let (mut first, mut last) = (None, 0);
        let start = text.as_ptr().addr();
        for word in words(text) {
            let end = form.len();
            form.push(' ');
            fold_into(word, &mut form);
            if form.len() == end + 1 {
                form.truncate(end);
                continue;
            }
            let from = word.as_ptr().addr() - start;
            if let Some((_, may_go_on)) = ends.last_mut() {
                let between = text.get(last..from).unwrap_or_default();
                // Where a quote is copied, its line ends become spaces.
                *may_go_on = is_break(between) || matches!(between, "- " | "\u{2010} ");
            }
            first.get_or_insert(from);
            last = from + word.len();
            ends.push((form.len() - ends.len() - 1, false));
        }
        let raw = text.get(first?..last)?;
        Some(Self {
            form,
            ends,
            raw: one_line(raw),
            gap,
        })
    }
}

/// The parts of a quote between ellipses and insertions.
pub(in crate::parse) fn parts(quote: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut stretch, mut gap) = (String::new(), Gap::default());
    let mut rest = quote;
    while let Some(c) = rest.chars().next() {
        let (inserted, len) = match insertion(rest) {
            Some(inserted) => (Some(inserted), inserted.len() + 2),
            None => match dots(rest) {
                0 => {
                    stretch.push(c);
                    rest = rest.get(c.len_utf8()..).unwrap_or_default();
                    continue;
                }
                len => (None, len),
            },
        };
        let cut = rest.get(..len).unwrap_or_default();
        // A fourth dot ends the sentence.
        let more_dots = cut.chars().filter(|c| *c == '.').count() > 3 || cut.contains("….");
        let shows_end = inserted.is_none() && (more_dots || ends_sentence(&stretch));
        if let Some(part) = Part::of(&stretch, std::mem::take(&mut gap)) {
            parts.push(part);
        } else if parts.is_empty() {
            gap = Gap::default();
        }
        stretch.clear();
        gap.shows_end |= shows_end;
        if let Some(inserted) = inserted {
            for word in words(inserted) {
                gap.inserted.push(' ');
                fold_into(word, &mut gap.inserted);
            }
        }
        rest = rest.get(len..).unwrap_or_default();
    }
    parts.extend(Part::of(&stretch, gap));
    parts
}

/// What stands in brackets at the start of a text, if they are closed.
fn insertion(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('[')?;
    let mut depth = 1_usize;
    for (at, c) in inside.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return inside.get(..at);
        }
    }
    None
}

/// How many bytes an ellipsis at the start of a text has.
fn dots(text: &str) -> usize {
    let run = text.len() - text.trim_start_matches(['.', '…']).len();
    let run_of = text.get(..run).unwrap_or_default();
    match run_of.contains('…') || run >= 3 {
        true => run,
        // ". . ." is an ellipsis too.
        false if text.starts_with(". . .") => 5,
        false => 0,
    }
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['"', '\'', '”', '’', ')']);
    text.ends_with(['.', '!', '?'])
}
