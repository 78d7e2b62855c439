//! One fixed report in every format, and text that must not be more than text.

use gainsay::model::Corpus;
use gainsay::render::json::value::ValueV1;
use gainsay::render::{ColorChoice, Format, Options, Style, render, use_color};
use gainsay::value::{self, Context, Kind, Written};
use pulldown_cmark::{Event, Tag, TextMergeStream};
use serde_json::Value;
use textwrap::core::display_width;

use crate::sample;

/// Compares with a file in tests/fixtures/render.
macro_rules! assert_format {
    ($name:literal, $text:expr) => {
        insta::with_settings!({
            snapshot_path => "../fixtures/render",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!($name, $text) })
    };
}

#[test]
fn one_report_in_every_format() {
    assert_format!("terminal", show(Format::Terminal, plain(100)));
    assert_format!("terminal-80", show(Format::Terminal, plain(80)));
    assert_format!("terminal-200", show(Format::Terminal, plain(200)));
    assert_format!("markdown", show(Format::Markdown, plain(100)));
    assert_format!("json", show(Format::Json, plain(100)));
    assert_format!("html", without_assets(&show(Format::Html, plain(100))));
    assert_format!("csv", show(Format::Csv, plain(100)));
    assert_format!("github", show(Format::GitHub, plain(100)));
    let colored = show(Format::Terminal, colored(100));
    assert_format!("terminal-colored", colored.replace('\x1b', "\\e"));
}

#[test]
fn contradictions_that_differ_in_one_value_are_told_once() {
    let folder = "tests/fixtures/checks/joint-contradiction/fires-likewise-with-another-value";
    let (corpus, problems) = gainsay::parse::load(&gainsay::parse::Inputs {
        paths: vec![folder.into()],
        stdin: None,
    });
    let all = crate::checks::everything();
    let report = gainsay::examine(&corpus, problems, &all, false).expect("no names asked for");
    let terminal = write(&report, Format::Terminal, plain(100));
    let markdown = write(&report, Format::Markdown, plain(100));
    for text in [terminal, markdown] {
        assert_eq!(text.matches("injured is more than 13").count(), 1, "{text}");
        let again = "puts injured at most 12, in place of a dozen";
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(words.join(" ").matches(again).count(), 1, "{text}");
    }
}

#[test]
fn sides_of_an_argument_stand_in_its_order_and_json_has_its_steps() {
    let text = "\
article: {id: wire, published: 2019-05-08, title: Strike ends, url: 'https://example.org/w', source: Wire}
claims:
  - {subject: talks, property: date, value: last Wednesday}
  - {subject: vote, property: date, value: on Wednesday}
---
article: {id: daily, published: 2019-05-08}
claims:
  - {subject: vote, property: date, value: 5 days after the talks}
";
    let words = "\
entities: {talks: {kind: event}, vote: {kind: event}}
properties: {date: {kind: date, question: When was it?}}
";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("claims.yaml"), text).unwrap();
    std::fs::write(folder.path().join("words.yaml"), words).unwrap();
    let (corpus, problems) = gainsay::parse::load(&gainsay::parse::Inputs {
        paths: vec![folder.path().to_owned()],
        stdin: None,
    });
    let all = crate::checks::everything();
    let report = gainsay::examine(&corpus, problems, &all, false).expect("no names asked for");
    let json: Value = serde_json::from_str(&write(&report, Format::Json, plain(100))).unwrap();
    let findings = json["findings"].as_array().unwrap();
    let joint = findings.iter().find(|it| it["subject"].is_null()).unwrap();
    let side = |at: usize, field: &str| joint["positions"][at][field].clone();
    let values: Vec<Value> = (0..3).map(|at| side(at, "value")).collect();
    assert_eq!(
        values,
        ["last Wednesday", "on Wednesday", "5 days after the talks"]
    );
    let subjects: Vec<Value> = (0..3).map(|at| side(at, "subject")).collect();
    assert_eq!(subjects, ["talks", "vote", "vote"]);
    assert_eq!(side(0, "property"), "date");
    assert_eq!(side(0, "question"), "When was it?");
    let against: Vec<Value> = (0..3).map(|at| side(at, "against")).collect();
    assert_eq!(
        serde_json::json!(against),
        serde_json::json!([[2], [2], [0, 1]])
    );
    let steps = joint["steps"].as_array().unwrap();
    let bases: Vec<&Value> = steps.iter().map(|step| &step["basis"]).collect();
    assert_eq!(bases, ["claims", "claims", "conclusion", "claims"]);
    let of: Vec<&Value> = steps.iter().map(|step| &step["position"]).collect();
    assert_eq!(serde_json::json!(of), serde_json::json!([0, 1, null, 2]));
    assert_eq!(joint["positions"][2]["claims"][0]["subject"], "vote");
    let articles = json["articles"].as_array().unwrap();
    let named = |id: &str| articles.iter().find(|it| it["id"] == id).unwrap();
    let article = named("wire");
    assert_eq!(article["title"], "Strike ends");
    assert_eq!(article["published"], "2019-05-08");
    assert_eq!(article["url"], "https://example.org/w");
    assert_eq!(article["source"], "Wire");
    assert_eq!(named("daily")["title"], Value::Null);
    let page = write(&report, Format::Html, plain(100));
    let joint = &page[page.find("<ol class=\"steps\">").unwrap()..];
    let marks: Vec<&str> = joint
        .split("<span class=\"b p")
        .skip(1)
        .map(|rest| &rest[3..4])
        .take(3)
        .collect();
    assert_eq!(marks, ["A", "B", "C"]);
    // One question has neither steps nor another topic than its finding.
    let other = findings.iter().find(|it| !it["subject"].is_null()).unwrap();
    assert_eq!(other["steps"], serde_json::json!([]));
    assert_eq!(other["positions"][0]["subject"], other["subject"]);
}

#[test]
fn a_matter_is_told_without_the_names_of_checks() {
    let claims = "\
article: {id: a}
claims:
  - {subject: dock, property: hurt, value: 3}
  - {subject: dock, property: hurt, value: 5}
---
article: {id: b}
claims: [{subject: dock, property: hurt, value: 7}]
---
article: {id: c}
claims: [{subject: dock, property: hurt, value: 9, hedged: true}]
";
    let (corpus, problems) = gainsay::parse::load(&gainsay::parse::Inputs {
        paths: Vec::new(),
        stdin: Some(claims.into()),
    });
    let all = crate::checks::everything();
    let report = gainsay::examine(&corpus, problems, &all, false).expect("no names asked for");
    for width in 40..100 {
        let text = write(&report, Format::Terminal, plain(width));
        let matter = text.split("\n\n").nth(2).unwrap();
        // They stand in the page of a finding, and not in a report.
        assert!(!matter.contains("-contradiction"), "{width}:\n{text}");
        assert!(!matter.contains("-conflict"), "{width}:\n{text}");
    }
}

/// The page without its style sheet and script, and without what follows from them and the version.
fn without_assets(page: &str) -> String {
    let mut page = page.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    for (from, to) in [
        ("<style>", "</style>"),
        ("<script>", "</script>"),
        ("style-src &#39;", "&#39;"),
        ("script-src &#39;", "&#39;"),
    ] {
        let start = page.find(from).unwrap() + from.len();
        let end = start + page[start..].find(to).unwrap();
        page.replace_range(start..end, "...");
    }
    page
}

#[test]
fn an_empty_report_says_so_in_every_format() {
    let corpus = Corpus::default();
    let report = sample::empty(&corpus);
    for format in Format::ALL {
        let text = write(&report, format, plain(100));
        let empty = match format {
            Format::Terminal | Format::Markdown | Format::Html => text.contains("no conflicts"),
            Format::Json => text.contains("\"conflicts\":0"),
            Format::Csv => text.lines().count() == 1,
            Format::Concise => text.is_empty(),
            Format::GitHub => text.starts_with("::notice ") && text.lines().count() == 1,
        };
        assert!(empty, "{text}");
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for format in Format::ALL {
        assert_eq!(show(format, plain(100)), show(format, plain(100)));
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for width in [40, 60, 80, 100, 132, 200] {
        for line in show(Format::Terminal, plain(width)).lines() {
            assert!(display_width(line) <= width, "{width}: {line}");
            assert_eq!(line, line.trim_end(), "blanks at the end");
        }
    }
}

#[test]
fn colours_add_nothing_but_colours() {
    // Where there are none, signs stand around the words that decide.
    let words = |text: &str| {
        let text = text.replace('*', "");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let bare = without_colors(&show(Format::Terminal, colored(80)));
    assert_eq!(words(&bare), words(&show(Format::Terminal, plain(80))));
}

#[test]
fn no_format_prints_hidden_characters() {
    for format in Format::ALL {
        // Rows of a table end in CR LF.
        let text = show(format, plain(80)).replace("\r\n", "\n");
        let hidden =
            |c: &char| (c.is_control() && *c != '\n') || ('\u{202a}'..='\u{202e}').contains(c);
        assert_eq!(text.chars().find(hidden), None, "{format:?}");
    }
}

#[test]
fn markdown_shows_hostile_text_as_text() {
    let text = show(Format::Markdown, plain(80));
    let options = pulldown_cmark::Options::all();
    let mut shown = String::new();
    for event in TextMergeStream::new(pulldown_cmark::Parser::new_ext(&text, options)) {
        match event {
            Event::Text(part) => shown.push_str(&part),
            Event::Html(html) | Event::InlineHtml(html) => {
                let ours = ["<!-- -->", "<details>\n", "</details>\n"].contains(&&*html);
                let counted = html.starts_with("<summary>") && !html.contains("javascript");
                assert!(ours || counted, "{html}");
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert_eq!(&*dest_url, "https://example.org/herald?a=1&b=2");
            }
            // What stands between backticks is shown as code, also in a text of a file: there it does nothing.
            Event::Code(code) => shown.push_str(&format!("`{code}`")),
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Start(Tag::Image { .. } | Tag::Emphasis | Tag::Strikethrough) => {
                panic!("{event:?}")
            }
            _ => {}
        }
    }
    let visible = sample::HOSTILE
        .replace('\x1b', "␛")
        .replace('\x07', "␇")
        .replace('\n', " ")
        .replace('\u{202e}', "<U+202E>");
    assert!(shown.contains(&visible), "{shown}");
    // GitHub also turns bare addresses, names and numbers into links.
    for address in ["https:/", "www.", "@s", "#1"] {
        let rest = text.replace("<https://example.org/herald?a=1&b=2>", "");
        assert!(!rest.contains(address), "{address}");
    }
}

#[test]
fn json_keeps_its_contract() {
    let text = show(Format::Json, plain(100));
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(report["format"], "gainsay/1");
    let hostile = &report["findings"][2]["positions"][0]["claims"][0];
    assert_eq!(
        hostile["quote"],
        sample::HOSTILE,
        "a reader gets the text itself"
    );
    let orders = [
        "format summary findings diagnostics",
        "articles claims questions conflicts warnings agreements silenced",
        "id check level also subject property question message reason rules silent ruling positions",
        "value extent unit against origins claims",
        "id article source attribution stance hedged when where original quote file line column",
        "code level message file line column",
    ];
    for order in orders {
        let mut rest = text.as_str();
        for key in order.split(' ') {
            let (_, after) = rest.split_once(&format!("\"{key}\":")).expect(key);
            rest = after;
        }
    }
}

#[test]
fn every_json_field_is_documented() {
    let page = include_str!("../../docs/json.md");
    let report: Value = serde_json::from_str(&show(Format::Json, plain(100))).unwrap();
    let mut keys = Vec::new();
    collect_keys(&report, &mut keys);
    for key in keys {
        assert!(
            page.contains(&format!("| `{key}` |")),
            "`{key}` has no row in docs/json.md"
        );
    }
}

#[test]
fn an_extent_lists_intervals_or_names() {
    let list = |names: &[&str], only| {
        Written::members(names.iter().map(|&name| name.into()).collect(), only)
    };
    let cases = [
        (
            Written::Scalar("not leader".into()),
            Kind::Term,
            r#"{"terms":["leader"],"not":true}"#,
        ),
        (
            Written::Scalar("no".into()),
            Kind::Truth,
            r#"{"terms":["no"],"not":false}"#,
        ),
        (
            list(&["Bo", "Ann"], false),
            Kind::Members,
            r#"{"terms":["Ann","Bo"],"not":false,"only":false,"excluded":[]}"#,
        ),
        (
            list(&["Ann", "not Bo"], false),
            Kind::Members,
            r#"{"terms":["Ann"],"not":false,"only":false,"excluded":["Bo"]}"#,
        ),
        (
            list(&["not Bo"], false),
            Kind::Members,
            r#"{"terms":["Bo"],"not":true,"only":false,"excluded":[]}"#,
        ),
        (
            list(&["Ann"], true),
            Kind::Members,
            r#"{"terms":["Ann"],"not":false,"only":true,"excluded":[]}"#,
        ),
        (Written::Scalar("to help".into()), Kind::Text, "null"),
    ];
    for (written, kind, expected) in cases {
        let value = value::read(&written, kind, &Context::default()).unwrap();
        let json = serde_json::to_string(&ValueV1::new("", &value)).unwrap();
        assert!(
            json.contains(&format!("\"extent\":{expected},\"likely\":null")),
            "{json}"
        );
    }
}

#[test]
fn the_command_line_then_the_environment_decide_on_colours() {
    use ColorChoice::{Always, Auto, Never};
    type Vars = [(&'static str, &'static str)];
    let cases: &[(ColorChoice, &Vars, bool, bool)] = &[
        (Auto, &[], true, true),
        (Auto, &[], false, false),
        (Always, &[("NO_COLOR", "1")], false, true),
        (Never, &[("CLICOLOR_FORCE", "1")], true, false),
        (Auto, &[("NO_COLOR", "1")], true, false),
        (Auto, &[("NO_COLOR", "")], true, true),
        (
            Auto,
            &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")],
            true,
            false,
        ),
        (Auto, &[("CLICOLOR_FORCE", "1")], false, true),
        (
            Auto,
            &[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")],
            false,
            true,
        ),
        (Auto, &[("CLICOLOR_FORCE", "0")], false, false),
        (Auto, &[("CLICOLOR_FORCE", "0")], true, true),
        (Auto, &[("CLICOLOR_FORCE", "")], false, false),
        (Auto, &[("TERM", "dumb")], true, false),
        (Auto, &[("TERM", "xterm")], true, true),
        (Auto, &[("CLICOLOR", "0")], true, false),
        (Auto, &[("CLICOLOR", "1")], true, true),
        (Auto, &[("CLICOLOR", "1")], false, false),
    ];
    for &(choice, vars, is_terminal, expected) in cases {
        let env = |name: &str| {
            let var = vars.iter().find(|(key, _)| *key == name);
            var.map(|(_, value)| (*value).to_owned())
        };
        let color = use_color(choice, env, is_terminal);
        assert_eq!(
            color, expected,
            "{choice:?} {vars:?} terminal: {is_terminal}"
        );
    }
}

fn plain(width: usize) -> Options {
    Options {
        style: Style::plain(),
        width,
        links: None,
        ..Options::default()
    }
}

fn colored(width: usize) -> Options {
    Options {
        style: Style::color(),
        width,
        links: None,
        ..Options::default()
    }
}

fn show(format: Format, options: Options) -> String {
    let corpus = sample::corpus();
    write(&sample::report(&corpus), format, options)
}

fn write(report: &gainsay::finding::Report<'_>, format: Format, options: Options) -> String {
    let mut out = Vec::new();
    render(report, format, &options, &mut out).expect("a vector takes all");
    String::from_utf8(out).expect("text")
}

/// The text without the escape sequences of colours; others stay.
fn without_colors(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (codes, rest) = part.split_once('m').expect("a colour");
        assert!(
            codes.chars().all(|c| c.is_ascii_digit() || c == ';'),
            "{codes}"
        );
        bare.push_str(rest);
    }
    bare
}

/// All keys of the format; those of `qualifiers` are the annotators' own.
fn collect_keys<'a>(value: &'a Value, keys: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                keys.push(key);
                if key != "qualifiers" {
                    collect_keys(value, keys);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_keys(item, keys)),
        _ => {}
    }
}
