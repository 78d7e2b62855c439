//! What a command changes in files of claims: shown as a diff, or done, all of it or nothing.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use similar::TextDiff;

use super::usual::behind;
use crate::render::visible;
use crate::sheet::import::FileChange;
use crate::store::{self, Change, Limits};

/// The folder for new articles: the first of the paths that is one, or is not there yet.
pub(super) fn home(paths: &[PathBuf]) -> PathBuf {
    let folder = paths.iter().find(|path| path.is_dir() || !path.exists());
    let beside = || {
        paths
            .first()
            .and_then(|path| path.parent())
            .map(Path::to_owned)
    };
    let home = folder.cloned().or_else(beside).unwrap_or_default();
    match home.as_os_str().is_empty() {
        true => PathBuf::from("."),
        false => home,
    }
}

/// Changes the files, all of them or none. The folder that holds them all; none where no file changes.
pub(super) fn write(
    files: &[FileChange],
    (home, limits): (&Path, &Limits),
    what: &str,
) -> io::Result<Option<PathBuf>> {
    if files.is_empty() {
        return Ok(None);
    }
    if files.iter().any(|file| file.old.is_none()) {
        fs::create_dir_all(home).map_err(|error| {
            io::Error::other(format!(
                "cannot make {}: {}",
                home.display(),
                store::reason(&error)
            ))
        })?;
    }
    let changes = files.iter().map(|file| Change {
        path: file.path.clone(),
        old: file.old.as_ref().map(|text| text.as_bytes().to_vec()),
        new: Some(file.new.as_bytes().to_vec()),
    });
    let limits = Limits {
        inputs: Vec::new(),
        folders: limits.folders.clone(),
    };
    let root = root(files, home)?;
    store::change_all(&root, &limits, what, changes.collect())?;
    Ok(Some(root))
}

/// A folder that holds all files that change: the one for new articles, if it does.
fn root(files: &[FileChange], home: &Path) -> io::Result<PathBuf> {
    let mut root = home.canonicalize().unwrap_or_else(|_| home.to_owned());
    for file in files {
        let folder = match file.path.parent() {
            Some(folder) if folder != Path::new("") => folder.canonicalize()?,
            _ => Path::new(".").canonicalize()?,
        };
        while !folder.starts_with(&root) {
            root = root.parent().unwrap_or(&folder).to_owned();
        }
    }
    match root.parent() {
        Some(_) => Ok(root),
        None => Err(io::Error::other(
            "the files have no folder in common; name one folder at a time",
        )),
    }
}

/// What stands behind `gainsay check` and `gainsay undo` for the folder of a command and the one that holds
/// all its changes: nothing for the usual one.
pub(super) fn named(home: &Path, root: &Path) -> [String; 2] {
    // An undo names the folder as the command line does, where that is the one.
    let is_home = home.canonicalize().is_ok_and(|home| home == root);
    [home, if is_home { home } else { root }].map(|path| behind([path]))
}

/// Files with more lines are not compared line by line, which takes a square of them.
const MOST_LINES: usize = 20_000;

/// Writes what changes in each file, as `diff -u` does.
pub(super) fn diff(files: &[FileChange], out: &mut dyn Write) -> io::Result<()> {
    for file in files {
        let old = file.old.as_deref().unwrap_or_default();
        let path = file.path.display().to_string();
        let path = visible(&path);
        let before = if file.old.is_some() {
            &*path
        } else {
            "/dev/null"
        };
        let lines = [old, &file.new].map(|text| text.lines().count());
        if lines.iter().any(|lines| *lines > MOST_LINES) {
            let [before, after] = lines;
            writeln!(
                out,
                "{path}: too long to be shown line by line; {before} lines become {after}"
            )?;
            continue;
        }
        let diff = TextDiff::from_lines(old, file.new.as_str());
        let diff = diff.unified_diff().header(before, &path).to_string();
        for line in diff.lines() {
            writeln!(out, "{}", visible(line))?;
        }
    }
    Ok(())
}
