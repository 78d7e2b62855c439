//! Records: maps whose keys are known. One table of fields drives loading and messages.

use std::borrow::Cow;
use std::cell::Cell;

use smallvec::{SmallVec, smallvec};

use super::article::CLAIM_FIELDS;
use super::mistakes::{cut, duplicate, likely_comma, nearest, unknown_key, wrong_type};
use super::problems::Problems;
use super::unspaced;
use super::yaml::{Content, Key, Node, Span};
use crate::diagnostic::Code;
use crate::value::{self, Context, Day, Intervals, Kind};

/// A map with known keys.
pub struct Record {
    /// What it is in a message: "a claim".
    pub what: &'static str,
    /// Its keys.
    pub fields: &'static [Field],
}

/// One key of a record.
pub struct Field {
    /// The key, words divided by spaces; `_` and `-` are accepted for them.
    pub name: &'static str,
    /// What may stand there.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// What it is for, in one phrase.
    pub summary: &'static str,
    /// Texts that may stand there, for whoever sees the format for the first time.
    pub examples: &'static [&'static str],
}

/// What may stand at a key.
#[derive(Clone, Copy)]
pub enum Shape {
    /// A text.
    Text,
    /// A text or a list of texts.
    Texts,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// `yes`, `no`, `true` or `false`.
    YesNo,
    /// A value in the sense of a claim: a text, a list, `between` or `members`.
    Value,
    /// A map from texts to texts.
    Qualifiers,
    /// A text or a record.
    TextOr(&'static Record),
    /// A record.
    Record(&'static Record),
    /// A list of records.
    Records(&'static Record),
    /// A text, or a list of texts and records.
    Mixed(&'static Record),
    /// A map from names to records; a name may stand alone.
    Named(&'static Record),
}

impl Shape {
    /// The record that may stand there.
    #[must_use]
    pub fn record(self) -> Option<&'static Record> {
        match self {
            Self::Record(record)
            | Self::TextOr(record)
            | Self::Records(record)
            | Self::Mixed(record)
            | Self::Named(record) => Some(record),
            Self::Text
            | Self::Texts
            | Self::Choice(_)
            | Self::YesNo
            | Self::Value
            | Self::Qualifiers => None,
        }
    }
}

impl Field {
    /// A key that may be left out.
    pub const fn optional(name: &'static str, shape: Shape, summary: &'static str) -> Self {
        Self {
            name,
            shape,
            required: false,
            summary,
            examples: &[],
        }
    }

    /// A key that must be there.
    pub const fn required(name: &'static str, shape: Shape, summary: &'static str) -> Self {
        Self {
            name,
            shape,
            required: true,
            summary,
            examples: &[],
        }
    }

    /// The same with examples.
    #[must_use]
    pub const fn like(self, examples: &'static [&'static str]) -> Self {
        Self { examples, ..self }
    }
}

/// Most maps are claims.
const USUAL_FIELDS: usize = CLAIM_FIELDS.len();

/// The words of [`Shape::YesNo`].
const YES_NO: &[&str] = &["yes", "no", "true", "false"];

/// A record as it stands in a file: at most one node for each field, each of the field's shape.
pub(super) struct Entry<'n, 't> {
    record: &'static Record,
    /// Where it starts.
    pub span: Span,
    /// Whether every field could be read.
    pub complete: bool,
    /// Of each field what stands there, and behind which key.
    found: SmallVec<[Option<&'n (Key<'t>, Node<'t>)>; USUAL_FIELDS]>,
    /// The field that was asked for last.
    last: Cell<usize>,
}

impl<'n, 't> Entry<'n, 't> {
    /// Reads a map; `None` where there is none, which is reported.
    pub(super) fn read(
        record: &'static Record,
        node: &'n Node<'t>,
        problems: &mut Problems,
    ) -> Option<Self> {
        match &node.content {
            Content::Map(entries) => Some(Self::of(record, node.span, entries, problems)),
            Content::Refused => None,
            Content::Missing | Content::Text(_) | Content::List(_) => {
                wrong_type(record.what, "a map of keys and values", node, problems);
                None
            }
        }
    }

    /// Reads the entries of a map.
    pub(super) fn of(
        record: &'static Record,
        span: Span,
        entries: &'n [(Key<'t>, Node<'t>)],
        problems: &mut Problems,
    ) -> Self {
        let mut entry = Self {
            record,
            span: entries.first().map_or(span, |(key, _)| key.span),
            complete: true,
            found: smallvec![None; record.fields.len()],
            last: Cell::new(0),
        };
        // Fields whose node could not be used: they are not reported again as missing.
        let mut refused = 0_u64;
        let mut entries = entries.iter().peekable();
        while let Some(pair) = entries.next() {
            let (key, node) = pair;
            let Some(at) = find(record, &key.text) else {
                // The field is there, although YAML sees no key: it is not missing.
                let field = unspaced::find(&key.text).and_then(|slip| find(record, slip.key?));
                refused |= field.map_or(0, |at| 1 << at);
                // What was meant for a field that there is, such as `hedge`, is missing elsewhere.
                let meant = unknown_key(record.what, names(record), key, problems);
                entry.complete &= !meant;
                continue;
            };
            let mut rest = Vec::new();
            while let Some((cut_off, _)) = entries.next_if(|(k, n)| is_cut_off(record, node, k, n))
            {
                rest.push(cut_off);
            }
            if !rest.is_empty() {
                likely_comma(node, &rest, problems);
                entry.complete = false;
                refused |= 1 << at;
                continue;
            }
            if let Some((first, _)) = entry.found[at] {
                duplicate(key, first.span, problems);
                entry.complete = false;
            } else if is_dashed(&record.fields[at], key, node, problems) {
                entry.complete = false;
                refused |= 1 << at;
            } else if fits(&record.fields[at], node, problems) {
                entry.found[at] = Some(pair);
            } else {
                entry.complete = false;
                refused |= 1 << at;
            }
        }
        for (at, field) in record.fields.iter().enumerate() {
            if field.required && refused & (1 << at) == 0 && entry.is_empty(at) {
                entry.missing(at, problems);
            }
        }
        entry
    }

    /// The text of a field.
    pub(super) fn text(&self, name: &str) -> Option<&'n str> {
        self.node(name).and_then(Node::text)
    }

    /// An owned text of a field.
    pub(super) fn boxed(&self, name: &str) -> Option<Box<str>> {
        self.text(name).map(Into::into)
    }

    /// The texts of a field that takes one or a list.
    pub(super) fn texts(&self, name: &str) -> impl Iterator<Item = &'n str> + use<'n, 't> {
        self.nodes(name).iter().filter_map(Node::text)
    }

    /// The nodes of a field that takes one or a list.
    pub(super) fn nodes(&self, name: &str) -> &'n [Node<'t>] {
        match self.node(name) {
            Some(node) => match &node.content {
                Content::List(items) => items,
                _ => std::slice::from_ref(node),
            },
            None => &[],
        }
    }

    /// Owned texts of a field.
    pub(super) fn boxed_texts(&self, name: &str) -> Box<[Box<str>]> {
        self.texts(name).map(Into::into).collect()
    }

    /// What a field that takes one of a few words says, as `of` reads them.
    pub(super) fn choice<T>(&self, name: &str, of: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        self.text(name).and_then(of)
    }

    /// Whether a field says yes.
    pub(super) fn says_yes(&self, name: &str) -> Option<bool> {
        self.text(name)
            .map(|text| text.eq_ignore_ascii_case("yes") || text.eq_ignore_ascii_case("true"))
    }

    /// The days of a field that holds a date; a relative date or none at all is reported.
    pub(super) fn days(&self, name: &str, problems: &mut Problems) -> Option<Intervals<Day>> {
        let text = self.text(name)?;
        let span = self.node(name)?.span;
        match value::read_text(text, Kind::Date, &Context::default()) {
            Ok(value) => match value.extent.days() {
                Some(days) => return Some(days),
                None => problems.add(
                    Code::BadDate,
                    span,
                    format!(
                        "`{}` counts from another day, and nothing tells from which",
                        cut(text)
                    ),
                    "Write a date such as 2018-06-06, June 2018 or 2018.",
                ),
            },
            Err(refusal) => problems.add(Code::BadDate, span, refusal.why, refusal.hint),
        }
        None
    }

    /// The node of a field.
    pub(super) fn node(&self, name: &str) -> Option<&'n Node<'t>> {
        // Whoever reads a record asks for its fields nearly in their order.
        let (before, after) = self.record.fields.split_at(self.last.get());
        let is_meant = |field: &Field| field.name == name;
        let behind = after.iter().position(is_meant).map(|at| before.len() + at);
        let at = behind.or_else(|| before.iter().position(is_meant))?;
        self.last.set(at);
        let (_, node) = self.found[at]?;
        (node.content != Content::Missing).then_some(node)
    }

    /// Where the value of a field stands, else the record.
    pub(super) fn span_of(&self, name: &str) -> Span {
        self.node(name).map_or(self.span, |node| node.span)
    }

    /// Whether every field is missing or empty.
    pub(super) fn is_blank(&self) -> bool {
        (0..self.found.len()).all(|at| self.is_empty(at))
    }

    /// Whether a field is missing or empty.
    fn is_empty(&self, at: usize) -> bool {
        self.found[at].is_none_or(|(_, node)| match &node.content {
            Content::Missing => true,
            Content::Text(text) => trimmed(text).is_empty(),
            Content::List(_) | Content::Map(_) | Content::Refused => false,
        })
    }

    fn missing(&mut self, at: usize, problems: &mut Problems) {
        let name = self.record.fields[at].name;
        let what = self.record.what;
        self.complete = false;
        match self.found[at] {
            Some((key, _)) => problems.add(
                Code::MissingField,
                key.span,
                format!("`{name}` is empty"),
                format!("Write something after `{name}:`."),
            ),
            None => problems.add(
                Code::MissingField,
                self.span,
                format!("{what} needs `{name}`, and this one has none"),
                format!("Add a line `{name}: ...`."),
            ),
        }
    }
}

impl<'t> Node<'t> {
    /// The text of a scalar, without space around it.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(trimmed(text)),
            _ => None,
        }
    }
}

/// A text without space around it, of which nearly none has any.
fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

fn names(record: &'static Record) -> impl Iterator<Item = &'static str> + Clone {
    record.fields.iter().map(|field| field.name)
}

/// Whether a key is the rest of a text that a comma inside `{ }` cut off: unknown, without a value, on
/// the text's line.
fn is_cut_off(record: &Record, text: &Node<'_>, key: &Key<'_>, value: &Node<'_>) -> bool {
    value.content == Content::Missing
        && text.text().is_some()
        && text.span.spot.line == key.span.spot.line
        && find(record, &key.text).is_none()
        && unspaced::find(&key.text).is_none()
}

fn find(record: &Record, key: &str) -> Option<usize> {
    let position = |key: &str| record.fields.iter().position(|field| field.name == key);
    position(key).or_else(|| position(&plain(key)))
}

/// A key with spaces between its words.
pub(super) fn plain(key: &str) -> Cow<'_, str> {
    if key.contains(['_', '-']) {
        key.replace(['_', '-'], " ").into()
    } else {
        key.into()
    }
}

/// Whether what was meant for a list is one text, for want of spaces behind its dashes; reports them.
fn is_dashed(field: &Field, key: &Key<'_>, node: &Node<'_>, problems: &mut Problems) -> bool {
    let takes_list = matches!(field.shape, Shape::Texts | Shape::Value | Shape::Mixed(_));
    match &node.content {
        Content::Text(text) if takes_list && key.span.spot.line < node.span.spot.line => {
            unspaced::report_dashes(text, node.span.spot, problems)
        }
        _ => false,
    }
}

/// Whether a node has the shape of its field; reports it where it has not.
fn fits(field: &Field, node: &Node<'_>, problems: &mut Problems) -> bool {
    if node.content == Content::Missing {
        return true;
    }
    let what = format_args!("`{}`", field.name);
    let expected = match (field.shape, &node.content) {
        (_, Content::Refused) => return false,
        (Shape::Text | Shape::Texts, Content::Text(_)) => return true,
        (Shape::Choice(words), Content::Text(text)) => {
            return chosen(field, words, text, node, problems);
        }
        (Shape::YesNo, Content::Text(text)) => return chosen(field, YES_NO, text, node, problems),
        (Shape::Texts, Content::List(items)) => return all_texts(field, items, problems),
        // These have readers of their own, which report what does not fit.
        (
            Shape::Value | Shape::Record(_) | Shape::Records(_) | Shape::Mixed(_) | Shape::Named(_),
            _,
        )
        | (Shape::Qualifiers, Content::Map(_))
        | (Shape::TextOr(_), Content::Text(_) | Content::Map(_)) => return true,
        (Shape::Text | Shape::TextOr(_), _) => "a text",
        (Shape::Texts, _) => "a text or a list of texts",
        (Shape::Choice(_) | Shape::YesNo, _) => "one word",
        (Shape::Qualifiers, _) => "a map of names and texts",
    };
    wrong_type(&what.to_string(), expected, node, problems);
    false
}

fn all_texts(field: &Field, items: &[Node<'_>], problems: &mut Problems) -> bool {
    let mut fit = true;
    for item in items {
        if !matches!(item.content, Content::Text(_)) {
            wrong_type(
                &format!("an item of `{}`", field.name),
                "a text",
                item,
                problems,
            );
            fit = false;
        }
    }
    fit
}

fn chosen(
    field: &Field,
    words: &'static [&'static str],
    text: &str,
    node: &Node<'_>,
    problems: &mut Problems,
) -> bool {
    let text = text.trim();
    if words.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        return true;
    }
    let listed = words.join(", ");
    let hint = match nearest(text, words.iter().copied()) {
        Some(word) => format!("Did you mean `{word}`? Write one of {listed}."),
        None => format!("Write one of {listed}."),
    };
    problems.add(
        Code::BadChoice,
        node.span,
        format!(
            "`{}` is none of the words that `{}` takes",
            cut(text),
            field.name
        ),
        hint,
    );
    false
}
