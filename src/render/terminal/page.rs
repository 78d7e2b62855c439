//! Rows of cells: wrapped by display width with hanging indents, padded, then painted.
//!
//! Every text that reaches the terminal passes through here, and is made visible here.

use std::borrow::Cow;
use std::io::{self, Write};

use textwrap::WrapAlgorithm;
use textwrap::core::display_width;

use crate::render::Options;
use crate::render::style::{Role, Style};
use crate::render::untrusted::visible;

/// How many blanks stand between two columns.
pub(super) const GAP: usize = 2;

/// A narrower terminal gets lines of this many columns, and breaks them itself.
const NARROWEST: usize = 40;

/// The paper: where rows are written.
pub(super) struct Page<'a> {
    out: &'a mut dyn Write,
    style: Style,
    width: usize,
}

/// A text in one column of a row.
pub(super) struct Cell<'a> {
    role: Role,
    text: Cow<'a, str>,
    width: Width,
}

/// How wide a cell is.
#[derive(Clone, Copy)]
enum Width {
    /// So many columns.
    Fixed(usize),
    /// As many as its text takes, if the others of the row leave them.
    Flexible,
}

impl<'a> Cell<'a> {
    /// A cell of that width.
    pub(super) fn new(role: Role, width: usize, text: impl Into<Cow<'a, str>>) -> Self {
        let (text, width) = (text.into(), Width::Fixed(width));
        Self { role, text, width }
    }

    /// A cell as wide as its text.
    pub(super) fn rigid(role: Role, text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let width = Width::Fixed(text_width(&text));
        Self { role, text, width }
    }

    /// A cell that wraps its text in what the others leave; one in a row.
    pub(super) fn flexible(role: Role, text: impl Into<Cow<'a, str>>) -> Self {
        let (text, width) = (text.into(), Width::Flexible);
        Self { role, text, width }
    }
}

impl<'a> Page<'a> {
    /// An empty page.
    pub(super) fn new(options: &Options, out: &'a mut dyn Write) -> Self {
        Self {
            out,
            style: options.style,
            width: options.width.max(NARROWEST),
        }
    }

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Whether the texts fit beside each other on one line.
    pub(super) fn fits(&self, indent: usize, texts: &[&str]) -> bool {
        let widths = texts.iter().map(|text| text_width(text) + GAP);
        indent + widths.sum::<usize>() <= self.width + GAP
    }

    /// Lines that were laid out and made visible elsewhere.
    pub(super) fn verbatim(&mut self, lines: &str) -> io::Result<()> {
        writeln!(self.out, "{lines}")
    }

    /// Whether there are colours.
    pub(super) fn is_color(&self) -> bool {
        self.style.is_color()
    }

    /// An empty line.
    pub(super) fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// One text over the whole width, behind an indent.
    pub(super) fn line(&mut self, indent: usize, role: Role, text: &str) -> io::Result<()> {
        self.row(indent, &[Cell::flexible(role, text)])
    }

    /// One row of cells, as many lines high as its highest cell.
    pub(super) fn row(&mut self, indent: usize, cells: &[Cell<'_>]) -> io::Result<()> {
        let mut left = self.width.saturating_sub(indent);
        let fixed = cells.iter().fold(0, |sum: usize, cell| match cell.width {
            Width::Fixed(width) => sum.saturating_add(width + GAP),
            Width::Flexible => sum,
        });
        // Where the others leave too little, they are wrapped instead.
        let free = left.saturating_sub(fixed).max(left / 2);
        let mut columns = Vec::with_capacity(cells.len());
        for cell in cells {
            let width = match cell.width {
                Width::Fixed(width) => width.min(left).max(1),
                Width::Flexible => text_width(&cell.text).min(free).max(1),
            };
            let lines = wrap(&cell.text, width);
            // What follows a text that had to be wrapped stands beside its longest line.
            let width = match cell.width {
                Width::Fixed(_) => width,
                Width::Flexible => longest(&lines),
            };
            left = left.saturating_sub(width + GAP);
            columns.push((cell.role, width, lines));
        }
        let height = columns.iter().map(|(_, _, lines)| lines.len()).max();
        for index in 0..height.unwrap_or_default() {
            let mut blanks = indent;
            for (role, width, lines) in &columns {
                let text = lines.get(index).map_or("", String::as_str);
                if !text.is_empty() {
                    write!(self.out, "{:blanks$}{}", "", self.style.paint(*role, text))?;
                    blanks = 0;
                }
                blanks += width.saturating_sub(display_width(text)) + GAP;
            }
            writeln!(self.out)?;
        }
        Ok(())
    }
}

/// How many columns the text takes when it is shown.
pub(super) fn text_width(text: &str) -> usize {
    display_width(&visible(text))
}

/// How many columns the longest of some lines takes.
fn longest(lines: &[String]) -> usize {
    let widths = lines.iter().map(|line| display_width(line));
    widths.max().unwrap_or_default()
}

/// The text in lines of at most that many columns; longer words are broken.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width).wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(&visible(text), options)
        .into_iter()
        .map(Cow::into_owned)
        .collect()
}
