//! How one value is read, or two, and how they stand: what `gainsay value` shows.

use std::io;

use super::line::Frame;
use super::page::{Cell, Page, text_width};
use crate::compare::Verdict;
use crate::render::Reading;
use crate::render::style::Role;
use crate::scale;
use crate::value::{Kind, Part, Value, compare, sentence};

/// The most that the words of a part take.
const WORDS: usize = 28;

/// Where lines and parts stand.
const INDENT: usize = 2;

/// Writes what each value allows, then how two of them stand.
pub(super) fn write(page: &mut Page<'_>, readings: &[Reading<'_>]) -> io::Result<()> {
    let read: Vec<(&str, &Value)> = readings
        .iter()
        .filter_map(|reading| Some((reading.text, reading.value.as_ref().ok()?)))
        .collect();
    let together = match read.as_slice() {
        [left, right] => draw(page, &[*left, *right]),
        _ => None,
    };
    for (at, reading) in readings.iter().enumerate() {
        if at > 0 {
            page.blank()?;
        }
        page.line(0, Role::Heading, reading.text)?;
        match &reading.value {
            Ok(value) => {
                let kind = Cell::rigid(Role::Label, value.kind.name());
                let meaning = Cell::flexible(Role::Value, value.describe());
                page.row(INDENT, &[kind, meaning])?;
                if let Some(doubt) = value.doubt() {
                    page.line(INDENT, Role::Plain, doubt)?;
                }
                if together.is_none()
                    && let Some((frame, scale)) = draw(page, &[(reading.text, value)])
                {
                    page.blank()?;
                    frame.draw(page, &scale, &[])?;
                    page.blank()?;
                }
                parts(page, reading.text, value.kind, &reading.parts)?;
            }
            Err(refusal) => {
                let mark = Cell::rigid(Role::Warning, "! not read:");
                page.row(INDENT, &[mark, Cell::flexible(Role::Plain, &*refusal.why)])?;
                page.line(INDENT, Role::Plain, &refusal.hint)?;
            }
        }
    }
    if let [left, right] = read.as_slice() {
        page.blank()?;
        if let Some((frame, scale)) = together {
            frame.draw(page, &scale, &[left.0, right.0])?;
            page.blank()?;
        }
        standing(page, *left, *right)?;
    }
    Ok(())
}

/// The line on which values lie, if they have one in common; names only where there are several.
pub(super) fn draw(page: &Page<'_>, values: &[(&str, &Value)]) -> Option<(Frame, scale::Scale)> {
    let names: Vec<&str> = values.iter().map(|(text, _)| *text).collect();
    let names: &[&str] = if names.len() > 1 { &names } else { &[] };
    let frame = Frame::new(page, INDENT, names);
    let values: Vec<&Value> = values.iter().map(|(_, value)| *value).collect();
    let scale = scale::lay(&values, frame.grain())?;
    Some((frame, scale))
}

/// One row for each part: its words, and what they did.
pub(super) fn parts(page: &mut Page<'_>, text: &str, kind: Kind, parts: &[Part]) -> io::Result<()> {
    // How an amount was taken comes last; texts and quotes are too long to stand beside their role.
    let is_summed_up = |at: usize, part: &Part| {
        part.span == (0..text.len())
            && match kind {
                Kind::Number | Kind::Money | Kind::Duration | Kind::Quantity => {
                    at + 1 == parts.len()
                }
                Kind::Quotation | Kind::Text => true,
                _ => false,
            }
    };
    let rows: Vec<(&str, &str)> = parts
        .iter()
        .enumerate()
        .filter_map(|(at, part)| {
            if is_summed_up(at, part) {
                return Some(("as a whole", part.role.as_str()));
            }
            let words = text.get(part.span.clone())?.trim();
            // "almost: 0.9 N up to N" of "almost".
            let role = part.role.strip_prefix(words);
            let role = role.and_then(|role| role.strip_prefix(": "));
            Some((words, role.unwrap_or(&part.role)))
        })
        .collect();
    let width = rows.iter().map(|(words, _)| text_width(words)).max();
    let width = width.unwrap_or_default().min(WORDS).min(page.width() / 3);
    for (words, role) in rows {
        let words = Cell::new(Role::Label, width, words);
        page.row(INDENT, &[words, Cell::flexible(Role::Plain, role)])?;
    }
    Ok(())
}

/// Writes the verdict, the relation, and why.
fn standing(page: &mut Page<'_>, left: (&str, &Value), right: (&str, &Value)) -> io::Result<()> {
    let values = compare(left.1, right.1);
    let verdict = Verdict::of(&values);
    let (mark, role) = match &verdict {
        Verdict::Conflicts => ("✗", Role::Conflict),
        Verdict::Possible(_) => ("!", Role::Warning),
        Verdict::Agrees | Verdict::Refines => ("✓", Role::Agreement),
        Verdict::Likely(_) | Verdict::Compatible => ("·", Role::Note),
        Verdict::Undetermined(_) => ("?", Role::Note),
    };
    let relation = match values.doubt {
        None => values.relation.name().to_owned(),
        Some(_) => format!("likely {}", values.likely.name()),
    };
    let verdict = format!("{mark} {} ({relation}):", verdict.name());
    let why = sentence(left, right, &values);
    if text_width(&verdict) > page.width() / 3 {
        page.line(0, role, &verdict)?;
        return page.line(INDENT, Role::Plain, &why);
    }
    page.row(
        0,
        &[Cell::rigid(role, verdict), Cell::flexible(Role::Plain, why)],
    )
}
