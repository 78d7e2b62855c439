//! Texts of several lines behind `|` and `>`.

use std::borrow::Cow;

use granit_parser::{Event, ScalarStyle};

use super::line::Line;
use super::{At, Reader, Span};

impl<'t, F: FnMut(Event<'t>, usize, Span)> Reader<'t, '_, F> {
    /// Reads the text whose sign stands at a byte of the line, under a key or dash at `indent`.
    pub(super) fn block(&mut self, line: Line<'t>, at: usize, indent: usize) -> Option<()> {
        let (style, is_stripped) = match line.text[at..].trim_end_matches(' ') {
            "|" => (ScalarStyle::Literal, false),
            "|-" => (ScalarStyle::Literal, true),
            ">" => (ScalarStyle::Folded, false),
            ">-" => (ScalarStyle::Folded, true),
            _ => return None,
        };
        let (mut text, at) = self.lines_of(indent, style == ScalarStyle::Folded)?;
        if !is_stripped {
            text.push('\n');
        }
        self.scalar(Cow::Owned(text), style, at);
        Some(())
    }

    /// The lines that are indented more than a key or dash, without the break of the last, and their
    /// place, which ends where the next text can start.
    fn lines_of(&mut self, outer: usize, is_folded: bool) -> Option<(String, At)> {
        let mut text = String::new();
        let mut inner = None;
        let mut first = None;
        let mut breaks = 0;
        while let Some(line) = self.lines.peek() {
            let indent = line.blank_at(0);
            let is_blank = indent == line.text.len();
            match inner {
                _ if !is_blank && indent <= outer => break,
                // Blanks before the first line and beyond the indent have rules of their own.
                None if is_blank && indent > 0 => return None,
                Some(inner) if is_blank && indent > inner => return None,
                Some(inner) if !is_blank && indent < inner => return None,
                _ => {}
            }
            self.lines.next();
            if is_blank {
                breaks += 1;
                continue;
            }
            first.get_or_insert(line.at(indent, 0));
            let content = &line.text[*inner.get_or_insert(indent)..];
            let is_plain = !content.starts_with(' ') && !content.ends_with(' ');
            if !line.is_ended || is_folded && !is_plain {
                return None;
            }
            match (text.is_empty(), is_folded, breaks) {
                (true, _, _) => {}
                (false, true, 0) => text.push(' '),
                (false, true, _) => {}
                (false, false, _) => text.push('\n'),
            }
            text.extend(std::iter::repeat_n('\n', breaks));
            breaks = 0;
            text.push_str(content);
        }
        let (offset, span) = first?;
        let next = self.lines.peek().map_or(0, |line| line.blank_at(0));
        let length = self.lines.since(offset).chars().count() + next.min(inner?);
        Some((text, (offset, Span { length, ..span })))
    }
}
