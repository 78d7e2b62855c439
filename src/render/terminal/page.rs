//! Rows of cells: wrapped by display width with hanging indents, padded, then painted.
//!
//! Every text that reaches the terminal passes through here, and is made visible here.

use std::borrow::Cow;
use std::io::{self, Write};

use textwrap::core::display_width;
use textwrap::{WordSplitter, WrapAlgorithm};

use crate::finding::Check;
use crate::model::Corpus;
use crate::render::style::{Role, Style};
use crate::render::untrusted::visible;
use crate::render::{Links, Options};
use crate::text::Place;

/// How many blanks stand between two columns.
pub(super) const GAP: usize = 2;

/// What stands before and behind the address of a link: OSC 8, as terminals have agreed.
const OPEN: &str = "\x1b]8;;";
const END: &str = "\x1b\\";

/// A narrower terminal gets lines of this many columns, and breaks them itself.
const NARROWEST: usize = 40;

/// The paper: where rows are written.
pub(super) struct Page<'a> {
    out: &'a mut dyn Write,
    style: Style,
    width: usize,
    links: Option<&'a Links>,
}

/// A text in one column of a row.
pub(super) struct Cell<'a> {
    role: Role,
    text: Cow<'a, str>,
    width: Width,
    /// The address that it leads to.
    link: Option<String>,
    /// Whether its text was made visible already, and holds the marks of words that decide.
    is_shown: bool,
    /// Whether words that decide go on from the row before.
    is_open: bool,
}

/// Before and behind words that decide, until a line is painted: no text holds these.
pub(super) const OPEN_MARK: char = '\u{fdd0}';
pub(super) const CLOSE: char = '\u{fdd1}';

/// What stands there where there are no colours.
const PLAIN_MARK: &str = "*";

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
        Self::of(role, text.into(), Width::Fixed(width))
    }

    /// A cell as wide as its text.
    pub(super) fn rigid(role: Role, text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        let width = Width::Fixed(text_width(&text));
        Self::of(role, text, width)
    }

    /// A cell that wraps its text in what the others leave; one in a row.
    pub(super) fn flexible(role: Role, text: impl Into<Cow<'a, str>>) -> Self {
        Self::of(role, text.into(), Width::Flexible)
    }

    /// A cell of that width, of text from [`display`] in which words that decide are marked.
    pub(super) fn shown(role: Role, width: usize, text: String) -> Self {
        Self {
            is_shown: true,
            ..Self::of(role, text.into(), Width::Fixed(width))
        }
    }

    /// The same, where words that decide may go on from the row before.
    pub(super) fn opened(self, is_open: bool) -> Self {
        Self { is_open, ..self }
    }

    /// The same, as a link where there is an address.
    pub(super) fn linked(self, link: Option<String>) -> Self {
        Self { link, ..self }
    }

    fn of(role: Role, text: Cow<'a, str>, width: Width) -> Self {
        let link = None;
        Self {
            role,
            text,
            width,
            link,
            is_shown: false,
            is_open: false,
        }
    }

    fn lines(&self, width: usize) -> Vec<String> {
        match self.is_shown {
            true => wrapped_shown(&self.text, width),
            false => wrapped(&self.text, width),
        }
    }
}

impl<'a> Page<'a> {
    /// An empty page.
    pub(super) fn new(options: &'a Options, out: &'a mut dyn Write) -> Self {
        Self {
            out,
            style: options.style,
            width: options.width.max(NARROWEST),
            links: options.links.as_ref(),
        }
    }

    /// The same with no more columns than these.
    pub(super) fn at_most(self, width: usize) -> Self {
        Self {
            width: self.width.min(width),
            ..self
        }
    }

    /// How many columns there are.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The address of a place, where the terminal has links.
    pub(super) fn link(&self, corpus: &Corpus, place: Place) -> Option<String> {
        self.links?.address(corpus, place)
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
            let lines = cell.lines(width);
            // What follows a text that had to be wrapped stands beside its longest line.
            let width = match cell.width {
                Width::Fixed(_) => width,
                Width::Flexible => longest(&lines),
            };
            left = left.saturating_sub(width + GAP);
            columns.push((cell, width, lines));
        }
        let height = columns.iter().map(|(_, _, lines)| lines.len()).max();
        let mut marked: Vec<bool> = columns.iter().map(|(cell, ..)| cell.is_open).collect();
        for index in 0..height.unwrap_or_default() {
            let mut blanks = indent;
            for (at, (cell, width, lines)) in columns.iter().enumerate() {
                let text = lines.get(index).map_or("", String::as_str);
                if !text.is_empty() {
                    let painted = match cell.is_shown {
                        true => self.marked(cell.role, text, &mut marked[at]),
                        false => self.style.paint(cell.role, text).to_string(),
                    };
                    write!(self.out, "{:blanks$}", "")?;
                    match &cell.link {
                        Some(link) => write!(self.out, "{OPEN}{link}{END}{painted}{OPEN}{END}")?,
                        None => write!(self.out, "{painted}")?,
                    }
                    blanks = 0;
                }
                let marks = match cell.is_shown && self.style.is_color() {
                    true => text.matches([OPEN_MARK, CLOSE]).count(),
                    false => 0,
                };
                blanks += width.saturating_sub(display_width(text) - marks) + GAP;
            }
            writeln!(self.out)?;
        }
        Ok(())
    }

    /// A line with the words that decide made visible; `is_open` where such words go on.
    fn marked(&self, role: Role, line: &str, is_open: &mut bool) -> String {
        if !self.style.is_color() {
            return line.replace([OPEN_MARK, CLOSE], PLAIN_MARK);
        }
        let mut painted = String::new();
        for part in line.split_inclusive([OPEN_MARK, CLOSE]) {
            let words = part.trim_end_matches([OPEN_MARK, CLOSE]);
            let role = if *is_open { Role::Decides } else { role };
            painted.push_str(&self.style.paint(role, words).to_string());
            if part.len() > words.len() {
                *is_open = part.ends_with(OPEN_MARK);
            }
        }
        painted
    }
}

/// Whether words that decide go on behind a line, where they did or did not before it.
pub(super) fn ends_open(line: &str, is_open: bool) -> bool {
    let last = line.chars().rfind(|c| matches!(*c, OPEN_MARK | CLOSE));
    last.map_or(is_open, |mark| mark == OPEN_MARK)
}

/// A text in which nothing is hidden and no mark of ours stands.
pub(super) fn display(text: &str) -> String {
    visible(text).replace([OPEN_MARK, CLOSE], "\u{fffd}")
}

/// So many bytes of a word are rather left out than shown without their end.
const PART: usize = 8;

/// The text in one line of that many columns; what is cut ends in a sign.
pub(super) fn shorten(text: &str, width: usize) -> String {
    let text = visible(text);
    if display_width(&text) <= width {
        return text.into_owned();
    }
    let mut short = String::new();
    for c in text.chars() {
        short.push(c);
        if display_width(&short) + 1 > width {
            short.pop();
            break;
        }
    }
    // Rather a word less than a part of one.
    let is_within = text[short.len()..].starts_with(|c: char| !c.is_whitespace());
    if let Some(end) = short.rfind(char::is_whitespace).filter(|_| is_within)
        && short.len() - end <= PART
    {
        short.truncate(end);
    }
    let end = short.trim_end_matches(|c: char| c.is_whitespace() || ",;:".contains(c));
    format!("{end}…")
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

/// Where a word may be broken: at its hyphens, unless it is the name of a check, which is one word, a path
/// or an option, which people copy.
fn split_points(word: &str) -> Vec<usize> {
    let name = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let is_copied = word.contains(['/', ':']) || word.starts_with("--");
    match is_copied || Check::named(name).is_some() {
        true => Vec::new(),
        false => WordSplitter::HyphenSplitter.split_points(word),
    }
}

/// The text in lines of at most that many columns; longer words are broken.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    wrapped_shown(&visible(text), width)
}

/// The same of a text that was made visible already.
pub(super) fn wrapped_shown(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_splitter(WordSplitter::Custom(split_points));
    textwrap::wrap(text, options)
        .into_iter()
        .map(Cow::into_owned)
        .collect()
}
