//! Diagnostics on standard error.

use std::io::{self, Write};

use crate::diagnostic::Diagnostic;
use crate::text::Files;

/// Prints them.
pub(super) fn print(files: &Files, diagnostics: &[Diagnostic], _color: bool) -> io::Result<()> {
    let mut err = io::stderr().lock();
    for d in diagnostics {
        writeln!(
            err,
            "{}[{}]: {}\n  --> {}:{}:{}\n  {}",
            d.severity().name(),
            d.code.name(),
            d.message,
            files.path(d.place.file).display(),
            d.place.spot.line,
            d.place.spot.column,
            d.hint
        )?;
    }
    Ok(())
}
