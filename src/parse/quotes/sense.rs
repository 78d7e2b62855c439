//! What a quote leaves out that turns its sense: a "not" in an omission or at an edge, the end of a
//! sentence.

use std::ops::Range;

use super::find::Place;
use super::part::Part;
use super::text::ArticleText;
use crate::prose::is_abbreviation;
use crate::prose::mark::is_turn;
use crate::text::normal::{fold, words};

/// Words that may stand between one that turns the sense and what it turns.
const LINKS: &[&str] = &[
    "a", "an", "the", "any", "be", "been", "being", "is", "are", "was", "were", "has", "have",
    "had", "having", "that", "he", "she", "it", "they", "we", "i", "his", "her", "their", "its",
    "yet", "ever", "to",
];

/// So many of them.
const MOST_LINKS: usize = 3;

/// What a quote hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// A word that turns its sense, in the words that it leaves out.
    Turn {
        /// The word, as written.
        word: String,
        /// The text around it, as words.
        around: Range<usize>,
    },
    /// The same, just before or behind the quote.
    Edge {
        /// The word, as written.
        word: String,
        /// The text around it, as words.
        around: Range<usize>,
    },
    /// The end of a sentence.
    Join {
        /// The text around it, as words.
        around: Range<usize>,
    },
}

/// What a quote hides at a place where it stands.
pub(super) fn hidden(text: &ArticleText, parts: &[Part], place: &Place) -> Option<Hidden> {
    let gaps = place.windows(2).zip(parts.iter().skip(1));
    let mut join = None;
    for (sides, part) in gaps {
        let [left, right] = sides else { continue };
        let gap = left.end..right.start;
        let around = left.end.saturating_sub(3)..(right.start + 3).min(text.len());
        let is_shown = part.gap.inserted.split(' ').any(is_turn);
        let mut ends = (left.end - 1..right.start).filter(|at| ends_sentence(text, *at));
        let first_end = ends.next();
        let last_end = ends.last().or(first_end);
        // What stands in a sentence of its own turns neither side.
        let bears = |at: &usize| {
            first_end.is_none_or(|end| *at <= end) || last_end.is_some_and(|end| *at > end)
        };
        if let Some(at) = gap.clone().find(|at| bears(at) && turns(text, *at))
            && !is_shown
        {
            let word = text.written(&(at..at + 1)).to_owned();
            return Some(Hidden::Turn { word, around });
        }
        if first_end.is_some() && !part.gap.shows_end {
            join.get_or_insert(Hidden::Join { around });
        }
    }
    join
}

/// A word that turns the sense of a quote, just before or behind it.
pub(super) fn at_edge(text: &ArticleText, place: &Place) -> Option<Hidden> {
    let (first, last) = (place.first()?.start, place.last()?.end);
    let mut at = first;
    for _ in 0..=MOST_LINKS {
        let Some(before) = at.checked_sub(1) else {
            break;
        };
        if !text.between(before, at).chars().all(char::is_whitespace) {
            break;
        }
        if turns(text, before) {
            let word = text.written(&(before..at)).to_owned();
            let around = before..(first + 4).min(last.max(first + 1));
            return Some(Hidden::Edge { word, around });
        }
        if !LINKS.contains(&text.word(before)) {
            break;
        }
        at = before;
    }
    let is_next = last < text.len()
        && text
            .between(last.checked_sub(1)?, last)
            .chars()
            .all(char::is_whitespace)
        && turns(text, last);
    is_next.then(|| Hidden::Edge {
        word: text.written(&(last..last + 1)).to_owned(),
        around: last.saturating_sub(4).max(first)..(last + 3).min(text.len()),
    })
}

/// Whether words say that something is not so.
pub(super) fn is_turned(text: &str) -> bool {
    words(text).any(|word| is_turn(&fold(word)))
}

/// Whether a word of the text turns the sense; "No. 4" does not.
fn turns(text: &ArticleText, at: usize) -> bool {
    let word = text.word(at);
    let is_number =
        word == "no" && at + 1 < text.len() && text.between(at, at + 1).starts_with('.');
    is_turn(word) && !is_number
}

/// Whether a sentence ends behind a word.
fn ends_sentence(text: &ArticleText, at: usize) -> bool {
    if at + 1 >= text.len() {
        return false;
    }
    let between = text.between(at, at + 1);
    if between.contains("\n\n") || between.contains("\r\n\r\n") {
        return true;
    }
    let mark = between
        .chars()
        .find(|c| !matches!(c, '"' | '\'' | '”' | '’' | ')' | ']'));
    let is_blank = between.contains(char::is_whitespace);
    match mark {
        Some('!' | '?') => is_blank && starts_large(text, at + 1),
        Some('.') => {
            let word = text.written(&(at..at + 1));
            let is_short = word.chars().count() == 1 || is_abbreviation(word);
            is_blank && !is_short && starts_large(text, at + 1)
        }
        _ => false,
    }
}

fn starts_large(text: &ArticleText, at: usize) -> bool {
    let word = text.written(&(at..at + 1)).chars().next();
    word.is_some_and(|c| !c.is_lowercase())
}
