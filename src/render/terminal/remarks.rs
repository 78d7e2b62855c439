//! What stands under the positions of a finding, each behind a label.

use std::io;

use super::page::{Cell, Page};
use crate::finding::Finding;
use crate::model::Corpus;
use crate::render::phrase;
use crate::render::style::Role;

/// The width of the longest label.
const LABEL: usize = 8;

/// Writes all that applies to the finding; tells whether there was anything.
pub(super) fn write(page: &mut Page<'_>, corpus: &Corpus, finding: &Finding) -> io::Result<bool> {
    let remarks = phrase::remarks(corpus, finding);
    for (label, text) in &remarks {
        labelled(page, label, text)?;
    }
    Ok(!remarks.is_empty())
}

/// Writes a text behind a label; the texts of a finding align.
pub(super) fn labelled(page: &mut Page<'_>, label: &str, text: &str) -> io::Result<()> {
    page.row(
        2,
        &[
            Cell::new(Role::Label, LABEL, label),
            Cell::flexible(Role::Plain, text),
        ],
    )
}
