//! The JSON format: frozen structs of its own, so that internals may change freely.
//!
//! Fields are only ever added. One line holds one finding, so that two reports diff well and no
//! more than a batch of findings is held in memory.

mod escape;
mod finding;
mod report;
pub mod value;

use std::io::{self, Write};

use rayon::prelude::*;
use serde::Serialize;
use serde_json::Serializer;

use crate::finding::Report;
use crate::model::ClaimIds;
use escape::Escaping;
use finding::FindingV1;
use report::{DiagnosticV1, JoinV1, SummaryV1};

/// How many lines are made before they are written.
const BATCH: usize = 1024;

/// How many bytes a line may take before its memory grows.
const LINE: usize = 4096;

/// Writes the report as one JSON object.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let corpus = report.corpus;
    let ids = ClaimIds::new(corpus);
    write!(out, "{{\"format\": \"gainsay/1\",\n\"summary\": ")?;
    out.write_all(&line(&SummaryV1::new(&report.summary))?)?;
    list(out, "findings", &report.findings, |finding| {
        FindingV1::new(corpus, &ids, finding)
    })?;
    list(out, "diagnostics", &report.diagnostics, |diagnostic| {
        DiagnosticV1::new(corpus, diagnostic)
    })?;
    list(out, "joins", &report.joins, JoinV1::new)?;
    writeln!(out, "}}")
}

/// Writes one more field, a list with one item on each line; the lines of a batch are made on all cores.
fn list<'a, T: Sync, V1: Serialize>(
    out: &mut dyn Write,
    name: &str,
    items: &'a [T],
    to_v1: impl Fn(&'a T) -> V1 + Sync,
) -> io::Result<()> {
    write!(out, ",\n\"{name}\": [")?;
    let mut before = "\n";
    for batch in items.chunks(BATCH) {
        let lines: io::Result<Vec<_>> = batch.par_iter().map(|item| line(&to_v1(item))).collect();
        for line in lines? {
            out.write_all(before.as_bytes())?;
            out.write_all(&line)?;
            before = ",\n";
        }
    }
    write!(out, "]")
}

/// One value, without line breaks and hidden characters.
pub(crate) fn line(item: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = Vec::with_capacity(LINE);
    item.serialize(&mut Serializer::with_formatter(&mut line, Escaping))?;
    Ok(line)
}
