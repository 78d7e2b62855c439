//! What later runs make of a ruling.

use super::{ARTICLES, STANDS, THIRD, id, rule, story};

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
