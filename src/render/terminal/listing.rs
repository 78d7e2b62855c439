//! Lists: short cells beside each other, long ones below, each behind its name.

use std::io;

use super::page::{Cell, Page, text_width};
use crate::listing::{Entry, Listing};
use crate::render::style::Role;

/// The most that the name of an entry takes, and any other short cell.
const NAME: usize = 40;
const SHORT: usize = 28;

/// The width of the longest name of a column that stands below.
const LABEL: usize = 18;

/// Writes all entries, and how many there are.
pub(super) fn write(page: &mut Page<'_>, listing: &Listing) -> io::Result<()> {
    let is_short = |column: usize| {
        let name = listing.columns.get(column).copied().unwrap_or_default();
        column == listing.grouped || matches!(name, "kind" | "declared") || is_count(name)
    };
    let shown = listing.grouped..listing.columns.len();
    let short: Vec<usize> = shown.clone().filter(|column| is_short(*column)).collect();
    let long: Vec<usize> = shown.filter(|column| !is_short(*column)).collect();
    let indent = 2 * listing.grouped;
    let widths: Vec<usize> = short
        .iter()
        .map(|column| width(page, listing, *column))
        .collect();
    let mut group: Option<&str> = None;
    for entry in &listing.entries {
        let own = entry.cells.first().map(String::as_str);
        if listing.grouped > 0 && group != own {
            if group.is_some() {
                page.blank()?;
            }
            page.line(0, Role::Heading, own.unwrap_or_default())?;
            group = own;
        }
        let cells: Vec<Cell<'_>> = short
            .iter()
            .zip(&widths)
            .map(|(column, width)| cell(listing, entry, *column, *width))
            .collect();
        page.row(indent, &cells)?;
        for column in &long {
            let (name, text) = (listing.columns[*column], entry.cells[*column].as_str());
            if !(text.is_empty() || says_no_more(listing, entry, text)) {
                labelled(page, indent + 2, name, text, Role::Plain)?;
            }
        }
        for remark in &entry.remarks {
            labelled(page, indent + 2, "! look", remark, Role::Warning)?;
        }
    }
    if !listing.entries.is_empty() {
        page.blank()?;
    }
    let plural = match (listing.entries.len(), listing.noun) {
        (1, noun) => format!("1 {noun}"),
        (0, "entity") => "no entities".to_owned(),
        (0, noun) => format!("no {noun}s"),
        (n, "entity") => format!("{n} entities"),
        (n, noun) => format!("{n} {noun}s"),
    };
    page.line(0, Role::Heading, &plural)
}

/// Whether a column holds numbers.
fn is_count(name: &str) -> bool {
    matches!(name, "claims" | "articles" | "claims about" | "claims by")
}

fn width(page: &Page<'_>, listing: &Listing, column: usize) -> usize {
    let name = listing.columns[column];
    let most = match column == listing.grouped {
        true => NAME.min(page.width() / 2),
        false => SHORT,
    };
    let texts = listing.entries.iter();
    let widest = texts
        .map(|entry| text_width(&words(name, &entry.cells[column])))
        .max();
    widest.unwrap_or_default().clamp(1, most)
}

fn cell<'a>(listing: &Listing, entry: &'a Entry, column: usize, width: usize) -> Cell<'a> {
    let name = listing.columns[column];
    let role = match column == listing.grouped {
        true => Role::Value,
        false => Role::Plain,
    };
    Cell::new(role, width, words(name, &entry.cells[column]))
}

/// A short cell in words: "3 claims", "declared".
fn words(name: &str, text: &str) -> String {
    match (name, text) {
        ("declared", "yes") => "declared".into(),
        ("declared", "no") => "not declared".into(),
        ("claims about", n) => format!("{n} about"),
        ("claims by", n) => format!("{n} by"),
        (name, "1") if is_count(name) => format!("1 {}", name.trim_end_matches('s')),
        (name, n) if is_count(name) => format!("{n} {name}"),
        (_, "") => "–".into(),
        (_, text) => text.to_owned(),
    }
}

/// Whether a list of spellings holds only the name of its entry.
fn says_no_more(listing: &Listing, entry: &Entry, text: &str) -> bool {
    let name = entry.cells.get(listing.grouped).map_or("", String::as_str);
    let rest = text
        .strip_prefix(name)
        .and_then(|rest| rest.strip_prefix(" ×"));
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
