//! Files to records: what is read, in which order, and what it does not depend on.

mod any_input;
mod broken;
mod declarations;
mod divided;
mod fields;
mod folders;
mod scalars;

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::diagnostic::Diagnostic;
use gainsay::model::Corpus;
use gainsay::parse::{Inputs, load};

pub(crate) fn load_paths(paths: &[&Path]) -> (Corpus, Vec<Diagnostic>) {
    load(&Inputs {
        paths: paths.iter().map(PathBuf::from).collect(),
        stdin: None,
    })
}

fn load_text(text: &str) -> (Corpus, Vec<Diagnostic>) {
    load(&Inputs {
        paths: Vec::new(),
        stdin: Some(text.into()),
    })
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|d| d.code.name()).collect()
}

/// A claims file with one claim for each value.
fn claims(values: &[&str]) -> String {
    let claims = values
        .iter()
        .map(|value| format!("  - subject: s\n    property: p\n    value: {value}\n"));
    format!(
        "article: {{id: a}}\nclaims:\n{}",
        claims.collect::<String>()
    )
}

/// Loads texts, each a file of its own.
pub(crate) fn load_texts(texts: &[impl AsRef<str>]) -> (Corpus, Vec<Diagnostic>) {
    let names: Vec<String> = (0..texts.len()).map(|at| format!("{at}.yaml")).collect();
    let files = names.iter().zip(texts);
    let files: Vec<(&str, &str)> = files
        .map(|(name, text)| (name.as_str(), text.as_ref()))
        .collect();
    let folder = folder(&files);
    load_paths(&[folder.path()])
}

/// Writes files into a folder.
pub(crate) fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder to write to");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder to write to"))
            .expect("a folder to write to");
        fs::write(path, text).expect("a folder to write to");
    }
    folder
}

const CLAIM: &str = "claims: [{subject: s, property: p, value: v}]\n";
