//! The graph in every format: what is in it, and text that must not be more than text.

use std::collections::BTreeSet;
use std::path::PathBuf;

use gainsay::check::{self, Selection};
use gainsay::diagram::{ATTRIBUTES, Detail, Diagram, NoNeighbourhood, On, Sort, Tie, View, draw};
use gainsay::finding::Level;
use gainsay::parse::{self, Inputs};
use gainsay::render::diagram::{DiagramFormat, render_diagram};
use roxmltree::Document;

/// Compares with a file in tests/fixtures/diagram.
macro_rules! assert_diagram {
    ($name:literal, $text:expr) => {
        insta::with_settings!({
            snapshot_path => "../fixtures/diagram",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!($name, $text) })
    };
}

#[test]
fn one_story_in_every_format() {
    let story = all(Level::Warning, Detail::Positions);
    assert_diagram!("story-dot", show(&story, DiagramFormat::Dot));
    assert_diagram!("story-mermaid", show(&story, DiagramFormat::Mermaid));
    let question = around("dock fire / injured", Detail::Claims).unwrap();
    assert_diagram!("question-dot", show(&question, DiagramFormat::Dot));
    assert_diagram!("question-graphml", show(&question, DiagramFormat::Graphml));
}

#[test]
fn the_whole_has_every_record_once() {
    let whole = all(Level::Note, Detail::Claims);
    let count = |sort| {
        whole
            .shapes
            .iter()
            .filter(|shape| shape.sort == sort)
            .count()
    };
    assert_eq!(count(Sort::Article), 4);
    assert_eq!(count(Sort::Claim), 12);
    assert_eq!(count(Sort::Question), 6);
    assert_eq!(count(Sort::Source), 2);
    // The harbour is no subject of a question, but the fire is part of it.
    assert_eq!(count(Sort::Subject), 3);
    let names: BTreeSet<_> = whole.shapes.iter().map(|s| (s.sort, &s.id)).collect();
    assert_eq!(names.len(), whole.shapes.len());
    for link in &whole.links {
        assert!(link.from < whole.shapes.len() && link.to < whole.shapes.len());
    }
    for shape in &whole.shapes {
        let frame = shape.inside.map(|frame| whole.shapes[frame].sort);
        assert!(frame.is_none_or(|sort| sort == Sort::Question), "{shape:?}");
    }
}

#[test]
fn claims_fold_into_positions_and_these_into_questions() {
    let claims = all(Level::Note, Detail::Claims);
    let positions = all(Level::Note, Detail::Positions);
    let questions = all(Level::Note, Detail::Questions);
    let n = |diagram: &Diagram, sort| diagram.shapes.iter().filter(|s| s.sort == sort).count();
    assert_eq!(n(&claims, Sort::Position), n(&positions, Sort::Position));
    assert_eq!(n(&positions, Sort::Claim), 0);
    assert_eq!(n(&questions, Sort::Position), 0);
    assert_eq!(n(&questions, Sort::Question), 6);
    // Every claim is told of, whatever is drawn.
    let told = |diagram: &Diagram| diagram.links.iter().map(|link| link.claims).sum::<usize>();
    assert_eq!((told(&positions), told(&questions)), (12, 12));
    assert!(shape(&questions, "dock fire / injured").mark.sign() == "✗");
}

#[test]
fn the_picture_of_a_story_leaves_out_what_nobody_contradicts() {
    let contested = all(Level::Warning, Detail::Positions);
    let names: Vec<&str> = (contested.shapes.iter())
        .filter(|shape| shape.sort == Sort::Question)
        .map(|shape| shape.id.as_str())
        .collect();
    // The last two take part in a joint contradiction.
    assert_eq!(
        names,
        [
            "dock fire / injured",
            "dock fire / began",
            "dock fire / ended"
        ]
    );
    assert!(
        contested.title.contains("3 of 6 questions"),
        "{}",
        contested.title
    );
    let joint = contested
        .links
        .iter()
        .filter(|link| link.tie == Tie::TakesPart);
    assert_eq!(joint.count(), 2);
}

#[test]
fn links_say_what_the_checks_found() {
    let drawn = all(Level::Note, Detail::Positions);
    let found = |tie| -> Vec<(&str, &str, &str)> {
        let links = drawn.links.iter().filter(|link| link.tie == tie);
        let title = |at: usize| drawn.shapes[at].title.as_str();
        links
            .map(|link| (title(link.from), title(link.to), link.label.as_str()))
            .collect()
    };
    assert_eq!(found(Tie::Conflicts), [("one", "three", "value conflict")]);
    assert_eq!(
        found(Tie::MayConflict),
        [
            ("one", "two", "possible conflict"),
            ("two", "three", "possible conflict")
        ]
    );
    assert_eq!(
        found(Tie::Refines),
        [("$3 million", "at least 2 million dollars", "")]
    );
    assert_eq!(found(Tie::CopyOf), [("dock-news", "harbour-post", "")]);
    assert_eq!(found(Tie::Revises), [("city-radio-2", "city-radio", "")]);
    assert_eq!(found(Tie::Cites), [("harbour-post", "City Radio", "")]);
}

#[test]
fn a_neighbourhood_is_what_a_person_would_want() {
    let ids = |what: &str, sort: Sort| -> Vec<String> {
        let drawn = around(what, Detail::Claims).unwrap();
        let shapes = drawn.shapes.into_iter().filter(|shape| shape.sort == sort);
        shapes.map(|shape| shape.title).collect()
    };
    for name in [
        "dock fire / injured",
        "the Dock Fire / Injured",
        "injured",
        "one-hurt",
    ] {
        assert_eq!(
            ids(name, Sort::Question),
            ["How many people were hurt?"],
            "{name}"
        );
        assert_eq!(ids(name, Sort::Position), ["one", "two", "three"], "{name}");
        assert_eq!(ids(name, Sort::Claim).len(), 4, "{name}");
    }
    assert_eq!(
        ids("injured", Sort::Speaker),
        ["Port Authority", "officials"]
    );
    assert_eq!(ids("warehouse", Sort::Question), ["warehouse / empty"]);
    assert_eq!(ids("dock fire", Sort::Question).len(), 5);
    // A source: its claims, and in a few words what stands against them.
    assert_eq!(ids("City Radio", Sort::Claim).len(), 7);
    assert_eq!(ids("City Radio", Sort::Position).len(), 8);
    assert_eq!(ids("harbour-post", Sort::Claim).len(), 3);
    assert_eq!(ids("Port Authority", Sort::Claim), ["three"]);
    // A finding of several questions: what takes part in it, and nothing else.
    let joint = finding("joint-contradiction");
    assert_eq!(ids(&joint, Sort::Finding), ["joint-contradiction"]);
    assert_eq!(ids(&joint[..6], Sort::Position).len(), 2);
    let conflict = finding("value-conflict");
    assert_eq!(
        ids(&conflict, Sort::Question),
        ["How many people were hurt?"]
    );
}

#[test]
fn a_claim_shows_where_it_comes_from() {
    let drawn = around("one-hurt", Detail::Claims).unwrap();
    let origins: Vec<&str> = (drawn.links.iter())
        .filter(|link| link.tie == Tie::Origin)
        .map(|link| drawn.shapes[link.to].title.as_str())
        .collect();
    assert_eq!(origins, ["City Radio"]);
    let focus: Vec<&str> = (drawn.shapes.iter())
        .filter(|shape| shape.focus)
        .map(|shape| shape.title.as_str())
        .collect();
    assert_eq!(focus, ["one"]);
}

#[test]
fn unknown_names_have_a_neighbour() {
    let nearest = |name: &str| match around(name, Detail::Claims) {
        Err(NoNeighbourhood::Unknown(_, nearest)) => nearest,
        other => panic!("{other:?}"),
    };
    assert_eq!(nearest("dok fire").as_deref(), Some("dock fire"));
    assert_eq!(nearest("Harbor Post").as_deref(), Some("Harbour Post"));
    assert_eq!(
        nearest("dock fire / injurd").as_deref(),
        Some("dock fire / injured")
    );
    assert_eq!(nearest("zzzz"), None);
}

#[test]
fn graphml_declares_and_types_every_attribute() {
    let text = show(&all(Level::Note, Detail::Claims), DiagramFormat::Graphml);
    let document = Document::parse(&text).unwrap();
    let named = |name: &'static str| {
        let nodes = document.descendants();
        nodes.filter(move |node| node.has_tag_name(("http://graphml.graphdrawing.org/xmlns", name)))
    };
    let keys: Vec<_> = named("key")
        .map(|key| key.attribute("id").unwrap())
        .collect();
    let unique: BTreeSet<_> = keys.iter().collect();
    assert_eq!(
        (keys.len(), unique.len()),
        (ATTRIBUTES.len(), ATTRIBUTES.len())
    );
    for data in named("data") {
        let key = data.attribute("key").unwrap();
        let declared = named("key").find(|other| other.attribute("id") == Some(key));
        let declared = declared.unwrap_or_else(|| panic!("{key} is not declared"));
        let owner = data.parent().unwrap().tag_name().name();
        assert_eq!(declared.attribute("for"), Some(owner), "{key}");
        let text = data.text().unwrap_or_default();
        match declared.attribute("attr.type").unwrap() {
            "long" => assert!(text.parse::<u64>().is_ok(), "{key}: {text}"),
            "boolean" => assert!(matches!(text, "true" | "false"), "{key}: {text}"),
            _ => {}
        }
    }
    let nodes: BTreeSet<_> = named("node").map(|n| n.attribute("id").unwrap()).collect();
    for edge in named("edge") {
        assert!(nodes.contains(edge.attribute("source").unwrap()));
        assert!(nodes.contains(edge.attribute("target").unwrap()));
    }
}

#[test]
fn every_attribute_is_documented() {
    let page = include_str!("../../docs/graph.md");
    for row in ATTRIBUTES {
        let on = if row.on == On::Node { "node" } else { "edge" };
        let line = format!("| {on} | `{}` | {} | {} |", row.name, row.sort, row.meaning);
        assert!(page.contains(&line), "docs/graph.md has no row\n{line}");
    }
}

/// Texts that mean something to a reader of one of the formats.
const HOSTILE: &str = r#"
article: {id: 'a"]; click n0 "javascript:alert(1)', source: '</title><script>alert(1)</script>'}
claims:
  - {subject: 'dock \N \G fire %%{init: {}}%% end', property: 'style:x#35;y; classDef z', value: '1. `md` <b>3</b> &amp; &#106; "q" --> n9', quote: "\e[31m\u202e]]> <!-- \\"}
  - {subject: s, property: p, value: "\uFFFE\uFFFF \\"}
---
article: {id: "b\\", source: '<', cites: ['{{x}}', 'b|c']}
claims:
  - {subject: 'dock \N \G fire %%{init: {}}%% end', property: 'style:x#35;y; classDef z', value: '- "`two`"', attribution: 'o''"; rm -rf [*](x)'}
  - {subject: subgraph end, property: "\\", value: ">"}
"#;

#[test]
fn hostile_text_is_text_in_dot() {
    for detail in [Detail::Questions, Detail::Positions, Detail::Claims] {
        let text = show(&of(HOSTILE, detail), DiagramFormat::Dot);
        let labels = dot_labels(&text);
        let shown: String = labels.join("\n");
        for part in ["<script>", "\\N \\G fire", "alert(1)"] {
            assert!(shown.contains(part), "{part} is not shown:\n{shown}");
        }
        assert!(
            detail == Detail::Questions || shown.contains("&amp; &#106;"),
            "{shown}"
        );
        assert!(
            !shown.contains(['\u{1b}', '\u{202e}', '\u{fffe}']),
            "{shown}"
        );
    }
}

#[test]
fn hostile_text_is_text_in_graphml() {
    let text = show(&of(HOSTILE, Detail::Claims), DiagramFormat::Graphml);
    let document = Document::parse(&text).unwrap();
    let texts: Vec<&str> = document
        .descendants()
        .filter_map(|node| node.text())
        .collect();
    assert!(
        texts.contains(&"1. `md` <b>3</b> &amp; &#106; \"q\" --> n9"),
        "{texts:?}"
    );
    assert!(texts.contains(&"␛[31m<U+202E>]]> <!-- \\"), "{texts:?}");
    assert!(
        texts.contains(&"a\"]; click n0 \"javascript:alert(1)"),
        "{texts:?}"
    );
}

#[test]
fn hostile_text_is_text_in_mermaid() {
    let text = show(&of(HOSTILE, Detail::Claims), DiagramFormat::Mermaid);
    for line in text.lines().skip(1) {
        // Outside of labels stand names and punctuation of ours; inside, nothing that has a meaning.
        for (at, part) in line.split('"').enumerate() {
            let has = |wanted: &str| part.replace("<br/>", "").contains(wanted);
            if at % 2 == 1 {
                for sign in [
                    "<", ">", "`", "[", "]", "{", "}", "|", "%", "&", ":", "\\", "--",
                ] {
                    assert!(!has(sign), "{sign} in {line}");
                }
                let rest = part.split('#').skip(1);
                for entity in rest {
                    let number = entity.split_once(';').map(|(number, _)| number);
                    assert!(number.is_some_and(|n| n.parse::<u32>().is_ok()), "{line}");
                }
            } else {
                assert!(!has("click") && !has("script") && !has("init"), "{line}");
            }
        }
        assert_eq!(line.matches('"').count() % 2, 0, "{line}");
    }
}

#[test]
fn the_same_claims_give_the_same_bytes_in_any_order() {
    let paths = [
        "tests/fixtures/diagram/story.yaml",
        "tests/fixtures/diagram/vocabulary.yaml",
    ];
    let draw = |paths: Vec<PathBuf>| {
        drawn(paths, |graph, findings| {
            Ok(View::all(graph, findings, Level::Note, Detail::Claims))
        })
        .unwrap()
    };
    let one = draw(paths.iter().map(PathBuf::from).collect());
    let other = draw(paths.iter().rev().map(PathBuf::from).collect());
    for format in DiagramFormat::ALL {
        assert_eq!(show(&one, format), show(&other, format));
    }
}

#[test]
fn nothing_gives_an_empty_graph_in_every_format() {
    for format in DiagramFormat::ALL {
        let text = show(&Diagram::default(), format);
        assert!(!text.is_empty());
        if format == DiagramFormat::Graphml {
            Document::parse(&text).unwrap();
        }
    }
}

type Drawn = Result<Diagram, NoNeighbourhood>;

fn drawn(
    paths: Vec<PathBuf>,
    view: impl FnOnce(
        &gainsay::graph::ClaimGraph<'_>,
        &[gainsay::finding::Finding],
    ) -> Result<View, NoNeighbourhood>,
) -> Drawn {
    let (corpus, _) = parse::load(&Inputs { paths, stdin: None });
    let selection = Selection {
        level: Level::Note,
        ..Selection::default()
    };
    gainsay::with_graph(&corpus, false, |graph, _| {
        let findings = check::survey(graph, &selection).unwrap().findings();
        let view = view(graph, &findings)?;
        Ok(draw(graph, &findings, &view))
    })
}

fn story() -> Vec<PathBuf> {
    vec![PathBuf::from("tests/fixtures/diagram")]
}

fn all(level: Level, detail: Detail) -> Diagram {
    drawn(story(), |graph, findings| {
        Ok(View::all(graph, findings, level, detail))
    })
    .unwrap()
}

fn around(name: &str, detail: Detail) -> Drawn {
    drawn(story(), |graph, findings| {
        View::around(graph, findings, &[name.to_owned()], detail)
    })
}

/// The whole of a file of some text.
fn of(text: &str, detail: Detail) -> Diagram {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.yaml"), text).unwrap();
    let all = drawn(vec![folder.path().to_owned()], |graph, findings| {
        Ok(View::all(graph, findings, Level::Note, detail))
    });
    all.unwrap()
}

/// The id of the only finding of a check.
fn finding(check: &str) -> String {
    let whole = all(Level::Note, Detail::Claims);
    let shapes = whole.shapes.iter();
    let text = |shape: &gainsay::diagram::Shape, name| {
        let mut data = shape.data().filter(|(other, _)| *other == name);
        data.next().map(|(_, datum)| match datum {
            gainsay::diagram::Datum::Text(text) => text,
            other => panic!("{other:?}"),
        })
    };
    let mut found = shapes.filter(|shape| text(shape, "check").as_deref() == Some(check));
    text(found.next().unwrap(), "finding").unwrap()
}

fn shape<'a>(diagram: &'a Diagram, id: &str) -> &'a gainsay::diagram::Shape {
    diagram.shapes.iter().find(|shape| shape.id == id).unwrap()
}

fn show(diagram: &Diagram, format: DiagramFormat) -> String {
    let mut out = Vec::new();
    render_diagram(diagram, format, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The texts of all HTML-like labels. Panics unless each line is a statement of ours, with every
/// string closed and every label well-formed XML without an empty element.
fn dot_labels(text: &str) -> Vec<String> {
    let mut labels = Vec::new();
    for line in text.lines() {
        let mut rest = line.trim();
        let starts = [
            "digraph", "graph", "node", "edge", "label=", "subgraph", "n", "}",
        ];
        assert!(starts.iter().any(|start| rest.starts_with(start)), "{line}");
        while let Some(at) = rest.find(['"', '<']) {
            let inside = &rest[at + 1..];
            if rest[at..].starts_with('"') {
                let mut escaped = false;
                let end = inside.char_indices().find(|(_, c)| {
                    let closes = *c == '"' && !escaped;
                    escaped = *c == '\\' && !escaped;
                    closes
                });
                let (end, _) = end.unwrap_or_else(|| panic!("not closed: {line}"));
                assert!(!inside[..end].contains(['<', '>']), "{line}");
                rest = &inside[end + 1..];
            } else {
                let mut depth = 1;
                let end = inside.char_indices().find(|(_, c)| {
                    depth += match c {
                        '<' => 1,
                        '>' => -1,
                        _ => 0,
                    };
                    depth == 0
                });
                let (end, _) = end.unwrap_or_else(|| panic!("not closed: {line}"));
                let label = format!("<l>{}</l>", &inside[..end]);
                let document = Document::parse(&label).unwrap_or_else(|e| panic!("{e}: {label}"));
                for node in document.descendants().filter(|node| node.is_element()) {
                    let name = node.tag_name().name();
                    assert!(
                        name == "br" || node.has_children(),
                        "an empty {name}: {label}"
                    );
                }
                let texts = document.descendants().filter(|node| node.is_text());
                labels.push(
                    texts
                        .filter_map(|node| node.text())
                        .collect::<Vec<_>>()
                        .join(" "),
                );
                rest = &inside[end + 1..];
            }
        }
        assert!(!rest.contains("script"), "{line}");
    }
    labels
}
