//! Lists of what the files name, so that annotators use one label for one thing.
//!
//! In: the graph. Out: plain cells in a fixed order. Linear in the claims, but for sorting.

mod draft;
mod entity;
mod question;
mod source;

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::model::{ArticleId, Symbol, Symbols};
use crate::value::sentence::counted;

pub use draft::drafts;
pub use entity::entities;
pub use question::questions;
pub use source::sources;

/// A list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// What it lists, one of them and several: "question", "questions".
    pub noun: (&'static str, &'static str),
    /// Its columns.
    pub columns: &'static [Column],
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// A column of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What stands in it, which decides where people find it.
    pub holds: Holds,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The name of a group of entries, which follow each other.
    Group,
    /// The name of the entry.
    Name,
    /// A word.
    Word,
    /// A number; what it counts, one of them and several.
    Count(&'static str, &'static str),
    /// "yes" or "no", or nothing where the question does not arise; what either means.
    Answer(&'static str, &'static str),
    /// The ways in which the name is written, and how often.
    Spellings,
    /// Names and other text of any length.
    Text,
}

const fn column(name: &'static str, holds: Holds) -> Column {
    Column { name, holds }
}

/// Columns with a number in them.
const CLAIMS: Column = column("claims", Holds::Count("claim", "claims"));
const ARTICLES: Column = column("articles", Holds::Count("article", "articles"));

/// One entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// One cell for each column.
    pub cells: Vec<String>,
    /// What an annotator should look at.
    pub remarks: Vec<String>,
}

/// How often a name is written, and in which articles.
#[derive(Clone, Debug, Default)]
struct Spellings(IndexMap<Symbol, (usize, BTreeSet<ArticleId>)>);

impl Spellings {
    fn add(&mut self, name: Symbol, article: ArticleId) {
        let (count, articles) = self.0.entry(name).or_default();
        *count += 1;
        articles.insert(article);
    }

    /// The commonest first, ties alphabetical: "age ×3 in 2 articles; years old".
    fn in_words(&self, symbols: &Symbols) -> String {
        let mut sorted: Vec<(&str, usize, usize)> = self
            .0
            .iter()
            .map(|(name, (count, articles))| (symbols.text(*name), *count, articles.len()))
            .collect();
        sorted.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let words = sorted.iter().map(|(name, count, articles)| {
            format!("{name} ×{count} in {}", counted(*articles, "article"))
        });
        words.collect::<Vec<_>>().join("; ")
    }
}
