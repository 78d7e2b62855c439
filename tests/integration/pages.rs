//! The page of every check: its parts, its width, and its example, which is run.
//!
//! The `yaml` blocks before the `text` block are `example.yaml` and `vocabulary.yaml`; the `text`
//! block holds the command and what it prints on 80 columns. `BLESS=1` writes the latter.

use std::fs;
use std::path::Path;

use gainsay::check::Selection;
use gainsay::finding::{Check, Report};
use gainsay::parse::{self, Inputs};
use gainsay::render::{Format, Options, Style, render};
use gainsay::text::Files;

use crate::checks::everything;

const PARTS: &[&str] = &[
    "What it finds",
    "Why it matters",
    "Example",
    "What stays silent",
    "What to do",
];

const FILES: &[&str] = &["example.yaml", "vocabulary.yaml"];

#[test]
fn say_what_they_should_in_80_columns() {
    for check in Check::ALL {
        let headings: Vec<&str> = check
            .page()
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        assert_eq!(headings, PARTS, "{}", check.name());
        let title = check.page().lines().next();
        assert_eq!(title, Some(&*format!("# {}", check.name())));
        let wide = check.page().lines().find(|line| line.chars().count() > 80);
        assert_eq!(wide, None, "{}", check.name());
    }
}

#[test]
fn show_what_is_printed() {
    for check in Check::ALL {
        let path = format!("docs/checks/{}.md", check.name());
        let page = fs::read_to_string(&path).unwrap();
        let shown = with_report(&page, check.name());
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, shown).unwrap();
        } else {
            assert_eq!(page, shown, "{path}");
        }
    }
}

/// The page with the report that its example gives.
fn with_report(page: &str, check: &str) -> String {
    let (before, rest) = page.split_once("```text\n").unwrap();
    let (shown, after) = rest.split_once("```\n").unwrap();
    let command = shown.lines().next().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let examples = yaml_blocks(before);
    for (name, text) in FILES.iter().zip(&examples) {
        fs::write(folder.path().join(name), text).unwrap();
    }
    for (at, text) in yaml_blocks(after).iter().enumerate() {
        fs::write(folder.path().join(format!("after-{at}.yaml")), text).unwrap();
    }
    let mut args = command.strip_prefix("$ gainsay ").unwrap().split(' ');
    let files: Vec<&str> = args.by_ref().take(examples.len()).collect();
    assert_eq!(files, FILES[..examples.len()]);
    let selection = match args.next() {
        Some("--all") => everything(),
        other => {
            assert_eq!(other, None);
            Selection::default()
        }
    };
    let all = run(folder.path(), None, &selection);
    assert_eq!(all.problems, [""; 0], "{check}");
    let shown = run(folder.path(), Some(&files), &selection);
    assert!(shown.checks.contains(&check), "{check}: {:?}", shown.checks);
    let report = shown.report.trim();
    format!("{before}```text\n{command}\n\n{report}\n```\n{after}")
}

struct Run {
    /// On 80 columns.
    report: String,
    /// What was found.
    checks: Vec<&'static str>,
    problems: Vec<String>,
}

/// Runs some files of a folder, or all.
fn run(folder: &Path, files: Option<&[&str]>, selection: &Selection) -> Run {
    let paths = match files {
        Some(files) => files.iter().map(|file| folder.join(file)).collect(),
        None => vec![folder.to_owned()],
    };
    let (mut corpus, problems) = parse::load(&Inputs { paths, stdin: None });
    let mut files = Files::default();
    for path in paths_of(&corpus.files) {
        files.add(path.strip_prefix(folder).unwrap().to_owned());
    }
    corpus.files = files;
    let report: Report<'_> = gainsay::examine(&corpus, problems, selection, false).unwrap();
    let mut out = Vec::new();
    let options = Options {
        style: Style::plain(),
        width: 80,
        links: None,
        ..Options::default()
    };
    render(&report, Format::Terminal, &options, &mut out).unwrap();
    let problems = report.diagnostics.iter().map(|problem| &problem.message);
    Run {
        report: String::from_utf8(out).unwrap(),
        checks: report
            .findings
            .iter()
            .map(|found| found.check.name())
            .collect(),
        problems: problems.cloned().collect(),
    }
}

fn paths_of(files: &Files) -> Vec<std::path::PathBuf> {
    let ids = (0..files.len()).map(gainsay::text::FileId::from_index);
    ids.map(|id| files.path(id).to_owned()).collect()
}

fn yaml_blocks(text: &str) -> Vec<&str> {
    text.split("```yaml\n")
        .skip(1)
        .map(|block| block.split("```").next().unwrap())
        .collect()
}
