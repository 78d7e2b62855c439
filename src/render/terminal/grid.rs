//! Questions against articles: a line for each question, a column for each article.
//!
//! Where the columns are wide enough they hold the values; else marks alone, with the values below
//! the question. Columns that do not fit beside each other go into further tables.

use std::borrow::Cow;
use std::io;
use std::ops::Range;

use super::Signal;
use super::page::{Cell, GAP, Page, text_width};
use crate::finding::{Level, Section};
use crate::model::Stance;
use crate::render::matrix::{Entry, Matrix, Row, mark};
use crate::render::phrase;
use crate::render::style::Role;

/// What stands where an article is silent.
const SILENT: &str = "·";

/// What stands where an article says that the answer is not known.
const NOT_KNOWN: &str = "–";

/// What the marks mean, apart from the letters.
const LEGEND: &[(&str, &str)] = &[
    (
        "A, B",
        "the values of a question: claims with one letter agree",
    ),
    ("!", "it stands against another"),
    ("¬", "the article denies it"),
    ("?", "the article itself is unsure"),
    ("*", "part of a joint contradiction"),
    ("≠", "its annotators differ"),
    (NOT_KNOWN, "the article says that it is not known"),
    (SILENT, "the article is silent"),
];

/// The most that the questions take, in hundredths of the width.
const TOPIC: usize = 40;

/// From how many columns on a value has room beside its mark.
const ROOM: usize = 14;

/// The most that a column takes.
const WIDEST: usize = 30;

/// How wide everything is, and how the articles are called.
struct Plan {
    topic: usize,
    column: usize,
    /// Whether the columns hold the values.
    values: bool,
    /// Whether the articles are called by numbers, which a list explains.
    numbered: bool,
    /// How many columns fit beside each other.
    beside: usize,
}

/// Writes the tables, and what the marks mean.
pub(super) fn write(page: &mut Page<'_>, matrix: &Matrix<'_>) -> io::Result<()> {
    let plan = Plan::new(matrix, page.width());
    for (at, rows) in answering(matrix, plan.beside).iter().enumerate() {
        let start = at * plan.beside;
        let block = start..(start + plan.beside).min(matrix.columns.len());
        table(page, matrix, rows, block, &plan)?;
        page.blank()?;
    }
    if plan.numbered {
        let digits = matrix.columns.len().to_string().len();
        for (at, column) in matrix.columns.iter().enumerate() {
            let source = column.source.map(|source| format!(" ({source})"));
            let name = format!("{}{}", column.id, source.unwrap_or_default());
            let number = Cell::new(Role::Label, digits, (at + 1).to_string());
            page.row(2, &[number, Cell::flexible(Role::Plain, name)])?;
        }
        page.blank()?;
    }
    for (sign, meaning) in LEGEND {
        let sign = Cell::new(Role::Label, 4, *sign);
        page.row(2, &[sign, Cell::flexible(Role::Plain, *meaning)])?;
    }
    page.blank()
}

impl Plan {
    fn new(matrix: &Matrix<'_>, width: usize) -> Self {
        let columns = matrix.columns.len().max(1);
        let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(1).max(1);
        let topics = widest(&mut matrix.rows.iter().map(|row| text_width(&topic(row))));
        let topic = topics.min(width * TOPIC / 100);
        // The sign before the question takes a column of its own.
        let free = width.saturating_sub(1 + GAP + topic);
        let each = (free / columns).saturating_sub(GAP);
        let ids = widest(&mut matrix.columns.iter().map(|column| text_width(column.id)));
        let cells = || {
            matrix
                .rows
                .iter()
                .flat_map(Row::cells)
                .map(|(_, cell)| cell)
        };
        if each >= ROOM {
            let said = widest(&mut cells().map(|cell| text_width(&said(cell, true))));
            return Self {
                topic,
                column: said.max(ids).min(each).min(WIDEST),
                values: true,
                numbered: false,
                beside: columns,
            };
        }
        // Where there is no room for all marks of a cell, they stand below each other.
        let least = widest(&mut cells().flatten().map(|entry| text_width(&marks(entry))));
        let most = widest(&mut cells().map(|cell| text_width(&said(cell, false))));
        let numbered = ids.max(least) > each;
        let heads = match numbered {
            true => columns.to_string().len(),
            false => ids,
        };
        let column = most.min(each).max(least).max(heads);
        Self {
            topic,
            column,
            values: false,
            numbered,
            beside: (free / (column + GAP)).max(1),
        }
    }
}

/// For each block of as many columns, the questions that one of its articles answers, in order.
///
/// Visits the cells that are filled only: in an archive few articles answer one question.
fn answering<'m>(matrix: &'m Matrix<'_>, beside: usize) -> Vec<Vec<&'m Row<'m>>> {
    let mut blocks = vec![Vec::new(); matrix.columns.len().div_ceil(beside)];
    for row in &matrix.rows {
        let mut columns: Vec<usize> = row.cells().map(|(column, _)| column / beside).collect();
        columns.dedup();
        for block in columns {
            blocks[block].push(row);
        }
    }
    blocks
}

/// Writes one table: the articles of a range, and the questions that one of them answers.
fn table(
    page: &mut Page<'_>,
    matrix: &Matrix<'_>,
    rows: &[&Row<'_>],
    block: Range<usize>,
    plan: &Plan,
) -> io::Result<()> {
    let blank = || Cell::new(Role::Plain, 1, "");
    let mut head = vec![blank(), Cell::new(Role::Plain, plan.topic, "")];
    head.extend(block.clone().map(|at| {
        let name = match plan.numbered {
            true => Cow::Owned((at + 1).to_string()),
            false => Cow::Borrowed(matrix.columns[at].id),
        };
        Cell::new(Role::Heading, plan.column, name)
    }));
    page.row(0, &head)?;
    for row in rows {
        let Signal { mark, role, .. } = signal(row);
        let mut cells = vec![
            Cell::rigid(role, mark),
            Cell::new(Role::Plain, plan.topic, topic(row)),
        ];
        cells.extend(block.clone().map(|at| {
            let entries = row.cell(at);
            let text = match entries {
                [] => SILENT.to_owned(),
                entries => said(entries, plan.values),
            };
            Cell::new(meaning(row, entries), plan.column, text)
        }));
        page.row(0, &cells)?;
        if !plan.values {
            let values = values(row);
            page.row(1 + GAP, &[blank(), Cell::flexible(Role::Faint, values)])?;
        }
    }
    Ok(())
}

/// What an article says, in marks, and in its words where they have room.
fn said(entries: &[Entry<'_>], with_value: bool) -> String {
    let texts = entries.iter().map(|entry| {
        let marks = marks(entry);
        match with_value {
            true => format!("{marks} {}", entry.value),
            false => marks,
        }
    });
    texts
        .collect::<Vec<_>>()
        .join(if with_value { "; " } else { " " })
}

/// "¬B?!": which position, and how it is taken.
fn marks(entry: &Entry<'_>) -> String {
    let Some(position) = entry.position else {
        let mark = if entry.not_known { NOT_KNOWN } else { "≠" };
        return mark.into();
    };
    let mut text = String::new();
    if entry.stance == Stance::Denies {
        text.push('¬');
    }
    text.push_str(&mark(position));
    for (holds, sign) in [
        (entry.hedged, '?'),
        (entry.conflict, '!'),
        (entry.joint, '*'),
    ] {
        if holds {
            text.push(sign);
        }
    }
    text
}

/// What a cell means for the reader, apart from its text.
fn meaning(row: &Row<'_>, entries: &[Entry<'_>]) -> Role {
    let agrees = |entry: &Entry<'_>| {
        let position = entry.position.and_then(|at| row.finding.positions.get(at));
        position.is_some_and(|position| position.agrees)
    };
    if entries.is_empty() {
        Role::Faint
    } else if entries.iter().any(|entry| entry.joint) {
        Role::Conflict
    } else if entries.iter().any(|entry| entry.conflict) {
        match row.finding.level {
            Level::Conflict => Role::Conflict,
            _ => Role::Warning,
        }
    } else if entries.iter().all(|entry| entry.not_known) {
        Role::Faint
    } else if (entries.iter()).any(|entry| entry.position.is_none() && !entry.not_known) {
        Role::Warning
    } else if entries.iter().any(agrees) {
        Role::Agreement
    } else {
        Role::Plain
    }
}

/// How a question is marked.
fn signal(row: &Row<'_>) -> Signal {
    match row.level() == row.finding.level {
        true => Signal::of_finding(row.finding),
        false => Signal::of(section(row)),
    }
}

/// The part of a report in which a question stands.
fn section(row: &Row<'_>) -> Section {
    match row.level() {
        Level::Conflict => Section::Conflicts,
        Level::Warning => Section::Warnings,
        Level::Agreement | Level::Note => row.finding.section(),
    }
}

/// Subject and property.
fn topic(row: &Row<'_>) -> String {
    phrase::topic(row.finding).unwrap_or_default()
}

/// "A 1 · B 3": what the letters of a question stand for.
fn values(row: &Row<'_>) -> String {
    let positions = row.finding.positions.iter().enumerate();
    let values = positions.map(|(at, position)| format!("{} {}", mark(at), position.value));
    values.collect::<Vec<_>>().join("  ")
}
