//! A reader of the YAML that people write in claims files, many times as fast as the parser.
//!
//! It goes by lines and knows block lists and maps, texts of one line plain and in quotes, lists and
//! maps in brackets on one line, `|` and `>` texts, comments and `---`. At anything else, and at
//! anything that is wrong, it gives up, and the parser reads that file from its start. What it hands
//! out are the parser's own events at the parser's own places; the tests hold it to that.

mod block;
mod flow;
mod line;
mod scalar;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use granit_parser::{Event, Placement, ScalarStyle, StructureStyle};

use super::Span;
use line::{Line, Lines};
use scalar::Scalar;

/// How deeply lists and maps may be nested before this reader gives up.
const DEPTH: usize = 16;

/// Reads a file and hands out its events, each with the byte at which it starts and its place.
///
/// `None` means that the file is beyond this reader: what it handed out is then worth nothing.
pub(super) fn read<'t>(text: &'t str, take: &mut impl FnMut(Event<'t>, usize, Span)) -> Option<()> {
    if !line::has_only_usual_characters(text) {
        return None;
    }
    let mut reader = Reader {
        lines: Lines::new(text),
        in_document: false,
        open: Vec::with_capacity(DEPTH),
        take,
    };
    while let Some(line) = reader.lines.next() {
        reader.line(line)?;
    }
    reader.end_document()
}

/// A list or map in block style that has started and not ended.
struct Open {
    /// How many columns stand before its items or keys.
    indent: usize,
    is_map: bool,
    /// The latest key or item, if that has no value yet.
    awaits: Option<Awaiting>,
}

/// A key or item whose value does not stand on its line.
struct Awaiting {
    /// Where it ends.
    at: At,
    /// Whether a comment stands where the value could.
    has_comment: bool,
}

/// A byte of the file and its place.
type At = (usize, Span);

struct Reader<'t, 'f, F> {
    lines: Lines<'t>,
    in_document: bool,
    open: Vec<Open>,
    take: &'f mut F,
}

impl<'t, F: FnMut(Event<'t>, usize, Span)> Reader<'t, '_, F> {
    /// Reads a line, and the lines after it that belong to a `|` or `>` text.
    fn line(&mut self, line: Line<'t>) -> Option<()> {
        let indent = line.blank_at(0);
        let rest = &line.text[indent..];
        if rest.is_empty() || rest.starts_with('#') {
            return Some(());
        }
        if indent == 0
            && matches!(
                rest.as_bytes(),
                [b'-', b'-', b'-', ..] | [b'.', b'.', b'.', ..]
            )
        {
            return self.marker(line);
        }
        if !self.in_document {
            self.start_document(line.at(indent, 0), false);
        }
        let is_item = is_item(rest);
        self.close_to(indent, is_item)?;
        match self.open.last_mut() {
            Some(top) if top.indent == indent && top.is_map != is_item => self.settle()?,
            Some(top) => {
                // What is here is the value that a key or item of the line before awaits.
                top.awaits.take()?;
                let is_outdented = top.indent == indent;
                self.start(line, indent, !is_item, is_outdented)?;
            }
            None => self.start(line, indent, !is_item, false)?,
        }
        if is_item {
            self.item(line, indent)
        } else {
            self.entry(line, indent, scalar::key(line, indent)?)
        }
    }

    /// A line that starts with three dashes or dots.
    fn marker(&mut self, line: Line<'t>) -> Option<()> {
        let rest = line.text.strip_prefix("---")?;
        let is_bare = rest.is_empty() || rest.starts_with(' ');
        let rest = rest.trim_start_matches(' ');
        if !is_bare || !(rest.is_empty() || rest.starts_with('#')) {
            return None;
        }
        if self.in_document {
            self.end_document()?;
        }
        self.start_document(line.at(0, 3), true);
        Some(())
    }

    fn start_document(&mut self, (offset, span): At, is_explicit: bool) {
        self.in_document = true;
        (self.take)(Event::DocumentStart(is_explicit, None), offset, span);
    }

    /// Ends a document; one without content is left to the parser.
    fn end_document(&mut self) -> Option<()> {
        if self.open.is_empty() {
            return None;
        }
        while !self.open.is_empty() {
            self.close()?;
        }
        self.in_document = false;
        self.give(Event::DocumentEnd);
        Some(())
    }

    /// Closes what a line with that indent cannot belong to.
    fn close_to(&mut self, indent: usize, is_item: bool) -> Option<()> {
        let had = !self.open.is_empty();
        while let Some(top) = self.open.last() {
            // The items of a list may stand as far left as the key whose value it is.
            if top.indent < indent || top.indent == indent && (top.is_map || is_item) {
                break;
            }
            self.close()?;
        }
        (self.open.is_empty() != had).then_some(())
    }

    fn close(&mut self) -> Option<()> {
        self.settle()?;
        if let Some(open) = self.open.pop() {
            self.give(if open.is_map {
                Event::MappingEnd
            } else {
                Event::SequenceEnd
            });
        }
        Some(())
    }

    /// The latest key or item has no value, if none has come. A comment in its place may have been meant
    /// as one, for which the parser has a message.
    fn settle(&mut self) -> Option<()> {
        if let Some(awaiting) = self.open.last_mut().and_then(|top| top.awaits.take()) {
            if awaiting.has_comment {
                return None;
            }
            self.scalar(Cow::Borrowed("~"), ScalarStyle::Plain, awaiting.at);
        }
        Some(())
    }

    /// A list or map starts. The parser has a list that stands as far left as its key start where the
    /// content of its first item does.
    fn start(&mut self, line: Line<'t>, at: usize, is_map: bool, is_outdented: bool) -> Option<()> {
        if self.open.len() == DEPTH {
            return None;
        }
        let start = if is_outdented {
            at + 1 + line.blank_at(at + 1)
        } else {
            at
        };
        let (offset, span) = line.at(start, 0);
        let event = if is_map {
            Event::MappingStart(StructureStyle::Block, 0, None)
        } else {
            Event::SequenceStart(StructureStyle::Block, 0, None)
        };
        (self.take)(event, offset, span);
        self.open.push(Open {
            indent: at,
            is_map,
            awaits: None,
        });
        Some(())
    }

    /// An item of a list, from its dash on; lists and maps may start on its line.
    fn item(&mut self, line: Line<'t>, dash: usize) -> Option<()> {
        let at = dash + 1 + line.blank_at(dash + 1);
        let rest = &line.text[at..];
        if at == dash + 1 {
            return self.wait(line.at(at, 0), false);
        }
        if is_item(rest) {
            self.start(line, at, false, false)?;
            return self.item(line, at);
        }
        if let Some(key) = scalar::key(line, at) {
            self.start(line, at, true, false)?;
            return self.entry(line, at, key);
        }
        // The parser places a missing value differently behind blanks: `value` leaves that to it.
        self.value(line, at, dash)
    }

    /// An entry of a map, from its key on.
    fn entry(&mut self, line: Line<'t>, at: usize, (text, style, end): Scalar<'t>) -> Option<()> {
        self.scalar(text, style, line.at(at, end - at));
        let after = end + 1;
        let value = after + line.blank_at(after);
        let rest = &line.text[value..];
        if rest.is_empty() || rest.starts_with('#') {
            return self.wait(line.at(end, 0), !rest.is_empty());
        }
        self.value(line, value, at)
    }

    /// What was read last has its value on a later line, or none.
    fn wait(&mut self, at: At, has_comment: bool) -> Option<()> {
        self.open.last_mut()?.awaits = Some(Awaiting { at, has_comment });
        Some(())
    }

    /// A value that starts on the line of its key or dash, which stands at `indent`.
    fn value(&mut self, line: Line<'t>, at: usize, indent: usize) -> Option<()> {
        match line.text.as_bytes().get(at)? {
            b'|' | b'>' => self.block(line, at, indent),
            b'[' | b'{' => {
                let end = self.flow(line, at, 0)?;
                line.ends_at(end).then_some(())
            }
            b'"' | b'\'' => {
                let (text, style, end) = scalar::quoted(line, at)?;
                self.scalar(text, style, line.at(at, end - at));
                line.ends_at(end).then_some(())
            }
            _ => {
                let end = scalar::plain(line, at)?;
                let text = Cow::Borrowed(&line.text[at..end]);
                self.scalar(text, ScalarStyle::Plain, line.at(at, end - at));
                self.comment(line, end);
                Some(())
            }
        }
    }

    /// The comment behind a plain text: it may have been meant as a part of it.
    fn comment(&mut self, line: Line<'t>, end: usize) {
        let at = end + line.blank_at(end);
        if let Some(comment) = line.text[at..].strip_prefix('#') {
            let (offset, span) = line.at(at, line.text.len() - at);
            let event = Event::Comment(Cow::Borrowed(comment), Placement::Right);
            (self.take)(event, offset, span);
        }
    }

    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, (offset, span): At) {
        (self.take)(Event::Scalar(text, style, 0, None), offset, span);
    }

    /// Hands out the end of something: nobody asks for its place.
    fn give(&mut self, event: Event<'t>) {
        (self.take)(event, 0, Span::default());
    }
}

/// Whether a text starts with the dash of a list's item.
fn is_item(text: &str) -> bool {
    text == "-" || text.starts_with("- ")
}
