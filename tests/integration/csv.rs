//! The table for spreadsheets, read as they read it.

use gainsay::render::csv::COLUMNS;
use gainsay::render::{Format, Options, render};

use crate::cli::gainsay;
use crate::sample;

const PAGE: &str = "docs/csv.md";

fn table(format: Format) -> String {
    let corpus = sample::corpus();
    let mut out = Vec::new();
    render(
        &sample::report(&corpus),
        format,
        &Options::default(),
        &mut out,
    )
    .unwrap();
    String::from_utf8(out).unwrap()
}

/// The cells, as a reader of RFC 4180 takes them.
fn cells(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).terminator(csv::Terminator::CRLF);
    let rows = reader.from_reader(text.as_bytes()).into_records();
    rows.map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn each_claim_has_a_row_with_all_columns() {
    let text = table(Format::Csv);
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let rows = cells(&text);
    let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
    assert_eq!(rows[0], names);
    assert!(rows.len() > 10);
    assert!(rows.iter().all(|row| row.len() == names.len()));
    let json: serde_json::Value = serde_json::from_str(&table(Format::Json)).unwrap();
    let findings = json["findings"].as_array().unwrap();
    let positions = findings
        .iter()
        .flat_map(|f| f["positions"].as_array().unwrap());
    let claims: usize = positions
        .map(|p| p["claims"].as_array().unwrap().len())
        .sum();
    let bare = findings
        .iter()
        .filter(|f| f["positions"].as_array().unwrap().is_empty());
    assert_eq!(rows.len() - 1, claims + bare.count());
}

/// Whether spreadsheets calculate a cell when they open the file: Excel, LibreOffice Calc and Sheets
/// take these signs at the start for a formula, unless all of it is a number.
fn is_formula(cell: &str) -> bool {
    let start = cell.trim_start_matches([' ', '\t', '\r', '\n', '\u{a0}', '"']);
    let signed = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    signed && cell.parse::<f64>().is_err()
}

#[test]
fn no_cell_is_a_formula_in_a_spreadsheet() {
    assert!(is_formula("=1+1") && is_formula("-5 degrees"));
    assert!(!is_formula("-5") && !is_formula("'=1+1") && !is_formula("1+1"));
    let folder = tempfile::tempdir().unwrap();
    let claims: String = HOSTILE
        .iter()
        .map(|text| {
            let text = text.replace('\'', "''");
            format!("  - {{subject: '{text}', property: p, value: '{text}', quote: '{text}'}}\n")
        })
        .collect();
    let article = |id: &str| format!("article: {{id: '{id}'}}\nclaims:\n{claims}");
    std::fs::write(folder.path().join("a.yaml"), article("=a")).unwrap();
    std::fs::write(folder.path().join("-b.yaml"), article("@b")).unwrap();
    let output = gainsay(["check", ".", "--all", "--format", "csv"])
        .current_dir(&folder)
        .output()
        .unwrap();
    let hostile = cells(&String::from_utf8(output.stdout).unwrap());
    assert!(hostile.len() > 2 * HOSTILE.len());
    for cell in cells(&table(Format::Csv)).iter().chain(&hostile).flatten() {
        assert!(!is_formula(cell), "{cell}");
        // The apostrophe makes it text and is not shown: it stands where it is needed only.
        if let Some(text) = cell.strip_prefix('\'') {
            assert!(is_formula(text), "{cell}");
        }
    }
}

const HOSTILE: &[&str] = &[
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "=cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "\"=1+1\"",
    "＝1+1",
    "-5",
    "- 5 degrees",
    "x,=1+1",
];

#[test]
fn the_page_lists_every_column() {
    let rows: String = COLUMNS
        .iter()
        .map(|column| format!("| `{}` | {} |\n", column.name, column.about))
        .collect();
    let page = std::fs::read_to_string(PAGE).unwrap();
    let (before, _) = page.split_once("| --- | --- |\n").unwrap();
    let expected = format!("{before}| --- | --- |\n{rows}");
    if std::env::var_os("UPDATE_PAGES").is_some() {
        std::fs::write(PAGE, expected).unwrap();
    } else {
        assert_eq!(page, expected);
    }
}
