//! Rulings of editors.

use super::mistakes::{cut, wrong_type};
use super::problems::Problems;
use super::record::{Entry, Field, Record, Shape};
use super::yaml::{Content, Node};
use crate::diagnostic::Code;
use crate::model::{Considered, Decision, Ruling};
use crate::value::Day;

/// A member of `rulings:`.
pub(super) const RULING: Record = Record {
    what: "a ruling",
    fields: &[
        Field::required(
            "finding",
            Shape::Text,
            "the finding's id, or a unique beginning of it",
        )
        .like(&["51bc2975"]),
        Field::optional("about", Shape::Text, "subject and property, for people")
            .like(&["dock fire / injured"]),
        Field::required("ruling", Shape::Choice(Decision::WORDS), "what was decided"),
        Field::optional("value", Shape::Text, "which value stands").like(&["three"]),
        Field::optional("check", Shape::Text, "the check that the finding was of")
            .like(&["value-conflict"]),
        Field::optional(
            "considered",
            Shape::Mixed(&CONSIDERED),
            "the claims that were weighed: article id, space, value as written",
        )
        .like(&["harbour-post three"]),
        Field::optional("by", Shape::Text, "who decided").like(&["RK"]),
        Field::optional("date", Shape::Text, "when").like(&["2024-03-09"]),
        Field::optional("reason", Shape::Text, "why").like(&["the port counted twice"]),
        Field::optional(
            "expires",
            Shape::Text,
            "the first day on which it no longer counts",
        )
        .like(&["2025-01-01"]),
    ],
};

/// A member of `considered:` that is no mere text: a claim, with what tempered it.
const CONSIDERED: Record = Record {
    what: "a claim that was weighed",
    fields: &[
        Field::required("claim", Shape::Text, "article id, space, value as written")
            .like(&["harbour-post three"]),
        Field::optional("hedged", Shape::YesNo, "whether the article was unsure"),
        Field::optional("attribution", Shape::Texts, "whom it named for it")
            .like(&["fire service"]),
        Field::optional("said", Shape::Text, "when that was said").like(&["on Wednesday"]),
        Field::optional("when", Shape::Text, "the time for which it held").like(&["2023"]),
        Field::optional("where", Shape::Text, "the place for which it held").like(&["pier 4"]),
        Field::optional(
            "qualifiers",
            Shape::Qualifiers,
            "other limits within which it held",
        ),
    ],
};

/// Reads a ruling; `None` where a field of it cannot be read, so that a slip never silences a finding.
pub(super) fn ruling(node: &Node<'_>, problems: &mut Problems) -> Option<Ruling> {
    let entry = Entry::read(&RULING, node, problems)?;
    let errors = problems.len();
    entry.days("date", problems);
    let expires = day(&entry, "expires", problems);
    let considered = entry.nodes("considered").iter();
    let considered: Option<_> = considered.map(|node| weighed(node, problems)).collect();
    if !entry.complete || problems.len() > errors {
        return None;
    }
    Some(Ruling {
        finding: entry.boxed("finding")?,
        about: entry.boxed("about"),
        decision: entry.choice("ruling", Decision::from_word)?,
        value: entry.boxed("value"),
        check: entry.boxed("check"),
        considered: considered?,
        by: entry.boxed("by"),
        date: entry.boxed("date"),
        reason: entry.boxed("reason"),
        expires,
        place: problems.place(entry.span),
    })
}

/// A claim as a text alone, or with what tempered it.
fn weighed(node: &Node<'_>, problems: &mut Problems) -> Option<Considered> {
    if let Some(text) = node.text() {
        return Some(Considered {
            claim: text.into(),
            ..Considered::default()
        });
    }
    if !matches!(node.content, Content::Map(_)) {
        wrong_type("an item of `considered`", "a text or a map", node, problems);
        return None;
    }
    let entry = Entry::read(&CONSIDERED, node, problems)?;
    let mut limits: Vec<(Box<str>, Box<str>)> = Vec::new();
    for name in ["said", "when", "where"] {
        limits.extend(entry.boxed(name).map(|value| (name.into(), value)));
    }
    if let Some(Content::Map(others)) = entry.node("qualifiers").map(|node| &node.content) {
        for (name, value) in others {
            let Some(text) = value.text() else {
                wrong_type(&format!("`{}`", cut(&name.text)), "a text", value, problems);
                return None;
            };
            limits.push((name.text.trim().into(), text.into()));
        }
    }
    entry.complete.then_some(())?;
    Some(Considered {
        claim: entry.boxed("claim")?,
        hedged: entry.says_yes("hedged").unwrap_or_default(),
        attribution: entry.boxed_texts("attribution"),
        limits: limits.into(),
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
