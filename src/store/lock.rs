//! Whoever changes a file holds its lock.
//!
//! The lock is a file of its own beside the one it guards, for a lock on what is replaced would guard the
//! old one.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::swap;

/// The right to change a file, until it is dropped.
pub(super) struct Lock(Option<(File, PathBuf)>);

impl Lock {
    /// Waits until nobody else has the lock of a file.
    pub(super) fn take(target: &Path) -> io::Result<Self> {
        Self::at(swap::beside(target, ".lock"))
    }

    /// Waits for the lock that a file stands for.
    pub(super) fn at(path: PathBuf) -> io::Result<Self> {
        loop {
            let mut options = OpenOptions::new();
            let options = options.create(true).write(true).truncate(false);
            let file = options.open(&path)?;
            file.lock()?;
            // Whoever had it may have taken the file away, and the next one made another.
            if is_same(&file, &path) {
                return Ok(Self(Some((file, path))));
            }
        }
    }
}

impl Drop for Lock {
    /// Takes the file away while nobody else can have the lock; the system lets go of it.
    fn drop(&mut self) {
        if let Some((file, path)) = self.0.take() {
            remove(&path);
            drop(file);
        }
    }
}

#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |data: &fs::Metadata| (data.dev(), data.ino());
    let here = file.metadata().ok().as_ref().map(id);
    here.is_some() && here == fs::metadata(path).ok().as_ref().map(id)
}

#[cfg(unix)]
fn remove(path: &Path) {
    // A lock file that stays does no harm.
    let _ = fs::remove_file(path);
}

/// Elsewhere the file stays, and is always the same.
#[cfg(not(unix))]
fn is_same(_: &File, _: &Path) -> bool {
    true
}

#[cfg(not(unix))]
fn remove(_: &Path) {}
