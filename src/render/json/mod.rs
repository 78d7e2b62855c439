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

use std::borrow::Cow;
use std::io::{self, Write};

use rayon::prelude::*;
use serde::Serialize;

use crate::check::Survey;
use crate::diagnostic::Diagnostic;
use crate::finding::{Finding, Report};
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
    let findings = &report.findings;
    let held = |at: usize| findings.get(at).map(Cow::Borrowed);
    write_with(report, (findings.len(), held), out)
}

/// The same, of findings that are made while they are written.
pub(super) fn write_by_turns(
    report: &Report<'_>,
    survey: &Survey<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let made = |at: usize| survey.finding(at).map(Cow::Owned);
    write_with(report, (survey.len(), made), out)
}

fn write_with<'f>(
    report: &Report<'_>,
    (count, finding): (usize, impl Fn(usize) -> Option<Cow<'f, Finding>> + Sync),
    out: &mut dyn Write,
) -> io::Result<()> {
    let corpus = report.corpus;
    let ids = ClaimIds::new(corpus);
    write!(out, "{{\"format\": \"gainsay/1\",\n\"summary\": ")?;
    out.write_all(&line(&SummaryV1::new(&report.summary))?)?;
    list_with(out, "findings", count, |at, lines| match finding(at) {
        Some(finding) => add_line(lines, &finding_v1(corpus, &ids, &finding)),
        None => Ok(()),
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

/// Writes one more field, a list with one item on each line.
fn list<'a, T: Sync, V1: Serialize>(
    out: &mut dyn Write,
    name: &str,
    items: &'a [T],
    to_v1: impl Fn(&'a T) -> V1 + Sync,
) -> io::Result<()> {
    list_with(out, name, items.len(), |at, lines| match items.get(at) {
        Some(item) => add_line(lines, &to_v1(item)),
        None => Ok(()),
    })
}

/// The same, of so many items that `add` writes by their numbers; the lines of a batch are made on all cores.
fn list_with(
    out: &mut dyn Write,
    name: &str,
    count: usize,
    add: impl Fn(usize, &mut Vec<u8>) -> io::Result<()> + Sync,
) -> io::Result<()> {
    write!(out, ",\n\"{name}\": [")?;
    let share = |first: usize, end: usize| -> io::Result<Vec<u8>> {
        let mut lines = Vec::with_capacity((end - first) * LINE);
        for at in first..end {
            let before: &[u8] = if at == 0 { b"\n" } else { b",\n" };
            lines.extend_from_slice(before);
            add(at, &mut lines)?;
        }
        Ok(lines)
    };
    for batch in (0..count).step_by(BATCH) {
        let end = count.min(batch + BATCH);
        let shares = (batch..end).into_par_iter().step_by(SHARE);
        let lines: io::Result<Vec<_>> = shares
            .map(|first| share(first, end.min(first + SHARE)))
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
