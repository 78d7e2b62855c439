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

/// Writes one finding, what is told under it, and an empty line.
pub(super) fn write(
    page: &mut Page<'_>,
    corpus: &Corpus,
    columns: &Columns,
    (finding, folded): (&Finding, &[Finding]),
) -> io::Result<()> {
    let role = Signal::of(finding.section()).role;
    let heading = phrase::heading(finding);
    page.line(0, Role::Heading, &heading)?;
    mark(page, finding)?;
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
    let folded: Vec<_> = folded.iter().filter_map(phrase::folded).collect();
    for (label, text) in &folded {
        remarks::labelled(page, label, text)?;
    }
    if remarks::write(page, corpus, finding)? || !folded.is_empty() {
        page.blank()?;
    }
    Ok(())
}

/// Writes how the finding is marked, its check and its id.
fn mark(page: &mut Page<'_>, finding: &Finding) -> io::Result<()> {
    let Signal { mark, word, role } = Signal::of(finding.section());
    page.row(
        0,
        &[
            Cell::rigid(role, format!("{mark} {word}")),
            Cell::flexible(Role::Plain, phrase::check(finding)),
            Cell::rigid(Role::Faint, finding.id.to_string()),
        ],
    )
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
