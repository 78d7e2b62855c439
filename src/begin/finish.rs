//! Drafts that have all that a claim needs become claims: their lines move to `claims:`.

use std::collections::BTreeSet;

use super::entry::is_proposal;
use crate::diagnostic::Diagnostic;
use crate::edit::{Move, move_entries};
use crate::model::Corpus;
use crate::parse::{Branch, Form, load_text, tree};
use crate::text::line;

/// A file in which drafts became claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// Its text.
    pub text: String,
    /// How many drafts became claims.
    pub drafts: usize,
}

/// The text of a file with each draft that lacks nothing among its claims; nothing where there is none.
///
/// Comments of the annotator move along. Those that were proposed for the draft, and that nobody took over, go.
///
/// # Errors
///
/// Why the file stays as it is; a clause that follows its name.
pub fn finish(text: &str) -> Result<Option<Finished>, String> {
    let (corpus, problems) = load_text(text);
    let lines: BTreeSet<u32> = finished(&corpus).collect();
    if lines.is_empty() {
        return Ok(None);
    }
    let (_, body) = line::split_mark(text);
    let tree = tree(body).map_err(|why| format!("it is no YAML: {why}"))?;
    let line = Lines::of(body);
    let moves: Vec<Move<'_>> = (0..)
        .zip(&tree.documents)
        .filter_map(|(document, content)| {
            let is_finished = |entry: &Branch| lines.contains(&line.at(entry.range.start));
            let entries = drafts(content)?.iter().enumerate();
            let entries = entries.filter(|(_, entry)| is_finished(entry));
            let entries: Vec<usize> = entries.map(|(at, _)| at).collect();
            (!entries.is_empty()).then_some(Move {
                document,
                from: DRAFTS,
                to: "claims",
                entries,
            })
        })
        .collect();
    let drafts = moves.iter().map(|it| it.entries.len()).sum::<usize>();
    if drafts != lines.len() {
        return Err("its drafts share lines; move them by hand".into());
    }
    let moved = move_entries(text, &moves, &is_proposal)?;
    let (after, found) = load_text(&moved);
    let is_right = after.claims.len() == corpus.claims.len() + drafts
        && after.drafts.len() + drafts == corpus.drafts.len()
        && errors(&found) <= errors(&problems);
    match is_right {
        true => Ok(Some(Finished {
            text: moved,
            drafts,
        })),
        false => Err(match found.iter().find(|it| it.is_error()) {
            Some(error) => format!("as a claim it would have an error: {}", error.message),
            None => "it would not be read back".to_owned(),
        }),
    }
}

const DRAFTS: &str = "drafts";

/// The lines of the drafts that lack nothing.
fn finished(corpus: &Corpus) -> impl Iterator<Item = u32> {
    let drafts = corpus.drafts.iter();
    let finished = drafts.filter(|draft| draft.missing().next().is_none());
    finished.map(|draft| draft.place.spot.line)
}

fn errors(problems: &[Diagnostic]) -> usize {
    problems.iter().filter(|it| it.is_error()).count()
}

/// The entries of a document's list of drafts.
fn drafts(document: &Branch) -> Option<&[Branch]> {
    let (_, list) = document.entry(DRAFTS)?;
    match &list.form {
        Form::List(entries, _) => Some(entries),
        _ => None,
    }
}

/// Where the lines of a text start.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The line of a byte, from 1.
    fn at(&self, byte: usize) -> u32 {
        let before = self.0.partition_point(|end| *end < byte);
        u32::try_from(before + 1).unwrap_or(u32::MAX)
    }
}
