//! One file: its bytes, and the records that they hold.

use std::borrow::Cow;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::document::{self, FileRecords};
use super::kept::{Kept, ReadFile};
use super::{FILE_BYTES, Reader, discover};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{FileId, Spot, line};

/// Where the bytes of a file come from.
pub(super) enum Source<'a> {
    Disk,
    /// Bytes in the place of those of the file.
    Instead(&'a [u8]),
    Given(&'a [u8]),
    Unreadable(String),
}

type Failed = Box<Diagnostic>;

/// Reads a file into records, if that was not done in the run before. Out: the records, and what is kept of them.
pub(super) fn read_file(
    path: &Path,
    source: Source<'_>,
    file: FileId,
    reader: Reader,
    kept: Option<&Kept>,
) -> (Result<FileRecords, Failed>, Option<Arc<ReadFile>>) {
    let name = match source {
        Source::Given(_) => None,
        _ => path.file_stem().map(|stem| stem.to_string_lossy()),
    };
    let bytes = match bytes(path, source, file) {
        Ok(bytes) => bytes,
        Err(why) => return (Err(why), None),
    };
    if let Some(known) = kept.and_then(|kept| kept.same(path, file, &bytes)) {
        return (Ok(known.records.clone()), Some(Arc::clone(known)));
    }
    let records = records(&bytes, file, name.as_deref(), reader);
    let is_kept = kept.is_some();
    let read = records.as_ref().ok().filter(|_| is_kept);
    let read = read.map(|records| ReadFile::new(path, &bytes, records));
    (records, read)
}

fn bytes<'a>(path: &Path, source: Source<'a>, file: FileId) -> Result<Cow<'a, [u8]>, Failed> {
    let start = Spot::at(1, 1);
    let unreadable = |why: String| {
        let message = format!("this file or folder could not be read: {why}");
        let hint = "Check the path and who may read it.";
        fail(Code::UnreadableFile, file, start, message, hint)
    };
    let bytes = match source {
        Source::Disk => {
            let bytes = read_bytes(path).map_err(|error| unreadable(discover::reason(&error)))?;
            bytes.into()
        }
        Source::Instead(bytes) | Source::Given(bytes) => Cow::Borrowed(bytes),
        Source::Unreadable(why) => return Err(unreadable(why)),
    };
    if bytes.len() as u64 > FILE_BYTES {
        let message = format!("this file is larger than {} MB", FILE_BYTES >> 20);
        let hint = "Divide it into several files.";
        return Err(fail(Code::TooLarge, file, start, message, hint));
    }
    Ok(bytes)
}

fn records(
    bytes: &[u8],
    file: FileId,
    name: Option<&str>,
    reader: Reader,
) -> Result<FileRecords, Failed> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let (spot, what) = bad_byte(bytes, error.valid_up_to());
        fail(
            Code::BadUtf8,
            file,
            spot,
            format!("the byte {what:02x} here is not UTF-8 text, and the file is not read"),
            "Save the file with the encoding UTF-8.",
        )
    })?;
    let (_, text) = line::split_mark(text);
    if let Some(line) = unfinished_merge(text) {
        return Err(fail(
            Code::UnfinishedMerge,
            file,
            Spot::at(line, 1),
            "two versions of this file were merged, and nobody has chosen between them: nothing of it is read".into(),
            "Keep from both what is right, of rulings mostly all, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
        ));
    }
    Ok(document::read(text, file, name, reader))
}

fn fail(code: Code, file: FileId, spot: Spot, message: String, hint: &str) -> Failed {
    Box::new(Diagnostic::new(code, spot.in_file(file), message, hint))
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
