//! The YAML slips of people in a hurry, in words that help them.

mod table;
mod trouble;

use granit_parser::ErrorKind;

use super::Span;
use crate::diagnostic::Code;
use crate::parse::mistakes::{cut, single_quoted};
use crate::parse::problems::Problems;
use crate::parse::unspaced::{self, named};
use crate::text::Spot;
use table::{Hint, ROWS, is_of_structure};
use trouble::Trouble;

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
    let trouble = Trouble::new(spot, last, text);
    if let Some((odd, spot)) = trouble.odd_indent(kind, text) {
        return odd_space(odd, spot, problems);
    }
    if *kind == ErrorKind::FlowMappingValueAdjacentCollection
        && let Some(slip) = unspaced::at_colon(trouble.before())
    {
        return slip.report(spot, problems);
    }
    if is_of_structure(kind) {
        let mut lines = trouble.lines(last, text);
        if let Some((slip, start)) = lines.find_map(|(line, at)| Some((unspaced::find(line)?, at)))
        {
            return slip.report(start, problems);
        }
        let mut lines = trouble.lines(last, text);
        if let Some((line, at)) = lines.find(|(line, _)| is_of_dashes(line)) {
            return other_dashes(line, at, problems);
        }
        let mut lines = trouble.lines(last, text);
        if let Some((slip, start)) =
            lines.find_map(|(line, at)| Some((unspaced::find_dash(line)?, at)))
        {
            return slip.report(start, problems);
        }
    }
    let mut rows = ROWS.iter().filter(|row| (row.of)(kind));
    let found = rows.find_map(|row| Some((row, trouble.piece(row.at)?)));
    let (code, piece, message, hint) = match (found, kind) {
        (Some((row, piece)), _) => {
            let hint = match row.hint {
                Hint::Plain(hint) => hint.to_owned(),
                Hint::Quote(hint) => format!("{hint}: {}.", single_quoted(piece.text)),
            };
            (row.code, piece, row.message.to_owned(), hint)
        }
        (None, ErrorKind::UnexpectedCharacter { character }) => {
            let piece = trouble.value.unwrap_or(trouble.point);
            let quoted = single_quoted(piece.text);
            let message = format!("a text cannot start with `{character}`");
            let hint = format!("Put the text into quotes: {quoted}.");
            (Code::Syntax, piece, message, hint)
        }
        (None, other) => {
            let message = format!("this is not YAML: {other}");
            let hint = "Correct the line; a text with special characters belongs into quotes.";
            (Code::Syntax, trouble.point, message, hint.to_owned())
        }
    };
    problems.add(code, piece.span, message, hint);
}

/// Whether a line is of dashes alone, and not of the three that divide documents.
fn is_of_dashes(line: &str) -> bool {
    let line = line.trim_end();
    line.len() > 1
        && line != "---"
        && line
            .chars()
            .all(|c| matches!(c, '-' | '–' | '—' | '‐' | '−'))
}

fn other_dashes(line: &str, spot: Spot, problems: &mut Problems) {
    let length = line.trim_end().chars().count();
    problems.add(
        Code::Syntax,
        Span { spot, length },
        "these dashes divide nothing",
        "Write three plain dashes, `---`, between two documents.",
    );
}

fn odd_space(odd: char, spot: Spot, problems: &mut Problems) {
    let what = named(odd);
    problems.add(
        Code::OddSpace,
        Span { spot, length: 1 },
        format!("this line is indented with {what}"),
        "Indent with spaces.",
    );
}
