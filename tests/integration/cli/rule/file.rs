//! Into which files rulings are written, and what stays there as it is.

use super::{ARTICLES, STANDS, id, rule, silenced, story};
use crate::cli::Folder;

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
