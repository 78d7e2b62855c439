//! The words of a claim in lines: who speaks, how surely, and the quote, cut only around what decides.

use super::page::{CLOSE, OPEN_MARK, display, text_width, wrapped_shown};
use crate::finding::Position;
use crate::model::{ClaimId, Corpus};
use crate::render::phrase;

/// No quote is cut to less.
const LEAST: usize = 16;

/// What a claim says.
pub(super) struct Said {
    /// "fire chief, hedged: ", or nothing.
    voice: String,
    /// The words of the quote, with whether each decides; none where there is no quote.
    quote: Vec<(String, bool)>,
}

impl Said {
    pub(super) fn new(corpus: &Corpus, position: &Position, id: ClaimId) -> Self {
        let mut voice = phrase::voice_short(corpus, position, id);
        let quote = phrase::quote(corpus, position, id).map(|quote| words(&quote));
        let quote = quote.unwrap_or_default();
        if quote.is_empty() {
            let wrote = phrase::wrote(corpus, position, id);
            voice.extend(wrote.filter(|wrote| !voice.contains(wrote)));
        }
        let voice = display(&voice.join(", "));
        Self {
            voice: match (voice.is_empty(), quote.is_empty()) {
                (false, false) => format!("{voice}: "),
                _ => voice,
            },
            quote,
        }
    }

    /// It in at most so many lines of one width if cutting can do that, else in two, else uncut.
    pub(super) fn lines(&self, width: usize, most: usize) -> Vec<String> {
        let whole = self.cut(0..self.quote.len());
        let lines = wrapped_shown(&whole, width);
        if lines.len() <= 1 {
            return lines;
        }
        let half = self.quote.len().div_ceil(2);
        let cut = match most {
            // Half a quote in one line is better than a whole one in two.
            2.. => self.cut_to(width, 1, half).or_else(|| match lines.len() {
                2 => None,
                _ => self.cut_to(width, 2, 0),
            }),
            _ => (1..=2).find_map(|most| self.cut_to(width, most, 0)),
        };
        cut.unwrap_or(lines)
    }

    /// The longest part of the quote around the words that decide which so many lines hold, if it has
    /// so many words.
    fn cut_to(&self, width: usize, most: usize, words: usize) -> Option<Vec<String>> {
        let decides = |(_, decides): &(String, bool)| *decides;
        let mut from = self.quote.iter().position(decides)?;
        let mut to = self.quote.iter().rposition(decides)? + 1;
        let fits = |from: usize, to: usize| {
            let lines = wrapped_shown(&self.cut(from..to), width);
            (lines.len() <= most).then_some(lines)
        };
        let mut best = fits(from, to)?;
        loop {
            let mut grown = false;
            if to < self.quote.len()
                && let Some(lines) = fits(from, to + 1)
            {
                (to, best, grown) = (to + 1, lines, true);
            }
            if from > 0
                && let Some(lines) = fits(from - 1, to)
            {
                (from, best, grown) = (from - 1, lines, true);
            }
            if !grown {
                break;
            }
        }
        let shown = self.quote.get(from..to).unwrap_or_default();
        let width: usize = shown.iter().map(|(word, _)| text_width(word) + 1).sum();
        let is_enough = (width >= LEAST || to - from == self.quote.len()) && to - from >= words;
        is_enough.then_some(best)
    }

    /// The text with a part of the quote, the words that decide marked.
    fn cut(&self, part: std::ops::Range<usize>) -> String {
        let mut text = self.voice.clone();
        if self.quote.is_empty() {
            return text;
        }
        text.push('“');
        if part.start > 0 {
            text.push('…');
        }
        let mut open = false;
        let words = self.quote.get(part.clone()).unwrap_or_default();
        for (at, (word, decides)) in words.iter().enumerate() {
            if open && !decides {
                text.push(CLOSE);
                open = false;
            }
            if at > 0 {
                text.push(' ');
            }
            if *decides && !open {
                text.push(OPEN_MARK);
                open = true;
            }
            text.push_str(word);
        }
        if open {
            text.push(CLOSE);
        }
        if part.end < self.quote.len() {
            text.push('…');
        }
        text.push('”');
        text
    }
}

/// The words between white space, made visible, with whether one that decides is in them.
fn words(quote: &phrase::Quote<'_>) -> Vec<(String, bool)> {
    let mut words = Vec::new();
    let mut at = 0;
    for part in quote.text.split_inclusive(char::is_whitespace) {
        let range = at..at + part.len();
        at = range.end;
        let word = part.trim();
        if !word.is_empty() {
            let mut decide = quote.decide.iter();
            let decides =
                decide.any(|it| it.start < range.start + word.len() && range.start < it.end);
            words.push((display(word), decides));
        }
    }
    words
}
