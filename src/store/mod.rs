//! The one way in which gainsay writes files.
//!
//! A file is written whole beside its place, and takes that place in one step. Whoever changes a file
//! holds its lock from reading to writing, and the bytes that are displaced are those that were read, or
//! the change is taken back. What was there before a change is kept under `.gainsay/undo` first, so that
//! [`undo`] can put it back, and so that a change of several files that was cut short leads back to where it
//! began.

mod faults;
mod journal;
mod lock;
mod swap;
mod target;
#[cfg(test)]
mod tests;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

#[cfg(test)]
pub(crate) use faults::FAULT;
pub use journal::{Entry, Recovered, recover, undo};
pub use target::Limits;

use lock::Lock;
use target::Target;

/// A file and what it is to hold; no bytes stand for no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file.
    pub path: PathBuf,
    /// What was read from it.
    pub old: Option<Vec<u8>>,
    /// What it is to hold.
    pub new: Option<Vec<u8>>,
}

/// Writes a file that is made anew each time, such as a report, whatever stood in it.
///
/// # Errors
///
/// A place that may not be written (see [`Limits`]), and what the system or `write` refuses; the file is
/// then as it was.
pub fn replace(
    path: &Path,
    limits: &Limits,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let target = Target::find(path, limits).map_err(|error| named(path, &error))?;
    if target.discards {
        return write(&mut io::sink());
    }
    let lock = Lock::take(&target.path).map_err(|error| named(path, &error))?;
    swap::clean(&target.path);
    let mut failed = None;
    let written = swap::Fresh::write(&target, |out| {
        write(out).map_err(|error| {
            let kind = error.kind();
            // What the writer of the report has to say needs no name of a file.
            match kind {
                io::ErrorKind::Other => failed = Some(error),
                _ => return error,
            }
            io::Error::from(kind)
        })
    });
    let swapped = written.and_then(|fresh| fresh.overwrite(&target));
    drop(lock);
    swapped.map_err(|error| failed.unwrap_or_else(|| named(path, &error)))
}

/// Changes one file: `change` is given what it holds, nothing for a file that is not there, and gives what
/// it is to hold and something beside.
///
/// From reading to writing no other run that does the same comes in between. `what` says what the change
/// is, for whoever undoes it. Out: what `change` gives beside the bytes.
///
/// # Errors
///
/// A place that may not be written, what `change` or the system refuses, and a file that something else
/// changed meanwhile; it is then as it was, or as that left it.
pub fn update<T>(
    path: &Path,
    limits: &Limits,
    what: &str,
    change: impl FnOnce(Vec<u8>) -> io::Result<(Vec<u8>, T)>,
) -> io::Result<T> {
    let target = Target::find(path, limits).map_err(|error| named(path, &error))?;
    let home = target.folder().to_owned();
    let journal = journal::open(&home).map_err(|error| named(path, &error))?;
    let old = read(&target.path).map_err(|error| named(path, &error))?;
    let (new, out) = change(old.clone().unwrap_or_default())?;
    let change = Change {
        path: target.path,
        old,
        new: Some(new),
    };
    journal
        .apply(what, &[change])
        .map_err(|error| named(path, &error))?;
    Ok(out)
}

/// Changes several files below one folder together: all of them, or none.
///
/// # Errors
///
/// The first file that may not be written, that no longer holds what was read, or at which the system
/// refuses; the others are then as they were.
pub fn change_all(
    folder: &Path,
    limits: &Limits,
    what: &str,
    changes: Vec<Change>,
) -> io::Result<()> {
    let mut resolved = Vec::with_capacity(changes.len());
    for change in changes {
        let target =
            Target::find(&change.path, limits).map_err(|error| named(&change.path, &error))?;
        resolved.push(Change {
            path: target.path,
            ..change
        });
    }
    let folder = folder.canonicalize()?;
    journal::open(&folder)?.apply(what, &resolved)
}

/// What a file holds; nothing where there is none.
fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Puts one change through: the file holds the new bytes afterwards, or what it held.
fn put(change: &Change) -> io::Result<()> {
    let lock = Lock::take(&change.path)?;
    swap::clean(&change.path);
    let done = match &change.new {
        Some(new) => {
            let target = Target::of(&change.path)?;
            let fresh = swap::Fresh::write(&target, |out| out.write_all(new))?;
            fresh.take_place(&target, change.old.as_deref(), new)
        }
        None => swap::remove(&change.path, change.old.as_deref()),
    };
    drop(lock);
    done
}

/// Takes away what killed writers left beside a file.
pub(crate) fn tidy(path: &Path) -> io::Result<()> {
    let lock = Lock::take(path)?;
    swap::clean(path);
    drop(lock);
    Ok(())
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    let (path, why) = (path.display(), reason(error));
    io::Error::new(error.kind(), format!("cannot write {path}: {why}"))
}

/// Why a file cannot be opened or made, in words.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "you may not".into(),
        io::ErrorKind::IsADirectory => "it is a folder".into(),
        _ => error.to_string(),
    }
}

/// A folder with changes that can be undone, as [`Entry`] names them.
#[must_use]
pub fn changes(folder: &Path) -> Vec<Entry> {
    journal::entries(folder)
}
