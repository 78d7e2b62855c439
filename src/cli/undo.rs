//! `gainsay undo`: puts back what the last change changed.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::args::UndoArgs;
use super::output::{say, write_to};
use crate::render::visible;
use crate::store::{self, Entry};

/// Undoes the last change of a folder, or lists what can be undone.
pub(super) fn run(args: &UndoArgs) -> io::Result<ExitCode> {
    let folder = &args.folder;
    if !folder.is_dir() {
        let folder = folder.display();
        return Err(io::Error::other(format!("{folder} is no folder")));
    }
    if args.list {
        let entries = store::changes(folder);
        write_to(None, |out| {
            let mut entries = entries.iter().rev();
            entries.try_for_each(|entry| writeln!(out, "{}", shown(entry)))
        })?;
        return Ok(ExitCode::SUCCESS);
    }
    recover_in(folder)?;
    let Some(entry) = store::undo(folder)? else {
        let folder = folder.display();
        let message = format!("no change is kept in {folder}/.gainsay/undo");
        return Err(io::Error::other(message));
    };
    say(&format!("undone: {}", shown(&entry)))?;
    Ok(ExitCode::SUCCESS)
}

/// Takes back what killed runs left unfinished around a file, and says so.
pub(super) fn recover(file: &Path) -> io::Result<()> {
    match file.parent() {
        Some(folder) if folder == Path::new("") => recover_in(Path::new(".")),
        Some(folder) => recover_in(folder),
        None => Ok(()),
    }
}

pub(super) fn recover_in(folder: &Path) -> io::Result<()> {
    for recovered in store::recover(folder)? {
        let entry = shown(&recovered.entry);
        say(&format!(
            "a change that was cut short is taken back: {entry}"
        ))?;
        for file in recovered.left {
            let file = file.to_string_lossy();
            say(&format!("{file} was changed since, and is left as it is"))?;
        }
    }
    Ok(())
}

/// A change in one line.
fn shown(entry: &Entry) -> String {
    let files: Vec<String> = entry
        .files
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    let line = format!("{}: {} ({})", entry.number, entry.what, files.join(", "));
    visible(&line).into_owned()
}
