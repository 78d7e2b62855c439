//! Tables as files for spreadsheets, in which no cell is a formula.

mod csv;
mod xlsx;

pub use csv::write as csv;
pub use xlsx::write as xlsx;

use crate::render::csv::FORMULA_SIGNS;

/// Rows for claims that are still to come.
pub const EMPTY_ROWS: u32 = 5_000;

/// The text as a cell that shows it and that no spreadsheet runs; [`unguarded`] takes the guard away.
///
/// Spreadsheets take for a formula what starts with `=`, `+`, `-`, `@` or a tab, also in their full-width
/// forms; an apostrophe before it makes it text.
#[must_use]
pub fn guarded(text: &str) -> String {
    match is_risky(text) && !is_signed_number(text) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// The text that was guarded.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_risky(text) && !is_signed_number(text) => text,
        _ => cell,
    }
}

fn is_risky(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'');
    start.starts_with(FORMULA_SIGNS) || text.starts_with(['\t', '\r'])
}

/// A number with a minus that every spreadsheet shows as it is written.
fn is_signed_number(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('-') else {
        return false;
    };
    let is_number = digits.bytes().all(|c| c.is_ascii_digit());
    is_number && !digits.is_empty() && digits.len() < 15 && !digits.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_each_is_read_back() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("'=1", "''=1"),
            ("+3", "'+3"),
            ("-5", "-5"),
            ("-05", "'-05"),
            ("-", "'-"),
            ("@port", "'@port"),
            ("\t=1", "'\t=1"),
            (" -x", "' -x"),
            ("\"=1\"", "'\"=1\""),
            ("-5 degrees", "'-5 degrees"),
            ("'twas", "'twas"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(guarded(text), cell);
            assert_eq!(unguarded(cell), text);
        }
    }
}
