//! What a text may be, what texts share, and the texts of the corpus.

use std::fs;

use gainsay::diagnostic::{Code, Diagnostic};
use gainsay::edit::{Edit, Node, Path as At, Step, edit};
use gainsay::model::Quotes;
use tempfile::TempDir;

use super::{claim, load, told};
use crate::parse::{folder, load_paths};

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
        let (corpus, problems) = load_paths(&[folder.path()]);
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
        let (_, problems) = load_paths(&[folder.path()]);
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
    let (corpus, problems) = load_paths(&[folder.path()]);
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
