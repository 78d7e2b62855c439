//! Workbooks of Excel.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::archive::Archive;
use super::format::{Shown, day, whole};
use super::xml::{self, Piece, attribute};
use super::{Book, Cell, Filling, MOST_BYTES, Table};

pub(super) fn read(archive: &mut Archive) -> Result<Book, String> {
    let workbook = Workbook::read(archive)?;
    let texts = texts(archive)?;
    let styles = styles(archive)?;
    let mut book = Book::default();
    let mut left = MOST_BYTES;
    for (name, path) in &workbook.sheets {
        let sheet = Sheet {
            texts: &texts,
            styles: &styles,
            from_1904: workbook.from_1904,
        };
        if let Some(file) = archive.open(path)? {
            let (table, rest) = sheet.read(file, name.clone(), left)?;
            left = rest;
            book.tables.push(table);
        }
    }
    match book.tables.is_empty() {
        true => Err("it is damaged: it has no sheet".into()),
        false => Ok(book),
    }
}

/// What a workbook says of itself.
#[derive(Default)]
struct Workbook {
    /// The name of each sheet and the file in which it lies.
    sheets: Vec<(String, String)>,
    from_1904: bool,
}

impl Workbook {
    fn read(archive: &mut Archive) -> Result<Self, String> {
        let mut workbook = Self::default();
        let mut ids = Vec::new();
        let (home, files) = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels");
        let Some(file) = archive.open(home)? else {
            return Err("it is damaged: it has no workbook".into());
        };
        xml::read(file, |piece| {
            if let Piece::Start("sheet", tag) = piece {
                let name = attribute(tag, "name").unwrap_or_default();
                ids.push((name, attribute(tag, "id").unwrap_or_default()));
            }
            if let Piece::Start("workbookPr", tag) = piece {
                let from = attribute(tag, "date1904");
                workbook.from_1904 = from.is_some_and(|yes| yes == "1" || yes == "true");
            }
            Ok(())
        })?;
        let mut targets = BTreeMap::new();
        if let Some(file) = archive.open(files)? {
            xml::read(file, |piece| {
                if let Piece::Start("Relationship", tag) = piece
                    && let (Some(id), Some(target)) =
                        (attribute(tag, "Id"), attribute(tag, "Target"))
                {
                    let path = match target.strip_prefix('/') {
                        Some(path) => path.to_owned(),
                        None => format!("xl/{target}"),
                    };
                    targets.insert(id, path);
                }
                Ok(())
            })?;
        }
        let known = |(name, id): (String, String)| Some((name, targets.get(&id)?.clone()));
        workbook.sheets = ids.into_iter().filter_map(known).collect();
        Ok(workbook)
    }
}

/// The texts that cells share.
fn texts(archive: &mut Archive) -> Result<Vec<Arc<str>>, String> {
    let mut texts = Vec::new();
    let Some(file) = archive.open("xl/sharedStrings.xml")? else {
        return Ok(texts);
    };
    let mut text = Rich::default();
    xml::read(file, |piece| {
        if let Piece::End("si") = piece {
            texts.push(text.take().into());
        } else {
            text.add(&piece);
        }
        Ok(())
    })?;
    Ok(texts)
}

/// A text in pieces of several looks, without what tells how to pronounce it.
#[derive(Default)]
struct Rich {
    text: String,
    in_text: bool,
    in_phonetic: bool,
}

impl Rich {
    fn add(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Start("t", _) => self.in_text = true,
            Piece::End("t") => self.in_text = false,
            Piece::Start("rPh", _) => self.in_phonetic = true,
            Piece::End("rPh") => self.in_phonetic = false,
            Piece::Text(text) if self.in_text && !self.in_phonetic => self.text.push_str(text),
            _ => {}
        }
    }

    fn take(&mut self) -> String {
        unescaped(&std::mem::take(&mut self.text))
    }
}

/// A text in which `_x000D_` stands for a sign that XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let code = rest.get(2..6).filter(|_| rest.get(6..7) == Some("_"));
        let sign = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        match sign {
            Some(sign) => {
                out.push(sign);
                rest = rest.get(7..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = rest.get(2..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

/// How numbers are shown, by the style of a cell.
fn styles(archive: &mut Archive) -> Result<Vec<Shown>, String> {
    let mut own: BTreeMap<u32, Shown> = BTreeMap::new();
    let mut styles = Vec::new();
    let mut in_cells = false;
    let Some(file) = archive.open("xl/styles.xml")? else {
        return Ok(styles);
    };
    xml::read(file, |piece| {
        match piece {
            Piece::Start("numFmt", tag) => {
                let id = attribute(tag, "numFmtId").and_then(|id| id.parse().ok());
                let code = attribute(tag, "formatCode");
                own.extend(id.zip(code).map(|(id, code)| (id, Shown::of_code(&code))));
            }
            Piece::Start("cellXfs", _) => in_cells = true,
            Piece::End("cellXfs") => in_cells = false,
            Piece::Start("xf", tag) if in_cells => {
                let id = attribute(tag, "numFmtId").and_then(|id| id.parse().ok());
                let id: u32 = id.unwrap_or_default();
                let shown = own.get(&id).copied();
                styles.push(shown.unwrap_or_else(|| Shown::of_number(id)));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(styles)
}

/// What the cells of a sheet refer to.
struct Sheet<'a> {
    texts: &'a [Arc<str>],
    styles: &'a [Shown],
    from_1904: bool,
}

/// A cell that is being read.
#[derive(Default)]
struct Open {
    row: usize,
    column: usize,
    sort: String,
    style: usize,
    value: String,
    is_formula: bool,
    in_value: bool,
    rich: Rich,
}

impl Sheet<'_> {
    fn read(
        &self,
        file: impl std::io::Read,
        name: String,
        left: usize,
    ) -> Result<(Table, usize), String> {
        let mut filling = Filling::new(name, left);
        let mut merged = Vec::new();
        let (mut row, mut next) = (0, 0);
        let mut open = Open::default();
        xml::read(file, |piece| {
            match piece {
                Piece::Start("row", tag) => {
                    let number = attribute(tag, "r").and_then(|r| r.parse::<usize>().ok());
                    row = number.map_or(row, |number| number.saturating_sub(1));
                    next = 0;
                }
                Piece::End("row") => row += 1,
                Piece::Start("c", tag) => {
                    let place = attribute(tag, "r").and_then(|r| place(&r));
                    let (row, column) = place.unwrap_or((row, next));
                    next = column + 1;
                    open = Open {
                        row,
                        column,
                        sort: attribute(tag, "t").unwrap_or_default(),
                        style: attribute(tag, "s")
                            .and_then(|s| s.parse().ok())
                            .unwrap_or(0),
                        ..Open::default()
                    };
                }
                Piece::Start("f", _) => open.is_formula = true,
                Piece::Start("v", _) => open.in_value = true,
                Piece::End("v") => open.in_value = false,
                Piece::Text(text) if open.in_value => open.value.push_str(text),
                Piece::End("c") => {
                    let done = std::mem::take(&mut open);
                    let (row, column) = (done.row, done.column);
                    if let Some(cell) = self.cell(done)? {
                        filling.add(row, column, cell)?;
                    }
                }
                Piece::Start("mergeCell", tag) => {
                    let range = attribute(tag, "ref");
                    merged.extend(range.and_then(|range| area(&range)));
                }
                other => open.rich.add(&other),
            }
            Ok(())
        })?;
        filling.table.merged = merged;
        Ok((filling.table, filling.left))
    }

    fn cell(&self, mut open: Open) -> Result<Option<Cell>, String> {
        let rich = open.rich.take();
        let value = open.value.trim();
        let text = |text: &str| Some(Cell::Text(text.into())).filter(|_| !text.trim().is_empty());
        if open.is_formula {
            return Ok(Some(Cell::Other("a formula", open.value)));
        }
        Ok(match open.sort.as_str() {
            "s" => {
                let shared = value.parse().ok().and_then(|at: usize| self.texts.get(at));
                let shared = shared.ok_or("it is damaged: a text is missing")?;
                Some(Cell::Text(Arc::clone(shared))).filter(|_| !shared.trim().is_empty())
            }
            "inlineStr" => text(&rich),
            "str" => text(&unescaped(&open.value)),
            "b" => Some(Cell::Flag(value == "1" || value == "true")),
            "e" => Some(Cell::Other("an error", open.value)),
            // A day with its time, as few programs write it.
            "d" => Some(Cell::Other("a date", open.value)),
            _ if value.is_empty() => None,
            _ => Some(self.number(value, open.style)),
        })
    }

    fn number(&self, value: &str, style: usize) -> Cell {
        let shown = self.styles.get(style).copied().unwrap_or(Shown::Plain);
        let day = day(value, self.from_1904);
        match (shown, day, whole(value)) {
            (Shown::Plain, _, Some(whole)) => Cell::Text(whole.into()),
            (Shown::Day, Some(day), _) => Cell::Day(day),
            (Shown::Plain, _, None) => Cell::Other("a number that is not whole", value.into()),
            (shown, ..) => Cell::Other(shown.what(), value.into()),
        }
    }
}

/// The row and column of an address: `C7`.
fn place(address: &str) -> Option<(usize, usize)> {
    let digits = address.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = address.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        let at = letter
            .is_ascii_uppercase()
            .then(|| usize::from(letter - b'A'))?;
        column.checked_mul(26)?.checked_add(at + 1)
    })?;
    let row: usize = row.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

fn area(range: &str) -> Option<[usize; 4]> {
    let (from, to) = range.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(from)?, place(to)?);
    Some([top, bottom, left, right])
}
