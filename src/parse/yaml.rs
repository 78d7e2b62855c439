//! YAML as gainsay sees it: documents of sections of members, every scalar as its source text.
//!
//! In goes the text of a file; out come [`Part`]s, one at a time, so that a large file is never in
//! memory as a tree. YAML's own types are never applied. A syntax error costs the member in which it
//! stands: reading goes on at the next member, section or document (see [`super::resume`]).
//! Refused on purpose: tags other than those of YAML's own types, unknown or swelling aliases, keys
//! that are not text, lines indented with anything but spaces.
//! Only this file and [`super::slips`] name the parser.

use std::borrow::Cow;
use std::collections::BTreeMap;

use granit_parser::{Event, Parser, Placement, ScalarStyle, StructureStyle};

use super::format::Section;
use super::problems::Problems;
use super::resume::{self, Boundary, Layout};
use super::slips::{self, Slip};
use crate::diagnostic::Code;
use crate::text::Spot;

/// The largest text of a single scalar, in bytes.
const SCALAR_BYTES: usize = 1 << 20;
/// How much text the aliases of one file may add, in bytes.
const ALIAS_BYTES: usize = 1 << 24;
/// How deeply lists and maps may be nested; the format itself needs six levels.
const DEPTH: usize = 32;
/// After how many syntax errors the rest of a file is not read.
const SYNTAX_ERRORS: usize = 100;

/// A piece of a file: where it starts and how many characters it takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    /// Its first character.
    pub spot: Spot,
    /// How many characters it takes; at least 1 when it is shown.
    pub length: usize,
}

/// A piece of YAML and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node<'t> {
    /// Where it stands; a list or map is a point at its start.
    pub span: Span,
    /// What it is.
    pub content: Content<'t>,
}

/// What a node can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content<'t> {
    /// Nothing, a plain `~` or a plain `null`.
    Missing,
    /// A text, without quotes and escapes.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Node<'t>>),
    /// A map, in the order of the file, with repeated keys.
    Map(Vec<(Key<'t>, Node<'t>)>),
    /// Something that was reported already.
    Refused,
}

/// The key of a map's entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key<'t> {
    /// Where it stands.
    pub span: Span,
    /// The key as written.
    pub text: Cow<'t, str>,
}

/// What reading a file yields, in its order.
#[derive(Debug)]
pub(super) enum Part<'t> {
    /// A document starts.
    Document,
    /// The document is not a map: nothing else of it follows.
    Root(Node<'t>),
    /// A section starts: a key of the document whose value is a list or map.
    Section(Key<'t>),
    /// A member of the latest section: an item of a list, or an entry of a map.
    Member(Option<Key<'t>>, Node<'t>),
    /// A key of the document whose value is neither list nor map.
    Single(Key<'t>, Node<'t>),
    /// The document ends.
    End,
}

/// Reads all documents of a file, reporting what is wrong with them as YAML.
pub(super) fn read<'t>(
    text: &'t str,
    problems: &mut Problems,
    sink: &mut dyn FnMut(Part<'t>, &mut Problems),
) {
    let mut reader = Reader::new(text, problems, sink);
    let mut from = resume::Start::default();
    let mut errors = 0;
    loop {
        let next = match reader.read_piece(from) {
            Ok(()) => resume::after_piece(text, from),
            Err((slip, spot)) => {
                errors += 1;
                reader.report(&slip, spot, errors == SYNTAX_ERRORS);
                if errors == SYNTAX_ERRORS {
                    None
                } else {
                    resume::after_error(text, from, reader.last, reader.layout)
                }
            }
        };
        match next {
            Some(start) => {
                reader.leave(start.boundary);
                from = start;
            }
            None => break,
        }
    }
    reader.leave(Boundary::Document);
}

/// Which part of a document is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// Between documents.
    Outside,
    /// In a document whose content has not started.
    Document,
    /// Among the keys of a document.
    Sections,
    /// In a section.
    Members,
}

/// A list or map that has started and not ended.
struct Open<'t> {
    span: Span,
    content: Content<'t>,
    key: Option<Option<Key<'t>>>,
    anchor: usize,
}

struct Reader<'t, 'a> {
    text: &'t str,
    problems: &'a mut Problems,
    sink: &'a mut dyn FnMut(Part<'t>, &mut Problems),
    level: Level,
    layout: Option<Layout>,
    section_is_map: bool,
    /// The key that waits for its value, at the level of sections or members: `Some(None)` is a key
    /// that was refused.
    key: Option<Option<Key<'t>>>,
    /// The latest member and its line: a syntax error may still show that it is not complete.
    held: Option<(Part<'t>, u32)>,
    open: Vec<Open<'t>>,
    anchors: BTreeMap<usize, (Node<'t>, usize)>,
    expanded: usize,
    /// The line of the latest plain value.
    plain_line: u32,
    /// The byte offset of the latest event.
    last: usize,
    last_error: Spot,
}

impl<'t, 'a> Reader<'t, 'a> {
    fn new(
        text: &'t str,
        problems: &'a mut Problems,
        sink: &'a mut dyn FnMut(Part<'t>, &mut Problems),
    ) -> Self {
        Self {
            text,
            problems,
            sink,
            level: Level::Outside,
            layout: None,
            section_is_map: false,
            key: None,
            held: None,
            open: Vec::new(),
            anchors: BTreeMap::new(),
            expanded: 0,
            plain_line: 0,
            last: 0,
            last_error: Spot::default(),
        }
    }

    /// Reads from one start to the end of its piece, or to the first syntax error.
    fn read_piece(&mut self, start: resume::Start) -> Result<(), (Slip, Spot)> {
        let options = granit_parser::options! {
            emit_unresolved_aliases: true,
            max_buffered_comment_events: usize::MAX,
            flow_nesting_limit: DEPTH,
            block_nesting_limit: DEPTH,
        };
        let end = start.end.unwrap_or(self.text.len());
        let piece = &self.text[start.offset..end];
        let mut inside = start.boundary != Boundary::Document;
        self.anchors.clear();
        self.last = start.offset;
        for next in Parser::new_from_str_with_options(piece, options) {
            let (event, span) = next.map_err(|error| {
                let spot = spot(error.marker(), start.line);
                (Slip::Yaml(error.kind().clone()), spot)
            })?;
            let offset = start.offset + span.byte_range().map_or(0, |range| range.start);
            self.last = self.last.max(offset);
            let span = place(&span, start.line);
            if let (Event::Scalar(..) | Event::DocumentStart(..), Some(odd)) =
                (&event, odd_indent(self.text, offset))
            {
                return Err((Slip::OddSpace(odd), span.spot));
            }
            // A piece that continues a document or section is wrapped in a document of its own,
            // and in the list or map that it continues.
            match (&event, inside) {
                (Event::StreamStart | Event::StreamEnd, _) => {}
                (Event::DocumentStart(..), true) => {}
                (Event::DocumentStart(..), false) if start.boundary == Boundary::Member => {
                    // Something is indented less than the members, and more than the sections.
                    return Err((Slip::Indent, span.spot));
                }
                (Event::MappingStart(..) | Event::SequenceStart(..), true) => inside = false,
                (Event::DocumentEnd, true) => inside = false,
                (Event::DocumentEnd, false) if start.boundary == Boundary::Member => {}
                (Event::MappingEnd | Event::SequenceEnd, _)
                    if start.boundary == Boundary::Member && self.open.is_empty() => {}
                _ => self.take(event, span),
            }
        }
        Ok(())
    }

    /// Takes one event of the parser.
    fn take(&mut self, event: Event<'t>, span: Span) {
        match event {
            Event::DocumentStart(..) => {
                self.level = Level::Document;
                self.emit(Part::Document);
            }
            Event::DocumentEnd => {
                self.level = Level::Outside;
                self.emit(Part::End);
            }
            Event::Scalar(text, style, anchor, tag) => {
                let content = self.scalar(text, style, span);
                let content = self.tagged(content, tag.as_deref(), span);
                let node = Node { span, content };
                if style == ScalarStyle::Plain && self.awaits_value() {
                    self.plain_line = span.spot.line;
                }
                self.complete(node, anchor);
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.tagged(Content::Missing, tag.as_deref(), span);
                self.start(Content::List(Vec::new()), style, span, anchor);
            }
            Event::MappingStart(style, anchor, tag) => {
                self.tagged(Content::Missing, tag.as_deref(), span);
                self.start(Content::Map(Vec::new()), style, span, anchor);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.plain_line = 0;
                self.end();
            }
            Event::Alias(id) => {
                let content = self.alias(id, span);
                self.complete(Node { span, content }, 0);
            }
            Event::UnresolvedAlias(name) => {
                slips::unknown_alias(&name, span, self.problems);
                let content = Content::Refused;
                self.complete(Node { span, content }, 0);
            }
            Event::Comment(text, Placement::Right) if self.plain_line == span.spot.line => {
                slips::likely_comment(&text, span, self.problems);
            }
            _ => {}
        }
    }

    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, span: Span) -> Content<'t> {
        if text.len() > SCALAR_BYTES {
            self.problems.add(
                Code::TooLarge,
                Span { length: 1, ..span },
                format!("this text has {} bytes", text.len()),
                format!("Shorten it: a text may have up to {SCALAR_BYTES} bytes."),
            );
            Content::Refused
        } else if style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null") {
            Content::Missing
        } else {
            Content::Text(text)
        }
    }

    /// Refuses what has a tag, unless the tag only names one of YAML's own types.
    fn tagged(
        &mut self,
        content: Content<'t>,
        tag: Option<&granit_parser::Tag>,
        span: Span,
    ) -> Content<'t> {
        match tag {
            Some(tag) if !tag.is_yaml_core_schema() => {
                slips::refused_tag(&tag.original(), span, self.problems);
                Content::Refused
            }
            _ => content,
        }
    }

    /// What an alias stands for, as long as the aliases of the file do not swell it.
    fn alias(&mut self, id: usize, span: Span) -> Content<'t> {
        let Some((node, weight)) = self.anchors.get(&id) else {
            self.problems.add(
                Code::AliasRefused,
                span,
                "an alias cannot stand for a whole section, or for something that contains it",
                "Write the text out.",
            );
            return Content::Refused;
        };
        self.expanded = self.expanded.saturating_add(*weight);
        if self.expanded <= ALIAS_BYTES {
            return node.content.clone();
        }
        self.problems.add(
            Code::AliasRefused,
            span,
            format!("the aliases of this file repeat more than {ALIAS_BYTES} bytes"),
            "Write the texts out, or divide the file.",
        );
        Content::Refused
    }

    /// A list or map starts.
    fn start(&mut self, content: Content<'t>, style: StructureStyle, span: Span, anchor: usize) {
        let is_map = matches!(content, Content::Map(_));
        let flow = style == StructureStyle::Flow;
        match self.level {
            Level::Document if is_map && self.open.is_empty() => {
                self.level = Level::Sections;
                self.key = None;
                self.layout = (!flow).then_some(Layout {
                    root: span.spot.column as usize - 1,
                    section: None,
                });
            }
            Level::Sections if self.open.is_empty() && self.key.is_some() => {
                self.level = Level::Members;
                self.section_is_map = is_map;
                match self.key.take().flatten() {
                    Some(key) => {
                        if let Some(layout) = &mut self.layout {
                            layout.section = (!flow)
                                .then(|| resume::indent_after(self.text, self.last, is_map))
                                .flatten();
                        }
                        self.emit(Part::Section(key));
                    }
                    None => {
                        // The key was refused, and its value goes with it.
                        self.level = Level::Sections;
                        self.key = Some(None);
                        self.push(content, span, anchor);
                    }
                }
            }
            _ => self.push(content, span, anchor),
        }
    }

    fn push(&mut self, content: Content<'t>, span: Span, anchor: usize) {
        self.open.push(Open {
            span,
            content,
            key: None,
            anchor,
        });
    }

    /// The latest list or map ends.
    fn end(&mut self) {
        if let Some(open) = self.open.pop() {
            let node = Node {
                span: open.span,
                content: open.content,
            };
            self.complete(node, open.anchor);
        } else {
            self.key = None;
            self.level = match self.level {
                Level::Members => Level::Sections,
                _ => Level::Document,
            };
        }
    }

    /// A node is complete and goes to where it belongs.
    fn complete(&mut self, node: Node<'t>, anchor: usize) {
        if anchor != 0 {
            let weight = weight(&node);
            // The copy in the table of anchors is as large as any other.
            self.expanded = self.expanded.saturating_add(weight);
            if self.expanded <= ALIAS_BYTES {
                self.anchors.insert(anchor, (node.clone(), weight));
            }
        }
        if let Some(open) = self.open.last_mut() {
            match &mut open.content {
                Content::List(items) => items.push(node),
                Content::Map(entries) => match open.key.take() {
                    Some(Some(key)) => entries.push((key, node)),
                    Some(None) => {}
                    None => open.key = Some(into_key(node, self.problems)),
                },
                Content::Missing | Content::Text(_) | Content::Refused => {}
            }
            return;
        }
        match self.level {
            Level::Outside | Level::Document => self.emit(Part::Root(node)),
            Level::Members if !self.section_is_map => self.emit(Part::Member(None, node)),
            Level::Sections | Level::Members => match self.key.take() {
                None => {
                    let key = into_key(node, self.problems);
                    // A stray key of a member does not end the section around it.
                    let is_section = key
                        .as_ref()
                        .is_some_and(|key| Section::of(&key.text).is_some());
                    if let (Level::Sections, true, Some(layout)) =
                        (self.level, is_section, &mut self.layout)
                    {
                        layout.section = None;
                    }
                    self.key = Some(key);
                }
                Some(None) => {}
                Some(Some(key)) if self.level == Level::Members => {
                    self.emit(Part::Member(Some(key), node));
                }
                Some(Some(key)) => self.emit(Part::Single(key, node)),
            },
        }
    }

    /// Whether the next node is a value rather than a key.
    fn awaits_value(&self) -> bool {
        match self.open.last() {
            Some(open) => matches!(open.content, Content::List(_)) || open.key.is_some(),
            None => self.key.is_some() || (self.level == Level::Members && !self.section_is_map),
        }
    }

    /// Hands out a part; a member only when the next part follows.
    fn emit(&mut self, part: Part<'t>) {
        let line = match &part {
            Part::Member(_, node) => Some(node.span.spot.line),
            _ => None,
        };
        let ready = match line {
            Some(line) => self.held.replace((part, line)).map(|(held, _)| held),
            None => {
                if let Some((held, _)) = self.held.take() {
                    (self.sink)(held, self.problems);
                }
                Some(part)
            }
        };
        if let Some(part) = ready {
            (self.sink)(part, self.problems);
        }
    }

    /// Drops the latest member where a syntax error lies within its lines.
    fn drop_broken(&mut self, error_line: u32) {
        if let Some((_, line)) = self.held
            && !resume::divides(self.text, self.layout, line, error_line)
        {
            self.held = None;
        }
    }

    /// Reports a syntax error once.
    fn report(&mut self, slip: &Slip, spot: Spot, is_last: bool) {
        self.drop_broken(spot.line);
        if spot != self.last_error {
            slips::syntax(slip, spot, self.last, self.text, self.problems);
        }
        self.last_error = spot;
        if is_last {
            self.problems.add(
                Code::Syntax,
                Span { spot, length: 1 },
                format!("these are {SYNTAX_ERRORS} syntax errors, and the rest is not read"),
                "Correct them and check again.",
            );
        }
    }

    /// Gives up what is open, so that reading can go on at a boundary.
    fn leave(&mut self, boundary: Boundary) {
        self.open.clear();
        self.key = None;
        match boundary {
            Boundary::Member => self.level = Level::Members,
            Boundary::Section => {
                self.level = Level::Sections;
                if let Some(layout) = &mut self.layout {
                    layout.section = None;
                }
            }
            Boundary::Document => {
                if self.level != Level::Outside {
                    self.level = Level::Outside;
                    self.emit(Part::End);
                }
                self.layout = None;
            }
        }
    }
}

/// A node in the place of a key; `None` where it was reported.
fn into_key<'t>(node: Node<'t>, problems: &mut Problems) -> Option<Key<'t>> {
    match node.content {
        Content::Text(text) => Some(Key {
            span: node.span,
            text,
        }),
        Content::Refused => None,
        Content::Missing | Content::List(_) | Content::Map(_) => {
            problems.add(
                Code::WrongType,
                node.span,
                "a key must be text",
                "Write `key: value`, with a text before the colon.",
            );
            None
        }
    }
}

/// How many bytes a copy of a node takes, roughly.
fn weight(node: &Node<'_>) -> usize {
    size_of::<Node<'_>>()
        + match &node.content {
            Content::Text(text) => text.len(),
            Content::List(items) => items.iter().map(weight).sum(),
            Content::Map(entries) => entries
                .iter()
                .map(|(key, value)| size_of::<Key<'_>>() + key.text.len() + weight(value))
                .sum(),
            Content::Missing | Content::Refused => 0,
        }
}

/// The parser's span, in a piece that starts after so many lines.
fn place(span: &granit_parser::Span, lines_before: u32) -> Span {
    Span {
        spot: spot(&span.start, lines_before),
        length: span.end.index().saturating_sub(span.start.index()),
    }
}

fn spot(marker: &granit_parser::Marker, lines_before: u32) -> Spot {
    Spot {
        line: number(marker.line()) + lines_before,
        column: number(marker.col()) + 1,
    }
}

/// The character other than a space with which a line is indented, where its first text starts at
/// that byte.
fn odd_indent(text: &str, at: usize) -> Option<char> {
    let before = &text.as_bytes()[..at];
    let blank = before
        .iter()
        .rev()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    let indent = &before[at - blank..];
    if !matches!(
        before.get((at - blank).wrapping_sub(1)),
        None | Some(b'\n' | b'\r')
    ) {
        return None;
    }
    if indent.contains(&b'\t') {
        return Some('\t');
    }
    text[at..]
        .chars()
        .next()
        .filter(|c| c.is_whitespace() && !c.is_ascii())
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX - (1 << 20))
}

impl Span {
    /// The first character of a file.
    pub(super) fn at_start() -> Self {
        Self {
            spot: Spot { line: 1, column: 1 },
            length: 1,
        }
    }
}
