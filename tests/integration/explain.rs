//! Derivations: they agree with the findings that they derive, and what would change them does.

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::check::{self, Selection, Test};
use gainsay::explain::{Derivation, derive};
use gainsay::finding::{Check, Finding, Level};
use gainsay::parse::{self, Inputs};
use gainsay::render::{Options, Style, derivation};
use textwrap::core::display_width;

use crate::checks::fixtures;

/// Compares with a file in tests/fixtures/explain.
macro_rules! assert_explained {
    ($name:literal, $text:expr) => {
        insta::with_settings!({
            snapshot_path => "../fixtures/explain",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!($name, $text) })
    };
}

/// Every folder of claims that the tests know.
fn folders() -> Vec<PathBuf> {
    let checks = Check::ALL.iter().flat_map(|check| fixtures(check.name()));
    let others = ["tests/fixtures/diagram", "claims"].map(PathBuf::from);
    checks.chain(others).collect()
}

#[test]
fn every_derivation_ends_in_its_finding() {
    let mut seen = [0; 3];
    for folder in folders() {
        each(&folder, |finding, derived, _| {
            let context = format!(
                "{}: {} {}",
                folder.display(),
                finding.check.name(),
                finding.message
            );
            let is_graph = |check| matches!(check::test(check), Test::Graph(_));
            if !derived.argument.is_empty() {
                seen[0] += 1;
                assert!(finding.subject.is_none(), "{context}");
                assert!(
                    derived.argument.len() >= finding.positions.len(),
                    "{context}"
                );
                return;
            }
            if is_graph(finding.check) {
                return;
            }
            match derived.asked.last() {
                Some((check, holds)) => {
                    seen[1] += 1;
                    assert_eq!((*check, *holds), (finding.check, true), "{context}");
                    assert!(derived.asked.iter().rev().skip(1).all(|(_, holds)| !holds));
                }
                None => {
                    seen[2] += 1;
                    assert_eq!(derived.pairs.len(), finding.oppositions.len(), "{context}");
                    for (pair, found) in derived.pairs.iter().zip(&finding.oppositions) {
                        let (check, holds) = *pair.asked.last().unwrap();
                        assert_eq!((check, holds), (found.check, true), "{context}");
                    }
                    let checks = derived
                        .pairs
                        .iter()
                        .map(|pair| pair.asked.last().unwrap().0);
                    assert!(
                        checks.clone().any(|check| check == finding.check),
                        "{context}"
                    );
                }
            }
        });
    }
    assert!(seen.iter().all(|count| *count > 10), "{seen:?}");
}

#[test]
fn every_claim_is_read_with_its_place_and_words() {
    for folder in folders() {
        each(&folder, |finding, derived, corpus| {
            let claims: usize = finding.positions.iter().map(|at| at.claims.len()).sum();
            let claims = claims + finding.not_known.len();
            assert_eq!(derived.claims.len(), claims.min(100));
            for claim in &derived.claims {
                let text = corpus.files.text(claim.place.file).unwrap();
                let line = text
                    .lines()
                    .nth(claim.place.spot.line as usize - 1)
                    .unwrap();
                let value = line.chars().skip(claim.place.spot.column as usize - 1);
                assert!(value.count() > 0, "{claim:?}");
                assert!(claim.value.is_some() || claim.unread.is_some(), "{claim:?}");
            }
        });
    }
}

#[test]
fn a_conflict_step_by_step() {
    let folder = Path::new("tests/fixtures/diagram");
    assert_explained!("conflict", shown(folder, "value-conflict", 80));
    assert_explained!("joint", shown(folder, "joint-contradiction", 80));
    let colored = text(folder, "value-conflict", 100, Style::color());
    assert_explained!("conflict-colored", colored.replace('\x1b', "\\e"));
}

#[test]
fn a_sum_leads_to_a_conclusion() {
    let folder = Path::new("tests/fixtures/checks/joint-contradiction/fires-sum-with-slack");
    let shown = shown(folder, "joint-contradiction", 100);
    assert!(
        shown.contains("so  released is 30 September 2020 to 30 June 2022"),
        "{shown}"
    );
    assert!(
        shown.contains("The last two have nothing in common."),
        "{shown}"
    );
}

#[test]
fn sums_of_three_answers_are_added_up() {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        (
            "v.yaml",
            "rules: [{name: all, holds: hurt = dockers + guests + crew}]",
        ),
        (
            "a.yaml",
            "claims:\n  - {subject: fire, property: hurt, value: 12}\n  - {subject: fire, property: dockers, value: 5}\n  - {subject: fire, property: guests, value: 3}\n  - {subject: fire, property: crew, value: at least 6}\n",
        ),
    ];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let shown = shown(folder.path(), "joint-contradiction", 200);
    for step in [
        "so that hurt is at least 14; but",
        "so  dockers + guests is 8",
    ] {
        assert!(shown.contains(step), "{step}:\n{shown}");
    }
}

/// What a derivation says would change it, done to the file, changes it in that way.
#[test]
fn what_would_change_it_does() {
    let story = |left: &str, right: &str| {
        format!(
            "article: {{id: a}}\nclaims: [{{subject: s, property: p, {left}}}]\n---\n\
             article: {{id: b}}\nclaims: [{{subject: s, property: p, {right}}}]\n"
        )
    };
    let plain = story("value: 1", "value: 3");
    let hedged = story("value: 1, hedged: true", "value: 3");
    let wider = story("value: at least 1", "value: 3");
    let placed = story("value: 1, where: Rome", "value: 3");
    let together = story("value: 1, where: Rome", "value: 3, where: Rome");
    let changing = "properties: {p: {changes: yes}}";
    let changes = |text: &str, vocabulary: &str| -> (String, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.yaml"), text).unwrap();
        fs::write(folder.path().join("v.yaml"), vocabulary).unwrap();
        let mut out = None;
        each(folder.path(), |finding, derived, _| {
            out = Some((finding.check.name().to_owned(), derived.changes.clone()));
        });
        out.unwrap()
    };
    let none = "properties: {p: {kind: number}}";
    let (check, says) = changes(&plain, none);
    assert_eq!(check, "value-conflict");
    let says = |text: &str| assert!(says.iter().any(|line| line.contains(text)), "{says:?}");
    says("if a or b hedged its claim, it would be possible-conflict (one side is hedged)");
    assert_eq!(changes(&hedged, none).0, "possible-conflict");
    says("\"p\" were declared with `changes: yes`, it would be possible-conflict");
    assert_eq!(changes(&plain, changing).0, "possible-conflict");
    says("if a had `at least 1`, it would be no conflict");
    assert_eq!(changes(&wider, none).0, "corroborated");
    let (_, back) = changes(&hedged, none);
    assert!(
        back.iter()
            .any(|line| line == "if no side were hedged, it would be value-conflict")
    );
    let (check, says) = changes(&placed, none);
    assert_eq!(check, "possible-conflict");
    let place = "if both spoke of one time and place, it would be value-conflict";
    assert!(says.iter().any(|line| line == place), "{says:?}");
    assert_eq!(changes(&together, none).0, "value-conflict");
    let alike = "article: {id: a}\nclaims: [{subject: Alice Johnson, property: p, value: 1}]\n---\n\
                 article: {id: b}\nclaims: [{subject: Alice M. Johnson, property: p, value: 3}]\n";
    let (check, says) = changes(alike, none);
    assert_eq!(check, "possible-conflict");
    let alias = "if the vocabulary gave the name as an alias, it would be value-conflict";
    assert!(says.iter().any(|line| line == alias), "{says:?}");
    let pinned = format!("{none}\nentities: {{Alice M. Johnson: {{aliases: [Alice Johnson]}}}}");
    assert_eq!(changes(alike, &pinned).0, "value-conflict");
}

#[test]
fn lines_fit_and_hold_nothing_that_a_terminal_obeys() {
    let folder = tempfile::tempdir().unwrap();
    let hostile = "article: {id: \"a\\e[31m\"}\nclaims: [{subject: \"s\\u202e\", property: \"p\\e]0;x\\a\", value: \"1\\u202e\", attribution: \"Q\\e[2J\"}]\n---\n\
                   article: {id: b}\nclaims: [{subject: \"s\\u202e\", property: \"p\\e]0;x\\a\", value: 3}]\n";
    fs::write(folder.path().join("a.yaml"), hostile).unwrap();
    for width in [40, 80, 120] {
        each_text(folder.path(), width, |text| {
            assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{text}");
        });
        each_text(Path::new("tests/fixtures/diagram"), width, |text| {
            // Excerpts are as wide as the lines of their files.
            let excerpt = |line: &str| line.contains(" | ") || line.contains("--> ");
            let heading =
                |line: &str| line.contains(", in its own voice") || line.contains(", according to");
            for line in text.lines().filter(|line| !excerpt(line) && !heading(line)) {
                assert!(display_width(line) <= width, "{width}: {line}");
            }
        });
    }
}

fn each(folder: &Path, mut look: impl FnMut(&Finding, &Derivation<'_>, &gainsay::model::Corpus)) {
    let (corpus, _) = parse::load(&Inputs {
        paths: vec![folder.to_owned()],
        stdin: None,
    });
    let selection = Selection {
        level: Level::Note,
        silenced: true,
        ..Selection::default()
    };
    gainsay::with_graph(&corpus, false, |graph, _| {
        for finding in &check::survey(graph, &selection).unwrap().findings() {
            look(finding, &derive(graph, finding), &corpus);
        }
    });
}

fn each_text(folder: &Path, width: usize, mut look: impl FnMut(&str)) {
    each(folder, |_, derived, corpus| {
        look(&rendered(derived, corpus, width, Style::plain()));
    });
}

/// The derivation of the first finding of a check.
fn shown(folder: &Path, check: &str, width: usize) -> String {
    text(folder, check, width, Style::plain())
}

fn text(folder: &Path, check: &str, width: usize, style: Style) -> String {
    let mut out = None;
    each(folder, |finding, derived, corpus| {
        if finding.check.name() == check && out.is_none() {
            out = Some(rendered(derived, corpus, width, style));
        }
    });
    out.unwrap()
}

fn rendered(
    derived: &Derivation<'_>,
    corpus: &gainsay::model::Corpus,
    width: usize,
    style: Style,
) -> String {
    let mut out = Vec::new();
    derivation(
        derived,
        corpus,
        &Options {
            style,
            width,
            links: None,
            ..Options::default()
        },
        &mut out,
    )
    .unwrap();
    String::from_utf8(out).unwrap()
}

/// Findings beside questions have derivations of their own.
#[test]
fn rings_and_readings() {
    let folder = tempfile::tempdir().unwrap();
    let text = "article: {id: a, cites: [b]}\nclaims: [{subject: fire, property: hurt, value: 3}]\n---\n\
                article: {id: b, copy of: a}\nclaims: [{subject: fire, property: hurt, value: 3}]\n---\n\
                article: {id: c, annotator: JM}\nclaims: [{subject: fire, property: dead, value: 1}]\n---\n\
                article: {id: c, annotator: RK}\nclaims: [{subject: fire, property: dead, value: 2}]\n";
    fs::write(folder.path().join("a.yaml"), text).unwrap();
    let ring = shown(folder.path(), "circular-sourcing", 100);
    assert!(
        ring.contains("a cites: b") && ring.contains("b is a copy of: a"),
        "{ring}"
    );
    assert!(!ring.contains("WHAT THE CLAIMS SAY"), "{ring}");
    let readings = shown(folder.path(), "annotator-conflict", 100);
    assert!(
        readings.contains("as JM read it") && readings.contains("as RK read it"),
        "{readings}"
    );
}

#[test]
fn quotes_and_notes_stand_beside_the_readings() {
    let folder = tempfile::tempdir().unwrap();
    let text = "\
article: {id: herald}
claims: [{subject: dam, property: breaches, value: 1, quote: a breach was seen, note: Read as one breach.}]
---
article: {id: post}
claims: [{subject: dam, property: breaches, value: 3}]
";
    fs::write(folder.path().join("a.yaml"), text).unwrap();
    let shown = shown(folder.path(), "value-conflict", 100);
    assert!(shown.contains("  quote  “a breach was seen”\n"), "{shown}");
    assert!(shown.contains("  note   Read as one breach.\n"), "{shown}");
    // A claim without either has neither line.
    assert_eq!(shown.matches("\n  quote ").count(), 1, "{shown}");
    assert_eq!(shown.matches("\n  note   ").count(), 1, "{shown}");
}
