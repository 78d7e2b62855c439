//! Little output: `--quiet`, `--summary`, readers that stop reading, and what was left out.

use std::process::Stdio;

use super::{DOUBT, Folder, STORY, gainsay};

#[test]
fn quiet_leaves_the_exit_status_and_errors() {
    let folder = Folder::with(&[
        ("claims/a.yaml", STORY),
        (
            "claims/r.yaml",
            "rulings:\n  - {finding: 0123456789ab, ruling: both}\n",
        ),
    ]);
    assert!(folder.run(&[]).err.contains("unmatched-ruling"));
    for args in [&["--quiet"][..], &["check", "-q"]] {
        let ran = folder.run(args);
        assert_eq!(
            (ran.status, ran.out.as_str(), ran.err.as_str()),
            (1, "", "")
        );
    }
    assert_eq!(folder.run(&["-q", "--fail-on", "never"]).status, 0);
    folder.add(
        "claims/b.yaml",
        "claims: [{subject: s, property: p, valu: 1}]",
    );
    let ran = folder.run(&["-q"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("error[unknown-field]"), "{ran:?}");
    assert!(!ran.err.contains("unmatched-ruling"), "{ran:?}");
    let ran = Folder::with(&[]).run(&["-q", "."]);
    assert!(ran.err.contains("no claim was found"), "{ran:?}");
    assert_eq!(folder.run(&["-q", "--format", "json"]).status, 2);
}

#[test]
fn the_summary_is_one_line() {
    let folder = Folder::with(&[("claims/a.yaml", STORY), ("more/b.yaml", DOUBT)]);
    let ran = folder.run(&["--summary", "claims", "more"]);
    assert_eq!(
        (ran.status, ran.out.as_str(), ran.err.as_str()),
        (
            1,
            "4 articles, 7 claims, 3 questions: 1 conflict, no warnings, 1 agreement, 1 not shown (see --all), 1 quote not looked up\n",
            ""
        )
    );
    let all = folder.run(&["--summary", "--all", "claims", "more"]).out;
    assert!(!all.contains("not shown"), "{all}");
    // What other filters hide, `--all` does not show.
    let one = folder.run(&[
        "--summary",
        "--all",
        "--only",
        "value-conflict",
        "claims",
        "more",
    ]);
    assert!(one.out.contains(", 2 not shown"), "{one:?}");
}

#[test]
fn disputes_are_counted_among_the_conflicts() {
    let two = |property: &str, who: [&str; 2]| {
        format!(
            "article: {{id: {property}-a}}\nclaims:\n  \
             - {{subject: quay, property: {property}, value: 1{}}}\n---\n\
             article: {{id: {property}-b}}\nclaims:\n  \
             - {{subject: quay, property: {property}, value: 3{}}}\n",
            who[0], who[1]
        )
    };
    let (one, other) = (", attribution: Ida Berg", ", attribution: Tom Vane");
    let folder = Folder::with(&[("c/a.yaml", &two("width", [one, other]))]);
    let summary = |folder: &Folder| folder.run(&["--summary", "c"]).out;
    assert!(summary(&folder).contains(": 1 conflict, a dispute, no warnings"));
    folder.add("c/b.yaml", &two("depth", [one, ""]));
    let out = summary(&folder);
    assert!(
        out.contains(": 2 conflicts, 1 of them a dispute, no"),
        "{out}"
    );
    folder.add("c/c.yaml", &two("length", [other, one]));
    let out = summary(&folder);
    assert!(
        out.contains(": 3 conflicts, 2 of them disputes, no"),
        "{out}"
    );
    // In their own voice, the same articles make it one between newsrooms.
    folder.add(
        "c/d.yaml",
        "article: {id: d}\nclaims: [{subject: quay, property: length, value: 9}]",
    );
    let out = summary(&folder);
    assert!(
        out.contains(": 3 conflicts, 1 of them a dispute, no"),
        "{out}"
    );
    assert_eq!(folder.run(&["-q", "c"]).status, 1);
    for (format, words) in [
        ("markdown", "3 conflicts, 1 of them a dispute"),
        ("html", "3 conflicts, 1 of them a dispute</h1>"),
        ("json", "\"disputes\":1"),
    ] {
        let out = folder.run(&["--format", format, "c"]).out;
        assert!(out.contains(words), "{format}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_changes_no_status() {
    let folder = Folder::with(&[]);
    // More than a pipe holds.
    let claims: String = (0..400)
        .map(|at| format!("  - {{subject: s{at}, property: p, value: VALUE}}\n"))
        .collect();
    for (id, value) in [("a", "1"), ("b", "2")] {
        let article = format!("article: {{id: {id}}}\nclaims:\n{claims}");
        folder.add(
            &format!("claims/{id}.yaml"),
            &article.replace("VALUE", value),
        );
    }
    for args in [
        &["check"][..],
        &["check", "--format", "json"],
        &["check", "--format", "csv"],
        &["check", "--format", "markdown"],
        &["matrix"],
    ] {
        let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("gainsay"))
            .args(args)
            .current_dir(folder.0.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        // The status tells what was found, whoever reads it.
        let status = i32::from(args[0] == "check");
        assert_eq!(output.status.code(), Some(status), "{args:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
    }
}

#[test]
fn a_ring_is_shown_where_one_of_its_articles_is_asked_for() {
    let claim = "claims: [{subject: s, property: p, value: 1}]\n";
    let folder = Folder::with(&[
        (
            "claims/a.yaml",
            &format!("article: {{cites: [b]}}\n{claim}"),
        ),
        (
            "claims/b.yaml",
            &format!("article: {{cites: [a]}}\n{claim}"),
        ),
        ("claims/c.yaml", claim),
    ]);
    let rings = |source: &str| {
        let ran = folder.run(&["--format", "json", "--source", source]);
        let checks = ran.checks();
        checks
            .iter()
            .filter(|check| *check == "circular-sourcing")
            .count()
    };
    assert_eq!([rings("a"), rings("b"), rings("c")], [1, 1, 0]);
    let json = folder.run(&["--format", "json"]).json();
    let findings = json["findings"].as_array().unwrap();
    let ring = findings
        .iter()
        .find(|f| f["check"] == "circular-sourcing")
        .unwrap();
    assert_eq!(ring["ring"], serde_json::json!(["a", "b"]));
}

#[test]
fn what_is_not_so_is_said_as_people_say_it() {
    let folder = Folder::with(&[(
        "claims/a.yaml",
        "article: {id: a}\nclaims:\n  - {subject: s, property: open, value: yes, stance: denies}\n---\n\
         article: {id: b}\nclaims:\n  - {subject: s, property: open, value: yes}\n",
    )]);
    let ran = folder.run(&[]);
    assert!(
        ran.out.contains("no and yes cannot both be right"),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("not yes"), "{}", ran.out);
}

#[test]
fn shells_and_man_learn_the_commands() {
    for shell in ["bash", "zsh", "fish"] {
        let output = gainsay(["completions", shell]).output().unwrap();
        let script = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success());
        // The script asks the program what can follow.
        for word in ["COMPLETE", "gainsay"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let page = |args: &[&str]| {
        let output = gainsay([&["man"], args].concat()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(page(&[]).contains(".TH gainsay 1"));
    assert!(page(&["check"]).contains(".TH gainsay-check 1"));
    assert!(page(&["check"]).contains("fail\\-on"));
    let wrong = gainsay(["man", "chek"]).output().unwrap();
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn concise_is_a_line_for_each_finding() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    let ran = folder.run(&["--format", "concise"]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!((ran.status, lines.len()), (1, 2), "{ran:?}");
    assert!(
        lines[0].starts_with("claims/a.yaml:8: conflict: dock fire / injured: "),
        "{ran:?}"
    );
    assert!(
        lines[0].contains("city-radio: one ↔ harbour-post: three ["),
        "{ran:?}"
    );
    assert!(
        lines[1].contains(": agreement: dock fire / began: "),
        "{ran:?}"
    );
    // What is not shown has no line.
    let ran = folder.run(&["--format", "concise", "--only", "disputed"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
}

#[test]
fn a_report_that_hides_conflicts_says_why_it_fails() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    let ran = folder.run(&["--only", "disputed"]);
    assert!(
        ran.out
            .starts_with("2 articles, 5 claims: no conflicts shown\n"),
        "{ran:?}"
    );
    let why = "exit status 1: 1 conflict, which the options of this run hide\n";
    assert!(ran.out.contains(why), "{ran:?}");
    let ran = folder.run(&[]);
    assert!(ran.out.contains("exit status 1: 1 conflict\n"), "{ran:?}");
    let ran = folder.run(&["--fail-on", "never"]);
    assert!(
        ran.out.contains("exit status 0: whatever is found"),
        "{ran:?}"
    );
}
