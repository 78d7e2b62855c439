//! Places as people and programs look them up.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::model::{ClaimId, Corpus};
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
    /// Whether each claim stands in a file of its article's name.
    by_article: bool,
}

impl Places {
    /// Finds what the places of some claims have in common.
    pub(super) fn new(corpus: &Corpus, claims: &[ClaimId]) -> Self {
        let files = claims.iter().map(|id| corpus.place(*id).file);
        let files: BTreeSet<FileId> = files.collect();
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
        let mut places = Self {
            folder,
            ending,
            by_article: false,
        };
        places.by_article = claims.iter().all(|id| places.is_by_article(corpus, *id));
        places
    }

    /// The place of a claim without what all have in common: "axios:12"; beside the name of its article
    /// that of a file of the same name is left out: "line 12".
    pub(super) fn beside(&self, corpus: &Corpus, id: ClaimId) -> String {
        match self.is_by_article(corpus, id) {
            true => with_text(corpus, id, format!("line {}", corpus.place(id).spot.line)),
            false => self.short(corpus, id),
        }
    }

    /// The same with the name of the file in any case.
    pub(super) fn short(&self, corpus: &Corpus, id: ClaimId) -> String {
        let place = corpus.place(id);
        let place = format!("{}:{}", self.name(corpus, place.file), place.spot.line);
        with_text(corpus, id, place)
    }

    fn name(&self, corpus: &Corpus, file: FileId) -> String {
        let path = path(corpus, file);
        let short = path.strip_prefix(&self.folder).unwrap_or(&path);
        short.strip_suffix(self.ending).unwrap_or(short).to_owned()
    }

    fn is_by_article(&self, corpus: &Corpus, id: ClaimId) -> bool {
        self.name(corpus, corpus.place(id).file) == corpus.article_id(id)
    }

    /// What was left out, around what was not: "claims/harbour/NAME.yaml:LINE"; `None` for nothing.
    pub(super) fn pattern(&self) -> Option<String> {
        let Self { folder, ending, .. } = self;
        let name = match self.by_article {
            true => "ARTICLE",
            false => "NAME",
        };
        (!folder.is_empty()).then(|| format!("{folder}{name}{ending}:LINE"))
    }
}

const YAML: &str = ".yaml";

/// The place of a claim with that of its quote in the article's text: "line 12 (text 3)".
fn with_text(corpus: &Corpus, id: ClaimId, place: String) -> String {
    match corpus.claim(id).spots.quoted {
        Some(line) => format!("{place} (text {line})"),
        None => place,
    }
}
