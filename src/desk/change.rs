//! What people change at a desk, and what that makes of a file.

use std::io;
use std::path::{Path, PathBuf};

use super::{Desk, claim, fresh, helps, rulings, vocabulary};
use crate::model::Decision;
use crate::value::Day;

/// One change, as a person means it.
#[derive(Clone, Debug)]
pub enum Change {
    /// A claim more, or a draft where it lacks what a claim needs.
    Add(Seen, Fields),
    /// Other texts in the fields of a claim or draft; a draft that is complete then becomes a claim.
    Edit(Seen, At, Fields),
    /// A claim or draft goes.
    Delete(Seen, At),
    /// The day on which an article was published.
    Publish(Seen, String),
    /// An article more, with its text.
    Article(NewArticle),
    /// A decision about a finding.
    Rule(Ruled),
    /// Something more in the vocabulary, as YAML.
    Declare(String),
}

impl Change {
    /// The key of the article that it is about.
    #[must_use]
    pub fn article(&self) -> Option<&str> {
        match self {
            Self::Add(seen, _)
            | Self::Edit(seen, ..)
            | Self::Delete(seen, _)
            | Self::Publish(seen, _) => Some(&seen.key),
            Self::Article(_) | Self::Rule(_) | Self::Declare(_) => None,
        }
    }
}

impl Change {
    /// The subject of the claim that it leaves, as written; empty where it leaves a draft, and nothing where the
    /// change does not say.
    pub(super) fn subject(&self) -> Option<&str> {
        let (fields, is_new) = match self {
            Self::Add(_, fields) => (fields, true),
            Self::Edit(_, _, fields) => (fields, false),
            _ => return None,
        };
        let mut needed = [None; 3];
        for (field, text) in fields {
            if let Some(at) = ["subject", "property", "value"]
                .iter()
                .position(|it| it == field)
            {
                needed[at] = Some(text.trim());
            }
        }
        match needed {
            [Some(subject), Some(property), Some(value)]
                if !property.is_empty() && !value.is_empty() =>
            {
                Some(subject)
            }
            [Some(_), Some(_), Some(_)] => Some(""),
            _ => is_new.then_some(""),
        }
    }
}

/// An article as somebody has seen it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its key.
    pub key: String,
    /// The fingerprint of its file.
    pub fingerprint: String,
}

/// A claim or draft of an article, by its place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// Whether it stands among the drafts.
    pub draft: bool,
    /// Which entry it is, from 0.
    pub number: usize,
}

/// Names of fields with their texts, as cells of a table have them.
pub type Fields = Vec<(String, String)>;

/// An article that is to be added.
#[derive(Clone, Debug, Default)]
pub struct NewArticle {
    /// Its fields.
    pub fields: Fields,
    /// Its text, or the page that was saved.
    pub text: String,
    /// Whether that is a page.
    pub is_page: bool,
}

/// A decision about a finding.
#[derive(Clone, Debug)]
pub struct Ruled {
    /// The finding.
    pub finding: String,
    /// What is decided.
    pub decision: Decision,
    /// Which value stands.
    pub value: Option<String>,
    /// Who decides.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The first day on which it no longer counts.
    pub expires: Option<Day>,
}

/// Why nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It cannot be done, and why.
    No(String),
    /// A file is not what was seen.
    Changed {
        /// What to know.
        why: String,
        /// What it holds now.
        theirs: String,
        /// What was to be written.
        mine: String,
    },
}

impl Refused {
    /// A file that cannot be read.
    pub(super) fn unreadable(path: &Path, error: &io::Error) -> Self {
        let (path, why) = (path.display(), crate::store::reason(error));
        Self::No(format!("{path} cannot be read: {why}"))
    }

    /// A file that something else has changed.
    pub(super) fn changed(path: &Path, now: Option<&[u8]>, mine: Option<&[u8]>) -> Self {
        let text =
            |bytes: Option<&[u8]>| String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Self::Changed {
            why: format!("{name} was changed elsewhere meanwhile; nothing was written"),
            theirs: text(now),
            mine: text(mine),
        }
    }
}

/// A change of files, worked out and not made.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    /// What it is, in words.
    pub(super) what: String,
    /// The file that changes.
    pub(super) path: PathBuf,
    /// What it holds; nothing where it is new.
    pub(super) old: Option<String>,
    /// What it is to hold.
    pub(super) new: String,
    /// Files that are written with it, which are not there yet.
    pub(super) beside: Vec<(PathBuf, String)>,
}

/// Works out what a change makes of a file.
pub(super) fn plan(desk: &mut Desk, change: &Change) -> Result<Planned, Refused> {
    match change {
        Change::Add(seen, fields) => claim::add(desk.corpus(), seen, fields),
        Change::Edit(seen, at, fields) => claim::edit(desk.corpus(), seen, *at, fields),
        Change::Delete(seen, at) => claim::delete(desk.corpus(), seen, *at),
        Change::Publish(seen, day) => helps::publish(desk.corpus(), seen, day),
        Change::Article(new) => fresh::article(desk.corpus(), desk.folder(), new),
        Change::Rule(ruled) => rulings::rule(desk, ruled),
        Change::Declare(yaml) => vocabulary::declare(desk.corpus(), desk.folder(), yaml),
    }
}
