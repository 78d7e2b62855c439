//! Where reading goes on after a syntax error.
//!
//! In block style the text at a line's start tells what the line is: nothing inside a member can
//! stand as far left as the member itself. So the next line that is indented like a member of the
//! broken section starts the next member, one that is indented like the document's keys starts the
//! next section, and `---` starts the next document. Each step moves forward by a line at least.

use crate::text::{line, number};

/// Where a piece of a file starts, and what it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    /// The byte at which it starts: the first of a line.
    pub offset: usize,
    /// How many lines stand before it.
    pub line: u32,
    /// What starts there.
    pub boundary: Boundary,
    /// Where the piece ends, if not with the file: a section of members ends before the next section.
    pub end: Option<usize>,
    layout: Layout,
}

/// What starts at a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Boundary {
    /// A member of the section that was open.
    Member,
    /// A key of the document that was open.
    Section,
    /// A document.
    #[default]
    Document,
}

/// How far the lines of a block-style document are indented.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Layout {
    /// The document's keys.
    pub root: usize,
    /// The members of the section that is open, and whether they have keys.
    pub section: Option<(usize, bool)>,
}

impl Default for Start {
    fn default() -> Self {
        Self {
            offset: 0,
            line: 0,
            boundary: Boundary::Document,
            end: None,
            layout: Layout::default(),
        }
    }
}

/// The indent of the members of a section whose first one starts at a byte, and whether they have keys.
pub(super) fn indent_after(text: &str, at: usize, is_map: bool) -> Option<(usize, bool)> {
    let line_start = line::start(text, at);
    let line = &text[line_start..];
    let indent = line.len() - line.trim_start_matches(' ').len();
    (is_map != line[indent..].starts_with('-')).then_some((indent, is_map))
}

/// Where to go on after a piece without an error in it.
pub(super) fn after_piece(text: &str, piece: Start) -> Option<Start> {
    let end = piece.end?;
    let lines = text[piece.offset..end].matches('\n').count();
    let layout = Layout {
        section: None,
        ..piece.layout
    };
    find(text, end, piece.line + number(lines), Some(layout))
}

/// Where to go on after an error; `last` is the last byte that was understood.
pub(super) fn after_error(
    text: &str,
    piece: Start,
    last: usize,
    layout: Option<Layout>,
) -> Option<Start> {
    let last = last.max(piece.offset);
    let offset = last + text[last..].find('\n')? + 1;
    let lines = text[piece.offset..offset].matches('\n').count();
    let mut next = find(text, offset, piece.line + number(lines), layout)?;
    if next.boundary == Boundary::Member {
        let layout = Layout {
            section: None,
            ..next.layout
        };
        next.end = match piece.end {
            Some(end) => Some(end),
            None => find(text, next.offset, next.line, Some(layout)).map(|start| start.offset),
        };
        next.end.get_or_insert(text.len());
    }
    Some(next)
}

/// Whether another member, section or document starts between a member's line and a later line.
/// Lines count from 1.
pub(super) fn divides(text: &str, layout: Option<Layout>, member: u32, line: u32) -> bool {
    let count = line.saturating_sub(member) as usize;
    text.lines()
        .skip(member as usize)
        .take(count)
        .any(|line| boundary(line, layout).is_some())
}

/// The first boundary at or after a line.
fn find(text: &str, from: usize, lines_before: u32, layout: Option<Layout>) -> Option<Start> {
    let mut offset = from;
    for (n, line) in text[from..].split_inclusive('\n').enumerate() {
        if let Some(boundary) = boundary(line, layout) {
            return Some(Start {
                offset,
                line: lines_before + number(n),
                boundary,
                end: None,
                layout: layout.unwrap_or_default(),
            });
        }
        offset += line.len();
    }
    None
}

fn boundary(line: &str, layout: Option<Layout>) -> Option<Boundary> {
    let is_marker = |marker: &str| {
        line.strip_prefix(marker)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    };
    if is_marker("---") {
        return Some(Boundary::Document);
    }
    let layout = layout?;
    let content = line.trim_start_matches(' ');
    let indent = line.len() - content.len();
    let content = content.trim_end();
    if content.is_empty() || content.starts_with('#') || content.starts_with(char::is_whitespace) {
        return None;
    }
    let is_item = content == "-" || content.starts_with("- ");
    let is_key = !is_item && content.contains(':');
    match layout.section {
        Some((section, is_map))
            if indent == section && (is_key && is_map || is_item && !is_map) =>
        {
            Some(Boundary::Member)
        }
        // Nothing inside an entry stands further left than it: this is the next one, misplaced.
        Some((section, false)) if is_item && indent < section && indent > layout.root => {
            Some(Boundary::Member)
        }
        _ if indent == layout.root && is_key => Some(Boundary::Section),
        _ => None,
    }
}
