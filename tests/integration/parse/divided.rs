//! Two articles without `---` between them: nothing of the second is laid to the first.

use gainsay::model::Corpus;

use super::{codes, load_text};

/// "gazette 40; herald 44": who says what.
fn told(corpus: &Corpus) -> String {
    let told = corpus.claims.iter().map(|claim| {
        let article = corpus.symbols.text(corpus.article(claim.article).id);
        format!("{article} {:?}", claim.written)
    });
    told.collect::<Vec<_>>().join("; ")
}

const CLAIM: &str = "  - {subject: market hall, property: stalls, value: ";

#[test]
fn a_second_article_takes_its_claims_wherever_they_stand() {
    let [first, second] = [40, 44].map(|stalls| format!("claims:\n{CLAIM}{stalls}}}\n"));
    let [gazette, herald] = ["gazette", "herald"].map(|id| format!("article: {{id: {id}}}\n"));
    let files = [
        format!("{gazette}{first}{herald}{second}"),
        format!("{first}{gazette}{second}{herald}"),
    ];
    for file in files {
        let (corpus, problems) = load_text(&file);
        assert_eq!(codes(&problems), ["missing-dashes"], "{file}");
        let expected = "gazette Scalar(\"40\"); herald Scalar(\"44\")";
        assert_eq!(told(&corpus), expected, "{file}");
    }
}

#[test]
fn claims_in_two_lists_of_one_article_are_a_repetition() {
    let file = format!("article: {{id: gazette}}\nclaims:\n{CLAIM}40}}\nclaims:\n{CLAIM}44}}\n");
    let (corpus, problems) = load_text(&file);
    assert_eq!(codes(&problems), ["duplicate-field"]);
    assert_eq!(corpus.claims.len(), 2);
    let (_, problems) = load_text(&file.replacen("claims:\n", "---\nclaims:\n", 1));
    assert!(!codes(&problems).contains(&"missing-dashes"));
}

#[test]
fn other_dashes_are_named() {
    for dashes in ["--", "----", "—"] {
        let (_, problems) = load_text(&format!(
            "article: {{id: gazette}}\nclaims:\n{CLAIM}40}}\n{dashes}\narticle: {{id: herald}}\nclaims:\n{CLAIM}44}}\n"
        ));
        assert_eq!(codes(&problems), ["syntax", "missing-dashes"], "{dashes}");
        assert!(problems[0].hint.contains("`---`"), "{:?}", problems[0]);
    }
}
