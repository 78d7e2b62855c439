//! Where the claims stand in the files: one line a file, so that a moved line changes no other.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use indexmap::IndexMap;

use super::{escape, fold, unfold};
use crate::finding::{Finding, FindingId, Report, Section};
use crate::model::Corpus;
use crate::render::place::path;
use crate::text::{FileId, Place};

/// Writes the lines of what deserves a look.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let corpus = report.corpus;
    let sections = [Section::Conflicts, Section::Warnings, Section::NotCompared];
    let findings = sections.iter().flat_map(|it| report.of_section(*it));
    let mut files: BTreeMap<FileId, IndexMap<FindingId, BTreeSet<u32>>> = BTreeMap::new();
    for finding in findings {
        for place in places(corpus, finding) {
            let lines = files.entry(place.file).or_default();
            lines.entry(finding.id).or_default().insert(place.spot.line);
        }
    }
    if files.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Where the claims are annotated")?;
    fold(out, "The lines of each file, by finding")?;
    writeln!(out)?;
    for (file, findings) in files {
        let told = findings.iter().map(|(id, lines)| {
            let lines: Vec<String> = lines.iter().map(u32::to_string).collect();
            format!("{id} in line {}", lines.join(", "))
        });
        let told: Vec<String> = told.collect();
        writeln!(
            out,
            "- {}: {}",
            escape(&path(corpus, file)),
            told.join("; ")
        )?;
    }
    unfold(out)
}

/// The places of a finding's claims, and of what was decided on it.
fn places(corpus: &Corpus, finding: &Finding) -> Vec<Place> {
    let claims = finding.positions.iter().flat_map(|it| &it.claims);
    let claims = claims.chain(&finding.not_known);
    let mut places: Vec<Place> = claims.map(|id| corpus.place(*id)).collect();
    if let Some(note) = &finding.ruling {
        places.extend(note.earlier.iter().map(|past| past.place));
        places.push(note.ruled.place);
    }
    places
}
