//! A finding in full: each position with each of its claims, and why they cannot all be true.

use std::io;

use super::Signal;
use super::columns::Columns;
use super::page::{Cell, Page};
use super::remarks;
use crate::finding::{Finding, Position};
use crate::model::Corpus;
use crate::render::phrase;
use crate::render::style::Role;

/// Writes one finding and an empty line.
pub(super) fn write(
    page: &mut Page<'_>,
    corpus: &Corpus,
    columns: &Columns,
    finding: &Finding,
) -> io::Result<()> {
    let Signal { mark, word, role } = Signal::of(finding.section());
    page.line(0, Role::Heading, &phrase::heading(finding))?;
    page.row(
        0,
        &[
            Cell::rigid(role, format!("{mark} {word}")),
            Cell::flexible(Role::Plain, phrase::check(finding)),
            Cell::rigid(Role::Faint, finding.id.to_string()),
        ],
    )?;
    if let Some(topic) = phrase::topic(finding).filter(|_| finding.question.is_some()) {
        page.line(2, Role::Plain, &topic)?;
    }
    page.blank()?;
    for position in &finding.positions {
        head(page, position)?;
        for &claim in &position.claims {
            columns.write(page, corpus, position, claim)?;
        }
    }
    page.blank()?;
    remarks::write(page, corpus, finding)?;
    page.blank()
}

/// Writes what is claimed, what it allows, and on how many origins it rests.
fn head(page: &mut Page<'_>, position: &Position) -> io::Result<()> {
    let value = position.value.as_str();
    let backing = phrase::backing(position);
    if page.fits(2, &[value, &backing]) {
        return page.row(
            2,
            &[
                Cell::rigid(Role::Value, value),
                Cell::flexible(Role::Plain, backing),
            ],
        );
    }
    page.line(2, Role::Value, value)?;
    page.line(4, Role::Plain, &backing)
}
