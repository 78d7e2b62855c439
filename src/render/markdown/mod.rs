//! The report as a discrepancy list that pastes well into a document, a pull request and a mail.
//!
//! GitHub Flavored Markdown, in lists, which stay legible where nothing is rendered. Nothing is numbered,
//! one fact stands on one line, and lines of files stand in a list of their own: two versions of a
//! report diff well.

mod agreed;
mod brief;
mod claim;
mod matter;
mod places;

use std::io::{self, Write};

use super::phrase::{self, Topics};
use super::untrusted::{markdown as escape, visible};
use crate::finding::{Report, Section};

/// Writes the report.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let topics = Topics::of(report);
    writeln!(out, "# Discrepancies\n")?;
    writeln!(out, "{}.", escape(&phrase::counts(report)))?;
    brief::write(report, &topics, out)?;
    for section in Section::ALL {
        let mut matters = report.matters(section).peekable();
        if matters.peek().is_none() {
            continue;
        }
        writeln!(out, "\n## {}", phrase::title(section))?;
        match section {
            Section::Conflicts | Section::Warnings => {
                let ranks = phrase::importance_differs(report);
                for matter in matters {
                    matter::write(report.corpus, &topics, matter, ranks, out)?;
                }
            }
            Section::NotCompared => {
                writeln!(out)?;
                for (finding, _) in matters {
                    matter::not_compared(report.corpus, &topics, finding, out)?;
                }
            }
            Section::Agreements | Section::Notes => {
                let findings = matters.map(|(finding, _)| finding);
                agreed::write(report.corpus, section, &findings.collect::<Vec<_>>(), out)?;
            }
        }
    }
    joins(report, out)?;
    places::write(report, out)
}

/// Writes the names that were taken for one.
fn joins(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    if report.joins.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## {}\n", phrase::JOINS)?;
    writeln!(out, "{}\n", phrase::JOINS_HINT)?;
    for join in &report.joins {
        let name = escape(&phrase::join_name(join));
        let (entity, why) = (escape(&join.entity), escape(&join.why));
        writeln!(out, "- **{name}** taken for **{entity}**: {why}")?;
    }
    Ok(())
}

/// Opens what a reader unfolds. Documents that know no folding show it all.
fn fold(out: &mut dyn Write, title: &str) -> io::Result<()> {
    writeln!(out, "\n<details>\n<summary>{title}</summary>")
}

/// Closes it.
fn unfold(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n</details>")
}

/// Writes an item of a list: our label, then text to escape.
fn item(out: &mut dyn Write, label: &str, text: &str) -> io::Result<()> {
    writeln!(out, "- **{label}:** {}", sentence(text))
}

/// A sentence of ours, in which what to type is code.
fn sentence(text: &str) -> String {
    let parts = phrase::with_code(text).into_iter();
    parts
        .map(|(part, is_code)| match is_code {
            true => format!("`{}`", visible(part)),
            false => escape(part),
        })
        .collect()
}
