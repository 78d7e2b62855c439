//! What stands under the positions of a finding, each behind a label.

use std::io;

use super::page::{Cell, Page};
use crate::finding::Finding;
use crate::model::Corpus;
use crate::render::phrase;
use crate::render::style::Role;

/// The width of the longest label.
const LABEL: usize = 8;

/// Writes all that applies to the finding.
pub(super) fn write(page: &mut Page<'_>, corpus: &Corpus, finding: &Finding) -> io::Result<()> {
    for (label, text) in phrase::remarks(corpus, finding) {
        labelled(page, label, &text)?;
    }
    Ok(())
}

/// Writes a text behind a label; the texts of a finding align.
pub(super) fn labelled(page: &mut Page<'_>, label: &str, text: &str) -> io::Result<()> {
    page.row(
        2,
        &[
            Cell::new(Role::Note, LABEL, label),
            Cell::flexible(Role::Plain, text),
        ],
    )
}
