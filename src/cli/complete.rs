//! What a shell offers for the word that is being typed: ids of findings, names of checks and diagnostics.

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;

use clap_complete::engine::CompletionCandidate;

use super::usual::CLAIMS;
use crate::check::Selection;
use crate::diagnostic::CODES;
use crate::finding::{Check, Finding, Level};
use crate::parse::{self, Inputs};
use crate::render;
use crate::text::id;

/// The ids of findings, each with what it is about: of conflicts and warnings alone until something is typed.
pub(super) fn ids(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(typed) = typed.to_str() else {
        return Vec::new();
    };
    // What is no beginning of an id is the name of a check: no file needs to be read for it.
    if !typed.is_empty() && id::read(typed).is_none() {
        return Vec::new();
    }
    let inputs = Inputs {
        paths: paths(),
        stdin: None,
    };
    let (corpus, problems) = parse::load_without_texts(&inputs);
    let everything = Selection::everything(None);
    let Ok(report) = crate::examine(&corpus, problems, &everything, false) else {
        return Vec::new();
    };
    let is_offered = |finding: &&Finding| match typed {
        "" => finding.level <= Level::Warning,
        _ => finding.id.to_string().starts_with(typed),
    };
    let offered = report.findings.iter().filter(is_offered);
    offered
        .map(|finding| {
            let about = render::about(&corpus, finding);
            let about = render::visible(&about).into_owned();
            CompletionCandidate::new(finding.id.to_string()).help(Some(about.into()))
        })
        .collect()
}

/// The same, after the names of checks and, once something is typed, those of diagnostics.
pub(super) fn names_and_ids(typed: &OsStr) -> Vec<CompletionCandidate> {
    let checks = Check::ALL
        .iter()
        .map(|check| (check.name(), check.summary()));
    let codes = CODES.iter().map(|code| (code.name, code.summary));
    let codes = codes.filter(|_| !typed.is_empty());
    let starts = |name: &str| typed.to_str().is_some_and(|typed| name.starts_with(typed));
    let names = checks.chain(codes).filter(|(name, _)| starts(name));
    let names = names.map(|(name, about)| CompletionCandidate::new(name).help(Some(about.into())));
    names.chain(ids(typed)).collect()
}

/// The files and folders that stand on the command line which is typed, else the usual one.
fn paths() -> Vec<PathBuf> {
    let words = env::args_os().skip_while(|word| word != "--").skip(2);
    let named: Vec<PathBuf> = words
        .map(PathBuf::from)
        .filter(|path| path.exists())
        .collect();
    match named.is_empty() {
        true => vec![PathBuf::from(CLAIMS)],
        false => named,
    }
}
