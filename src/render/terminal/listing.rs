//! Lists: short cells beside each other, long ones below, each behind its name.

use std::borrow::Cow;
use std::io;

use super::page::{Cell, Page, text_width};
use crate::listing::{Column, Entry, Holds, Listing};
use crate::render::style::Role;

/// The most that the name of an entry takes, and any other short cell.
const NAME: usize = 40;
const SHORT: usize = 28;

/// The width of the longest name of a column that stands below.
const LABEL: usize = 18;

/// Writes all entries, and how many there are.
pub(super) fn write(page: &mut Page<'_>, listing: &Listing) -> io::Result<()> {
    let layout = Layout::new(page, listing);
    let mut group: Option<&str> = None;
    for entry in &listing.entries {
        if let Some(own) = layout.group.and_then(|at| entry.cells.get(at)) {
            if group.is_some_and(|group| group != own) {
                page.blank()?;
            }
            if group != Some(own) {
                page.line(0, Role::Heading, own)?;
            }
            group = Some(own);
        }
        layout.write(page, entry)?;
    }
    if !listing.entries.is_empty() {
        page.blank()?;
    }
    let (one, several) = listing.noun;
    let count = match listing.entries.len() {
        0 => format!("no {several}"),
        1 => format!("1 {one}"),
        n => format!("{n} {several}"),
    };
    page.line(0, Role::Heading, &count)
}

/// Which columns stand where.
struct Layout<'l> {
    columns: &'l [Column],
    /// The column of which each value is a heading.
    group: Option<usize>,
    /// The column of the entries' names.
    name: Option<usize>,
    /// Those beside each other, with their widths.
    short: Vec<(usize, usize)>,
    /// Those below.
    long: Vec<usize>,
}

impl<'l> Layout<'l> {
    fn new(page: &Page<'_>, listing: &'l Listing) -> Self {
        let columns = listing.columns;
        let is_long = |at: &usize| matches!(columns[*at].holds, Holds::Spellings | Holds::Text);
        let find = |holds: Holds| columns.iter().position(|column| column.holds == holds);
        let group = find(Holds::Group);
        let shown = (0..columns.len()).filter(|at| Some(*at) != group);
        let (long, short): (Vec<usize>, Vec<usize>) = shown.partition(is_long);
        let short = short.into_iter().map(|at| (at, width(page, listing, at)));
        Self {
            columns,
            group,
            name: find(Holds::Name),
            short: short.collect(),
            long,
        }
    }

    fn write(&self, page: &mut Page<'_>, entry: &Entry) -> io::Result<()> {
        let indent = if self.group.is_some() { 2 } else { 0 };
        let cells = self.short.iter().map(|(at, width)| {
            let role = match self.columns[*at].holds {
                Holds::Name => Role::Value,
                _ => Role::Plain,
            };
            Cell::new(role, *width, words(&self.columns[*at], &entry.cells[*at]))
        });
        page.row(indent, &cells.collect::<Vec<_>>())?;
        let name = self.name.map_or("", |at| &*entry.cells[at]);
        for at in &self.long {
            let (column, text) = (&self.columns[*at], &*entry.cells[*at]);
            let is_known = column.holds == Holds::Spellings && says_no_more(name, text);
            if !(text.is_empty() || is_known) {
                labelled(page, indent + 2, column.name, text, Role::Plain)?;
            }
        }
        for remark in &entry.remarks {
            labelled(page, indent + 2, "! look", remark, Role::Warning)?;
        }
        Ok(())
    }
}

/// How wide the widest cell of a column is, within limits.
fn width(page: &Page<'_>, listing: &Listing, at: usize) -> usize {
    let column = &listing.columns[at];
    let most = match column.holds {
        Holds::Name => NAME.min(page.width() / 2),
        _ => SHORT,
    };
    let texts = listing.entries.iter();
    let widths = texts.map(|entry| text_width(&words(column, &entry.cells[at])));
    widths.max().unwrap_or_default().clamp(1, most)
}

/// A short cell in words: "3 claims", "declared".
fn words<'t>(column: &Column, text: &'t str) -> Cow<'t, str> {
    match (column.holds, text) {
        (Holds::Answer(yes, _), "yes") => yes.into(),
        (Holds::Answer(_, no), "no") => no.into(),
        (Holds::Count(one, _), "1") => format!("1 {one}").into(),
        (Holds::Count(_, several), n) => format!("{n} {several}").into(),
        (_, "") => "–".into(),
        (_, text) => text.into(),
    }
}

/// Whether a list of spellings holds only the name of its entry.
fn says_no_more(name: &str, spellings: &str) -> bool {
    let rest = spellings.strip_prefix(name);
    let rest = rest.and_then(|rest| rest.strip_prefix(" ×"));
    !name.is_empty() && rest.is_some_and(|rest| !rest.contains("; "))
}

fn labelled(
    page: &mut Page<'_>,
    indent: usize,
    label: &str,
    text: &str,
    role: Role,
) -> io::Result<()> {
    page.row(
        indent,
        &[
            Cell::new(Role::Label, LABEL.min(page.width() / 4), label),
            Cell::flexible(role, text),
        ],
    )
}
