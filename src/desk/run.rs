//! One run over the files of a desk, kept until the next one.

use std::path::Path;

use super::{Desk, Options};
use crate::check::Selection;
use crate::diagnostic::Diagnostic;
use crate::finding::{Finding, Join, Report, Summary};
use crate::model::Corpus;
use crate::parse;
use crate::text::FileId;

/// What the files say, and what was found in them.
pub(super) struct Run {
    corpus: Corpus,
    found: Found,
}

/// A report without the corpus that it is about.
#[derive(Default)]
struct Found {
    findings: Vec<Finding>,
    all: bool,
    summary: Summary,
    id_digits: usize,
    silenced_in: Vec<FileId>,
    idle_in: Vec<FileId>,
    joins: Vec<Join>,
    diagnostics: Vec<Diagnostic>,
}

impl Run {
    /// Reads and compares, as if one file held other bytes where some are given.
    pub(super) fn new(options: &Options, other: Option<(&Path, &[u8])>) -> Self {
        let inputs = Desk::inputs(options);
        let (corpus, problems) = match other {
            Some((path, bytes)) => parse::load_as_if(&inputs, path, bytes),
            None => parse::load(&inputs),
        };
        let selection = Selection::everything((options.today)());
        let report = crate::examine(&corpus, problems, &selection, options.strict_names);
        // No name is selected, so that none can be unknown.
        let found = report.map(Found::of).unwrap_or_default();
        Self { corpus, found }
    }

    pub(super) fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Shows the report.
    pub(super) fn report<R>(&mut self, show: impl FnOnce(&Report<'_>) -> R) -> R {
        let found = std::mem::take(&mut self.found);
        let report = Report {
            corpus: &self.corpus,
            findings: found.findings,
            all: found.all,
            summary: found.summary,
            id_digits: found.id_digits,
            silenced_in: found.silenced_in,
            idle_in: found.idle_in,
            joins: found.joins,
            diagnostics: found.diagnostics,
        };
        let shown = show(&report);
        self.found = Found::of(report);
        shown
    }
}

impl Found {
    fn of(report: Report<'_>) -> Self {
        Self {
            findings: report.findings,
            all: report.all,
            summary: report.summary,
            id_digits: report.id_digits,
            silenced_in: report.silenced_in,
            idle_in: report.idle_in,
            joins: report.joins,
            diagnostics: report.diagnostics,
        }
    }
}
