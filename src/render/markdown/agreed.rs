//! Findings that need no look: one line each, by subject, folded away.

use std::io::{self, Write};

use indexmap::IndexMap;

use super::{escape, fold, unfold};
use crate::finding::{Finding, Section};
use crate::model::Corpus;
use crate::render::phrase;
use crate::render::style::mark_of;

/// Writes the findings of a part.
pub(super) fn write(
    corpus: &Corpus,
    section: Section,
    findings: &[&Finding],
    out: &mut dyn Write,
) -> io::Result<()> {
    let noun = match section {
        Section::Agreements => "agreement",
        _ => "note",
    };
    fold(out, &phrase::count(findings.len(), noun))?;
    let mut by_subject: IndexMap<Option<&str>, Vec<&Finding>> = IndexMap::new();
    for finding in findings {
        let of_subject = by_subject.entry(finding.subject.as_deref()).or_default();
        of_subject.push(finding);
    }
    for (subject, findings) in by_subject {
        match subject {
            Some(subject) => writeln!(out, "\n### {}\n", escape(subject))?,
            None => writeln!(out, "\n### Several subjects\n")?,
        }
        for finding in findings {
            line(corpus, finding, out)?;
        }
    }
    unfold(out)
}

fn line(corpus: &Corpus, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let question = finding.question.as_ref().or(finding.property.as_ref());
    let question = question
        .cloned()
        .unwrap_or_else(|| phrase::heading(finding));
    let mut told = vec![phrase::agreement(corpus, finding)];
    told.extend(finding.notes.iter().cloned());
    let sign = mark_of(finding);
    let (question, told) = (escape(&question), escape(&told.join("; ")));
    writeln!(out, "- {sign} **{question}** {told} · {}", finding.id)
}
