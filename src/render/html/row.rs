//! One row of the table: a finding, and what each article says on it.

use askama::Template;

use super::badge::badges;
use super::question::heading;
use super::shown::Shown;
use super::sign::Sign;
use crate::finding::{Finding, Section};
use crate::model::{Corpus, Importance, Stance};
use crate::render::matrix::{Column, Entry, Row};
use crate::render::phrase;

/// Up to so many articles are named in a row that lists them.
const MOST_LISTED: usize = 40;

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
    word: &'static str,
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
    let sign = Sign::of(finding.section());
    let cell = |at: usize, entries: &[Entry<'_>]| -> Option<CellView<'static>> {
        Some(CellView {
            column: Shown::from(columns.get(at)?.id.to_owned()),
            entries: self::entries(finding, entries),
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
        word: sign.word,
        rank: phrase::importance(finding.importance).map(|word| format!("{word} importance")),
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

fn entries(finding: &Finding, entries: &[Entry<'_>]) -> Vec<EntryView<'static>> {
    let badges = badges(finding);
    let view = |entry: &Entry<'_>| {
        let badge = entry.position.and_then(|at| badges.get(at));
        let mut class = String::new();
        if let Some(badge) = badge.filter(|badge| badge.is_contested()) {
            class.push_str(" x ");
            class.push_str(&badge.class);
        }
        if entry.joint {
            class.push_str(" j");
        }
        if badge.is_none() {
            class.push_str(" u");
        }
        EntryView {
            class,
            mark: badge.map_or_else(|| "?".to_owned(), |badge| badge.mark.clone()),
            value: Shown::cut(&entry.value, LONGEST),
            denied: entry.stance == Stance::Denies,
            hedged: entry.hedged,
        }
    };
    entries.iter().map(view).collect()
}
