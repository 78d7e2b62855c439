//! The JSON format: frozen structs of its own, so that internals may change freely.
//!
//! Fields are only ever added. One line holds one finding, so that two reports diff well and no
//! more than a batch of findings is held in memory.

pub(in crate::render) mod coverage;
mod finding;
mod report;
mod text;
pub mod value;
mod writer;

use std::io::{self, Write};

use rayon::prelude::*;
use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::finding::Report;
use crate::model::{ClaimIds, Corpus};
use finding::finding_v1;
use report::{ArticleV1, DiagnosticV1, JoinV1, SummaryV1};

/// How many lines are made before they are written.
const BATCH: usize = 256;

/// How many of them one core makes at a time.
const SHARE: usize = 32;

/// How many bytes a line is expected to take.
const LINE: usize = 2048;

/// Writes the report as one JSON object.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let corpus = report.corpus;
    let ids = ClaimIds::new(corpus);
    write!(out, "{{\"format\": \"gainsay/1\",\n\"summary\": ")?;
    out.write_all(&line(&SummaryV1::new(&report.summary))?)?;
    list(out, "findings", &report.findings, |finding| {
        finding_v1(corpus, &ids, finding)
    })?;
    list(out, "diagnostics", &report.diagnostics, |diagnostic| {
        DiagnosticV1::new(corpus, diagnostic)
    })?;
    list(out, "joins", &report.joins, JoinV1::new)?;
    list(out, "articles", &corpus.articles, |article| {
        ArticleV1::new(corpus, article)
    })?;
    writeln!(out, "}}")
}

/// Writes the problems of files as one JSON object, behind what is to be said of their kinds.
pub(super) fn problems<K: Serialize + Sync>(
    corpus: &Corpus,
    kinds: &[K],
    problems: &[Diagnostic],
    out: &mut dyn Write,
) -> io::Result<()> {
    write!(out, "{{\"format\": \"gainsay/1\"")?;
    list(out, "kinds", kinds, |kind| kind)?;
    list(out, "diagnostics", problems, |problem| {
        DiagnosticV1::new(corpus, problem)
    })?;
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
    let share = |(first, items): (usize, &'a [T])| -> io::Result<Vec<u8>> {
        let mut lines = Vec::with_capacity(items.len() * LINE);
        for (at, item) in items.iter().enumerate() {
            let before: &[u8] = if first + at == 0 { b"\n" } else { b",\n" };
            lines.extend_from_slice(before);
            add_line(&mut lines, &to_v1(item))?;
        }
        Ok(lines)
    };
    for (at, batch) in items.chunks(BATCH).enumerate() {
        let shares = batch.par_chunks(SHARE).enumerate();
        let lines: io::Result<Vec<_>> = shares
            .map(|(share_at, items)| share((at * BATCH + share_at * SHARE, items)))
            .collect();
        for lines in lines? {
            out.write_all(&lines)?;
        }
    }
    write!(out, "]")
}

/// One value, without line breaks and hidden characters.
pub(crate) fn line(item: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = Vec::with_capacity(LINE);
    add_line(&mut line, item)?;
    Ok(line)
}

fn add_line(lines: &mut Vec<u8>, item: &impl Serialize) -> io::Result<()> {
    Ok(writer::add(lines, item)?)
}
