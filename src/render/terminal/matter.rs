//! A matter in full: what is wrong, then each side with a line for each claim.

use std::io;

use super::Signal;
use super::claims::Sides;
use super::page::{Cell, GAP, Page, text_width, wrapped};
use super::remarks;
use super::story::{Matter, Story};
use crate::render::phrase;
use crate::render::style::Role;

/// How far what belongs to a matter is indented.
pub(super) const INDENT: usize = 4;

/// How many lines a matter has at most beside its claims on a page of so many columns: notes only as far
/// as its sentence leaves them. What is left out there is left out on every page, so that none has more
/// lines than a narrower one.
const LINES: usize = 4;
pub(super) const COLUMNS: usize = 80;

/// From how many columns on a page is wide.
const WIDE: usize = 100;

/// Writes it, and an empty line.
pub(super) fn write(page: &mut Page<'_>, story: &Story<'_>, matter: &Matter<'_>) -> io::Result<()> {
    let Matter {
        finding, folded, ..
    } = *matter;
    let corpus = story.report.corpus;
    let heading = story.topics.heading(finding);
    let wrong = phrase::wrong(corpus, finding);
    let wrong = Some(wrong).filter(|wrong| *wrong != heading);
    let of_wrong = |wrong: &String| wrapped(wrong, COLUMNS - INDENT).len();
    let lines = wrapped(&heading, COLUMNS - 2 * INDENT).len() + wrong.as_ref().map_or(0, of_wrong);
    let most = (!story.report.all).then(|| LINES.saturating_sub(lines));
    let told = remarks::of_matter(corpus, finding, folded);
    let hidden = if most == Some(0) { told.len() } else { 0 };
    head(page, story, matter, &heading, hidden)?;
    if let Some(wrong) = wrong {
        page.line(INDENT, Signal::of_finding(finding).role, &wrong)?;
    }
    Sides::new(story, finding, page.width()).write(page, story)?;
    if hidden == 0 {
        remarks::paragraph(page, &told, most, &story.id(finding.id))?;
    }
    page.blank()
}

/// Writes number, sign, heading and id, and how many notes `explain` has that have no room here.
fn head(
    page: &mut Page<'_>,
    story: &Story<'_>,
    matter: &Matter<'_>,
    heading: &str,
    hidden: usize,
) -> io::Result<()> {
    let finding = matter.finding;
    let Signal { mark, role, .. } = Signal::of_finding(finding);
    let silenced = finding.is_silenced().then_some("silenced");
    let notes = format!("+ {}", phrase::count(hidden, "note"));
    let mut right: Vec<&str> = silenced.into_iter().collect();
    right.extend(story.importance(finding));
    right.extend((hidden > 0).then_some(&*notes));
    let id = match page.width() < WIDE {
        true => story.id(finding.id),
        false => finding.id.to_string(),
    };
    right.push(&id);
    let right = right.join("  ");
    let number = matter.number.to_string();
    let taken = text_width(&number) + 1 + text_width(mark) + GAP + GAP + text_width(&right);
    let room = page.width().saturating_sub(taken).max(page.width() / 2);
    page.row(
        0,
        &[
            Cell::rigid(role, format!("{number} {mark}")),
            Cell::new(Role::Heading, room, heading),
            Cell::rigid(Role::Faint, right),
        ],
    )
}
