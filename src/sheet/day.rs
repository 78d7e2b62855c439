//! Days of publication in cells, also those that a program guessed.

use super::cell::yaml;
use crate::edit::Node;
use crate::value::{self, Context, Kind};

/// A map that says that a date was guessed, and nothing more.
pub(super) fn guessed(node: Node) -> Option<Node> {
    guess(&node).is_some().then_some(node)
}

fn guess(node: &Node) -> Option<&str> {
    match node {
        Node::Map(entries) => match entries.as_slice() {
            [(key, Node::Text(day))] if key == "guessed" => Some(day),
            _ => None,
        },
        _ => None,
    }
}

/// Whether an article's day can be read, be it guessed or not.
///
/// # Errors
///
/// Why not, and what to write.
pub(crate) fn check_day(text: &str) -> Result<(), String> {
    let guessed = yaml(text);
    let text = guessed.as_ref().and_then(guess).unwrap_or(text);
    match value::read_text(text, Kind::Date, &Context::default()) {
        Ok(value) if value.extent.days().is_some() => Ok(()),
        Ok(_) => Err(format!(
            "\u{201c}{text}\u{201d} counts from another day; write a date such as 2018-06-06"
        )),
        Err(refusal) => Err(format!(
            "{}. {}",
            refusal.why,
            refusal.hint.trim_end_matches('.')
        )),
    }
}
