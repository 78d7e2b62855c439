//! Lists and maps in brackets, on one line.

use std::borrow::Cow;

use granit_parser::{Event, ScalarStyle, StructureStyle};

use super::line::Line;
use super::{DEPTH, Reader, Span, scalar};

impl<'t, F: FnMut(Event<'t>, usize, Span)> Reader<'t, '_, F> {
    /// Reads the list or map whose bracket stands at a byte of the line, and says where it ends.
    pub(super) fn flow(&mut self, line: Line<'t>, at: usize, depth: usize) -> Option<usize> {
        if depth + self.open.len() >= DEPTH {
            return None;
        }
        let bytes = line.text.as_bytes();
        let is_map = bytes[at] == b'{';
        let (offset, span) = line.at(at, 1);
        let (start, end, close) = if is_map {
            let start = Event::MappingStart(StructureStyle::Flow, 0, None);
            (start, Event::MappingEnd, b'}')
        } else {
            let start = Event::SequenceStart(StructureStyle::Flow, 0, None);
            (start, Event::SequenceEnd, b']')
        };
        (self.take)(start, offset, span);
        let mut next = at + 1 + line.blank_at(at + 1);
        let mut is_first = true;
        loop {
            if is_first && bytes.get(next) == Some(&close) {
                break;
            }
            is_first = false;
            if is_map {
                next = self.flow_key(line, next)?;
            }
            next = self.flow_value(line, next, depth)?;
            next += line.blank_at(next);
            match bytes.get(next)? {
                b',' => next += 1 + line.blank_at(next + 1),
                byte if *byte == close => break,
                _ => return None,
            }
        }
        self.give(end);
        Some(next + 1)
    }

    /// Reads a key, and says where its value starts.
    fn flow_key(&mut self, line: Line<'t>, at: usize) -> Option<usize> {
        let end = self.flow_scalar(line, at)?;
        let is_key = line.text[end..].starts_with(": ");
        is_key.then(|| end + 1 + line.blank_at(end + 1))
    }

    /// Reads a value, and says where it ends.
    fn flow_value(&mut self, line: Line<'t>, at: usize, depth: usize) -> Option<usize> {
        match line.text.as_bytes().get(at)? {
            b'[' | b'{' => self.flow(line, at, depth + 1),
            _ => self.flow_scalar(line, at),
        }
    }

    /// Reads a text, and says where it ends.
    fn flow_scalar(&mut self, line: Line<'t>, at: usize) -> Option<usize> {
        let (text, style, end) = match line.text.as_bytes().get(at)? {
            b'"' | b'\'' => scalar::quoted(line, at)?,
            _ => plain(line, at)?,
        };
        self.scalar(text, style, line.at(at, end - at));
        Some(end)
    }
}

/// A plain text in brackets.
fn plain<'t>(line: Line<'t>, at: usize) -> Option<scalar::Scalar<'t>> {
    let rest = &line.text[at..];
    if !scalar::starts_plain(rest) {
        return None;
    }
    let bytes = rest.as_bytes();
    let end = bytes.iter().enumerate().position(|(n, byte)| match byte {
        b',' | b'[' | b']' | b'{' | b'}' => true,
        b':' => bytes.get(n + 1).is_none_or(|next| b" ,[]{}".contains(next)),
        b'#' => n > 0 && bytes[n - 1] == b' ',
        _ => false,
    })?;
    let text = rest[..end].trim_end_matches(' ');
    Some((Cow::Borrowed(text), ScalarStyle::Plain, at + text.len()))
}
