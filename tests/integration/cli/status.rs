//! The exit status, and what stands on which stream.

use super::{DOUBT, Folder, Ran, STORY, gainsay};

/// A file with a claim that cannot be read, and one that can.
const BROKEN: &str = "\
article: {id: broken}
claims:
  - {subject: dock fire, property: injured, valu: 5}
  - {subject: dock fire, property: injured, value: 7}
";

#[test]
fn zero_where_nothing_contradicts() {
    let folder = Folder::with(&[(
        "claims/a.yaml",
        "claims: [{subject: s, property: p, value: 1}]",
    )]);
    let ran = folder.run(&[]);
    assert_eq!((ran.status, &*ran.err), (0, ""), "{ran:?}");
    assert!(ran.out.contains("no conflicts"), "{ran:?}");
}

#[test]
fn one_where_something_does() {
    let ran = Folder::with(&[("claims/a.yaml", STORY)]).run(&[]);
    assert_eq!((ran.status, &*ran.err), (1, ""), "{ran:?}");
    assert!(
        ran.out.contains("one and three cannot both be right"),
        "{ran:?}"
    );
}

#[test]
fn fail_on_sets_the_level() {
    let warning = Folder::with(&[("claims/a.yaml", DOUBT)]);
    let conflict = Folder::with(&[("claims/a.yaml", STORY)]);
    let cases = [
        (&warning, "conflict", 0),
        (&warning, "warning", 1),
        (&warning, "never", 0),
        (&conflict, "conflict", 1),
        (&conflict, "warning", 1),
        (&conflict, "never", 0),
    ];
    for (folder, level, status) in cases {
        let ran = folder.run(&["--fail-on", level]);
        assert_eq!(ran.status, status, "{level}: {ran:?}");
    }
    assert_eq!(warning.run(&[]).status, 0);
}

#[test]
fn what_is_hidden_counts() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    for hide in [["--skip", "value-conflict"], ["--subject", "warehouse"]] {
        let ran = folder.run(&hide);
        assert_eq!(ran.status, 1, "{ran:?}");
        assert!(!ran.out.contains("cannot both"), "{ran:?}");
    }
}

#[test]
fn two_where_a_file_has_an_error_and_the_rest_is_reported() {
    let folder = Folder::with(&[("claims/a.yaml", STORY), ("claims/broken.yaml", BROKEN)]);
    let ran = folder.run(&[]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("Did you mean `value`"));
    assert!(ran.err.contains("claims/broken.yaml:3"), "{ran:?}");
    assert!(
        ran.out.contains("one, three and 7 cannot all be right"),
        "{ran:?}"
    );
    // An error is trouble, whatever the findings may do.
    assert_eq!(folder.run(&["--fail-on", "never"]).status, 2);
}

#[test]
fn two_where_a_path_is_not_there_and_the_rest_is_reported() {
    let folder = Folder::with(&[("story.yaml", STORY)]);
    let ran = folder.run(&["check", "story.yaml", "nowhere"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("--> nowhere\n"), "{ran:?}");
    assert!(
        ran.out.contains("one and three cannot both be right"),
        "{ran:?}"
    );
}

#[cfg(unix)]
#[test]
fn two_where_a_file_is_a_link_to_nothing() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    std::os::unix::fs::symlink("gone.yaml", folder.0.path().join("claims/b.yaml")).unwrap();
    let ran = folder.run(&[]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("unreadable-file"), "{ran:?}");
    assert!(ran.out.contains("one and three"), "{ran:?}");
}

#[test]
fn a_warning_in_a_file_is_no_trouble() {
    let folder = Folder::with(&[
        (
            "claims/a.yaml",
            "claims: [{subject: s, property: p, value: 1}]",
        ),
        ("claims/b.yaml", "article: {id: b}\nclaims:\n"),
    ]);
    let ran = folder.run(&[]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.err.contains("no-claims"), "{ran:?}");
}

#[test]
fn two_where_there_is_no_claim() {
    let nothing = Folder::with(&[]);
    let empty = Folder::with(&[("claims/notes.txt", "no claims here")]);
    let cases: &[(&Folder, &[&str], &str)] = &[
        (&nothing, &[], "no claim was found in claims"),
        (&empty, &[], "no claim was found in claims"),
        (
            &empty,
            &["check", "elsewhere"],
            "no claim was found in elsewhere",
        ),
        (&empty, &["valeu"], "did you mean the command `value`?"),
    ];
    for (folder, args, message) in cases {
        let ran = folder.run(args);
        assert_eq!(ran.status, 2, "{ran:?}");
        assert!(ran.err.contains(message), "{ran:?}");
        assert!(ran.out.contains("no claims"), "{ran:?}");
    }
}

#[test]
fn two_for_a_wrong_command_line() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    let cases: &[(&[&str], &str)] = &[
        (&["--fromat", "json"], "--format"),
        (&["--format", "jsno"], "json"),
        (&["--only", "value-conflcit"], "value-conflict"),
        (&["--skip", "disputd"], "disputed"),
        (&["--level", "warnign"], "warning"),
        (&["--fail-on", "conflcit"], "conflict"),
        (&["--subject", "dok fire"], "did you mean \"dock fire\"?"),
        (
            &["--source", "Harbor Post"],
            "did you mean \"Harbour Post\"?",
        ),
        (&["--level", "note", "--all"], "--all"),
        (&["explain", "disputd"], "disputed"),
        (&["value"], "<TEXT>"),
        (&["value", "--kind", "nubmer", "3"], "number"),
        (&["same", "one name"], "<RIGHT>"),
    ];
    for (args, expected) in cases {
        let ran = folder.run(args);
        assert_eq!((ran.status, &*ran.out), (2, ""), "{args:?}: {ran:?}");
        assert!(ran.err.contains(expected), "{args:?}: {ran:?}");
    }
}

#[test]
fn an_unknown_name_does_not_hide_the_file_that_could_not_be_read() {
    let folder = Folder::with(&[
        ("claims/a.yaml", STORY),
        ("claims/mail.yaml", "article: \"Mail\" x"),
    ]);
    let ran = folder.run(&["--source", "mail"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("claims/mail.yaml:1"), "{ran:?}");
    assert!(ran.err.contains("no source \"mail\""), "{ran:?}");
}

#[test]
fn standard_input_is_a_file() {
    let piped = |args: &[&str], text: &str| -> Ran {
        gainsay(args).write_stdin(text).output().unwrap().into()
    };
    for args in [&["-"][..], &["check", "-"]] {
        let ran = piped(args, STORY);
        assert_eq!((ran.status, &*ran.err), (1, ""), "{ran:?}");
        assert!(ran.out.contains("<stdin>:3"), "{ran:?}");
    }
    // Nothing names an article that comes from nowhere.
    let unnamed = piped(&["-"], "claims: [{subject: s, property: p, value: 1}]");
    assert_eq!(unnamed.status, 2, "{unnamed:?}");
    assert!(unnamed.err.contains("missing-id"), "{unnamed:?}");
    let empty = piped(&["-"], "");
    assert_eq!(empty.status, 2, "{empty:?}");
}

#[test]
fn standard_input_and_files_make_one_run() {
    let folder = Folder::with(&[(
        "a.yaml",
        "article: {id: a}\nclaims: [{subject: s, property: p, value: 2}]",
    )]);
    let ran: Ran = gainsay(["check", "a.yaml", "-"])
        .current_dir(folder.0.path())
        .write_stdin("article: {id: b}\nclaims: [{subject: s, property: p, value: 3}]")
        .output()
        .unwrap()
        .into();
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.out.contains("2 articles"), "{ran:?}");
}

#[test]
fn files_that_are_left_out_are_counted() {
    let folder = Folder::with(&[
        ("claims/a.yaml", STORY),
        ("claims/draft.yaml", DOUBT),
        ("claims/.ignore", "draft.yaml\n"),
    ]);
    let ran = folder.run(&[]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.err.contains("1 file was left out"), "{ran:?}");
    assert!(ran.out.contains("2 articles"), "{ran:?}");
}

#[test]
fn every_name_that_is_equally_near_is_suggested() {
    let claims = "article: {id: a}\nclaims:\n  - {subject: Vera Holm, property: age, value: 41}\n  \
        - {subject: Christopher Holm, property: age, value: 45}\n  - {subject: quay, property: length, value: 9}\n";
    let folder = Folder::with(&[("claims/a.yaml", claims)]);
    for name in ["holm", "holn"] {
        let err = folder.run(&["--subject", name]).err;
        let expected = "did you mean \"Christopher Holm\" or \"Vera Holm\"?";
        assert!(err.contains(expected), "{err}");
    }
    let err = folder.run(&["--subject", "xyzzy"]).err;
    assert!(!err.contains("did you mean"), "{err}");
}
