//! Where the sentences of a paragraph end: the rules of Unicode (UAX 29), but for abbreviations, lines, quoted
//! speech that goes on behind its marks, and stops without a space behind them.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviation::{self, Ends};
use super::verbs;

/// Marks that close what they stand behind.
const CLOSE: [char; 8] = ['"', '\'', '”', '’', '»', ')', ']', '“'];
/// Marks that open what they stand before.
const OPEN: [char; 8] = ['"', '\'', '“', '‘', '«', '(', '[', '„'];
/// Marks that end a sentence.
const END: [char; 8] = ['.', '!', '?', '…', '。', '！', '？', '।'];

/// Whether words end as a sentence does.
pub(super) fn has_end(words: &str) -> bool {
    words.trim_end().trim_end_matches(CLOSE).ends_with(END) || words.trim_end().ends_with(':')
}

/// The sentences of a paragraph.
pub(super) fn cut(paragraph: &str) -> Vec<Range<usize>> {
    // The rules end a sentence with the line.
    let flat = on_one_line(paragraph);
    let mut cut: Vec<Range<usize>> = Vec::new();
    for (start, piece) in flat.split_sentence_bound_indices() {
        for (at, piece) in without_space(piece) {
            let from = start + at;
            let end = from + piece.len();
            let last = cut.last_mut().filter(|last| {
                let left = flat.get((**last).clone()).unwrap_or_default();
                belong_together(left.trim(), piece.trim())
            });
            match last {
                Some(last) => last.end = end,
                None => cut.push(from..end),
            }
        }
    }
    cut
}

/// A paragraph with blanks for the ends of its lines, as many as each has bytes.
fn on_one_line(paragraph: &str) -> Cow<'_, str> {
    let is_end = |c: char| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if !paragraph.contains(is_end) {
        return Cow::Borrowed(paragraph);
    }
    let flat = paragraph.chars().flat_map(|c| {
        let times = if is_end(c) { c.len_utf8() } else { 1 };
        std::iter::repeat_n(if is_end(c) { ' ' } else { c }, times)
    });
    Cow::Owned(flat.collect())
}

/// The parts of a piece in which a sentence ends and the next begins without a space: "at sea.The port".
fn without_space(piece: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in piece.match_indices(['.', '!', '?']) {
        let (before, rest) = piece.split_at(at + 1);
        let rest_at = at + 1 + (rest.len() - rest.trim_start_matches(['”', '"', '’']).len());
        let rest = piece.get(rest_at..).unwrap_or_default();
        let small = before
            .trim_end_matches(['.', '!', '?'])
            .chars()
            .rev()
            .take_while(|c| c.is_lowercase())
            .count();
        let mut next = rest.chars();
        let is_begun = next.next().is_some_and(char::is_uppercase)
            && next.next().is_some_and(|c| c.is_lowercase() || c == ' ');
        if small >= 3 && is_begun {
            parts.push((from, piece.get(from..rest_at).unwrap_or_default()));
            from = rest_at;
        }
    }
    parts.push((from, piece.get(from..).unwrap_or_default()));
    parts
}

/// Whether no sentence ends between two pieces.
fn belong_together(left: &str, right: &str) -> bool {
    let is_word = |text: &str| text.contains(char::is_alphanumeric);
    let opened = right.trim_start_matches(OPEN);
    if !is_word(left) || !is_word(right) || opened.starts_with(char::is_lowercase) {
        return true;
    }
    // "1." and "(a)" number what follows.
    if left.len() <= 3
        && left
            .trim_end_matches('.')
            .bytes()
            .all(|b| b.is_ascii_digit())
    {
        return true;
    }
    let is_closed = left.ends_with(CLOSE);
    if is_closed && is_told(right) {
        return true;
    }
    let Some(stem) = left.strip_suffix('.') else {
        return false;
    };
    let word = stem
        .rsplit([' ', '(', '“', '"', '‘', '—', '/', '\u{a0}'])
        .next();
    let next = opened
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    match abbreviation::find(word.unwrap_or_default()) {
        Some(Ends::Never) => true,
        Some(Ends::UnlessFigure) => next.starts_with(|c: char| c.is_ascii_digit()),
        Some(Ends::WhereOneBegins) => opened.len() == right.len() && !abbreviation::begins(next),
        None => false,
    }
}

/// Words behind the verb that leave it the end of what it tells.
const AFTER_VERB: &[&str] = &[
    "on",
    "in",
    "at",
    "to",
    "during",
    "after",
    "through",
    "via",
    "later",
    "afterwards",
];

/// Whether a piece behind quoted speech only tells who spoke: "Captain Vance said on Monday."
fn is_told(piece: &str) -> bool {
    let words: Vec<&str> = piece.split_whitespace().take(10).collect();
    let Some(verb) = words.iter().take(5).position(|word| verbs::is_speech(word)) else {
        return false;
    };
    let ends = |word: &str| word.ends_with([',', '.', ':', ';']);
    match words.get(verb).copied().is_some_and(ends) {
        true => true,
        false => {
            words
                .get(verb + 1)
                .is_some_and(|next| AFTER_VERB.contains(next))
                && words.len() < 10
        }
    }
}
