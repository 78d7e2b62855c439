//! The lines of a file, and the places in them.

use super::super::Span;
use super::At;
use crate::text::{Spot, number};

/// A line without its break.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    pub text: &'t str,
    /// The byte at which it starts.
    start: usize,
    /// Its number, from 1 on.
    number: u32,
    is_ascii: bool,
    /// Whether a break follows.
    pub is_ended: bool,
}

/// The lines of a file from some line on.
pub(super) struct Lines<'t> {
    text: &'t str,
    /// Whether all of it is, so that no line need be asked.
    is_ascii: bool,
    /// The byte at which the next line starts.
    start: usize,
    /// How many lines stand before it.
    before: u32,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            is_ascii: text.is_ascii(),
            start: 0,
            before: 0,
        }
    }

    /// What stands between a byte of the file and the next line.
    pub(super) fn since(&self, offset: usize) -> &'t str {
        &self.text[offset..self.start]
    }

    /// The next line, without going past it.
    pub(super) fn peek(&self) -> Option<Line<'t>> {
        let mut ahead = Self { ..*self };
        ahead.next()
    }
}

impl<'t> Iterator for Lines<'t> {
    type Item = Line<'t>;

    fn next(&mut self) -> Option<Line<'t>> {
        let rest = self
            .text
            .get(self.start..)
            .filter(|rest| !rest.is_empty())?;
        let (text, size) = match memchr::memchr(b'\n', rest.as_bytes()) {
            Some(end) => (&rest[..end], end + 1),
            None => (rest, rest.len()),
        };
        let line = Line {
            text: text.strip_suffix('\r').unwrap_or(text),
            start: self.start,
            number: self.before.saturating_add(1),
            is_ascii: self.is_ascii || text.is_ascii(),
            is_ended: size > text.len(),
        };
        self.start += size;
        self.before = line.number;
        Some(line)
    }
}

impl Line<'_> {
    /// How many spaces stand at a byte of the line.
    pub(super) fn blank_at(&self, at: usize) -> usize {
        let rest = &self.text.as_bytes()[at..];
        rest.iter().take_while(|byte| **byte == b' ').count()
    }

    /// Whether nothing but blanks and a comment stands behind a text that ends at a byte.
    pub(super) fn ends_at(&self, end: usize) -> bool {
        let blank = self.blank_at(end);
        let rest = &self.text[end + blank..];
        rest.is_empty() || blank > 0 && rest.starts_with('#')
    }

    /// The place of a piece of the line, given in bytes.
    pub(super) fn at(&self, at: usize, size: usize) -> At {
        let (before, length) = match self.is_ascii {
            true => (at, size),
            false => {
                let count = |text: &str| text.chars().count();
                (count(&self.text[..at]), count(&self.text[at..at + size]))
            }
        };
        let span = Span {
            spot: Spot {
                line: self.number,
                column: number(before).saturating_add(1),
            },
            length,
        };
        (self.start + at, span)
    }
}

/// Whether a file has no control characters but line breaks, and none that one reader takes for a
/// break or a blank and another does not.
pub(super) fn has_only_usual_characters(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_odd = |byte: u8| byte < b' ' && byte != b'\n' || byte == 0x7f;
    // Looking at whole blocks lets the compiler look at many bytes at once.
    let mut blocks = bytes.chunks(4096);
    let has_odd = blocks.any(|block| block.iter().fold(false, |odd, byte| odd | is_odd(*byte)));
    if has_odd && !has_only_whole_breaks(bytes, is_odd) {
        return false;
    }
    text.is_ascii() || !text.chars().any(is_unusual)
}

/// Whether the odd bytes of a file are carriage returns, each before a line feed.
fn has_only_whole_breaks(bytes: &[u8], is_odd: impl Fn(u8) -> bool) -> bool {
    let mut odd = bytes.iter().enumerate().filter(|(_, byte)| is_odd(**byte));
    odd.all(|(n, byte)| *byte == b'\r' && bytes.get(n + 1) == Some(&b'\n'))
}

fn is_unusual(c: char) -> bool {
    let is_break = matches!(c, '\u{2028}' | '\u{2029}');
    let is_mark = matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    !c.is_ascii() && (c.is_control() || is_break || is_mark)
}
