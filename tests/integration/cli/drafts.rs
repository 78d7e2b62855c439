//! Drafts and guessed dates: what waits for a person is counted everywhere and compared nowhere.

use super::Folder;

const POST: &str = "\
article: {id: post, source: Post, text: post.txt}
claims:
  - {subject: mill fire, property: injured, value: three, quote: three were hurt}
drafts:
  - {quote: two were hurt, subject: mill fire, property: injured, value: two}
  - {quote: the mill had been shut, note: when?}
  - {note: ask the owner, attribution: [Ann Lee, owner]}
";

const WIRE: &str = "\
article: {id: wire}
drafts:
  - quote: a valve stood open
claims:
  - {subject: mill fire, property: injured, value: three}
";

fn story() -> Folder {
    Folder::with(&[
        ("claims/post.yaml", POST),
        (
            "claims/post.txt",
            "Three were hurt. Two were hurt. The mill had been closed.",
        ),
        ("claims/wire.yaml", WIRE),
    ])
}

#[test]
fn every_format_counts_drafts_and_none_compares_them() {
    let folder = story();
    for (args, words) in [
        (&["check"] as &[&str], "4 drafts wait"),
        (&["check", "--summary"], "4 drafts wait"),
        (&["check", "--format", "markdown"], "4 drafts wait"),
        (&["check", "--format", "html"], "4 drafts wait"),
        (&["check", "--format", "json"], "\"drafts\":4"),
        (&["matrix"], "4 drafts wait"),
        (&["check", "--format", "csv"], ",\"note\",\"draft\","),
        (&["check", "--format", "csv"], "\"3 drafts wait\""),
        (
            &["check", "--format", "concise"],
            "claims/post.yaml:5: draft: post: 3 drafts wait\n\
             claims/wire.yaml:3: draft: wire: 1 draft waits\n",
        ),
    ] {
        let ran = folder.run(args);
        assert!(ran.out.contains(words), "{args:?}: {ran:?}");
        assert_eq!(ran.status, 0, "{args:?}: {ran:?}");
        assert!(!ran.out.contains("conflicts\":1"), "{ran:?}");
    }
    let ran = folder.run(&["check", "--format", "json"]);
    let report = ran.json();
    assert_eq!(report["summary"]["claims"], 2);
    assert_eq!(report["summary"]["conflicts"], 0);
}

#[test]
fn without_drafts_nothing_is_said() {
    let folder = Folder::with(&[("claims/story.yaml", super::STORY)]);
    for format in ["terminal", "markdown", "html", "csv", "concise"] {
        let ran = folder.run(&["check", "--format", format]);
        assert!(!ran.out.contains("draft"), "{format}: {ran:?}");
    }
    let ran = folder.run(&["drafts"]);
    assert_eq!((ran.status, &*ran.out), (0, "no drafts wait\n"), "{ran:?}");
}

#[test]
fn drafts_are_listed_with_what_is_missing() {
    let folder = story();
    let ran = folder.run(&["drafts"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let expected = "\
post
  two were hurt
    subject             mill fire
    property            injured
    value               two
    place               claims/post.yaml:5
    ! look              nothing is missing: `gainsay drafts --finish` moves it to `claims:`, where
                        it is compared
  the mill had been shut
    note                when?
    missing             subject, property, value
    place               claims/post.yaml:6
  –
    attribution         Ann Lee; owner
    note                ask the owner
    missing             subject, property, value
    place               claims/post.yaml:7

wire
  a valve stood open
    missing             subject, property, value
    place               claims/wire.yaml:3

4 drafts wait
";
    assert_eq!(ran.out, expected);
    let csv = folder.run(&["drafts", "--format", "csv"]).out;
    let row = "\"wire\",\"a valve stood open\",,,,,,\"subject, property, value\",\"claims/wire.yaml:3\",\r\n";
    assert!(csv.ends_with(row), "{csv}");
}

#[test]
fn quotes_of_drafts_are_looked_up() {
    let ran = story().run(&["drafts"]);
    assert_eq!(ran.err.matches("quote-not-found").count(), 1, "{ran:?}");
    assert!(ran.err.contains("claims/post.yaml:6:13"), "{ran:?}");
}

#[test]
fn an_article_of_drafts_alone_is_no_mistake() {
    let only = "article: {id: post}\ndrafts:\n  - {quote: three were hurt}\n";
    let folder = Folder::with(&[("claims/post.yaml", only)]);
    let ran = folder.run(&["check"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert_eq!(
        ran.err,
        "gainsay: no claim yet: 1 draft to finish; `gainsay drafts` lists them\n"
    );
    let ran = folder.run(&["drafts"]);
    assert_eq!((ran.status, &*ran.err), (0, ""), "{ran:?}");
}

#[test]
fn mistakes_in_drafts_are_told_and_cost_no_draft() {
    let wrong = "article: {id: post}\ndrafts:\n  - {quote: a, qoute: b}\n  - {quote: c, stance: maybe}\n  - {}\n  - d\n";
    let folder = Folder::with(&[("claims/post.yaml", wrong)]);
    let ran = folder.run(&["drafts"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    for code in ["unknown-field", "bad-choice", "missing-field", "wrong-type"] {
        assert_eq!(ran.err.matches(code).count(), 1, "{code}: {ran:?}");
    }
    assert!(ran.out.contains("2 drafts wait"), "{ran:?}");
}

const SURE: &str = "\
article: {id: surely, published: 2024-03-06}
claims:
  - {subject: mill fire, property: began, value: 5 March 2024}
";

fn dated(published: &str) -> Folder {
    let guess = format!(
        "article: {{id: post, published: {published}}}\nclaims:\n  - {{subject: mill fire, property: began, value: yesterday}}\n"
    );
    Folder::with(&[("claims/post.yaml", &guess), ("claims/surely.yaml", SURE)])
}

#[test]
fn a_guessed_date_counts_for_nothing_until_it_is_confirmed() {
    let folder = dated("{guessed: 2024-03-05}");
    for format in ["terminal", "markdown", "html"] {
        let ran = folder.run(&["check", "--format", format]);
        assert_eq!((ran.status, &*ran.err), (0, ""), "{ran:?}");
        let told = ran.out.replace(['\n', '\\'], " ").replace("  ", " ");
        let told = told
            .replace("<code>", "`")
            .replace("</code>", "`")
            .replace(" `", "`");
        let words = "of post (guessed: 5 March 2024)";
        assert!(told.contains(words), "{format}: {told}");
        assert!(told.contains("confirm"), "{format}: {told}");
    }
    let report = folder.run(&["check", "--format", "json"]).json();
    let article = &report["articles"][0];
    assert_eq!(article["guessed"], "2024-03-05");
    assert!(article["published"].is_null());
    // Written plainly, it says which day yesterday was.
    let ran = dated("2024-03-05").run(&["check"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(!ran.out.contains("guessed"), "{ran:?}");
}

#[test]
fn a_guess_must_be_a_date() {
    for (published, code) in [
        ("{guessed: soon}", "bad-date"),
        ("{guess: 2024-03-05}", "unknown-field"),
        ("{}", "missing-field"),
        ("[2024-03-05]", "wrong-type"),
    ] {
        let ran = dated(published).run(&["check"]);
        assert_eq!(ran.status, 2, "{ran:?}");
        assert!(ran.err.contains(code), "{published}: {ran:?}");
    }
}
