//! The report for the terminal: made for an editor who scans.
//!
//! Conflicts come first, then what deserves a look, then what could not be compared; what agrees is
//! brief. Marks and words carry the meaning, colours repeat it.

mod brief;
mod columns;
mod derivation;
mod full;
mod grid;
mod line;
mod listing;
mod page;
mod reading;
mod remarks;

use std::io::{self, Write};

use super::matrix::Matrix;
use super::phrase;
use super::style::{Role, mark};
use super::{Options, Reading};
use crate::explain::Derivation;
use crate::finding::{Finding, Report, Section};
use crate::listing::Listing;
use crate::model::Corpus;
use columns::Columns;
use page::Page;

/// Writes the report.
pub(super) fn write(report: &Report<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let page = &mut Page::new(options, out);
    let whole = report.findings.iter().filter(|f| f.fold.is_none());
    let detailed = whole.filter(|f| is_detailed(f.section()));
    let columns = Columns::new(report.corpus, detailed, page.width());
    for section in Section::ALL {
        let mut findings = report.matters(section).peekable();
        if findings.peek().is_none() {
            continue;
        }
        let number = report.of_section(section).count();
        let title = format!("{} ({number})", phrase::title(section).to_uppercase());
        page.line(0, Signal::of(section).role, &title)?;
        page.blank()?;
        for (finding, folded) in findings {
            match section {
                Section::Conflicts | Section::Warnings => {
                    full::write(page, report.corpus, &columns, (finding, folded))?;
                }
                Section::NotCompared => {
                    brief::not_compared(page, report.corpus, finding)?;
                }
                Section::Agreements | Section::Notes => {
                    brief::agreement(page, report.corpus, finding)?;
                }
            }
        }
        if matches!(section, Section::Agreements | Section::Notes) {
            page.blank()?;
        }
    }
    brief::joins(page, &report.joins)?;
    page.line(0, Role::Heading, &phrase::summary(report))
}

/// Writes a list.
pub(super) fn listing(listing: &Listing, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    listing::write(&mut Page::new(options, out), listing)
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

/// Whether the findings of a section show each claim.
fn is_detailed(section: Section) -> bool {
    matches!(section, Section::Conflicts | Section::Warnings)
}

/// How a section's findings are marked: by a sign and a word, and by a colour.
struct Signal {
    mark: &'static str,
    word: &'static str,
    role: Role,
}

impl Signal {
    fn of(section: Section) -> Self {
        let (word, role) = match section {
            Section::Conflicts => ("conflict", Role::Conflict),
            Section::Warnings => ("warning", Role::Warning),
            Section::NotCompared => ("not compared", Role::Note),
            Section::Agreements => ("agreement", Role::Agreement),
            Section::Notes => ("note", Role::Note),
        };
        let mark = mark(section, true);
        Self { mark, word, role }
    }

    /// The same for one finding: an agreement with reservations has a sign and a colour of its own.
    fn of_finding(finding: &Finding) -> Self {
        let section = finding.section();
        match finding.is_plain() {
            true => Self::of(section),
            false => Self {
                mark: mark(section, false),
                role: Role::Note,
                ..Self::of(section)
            },
        }
    }
}
