//! Keys in their normal form: words with spaces between them, `part of` and not `part_of`.

use super::verify::Before;
use crate::parse::{Branch, Form, Record, Section, Shape, VALUE, load_text, tree};

/// The text with `_` and `-` in the keys of the format made spaces, and how many keys that are.
pub(super) fn normal(text: &str) -> (String, usize) {
    let as_it_was = || (text.to_owned(), 0);
    // A file with slips that are left has no keys to be sure of.
    let Ok(tree) = tree(text) else {
        return as_it_was();
    };
    let mut places = Vec::new();
    for document in &tree.documents {
        let Form::Map(entries, _) = &document.form else {
            continue;
        };
        for (key, value) in entries {
            if let Form::Scalar(name, _) = &key.form
                && let Some(section) = Section::of(name)
            {
                look(value, section.shape, &mut places);
            }
        }
    }
    let mut changed = text.to_owned();
    for (start, end) in &places {
        let Some(key) = text.get(*start..*end) else {
            return as_it_was();
        };
        changed.replace_range(*start..*end, &key.replace(['_', '-'], " "));
    }
    let (corpus, problems) = load_text(text);
    match Before::new(&corpus, &problems).holds_after(&changed, &[]) {
        true => (changed, places.len()),
        false => as_it_was(),
    }
}

/// Notes the bytes of each key that is written with other signs, where a shape has keys of the format.
fn look(branch: &Branch, shape: Shape, places: &mut Vec<(usize, usize)>) {
    let record = match shape {
        Shape::Value => &VALUE,
        _ => match shape.record() {
            Some(record) => record,
            None => return,
        },
    };
    match &branch.form {
        Form::List(entries, _) => entries.iter().for_each(|entry| look(entry, shape, places)),
        Form::Map(entries, _) if matches!(shape, Shape::Named(_)) => {
            entries
                .iter()
                .for_each(|(_, value)| fields(value, record, places));
        }
        _ => fields(branch, record, places),
    }
}

fn fields(branch: &Branch, record: &Record, places: &mut Vec<(usize, usize)>) {
    let Form::Map(entries, _) = &branch.form else {
        return;
    };
    for (key, value) in entries {
        let Form::Scalar(name, _) = &key.form else {
            continue;
        };
        let plain = name.replace(['_', '-'], " ");
        let Some(field) = record.fields.iter().find(|field| field.name == plain) else {
            continue;
        };
        if plain != *name {
            places.push((key.range.start, key.range.end));
        }
        look(value, field.shape, places);
    }
}
