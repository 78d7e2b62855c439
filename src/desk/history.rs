//! Changes of files, made, undone and made again.

use std::path::{Path, PathBuf};

use super::Refused;
use super::change::Planned;
use crate::store::{self, Limits};

/// So many changes can be undone.
const MOST: usize = 200;

/// So many bytes are kept for that.
const MOST_BYTES: usize = 256 << 20;

/// A change that was made.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// What it was, in words.
    pub(super) what: String,
    files: Vec<store::Change>,
}

impl Step {
    fn size(&self) -> usize {
        let size = |bytes: &Option<Vec<u8>>| bytes.as_ref().map_or(0, Vec::len);
        self.files
            .iter()
            .map(|it| size(&it.old) + size(&it.new))
            .sum()
    }

    /// The change that takes it back.
    fn back(&self) -> Self {
        let files = self.files.iter().rev().map(|it| store::Change {
            path: it.path.clone(),
            old: it.new.clone(),
            new: it.old.clone(),
        });
        Self {
            what: self.what.clone(),
            files: files.collect(),
        }
    }
}

/// What was done at a desk, and what was undone.
#[derive(Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Remembers a change; what was undone before can no longer be done again.
    pub(super) fn done(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
        let mut bytes: usize = self.done.iter().map(Step::size).sum();
        while self.done.len() > MOST || (bytes > MOST_BYTES && self.done.len() > 1) {
            bytes -= self.done.remove(0).size();
        }
    }

    /// What undo and redo would do.
    pub(super) fn next(&self) -> (Option<&str>, Option<&str>) {
        (what(&self.done), what(&self.undone))
    }

    /// Takes the last change back.
    pub(super) fn undo(&mut self, folder: &Path) -> Result<String, Refused> {
        let none = || Refused::No("there is nothing to undo".into());
        let step = self.done.last().ok_or_else(none)?;
        let what = format!("undone: {}", step.what);
        apply(folder, &what, &step.back().files)?;
        self.undone.extend(self.done.pop());
        Ok(what)
    }

    /// Makes the change again that was taken back last.
    pub(super) fn redo(&mut self, folder: &Path) -> Result<String, Refused> {
        let none = || Refused::No("there is nothing to do again".into());
        let step = self.undone.last().ok_or_else(none)?;
        let what = format!("done again: {}", step.what);
        apply(folder, &what, &step.files)?;
        self.done.extend(self.undone.pop());
        Ok(what)
    }
}

fn what(steps: &[Step]) -> Option<&str> {
    steps.last().map(|step| step.what.as_str())
}

/// Writes what was planned.
pub(super) fn write(folder: &Path, planned: Planned) -> Result<Step, Refused> {
    let change = |path: PathBuf, old: Option<String>, new: String| store::Change {
        path,
        old: old.map(String::into_bytes),
        new: Some(new.into_bytes()),
    };
    let beside = planned.beside.into_iter();
    let mut files: Vec<store::Change> = beside
        .map(|(path, text)| change(path, None, text))
        .collect();
    files.push(change(planned.path, planned.old, planned.new));
    apply(folder, &planned.what, &files)?;
    Ok(Step {
        what: planned.what,
        files,
    })
}

/// Changes files that hold what is expected, all or none.
fn apply(folder: &Path, what: &str, files: &[store::Change]) -> Result<(), Refused> {
    for change in files {
        let now = match std::fs::read(&change.path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(Refused::unreadable(&change.path, &error)),
        };
        if now != change.old {
            return Err(Refused::changed(
                &change.path,
                now.as_deref(),
                change.new.as_deref(),
            ));
        }
    }
    let limits = Limits {
        folders: vec![folder.to_owned()],
        inputs: Vec::new(),
    };
    let written = store::change_all(folder, &limits, what, files.to_vec());
    written.map_err(|error| Refused::No(error.to_string()))
}
