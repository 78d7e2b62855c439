//! The first screen of a report says what a vocabulary could add.

use super::Folder;

const GAZETTE: &str = "\
article: {id: gazette, published: 2024-03-05}
claims:
  - {subject: mill fire, property: cause, value: arson}
  - {subject: mill fire, property: people hurt in the yard, value: 3}
  - {subject: Marco Oduya, property: age, value: 41}
";

const HERALD: &str = "\
article: {id: herald}
claims:
  - {subject: mill fire, property: cause, value: a blown fuse}
  - {subject: mill fire, property: people hurt in the yrad, value: 5}
  - {subject: Marco Odouya, property: age, value: 43}
  - {subject: mill fire, property: began, value: on Monday}
";

fn first_screen(report: &str) -> String {
    let lines: Vec<&str> = report.lines().take(24).map(str::trim).collect();
    lines.join(" ")
}

#[test]
fn a_new_story_is_told_what_would_make_it_better_in_order_of_help() {
    let folder = Folder::with(&[
        ("claims/gazette.yaml", GAZETTE),
        ("claims/herald.yaml", HERALD),
    ]);
    let ran = folder.run(&["check"]);
    let screen = first_screen(&ran.out);
    let words = "+  to compare more: terms for 1 property; 1 label that may ask what others ask; 1 name that may be \
                 others; `gainsay vocabulary` writes it down";
    assert!(screen.contains(words), "{}", ran.out);
    // Followed blindly, it is said no more, and more is compared.
    let ran = folder.run(&["vocabulary", "-o", "claims/vocabulary.yaml"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let ran = folder.run(&["check"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(!ran.out.contains("to compare more"), "{}", ran.out);
}

#[test]
fn a_report_of_a_part_or_for_programs_and_a_story_without_need_say_nothing() {
    let folder = Folder::with(&[
        ("claims/gazette.yaml", GAZETTE),
        ("claims/herald.yaml", HERALD),
    ]);
    for args in [
        &["check", "--subject", "mill fire"] as &[&str],
        &["check", "--level", "conflict"],
        &["check", "--summary"],
        &["check", "--format", "markdown"],
        &["check", "--format", "json"],
        &["check", "--format", "concise"],
    ] {
        let ran = folder.run(args);
        assert!(!ran.out.contains("to compare more"), "{args:?}: {ran:?}");
    }
    // Only a day is missing, which no vocabulary can give; the report says so anyway.
    let dateless = "article: {id: herald}\nclaims:\n  - {subject: mill fire, property: began, value: on Monday}\n";
    let dated = "article: {id: gazette, published: 2024-03-05}\nclaims:\n  - {subject: mill fire, property: began, value: 2 March 2024}\n";
    for files in [
        &[("claims/gazette.yaml", GAZETTE)] as &[_],
        &[
            ("claims/gazette.yaml", dated),
            ("claims/herald.yaml", dateless),
        ],
    ] {
        let ran = Folder::with(files).run(&["check"]);
        assert!(!ran.out.contains("to compare more"), "{ran:?}");
    }
}
