//! The format: which sections there are and what stands in them. Loading, messages and documentation
//! read this table.

use super::record::{Record, Shape, plain};
use super::{article, draft, rulings, vocabulary};

/// What a document can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// An article with its claims and drafts.
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
    /// Which of the readers reads its members.
    pub(super) members: Members,
    /// The document that it belongs to.
    pub document: Document,
    /// What stands under it.
    pub shape: Shape,
}

/// What the members of a section are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Members {
    /// Fields of an article.
    Article,
    Claims,
    Drafts,
    Sources,
    Entities,
    Properties,
    Rules,
    Rulings,
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
    Section {
        name: "article",
        members: Members::Article,
        document: Document::Article,
        shape: Shape::Record(&article::ARTICLE),
    },
    Section {
        name: "claims",
        members: Members::Claims,
        document: Document::Article,
        shape: Shape::Records(&article::CLAIM),
    },
    Section {
        name: "drafts",
        members: Members::Drafts,
        document: Document::Article,
        shape: Shape::Records(&draft::DRAFT),
    },
    Section {
        name: "sources",
        members: Members::Sources,
        document: Document::Vocabulary,
        shape: Shape::Named(&vocabulary::SOURCE),
    },
    Section {
        name: "entities",
        members: Members::Entities,
        document: Document::Vocabulary,
        shape: Shape::Named(&vocabulary::ENTITY),
    },
    Section {
        name: "properties",
        members: Members::Properties,
        document: Document::Vocabulary,
        shape: Shape::Named(&vocabulary::PROPERTY),
    },
    Section {
        name: "rules",
        members: Members::Rules,
        document: Document::Vocabulary,
        shape: Shape::Records(&vocabulary::RULE),
    },
    Section {
        name: "rulings",
        members: Members::Rulings,
        document: Document::Rulings,
        shape: Shape::Records(&rulings::RULING),
    },
];
