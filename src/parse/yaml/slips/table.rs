//! What to say of the errors of the parser, as a table.

use granit_parser::ErrorKind;
use granit_parser::ErrorKind as E;

use super::trouble::{At, BRACKETS};
use crate::diagnostic::Code;

/// What to say of some errors of the parser, where the piece of the line is there that it is about.
pub(super) struct Row {
    /// Of which errors.
    pub(super) of: fn(&ErrorKind) -> bool,
    pub(super) at: At,
    pub(super) code: Code,
    pub(super) message: &'static str,
    pub(super) hint: Hint,
}

/// What to do.
#[derive(Clone, Copy)]
pub(super) enum Hint {
    Plain(&'static str),
    /// Followed by what the message is about, in quotes.
    Quote(&'static str),
}

const fn row(
    of: fn(&ErrorKind) -> bool,
    at: At,
    code: Code,
    message: &'static str,
    hint: Hint,
) -> Row {
    Row {
        of,
        at,
        code,
        message,
        hint,
    }
}

const QUOTE: Hint = Hint::Quote("Put the text into quotes");
const COLON: &str = "a colon followed by a space makes a key, and there is one in this text";
const UNBALANCED: &str = "the brackets of a list or map do not match, or a comma is missing";
const CLOSE: Hint =
    Hint::Plain("Close every `[` and `{`, and put a text that holds brackets into quotes.");

/// The first row that fits counts.
pub(super) const ROWS: &[Row] = &[
    row(
        |kind| {
            matches!(
                kind,
                E::InvalidTrailingDoubleQuotedScalar | E::InvalidTrailingSingleQuotedScalar
            )
        },
        At::Value,
        Code::LikelyQuote,
        "the text starts with a quote mark but goes on after the closing one",
        Hint::Quote("Put the whole text into quotes"),
    ),
    row(
        |kind| {
            matches!(
                kind,
                E::UnclosedQuotedScalar
                    | E::InvalidQuotedScalarIndent
                    | E::DocumentIndicatorInQuotedScalar
            )
        },
        At::Start,
        Code::Syntax,
        "a quote mark opens this text and nothing closes it",
        Hint::Quote("Close it or, if the mark belongs to the text, put the whole text into quotes"),
    ),
    row(
        |kind| matches!(kind, E::MappingValueNotAllowed | E::InvalidColonPlacement),
        At::ValueWithColon,
        Code::LikelyColon,
        COLON,
        QUOTE,
    ),
    row(
        |kind| matches!(kind, E::MappingValueNotAllowed),
        At::Point,
        Code::Syntax,
        "this line is indented more than the one above, so it continues that text",
        Hint::Plain("Indent all keys of one entry alike."),
    ),
    row(
        |kind| {
            matches!(
                kind,
                E::InvalidBlockScalarHeader
                    | E::ZeroBlockScalarIndent
                    | E::InvalidBlockScalarIndent
            )
        },
        At::ValueIn(&['>', '|']),
        Code::Syntax,
        "a text that starts with `>` or `|` is a block of lines in YAML",
        QUOTE,
    ),
    row(
        is_indentation,
        At::ValueIn(BRACKETS),
        Code::Syntax,
        "a text that starts with `[` or `{` is a list or map in YAML, and this goes on after its end",
        QUOTE,
    ),
    row(
        is_indentation,
        At::Point,
        Code::Syntax,
        "this line is indented differently from the lines that it belongs to",
        Hint::Plain("Indent all keys of one entry alike, and all entries of one list."),
    ),
    row(
        |kind| {
            matches!(
                kind,
                E::SimpleKeyExpected | E::InvalidSimpleKey | E::MappingKeyNotAllowed
            )
        },
        At::Point,
        Code::Syntax,
        "there is no key here",
        Hint::Plain("Write `key: value`, with a colon and a space after the key."),
    ),
    row(
        |kind| {
            matches!(
                kind,
                E::BlockSequenceEntryNotAllowed | E::BlockEntryInFlowCollection
            )
        },
        At::Point,
        Code::Syntax,
        "a `-` cannot start an item of a list here",
        Hint::Plain(
            "Start the list on a line of its own or, if the text starts with `-`, put it into quotes.",
        ),
    ),
    row(
        |kind| {
            matches!(
                kind,
                E::ExpectedFlowMappingSeparator
                    | E::InvalidColonPlacement
                    | E::MismatchedFlowCollectionEnd { .. }
                    | E::UnclosedFlowCollection { .. }
            )
        },
        At::ColonInBraces,
        Code::LikelyColon,
        COLON,
        QUOTE,
    ),
    row(
        is_unbalanced,
        At::ValueIn(BRACKETS),
        Code::Syntax,
        UNBALANCED,
        CLOSE,
    ),
    row(is_unbalanced, At::Start, Code::Syntax, UNBALANCED, CLOSE),
    row(
        |kind| matches!(kind, E::CommentInterceptedScalar),
        At::Point,
        Code::Syntax,
        "a comment stands in the middle of this text",
        Hint::Plain(
            "Put the text into quotes, or move the comment to a line of its own before the key.",
        ),
    ),
    row(
        |kind| matches!(kind, E::RecursionLimitExceeded),
        At::Point,
        Code::TooDeep,
        "lists and maps are nested too deeply here",
        Hint::Plain(
            "Write the entry as the annotator's guide shows it; no entry needs so many levels.",
        ),
    ),
];

pub(super) fn is_indentation(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry | E::InvalidIndentation
    )
}

/// Whether an error is about keys, entries and indents, which a missing space moves, and not about a text in
/// quotes or a block.
pub(super) fn is_of_structure(kind: &ErrorKind) -> bool {
    is_indentation(kind)
        || matches!(
            kind,
            E::MappingValueNotAllowed
                | E::InvalidColonPlacement
                | E::SimpleKeyExpected
                | E::InvalidSimpleKey
                | E::MappingKeyNotAllowed
                | E::BlockSequenceEntryNotAllowed
                | E::CommentInterceptedScalar
        )
}

pub(super) fn is_tab(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabAtBlockScalarStart
            | E::TabInPlainScalar
    )
}

fn is_unbalanced(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        E::UnclosedFlowCollection { .. }
            | E::UnexpectedEofFlowSequence
            | E::UnexpectedEofFlowMapping
            | E::UnexpectedEofImplicitFlowMapping
            | E::ExpectedFlowMappingSeparator
            | E::ExpectedFlowSequenceSeparator
            | E::InvalidColonPlacement
            | E::MismatchedFlowCollectionEnd { .. }
            | E::MisplacedFlowCollectionEnd
    )
}
