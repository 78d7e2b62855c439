//! The text of an article as its readers see it: sentences, what is around them, who speaks.
//!
//! In: a text as its file has it. Out: its sentences with their places, each with the part of the page that it
//! seems to belong to. Nothing is left out: what looks like furniture of a page is only called so. Linear.

mod abbreviation;
mod block;
mod furniture;
pub mod mark;
mod sentence;
pub mod speech;
#[cfg(test)]
mod tests;
mod verbs;

use std::ops::Range;

pub use abbreviation::is_abbreviation;
pub use furniture::byline;

/// A sentence, or what stands in place of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the text, in bytes; white space around it left out.
    pub span: Range<usize>,
    /// What it seems to be a part of.
    pub part: Part,
}

/// What a sentence seems to be a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The running text.
    Text,
    /// A headline: a short line without a full stop.
    Heading,
    /// An entry of a list.
    Item,
    /// The words under a picture.
    Caption,
    /// Furniture of a page: bylines, links to other articles, buttons.
    Furniture,
}

impl Part {
    /// How formats call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Heading => "heading",
            Self::Item => "item",
            Self::Caption => "caption",
            Self::Furniture => "furniture",
        }
    }
}

/// The sentences of a text, in order. They do not overlap, and hold all its letters but those of marks before
/// entries of lists.
#[must_use]
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for block in block::blocks(text) {
        let words = text.get(block.span.clone()).unwrap_or_default();
        let part = part(words, &block);
        let (head, rest) = words.split_at(match part {
            Part::Text | Part::Caption => furniture::dateline(words),
            _ => 0,
        });
        let from = block.span.start;
        push(&mut sentences, head, from, Part::Furniture);
        let ends = match part {
            // A headline, a byline or a button is one, whatever stops are in it.
            Part::Heading | Part::Furniture => std::iter::once(0..rest.len()).collect(),
            _ => sentence::cut(rest),
        };
        for span in ends {
            let words = rest.get(span.clone()).unwrap_or_default();
            let part = match furniture::is_always(words) {
                true => Part::Furniture,
                false => part,
            };
            push(&mut sentences, words, from + head.len() + span.start, part);
        }
    }
    sentences
}

fn push(sentences: &mut Vec<Sentence>, words: &str, from: usize, part: Part) {
    if !words.contains(char::is_alphanumeric) {
        return;
    }
    let start = from + (words.len() - words.trim_start().len());
    sentences.push(Sentence {
        span: start..start + words.trim().len(),
        part,
    });
}

fn part(words: &str, block: &block::Block) -> Part {
    if furniture::is_furniture(words) {
        Part::Furniture
    } else if furniture::is_caption(words) {
        Part::Caption
    } else if block.is_item {
        Part::Item
    } else if block.lines == 1 && is_heading(words) {
        Part::Heading
    } else {
        Part::Text
    }
}

/// So many words a headline has at most.
const MOST_HEADING: usize = 24;

fn is_heading(words: &str) -> bool {
    !sentence::has_end(words)
        && words.split_whitespace().take(MOST_HEADING + 1).count() <= MOST_HEADING
}
