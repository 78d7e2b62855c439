//! What a desk keeps from one run to the next: what was made of the bytes of files, while these stay the same.
//!
//! All of it follows from bytes, so that a run with it says what one without it says. Files are read each
//! time, and their bytes held against those of the run before.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::FileRecords;
use super::quotes::LookedUp;
use crate::text::{FileId, Place};

/// What the run before made of its files.
#[derive(Default)]
pub struct Kept {
    /// By number; nothing for those that could not be read.
    pub(super) files: Vec<Option<Arc<ReadFile>>>,
    /// By the place of the article.
    pub(super) looked_up: BTreeMap<Place, Arc<LookedUp>>,
}

/// A file as it was read.
pub(super) struct ReadFile {
    path: PathBuf,
    bytes: Vec<u8>,
    pub(super) records: FileRecords,
}

impl ReadFile {
    pub(super) fn new(path: &Path, bytes: &[u8], records: &FileRecords) -> Arc<Self> {
        Arc::new(Self {
            path: path.to_owned(),
            bytes: bytes.to_vec(),
            records: records.clone(),
        })
    }
}

impl Kept {
    /// A file of these bytes, which had this number too: places hold it.
    pub(super) fn same(&self, path: &Path, file: FileId, bytes: &[u8]) -> Option<&Arc<ReadFile>> {
        let known = self.file(file)?;
        (known.path == path && known.bytes == bytes).then_some(known)
    }

    pub(super) fn file(&self, file: FileId) -> Option<&Arc<ReadFile>> {
        self.files.get(file.index())?.as_ref()
    }
}
