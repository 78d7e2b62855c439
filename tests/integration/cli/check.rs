//! `gainsay check`: what it reads and what it shows.

use super::{DOUBT, Folder, Ran, STORY, gainsay};

fn story() -> Folder {
    Folder::with(&[("claims/a.yaml", STORY)])
}

#[test]
fn counted_nouns_and_alike_names_say_what_to_do() {
    let one = "article: {id: one}
claims:
  - {subject: Mill fire, property: fire engines, value: 3 engines}
  - {subject: Ann Lee, property: children, value: 2}
";
    let two = "article: {id: two}
claims:
  - {subject: Mill fire, property: fire engines, value: five engines}
  - {subject: Ann Mary Lee, property: children, value: 3}
";
    let folder = Folder::with(&[("a.yaml", one), ("b.yaml", two)]);
    let ran = folder.run(&["check", "."]);
    let words = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "3 engines and five engines cannot both be right",
        "it rests on two names that are merely alike, Ann Lee and Ann Mary Lee",
    ] {
        assert!(words.contains(expected), "{expected}: {}", ran.out);
    }
}

#[test]
fn months_in_figures_are_dates_and_no_reversed_ranges() {
    let article = |id: &str, value: &str| {
        format!(
            "article: {{id: {id}}}\nclaims:\n  - {{subject: Mill fire, property: began, value: {value}}}\n"
        )
    };
    let (one, two) = (article("one", "2018-06"), article("two", "2018-07"));
    let folder = Folder::with(&[("a.yaml", &one), ("b.yaml", &two)]);
    let checked = folder.run(&["check", "."]);
    assert!(
        checked
            .out
            .contains("2018-06 and 2018-07 cannot both be right"),
        "{checked:?}"
    );
}

#[test]
fn the_beginning_of_a_date_is_no_amount() {
    let article = |id: &str, value: &str| {
        format!(
            "article: {{id: {id}}}\nclaims:\n  - {{subject: Mill fire, property: began, value: {value}}}\n"
        )
    };
    let (one, two) = (
        article("one", "31 September 2024"),
        article("two", "30 Febuary 2024"),
    );
    let folder = Folder::with(&[("a.yaml", &one), ("b.yaml", &two)]);
    let checked = folder.run(&["check", ".", "--all"]);
    assert!(
        checked.out.contains("no vocabulary declares"),
        "{checked:?}"
    );
    for value in [
        "31 September 2024",
        "31st of June",
        "9 to 31 Sept",
        "12 dozen 2024",
    ] {
        let ran = folder.run(&["value", value]);
        assert!(!ran.out.contains("write `"), "{ran:?}");
    }
    for value in ["3 Engines", "20 of a kind", "3 may follow"] {
        let ran = folder.run(&["value", value]);
        assert!(ran.out.contains("write `"), "{ran:?}");
    }
}

#[test]
fn the_command_is_the_default_and_claims_its_folder() {
    let folder = story();
    let outputs =
        [&[][..], &["check"], &["claims"], &["check", "claims"]].map(|args| folder.run(args).out);
    assert!(
        outputs[0].contains("2 articles, 5 claims: 1 conflict\n"),
        "{outputs:?}"
    );
    assert!(outputs.iter().all(|out| *out == outputs[0]), "{outputs:?}");
}

#[test]
fn files_and_folders_are_read_once_in_any_order() {
    let folder = Folder::with(&[
        ("one/a.yaml", STORY),
        ("two/deep/b.yml", DOUBT),
        ("two/c.txt", "x"),
    ]);
    let ran = folder.run(&["one", "two"]);
    assert!(ran.out.contains("4 articles"), "{ran:?}");
    for args in [
        &["two", "one"][..],
        &["two", "one", "one/a.yaml", "two/deep"],
    ] {
        // But for the commands at the end, which name what was read.
        let report = |text: &str| text.split_once("exit status").map(|it| it.0.to_owned());
        assert_eq!(report(&folder.run(args).out), report(&ran.out));
    }
}

#[test]
fn json_keeps_its_contract() {
    let json = story().run(&["--format", "json"]).json();
    assert_eq!(json["format"], "gainsay/1");
    let summary = &json["summary"];
    let counts = [
        "articles",
        "claims",
        "questions",
        "conflicts",
        "warnings",
        "agreements",
        "silenced",
    ]
    .map(|name| summary[name].as_u64());
    assert_eq!(counts, [2, 5, 3, 1, 0, 1, 0].map(Some), "{summary}");
    let finding = &json["findings"][0];
    assert_eq!(finding["check"], "value-conflict");
    assert_eq!(finding["level"], "conflict");
    assert_eq!(finding["subject"], "dock fire");
    assert_eq!(finding["property"], "injured");
    has(
        finding,
        "id also question message reason rules silent ruling positions",
    );
    let position = &finding["positions"][1];
    assert_eq!(position["against"], serde_json::json!([0]));
    assert_eq!(position["origins"], 1);
    let extent =
        serde_json::json!([{"from": "3", "from_open": false, "to": "3", "to_open": false}]);
    assert_eq!(position["extent"], extent);
    has(position, "value unit claims");
    let claim = &position["claims"][0];
    assert_eq!(claim["article"], "harbour-post");
    assert_eq!(claim["source"], "Harbour Post");
    assert_eq!(claim["original"], "three");
    assert_eq!(claim["quote"], "three dockers were hurt");
    assert_eq!(claim["file"], "claims/a.yaml");
    assert_eq!((&claim["line"], &claim["column"]), (&3.into(), &6.into()));
    has(claim, "id attribution stance hedged when where");
    assert_eq!(json["diagnostics"], serde_json::json!([]));
}

#[test]
fn json_holds_the_diagnostics_too() {
    let folder = Folder::with(&[(
        "claims/a.yaml",
        "claims: [{subject: s, property: p, valu: 1}]",
    )]);
    let json = folder.run(&["--format", "json"]).json();
    let problem = &json["diagnostics"][0];
    has(problem, "code level message file line column");
    assert_eq!(problem["level"], "error");
    assert_eq!(problem["file"], "claims/a.yaml");
}

#[test]
fn selections_show_what_they_name() {
    let cases: &[(&[&str], &[&str])] = &[
        (&[], &["value-conflict", "corroborated"]),
        (
            &["--all"],
            &["value-conflict", "corroborated", "single-source"],
        ),
        (
            &["--level", "note"],
            &["value-conflict", "corroborated", "single-source"],
        ),
        (
            &["--level", "agreement"],
            &["value-conflict", "corroborated"],
        ),
        (&["--level", "warning"], &["value-conflict"]),
        (&["--level", "conflict"], &["value-conflict"]),
        (&["--only", "corroborated"], &["corroborated"]),
        (
            &["--only", "corroborated", "--only", "value-conflict"],
            &["value-conflict", "corroborated"],
        ),
        (&["--skip", "corroborated"], &["value-conflict"]),
        (&["--skip", "corroborated", "--skip", "value-conflict"], &[]),
        (&["--subject", "Warehouse", "--all"], &["single-source"]),
        (
            &["--subject", "the dock fire"],
            &["value-conflict", "corroborated"],
        ),
        (
            &["--source", "Harbour Post", "--all"],
            &["value-conflict", "corroborated"],
        ),
        (
            &["--source", "city-radio", "--all"],
            &["value-conflict", "corroborated", "single-source"],
        ),
    ];
    let folder = story();
    for (args, expected) in cases {
        let mut with_format = vec!["--format", "json"];
        with_format.extend_from_slice(args);
        let ran = folder.run(&with_format);
        assert_eq!(ran.checks(), *expected, "{args:?}");
        // The counts are those of the whole run.
        assert_eq!(ran.json()["summary"]["conflicts"], 1, "{args:?}");
    }
}

#[test]
fn a_check_is_shown_where_it_is_one_of_several() {
    let ran = Folder::with(&[("claims/a.yaml", DOUBT)]).run(&[
        "--only",
        "possible-conflict",
        "--format",
        "json",
    ]);
    assert_eq!(ran.checks(), ["possible-conflict"]);
}

#[test]
fn strict_names_join_by_alias_alone() {
    let folder = Folder::with(&[(
        "claims/a.yaml",
        "article: {id: a}\nclaims: [{subject: Nora Marie Vance, property: age, value: 52 years}]\n---\n\
         article: {id: b}\nclaims: [{subject: Nora Vance, property: age, value: 52 years}]\n",
    )]);
    let questions = |ran: Ran| ran.json()["summary"]["questions"].clone();
    assert_eq!(questions(folder.run(&["--format", "json"])), 1);
    assert_eq!(
        questions(folder.run(&["--format", "json", "--strict-names"])),
        2
    );
}

fn has(object: &serde_json::Value, names: &str) {
    let object = object.as_object().unwrap();
    for name in names.split(' ') {
        assert!(object.contains_key(name), "{name} is not in {object:?}");
    }
}

#[test]
fn of_problems_of_one_sort_the_first_are_printed_and_the_others_counted() {
    let folder = Folder::with(&[
        ("claims/a.yaml", STORY),
        ("claims/junk.yaml", &"--- x\n".repeat(2_000)),
    ]);
    let ran = folder.run(&[]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.len() < 50_000, "{}", ran.err.len());
    assert!(ran.err.contains("more like it"), "{}", ran.err);
    assert!(ran.err.contains("and 1950 more like it"), "{}", ran.err);
    // Of each sort a file lists a thousand; the last one counts what follows.
    let json = folder.run(&["--format", "json"]).json();
    let listed = json["diagnostics"].as_array().unwrap();
    assert_eq!(listed.len(), 1_000);
    assert_eq!(
        (&listed[998]["more"], &listed[999]["more"]),
        (&0.into(), &1_000.into())
    );
    let ran = folder.run(&["--summary"]);
    assert!(ran.out.contains("2000 problems in the files"), "{ran:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_without_end_is_too_large_and_no_wait() {
    let ran: Ran = gainsay(["check", "/dev/zero"]).output().unwrap().into();
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("larger than 256 MB"), "{}", ran.err);
}

#[test]
fn reports_show_the_notes_of_claims() {
    let story = "\
article: {id: post}
claims:
  - {subject: dock fire, property: injured, value: three, note: counted by the crew}
---
article: {id: radio}
claims:
  - {subject: dock fire, property: injured, value: one}
";
    let folder = Folder::with(&[("story.yaml", story)]);
    for format in ["terminal", "markdown", "html", "csv", "json"] {
        let ran = folder.run(&["check", "story.yaml", "--format", format]);
        assert!(ran.out.contains("counted by the crew"), "{format}: {ran:?}");
    }
}
