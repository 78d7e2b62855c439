//! The sides of a matter: letter, value, and a line for each claim with its words and its place.

use std::io;

use super::matter::INDENT;
use super::page::{Cell, GAP, Page, display, ends_open, shorten, text_width, wrapped};
use super::quoted::Said;
use super::story::Story;
use crate::finding::{Basis, Finding, Position};
use crate::model::ClaimId;
use crate::render::phrase::{self, Side};
use crate::render::style::Role;
use crate::value::Extent;

/// The most that values take, in hundredths of the width; with the question that each answers.
const VALUE: usize = 28;
const ANSWER: usize = 40;

/// The most that the names of articles take; on a narrow page less, so that places stay whole.
const ARTICLE: usize = 24;

/// With less room beside everything else, words stand below.
const WORDS: usize = 24;

/// No value is given less.
const LEAST: usize = 12;

/// All sides of a finding, and where their columns stand.
pub(super) struct Sides<'r> {
    finding: &'r Finding,
    sides: Vec<Side>,
    values: Vec<String>,
    letter: usize,
    value: usize,
    article: usize,
    words: usize,
    /// How wide words are that stand below.
    below: usize,
    place: usize,
    most: usize,
}

impl<'r> Sides<'r> {
    pub(super) fn new(story: &Story<'_>, finding: &'r Finding, width: usize) -> Self {
        let corpus = story.report.corpus;
        let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(1).max(1);
        let sides = phrase::sides(finding);
        let values: Vec<String> = (0..finding.positions.len())
            .map(|at| value(story, finding, at))
            .collect();
        let claims = || finding.positions.iter().flat_map(|it| &it.claims);
        let articles = &mut claims().map(|id| text_width(&article(story, *id)));
        let places = &mut claims().map(|id| text_width(&story.places.beside(corpus, *id)));
        let letter = widest(&mut sides.iter().map(|side| text_width(&side.letter)));
        let value = widest(&mut values.iter().map(|value| text_width(value)));
        let most = match finding.subject {
            None => ANSWER,
            Some(_) => VALUE,
        };
        let article = widest(articles).min(ARTICLE).min(width * 3 / 10);
        let place = widest(places);
        let room = width.saturating_sub(INDENT + letter + article + place + 4 * GAP);
        // Rather a value in two lines than no room for words beside it.
        let most = (width * most / 100).min(room.saturating_sub(WORDS).max(LEAST));
        let value = value.min(most);
        let rest = width.saturating_sub(INDENT + letter + value + 2 * GAP);
        Self {
            finding,
            sides,
            values,
            letter,
            value,
            article,
            words: room.saturating_sub(value),
            below: rest,
            place,
            most: if width < 100 { 2 } else { 1 },
        }
    }

    /// Writes all of them.
    pub(super) fn write(&self, page: &mut Page<'_>, story: &Story<'_>) -> io::Result<()> {
        let positions = self.finding.positions.iter();
        for (at, position) in positions.enumerate() {
            self.write_one(page, story, at, position)?;
        }
        Ok(())
    }

    fn write_one(
        &self,
        page: &mut Page<'_>,
        story: &Story<'_>,
        at: usize,
        position: &Position,
    ) -> io::Result<()> {
        let rows = position
            .claims
            .iter()
            .flat_map(|id| self.rows(story, position, *id))
            .collect::<Vec<_>>();
        let mut values = wrapped(&self.values[at], self.value).into_iter();
        let mut rows = rows.into_iter();
        let side = &self.sides[at];
        let mut letter = Some(Cell::new(
            Role::Side(side.colour),
            self.letter,
            side.letter.as_str(),
        ));
        let mut is_open = false;
        loop {
            let (value, row) = (values.next(), rows.next());
            if value.is_none() && row.is_none() {
                return Ok(());
            }
            let blank = Cell::new(Role::Plain, self.letter, "");
            let mut cells = vec![
                letter.take().unwrap_or(blank),
                Cell::new(Role::Value, self.value, value.unwrap_or_default()),
            ];
            match row {
                Some(Row::Claim { article, words, id }) => {
                    cells.push(Cell::new(Role::Plain, self.article, article));
                    if self.words >= WORDS {
                        let words = words.unwrap_or_default();
                        is_open &= id.is_none();
                        let goes_on = ends_open(&words, is_open);
                        cells.push(Cell::shown(Role::Plain, self.words, words).opened(is_open));
                        is_open = goes_on;
                    }
                    cells.extend(id.map(|id| self.place(page, story, id)));
                }
                Some(Row::Below(words)) => {
                    let goes_on = ends_open(&words, is_open);
                    cells.push(Cell::shown(Role::Plain, self.below, words).opened(is_open));
                    is_open = goes_on;
                }
                None => {}
            }
            page.row(INDENT, &cells)?;
        }
    }

    fn place(&self, page: &Page<'_>, story: &Story<'_>, id: ClaimId) -> Cell<'static> {
        let corpus = story.report.corpus;
        let place = corpus.place(id);
        let text = story.places.beside(corpus, id);
        Cell::new(Role::Faint, self.place, text).linked(page.link(corpus, place))
    }

    /// The rows of a claim: its words beside article and place, or below them where that is shorter.
    fn rows(&self, story: &Story<'_>, position: &Position, id: ClaimId) -> Vec<Row> {
        let said = Said::new(story.report.corpus, position, id);
        let article = shorten(&article(story, id), self.article);
        let beside = (self.words >= WORDS).then(|| said.lines(self.words, self.most));
        let below = || said.lines(self.below, 2);
        let is_short =
            |lines: &Vec<String>| lines.len() <= self.most || lines.len() <= below().len() + 1;
        match beside {
            Some(lines) if is_short(&lines) => {
                let mut lines = lines.into_iter();
                let first = Row::Claim {
                    article,
                    words: lines.next(),
                    id: Some(id),
                };
                let rest = lines.map(|words| Row::Claim {
                    article: String::new(),
                    words: Some(words),
                    id: None,
                });
                std::iter::once(first).chain(rest).collect()
            }
            _ => {
                let first = Row::Claim {
                    article,
                    words: None,
                    id: Some(id),
                };
                let words = below().into_iter().filter(|words| !words.is_empty());
                std::iter::once(first)
                    .chain(words.map(Row::Below))
                    .collect()
            }
        }
    }
}

/// One line of a claim.
enum Row {
    Claim {
        article: String,
        words: Option<String>,
        /// The claim whose place stands here.
        id: Option<ClaimId>,
    },
    Below(String),
}

/// The name of a claim's article.
fn article(story: &Story<'_>, id: ClaimId) -> String {
    let corpus = story.report.corpus;
    display(&phrase::article_short(corpus, corpus.claim(id).article))
}

/// What a position claims: with its question where the finding spans several, with what it means where
/// no sentence says it, and with its origin where several articles have one.
fn value(story: &Story<'_>, finding: &Finding, at: usize) -> String {
    let position = &finding.positions[at];
    let mut text = String::new();
    let is_refuted = finding
        .steps
        .last()
        .is_some_and(|step| step.basis == Basis::Claims(at) && finding.steps.len() > 1);
    if is_refuted {
        text.push_str("but ");
    }
    if let Some(topic) = &position.topic {
        text.push_str(&phrase::answer(finding, topic));
        text.push_str(": ");
    }
    text.push_str(&position.value);
    let mut beside: Vec<String> = Vec::new();
    beside.extend(meaning(finding, position));
    let corpus = story.report.corpus;
    let mut articles: Vec<_> = position
        .claims
        .iter()
        .map(|id| corpus.claim(*id).article)
        .collect();
    articles.sort_unstable();
    articles.dedup();
    if let ([origin], 2..) = (position.origins.as_slice(), articles.len()) {
        beside.push(format!("1 origin: {origin}"));
    }
    if !beside.is_empty() {
        text.push_str(&format!(" ({})", beside.join("; ")));
    }
    text
}

/// What a value means, where that is neither plain from its words nor told in the sentence.
fn meaning(finding: &Finding, position: &Position) -> Option<String> {
    let meaning = position.meaning.as_ref()?;
    // "likely 5 September 2018, possibly 12 September 2018".
    let first = meaning.split(", possibly").next().unwrap_or(meaning);
    let is_told = finding.message.contains(first);
    let is_figure = meaning.chars().all(|c| c.is_ascii_digit() || c == ',');
    let counts_from_day = matches!(
        position.reading.as_deref().map(|value| &value.extent),
        Some(Extent::Relative(_))
    );
    (!is_told && !is_figure && !counts_from_day).then(|| meaning.clone())
}
