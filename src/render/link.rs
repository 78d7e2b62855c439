//! Links from a terminal to files: what a place in a file is called there.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

use crate::model::Corpus;
use crate::parse::STDIN;
use crate::text::Place;

/// What stays as it is in the path of an address (RFC 3986, `pchar` without the risky ones).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/')
    .remove(b':');

/// Where the files of a run lie.
#[derive(Clone, Debug)]
pub struct Links {
    /// The name of the computer: a terminal may show a session on another.
    pub host: String,
    /// The folder from which the paths of the run count.
    pub folder: PathBuf,
}

impl Links {
    /// The address of a place: `file://host/folder/claims/axios.yaml#12`.
    ///
    /// The line is a fragment, as kitty and WezTerm hand it to an editor; others ignore it. `None` for
    /// standard input.
    pub(super) fn address(&self, corpus: &Corpus, place: Place) -> Option<String> {
        let path = corpus.files.path(place.file);
        if path == Path::new(STDIN) {
            return None;
        }
        let path: PathBuf = self.folder.join(path).components().collect();
        let path = path.into_os_string();
        let host = percent_encode(self.host.as_bytes(), PLAIN);
        let mut bytes = path.into_encoded_bytes();
        if cfg!(windows) {
            bytes
                .iter_mut()
                .filter(|c| **c == b'\\')
                .for_each(|c| *c = b'/');
            bytes.insert(0, b'/');
        }
        let path = percent_encode(&bytes, PLAIN);
        Some(format!("file://{host}{path}#{}", place.spot.line))
    }
}
