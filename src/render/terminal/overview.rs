//! What was found, a line for each matter; then what could not be compared, and how many agree.

use std::io;

use super::Signal;
use super::page::{Cell, GAP, Page, shorten, text_width};
use super::story::{Matter, Story};
use crate::finding::Section;
use crate::render::phrase::{self, AGAINST};
use crate::render::style::Role;

/// The most that what a matter is about takes, in hundredths of the width.
const ABOUT: usize = 27;

/// Narrower pages give a matter two lines.
const ROOMY: usize = 100;

/// How far everything is indented.
const INDENT: usize = 1;

/// Writes all of it, and an empty line.
pub(super) fn write(page: &mut Page<'_>, story: &Story<'_>) -> io::Result<()> {
    page.line(0, Role::Heading, &phrase::head(story.report))?;
    page.blank()?;
    let matters = &story.matters;
    let table = Table::new(page.width(), story);
    for matter in matters.iter().take(phrase::MOST_MATTERS) {
        table.write(page, story, matter)?;
    }
    if let Some(more) = matters
        .len()
        .checked_sub(phrase::MOST_MATTERS)
        .filter(|more| *more > 0)
    {
        let words = format!("and {more} more, in full below");
        page.line(table.about_at(), Role::Plain, &words)?;
    }
    let any = !matters.is_empty();
    let mut remarks = Vec::new();
    for remedy in phrase::remedies(story.report, &story.topics) {
        remarks.push((Section::NotCompared, told(&remedy)));
    }
    remarks.extend(agreements(story).map(|words| (Section::Agreements, words)));
    for (section, words) in &remarks {
        let Signal { mark, role, .. } = Signal::of(*section);
        let mark = Cell::rigid(role, mark);
        let room = page.width().saturating_sub(table.about_at());
        let words = Cell::new(Role::Plain, room, words.as_str());
        page.row(table.sign_at(), &[mark, words])?;
    }
    match any || !remarks.is_empty() {
        true => page.blank(),
        false => Ok(()),
    }
}

/// What to do about questions, and which these are: the first of them.
fn told(remedy: &phrase::Remedy) -> String {
    const FEW: usize = 3;
    let names = remedy.about.iter().take(FEW);
    let mut names = names.cloned().collect::<Vec<_>>().join("; ");
    if let Some(more) = remedy.about.len().checked_sub(FEW).filter(|more| *more > 0) {
        names.push_str(&format!("; {more} more"));
    }
    format!("{} ({names})", remedy.text)
}

/// How many agree, and how many of them not plainly; where they are listed, only below.
fn agreements(story: &Story<'_>) -> Option<String> {
    let all = story.report.of_section(Section::Agreements).count();
    let reserved = story.report.of_section(Section::Agreements);
    let reserved = reserved.filter(|finding| !finding.is_plain()).count();
    let but = match reserved {
        0 => String::new(),
        _ => format!(", {reserved} of them with a reservation"),
    };
    let hint = match story.lists_agreements {
        true => "",
        false => " (--agreements lists them)",
    };
    (all > 0).then(|| format!("{}{but}{hint}", phrase::count(all, "agreement")))
}

/// Where the columns stand.
struct Table {
    width: usize,
    number: usize,
    about: usize,
}

impl Table {
    fn new(width: usize, story: &Story<'_>) -> Self {
        let shown = || story.matters.iter().take(phrase::MOST_MATTERS);
        let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(1);
        let abouts = &mut shown().map(|it| text_width(&story.topics.about(it.finding)));
        Self {
            width,
            number: shown().count().to_string().len(),
            about: widest(abouts).min(width * ABOUT / 100),
        }
    }

    fn sign_at(&self) -> usize {
        INDENT + self.number + 1
    }

    fn about_at(&self) -> usize {
        self.sign_at() + 1 + GAP
    }

    fn write(&self, page: &mut Page<'_>, story: &Story<'_>, matter: &Matter<'_>) -> io::Result<()> {
        let Signal { mark, role, .. } = Signal::of_finding(matter.finding);
        let ids = ids(story, matter);
        let left = self.about_at() + self.about + GAP + GAP + text_width(&ids);
        let room = self.width.saturating_sub(left).max(self.width / 4);
        let about = story.topics.about(matter.finding);
        let corpus = story.report.corpus;
        let sides = phrase::opposites(corpus, matter.finding);
        let most = if self.width < ROOMY { 2 } else { 1 };
        let mut lines = beside(&sides, room, most);
        if let (Some(within), [line]) = (phrase::reported_in(corpus, matter.finding), &mut *lines) {
            let more = format!(" ({within})");
            if text_width(line) + text_width(&more) <= room {
                line.push_str(&more);
            }
        }
        let first = lines.first().cloned().unwrap_or_default();
        let number = format!("{:>width$}", matter.number, width = self.number);
        page.row(
            INDENT,
            &[
                Cell::rigid(role, format!("{number} {mark}")),
                Cell::new(Role::Heading, self.about, shorten(&about, self.about)),
                Cell::new(Role::Plain, room, first),
                Cell::rigid(Role::Faint, ids),
            ],
        )?;
        let below = self.about_at() + self.about + GAP;
        lines
            .iter()
            .skip(1)
            .try_for_each(|line| page.row(below, &[Cell::new(Role::Plain, room, line.as_str())]))
    }
}

/// The beginning of an id, and of what is told under it: "51bc (+75c9)".
fn ids(story: &Story<'_>, matter: &Matter<'_>) -> String {
    let id = story.id(matter.finding.id);
    match matter.folded {
        [] => id,
        [one] => format!("{id} (+{})", story.id(one.id)),
        several => format!("{id} (+{})", several.len()),
    }
}

/// The sides in so many lines of one width; what is too long is cut, of each side as much.
fn beside(sides: &[String], width: usize, most: usize) -> Vec<String> {
    let between = format!(" {AGAINST} ");
    let whole = sides.join(&between);
    let (Some((first, rest)), true) = (sides.split_first(), text_width(&whole) > width) else {
        return vec![whole];
    };
    if most > 1 && !rest.is_empty() {
        let rest = cut(rest, width.saturating_sub(GAP));
        return vec![shorten(first, width), format!("{AGAINST} {rest}")];
    }
    vec![cut(sides, width)]
}

/// The sides in one line: the longest are cut.
fn cut(sides: &[String], width: usize) -> String {
    let between = format!(" {AGAINST} ");
    let room = width.saturating_sub(sides.len().saturating_sub(1) * text_width(&between));
    let widths: Vec<usize> = sides.iter().map(|side| text_width(side)).collect();
    let taken = |most: usize| widths.iter().map(|width| (*width).min(most)).sum::<usize>();
    // The most that a side may take so that all fit.
    let fits = (1..=room).rev().find(|most| taken(*most) <= room);
    let cut: Vec<String> = (sides.iter())
        .map(|side| shorten(side, fits.unwrap_or(1)))
        .collect();
    shorten(&cut.join(&between), width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_cut_alike_where_they_do_not_fit() {
        let sides = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let short = sides(&["a: 1", "b: 2"]);
        assert_eq!(beside(&short, 40, 1), ["a: 1 ↔ b: 2"]);
        let long = sides(&["herald: as long as can be", "b: 2"]);
        assert_eq!(beside(&long, 20, 1), ["herald: as… ↔ b: 2"]);
        assert_eq!(
            beside(&long, 25, 2),
            ["herald: as long as can be", "↔ b: 2"]
        );
        assert_eq!(beside(&sides(&["only this"]), 5, 1), ["only…"]);
        let many = sides(&["a: 1", "b: 2", "c: 3", "d: 4", "e: 5"]);
        for width in 3..40 {
            for line in beside(&many, width, 1) {
                assert!(text_width(&line) <= width, "{width}: {line}");
            }
        }
    }
}
