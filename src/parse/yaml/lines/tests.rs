//! The reader of lines against the parser: whatever it reads, it reads as the parser does.

use std::fs;
use std::path::Path;

use granit_parser::{Event, Parser};
use proptest::prelude::*;

use crate::parse::problems::Problems;
use crate::parse::yaml::{self, Span};
use crate::text::{FileId, Spot, number};

/// An event without its comments and ends: what it is, and where.
type Seen = (String, usize, Span);

/// What the parser sees, or nothing where it finds an error.
fn parsed(text: &str) -> Option<Vec<Seen>> {
    let mut seen = Vec::new();
    for next in Parser::new_from_str(text) {
        let (event, span) = next.ok()?;
        let place = Span {
            spot: Spot {
                line: number(span.start.line()),
                column: number(span.start.col()) + 1,
            },
            length: span.end.index() - span.start.index(),
        };
        keep(
            &mut seen,
            &event,
            span.byte_range().map_or(0, |range| range.start),
            place,
        );
    }
    Some(seen)
}

fn read(text: &str) -> Option<Vec<Seen>> {
    let mut seen = Vec::new();
    super::read(text, &mut |event, offset, span| {
        keep(&mut seen, &event, offset, span);
    })?;
    Some(seen)
}

fn keep(seen: &mut Vec<Seen>, event: &Event<'_>, offset: usize, span: Span) {
    match event {
        Event::Comment(..) | Event::StreamStart | Event::StreamEnd => {}
        Event::MappingEnd | Event::SequenceEnd | Event::DocumentEnd => {
            seen.push((format!("{event:?}"), 0, Span::default()));
        }
        _ => seen.push((format!("{event:?}"), offset, span)),
    }
}

/// What is built of both readings: parts and problems.
fn built(text: &str, usual: bool) -> Option<String> {
    let mut problems = Problems::new(FileId::from_index(0));
    let mut parts = Vec::new();
    let mut sink = |part: yaml::Part<'_>, _: &mut Problems| parts.push(format!("{part:?}"));
    if usual {
        yaml::read_usual(text, &mut problems, &mut sink)?;
    } else {
        yaml::read(text, &mut problems, &mut sink);
    }
    Some(format!("{parts:#?}\n{:#?}", problems.into_list()))
}

/// Holds both readers together, and says whether the reader of lines knew the text.
fn agree(text: &str) -> bool {
    let Some(ours) = read(text) else {
        return false;
    };
    let Some(theirs) = parsed(text) else {
        panic!("the parser refuses {text:?}\n{text}");
    };
    for (ours, theirs) in ours.iter().zip(&theirs) {
        assert_eq!(ours, theirs, "{text:?}\n{text}");
    }
    assert_eq!(ours.len(), theirs.len(), "{text:?}\n{text}");
    assert_eq!(built(text, true), built(text, false), "{text:?}\n{text}");
    true
}

#[test]
fn every_file_is_read_as_the_parser_reads_it() {
    let (mut known, mut all) = (0, 0);
    for folder in ["tests/fixtures", "claims", "example"] {
        for entry in ignore::Walk::new(folder).flatten() {
            let is_yaml = |path: &Path| path.extension().is_some_and(|ending| ending == "yaml");
            if is_yaml(entry.path())
                && let Ok(text) = fs::read_to_string(entry.path())
            {
                all += 1;
                known += usize::from(agree(&text));
            }
        }
    }
    assert!(2 * known > all, "{known} of {all}");
}

#[test]
fn what_people_write_is_known() {
    for text in [
        "claims:\n- a: 1\n  b: two words # why\n\n- a: 'it''s'\n  b: \"say \\\"no\\\"\"\n",
        "a:\n  - - x\n    - y\n  -\n    k: v\n  - k:\n      - z\n",
        "a: >-\n  one\n  two\n\n  three\nb: |\n  lines\n    more\n\nc: [1, 'b', {d: e, f: [g]}]\n",
        "---\na: 1\n--- # next\nb:\n---\nc: {}\nd: []\n",
        "a: 1\r\nb:\r\n  - c\r\n  - d: |\r\n      e\r\n      f\r\n",
        "\"quoted key\": x\nzażółć: gęślą # jaźń\nname: Ünal – “quoted”\n",
        "a:\n# comment\n  b: 1\n  # comment\nc: http://x.example/#y\nd: 10:30\n",
    ] {
        assert!(agree(text), "{text}");
    }
}

#[test]
fn what_is_unusual_is_left_to_the_parser() {
    for text in [
        "",
        "# nothing\n",
        "text\n",
        "a: &x 1\n",
        "a: *x\n",
        "a: !!str 1\n",
        "? a\n",
        "a: one\n  two\n",
        "a: \"one\n  two\"\n",
        "a:\tb\n",
        "a: |2\n   b\n",
        "a: |+\n  b\n",
        "a: b: c\n",
        "a: [1,\n  2]\n",
        "a: 1\n b: 2\n",
        "a:\n    b: 1\n  c: 2\n",
        "a: 'b' c\n",
        "---\n---\n",
        "a: 1\n...\n",
        "%YAML 1.2\n---\na: 1\n",
        "a: %b\n",
        "a: @b\n",
        "a: `b`\n",
        "a: |\n  b",
        "a: \u{85}b\n",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

/// Pieces that lines are made of.
const PIECES: [&str; 46] = [
    "a",
    "key",
    "b c",
    "é",
    "“",
    ":",
    ": ",
    " :",
    "- ",
    "-",
    "  ",
    "    ",
    " ",
    "\n",
    "\n\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    "\nkey: ",
    "\n  key: ",
    "# no",
    " # c",
    "#",
    "'",
    "''",
    "\"",
    "\\\"",
    "[",
    "]",
    "{",
    "}",
    ", ",
    ",",
    "|",
    ">-",
    "|-\n    text",
    ">\n  folded\n  more\n",
    "---",
    "\n---\n",
    "\r\n",
    "~",
    "null",
    "&a ",
    "*a",
    "?",
];

/// The start of a file to which pieces are added.
const STARTS: [&str; 6] = [
    "",
    "claims:\n  - id: a\n    value: ",
    "claims:\n- id: a\n  value: ",
    "a: 1\nb: ",
    "a:\n  b:\n    c: ",
    "a: [b, ",
];

/// What lines hold behind their indent.
const CONTENTS: [&str; 30] = [
    "a:",
    "a: b",
    "- a: b",
    "- b",
    "-",
    "- - c",
    "- a:",
    "# c",
    "a: # c",
    "a: b # c",
    "a: >-",
    "a: |",
    "- |",
    "- >",
    "some text",
    "text ends.  ",
    "",
    "a: [b, 'c', {d: e}]",
    "- {a: b, \"c\": [d]}",
    "a: 'it''s'",
    "\"a b\": \"c\" # d",
    "---",
    "é: ü # “",
    "a: -1",
    "a: http://x",
    "- a:b",
    "a: b:",
    "a: {}",
    "- []",
    "a: \"\\\"\"",
];

proptest! {
    #[test]
    fn lines_are_read_as_the_parser_reads_them(
        lines in prop::collection::vec((0..6_usize, prop::sample::select(&CONTENTS[..]), 0..16_usize), 0..12),
    ) {
        let line = |(indent, content, end): &(usize, &str, usize)| {
            let end = if *end == 0 { "\r\n" } else { "\n" };
            format!("{:indent$}{content}{end}", "", indent = indent / 2 * 2)
        };
        agree(&lines.iter().map(line).collect::<String>());
    }

    #[test]
    fn whatever_is_known_is_read_as_the_parser_reads_it(
        start in prop::sample::select(&STARTS[..]),
        pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..14),
    ) {
        agree(&format!("{start}{}", pieces.concat()));
    }
}
