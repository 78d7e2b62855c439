//! The documentation, run: the README's example, the guide's files, and all links.
//!
//! `BLESS=1` writes the report into the README.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gainsay::align::align;
use gainsay::compare::compare;
use gainsay::diagnostic::Diagnostic;
use gainsay::model::Corpus;
use gainsay::parse::{self, Inputs, Record, SECTIONS};
use gainsay::reading::Readings;
use gainsay::value::KINDS;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::cli::gainsay;

const README: &str = "README.md";
const GUIDE: &str = "claims/README.md";

#[test]
fn the_example_of_the_readme_gives_the_report_of_the_readme() {
    let page = read(README);
    let (before, rest) = page.split_once("```text\n").unwrap();
    let (_, after) = rest.split_once("```\n").unwrap();
    let blocks = blocks(before, "yaml");
    let [example] = blocks.as_slice() else {
        panic!("one example stands before the report: {blocks:?}")
    };
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("fire.yaml"), &example.text).unwrap();
    let output = gainsay(["check", "fire.yaml"])
        .current_dir(&folder)
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    let report = String::from_utf8(output.stdout).unwrap();
    let shown = format!("{before}```text\n{report}```\n{after}");
    if std::env::var_os("BLESS").is_some() {
        fs::write(README, shown).unwrap();
    } else {
        assert_eq!(page, shown);
    }
}

#[test]
fn the_readme_is_short_and_names_the_commands() {
    let page = read(README);
    assert!(page.lines().count() <= 120);
    for command in ["cargo run --release", "cargo test"] {
        assert!(page.contains(&format!("\n    {command}\n")), "{command}");
    }
}

#[test]
fn the_verdicts_of_the_readme_are_those_of_the_program() {
    let page = read(README);
    let table = table(&page, "verdict");
    let relations = [
        ("agrees", "✓ agrees (equal)"),
        ("refines", "✓ refines (within)"),
        ("compatible", "· compatible (overlaps)"),
        ("conflicts", "✗ conflicts (disjoint)"),
        ("undetermined", "? undetermined (incomparable)"),
    ];
    for (verdict, shown) in relations {
        let row = table.iter().find(|row| row[2] == verdict).unwrap();
        let output = gainsay(["value", &row[0], "--and", &row[1]])
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(shown), "{row:?}: {text}");
    }
}

#[test]
fn the_files_of_the_guide_load_without_a_problem() {
    let guide = read(GUIDE);
    let sections: BTreeSet<String> = blocks(&guide, "yaml")
        .into_iter()
        .map(|block| block.section)
        .collect();
    assert!(sections.len() > 10, "{sections:?}");
    for section in sections {
        let (_, diagnostics) = load(&guide, &section);
        assert_eq!(diagnostics, [], "{section}");
    }
}

#[test]
fn the_guide_has_an_example_of_each_kind() {
    let guide = read(GUIDE);
    for row in KINDS {
        let (corpus, diagnostics) = load(&guide, row.name);
        assert_eq!(diagnostics, [], "{}", row.name);
        let readings = Readings::new(&corpus);
        let (alignment, _) = align(&corpus, &readings, false);
        let (standings, unreadable) = compare(&corpus, &alignment, &readings);
        assert_eq!(unreadable, [], "{}", row.name);
        let kinds: Vec<&str> = standings
            .iter()
            .map(|standing| standing.kind.name())
            .collect();
        assert!(
            !kinds.is_empty() && kinds.iter().all(|kind| *kind == row.name),
            "{}: {kinds:?}",
            row.name
        );
    }
}

#[test]
fn the_guide_explains_every_field() {
    let guide = read(GUIDE);
    for section in SECTIONS {
        let record = section.record().unwrap();
        for name in names(record) {
            assert!(
                guide.contains(&format!("`{name}`")),
                "{}: {name}",
                section.name
            );
        }
    }
}

/// The first block of a language in a section of the guide.
fn block(section: &str, language: &str) -> String {
    let mut blocks = blocks(&read(GUIDE), language).into_iter();
    let found = blocks.find(|block| block.section == section);
    found
        .unwrap_or_else(|| panic!("{section}: no {language}"))
        .text
}

#[test]
fn the_rules_of_the_guide_find_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let guide = blocks(&read(GUIDE), "yaml");
    for (at, block) in guide.iter().filter(|b| b.section == "Rules").enumerate() {
        fs::write(folder.path().join(format!("{at}.yaml")), &block.text).unwrap();
    }
    let output = gainsay(["check", "."])
        .current_dir(&folder)
        .output()
        .unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    for line in block("Rules", "text").lines() {
        assert!(out.contains(line), "{line}\n{out}");
    }
}

#[test]
fn the_ruling_of_the_guide_is_what_its_command_writes() {
    let folder = tempfile::tempdir().unwrap();
    let guide = blocks(&read(GUIDE), "yaml");
    let mut examples = guide.iter().filter(|block| block.section == "Rulings");
    let (articles, ruling) = (examples.next().unwrap(), examples.next().unwrap());
    let story = folder.path().join("dock-fire");
    fs::create_dir(&story).unwrap();
    fs::write(story.join("articles.yaml"), &articles.text).unwrap();
    let command = block("Rulings", "sh");
    // Words are divided by blanks, but for those within double quotes.
    let mut words: Vec<&str> = Vec::new();
    for (at, part) in command.trim().split('"').enumerate() {
        match at % 2 {
            0 => words.extend(part.split_whitespace()),
            _ => words.push(part),
        }
    }
    assert_eq!(words.remove(0), "gainsay");
    words.extend(["--today", "2024-03-11"]);
    let run = |args: &[&str]| gainsay(args).current_dir(&folder).output().unwrap();
    assert!(run(&words).status.success());
    assert_eq!(read(story.join("rulings.yaml")), ruling.text);
    let to = words.iter().position(|word| *word == "--to").unwrap();
    words.drain(to..to + 2);
    let printed = String::from_utf8(run(&words).stdout).unwrap();
    assert_eq!(printed, format!("---\n{}", ruling.text));
    let out = run(&["check", "dock-fire", "--today", "2024-03-12"]);
    assert!(out.status.success(), "{out:?}");
}

#[test]
fn the_traps_of_the_guide_are_traps_and_the_ways_out_are_not() {
    let guide = read(GUIDE);
    for row in table(&guide, "write instead") {
        let [trap, _, way_out] = row.as_slice() else {
            panic!("{row:?}")
        };
        assert_ne!(problems_of_a_claim_with(trap), [""; 0], "{trap}");
        assert_eq!(problems_of_a_claim_with(way_out), [""; 0], "{way_out}");
    }
}

#[test]
fn links_lead_somewhere() {
    for page in pages() {
        let text = read(&page);
        for link in links(&text) {
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            if path.contains("://") {
                continue;
            }
            let target = match path {
                "" => page.clone(),
                path => page.parent().unwrap().join(path),
            };
            assert!(target.exists(), "{}: {link}", page.display());
            if !anchor.is_empty() {
                let anchors = anchors(&read(&target));
                assert!(
                    anchors.contains(anchor),
                    "{}: {link}: {anchors:?}",
                    page.display()
                );
            }
        }
    }
}

#[test]
#[cfg_attr(
    not(feature = "desk"),
    ignore = "the pages name the options of the desk"
)]
fn every_option_that_the_pages_name_exists() {
    let mut known = BTreeSet::new();
    let help = |args: &[&str]| {
        let help = gainsay(args).output().unwrap().stdout;
        String::from_utf8(help).unwrap()
    };
    let all = help(&["--help"]);
    let (_, commands) = all.split_once("Commands:\n").unwrap();
    for command in commands.lines().take_while(|line| !line.is_empty()) {
        let name = command.split_whitespace().next().unwrap();
        known.extend(options(&help(&["help", name])));
    }
    // Those of cargo and git stand in instructions.
    known.extend(["--release", "--path"].map(str::to_owned));
    for page in [README, GUIDE] {
        let unknown: Vec<String> = options(&read(page)).difference(&known).cloned().collect();
        assert_eq!(unknown, [""; 0], "{page}");
    }
}

/// A code block, and the heading above it.
#[derive(Debug)]
struct Block {
    section: String,
    text: String,
}

fn read(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The Markdown files of the project.
fn pages() -> Vec<PathBuf> {
    let mut pages = Vec::new();
    for folder in [".", "claims", "docs", "docs/checks"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "md") {
                pages.push(path);
            }
        }
    }
    assert!(pages.len() > 10);
    pages
}

fn events(page: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(page, Options::ENABLE_TABLES)
}

/// The code blocks of a language.
fn blocks(page: &str, language: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut section, mut in_heading, mut in_block) = (String::new(), false, false);
    for event in events(page) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                section.clear();
                in_heading = true;
            }
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                in_block = &*info == language;
                if in_block {
                    blocks.push(Block {
                        section: section.clone(),
                        text: String::new(),
                    });
                }
            }
            Event::End(TagEnd::CodeBlock) => in_block = false,
            Event::Text(text) if in_block => blocks.last_mut().unwrap().text.push_str(&text),
            Event::Text(text) | Event::Code(text) if in_heading => section.push_str(&text),
            _ => {}
        }
    }
    blocks
}

/// The rows of the table that has a column of that name, as plain text.
fn table(page: &str, column: &str) -> Vec<Vec<String>> {
    let (mut rows, mut is_wanted) = (Vec::<Vec<String>>::new(), false);
    for event in events(page) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => rows.last_mut().unwrap().push(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.push_str(&text);
                }
            }
            Event::End(TagEnd::TableHead) => {
                is_wanted = rows.pop().unwrap().iter().any(|name| name == column);
            }
            Event::End(TagEnd::Table) if is_wanted => return rows,
            Event::End(TagEnd::Table) => rows.clear(),
            _ => {}
        }
    }
    panic!("no table has a column {column:?}")
}

/// Where the links and pictures of a page lead.
fn links(page: &str) -> Vec<String> {
    events(page)
        .filter_map(|event| match event {
            Event::Start(
                Tag::Link {
                    link_type,
                    dest_url,
                    ..
                }
                | Tag::Image {
                    link_type,
                    dest_url,
                    ..
                },
            ) if link_type != LinkType::Email => Some(dest_url.into_string()),
            _ => None,
        })
        .collect()
}

/// What a link to a heading may end with.
fn anchors(page: &str) -> BTreeSet<String> {
    page.lines()
        .filter_map(|line| line.strip_prefix('#'))
        .map(|heading| {
            heading
                .trim_start_matches('#')
                .trim()
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'))
                .map(|c| {
                    if c == ' ' {
                        '-'
                    } else {
                        c.to_ascii_lowercase()
                    }
                })
                .collect()
        })
        .collect()
}

/// The long options in a text.
fn options(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !(c.is_ascii_lowercase() || c == '-'))
        .filter(|word| word.len() > 3 && word.starts_with("--") && !word.starts_with("---"))
        .map(str::to_owned)
        .collect()
}

/// The names of the fields of a record, and of those within.
fn names(record: &'static Record) -> Vec<&'static str> {
    record
        .fields
        .iter()
        .flat_map(|field| {
            let inner = field.shape.record().map(names).unwrap_or_default();
            std::iter::once(field.name).chain(inner)
        })
        .collect()
}

/// Loads the YAML blocks of a section, each as a file.
fn load(page: &str, section: &str) -> (Corpus, Vec<Diagnostic>) {
    let folder = tempfile::tempdir().unwrap();
    let blocks = blocks(page, "yaml");
    let files = blocks.iter().filter(|block| block.section == section);
    for (at, block) in files.enumerate() {
        fs::write(folder.path().join(format!("{at}.yaml")), &block.text).unwrap();
    }
    parse::load(&Inputs {
        paths: vec![folder.path().to_owned()],
        stdin: None,
    })
}

/// The problems of a file with one claim, of which one line is given.
fn problems_of_a_claim_with(line: &str) -> Vec<String> {
    let value = if line.starts_with("value") {
        ""
    } else {
        "    value: 3\n"
    };
    let text = format!("claims:\n  - subject: s\n    property: p\n    {line}\n{value}");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("trap.yaml"), text).unwrap();
    let output = gainsay(["--format", "json", "."])
        .current_dir(&folder)
        .output()
        .unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let diagnostics = report["diagnostics"].as_array().unwrap();
    diagnostics
        .iter()
        .map(|problem| problem["message"].to_string())
        .collect()
}
