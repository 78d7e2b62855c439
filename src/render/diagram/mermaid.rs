//! Mermaid flowcharts (mermaid.js.org/syntax/flowchart.html), which Markdown pages draw.

use std::io::{self, Write};

use super::{frames, label, legend, members, role};
use crate::diagram::{Diagram, Link, Mark, Shape, Sort, Tie};
use crate::render::untrusted::mermaid;

/// How wide the label of a frame is, and that of a link, in columns.
const FRAME: usize = 80;
const LINK: usize = 24;

/// The marks and their classes.
const CLASSES: [(Mark, &str, &str); 5] = [
    (Mark::Conflict, "conflict", ",stroke-width:2px"),
    (Mark::Warning, "warning", ",stroke-dasharray:6 3"),
    (Mark::Agreement, "agreement", ""),
    (Mark::NotCompared, "notCompared", ",stroke-dasharray:2 3"),
    (Mark::Plain, "plain", ""),
];

/// Writes a diagram.
pub(super) fn write(diagram: &Diagram, out: &mut dyn Write) -> io::Result<()> {
    // Lines are broken here; titles of frames have two lines, for which Mermaid leaves no room.
    writeln!(
        out,
        "%%{{init: {{\"flowchart\": {{\"wrappingWidth\": 600, \"subGraphTitleMargin\": {{\"top\": 4, \"bottom\": 28}}}}}}}}%%"
    )?;
    writeln!(out, "flowchart LR")?;
    let frames = frames(diagram);
    let members = members(diagram);
    for (at, shape) in diagram.shapes.iter().enumerate() {
        if frames[at] {
            writeln!(out, "  subgraph n{at}[\"{}\"]", frame_text(shape))?;
            for member in &members[at] {
                node(*member, &diagram.shapes[*member], "    ", out)?;
            }
            writeln!(out, "  end")?;
            let ink = role(shape.mark).ink();
            let width = if shape.focus { 4 } else { 1 };
            writeln!(
                out,
                "  style n{at} fill:#ffffff,stroke:{ink},stroke-width:{width}px,color:#202124"
            )?;
        } else if shape.inside.is_none() {
            node(at, shape, "  ", out)?;
        }
    }
    let links: Vec<&Link> = diagram
        .links
        .iter()
        .filter(|link| !legend::is_shown_by_frame(diagram, link.from, link.to))
        .collect();
    for link in &links {
        let words = label_of(link);
        let words = label::lines(&words, LINK);
        let words: Vec<String> = words.iter().map(|line| mermaid(line)).collect();
        let label = match words.join("<br/>") {
            empty if empty.is_empty() => String::new(),
            words => format!("|\"{words}\"|"),
        };
        let (mut from, mut to) = (link.from, link.to);
        if link.tie == Tie::AttributedTo {
            // Speakers stand before claims, as articles do.
            (from, to) = (to, from);
        }
        let (line, _) = line(link.tie);
        writeln!(out, "  n{from} {line}{label} n{to}")?;
    }
    write_legend(diagram, out)?;
    for (mark, name, more) in CLASSES {
        let role = role(mark);
        let (ink, wash) = (role.ink(), role.wash());
        writeln!(
            out,
            "  classDef {name} fill:{wash},stroke:{ink},color:#202124{more}"
        )?;
    }
    writeln!(out, "  classDef focus stroke-width:4px")?;
    let marks: Vec<Mark> = links.iter().map(|link| link.tie.mark()).collect();
    for (mark, _, _) in CLASSES {
        let of_mark = marks
            .iter()
            .enumerate()
            .filter(|(_, other)| **other == mark);
        let numbers: Vec<String> = of_mark.map(|(at, _)| at.to_string()).collect();
        if !numbers.is_empty() {
            let ink = role(mark).ink();
            writeln!(
                out,
                "  linkStyle {} stroke:{ink},color:{ink}",
                numbers.join(",")
            )?;
        }
    }
    Ok(())
}

/// One shape that says what the others and their links mean. Samples of links would push the picture aside.
fn write_legend(diagram: &Diagram, out: &mut dyn Write) -> io::Result<()> {
    let legend = legend::of(diagram);
    let mut lines = vec![format!("gainsay: {}", diagram.title)];
    let sorts = legend.sorts.iter();
    lines.extend(sorts.map(|sort| format!("{}: {}", form(*sort).2, sort.meaning())));
    let marks = legend.marks.iter().filter(|mark| **mark != Mark::Plain);
    lines.extend(marks.map(|mark| format!("{} {}", mark.sign(), mark.meaning())));
    let ties = legend.ties.iter();
    lines.extend(ties.map(|tie| format!("{} {}", line(*tie).1, tie.meaning())));
    let lines: Vec<String> = lines.iter().map(|line| mermaid(line)).collect();
    writeln!(out, "  legend[\"{}\"]:::legend", lines.join("<br/>"))?;
    let ink = role(Mark::Plain).ink();
    writeln!(
        out,
        "  classDef legend fill:#ffffff,stroke:{ink},color:{ink},text-align:left"
    )
}

fn node(at: usize, shape: &Shape, indent: &str, out: &mut dyn Write) -> io::Result<()> {
    let (open, close, _) = form(shape.sort);
    writeln!(
        out,
        "{indent}n{at}{open}\"{}\"{close}:::{}",
        text(shape),
        class(shape.mark)
    )?;
    if shape.focus {
        writeln!(out, "{indent}class n{at} focus")?;
    }
    Ok(())
}

/// The brackets that make the shape of a sort, and what the legend calls it.
fn form(sort: Sort) -> (&'static str, &'static str, &'static str) {
    match sort {
        Sort::Source => ("[[", "]]", "double sides"),
        Sort::Article => (">", "]", "flag"),
        Sort::Speaker => ("([", "])", "round ends"),
        Sort::Claim => ("[", "]", "box"),
        Sort::Position => ("(", ")", "rounded box"),
        Sort::Question => ("[/", "\\]", "frame"),
        Sort::Subject => ("[(", ")]", "drum"),
        Sort::Finding => ("{{", "}}", "hexagon"),
    }
}

/// The line of a tie, and how the legend draws it.
fn line(tie: Tie) -> (&'static str, &'static str) {
    match tie {
        Tie::Conflicts => ("x==x", "×━━━×"),
        Tie::MayConflict => ("x-.-x", "×┈┈┈×"),
        Tie::Refines => ("-->", "── refines ─>"),
        Tie::Makes | Tie::Says | Tie::Takes | Tie::Answers => ("-->", "────>"),
        Tie::Overlaps => ("o-.-o", "●┈┈┈●"),
        Tie::Apart => ("-.-", "┈ apart ┈"),
        Tie::TakesPart => ("===", "━━━━"),
        Tie::Publishes => ("---", "────"),
        Tie::AttributedTo => ("-.-", "┈┈┈┈"),
        Tie::About => ("-.->", "┈ about ┈>"),
        Tie::PartOf => ("-.->", "┈ part of ┈>"),
        Tie::Cites => ("-.->", "┈ cites ┈>"),
        Tie::CopyOf => ("-.->", "┈ copy of ┈>"),
        Tie::Revises => ("-.->", "┈ revises ┈>"),
        Tie::Origin => ("-.->", "┈ origin ┈>"),
    }
}

/// What stands beside a link: its own words, or the name of a tie whose line others share.
fn label_of(link: &Link) -> String {
    let sign = link.tie.mark().sign();
    match (link.label.as_str(), link.tie) {
        ("", Tie::Publishes | Tie::Makes | Tie::Says | Tie::Takes | Tie::Answers) => String::new(),
        ("", Tie::TakesPart | Tie::AttributedTo | Tie::Overlaps) => String::new(),
        ("", tie) => tie.name().to_owned(),
        (label, Tie::Conflicts | Tie::MayConflict) => format!("{sign} {label}"),
        (label, _) if link.claims > 1 => format!("{label} (×{})", link.claims),
        (label, _) => label.to_owned(),
    }
}

fn text(shape: &Shape) -> String {
    let (title, details) = label::of_shape(shape);
    let lines = title.iter().chain(&details);
    let lines: Vec<String> = lines.map(|line| mermaid(line)).collect();
    match lines.join("<br/>") {
        empty if empty.is_empty() => "–".to_owned(),
        text => text,
    }
}

/// The title of a frame and what was found, in two lines.
fn frame_text(shape: &Shape) -> String {
    let title = format!("{} {}", shape.mark.sign(), shape.title);
    let found = shape.details.last().map_or("", String::as_str);
    let first = |text: &str| label::lines(text, FRAME).into_iter().next();
    let lines = [first(title.trim()), first(found)];
    let lines: Vec<String> = lines.iter().flatten().map(|line| mermaid(line)).collect();
    lines.join("<br/>")
}

fn class(mark: Mark) -> &'static str {
    let row = CLASSES.iter().find(|(other, _, _)| *other == mark);
    row.map_or("plain", |(_, name, _)| name)
}
