//! Which column of a sheet is which field, by the names above them.

use std::collections::BTreeMap;

use crate::sheet::FIRST_ROWS;
use crate::sheet::field::{self, ANNOTATOR_AT, DELETE, FIELDS, FINGERPRINT, Loose, TOLD, plain};
use crate::sheet::field::{NOTE_AT, QUOTE_AT, SUBJECT_AT, VALUE_AT};
use crate::sheet::read::{Cell, Row, Table, letters};

/// What a column is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A field, by its number.
    Field(usize),
    /// A statement, which is a quote or a note.
    Statement,
    /// What the desk found, which goes into the note.
    Verdict,
    /// Labels, of which some are fields: `subject:dock fire`.
    Tags,
    /// Whether it is an annotation or a reply to one.
    Sort,
    /// `delete`.
    Delete,
    /// What the row was.
    Fingerprint,
    /// Nothing that is read.
    Unread,
}

/// What the command line says of a column: the name above it, and what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// The name, or the letters of the column.
    pub column: String,
    /// What it is taken for.
    pub target: Target,
}

impl Mapped {
    /// Reads `Verdict=note`; `-` behind the sign passes the column over.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        let (column, name) = text
            .rsplit_once('=')
            .ok_or("write the name above the column, `=`, and the field")?;
        let name = plain(name);
        let target = match name.as_str() {
            "" => Some(Target::Unread),
            "statement" => Some(Target::Statement),
            "verdict" => Some(Target::Verdict),
            _ if name == DELETE => Some(Target::Delete),
            _ => field::named(&name).map(Target::Field),
        };
        let fields: Vec<&str> = FIELDS.iter().map(|field| field.name).collect();
        let target = target.ok_or_else(|| {
            format!(
                "`{name}` is no field; write one of {}, statement, verdict, {DELETE}, or - to pass it over",
                fields.join(", ")
            )
        })?;
        Ok(Self {
            column: column.trim().to_owned(),
            target,
        })
    }
}

/// The columns of a sheet.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// The row with their names.
    pub header: usize,
    /// What each column is taken for, with its name.
    pub targets: BTreeMap<usize, (Target, String)>,
    /// What is worth saying of that.
    pub said: Vec<String>,
}

impl Columns {
    /// The columns that are taken for something.
    pub fn of(&self, target: Target) -> impl Iterator<Item = usize> {
        let found = self
            .targets
            .iter()
            .filter(move |(_, (it, _))| *it == target);
        found.map(|(column, _)| *column)
    }

    /// Whether a field has a column.
    #[must_use]
    pub fn has(&self, field: usize) -> bool {
        self.of(Target::Field(field)).next().is_some()
    }
}

/// Finds the columns of a sheet; none where no row names any that can be a claim's.
///
/// # Errors
///
/// Two columns for one field, and names of the command line that no column bears.
pub fn find(table: &Table, mapped: &[Mapped]) -> Result<Option<Columns>, String> {
    let first = table.rows.first().map_or(0, |row| row.number);
    let rows = table
        .rows
        .iter()
        .take_while(|row| row.number < first + FIRST_ROWS);
    // Of two rows that name as many columns the first one counts.
    let mut best: Option<(usize, &Row)> = None;
    for row in rows {
        let known = known(table, row, mapped);
        if known >= 2.min(1 + usize::from(mapped.is_empty()))
            && best.is_none_or(|(most, _)| known > most)
        {
            best = Some((known, row));
        }
    }
    let Some((_, row)) = best else {
        return Ok(None);
    };
    let columns = columns(table, row, mapped)?;
    let tells = |(target, _): &(Target, String)| match target {
        Target::Field(field) => [SUBJECT_AT, VALUE_AT, QUOTE_AT, NOTE_AT].contains(field),
        Target::Statement | Target::Fingerprint => true,
        Target::Verdict | Target::Tags | Target::Sort | Target::Delete | Target::Unread => false,
    };
    Ok(Some(columns).filter(|columns| columns.targets.values().any(tells)))
}

/// The names above the columns in a row; a cell that is one with those above it has their text.
fn names(table: &Table, row: &Row) -> Vec<(usize, String)> {
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.trim().to_owned(),
        _ => String::new(),
    };
    let mut names: BTreeMap<usize, String> = BTreeMap::new();
    for [top, bottom, left, _] in &table.merged {
        if *top < row.number && row.number <= *bottom {
            let above = table.rows.binary_search_by_key(top, |row| row.number).ok();
            let above = above.and_then(|at| table.rows.get(at)?.cell(*left));
            names.extend(above.map(|cell| (*left, text(cell))));
        }
    }
    names.extend(row.cells.iter().map(|(column, cell)| (*column, text(cell))));
    names
        .into_iter()
        .filter(|(_, name)| !name.is_empty())
        .collect()
}

/// How many different things the names of a row are taken for.
fn known(table: &Table, row: &Row, mapped: &[Mapped]) -> usize {
    let names = names(table, row);
    let targets = names
        .iter()
        .map(|(column, name)| target(*column, name, mapped));
    let mut targets: Vec<Target> = targets.filter(|target| *target != Target::Unread).collect();
    targets.sort_unstable();
    targets.dedup();
    targets.len()
}

fn given(column: usize, name: &str, mapped: &[Mapped]) -> Option<Target> {
    let by_name = |one: &&Mapped| plain(&one.column) == plain(name) || one.column == name;
    let by_letters = |one: &&Mapped| one.column.eq_ignore_ascii_case(&letters(column));
    let found = mapped
        .iter()
        .find(by_name)
        .or_else(|| mapped.iter().find(by_letters));
    found.map(|one| one.target)
}

fn target(column: usize, name: &str, mapped: &[Mapped]) -> Target {
    if let Some(target) = given(column, name, mapped) {
        return target;
    }
    let name = plain(name);
    if name == DELETE {
        return Target::Delete;
    }
    if name == FINGERPRINT {
        return Target::Fingerprint;
    }
    match (field::known(&name), Loose::of(&name)) {
        (Some(field), _) => Target::Field(field),
        (None, Some(Loose::Statement)) => Target::Statement,
        (None, Some(Loose::Verdict)) => Target::Verdict,
        (None, None) => Target::Unread,
    }
}

fn columns(table: &Table, row: &Row, mapped: &[Mapped]) -> Result<Columns, String> {
    let names = names(table, row);
    for one in mapped {
        let bears = |(column, name): &(usize, String)| {
            given(*column, name, std::slice::from_ref(one)).is_some()
        };
        if !names.iter().any(bears) {
            let names: Vec<&str> = names.iter().map(|(_, name)| name.as_str()).collect();
            return Err(format!(
                "no column is called \u{201c}{}\u{201d}; there are {}",
                one.column,
                names.join(", ")
            ));
        }
    }
    let mut columns = Columns {
        header: row.number,
        ..Columns::default()
    };
    for (column, name) in names {
        let target = target(column, &name, mapped);
        columns.targets.insert(column, (target, name));
    }
    if is_of_hypothesis(&columns) {
        for (column, (target, name)) in &mut columns.targets {
            if given(*column, name, mapped).is_none() {
                *target = of_hypothesis(name).unwrap_or(*target);
            }
        }
    }
    settle(&mut columns, mapped)?;
    if table
        .rows
        .first()
        .is_some_and(|first| first.number < row.number)
    {
        columns.said.push(format!(
            "the names of its columns stand in row {}",
            row.number + 1
        ));
    }
    let taken = columns
        .targets
        .iter()
        .filter_map(|(column, (target, name))| {
            let field = match target {
                Target::Field(field) => FIELDS.get(*field)?.name,
                Target::Statement => "quote or note",
                Target::Verdict => "note",
                Target::Tags => "fields or note",
                _ => return None,
            };
            let is_same = plain(name) == field;
            (!is_same).then(|| {
                format!(
                    "column {} \u{201c}{name}\u{201d} is taken for {field}",
                    letters(*column)
                )
            })
        });
    let taken: Vec<String> = taken.collect();
    let unread = columns.targets.iter().filter(|(_, (target, name))| {
        *target == Target::Unread && !TOLD.contains(&plain(name).as_str())
    });
    let unread = unread.map(|(column, (_, name))| {
        format!(
            "column {} \u{201c}{name}\u{201d} is not read",
            letters(*column)
        )
    });
    let unread: Vec<String> = unread.collect();
    columns.said.extend(taken.into_iter().chain(unread));
    Ok(columns)
}

/// Whether the columns are those of an export of Hypothesis.
fn is_of_hypothesis(columns: &Columns) -> bool {
    let names: Vec<String> = columns
        .targets
        .values()
        .map(|(_, name)| plain(name))
        .collect();
    let known = ["quote description", "tags", "type", "author", "url"];
    known
        .iter()
        .all(|known| names.iter().any(|name| name == known))
}

/// What a column is in an export of Hypothesis, whose author is whoever annotates.
fn of_hypothesis(name: &str) -> Option<Target> {
    match plain(name).as_str() {
        "author" => Some(Target::Field(ANNOTATOR_AT)),
        "quote description" => Some(Target::Field(QUOTE_AT)),
        "tags" => Some(Target::Tags),
        "type" => Some(Target::Sort),
        _ => None,
    }
}

/// Leaves one column for each field: the one that bears its very name.
fn settle(columns: &mut Columns, mapped: &[Mapped]) -> Result<(), String> {
    let single = (0..FIELDS.len())
        .filter(|field| *field != NOTE_AT)
        .map(Target::Field)
        .chain([Target::Delete, Target::Fingerprint]);
    for target in single {
        let all: Vec<(usize, String)> = columns
            .of(target)
            .filter_map(|column| Some((column, columns.targets.get(&column)?.1.clone())))
            .collect();
        if all.len() < 2 {
            continue;
        }
        let name = match target {
            Target::Field(field) => FIELDS.get(field).map_or("", |field| field.name),
            Target::Delete => DELETE,
            _ => FINGERPRINT,
        };
        let is_meant = |(column, header): &&(usize, String)| {
            given(*column, header, mapped).is_some() || plain(header) == name
        };
        let meant: Vec<usize> = all
            .iter()
            .filter(is_meant)
            .map(|(column, _)| *column)
            .collect();
        let [kept] = meant.as_slice() else {
            let list: Vec<String> = all
                .iter()
                .map(|(column, header)| format!("{} \u{201c}{header}\u{201d}", letters(*column)))
                .collect();
            let pass = all
                .last()
                .map_or(String::new(), |(column, _)| letters(*column));
            return Err(format!(
                "the columns {} can each be {name}; pass over those that are not, as in --map '{pass}=-'",
                list.join(" and ")
            ));
        };
        for (column, _) in &all {
            if column != kept
                && let Some((target, _)) = columns.targets.get_mut(column)
            {
                *target = Target::Unread;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[(usize, &[&str])]) -> Table {
        let cells = |cells: &[&str]| {
            let cells = cells
                .iter()
                .enumerate()
                .filter(|(_, text)| !text.is_empty());
            cells
                .map(|(at, text)| (at, Cell::Text((*text).into())))
                .collect()
        };
        let rows = rows.iter().map(|(number, texts)| Row {
            number: *number,
            cells: cells(texts),
        });
        Table {
            rows: rows.collect(),
            ..Table::default()
        }
    }

    fn found(table: &Table, mapped: &[&str]) -> Result<Vec<(usize, &'static str)>, String> {
        let mapped: Vec<Mapped> = mapped.iter().map(|it| Mapped::read(it).unwrap()).collect();
        let columns = find(table, &mapped)?.unwrap_or_default();
        let name = |target| match target {
            Target::Field(field) => FIELDS[field].name,
            Target::Statement => "statement",
            Target::Verdict => "verdict",
            Target::Delete => "delete",
            Target::Fingerprint => "fingerprint",
            Target::Tags => "tags",
            Target::Sort => "sort",
            Target::Unread => "-",
        };
        let targets = columns.targets.iter();
        Ok(targets
            .map(|(at, (target, _))| (*at, name(*target)))
            .collect())
    }

    #[test]
    fn names_that_desks_use_are_known() {
        let log = table(&[(
            0,
            &[
                "Article/Source",
                "Date",
                "Statement",
                "Speaker",
                "Priority",
                "Status",
            ],
        )]);
        assert_eq!(
            found(&log, &[]).unwrap(),
            [
                (0, "source"),
                (1, "published"),
                (2, "statement"),
                (3, "attribution"),
                (4, "-"),
                (5, "verdict")
            ]
        );
        assert_eq!(
            found(&log, &["Priority=note", "A=article"]).unwrap()[4],
            (4, "note")
        );
        assert!(
            found(&log, &["Rank=note"])
                .unwrap_err()
                .contains("no column is called")
        );
    }

    #[test]
    fn a_title_above_is_passed_over_and_merged_names_are_seen() {
        let mut sheet = table(&[
            (0, &["Claims of March"]),
            (2, &["Source", "What they say", "", ""]),
            (3, &["", "Subject", "Property", "Value"]),
            (4, &["Coast Radio", "fire", "injured", "three"]),
        ]);
        assert_eq!(
            found(&sheet, &[]).unwrap(),
            [(1, "subject"), (2, "property"), (3, "value")]
        );
        sheet.merged.push([2, 3, 0, 0]);
        let columns = find(&sheet, &[]).unwrap().unwrap();
        assert_eq!((columns.header, columns.targets.len()), (3, 4));
        assert!(columns.said[0].contains("row 4"), "{:?}", columns.said);
    }

    #[test]
    fn two_columns_for_one_field_are_asked_about() {
        let sheet = table(&[(0, &["Outlet", "Publisher", "Value"])]);
        let why = found(&sheet, &[]).unwrap_err();
        assert!(
            why.contains("A \u{201c}Outlet\u{201d} and B \u{201c}Publisher\u{201d}"),
            "{why}"
        );
        assert_eq!(found(&sheet, &["Publisher=-"]).unwrap()[1], (1, "-"));
        // The very name of a field leaves no doubt.
        let sheet = table(&[(0, &["Outlet", "Source", "Value"])]);
        assert_eq!(found(&sheet, &[]).unwrap()[..2], [(0, "-"), (1, "source")]);
    }

    #[test]
    fn a_sheet_of_other_things_has_no_columns() {
        for names in [
            &["Name", "Phone"][..],
            &["Date", "Author", "Link"],
            &["Value"],
        ] {
            assert_eq!(found(&table(&[(0, names)]), &[]).unwrap(), []);
        }
    }
}
