//! From events to parts: documents, sections and members, however deeply nested.

use std::borrow::Cow;
use std::collections::BTreeMap;

use granit_parser::{Event, Placement, ScalarStyle, StructureStyle};

use super::resume::{self, Boundary, Layout};
use super::{Content, Key, Node, Part, Span, slips};
use crate::diagnostic::Code;
use crate::parse::format::Section;
use crate::parse::problems::Problems;

/// The largest text of a single scalar, in bytes.
const SCALAR_BYTES: usize = 1 << 20;
/// How many keys most members have at most.
const USUAL_KEYS: usize = 8;
/// How much text the aliases of one file may add, in bytes.
const ALIAS_BYTES: usize = 1 << 24;

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
    /// Where it starts, in bytes, if in brackets: an unclosed bracket swallows the lines after it.
    bracket: Option<usize>,
}

/// Puts events together to parts.
pub(super) struct Builder<'t, 'a> {
    text: &'t str,
    pub problems: &'a mut Problems,
    sink: &'a mut dyn FnMut(Part<'t>, &mut Problems),
    level: Level,
    pub layout: Option<Layout>,
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
    pub last: usize,
    /// The line of the latest alias that was refused.
    pub refused_line: u32,
}

impl<'t, 'a> Builder<'t, 'a> {
    pub(super) fn new(
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
            refused_line: 0,
        }
    }

    /// A piece of the text starts: anchors of another piece are not known in it.
    pub(super) fn enter(&mut self, offset: usize) {
        self.anchors.clear();
        self.last = offset;
    }

    /// Whether nothing has started that has not ended, apart from a document and its section.
    pub(super) fn is_between_members(&self) -> bool {
        self.open.is_empty()
    }

    /// Takes one event of the parser.
    pub(super) fn take(&mut self, event: Event<'t>, span: Span) {
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
                // A map in a list may be one of many small ones.
                let entries = Vec::with_capacity(if self.is_in_list() { 0 } else { USUAL_KEYS });
                self.start(Content::Map(entries), style, span, anchor);
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
                self.refused_line = span.spot.line;
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
                        self.push(content, style, span, anchor);
                    }
                }
            }
            _ => self.push(content, style, span, anchor),
        }
    }

    fn push(&mut self, content: Content<'t>, style: StructureStyle, span: Span, anchor: usize) {
        self.open.push(Open {
            span,
            content,
            key: None,
            anchor,
            bracket: (style == StructureStyle::Flow).then_some(self.last),
        });
    }

    /// Whether what starts or ends here is in a list that is no section.
    fn is_in_list(&self) -> bool {
        let around = self.open.last().map(|open| &open.content);
        matches!(around, Some(Content::List(_)))
    }

    /// The latest list or map ends.
    fn end(&mut self) {
        if let Some(mut open) = self.open.pop() {
            if let (Content::Map(entries), true) = (&mut open.content, self.is_in_list()) {
                entries.shrink_to_fit();
            }
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
    pub(super) fn drop_broken(&mut self, error_line: u32) {
        if let Some((_, line)) = self.held
            && !resume::divides(self.text, self.layout, line, error_line)
        {
            self.held = None;
        }
    }

    /// The byte up to which the text was understood.
    pub(super) fn understood(&self) -> usize {
        let bracket = self.open.iter().find_map(|open| open.bracket);
        bracket.unwrap_or(self.last)
    }

    /// Gives up what is open, so that reading can go on at a boundary.
    pub(super) fn leave(&mut self, boundary: Boundary) {
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
