//! The story that a new user tries things on.

use super::Folder;

#[test]
fn the_example_is_whole_and_has_what_it_promises() {
    let folder = Folder::with(&[]);
    let ran = folder.run(&["example", "story"]);
    assert_eq!((ran.status, &*ran.out), (0, ""), "{ran:?}");
    assert!(ran.err.contains("next: gainsay check story"), "{ran:?}");
    let ran = folder.run(&["check", "story", "--format", "json"]);
    assert_eq!((ran.status, &*ran.err), (1, ""), "{ran:?}");
    let report = ran.json();
    let summary = &report["summary"];
    assert_eq!(summary["articles"], 5);
    assert_eq!(summary["conflicts"], 3);
    assert_eq!(summary["disputes"], 1);
    assert_eq!(summary["silenced"], 1);
    let findings = report["findings"].as_array().unwrap();
    let checks = findings
        .iter()
        .map(|found| found["check"].as_str().unwrap());
    let checks: Vec<&str> = checks.collect();
    for check in ["value-conflict", "disputed", "joint-contradiction"] {
        assert!(checks.contains(&check), "{checks:?}");
    }
    // Two articles agree, and one has it from the other.
    assert!(checks.contains(&"repeated"), "{checks:?}");
}

#[test]
fn nothing_that_is_there_is_touched() {
    let folder = Folder::with(&[("story/vocabulary.yaml", "mine")]);
    let ran = folder.run(&["example", "story"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("is there already"), "{ran:?}");
    assert_eq!(folder.read("story/vocabulary.yaml"), "mine");
    assert!(!folder.0.path().join("story/rulings.yaml").exists());
}
