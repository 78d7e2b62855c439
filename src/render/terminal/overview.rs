//! What was found, a line for each matter; then what could not be compared, and how many agree.

use std::io;

use super::page::{Cell, GAP, Page, shorten, text_width, wrapped};
use super::story::{Matter, Story};
use super::{Signal, end};
use crate::finding::Section;
use crate::render::Options;
use crate::render::phrase::{self, AGAINST, Names};
use crate::render::style::Role;

/// The most that what a matter is about takes, in hundredths of the width.
const ABOUT: usize = 27;

/// Narrower pages give a matter two lines.
const ROOMY: usize = 100;

/// How far everything is indented.
const INDENT: usize = 1;

/// A subject is rather left out than cut to less.
const LEAST: usize = 5;

/// Writes all of it, and an empty line.
pub(super) fn write(page: &mut Page<'_>, story: &Story<'_>, options: &Options) -> io::Result<()> {
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
        remarks.push((Section::NotCompared, remedy.told()));
    }
    remarks.extend(agreements(story).map(|words| (Section::Agreements, words)));
    let room = page.width().saturating_sub(table.about_at());
    for (section, words) in &remarks {
        let Signal { mark, role, .. } = Signal::of(*section);
        let mark = Cell::rigid(role, mark);
        let words = Cell::new(Role::Plain, room, words.as_str());
        page.row(table.sign_at(), &[mark, words])?;
    }
    if let (Some(remedy), Some(ending)) = (&options.remedy, &options.ending) {
        let command = end::vocabulary(ending);
        let words = format!("to compare more: {remedy}; `{command}` writes it down");
        let mark = Cell::rigid(Role::Label, "+");
        page.row(
            table.sign_at(),
            &[mark, Cell::new(Role::Plain, room, words)],
        )?;
    }
    next(page, story, options, &table)?;
    match any || !remarks.is_empty() || options.remedy.is_some() {
        true => page.blank(),
        false => Ok(()),
    }
}

/// The exit status and the first thing to do, for whoever reads no more than the first screen.
fn next(
    page: &mut Page<'_>,
    story: &Story<'_>,
    options: &Options,
    table: &Table,
) -> io::Result<()> {
    let (Some(ending), Some(matter)) = (&options.ending, story.matters.first()) else {
        return Ok(());
    };
    let room = page.width().saturating_sub(table.about_at());
    let command = end::explain(story, matter.finding, ending);
    let words = format!("{}; begin with: {command}", ending.status);
    // A command is given whole or not at all.
    let words = match text_width(&words) <= room {
        true => words,
        false => format!("{}; what to do next stands at the end", ending.status),
    };
    page.row(
        table.sign_at(),
        &[
            Cell::rigid(Role::Label, "→"),
            Cell::new(Role::Plain, room, words),
        ],
    )
}

/// How many agree, and how many of them not plainly; where they are listed, only below.
fn agreements(story: &Story<'_>) -> Option<String> {
    let all = story.report.of_section(Section::Agreements).count();
    let reserved = story.report.of_section(Section::Agreements);
    let reserved = reserved.filter(|finding| !finding.is_plain()).count();
    let but = match (all, reserved) {
        (_, 0) => String::new(),
        (1, _) => ", with a reservation".to_owned(),
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
        let most = if self.width < ROOMY { 2 } else { 1 };
        let mut abouts = about(&story.topics.about(matter.finding), self.about, most).into_iter();
        let mut sides = self.sides(story, matter, room, most).into_iter();
        let number = format!("{:>width$}", matter.number, width = self.number);
        page.row(
            INDENT,
            &[
                Cell::rigid(role, format!("{number} {mark}")),
                Cell::new(Role::Heading, self.about, abouts.next().unwrap_or_default()),
                Cell::new(Role::Plain, room, sides.next().unwrap_or_default()),
                Cell::rigid(Role::Faint, ids),
            ],
        )?;
        loop {
            let below = (abouts.next(), sides.next());
            if below == (None, None) {
                return Ok(());
            }
            page.row(
                self.about_at(),
                &[
                    Cell::new(Role::Heading, self.about, below.0.unwrap_or_default()),
                    Cell::new(Role::Plain, room, below.1.unwrap_or_default()),
                ],
            )?;
        }
    }

    /// Who says what against whom, in so many lines of one width.
    fn sides(
        &self,
        story: &Story<'_>,
        matter: &Matter<'_>,
        room: usize,
        most: usize,
    ) -> Vec<String> {
        let (corpus, finding) = (story.report.corpus, matter.finding);
        let named = |names| phrase::opposites_with(corpus, finding, names);
        let mut lines = beside(named, room, most);
        if let (Some(within), [line]) = (phrase::reported_in(corpus, finding), &mut *lines) {
            let more = format!(" ({within})");
            if text_width(line) + text_width(&more) <= room {
                line.push_str(&more);
            }
        }
        lines
    }
}

/// What a matter is about, in so many lines of one width; what is too long loses of its subject first.
fn about(about: &str, width: usize, most: usize) -> Vec<String> {
    let lines = wrapped(about, width);
    if lines.len() <= most {
        return lines;
    }
    vec![match about.split_once(" / ") {
        Some((subject, property)) => {
            let room = width.saturating_sub(text_width(property) + " / ".len());
            match room >= LEAST {
                true => format!("{} / {property}", shorten(subject, room)),
                false => shorten(property, width),
            }
        }
        None => shorten(about, width),
    }]
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

/// The sides in so many lines of one width. What is too long names fewer articles, then fewer sides; only
/// two that still do not fit are cut, each as much.
fn beside(sides: impl Fn(Names) -> Vec<String>, width: usize, most: usize) -> Vec<String> {
    let all = [Names::All, Names::One];
    if let Some(lines) = all
        .into_iter()
        .find_map(|names| uncut(&sides(names), "", width, most))
    {
        return lines;
    }
    let short = sides(Names::Short);
    for named in (2..=short.len()).rev() {
        let (sides, more) = first_and_last(&short, named);
        if let Some(lines) = uncut(&sides, &more, width, most) {
            return lines;
        }
    }
    let (sides, more) = first_and_last(&short, 2);
    match sides.split_first() {
        Some((first, rest)) if most > 1 && !rest.is_empty() => {
            let rest = cut(rest, &more, width.saturating_sub(GAP));
            vec![cut_one(first, width), format!("{AGAINST} {rest}")]
        }
        _ => vec![cut(&sides, &more, width)],
    }
}

/// The same where nothing needs to be cut.
fn uncut(sides: &[String], more: &str, width: usize, most: usize) -> Option<Vec<String>> {
    let between = format!(" {AGAINST} ");
    let fits = |line: &String| text_width(line) <= width;
    let whole = sides.join(&between) + more;
    if fits(&whole) {
        return Some(vec![whole]);
    }
    let (first, rest) = sides.split_first().filter(|(_, rest)| !rest.is_empty())?;
    let two = vec![
        first.clone(),
        format!("{AGAINST} {}{more}", rest.join(&between)),
    ];
    (most > 1 && two.iter().all(fits)).then_some(two)
}

/// So many sides, the last among them, and how many more there are: they are in the order of their values.
fn first_and_last(sides: &[String], named: usize) -> (Vec<String>, String) {
    let left_out = sides.len().saturating_sub(named);
    if left_out == 0 {
        return (sides.to_vec(), String::new());
    }
    let (first, rest) = sides.split_at(named.saturating_sub(1));
    let last = rest.last().into_iter();
    let named = first.iter().chain(last).cloned().collect();
    (named, format!(" and {left_out} more"))
}

/// The sides in one line: the longest are cut.
fn cut(sides: &[String], more: &str, width: usize) -> String {
    let between = format!(" {AGAINST} ");
    let taken = sides.len().saturating_sub(1) * text_width(&between) + text_width(more);
    let room = width.saturating_sub(taken);
    let widths: Vec<usize> = sides.iter().map(|side| text_width(side)).collect();
    let taken = |most: usize| widths.iter().map(|width| (*width).min(most)).sum::<usize>();
    // The most that a side may take so that all fit.
    let fits = (1..=room).rev().find(|most| taken(*most) <= room);
    let cut: Vec<String> = (sides.iter())
        .map(|side| cut_one(side, fits.unwrap_or(1)))
        .collect();
    shorten(&format!("{}{more}", cut.join(&between)), width)
}

/// A side in so many columns: rather a part of a name than of a value.
fn cut_one(side: &str, width: usize) -> String {
    if text_width(side) <= width {
        return side.to_owned();
    }
    let said = side.split_once(": ").and_then(|(who, value)| {
        let room = width.checked_sub(text_width(value) + ": ".len())?;
        (room >= LEAST).then(|| format!("{}: {value}", shorten(who, room)))
    });
    said.unwrap_or_else(|| shorten(side, width))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(texts: &[&str]) -> Vec<String> {
        texts.iter().map(ToString::to_string).collect()
    }

    fn lines(texts: &[&str], width: usize, most: usize) -> Vec<String> {
        let sides = sides(texts);
        beside(|_| sides.clone(), width, most)
    }

    #[test]
    fn two_sides_are_cut_alike_where_they_do_not_fit() {
        assert_eq!(lines(&["a: 1", "b: 2"], 40, 1), ["a: 1 ↔ b: 2"]);
        let long = ["herald: as long as can be", "b: 2"];
        assert_eq!(lines(&long, 20, 1), ["herald: as… ↔ b: 2"]);
        assert_eq!(lines(&long, 25, 2), ["herald: as long as can be", "↔ b: 2"]);
        assert_eq!(lines(&["only this"], 5, 1), ["only…"]);
    }

    #[test]
    fn of_many_sides_some_stay_whole_and_the_others_are_counted() {
        let many = ["a: 10", "b: 20", "c: 30", "d: 40", "e: 50", "f: 60"];
        assert_eq!(lines(&many, 60, 1)[0], many.join(" ↔ "));
        assert_eq!(lines(&many, 36, 1), ["a: 10 ↔ b: 20 ↔ f: 60 and 3 more"]);
        assert_eq!(lines(&many, 24, 1), ["a: 10 ↔ f: 60 and 4 more"]);
        assert_eq!(lines(&many, 18, 2), ["a: 10", "↔ f: 60 and 4 more"]);
        for width in 3..60 {
            for line in lines(&many, width, 1) {
                assert!(text_width(&line) <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn rather_fewer_names_than_a_cut_value() {
        let told = |names| match names {
            Names::All => sides(&["post, wire, mail, herald: three hundred", "gazette: 2"]),
            Names::One => sides(&["post and 3 more: three hundred", "gazette: 2"]),
            Names::Short => sides(&["post +3: three hundred", "gazette: 2"]),
        };
        let at = |width| beside(told, width, 1).concat();
        assert_eq!(at(60), told(Names::All).join(" ↔ "));
        assert_eq!(at(45), "post and 3 more: three hundred ↔ gazette: 2");
        assert_eq!(at(36), "post +3: three hundred ↔ gazette: 2");
        assert_eq!(at(31), "post +3: three… ↔ gazette: 2");
    }

    #[test]
    fn a_long_subject_hides_no_property() {
        assert_eq!(
            about("Mill Street fire / injured", 30, 1),
            ["Mill Street fire / injured"]
        );
        assert_eq!(
            about("Mill Street fire / injured", 18, 1),
            ["Mill… / injured"]
        );
        assert_eq!(about("Mill Street fire / injured", 12, 1), ["injured"]);
        assert_eq!(
            about("Mill Street fire / injured", 18, 2),
            ["Mill Street fire /", "injured"]
        );
    }
}
