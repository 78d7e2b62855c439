//! Whether the rows of a sheet are still whole: a column that was sorted alone puts every cell of it
//! beside a stranger, and nothing in such a sheet can be believed.

use std::collections::BTreeMap;

use super::line::Line;
use crate::sheet::field::{ARTICLE, FIELDS, PROPERTY_AT, QUOTE_AT, SUBJECT_AT, VALUE_AT};
use crate::sheet::fingerprint::{Fingerprint, of_article, of_cell};
use crate::sheet::read::letters;

/// Fewer exchanged cells than these may be meant.
const FEWEST: usize = 3;

/// Which rows are copies of others: they are new claims.
///
/// # Errors
///
/// Why the sheet is not whole; a clause that follows its name.
pub(super) fn copies(lines: &[Line]) -> Result<Vec<bool>, String> {
    for line in lines {
        let (Some(print), article) = (&line.print, line.text(ARTICLE)) else {
            continue;
        };
        if !article.is_empty() && of_article(article) != print.article {
            return Err(format!(
                "{} says \u{201c}{article}\u{201d}, and its hidden fingerprint is that of a claim of another \
                 article: a column was sorted alone or an article renamed; undo that, or export again",
                line.place(line.columns.get(ARTICLE).copied().flatten())
            ));
        }
    }
    let copies = doubles(lines)?;
    let once: Vec<(&Line, &Fingerprint)> = lines
        .iter()
        .zip(&copies)
        .filter(|(_, is_copy)| !**is_copy)
        .filter_map(|(line, _)| Some((line, line.print.as_ref()?)))
        .collect();
    for (at, field) in FIELDS.iter().enumerate() {
        exchanged(&once, at).map_err(|column| {
            format!(
                "column {column} ({}) holds the same texts as before in other rows: it was sorted alone; \
                 undo that, or change few cells at a time if it is meant",
                field.name
            )
        })?;
    }
    Ok(copies)
}

/// Whether a row says what it said.
fn is_same(line: &Line, print: &Fingerprint) -> bool {
    let mut cells = line.cells.iter().enumerate();
    cells.all(|(at, cell)| cell.as_ref().is_none_or(|cell| print.is_same(at, cell)))
}

/// Rows with the fingerprint of another.
fn doubles(lines: &[Line]) -> Result<Vec<bool>, String> {
    let mut by_print: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(print) = &line.print {
            by_print.entry(print.written()).or_default().push(at);
        }
    }
    let mut copies = vec![false; lines.len()];
    for group in by_print.values().filter(|group| group.len() > 1) {
        let rows: Vec<(usize, &Line, &Fingerprint)> = group
            .iter()
            .filter_map(|at| {
                lines
                    .get(*at)
                    .and_then(|line| Some((*at, line, line.print.as_ref()?)))
            })
            .collect();
        let told: Vec<&Vec<Option<String>>> = rows.iter().map(|(_, line, _)| &line.cells).collect();
        let are_equal = told.windows(2).all(|pair| pair[0] == pair[1]);
        let unchanged = rows.iter().find(|(_, line, print)| is_same(line, print));
        let original = unchanged.or(rows.first().filter(|_| are_equal));
        let is_like = |line: &Line, print: &Fingerprint| {
            let told = [SUBJECT_AT, PROPERTY_AT, VALUE_AT, QUOTE_AT];
            told.iter()
                .any(|at| !line.text(*at).is_empty() && print.is_same(*at, line.text(*at)))
        };
        let alike = rows.iter().all(|(_, line, print)| is_like(line, print));
        let Some((original, ..)) = original.filter(|_| alike) else {
            let places: Vec<String> = rows.iter().map(|(_, line, _)| line.place(None)).collect();
            return Err(format!(
                "{} have one hidden fingerprint and say different things, and none of them what was written \
                 out: clear the fingerprint of those that are new claims, or export again",
                places.join(" and ")
            ));
        };
        for (at, ..) in &rows {
            if let Some(copy) = copies.get_mut(*at) {
                *copy = at != original;
            }
        }
    }
    Ok(copies)
}

/// Fails where the changed cells of a column hold what other changed cells of it held. The error is the
/// column.
fn exchanged(lines: &[(&Line, &Fingerprint)], field: usize) -> Result<(), String> {
    let changed = lines.iter().filter_map(|(line, print)| {
        let cell = line.cells.get(field)?.as_ref()?;
        let column = line.columns.get(field).copied().flatten()?;
        let (old, new) = (*print.fields.get(field)?, of_cell(cell));
        (old != new).then_some((old, new, column))
    });
    let changed: Vec<(u32, u32, usize)> = changed.collect();
    let Some((_, _, column)) = changed.first() else {
        return Ok(());
    };
    let mut held: BTreeMap<u32, usize> = BTreeMap::new();
    for (old, ..) in &changed {
        *held.entry(*old).or_default() += 1;
    }
    let mut moved = 0;
    for (_, new, _) in &changed {
        if let Some(left) = held.get_mut(new).filter(|left| **left > 0) {
            *left -= 1;
            moved += 1;
        }
    }
    // Some cells may have been edited as well.
    match moved >= FEWEST && moved * 5 >= changed.len() * 4 {
        true => Err(letters(*column)),
        false => Ok(()),
    }
}
