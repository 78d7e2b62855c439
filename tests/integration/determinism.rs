//! The same claims give the same bytes, whatever the order of files and the number of threads.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

const FORMATS: &[&str] = &["terminal", "markdown", "json", "csv"];

/// What the program prints for some files, on that many threads.
fn printed(files: &[PathBuf], format: &str, threads: &str) -> (String, String) {
    let output = Command::cargo_bin("gainsay")
        .unwrap()
        .env("RAYON_NUM_THREADS", threads)
        .args(["check", "--all", "--fail-on", "never", "--format", format])
        .args(files)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr))
}

fn assert_stable(files: &[PathBuf]) {
    assert!(files.len() > 3);
    let mut reversed = files.to_vec();
    reversed.reverse();
    let mut turned = files.to_vec();
    turned.rotate_left(files.len() / 2);
    for format in FORMATS {
        let expected = printed(files, format, "1");
        assert!(!expected.0.is_empty(), "{}", expected.1);
        for (files, threads) in [(&reversed, "1"), (&turned, "4")] {
            assert_eq!(printed(files, format, threads), expected, "{format}");
        }
    }
}

#[test]
fn on_the_articles_of_one_story() {
    let mut files: Vec<PathBuf> = fs::read_dir("claims/alice-johnson")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    files.sort();
    assert_stable(&files);
}

#[test]
fn on_generated_articles() {
    let folder = tempfile::tempdir().unwrap();
    assert_stable(&generate(folder.path(), 60));
}

/// Articles of a few sources, about a few subjects, that copy, cite and revise each other and agree
/// more often than not.
fn generate(folder: &Path, articles: usize) -> Vec<PathBuf> {
    let mut state = 1;
    let mut next = move |below: usize| {
        // Knuth's MMIX generator: the same articles in every run.
        state = u64::wrapping_mul(state, 6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let mut pick = |from: &[&'static str]| from[next(from.len())];
    let mut files = Vec::new();
    for n in 0..articles {
        let source = pick(&["Mic", "Axios", "AP", "Herald", ""]);
        let other = format!("a{}", n * 7 % articles);
        let drawn = match pick(&["cites", "copy of", "revises", "", "", ""]) {
            "" => String::new(),
            how => format!("  {how}: {other}\n"),
        };
        let source = if source.is_empty() {
            String::new()
        } else {
            format!("  source: {source}\n")
        };
        let day = n % 28 + 1;
        let mut text = format!(
            "article:\n  id: a{n}\n  published: 2018-06-{day:02}\n{source}{drawn}claims:\n"
        );
        for _ in 0..12 {
            let subject = pick(&[
                "Ann Lee",
                "Ms. Lee",
                "Tom Lee",
                "Daniel Roe",
                "Dan Roe",
                "fire",
            ]);
            let (property, value) = match pick(&[
                "charges",
                "sentenced",
                "weapon",
                "time served",
                "people seen",
            ]) {
                "charges" => (
                    "charges",
                    pick(&["1", "three", "3", "about 3", "at least 2"]),
                ),
                "sentenced" => (
                    "sentenced",
                    pick(&["1996", "June 1996", "last week", "1996-06-12", "06/07/1996"]),
                ),
                "weapon" => (
                    "weapon",
                    pick(&["knife", "bottle", "not a knife", "a Knife"]),
                ),
                "time served" => (
                    "time served",
                    pick(&[
                        "22 years",
                        "almost 22 years",
                        "more than two decades",
                        "8 months",
                    ]),
                ),
                _ => (
                    "people seen",
                    pick(&["[Ann Lee, Dan Roe]", "Dan Roe", "[Tom Lee]"]),
                ),
            };
            let more = pick(&[
                "",
                "",
                "",
                ", hedged: true",
                ", attribution: Dan Roe",
                ", attribution: officials",
                ", where: Riverton",
                ", cites: AP",
                ", stance: denies",
            ]);
            writeln!(
                text,
                "  - {{subject: {subject}, property: {property}, value: {value}{more}}}"
            )
            .unwrap();
        }
        let file = folder.join(format!("{}.yaml", (n * 37) % articles));
        fs::write(&file, text).unwrap();
        files.push(file);
    }
    files.sort();
    files
}
