//! One row of the table: a finding, and what each article says on it.

use askama::Template;

use super::badge::{Badge, badges};
use super::question::heading;
use super::shown::Shown;
use super::sign::Sign;
use crate::finding::{Finding, Section};
use crate::model::{Corpus, Importance, Stance};
use crate::render::matrix::{Column, Entry, Row};
use crate::render::phrase;

/// Up to so many articles are named in a row that lists them.
const MOST_LISTED: usize = 40;

/// Up to so many values are shown in one cell.
const MOST_ENTRIES: usize = 10;

/// Longer headings are cut; the finding has them in full.
const LONGEST: usize = 160;

/// The same for what was found.
const LONGEST_MESSAGE: usize = 120;

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
    check: &'static str,
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

/// Writes a row; `subject` is the number of its subject in the list to choose from. Where
/// `is_wide`, there are too many articles for a column each, and those that answer are listed.
pub(super) fn row(
    corpus: &Corpus,
    row: &Row<'_>,
    columns: &[Column<'_>],
    subject: Option<usize>,
    is_wide: bool,
) -> askama::Result<String> {
    let finding = row.finding;
    let (sign, word) = Sign::of_finding(finding);
    let badges = badges(finding);
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
        rank: rank(finding),
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
        heading: Shown::cut(&heading(corpus, finding), LONGEST),
        topic: phrase::topic(finding)
            .filter(|_| finding.question.is_some())
            .map(Shown::from),
        message: matches!(finding.section(), Section::Conflicts | Section::Warnings)
            .then(|| Shown::cut(&finding.message, LONGEST_MESSAGE)),
        also: others(row),
        cells,
        more: (is_wide && more > 0).then(|| format!("and {more} more")),
    }
    .render()
}

/// How a finding ranks, and whether an editor has dealt with it.
fn rank(finding: &Finding) -> Option<String> {
    let importance = phrase::importance(finding.importance);
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

/// What else the claims of a row take part in; a second finding of one check is "another".
fn others(row: &Row<'_>) -> Vec<Other> {
    let others = row.also.iter().enumerate();
    let check = |at: usize| row.also.get(at).map(|other| other.check);
    others
        .map(|(at, other)| Other {
            id: other.id.to_string(),
            check: match at.checked_sub(1).and_then(check) {
                Some(before) if before == other.check => "another",
                _ => other.check,
            },
        })
        .collect()
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
