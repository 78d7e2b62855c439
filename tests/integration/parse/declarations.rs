//! Articles, vocabularies and rulings that do not fit together.

use std::fs;

use gainsay::parse::{Inputs, load};

use super::{codes, load_paths, load_text};

#[test]
fn ids_of_articles() {
    let one = "claims: [{subject: s, property: p, value: v}]\n";
    let (corpus, diagnostics) = load_text(one);
    assert_eq!(codes(&diagnostics), ["missing-id"]);
    assert_eq!(corpus.claims.len(), 1);
    let both = Inputs {
        paths: vec!["-".into()],
        stdin: Some(one.into()),
    };
    assert_eq!(load(&both).0.claims.len(), 1);
    assert_eq!(codes(&load(&both).1), ["missing-id"]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("one.two.yaml");
    fs::write(&path, one).unwrap();
    let (corpus, diagnostics) = load_paths(&[&path]);
    assert_eq!(codes(&diagnostics), [""; 0]);
    assert_eq!(corpus.symbols.text(corpus.articles[0].id), "one.two");
    let two = |a: &str, b: &str| {
        format!(
            "article: {{id: x, annotator: {a}}}\n{one}---\narticle: {{id: x, annotator: {b}}}\n{one}"
        )
    };
    let (corpus, diagnostics) = load_text(&two("JM", "RK"));
    assert_eq!((codes(&diagnostics).len(), corpus.articles.len()), (0, 2));
    let (corpus, diagnostics) = load_text(&two("JM", "JM"));
    assert_eq!(codes(&diagnostics), ["duplicate-id"]);
    assert_eq!((corpus.articles.len(), corpus.claims.len()), (1, 1));
}

#[test]
fn a_file_with_an_article_cannot_declare_or_rule() {
    let text = "rulings:\n  - {finding: a1, ruling: both}\n---\narticle: {id: a}\nclaims: [{subject: s, property: p, value: v}]\n---\nentities:\n  A: {aliases: [s]}\n";
    let (corpus, diagnostics) = load_text(text);
    assert_eq!(codes(&diagnostics), ["mixed-file", "mixed-file"]);
    assert!(corpus.rulings.is_empty() && corpus.vocabulary.entities.is_empty());
    assert_eq!(corpus.claims.len(), 1);
}

#[test]
fn declarations_that_clash_are_left_out() {
    let text = "properties:\n  age: {aliases: [years old]}\n  Ages: {}\n  height: {aliases: [years old, tallness]}\nentities:\n  A: {part of: B}\n  B: {part of: C}\n  C: {part of: A}\n  D: {part of: A}\n  E: {part of: F}\n";
    let (corpus, diagnostics) = load_text(text);
    assert_eq!(
        codes(&diagnostics),
        ["duplicate-id", "shared-alias", "cycle", "unknown-reference"]
    );
    let all = &corpus.vocabulary;
    let properties = all.properties.iter().map(|p| (&*p.name, p.aliases.len()));
    assert_eq!(properties.collect::<Vec<_>>(), [("age", 0), ("height", 1)]);
    let parents = all.entities.iter().map(|entity| entity.part_of.as_deref());
    assert_eq!(
        parents.collect::<Vec<_>>(),
        [None, None, None, Some("A"), Some("F")]
    );
}

#[test]
fn versions_in_a_circle_are_reported_once() {
    let article = |id, other| {
        format!(
            "article: {{id: {id}, revises: {other}}}\nclaims: [{{subject: s, property: p, value: v}}]\n---\n"
        )
    };
    let (corpus, diagnostics) =
        load_text(&(article("a", "b") + &article("b", "a") + &article("c", "a")));
    assert_eq!(codes(&diagnostics), ["cycle"]);
    let revises = corpus
        .articles
        .iter()
        .map(|article| article.revises.is_some());
    assert_eq!(revises.collect::<Vec<_>>(), [false, false, true]);
}
