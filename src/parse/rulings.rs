//! Rulings of editors.

use super::mistakes::cut;
use super::problems::Problems;
use super::record::{Entry, Field, Record, Shape};
use super::yaml::Node;
use crate::diagnostic::Code;
use crate::model::{Decision, Ruling};
use crate::value::Day;

/// A member of `rulings:`.
pub(super) const RULING: Record = Record {
    what: "a ruling",
    fields: &[
        Field::required(
            "finding",
            Shape::Text,
            "the finding's id, or a unique beginning of it",
        ),
        Field::optional("about", Shape::Text, "subject and property, for people"),
        Field::required("ruling", Shape::Choice(Decision::WORDS), "what was decided"),
        Field::optional("value", Shape::Text, "which value stands"),
        Field::optional(
            "considered",
            Shape::Texts,
            "the claims that were weighed: article id, space, value as written",
        ),
        Field::optional("by", Shape::Text, "who decided"),
        Field::optional("date", Shape::Text, "when"),
        Field::optional("reason", Shape::Text, "why"),
        Field::optional(
            "expires",
            Shape::Text,
            "the first day on which it no longer counts",
        ),
    ],
};

/// Reads a ruling; `None` where a field of it cannot be read, so that a slip never silences a finding.
pub(super) fn ruling(node: &Node<'_>, problems: &mut Problems) -> Option<Ruling> {
    let entry = Entry::read(&RULING, node, problems)?;
    let errors = problems.len();
    entry.days("date", problems);
    let expires = day(&entry, "expires", problems);
    if !entry.complete || problems.len() > errors {
        return None;
    }
    Some(Ruling {
        finding: entry.boxed("finding")?,
        about: entry.boxed("about"),
        decision: entry.choice("ruling", Decision::from_word)?,
        value: entry.boxed("value"),
        considered: entry.boxed_texts("considered"),
        by: entry.boxed("by"),
        date: entry.boxed("date"),
        reason: entry.boxed("reason"),
        expires,
        place: problems.place(entry.span),
    })
}

fn day(entry: &Entry<'_, '_>, name: &str, problems: &mut Problems) -> Option<Day> {
    let text = entry.text(name)?;
    let day = Day::from_iso(text);
    if day.is_none() {
        problems.add(
            Code::BadDate,
            entry.span_of(name),
            format!("`{}` is not a single day written YYYY-MM-DD", cut(text)),
            "Write a day such as 2027-05-21.",
        );
    }
    day
}
