//! Diagnostics collected while one file is read.

use super::yaml::Span;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{FileId, Place};

/// The problems of one file, in the order in which they were met.
pub(super) struct Problems {
    file: FileId,
    list: Vec<Diagnostic>,
}

impl Problems {
    /// None yet.
    pub(super) fn new(file: FileId) -> Self {
        Self {
            file,
            list: Vec::new(),
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
        self.list
            .push(Diagnostic::new(code, self.place(span), message, hint).spanning(span.length));
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
        self.list.push(
            Diagnostic::new(code, self.place(span), message, hint)
                .spanning(span.length)
                .related_to(self.place(other), how),
        );
    }

    /// Where a piece of the file stands in the run.
    pub(super) fn place(&self, span: Span) -> Place {
        span.spot.in_file(self.file)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// All of them.
    pub(super) fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }
}
