//! What is written, the forms in which it is compared, where it stands, and how things are numbered.

use std::borrow::Cow;

pub mod files;
pub mod forest;
pub(crate) mod hidden;
pub mod id;
pub(crate) mod line;
pub mod normal;
mod number;
pub mod place;
mod shell;
pub mod slug;

pub use files::{FileId, Files};
pub(crate) use number::{number, numbered};
pub use place::{Place, Spot};
pub(crate) use shell::argument;

/// A text on one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of at most so many characters, and a sign where more of it was cut off.
pub(crate) fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}
