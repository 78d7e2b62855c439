//! YAML as gainsay sees it: documents of sections of members, every scalar as its source text.
//!
//! In goes the text of a file; out come [`Part`]s, one at a time, so that a large file is never in
//! memory as a tree. YAML's own types are never applied. A syntax error costs the member in which it
//! stands: reading goes on at the next member, section or document (see [`resume`]).
//! Refused on purpose: tags other than those of YAML's own types, unknown or swelling aliases, keys
//! that are not text, lines indented with anything but spaces.
//! No file outside of this folder names the parser.

mod builder;
mod lines;
mod reader;
mod resume;
mod slips;
mod tree;

use std::borrow::Cow;

use crate::text::Spot;
pub(super) use reader::{is_usual, read, read_usual};
pub use tree::{Branch, Form, Tree, tree};

/// A piece of a file: where it starts and how many characters it takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::parse) struct Span {
    /// Its first character.
    pub spot: Spot,
    /// How many characters it takes; at least 1 when it is shown.
    pub length: usize,
}

/// A piece of YAML and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::parse) struct Node<'t> {
    /// Where it stands; a list or map is a point at its start.
    pub span: Span,
    /// What it is.
    pub content: Content<'t>,
}

/// What a node can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Content<'t> {
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
pub(in crate::parse) struct Key<'t> {
    /// Where it stands.
    pub span: Span,
    /// The key as written.
    pub text: Cow<'t, str>,
}

/// What reading a file yields, in its order.
#[derive(Debug)]
pub(in crate::parse) enum Part<'t> {
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

impl Span {
    /// The first character of a file.
    pub(in crate::parse) fn at_start() -> Self {
        Self {
            spot: Spot::at(1, 1),
            length: 1,
        }
    }
}
