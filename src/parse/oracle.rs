//! The YAML reader against another one: every file that both accept must have the same structure and
//! the same texts.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_yaml::Value;

use super::problems::Problems;
use super::yaml::{self, Content, Key, Node, Part};
use crate::text::FileId;

#[test]
fn both_readers_agree_on_every_file() {
    let mut compared = 0;
    for folder in ["tests/fixtures", "claims"] {
        for entry in ignore::Walk::new(folder).flatten() {
            let is_yaml = entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "yaml");
            if is_yaml && entry.path().is_file() {
                compared += usize::from(agree(entry.path()));
            }
        }
    }
    assert!(compared > 20, "{compared}");
}

/// Compares the two readings of a file, unless one of the readers refuses it.
fn agree(path: &Path) -> bool {
    let text = fs::read_to_string(path).unwrap();
    let mut problems = Problems::new(FileId::from_index(0));
    let mut documents = Vec::new();
    yaml::read(&text, &mut problems, &mut |part, _| {
        collect(part, &mut documents)
    });
    let ours_fails = problems.len() > 0;
    let theirs = serde_yaml::Deserializer::from_str(&text)
        .map(Value::deserialize)
        .collect::<Result<Vec<_>, _>>();
    match theirs {
        Ok(theirs) if !ours_fails => {
            assert_eq!(documents.len(), theirs.len(), "{}", path.display());
            for (ours, theirs) in documents.iter().zip(&theirs) {
                same(ours, theirs, path);
            }
            true
        }
        Ok(_) => false,
        Err(error) => {
            // The other reader refuses keys that stand twice; here the typed loader does.
            let is_duplicate = error.to_string().contains("duplicate");
            assert!(ours_fails || is_duplicate, "{}: {error}", path.display());
            false
        }
    }
}

/// Puts the parts of a file together again.
fn collect<'t>(part: Part<'t>, documents: &mut Vec<Content<'t>>) {
    let entries = |documents: &mut Vec<Content<'t>>, key: Key<'t>, content| {
        let Some(Content::Map(entries)) = documents.last_mut() else {
            panic!("a section outside of a document");
        };
        let span = key.span;
        entries.push((key, Node { span, content }));
    };
    match part {
        Part::Document => documents.push(Content::Map(Vec::new())),
        Part::Root(node) => {
            documents.pop();
            documents.push(node.content);
        }
        Part::Section(key) => entries(documents, key, Content::Refused),
        Part::Single(key, node) => entries(documents, key, node.content),
        Part::Member(key, node) => {
            let Some(Content::Map(entries)) = documents.last_mut() else {
                panic!("a member outside of a document");
            };
            let section = &mut entries.last_mut().unwrap().1.content;
            match (key, section) {
                (Some(key), Content::Map(entries)) => entries.push((key, node)),
                (Some(key), section) => *section = Content::Map(vec![(key, node)]),
                (None, Content::List(items)) => items.push(node),
                (None, section) => *section = Content::List(vec![node]),
            }
        }
        Part::End => {}
    }
}

fn same(ours: &Content<'_>, theirs: &Value, path: &Path) {
    match (ours, theirs) {
        (Content::Missing, Value::Null) => {}
        (Content::Text(ours), Value::String(theirs)) => assert_eq!(ours, theirs),
        // Their types are those of the same text.
        (Content::Text(ours), Value::Number(_) | Value::Bool(_) | Value::Null) => {
            assert_eq!(&serde_yaml::from_str::<Value>(ours).unwrap(), theirs);
        }
        (Content::List(ours), Value::Sequence(theirs)) => {
            assert_eq!(ours.len(), theirs.len());
            for (ours, theirs) in ours.iter().zip(theirs) {
                same(&ours.content, theirs, path);
            }
        }
        (Content::Map(ours), Value::Mapping(theirs)) => {
            assert_eq!(ours.len(), theirs.len());
            for ((key, ours), (name, theirs)) in ours.iter().zip(theirs) {
                same(&Content::Text(key.text.clone()), name, path);
                same(&ours.content, theirs, path);
            }
        }
        _ => panic!("{}: {ours:?} is not {theirs:?}", path.display()),
    }
}
