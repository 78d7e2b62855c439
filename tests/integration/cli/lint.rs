//! `gainsay lint`.

use super::Folder;

const ARTICLES: &str = "\
article: {id: a, published: 2024-05-08}
claims:
  - {subject: market hall, property: stalls, value: 40, quote: 40 stalls}
  - {subject: market hall, property: closed, value: on Monday, quote: closed on Monday}
  - {subject: market hall, property: rent, value: 12}
  - {subject: market hall, property: roof, value: 3}
";

fn story() -> Folder {
    Folder::with(&[("claims/a.yaml", ARTICLES)])
}

#[test]
fn problems_are_listed_by_kind_with_what_to_do_once() {
    let ran = story().run(&["lint"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert_eq!(ran.err, "");
    insta::assert_snapshot!(ran.out);
}

#[test]
fn kinds_are_chosen_and_an_error_is_trouble_whichever_are() {
    let story = story();
    let ran = story.run(&["lint", "--only", "missing-quote"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.out.contains("missing-quote: 2 notes") && !ran.out.contains("doubtful"));
    let ran = story.run(&[
        "lint",
        "--skip",
        "missing-quote",
        "--skip",
        "doubtful-value",
    ]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "nothing to mend\n"));
    story.add("claims/b.yaml", "article: {id:b}\n");
    let ran = story.run(&["lint", "--only", "long-quote"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("a file has an error"), "{ran:?}");
    let ran = story.run(&["lint", "--only", "no-such-kind"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("missing-quote"), "{ran:?}");
}

#[test]
fn json_counts_the_kinds_and_lists_each_problem() {
    let ran = story().run(&["lint", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["format"], "gainsay/1");
    let kinds = json["kinds"].as_array().unwrap();
    assert_eq!(kinds.len(), 2);
    assert_eq!(
        (&kinds[1]["kind"], &kinds[1]["count"]),
        (&"missing-quote".into(), &2.into())
    );
    assert_eq!(json["diagnostics"].as_array().unwrap().len(), 3);
    assert_eq!(json["diagnostics"][0]["level"], "note");
}

#[test]
fn github_sees_each_beside_its_line() {
    let ran = story().run(&["lint", "--format", "github"]);
    let first = ran.out.lines().next().unwrap();
    assert_eq!(first, "::notice title=gainsay::3 notes");
    assert!(
        ran.out.contains("::notice file=claims/a.yaml,line=4,"),
        "{ran:?}"
    );
}

#[test]
fn check_tells_no_note() {
    let ran = story().run(&["check"]);
    assert_eq!(ran.err, "");
    assert!(!ran.out.contains("missing-quote"));
}

#[test]
fn slips_are_shown_then_mended_and_can_be_put_back() {
    let slip = ARTICLES.replace("property: stalls", "property:stalls");
    let story = Folder::with(&[("claims/a.yaml", &slip)]);
    let ran = story.run(&["lint", "--fix"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(
        ran.out
            .contains("+  - {subject: market hall, property: stalls,"),
        "{ran:?}"
    );
    assert!(
        ran.err.contains("1 slip in 1 file to mend: add --write"),
        "{ran:?}"
    );
    assert_eq!(story.read("claims/a.yaml"), slip);
    let ran = story.run(&["lint", "--fix", "--write"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{ran:?}");
    assert_eq!(story.read("claims/a.yaml"), ARTICLES);
    let ran = story.run(&["lint", "--fix"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{ran:?}");
    assert_eq!(story.run(&["undo"]).status, 0);
    assert_eq!(story.read("claims/a.yaml"), slip);
}
