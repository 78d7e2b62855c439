//! `gainsay questions`, `sources` and `entities`.

use super::{Folder, gainsay};

const ARTICLES: &str = "\
article: {id: a, source: Harbour Post}
claims:
  - {subject: Ann Marie Lee, property: age, value: 41 years, attribution: Port Authority}
  - {subject: Ann Marie Lee, property: years of age, value: 41 years}
  - {subject: dock fire, property: injured, value: 3}
---
article: {id: b, source: The Harbour Post}
claims:
  - {subject: Ann Lee, property: age, value: 42 years, attribution: officials}
  - {subject: dock fire, property: injurd, value: 3}
---
article: {id: c}
claims:
  - {subject: Ann Lee, property: Age, value: 42 years}
";

const VOCABULARY: &str = "\
sources: {Harbour Post: {aliases: [HP]}}
entities:
  Ann Marie Lee: {kind: person, part of: Port Authority, aliases: [A. M. Lee]}
  Port Authority: {kind: organisation}
properties:
  age: {kind: duration, age: true, aliases: [years of age]}
";

fn story() -> Folder {
    Folder::with(&[("claims/a.yaml", ARTICLES), ("claims/v.yaml", VOCABULARY)])
}

#[test]
fn questions_show_each_spelling_and_near_misses() {
    let ran = story().run(&["questions"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    // The list shows which: the warning is only counted.
    let counted = "1 label almost matches another; `gainsay check` tells which";
    assert!(ran.err.contains(counted), "{ran:?}");
    assert!(!ran.err.contains("near-miss-label"), "{ran:?}");
    let expected = "\
Ann Marie Lee
  age      duration (declared)  4 claims  3 articles
    labels              age ×2 in 2 articles; Age ×1 in 1 article; years of age ×1 in 1 article

dock fire
  injurd   number               1 claim   1 article
    ! look              almost the label \"injured\": if they are one, make one an alias of the other
  injured  number               1 claim   1 article
    ! look              almost the label \"injurd\": if they are one, make one an alias of the other

3 questions
";
    assert_eq!(ran.out, expected);
}

#[test]
fn sources_show_their_names_and_articles() {
    let ran = story().run(&["sources"]);
    let expected = "\
Harbour Post  2 articles  5 claims  declared
  written             Harbour Post ×1 in 1 article; The Harbour Post ×1 in 1 article
  aliases             HP
  article ids         a; b
–             1 article   1 claim   –
  article ids         c
  ! look              its source is not given: add `source`, for no two unnamed ones are the same

2 sources
";
    assert_eq!(ran.out, expected);
}

#[test]
fn entities_show_names_and_how_they_were_joined() {
    let folder = story();
    let ran = folder.run(&["entities"]);
    for part in [
        "Ann Marie Lee   person        4 about  0 by\n",
        "  written             Ann Lee ×2 in 2 articles; Ann Marie Lee ×2 in 1 article\n",
        "  aliases             A. M. Lee\n  part of             Port Authority\n",
        "  joined by likeness  Ann Lee: ",
        "Port Authority  organisation  0 about  1 by\n",
        "\n3 entities\n",
    ] {
        assert!(ran.out.contains(part), "{part}\n{}", ran.out);
    }
    // Speakers without a proper name are nobody in particular.
    assert!(!ran.out.contains("officials"), "{ran:?}");
    let strict = folder.run(&["entities", "--strict-names"]);
    assert!(strict.out.contains("Ann Lee "), "{strict:?}");
    assert!(!strict.out.contains("joined"), "{strict:?}");
}

#[test]
fn lists_are_tables_too() {
    let folder = story();
    for (command, start, rows) in [
        (
            "questions",
            "subject,property,kind,claims,articles,labels,remarks\r\n",
            3,
        ),
        (
            "sources",
            "source,articles,claims,declared,written,aliases,article ids,remarks\r\n",
            2,
        ),
        (
            "entities",
            "entity,kind,claims about,claims by,written,aliases,part of,",
            3,
        ),
    ] {
        let ran = folder.run(&[command, "--format", "csv"]);
        let text = ran.out.trim_start_matches('\u{feff}').replace('"', "");
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(text.starts_with(start), "{ran:?}");
        assert_eq!(text.lines().count(), rows + 1, "{ran:?}");
    }
}

#[test]
fn lists_say_what_is_wrong_with_files_and_what_is_hidden_in_names() {
    for command in ["questions", "sources", "entities"] {
        let nothing = Folder::with(&[]).run(&[command]);
        assert_eq!(nothing.status, 2, "{nothing:?}");
        assert!(nothing.out.starts_with("no "), "{nothing:?}");
        assert!(nothing.err.contains("no claim was found"), "{nothing:?}");
        let hostile = "article: {id: a, source: \"S\\e[31m\"}\nclaims: [{subject: \"X\\e[2J\", property: \"p\\u202e\", value: 1}]";
        let output = gainsay([command, "-"])
            .write_stdin(hostile)
            .output()
            .unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        assert!(!out.contains(['\u{1b}', '\u{202e}']), "{out}");
        let help = gainsay([command, "--help"]).output().unwrap();
        assert!(
            String::from_utf8(help.stdout)
                .unwrap()
                .contains("Examples:")
        );
    }
}
