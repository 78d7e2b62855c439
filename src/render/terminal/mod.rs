//! The report for the terminal: made for an editor who scans.
//!
//! First a line for each matter, and what could not be compared; then each matter in full, and at the
//! end what to do next. Marks and words carry the meaning, colours repeat it.

mod brief;
mod claims;
mod coverage;
mod derivation;
mod end;
mod grid;
mod line;
mod listing;
mod matter;
mod overview;
mod page;
mod quoted;
mod reading;
mod remarks;
mod story;

use std::io::{self, Write};

use super::matrix::Matrix;
use super::phrase;
use super::style::{Role, mark, mark_of, word, word_of};
use super::{Options, Reading};
use crate::coverage::Coverage;
use crate::explain::Derivation;
use crate::finding::{Finding, Report, Section};
use crate::graph::ClaimGraph;
use crate::listing::Listing;
use crate::model::Corpus;
use page::Page;
use story::Story;

/// On a wider page, ids and places would stand far from what they belong to.
const WIDEST: usize = 140;

/// Writes the report.
pub(super) fn write(report: &Report<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let page = &mut Page::new(options, out).at_most(WIDEST);
    let story = &Story::new(report, options);
    overview::write(page, story, options)?;
    for matter in &story.matters {
        matter::write(page, story, matter)?;
    }
    brief::not_compared(page, story)?;
    if story.lists_agreements {
        brief::by_subject(page, story, Section::Agreements)?;
    }
    brief::by_subject(page, story, Section::Notes)?;
    brief::joins(page, &report.joins)?;
    end::write(page, story, options)
}

/// Writes a list.
pub(super) fn listing(listing: &Listing, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    listing::write(&mut Page::new(options, out), listing)
}

/// Writes what no claim quotes; all of it, or the first of each article.
pub(super) fn write_coverage(
    graph: &ClaimGraph<'_>,
    articles: &[Coverage],
    (options, all): (&Options, bool),
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = &mut Page::new(options, out).at_most(WIDEST);
    coverage::write(page, graph, articles, all)
}

/// Writes how a finding was derived.
pub(super) fn derivation(
    derivation: &Derivation<'_>,
    corpus: &Corpus,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    derivation::write(&mut Page::new(options, out), corpus, derivation)
}

/// Writes how values are read.
pub(super) fn readings(
    readings: &[Reading<'_>],
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    reading::write(&mut Page::new(options, out), readings)
}

/// Writes the questions of a report against its articles.
pub(super) fn write_matrix(
    report: &Report<'_>,
    matrix: &Matrix<'_>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = &mut Page::new(options, out);
    if !matrix.rows.is_empty() {
        grid::write(page, matrix)?;
    }
    page.line(0, Role::Heading, &phrase::summary(report))
}

/// How a section's findings are marked: by a sign and a word, and by a colour.
struct Signal {
    mark: &'static str,
    word: &'static str,
    role: Role,
}

impl Signal {
    fn of(section: Section) -> Self {
        let role = match section {
            Section::Conflicts => Role::Conflict,
            Section::Warnings => Role::Warning,
            Section::NotCompared | Section::Notes => Role::Note,
            Section::Agreements => Role::Agreement,
        };
        Self {
            mark: mark(section),
            word: word(section),
            role,
        }
    }

    /// The same for one finding: an agreement with reservations and a dispute have signs of their own.
    fn of_finding(finding: &Finding) -> Self {
        let of_section = Self::of(finding.section());
        Self {
            mark: mark_of(finding),
            word: word_of(finding),
            role: if finding.is_plain() {
                of_section.role
            } else {
                Role::Note
            },
        }
    }
}
