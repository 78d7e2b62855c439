//! Annotations and reviews that other programs made: Hypothesis and ClaimReview.

use crate::cli::Folder;

const HYPOTHESIS: &str = r#"[
  {"id": "x1", "created": "2024-03-06T10:00:00Z", "user": "acct:jm@example.org", "uri": "https://h.example/1",
   "text": "injured: three", "tags": ["subject:dock fire", "property: injured", "value:three", "hedged", "urgent"],
   "group": "g", "document": {"title": ["Three hurt"]},
   "target": [{"source": "https://h.example/1", "selector": [
     {"type": "RangeSelector"},
     {"type": "TextQuoteSelector", "exact": "injured three dockers", "prefix": "pier 4 ", "suffix": ", the fire"}]}]},
  {"id": "x2", "user": "acct:jm@example.org", "uri": "https://h.example/1", "text": "check this", "tags": [],
   "document": {"title": ["Three hurt"]},
   "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "the doors were locked"}]}]},
  {"id": "x3", "user": "acct:rk@example.org", "uri": "https://h.example/1", "text": "I agree", "references": ["x2"]}
]"#;

#[test]
fn annotations_of_hypothesis_become_claims_and_drafts() {
    let folder = Folder::with(&[("notes.json", HYPOTHESIS)]);
    let ran = folder.run(&["import", "notes.json", "--write"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.err.contains("1 new claim, 1 draft"), "{ran:?}");
    assert!(ran.err.contains("1 reply"), "{ran:?}");
    assert_eq!(
        folder.read("claims/three-hurt.yaml"),
        "\
article:
  title: Three hurt
  url: https://h.example/1
  annotator: jm

claims:
  - subject: dock fire
    property: injured
    value: three
    quote: injured three dockers
    hedged: true
    note: 'injured: three; tags: urgent'

drafts:
  - quote: the doors were locked
    note: check this
"
    );
    let ran = folder.run(&["import", "notes.json"]);
    assert!(ran.err.contains("no file changes"), "{ran:?}");
}

#[test]
fn the_table_of_hypothesis_is_known_by_its_columns() {
    let folder = Folder::with(&[(
        "notes.csv",
        "Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n\
         2024-03-06 10:00,jm,Three hurt,https://h.example/1,Public,Annotation,injured three dockers,check,\"subject:dock fire,property:injured,value:three\"\n\
         2024-03-06 10:01,rk,Three hurt,https://h.example/1,Public,Reply,,I agree,\n",
    )]);
    let ran = folder.run(&["import", "notes.csv", "--write"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let file = folder.read("claims/three-hurt.yaml");
    assert!(
        file.contains("annotator: jm\n") && !file.contains("author"),
        "{file}"
    );
    assert!(
        file.contains("  - subject: dock fire\n    property: injured\n    value: three\n    quote: injured three dockers\n    note: check\n"),
        "{file}"
    );
    assert!(
        !file.contains("I agree") && ran.err.contains("1 reply"),
        "{ran:?}"
    );
}

const REVIEW: &str = r#"{"@context": "https://schema.org", "@type": "ClaimReview", "url": "https://fc.example/9",
  "datePublished": "2024-03-09", "claimReviewed": "Three dockers were hurt", "author": {"name": "Fact Desk"},
  "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "fire service"},
    "datePublished": "2024-03-05", "appearance": [{"url": "https://h.example/1"}]},
  "reviewRating": {"ratingValue": 4, "alternateName": "Mostly true"}}"#;

#[test]
fn a_review_becomes_a_draft_of_where_its_claim_stood() {
    for text in [
        REVIEW.to_owned(),
        format!("[{REVIEW}]"),
        format!("{{\"@graph\": [{{\"@type\": \"WebPage\"}}, {REVIEW}]}}"),
    ] {
        let folder = Folder::with(&[("review.json", &text)]);
        let ran = folder.run(&["import", "review.json", "--write"]);
        assert_eq!(ran.status, 0, "{ran:?}");
        assert_eq!(
            folder.read("claims/h-example-1.yaml"),
            "\
article:
  url: https://h.example/1

drafts:
  - attribution: fire service
    said: 2024-03-05
    note: 'Three dockers were hurt; reviewed by Fact Desk: Mostly true, 2024-03-09, https://fc.example/9'
"
        );
        assert!(ran.err.contains("rating scale"), "{ran:?}");
    }
}

#[test]
fn entries_of_another_sort_are_counted() {
    for (others, told) in [
        (1, "1 entry of another sort left behind"),
        (2, "2 entries of another sort left behind"),
    ] {
        let text = format!("[{REVIEW}{}]", ", {\"@type\": \"WebPage\"}".repeat(others));
        let folder = Folder::with(&[("review.json", &text)]);
        let ran = folder.run(&["import", "review.json"]);
        assert!(ran.status == 0 && ran.err.contains(told), "{ran:?}");
    }
}

#[test]
fn other_json_is_told_apart() {
    for (text, why) in [
        ("{", "no JSON"),
        ("{}", "neither"),
        ("[]", "empty"),
        ("[1]", "neither"),
        (r#"{"rows": []}"#, "empty"),
        (r#"[{"uri": 7, "target": []}]"#, "neither"),
    ] {
        let folder = Folder::with(&[("notes.json", text)]);
        let ran = folder.run(&["import", "notes.json", "--write"]);
        assert_eq!(ran.status, 2, "{text} {ran:?}");
        assert!(ran.err.contains(why), "{text} {ran:?}");
    }
}
