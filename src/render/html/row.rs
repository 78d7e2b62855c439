//! One row of the table: a finding, and what each article says on it.

use askama::Template;

use super::badge::{Badge, badges};
use super::question::{heading, is_matter};
use super::shown::Shown;
use super::sign::Sign;
use crate::finding::Finding;
use crate::model::{Corpus, Importance, Stance};
use crate::render::matrix::{Column, Entry, Row};
use crate::render::phrase::{self, Topics};

/// Up to so many articles are named in a row that lists them.
const MOST_LISTED: usize = 40;

/// Up to so many values are shown in one cell.
const MOST_ENTRIES: usize = 10;

/// Longer headings are cut; the finding has them in full.
const LONGEST: usize = 160;

/// The same for what was found, but for arguments: these end with what matters.
const LONGEST_MESSAGE: usize = 300;

/// The same for what else claims take part in.
const LONGEST_OTHER: usize = 60;

#[derive(Template)]
#[template(path = "row.html")]
struct RowView<'a> {
    id: String,
    class: &'static str,
    mark: &'static str,
    word: String,
    rank: Option<String>,
    section: usize,
    importance: usize,
    values: usize,
    answering: usize,
    subject: Option<usize>,
    listed: Option<String>,
    heading: Shown<'a>,
    topic: Option<Shown<'a>>,
    message: Option<Shown<'a>>,
    also: Vec<Other>,
    cells: Vec<Option<CellView<'a>>>,
    more: Option<String>,
}

struct Other {
    id: String,
    about: Shown<'static>,
}

struct CellView<'a> {
    column: Shown<'a>,
    entries: Vec<EntryView<'a>>,
    /// How many entries are left out.
    more: usize,
}

struct EntryView<'a> {
    class: String,
    mark: String,
    value: Shown<'a>,
    denied: bool,
    hedged: bool,
}

/// How all rows of a table are written.
pub(super) struct Layout<'a> {
    pub(super) corpus: &'a Corpus,
    /// How questions are called.
    pub(super) topics: &'a Topics<'a>,
    /// The articles.
    pub(super) columns: &'a [Column<'a>],
    /// Whether there are too many articles for a column each, so that those that answer are listed.
    pub(super) is_wide: bool,
    /// Whether matters rank differently, so that how they do is worth a word.
    pub(super) ranks: bool,
}

/// Writes a row; `subject` is the number of its subject in the list to choose from.
pub(super) fn row(
    layout: &Layout<'_>,
    row: &Row<'_>,
    subject: Option<usize>,
) -> askama::Result<String> {
    let Layout {
        corpus,
        topics,
        columns,
        is_wide,
        ranks,
    } = *layout;
    let finding = row.finding;
    let (sign, word) = Sign::of_finding(finding);
    let badges = badges(finding);
    let most = match finding.steps.is_empty() {
        true => LONGEST_MESSAGE,
        false => usize::MAX,
    };
    let cell = |at: usize, entries: &[Entry<'_>]| -> Option<CellView<'static>> {
        Some(CellView {
            column: Shown::from(columns.get(at)?.id.to_owned()),
            entries: entries
                .iter()
                .take(MOST_ENTRIES)
                .map(|entry| EntryView::new(&badges, entry))
                .collect(),
            more: entries.len().saturating_sub(MOST_ENTRIES),
        })
    };
    let cells = if is_wide {
        let listed = row.cells().take(MOST_LISTED);
        listed.map(|(at, entries)| cell(at, entries)).collect()
    } else {
        let all = 0..columns.len();
        all.map(|at| match row.cell(at) {
            [] => None,
            entries => cell(at, entries),
        })
        .collect()
    };
    let answering = row.cells().len();
    let more = answering.saturating_sub(MOST_LISTED);
    RowView {
        id: finding.id.to_string(),
        class: sign.class,
        mark: sign.mark,
        word,
        rank: rank(finding, ranks && is_matter(finding)),
        section: sign.number,
        importance: match finding.importance {
            Importance::High => 0,
            Importance::Normal => 1,
            Importance::Low => 2,
        },
        values: finding.positions.len(),
        answering,
        subject,
        listed: is_wide.then(|| {
            let all: Vec<String> = row.cells().map(|(at, _)| at.to_string()).collect();
            all.join(" ")
        }),
        heading: Shown::cut(&heading(topics, finding), LONGEST),
        topic: phrase::topic(finding)
            .filter(|_| finding.question.is_some())
            .map(Shown::from),
        message: is_matter(finding).then(|| Shown::cut(&phrase::wrong(corpus, finding), most)),
        also: others(topics, row),
        cells,
        more: (is_wide && more > 0).then(|| format!("and {more} more")),
    }
    .render()
}

/// How a finding ranks, and whether an editor has dealt with it.
fn rank(finding: &Finding, ranks: bool) -> Option<String> {
    let importance = phrase::importance(finding.importance).filter(|_| ranks);
    let importance = importance.map(|word| format!("{word} importance"));
    let ruling = finding.ruling.as_ref().and_then(|ruling| {
        let reopened = ruling.reopened.as_ref().map(|_| "reopened");
        ruling
            .silences
            .then_some("silenced by a ruling")
            .or(reopened)
    });
    let words: Vec<String> = importance
        .into_iter()
        .chain(ruling.map(str::to_owned))
        .collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// What else the claims of a row take part in.
fn others(topics: &Topics<'_>, row: &Row<'_>) -> Vec<Other> {
    let other = |other: &&Finding| Other {
        id: other.id.to_string(),
        about: Shown::cut(&topics.about(other), LONGEST_OTHER),
    };
    row.also.iter().map(other).collect()
}

impl EntryView<'_> {
    fn new(badges: &[Badge], entry: &Entry<'_>) -> Self {
        let badge = entry.position.and_then(|at| badges.get(at));
        let mut class = String::new();
        if let Some(badge) = badge.filter(|badge| badge.is_contested()) {
            class.push_str(" x ");
            class.push_str(&badge.class);
        }
        if entry.joint {
            class.push_str(" j");
        }
        if badge.is_none() && !entry.not_known {
            class.push_str(" u");
        }
        Self {
            class,
            mark: match badge {
                Some(badge) => badge.mark.clone(),
                None if entry.not_known => "–".to_owned(),
                None => "?".to_owned(),
            },
            value: Shown::cut(&entry.value, LONGEST),
            denied: entry.stance == Stance::Denies,
            hedged: entry.hedged,
        }
    }
}
