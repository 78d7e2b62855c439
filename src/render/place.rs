//! Places as people and programs look them up.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::model::Corpus;
use crate::text::{FileId, Place};

/// The path and line of a place: "claims/axios.yaml:12".
pub(super) fn place(corpus: &Corpus, place: Place) -> String {
    format!("{}:{}", path(corpus, place.file), place.spot.line)
}

/// The path of a file.
pub(super) fn path(corpus: &Corpus, file: FileId) -> Cow<'_, str> {
    corpus.files.name(file)
}

/// Places without the folder that all of them have in common, which is told once.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// "claims/harbour/", or nothing.
    folder: String,
    /// The ending that all files have, told with the folder.
    ending: &'static str,
}

impl Places {
    /// Finds what some places have in common.
    pub(super) fn new(corpus: &Corpus, places: impl Iterator<Item = Place>) -> Self {
        let files: BTreeSet<FileId> = places.map(|place| place.file).collect();
        let mut paths = files.into_iter().map(|file| path(corpus, file));
        let folder_of = |path: &str| path.rfind('/').map_or(0, |at| at + 1);
        let Some(first) = paths.next() else {
            return Self::default();
        };
        let mut folder = first[..folder_of(&first)].to_owned();
        let mut is_yaml = first.ends_with(YAML);
        for path in paths {
            is_yaml &= path.ends_with(YAML);
            while !path.starts_with(&folder) {
                let shorter = folder.trim_end_matches('/');
                folder.truncate(folder_of(shorter));
            }
        }
        let ending = match is_yaml && !folder.is_empty() {
            true => YAML,
            false => "",
        };
        Self { folder, ending }
    }

    /// A place without what all have in common: "axios:12".
    pub(super) fn short(&self, corpus: &Corpus, place: Place) -> String {
        let path = path(corpus, place.file);
        let short = path.strip_prefix(&self.folder).unwrap_or(&path);
        let short = short.strip_suffix(self.ending).unwrap_or(short);
        format!("{short}:{}", place.spot.line)
    }

    /// What was left out, around what was not: "claims/harbour/NAME.yaml:LINE"; `None` for nothing.
    pub(super) fn pattern(&self) -> Option<String> {
        let Self { folder, ending } = self;
        (!folder.is_empty()).then(|| format!("{folder}NAME{ending}:LINE"))
    }
}

const YAML: &str = ".yaml";
