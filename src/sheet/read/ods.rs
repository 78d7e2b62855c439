//! OpenDocument spreadsheets, as LibreOffice writes them.

use std::sync::Arc;

use quick_xml::events::BytesStart;

use super::archive::Archive;
use super::format::whole;
use super::xml::{self, Piece, attribute};
use super::{Book, Cell, Filling, MOST_BYTES};

pub(super) fn read(archive: &mut Archive) -> Result<Book, String> {
    let Some(file) = archive.open("content.xml")? else {
        return Err("it is damaged: it has no content".into());
    };
    let mut reader = Reader::default();
    xml::read(file, |piece| reader.take(&piece))?;
    match reader.book.tables.is_empty() {
        true => Err("it is damaged: it has no sheet".into()),
        false => Ok(reader.book),
    }
}

#[derive(Default)]
struct Reader {
    book: Book,
    filling: Option<Filling>,
    row: usize,
    /// How many rows the one that is read stands for.
    rows: usize,
    column: usize,
    /// The cells of the row with how often each stands there.
    cells: Vec<(usize, usize, Cell)>,
    open: Option<Open>,
}

/// A cell that is being read.
#[derive(Default)]
struct Open {
    sort: String,
    value: String,
    is_formula: bool,
    /// How many columns and rows it covers, and in how many it stands.
    spans: [usize; 2],
    repeated: usize,
    text: String,
    paragraphs: usize,
    in_paragraph: bool,
    /// How deep in a remark, which is no text of the cell.
    aside: usize,
}

/// A number of an attribute, which says 1 where it is not there.
fn count(tag: &BytesStart<'_>, name: &str) -> usize {
    let count = attribute(tag, name).and_then(|count| count.parse().ok());
    count.unwrap_or(1).max(1)
}

impl Reader {
    fn take(&mut self, piece: &Piece<'_>) -> Result<(), String> {
        match piece {
            Piece::Start("table", tag) => {
                let left = self
                    .filling
                    .take()
                    .map_or(MOST_BYTES, |filling| filling.left);
                let name = attribute(tag, "name").unwrap_or_default();
                self.filling = Some(Filling::new(name, left));
                (self.row, self.column) = (0, 0);
            }
            Piece::End("table") => {
                if let Some(filling) = self.filling.as_mut() {
                    self.book.tables.push(std::mem::take(&mut filling.table));
                }
            }
            Piece::Start("table-row", tag) => {
                self.rows = count(tag, "number-rows-repeated");
                self.column = 0;
            }
            Piece::End("table-row") => self.end_row()?,
            Piece::Start("table-cell" | "covered-table-cell", tag) => {
                self.open = Some(Open::new(tag))
            }
            Piece::End("table-cell" | "covered-table-cell") => self.end_cell(),
            other => {
                if let Some(open) = &mut self.open {
                    open.add(other);
                }
            }
        }
        Ok(())
    }

    fn end_cell(&mut self) {
        let Some(open) = self.open.take() else {
            return;
        };
        let [columns, rows] = open.spans;
        if let (true, Some(filling)) = (columns * rows > 1, &mut self.filling) {
            let (row, column) = (self.row, self.column);
            filling
                .table
                .merged
                .push([row, row + rows - 1, column, column + columns - 1]);
        }
        let (column, repeated) = (self.column, open.repeated);
        self.column = self.column.saturating_add(repeated);
        self.cells
            .extend(open.cell().map(|cell| (column, repeated, cell)));
    }

    fn end_row(&mut self) -> Result<(), String> {
        let cells = std::mem::take(&mut self.cells);
        let rows = std::mem::take(&mut self.rows);
        if let (false, Some(filling)) = (cells.is_empty(), &mut self.filling) {
            for row in (self.row..).take(rows) {
                for (column, repeated, cell) in &cells {
                    for column in (*column..).take(*repeated) {
                        filling.add(row, column, cell.clone())?;
                    }
                }
            }
        }
        self.row = self.row.saturating_add(rows);
        Ok(())
    }
}

impl Open {
    fn new(tag: &BytesStart<'_>) -> Self {
        let sort = attribute(tag, "value-type").unwrap_or_default();
        let value = match sort.as_str() {
            "date" => attribute(tag, "date-value"),
            "boolean" => attribute(tag, "boolean-value"),
            "string" => attribute(tag, "string-value"),
            _ => attribute(tag, "value"),
        };
        Self {
            sort,
            value: value.unwrap_or_default(),
            is_formula: attribute(tag, "formula").is_some(),
            spans: [
                count(tag, "number-columns-spanned").min(super::MOST_COLUMNS),
                count(tag, "number-rows-spanned").min(super::MOST_ROWS),
            ],
            repeated: count(tag, "number-columns-repeated"),
            ..Self::default()
        }
    }

    fn add(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Start("annotation", _) => self.aside += 1,
            Piece::End("annotation") => self.aside = self.aside.saturating_sub(1),
            _ if self.aside > 0 => {}
            Piece::Start("p" | "h", _) => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
                self.in_paragraph = true;
            }
            Piece::End("p" | "h") => self.in_paragraph = false,
            Piece::Start("s", tag) if self.in_paragraph => {
                let count = attribute(tag, "c").and_then(|c| c.parse().ok());
                self.text
                    .push_str(&" ".repeat(count.unwrap_or(1).min(1_000)));
            }
            Piece::Start("tab", _) if self.in_paragraph => self.text.push('\t'),
            Piece::Start("line-break", _) if self.in_paragraph => self.text.push('\n'),
            Piece::Text(text) if self.in_paragraph => self.text.push_str(text),
            _ => {}
        }
    }

    fn cell(self) -> Option<Cell> {
        let text = match self.text.is_empty() && self.sort == "string" {
            true => self.value.clone(),
            false => self.text,
        };
        if self.is_formula {
            return Some(Cell::Other("a formula", text));
        }
        match self.sort.as_str() {
            "boolean" => Some(Cell::Flag(self.value == "true")),
            "date" => Some(day(&self.value, &text)),
            "float" => Some(match whole(&self.value) {
                // A format of its own shows: a fraction, a currency, thousands as such.
                Some(whole) if digits(&text) == whole => Cell::Text(whole.into()),
                Some(_) => Cell::Other("a number with a format of its own", text),
                None if text.contains('/') => Cell::Other("a fraction", text),
                None => Cell::Other("a number that is not whole", text),
            }),
            "percentage" => Some(Cell::Other("a percentage", text)),
            "currency" => Some(Cell::Other("an amount of money", text)),
            "time" => Some(Cell::Other("a time", text)),
            _ if text.trim().is_empty() => None,
            _ => Some(Cell::Text(Arc::from(text))),
        }
    }
}

/// What a number looks like without the signs between thousands.
fn digits(text: &str) -> String {
    let is_between = |c: &char| {
        matches!(
            c,
            ',' | '.' | '\u{a0}' | '\u{202f}' | ' ' | '\'' | '\u{2019}'
        )
    };
    text.trim().chars().filter(|c| !is_between(c)).collect()
}

/// A day that is shown as one: with its year, its month and its day.
fn day(value: &str, shown: &str) -> Cell {
    let parts = shown
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty());
    let is_day = value.len() == 10 && value.is_ascii() && parts.count() >= 3;
    match is_day && !shown.contains(':') {
        true => Cell::Day(value.to_owned()),
        false => Cell::Other("a date", shown.to_owned()),
    }
}
