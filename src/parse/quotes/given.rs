//! The text of an article for later stages: read by itself, and its sentences counted.

use std::ops::Range;
use std::path::Path;

use super::about::About;
use super::text::ArticleText;
use crate::model::Sentences;
use crate::prose::{self, Part};

/// Counts the sentences of a text, and those without a word of what is quoted.
pub(super) fn sentences(text: &ArticleText, mut quoted: Vec<Range<usize>>) -> Sentences {
    quoted.sort_by_key(|place| place.start);
    let mut reached = 0;
    let mut places = quoted.into_iter().peekable();
    let mut counted = Sentences { all: 0, open: 0 };
    for sentence in prose::sentences(text.raw()) {
        // How far what began before its end reaches.
        let before = reached;
        let mut begins = false;
        while let Some(place) = places.next_if(|place| place.start < sentence.span.end) {
            begins |= place.end > sentence.span.start;
            reached = reached.max(place.end);
        }
        let is_quoted = begins || before > sentence.span.start;
        let is_counted = is_quoted || sentence.part != Part::Furniture;
        counted.all += usize::from(is_counted);
        counted.open += usize::from(is_counted && !is_quoted);
    }
    counted
}

impl ArticleText {
    /// Reads the text that a file holds: plain text, Markdown or a saved page.
    ///
    /// # Errors
    ///
    /// Why it cannot be read, as a clause.
    pub fn open(path: &Path) -> Result<Self, String> {
        super::read(path)
    }

    /// What the file says of the article: the settings of a page or of Markdown.
    #[must_use]
    pub fn about(&self) -> &About {
        self.said()
    }
}
