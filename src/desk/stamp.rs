//! What tells whether a file has changed, without reading it.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// So many files are looked at; a story has fewer.
const MOST: usize = 200_000;

/// So deep are folders looked into.
const DEEPEST: usize = 32;

/// Size and time of each file below a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stamp(BTreeMap<PathBuf, (u64, Option<SystemTime>, u64)>);

impl Stamp {
    /// Of all files below a folder, but hidden ones.
    pub(super) fn of(folder: &Path) -> Self {
        let mut stamp = Self::default();
        stamp.add(folder, 0);
        stamp
    }

    fn add(&mut self, folder: &Path, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let is_hidden = name.as_encoded_bytes().starts_with(b".");
            // Ignore files decide what is read.
            if self.0.len() >= MOST || (is_hidden && name != ".gitignore" && name != ".ignore") {
                continue;
            }
            let path = entry.path();
            let Ok(data) = fs::metadata(&path) else {
                continue;
            };
            // What a link leads to is looked at where it lies.
            let is_link = entry.file_type().is_ok_and(|sort| sort.is_symlink());
            match data.is_dir() {
                true if is_link => {}
                true => self.add(&path, depth + 1),
                false => {
                    let mark = (data.len(), data.modified().ok(), number(&data));
                    self.0.insert(path, mark);
                }
            }
        }
    }
}

/// A file that takes the place of another is another one, though it may be as large and as old.
#[cfg(unix)]
fn number(data: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(data)
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> u64 {
    0
}
