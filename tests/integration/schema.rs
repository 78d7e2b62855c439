//! The JSON Schema of the format: it takes every good file and refuses every bad shape.

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::diagnostic::Severity;
use gainsay::parse::{self, Inputs};
use gainsay::schema::{Known, schema};
use jsonschema::Validator;
use serde::Deserialize;
use serde_json::Value;

fn validator() -> Validator {
    jsonschema::validator_for(&schema(&Known::default())).expect("a valid schema")
}

/// The documents of a file, as an editor's reader of YAML has them.
fn documents(text: &str) -> Result<Vec<Value>, serde_yaml::Error> {
    serde_yaml::Deserializer::from_str(text)
        .map(Value::deserialize)
        .collect()
}

fn problems(paths: Vec<PathBuf>, stdin: Option<Vec<u8>>) -> usize {
    let (_, diagnostics) = parse::load(&Inputs { paths, stdin });
    let errors = diagnostics
        .iter()
        .filter(|problem| problem.severity() == Severity::Error);
    errors.count()
}

#[test]
fn every_file_that_is_read_without_an_error_is_valid() {
    let validator = validator();
    let mut n_valid = 0;
    for folder in ["claims", "example", "tests/fixtures"] {
        for entry in ignore::Walk::new(folder).flatten() {
            let is_yaml = |path: &Path| path.extension().is_some_and(|ending| ending == "yaml");
            if !is_yaml(entry.path()) || problems(vec![entry.path().to_owned()], None) > 0 {
                continue;
            }
            let text = fs::read_to_string(entry.path()).unwrap();
            let text = text.trim_start_matches('\u{feff}');
            for document in documents(text).unwrap_or_default() {
                let wrong = validator.iter_errors(&document).next();
                let said = wrong.map(|wrong| format!("{}: {wrong}", wrong.instance_path()));
                assert_eq!(said, None, "{}", entry.path().display());
                n_valid += 1;
            }
        }
    }
    assert!(n_valid > 100, "{n_valid}");
}

#[test]
fn what_is_read_as_text_is_valid_however_yaml_reads_it() {
    let validator = validator();
    for text in [
        "article: {id: 003, published: 1996}\nclaims:\n- {subject: 1984, property: on, value: yes}\n",
        "claims:\n- {subject: fire, property: dead, value: 3, quote: ~, hedged: no, stance: DENIES}\n",
        "claims:\n- {subject: fire, property: dead, value: {between: [5, 7]}}\n",
        "claims:\n- {subject: fire, property: heroes, value: {members: Ann, only: true}}\n",
        "article: {copy_of: wire, cites: [a, 7]}\nclaims:\n",
        "entities:\n  Ann:\n  Bo: {distinct-from: Ann}\n",
        "properties:\n  cause: {terms: [arson, accident]}\n  place: {terms: {quay: {broader: harbour}}}\n",
    ] {
        for document in documents(text).unwrap() {
            assert!(validator.is_valid(&document), "{text}");
        }
    }
}

#[test]
fn bad_shapes_are_refused_by_both() {
    let validator = validator();
    for text in [
        "claims: three\n",
        "claims: {subject: fire}\n",
        "claims:\n- three\n",
        "claims:\n- {subject: fire, property: dead}\n",
        "claims:\n- {subject: fire, property: dead, value: 3, hedge: yes}\n",
        "claims:\n- {subject: [fire], property: dead, value: 3}\n",
        "claims:\n- {subject: '', property: dead, value: 3}\n",
        "claims:\n- {subject: fire, property: dead, value: 3, stance: maybe}\n",
        "claims:\n- {subject: fire, property: dead, value: 3, hedged: perhaps}\n",
        "claims:\n- {subject: fire, property: dead, value: {between: [5]}}\n",
        "claims:\n- {subject: fire, property: dead, value: {from: 5, to: 6}}\n",
        "claims:\n- {subject: fire, property: dead, value: {members: [a], between: [5, 6]}}\n",
        "claims:\n- {subject: fire, property: dead, value: 3, qualifiers: late}\n",
        "article: harbour-post\nclaims: []\n",
        "article: {id: [a]}\nclaims: []\n",
        "article: {id: a}\nclaims: []\nproperties: {dead: {kind: count}}\n",
        "properties:\n  dead: {kind: number of people}\n",
        "properties:\n  dead: {terms: three}\n",
        "entities: [Ann]\n",
        "rules:\n- {name: order}\n",
        "rules:\n- {name: order, holds: a < b, usually: a < b}\n",
        "rulings:\n- {finding: c123}\n",
        "remarks: none\n",
        "- subject: fire\n",
    ] {
        assert!(
            problems(Vec::new(), Some(text.as_bytes().to_vec())) > 0,
            "{text}"
        );
        for document in documents(text).unwrap() {
            assert!(!validator.is_valid(&document), "{text}");
        }
    }
}

#[test]
fn names_of_a_folder_are_offered_and_limit_nothing() {
    let inputs = Inputs {
        paths: vec!["example".into()],
        stdin: None,
    };
    let (corpus, _) = parse::load(&inputs);
    let schema = schema(&Known::in_corpus(&corpus));
    let subject = &schema["$defs"]["claim"]["properties"]["subject"]["anyOf"][0]["enum"];
    let offered = subject.as_array().expect("a list of names");
    let claim = &corpus.claims[0];
    let named = corpus.symbols.text(claim.subject);
    assert!(offered.iter().any(|name| name == named), "{offered:?}");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    let other = serde_json::json!({ "claims": [{ "subject": "no such name", "property": "p", "value": 1 }] });
    assert!(validator.is_valid(&other));
}

#[test]
fn each_field_that_takes_words_has_an_example_that_is_valid_there() {
    let schema = schema(&Known::default());
    let records = schema["$defs"].as_object().unwrap();
    let mut n_examples = 0;
    for (name, record) in records {
        let Some(fields) = record["properties"].as_object() else {
            continue;
        };
        for (field, content) in fields {
            let examples = content["examples"].as_array();
            // What takes one of a few words, or a map, says itself what may stand there.
            let takes_words = content.to_string().contains("#/$defs/text")
                && !["qualifiers", "between"].contains(&field.as_str());
            let is_named = field == "terms";
            assert_eq!(
                examples.is_some(),
                takes_words && !is_named,
                "{name}: {field}: {content}"
            );
            for example in examples.into_iter().flatten() {
                let mut alone = content.clone();
                alone["$defs"] = schema["$defs"].clone();
                let validator = jsonschema::validator_for(&alone).unwrap();
                assert!(validator.is_valid(example), "{name}: {field}: {example}");
                n_examples += 1;
            }
        }
    }
    assert!(n_examples > 50, "{n_examples}");
}

#[test]
fn examples_are_read_as_what_they_show() {
    let claim = &schema(&Known::default())["$defs"]["claim"]["properties"];
    for value in claim["value"]["examples"].as_array().unwrap() {
        let text = value.as_str().unwrap();
        let claims = format!(
            "article: {{id: post}}\nclaims:\n- {{subject: a, property: b, value: {text}}}\n"
        );
        assert_eq!(problems(Vec::new(), Some(claims.into_bytes())), 0, "{text}");
    }
}
