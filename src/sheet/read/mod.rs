//! Files of spreadsheets as plain cells, whatever program wrote them.
//!
//! Nothing in a file is believed: not its ending, not the size that it says it has. Cells keep whether they
//! are text, for a spreadsheet shows `1/2` where it holds half a day in January.

mod archive;
mod csv;
mod format;
mod ods;
mod xlsx;
mod xml;

use std::sync::Arc;

use super::{MOST_COLUMNS, MOST_ROWS};

/// What a file holds.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// Its sheets.
    pub tables: Vec<Table>,
    /// How it was read, for whoever wonders.
    pub said: Vec<String>,
    /// Whether its cells have no format: then any text may once have been another.
    pub is_bare: bool,
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its name; none in a file that is one table.
    pub name: String,
    /// The rows in which something stands, in their order.
    pub rows: Vec<Row>,
    /// Cells that are one: the first and the last row, the first and the last column.
    pub merged: Vec<[usize; 4]>,
}

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its number, from 0.
    pub number: usize,
    /// The cells in which something stands, by column, from 0.
    pub cells: Vec<(usize, Cell)>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text, or a whole number as plain as one.
    Text(Arc<str>),
    /// A day, as 2024-03-05.
    Day(String),
    /// Yes or no.
    Flag(bool),
    /// Something else: what it is, and what can be told of it.
    Other(&'static str, String),
}

impl Row {
    /// What stands in a column.
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        let at = self
            .cells
            .binary_search_by_key(&column, |(at, _)| *at)
            .ok()?;
        self.cells.get(at).map(|(_, cell)| cell)
    }
}

impl Cell {
    /// Its text, or what can be told of it.
    #[must_use]
    pub fn shown(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Day(text) | Self::Other(_, text) => text,
            Self::Flag(true) => "TRUE",
            Self::Flag(false) => "FALSE",
        }
    }
}

/// Reads a file by what it holds.
///
/// # Errors
///
/// What it is instead of a table, or why it is not read; a clause that follows its name.
pub fn read(bytes: Vec<u8>) -> Result<Book, String> {
    let starts = |start: &[u8]| bytes.starts_with(start);
    if starts(b"PK") {
        return archive::read(bytes);
    }
    if starts(&[0xd0, 0xcf, 0x11, 0xe0]) {
        let why = "it is an old .xls or has a password; save it as .xlsx without one";
        return Err(why.into());
    }
    let start: Vec<u8> = bytes.iter().take(512).map(u8::to_ascii_lowercase).collect();
    let start = start.trim_ascii_start();
    if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
        return Err("it is a web page; save the table as .xlsx or .csv".into());
    }
    if start.starts_with(b"%pdf") {
        return Err("it is a PDF; save the table as .xlsx or .csv".into());
    }
    csv::read(&bytes)
}

/// The address of a cell as spreadsheets write it: `C7`.
#[must_use]
pub fn address(row: usize, column: usize) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// The letters of a column.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(
            b'A' + u8::try_from(rest % 26).unwrap_or_default(),
        ));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// A sheet that is being read, as far as the limits go.
struct Filling {
    table: Table,
    /// How many bytes of text all sheets together may still take.
    left: usize,
}

/// All texts of a file, each as often as a cell shows it.
const MOST_BYTES: usize = 256 << 20;

impl Filling {
    fn new(name: String, left: usize) -> Self {
        let table = Table {
            name,
            ..Table::default()
        };
        Self { table, left }
    }

    /// Puts a cell behind those that there are.
    fn add(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), String> {
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            let name = match self.table.name.as_str() {
                "" => String::new(),
                name => format!(" of the sheet \u{201c}{name}\u{201d}"),
            };
            return Err(format!(
                "the cell {}{name} lies beyond the {MOST_ROWS} rows and {MOST_COLUMNS} columns that are read",
                address(row, column)
            ));
        }
        let size = cell.shown().len() + size_of::<(usize, Cell)>();
        self.left = self
            .left
            .checked_sub(size)
            .ok_or("it holds too much text")?;
        let is_behind = |last: &Row| last.number < row;
        if self.table.rows.last().is_none_or(is_behind) {
            let cells = Vec::new();
            self.table.rows.push(Row { number: row, cells });
        }
        let Some(last) = self.table.rows.last_mut() else {
            return Ok(());
        };
        let stands = last.cells.last().is_some_and(|(at, _)| *at >= column);
        if last.number != row || stands {
            return Err(format!(
                "its cell {} stands in the wrong place",
                address(row, column)
            ));
        }
        last.cells.push((column, cell));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_are_those_of_spreadsheets() {
        for (row, column, expected) in [
            (0, 0, "A1"),
            (6, 25, "Z7"),
            (0, 26, "AA1"),
            (9, 701, "ZZ10"),
            (1_048_575, 16_383, "XFD1048576"),
        ] {
            assert_eq!(address(row, column), expected);
        }
    }
}
