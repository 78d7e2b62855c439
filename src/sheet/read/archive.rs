//! The files in a workbook, and how much of them is read.

use std::cell::Cell;
use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::{Book, ods, xlsx};

/// So many bytes are read of a workbook, whatever it says of its size.
const MOST_BYTES: u64 = 256 << 20;

/// A workbook of which files are read by name.
pub(super) struct Archive {
    files: ZipArchive<Cursor<Vec<u8>>>,
    left: Cell<u64>,
}

pub(super) fn read(bytes: Vec<u8>) -> Result<Book, String> {
    let broken = |error: zip::result::ZipError| format!("it is damaged: {error}");
    let mut archive = Archive {
        files: ZipArchive::new(Cursor::new(bytes)).map_err(broken)?,
        left: Cell::new(MOST_BYTES),
    };
    if archive.has("xl/workbook.xml") || archive.has("[Content_Types].xml") {
        return xlsx::read(&mut archive);
    }
    if archive.has("content.xml") {
        return ods::read(&mut archive);
    }
    Err("it is an archive, but neither .xlsx nor .ods".into())
}

impl Archive {
    pub(super) fn has(&self, name: &str) -> bool {
        self.files.index_for_name(name).is_some()
    }

    /// Opens a file; nothing where there is none.
    pub(super) fn open(&mut self, name: &str) -> Result<Option<impl Read>, String> {
        if !self.has(name) {
            return Ok(None);
        }
        let file = self.files.by_name(name);
        let file = file.map_err(|error| format!("{name} in it is damaged: {error}"))?;
        Ok(Some(Counted {
            file,
            left: &self.left,
        }))
    }
}

/// A file that ends with an error where too much is read.
struct Counted<'a, R> {
    file: R,
    left: &'a Cell<u64>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(into)?;
        let left = self
            .left
            .get()
            .checked_sub(u64::try_from(read).unwrap_or(u64::MAX));
        let Some(left) = left else {
            let message = format!("it unpacks to more than {} MB", MOST_BYTES >> 20);
            return Err(io::Error::other(message));
        };
        self.left.set(left);
        Ok(read)
    }
}
