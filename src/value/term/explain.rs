//! Which words of a term, an entity or a place did what.

use super::{Context, Kind, Polarity, Refusal, polarity};
use crate::text::normal::Form;
use crate::value::amount;
use crate::value::explain::{Part, slice};
use crate::value::members::ONLY;

/// Which words did what.
///
/// # Errors
///
/// Refuses what [`super::read`] refuses.
pub fn explain(text: &str, kind: Kind, cx: &Context<'_>) -> Result<Vec<Part>, Refusal> {
    super::read(text, kind, cx)?;
    let form = if kind == Kind::Term {
        Form::Label
    } else {
        Form::Name
    };
    parts(text, text, form, cx)
}

/// What is said of a name without a declaration; for a term that begins like an amount, how it becomes one.
fn undeclared(name: &str, form: Form) -> String {
    let role = "declared in no vocabulary: the same as itself, and not to be compared with others";
    match amount::beginning(name).filter(|_| form == Form::Label) {
        Some(amount) => format!(
            "{role}; if it is an amount, {}",
            amount::alone("write", amount)
        ),
        None => role.into(),
    }
}

/// Which words of a name did what; `text` is what the name is a part of.
pub(in crate::value) fn parts(
    name: &str,
    text: &str,
    form: Form,
    cx: &Context<'_>,
) -> Result<Vec<Part>, Refusal> {
    let declared = |name: &str| cx.scheme.and_then(|scheme| scheme.term(name));
    let meant = |name: &str| match declared(name) {
        Some(_) => None,
        None => Some(super::stands_for(name, cx).to_owned()).filter(|other| other != name),
    };
    let rest = match declared(name) {
        Some(_) => name.trim(),
        None => {
            let Polarity { rest, .. } = polarity(name, form)?;
            rest
        }
    };
    let role = match (declared(rest), meant(rest)) {
        (Some(term), _) => format!("declared: {} and all that is narrower", term.name()),
        (None, Some(name)) => format!("taken for {name}"),
        (None, None) => undeclared(rest, form),
    };
    let named = slice(text, rest, role);
    Ok(negation(text, rest).into_iter().chain(named).collect())
}

/// The words of negation, which stand before the rest.
pub(in crate::value) fn negation(text: &str, rest: &str) -> Option<Part> {
    let rest = slice(text, rest, "")?;
    let words = text.get(..rest.span.start)?.trim();
    let first = words.split_whitespace().next()?;
    // "Only" has a part of its own.
    let words = words.strip_prefix(ONLY).map_or(words, str::trim_start);
    (first != ONLY || !words.is_empty())
        .then(|| slice(text, words, "all but what follows"))
        .flatten()
}
