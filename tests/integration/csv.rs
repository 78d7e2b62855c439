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

#[test]
fn a_row_of_a_joint_contradiction_has_the_question_of_its_claim() {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        (
            "a.yaml",
            "article: {id: '007'}\nclaims: [{subject: Ada Brook, property: refusals, value: 1}]\n",
        ),
        (
            "b.yaml",
            "article: {id: b}\nclaims: [{subject: Ada Brook, property: requests, value: 4}]\n",
        ),
        (
            "v.yaml",
            "properties:\n  refusals: {question: How often was she refused?}\n  requests: {}\n\
             rules: [{name: one more, holds: requests = refusals + 1}]\n",
        ),
    ];
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let run = gainsay([
        "check",
        ".",
        "--only",
        "joint-contradiction",
        "--format",
        "csv",
    ])
    .current_dir(&folder)
    .output()
    .unwrap();
    let text = String::from_utf8(run.stdout).unwrap();
    let rows = cells(&text);
    let at = |name: &str| rows[0].iter().position(|cell| cell == name).unwrap();
    let told = |row: &Vec<String>| {
        ["article", "subject", "property", "question"].map(|name| row[at(name)].clone())
    };
    let mut told: Vec<_> = rows[1..].iter().map(told).collect();
    told.sort();
    assert_eq!(
        told[0],
        ["007", "Ada Brook", "refusals", "How often was she refused?"]
    );
    assert_eq!(told[1], ["b", "Ada Brook", "requests", ""]);
    assert!(text.contains(",\"007\","), "{text}");
    if let Some(shown) = in_libre_office(folder.path(), &text) {
        assert_eq!(cells(&format!("\u{feff}{shown}")), rows);
    }
}

/// The table as LibreOffice has it when it is imported as the page says; `None` where there is none.
fn in_libre_office(folder: &std::path::Path, text: &str) -> Option<String> {
    std::fs::write(folder.join("claims.csv"), text).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let ran = std::process::Command::new("soffice")
        .args(["--headless", &profile, "--infilter=CSV:44,34,76,1,,0,true"])
        // Commas, quotes, UTF-8, and each cell as it is shown.
        .args([
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true",
        ])
        .args(["--outdir", "out", "claims.csv"])
        .current_dir(folder)
        .output()
        .ok()?;
    let shown = std::fs::read_to_string(folder.join("out/claims.csv"));
    Some(
        shown
            .unwrap_or_else(|_| panic!("{ran:?}"))
            .replace('\n', "\r\n"),
    )
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
