//! A finding in full: each position with each of its claims, and why they cannot all be true.

use std::io;

use super::Signal;
use super::columns::Columns;
use super::page::{Cell, Page};
use super::remarks;
use crate::finding::Finding;
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
    let heading = phrase::heading(finding);
    page.line(0, Role::Heading, &heading)?;
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
    if heading != finding.message {
        page.line(2, role, &finding.message)?;
    }
    page.blank()?;
    for position in &finding.positions {
        head(
            page,
            &position.value,
            &phrase::backing(corpus, finding, position),
        )?;
        for &claim in &position.claims {
            columns.write(page, corpus, position, claim)?;
        }
        page.blank()?;
    }
    if remarks::write(page, corpus, finding)? {
        page.blank()?;
    }
    Ok(())
}

/// Writes what is claimed and what it rests on: beside each other where they fit.
fn head(page: &mut Page<'_>, value: &str, backing: &str) -> io::Result<()> {
    if page.fits(2, &[value, backing]) {
        let backing = Cell::flexible(Role::Plain, backing);
        return page.row(2, &[Cell::rigid(Role::Value, value), backing]);
    }
    page.line(2, Role::Value, value)?;
    page.line(4, Role::Plain, backing)
}
