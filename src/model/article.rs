//! Articles: publications that make claims.

use std::path::Path;

use super::Symbol;
use crate::text::Place;
use crate::value::{Day, Intervals};

/// The number of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(u32);

impl ArticleId {
    /// The number as an index into [`super::Corpus::articles`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The article at an index.
    #[must_use]
    pub fn from_index(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }
}

/// One publication, as one annotator read it.
#[derive(Clone, Debug)]
pub struct Article {
    /// The id that other files refer to.
    pub id: Symbol,
    /// The outlet, agency or authority that published it, if the annotator knew.
    pub source: Option<Symbol>,
    /// Its headline.
    pub title: Option<Box<str>>,
    /// Who wrote it.
    pub author: Option<Box<str>>,
    /// Where it stands on the web.
    pub url: Option<Box<str>>,
    /// The days on which it may have been published.
    pub published: Option<Intervals<Day>>,
    /// Where its text lies, if it was found readable inside the folders of the run.
    pub text: Option<Box<Path>>,
    /// The articles and sources that it draws on as a whole.
    pub cites: Box<[Symbol]>,
    /// The article from which the whole text is taken.
    pub copy_of: Option<Symbol>,
    /// The article of which this is a later version.
    pub revises: Option<Symbol>,
    /// Who annotated it.
    pub annotator: Option<Symbol>,
    /// Where its entry starts.
    pub place: Place,
}
