//! `gainsay matrix`: who says what on which question.

use super::{DOUBT, Folder, STORY};

const DENIED: &str = "\
article: {id: denier}
claims:
  - {subject: dock fire, property: injured, value: one, stance: denies, hedged: true}
";

fn story() -> Folder {
    Folder::with(&[("claims/a.yaml", STORY), ("claims/b.yaml", DENIED)])
}

/// The lines of a table, with single blanks.
fn lines(text: &str) -> Vec<String> {
    let words = text.lines().map(|line| line.split_whitespace());
    words
        .map(|words| words.collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn each_question_has_a_line_and_each_article_a_column() {
    let ran = story().run(&["matrix"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let lines = lines(&ran.out);
    for line in [
        "city-radio denier harbour-post",
        "✗ dock fire / injured B! one ¬A?! one C! three",
        "✓ dock fire / began A 4 March 2024 · A 4 March 2024",
        "· warehouse / empty A yes · ·",
        "¬ the article denies it",
        "3 articles, 6 claims, 3 questions: 1 conflict, no warnings, 1 agreement, 1 quote not looked up",
    ] {
        assert!(
            lines.iter().any(|found| found == line),
            "{line}\n{}",
            ran.out
        );
    }
}

#[test]
fn it_takes_the_filters_of_a_check() {
    let folder = story();
    let rows = |args: &[&str]| {
        let ran = folder.run(&[&["matrix", "--csv"], args].concat());
        assert_eq!(ran.status, 0, "{ran:?}");
        ran.out.lines().count() - 1
    };
    assert_eq!(rows(&[]), 3);
    assert_eq!(rows(&["--level", "agreement"]), 2);
    assert_eq!(rows(&["--level", "conflict"]), 1);
    assert_eq!(rows(&["--subject", "Warehouse"]), 1);
    assert_eq!(rows(&["--source", "denier"]), 1);
    let ran = folder.run(&["matrix", "--source", "nobody"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("no source \"nobody\""), "{ran:?}");
    let ran = folder.run(&["matrix", "nowhere"]);
    assert_eq!(ran.status, 2);
}

#[test]
fn a_question_of_a_joint_contradiction_is_as_bad_as_that() {
    let folder = Folder::with(&[
        (
            "claims/a.yaml",
            "article: {id: a, published: 2024-03-08}\nclaims:\n  - {subject: s, property: began, value: March 5}\n---\n\
         article: {id: b, published: 2024-03-08}\nclaims:\n  - {subject: s, property: ended, value: March 4}\n",
        ),
        (
            "claims/v.yaml",
            "properties: {began: {kind: date}, ended: {kind: date}}\nrules: [{name: order, holds: began <= ended}]\n",
        ),
    ]);
    let ran = folder.run(&["matrix", "--level", "conflict"]);
    let lines = lines(&ran.out);
    assert!(
        lines.contains(&"✗ s / began A* March 5 ·".into()),
        "{}",
        ran.out
    );
    assert!(
        lines.contains(&"✗ s / ended · A* March 4".into()),
        "{}",
        ran.out
    );
}

#[test]
fn a_spreadsheet_gets_words_in_place_of_marks() {
    let folder = story();
    let ran = folder.run(&["matrix", "--csv", "-o", "m.csv"]);
    assert_eq!(
        (ran.status, ran.out.as_str(), ran.err.as_str()),
        (0, "", "")
    );
    let text = folder.read("m.csv").replace('"', "");
    let rows: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(
        rows[0],
        "\u{feff}finding,level,check,subject,property,city-radio,denier,harbour-post"
    );
    assert_eq!(
        rows[1],
        "7d09f2a783bb,conflict,value-conflict,dock fire,injured,one,not one (unsure),three"
    );
    assert_eq!(
        rows[3].rsplit(',').take(3).collect::<Vec<_>>(),
        ["", "", "yes"]
    );
}

#[test]
fn many_articles_are_numbered_and_stand_in_several_tables() {
    let folder = Folder::with(&[("claims/a.yaml", DOUBT)]);
    for at in 0..40 {
        folder.add(
            &format!("claims/a-rather-long-name-{at:02}.yaml"),
            "claims: [{subject: dock fire, property: injured, value: 3}]",
        );
    }
    let ran = folder.run(&["matrix"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let lines = lines(&ran.out);
    assert!(lines[0].starts_with("1 2 3 4 5"), "{}", ran.out);
    assert!(lines.contains(&"A 1 B 3".to_owned()), "{}", ran.out);
    assert!(lines.contains(&"42 b (B)".to_owned()), "{}", ran.out);
    assert!(lines.contains(&"1 a (A)".to_owned()), "{}", ran.out);
    let tables = lines.iter().filter(|line| line.starts_with("✗ dock fire"));
    assert!(tables.count() > 1, "{}", ran.out);
    assert!(
        ran.out.lines().all(|line| line.chars().count() <= 100),
        "{}",
        ran.out
    );
}

#[test]
fn nothing_to_show_is_said() {
    let ran = Folder::with(&[]).run(&["matrix", "."]);
    assert_eq!(ran.status, 2);
    assert_eq!(ran.out.lines().count(), 1, "{ran:?}");
}
