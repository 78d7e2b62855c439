//! The format of annotation files as a JSON Schema (draft 2020-12), for editors that complete and check
//! YAML.
//!
//! It is made of the tables that the files are read with, so that it says what they say. Anything that
//! YAML takes for a number, a truth value or nothing is a text here, as it is to gainsay.

mod known;

use serde_json::{Map, Value, json};

use crate::parse::{Document, Field, Record, SECTIONS, Section, Shape, VALUE};
pub use known::Known;

/// Which edition of JSON Schema this is.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of one document of a file; `known` is offered for completion and limits nothing.
#[must_use]
pub fn schema(known: &Known) -> Value {
    let mut definitions = definitions(known);
    definitions.insert("text".to_owned(), text());
    let shared = SECTIONS
        .iter()
        .filter(|section| section.document != Document::Article);
    let refused: Map<String, Value> = shared
        .map(|section| (section.name.to_owned(), Value::Bool(false)))
        .collect();
    let of_articles = SECTIONS
        .iter()
        .filter(|section| section.document == Document::Article);
    let names: Vec<Value> = of_articles
        .map(|section| json!({ "required": [section.name] }))
        .collect();
    json!({
        "$schema": DIALECT,
        "title": "An annotation file of gainsay",
        "description": "An article with its claims, or a vocabulary, or rulings.",
        "type": "object",
        "properties": SECTIONS.iter().map(section).collect::<Map<_, _>>(),
        "additionalProperties": false,
        "minProperties": 1,
        // An article must not change how others are read.
        "if": { "anyOf": names },
        "then": { "properties": refused },
        "$defs": definitions,
    })
}

/// What stands under a top-level key.
fn section(section: &Section) -> (String, Value) {
    let mut content = shape(section.shape, &[]);
    if let (Some(record), Some(content)) = (section.record(), content.as_object_mut()) {
        let description = match section.shape {
            Shape::Record(_) => record.what.to_owned(),
            _ => format!("Each entry is {}.", record.what),
        };
        content.insert("description".to_owned(), description.into());
    }
    (section.name.to_owned(), or_nothing(content))
}

/// The records, each by its name.
fn definitions(known: &Known) -> Map<String, Value> {
    let of_sections = SECTIONS.iter().filter_map(Section::record);
    let mut waiting: Vec<&'static Record> = of_sections.chain([&VALUE]).collect();
    let mut made = Map::new();
    while let Some(record) = waiting.pop() {
        let name = name(record);
        if !made.contains_key(&name) {
            let within = record
                .fields
                .iter()
                .filter_map(|field| field.shape.record());
            waiting.extend(within);
            made.insert(name, self::record(record, known));
        }
    }
    made
}

/// Records of which one of two keys must stand, and not both.
const EITHER: &[(&str, [&str; 2])] = &[
    ("a value", ["between", "members"]),
    ("a rule", ["holds", "usually"]),
];

fn record(record: &'static Record, known: &Known) -> Value {
    let mut properties = Map::new();
    let mut spellings = Map::new();
    for field in record.fields {
        let content = self::field(record, field, &known.of(record.what, field.name));
        if field.name.contains(' ') {
            let spelling = format!("^{}$", field.name.replace(' ', "[_-]"));
            spellings.insert(spelling, content.clone());
        }
        properties.insert(field.name.to_owned(), content);
    }
    let required = record.fields.iter().filter(|field| field.required);
    let required: Vec<&str> = required.map(|field| field.name).collect();
    let mut schema = json!({
        "type": "object",
        "description": record.what,
        "properties": properties,
        "patternProperties": spellings,
        "additionalProperties": false,
        "required": required,
    });
    let mut either = EITHER.iter();
    if let (Some((_, keys)), Some(schema)) = (
        either.find(|(what, _)| *what == record.what),
        schema.as_object_mut(),
    ) {
        let one = keys.map(|key| json!({ "required": [key] }));
        schema.insert("oneOf".to_owned(), one.to_vec().into());
    }
    schema
}

/// What stands under a key of a record; `known` are texts that are offered there.
fn field(record: &Record, field: &Field, known: &[String]) -> Value {
    let content = match (record.what, field.name, field.shape) {
        ("a value", "between", _) => {
            json!({ "type": "array", "items": text_like(&[]), "minItems": 2, "maxItems": 2 })
        }
        // The terms of a property may be a mere list of their names.
        (_, _, Shape::Named(_)) => {
            json!({ "anyOf": [shape(field.shape, known), list(text_like(known))] })
        }
        _ => shape(field.shape, known),
    };
    let mut content = match field.required {
        true => content,
        false => or_nothing(content),
    };
    if let Some(content) = content.as_object_mut() {
        content.insert("description".to_owned(), field.summary.into());
        if !field.examples.is_empty() {
            content.insert("examples".to_owned(), json!(field.examples));
        }
    }
    content
}

fn shape(shape: Shape, known: &[String]) -> Value {
    match shape {
        Shape::Text => text_like(known),
        Shape::Texts => json!({ "anyOf": [text_like(known), list(text_like(known))] }),
        Shape::Choice(words) => words_of(words),
        Shape::YesNo => json!({ "anyOf": [{ "type": "boolean" }, words_of(&["yes", "no"])] }),
        Shape::Value => value(),
        Shape::Qualifiers => json!({ "type": "object", "additionalProperties": text_like(&[]) }),
        Shape::TextOr(record) => json!({ "anyOf": [text_like(known), reference(record)] }),
        Shape::Record(record) => reference(record),
        Shape::Records(record) => list(reference(record)),
        Shape::Mixed(record) => {
            let item = json!({ "anyOf": [text_like(known), reference(record)] });
            json!({ "anyOf": [text_like(known), list(item)] })
        }
        Shape::Named(record) => {
            json!({ "type": "object", "additionalProperties": or_nothing(reference(record)) })
        }
    }
}

/// A value of a claim: a text, the members of a group, or a map.
fn value() -> Value {
    json!({ "anyOf": [text_like(&[]), list(text_like(&[])), reference(&VALUE)] })
}

/// Any text; those that are known are offered.
fn text_like(known: &[String]) -> Value {
    let any = json!({ "$ref": "#/$defs/text" });
    match known {
        [] => any,
        known => json!({ "anyOf": [{ "enum": known }, any] }),
    }
}

/// What YAML takes for a number or a truth value is a text as well.
fn text() -> Value {
    json!({ "type": ["string", "number", "boolean"], "pattern": "\\S" })
}

fn list(item: Value) -> Value {
    json!({ "type": "array", "items": item })
}

/// One of a few words, in small letters or capitals.
fn words_of(words: &[&str]) -> Value {
    let any_case = |c: char| match c.is_ascii_alphabetic() {
        true => format!("[{}{}]", c.to_ascii_uppercase(), c.to_ascii_lowercase()),
        false => c.to_string(),
    };
    let patterns = words
        .iter()
        .map(|word| word.chars().map(any_case).collect());
    let patterns = patterns.collect::<Vec<String>>().join("|");
    json!({ "anyOf": [
        { "enum": words },
        { "type": "string", "pattern": format!("^\\s*({patterns})\\s*$") },
    ] })
}

/// A key may stand there without anything behind it.
fn or_nothing(content: Value) -> Value {
    json!({ "anyOf": [content, { "type": "null" }] })
}

fn reference(record: &Record) -> Value {
    json!({ "$ref": format!("#/$defs/{}", name(record)) })
}

/// What a record is called among the definitions: "a guessed date" is `guessed-date`.
fn name(record: &Record) -> String {
    let what = record
        .what
        .split_once(' ')
        .map_or(record.what, |(_, what)| what);
    what.replace(' ', "-")
}
