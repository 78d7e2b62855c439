//! The YAML slips of people in a hurry, in words that help them.

use granit_parser::ErrorKind;

use super::Span;
use crate::diagnostic::Code;
use crate::parse::mistakes::{cut, single_quoted};
use crate::parse::problems::Problems;
use crate::text::Spot;

/// What makes a piece of a file unreadable.
pub(super) enum Slip {
    /// It is not YAML.
    Yaml(ErrorKind),
    /// It is indented unlike the lines around it.
    Indent,
    /// It is indented with something other than spaces.
    OddSpace(char),
}

/// Text after ` #` was lost: a warning where the `#` is directly followed by a letter or figure.
pub(super) fn likely_comment(comment: &str, span: Span, problems: &mut Problems) {
    if comment.starts_with(char::is_alphanumeric) {
        problems.add(
            Code::LikelyComment,
            span,
            "what follows ` #` is a comment and not part of the text",
            "Put the whole text into quotes, or a space after the `#` of a comment.",
        );
    }
}

/// An alias without its anchor, most often a text that starts with `*`.
pub(super) fn unknown_alias(name: &str, span: Span, problems: &mut Problems) {
    problems.add(
        Code::AliasRefused,
        span,
        format!(
            "`*{0}` refers to an anchor `&{0}` that is not there",
            cut(name)
        ),
        format!(
            "If the text starts with a `*`, put it into quotes: '*{} ...'.",
            cut(name)
        ),
    );
}

/// A tag, most often a text that starts with `!`.
pub(super) fn refused_tag(tag: &str, span: Span, problems: &mut Problems) {
    problems.add(
        Code::TagRefused,
        span,
        format!("`{}` is a YAML tag, and tags are not read", cut(tag)),
        format!(
            "Remove it or, if the text starts with `!`, put it into quotes: '{} ...'.",
            cut(tag)
        ),
    );
}

/// A syntax error at a spot; the last byte that was understood tells where the trouble began.
pub(super) fn syntax(slip: &Slip, spot: Spot, last: usize, text: &str, problems: &mut Problems) {
    let kind = match slip {
        Slip::Yaml(kind) => kind,
        Slip::Indent => &ErrorKind::InvalidIndentation,
        Slip::OddSpace(odd) => return odd_space(*odd, spot, problems),
    };
    let line = line(text, spot.line);
    let start = Start::of(text, last, spot);
    let point = Span { spot, length: 1 };
    let value = value(line);
    let quoted = value.map_or_else(|| "'...'".to_owned(), |(_, value)| single_quoted(value));
    let value_span = value.map_or(point, |(column, value)| Span {
        spot: Spot { column, ..spot },
        length: value.chars().count(),
    });
    let starts_with = |marks: &[char]| value.is_some_and(|(_, value)| value.starts_with(marks));
    use ErrorKind as E;
    let (code, span, message, hint) = match kind {
        E::InvalidTrailingDoubleQuotedScalar | E::InvalidTrailingSingleQuotedScalar => (
            Code::LikelyQuote,
            value_span,
            "the text starts with a quote mark but goes on after the closing one".to_owned(),
            format!("Put the whole text into quotes: {quoted}."),
        ),
        E::UnclosedQuotedScalar
        | E::InvalidQuotedScalarIndent
        | E::DocumentIndicatorInQuotedScalar => (
            Code::Syntax,
            start.span,
            "a quote mark opens this text and nothing closes it".to_owned(),
            format!(
                "Close it or, if the mark belongs to the text, put the whole text into quotes: {}.",
                single_quoted(start.text)
            ),
        ),
        E::MappingValueNotAllowed | E::InvalidColonPlacement
            if value.is_some_and(|(_, value)| has_colon(value)) =>
        {
            (
                Code::LikelyColon,
                value_span,
                "a colon followed by a space makes a key, and there is one in this text".to_owned(),
                format!("Put the text into quotes: {quoted}."),
            )
        }
        E::MappingValueNotAllowed => (
            Code::Syntax,
            point,
            "this line is indented more than the one above, so it continues that text".to_owned(),
            "Indent all keys of one entry alike.".to_owned(),
        ),
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => {
            let (odd, spot) = odd_indent(text, spot).unwrap_or(('\t', spot));
            return odd_space(odd, spot, problems);
        }
        E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent | E::InvalidBlockScalarIndent
            if starts_with(&['>', '|']) =>
        {
            (
                Code::Syntax,
                value_span,
                "a text that starts with `>` or `|` is a block of lines in YAML".to_owned(),
                format!("Put the text into quotes: {quoted}."),
            )
        }
        E::UnexpectedCharacter { character } => (
            Code::Syntax,
            value_span,
            format!("a text cannot start with `{character}`"),
            format!("Put the text into quotes: {quoted}."),
        ),
        E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry | E::InvalidIndentation
            if starts_with(&['[', '{']) =>
        {
            (
                Code::Syntax,
                value_span,
                "a text that starts with `[` or `{` is a list or map in YAML, and this goes on after its end".to_owned(),
                format!("Put the text into quotes: {quoted}."),
            )
        }
        E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry | E::InvalidIndentation
            if let Some((odd, spot)) = odd_indent(line, Spot { line: 1, ..spot }) =>
        {
            let spot = Spot { line: point.spot.line, ..spot };
            return odd_space(odd, spot, problems);
        }
        E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry | E::InvalidIndentation => (
            Code::Syntax,
            point,
            "this line is indented differently from the lines that it belongs to".to_owned(),
            "Indent all keys of one entry alike, and all entries of one list.".to_owned(),
        ),
        E::SimpleKeyExpected | E::InvalidSimpleKey | E::MappingKeyNotAllowed => (
            Code::Syntax,
            point,
            "there is no key here".to_owned(),
            "Write `key: value`, with a colon and a space after the key.".to_owned(),
        ),
        E::BlockSequenceEntryNotAllowed | E::BlockEntryInFlowCollection => (
            Code::Syntax,
            point,
            "a `-` cannot start an item of a list here".to_owned(),
            "Start the list on a line of its own or, if the text starts with `-`, put it into quotes.".to_owned(),
        ),
        E::ExpectedFlowMappingSeparator
        | E::InvalidColonPlacement
        | E::MismatchedFlowCollectionEnd { .. }
        | E::UnclosedFlowCollection { .. }
            if let Some((column, value)) = colon_in_braces(line) =>
        {
            (
                Code::LikelyColon,
                Span {
                    spot: Spot { column, ..spot },
                    length: value.chars().count(),
                },
                "a colon followed by a space makes a key, and there is one in this text".to_owned(),
                format!("Put the text into quotes: {}.", single_quoted(value)),
            )
        }
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::InvalidColonPlacement
        | E::MismatchedFlowCollectionEnd { .. }
        | E::MisplacedFlowCollectionEnd => (
            Code::Syntax,
            if starts_with(&['[', '{']) { value_span } else { start.span },
            "the brackets of a list or map do not match, or a comma is missing".to_owned(),
            "Close every `[` and `{`, and put a text that holds brackets into quotes.".to_owned(),
        ),
        E::CommentInterceptedScalar => (
            Code::Syntax,
            point,
            "a comment stands in the middle of this text".to_owned(),
            "Put the text into quotes, or move the comment to a line of its own before the key.".to_owned(),
        ),
        E::RecursionLimitExceeded => (
            Code::TooDeep,
            point,
            "lists and maps are nested too deeply here".to_owned(),
            "Write the entry as the annotator's guide shows it; no entry needs so many levels.".to_owned(),
        ),
        other => (
            Code::Syntax,
            point,
            format!("this is not YAML: {other}"),
            "Correct the line; a text with special characters belongs into quotes.".to_owned(),
        ),
    };
    problems.add(code, span, message, hint);
}

fn odd_space(odd: char, spot: Spot, problems: &mut Problems) {
    let what = match odd {
        '\t' => "a tab".to_owned(),
        '\u{a0}' => "a no-break space".to_owned(),
        other => format!("the character U+{:04X}", other as u32),
    };
    problems.add(
        Code::OddSpace,
        Span { spot, length: 1 },
        format!("this line is indented with {what}"),
        "Indent with spaces.",
    );
}

/// The first character of a line's indent that is no space, at a spot or on the line after it.
fn odd_indent(text: &str, spot: Spot) -> Option<(char, Spot)> {
    let from = (spot.line as usize).saturating_sub(1);
    let lines = text.lines().zip(1..).skip(from).take(2);
    lines.into_iter().find_map(|(line, number)| {
        let indent = line.chars().take_while(|c| c.is_whitespace());
        let (column, odd) = indent
            .zip(1..)
            .map(|(c, n)| (n, c))
            .find(|(_, c)| *c != ' ')?;
        Some((
            odd,
            Spot {
                line: number,
                column,
            },
        ))
    })
}

/// The last thing that was understood, or the value after it.
struct Start<'t> {
    span: Span,
    text: &'t str,
}

impl<'t> Start<'t> {
    fn of(text: &'t str, last: usize, error: Spot) -> Self {
        let number = text[..last].matches('\n').count();
        let start = Spot::at(number + 1, 1);
        match value(line(text, start.line)) {
            Some((column, value)) if number < error.line as usize => Self {
                span: Span {
                    spot: Spot { column, ..start },
                    length: value.chars().count(),
                },
                text: value,
            },
            _ => Self {
                span: Span {
                    spot: error,
                    length: 1,
                },
                text: "...",
            },
        }
    }
}

/// A line of the file; lines count from 1.
fn line(text: &str, number: u32) -> &str {
    text.lines()
        .nth((number as usize).saturating_sub(1))
        .unwrap_or("")
}

/// The value on a line `key: value` or `- value`, and its column.
fn value(line: &str) -> Option<(u32, &str)> {
    let mut rest = line.trim_start();
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start();
    }
    if let Some((key, value)) = rest.split_once(": ")
        && !key.starts_with(['"', '\'', '[', '{'])
    {
        rest = value.trim_start();
    }
    let column = line[..line.len() - rest.len()].chars().count() + 1;
    let value = rest.split(" #").next().unwrap_or(rest).trim_end();
    (!value.is_empty()).then(|| (crate::text::number(column), value))
}

fn has_colon(value: &str) -> bool {
    !value.starts_with(['"', '\'']) && (value.contains(": ") || value.ends_with(':'))
}

/// The first value of a line `{key: value, key: value}` that holds a colon, and its column.
fn colon_in_braces(line: &str) -> Option<(u32, &str)> {
    let mut at = line.find('{')? + 1;
    while let Some(rest) = line.get(at..) {
        let end = rest.find([',', '}']).unwrap_or(rest.len());
        let (_, value) = rest[..end].split_once(": ")?;
        let text = value.trim();
        if has_colon(text) && !text.starts_with(['[', '{']) {
            let start = at + end - value.trim_start().len();
            let column = line[..start].chars().count() + 1;
            return Some((u32::try_from(column).ok()?, text));
        }
        at += end + 1;
    }
    None
}
