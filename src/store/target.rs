//! Where a file is written: links followed, and what must not be written over refused.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// What a run must not write over, and how far links may lead.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    /// The folders of the run: a link may lead to a file in one of them, or in its own folder.
    pub folders: Vec<PathBuf>,
    /// Files that the run has read, which only a change of them may touch.
    pub inputs: Vec<PathBuf>,
}

/// A place to write to.
pub(super) struct Target {
    /// The file itself, links resolved.
    pub(super) path: PathBuf,
    /// What it is like now, if it is there.
    pub(super) before: Option<Metadata>,
    /// Whether everything that is written to it is gone, as `/dev/null` has it.
    pub(super) discards: bool,
}

/// As many links in a row as Linux follows.
const LINKS: usize = 40;

impl Target {
    /// The place that a path names.
    ///
    /// # Errors
    ///
    /// Says why it must not be written over.
    pub(super) fn find(path: &Path, limits: &Limits) -> io::Result<Self> {
        let target = Self::of(&follow(path, limits)?)?;
        let is_input = |input: &PathBuf| {
            let before = target.before.as_ref();
            before.is_some_and(|before| is_same(before, input))
        };
        if limits.inputs.iter().any(is_input) {
            return refuse("this run reads it; name another file");
        }
        Ok(target)
    }

    /// The place at a path without links.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let before = match fs::symlink_metadata(path) {
            Ok(data) => Some(data),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let discards = path == Path::new("/dev/null");
        if let (Some(data), false) = (&before, discards) {
            accept(data)?;
        }
        Ok(Self {
            path: path.to_owned(),
            before,
            discards,
        })
    }

    /// The folder that holds it.
    pub(super) fn folder(&self) -> &Path {
        folder(&self.path)
    }
}

/// The folder of a file.
pub(super) fn folder(path: &Path) -> &Path {
    let folder = path.parent();
    folder
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Follows links to a file, whether it is there or still to be made.
fn follow(path: &Path, limits: &Limits) -> io::Result<PathBuf> {
    let mut at = in_folder(path)?;
    let own = folder(&at).to_owned();
    let inside = |at: &Path| {
        let mut folders = limits
            .folders
            .iter()
            .filter_map(|one| one.canonicalize().ok());
        at.starts_with(&own) || folders.any(|folder| at.starts_with(folder))
    };
    for _ in 0..LINKS {
        let is_link = fs::symlink_metadata(&at).is_ok_and(|data| data.is_symlink());
        if !is_link {
            return Ok(at);
        }
        let next = folder(&at).join(fs::read_link(&at)?);
        at = in_folder(&next)?;
        if !inside(&at) {
            let at = at.display();
            return refuse(format!(
                "it is a link to {at}, outside the folders of this run; name that file itself"
            ));
        }
    }
    refuse("it is a link that leads round in a ring")
}

/// The path with the links of its folder resolved, not its own.
fn in_folder(path: &Path) -> io::Result<PathBuf> {
    let Some(name) = path.file_name() else {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    };
    Ok(folder(path).canonicalize()?.join(name))
}

/// Whether what is there may be replaced.
fn accept(data: &Metadata) -> io::Result<()> {
    if data.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    if !data.is_file() {
        return refuse(
            "it is a device or a pipe; write to standard output with `-` and redirect it",
        );
    }
    if data.permissions().readonly() {
        return refuse("it is read-only");
    }
    if names(data) > 1 {
        return refuse(
            "it has several names (hard links), of which the others would keep the old text",
        );
    }
    Ok(())
}

fn refuse<T>(why: impl Into<String>) -> io::Result<T> {
    Err(io::Error::other(why.into()))
}

#[cfg(unix)]
fn names(data: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(data)
}

#[cfg(unix)]
fn is_same(data: &Metadata, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |data: &Metadata| (data.dev(), data.ino());
    fs::metadata(path).is_ok_and(|other| id(&other) == id(data))
}

#[cfg(not(unix))]
fn names(_: &Metadata) -> u64 {
    1
}

#[cfg(not(unix))]
fn is_same(_: &Metadata, _: &Path) -> bool {
    false
}
