//! What of an article's file is read: its text, and where each piece of it stands.

use super::about::About;

/// What counts the places of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Unit {
    /// The lines of the file.
    #[default]
    Line,
    /// The paragraphs of a page, whose lines mean nothing.
    Paragraph,
}

impl Unit {
    /// How a message calls one of them.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Paragraph => "paragraph",
        }
    }
}

/// A text, and the places of its pieces.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// The text.
    pub(super) text: String,
    /// What the file says of the article.
    pub(super) about: About,
    /// What the numbers count.
    pub(super) unit: Unit,
    /// Where each line or paragraph begins, with its number: in order.
    starts: Vec<(u32, u32)>,
}

impl Source {
    /// A text of lines.
    pub(super) fn lines(text: String) -> Self {
        let starts = line_starts(&text);
        Self {
            starts,
            text,
            about: About::default(),
            unit: Unit::Line,
        }
    }

    /// A text of which each piece is a paragraph of its own.
    pub(super) fn paragraphs(text: String) -> Self {
        let is_start = |(at, _): &(u32, u32)| {
            let mut lines = text.get(*at as usize..).unwrap_or_default().lines();
            lines.next().is_some_and(|line| !line.trim().is_empty())
        };
        let mut starts: Vec<(u32, u32)> = line_starts(&text).into_iter().filter(is_start).collect();
        for (at, (_, number)) in starts.iter_mut().enumerate() {
            *number = crate::text::number(at + 1);
        }
        Self {
            starts,
            text,
            about: About::default(),
            unit: Unit::Paragraph,
        }
    }

    /// A text put together from pieces of a file, each with the line on which it begins.
    pub(super) fn pieces(text: String, starts: Vec<(u32, u32)>) -> Self {
        Self {
            text,
            about: About::default(),
            unit: Unit::Line,
            starts,
        }
    }

    /// The same with what the file says of the article.
    pub(super) fn about(self, about: About) -> Self {
        Self { about, ..self }
    }

    /// The number of the line or paragraph in which a byte stands.
    pub(super) fn line(&self, at: u32) -> u32 {
        let next = self.starts.partition_point(|(start, _)| *start <= at);
        let start = next.checked_sub(1).and_then(|last| self.starts.get(last));
        start.map_or(1, |(_, number)| *number)
    }
}

/// Where the lines of a text begin, with their numbers.
pub(super) fn line_starts(text: &str) -> Vec<(u32, u32)> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    let starts = std::iter::once(0).chain(ends).enumerate();
    let number = crate::text::number;
    starts
        .map(|(at, start)| (number(start), number(at + 1)))
        .collect()
}
