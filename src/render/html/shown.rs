//! Text from files on its way into a template.

use std::borrow::Cow;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::render::phrase;
use crate::render::untrusted::visible;

/// A text that came from a file. Hidden characters become marks here, markup is escaped by the
/// template engine: a template is given no such text in another form.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render) struct Shown<'a>(Cow<'a, str>);

impl Shown<'_> {
    /// The text, cut behind so many characters.
    pub(in crate::render) fn cut(text: &str, most: usize) -> Shown<'static> {
        let text = visible(text);
        Shown(Cow::Owned(match text.char_indices().nth(most) {
            None => text.into_owned(),
            Some(_) => {
                let kept: String = text.chars().take(most.saturating_sub(1)).collect();
                format!("{}…", kept.trim_end())
            }
        }))
    }
}

/// A part of a sentence of ours.
#[derive(Serialize)]
pub(in crate::render) struct Stretch {
    pub(super) text: Shown<'static>,
    /// Whether it is to be typed.
    pub(super) is_code: bool,
}

/// The parts of a sentence of ours.
pub(in crate::render) fn stretches(text: &str) -> Vec<Stretch> {
    let parts = phrase::with_code(text).into_iter();
    parts
        .map(|(text, is_code)| Stretch {
            text: text.to_owned().into(),
            is_code,
        })
        .collect()
}

impl<'a> From<&'a str> for Shown<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<String> for Shown<'_> {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Shown<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self(text)
    }
}

/// As a reader sees it.
impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&visible(&self.0))
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.0))
    }
}
