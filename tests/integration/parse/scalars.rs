//! Values as they are written, and keys.

use gainsay::value::Written;

use super::{claims, codes, load_text};

#[test]
fn every_scalar_is_its_source_text() {
    let written = [
        "no",
        "0123",
        "1e3",
        "3:30",
        "1996",
        "1.10",
        "0x1F",
        "2018-06-06",
        "Null",
        ".nan",
        "~5",
        "1_000",
    ];
    let (corpus, diagnostics) = load_text(&claims(&written));
    assert_eq!(codes(&diagnostics), [""; 0]);
    for (claim, text) in corpus.claims.iter().zip(written) {
        assert_eq!(claim.written, Written::Scalar(text.into()));
    }
    assert_eq!(corpus.claims.len(), written.len());
    let (corpus, _) = load_text(&claims(&["'null'", r#""~""#, r#""a\tb""#, "!!str 12"]));
    let read = corpus.claims.iter().map(|claim| claim.written.clone());
    let read = read.collect::<Vec<_>>();
    assert_eq!(
        read,
        ["null", "~", "a\tb", "12"].map(|text| Written::Scalar(text.into()))
    );
}

#[test]
fn only_nothing_a_tilde_and_null_are_missing() {
    let (corpus, diagnostics) = load_text(&claims(&["", "~", "null", "''"]));
    assert_eq!(codes(&diagnostics), ["missing-field"; 4]);
    assert!(corpus.claims.is_empty());
}

#[test]
fn values_are_texts_lists_and_two_maps() {
    let (corpus, diagnostics) = load_text(&claims(&[
        "[Ann Lee, Bo Chen]",
        "{members: [Ann Lee], only: yes}",
        "{members: Ann Lee}",
        "{between: [5, 7]}",
    ]));
    assert_eq!(codes(&diagnostics), [""; 0]);
    let members = |names: &[&str], only| {
        Written::members(names.iter().map(|name| (*name).into()).collect(), only)
    };
    let read = corpus.claims.iter().map(|claim| claim.written.clone());
    assert_eq!(
        read.collect::<Vec<_>>(),
        [
            members(&["Ann Lee", "Bo Chen"], false),
            members(&["Ann Lee"], true),
            members(&["Ann Lee"], false),
            Written::between("5".into(), "7".into()),
        ]
    );
    let refused = [
        "{between: [5]}",
        "{between: 5}",
        "{members: [[a]]}",
        "{from: 5}",
        "{between: [5, 7], members: [a]}",
        "[a, ~]",
    ];
    for value in refused {
        let (corpus, diagnostics) = load_text(&claims(&[value]));
        assert!(
            corpus.claims.is_empty() && !diagnostics.is_empty(),
            "{value}"
        );
    }
}

#[test]
fn keys_may_be_written_in_three_ways() {
    for key in ["part of", "part_of", "part-of"] {
        let (corpus, diagnostics) = load_text(&format!(
            "entities:\n  Dock: {{{key}: Harbour}}\n  Harbour: {{kind: organization}}\n"
        ));
        assert_eq!(codes(&diagnostics), [""; 0]);
        assert_eq!(
            corpus.vocabulary.entities[0].part_of.as_deref(),
            Some("Harbour")
        );
    }
}

#[test]
fn columns_count_characters_and_line_ends_do_not_matter() {
    let text = "article: {id: é}\nclaims:\n  - {subject: „ä“, property: ö, value: ü}\n";
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    for text in [text, &windows] {
        let (corpus, diagnostics) = load_text(text);
        assert_eq!(codes(&diagnostics), [""; 0]);
        let spots = corpus.claims[0].spots;
        assert_eq!((spots.property.line, spots.property.column), (3, 30));
        assert_eq!((spots.value.line, spots.value.column), (3, 40));
    }
}
