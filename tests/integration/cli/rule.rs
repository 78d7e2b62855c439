//! `gainsay rule`: what it prints, what it appends, and what the next run makes of it.

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
fn a_ruling_silences_reopens_and_expires() {
    let folder = story();
    let id = id(&folder, "people hurt");
    let to = ["--to", "claims/rulings.yaml", "--expires", "2027-05-21"];
    let ran = rule(&folder, &id, &[STANDS, &to].concat());
    assert_eq!(
        (ran.status, ran.out.as_str(), ran.err.as_str()),
        (
            0,
            "",
            &*format!("gainsay: ruling on {id} added to claims/rulings.yaml:2\n")
        )
    );
    let count = |today: &str| {
        let json = folder
            .run(&["--all", "--format", "json", "--today", today])
            .json();
        let findings = json["findings"].as_array().unwrap();
        let hurt = findings.iter().find(|f| f["id"] == *id).unwrap();
        (
            json["summary"]["silenced"].as_u64().unwrap(),
            hurt["ruling"]["reopened"].clone(),
        )
    };
    assert_eq!(count("2027-05-20").0, 1);
    assert_eq!(count("2027-05-21"), (0, "it expired on 2027-05-21".into()));
    folder.add(
        "claims/b.yaml",
        &THIRD.replace("value: 3", "value: about 3"),
    );
    assert_eq!(
        count("2027-05-20"),
        (
            0,
            "\"weekly about 3\" joined the conflict, \"weekly 3\" changed or went".into()
        )
    );
}

#[test]
fn what_is_denied_is_part_of_what_was_considered() {
    let folder = story();
    let id = id(&folder, "arson");
    let ran = rule(
        &folder,
        &id,
        &[
            "--ruling",
            "stands",
            "--value",
            "no",
            "--to",
            "claims/r.yaml",
        ],
    );
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(folder.read("claims/r.yaml").contains("- evening not yes\n"));
    assert!(!folder.run(&[]).out.contains("arson"));
    // Now all three say yes, and then one denies it again beside another.
    let doubled = ARTICLES.replace("value: yes}", "value: yes, hedged: true}");
    folder.add(
        "claims/a.yaml",
        &doubled.replace("stance: denies", "stance: asserts"),
    );
    let json = folder.run(&["--all", "--format", "json"]).json();
    let findings = json["findings"].as_array().unwrap();
    let arson = findings.iter().find(|f| f["property"] == "arson").unwrap();
    assert_eq!(
        arson["ruling"]["reopened"],
        "\"evening yes\" joined, \"evening not yes\" changed or went"
    );
}

#[test]
fn renewing_keeps_the_history() {
    let folder = story();
    let id = id(&folder, "people hurt");
    let waiting = [
        "--ruling",
        "unresolved",
        "--reason",
        "waiting",
        "--to",
        "claims/r.yaml",
    ];
    assert_eq!(rule(&folder, &id, &waiting).status, 0);
    let ran = folder.run(&[]);
    assert!(
        ran.out
            .contains("ruling unresolved, by RK on 2026-11-21: waiting (claims/r.yaml:2)")
    );
    assert_eq!(ran.status, 1);
    assert_eq!(
        rule(&folder, &id, &[STANDS, &["--to", "claims/r.yaml"]].concat()).status,
        0
    );
    let ran = folder.run(&["--all"]);
    for line in [
        "earlier   unresolved, by RK on 2026-11-21: waiting (claims/r.yaml:2)",
        "ruling    stands: 3, by RK on 2026-11-21: the hospital's list (claims/r.yaml:13)",
    ] {
        assert!(ran.out.contains(line), "{line}\n{}", ran.out);
    }
    let markdown = folder.run(&["--all", "--format", "markdown"]).out;
    assert!(
        markdown.contains("- **earlier:** unresolved, by RK"),
        "{markdown}"
    );
    let json = folder.run(&["--all", "--format", "json"]).json();
    let ruling = &json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["id"] == *id)
        .unwrap()["ruling"];
    assert_eq!(ruling["silences"], true);
    assert_eq!(ruling["earlier"][0]["reason"], "waiting");
    assert_eq!(ruling["earlier"][0]["line"], 2);
    // A file that is read earlier could not take its place.
    let ran = rule(
        &folder,
        &id,
        &["--ruling", "both", "--to", "claims/also.yaml"],
    );
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("use `--to claims/r.yaml`"), "{ran:?}");
    assert_eq!(
        folder.names_in("claims"),
        [".gainsay", "a.yaml", "b.yaml", "r.yaml"]
    );
}

impl Folder {
    fn names_in(&self, name: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path().join(name)).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

#[test]
fn what_stands_in_the_file_stays_as_it_is() {
    let ruling = "finding: 0123456789ab\n    ruling: both";
    let files = [
        String::new(),
        "# The rulings of the desk.".to_owned(),
        "rulings:\n".to_owned(),
        "rulings: []\n".to_owned(),
        format!("# Ours.\nrulings:\n  - {ruling}   # settled\n\n  # end"),
        format!("rulings:\n-   {}\n", ruling),
        "rulings: [{finding: 0123456789ab, ruling: both}]\n".to_owned(),
        format!("rulings:\n  - {ruling}\n    reason: |\n      two\n      lines\n"),
        format!("rulings:\n  - {ruling}\nsources:\n  AP:\n"),
        format!("rulings:\n  - {ruling}\n...\n"),
        format!("sources:\n  AP:\n---\nrulings:\n  - {ruling}\n"),
        format!(
            "\u{feff}rulings:\r\n  - {}\r\n",
            ruling.replace('\n', "\r\n")
        ),
    ];
    for before in files {
        let folder = story();
        folder.add("claims/r.yaml", &before);
        let id = id(&folder, "people hurt");
        let ran = rule(&folder, &id, &[STANDS, &["--to", "claims/r.yaml"]].concat());
        assert_eq!(
            (ran.status, ran.out.as_str()),
            (0, ""),
            "{before:?}: {ran:?}"
        );
        let after = folder.read("claims/r.yaml");
        // The entry stands in one place, and all before and behind it is as it was.
        let split = (0..=before.len()).filter(|at| before.is_char_boundary(*at));
        let is_kept =
            |at: usize| after.starts_with(&before[..at]) && after.ends_with(&before[at..]);
        assert!(split.into_iter().any(is_kept), "{before:?}: {after}");
        let breaks = |text: &str| text.matches("\r\n").count() == text.matches('\n').count();
        assert!(!before.contains('\r') || breaks(&after), "{after:?}");
        assert_eq!(silenced(&folder), Some(1), "{before:?}: {after}");
        let errors = folder.run(&[]).err.matches("error[").count();
        assert_eq!(errors, 0, "{after}");
    }
}

#[test]
fn other_files_are_refused_and_left_alone() {
    let cases = [
        ("claims/a.yaml", ARTICLES, "it holds an article"),
        (
            "claims/v.yaml",
            "sources:\n  AP:\n",
            "it is a vocabulary without rulings",
        ),
        (
            "claims/x.yaml",
            "rulings:\n  - {finding: 0123, rulin: both}\n",
            "it has an error at line 2",
        ),
        ("claims/y.yaml", "rulings: [", "it has an error at line"),
        ("list.txt", "a shopping list", "it has an error at line 1"),
    ];
    for (name, text, message) in cases {
        let folder = story();
        folder.add(name, text);
        let id = id(&folder, "people hurt");
        let ran = rule(&folder, &id, &[STANDS, &["--to", name]].concat());
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
        let expected = format!("gainsay: cannot write {name}: {message}");
        assert!(ran.err.contains(&expected), "{ran:?}");
        assert_eq!(folder.read(name), text);
    }
    let folder = story();
    let id = id(&folder, "people hurt");
    let ran = rule(&folder, &id, &[STANDS, &["--to", "claims"]].concat());
    assert!(
        ran.err.contains("cannot write claims: it is a folder"),
        "{ran:?}"
    );
    let ran = rule(&folder, &id, &[STANDS, &["--to", "r.yaml"]].concat());
    assert_eq!(ran.status, 0);
    assert!(
        ran.err
            .contains("r.yaml is not among the files of this run"),
        "{ran:?}"
    );
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

#[test]
fn only_new_shows_what_no_ruling_has_touched() {
    let folder = story();
    let (hurt, arson) = (id(&folder, "people hurt"), id(&folder, "arson"));
    let new = ["--only-new", "--format", "json"];
    assert_eq!(folder.run(&new).checks().len(), 2);
    let to = ["--to", "claims/r.yaml"];
    rule(&folder, &hurt, &[STANDS, &to].concat());
    rule(
        &folder,
        &arson,
        &[&["--ruling", "unresolved"][..], &to].concat(),
    );
    let ran = folder.run(&new);
    assert_eq!(ran.checks(), [""; 0]);
    assert_eq!(ran.json()["summary"]["hidden"], 2);
    assert_eq!(ran.status, 1, "what stays open still counts");
    folder.add("claims/b.yaml", &THIRD.replace("value: 3", "value: 1"));
    assert_eq!(folder.run(&new).checks(), ["value-conflict"]);
}

#[test]
fn hostile_text_is_written_so_that_it_is_read_back() {
    let folder = Folder::with(&[
        (
            "claims/a.yaml",
            "article: {id: 'a: b # c'}\nclaims:\n  - {subject: s, property: p, value: \"not \\e[31m x\\n- y: '\\u202e\"}\n",
        ),
        (
            "claims/b.yaml",
            "article: {id: '- b'}\nclaims:\n  - {subject: s, property: p, value: \"\\e[31m x\\n- y: '\\u202e\"}\n",
        ),
    ]);
    let id = id(&folder, "p");
    let ran = rule(
        &folder,
        &id,
        &[
            "--ruling",
            "both",
            "--reason",
            "\u{1b}[2J\u{202e}: # '\"\n- x",
            "--to",
            "claims/r.yaml",
        ],
    );
    let added = format!("gainsay: ruling on {id} added to claims/r.yaml:2\n");
    assert_eq!((ran.status, ran.err.as_str()), (0, &*added));
    let text = folder.read("claims/r.yaml");
    assert!(
        text.chars()
            .all(|c| c == '\n' || !(c.is_control() || c == '\u{202e}')),
        "{text}"
    );
    let json = folder.run(&["--all", "--format", "json"]).json();
    assert_eq!(
        json["findings"][0]["ruling"]["reason"],
        "\u{1b}[2J\u{202e}: # '\"\n- x"
    );
    assert_eq!(json["findings"][0]["ruling"]["silences"], true, "{text}");
}

#[test]
fn what_tempers_a_claim_is_written_and_read_back() {
    let folder = Folder::with(&[(
        "claims/a.yaml",
        "article: {id: morning}\nclaims:\n  - {subject: s, property: p, value: 1, hedged: true, \
         attribution: [Ann Lee, 'port: north'], said: 2024-03-05, where: pier 4, qualifiers: {'counted, by': '- x'}}\n---\n\
         article: {id: evening}\nclaims:\n  - {subject: s, property: p, value: 2, where: pier 4, qualifiers: {'counted, by': '- x'}}\n",
    )]);
    let id = id(&folder, "p");
    let to = ["--ruling", "both", "--to", "claims/r.yaml"];
    assert_eq!(rule(&folder, &id, &to).status, 0);
    let text = folder.read("claims/r.yaml");
    let expected = "    check: possible-conflict\n    ruling: both\n    considered:\n      \
         - claim: evening 2\n        where: pier 4\n        qualifiers:\n          counted, by: '- x'\n      \
         - claim: morning 1\n        hedged: true\n        attribution:\n          - Ann Lee\n          - 'port: north'\n        \
         said: 2024-03-05\n        where: pier 4\n        qualifiers:\n          counted, by: '- x'\n";
    assert!(text.contains(expected), "{text}");
    assert_eq!(silenced(&folder), Some(1));
    let bare = folder.read("claims/a.yaml").replace(" hedged: true, ", " ");
    folder.add("claims/a.yaml", &bare);
    let json = folder.run(&["--format", "json"]).json();
    let ruling = &json["findings"][0]["ruling"];
    assert_eq!(ruling["check"], "possible-conflict");
    let reopened = ruling["reopened"].as_str().unwrap();
    assert!(
        reopened.contains("\"morning 1\" is no longer hedged"),
        "{reopened}"
    );
}

#[test]
fn who_ruled_before_is_said_and_so_is_what_an_id_lacks() {
    let folder = story();
    let id = id(&folder, "people hurt");
    let to = ["--to", "claims/r.yaml"];
    assert!(
        !rule(&folder, &id, &[STANDS, &to].concat())
            .err
            .contains("ruled")
    );
    let again = rule(&folder, &id[..4], &["--ruling", "both"]);
    let told = format!(
        "gainsay: {id} is ruled on already: stands: 3, by RK on 2026-11-21: the hospital's list (claims/r.yaml:2)\n"
    );
    assert_eq!((again.status, again.err), (0, told));
    for (given, message) in [
        (
            &id[..3],
            "no beginning of a finding's id (4 hexadecimal digits or more)",
        ),
        (
            "people",
            "no beginning of a finding's id (4 hexadecimal digits or more)",
        ),
        (
            "ffffffffffff",
            "no finding in these files has an id that begins with ffffffffffff; `gainsay --all`",
        ),
    ] {
        let ran = rule(&folder, given, &["--ruling", "both"]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
        assert!(ran.err.contains(message), "{ran:?}");
        let explained = folder.run(&["explain", given]);
        assert!(explained.err.contains(message), "{explained:?}");
    }
}

#[test]
fn a_ruling_whose_conflict_is_gone_is_counted() {
    let folder = story();
    let id = id(&folder, "people hurt");
    let to = ["--to", "claims/r.yaml"];
    assert_eq!(rule(&folder, &id, &[STANDS, &to].concat()).status, 0);
    let counts = |args: &[&str]| {
        let json = folder.run(&[args, &["--format", "json"]].concat()).json();
        let of = |name: &str| json["summary"][name].as_u64().unwrap();
        (of("idle_rulings"), of("contradicted_rulings"))
    };
    assert_eq!(counts(&[]), (0, 0));
    // All say what stood; then all say what did not.
    let one = ARTICLES.replace("people hurt, value: 1", "people hurt, value: 3");
    folder.add("claims/a.yaml", &one);
    assert_eq!(counts(&[]), (1, 0));
    folder.add("claims/b.yaml", &THIRD.replace("value: 3", "value: 1"));
    let all = ARTICLES.replace("value: three", "value: 1");
    folder.add("claims/a.yaml", &all);
    assert_eq!(counts(&[]), (1, 1));
    for (format, tail) in [
        (
            "terminal",
            "1 ruling without a conflict in claims/r.yaml, against what is said",
        ),
        (
            "markdown",
            "1 ruling without a conflict in claims/r.yaml, against what is said now",
        ),
        (
            "html",
            "1 ruling without a conflict in claims/r.yaml, against what is said now",
        ),
        ("csv", ",\"conflict gone\","),
        ("json", "let 3 stand, and the articles say 1 now"),
        ("markdown", "let 3 stand, and the articles say 1 now"),
    ] {
        let out = folder.run(&["--format", format]).out;
        let words: Vec<&str> = out.split_whitespace().collect();
        assert!(words.join(" ").contains(tail), "{format}: {out}");
    }
    // Other subjects are another matter, and so is a run without one of the articles.
    folder.add(
        "claims/c.yaml",
        "article: {id: c}\nclaims:\n  - {subject: quay, property: length, value: 5}\n",
    );
    assert_eq!(counts(&["--subject", "quay"]), (0, 0));
    assert_eq!(counts(&["--source", "c"]), (0, 0));
    assert_eq!(counts(&["check", "claims/b.yaml", "claims/r.yaml"]), (0, 0));
}

#[test]
fn writers_wait_for_each_other() {
    let claims = |value: u32| -> String {
        let claims =
            (0..12).map(|at| format!("  - {{subject: s{at}, property: p, value: {value}}}\n"));
        claims.collect()
    };
    let text = format!(
        "article: {{id: a}}\nclaims:\n{}---\narticle: {{id: b}}\nclaims:\n{}",
        claims(3),
        claims(4)
    );
    let folder = Folder::with(&[("claims/a.yaml", &text)]);
    let json = folder.run(&["--format", "json"]).json();
    let findings = json["findings"].as_array().unwrap();
    let ids: Vec<&str> = findings.iter().map(|f| f["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 12);
    std::thread::scope(|scope| {
        for id in &ids {
            let folder = &folder;
            scope.spawn(move || {
                let ran = rule(folder, id, &["--ruling", "both", "--to", "claims/r.yaml"]);
                assert_eq!(ran.status, 0, "{ran:?}");
            });
        }
    });
    assert_eq!(silenced(&folder), Some(12));
    assert_eq!(folder.names_in("claims"), [".gainsay", "a.yaml", "r.yaml"]);
}
