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
mod format;
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

use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diagnostic::{self, Code, Diagnostic};
use crate::model::Corpus;
use crate::text::{FileId, Files, Spot, line};
use document::FileRecords;
pub use format::{Document, SECTIONS, Section};
pub use quotes::{About, ArticleText};
pub use record::{Field, Record, Shape};
pub use value::VALUE;
pub use yaml::{Branch, Form, Tree, tree};

/// The largest file that is read, in bytes.
pub const FILE_BYTES: u64 = 256 << 20;

/// So many files are read on all cores before they are put together: each brings a table of its own
/// symbols, of which an archive need not hold all.
const AT_ONCE: usize = 512;

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
    load_as(Reader::default(), Texts::LeftAlone, inputs, None)
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
    load_as(reader, Texts::Read, inputs, None)
}

/// The same as [`load`], as if a file held other bytes than it does: what a change of it would mean.
#[must_use]
pub fn load_as_if(inputs: &Inputs, path: &Path, bytes: &[u8]) -> (Corpus, Vec<Diagnostic>) {
    load_as(Reader::default(), Texts::Read, inputs, Some((path, bytes)))
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
    let mut sources = sources.into_iter().zip(ids);
    loop {
        let some: Vec<_> = sources.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            break;
        }
        let read = some
            .into_par_iter()
            .map(|((path, source), id)| read_file(&path, source, id, reader))
            .collect::<Vec<_>>();
        merge::add(read, &mut articles, &mut corpus, &mut diagnostics);
    }
    let roots = (texts == Texts::Read).then_some(found.roots.as_slice());
    merge::merge(articles, roots, &mut corpus, &mut diagnostics);
    declarations::check(&mut corpus, &mut diagnostics);
    diagnostic::sort(&mut diagnostics);
    (corpus, diagnostics)
}

/// Where the bytes of a file come from.
enum Source<'a> {
    Disk,
    /// Bytes in the place of those of the file.
    Instead(&'a [u8]),
    Given(&'a [u8]),
    Unreadable(String),
}

fn read_file(
    path: &Path,
    source: Source<'_>,
    file: FileId,
    reader: Reader,
) -> Result<FileRecords, Box<Diagnostic>> {
    let fail = |code, spot: Spot, message: String, hint: &str| {
        Box::new(Diagnostic::new(code, spot.in_file(file), message, hint))
    };
    let start = Spot::at(1, 1);
    let unreadable = |why: String| {
        let message = format!("this file or folder could not be read: {why}");
        fail(
            Code::UnreadableFile,
            start,
            message,
            "Check the path and who may read it.",
        )
    };
    let stem = || path.file_stem().map(|stem| stem.to_string_lossy());
    let (bytes, name) = match source {
        Source::Disk => {
            let bytes = read_bytes(path).map_err(|error| unreadable(discover::reason(&error)))?;
            (bytes.into(), stem())
        }
        Source::Instead(bytes) => (std::borrow::Cow::Borrowed(bytes), stem()),
        Source::Given(bytes) => (std::borrow::Cow::Borrowed(bytes), None),
        Source::Unreadable(why) => return Err(unreadable(why)),
    };
    if bytes.len() as u64 > FILE_BYTES {
        let message = format!("this file is larger than {} MB", FILE_BYTES >> 20);
        return Err(fail(
            Code::TooLarge,
            start,
            message,
            "Divide it into several files.",
        ));
    }
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        let (spot, what) = bad_byte(&bytes, error.valid_up_to());
        fail(
            Code::BadUtf8,
            spot,
            format!("the byte {what:02x} here is not UTF-8 text, and the file is not read"),
            "Save the file with the encoding UTF-8.",
        )
    })?;
    let (_, text) = line::split_mark(text);
    if let Some(line) = unfinished_merge(text) {
        return Err(fail(
            Code::UnfinishedMerge,
            Spot::at(line, 1),
            "two versions of this file were merged, and nobody has chosen between them: nothing of it is read".into(),
            "Keep from both what is right, of rulings mostly all, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
        ));
    }
    Ok(document::read(text, file, name.as_deref(), reader))
}

/// The line, from 1, on which a program that merges versions has marked that it could not.
fn unfinished_merge(text: &str) -> Option<usize> {
    // No line of YAML that means something starts so; nearly no file holds the sign at all.
    memchr::memmem::find(text.as_bytes(), b"<<<<<<< ")?;
    let marks = |start: &'static str| move |(_, line): &(usize, &str)| line.starts_with(start);
    let mut lines = (1..).zip(text.lines());
    let (line, _) = lines.find(marks("<<<<<<< "))?;
    lines.find(marks(">>>>>>> ")).map(|_| line)
}

/// The bytes of a file, up to one more than is accepted.
pub(crate) fn read_bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path)?;
    if let Ok(metadata) = file.metadata() {
        bytes.reserve(usize::try_from(metadata.len().min(FILE_BYTES)).unwrap_or(0));
    }
    file.take(FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Where the first byte stands that is not UTF-8, and which it is.
fn bad_byte(bytes: &[u8], at: usize) -> (Spot, u8) {
    let before = String::from_utf8_lossy(&bytes[..at]);
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |line| line.chars().count())
        + 1;
    (
        Spot::at(line, column),
        bytes.get(at).copied().unwrap_or_default(),
    )
}
