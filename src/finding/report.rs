//! A report: findings sorted, filtered and counted once, for every format.

use super::{Check, Finding, FindingId, Level};
use crate::diagnostic::Diagnostic;
use crate::model::{Corpus, Quotes};
use crate::text::FileId;

/// Everything that a format shows.
#[derive(Debug)]
pub struct Report<'a> {
    /// What the claims, articles and places of the findings are.
    pub corpus: &'a Corpus,
    /// The findings to show: by level, importance, then subject and property; what is told under one
    /// follows it.
    pub findings: Vec<Finding>,
    /// Whether notes and what rulings silence were asked for: then only other filters hide findings.
    pub all: bool,
    /// Counts over the whole run, shown or not.
    pub summary: Summary,
    /// How many first digits of an id stand for no other, shown or not.
    pub id_digits: usize,
    /// The files whose rulings silence findings, shown or not.
    pub silenced_in: Vec<FileId>,
    /// The files of the rulings that have no conflict any more.
    pub idle_in: Vec<FileId>,
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
    /// Of these, the findings of which that is all there is to say, and that no ruling silences.
    pub not_compared: usize,
    /// And those on which something else was found, likewise.
    pub compared_in_part: usize,
    /// Findings that rulings silence.
    pub silenced: usize,
    /// Findings left out of the report, by its filters or by rulings.
    pub hidden: usize,
    /// Of these, the findings that pass the filters and that rulings hide.
    pub hidden_by_rulings: usize,
    /// Rulings whose conflict is gone, though the articles that they weighed are in the run.
    pub idle_rulings: usize,
    /// Of these, the rulings that let another value stand than the articles now say.
    pub contradicted_rulings: usize,
    /// Of the conflicts, those in which every conflicting pair has speakers on both sides who differ.
    pub disputes: usize,
    /// Drafts, which wait to become claims.
    pub drafts: usize,
    /// Quotes, and how many of them were looked up.
    pub quotes: Quotes,
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

/// The parts of a report, in the order of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// What cannot all be true.
    Conflicts,
    /// What an editor should look at.
    Warnings,
    /// What could not be compared: never hidden, for silence is not agreement.
    NotCompared,
    /// Where sources agree.
    Agreements,
    /// Everything else.
    Notes,
}

impl Section {
    /// All parts, in order.
    pub const ALL: [Self; 5] = [
        Self::Conflicts,
        Self::Warnings,
        Self::NotCompared,
        Self::Agreements,
        Self::Notes,
    ];
}

impl Finding {
    /// Whether a ruling silences it.
    #[must_use]
    pub fn is_silenced(&self) -> bool {
        self.ruling.as_ref().is_some_and(|ruling| ruling.silences)
    }

    /// Whether it is told by itself, and no ruling settles it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.fold.is_none() && !self.is_silenced()
    }

    /// The part of a report in which it stands.
    #[must_use]
    pub fn section(&self) -> Section {
        match self.level {
            Level::Conflict => Section::Conflicts,
            Level::Warning => Section::Warnings,
            Level::Agreement => Section::Agreements,
            Level::Note if self.check == Check::Undetermined => Section::NotCompared,
            Level::Note => Section::Notes,
        }
    }
}

/// Why an id names no finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotOne {
    /// None has it.
    Unknown,
    /// It is the beginning of several ids.
    Several(Vec<FindingId>),
}

/// The finding of an id, or of the beginning of one.
///
/// # Errors
///
/// None of the findings has it, or several begin with it.
pub fn find<'a>(findings: &'a [Finding], id: &str) -> Result<&'a Finding, NotOne> {
    let meant: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.id.is_meant_by(id))
        .collect();
    match meant.as_slice() {
        [] => Err(NotOne::Unknown),
        [finding] => Ok(finding),
        _ => Err(NotOne::Several(
            meant.iter().map(|finding| finding.id).collect(),
        )),
    }
}

impl Report<'_> {
    /// The findings of one part, in order, without those that are told under another.
    pub fn of_section(&self, section: Section) -> impl Iterator<Item = &Finding> {
        self.matters(section).map(|(finding, _)| finding)
    }

    /// The same, each with those that are told under it.
    pub fn matters(&self, section: Section) -> impl Iterator<Item = (&Finding, &[Finding])> {
        let matters = self.findings.chunk_by(|_, next| next.fold.is_some());
        let matters = matters.filter_map(|matter| matter.split_first());
        matters.filter(move |(finding, _)| finding.section() == section)
    }
}
