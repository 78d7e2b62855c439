//! A report: findings sorted, filtered and counted once, for every format.

use super::{Finding, Level};
use crate::diagnostic::Diagnostic;
use crate::model::Corpus;

/// Everything that a format shows.
#[derive(Debug)]
pub struct Report<'a> {
    /// What the claims, articles and places of the findings are.
    pub corpus: &'a Corpus,
    /// The findings to show: by level, importance, then subject and property.
    pub findings: Vec<Finding>,
    /// Counts over the whole run, shown or not.
    pub summary: Summary,
    /// Names that were taken for one because they are alike.
    pub joins: Vec<Join>,
    /// The problems in the annotation files.
    pub diagnostics: Vec<Diagnostic>,
}

/// Counts over the whole run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Articles read.
    pub articles: usize,
    /// Claims read.
    pub claims: usize,
    /// Questions that they answer.
    pub questions: usize,
    /// Findings of level conflict that no ruling silences.
    pub conflicts: usize,
    /// Findings of level warning that no ruling silences.
    pub warnings: usize,
    /// Findings of level agreement.
    pub agreements: usize,
    /// Findings of level note.
    pub notes: usize,
    /// Questions with something that could not be compared.
    pub undetermined: usize,
    /// Findings that rulings silence.
    pub silenced: usize,
    /// Findings left out of the report by its filters.
    pub hidden: usize,
}

/// A name that was taken for an entity because they are alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    /// The name as written.
    pub name: String,
    /// The entity that it was taken for.
    pub entity: String,
    /// The article in which it was, where it means something else in others.
    pub article: Option<String>,
    /// How alike they are, from 0 to 1.
    pub score: f64,
    /// Why they were joined.
    pub why: String,
}

impl Summary {
    /// Adds counts.
    pub fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.claims += other.claims;
        self.questions += other.questions;
        self.conflicts += other.conflicts;
        self.warnings += other.warnings;
        self.agreements += other.agreements;
        self.notes += other.notes;
        self.undetermined += other.undetermined;
        self.silenced += other.silenced;
        self.hidden += other.hidden;
    }
}

impl Report<'_> {
    /// The findings of a level, in order.
    pub fn of_level(&self, level: Level) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.level == level)
    }
}
