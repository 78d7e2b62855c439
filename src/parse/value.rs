//! The value of a claim as it stands in a file: a text, a list, `between` or `members`.

use super::mistakes::wrong_type;
use super::problems::Problems;
use super::record::{Entry, Field, Record, Shape};
use super::yaml::{Content, Node, Span};
use crate::diagnostic::Code;
use crate::value::Written;

/// The map forms of a value.
pub const VALUE: Record = Record {
    what: "a value",
    fields: &[
        Field::optional("between", Shape::Texts, "two bounds"),
        Field::optional("members", Shape::Texts, "who or what belongs to a group")
            .like(&["Ann Lee"]),
        Field::optional(
            "only",
            Shape::YesNo,
            "whether these members are all there were",
        ),
    ],
};

/// Reads a value; `None` where it is none, which is reported.
pub(super) fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Written> {
    match &node.content {
        Content::Text(text) => Some(Written::Scalar(text.trim().into())),
        Content::List(items) => members(items, false, problems),
        Content::Map(_) => map(node, problems),
        Content::Missing | Content::Refused => None,
    }
}

fn map(node: &Node<'_>, problems: &mut Problems) -> Option<Written> {
    let entry = Entry::read(&VALUE, node, problems)?;
    if !entry.complete {
        return None;
    }
    match (entry.node("between"), entry.node("members")) {
        (Some(between), None) => bounds(between, problems),
        (None, Some(list)) => {
            let only = entry.says_yes("only").unwrap_or(false);
            match &list.content {
                Content::List(items) => members(items, only, problems),
                _ => members(std::slice::from_ref(list), only, problems),
            }
        }
        _ => {
            problems.add(
                Code::WrongType,
                node.span,
                "a value that is a map has either `between` or `members`",
                "Write `{between: [5, 7]}` or `{members: [A, B], only: true}`; put a text that holds `{` into quotes.",
            );
            None
        }
    }
}

fn bounds(between: &Node<'_>, problems: &mut Problems) -> Option<Written> {
    let Content::List(items) = &between.content else {
        wrong_type("`between`", "a list of two bounds", between, problems);
        return None;
    };
    split_number(items, problems);
    if let [from, to] = items.as_slice() {
        return Some(Written::between(from.text()?.into(), to.text()?.into()));
    }
    problems.add(
        Code::WrongType,
        between.span,
        format!(
            "`between` takes two bounds, and this list has {}",
            items.len()
        ),
        "Write `{between: [5, 7]}`.",
    );
    None
}

fn members(items: &[Node<'_>], only: bool, problems: &mut Problems) -> Option<Written> {
    split_number(items, problems);
    let names = items.iter().map(|item| match item.text() {
        Some(text) if !text.is_empty() => Some(text.into()),
        _ => {
            wrong_type("a member", "a text", item, problems);
            None
        }
    });
    // Every item is looked at, so that each bad one is reported.
    let names = names.collect::<Vec<Option<Box<str>>>>();
    let names = names.into_iter().collect::<Option<Vec<_>>>()?;
    Some(Written::members(names.into(), only))
}

/// Warns of `[1,500, 1,600]`: a comma without a space after it, between figures that look like thousands.
fn split_number(items: &[Node<'_>], problems: &mut Problems) {
    let digits = |node: &Node<'_>| {
        node.text()
            .filter(|t| t.bytes().all(|b| b.is_ascii_digit()))
            .map(str::len)
    };
    for pair in items.windows(2) {
        let [left, right] = pair else { continue };
        let adjacent = left.span.spot.line == right.span.spot.line
            && left.span.spot.column as usize + left.span.length + 1
                == right.span.spot.column as usize;
        if adjacent && matches!((digits(left), digits(right)), (Some(1..=3), Some(3))) {
            let (a, b) = (
                left.text().unwrap_or_default(),
                right.text().unwrap_or_default(),
            );
            problems.add(
                Code::SplitNumber,
                Span { length: left.span.length + 1 + right.span.length, ..left.span },
                format!("`{a},{b}` are two items of this list, {a} and {b}"),
                format!("If it is one number, write '{a},{b}' in quotes or {a}{b}; if not, put a space after the comma."),
            );
        }
    }
}
