//! The HTML report as bytes: its size, its limits and its security policy.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use gainsay::parse::{self, Inputs};
use gainsay::render::{Format, Options, render};
use sha2::{Digest, Sha256};

use crate::checks::everything;

/// Writes articles of one story: each question is answered by `answers` of them, every tenth in two ways.
pub(crate) fn big_story(folder: &Path, articles: usize, questions: usize, answers: usize) {
    for article in 0..articles {
        let mut text = format!(
            "article: {{id: paper-{article:03}, source: Paper {article}, url: 'https://example.org/{article}'}}\nclaims:\n"
        );
        for question in 0..questions {
            let turn = (article + articles - question % articles) % articles;
            if turn >= answers {
                continue;
            }
            let value = 20 + question % 70 + usize::from(question % 10 == 0 && turn == 1);
            writeln!(
                text,
                "  - {{subject: Person {}, property: count {}, value: {value}, quote: the words of an article about a \
                 count of {value} in its second paragraph, attribution: Speaker {article}}}",
                question / 20,
                question % 20
            )
            .unwrap();
        }
        fs::write(folder.join(format!("{article:03}.yaml")), text).unwrap();
    }
}

fn page(folder: &Path) -> String {
    let (corpus, problems) = parse::load(&Inputs {
        paths: vec![folder.to_owned()],
        stdin: None,
    });
    let report = gainsay::examine(&corpus, problems, &everything(), false).unwrap();
    let mut bytes = Vec::new();
    render(&report, Format::Html, &Options::default(), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).expect(from);
    rest.split_once(to).expect(to).0
}

const MEGABYTE: usize = 1_000_000;

#[test]
fn a_big_story_fits() {
    let folder = tempfile::tempdir().unwrap();
    big_story(folder.path(), 50, 1_000, 5);
    let page = page(folder.path());
    assert!(page.len() < 5 * MEGABYTE, "{} bytes", page.len());
    assert_eq!(page.matches("<tr class=\"").count(), 1_000);
    assert!(!page.contains("Left out of this page"));
}

#[test]
fn what_does_not_fit_is_said() {
    let folder = tempfile::tempdir().unwrap();
    big_story(folder.path(), 70, 1_500, 30);
    let page = page(folder.path());
    assert!(page.len() < 5 * MEGABYTE, "{} bytes", page.len());
    let left_out = between(&page, "Left out of this page:</strong> ", ".");
    assert!(left_out.contains("agreements"), "{left_out}");
    assert!(
        !left_out.contains("conflicts"),
        "the most important come first"
    );
    // So many articles get no column each.
    assert!(page.contains("What the articles say"));
    assert!(!page.contains("<th scope=\"col\" id=\"a0\""));
}

#[test]
fn only_the_page_s_own_script_and_style_are_allowed() {
    let page = page(Path::new("tests/fixtures/page"));
    let policy = between(
        &page,
        "http-equiv=\"Content-Security-Policy\" content=\"",
        "\"",
    );
    let policy = policy.replace("&#39;", "'");
    for (tag, end) in [("<style>", "</style>"), ("<script>", "</script>")] {
        let hash = STANDARD.encode(Sha256::digest(between(&page, tag, end)));
        assert!(
            policy.contains(&format!("-src 'sha256-{hash}'")),
            "{policy}"
        );
    }
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    for address in ["src=", "<link", "@import", "url("] {
        assert!(!page.contains(address), "{address}");
    }
}

#[test]
fn quotes_are_shown_in_their_context() {
    let page = page(Path::new("tests/fixtures/page"));
    let context = between(&page, "In its context</summary>", "</details>");
    assert!(
        context.contains("<mark>Ann Lee, a foreman</mark>"),
        "{context}"
    );
    assert!(
        context.contains("the longest night of my life"),
        "{context}"
    );
    // A quote with an ellipsis is marked in its parts.
    let gap = "<mark>Damage was put</mark> at <mark>$1.2 million</mark>";
    assert!(page.contains(gap));
}

#[test]
fn values_are_drawn_as_they_are_read() {
    let page = page(Path::new("tests/fixtures/page"));
    let burned = between(&page, "almost 22 hours</p>", "</figure>");
    // From 19.8 hours included to 22 excluded; and from a day, excluded, on.
    let ends = [
        "class=\"dot\"",
        "class=\"ring\"",
        "class=\"ring\"",
        "class=\"tip\"",
    ];
    let mut rest = burned;
    for end in ends {
        rest = rest.split_once(end).expect(end).1;
    }
}

#[test]
fn an_argument_goes_forward_with_each_claim_under_its_step() {
    let page = page(Path::new("tests/fixtures/page"));
    let mut rest = between(&page, "<ol class=\"steps\">", "</figure>");
    let order = [
        "dates opened 1996",
        "<ul class=\"claims\">",
        "by rule opened &#60;= closed",
        "so that",
        "closed is 1996 or later",
        "but",
        "dates closed 1994",
        "<ul class=\"claims\">",
        "<figure",
    ];
    for part in order {
        rest = rest.split_once(part).expect(part).1;
    }
}
