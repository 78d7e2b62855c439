//! Which parts of a quote are compared, and which are not.

use super::{Refusal, stretches};
use crate::value::explain::{Part, slice, whole};

/// Which words did what.
///
/// # Errors
///
/// Refuses what [`super::read`] refuses.
pub fn explain(text: &str) -> Result<Vec<Part>, Refusal> {
    super::read(text)?;
    let role = "compared word by word; case, spacing and punctuation do not count";
    let mut parts = vec![whole(text, role)];
    let mut end = 0;
    for stretch in stretches(text) {
        let Some(Part { span, .. }) = slice(text, stretch, "") else {
            continue;
        };
        parts.extend(left_out(text, end, span.start));
        end = span.end;
    }
    parts.extend(left_out(text, end, text.len()));
    Ok(parts)
}

/// What stands between two stretches that are compared: an ellipsis, an insertion in brackets.
fn left_out(text: &str, from: usize, to: usize) -> Option<Part> {
    let words = text.get(from..to)?.trim();
    let role = if words.contains('[') {
        "put in by the article: not compared"
    } else {
        "something is left out here"
    };
    (!words.is_empty())
        .then(|| slice(text, words, role))
        .flatten()
}
