//! Which files a run reads.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use ignore::{DirEntry, WalkBuilder};
use indexmap::map::Entry;
use indexmap::{IndexMap, IndexSet};

/// What was found at the paths of a run.
#[derive(Default)]
pub(super) struct Found {
    /// The files in no order, each once, by the name under which messages show it.
    pub files: Vec<PathBuf>,
    /// Paths that could not be looked at, and why.
    pub unreadable: Vec<(PathBuf, String)>,
    /// How many files the ignore files left out.
    pub skipped: usize,
    /// The folders that the run was given, links resolved: articles' texts must lie in one of them.
    pub roots: Vec<PathBuf>,
}

/// Finds the files at some paths: a file is taken as it is, a folder is walked for `*.yaml` and
/// `*.yml`, without hidden files and what ignore files name. The result does not depend on the order
/// of the paths; a file that is reached in two ways is taken once, under the first of its names.
pub(super) fn discover<'p>(paths: impl Iterator<Item = &'p PathBuf>) -> Found {
    let mut found = Found::default();
    let mut identities = Identities::default();
    let mut names: IndexMap<PathBuf, PathBuf> = IndexMap::new();
    let mut left_out = IndexSet::new();
    let paths: Vec<&PathBuf> = paths.collect();
    let folders = paths.iter().filter(|path| path.is_dir());
    let folders: Arc<[PathBuf]> = folders
        .filter_map(|path| path.canonicalize().ok())
        .collect();
    for path in paths {
        let listed = if path.is_dir() {
            found.roots.extend(path.canonicalize());
            let ((kept, unreadable), (all, _)) = rayon::join(
                || walk((path, &folders), true),
                || walk((path, &folders), false),
            );
            found.unreadable.extend(unreadable);
            let others = all.iter().filter(|(file, _)| !kept.contains_key(*file));
            left_out.extend(others.map(|(file, is_link)| identities.of(file, *is_link)));
            kept
        } else {
            let folder = path.parent().filter(|folder| *folder != Path::new(""));
            found
                .roots
                .extend(folder.unwrap_or(Path::new(".")).canonicalize());
            match std::fs::metadata(path) {
                Ok(_) => Listed::from([(path.clone(), path.is_symlink())]),
                Err(error) => {
                    found.unreadable.push((path.clone(), reason(&error)));
                    Listed::new()
                }
            }
        };
        for (file, is_link) in listed {
            match names.entry(identities.of(&file, is_link)) {
                Entry::Occupied(mut name) if file < *name.get() => {
                    name.insert(file);
                }
                Entry::Occupied(_) => {}
                Entry::Vacant(place) => {
                    place.insert(file);
                }
            }
        }
    }
    let skipped = left_out.iter().filter(|file| !names.contains_key(*file));
    found.skipped = skipped.count();
    found.files = names.into_values().collect();
    found.unreadable.sort();
    found.unreadable.dedup();
    found
}

/// The reason of a failure, without the number of the operating system.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "it may not be read".into(),
        io::ErrorKind::IsADirectory => "it is a folder".into(),
        _ => error.to_string(),
    }
}

/// Files as they are named, and which of them are links.
type Listed = IndexMap<PathBuf, bool>;

/// The YAML files below a folder, and what could not be looked at. A link is followed where it leads into
/// a folder of the run; what is no file, such as a pipe, is never waited for.
fn walk(
    (folder, folders): (&Path, &Arc<[PathBuf]>),
    honour_ignore_files: bool,
) -> (Listed, Vec<(PathBuf, String)>) {
    // Only files of the archive itself decide what is ignored, not the settings of a machine.
    let leads_out = Arc::new(Mutex::new(Vec::new()));
    let stays = {
        let (folders, leads_out) = (Arc::clone(folders), Arc::clone(&leads_out));
        move |entry: &DirEntry| {
            if !entry.path_is_symlink() || entry.depth() == 0 {
                return true;
            }
            let Ok(target) = entry.path().canonicalize() else {
                return true;
            };
            let stays = folders.iter().any(|folder| target.starts_with(folder));
            if !stays
                && (target.is_dir() || is_yaml(entry.path()))
                && let Ok(mut left_out) = leads_out.lock()
            {
                left_out.push(entry.path().to_owned());
            }
            stays
        }
    };
    let walker = WalkBuilder::new(folder)
        .follow_links(true)
        .filter_entry(stays)
        .require_git(false)
        .git_global(false)
        .git_exclude(false)
        .git_ignore(honour_ignore_files)
        .ignore(honour_ignore_files)
        .parents(honour_ignore_files)
        .build();
    let (mut files, mut unreadable) = (Listed::new(), Vec::new());
    for entry in walker {
        match entry {
            Ok(entry)
                if is_yaml(entry.path()) && entry.file_type().is_none_or(|sort| !sort.is_dir()) =>
            {
                // The folder says of nearly all files that they are some.
                let is_file = entry.file_type().is_some_and(|sort| sort.is_file());
                let is_other = || std::fs::metadata(entry.path()).is_ok_and(|it| !it.is_file());
                let is_link = entry.path_is_symlink();
                if !is_file && is_other() {
                    unreadable.push((entry.into_path(), "it is not a file".into()));
                } else {
                    files.insert(entry.into_path(), is_link);
                }
            }
            Ok(_) => {}
            Err(error) => unreadable.extend(failure(folder, &error)),
        }
    }
    if let Ok(left_out) = leads_out.lock() {
        let why = "it is a link that leads out of the folders that are checked";
        unreadable.extend(left_out.iter().map(|path| (path.clone(), why.into())));
    }
    (files, unreadable)
}

fn is_yaml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending == "yaml" || ending == "yml")
}

/// What a failed step of the walk means. A link back to a folder above is none: all that it leads to
/// is walked anyway.
fn failure(folder: &Path, error: &ignore::Error) -> Option<(PathBuf, String)> {
    fn path(error: &ignore::Error) -> Option<&Path> {
        match error {
            ignore::Error::WithPath { path, .. } => Some(path),
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
                path(err)
            }
            _ => None,
        }
    }
    fn is_loop(error: &ignore::Error) -> bool {
        match error {
            ignore::Error::Loop { .. } => true,
            ignore::Error::WithPath { err, .. }
            | ignore::Error::WithDepth { err, .. }
            | ignore::Error::WithLineNumber { err, .. } => is_loop(err),
            _ => false,
        }
    }
    if is_loop(error) {
        return None;
    }
    let why = error.io_error().map_or_else(|| error.to_string(), reason);
    Some((path(error).unwrap_or(folder).to_owned(), why))
}

/// Names that one file has only once.
#[derive(Default)]
struct Identities {
    /// The latest folder, as named and with its links resolved: the next file often lies there, too.
    folder: Option<(PathBuf, PathBuf)>,
}

impl Identities {
    /// The name of a file, which may be a link itself, with all links resolved.
    fn of(&mut self, file: &Path, is_link: bool) -> PathBuf {
        match (file.parent(), file.file_name()) {
            (Some(folder), Some(name)) if !is_link && folder != Path::new("") => {
                self.resolved(folder).join(name)
            }
            _ => resolved(file),
        }
    }

    fn resolved(&mut self, folder: &Path) -> &Path {
        if self
            .folder
            .as_ref()
            .is_none_or(|(named, _)| named != folder)
        {
            self.folder = Some((folder.to_owned(), resolved(folder)));
        }
        self.folder
            .as_ref()
            .map_or(Path::new(""), |(_, resolved)| resolved)
    }
}

fn resolved(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}
