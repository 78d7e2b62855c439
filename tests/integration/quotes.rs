//! Quotes in the texts of articles: found, near, elsewhere, several times, or cut so that the sense turns.

use std::fs;

use gainsay::diagnostic::{Code, Diagnostic};
use gainsay::edit::{Edit, Node, Path as At, Step, edit};
use gainsay::model::{Corpus, Quotes};
use gainsay::parse::{self, Inputs};
use tempfile::TempDir;

use crate::cli::gainsay;

/// What a folder with these files gives.
fn load(files: &[(&str, &str)]) -> (Corpus, Vec<Diagnostic>) {
    let folder = folder(files);
    parse::load(&Inputs {
        paths: vec![folder.path().to_owned()],
        stdin: None,
    })
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
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
    assert_eq!(crate::quotes::told(text, &["The three men"]), []);
    assert_eq!(
        crate::quotes::told("Ann Lee, 41. Bo Chen, ANN LEE", &["Ann Lee"]),
        []
    );
    let same = "It rained all day, and the wind came from the sea. He left the old town on foot that night. \
                Nobody has seen him in the place since then.\n\n"
        .repeat(2);
    assert_eq!(crate::quotes::told(&same, &["the old town on foot"]), []);
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

const GAZETTE: &str = "Fire. All piers stay closed until the end of the week, and ferries leave from the northern quay.";
const POST: &str =
    "News! All piers stay closed until the end of the week, and ferries leave from another quay.";

fn shared(first: &str, second: &str, texts: (&str, &str)) -> Vec<Diagnostic> {
    let article = |fields: &str| {
        format!("article: {{{fields}}}\nclaims: [{{subject: a, property: b, value: c}}]\n")
    };
    let (_, problems) = load(&[
        ("a.yaml", &article(first)),
        ("b.yaml", &article(second)),
        ("a.txt", texts.0),
        ("b.txt", texts.1),
    ]);
    problems
}

#[test]
fn a_passage_that_nobody_declared_as_copied_is_told_once() {
    let texts = (GAZETTE, POST);
    let told = shared("text: a.txt", "text: b.txt", texts);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].code, Code::SharedPassage);
    assert!(
        told[0].message.contains("share 14 words in a row"),
        "{told:?}"
    );
    for (first, second) in [
        ("text: a.txt, copy of: b", "text: b.txt"),
        ("text: a.txt", "text: b.txt, cites: [a]"),
        (
            "text: a.txt, cites: [Coast Wire]",
            "text: b.txt, copy of: Coast Wire",
        ),
        ("text: a.txt", "text: b.txt, revises: a"),
        ("text: a.txt, source: Post", "text: b.txt, source: the Post"),
    ] {
        let told = shared(first, second, texts);
        let told: Vec<_> = told
            .iter()
            .filter(|it| it.code == Code::SharedPassage)
            .collect();
        assert!(told.is_empty(), "{first} {second}: {told:?}");
    }
    // Eleven words, and the words of a speaker.
    let (eleven, speech) = (
        "up until the end of the week, and ferries leave now",
        format!("She said: “{GAZETTE}”"),
    );
    for second in [eleven, speech.as_str()] {
        assert_eq!(shared("text: a.txt", "text: b.txt", (GAZETTE, second)), []);
    }
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

#[test]
fn texts_of_any_bytes_are_searched() {
    for text in [
        "",
        "\0",
        "-\n",
        "\u{ad}\u{ad}x\u{ad}",
        "…[",
        "a\u{300}-\n\nb",
    ] {
        for quote in [
            "",
            "...",
            "[",
            "]",
            "x",
            "a-\nb",
            "…[…]",
            "a b c d e f",
            "\u{ad}",
        ] {
            let told = told(text, &[&quote.replace('\n', " ")]);
            assert!(told.len() < 2, "{text:?} {quote:?}: {told:?}");
        }
    }
}

const PAGE: &str = "<!doctype html><html><head><title>Fire at the harbour - Coast Post</title>\
    <script>var words = 'a secret of the script';</script></head><body>\
    <nav><a href='/'>home of the paper</a></nav><article><h1>Fire at the harbour</h1>\
    <p>All piers stayed closed on Monday, the port authority said in a long and careful statement, while crews looked for the cause of the fire.</p>\
    <p>Three dockers were <b>hu</b>rt, and two of them left the hospital on the same evening, as the fire service said later in the week.</p>\
    <p>The mill nearby was <a href='/mill'>not damaged</a>, and people who live there went back to their houses before the night.</p>\
    <img alt='the words of a picture' src='x.jpg'><iframe src='https://frame.example/'>the words of a frame</iframe>\
    </article></body></html>";

const MARKDOWN: &str = "---\ntitle: not the text\n---\n\n# Fire\n\nThree **dock**ers were [hurt](https://a.example/b), and a\ncon-\ntract \
    was `lost`.\n\n![the words of a picture](x.png)\n\n- one item\n- another item\n";

#[test]
fn texts_may_be_pages_and_markdown() {
    for (name, text, found, missing) in [
        (
            "post.html",
            PAGE,
            &[
                "Fire at the harbour",
                "three dockers were hurt",
                "was not damaged",
            ] as &[&str],
            &[
                "a secret of the script",
                "the words of a picture",
                "the words of a frame",
            ] as &[&str],
        ),
        (
            "post.md",
            MARKDOWN,
            &[
                "three dockers were hurt, and a contract was lost",
                "another item",
            ],
            &["title", "b and a contract", "the words of a picture"],
        ),
        (
            "post.HTM",
            "<p>Only a line about the fire.",
            &["a line about"],
            &["p only"],
        ),
    ] {
        let claims: String = found
            .iter()
            .chain(missing)
            .map(|it| claim("is", it))
            .collect();
        let file = format!("article: {{id: post, text: {name}}}\nclaims:\n{claims}");
        let (corpus, problems) = load(&[("post.yaml", &file), (name, text)]);
        let told: Vec<&str> = problems.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(problems.len(), missing.len(), "{name}: {told:?}");
        let is_missing = |it: &Diagnostic| it.code == Code::QuoteNotFound;
        assert!(problems.iter().all(is_missing), "{name}: {told:?}");
        let lines = corpus.claims.iter().take(found.len());
        assert!(lines.clone().all(|it| it.spots.quoted.is_some()), "{name}");
        let at = corpus
            .claim_ids()
            .filter_map(|id| corpus.quoted_at(id))
            .last();
        let expected = match name {
            "post.html" => "post.html, paragraph 4",
            "post.md" => "post.md:14",
            _ => "post.HTM, paragraph 1",
        };
        assert_eq!(at.as_deref(), Some(expected));
    }
}

#[test]
fn what_is_no_readable_text_is_told_and_stops_nothing() {
    let deep = "<div>".repeat(200_000);
    for (name, bytes) in [
        ("a.html", deep.as_bytes()),
        ("a.html", b"<script>x</script>"),
        ("a.html", b""),
    ] {
        let folder = folder(&[(
            "a.yaml",
            &format!("article: {{text: {name}}}\nclaims:\n{}", claim("is", "x")),
        )]);
        fs::write(folder.path().join(name), bytes).unwrap();
        let (corpus, problems) = parse::load(&Inputs {
            paths: vec![folder.path().to_owned()],
            stdin: None,
        });
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert_eq!(problems[0].code, Code::UnreadableText);
        assert_eq!((corpus.quotes.all, corpus.quotes.looked_up), (1, 0));
    }
}

#[test]
fn texts_in_other_encodings_are_read() {
    let utf_16: Vec<u8> = "\u{feff}Café fermé"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for (name, bytes) in [
        ("a.txt", "Café fermé".as_bytes()),
        ("a.txt", b"Caf\xe9 ferm\xe9"),
        ("a.txt", &utf_16),
        (
            "a.html",
            b"<meta charset=\"iso-8859-2\"><p>Caf\xe9 ferm\xe9",
        ),
    ] {
        let folder = folder(&[(
            "a.yaml",
            &format!(
                "article: {{text: {name}}}\nclaims:\n{}",
                claim("is", "café fermé")
            ),
        )]);
        fs::write(folder.path().join(name), bytes).unwrap();
        let (_, problems) = parse::load(&Inputs {
            paths: vec![folder.path().to_owned()],
            stdin: None,
        });
        assert_eq!(problems, [], "{name} {bytes:?}");
    }
}

/// The texts of the corpus do not belong to it. Who has them names their folder; each file begins with the
/// id of its article. Out: the corpus with its texts, and how many articles have one.
pub(crate) fn corpus_with_texts() -> Option<(TempDir, usize)> {
    let texts = std::env::var_os("GAINSAY_TEXTS")?;
    let folder = tempfile::tempdir().unwrap();
    let (mut annotated, mut named) = (0, Vec::new());
    for entry in fs::read_dir(&texts).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        fs::copy(&path, folder.path().join(&name)).unwrap();
        named.push(name);
    }
    for entry in fs::read_dir("claims/alice-johnson").unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let id = path.file_stem().unwrap().to_string_lossy().into_owned();
        let Ok(mut text) = fs::read_to_string(&path) else {
            continue;
        };
        if let Some(name) = named
            .iter()
            .find(|name| id_of(name).is_some_and(|it| id.starts_with(it)))
        {
            let article = At {
                document: 0,
                steps: vec![Step::Key("article".into())],
            };
            let add = Edit::Add(article, "text".into(), Node::Text(name.clone()));
            text = edit(&text, &add).unwrap();
            annotated += 1;
        }
        fs::write(folder.path().join(file), text).unwrap();
    }
    Some((folder, annotated))
}

#[test]
fn the_quotes_of_the_corpus_stand_in_its_texts() {
    let Some((folder, annotated)) = corpus_with_texts() else {
        return;
    };
    let (corpus, problems) = parse::load(&Inputs {
        paths: vec![folder.path().to_owned()],
        stdin: None,
    });
    let told: Vec<String> = problems
        .iter()
        .map(|it| format!("{}: {}", it.code.name(), it.message))
        .collect();
    let Quotes {
        all,
        looked_up,
        found,
    } = corpus.quotes;
    assert!(annotated > 0, "no text begins with the id of an article",);
    assert!(all > 200 && looked_up > 200, "{all} {looked_up}");
    assert_eq!(found, looked_up, "{}", told.join("\n"));
    assert!(
        !told.iter().any(|it| it.starts_with("quote-cut")),
        "{}",
        told.join("\n")
    );
}

/// The id that the name of a text begins with.
fn id_of(name: &str) -> Option<&str> {
    name.split(['_', '.']).next().filter(|id| !id.is_empty())
}
