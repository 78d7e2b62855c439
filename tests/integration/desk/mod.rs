//! The desk: a folder, the changes that people make of it, and the page on which they make them.

mod any;
#[cfg(feature = "desk")]
mod asked;
#[cfg(feature = "desk")]
mod axe;
#[cfg(feature = "desk")]
mod beside;
mod changes;
#[cfg(feature = "desk")]
mod helps;
#[cfg(feature = "desk")]
mod killed;
#[cfg(feature = "desk")]
mod page;
#[cfg(feature = "desk")]
mod refused;
#[cfg(feature = "desk")]
mod sentences;
#[cfg(feature = "desk")]
mod shown;
#[cfg(feature = "desk")]
mod web;

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::desk::{At, Change, Desk, Fields, Options, Seen};
use tempfile::TempDir;

/// A story of two articles, one with its text, and a vocabulary.
pub(crate) const POST: &str = "\
# Read by two of us.
article:
  id: post
  source: Harbour Post
  published: 2024-03-05
  text: post.txt
claims:
  # The number of the evening.
  - subject: dock fire
    property: injured
    value: three   # dockers
    quote: three dockers were hurt
";

pub(crate) const POST_TEXT: &str = "\
Fire at the docks

Late on Monday three dockers were hurt in a fire. The fire broke out at 9 p.m., and 12 boats were lost.
Boats were lost in 1998 too, when a shed burnt down.
";

pub(crate) const RADIO: &str = "\
article:
  id: radio
  source: City Radio
  published: 2024-03-07
  text: radio.txt
drafts:
  - quote: two sheds burnt down
";

pub(crate) const RADIO_TEXT: &str = "\
One docker was injured when two sheds burnt down on Monday.
Nine boats were lost, the harbour master said.
";

pub(crate) const VOCABULARY: &str = "\
properties:
  injured: {kind: number, question: How many people were hurt?}
  boats lost: {kind: number}
";

/// A desk on files of its own.
pub(crate) struct Story {
    folder: TempDir,
}

impl Story {
    pub(crate) fn empty() -> Self {
        let folder = tempfile::Builder::new().prefix("ferry-").tempdir();
        Self {
            folder: folder.unwrap(),
        }
    }

    pub(crate) fn new() -> Self {
        let story = Self::empty();
        for (name, text) in [
            ("post.yaml", POST),
            ("post.txt", POST_TEXT),
            ("radio.yaml", RADIO),
            ("radio.txt", RADIO_TEXT),
            ("vocabulary.yaml", VOCABULARY),
        ] {
            story.write(name, text);
        }
        story
    }

    /// Two articles of which more could be compared.
    pub(crate) fn to_help() -> Self {
        let story = Self::empty();
        for name in ["gazette", "herald"] {
            let text = fs::read_to_string(format!("tests/fixtures/suggest/{name}.yaml"));
            story.write(&format!("{name}.yaml"), &text.unwrap());
        }
        story
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap()
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.file(name), text).unwrap();
    }

    pub(crate) fn options(&self) -> Options {
        Options {
            folder: self.path().to_owned(),
            strict_names: false,
            today: Box::new(|| None),
            read_only: false,
        }
    }

    pub(crate) fn desk(&self) -> Desk {
        Desk::open(self.options())
    }
}

/// An article as a page has it that was opened now.
pub(crate) fn seen(desk: &mut Desk, id: &str) -> Seen {
    let corpus = desk.corpus();
    let article = corpus.article_ids().find(|it| corpus.id(*it) == id);
    let key = corpus.article_key(article.unwrap());
    let fingerprint = desk
        .article(&key)
        .unwrap_or_else(|why| panic!("{why:?}"))
        .fingerprint;
    Seen { key, fingerprint }
}

pub(crate) fn fields(fields: &[(&str, &str)]) -> Fields {
    let field = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
    fields.iter().map(field).collect()
}

/// A claim more.
pub(crate) fn add(desk: &mut Desk, article: &str, texts: &[(&str, &str)]) -> Change {
    Change::Add(seen(desk, article), fields(texts))
}

pub(crate) const FIRST: At = At {
    draft: false,
    number: 0,
};
