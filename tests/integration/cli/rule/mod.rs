//! `gainsay rule`: what it prints, what it appends, and what the next run makes of it.

mod file;
mod later;

use super::{Folder, Ran};

const ARTICLES: &str = "\
article: {id: morning}
claims:
  - {subject: harbour fire, property: people hurt, value: 1}
  - {subject: harbour fire, property: arson, value: yes}
---
article: {id: evening}
claims:
  - {subject: harbour fire, property: people hurt, value: three}
  - {subject: harbour fire, property: arson, value: yes, stance: denies}
";

const THIRD: &str = "\
article: {id: weekly}
claims:
  - {subject: harbour fire, property: people hurt, value: 3, quote: three}
";

fn story() -> Folder {
    Folder::with(&[("claims/a.yaml", ARTICLES), ("claims/b.yaml", THIRD)])
}

/// The id of the finding about a property.
fn id(folder: &Folder, property: &str) -> String {
    let json = folder.run(&["--all", "--format", "json"]).json();
    let findings = json["findings"].as_array().unwrap();
    let found = findings.iter().find(|f| f["property"] == property).unwrap();
    found["id"].as_str().unwrap().to_owned()
}

fn rule(folder: &Folder, id: &str, more: &[&str]) -> Ran {
    let mut args = vec!["rule", id, "--by", "RK", "--today", "2026-11-21"];
    args.extend(more);
    if !more.contains(&"--reason") {
        args.extend(["--reason", "the hospital's list"]);
    }
    folder.run(&args)
}

const STANDS: &[&str] = &["--ruling", "stands", "--value", "3"];

#[test]
fn a_ruling_is_printed_for_a_file() {
    let folder = story();
    let id = id(&folder, "people hurt");
    let ran = rule(&folder, &id[..5], STANDS);
    let expected = format!(
        "---\nrulings:\n  - finding: {id}\n    about: harbour fire / people hurt\n    check: value-conflict\n    ruling: stands\n    \
         value: '3'\n    considered:\n      - evening three\n      - morning 1\n      - weekly 3\n    \
         by: RK\n    date: 2026-11-21\n    reason: the hospital's list\n"
    );
    assert_eq!(
        (ran.status, ran.out.as_str(), ran.err.as_str()),
        (0, &*expected, "")
    );
    // As a file of its own, and behind another ruling.
    folder.add("claims/rulings.yaml", &ran.out);
    assert_eq!(silenced(&folder), Some(1));
    folder.add("claims/rulings.yaml", &format!("rulings:\n{}", ran.out));
    assert_eq!(silenced(&folder), Some(1));
}

/// How many findings rulings silence.
fn silenced(folder: &Folder) -> Option<u64> {
    folder.run(&["--format", "json"]).json()["summary"]["silenced"].as_u64()
}

/// The digits of this finding's id are a number to a spreadsheet, so that it is written with a letter;
/// rulings of before have the digits.
#[test]
fn an_id_that_would_be_a_number_is_read_in_both_writings() {
    let claim = |id: &str, value: &str| {
        format!(
            "article: {{id: {id}}}\nclaims: [{{subject: Dock 144, property: injured, value: {value}}}]\n"
        )
    };
    let folder = Folder::with(&[
        ("claims/a.yaml", &claim("a", "3")),
        ("claims/b.yaml", &claim("b", "4")),
    ]);
    assert_eq!(id(&folder, "injured"), "r64e50719632");
    for written in ["864e50719632", "864e", "r64e50719632", "R64E"] {
        let ran = rule(&folder, written, &["--ruling", "both"]);
        assert_eq!(ran.status, 0, "{ran:?}");
        let text = ran.out.replace("r64e50719632", written);
        folder.add("claims/r.yaml", &text);
        assert_eq!(silenced(&folder), Some(1), "{text}");
        let ran = folder.run(&["explain", written]);
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(ran.out.contains("r64e50719632"), "{ran:?}");
    }
    let ran = folder.run(&["explain", "1r64"]);
    assert_eq!(ran.status, 2, "{ran:?}");
}

#[test]
fn wrong_decisions_are_refused_with_a_hint() {
    let folder = story();
    let id = &*id(&folder, "people hurt");
    let both = ["--ruling", "both"];
    let cases: &[(&str, &[&str], &str)] = &[
        ("ffff", &both, "an id that begins with ffff"),
        (id, &["--ruling", "stands"], "--value"),
        (
            id,
            &["--ruling", "stands", "--value", "4"],
            "there are \"1\", \"three\"",
        ),
        (
            id,
            &["--ruling", "stands", "--value", "thre"],
            "did you mean \"three\"?",
        ),
        (
            id,
            &["--ruling", "both", "--value", "3"],
            "under `both` no value wins",
        ),
        (
            id,
            &["--ruling", "both", "--expires", "2026-11-21"],
            "give a later day",
        ),
        (
            id,
            &["--ruling", "both", "--expires", "soon"],
            "write one day",
        ),
        (id, &["--ruling", "both", "--reason", ""], "--reason"),
        (id, &["--ruling", "maybe"], "possible values"),
    ];
    for (id, args, message) in cases {
        let ran = rule(&folder, id, args);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
        assert!(ran.err.contains(message), "{message}: {ran:?}");
    }
    // Any wording, and what means the same.
    for value in ["three", "3", "Three", "exactly 3"] {
        let ran = rule(&folder, id, &["--ruling", "stands", "--value", value]);
        assert_eq!(ran.status, 0, "{ran:?}");
    }
}

#[test]
fn findings_beside_questions_can_be_ruled_on() {
    let folder = Folder::with(&[
        (
            "claims/ring.yaml",
            "article: {id: a, cites: [b]}\nclaims:\n  - {subject: s, property: p, value: 1}\n---\n\
             article: {id: b, cites: [a]}\nclaims:\n  - {subject: s, property: q, value: 1}\n",
        ),
        (
            "claims/quote.yaml",
            "article: {id: c}\nclaims:\n  - {subject: s, property: words, value: we all saw a red light, attribution: Ann Lee}\n---\n\
             article: {id: d}\nclaims:\n  - {subject: s, property: words, value: we all saw a green light, attribution: Ann Lee}\n",
        ),
        (
            "claims/two.yaml",
            "article: {id: e, annotator: JM}\nclaims:\n  - {subject: s, property: z, value: 1}\n---\n\
             article: {id: e, annotator: RK}\nclaims:\n  - {subject: s, property: z, value: 2}\n",
        ),
        (
            "claims/joint.yaml",
            "article: {id: f}\nclaims:\n  - {subject: s, property: began, value: 2024-03-05}\n---\n\
             article: {id: g}\nclaims:\n  - {subject: s, property: ended, value: 2024-03-04}\n",
        ),
        (
            "claims/vocabulary.yaml",
            "properties:\n  words: {kind: quotation}\n  began: {kind: date}\n  ended: {kind: date}\n\
             rules:\n  - {name: order, holds: began <= ended}\n",
        ),
    ]);
    let json = folder.run(&["--format", "json"]).json();
    let mut met = Vec::new();
    for finding in json["findings"].as_array().unwrap() {
        let check = finding["check"].as_str().unwrap();
        let id = finding["id"].as_str().unwrap();
        let ran = rule(
            &folder,
            id,
            &["--ruling", "both", "--to", "claims/rulings.yaml"],
        );
        assert_eq!(ran.status, 0, "{check}");
        let added = format!("gainsay: ruling on {id} added to claims/rulings.yaml:");
        assert!(
            ran.err.starts_with(&added) && ran.err.lines().count() == 1,
            "{ran:?}"
        );
        met.push(check);
    }
    for check in [
        "circular-sourcing",
        "misquotation",
        "annotator-conflict",
        "joint-contradiction",
    ] {
        assert!(met.contains(&check), "{check}: {met:?}");
    }
    let ran = folder.run(&["--format", "json"]);
    let json = ran.json();
    assert_eq!(
        json["summary"]["silenced"].as_u64(),
        Some(met.len() as u64),
        "{}",
        ran.out
    );
    assert_eq!(ran.status, 0);
    let rulings = folder.read("claims/rulings.yaml");
    for line in [
        "about: s / began, ended",
        "- claim: c we all saw a red light\n        attribution: Ann Lee\n",
        "- e 2",
        "about: 'a and b cite each other: ",
    ] {
        assert!(rulings.contains(line), "{line}: {rulings}");
    }
    // Another wording reopens it.
    folder.add(
        "claims/two.yaml",
        &folder
            .read("claims/two.yaml")
            .replace("value: 2", "value: 3"),
    );
    assert_eq!(
        folder.run(&["--format", "json"]).checks(),
        ["annotator-conflict"]
    );
}
