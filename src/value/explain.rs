//! Which words of a value did what, for every kind.

use std::ops::Range;

use super::{Context, Kind, Refusal, amount, date, members, quotation, term, text, truth};

/// Some words of a value, and what they did to its reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where the words stand in the text, in bytes.
    pub span: Range<usize>,
    /// What they did, without a final stop: "almost: 0.9 N up to N".
    pub role: String,
}

/// Which words of a text did what when it is read as a kind: in their order, wider parts before those
/// within them. The part that spans the whole text says how it was taken. Linear in the text.
///
/// # Errors
///
/// Refuses what [`super::read`] refuses.
pub fn explain(text: &str, kind: Kind, cx: &Context<'_>) -> Result<Vec<Part>, Refusal> {
    match kind {
        Kind::Number | Kind::Money | Kind::Duration | Kind::Quantity => {
            amount::explain(text, kind, cx)
        }
        Kind::Date => date::explain(text, cx),
        Kind::Truth => truth::explain(text),
        Kind::Members => members::explain(text, cx),
        Kind::Term | Kind::Entity | Kind::Place => term::explain(text, kind, cx),
        Kind::Quotation => quotation::explain(text),
        Kind::Text => text::explain(text),
    }
}

/// One part for the whole text.
pub(super) fn whole(text: &str, role: impl Into<String>) -> Part {
    Part {
        span: 0..text.len(),
        role: role.into(),
    }
}

/// The part of a text that a slice of it is; `None` for another text.
pub(super) fn slice(text: &str, words: &str, role: impl Into<String>) -> Option<Part> {
    let from = (words.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let to = from.checked_add(words.len())?;
    (text.get(from..to) == Some(words)).then(|| Part {
        span: from..to,
        role: role.into(),
    })
}
