//! Articles: publications that make claims.

use std::path::Path;

use super::Symbol;
use crate::text::{Place, numbered};
use crate::value::{Day, Intervals};

numbered! {
    /// The number of an article.
    ArticleId
}

/// How many sentences a text has, and how many of them no claim of the article quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentences {
    /// All of them, but for furniture of a page that no claim quotes.
    pub all: usize,
    /// Those that no claim quotes.
    pub open: usize,
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
    /// The days that a program guessed. They count for nothing until somebody confirms them.
    pub guessed: Option<Intervals<Day>>,
    /// Where its text lies, if it was found readable inside the folders of the run.
    pub text: Option<Box<Path>>,
    /// How many sentences its text has, where that was counted.
    pub sentences: Option<Sentences>,
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
