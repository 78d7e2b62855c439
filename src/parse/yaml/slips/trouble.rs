//! Where an error of the parser is, and what stands around it.

use granit_parser::ErrorKind;

use super::table::{is_indentation, is_tab};
use crate::parse::yaml::Span;
use crate::text::{Spot, line, number};

/// What a message is about.
#[derive(Clone, Copy)]
pub(super) enum At {
    /// The value on the line, else the spot of the error.
    Value,
    /// The value on the line, if it starts with one of these.
    ValueIn(&'static [char]),
    /// The value on the line, if a colon in it makes a key.
    ValueWithColon,
    /// The first value inside braces in which a colon makes a key, if there is one.
    ColonInBraces,
    /// The last thing that was understood.
    Start,
    /// The spot of the error.
    Point,
}

/// The brackets of lists and maps.
pub(super) const BRACKETS: &[char] = &['[', '{'];

/// Where an error is, and what stands around it.
pub(super) struct Trouble<'t> {
    line: &'t str,
    /// The spot of the error.
    pub(super) point: Piece<'t>,
    /// The value on the line of the error.
    pub(super) value: Option<Piece<'t>>,
    /// The last thing that was understood, or the value after it.
    start: Piece<'t>,
}

/// So many lines are looked at before an error.
const MOST_LINES: usize = 50;

impl<'t> Trouble<'t> {
    /// The trouble at a spot; `last` is the last byte that was understood.
    pub(super) fn new(spot: Spot, last: usize, text: &'t str) -> Self {
        let on_line = |number: u32| {
            let (column, value) = value(line(text, number))?;
            let spot = Spot {
                line: number,
                column,
            };
            Some(Piece::new(spot, value))
        };
        let understood = Spot::at(text[..last].matches('\n').count() + 1, 1).line;
        let start = on_line(understood).filter(|_| understood <= spot.line);
        Self {
            line: line(text, spot.line),
            point: Piece::point(spot),
            value: on_line(spot.line),
            start: start.unwrap_or(Piece::point(spot)),
        }
    }

    /// What a message is about; `None` where the line holds no such thing.
    pub(super) fn piece(&self, at: At) -> Option<Piece<'t>> {
        match at {
            At::Value => Some(self.value.unwrap_or(self.point)),
            At::ValueIn(marks) => self.value.filter(|value| value.text.starts_with(marks)),
            At::ValueWithColon => self.value.filter(|value| has_colon(value.text)),
            At::ColonInBraces => colon_in_braces(self.line).map(|(column, value)| {
                let spot = Spot {
                    column,
                    ..self.point.span.spot
                };
                Piece::new(spot, value)
            }),
            At::Start => Some(self.start),
            At::Point => Some(self.point),
        }
    }

    /// What stands before the error on its line.
    pub(super) fn before(&self) -> &'t str {
        let count = (self.point.span.spot.column as usize).saturating_sub(1);
        let end = self.line.char_indices().nth(count);
        let end = end.map_or(self.line.len(), |(at, _)| at);
        self.line.get(..end).unwrap_or_default()
    }

    /// The lines from the last byte that was understood to the error, and where each starts.
    pub(super) fn lines(
        &self,
        last: usize,
        text: &'t str,
    ) -> impl Iterator<Item = (&'t str, Spot)> {
        let before = text.get(..last).unwrap_or_default();
        let start = line::start(text, last);
        let first = number(before.matches('\n').count()) + 1;
        let lines = text.get(start..).unwrap_or_default().lines().zip(first..);
        let end = self.point.span.spot.line;
        let lines = lines.take_while(move |(_, line)| *line <= end);
        lines
            .take(MOST_LINES)
            .map(|(text, line)| (text, Spot { line, column: 1 }))
    }

    /// What an error of indentation comes from: something other than spaces, and where it is.
    pub(super) fn odd_indent(&self, kind: &ErrorKind, text: &str) -> Option<(char, Spot)> {
        let spot = self.point.span.spot;
        if is_tab(kind) {
            return Some(odd_indent(text, spot).unwrap_or(('\t', spot)));
        }
        if !is_indentation(kind) || self.piece(At::ValueIn(BRACKETS)).is_some() {
            return None;
        }
        let (odd, found) = odd_indent(self.line, Spot { line: 1, ..spot })?;
        Some((
            odd,
            Spot {
                line: spot.line,
                ..found
            },
        ))
    }
}

/// A piece of a file that a message can be about, and its text: "..." where that is not known.
#[derive(Clone, Copy)]
pub(super) struct Piece<'t> {
    pub(super) span: Span,
    pub(super) text: &'t str,
}

impl<'t> Piece<'t> {
    /// A text that starts at a spot.
    fn new(spot: Spot, text: &'t str) -> Self {
        let length = text.chars().count();
        let span = Span { spot, length };
        Self { span, text }
    }

    /// A spot alone.
    fn point(spot: Spot) -> Self {
        let span = Span { spot, length: 1 };
        Self { span, text: "..." }
    }
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
    (!value.is_empty()).then(|| (number(column), value))
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
