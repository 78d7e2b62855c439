//! Quotes in their context: where an article's text holds them, and the words around.
//!
//! In: the text that an article names, found readable when the run began, and a quote. Out: a few
//! lines of the text as written, the quoted words told from the others. Words are found as in
//! `parse::quotes`, so that what a run accepts is found here too.

use std::ops::Range;
use std::path::Path;

use super::quotes::{longer, parts, places};

pub use super::quotes::ArticleText;

/// How many characters stand before the first and after the last word of a quote.
const AROUND: usize = 160;
/// Up to so many characters between two parts of a quote are shown.
const BETWEEN: usize = 240;

/// A stretch of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch<'a> {
    /// The words as they stand there.
    pub text: &'a str,
    /// Whether they are quoted.
    pub quoted: bool,
}

/// Words of a text that somebody selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// The words, as a quote.
    pub quote: String,
    /// Where they stand.
    pub bytes: Range<usize>,
    /// Whether the quote stands nowhere else in the text.
    pub is_alone: bool,
}

impl ArticleText {
    /// Reads a text; `None` where it cannot be read any more.
    #[must_use]
    pub fn read(path: &Path) -> Option<Self> {
        super::quotes::read(path).ok()
    }

    /// Whether a quote stands in the text.
    #[must_use]
    pub fn holds(&self, quote: &str) -> bool {
        self.find(quote).is_some()
    }

    /// A quote with the words around it; what is left out between two stretches is not there.
    ///
    /// `None` where the text does not hold the quote.
    #[must_use]
    pub fn around(&self, quote: &str) -> Option<Vec<Stretch<'_>>> {
        let quoted = self.find(quote)?;
        let (first, last) = (quoted.first()?.start, quoted.last()?.end);
        let plain = |from, to| Stretch {
            text: self.raw().get(from..to).unwrap_or_default(),
            quoted: false,
        };
        let mut stretches = vec![plain(self.back(first), first)];
        let mut before: Option<usize> = None;
        for Range {
            start: from,
            end: to,
        } in quoted
        {
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
        stretches.push(plain(last, self.forth(last)));
        Some(stretches)
    }

    /// The text as it is read, of a page without its markup.
    #[must_use]
    pub fn text(&self) -> &str {
        self.raw()
    }

    /// The words that a stretch of the text touches, as a quote of this very place: where they stand several
    /// times, with as many words more as tell this place from the others. Nothing where it touches no word.
    #[must_use]
    pub fn selected(&self, bytes: &Range<usize>) -> Option<Selected> {
        let one = |at: usize| self.span(&(at..at + 1));
        let count = |is_before: &dyn Fn(Range<usize>) -> bool| {
            let (mut low, mut high) = (0, self.len());
            while low < high {
                let middle = usize::midpoint(low, high);
                match is_before(one(middle)) {
                    true => low = middle + 1,
                    false => high = middle,
                }
            }
            low
        };
        let first = count(&|word| word.end <= bytes.start);
        let last = count(&|word| word.start < bytes.end);
        let touched = first..last;
        if touched.is_empty() {
            return None;
        }
        let quote = |words: &Range<usize>| {
            let words: Vec<&str> = self.written(words).split_whitespace().collect();
            words.join(" ")
        };
        let found = places(self, &parts(&quote(&touched)));
        let own = found
            .iter()
            .position(|place| place.first() == Some(&touched));
        let (words, is_alone) = match own {
            Some(own) if found.len() > 1 => match longer(self, &found, own) {
                Some(words) => (words, true),
                None => (touched, false),
            },
            _ => (touched, found.len() == 1),
        };
        Some(Selected {
            quote: quote(&words),
            bytes: self.span(&words),
            is_alone,
        })
    }

    /// Where the parts of a quote stand, in their order.
    #[must_use]
    pub fn find(&self, quote: &str) -> Option<Vec<Range<usize>>> {
        let place = places(self, &parts(quote)).into_iter().next()?;
        Some(place.iter().map(|words| self.span(words)).collect())
    }

    /// The start of a word some way before a place.
    fn back(&self, at: usize) -> usize {
        let text = self.raw().get(..at).unwrap_or_default();
        let least = text.char_indices().rev().nth(AROUND);
        let Some((least, _)) = least else { return 0 };
        let cut = text.get(least..).unwrap_or_default();
        cut.find(char::is_whitespace)
            .map_or(least, |space| least + space)
    }

    /// The end of a word some way after a place.
    fn forth(&self, at: usize) -> usize {
        let text = self.raw().get(at..).unwrap_or_default();
        let Some((most, _)) = text.char_indices().nth(AROUND) else {
            return self.raw().len();
        };
        let cut = text.get(..most).unwrap_or_default();
        at + cut.rfind(char::is_whitespace).unwrap_or(most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, quote: &str) -> Option<String> {
        let text = ArticleText::of_lines(text.into());
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
    fn a_selection_is_a_quote_of_its_own_place() {
        let text = "Two boats sank. Later two boats\nsank again, and two boats sank.";
        let read = ArticleText::of_lines(text.into());
        let at = |start: usize, end: usize| {
            let selected = read.selected(&(start..end))?;
            let own = read.find(&selected.quote)?;
            Some((
                selected.quote,
                selected.is_alone,
                own.first()?.start == selected.bytes.start,
            ))
        };
        let quote = |quote: &str, alone| Some((quote.to_owned(), alone, true));
        // Half a word is the whole word, and what stands several times goes on until it does not.
        assert_eq!(at(23, 24), quote("Later two boats", true));
        assert_eq!(at(38, 39), quote("again", true));
        // With its capital it stands there once.
        assert_eq!(at(0, 14), quote("Two boats sank", true));
        assert_eq!(at(15, 16), None, "a space");
        assert_eq!(at(5_000, 6_000), None);
        let twice = ArticleText::of_lines("so it was ".repeat(60));
        assert_eq!(twice.selected(&(3..5)).map(|it| it.is_alone), Some(false));
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
