//! Each kind of problem has something that looks like it and must stay silent.

use gainsay::diagnostic::{CODES, Severity};
use gainsay::parse::load_text;

const ARTICLE: &str = "article: {id: gazette, published: 2024-05-06}\n";

/// For each kind what is near it. Claims alone stand behind an article.
const NEAR: &[(&str, &str)] = &[
    (
        "alias-refused",
        "claims:\n- {subject: review, property: rating, value: '*** of five'}\n",
    ),
    (
        "alias-refused",
        "claims:\n- &one {subject: review, property: rating, value: 3}\n- *one\n",
    ),
    (
        "ambiguous-name",
        "claims:\n- {subject: Ada Quill, property: age, value: 40}\n- {subject: Quill, property: town, value: Moss}\n",
    ),
    (
        "bad-choice",
        "claims:\n- {subject: fire, property: injured, value: 3, stance: Denies, hedged: YES}\n",
    ),
    (
        "bad-date",
        "article: {id: gazette, published: early May 2024}\nclaims:\n- {subject: fire, property: injured, value: 3}\n",
    ),
    (
        "cycle",
        "properties:\n  role: {kind: term, terms: {boss: {broader: member}, member: {}, clerk: {broader: member}}}\n",
    ),
    (
        "duplicate-field",
        "entities:\n  Dock 4: {part of: Quay}\n  Quay: {part of: Town}\n  Town: {}\n",
    ),
    (
        "duplicate-id",
        "claims:\n- {id: one, subject: fire, property: injured, value: 3}\n- {id: two, subject: fire, property: dead, value: 3}\n",
    ),
    (
        "impossible-rules",
        "entities:\n  hearing: {kind: event, date: 2018-05-01}\n  verdict: {kind: event, date: 2018-05-02}\nproperties:\n  date: {kind: date}\nrules:\n- {name: order, holds: hearing / date <= verdict / date}\n",
    ),
    (
        "likely-colon",
        "claims:\n- {subject: report, property: title, value: 'Fire: what we know', note: at 12:30}\n",
    ),
    (
        "likely-comma",
        "claims:\n- {subject: fire, property: homes, value: '1,200', quote: 'one, two'}\n",
    ),
    (
        "likely-comment",
        "claims:\n- subject: crane # the new one\n  property: name\n  value: crane#12\n",
    ),
    (
        "likely-quote",
        "claims:\n- {subject: mayor, property: promise, value: '\"never again\" after the fire'}\n",
    ),
    (
        "likely-space",
        "claims:\n- {subject: site, property: opens, value: 12:30}\n- {subject: site, property: address, value: http://hall.example}\n- {subject: hall, property: degrees, value: -5}\n",
    ),
    (
        "missing-dashes",
        "claims:\n- {subject: hall, property: stalls, value: 40}\n---\narticle: {id: herald}\nclaims:\n- {subject: hall, property: stalls, value: 40}\n",
    ),
    (
        "missing-field",
        "claims:\n- {value: 3, property: injured, subject: fire}\ndrafts:\n- {subject: fire}\n",
    ),
    (
        "missing-id",
        "claims:\n- {subject: fire, property: injured, value: 3}\n---\narticle: {id: herald}\nclaims:\n- {subject: fire, property: injured, value: 3}\n",
    ),
    (
        "mixed-file",
        "claims:\n- {subject: fire, property: injured, value: 3}\n",
    ),
    (
        "mixed-rule",
        "properties:\n  begun: {kind: date}\n  over: {kind: date}\nrules:\n- {name: order, holds: begun <= over}\n",
    ),
    (
        "near-miss-label",
        "claims:\n- {subject: fire, property: people injured, value: 3}\n---\narticle: {id: herald}\nclaims:\n- {subject: fire, property: firemen on leave, value: 3}\n",
    ),
    (
        "near-miss-name",
        "claims:\n- {subject: Marco Oduya, property: goals, value: 21}\n---\narticle: {id: herald}\nclaims:\n- {subject: Ines Brandt, property: goals, value: 21}\n",
    ),
    (
        "no-claims",
        "claims:\ndrafts:\n- {quote: three were hurt}\n",
    ),
    (
        "odd-space",
        "claims:\n- {subject: strike, property: place, value: \"the\u{a0}quay\"}\n",
    ),
    (
        "rule-unreadable",
        "properties:\n  begun: {kind: date}\n  over: {kind: date}\nrules:\n- {name: order, holds: begun + 3 days <= over}\n",
    ),
    (
        "shared-alias",
        "entities:\n  Alice Moss: {kind: person, aliases: [Ms. Moss]}\n  Ann Lee: {kind: person, aliases: [Ms. Lee]}\n",
    ),
    (
        "split-number",
        "claims:\n- {subject: strike, property: strikers, value: ['1,500', '1,600']}\n- {subject: strike, property: shops, value: [1, 500]}\n",
    ),
    (
        "syntax",
        "claims:\n- {subject: fire, property: cause, value: '''tis not known'}\n",
    ),
    (
        "tag-refused",
        "claims:\n- {subject: leaflet, property: headline, value: '!strike now'}\n",
    ),
    (
        "too-deep",
        "claims:\n- {subject: council, property: members, value: {members: [Ann Lee, Bo Chen], only: yes}}\n",
    ),
    (
        "unfinished-merge",
        "claims:\n- {subject: sign, property: words, value: '<<<<<<< this way'}\n",
    ),
    (
        "unknown-document",
        "claims:\n- {subject: fire, property: injured, value: 3}\n",
    ),
    (
        "unknown-field",
        "claims:\n- {subject: fire, property: injured, value: 3, qualifiers: {attribtion: police}}\n",
    ),
    (
        "unknown-reference",
        "claims:\n- {subject: fire, property: injured, value: 3, cites: [herald, police]}\n---\narticle: {id: herald}\nclaims:\n- {subject: fire, property: injured, value: 3}\n",
    ),
    (
        "unreadable-value",
        "properties:\n  date: {kind: date}\n---\narticle: {id: gazette}\nclaims:\n- {subject: fire, property: date, value: not known}\n",
    ),
    (
        "unused-rule",
        "properties:\n  begun: {kind: date}\n  over: {kind: date}\nrules:\n- {name: order, holds: begun <= over}\n",
    ),
    (
        "wrong-type",
        "claims:\n- {subject: fire, property: injured, value: [3, 4], attribution: [police, port]}\n",
    ),
];

/// These take several files: the tests of quotes, of rulings and of files have what is near them.
const OF_FILES: &[&str] = &[
    "bad-utf8",
    "quote-cut",
    "quote-not-found",
    "quote-repeated",
    "shared-passage",
    "too-large",
    "unmatched-ruling",
    "unreadable-file",
    "unreadable-text",
];

#[test]
fn what_is_near_a_kind_is_not_of_it() {
    for (kind, text) in NEAR {
        let text = match text.starts_with("claims:") {
            true => format!("{ARTICLE}{text}"),
            false => (*text).to_owned(),
        };
        let (corpus, problems) = load_text(&text);
        let problems = gainsay::inspect(&corpus, problems, false);
        let found: Vec<&str> = problems.iter().map(|it| it.code.name()).collect();
        assert!(!found.contains(kind), "{kind}: {problems:#?}\n{text}");
    }
}

#[test]
fn no_kind_is_left_out() {
    let near = || NEAR.iter().map(|(kind, _)| *kind);
    for row in CODES.iter().filter(|row| row.severity != Severity::Note) {
        assert!(
            near()
                .chain(OF_FILES.iter().copied())
                .any(|kind| kind == row.name),
            "{}",
            row.name
        );
    }
    for kind in near() {
        assert!(CODES.iter().any(|row| row.name == kind), "{kind}");
    }
}
