//! Workbooks: those that spreadsheets save, those that desks have, and those that mean harm.

use std::io::{Cursor, Write};
use std::process::Command;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::cli::{Folder, Ran, STORY};

const STYLES: &str = r#"<styleSheet><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/>
<numFmt numFmtId="165" formatCode="mmm\ yyyy"/><numFmt numFmtId="166" formatCode="&quot;€&quot;0"/></numFmts>
<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="12"/><xf numFmtId="166"/><xf numFmtId="14"/></cellXfs>
</styleSheet>"#;

/// A workbook with one sheet.
fn xlsx(sheet: impl FnOnce(&mut dyn Write)) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, text) in [
        ("[Content_Types].xml", "<Types/>"),
        (
            "xl/workbook.xml",
            r#"<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets><x:sheet name="log" sheetId="7" r:id="rId3"/></x:sheets></x:workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId3" Target="/xl/worksheets/one.xml"/></Relationships>"#,
        ),
        ("xl/styles.xml", STYLES),
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.start_file("xl/worksheets/one.xml", options).unwrap();
    sheet(&mut zip);
    zip.finish().unwrap().into_inner()
}

/// A cell with a text.
fn text(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// Imports a sheet whose first row names columns.
fn import(names: &[&str], rows: &str, more: &str) -> (Folder, Ran) {
    let header: String = ('A'..)
        .zip(names)
        .map(|(column, name)| text(&format!("{column}1"), name))
        .collect();
    let sheet = format!(
        r#"<worksheet><sheetData><row r="1">{header}</row>{rows}</sheetData>{more}</worksheet>"#
    );
    let bytes = xlsx(|out| out.write_all(sheet.as_bytes()).unwrap());
    let folder = Folder::with(&[]);
    std::fs::write(folder.0.path().join("log.xlsx"), bytes).unwrap();
    let ran = folder.run(&["import", "log.xlsx", "--write"]);
    (folder, ran)
}

const NAMES: &[&str] = &[
    "source", "date", "subject", "property", "value", "id", "quote",
];

#[test]
fn a_cell_that_is_no_text_is_refused_with_its_address() {
    for (cell, what) in [
        (
            r#"<c r="E2" s="1"><v>45356</v></c>"#,
            "a date (it holds 2024-03-05)",
        ),
        (
            r#"<c r="E2" s="4"><v>0.5</v></c>"#,
            "a fraction (it holds 0.5)",
        ),
        (r#"<c r="E2" s="4"><v>1</v></c>"#, "a fraction"),
        (r#"<c r="E2" s="3"><v>0.12</v></c>"#, "a percentage"),
        (r#"<c r="E2" s="3"><v>1</v></c>"#, "a percentage"),
        (
            r#"<c r="E2" s="5"><v>500</v></c>"#,
            "a number with a format of its own",
        ),
        (r#"<c r="E2"><v>0.5</v></c>"#, "a number that is not whole"),
        (r#"<c r="E2" t="b"><v>1</v></c>"#, "a boolean"),
        (r#"<c r="E2"><f>1+1</f><v>2</v></c>"#, "a formula"),
        (r#"<c r="E2"><f>1+1</f></c>"#, "a formula"),
        (
            r#"<c r="E2" t="str"><f>"a"</f><v>three</v></c>"#,
            "a formula",
        ),
        (r#"<c r="E2" t="e"><v>#REF!</v></c>"#, "an error"),
        (r#"<c r="F2"><v>1.5</v></c>"#, "a number that is not whole"),
        (r#"<c r="G2" s="6"><v>45356</v></c>"#, "a date"),
    ] {
        let mut cells = vec![
            text("A2", "Post"),
            text("C2", "dock fire"),
            text("D2", "injured"),
            text("E2", "three"),
        ];
        if cell.contains("E2") {
            cells.pop();
        }
        let row = format!("<row r=\"2\">{}{cell}</row>", cells.concat());
        let (folder, ran) = import(NAMES, &row, "");
        assert_eq!(ran.status, 1, "{cell} {ran:?}");
        let address = &cell[6..8];
        assert!(
            ran.err
                .contains(&format!("log!{address} is refused: this cell is {what}")),
            "{cell} {ran:?}"
        );
        assert!(ran.err.contains("format it as text"), "{ran:?}");
        assert_eq!(folder.names(), ["log.xlsx"]);
    }
}

#[test]
fn whole_numbers_and_days_of_articles_pass() {
    let row = format!(
        r#"<row r="2">{}<c r="B2" s="1"><v>45356</v></c>{}{}<c r="E2"><v>3</v></c><c r="F2"><v>12</v></c></row>"#,
        text("A2", "Post"),
        text("C2", "dock fire"),
        text("D2", "injured")
    );
    let (folder, ran) = import(NAMES, &row, "");
    assert_eq!(ran.status, 0, "{ran:?}");
    let file = folder.read("claims/post.yaml");
    assert!(
        file.contains("published: 2024-03-05\n") && file.contains("value: '3'\n"),
        "{file}"
    );
    // A month is no day, though the cell holds one.
    let row = row.replace("s=\"1\"", "s=\"2\"");
    let (_, ran) = import(NAMES, &row, "");
    assert!(
        ran.err
            .contains("log!B2 is refused: this cell is a date or time"),
        "{ran:?}"
    );
}

#[test]
fn merged_cells_stand_for_those_below() {
    let rows = format!(
        "<row r=\"2\">{}{}{}</row><row r=\"3\">{}{}</row><row r=\"4\">{}{}</row>",
        text("A2", "Post"),
        text("C2", "dock fire"),
        text("G2", "three were hurt"),
        text("C3", "dock fire"),
        text("G3", "one was hurt"),
        text("C4", "dock fire"),
        text("G4", "none was hurt"),
    );
    let merged = r#"<mergeCells><mergeCell ref="A2:A3"/></mergeCells>"#;
    let (folder, ran) = import(NAMES, &rows, merged);
    // What is empty and not merged is not guessed.
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.err.contains("2 drafts, 1 refused"), "{ran:?}");
    assert!(
        ran.err.contains("log!A4 is refused: it names no article"),
        "{ran:?}"
    );
    assert!(folder.read("claims/post.yaml").contains("one was hurt"));
}

#[test]
fn the_extent_of_a_sheet_is_read_before_its_cells() {
    let cell = |at: &str| format!("<row><c r=\"{at}\"><v>1</v></c></row>");
    for far in ["XFD1048576", "A100001", "GS2", "XFD2"] {
        let (folder, ran) = import(NAMES, &cell(far), "");
        assert_eq!(ran.status, 2, "{far} {ran:?}");
        assert!(
            ran.err.contains(&format!("the cell {far} of the sheet")),
            "{ran:?}"
        );
        assert_eq!(folder.names(), ["log.xlsx"]);
    }
    // Formats beyond are no cells, and an address that is none is not followed.
    for near in [
        "<row><c r=\"XFD1048576\" s=\"1\"/></row>",
        "<row r=\"99999999999999999999\"/>",
    ] {
        assert_eq!(import(NAMES, near, "").1.status, 0);
    }
    for wrong in [
        "<row><c r=\"A99999999999999999999\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>7</v></c></row>",
        "<row r=\"2\"><c r=\"B2\"><v>&e;</v></c></row>",
        "<row r=\"2\"",
    ] {
        let (_, ran) = import(NAMES, wrong, "");
        assert!(
            (0..=2).contains(&ran.status) && !ran.err.contains("panicked"),
            "{wrong} {ran:?}"
        );
    }
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let blanks = vec![b' '; 1 << 20];
    let bytes = xlsx(|out| {
        out.write_all(b"<worksheet><sheetData>").unwrap();
        for _ in 0..260 {
            out.write_all(&blanks).unwrap();
        }
    });
    assert!(bytes.len() < 1 << 20);
    let folder = Folder::with(&[]);
    std::fs::write(folder.0.path().join("bomb.xlsx"), bytes).unwrap();
    let ran = folder.run(&["import", "bomb.xlsx"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("unpacks to more than 256 MB"), "{ran:?}");
}

#[test]
fn what_is_no_table_is_told_apart() {
    for (bytes, why) in [
        (&b"PK\x03\x04 and no more"[..], "damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "old .xls or has a password",
        ),
        (b"<!DOCTYPE html><table>", "web page"),
        (b"%PDF-1.7", "PDF"),
        (b"", "empty"),
        (b"one line", "no row in it names columns"),
    ] {
        let folder = Folder::with(&[]);
        std::fs::write(folder.0.path().join("log.xlsx"), bytes).unwrap();
        let ran = folder.run(&["import", "log.xlsx", "--write"]);
        assert_eq!(ran.status, 2, "{why} {ran:?}");
        assert!(ran.err.contains(why), "{why} {ran:?}");
    }
}

#[test]
fn every_column_is_text_with_lists_to_choose_from() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    assert_eq!(folder.run(&["export", "-o", "claims.xlsx"]).status, 0);
    let bytes = std::fs::read(folder.0.path().join("claims.xlsx")).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut read = |name: &str| std::io::read_to_string(zip.by_name(name).unwrap()).unwrap();
    let sheet = read("xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>"), "a cell is a formula");
    assert!(sheet.contains("<sheetProtection") && sheet.contains("hidden=\"1\""));
    for list in [
        "\"asserts,denies\"",
        "\"yes,no\"",
        "\"delete\"",
        "lists!$A$2:$A$3",
        "lists!$B$2:$B$4",
    ] {
        let list = list.replace('"', "&quot;");
        assert!(
            sheet.contains(&list) || sheet.contains(&list.replace("&quot;", "\"")),
            "{list}"
        );
    }
    // The last of the empty rows is there, and is text as all the others.
    assert!(
        sheet.contains("<c r=\"I5006\" s=\"") && read("xl/styles.xml").contains("numFmtId=\"49\"")
    );
    let names = read("xl/workbook.xml");
    assert!(
        names.contains("name=\"claims\"") && names.contains("name=\"questions\""),
        "{names}"
    );
}

/// Values that spreadsheets like to change, and signs that they store in their own way.
const TRICKY: &str = "\
article: {id: '001', source: 'Fête \u{201c}&\u{201d} <Post>', published: 2024-03-05, title: \"tab\\tand\\nline\"}
claims:
  - {subject: '=1+1', property: 1.10, value: 1/2, quote: '+3 -4 @x', note: \"a  b\\n\\nc\"}
  - {subject: 'TRUE', property: 3-5, value: 007, quote: \"'=x\", attribution: ['A; B', C]}
  - {subject: '_x000D_', property: 1e5, value: '2024-03-05', quote: 'a\u{a0}b\u{200b}c'}
  - {subject: '12345678901234567890', property: '50%', value: [A, 'B, C'], qualifiers: {age: '1:2'}}
drafts:
  - {quote: 5 March, note: '-'}
";

#[test]
fn a_table_that_libreoffice_saved_changes_no_byte() {
    let is_there = Command::new("soffice").arg("--version").output().is_ok();
    if !is_there {
        #[expect(clippy::print_stderr, reason = "a skipped test says so")]
        {
            eprintln!("skipped: there is no LibreOffice");
        }
        return;
    }
    let folder = Folder::with(&[("claims/a.yaml", TRICKY), ("claims/b.yaml", STORY)]);
    assert_eq!(folder.run(&["export", "-o", "claims.xlsx"]).status, 0);
    let home = folder.0.path();
    for ending in ["ods", "xlsx", "csv"] {
        let mut convert = Command::new("soffice");
        convert.args([
            "--headless",
            "--convert-to",
            ending,
            "--outdir",
            "saved",
            "claims.xlsx",
        ]);
        convert.arg(format!(
            "-env:UserInstallation=file://{}/profile",
            home.display()
        ));
        let done = convert.current_dir(home).output().unwrap();
        let saved = format!("saved/claims.{ending}");
        assert!(home.join(&saved).exists(), "{done:?}");
        let ran = folder.run(&["import", &saved, "--write"]);
        assert_eq!((ran.status, &*ran.out), (0, ""), "{ending} {ran:?}");
        assert!(
            ran.err.contains("10 rows: 10 as before; no file changes"),
            "{ending} {ran:?}"
        );
        assert_eq!(folder.read("claims/a.yaml"), TRICKY);
    }
}
