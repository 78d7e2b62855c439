//! Vocabularies: sources, entities, properties and rules.

use super::constraint;
use super::mistakes::{cut, wrong_type};
use super::problems::Problems;
use super::record::{Entry, Field, Record, Shape};
use super::yaml::{Content, Key, Node};
use crate::diagnostic::Code;
use crate::model::{
    Changes, Entity, EntityKind, Importance, Property, Rule, Source, Term, Vocabulary,
};
use crate::value::{KINDS, Kind, Unit};

/// A member of `sources:`.
pub(super) const SOURCE: Record = Record {
    what: "a source",
    fields: &[Field::optional("aliases", Shape::Texts, "its other names").like(&["ACS"])],
};

/// A member of `entities:`.
pub(super) const ENTITY: Record = Record {
    what: "an entity",
    fields: &[
        Field::optional(
            "kind",
            Shape::Choice(EntityKind::WORDS),
            "what sort of thing it is",
        ),
        Field::optional("aliases", Shape::Texts, "its other names").like(&["ACS"]),
        Field::optional(
            "part of",
            Shape::Text,
            "the entity that it belongs to or lies in",
        )
        .like(&["Port Alden"]),
        Field::optional(
            "distinct from",
            Shape::Texts,
            "entities that it must not be taken for",
        )
        .like(&["Ann Leigh"]),
        Field::optional("date", Shape::Text, "for an event: when it happened")
            .like(&["2024-03-04"]),
    ],
};

/// A member of `properties:`.
pub(super) const PROPERTY: Record = Record {
    what: "a property",
    fields: &[
        Field::optional(
            "question",
            Shape::Text,
            "the question that its claims answer",
        )
        .like(&["How many people were hurt?"]),
        Field::optional("kind", Shape::Choice(&KIND_NAMES), "the kind of its values"),
        Field::optional("unit", Shape::Text, "the unit of bare figures").like(&["year"]),
        Field::optional("age", Shape::YesNo, "whether bare figures are ages"),
        Field::optional("aliases", Shape::Texts, "its other labels").like(&["ACS"]),
        Field::optional(
            "importance",
            Shape::Choice(Importance::WORDS),
            "how an error here ranks",
        ),
        Field::optional("terms", Shape::Named(&TERM), "its terms"),
        Field::optional(
            "exclusive",
            Shape::YesNo,
            "whether only one of its terms can hold",
        ),
        Field::optional(
            "changes",
            Shape::Choice(Changes::WORDS),
            "whether it changes over time",
        ),
    ],
};

/// A member of `terms:`.
pub(super) const TERM: Record = Record {
    what: "a term",
    fields: &[
        Field::optional("aliases", Shape::Texts, "its other names").like(&["ACS"]),
        Field::optional(
            "broader",
            Shape::Text,
            "the term that it is a more precise form of",
        )
        .like(&["officer"]),
    ],
};

/// A member of `rules:`.
pub(super) const RULE: Record = Record {
    what: "a rule",
    fields: &[
        Field::required("name", Shape::Text, "what reports call it")
            .like(&["released after sentenced"]),
        Field::optional("holds", Shape::Text, "what always holds").like(&["sentenced <= released"]),
        Field::optional("usually", Shape::Text, "in its place: what holds as a rule")
            .like(&["time served <= sentence"]),
        Field::optional("slack", Shape::Text, "how far it may be missed").like(&["1 day"]),
    ],
};

/// The names of the kinds of values, from their own table.
const KIND_NAMES: [&str; KINDS.len()] = {
    let mut names = [""; KINDS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = KINDS[at].name;
        at += 1;
    }
    names
};

/// Reads a member of `sources:`.
pub(super) fn source(
    key: &Key<'_>,
    node: &Node<'_>,
    into: &mut Vocabulary,
    problems: &mut Problems,
) {
    if let Some(entry) = declaration(&SOURCE, key, node, problems) {
        into.sources.push(Source {
            name: key.text.trim().into(),
            aliases: entry.boxed_texts("aliases"),
            place: problems.place(key.span),
        });
    }
}

/// Reads a member of `entities:`.
pub(super) fn entity(
    key: &Key<'_>,
    node: &Node<'_>,
    into: &mut Vocabulary,
    problems: &mut Problems,
) {
    if let Some(entry) = declaration(&ENTITY, key, node, problems) {
        into.entities.push(Entity {
            name: key.text.trim().into(),
            kind: entry.choice("kind", EntityKind::from_word),
            aliases: entry.boxed_texts("aliases"),
            part_of: entry.boxed("part of"),
            distinct_from: entry.boxed_texts("distinct from"),
            date: entry.days("date", problems),
            place: problems.place(key.span),
        });
    }
}

/// Reads a member of `properties:`.
pub(super) fn property(
    key: &Key<'_>,
    node: &Node<'_>,
    into: &mut Vocabulary,
    problems: &mut Problems,
) {
    if let Some(entry) = declaration(&PROPERTY, key, node, problems) {
        into.properties.push(Property {
            name: key.text.trim().into(),
            question: entry.boxed("question"),
            kind: entry.choice("kind", |name| Kind::from_name(&name.to_ascii_lowercase())),
            unit: unit(&entry, problems),
            age: entry.says_yes("age").unwrap_or(false),
            aliases: entry.boxed_texts("aliases"),
            importance: entry
                .choice("importance", Importance::from_word)
                .unwrap_or_default(),
            terms: entry
                .node("terms")
                .map(|node| terms(node, problems))
                .unwrap_or_default(),
            exclusive: entry.says_yes("exclusive").unwrap_or(true),
            changes: entry
                .choice("changes", Changes::from_word)
                .unwrap_or_default(),
            place: problems.place(key.span),
        });
    }
}

/// Reads a member of `rules:`.
pub(super) fn rule(node: &Node<'_>, into: &mut Vocabulary, problems: &mut Problems) {
    let Some(entry) = Entry::read(&RULE, node, problems) else {
        return;
    };
    let said = |key| entry.boxed(key).filter(|text| !text.is_empty());
    let (key, holds) = match (said("holds"), said("usually")) {
        (Some(holds), None) => ("holds", holds),
        (None, Some(usually)) => ("usually", usually),
        (Some(_), Some(_)) => {
            return problems.add(
                Code::DuplicateField,
                entry.span_of("usually"),
                "a rule holds always or usually, and this one says both",
                "Keep `holds` for what has no exception, or `usually` for what may have one.",
            );
        }
        // A key that could not be read is reported already.
        (None, None) if !entry.complete => return,
        (None, None) => {
            return problems.add(
                Code::MissingField,
                entry.span,
                "a rule needs `holds` or `usually`, and this one has neither",
                "Add `holds:` and what must hold, like `convicted <= sentenced`; write `usually:` for what may have an exception.",
            );
        }
    };
    let (true, Some(name)) = (entry.complete, entry.boxed("name")) else {
        return;
    };
    match constraint::read(&holds) {
        Ok(constraint) => into.rules.push(Rule {
            name,
            holds,
            constraint,
            usual: key == "usually",
            slack: entry.boxed("slack"),
            place: problems.place(entry.span),
        }),
        Err(refusal) => problems.add(
            Code::RuleUnreadable,
            entry.span_of(key),
            format!(
                "the rule \u{201c}{name}\u{201d} is not used: {}",
                refusal.why
            ),
            refusal.hint,
        ),
    }
}

/// A declaration; one without a map declares no more than the name.
fn declaration<'n, 't>(
    record: &'static Record,
    key: &Key<'t>,
    node: &'n Node<'t>,
    problems: &mut Problems,
) -> Option<Entry<'n, 't>> {
    if key.text.trim().is_empty() {
        problems.add(
            Code::MissingField,
            key.span,
            format!("{} needs a name, and this one has none", record.what),
            "Write its name before the colon.",
        );
        return None;
    }
    match node.content {
        Content::Missing => Some(Entry::of(record, key.span, &[], problems)),
        _ => Entry::read(record, node, problems),
    }
}

fn terms(node: &Node<'_>, problems: &mut Problems) -> Box<[Term]> {
    match &node.content {
        Content::Map(entries) => entries
            .iter()
            .filter_map(|(key, node)| {
                let entry = declaration(&TERM, key, node, problems)?;
                Some(Term {
                    name: key.text.trim().into(),
                    aliases: entry.boxed_texts("aliases"),
                    broader: entry.boxed("broader"),
                    place: problems.place(key.span),
                })
            })
            .collect(),
        Content::List(items) => items
            .iter()
            .filter_map(|item| match item.text() {
                Some(name) if !name.is_empty() => Some(Term {
                    name: name.into(),
                    aliases: Box::default(),
                    broader: None,
                    place: problems.place(item.span),
                }),
                _ => {
                    wrong_type("a term in a list", "a text", item, problems);
                    None
                }
            })
            .collect(),
        _ => {
            wrong_type(
                "`terms`",
                "a map of names, or a list of them",
                node,
                problems,
            );
            Box::default()
        }
    }
}

fn unit(entry: &Entry<'_, '_>, problems: &mut Problems) -> Option<Unit> {
    let name = entry.text("unit")?;
    let unit = Unit::from_name(name);
    if unit.is_none() {
        problems.add(
            Code::BadChoice,
            entry.span_of("unit"),
            format!("`{}` is not a unit that gainsay knows", cut(name)),
            "Write a unit such as year, day, km, kg, percent or USD.",
        );
    }
    unit
}
