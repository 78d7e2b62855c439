//! Places as people and programs look them up.

use std::borrow::Cow;

use crate::model::Corpus;
use crate::text::{FileId, Place};

/// The path and line of a place: "claims/axios.yaml:12".
pub(super) fn place(corpus: &Corpus, place: Place) -> String {
    format!("{}:{}", path(corpus, place.file), place.spot.line)
}

/// The path of a file, with `/` between its parts on every system.
pub(super) fn path(corpus: &Corpus, file: FileId) -> Cow<'_, str> {
    let text = corpus.files.path(file).to_string_lossy();
    match std::path::MAIN_SEPARATOR {
        '/' => text,
        other => Cow::Owned(text.replace(other, "/")),
    }
}
