//! Diagrams to bytes; layout only.

mod dot;
mod graphml;
mod label;
mod legend;
mod mermaid;

use std::io::{self, Write};

use clap::ValueEnum;

use super::style::Role;
use crate::diagram::{Diagram, Mark};

/// What a diagram can be written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum DiagramFormat {
    /// For Graphviz, which draws it.
    #[default]
    Dot,
    /// For yEd, Gephi and other programs, with all attributes.
    Graphml,
    /// For Markdown pages that draw it, such as those of GitHub.
    Mermaid,
}

impl DiagramFormat {
    /// All formats, in the order in which help lists them.
    pub const ALL: [Self; 3] = [Self::Dot, Self::Graphml, Self::Mermaid];
}

/// Writes a diagram; give a buffered writer.
///
/// # Errors
///
/// Those of the writer.
pub fn render_diagram(
    diagram: &Diagram,
    format: DiagramFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        DiagramFormat::Dot => dot::write(diagram, out),
        DiagramFormat::Graphml => graphml::write(diagram, out),
        DiagramFormat::Mermaid => mermaid::write(diagram, out),
    }
}

/// The meaning of a mark in the palette.
fn role(mark: Mark) -> Role {
    match mark {
        Mark::Conflict => Role::Conflict,
        Mark::Warning => Role::Warning,
        Mark::Agreement => Role::Agreement,
        Mark::NotCompared => Role::Note,
        Mark::Plain => Role::Faint,
    }
}

/// The frames: for each shape, whether others stand inside it.
fn frames(diagram: &Diagram) -> Vec<bool> {
    let mut frames = vec![false; diagram.shapes.len()];
    for frame in diagram.shapes.iter().filter_map(|shape| shape.inside) {
        if let Some(is_frame) = frames.get_mut(frame) {
            *is_frame = true;
        }
    }
    frames
}

/// The shapes inside each frame, in order.
fn members(diagram: &Diagram) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); diagram.shapes.len()];
    for (at, shape) in diagram.shapes.iter().enumerate() {
        if let Some(inside) = shape.inside.and_then(|frame| members.get_mut(frame)) {
            inside.push(at);
        }
    }
    members
}
