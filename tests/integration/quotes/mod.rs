//! Quotes in the texts of articles: found, near, elsewhere, several times, or cut so that the sense turns.

mod texts;

use gainsay::diagnostic::{Code, Diagnostic};
use gainsay::model::{Corpus, Quotes};

use crate::cli::gainsay;
use crate::parse::{folder, load_paths};
pub(crate) use texts::corpus_with_texts;

/// What a folder with these files gives.
fn load(files: &[(&str, &str)]) -> (Corpus, Vec<Diagnostic>) {
    load_paths(&[folder(files).path()])
}

/// An article with one claim for each quote, and what is said about them.
fn told(text: &str, quotes: &[&str]) -> Vec<(Code, String)> {
    let claims: Vec<String> = quotes.iter().map(|it| claim("is", it)).collect();
    let file = format!(
        "article: {{id: post, text: post.txt}}\nclaims:\n{}",
        claims.concat()
    );
    let (_, problems) = load(&[("post.yaml", &file), ("post.txt", text)]);
    let told = |it: Diagnostic| (it.code, format!("{} | {}", it.message, it.hint));
    problems.into_iter().map(told).collect()
}

fn claim(value: &str, quote: &str) -> String {
    let quote = quote.replace('\'', "''");
    format!("  - {{subject: a, property: b, value: {value}, quote: '{quote}'}}\n")
}

const LEASE: &str = "Under clause 9, the tenant is not allowed to sublet the rooms.\n\
    The con-\ntract was signed by Mr. Lee on 5 May. A well-\nknown firm drew it up.\n\
    \n\
    “We never said so,” said Bo Chen. He denied that he had sold the firm. There is no\n\
    firm of that name at No. 4 today, and it wasn\u{2019}t there before.\n";

#[test]
fn what_stands_there_is_found_however_it_is_set() {
    let quotes = [
        "the TENANT is \"not\" allowed",
        "The contract was signed",
        "a well-known firm",
        "a wellknown firm",
        "the con- tract was",
        "signed by [the landlord] on 5 May",
        "at No. 4 today",
        "5 May. ... A well-known firm",
        "drew it up .... He denied",
    ];
    assert_eq!(told(LEASE, &quotes), []);
    // Words are whole.
    for quote in ["tenan", "well known fir", "allowedto sublet"] {
        let told = told(LEASE, &[quote]);
        assert_eq!(told.len(), 1, "{quote}: {told:?}");
        assert_eq!(told[0].0, Code::QuoteNotFound, "{quote}");
    }
}

#[test]
fn a_near_place_explains_and_never_accepts() {
    for (quote, words) in [
        (
            "the tenant was not allowed to sublet",
            "in line 1: “the tenant is not allowed to sublet” | Copy the words from the text: the quote has \"was\", the text \"is\".",
        ),
        (
            "the tenant is allowed to sublet the rooms",
            "the quote leaves out \"not\".",
        ),
        (
            "the contract was duly signed by Mr. Lee",
            "the text has no \"duly\".",
        ),
    ] {
        let told = told(LEASE, &[quote]);
        assert!(
            told.len() == 1 && told[0].0 == Code::QuoteNotFound,
            "{told:?}"
        );
        assert!(told[0].1.contains(words), "{told:?}");
    }
    // Too short, and too far.
    for quote in ["two rooms", "the owner of the house wants to sublet"] {
        let told = told(LEASE, &[quote]);
        assert!(
            told[0]
                .1
                .starts_with("the article's text does not hold this quote | "),
            "{told:?}"
        );
    }
    let told = told(LEASE, &["the rooms ... the tenant"]);
    assert!(told[0].1.contains("but not in this order"), "{told:?}");
}

#[test]
fn what_turns_the_sense_is_told_where_a_quote_leaves_it_out() {
    for (quote, word) in [
        ("the tenant is ... allowed to sublet", "not"),
        ("the tenant is [now] allowed to sublet", "not"),
        ("allowed to sublet the rooms", "not"),
        ("the tenant is", "not"),
        ("he had sold the firm", "denied"),
        ("had sold the firm", "denied"),
        ("firm of that name", "no"),
        ("there before", "wasn’t"),
        ("said so", "never"),
    ] {
        let told = told(LEASE, &[quote]);
        assert!(
            told.len() == 1 && told[0].0 == Code::QuoteCut,
            "{quote}: {told:?}"
        );
        assert!(
            told[0].1.contains(&format!("\"{word}\"")),
            "{quote}: {told:?}"
        );
    }
    let joins = told(LEASE, &["the rooms ... was signed by Mr. Lee"]);
    assert!(
        joins.len() == 1 && joins[0].0 == Code::QuoteCut,
        "{joins:?}"
    );
    assert!(joins[0].1.contains("one sentence of two"), "{joins:?}");
}

#[test]
fn what_a_claim_or_its_quote_says_is_not_hidden() {
    let quotes = [
        "the tenant is [not] allowed to sublet",
        "signed by ... Lee",
        "drew it up. ... He denied",
    ];
    assert_eq!(told(LEASE, &quotes), []);
    for claim in [
        "{subject: tenant, property: sublets, value: yes, stance: denies, quote: allowed to sublet}",
        "{subject: tenant, property: sublets, value: no, quote: allowed to sublet}",
        "{subject: tenant, property: subletting denied, value: yes, quote: allowed to sublet}",
    ] {
        let file = format!("article: {{text: post.txt}}\nclaims:\n  - {claim}\n");
        let (_, problems) = load(&[("post.yaml", &file), ("post.txt", LEASE)]);
        assert_eq!(problems, [], "{claim}");
    }
}

#[test]
fn of_a_quote_that_stands_twice_a_longer_one_says_which() {
    let text = "Three men left. The three men, said Ann Lee, were hurt.\nThree men came.";
    let told = told(text, &["three men"]);
    assert_eq!(
        told,
        [(
            Code::QuoteRepeated,
            "this quote stands 3 times in the article's text, in lines 1, 1 and 2 | Write more of it, to say which \
             is meant: “Three men left” (line 1) or “three men, said” (line 1)."
                .replace("lines 1, 1 and 2", "lines 1 and 2")
        )]
    );
    // As it is written it stands there once; and texts that go on alike say the same.
    assert_eq!(self::told(text, &["The three men"]), []);
    assert_eq!(
        self::told("Ann Lee, 41. Bo Chen, ANN LEE", &["Ann Lee"]),
        []
    );
    let same = "It rained all day, and the wind came from the sea. He left the old town on foot that night. \
                Nobody has seen him in the place since then.\n\n"
        .repeat(2);
    assert_eq!(self::told(&same, &["the old town on foot"]), []);
}

#[test]
fn every_article_that_holds_a_missing_quote_is_named() {
    let text = "Nobody was there, and a long day went by.";
    let article = |id: &str, claims: &str| {
        format!("article: {{id: {id}, text: {id}.txt}}\nclaims:\n{claims}")
    };
    let other = |id: &str| article(id, &claim("is", "a long day went by"));
    // More of them than any cap of old.
    let missing: String = (0..150)
        .map(|n| claim("is", &format!("word{n} of many")))
        .collect();
    let own = article(
        "a",
        &(missing + &claim("is", "a short day went by") + &claim("is", "a ... day went by")),
    );
    let short = "A short day went by.";
    let (_, problems) = load(&[
        ("a.yaml", &own),
        ("a.txt", "Nothing."),
        ("b.yaml", &other("b")),
        ("b.txt", text),
        ("c.yaml", &article("c", &claim("is", "a short day"))),
        ("c.txt", short),
    ]);
    let told = |words: &str| {
        problems
            .iter()
            .filter(|it| it.message.contains(words))
            .count()
    };
    assert_eq!(problems.len(), 152, "{problems:?}");
    assert_eq!(told("but that of `c` does"), 1, "{problems:?}");
    assert_eq!(told("but those of `b` and `c` do"), 1, "{problems:?}");
}

const COUNTED: &str = "\
article: {id: post, text: post.txt}
claims:
  - {subject: mill fire, property: injured, value: three, quote: three were hurt}
  - {subject: mill fire, property: cause, value: arson, quote: it was arson}
---
article: {id: radio}
claims:
  - {subject: mill fire, property: injured, value: two, quote: two were hurt}
  - {subject: mill fire, property: cause, value: a cable}
";

#[test]
fn reports_count_the_quotes_and_show_where_they_stand() {
    let folder = folder(&[
        ("story.yaml", COUNTED),
        ("post.txt", "Fire.\n\nIn all, three were hurt."),
    ]);
    let run = |args: &[&str]| {
        let ran = gainsay(args).current_dir(folder.path()).output().unwrap();
        String::from_utf8(ran.stdout).unwrap()
    };
    let words = "2 of 3 quotes looked up, 1 of them not found";
    for (args, place) in [
        (&["check", "."] as &[&str], "(text 3)"),
        (&["check", ".", "--format", "markdown"], "(post.txt\\:3)"),
        (&["check", ".", "--format", "html"], "post.txt:3"),
        (&["check", ".", "--summary"], ""),
    ] {
        let out = run(args);
        let out = out.replace('\n', " ");
        assert!(out.contains(words), "{args:?}: {out}");
        assert!(
            out.contains(place) || out.contains(&place.replace('\\', "")),
            "{args:?}: {out}"
        );
    }
    assert!(run(&["check", ".", "--format", "csv"]).contains("\"post.txt:3\""));
    let json = run(&["check", ".", "--format", "json"]);
    for part in [
        "\"quotes\":3,\"quotes_looked_up\":2,\"quotes_found\":1",
        "\"text_line\":3",
        "\"text_line\":null",
    ] {
        assert!(json.contains(part), "{part}: {json}");
    }
    let id = json
        .split("\"id\":\"")
        .nth(1)
        .and_then(|rest| rest.get(..6))
        .unwrap();
    let explained = run(&["explain", id, "."]);
    assert!(explained.contains("(post.txt:3)"), "{explained}");
}

#[test]
fn a_run_without_quotes_counts_none() {
    let (corpus, problems) = load(&[("a.yaml", "claims: [{subject: a, property: b, value: c}]\n")]);
    assert_eq!((corpus.quotes, problems), (Quotes::default(), vec![]));
}
