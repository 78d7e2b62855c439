//! Tables for spreadsheets: what is written, and what comes of it when it is read again.

mod any;
mod desk;
mod edited;
mod notes;
mod workbook;

use super::{Folder, STORY};

/// The rows of an export, each cell by the name of its column.
fn rows(csv: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().unwrap().clone();
    let row = |record: csv::StringRecord| {
        let cells = header.iter().zip(&record);
        cells
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect()
    };
    reader
        .records()
        .map(|record| row(record.unwrap()))
        .collect()
}

fn cell<'r>(row: &'r [(String, String)], name: &str) -> &'r str {
    &row.iter().find(|(column, _)| column == name).unwrap().1
}

#[test]
fn the_command_that_takes_a_table_back_names_what_was_exported() {
    let folder = Folder::with(&[("claims/a.yaml", STORY), ("two words/b.yaml", STORY)]);
    for (paths, expected) in [
        (&["claims"][..], "gainsay import claims.csv\n"),
        (&["two words"], "gainsay import claims.csv 'two words'\n"),
        (
            &["claims", "two words/b.yaml"],
            "gainsay import claims.csv claims 'two words/b.yaml'\n",
        ),
    ] {
        let ran = folder.run(&[&["export", "-o", "claims.csv"], paths].concat());
        assert!(ran.err.ends_with(expected), "{ran:?}");
    }
}

#[test]
fn every_claim_is_a_row_with_its_finding() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    let ran = folder.run(&["export", "-o", "claims.csv"]);
    assert_eq!((ran.status, &*ran.out), (0, ""), "{ran:?}");
    let text = folder.read("claims.csv");
    let rows = rows(&text);
    assert_eq!(rows.len(), 5);
    let injured = rows
        .iter()
        .find(|row| cell(row, "value") == "three")
        .unwrap();
    for (name, expected) in [
        ("article", "harbour-post"),
        ("source", "Harbour Post"),
        ("published", "2024-03-05"),
        ("subject", "dock fire"),
        ("property", "injured"),
        ("quote", "three dockers were hurt"),
        ("hedged", ""),
        ("delete", ""),
        ("place", "claims/a.yaml:3"),
        ("reading", "exactly 3"),
    ] {
        assert_eq!(cell(injured, name), expected);
    }
    assert!(
        cell(injured, "finding").starts_with("value-conflict "),
        "{injured:?}"
    );
    assert!(cell(injured, "gainsay").starts_with("g1."), "{injured:?}");
}

#[test]
fn the_same_claims_make_the_same_workbook() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    for name in ["one.xlsx", "two.xlsx"] {
        assert_eq!(folder.run(&["export", "-o", name]).status, 0);
    }
    let read = |name: &str| std::fs::read(folder.0.path().join(name)).unwrap();
    assert!(read("one.xlsx").starts_with(b"PK"));
    assert!(read("one.xlsx") == read("two.xlsx"), "the bytes differ");
}

#[test]
fn without_a_claim_there_is_a_table_to_fill_in() {
    let folder = Folder::with(&[]);
    let ran = folder.run(&["export", "-o", "claims.csv"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.err.contains("empty table to fill in"), "{ran:?}");
    let text = folder.read("claims.csv");
    assert!(
        text.contains("subject") && text.lines().count() == 1,
        "{text}"
    );
    // A folder that is not there is more likely misspelt.
    let ran = folder.run(&["export", "storey", "-o", "storey.csv"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    let ran = folder.run(&["export", "-o", "claims.doc"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("neither .xlsx nor .csv"), "{ran:?}");
}

#[test]
fn nothing_that_is_written_is_a_formula() {
    let folder = Folder::with(&[(
        "claims/a.yaml",
        "article: {id: a, source: '=1+1'}\nclaims:\n  - {subject: '@x', property: '+p', value: '-1-1', note: \"a\\tb\"}\n",
    )]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    for row in rows(&folder.read("claims.csv")) {
        for (name, cell) in row {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t']),
                "{name}: {cell}"
            );
        }
    }
}

/// The rows of a table, its names first.
fn table(csv: &str) -> Vec<Vec<String>> {
    let text = csv.trim_start_matches('\u{feff}').as_bytes();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text);
    let row = |record: Result<csv::StringRecord, csv::Error>| {
        record.unwrap().iter().map(str::to_owned).collect()
    };
    reader.records().map(row).collect()
}

fn csv_with(rows: &[Vec<String>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// The table with another text in a column of the first row that holds a text.
fn edited(csv: &str, holds: &str, column: &str, cell: &str) -> String {
    let mut rows = table(csv);
    let at = rows[0].iter().position(|name| name == column).unwrap();
    let row = rows[1..]
        .iter_mut()
        .find(|row| row.iter().any(|cell| cell == holds));
    row.unwrap()[at] = cell.to_owned();
    csv_with(&rows)
}
