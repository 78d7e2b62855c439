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
    let blocks = block::blocks(text);
    let words = |block: &block::Block| text.get(block.span.clone()).unwrap_or_default();
    let mut parts: Vec<Part> = blocks.iter().map(|it| part(words(it), it)).collect();
    let lines: Vec<&str> = blocks.iter().map(words).collect();
    others(&lines, &mut parts);
    // A day among the first lines is that of the page; one further down may head a part of the story.
    let first = lines
        .iter()
        .take(FIRST)
        .position(|it| furniture::is_day(it));
    if let Some(part) = first.and_then(|at| parts.get_mut(at)) {
        *part = Part::Furniture;
    }
    for (block, part) in blocks.iter().zip(parts) {
        let words = words(block);
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

/// So many lines stand around the headline.
const FIRST: usize = 5;

/// What stands below "Read more" belongs to the page as well, up to the next paragraph and its headline.
fn others(lines: &[&str], parts: &mut [Part]) {
    let is_bare = |at: usize, parts: &[Part]| {
        let line = lines.get(at).copied().unwrap_or_default();
        let is_short = line.split_whitespace().nth(MOST_HEADING).is_none();
        match parts.get(at) {
            Some(Part::Furniture | Part::Heading | Part::Caption) => true,
            Some(Part::Item | Part::Text) => is_short && !line.trim_end().ends_with('.'),
            None => false,
        }
    };
    let mut at = 0;
    while at < lines.len() {
        let heads = parts.get(at) == Some(&Part::Furniture)
            && lines
                .get(at)
                .is_some_and(|it| furniture::is_list_of_others(it));
        at += 1;
        if !heads {
            continue;
        }
        let end = (at..lines.len()).find(|at| !is_bare(*at, parts));
        // The line right above a paragraph may be its headline.
        let end = end.map_or(lines.len(), |end| end.saturating_sub(1).max(at));
        for part in parts.get_mut(at..end).unwrap_or_default() {
            *part = Part::Furniture;
        }
        at = end;
    }
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
