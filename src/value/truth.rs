//! Yes and no: one name and its complement.

use std::sync::{Arc, LazyLock};

use super::explain::{self, Part};
use super::term::{Polarity, Term, negation, polarity};
use super::{Extent, Kind, Refusal, TermSet, Value};
use crate::text::normal::Form;

/// The words of a truth value, and which it is.
const WORDS: &[(&str, bool)] = &[
    ("yes", true),
    ("no", false),
    ("true", true),
    ("false", false),
];

static YES: LazyLock<Arc<Term>> = LazyLock::new(|| Arc::new(Term::with_opposite("yes", "no")));

/// Reads yes, no, true, false, and their negations ("not true").
///
/// # Errors
///
/// Refuses every other word.
pub fn read(text: &str) -> Result<Value, Refusal> {
    let Polarity { not, rest } = polarity(text, Form::Name)?;
    let form = Form::Text.of(rest);
    let (_, yes) = WORDS
        .iter()
        .find(|(word, _)| *word == form)
        .ok_or_else(|| Refusal {
            why: format!("{text:?} is neither yes nor no"),
            hint: "Write yes or no, or declare the property with `kind: term`.".into(),
        })?;
    let set = TermSet::new(Arc::clone(&YES));
    Ok(Value {
        kind: Kind::Truth,
        extent: Extent::Terms(if *yes == not { set.negated() } else { set }),
        likely: None,
        counted: None,
        otherwise: None,
        figure: None,
        unit: None,
        hedge: None,
    })
}

/// Which words did what.
///
/// # Errors
///
/// Refuses what [`read`] refuses.
pub fn explain(text: &str) -> Result<Vec<Part>, Refusal> {
    read(text)?;
    let Polarity { not, rest } = polarity(text, Form::Name)?;
    let role = match (
        WORDS.iter().find(|(word, _)| *word == Form::Text.of(rest)),
        not,
    ) {
        (Some((_, true)), false) | (Some((_, false)), true) => "it is so",
        _ => "it is not so",
    };
    let before = negation(text, rest);
    Ok(std::iter::once(explain::whole(text, role))
        .chain(before)
        .collect())
}
