//! Which articles are later versions of which.

use fnv::FnvBuildHasher;
use indexmap::{IndexMap, IndexSet};

use super::{Corpus, Symbol};
use crate::text::forest::{Line, lines};

/// Which articles are later versions of which, by their ids: each revises at most one other.
#[derive(Debug, Default)]
pub struct Lineage {
    lines: IndexMap<Symbol, Line, FnvBuildHasher>,
}

impl Lineage {
    /// The versions of a corpus. Nearly linear in the articles that revise others.
    #[must_use]
    pub fn new(corpus: &Corpus) -> Self {
        let articles = corpus.articles.iter();
        let pairs = articles.filter_map(|article| Some((article.id, article.revises?)));
        let earlier: IndexMap<Symbol, Symbol, FnvBuildHasher> = pairs.collect();
        let ids: IndexSet<Symbol, FnvBuildHasher> =
            earlier.iter().flat_map(|(id, of)| [*id, *of]).collect();
        let earlier = ids.iter().map(|id| ids.get_index_of(earlier.get(id)?));
        let lines = lines(&Vec::from_iter(earlier));
        Self {
            lines: ids.into_iter().zip(lines).collect(),
        }
    }

    /// Whether no article revises another.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Where an article stands, later versions under earlier ones; `None` where it neither revises
    /// another nor is revised.
    #[must_use]
    pub fn line(&self, article: Symbol) -> Option<Line> {
        self.lines.get(&article).copied()
    }

    /// Whether one article is a later version of another, directly or through others.
    #[must_use]
    pub fn revises(&self, later: Symbol, earlier: Symbol) -> bool {
        match (self.line(later), self.line(earlier)) {
            (Some(later), Some(earlier)) => earlier.is_above(later),
            _ => false,
        }
    }
}
