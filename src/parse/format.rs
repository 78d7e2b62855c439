//! The format: which sections there are and what stands in them. Loading, messages and documentation
//! read this table.

use super::record::{Record, Shape, plain};
use super::{article, rulings, vocabulary};

/// What a document can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// An article with its claims.
    Article,
    /// Declarations that all files share.
    Vocabulary,
    /// Decisions of editors.
    Rulings,
}

/// A top-level key.
pub struct Section {
    /// The key.
    pub name: &'static str,
    /// The document that it belongs to.
    pub document: Document,
    /// What stands under it.
    pub shape: Shape,
}

impl Section {
    /// The section that a key starts.
    #[must_use]
    pub fn of(key: &str) -> Option<&'static Self> {
        let key = plain(key.trim());
        SECTIONS.iter().find(|section| section.name == key)
    }

    /// The record that stands under it, once or many times.
    #[must_use]
    pub fn record(&self) -> Option<&'static Record> {
        self.shape.record()
    }
}

/// All top-level keys.
pub const SECTIONS: &[Section] = &[
    section(
        "article",
        Document::Article,
        Shape::Record(&article::ARTICLE),
    ),
    section("claims", Document::Article, Shape::Records(&article::CLAIM)),
    section(
        "sources",
        Document::Vocabulary,
        Shape::Named(&vocabulary::SOURCE),
    ),
    section(
        "entities",
        Document::Vocabulary,
        Shape::Named(&vocabulary::ENTITY),
    ),
    section(
        "properties",
        Document::Vocabulary,
        Shape::Named(&vocabulary::PROPERTY),
    ),
    section(
        "rules",
        Document::Vocabulary,
        Shape::Records(&vocabulary::RULE),
    ),
    section(
        "rulings",
        Document::Rulings,
        Shape::Records(&rulings::RULING),
    ),
];

const fn section(name: &'static str, document: Document, shape: Shape) -> Section {
    Section {
        name,
        document,
        shape,
    }
}
