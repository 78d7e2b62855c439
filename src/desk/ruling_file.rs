//! Appending to a file of rulings: what stands in it stays as it is, byte for byte.

use std::io;
use std::path::Path;

use crate::diagnostic::{Code, Diagnostic};
use crate::edit::{Edit, Node, Path as At, Step, block, edit};
use crate::model::{Corpus, Ruling};
use crate::parse::{Branch, Form, load_text, tree};
use crate::store::{self, Limits};
use crate::text::line;

/// Appends an entry to a file; makes the file if it is not there. Out: the
/// line on which it begins.
///
/// # Errors
///
/// A file that holds an article, that is no file of rulings or has an error, or that cannot be read
/// or written. It is then as it was. Of several runs that append at once, each waits for the one before it.
pub fn append(path: &Path, limits: &Limits, what: &str, entry: &Node) -> io::Result<u32> {
    let named = |why: String| io::Error::other(format!("cannot write {}: {why}", path.display()));
    store::update(path, limits, what, |old| {
        let old = String::from_utf8(old).map_err(|_| named("it is not UTF-8 text".into()))?;
        let new = appended(&old, entry).map_err(named)?;
        let (after, _) = load_text(&new);
        let lines = after.rulings.iter().map(|ruling| ruling.place.spot.line);
        Ok((new.into_bytes(), lines.max().unwrap_or_default()))
    })
}

/// The text of the file with one more ruling.
///
/// # Errors
///
/// As [`append`], without the name of the file.
pub(super) fn appended(old: &str, entry: &Node) -> Result<String, String> {
    let (before, problems) = load_text(old);
    accept(&before, &problems)?;
    let documents = tree(old).map_or_else(|_| Vec::new(), |tree| tree.documents);
    let at = |steps: &[&str]| At {
        document: documents.len().saturating_sub(1),
        steps: steps
            .iter()
            .map(|key| Step::Key((*key).to_owned()))
            .collect(),
    };
    let list = Node::List(vec![entry.clone()]);
    // The list that stands last goes on; where it cannot, a document of its own always can. So can it
    // where the list is in brackets, in which a ruling is hard to read.
    let goes_on = !documents.last().is_some_and(holds_brackets);
    let candidates = [
        goes_on
            .then(|| edit(old, &Edit::Append(at(&["rulings"]), entry.clone())).ok())
            .flatten(),
        edit(old, &Edit::Add(at(&[]), "rulings".to_owned(), list.clone())).ok(),
        Some(behind(old, documents.is_empty(), list)),
    ];
    candidates
        .into_iter()
        .flatten()
        .find(|text| adds_one(&before, &problems, text))
        .ok_or_else(|| "a ruling cannot be added to its end; print it and paste it".to_owned())
}

/// Whether a list of a document stands in brackets.
fn holds_brackets(document: &Branch) -> bool {
    let Form::Map(entries, _) = &document.form else {
        return false;
    };
    let mut values = entries.iter().map(|(_, value)| &value.form);
    values.any(|form| matches!(form, Form::List(_, true)))
}

/// The text with a document of rulings behind it.
fn behind(old: &str, is_first: bool, list: Node) -> String {
    let end = line::ending(old);
    let mut text = old.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(end);
    }
    let head = (!is_first).then(|| "---".to_owned());
    let rulings = Node::Map(vec![("rulings".to_owned(), list)]);
    for line in head.into_iter().chain(block(&rulings)) {
        text.push_str(&line);
        text.push_str(end);
    }
    text
}

/// Whether a file may take rulings.
fn accept(corpus: &Corpus, problems: &[Diagnostic]) -> Result<(), String> {
    let vocabulary = &corpus.vocabulary;
    let declares = !vocabulary.sources.is_empty()
        || !vocabulary.entities.is_empty()
        || !vocabulary.properties.is_empty()
        || !vocabulary.rules.is_empty();
    if !corpus.articles.is_empty() {
        return Err(
            "it holds an article, and rulings beside an article do not count; name another file"
                .into(),
        );
    }
    if let Some(error) = errors(problems).next() {
        let line = error.place.spot.line;
        return Err(format!(
            "it has an error at line {line}: {}; mend it first",
            error.message
        ));
    }
    if declares && corpus.rulings.is_empty() {
        return Err("it is a vocabulary without rulings; name another file".into());
    }
    Ok(())
}

/// Whether a text holds what the file held, and one ruling more.
fn adds_one(before: &Corpus, problems: &[Diagnostic], text: &str) -> bool {
    let (after, found) = load_text(text);
    let same = |a: &Ruling, b: &Ruling| a.finding == b.finding && a.place.spot == b.place.spot;
    let mut kept = before.rulings.iter().zip(&after.rulings);
    errors(&found).count() == 0
        && found.len() <= problems.len()
        && after.articles.is_empty()
        && after.rulings.len() == before.rulings.len() + 1
        && kept.all(|(a, b)| same(a, b))
}

/// The errors that stand in the way; that a file holds nothing yet does not.
fn errors(problems: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    problems
        .iter()
        .filter(|problem| problem.is_error() && problem.code != Code::NoClaims)
}
