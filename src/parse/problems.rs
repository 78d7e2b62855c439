//! Diagnostics collected while one file is read.

use std::collections::BTreeMap;

use super::yaml::Span;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{FileId, Place};

/// So many of a sort are kept of a file, and the others counted: a file of nonsense, in which every line is a
/// problem, must not take a hundred times its size.
const MOST_OF_A_SORT: usize = 1_000;

/// The problems of one file, in the order in which they were met.
pub(super) struct Problems {
    file: FileId,
    list: Vec<Diagnostic>,
    /// How many of each sort are in the list, and where the last of them is.
    listed: BTreeMap<Code, (usize, usize)>,
    met: usize,
}

impl Problems {
    /// None yet.
    pub(super) fn new(file: FileId) -> Self {
        Self {
            file,
            list: Vec::new(),
            listed: BTreeMap::new(),
            met: 0,
        }
    }

    /// Adds one that has to do with a piece of the file.
    pub(super) fn add(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let problem = Diagnostic::new(code, self.place(span), message, hint);
        self.push(problem.spanning(span.length));
    }

    /// Adds one that has to do with an earlier piece of the file, too.
    pub(super) fn add_related(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        hint: impl Into<String>,
        (other, how): (Span, &str),
    ) {
        let problem = Diagnostic::new(code, self.place(span), message, hint);
        let other = self.place(other);
        self.push(problem.spanning(span.length).related_to(other, how));
    }

    fn push(&mut self, problem: Diagnostic) {
        self.met += 1;
        let (count, last) = self.listed.entry(problem.code).or_default();
        match self.list.get_mut(*last) {
            Some(listed) if *count >= MOST_OF_A_SORT => listed.more = listed.more.saturating_add(1),
            _ => {
                *count += 1;
                *last = self.list.len();
                self.list.push(problem);
            }
        }
    }

    /// Where a piece of the file stands in the run.
    pub(super) fn place(&self, span: Span) -> Place {
        span.spot.in_file(self.file)
    }

    /// How many were met.
    pub(super) fn len(&self) -> usize {
        self.met
    }

    /// Those that are listed.
    pub(super) fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }
}
