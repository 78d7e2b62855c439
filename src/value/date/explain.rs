//! Which words of a date did what.

use super::grammar;
use crate::value::explain::Part;
use crate::value::{Context, Refusal};

/// Which words did what, in the order of the words; inner parts follow the ones around them.
///
/// # Errors
///
/// Refuses what [`super::read`] refuses.
pub fn explain(text: &str, cx: &Context<'_>) -> Result<Vec<Part>, Refusal> {
    let said = grammar::read(text, cx.events, grammar::Asked::Notes)?;
    let mut parts: Vec<Part> = said
        .notes
        .into_iter()
        .map(|note| Part {
            span: note.from as usize..note.to as usize,
            role: note.role,
        })
        .collect();
    parts.sort_by_key(|part| (part.span.start, std::cmp::Reverse(part.span.end)));
    parts.dedup();
    Ok(parts)
}
