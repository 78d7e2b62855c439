//! Quotes in their context: where an article's text holds them, and the words around.
//!
//! In: the text that an article names, found readable when the run began, and a quote. Out: a few
//! lines of the text as written, the quoted words told from the others. Words are found as in
//! `parse::quotes`, so that what a run accepts is found here too.

use std::path::Path;

use super::quotes::{TEXT_BYTES, fragments};
use crate::text::normal::{fold, words};

/// How many characters stand before the first and after the last word of a quote.
const AROUND: usize = 160;
/// Up to so many characters between two parts of a quote are shown.
const BETWEEN: usize = 240;

/// The text of an article, ready to be searched.
#[derive(Debug)]
pub struct ArticleText {
    raw: String,
    /// The words in normal form, a space around each.
    form: String,
    /// Where each of them stands in the raw text.
    spans: Vec<(usize, usize)>,
}

/// A stretch of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// The words as they stand there.
    pub text: &'a str,
    /// Whether they are quoted.
    pub quoted: bool,
}

impl ArticleText {
    /// Reads a text; `None` where it cannot be read any more.
    #[must_use]
    pub fn read(path: &Path) -> Option<Self> {
        let metadata = path.metadata().ok()?;
        if !metadata.is_file() || metadata.len() > TEXT_BYTES {
            return None;
        }
        let bytes = std::fs::read(path).ok()?;
        Some(Self::new(String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Prepares a text. Linear in its length.
    #[must_use]
    pub fn new(raw: String) -> Self {
        let (mut form, mut spans) = (String::from(" "), Vec::new());
        let start = raw.as_ptr().addr();
        for word in words(&raw) {
            let folded = fold(word);
            if folded.is_empty() {
                continue;
            }
            form.push_str(&folded);
            form.push(' ');
            let from = word.as_ptr().addr() - start;
            spans.push((from, from + word.len()));
        }
        Self { raw, form, spans }
    }

    /// A quote with the words around it; what is left out between two stretches is not there.
    ///
    /// `None` where the text does not hold the quote.
    #[must_use]
    pub fn around(&self, quote: &str) -> Option<Vec<Stretch<'_>>> {
        let quoted = self.find(quote)?;
        let (first, last) = (*quoted.first()?, *quoted.last()?);
        let plain = |from, to| Stretch {
            text: self.raw.get(from..to).unwrap_or_default(),
            quoted: false,
        };
        let mut stretches = vec![plain(self.back(first.0), first.0)];
        let mut before: Option<usize> = None;
        for (from, to) in quoted {
            if let Some(before) = before
                && from.saturating_sub(before) <= BETWEEN
            {
                stretches.push(plain(before, from));
            }
            stretches.push(Stretch {
                quoted: true,
                ..plain(from, to)
            });
            before = Some(to);
        }
        stretches.push(plain(last.1, self.forth(last.1)));
        Some(stretches)
    }

    /// Where the parts of a quote stand, in their order.
    fn find(&self, quote: &str) -> Option<Vec<(usize, usize)>> {
        let (mut at, mut word) = (0, 0);
        fragments(quote)
            .iter()
            .map(|fragment| {
                let rest = self.form.get(at..)?;
                let found = rest.find(fragment.as_str())?;
                word += rest.get(..found)?.matches(' ').count();
                let count = fragment.split_whitespace().count();
                let (from, _) = self.spans.get(word)?;
                let (_, to) = self.spans.get(word + count - 1)?;
                // The space at the end is also that before the next word.
                at += found + fragment.len() - 1;
                word += count;
                Some((*from, *to))
            })
            .collect()
    }

    /// The start of a word some way before a place.
    fn back(&self, at: usize) -> usize {
        let text = self.raw.get(..at).unwrap_or_default();
        let least = text.char_indices().rev().nth(AROUND);
        let Some((least, _)) = least else { return 0 };
        let cut = text.get(least..).unwrap_or_default();
        cut.find(char::is_whitespace)
            .map_or(least, |space| least + space)
    }

    /// The end of a word some way after a place.
    fn forth(&self, at: usize) -> usize {
        let text = self.raw.get(at..).unwrap_or_default();
        let Some((most, _)) = text.char_indices().nth(AROUND) else {
            return self.raw.len();
        };
        let cut = text.get(..most).unwrap_or_default();
        at + cut.rfind(char::is_whitespace).unwrap_or(most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, quote: &str) -> Option<String> {
        let text = ArticleText::new(text.into());
        let stretches = text.around(quote)?;
        let marked = stretches.into_iter().map(|stretch| match stretch.quoted {
            true => format!("[{}]", stretch.text),
            false => stretch.text.to_owned(),
        });
        Some(marked.collect())
    }

    #[test]
    fn quotes_are_found_as_written() {
        let text = "On Monday, “Ann’s” ship\nwas lost — 1,500 tons. Ælf said… nothing.";
        for (quote, expected) in [
            (
                "anns ship was LOST",
                "On Monday, “[Ann’s” ship\nwas lost] — 1,500 tons. Ælf said… nothing.",
            ),
            (
                "on monday ... 1500 tons",
                "[On Monday], “Ann’s” ship\nwas lost — [1,500 tons]. Ælf said… nothing.",
            ),
            (
                "[he] said nothing",
                "On Monday, “Ann’s” ship\nwas lost — 1,500 tons. Ælf [said… nothing].",
            ),
        ] {
            assert_eq!(shown(text, quote).as_deref(), Some(expected), "{quote}");
        }
        assert_eq!(shown(text, "ann ship"), None);
        assert_eq!(shown(text, "..."), None);
        assert_eq!(shown("", "ship"), None);
    }

    #[test]
    fn long_texts_are_cut_between_words() {
        let text = format!("{}here it is{}", "før ".repeat(200), " ütter".repeat(200));
        let shown = shown(&text, "here it is").unwrap_or_default();
        assert!(
            shown.starts_with(" før før") && shown.ends_with("ütter"),
            "{shown}"
        );
        assert!((300..350).contains(&shown.chars().count()));
    }
}
