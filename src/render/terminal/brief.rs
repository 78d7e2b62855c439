//! Findings in a few lines: what agrees, what could not be compared, and names taken for one.

use std::io;

use super::Signal;
use super::page::{Cell, Page};
use super::remarks;
use crate::finding::{Finding, Join, Position};
use crate::model::Corpus;
use crate::render::phrase;
use crate::render::place::place;
use crate::render::style::Role;

/// Writes who agrees on what; of what changes, a line for each time.
pub(super) fn agreement(page: &mut Page<'_>, corpus: &Corpus, finding: &Finding) -> io::Result<()> {
    head(page, finding)?;
    let mut agreed = phrase::agreements(corpus, finding).into_iter();
    let first = agreed.next().unwrap_or_default();
    page.line(
        2,
        Role::Plain,
        &format!("{}: {first}", phrase::check(finding)),
    )?;
    for then in agreed {
        remarks::labelled(page, phrase::and_then(finding), &then)?;
    }
    for note in &finding.notes {
        remarks::labelled(page, "note", note)?;
    }
    Ok(())
}

/// Writes what stands beside what, why it was not compared, and an empty line.
pub(super) fn not_compared(
    page: &mut Page<'_>,
    corpus: &Corpus,
    finding: &Finding,
) -> io::Result<()> {
    head(page, finding)?;
    for position in &finding.positions {
        value(page, corpus, position)?;
    }
    remarks::write(page, corpus, finding)?;
    page.blank()
}

/// Writes the names that were taken for one, and what to do about them.
pub(super) fn joins(page: &mut Page<'_>, joins: &[Join]) -> io::Result<()> {
    if joins.is_empty() {
        return Ok(());
    }
    page.line(0, Role::Note, &phrase::JOINS.to_uppercase())?;
    page.line(2, Role::Plain, phrase::JOINS_HINT)?;
    page.blank()?;
    for join in joins {
        let name = phrase::join_name(join);
        page.row(
            2,
            &[
                Cell::flexible(
                    Role::Plain,
                    format!("{name} = {} · {}", join.entity, join.why),
                ),
                Cell::rigid(Role::Plain, format!("likeness {:.2}", join.score)),
            ],
        )?;
    }
    page.blank()
}

/// Writes what a finding is about, and its id.
fn head(page: &mut Page<'_>, finding: &Finding) -> io::Result<()> {
    let Signal { mark, role, .. } = Signal::of_finding(finding);
    let topic = phrase::topic(finding).unwrap_or_else(|| phrase::heading(finding));
    page.row(
        0,
        &[
            Cell::rigid(role, mark),
            Cell::flexible(Role::Heading, topic),
            Cell::rigid(Role::Faint, finding.id.to_string()),
        ],
    )
}

/// Writes a value, the articles that give it and where the first does.
fn value(page: &mut Page<'_>, corpus: &Corpus, position: &Position) -> io::Result<()> {
    let first = position.claims.first().map(|&id| corpus.place(id));
    let link = first.and_then(|first| page.link(corpus, first));
    page.row(
        2,
        &[
            Cell::flexible(
                Role::Plain,
                format!("{} · {}", position.value, phrase::holders(corpus, position)),
            ),
            Cell::rigid(
                Role::Faint,
                first.map_or_else(String::new, |first| place(corpus, first)),
            )
            .linked(link),
        ],
    )
}
