//! The pieces of a file, one after the other: the whole of it, or what stands between syntax errors.

use granit_parser::{Event, Parser};

use super::builder::Builder;
use super::resume::{self, Boundary, Start};
use super::slips::{self, Slip};
use super::{Part, Span, lines};
use crate::diagnostic::Code;
use crate::parse::problems::Problems;
use crate::text::{Spot, number};

/// How deeply lists and maps may be nested; the format itself needs six levels.
const DEPTH: usize = 32;
/// After how many syntax errors the rest of a file is not read.
const SYNTAX_ERRORS: usize = 100;

/// Reads all documents of a file in which nothing is unusual. `None` where something is: what was
/// handed out until then is to be forgotten, and the file is to be [`read`] from its start.
pub(in crate::parse) fn read_usual<'t>(
    text: &'t str,
    problems: &mut Problems,
    sink: &mut dyn FnMut(Part<'t>, &mut Problems),
) -> Option<()> {
    let mut builder = Builder::new(text, problems, sink);
    lines::read(text, &mut |event, offset, span| {
        builder.last = builder.last.max(offset);
        builder.take(event, span);
    })
}

/// Whether nothing in a file is unusual, so that [`read_usual`] reads it.
pub(in crate::parse) fn is_usual(text: &str) -> bool {
    lines::read(text, &mut |_, _, _| {}).is_some()
}

/// Reads all documents of a file, reporting what is wrong with them as YAML.
pub(in crate::parse) fn read<'t>(
    text: &'t str,
    problems: &mut Problems,
    sink: &mut dyn FnMut(Part<'t>, &mut Problems),
) {
    let mut builder = Builder::new(text, problems, sink);
    let mut piece = Start::default();
    let mut errors = 0;
    let mut last_error = Spot::default();
    loop {
        let next = match read_piece(text, piece, &mut builder) {
            Ok(()) => resume::after_piece(text, piece),
            Err((slip, spot)) => {
                errors += 1;
                builder.drop_broken(spot.line);
                let understood = builder.understood();
                // What follows a refused alias on its line is part of the same slip.
                if spot != last_error && spot.line != builder.refused_line {
                    slips::syntax(&slip, spot, understood, text, builder.problems);
                }
                last_error = spot;
                if errors == SYNTAX_ERRORS {
                    too_many(spot, builder.problems);
                    None
                } else {
                    resume::after_error(text, piece, understood, builder.layout)
                }
            }
        };
        match next {
            Some(start) => {
                builder.leave(start.boundary);
                piece = start;
            }
            None => break,
        }
    }
    builder.leave(Boundary::Document);
}

/// Reads from one start to the end of its piece, or to the first syntax error.
fn read_piece<'t>(
    text: &'t str,
    piece: Start,
    builder: &mut Builder<'t, '_>,
) -> Result<(), (Slip, Spot)> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        max_buffered_comment_events: usize::MAX,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    let end = piece.end.unwrap_or(text.len());
    let goes_on_in_section = piece.boundary == Boundary::Member;
    // A piece that goes on with a document or section is wrapped in a document of its own, and in the
    // list or map that it goes on with.
    let mut is_wrapped = piece.boundary != Boundary::Document;
    builder.enter(piece.offset);
    for next in Parser::new_from_str_with_options(&text[piece.offset..end], options) {
        let (event, span) = next.map_err(|error| {
            let spot = spot(error.marker(), piece.line);
            (Slip::Yaml(error.kind().clone()), spot)
        })?;
        let offset = piece.offset + span.byte_range().map_or(0, |range| range.start);
        builder.last = builder.last.max(offset);
        let span = place(&span, piece.line);
        if let (Event::Scalar(..) | Event::DocumentStart(..), Some(odd)) =
            (&event, odd_indent(text, offset))
        {
            return Err((Slip::OddSpace(odd), span.spot));
        }
        match (&event, is_wrapped) {
            (Event::StreamStart | Event::StreamEnd, _) | (Event::DocumentStart(..), true) => {}
            (Event::DocumentStart(..), false) if goes_on_in_section => {
                // Something is indented less than the members, and more than the sections.
                return Err((Slip::Indent, span.spot));
            }
            (Event::MappingStart(..) | Event::SequenceStart(..) | Event::DocumentEnd, true) => {
                is_wrapped = false;
            }
            (Event::DocumentEnd, false) if goes_on_in_section => {}
            (Event::MappingEnd | Event::SequenceEnd, _)
                if goes_on_in_section && builder.is_between_members() => {}
            _ => builder.take(event, span),
        }
    }
    Ok(())
}

fn too_many(spot: Spot, problems: &mut Problems) {
    problems.add(
        Code::Syntax,
        Span { spot, length: 1 },
        format!("these are {SYNTAX_ERRORS} syntax errors, and the rest is not read"),
        "Correct them and check again.",
    );
}

/// The parser's span, in a piece that starts after so many lines.
fn place(span: &granit_parser::Span, lines_before: u32) -> Span {
    Span {
        spot: spot(&span.start, lines_before),
        length: span.end.index().saturating_sub(span.start.index()),
    }
}

fn spot(marker: &granit_parser::Marker, lines_before: u32) -> Spot {
    Spot {
        line: number(marker.line()).saturating_add(lines_before),
        column: number(marker.col()).saturating_add(1),
    }
}

/// The character other than a space with which a line is indented, where its first text starts at
/// that byte.
fn odd_indent(text: &str, at: usize) -> Option<char> {
    let before = &text.as_bytes()[..at];
    let blank = before
        .iter()
        .rev()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    let indent = &before[at - blank..];
    if !matches!(
        before.get((at - blank).wrapping_sub(1)),
        None | Some(b'\n' | b'\r')
    ) {
        return None;
    }
    if indent.contains(&b'\t') {
        return Some('\t');
    }
    text[at..]
        .chars()
        .next()
        .filter(|c| c.is_whitespace() && !c.is_ascii())
}
