//! The parse stage: files in, records and diagnostics out.
//!
//! Nothing stops at the first problem: what can be read is returned with every problem that was met.
//! Files are read on all cores; the result depends neither on their number nor on the order of the paths.

mod article;
mod constraint;
mod declarations;
mod discover;
mod document;
mod draft;
pub mod excerpt;
mod file;
mod format;
mod kept;
mod merge;
mod mistakes;
#[cfg(test)]
mod oracle;
mod problems;
mod quotes;
mod record;
mod references;
mod rulings;
mod unspaced;
mod value;
mod vocabulary;
mod yaml;

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diagnostic::{self, Diagnostic};
use crate::model::Corpus;
use crate::text::Files;
pub(crate) use file::read_bytes;
use file::{Source, read_file};
pub use format::{Document, SECTIONS, Section};
pub use kept::Kept;
pub use quotes::{About, ArticleText};
pub use record::{Field, Record, Shape};
pub use value::VALUE;
pub use yaml::{Branch, Form, Tree, tree};

/// The largest file that is read, in bytes.
pub const FILE_BYTES: u64 = 256 << 20;

/// So many files are read on all cores, while those before are put together: each brings a table of its
/// own symbols, of which an archive need not hold all.
const AT_ONCE: usize = 256;

/// What standard input is called in messages.
pub const STDIN: &str = "<stdin>";

/// What a run reads.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// Files and folders; `-` stands for standard input and is passed over here.
    pub paths: Vec<PathBuf>,
    /// What was read from standard input, where `-` was given.
    pub stdin: Option<Vec<u8>>,
}

/// Which reader of YAML a run uses. The result is the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reader {
    /// The fast one, and the parser for files that are beyond it.
    #[default]
    Lines,
    /// The parser alone.
    Parser,
}

/// Whether [`Reader::Lines`] reads a file by itself.
#[must_use]
pub fn is_usual(text: &str) -> bool {
    yaml::is_usual(text)
}

/// Reads all files of a run: articles by id, annotator and path, claims by article and then in the
/// order of the file, everything else in the order of the paths. Diagnostics are sorted.
#[must_use]
pub fn load(inputs: &Inputs) -> (Corpus, Vec<Diagnostic>) {
    load_with(Reader::default(), inputs)
}

/// The same as [`load`], but that the texts of articles are left alone: no quote is looked up.
#[must_use]
pub fn load_without_texts(inputs: &Inputs) -> (Corpus, Vec<Diagnostic>) {
    load_as(Reader::default(), Texts::LeftAlone, inputs, None, None)
}

/// The same as [`load`], for the text of one file.
#[must_use]
pub fn load_text(text: &str) -> (Corpus, Vec<Diagnostic>) {
    load(&Inputs {
        paths: Vec::new(),
        stdin: Some(text.as_bytes().to_vec()),
    })
}

/// The same as [`load`], with a reader of one's choice.
#[must_use]
pub fn load_with(reader: Reader, inputs: &Inputs) -> (Corpus, Vec<Diagnostic>) {
    load_as(reader, Texts::Read, inputs, None, None)
}

/// The same as [`load`], in which a file whose bytes are those of the run before is not read into records again,
/// nor its quotes looked up; and, with `other`, as if a file held other bytes than it does.
#[must_use]
pub fn load_again(
    kept: &mut Kept,
    inputs: &Inputs,
    other: Option<(&Path, &[u8])>,
) -> (Corpus, Vec<Diagnostic>) {
    load_as(Reader::default(), Texts::Read, inputs, other, Some(kept))
}

/// Whether quotes are looked up in the texts of their articles.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Texts {
    Read,
    LeftAlone,
}

fn load_as(
    reader: Reader,
    texts: Texts,
    inputs: &Inputs,
    other: Option<(&Path, &[u8])>,
    mut kept: Option<&mut Kept>,
) -> (Corpus, Vec<Diagnostic>) {
    let named = inputs.paths.iter().filter(|path| *path != Path::new("-"));
    let found = discover::discover(named);
    let mut files = Files::default();
    let mut diagnostics = Vec::new();
    let mut sources = found
        .files
        .into_iter()
        .map(|path| match other {
            Some((named, bytes)) if named == path => (path, Source::Instead(bytes)),
            _ => (path, Source::Disk),
        })
        .chain(
            found
                .unreadable
                .into_iter()
                .map(|(path, why)| (path, Source::Unreadable(why))),
        )
        .chain(
            inputs
                .stdin
                .as_deref()
                .map(|bytes| (STDIN.into(), Source::Given(bytes))),
        )
        .collect::<Vec<_>>();
    // A file that is not there yet.
    if let Some((path, bytes)) = other
        && !sources.iter().any(|(known, _)| known == path)
    {
        sources.push((path.to_owned(), Source::Instead(bytes)));
    }
    sources.sort_by(|a, b| a.0.as_os_str().cmp(b.0.as_os_str()));
    let mut ids = Vec::new();
    for (path, source) in &sources {
        ids.push(match source {
            Source::Given(bytes) => files.add_text(STDIN, &String::from_utf8_lossy(bytes)),
            Source::Disk | Source::Instead(_) | Source::Unreadable(_) => files.add(path.clone()),
        });
    }
    let mut corpus = Corpus::default();
    files.set_skipped(found.skipped);
    corpus.files = files;
    let mut articles = Vec::new();
    let mut to_keep = Vec::new();
    let mut sources = sources.into_iter().zip(ids);
    let mut before = Vec::new();
    loop {
        let some: Vec<_> = sources.by_ref().take(AT_ONCE).collect();
        let is_end = some.is_empty();
        let (read, ()) = rayon::join(
            || {
                let some = some.into_par_iter();
                some.map(|((path, source), id)| {
                    read_file(&path, source, id, reader, kept.as_deref())
                })
                .collect::<Vec<_>>()
            },
            || merge::add(before, &mut articles, &mut corpus, &mut diagnostics),
        );
        if is_end {
            break;
        }
        let (read, files): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        to_keep.extend(files);
        before = read;
    }
    let roots = (texts == Texts::Read).then_some(found.roots.as_slice());
    if let Some(kept) = kept.as_deref_mut() {
        kept.files = to_keep;
    }
    merge::merge(articles, roots, kept, &mut corpus, &mut diagnostics);
    declarations::check(&mut corpus, &mut diagnostics);
    diagnostic::sort(&mut diagnostics);
    (corpus, diagnostics)
}
