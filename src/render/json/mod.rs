//! The JSON format: frozen structs of its own, so that internals may change freely.
//!
//! Fields are only ever added. One line holds one finding, so that two reports diff well and no
//! more than one finding is held in memory.

mod escape;
mod finding;
mod report;
pub mod value;

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;

use crate::finding::Report;
use crate::model::ClaimIds;
use escape::Escaping;
use finding::FindingV1;
use report::{DiagnosticV1, JoinV1, SummaryV1};

/// Writes the report as one JSON object.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let corpus = report.corpus;
    let ids = ClaimIds::new(corpus);
    write!(out, "{{\"format\": \"gainsay/1\",\n\"summary\": ")?;
    out.write_all(&line(&SummaryV1::new(&report.summary))?)?;
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
    let mut before = "\n";
    for item in items {
        out.write_all(before.as_bytes())?;
        out.write_all(&line(&item)?)?;
        before = ",\n";
    }
    write!(out, "]")
}

/// One value, without line breaks.
fn line(item: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    item.serialize(&mut Serializer::with_formatter(&mut line, Escaping))?;
    Ok(line)
}
