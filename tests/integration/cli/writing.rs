//! What is written, and what is left alone.

use std::fs;

use super::{Folder, STORY};

fn story() -> Folder {
    Folder::with(&[("claims/a.yaml", STORY)])
}

/// Rules on the only conflict, into a file.
fn rule(folder: &Folder, file: &str) -> super::Ran {
    let id = folder.run(&["--format", "json"]).first_id();
    let ruling = ["--ruling", "both", "--by", "RK", "--reason", "two docks"];
    folder.run(&[&["rule", &id, "--to", file], &ruling[..]].concat())
}

#[test]
fn a_report_is_not_written_over_what_was_read() {
    let folder = Folder::with(&[
        ("claims/a.yaml", STORY),
        (
            "claims/b.yaml",
            "article: {id: b, text: b.txt}\nclaims: [{subject: s, property: p, value: 3}]\n",
        ),
        ("claims/b.txt", "Three."),
    ]);
    for file in ["claims/a.yaml", "claims/b.txt"] {
        let before = folder.read(file);
        let ran = folder.run(&["--all", "-o", file]);
        assert_eq!(ran.status, 2, "{ran:?}");
        assert_eq!(
            ran.err,
            format!("gainsay: cannot write {file}: this run reads it; name another file\n")
        );
        assert_eq!(folder.read(file), before);
    }
    for command in ["graph", "matrix"] {
        let ran = folder.run(&[command, "-o", "claims/a.yaml"]);
        assert!(ran.err.contains("this run reads it"), "{ran:?}");
    }
    assert_eq!(folder.read("claims/a.yaml"), STORY);
}

#[test]
fn a_ruling_can_be_undone() {
    let folder = story();
    let ran = rule(&folder, "claims/rulings.yaml");
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(folder.run(&[]).status, 0);
    let list = folder.run(&["undo", "--list"]);
    assert!(list.out.starts_with("1: ruling on "), "{list:?}");
    let ran = folder.run(&["undo"]);
    assert_eq!((ran.status, &*ran.out), (0, ""), "{ran:?}");
    assert!(ran.err.contains("(rulings.yaml)"), "{ran:?}");
    assert_eq!(folder.run(&[]).status, 1);
    assert!(!folder.0.path().join("claims/rulings.yaml").exists());
    let ran = folder.run(&["undo"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("no change is kept"), "{ran:?}");
}

#[test]
fn what_stood_before_is_no_claim_of_a_run_and_no_file_of_a_repository() {
    let folder = story();
    folder.add("claims/rulings.yaml", "# ours\n");
    assert_eq!(rule(&folder, "claims/rulings.yaml").status, 0);
    let kept = "claims/.gainsay/undo/1/0";
    assert_eq!(folder.read(kept), "# ours\n");
    assert_eq!(folder.read("claims/.gainsay/.gitignore"), "*\n");
    fs::rename(
        folder.0.path().join(kept),
        folder.0.path().join("claims/.gainsay/kept.yaml"),
    )
    .unwrap();
    assert_eq!(folder.run(&[]).err, "");
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_whether_its_file_is_there_or_not() {
    use std::os::unix::fs::symlink;
    let folder = story();
    symlink("not-yet.txt", folder.0.path().join("list.txt")).unwrap();
    for _ in 0..2 {
        assert_eq!(folder.run(&["-o", "list.txt"]).status, 1);
        assert!(folder.read("not-yet.txt").contains("dock fire"));
        let link = fs::symlink_metadata(folder.0.path().join("list.txt"));
        assert!(link.unwrap().is_symlink());
    }
    symlink("/tmp/elsewhere.txt", folder.0.path().join("out.txt")).unwrap();
    let ran = folder.run(&["-o", "out.txt"]);
    assert!(ran.err.contains("outside the folders"), "{ran:?}");
}
