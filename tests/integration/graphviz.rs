//! What is written as DOT is drawn by Graphviz, where it is installed.

use std::io::Write;
use std::process::{Command, Stdio};

use assert_cmd::Command as Program;

/// Lists, dates, terms and firms that are part of each other: each sort of line between the answers of
/// one question, and questions with one answer.
const STORY: &str = "\
entities:
  PFD: {kind: organisation, aliases: [P F D], part of: Bay Group}
  Quay Ltd: {kind: organisation}
properties:
  role: {kind: term, terms: {captain: {}, stoker: {}}}
article: {id: one}
claims:
  - {subject: Ann Moss, property: hurt, value: 3}
  - {subject: Ann Moss, property: role, value: captain}
  - {subject: Ann Moss, property: crew, value: [Bo Day, Cy]}
  - {subject: Ann Moss, property: began, value: 2018-05-01}
  - {subject: Ann Moss, property: ended, value: 2018-04-01}
  - {subject: Ann Moss, property: owner, value: PFD}
---
article: {id: two}
claims:
  - {subject: Ann Moss, property: hurt, value: 5, quote: five}
  - {subject: Ann Moss, property: role, value: stoker}
  - {subject: Ann Moss, property: owner, value: Bay Group}
---
article: {id: three, copy of: two, revises: one}
claims:
  - {subject: Ann Moss, property: hurt, value: 7}
  - {subject: Ann Moss, property: owner, value: Quay Ltd}
";

/// What Graphviz says about a picture; `None` where it is not installed.
fn complaint(dot: &[u8]) -> Option<String> {
    let graphviz = Command::new("dot")
        .arg("-Tsvg")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn();
    let mut graphviz = graphviz.ok()?;
    graphviz.stdin.take()?.write_all(dot).unwrap();
    let output = graphviz.wait_with_output().unwrap();
    Some(String::from_utf8_lossy(&output.stderr).into_owned())
}

fn drawn(paths: &[&str], detail: &str, level: &str) -> Vec<u8> {
    let mut program = Program::cargo_bin("gainsay").unwrap();
    program.args([
        "graph", "--format", "dot", "--detail", detail, "--level", level,
    ]);
    let output = program.args(paths).output().unwrap();
    assert!(!output.stdout.is_empty(), "{output:?}");
    output.stdout
}

#[test]
fn graphviz_draws_every_picture() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("story.yaml");
    std::fs::write(&file, STORY).unwrap();
    let stories = [
        file.to_str().unwrap(),
        "claims/alice-johnson",
        "tests/fixtures/diagram",
    ];
    for story in stories {
        for detail in ["questions", "positions", "claims"] {
            for level in ["conflict", "note"] {
                let dot = drawn(&[story], detail, level);
                let said = complaint(&dot).unwrap_or_default();
                assert_eq!(said, "", "{story} {detail} {level}");
            }
        }
    }
}

#[test]
fn a_picture_that_is_none_is_complained_about() {
    assert!(complaint(b"digraph {").is_none_or(|said| !said.is_empty()));
}
