//! `gainsay explain` with a finding: streams, exit status, what to do about an unknown id.

use super::{Folder, STORY, gainsay};

fn story() -> (Folder, String) {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    let id = folder
        .run(&["--format", "json", "--level", "conflict"])
        .first_id();
    (folder, id)
}

#[test]
fn a_finding_is_derived_from_any_beginning_of_its_id() {
    let (folder, id) = story();
    let whole = folder.run(&["explain", &id]);
    // That there is a conflict is what is explained, not a failure.
    assert_eq!((whole.status, &*whole.err), (0, ""), "{whole:?}");
    for part in [
        "claims/a.yaml:3:",
        "^^^^^ number: exactly 3",
        "value-conflict",
        "if ",
    ] {
        assert!(whole.out.contains(part), "{part}: {whole:?}");
    }
    let upper = id[..6].to_uppercase();
    for args in [&[&id[..4]][..], &[&upper], &[&id, "claims"]] {
        let args: Vec<&str> = std::iter::once("explain")
            .chain(args.iter().copied())
            .collect();
        assert_eq!(folder.run(&args).out, whole.out, "{args:?}");
    }
    assert!(
        folder
            .run(&["explain", &id, "--color", "always"])
            .out
            .contains('\u{1b}')
    );
    let piped = gainsay(["explain", &id, "-"])
        .write_stdin(STORY)
        .output()
        .unwrap();
    assert_eq!(piped.status.code(), Some(0));
}

#[test]
fn an_unknown_id_says_what_to_do() {
    let (folder, _) = story();
    let cases = [
        (
            "ffff",
            "no finding in these files has an id that begins with ffff; `gainsay --all`",
        ),
        (
            "fff",
            "\"fff\" is no check, no diagnostic, and no beginning of a finding's id (4 hexadecimal digits",
        ),
        ("valu-conflict", "did you mean `value-conflict`?"),
        ("\u{1b}[31m", "is no check"),
    ];
    for (id, expected) in cases {
        let ran = folder.run(&["explain", id]);
        assert_eq!((ran.status, &*ran.out), (2, ""), "{ran:?}");
        assert!(ran.err.contains(expected), "{ran:?}");
        assert!(!ran.err.contains('\u{1b}'), "{ran:?}");
    }
}

#[test]
fn problems_in_files_are_said_beside_the_derivation() {
    let (folder, id) = story();
    folder.add(
        "claims/b.yaml",
        "claims: [{subject: s, property: p, valu: 1}]",
    );
    let ran = folder.run(&["explain", &id]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("claims/b.yaml:1"), "{ran:?}");
    assert!(ran.out.contains("value-conflict"), "{ran:?}");
}

#[test]
fn a_diagnostic_has_a_page() {
    let folder = super::Folder::with(&[]);
    let ran = folder.run(&["explain", "near-miss-name"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(
        ran.out.starts_with("## near-miss-name (warning)\n"),
        "{ran:?}"
    );
    assert_eq!(ran.out.matches("\n## ").count(), 0, "{ran:?}");
    let ran = folder.run(&["explain", "near-miss-nam"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.err.contains("did you mean `near-miss-name`?"),
        "{ran:?}"
    );
}
