//! Texts in shapes: wrapped, and cut where they would fill the picture.

use std::borrow::Cow;

use crate::diagram::{Shape, Sort};
use crate::render::untrusted::visible;

/// How wide a shape's text is, in columns.
const WIDTH: usize = 30;

/// How many lines of one text are shown.
const MOST_LINES: usize = 6;

/// How wide the text of a finding is, which is a whole argument.
const ARGUMENT: usize = 56;

/// The title with its sign, and the details, in lines.
pub(super) fn of_shape(shape: &Shape) -> (Vec<String>, Vec<String>) {
    let width = match shape.sort {
        Sort::Finding => ARGUMENT,
        _ => WIDTH,
    };
    in_lines(shape, width)
}

/// The same, in lines of about that many columns.
pub(super) fn in_lines(shape: &Shape, width: usize) -> (Vec<String>, Vec<String>) {
    let title = format!("{} {}", shape.mark.sign(), shape.title);
    let details = shape.details.iter().flat_map(|detail| lines(detail, width));
    (lines(title.trim(), width), details.collect())
}

/// The text in lines of about that many columns; of a long one, the first lines.
pub(super) fn lines(text: &str, width: usize) -> Vec<String> {
    let text = visible(text);
    // What is far too long is not wrapped to the end.
    let most: usize = width * (MOST_LINES + 1);
    let end = text
        .char_indices()
        .nth(most)
        .map_or(text.len(), |(at, _)| at);
    let wrapped = textwrap::wrap(&text[..end], textwrap::Options::new(width));
    let mut lines: Vec<String> = wrapped.into_iter().map(Cow::into_owned).collect();
    if lines.len() > MOST_LINES || end < text.len() {
        lines.truncate(MOST_LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}
