//! The report as a discrepancy list that pastes well into a document or a pull request.
//!
//! GitHub Flavored Markdown. One fact stands on one line and nothing is numbered, so that two
//! versions of a list diff well; links go to the ids of findings, which survive edits elsewhere.

use std::io::{self, Write};

use super::phrase;
use super::place::place;
use super::untrusted::{link, markdown as escape};
use crate::finding::{Finding, Position, Report, Section};
use crate::model::{ArticleId, ClaimId, Corpus};

/// Writes the report.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let corpus = report.corpus;
    writeln!(out, "# Discrepancies\n")?;
    writeln!(out, "{}.", escape(&phrase::summary(report)))?;
    overview(report, out)?;
    for section in Section::ALL {
        let mut findings = report.matters(section).peekable();
        if findings.peek().is_none() {
            continue;
        }
        writeln!(out, "\n## {}", phrase::title(section))?;
        match section {
            Section::Conflicts | Section::Warnings => {
                for (finding, folded) in findings {
                    discrepancy(corpus, (finding, folded), out)?;
                }
            }
            Section::NotCompared => {
                writeln!(out)?;
                for (finding, _) in findings {
                    not_compared(corpus, finding, out)?;
                }
            }
            Section::Agreements | Section::Notes => {
                table(out, &["question", "check", "values and origins", "id"])?;
                for (finding, _) in findings {
                    agreement(corpus, finding, out)?;
                }
            }
        }
    }
    joins(report, out)
}

/// Writes one row for each conflict and warning.
fn overview(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut findings = report
        .of_section(Section::Conflicts)
        .chain(report.of_section(Section::Warnings))
        .peekable();
    if findings.peek().is_none() {
        return Ok(());
    }
    let columns = [
        "id",
        "question",
        "values",
        "level",
        "check",
        "importance",
        "articles",
    ];
    table(out, &columns)?;
    for finding in findings {
        let values: Vec<_> = finding
            .opposed()
            .map(|position| escape(&position.value))
            .collect();
        let articles = phrase::articles(report.corpus, finding);
        let id = finding.id;
        row(
            out,
            &[
                format!("[{id}](#finding-{id})"),
                escape(&phrase::heading(finding)),
                values.join(" ↔ "),
                finding.level.name().to_owned(),
                finding.check.to_owned(),
                finding.importance.name().to_owned(),
                escape(&phrase::article_ids(report.corpus, &articles)),
            ],
        )?;
    }
    Ok(())
}

/// Writes a section for one finding: its positions, claim by claim, what to know about it and what is
/// told under it.
fn discrepancy(
    corpus: &Corpus,
    (finding, folded): (&Finding, &[Finding]),
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "\n<a id=\"finding-{}\"></a>\n", finding.id)?;
    let heading = phrase::heading(finding);
    writeln!(out, "### {}\n", escape(&heading))?;
    item(out, finding.level.name(), &phrase::check(finding))?;
    if let Some(topic) = phrase::topic(finding).filter(|_| finding.question.is_some()) {
        item(out, "about", &topic)?;
    }
    if heading != finding.message {
        item(out, "found", &finding.message)?;
    }
    for position in &finding.positions {
        let backing = phrase::backing(corpus, finding, position);
        if !backing.is_empty() {
            item(out, "value", &format!("{} {backing}", position.value))?;
        }
    }
    table(out, CLAIM)?;
    for position in &finding.positions {
        for &id in &position.claims {
            claim(corpus, position, id, out)?;
        }
    }
    writeln!(out)?;
    for finding in folded {
        if let Some((label, text)) = phrase::folded(finding) {
            item(out, label, &text)?;
        }
    }
    remarks(corpus, finding, out)
}

/// The columns of claims.
const CLAIM: &[&str] = &["value", "article", "who says it", "words", "place"];

fn claim(corpus: &Corpus, position: &Position, id: ClaimId, out: &mut dyn Write) -> io::Result<()> {
    row(
        out,
        &[
            escape(&position.value),
            article(corpus, corpus.claim(id).article),
            escape(&phrase::voice(corpus, position, id)),
            escape(&phrase::words(corpus, position, id)),
            escape(&place(corpus, corpus.place(id))),
        ],
    )
}

/// The article's name, as a link where it stands on the web.
fn article(corpus: &Corpus, id: ArticleId) -> String {
    let name = escape(&phrase::article(corpus, id));
    match corpus.article(id).url.as_deref().and_then(link) {
        Some(target) => format!("[{name}](<{target}>)"),
        None => name,
    }
}

/// Writes why, notes, who is silent and what was decided: one line each.
fn remarks(corpus: &Corpus, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    for (label, text) in phrase::remarks(corpus, finding) {
        item(out, label, &text)?;
    }
    Ok(())
}

/// Writes what could not be compared: the question, then each value and why.
fn not_compared(corpus: &Corpus, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    item(out, "question", &headed(finding))?;
    for position in &finding.positions {
        let holders = phrase::holders(corpus, position);
        write!(out, "  ")?;
        item(out, "value", &format!("{} · {holders}", position.value))?;
    }
    for (label, text) in phrase::remarks(corpus, finding) {
        write!(out, "  ")?;
        item(out, label, &text)?;
    }
    Ok(())
}

/// What a finding in a few lines is about: of whom it asks, and the question as the vocabulary words it.
fn headed(finding: &Finding) -> String {
    match (phrase::topic(finding), &finding.question) {
        (Some(topic), Some(question)) => format!("{topic}: {question}"),
        _ => phrase::heading(finding),
    }
}

/// Writes one row for a finding that needs no look.
fn agreement(corpus: &Corpus, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let mut agreed = vec![phrase::agreement(corpus, finding)];
    agreed.extend(finding.notes.iter().cloned());
    row(
        out,
        &[
            escape(&headed(finding)),
            escape(&phrase::check(finding)),
            escape(&agreed.join("; ")),
            finding.id.to_string(),
        ],
    )
}

/// Writes the names that were taken for one.
fn joins(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    if report.joins.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## {}\n", phrase::JOINS)?;
    writeln!(out, "{}", phrase::JOINS_HINT)?;
    table(out, &["name", "taken for", "why", "likeness"])?;
    for join in &report.joins {
        row(
            out,
            &[
                escape(&phrase::join_name(join)),
                escape(&join.entity),
                escape(&join.why),
                format!("{:.2}", join.score),
            ],
        )?;
    }
    Ok(())
}

/// Writes the head of a table.
fn table(out: &mut dyn Write, columns: &[&str]) -> io::Result<()> {
    writeln!(out, "\n| {} |", columns.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(columns.len()))
}

/// Writes a row of a table; the cells are Markdown already.
fn row(out: &mut dyn Write, cells: &[String]) -> io::Result<()> {
    writeln!(out, "| {} |", cells.join(" | "))
}

/// Writes an item of a list: our label, then text to escape.
fn item(out: &mut dyn Write, label: &str, text: &str) -> io::Result<()> {
    writeln!(out, "- **{label}:** {}", escape(text))
}
