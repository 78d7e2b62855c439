//! `gainsay graph`: streams, exit status, options.

use super::{Folder, STORY, gainsay};

fn story() -> Folder {
    Folder::with(&[("claims/a.yaml", STORY)])
}

#[test]
fn the_graph_goes_to_standard_output_or_to_a_file() {
    let folder = story();
    let ran = folder.run(&["graph"]);
    // Conflicts are what is drawn, not a failure.
    assert_eq!((ran.status, &*ran.err), (0, ""), "{ran:?}");
    assert!(ran.out.starts_with("digraph gainsay {\n"), "{ran:?}");
    assert!(ran.out.ends_with("}\n"), "{ran:?}");
    let written = folder.run(&["graph", "claims", "-o", "story.dot"]);
    assert_eq!((written.status, &*written.out), (0, ""), "{written:?}");
    assert_eq!(folder.read("story.dot"), ran.out);
    assert_eq!(folder.run(&["graph", "-o", "-"]).out, ran.out);
}

#[test]
fn each_format_is_what_it_says() {
    let folder = story();
    let starts = [
        ("dot", "digraph "),
        ("graphml", "<?xml "),
        ("mermaid", "%%{init: "),
    ];
    for (format, start) in starts {
        let ran = folder.run(&["graph", "--format", format]);
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(ran.out.starts_with(start), "{ran:?}");
    }
}

#[test]
fn graphml_has_everything_unless_told_otherwise() {
    let folder = story();
    let nodes = |args: &[&str]| {
        let mut all = vec!["graph", "--format", "graphml"];
        all.extend_from_slice(args);
        folder.run(&all).out.matches("<node ").count()
    };
    let everything = nodes(&[]);
    assert!(nodes(&["--detail", "positions"]) < everything);
    assert!(nodes(&["--level", "warning"]) < everything);
    assert!(nodes(&["--around", "warehouse"]) < everything);
    assert_eq!(
        nodes(&["--level", "note", "--detail", "claims"]),
        everything
    );
}

#[test]
fn what_is_drawn_around_is_found_by_its_name_or_id() {
    let folder = story();
    let id = folder
        .run(&["--format", "json", "--level", "conflict"])
        .first_id();
    for name in ["dock fire / injured", "injured", &id, &id[..4]] {
        let ran = folder.run(&["graph", "--around", name]);
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(ran.out.contains("three dockers were hurt"), "{ran:?}");
        assert!(!ran.out.contains("warehouse"), "{ran:?}");
    }
    let both = folder.run(&["graph", "--around", "injured", "--around", "warehouse"]);
    assert!(both.out.contains("warehouse"), "{both:?}");
}

#[test]
fn an_unknown_name_draws_nothing_and_says_what_is_near() {
    let folder = story();
    let cases = [
        ("dok fire", "did you mean \"dock fire\"?"),
        (
            "ffffffffffff",
            "nothing in these files is called \"ffffffffffff\"",
        ),
        ("\u{1b}[31m", "nothing in these files is called"),
    ];
    for (name, expected) in cases {
        let ran = folder.run(&["graph", "--around", name, "-o", "story.dot"]);
        assert_eq!((ran.status, &*ran.out), (2, ""), "{ran:?}");
        assert!(ran.err.contains(expected), "{ran:?}");
        assert!(!ran.err.contains('\u{1b}'), "{ran:?}");
        assert_eq!(folder.names(), ["claims"], "{ran:?}");
    }
    let ran = folder.run(&["graph", "--around", "injured", "--level", "note"]);
    assert_eq!(ran.status, 2, "{ran:?}");
}

#[test]
fn problems_in_files_are_said_and_the_rest_is_drawn() {
    let folder = Folder::with(&[
        ("claims/a.yaml", STORY),
        (
            "claims/b.yaml",
            "claims: [{subject: s, property: p, valu: 1}]",
        ),
    ]);
    let ran = folder.run(&["graph"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("claims/b.yaml:1"), "{ran:?}");
    assert!(ran.out.contains("three"), "{ran:?}");
    let nothing = Folder::with(&[]).run(&["graph"]);
    assert_eq!(nothing.status, 2, "{nothing:?}");
    assert!(nothing.err.contains("no claim was found"), "{nothing:?}");
}

#[test]
fn the_graph_is_read_from_standard_input() {
    let output = gainsay(["graph", "-"]).write_stdin(STORY).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().contains("three"));
}
