//! The columns of claims: chosen once for a report, so that all its claims align.

use std::io;

use super::page::{Cell, GAP, Page, text_width};
use crate::finding::{Finding, Position};
use crate::model::{ClaimId, Corpus};
use crate::render::phrase;
use crate::render::place::place;
use crate::render::style::Role;

/// How far claims are indented.
pub(super) const INDENT: usize = 4;

/// The most that the articles' names take.
const ARTICLE: usize = 28;

/// The least and the most that the speakers take.
const VOICE: [usize; 2] = [20, 36];

/// The least and the most that the words take where they stand beside the other columns.
const WORDS: [usize; 2] = [28, 76];

/// The widths of the columns, and whether they stand beside each other.
#[derive(Debug)]
pub(super) struct Columns {
    article: usize,
    voice: usize,
    words: usize,
    place: usize,
    shape: Shape,
}

/// What stands in one row.
#[derive(Debug)]
enum Shape {
    /// Everything.
    Wide,
    /// Article, speaker and place; the words below.
    Stacked,
    /// Article and speaker; the words and the place below.
    Tall,
}

impl Columns {
    /// The columns for the claims of some findings in a page of some width.
    pub(super) fn new<'a>(
        corpus: &Corpus,
        findings: impl Iterator<Item = &'a Finding>,
        width: usize,
    ) -> Self {
        let [mut article, mut voice, mut words, mut place] = [1; 4];
        for (position, id) in findings
            .flat_map(|finding| &finding.positions)
            .flat_map(|position| position.claims.iter().map(move |&id| (position, id)))
        {
            let row = Row::new(corpus, position, id);
            article = article.max(text_width(&row.article));
            voice = voice.max(text_width(&row.voice));
            words = words.max(text_width(&row.words));
            place = place.max(text_width(&row.place));
        }
        let whole = article;
        let article = article.min(ARTICLE).min(width / 4);
        let left = |taken: usize| width.saturating_sub(INDENT + article + GAP + taken + GAP);
        let beside = voice.min((width / 4).clamp(VOICE[0], VOICE[1]));
        let shape = if left(beside + GAP + place) >= words.min(WORDS[0]) {
            Shape::Wide
        } else if left(place) >= voice.min(VOICE[0]) {
            Shape::Stacked
        } else {
            Shape::Tall
        };
        let voice = match shape {
            Shape::Wide => beside,
            Shape::Stacked => voice.min(left(place)),
            Shape::Tall => width,
        };
        let words = match shape {
            Shape::Wide => words.min(WORDS[1]).min(left(beside + GAP + place)),
            Shape::Stacked | Shape::Tall => width,
        };
        // The names of articles get what the other columns leave; speakers that few claims have wrap.
        let spare = match shape {
            Shape::Wide => left(voice + GAP + words + GAP + place),
            Shape::Stacked => left(voice.min(VOICE[1]) + GAP + place),
            Shape::Tall => 0,
        };
        let taken = spare.min(whole - article);
        let voice = match shape {
            Shape::Stacked => voice.min(left(place + taken)),
            Shape::Wide | Shape::Tall => voice,
        };
        Self {
            article: article + taken,
            voice,
            words,
            place,
            shape,
        }
    }

    /// Writes one claim.
    pub(super) fn write(
        &self,
        page: &mut Page<'_>,
        corpus: &Corpus,
        position: &Position,
        id: ClaimId,
    ) -> io::Result<()> {
        let row = Row::new(corpus, position, id);
        let no_words = row.words.is_empty();
        let article = Cell::new(Role::Plain, self.article, row.article);
        let voice = Cell::new(Role::Plain, self.voice, row.voice);
        let words = Cell::new(Role::Plain, self.words, row.words);
        let place = Cell::new(Role::Faint, self.place, row.place);
        let place = place.linked(page.link(corpus, corpus.place(id)));
        let below = INDENT + self.article + GAP;
        match self.shape {
            Shape::Wide => page.row(INDENT, &[article, voice, words, place]),
            Shape::Stacked => {
                page.row(INDENT, &[article, voice, place])?;
                if no_words {
                    Ok(())
                } else {
                    page.row(below, &[words])
                }
            }
            Shape::Tall => {
                page.row(INDENT, &[article, voice])?;
                if !no_words {
                    page.row(below, &[words])?;
                }
                page.row(below, &[place])
            }
        }
    }
}

/// The texts of one claim.
struct Row {
    article: String,
    voice: String,
    words: String,
    place: String,
}

impl Row {
    fn new(corpus: &Corpus, position: &Position, id: ClaimId) -> Self {
        Self {
            article: phrase::article(corpus, corpus.claim(id).article),
            voice: phrase::voice(corpus, position, id),
            words: phrase::words(corpus, position, id),
            place: place(corpus, corpus.place(id)),
        }
    }
}
