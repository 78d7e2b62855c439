//! A file as a tree with the bytes of each node, for whoever changes a piece of it.
//!
//! Reading for reports goes through [`super::read`], which mends what it can; this takes nothing that is
//! not whole, and keeps what a report has no use for: styles, comments, anchors.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

/// How deeply lists and maps may be nested.
const DEPTH: usize = 64;

/// A file: its documents and its comments, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The content of each document.
    pub documents: Vec<Branch>,
    /// Where each `#` stands, and what stands behind it.
    pub comments: Vec<(usize, String)>,
}

/// A node of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// Its bytes, from its first to its last character.
    pub range: Range<usize>,
    /// Whether an anchor or tag stands before it.
    pub marked: bool,
    /// What it is.
    pub form: Form,
}

impl Branch {
    /// Whether it is a text that says just this.
    #[must_use]
    pub fn says(&self, text: &str) -> bool {
        matches!(&self.form, Form::Scalar(own, _) if own == text)
    }

    /// The key of a map that says just this, and its value; nothing in what is no map.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<(&Self, &Self)> {
        let Form::Map(entries, _) = &self.form else {
            return None;
        };
        let entry = entries.iter().find(|(own, _)| own.says(key));
        entry.map(|(key, value)| (key, value))
    }
}

/// What a node can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A text without quotes and escapes, and whether it stood in quotes.
    Scalar(String, bool),
    /// The content of another node, by the number of its anchor.
    Alias(usize),
    /// A list, and whether it stands in brackets.
    List(Vec<Branch>, bool),
    /// A map in the order of the file, and whether it stands in braces.
    Map(Vec<(Branch, Branch)>, bool),
}

/// A list or map that has started and not ended.
struct Open {
    start: usize,
    marked: bool,
    is_map: bool,
    flow: bool,
    children: Vec<Branch>,
}

/// Reads a file whole.
///
/// # Errors
///
/// A text that is no YAML, with the parser's reason.
pub fn tree(text: &str) -> Result<Tree, String> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        max_buffered_comment_events: usize::MAX,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    let mut tree = Tree::default();
    let mut open: Vec<Open> = Vec::new();
    // Where the latest text or bracket ends: a value that is not written stands there.
    let mut written = 0;
    for next in Parser::new_from_str_with_options(text, options) {
        let (event, span) = next.map_err(|error| error.to_string())?;
        let range = span.byte_range().unwrap_or(0..0);
        let done = match event {
            Event::Comment(comment, _) => {
                tree.comments.push((range.start, comment.into_owned()));
                continue;
            }
            Event::Scalar(content, style, anchor, tag) => {
                let quoted = style != ScalarStyle::Plain;
                // The parser says `~` of what is not written.
                let (range, content) = match range.is_empty() {
                    true => (written..written, String::new()),
                    false => (trimmed(text, range), content.into_owned()),
                };
                Branch {
                    marked: anchor != 0 || tag.is_some(),
                    range,
                    form: Form::Scalar(content, quoted),
                }
            }
            Event::Alias(id) => alias(range, id),
            Event::UnresolvedAlias(_) => alias(range, 0),
            Event::SequenceStart(style, anchor, tag) | Event::MappingStart(style, anchor, tag) => {
                open.push(Open {
                    start: range.start,
                    marked: anchor != 0 || tag.is_some(),
                    is_map: false,
                    flow: style == StructureStyle::Flow,
                    children: Vec::new(),
                });
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop() {
                Some(mut closed) => {
                    closed.is_map = matches!(event, Event::MappingEnd);
                    closed.close(range)
                }
                None => continue,
            },
            _ => continue,
        };
        written = written.max(done.range.end);
        match open.last_mut() {
            Some(open) => open.children.push(done),
            None => tree.documents.push(done),
        }
    }
    Ok(tree)
}

impl Open {
    /// The node, given the bytes of its end.
    fn close(self, end: Range<usize>) -> Branch {
        let last = self
            .children
            .last()
            .map_or(self.start, |last| last.range.end);
        let end = if self.flow { end.end } else { last };
        let form = match self.is_map {
            false => Form::List(self.children, self.flow),
            true => {
                let mut children = self.children.into_iter();
                let pairs = std::iter::from_fn(|| Some((children.next()?, children.next()?)));
                Form::Map(pairs.collect(), self.flow)
            }
        };
        Branch {
            range: self.start..end.max(self.start),
            marked: self.marked,
            form,
        }
    }
}

fn alias(range: Range<usize>, id: usize) -> Branch {
    Branch {
        range,
        marked: false,
        form: Form::Alias(id),
    }
}

/// The bytes without the line ends that a block of text ends with.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = text.get(range.clone()).unwrap_or_default();
    range.start..range.start + inside.trim_end().len()
}
