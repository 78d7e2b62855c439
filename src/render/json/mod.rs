//! The JSON format: frozen structs of its own, so that internals may change freely.
//!
//! Fields are only ever added. One line holds one finding, so that two reports diff well and no
//! more than one finding is held in memory.

mod finding;
mod report;
pub mod value;

use std::io::{self, Write};

use serde::Serialize;

use crate::finding::Report;
use crate::model::ClaimIds;
use finding::FindingV1;
use report::{DiagnosticV1, JoinV1, SummaryV1};

/// Writes the report as one JSON object.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let corpus = report.corpus;
    let ids = ClaimIds::new(corpus);
    write!(out, "{{\"format\": \"gainsay/1\",\n\"summary\": ")?;
    serde_json::to_writer(&mut *out, &SummaryV1::new(&report.summary))?;
    let findings = report.findings.iter();
    list(
        out,
        "findings",
        findings.map(|f| FindingV1::new(corpus, &ids, f)),
    )?;
    let diagnostics = report.diagnostics.iter();
    list(
        out,
        "diagnostics",
        diagnostics.map(|d| DiagnosticV1::new(corpus, d)),
    )?;
    list(out, "joins", report.joins.iter().map(JoinV1::new))?;
    writeln!(out, "}}")
}

/// Writes one more field, a list with one item on each line.
fn list<T: Serialize>(
    out: &mut dyn Write,
    name: &str,
    items: impl Iterator<Item = T>,
) -> io::Result<()> {
    write!(out, ",\n\"{name}\": [")?;
    let mut line = Vec::new();
    let mut before: &[u8] = b"\n";
    for item in items {
        line.clear();
        serde_json::to_writer(&mut line, &item)?;
        out.write_all(before)?;
        out.write_all(&line)?;
        before = b",\n";
    }
    write!(out, "]")
}
