//! What is wrong in one place costs no other.

use gainsay::value::Written;

use super::{claims, codes, load_text};

#[test]
fn one_broken_spot_costs_one_entry() {
    let broken = [
        "'tis",
        "\"a\" b",
        "\"a",
        "a: b",
        "@a",
        "%a",
        "`a`",
        "[a, b",
        "[a] b",
        "{a",
        "> 5",
        "| a",
        "*a",
        "!a",
        "- a",
        "a #1\n      b",
        "a\n   b: c",
        "a\n      b: c",
        "a\n\tb: c",
        "a\n    b c",
        "]",
        "}",
        ",",
        "&a &b c",
        "? a",
        "\"\\q\"",
        "'a\n---",
        "\u{7}",
    ];
    for broken in broken {
        let text = claims(&["good 1", broken, "good 2", "good 3"]);
        let text = text + "    note: the last\n";
        let (corpus, diagnostics) = load_text(&text);
        let read = corpus.claims.iter().filter(
            |claim| matches!(&claim.written, Written::Scalar(text) if text.starts_with("good")),
        );
        let expected = if broken.contains("---") { 1 } else { 3 };
        assert_eq!(
            read.count(),
            expected,
            "{broken:?}: {:?}",
            codes(&diagnostics)
        );
        assert!(!diagnostics.is_empty(), "{broken:?}");
        let line = diagnostics[0].place.spot.line;
        assert!((7..=10).contains(&line), "{broken:?}: line {line}");
    }
}

#[test]
fn a_claim_with_a_misspelt_key_is_not_compared_without_what_it_says() {
    let (corpus, diagnostics) = load_text(
        "article: {id: a}\nclaims:\n  - {subject: s, property: p, value: 1, hedge: yes}\n  - {subject: s, property: p, value: 2, page: 7}\n",
    );
    assert_eq!(codes(&diagnostics), ["unknown-field", "unknown-field"]);
    assert!(diagnostics[0].hint.contains("Did you mean `hedged`?"));
    assert_eq!(corpus.claims.len(), 1);
}

#[test]
fn a_text_cut_off_by_a_comma_is_not_read_as_less_than_it_says() {
    let (corpus, diagnostics) = load_text(
        "article: {id: a}\nclaims:\n  - {subject: s, property: p, value: 1,200 homes, quote: a}\n  - {subject: s, property: p, value: 2, quote: 'b'}\n",
    );
    assert_eq!(codes(&diagnostics), ["likely-comma"]);
    assert_eq!(
        diagnostics[0].hint,
        "Put the text into quotes: '1,200 homes'."
    );
    assert_eq!(corpus.claims.len(), 1);
    let (corpus, diagnostics) = load_text(
        "article: {id: a}\nclaims:\n  - {subject: s, property: p, value: 3, quote: two badly, one slightly, or not}\n  - subject: s\n    property: p\n    value: 2\n    foo:\n",
    );
    assert_eq!(codes(&diagnostics), ["likely-comma", "unknown-field"]);
    assert_eq!(
        diagnostics[0].hint,
        "Put the text into quotes: 'two badly, one slightly, or not'."
    );
    assert_eq!(corpus.claims.len(), 1);
}

#[test]
fn a_broken_section_hides_no_other() {
    let text = "article:\n  id: a\n  title: x: y\n  source: Post\nclaims:\n  - subject: s\n    property: p\n    value: v\nfoo: [\n---\narticle:\n  id: b\nclaims:\n  - subject: s\n    property: p\n    value: w\n";
    let (corpus, diagnostics) = load_text(text);
    assert_eq!(
        codes(&diagnostics),
        ["likely-colon", "unknown-field", "syntax"]
    );
    assert_eq!((corpus.articles.len(), corpus.claims.len()), (2, 2));
    assert!(corpus.articles[0].source.is_some());
}

#[test]
fn bombs_are_refused() {
    let mut bomb =
        "entities:\n  a0: {aliases: &a0 [lol, lol, lol, lol, lol, lol, lol, lol]}\n".to_owned();
    for n in 1..30 {
        let list = vec![format!("*a{}", n - 1); 8].join(", ");
        bomb += &format!("  a{n}: {{aliases: &a{n} [{list}]}}\n");
    }
    let (_, diagnostics) = load_text(&bomb);
    assert!(codes(&diagnostics).contains(&"alias-refused"));
    let scalar = format!(
        "entities:\n  a: {{part of: &a '{}'}}\n",
        "x".repeat(1 << 20)
    );
    let aliases = (0..1000).map(|n| format!("  a{n}: {{part of: *a}}\n"));
    let (_, diagnostics) = load_text(&(scalar + &aliases.collect::<String>()));
    assert!(codes(&diagnostics).contains(&"alias-refused"));
    for (open, close) in [("[", "]"), ("{a: ", "}")] {
        let deep = format!(
            "claims:\n  - value: {}{}\n",
            open.repeat(100_000),
            close.repeat(100_000)
        );
        assert!(codes(&load_text(&deep).1).contains(&"too-deep"));
    }
    assert!(!load_text(&"- ".repeat(100_000)).1.is_empty());
}

#[test]
fn aliases_stand_for_what_they_name() {
    let text = "article: {id: a}\nclaims:\n  - subject: &who Ann Lee\n    property: p\n    value: &v [a, b]\n  - subject: *who\n    property: q\n    value: *v\n";
    let (corpus, diagnostics) = load_text(text);
    assert_eq!(codes(&diagnostics), [""; 0]);
    assert_eq!(corpus.claims[0].subject, corpus.claims[1].subject);
    assert_eq!(corpus.claims[0].written, corpus.claims[1].written);
}

#[test]
fn an_entry_that_stands_further_left_is_lost_alone() {
    let text = "article: {id: a}\nclaims:\n  - subject: fire\n    property: hurt\n    value: 3\n \
                - subject: fire\n   property: dead\n   value: 1\n  - subject: fire\n    property: crews\n    value: 7\n";
    let (corpus, diagnostics) = load_text(text);
    let values: Vec<_> = corpus.claims.iter().map(|claim| claim.original()).collect();
    assert_eq!(values, ["3", "7"], "{diagnostics:?}");
    assert_eq!(codes(&diagnostics), ["syntax"]);
    assert_eq!(diagnostics[0].place.spot.line, 6);
}
