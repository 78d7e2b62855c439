//! Every diagnostic has a small file that raises it, and its message in the catalogue.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use gainsay::check::Selection;
use gainsay::cli::diagnostics::write;
use gainsay::diagnostic::{CODES, Code, Diagnostic, Severity};
use gainsay::model::Corpus;
use gainsay::parse::{self, Inputs};

const FOLDER: &str = "tests/fixtures/diagnostics";
const CATALOGUE: &str = "docs/diagnostics.md";

/// What raises a code: its file or folder, or bytes that cannot stand in a file of text.
fn inputs(code: Code) -> Inputs {
    let stdin = |bytes: Vec<u8>| Inputs {
        paths: Vec::new(),
        stdin: Some(bytes),
    };
    match code {
        Code::BadUtf8 => stdin(b"claims:\n  - subject: Caf\xe9\n".to_vec()),
        Code::TooLarge => {
            let mut text = b"entities:\n  Harbour:\n    aliases: ".to_vec();
            text.resize(text.len() + (1 << 20) + 1, b'x');
            stdin(text)
        }
        // The one file that must not be there.
        Code::UnreadableFile => paths(&[&format!("{FOLDER}/unreadable-file.yaml")]),
        _ => {
            let folder = PathBuf::from(format!("{FOLDER}/{}", code.name()));
            let file = folder.with_extension("yaml");
            let path = if folder.is_dir() { folder } else { file };
            Inputs {
                paths: vec![path],
                stdin: None,
            }
        }
    }
}

/// What a fixture raises: remarks too, where it is about one.
fn raised(code: Code) -> (Corpus, Vec<Diagnostic>) {
    if code.row().severity != Severity::Note {
        return load(&inputs(code));
    }
    let (corpus, problems) = parse::load(&inputs(code));
    let problems = gainsay::inspect(&corpus, problems, false);
    (corpus, problems)
}

/// A corpus, and every problem that loading and comparing it raises.
fn load(inputs: &Inputs) -> (Corpus, Vec<Diagnostic>) {
    let (corpus, problems) = parse::load(inputs);
    let report = gainsay::examine(&corpus, problems, &Selection::default(), false);
    let problems = report.expect("no names are selected").diagnostics;
    (corpus, problems)
}

fn paths(paths: &[&str]) -> Inputs {
    Inputs {
        paths: paths.iter().map(PathBuf::from).collect(),
        stdin: None,
    }
}

fn text(corpus: &Corpus, diagnostics: &[Diagnostic]) -> String {
    let mut out = Vec::new();
    write(&corpus.files, diagnostics, false, &mut out).expect("text");
    String::from_utf8(out).expect("text")
}

#[test]
fn every_code_has_a_fixture_that_raises_it() {
    for row in CODES {
        let (_, diagnostics) = raised(row.code);
        let codes = diagnostics.iter().map(|d| d.code).collect::<Vec<_>>();
        assert!(codes.contains(&row.code), "{}: {codes:?}", row.name);
        // A fixture shows one problem; only the place of its claims may differ.
        assert!(
            codes.iter().all(|code| *code == row.code),
            "{}: {codes:?}",
            row.name
        );
    }
}

#[test]
fn every_fixture_has_a_code() {
    for entry in std::fs::read_dir(FOLDER).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(
            name == "ten-mistakes" || CODES.iter().any(|row| row.name == name),
            "{name}"
        );
    }
}

#[test]
fn every_message_says_what_to_do() {
    for row in CODES {
        for d in raised(row.code).1 {
            let hint = d.hint.lines().next().unwrap_or_default();
            assert!(hint.ends_with(['.', '?']), "{}: {hint}", row.name);
            assert!(!d.message.ends_with('.'), "{}: {}", row.name, d.message);
        }
    }
}

/// `BLESS=1 cargo test` writes the catalogue anew.
#[test]
fn the_catalogue_is_current() {
    let catalogue = catalogue();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(CATALOGUE, &catalogue).unwrap();
    }
    let kept = std::fs::read_to_string(CATALOGUE).unwrap_or_default();
    assert!(
        kept == catalogue,
        "{CATALOGUE} is not what the fixtures give; look at `git diff` after `BLESS=1 cargo test`"
    );
}

fn catalogue() -> String {
    let mut out = String::from(
        "# Diagnostics\n\nEvery problem that gainsay may find in an annotation file, a small file that \
         has it, and the complete message. An error means that something could not be taken into \
         account; a warning, that something may not be what was meant; a note, that something could be \
         annotated better, which only `gainsay lint` tells. All problems are reported at once, and what can be \
         read is compared.\n\n\
         This page is written by `BLESS=1 cargo test` from `tests/fixtures/diagnostics/`.\n",
    );
    for row in CODES {
        let severity = row.severity.name();
        writeln!(out, "\n## {} ({severity})\n\n{}", row.name, row.summary).expect("memory");
        let inputs = inputs(row.code);
        for path in files(&inputs) {
            let file = std::fs::read_to_string(&path).expect("a text");
            let language = path.extension().map_or("", |ending| match ending.to_str() {
                Some("yaml") => "yaml",
                _ => "text",
            });
            writeln!(out, "\n```{language}\n{}\n```", file.trim_end()).expect("memory");
        }
        let (corpus, diagnostics) = raised(row.code);
        let text = text(&corpus, &diagnostics);
        writeln!(out, "\n```text\n{}\n```", text.trim_end()).expect("memory");
    }
    out
}

/// The files that a fixture consists of.
fn files(inputs: &Inputs) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in &inputs.paths {
        match std::fs::read_dir(path) {
            Ok(entries) => files.extend(entries.map(|entry| entry.expect("a file").path())),
            Err(_) => files.extend(path.is_file().then(|| path.clone())),
        }
    }
    files.sort();
    files
}

#[test]
fn ten_mistakes_give_ten_messages_and_cost_no_other_claim() {
    let file = format!("{FOLDER}/ten-mistakes.yaml");
    let (corpus, diagnostics) = load(&paths(&[&file]));
    let found = diagnostics
        .iter()
        .map(|d| (d.place.spot.line, d.place.spot.column, d.code.name()))
        .collect::<Vec<_>>();
    assert_eq!(
        found,
        [
            (3, 3, "unknown-field"),
            (12, 12, "likely-quote"),
            (20, 12, "likely-colon"),
            (22, 5, "missing-field"),
            (27, 4, "syntax"),
            (32, 13, "bad-choice"),
            (36, 18, "likely-comment"),
            (40, 13, "split-number"),
            (45, 5, "duplicate-field"),
            (47, 14, "wrong-type"),
        ]
    );
    let kept = corpus
        .claims
        .iter()
        .map(|claim| corpus.symbols.text(claim.property))
        .collect::<Vec<_>>();
    assert_eq!(kept, ["injured", "dead", "name", "strikers", "engines"]);
}

#[test]
fn a_terminal_obeys_no_file() {
    let stdin = "claims:\n  - subject: \"a\"\n    prop\u{1b}[31merty: \u{202e}x\n".into();
    let (corpus, diagnostics) = load(&Inputs {
        paths: Vec::new(),
        stdin: Some(stdin),
    });
    let text = text(&corpus, &diagnostics);
    assert!(!diagnostics.is_empty());
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
}

#[test]
fn a_long_line_is_cut_and_its_place_is_right() {
    let stdin = format!("article:\n  id: x\n  cites: [{}{{}}]\n", "é, ".repeat(4999));
    let (corpus, diagnostics) = load(&Inputs {
        paths: Vec::new(),
        stdin: Some(stdin.into()),
    });
    let text = text(&corpus, &diagnostics);
    assert!(text.contains("<stdin>:3:15008"), "{text}");
    assert!(text.len() < 2000, "{}", text.len());
}

#[test]
fn colors_come_only_when_asked_for() {
    let (corpus, diagnostics) = load(&paths(&[&format!("{FOLDER}/syntax.yaml")]));
    let mut out = Vec::new();
    write(&corpus.files, &diagnostics, true, &mut out).unwrap();
    assert!(out.contains(&0x1b));
    assert!(!text(&corpus, &diagnostics).contains('\u{1b}'));
}

#[test]
fn severities_match_their_words() {
    assert_eq!(Severity::Error.name(), "error");
    assert!(CODES.iter().all(|row| row.code.row().name == row.name));
    assert!(Path::new(FOLDER).is_dir());
}
