//! The files of a run, by number.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::string::FromUtf8Error;

use super::numbered;

numbered! {
    /// The number of a file of the run. Numbers follow the order of the paths.
    FileId
}

/// One file of the run.
#[derive(Clone, Debug)]
struct File {
    path: PathBuf,
    text: Option<Box<str>>,
}

/// All files of a run, in the order of their paths.
///
/// Their texts are not kept, so that an archive need not fit into memory; an excerpt is read anew
/// from disk when a diagnostic shows it. Only standard input, which cannot be read twice, is kept.
#[derive(Clone, Debug, Default)]
pub struct Files {
    files: Vec<File>,
    skipped: usize,
}

impl Files {
    /// Adds a file on disk; call in the order of the paths.
    pub fn add(&mut self, path: PathBuf) -> FileId {
        self.push(File { path, text: None })
    }

    /// Adds a text that cannot be read again, under the name that messages show.
    pub fn add_text(&mut self, name: &str, text: &str) -> FileId {
        self.push(File {
            path: name.into(),
            text: Some(text.into()),
        })
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The path as the user named it.
    #[must_use]
    pub fn path(&self, id: FileId) -> &Path {
        self.files
            .get(id.index())
            .map_or(Path::new(""), |file| &file.path)
    }

    /// The same as people and programs write it, with `/` between its parts on every system.
    #[must_use]
    pub fn name(&self, id: FileId) -> Cow<'_, str> {
        let text = self.path(id).to_string_lossy();
        match std::path::MAIN_SEPARATOR {
            '/' => text,
            other => Cow::Owned(text.replace(other, "/")),
        }
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|file| file.path.as_path())
    }

    /// The text, as far as it can be had now; broken UTF-8 is replaced.
    #[must_use]
    pub fn text(&self, id: FileId) -> Option<String> {
        let file = self.files.get(id.index())?;
        match &file.text {
            Some(text) => Some(text.to_string()),
            None => {
                // A pipe gives its text once, and a device without end.
                let data = std::fs::metadata(&file.path).ok()?;
                let bytes = data.is_file().then(|| std::fs::read(&file.path).ok())??;
                let broken = |it: FromUtf8Error| String::from_utf8_lossy(it.as_bytes()).into();
                Some(String::from_utf8(bytes).unwrap_or_else(broken))
            }
        }
    }

    /// How many files the ignore files of the folders left out.
    #[must_use]
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// Remembers how many files were left out.
    pub fn set_skipped(&mut self, skipped: usize) {
        self.skipped = skipped;
    }

    fn push(&mut self, file: File) -> FileId {
        let id = FileId::from_index(self.files.len());
        self.files.push(file);
        id
    }
}
