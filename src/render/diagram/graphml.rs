//! GraphML 1.0 (graphml.graphdrawing.org): flat, with typed keys, and everything that is known.

use std::io::{self, Write};

use crate::diagram::{ATTRIBUTES, Datum, Diagram, Link, On};
use crate::render::untrusted::xml;

/// Writes a diagram.
pub(super) fn write(diagram: &Diagram, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(
        out,
        r#"<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">"#
    )?;
    for row in ATTRIBUTES {
        let (prefix, on) = place(row.on);
        writeln!(
            out,
            r#"  <key id="{prefix}_{0}" for="{on}" attr.name="{0}" attr.type="{1}"/>"#,
            row.name, row.sort
        )?;
    }
    writeln!(out, r#"  <graph id="gainsay" edgedefault="directed">"#)?;
    for (at, shape) in diagram.shapes.iter().enumerate() {
        writeln!(out, r#"    <node id="n{at}">"#)?;
        for (name, value) in shape.data() {
            data(out, On::Node, name, &value)?;
        }
        writeln!(out, "    </node>")?;
    }
    for (at, link) in diagram.links.iter().enumerate() {
        writeln!(
            out,
            r#"    <edge id="e{at}" source="n{}" target="n{}">"#,
            link.from, link.to
        )?;
        edge(out, link)?;
        writeln!(out, "    </edge>")?;
    }
    writeln!(out, "  </graph>\n</graphml>")
}

fn edge(out: &mut dyn Write, link: &Link) -> io::Result<()> {
    let text = |text: &str| Datum::Text(text.to_owned());
    let label = match link.label.as_str() {
        "" => link.tie.name(),
        label => label,
    };
    data(out, On::Edge, "tie", &text(link.tie.name()))?;
    data(out, On::Edge, "label", &text(label))?;
    data(out, On::Edge, "mark", &text(link.tie.mark().name()))?;
    if let Some((check, why)) = &link.check {
        data(out, On::Edge, "check", &text(check))?;
        data(out, On::Edge, "why", &text(why))?;
    }
    if link.claims > 0 {
        data(out, On::Edge, "claims", &Datum::Count(link.claims))?;
    }
    Ok(())
}

fn data(out: &mut dyn Write, on: On, name: &str, value: &Datum) -> io::Result<()> {
    let (prefix, _) = place(on);
    let value = match value {
        // A label is in lines; nothing else is.
        Datum::Text(text) => text.split('\n').map(xml).collect::<Vec<_>>().join("\n"),
        Datum::Count(number) => number.to_string(),
        Datum::Flag(flag) => flag.to_string(),
    };
    writeln!(out, r#"      <data key="{prefix}_{name}">{value}</data>"#)
}

/// The beginning of a key's id, and what GraphML calls what has it.
fn place(on: On) -> (&'static str, &'static str) {
    match on {
        On::Node => ("node", "node"),
        On::Edge => ("edge", "edge"),
    }
}
