//! What is told once, in the same words wherever it is told, and first where it matters most.

use super::{Folder, STORY, gainsay};

/// Two articles; in each, labels and names that almost match those of the other.
fn near(more: [&str; 2]) -> Folder {
    let article = |id: &str, claims: &str| {
        format!(
            "article: {{id: {id}, published: 2024-05-03}}\nclaims:\n  - {{subject: quay, property: length, value: {}}}\n{claims}",
            id.len()
        )
    };
    Folder::with(&[
        ("claims/herald.yaml", &article("herald", more[0])),
        ("claims/mail.yaml", &article("mail", more[1])),
    ])
}

const LABELS: [&str; 2] = [
    "  - {subject: mill, property: owner, value: Ida Berg}\n  - {subject: mill, property: number of carts sent there, value: 3}\n",
    "  - {subject: mill, property: owned by, value: Tom Vane}\n  - {subject: mill, property: number of carts called there, value: 3}\n",
];

#[test]
fn near_misses_are_told_together_and_once() {
    let folder = near(LABELS);
    let ran = folder.run(&[]);
    let title = "warning[near-miss-label]: 2 labels almost match others and were not joined";
    assert_eq!(ran.err.matches("near-miss-label]").count(), 1, "{ran:?}");
    assert!(ran.err.contains(title), "{ran:?}");
    assert!(
        ran.err
            .contains("claims/mail.yaml:4: \"owned by\" may ask what \"owner\" asks")
    );
    assert_eq!(ran.err.matches("= help: ").count(), 1, "{ran:?}");
    // Other commands have something else to say.
    for args in [&["explain", "9463"][..], &["questions"], &["matrix"]] {
        let ran = folder.run(args);
        assert!(!ran.err.contains("warning["), "{args:?} {ran:?}");
        let counted = "gainsay: 2 labels almost match others; `gainsay check` tells which\n";
        assert!(ran.err.contains(counted), "{args:?} {ran:?}");
    }
    // All of them are there for programs.
    let json = folder.run(&["--format", "json"]).json();
    let problems = json["diagnostics"].as_array().unwrap();
    assert_eq!(problems.len(), 2, "{problems:?}");
}

#[test]
fn one_near_miss_is_told_in_full_and_none_not_at_all() {
    let one = LABELS.map(|claims| claims.lines().next().unwrap());
    let ran = near(one).run(&[]);
    assert!(
        ran.err
            .contains("warning[near-miss-label]: \"owned by\" may ask"),
        "{ran:?}"
    );
    assert!(ran.err.contains("add the alias."), "{ran:?}");
    let folder = near(["", ""]);
    for args in [&[][..], &["questions"]] {
        assert_eq!(folder.run(args).err, "");
    }
}

#[test]
fn what_to_write_for_a_value_is_said_in_the_same_words_everywhere() {
    let value = "two hours after the ship left";
    let hint = "`two hours` alone, and what is counted or meant into the property";
    let folder = near([
        &format!("  - {{subject: fire, property: put out after, value: {value}}}\n"),
        "  - {subject: fire, property: put out after, value: less than two hours}\n",
    ]);
    let ran = folder.run(&[]);
    assert!(
        ran.err.contains(&format!("= help: Write {hint}.")),
        "{ran:?}"
    );
    let out = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(out.matches(&format!("write {hint}")).count(), 2, "{ran:?}");
    let json = folder.run(&["--format", "json"]).json();
    let helps = &json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|finding| finding["check"] == "undetermined")
        .unwrap()["helps"];
    assert_eq!(helps, &serde_json::json!([format!("write {hint}")]));
    let markdown = folder.run(&["--format", "markdown"]).out;
    assert!(markdown.contains("write `two hours` alone"), "{markdown}");
    let read = folder.run(&["value", value, "--kind", "duration"]);
    assert!(read.out.contains(&format!("Write {hint}.")), "{read:?}");
    let as_term = folder.run(&["value", value]);
    let words = as_term.out.split_whitespace().collect::<Vec<_>>();
    assert!(
        words.join(" ").contains("write `two hours` alone,"),
        "{as_term:?}"
    );
    // What is read needs no hint.
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    let json = folder.run(&["--format", "json"]).json();
    let findings = json["findings"].as_array().unwrap();
    assert!(
        findings
            .iter()
            .all(|it| it["helps"] == serde_json::json!([]))
    );
}

#[test]
fn the_first_screen_says_why_it_fails_and_where_to_begin() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    let first = |args: &[&str]| {
        let ran = folder.run(args);
        ran.out.lines().take(10).collect::<Vec<_>>().join("\n")
    };
    let said = "→  exit status 1: 1 conflict; begin with: gainsay explain 7d09";
    assert!(first(&[]).contains(said), "{}", first(&[]));
    assert!(!first(&["--only", "disputed"]).contains("begin with"));
    assert!(!first(&["--format", "markdown"]).contains("begin with"));
}

#[test]
fn a_dispute_has_one_sign_and_one_word() {
    let story = |who: &str| {
        format!(
            "article: {{id: herald}}\nclaims:\n  - {{subject: quay, property: width, value: 3, attribution: Ida Berg}}\n---\n\
             article: {{id: mail}}\nclaims:\n  - {{subject: quay, property: width, value: 5{who}}}\n"
        )
    };
    let folder = Folder::with(&[
        ("one/a.yaml", &story(", attribution: Tom Vane")),
        ("two/a.yaml", &story("")),
    ]);
    for (format, sign, word) in [
        ("terminal", " 1 «  width", "a dispute"),
        (
            "markdown",
            "### « quay / width",
            "**Ida Berg and Tom Vane differ; herald and mail only report it.**",
        ),
        (
            "html",
            "« dispute",
            "Ida Berg and Tom Vane differ; herald and mail only report it",
        ),
        ("concise", ": dispute: ", "quay / width"),
    ] {
        let out = folder.run(&["check", "one", "--format", format]).out;
        let sign = sign.replace("«  width", "«  quay / width");
        assert!(out.contains(&sign) && out.contains(word), "{format}: {out}");
        let out = folder.run(&["check", "two", "--format", format]).out;
        let page = out.split("<script>").next().unwrap();
        assert!(!page.contains('«'), "{format}: {page}");
        assert!(!page.contains("dispute:"), "{format}: {page}");
    }
}

#[test]
fn questions_compared_in_part_are_counted_with_the_reason() {
    let paper = |id: &str, part: &str, width: &str| {
        format!(
            "article: {{id: {id}}}\nclaims:\n  - {{subject: Ida Berg, property: part, value: {part}}}\n  \
             - {{subject: quay, property: width, value: {width}}}\n"
        )
    };
    let folder = Folder::with(&[
        ("claims/a.yaml", &paper("a", "captain", "3")),
        ("claims/b.yaml", &paper("b", "captain", "3")),
        ("claims/c.yaml", &paper("c", "courier", "3")),
    ]);
    let ran = folder.run(&[]);
    assert!(
        ran.out.contains("1 question compared only in part: "),
        "{ran:?}"
    );
    assert!(ran.out.contains("1 compared only in part"), "{ran:?}");
    assert!(ran.out.contains("(Ida Berg / part)"), "{ran:?}");
}

#[test]
fn an_unfinished_merge_is_called_one() {
    let merge = "rulings:\n<<<<<<< HEAD\n  - {finding: 7d09f2a783bb, ruling: both, by: RK}\n=======\n  \
                 - {finding: 7d09f2a783bb, ruling: unresolved, by: JM}\n>>>>>>> evening\n";
    let folder = Folder::with(&[("claims/a.yaml", STORY), ("claims/rulings.yaml", merge)]);
    let ran = folder.run(&[]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("error[unfinished-merge]: "), "{ran:?}");
    assert!(ran.err.contains("claims/rulings.yaml:2:1"), "{ran:?}");
    assert_eq!(ran.err.matches("error[").count(), 1, "{ran:?}");
    // Nothing is appended to such a file.
    let ran = folder.run(&[
        "rule",
        "7d09",
        "--ruling",
        "both",
        "--by",
        "RK",
        "--reason",
        "two counts",
        "--to",
        "claims/rulings.yaml",
    ]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert_eq!(folder.read("claims/rulings.yaml"), merge);
    // A text may hold such a line, and a line of equals signs ends no version.
    let text = "article: {id: c}\nclaims:\n  - subject: s\n    property: p\n    value: 1\n    quote: |\n      \
                <<<<<<< ours\n      >>>>>>> theirs\n";
    let folder = Folder::with(&[("claims/c.yaml", text)]);
    assert!(!folder.run(&[]).err.contains("unfinished-merge"));
}

/// What a shell is offered for the last of some words.
fn offered(folder: &Folder, words: &[&str]) -> Vec<String> {
    let output = gainsay(["--", "gainsay"].iter().chain(words))
        .env("COMPLETE", "bash")
        .env("_CLAP_COMPLETE_INDEX", words.len().to_string())
        .env("_CLAP_IFS", "\n")
        .current_dir(folder.0.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with("--"));
    lines.map(str::to_owned).collect()
}

#[test]
fn shells_are_offered_the_ids_of_findings() {
    let folder = Folder::with(&[("claims/a.yaml", STORY), ("other/a.yaml", "")]);
    let id = "7d09f2a783bb";
    assert_eq!(offered(&folder, &["rule", ""]), [id]);
    assert_eq!(offered(&folder, &["explain", "7d"]), [id]);
    assert_eq!(
        offered(&folder, &["explain", "near-miss-n"]),
        ["near-miss-name"]
    );
    assert_eq!(offered(&folder, &["explain", "dispu"]), ["disputed"]);
    // Nothing where nothing fits, and where there is nothing to read.
    assert!(offered(&folder, &["rule", "ffff"]).is_empty());
    assert!(
        offered(&folder, &["rule", "7d", "other"])
            .iter()
            .all(|it| it != id)
    );
    assert!(offered(&Folder::with(&[]), &["rule", ""]).is_empty());
}
