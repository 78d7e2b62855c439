//! DOT, the language of Graphviz (graphviz.org/doc/info/lang.html): pictures for people.
//!
//! Labels are HTML-like, so that titles stand out. The writer of petgraph knows neither these nor
//! frames and legends, which is why there is one here.

use std::io::{self, Write};

use super::{frames, label, legend, members, role};
use crate::diagram::{Diagram, Link, Mark, Shape, Sort, Tie};
use crate::render::style::Role;
use crate::render::untrusted::xml;

/// How wide the label of a frame is, and that of a link, in columns.
const FRAME: usize = 46;
const LINK: usize = 24;

/// What is said of lines that do not count for the places of what they connect.
const UNRANKED: &str = "constraint=false";

/// Writes a diagram.
pub(super) fn write(diagram: &Diagram, out: &mut dyn Write) -> io::Result<()> {
    let ink = Role::Plain.ink();
    writeln!(out, "digraph gainsay {{")?;
    writeln!(
        out,
        "  graph [rankdir=LR, compound=true, ranksep=0.9, nodesep=0.18, pad=0.3, labelloc=t, \
         fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, fontcolor=\"{ink}\", bgcolor=\"white\"]"
    )?;
    writeln!(
        out,
        "  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=11, fontcolor=\"{ink}\", \
         style=filled, margin=\"0.12,0.07\", height=0.3]"
    )?;
    writeln!(
        out,
        "  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=9, arrowsize=0.7]"
    )?;
    writeln!(out, "  label={}", legend_table(diagram))?;
    let frames = frames(diagram);
    let members = members(diagram);
    for (at, shape) in diagram.shapes.iter().enumerate() {
        if frames[at] {
            frame(diagram, at, &members[at], out)?;
        } else if shape.inside.is_none() {
            write!(out, "  ")?;
            node(at, shape, out)?;
        }
    }
    for link in &diagram.links {
        if !legend::is_shown_by_frame(diagram, link.from, link.to) {
            edge(link, &members, out)?;
        }
    }
    writeln!(out, "}}")
}

/// A question with what is inside it.
fn frame(diagram: &Diagram, at: usize, members: &[usize], out: &mut dyn Write) -> io::Result<()> {
    let shape = &diagram.shapes[at];
    let role = role(shape.mark);
    let width = if shape.focus { 3 } else { 1 };
    writeln!(out, "  subgraph cluster_{at} {{")?;
    writeln!(
        out,
        "    graph [style=rounded, color=\"{}\", penwidth={width}, margin=10, labeljust=l, label={}]",
        role.ink(),
        html(shape, FRAME)
    )?;
    for member in members {
        write!(out, "    ")?;
        node(*member, &diagram.shapes[*member], out)?;
    }
    writeln!(out, "  }}")
}

fn node(at: usize, shape: &Shape, out: &mut dyn Write) -> io::Result<()> {
    let role = role(shape.mark);
    let width = match (shape.focus, shape.mark) {
        (true, _) => 3.0,
        (_, Mark::Conflict) => 2.0,
        _ => 1.0,
    };
    let style = match shape.mark {
        Mark::Warning => ",dashed",
        Mark::NotCompared => ",dotted",
        _ => "",
    };
    let (form, _) = form(shape.sort);
    let (_, details) = label::of_shape(shape);
    let tooltip = format!("{} {}", shape.title, details.join(" "));
    writeln!(
        out,
        "n{at} [{form}{style}\", color=\"{}\", fillcolor=\"{}\", penwidth={width}, tooltip=\"{}\", label={}]",
        role.ink(),
        role.wash(),
        quoted(&tooltip),
        html(shape, 0)
    )
}

/// The shape of a sort, up to the style that its mark adds to, and what the legend calls it.
fn form(sort: Sort) -> (&'static str, &'static str) {
    match sort {
        Sort::Source => ("shape=folder, style=\"filled", "folder"),
        Sort::Article => ("shape=note, style=\"filled", "sheet"),
        Sort::Speaker => ("shape=ellipse, style=\"filled", "ellipse"),
        Sort::Claim => ("shape=box, style=\"filled", "box"),
        Sort::Position => ("shape=box, style=\"filled,rounded", "rounded box"),
        Sort::Question => ("shape=box, style=\"filled,rounded", "frame"),
        Sort::Subject => (
            "shape=ellipse, peripheries=2, style=\"filled",
            "double ellipse",
        ),
        Sort::Finding => ("shape=octagon, style=\"filled", "octagon"),
    }
}

fn edge(link: &Link, members: &[Vec<usize>], out: &mut dyn Write) -> io::Result<()> {
    // Edges lead to frames by way of something inside.
    let end = |at: usize| members[at].first().copied().unwrap_or(at);
    let (mut tail, mut head) = (link.from, link.to);
    let (style, _) = line(link.tie);
    let mut style = style.to_owned();
    if is_backward(link.tie) {
        (tail, head) = (head, tail);
        style.push_str(", dir=back");
    }
    write!(out, "  n{} -> n{} [{style}", end(tail), end(head))?;
    for (name, at) in [("ltail", tail), ("lhead", head)] {
        if !members[at].is_empty() {
            write!(out, ", {name}=cluster_{at}")?;
        }
    }
    let mark = link.tie.mark();
    write!(out, ", color=\"{0}\", fontcolor=\"{0}\"", role(mark).ink())?;
    let label = match (link.label.as_str(), link.tie) {
        ("", Tie::CopyOf | Tie::Revises | Tie::Apart | Tie::Origin) => link.tie.name().to_owned(),
        ("", _) => String::new(),
        (label, Tie::Conflicts | Tie::MayConflict) => format!("{} {label}", mark.sign()),
        (label, _) if link.claims > 1 => format!("{label} (×{})", link.claims),
        (label, _) => label.to_owned(),
    };
    if !label.is_empty() {
        let lines: Vec<String> = label::lines(&label, LINK).iter().map(|l| xml(l)).collect();
        // Graphviz fails to place the labels of some lines that do not count for the ranks, but beside them.
        let key = match style.contains(UNRANKED) {
            true => "xlabel",
            false => "label",
        };
        write!(out, ", {key}=<{}>", lines.join("<br/>"))?;
    }
    if let Some((_, why)) = &link.check {
        write!(out, ", tooltip=\"{}\"", quoted(why))?;
    }
    writeln!(out, "]")
}

/// Speakers stand before claims, as articles do, though the link leads to them.
fn is_backward(tie: Tie) -> bool {
    matches!(tie, Tie::AttributedTo | Tie::Origin)
}

/// The line of a tie, and how the legend draws it.
fn line(tie: Tie) -> (&'static str, &'static str) {
    match tie {
        Tie::Conflicts => (
            "style=bold, dir=both, arrowhead=tee, arrowtail=tee, constraint=false",
            "├━━━┤",
        ),
        Tie::MayConflict => (
            "style=dashed, dir=both, arrowhead=tee, arrowtail=tee, constraint=false",
            "├╌╌╌┤",
        ),
        Tie::Refines => ("style=solid, arrowhead=onormal, constraint=false", "───▷"),
        Tie::Overlaps => (
            "style=dotted, dir=both, arrowhead=odot, arrowtail=odot, constraint=false",
            "○┈┈┈○",
        ),
        Tie::Apart => ("style=dotted, dir=none, constraint=false", "┈ apart ┈"),
        Tie::TakesPart => ("style=bold, dir=none", "━━━━"),
        Tie::Publishes => ("style=solid, arrowhead=none", "────"),
        Tie::Makes | Tie::Says | Tie::Takes | Tie::Answers => {
            ("style=solid, arrowhead=vee", "───>")
        }
        Tie::AttributedTo => ("style=dashed, arrowtail=vee", "<╌╌╌"),
        Tie::About => ("style=dotted, arrowhead=vee", "┈┈┈>"),
        Tie::PartOf => ("style=solid, arrowhead=odiamond, constraint=false", "───◇"),
        Tie::Cites => ("style=dashed, arrowhead=empty, constraint=false", "╌╌╌▷"),
        Tie::CopyOf => (
            "style=dashed, arrowhead=empty, constraint=false",
            "╌ copy of ╌▷",
        ),
        Tie::Revises => (
            "style=dashed, arrowhead=empty, constraint=false",
            "╌ revises ╌▷",
        ),
        Tie::Origin => ("style=dashed, arrowtail=diamond", "◆╌ origin ╌"),
    }
}

/// What is in a shape: its title bold, its details small. No element may be empty.
fn html(shape: &Shape, width: usize) -> String {
    let (title, details) = match width {
        0 => label::of_shape(shape),
        width => label::in_lines(shape, width),
    };
    let rows = |lines: &[String]| {
        lines
            .iter()
            .map(|l| xml(l))
            .collect::<Vec<_>>()
            .join("<br/>")
    };
    let title = match rows(&title) {
        empty if empty.is_empty() => "–".to_owned(),
        title => format!("<b>{title}</b>"),
    };
    match rows(&details) {
        empty if empty.is_empty() => format!("<{title}>"),
        details => format!(
            "<{title}<br/><font point-size=\"9\" color=\"{}\">{details}</font>>",
            Role::Faint.ink()
        ),
    }
}

/// The title of the picture, and what its shapes and lines mean.
fn legend_table(diagram: &Diagram) -> String {
    let legend = legend::of(diagram);
    let title = label::lines(&diagram.title, 80);
    let title: Vec<String> = title.iter().map(|line| xml(line)).collect();
    let mut rows = vec![format!(
        "<tr><td colspan=\"2\" align=\"center\"><b>gainsay: {}</b></td></tr>",
        title.join("<br/>")
    )];
    let cell = |text: &str, color: &str| {
        format!("<td align=\"left\"><font point-size=\"9\" color=\"{color}\">{text}</font></td>")
    };
    let mut row = |sign: &str, meaning: &str, role: Role| {
        rows.push(format!(
            "<tr>{}{}</tr>",
            cell(sign, role.ink()),
            cell(meaning, Role::Plain.ink())
        ));
    };
    for sort in legend.sorts {
        row(form(sort).1, sort.meaning(), Role::Faint);
    }
    for mark in legend.marks.into_iter().filter(|mark| *mark != Mark::Plain) {
        row(mark.sign(), mark.meaning(), role(mark));
    }
    // Ties that look alike stand in one row.
    let mut lines: Vec<(&str, Mark, Vec<&str>)> = Vec::new();
    for tie in legend.ties {
        let (_, sample) = line(tie);
        match lines.iter_mut().find(|(known, _, _)| *known == sample) {
            Some((_, _, meanings)) => meanings.push(tie.meaning()),
            None => lines.push((sample, tie.mark(), vec![tie.meaning()])),
        }
    }
    for (sample, mark, meanings) in lines {
        row(&xml(sample), &meanings.join("; "), role(mark));
    }
    format!(
        "<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"1\">{}</table>>",
        rows.concat()
    )
}

/// A text within quotes: Graphviz reads escapes and character references there.
fn quoted(text: &str) -> String {
    xml(text).replace('\\', "\\\\")
}
