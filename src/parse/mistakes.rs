//! The messages that many readers of records share.

use std::borrow::Cow;

use super::article::CLAIM;
use super::format::Section;
use super::problems::Problems;
use super::record::plain;
use super::unspaced;
use super::yaml::{Content, Key, Node, Span};
use crate::diagnostic::Code;

/// Says that something of one sort was found where another belongs.
pub(super) fn wrong_type(what: &str, expected: &str, node: &Node<'_>, problems: &mut Problems) {
    let found = match &node.content {
        Content::Missing => "nothing",
        // A key that lost its space makes a text of the map or list that was meant.
        Content::Text(text) => match unspaced::find(text) {
            Some(slip) => return slip.report(node.span.spot, problems),
            None => "a text",
        },
        Content::List(_) => "a list",
        Content::Map(_) => "a map",
        Content::Refused => return,
    };
    problems.add(
        Code::WrongType,
        node.span,
        format!("{what} is {expected}, and this is {found}"),
        format!("Write {expected} here."),
    );
}

/// Says that a key is not known, which one may be meant, and which there are. Out: whether one may be.
pub(super) fn unknown_key(
    what: &str,
    names: impl Iterator<Item = &'static str> + Clone,
    key: &Key<'_>,
    problems: &mut Problems,
) -> bool {
    if let Some(slip) = unspaced::find(&key.text) {
        slip.report(key.span.spot, problems);
        return true;
    }
    let known = names
        .clone()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>();
    let meant = nearest(&plain(&key.text), names);
    let section = Section::of(&key.text).filter(|_| key.span.spot.column > 1);
    let hint = match (meant, section) {
        (Some(name), _) => format!("Did you mean `{name}`? Known are {}.", known.join(", ")),
        (None, Some(_)) => {
            "It is a key of the document: move it to the start of its line, and what stands under it with it."
                .to_owned()
        }
        (None, None) => format!("Known are {}.", known.join(", ")),
    };
    let left_out = match meant {
        Some(_) if what == CLAIM.what => ", and the claim is left out",
        _ => "",
    };
    problems.add(
        Code::UnknownField,
        key.span,
        format!("`{}` is not a key of {what}{left_out}", cut(&key.text)),
        hint,
    );
    meant.is_some()
}

/// Says that a comma inside `{ }` ended a text, and that what followed was taken for keys.
pub(super) fn likely_comma(text: &Node<'_>, rest: &[&Key<'_>], problems: &mut Problems) {
    let mut whole = text.text().unwrap_or_default().to_owned();
    let mut end = text.span.spot.column as usize + text.span.length;
    for key in rest {
        let start = key.span.spot.column as usize;
        whole.push_str(if start > end + 1 { ", " } else { "," });
        whole.push_str(&key.text);
        end = start + key.span.length;
    }
    let length = end.saturating_sub(text.span.spot.column as usize).max(1);
    problems.add(
        Code::LikelyComma,
        Span {
            length,
            ..text.span
        },
        "a comma inside `{ }` ends a text, and there is one in this text",
        format!("Put the text into quotes: {}.", single_quoted(&whole)),
    );
}

/// A text in single quotes, as YAML reads it.
pub(super) fn single_quoted(text: &str) -> String {
    format!("'{}'", cut(text).replace('\'', "''"))
}

/// Says that a key stands twice.
pub(super) fn duplicate(key: &Key<'_>, first: Span, problems: &mut Problems) {
    problems.add_related(
        Code::DuplicateField,
        key.span,
        format!("`{}` stands here a second time", cut(&key.text)),
        "Keep one of the two.",
        (first, "the first one"),
    );
}

/// For how many unknown names of a run a likely one is looked for among all names, so that many slips
/// in a large archive stay cheap.
pub(super) const SEARCHES: usize = 100;

/// The candidate that is likest to a misspelt word, if any is like it at all.
pub(super) fn nearest<'c>(
    word: &str,
    candidates: impl Iterator<Item = &'c str>,
) -> Option<&'c str> {
    const BYTES: usize = 100;
    let short = |text: &str| text.len() <= BYTES;
    candidates
        .filter(|candidate| short(word) && short(candidate))
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// A text of a file as a message shows it: long ones are cut.
pub(super) fn cut(text: &str) -> Cow<'_, str> {
    crate::text::cut(text, 60)
}
