//! `gainsay drafts --finish`: drafts that lack nothing become claims, and nothing else changes.

use std::fs;

use super::Folder;
use gainsay::begin::finish;

const HEAD: &str = "article: {id: post, source: Post}\n";

/// What a file says once its drafts are finished.
fn finished(text: &str) -> Option<String> {
    finish(text).unwrap().map(|done| done.text)
}

/// A draft as `gainsay new` writes it, from which somebody took over what is right.
const TAKEN: &str = "  - quote: injured three dockers
    # 1 of 9: 2 values, speech
    subject: dock fire
    property: injured  # mail: one
    # value: Monday night  # likely 4 March 2024
    value: three  # 3 dockers
    # attribution: fire service
    # Ask the port about this one.
";

const WAITS: &str =
    "  - quote: the warehouse may have been empty\n    # 2 of 9\n    # hedged: true\n";

#[test]
fn a_finished_draft_moves_with_its_remarks_and_without_what_was_only_proposed() {
    let claim = "  - quote: injured three dockers
    subject: dock fire
    property: injured  # mail: one
    value: three  # 3 dockers
    # Ask the port about this one.
";
    let other = "  - {subject: dock fire, property: dead, value: none}  # so it says\n";
    for (claims, drafts, claims_then, drafts_then) in [
        // Before and behind another draft, with and without claims.
        (
            "",
            [TAKEN, WAITS].concat(),
            claim.to_owned(),
            WAITS.to_owned(),
        ),
        (
            "",
            [WAITS, TAKEN].concat(),
            claim.to_owned(),
            WAITS.to_owned(),
        ),
        (
            other,
            TAKEN.to_owned(),
            [other, claim].concat(),
            String::new(),
        ),
        (
            other,
            [TAKEN, WAITS, TAKEN].concat(),
            [other, claim, claim].concat(),
            WAITS.to_owned(),
        ),
    ] {
        let text = format!("{HEAD}claims:\n{claims}drafts:\n{drafts}# The end.\n");
        let meant = format!("{HEAD}claims:\n{claims_then}drafts:\n{drafts_then}# The end.\n");
        assert_eq!(finished(&text), Some(meant.clone()));
        // Twice is once.
        assert_eq!(finished(&meant), None);
        let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(finished(&windows(&text)), Some(windows(&meant)));
    }
}

#[test]
fn the_list_of_claims_is_found_or_made_and_keeps_its_look() {
    let draft = "- {subject: fire, property: dead, value: 2}\n";
    for (text, meant) in [
        // No list yet; an empty one; one in brackets; another indent; the drafts first.
        (
            format!("{HEAD}drafts:\n  {draft}"),
            format!("{HEAD}claims:\n  {draft}drafts:\n"),
        ),
        (
            format!("{HEAD}claims: []\ndrafts:\n  {draft}"),
            format!("{HEAD}claims: \n  {draft}drafts:\n"),
        ),
        (
            format!("{HEAD}drafts:\n    {draft}claims:\n- {{subject: a, property: b, value: c}}"),
            format!("{HEAD}drafts:\nclaims:\n- {{subject: a, property: b, value: c}}\n{draft}")
                .trim_end()
                .to_owned(),
        ),
        (
            format!(
                "{HEAD}claims:\n\n  - {{subject: a, property: b, value: c}}\n\ndrafts:\n  {draft}\n  - quote: x\n\n# Page:\n"
            ),
            format!(
                "{HEAD}claims:\n\n  - {{subject: a, property: b, value: c}}\n\n  {draft}\ndrafts:\n  - quote: x\n\n# Page:\n"
            ),
        ),
        // Two articles in a file, each its own; a text of several lines.
        (
            format!(
                "{HEAD}drafts:\n  {draft}---\narticle: {{id: wire}}\ndrafts:\n- subject: fire\n  property: cause\n  value: |\n    # 1 of 9\n    arson\n"
            ),
            format!(
                "{HEAD}claims:\n  {draft}drafts:\n---\narticle: {{id: wire}}\nclaims:\n  - subject: fire\n    property: cause\n    value: |\n      # 1 of 9\n      arson\ndrafts:\n"
            ),
        ),
    ] {
        assert_eq!(finished(&text).as_deref(), Some(&*meant), "{text}");
    }
}

#[test]
fn what_lacks_something_stays() {
    for drafts in [
        "",
        "drafts:\n",
        "drafts:\n  - quote: x\n",
        "drafts:\n  - {subject: a, property: b}\n",
        "drafts:\n  - {subject: a, property: '', value: 3}\n",
        "drafts:\n  - {subject: a, property: b, value: ''}\n",
        "drafts:\n  - {subject: a, property: b, value: ~}\n",
        "drafts:\n  - {subject: [a], property: b, value: 3}\n",
        // The proposals say all three, and nobody has said so.
        "drafts:\n  - quote: x\n    # subject: a\n    # property: b\n    # value: 3\n",
    ] {
        assert_eq!(finish(&format!("{HEAD}{drafts}")), Ok(None), "{drafts}");
    }
}

#[test]
fn what_cannot_be_moved_by_its_lines_is_told_and_left() {
    for drafts in [
        "drafts: [{subject: a, property: b, value: 3}]\n",
        "drafts:\n  - {subject: a, property: b, value: 3, stance: maybe}\n",
        "drafts:\n  - &one {subject: a, property: b, value: 3}\n  - *one\n",
        "claims: three\ndrafts:\n  - {subject: a, property: b, value: 3}\n",
        "claims:\n\t- x\ndrafts:\n  - {subject: a, property: b, value: 3}\n",
    ] {
        let told = finish(&format!("{HEAD}{drafts}"));
        assert!(!matches!(told, Ok(Some(_))), "{drafts}: {told:?}");
    }
}

#[test]
fn the_command_shows_then_writes_and_undo_puts_back() {
    let post = format!("{HEAD}claims:\ndrafts:\n{TAKEN}{WAITS}");
    let wire =
        "article: {id: wire}\ndrafts: [{subject: dock fire, property: injured, value: one}]\n";
    let folder = Folder::with(&[("claims/post.yaml", &post)]);
    let read = || fs::read_to_string(folder.0.path().join("claims/post.yaml")).unwrap();
    let ran = folder.run(&["drafts"]);
    assert!(
        ran.out.contains("`gainsay drafts --finish` moves it"),
        "{ran:?}"
    );
    let ran = folder.run(&["check"]);
    assert_eq!(
        ran.err,
        "gainsay: no claim yet: 2 drafts to finish; `gainsay drafts` lists them\n\
         gainsay: 1 draft has all that a claim needs; `gainsay drafts --finish` moves it to `claims:`\n"
    );
    let ran = folder.run(&["drafts", "--finish"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.out.contains("-    # value: Monday night"), "{ran:?}");
    assert!(
        ran.err.contains("1 draft in 1 file to become claims"),
        "{ran:?}"
    );
    assert_eq!(read(), post);
    let ran = folder.run(&["drafts", "--finish", "--write"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(
        read().contains("claims:\n  - quote: injured three"),
        "{}",
        read()
    );
    let ran = folder.run(&["check"]);
    assert_eq!((ran.status, &*ran.err), (0, ""), "{ran:?}");
    let ran = folder.run(&["drafts", "--finish", "--write"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(
        ran.err,
        "gainsay: no draft has a subject, a property and a value\n"
    );
    assert_eq!(folder.run(&["undo"]).status, 0);
    assert_eq!(read(), post);
    // One that must be moved by hand is told, and hinders no other.
    fs::write(folder.0.path().join("claims/wire.yaml"), wire).unwrap();
    let ran = folder.run(&["drafts", "--finish", "--write"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(
        ran.err.contains("claims/wire.yaml stays as it is: "),
        "{ran:?}"
    );
    assert!(
        read().contains("claims:\n  - quote: injured three"),
        "{}",
        read()
    );
    for args in [
        &["drafts", "--write"] as &[&str],
        &["drafts", "--finish", "--format", "csv"],
        &["drafts", "--finish", "-"],
    ] {
        assert_eq!(folder.run(args).status, 2, "{args:?}");
    }
}
