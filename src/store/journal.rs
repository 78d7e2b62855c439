//! What stood in files before a change, kept so that it can be put back.
//!
//! An entry is a folder `.gainsay/undo/N` with a manifest and the old bytes of each file. It is called
//! `N.making` until it is whole and `N.begun` until every file is changed, so that a later run knows what
//! a killed one left: the first means nothing, the second is taken back.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::faults::step;
use super::lock::Lock;
use super::swap::{hash, sync};
use super::target::{Limits, Target};
use super::{Change, put, read, tidy};

/// A change that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The later, the higher.
    pub number: u32,
    /// What it was, in words.
    pub what: String,
    /// The files, as seen from the folder of the change.
    pub files: Vec<PathBuf>,
}

/// An unfinished change that was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// What it was.
    pub entry: Entry,
    /// Files that hold neither what stood there before nor what the change wrote, and were left alone.
    pub left: Vec<PathBuf>,
}

/// As many changes are kept.
const KEPT: usize = 50;

/// The folder of the changes of a folder.
const HOME: &str = ".gainsay";

/// Takes back what killed runs left unfinished in a folder.
///
/// # Errors
///
/// What the system refuses.
pub fn recover(folder: &Path) -> io::Result<Vec<Recovered>> {
    match numbered(folder, Some(BEGUN)).is_empty() {
        true => Ok(Vec::new()),
        false => Ok(open(folder)?.recovered),
    }
}

/// Puts back what the last change of a folder changed. Out: that change, none where there is none.
///
/// # Errors
///
/// A file that no longer holds what the change left, and what the system refuses.
pub fn undo(folder: &Path) -> io::Result<Option<Entry>> {
    if !folder.join(HOME).is_dir() {
        return Ok(None);
    }
    let journal = open(folder)?;
    let Some((number, path)) = numbered(folder, None).pop_last() else {
        return Ok(None);
    };
    let manifest = Manifest::read(&path)?;
    let changes = manifest.back(&journal.home, &path)?;
    let changed = changes.iter().find(|back| back.state == State::Other);
    if let Some(changed) = changed {
        let file = changed.file.display();
        return Err(io::Error::other(format!(
            "{file} was changed after \u{201c}{}\u{201d}, so that nothing was put back",
            manifest.what
        )));
    }
    for back in &changes {
        match back.state {
            State::New => put(&back.change)?,
            State::Old | State::Other => tidy(&back.change.path)?,
        }
        step();
    }
    forget(&path)?;
    Ok(Some(manifest.entry(number)))
}

/// The changes of a folder that can be undone, the last one last.
pub(super) fn entries(folder: &Path) -> Vec<Entry> {
    let entries = numbered(folder, None).into_iter();
    let entries =
        entries.filter_map(|(number, path)| Some(Manifest::read(&path).ok()?.entry(number)));
    entries.collect()
}

/// The journal of a folder, which nobody else writes meanwhile.
pub(super) struct Journal {
    home: PathBuf,
    recovered: Vec<Recovered>,
    /// Held for as long as the journal is.
    _lock: Lock,
}

/// Opens the journal of a folder, and takes back what was left unfinished.
pub(super) fn open(folder: &Path) -> io::Result<Journal> {
    let own = folder.join(HOME);
    let is_new = !own.is_dir();
    fs::create_dir_all(own.join("undo"))?;
    if is_new {
        // Whoever keeps claims under version control does not want these beside them.
        fs::write(own.join(".gitignore"), "*\n")?;
    }
    let mut journal = Journal {
        home: folder.to_owned(),
        recovered: Vec::new(),
        _lock: Lock::at(own.join("lock"))?,
    };
    for path in numbered(folder, Some(MAKING)).into_values() {
        fs::remove_dir_all(path)?;
    }
    for (number, path) in numbered(folder, Some(BEGUN)) {
        let manifest = Manifest::read(&path)?;
        let left = take_back(&journal.home, &manifest, &path)?;
        journal.recovered.push(Recovered {
            entry: manifest.entry(number),
            left,
        });
    }
    Ok(journal)
}

impl Journal {
    /// Makes some changes, all or none.
    pub(super) fn apply(&self, what: &str, changes: &[Change]) -> io::Result<()> {
        let done = numbered(&self.home, None);
        let number = done.keys().next_back().map_or(1, |last| last + 1);
        let undo = self.home.join(HOME).join("undo");
        let (making, begun) = (
            undo.join(format!("{number}{MAKING}")),
            undo.join(format!("{number}{BEGUN}")),
        );
        step();
        fs::create_dir(&making)?;
        let manifest = Manifest::new(&self.home, what, changes)?;
        manifest.write(&making, changes)?;
        step();
        fs::rename(&making, &begun)?;
        sync(&undo)?;
        for change in changes {
            step();
            if let Err(error) = put(change) {
                take_back(&self.home, &manifest, &begun)?;
                return Err(error);
            }
        }
        step();
        fs::rename(&begun, undo.join(number.to_string()))?;
        sync(&undo)?;
        for path in done.into_values().rev().skip(KEPT - 1) {
            fs::remove_dir_all(path)?;
        }
        Ok(())
    }
}

const MAKING: &str = ".making";

const BEGUN: &str = ".begun";

/// The entries of a folder by number, in the state of that ending.
fn numbered(folder: &Path, ending: Option<&str>) -> BTreeMap<u32, PathBuf> {
    let entries = fs::read_dir(folder.join(HOME).join("undo"));
    let entries = entries.into_iter().flatten().flatten();
    let numbered = entries.filter_map(|entry| {
        let name = entry.file_name();
        let number = name.to_str()?.strip_suffix(ending.unwrap_or_default())?;
        Some((number.parse().ok()?, entry.path()))
    });
    numbered.collect()
}

/// Puts back what a change has changed so far, and forgets it. Out: the files that were left alone.
fn take_back(home: &Path, manifest: &Manifest, path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut left = Vec::new();
    for back in manifest.back(home, path)? {
        match back.state {
            State::New => put(&back.change)?,
            State::Old => tidy(&back.change.path)?,
            State::Other => left.push(back.file),
        }
    }
    forget(path)?;
    Ok(left)
}

/// Takes an entry out of the journal, in one step.
fn forget(path: &Path) -> io::Result<()> {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(MAKING);
    let gone = path.with_file_name(name);
    step();
    fs::rename(path, &gone)?;
    fs::remove_dir_all(gone)
}

/// What an entry says of its files.
#[derive(Debug, Deserialize, Serialize)]
struct Manifest {
    what: String,
    files: Vec<Listed>,
}

/// A file of a change with the fingerprints of what it held and was to hold.
#[derive(Debug, Deserialize, Serialize)]
struct Listed {
    path: String,
    old: Option<String>,
    new: Option<String>,
}

/// What a file holds now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Old,
    New,
    Other,
}

/// How one file is put back.
struct Back {
    file: PathBuf,
    state: State,
    change: Change,
}

const MANIFEST: &str = "manifest.json";

impl Manifest {
    fn new(home: &Path, what: &str, changes: &[Change]) -> io::Result<Self> {
        let files = changes.iter().map(|change| {
            let path = change.path.strip_prefix(home).ok().and_then(Path::to_str);
            let path = path.ok_or_else(|| {
                io::Error::other(
                    "it lies outside of the folder of the change, or its name is not UTF-8",
                )
            })?;
            Ok(Listed {
                path: path.to_owned(),
                old: change.old.as_deref().map(hash),
                new: change.new.as_deref().map(hash),
            })
        });
        Ok(Self {
            what: what.to_owned(),
            files: files.collect::<io::Result<_>>()?,
        })
    }

    fn write(&self, path: &Path, changes: &[Change]) -> io::Result<()> {
        for (at, change) in changes.iter().enumerate() {
            if let Some(old) = &change.old {
                write(&path.join(at.to_string()), old)?;
            }
        }
        write(&path.join(MANIFEST), &serde_json::to_vec_pretty(self)?)?;
        sync(path)
    }

    fn read(path: &Path) -> io::Result<Self> {
        Ok(serde_json::from_slice(&fs::read(path.join(MANIFEST))?)?)
    }

    fn entry(&self, number: u32) -> Entry {
        Entry {
            number,
            what: self.what.clone(),
            files: self
                .files
                .iter()
                .map(|file| PathBuf::from(&file.path))
                .collect(),
        }
    }

    /// How each of its files is put back.
    ///
    /// # Errors
    ///
    /// A path that leads out of the folder, as no change of ours has one.
    fn back(&self, home: &Path, path: &Path) -> io::Result<Vec<Back>> {
        let limits = Limits::default();
        let back = self.files.iter().enumerate().map(|(at, listed)| {
            let file = PathBuf::from(&listed.path);
            let is_inside = file
                .components()
                .all(|part| matches!(part, Component::Normal(_)));
            if !is_inside {
                let file = file.display();
                return Err(io::Error::other(format!("{file} leads out of the folder")));
            }
            let target = Target::find(&home.join(&file), &limits)?.path;
            let now = read(&target)?;
            let known = now.as_deref().map(hash);
            let state = match known {
                known if known == listed.old => State::Old,
                known if known == listed.new => State::New,
                _ => State::Other,
            };
            let old = match listed.old {
                Some(_) => Some(fs::read(path.join(at.to_string()))?),
                None => None,
            };
            Ok(Back {
                file,
                state,
                change: Change {
                    path: target,
                    old: now,
                    new: old,
                },
            })
        });
        back.collect()
    }
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::File::create_new(path)?;
    io::Write::write_all(&mut file, bytes)?;
    file.sync_all()
}
