//! Excerpts: the line of a file that something is about, with the part that is meant underlined.
//!
//! Lines come from files that anybody may have written: what a terminal would obey becomes visible.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Origin, Renderer, Snippet};

use super::visible;
use crate::text::{FileId, Files, Place};

/// How much of a long line is shown, in characters.
const LINE: usize = 240;
/// How much of it stands before the spot.
const BEFORE: usize = 60;

/// What draws excerpts, with or without colours.
pub(crate) fn renderer(color: bool) -> Renderer {
    let renderer = match color {
        true => Renderer::styled(),
        false => Renderer::plain(),
    };
    renderer.decor_style(DecorStyle::Ascii)
}

/// Adds a place and its line to a message.
pub(crate) fn shown<'a>(
    group: Group<'a>,
    place: Place,
    files: &Files,
    excerpt: Option<Excerpt>,
    (kind, label): (AnnotationKind, &str),
) -> Group<'a> {
    let path = files.path(place.file).display().to_string();
    let path = visible(&path).into_owned();
    let whole = Origin::path(path.clone());
    let origin = whole
        .clone()
        .line(place.spot.line as usize)
        .char_column(place.spot.column as usize);
    let Some(excerpt) = excerpt else {
        // What has no first line is a problem as a whole.
        let is_whole = (place.spot.line, place.spot.column) == (1, 1);
        return group.element(if is_whole { whole } else { origin });
    };
    let mut annotation = kind.span(excerpt.marked);
    if !label.is_empty() {
        annotation = annotation.label(label.to_owned());
    }
    let snippet = Snippet::source(excerpt.line)
        .line_start(place.spot.line as usize)
        .annotation(annotation);
    // The column is counted in what is shown, which is right only where that is the line as it stands.
    if excerpt.is_exact {
        group.element(snippet.path(path))
    } else {
        group.element(origin).element(snippet)
    }
}

/// A line of a file as it is shown.
pub(crate) struct Excerpt {
    line: String,
    /// The bytes to underline.
    marked: Range<usize>,
    /// Whether columns up to the mark are those of the file.
    is_exact: bool,
}

/// The text of the file of which lines were shown last, and where its lines are.
#[derive(Default)]
pub(crate) struct Texts {
    kept: Option<(FileId, String, Vec<Range<usize>>)>,
}

impl Texts {
    /// A line of a file; lines count from 1.
    fn line(&mut self, place: Place, files: &Files) -> Option<&str> {
        if self
            .kept
            .as_ref()
            .is_none_or(|(file, ..)| *file != place.file)
        {
            let text = files.text(place.file)?;
            let lines = lines(&text);
            self.kept = Some((place.file, text, lines));
        }
        let (_, text, lines) = self.kept.as_ref()?;
        let line = lines.get((place.spot.line as usize).checked_sub(1)?)?;
        text.get(line.clone())
    }

    /// The line of a place, with the part of it that is meant.
    pub(crate) fn excerpt(&mut self, place: Place, length: u32, files: &Files) -> Option<Excerpt> {
        let line = self.line(place, files)?;
        let column = (place.spot.column as usize).saturating_sub(1);
        let length = length as usize;
        let from = if column + BEFORE > LINE {
            column - BEFORE
        } else {
            0
        };
        let part =
            |from: usize, count: usize| line.chars().skip(from).take(count).collect::<String>();
        let raw = part(from, column - from);
        let before = visible(&raw);
        let marked = part(column, length.min(LINE));
        let marked = visible(&marked);
        let after = part(column + length, LINE.saturating_sub(column - from + length));
        Some(Excerpt {
            marked: before.len()..before.len() + marked.len(),
            is_exact: from == 0 && raw.chars().count() == before.chars().count(),
            line: format!("{before}{marked}{}", visible(&after)),
        })
    }
}

/// Where the lines of a text are, without their ends and the mark before the first.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let start = mark.min('\u{feff}'.len_utf8());
    let mut next = start;
    text[start..]
        .split_inclusive('\n')
        .map(|line| {
            let from = next;
            next += line.len();
            let bare = line.strip_suffix('\n').unwrap_or(line);
            let bare = bare
                .strip_suffix('\r')
                .filter(|_| bare.len() < line.len())
                .unwrap_or(bare);
            from..from + bare.len()
        })
        .collect()
}
