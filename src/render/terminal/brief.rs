//! Findings in a few lines: what agrees, what could not be compared, and names taken for one.

use std::io;

use super::Signal;
use super::page::{Cell, GAP, Page, shorten, text_width};
use super::remarks;
use super::story::Story;
use crate::finding::{Finding, Join, Section};
use crate::model::{ClaimId, Corpus};
use crate::render::phrase;
use crate::render::style::Role;

/// The most that the aspects of a subject take, in hundredths of the width.
const ASPECT: usize = 28;

/// So many lines of remarks stand under what could not be compared.
const REMARKS: usize = 2;

/// Writes the findings of one part, those of one subject together.
pub(super) fn by_subject(
    page: &mut Page<'_>,
    story: &Story<'_>,
    section: Section,
) -> io::Result<()> {
    let mut findings: Vec<&Finding> = story.report.of_section(section).collect();
    if findings.is_empty() {
        return Ok(());
    }
    let title = format!(
        "{} ({})",
        phrase::title(section).to_uppercase(),
        findings.len()
    );
    page.line(0, Signal::of(section).role, &title)?;
    // Within a subject they keep their order.
    findings.sort_by(|a, b| a.subject.cmp(&b.subject));
    let aspects = findings.iter().map(|finding| text_width(&aspect(finding)));
    let width = aspects.max().unwrap_or(1).min(page.width() * ASPECT / 100);
    let mut last = None;
    for finding in findings {
        if last != Some(&finding.subject) {
            page.line(0, Role::Heading, finding.subject.as_deref().unwrap_or("–"))?;
        }
        last = Some(&finding.subject);
        agreement(page, story, finding, width)?;
    }
    page.blank()
}

/// Writes who agrees on what; of what changes, a line for each time.
fn agreement(
    page: &mut Page<'_>,
    story: &Story<'_>,
    finding: &Finding,
    width: usize,
) -> io::Result<()> {
    let Signal { mark, role, .. } = Signal::of_finding(finding);
    let id = story.id(finding.id);
    let taken = 2 + text_width(mark) + GAP + width + GAP + GAP + text_width(&id);
    let room = page.width().saturating_sub(taken).max(page.width() / 3);
    let agreed = phrase::agreements(story.report.corpus, finding);
    let (first, rest) = agreed
        .split_first()
        .map_or((String::new(), &[][..]), |(first, rest)| {
            (first.clone(), rest)
        });
    page.row(
        2,
        &[
            Cell::rigid(role, mark),
            Cell::rigid(Role::Faint, id),
            Cell::new(Role::Plain, width, shorten(&aspect(finding), width)),
            Cell::new(Role::Plain, room, first),
        ],
    )?;
    for then in rest {
        remarks::labelled(page, phrase::and_then(finding), then)?;
    }
    for note in &finding.notes {
        remarks::labelled(page, "note", note)?;
    }
    Ok(())
}

fn aspect(finding: &Finding) -> String {
    let property = finding.property.clone();
    property.unwrap_or_else(|| phrase::heading(finding))
}

/// Writes what stands beside what and why it was not compared, and an empty line.
pub(super) fn not_compared(page: &mut Page<'_>, story: &Story<'_>) -> io::Result<()> {
    let corpus = story.report.corpus;
    let section = Section::NotCompared;
    let mut findings = story.report.of_section(section).peekable();
    if findings.peek().is_none() {
        return Ok(());
    }
    let number = story.report.of_section(section).count();
    let Signal { mark, role, .. } = Signal::of(section);
    let title = format!("{} ({number})", phrase::title(section).to_uppercase());
    page.line(0, role, &title)?;
    for finding in findings {
        let id = story.id(finding.id);
        let taken = text_width(mark) + GAP + GAP + text_width(&id);
        let room = page.width().saturating_sub(taken).max(page.width() / 2);
        page.row(
            0,
            &[
                Cell::rigid(role, mark),
                Cell::new(Role::Heading, room, story.topics.heading(finding)),
                Cell::rigid(Role::Faint, id),
            ],
        )?;
        let values = finding.positions.iter().map(|position| {
            let holders = phrase::holders(corpus, position);
            format!("{} · {holders}", position.value)
        });
        let values = values.collect::<Vec<_>>().join("; ");
        if !values.is_empty() {
            page.line(remarks::INDENT, Role::Plain, &values)?;
        }
        let told = remarks::of_not_compared(corpus, finding);
        let most = (!story.report.all).then_some(REMARKS);
        remarks::paragraph(page, &told, most, &story.id(finding.id))?;
        if let Some(place) = places(story, finding) {
            page.line(remarks::INDENT, Role::Faint, &place)?;
        }
    }
    page.blank()
}

/// Where the first claim of each article stands.
fn places(story: &Story<'_>, finding: &Finding) -> Option<String> {
    let corpus: &Corpus = story.report.corpus;
    let claims = finding.positions.iter().filter_map(|it| it.claims.first());
    let short = |id: &ClaimId| story.places.short(corpus, *id);
    let places: Vec<String> = claims.map(short).collect();
    (!places.is_empty()).then(|| places.join("  "))
}

/// Writes the names that were taken for one, and what to do about them.
pub(super) fn joins(page: &mut Page<'_>, joins: &[Join]) -> io::Result<()> {
    if joins.is_empty() {
        return Ok(());
    }
    page.line(0, Role::Note, &phrase::JOINS.to_uppercase())?;
    page.line(2, Role::Plain, phrase::JOINS_HINT)?;
    page.blank()?;
    for join in joins {
        let name = phrase::join_name(join);
        page.row(
            2,
            &[
                Cell::flexible(
                    Role::Plain,
                    format!("{name} = {} · {}", join.entity, join.why),
                ),
                Cell::rigid(Role::Plain, format!("likeness {:.2}", join.score)),
            ],
        )?;
    }
    page.blank()
}
