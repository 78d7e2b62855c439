//! Drafts: what somebody noted of an article, and nobody has made a claim of yet.

use super::{ArticleId, Stance};
use crate::text::Place;
use crate::value::Written;

/// Parts of a claim. A draft is never compared: its names are plain texts, and join with nothing.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The article that it is about.
    pub article: ArticleId,
    /// The annotator's own id for it.
    pub name: Option<Box<str>>,
    /// What it is about.
    pub subject: Option<Box<str>>,
    /// Which aspect is claimed.
    pub property: Option<Box<str>>,
    /// The value.
    pub written: Option<Written>,
    /// Whether the value is asserted or denied.
    pub stance: Option<Stance>,
    /// Whether the article itself is unsure.
    pub hedged: Option<bool>,
    /// A fragment of the article's own words.
    pub quote: Option<Box<str>>,
    /// The speakers that the article names.
    pub attribution: Box<[Box<str>]>,
    /// When the speaker said it.
    pub said: Option<Box<str>>,
    /// Its scope: `when`, `where` and other qualifiers, each with its value.
    pub qualifiers: Box<[(Box<str>, Box<str>)]>,
    /// Articles and sources from which it comes.
    pub cites: Box<[Box<str>]>,
    /// A remark for colleagues.
    pub note: Option<Box<str>>,
    /// Where its entry starts.
    pub place: Place,
}

impl Draft {
    /// What a claim must have and this has not.
    pub fn missing(&self) -> impl Iterator<Item = &'static str> {
        let parts = [
            ("subject", self.subject.is_none()),
            ("property", self.property.is_none()),
            ("value", self.written.is_none()),
        ];
        parts
            .into_iter()
            .filter_map(|(name, is_missing)| is_missing.then_some(name))
    }
}
