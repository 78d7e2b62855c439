//! `gainsay new`: files to start from.

use std::fs;

use super::Folder;

/// A page as a site makes it: settings in the head, buttons around the article.
const PAGE: &str = r#"<!DOCTYPE html>
<html lang="en"><head>
<title>Three hurt in dock fire | Harbour Post</title>
<meta property="og:title" content="Three hurt in dock fire">
<meta property="og:site_name" content="Harbour Post">
<meta name="author" content="Ann Marsh">
<meta property="article:published_time" content="2024-05-07T08:30:00+02:00">
</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Three hurt in dock fire</h1>
<p>By Ann Marsh</p>
<p>A fire that broke out on Monday night at pier 4 injured three dockers, the fire service said.</p>
<p>Crews from four towns needed almost six hours to put it out. The damage may be 2 million euros.</p>
<figure><img src="x.jpg"><figcaption>Pier 4 on Tuesday. Photo: Bo Chen/AP</figcaption></figure>
<p>"Nobody was inside," said Captain Nora Vance. "We were lucky." The port of Alden is the largest on the coast,
and its warehouses hold paper, oil and grain from the whole of the valley behind it.</p>
<p>Follow us on social media</p>
</article><footer>© 2024 Harbour Post</footer></body></html>
"#;

const WIRE: &str = "\
Dock fire hurts one

PORT ALDEN, May 7 (Coast Wire) - One docker was hurt in a fire at pier 4.
It began on 6 May 2024, police said.
";

const MAIL: &str = "\
article: {id: mail, source: Evening Mail, published: 2024-05-08}
claims:
  - {subject: dock fire, property: injured, value: one, quote: one docker was injured}
  - {subject: dock fire, property: damage, value: 3 million euros}
";

#[test]
fn a_saved_page_becomes_a_file_of_drafts() {
    let folder = Folder::with(&[("page.html", PAGE), ("claims/mail.yaml", MAIL)]);
    let ran = folder.run(&["new", "page.html"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let path = folder.0.path().join("claims/page.yaml");
    let yaml = fs::read_to_string(path).unwrap();
    for line in [
        "  source: Harbour Post  # guessed from the text",
        "  title: Three hurt in dock fire  # guessed from the text",
        "  author: Ann Marsh  # guessed from the text",
        "  published: {guessed: 2024-05-07}  # if this is right: published: 2024-05-07",
        "  text: page.html",
        "    # subject: dock fire",
        "    # property: injured  # mail: one",
        "    # value: three dockers  # 3 dockers",
        "    # value: Monday night  # likely 6 May 2024, 18:00 to under 06:00",
        "    # attribution: fire service",
        "    # attribution: Captain Nora Vance",
        "    # hedged: true",
        "    # value: 2 million euros",
        "#   Follow us on social media",
    ] {
        assert!(
            yaml.lines().any(|it| it.starts_with(line)),
            "{line}\n{yaml}"
        );
    }
    // In the order of the text.
    let at = |words: &str| {
        yaml.find(words)
            .unwrap_or_else(|| panic!("{words}: {yaml}"))
    };
    assert!(
        at("quote: A fire that") < at("quote: Crews from")
            && at("quote: Crews from") < at("Nobody was inside")
    );
    // Nothing but the proposals of a program stands there: no claim is made.
    let ran = folder.run(&["check"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{ran:?}");
    let ran = folder.run(&["drafts"]);
    assert!(
        ran.out.contains("The port of Alden is the largest"),
        "{ran:?}"
    );
    let json = folder.run(&["check", "--format", "json"]).json();
    assert_eq!(json["summary"]["claims"], 2);
    assert_eq!(
        json["summary"]["quotes_found"],
        json["summary"]["quotes_looked_up"]
    );
    assert!(
        json["summary"]["quotes_looked_up"].as_u64() > Some(5),
        "{json}"
    );
}

#[test]
fn what_is_there_is_never_touched() {
    let folder = Folder::with(&[("page.html", PAGE), ("claims/page.yaml", MAIL)]);
    let ran = folder.run(&["new", "page.html"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let read = |name: &str| fs::read_to_string(folder.0.path().join(name)).unwrap();
    assert_eq!(read("claims/page.yaml"), MAIL);
    // It is named after its source instead, and not begun twice.
    let begun = read("claims/harbour-post.yaml");
    for _ in 0..2 {
        let ran = folder.run(&["new", "page.html", "page.html"]);
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(
            ran.err.contains("it is the text of harbour-post already"),
            "{ran:?}"
        );
        assert_eq!(read("claims/harbour-post.yaml"), begun);
        let files = fs::read_dir(folder.0.path().join("claims")).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        assert_eq!(names.filter(|name| name.ends_with("yaml")).count(), 2);
    }
    fs::write(folder.0.path().join("wire.txt"), WIRE).unwrap();
    let ran = folder.run(&["new", "wire.txt", "-o", "claims/page.yaml"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert_eq!(read("claims/page.yaml"), MAIL);
    let ran = folder.run(&["undo"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(!folder.0.path().join("claims/harbour-post.yaml").exists());
    assert!(!folder.0.path().join("claims/harbour-post.html").exists());
    assert!(folder.0.path().join("page.html").exists());
}

#[test]
fn several_at_once_and_into_a_folder() {
    let folder = Folder::with(&[
        ("in/page one.html", PAGE),
        ("in/wire.txt", WIRE),
        ("story/note.md", WIRE),
        ("x.pdf", ""),
    ]);
    let ran = folder.run(&[
        "new",
        "in/page one.html",
        "in/wire.txt",
        "story/note.md",
        "--into",
        "story",
    ]);
    assert_eq!(ran.status, 0, "{ran:?}");
    // A text that is the same is told; one that lies in the folder is left where it is.
    assert!(
        ran.err
            .contains("story/note.md: it is the text of in/wire.txt already"),
        "{ran:?}"
    );
    let read = |name: &str| fs::read_to_string(folder.0.path().join(name)).unwrap();
    assert_eq!(read("story/wire.txt"), WIRE);
    assert_eq!(read("story/harbour-post.html"), PAGE);
    let wire = read("story/wire.yaml");
    for line in [
        "  source: Coast Wire  # guessed",
        "  title: Dock fire hurts one  # guessed",
        "  # published:",
    ] {
        assert!(
            wire.lines().any(|it| it.starts_with(line)),
            "{line}\n{wire}"
        );
    }
    assert!(read("story/harbour-post.yaml").contains("text: harbour-post.html"));
    let ran = folder.run(&["check", "story"]);
    assert_eq!(
        ran.err,
        "gainsay: no claim yet: 12 drafts to finish; `gainsay drafts` lists them\n"
    );
    for args in [
        &["new", "x.pdf"] as &[&str],
        &["new"],
        &["new", "nowhere.txt"],
        &["new", "in/wire.txt", "story/note.md", "-o", "a.yaml"],
    ] {
        let ran = folder.run(args);
        assert_eq!(ran.status, 2, "{args:?} {ran:?}");
    }
    assert!(!folder.0.path().join("claims").exists());
}

#[test]
fn a_dry_run_writes_nothing() {
    let folder = Folder::with(&[("wire.txt", WIRE)]);
    let ran = folder.run(&["new", "wire.txt", "--dry-run"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(
        ran.out.contains("+++ claims/wire.yaml") && ran.out.contains("+drafts:"),
        "{ran:?}"
    );
    assert!(
        ran.err
            .contains("wire.txt would be copied to claims/wire.txt"),
        "{ran:?}"
    );
    assert!(!folder.0.path().join("claims").exists());
    let ran = folder.run(&["new", "wire.txt", "-o", "-"]);
    assert!(ran.out.contains("\n  text: wire.txt\n"), "{ran:?}");
    assert_eq!(fs::read_dir(folder.0.path()).unwrap().count(), 1);
}

#[test]
fn texts_that_would_break_a_file_are_quoted() {
    let nasty = "\
Title: \"x\" # not a comment\n\n\
key: value, and 'quotes' - or not.\n\
--- A dash before it. The cat ran. It said: The cat ran. Nobody! Nobody!\n\
\u{202e}gnp.exe is a name. {flow: [3, 4]} is another one. A\u{0}B and \u{7}bell.\n\
&anchor *alias !tag %directive @at `tick` is a sentence.\n\
He waited ... and then [sic] left. [not] so.\n\
Follow us # on \u{202e}evil\n";
    let folder = Folder::with(&[("a.txt", nasty)]);
    let ran = folder.run(&["new", "a.txt"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let yaml = fs::read_to_string(folder.0.path().join("claims/a.yaml")).unwrap();
    assert!(!yaml.contains(['\u{202e}', '\u{0}', '\u{7}']), "{yaml}");
    let ran = folder.run(&["check"]);
    let drafts = yaml.matches("\n  - ").count();
    let expected =
        format!("gainsay: no claim yet: {drafts} drafts to finish; `gainsay drafts` lists them\n");
    assert_eq!(ran.err, expected, "{ran:?}\n{yaml}");
}

#[test]
fn a_text_as_long_as_a_book_is_begun() {
    let text: String = (0..1_500)
        .map(|at| {
            format!("Mill number {at} burned on a Monday, said the fire service. It was dark.\n")
        })
        .collect();
    let folder = Folder::with(&[("book.txt", &text)]);
    let ran = folder.run(&["new", "book.txt"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let yaml = fs::read_to_string(folder.0.path().join("claims/book.yaml")).unwrap();
    // What stands there several times is no quote of one place.
    assert_eq!(yaml.matches("- quote: Mill number").count(), 1_500);
    assert_eq!(yaml.matches("- note: It was dark.").count(), 1_500);
}

#[test]
fn pages_say_in_many_places_who_wrote_them_and_when() {
    const TEXT: &str = "<h1>Mill burns down</h1><p>The old mill of Alden burned down on Sunday night, and three people were hurt, the fire service said in a statement.</p><p>It had stood there for a hundred years, and nobody had thought that it could burn.</p>";
    let data = |json: &str| {
        format!(
            "<title>Mill burns down</title><script type=\"application/ld+json\">{json}</script></head><body>{TEXT}"
        )
    };
    let own = |head: &str, body: &str| {
        format!("<title>Mill burns down</title>{head}</head><body>{body}{TEXT}")
    };
    let guessed = "published: {guessed: 2024-02-03}";
    for (page, lines) in [
        (
            data(
                r#"[{"@type": "WebSite"}, {"@type": "NewsArticle", "datePublished" : "2024-02-03T08:00:00Z", "author": [{"@type": "Person", "name": "Ann Marsh"}]}]"#,
            ),
            &[guessed, "author: Ann Marsh"] as &[&str],
        ),
        (
            own(
                "<meta name=\"parsely-pub-date\" content=\"2024-02-03\">",
                "",
            ),
            &[guessed],
        ),
        (
            own("", "<time datetime=\"2024-02-03\">on Saturday</time>"),
            &[guessed],
        ),
        (
            own("", "<p>By Tom Reid, Valley Post, Feb. 3, 2024</p>"),
            &[guessed, "author: Tom Reid"],
        ),
        (
            format!("<title>Mill burns down — Alden Echo</title></head><body>{TEXT}"),
            &["title: Mill burns down  #", "source: Alden Echo"],
        ),
        // What is no day is none, and nothing is taken from what is no page's own.
        (
            data(r#"{"datePublished": "soon", "author": 3}"#),
            &["# published:", "# author:"],
        ),
        (data(r#"{"datePublished": 20240203}"#), &["# published:"]),
        (own("", ""), &["# published:", "# author:", "# source:"]),
    ] {
        let page = format!("<html><head>{page}</body></html>");
        let folder = Folder::with(&[("page.html", &page)]);
        let ran = folder.run(&["new", "page.html", "-o", "-"]);
        for line in lines {
            assert!(
                ran.out.contains(&format!("  {line}")),
                "{line}: {}\n{page}",
                ran.out
            );
        }
    }
}
