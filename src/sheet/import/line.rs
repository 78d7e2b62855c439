//! The rows of a sheet as texts by field, and what is no text in them.

use std::collections::BTreeMap;

use super::columns::{self, Columns, Mapped, Target};
use super::{mangled, notes};
use crate::sheet::cell;
use crate::sheet::field::{ARTICLE, DELETE, FIELDS, NOTE_AT, Shape, URL_AT};
use crate::sheet::fingerprint::Fingerprint;
use crate::sheet::read::{Book, Cell, Row, Table, address};
use crate::sheet::write::unguarded;
use crate::value::sentence::listed;

/// A row that says something.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// The name of its sheet.
    pub sheet: String,
    /// What it is, where it is no row: "annotation".
    pub unit: &'static str,
    /// Its number, from 0.
    pub row: usize,
    /// What its cells say, by field; nothing for fields without a column.
    pub cells: Vec<Option<String>>,
    /// The column of each field.
    pub columns: Vec<Option<usize>>,
    /// A statement that is a quote or a note.
    pub statement: Option<String>,
    /// What it was when it was written out.
    pub print: Option<Fingerprint>,
    /// Whether its claim is to be deleted.
    pub delete: bool,
    /// Whether it answers another one, and says nothing of an article.
    pub is_reply: bool,
    /// Why it is not taken.
    pub refused: Option<Refused>,
}

/// Why something is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The column of the cell that is to blame, where one is.
    pub column: Option<usize>,
    /// The reason, as a clause.
    pub why: String,
}

impl Line {
    /// What it says in a field; nothing where that is empty or has no column.
    #[must_use]
    pub(super) fn text(&self, field: usize) -> &str {
        self.cells
            .get(field)
            .and_then(Option::as_deref)
            .unwrap_or_default()
    }

    /// Refuses it for what one of its cells says.
    #[must_use]
    pub(super) fn refusal(&self, field: usize, why: String) -> Refused {
        let column = self.columns.get(field).copied().flatten();
        Refused { column, why }
    }
}

/// The rows of all sheets that hold claims.
#[derive(Debug, Default)]
pub struct Lines {
    /// The rows.
    pub(super) lines: Vec<Line>,
    /// How the sheets were read.
    pub(super) said: Vec<String>,
    /// Whether cells have no formats.
    pub(super) is_bare: bool,
}

impl Lines {
    /// Finds the sheets and reads their rows.
    ///
    /// # Errors
    ///
    /// A file without a sheet that names the fields of claims; a clause that follows its name.
    pub(super) fn new(book: &Book, mapped: &[Mapped]) -> Result<Self, String> {
        let mut sheets = Vec::new();
        let mut reasons = Vec::new();
        for table in &book.tables {
            match columns::find(table, mapped) {
                Ok(Some(columns)) => sheets.push((table, columns)),
                Ok(None) => {}
                Err(why) => reasons.push((table.name.as_str(), why)),
            }
        }
        // An export holds other sheets, which tell and are not read.
        let is_export =
            |(_, columns): &(&Table, Columns)| columns.of(Target::Fingerprint).next().is_some();
        if sheets.iter().any(is_export) {
            sheets.retain(is_export);
        } else if let Some((name, why)) = reasons.first() {
            return Err(format!("{}{why}", in_sheet(name)));
        }
        if sheets.is_empty() {
            return Err(unnamed(book));
        }
        let mut all = Self {
            is_bare: book.is_bare,
            said: book.said.clone(),
            ..Self::default()
        };
        for (table, columns) in &sheets {
            let said = columns
                .said
                .iter()
                .map(|said| format!("{}{said}", in_sheet(&table.name)));
            all.said.extend(said);
            let covers = Covers::new(table, columns.header, book.is_bare);
            let rows = table.rows.iter().filter(|row| row.number > columns.header);
            let lines = rows.map(|row| covers.line(table, columns, row));
            let (replies, lines): (Vec<Line>, Vec<Line>) = lines.partition(|line| line.is_reply);
            all.said.extend(notes::replies_left(replies.len()));
            all.lines
                .extend(lines.into_iter().filter(|line| !line.is_empty()));
        }
        let read = |table: &&Table| !sheets.iter().any(|(read, _)| read.name == table.name);
        let unread = book.tables.iter().filter(|table| !table.rows.is_empty());
        let unread: Vec<String> = unread
            .filter(read)
            .map(|table| format!("\u{201c}{}\u{201d}", table.name))
            .collect();
        let unread: Vec<&str> = unread.iter().map(String::as_str).collect();
        match unread.as_slice() {
            [] => {}
            [one] => all.said.push(format!("the sheet {one} is not read")),
            several => {
                let several = listed(several, "and");
                all.said.push(format!("the sheets {several} are not read"));
            }
        }
        Ok(all)
    }
}

impl Line {
    /// Whether nothing stands in it, but for its fingerprint.
    fn is_empty(&self) -> bool {
        let is_empty = |cell: &Option<String>| cell.as_deref().is_none_or(str::is_empty);
        self.cells.iter().all(is_empty)
            && self.statement.is_none()
            && self.refused.is_none()
            && !self.delete
    }
}

fn in_sheet(name: &str) -> String {
    match name {
        "" => String::new(),
        name => format!("in the sheet \u{201c}{name}\u{201d}, "),
    }
}

/// What to say of a file in which no row names the fields of a claim.
fn unnamed(book: &Book) -> String {
    let first = book.tables.iter().find_map(|table| table.rows.first());
    let cells = first.map(|row| row.cells.iter().take(8).map(|(_, cell)| cell.shown()));
    let cells: Vec<String> = cells
        .into_iter()
        .flatten()
        .map(|text| format!("\u{201c}{text}\u{201d}"))
        .collect();
    let found = match cells.as_slice() {
        [] => "it is empty".to_owned(),
        cells => format!("its first row holds {}", cells.join(", ")),
    };
    format!(
        "no row in it names columns of claims, such as source, subject, property, value, quote: {found}; \
         say which is which, as in --map 'Statement=quote'"
    )
}

/// Which cells stand for others below them.
struct Covers<'t> {
    /// By row and column, the cell above of which it is a part.
    above: BTreeMap<(usize, usize), &'t Cell>,
    /// Whether cells are guarded against being taken for formulas.
    is_bare: bool,
}

impl<'t> Covers<'t> {
    fn new(table: &'t Table, header: usize, is_bare: bool) -> Self {
        let mut above = BTreeMap::new();
        for [top, bottom, left, _] in &table.merged {
            let row = table.rows.binary_search_by_key(top, |row| row.number).ok();
            let cell = row.and_then(|at| table.rows.get(at)?.cell(*left));
            let Some(cell) = cell.filter(|_| *top > header) else {
                continue;
            };
            // No more rows than there are.
            let behind = |number: usize| table.rows.partition_point(|row| row.number <= number);
            let rows = table.rows.get(behind(*top)..behind(*bottom));
            let rows = rows.unwrap_or_default().iter();
            above.extend(rows.map(|row| ((row.number, *left), cell)));
        }
        Self { above, is_bare }
    }

    fn line(&self, table: &Table, columns: &Columns, row: &Row) -> Line {
        let mut line = Line {
            sheet: table.name.clone(),
            row: row.number,
            cells: vec![None; FIELDS.len()],
            columns: vec![None; FIELDS.len()],
            ..Line::default()
        };
        let mut verdicts = Vec::new();
        for (column, (target, name)) in &columns.targets {
            let own = row.cell(*column);
            let cell = own.or_else(|| self.above.get(&(row.number, *column)).copied());
            let read = match target {
                Target::Field(field) => line.take(*field, *column, cell),
                Target::Statement => line.take_statement(cell),
                Target::Verdict => text(cell).map(|text| {
                    verdicts.extend(text.map(|text| format!("{}: {text}", name.trim())));
                }),
                Target::Tags => text(cell).and_then(|text| {
                    let text = text.unwrap_or_default();
                    let tags: Vec<&str> = text.split(',').collect();
                    notes::take_tags(&mut line, &tags)
                }),
                Target::Sort => text(cell).map(|text| {
                    line.is_reply = text.is_some_and(|text| text.eq_ignore_ascii_case("reply"));
                }),
                Target::Delete => line.take_delete(cell),
                Target::Fingerprint => line.take_print(cell),
                Target::Unread => Ok(()),
            };
            if let (Err(why), None) = (read, &line.refused) {
                let column = Some(*column);
                line.refused = Some(Refused { column, why });
            }
        }
        if self.is_bare {
            line.unguard();
        }
        line.mend_article();
        let has_note = line.columns[NOTE_AT].is_some();
        if !verdicts.is_empty() && (line.print.is_none() || has_note) {
            let note =
                std::iter::once(line.text(NOTE_AT).to_owned()).filter(|note| !note.is_empty());
            let note: Vec<String> = note.chain(verdicts).collect();
            line.cells[NOTE_AT] = Some(note.join("; "));
        }
        line
    }
}

impl Line {
    /// An empty one.
    pub(super) fn new(unit: &'static str, row: usize) -> Self {
        Self {
            unit,
            row,
            cells: vec![None; FIELDS.len()],
            columns: vec![None; FIELDS.len()],
            ..Self::default()
        }
    }

    /// Sets a field to a text, behind what stands there.
    pub(super) fn set(&mut self, field: usize, text: &str) -> Result<(), String> {
        let shape = FIELDS.get(field).map_or(Shape::Text, |field| field.shape);
        self.put(field, cell::plain(shape, text)?);
        Ok(())
    }

    fn put(&mut self, field: usize, text: String) {
        match self.cells.get_mut(field) {
            // Several columns may hold notes.
            Some(Some(before)) if !before.is_empty() && !text.is_empty() && *before != text => {
                *before = format!("{before}; {text}");
            }
            Some(Some(before)) if !before.is_empty() => {}
            Some(place) => *place = Some(text),
            None => {}
        }
    }

    fn take(&mut self, field: usize, column: usize, cell: Option<&Cell>) -> Result<(), String> {
        let Some(shape) = FIELDS.get(field).map(|field| field.shape) else {
            return Ok(());
        };
        let text = match (cell, shape) {
            (Some(Cell::Day(day)), Shape::Day | Shape::Published) => day.clone(),
            (Some(Cell::Flag(yes)), Shape::YesNo) => if *yes { "yes" } else { "" }.to_owned(),
            (cell, shape) => cell::plain(shape, &text(cell)?.unwrap_or_default())?,
        };
        if let Some(known) = self.columns.get_mut(field) {
            known.get_or_insert(column);
        }
        self.put(field, text);
        Ok(())
    }

    /// What desks call the article is often its address, which is no id.
    fn mend_article(&mut self) {
        let article = self.text(ARTICLE);
        let is_address = article.starts_with("http://") || article.starts_with("https://");
        if self.print.is_none() && is_address && self.text(URL_AT).is_empty() {
            self.cells[URL_AT] = self.cells[ARTICLE].take();
            self.columns[URL_AT] = self.columns[ARTICLE];
        }
    }

    /// Takes away what guards texts against being taken for formulas, unless they were written out with it.
    fn unguard(&mut self) {
        for (at, cell) in self.cells.iter_mut().enumerate() {
            if let Some(text) = cell
                && !self
                    .print
                    .as_ref()
                    .is_some_and(|print| print.is_same(at, text))
            {
                *text = unguarded(text).to_owned();
            }
        }
    }

    fn take_statement(&mut self, cell: Option<&Cell>) -> Result<(), String> {
        let Some(text) = text(cell)? else {
            return Ok(());
        };
        self.statement = Some(match self.statement.take() {
            Some(before) => format!("{before}; {text}"),
            None => text,
        });
        Ok(())
    }

    fn take_delete(&mut self, cell: Option<&Cell>) -> Result<(), String> {
        let text = match cell {
            Some(Cell::Flag(yes)) => {
                self.delete = *yes;
                return Ok(());
            }
            cell => text(cell)?.unwrap_or_default().to_lowercase(),
        };
        self.delete = match text.as_str() {
            "" | "no" | "false" => false,
            DELETE | "x" | "yes" | "true" => true,
            _ => {
                return Err(format!(
                    "\u{201c}{text}\u{201d} is not {DELETE}, the only word of this column"
                ));
            }
        };
        Ok(())
    }

    fn take_print(&mut self, cell: Option<&Cell>) -> Result<(), String> {
        let Some(text) = text(cell)? else {
            return Ok(());
        };
        self.print = Fingerprint::read(&text);
        match self.print {
            Some(_) => Ok(()),
            None => Err("the hidden fingerprint of this row is damaged; clear it to make the row a new claim, \
                         or export again"
                .into()),
        }
    }

    /// Refuses cells that a spreadsheet may have changed by itself. `old` is what was written out.
    pub(super) fn check_mangled<'o>(
        &self,
        old: impl Fn(usize) -> Option<&'o str>,
    ) -> Option<Refused> {
        for (at, field) in FIELDS.iter().enumerate() {
            let text = self.text(at);
            let old = old(at);
            let is_day = old.is_none() && matches!(field.shape, Shape::Day | Shape::Published);
            if text.is_empty() || is_day || old == Some(text) {
                continue;
            }
            if let Some(why) = mangled::why(old, text) {
                let stood = old.map_or(String::new(), |old| {
                    format!(", where \u{201c}{old}\u{201d} stood")
                });
                let why = format!(
                    "\u{201c}{text}\u{201d}{stood}: {why}; format the cell as text and write it again"
                );
                return Some(self.refusal(at, why));
            }
        }
        None
    }

    /// Where it is: `claims!A7`, `row 7`.
    #[must_use]
    pub(super) fn place(&self, column: Option<usize>) -> String {
        let at = match column {
            Some(column) => address(self.row, column),
            None if self.unit.is_empty() => format!("row {}", self.row + 1),
            None => format!("{} {}", self.unit, self.row + 1),
        };
        match (self.sheet.as_str(), column) {
            ("", _) => at,
            (sheet, Some(_)) => format!("{sheet}!{at}"),
            (sheet, None) => format!("{sheet}, {at}"),
        }
    }
}

/// The text of a cell; nothing where it is empty.
fn text(cell: Option<&Cell>) -> Result<Option<String>, String> {
    let (what, shown) = match cell {
        None => return Ok(None),
        Some(Cell::Text(text)) => {
            let text = text.replace("\r\n", "\n").trim().to_owned();
            return Ok(Some(text).filter(|text| !text.is_empty()));
        }
        Some(Cell::Day(day)) => ("a date", day.as_str()),
        Some(flag @ Cell::Flag(_)) => ("a boolean", flag.shown()),
        Some(Cell::Other(what, shown)) => (*what, shown.as_str()),
    };
    let shown = match shown {
        "" => String::new(),
        shown => format!(" (it holds {shown})"),
    };
    Err(format!(
        "this cell is {what}{shown} and no text; format it as text and write it again"
    ))
}
