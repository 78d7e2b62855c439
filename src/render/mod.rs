//! Reports to bytes; layout only.

mod concise;
pub mod csv;
pub mod desk;
pub mod diagram;
pub(crate) mod excerpt;
mod github;
mod html;
pub mod json;
mod link;
mod lint;
mod markdown;
pub mod matrix;
mod phrase;
mod place;
mod ruling;
mod style;
mod terminal;
mod untrusted;

use std::io::{self, Write};

use clap::ValueEnum;

use crate::check::Survey;
use crate::coverage::Coverage;
use crate::explain::Derivation;
use crate::finding::Report;
use crate::graph::ClaimGraph;
use crate::listing::Listing;
use crate::model::Corpus;
use crate::value::{Part, Refusal, Value};
pub use link::Links;
pub use lint::Linted;
use matrix::Matrix;
pub(crate) use phrase::about;
pub use phrase::ruling_told;
pub use ruling::{NewRuling, entry as ruling_entry};
pub use style::{ColorChoice, Style, use_color};
pub(crate) use untrusted::visible;

/// What a report can be written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Text for people.
    #[default]
    Terminal,
    /// A discrepancy list for documents and pull requests (GitHub Flavored Markdown).
    Markdown,
    /// One page for a browser.
    Html,
    /// The format for other programs.
    Json,
    /// A table for spreadsheets, one row for each claim.
    Csv,
    /// A line for each finding, for programs that look for words and for editors.
    Concise,
    /// Annotations for the lines of a pull request on GitHub.
    #[value(name = "github")]
    GitHub,
}

impl Format {
    /// All formats, in the order in which help lists them.
    pub const ALL: [Self; 7] = [
        Self::Terminal,
        Self::Markdown,
        Self::Html,
        Self::Json,
        Self::Csv,
        Self::Concise,
        Self::GitHub,
    ];
}

/// A value as it was read, for people.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// What was written.
    pub text: &'a str,
    /// What it means, or why it was not read.
    pub value: Result<Value, Refusal>,
    /// Which words did what; empty where it was not read.
    pub parts: Vec<Part>,
}

/// How a report for the terminal is laid out; the other formats look the same everywhere.
#[derive(Clone, Debug)]
pub struct Options {
    /// With or without colours.
    pub style: Style,
    /// How many columns there are.
    pub width: usize,
    /// Where places lead to, for a terminal that has links.
    pub links: Option<Links>,
    /// Whether agreements are listed, and not only counted.
    pub agreements: bool,
    /// What stands at the end of a report, where a command made it.
    pub ending: Option<Ending>,
    /// What a vocabulary could add, in a clause: "terms for 2 properties".
    pub remedy: Option<String>,
    /// The folder from which paths count, as a repository calls it: "stories/fire"; empty for its root.
    pub within: String,
}

/// What a command adds to a report.
#[derive(Clone, Debug)]
pub struct Ending {
    /// The exit status, and why.
    pub status: String,
    /// The files and folders that the command read, where these are not the usual ones.
    pub paths: Vec<String>,
}

/// No colours, and the width for output that is no terminal.
impl Default for Options {
    fn default() -> Self {
        Self {
            style: Style::plain(),
            width: 100,
            links: None,
            agreements: false,
            ending: None,
            remedy: None,
            within: String::new(),
        }
    }
}

/// Writes a report; give a buffered writer.
///
/// # Errors
///
/// Those of the writer.
pub fn render(
    report: &Report<'_>,
    format: Format,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Terminal => terminal::write(report, options, out),
        Format::Markdown => markdown::write(report, out),
        Format::Html => html::write(report, out),
        Format::Json => json::write(report, out),
        Format::Csv => csv::write(report, out),
        Format::Concise => concise::write(report, out),
        Format::GitHub => github::write(report, options, out),
    }
}

/// Writes a report as JSON, of which each finding is made while it is written; give a buffered writer.
///
/// # Errors
///
/// Those of the writer.
pub fn json_by_turns(
    report: &Report<'_>,
    survey: &Survey<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    json::write_by_turns(report, survey, out)
}

/// Writes a list of what the files name; give a buffered writer.
///
/// # Errors
///
/// Those of the writer.
pub fn listing(
    listing: &Listing,
    format: ListFormat,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        ListFormat::Terminal => terminal::listing(listing, options, out),
        ListFormat::Csv => csv::listing(listing, out),
    }
}

/// Writes what of the articles no claim quotes, and on what they are silent; give a buffered writer.
///
/// In: the layout for terminals says whether all is listed, or the first of each article.
///
/// # Errors
///
/// Those of the writer.
pub fn coverage(
    graph: &ClaimGraph<'_>,
    articles: &[Coverage],
    (format, options, all): (CoverageFormat, &Options, bool),
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        CoverageFormat::Terminal => terminal::write_coverage(graph, articles, (options, all), out),
        CoverageFormat::Csv => csv::coverage::write(graph, articles, out),
        CoverageFormat::Json => json::coverage::write(graph, articles, out),
    }
}

/// What the coverage of articles can be written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum CoverageFormat {
    /// Text for people.
    #[default]
    Terminal,
    /// A table for spreadsheets: a row a sentence, a row a question.
    Csv,
    /// The format for other programs.
    Json,
}

/// Writes what could be better in the files; give a buffered writer.
///
/// # Errors
///
/// Those of the writer.
pub fn lint(
    linted: &Linted<'_>,
    format: LintFormat,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        LintFormat::Terminal => lint::text(linted, options, out),
        LintFormat::Json => lint::json(linted, out),
        LintFormat::GitHub => lint::github(linted, options, out),
    }
}

/// What the problems of files can be written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LintFormat {
    /// Text for people, by kind.
    #[default]
    Terminal,
    /// The format for other programs.
    Json,
    /// Annotations for the lines of a pull request on GitHub.
    #[value(name = "github")]
    GitHub,
}

/// What a list can be written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// Text for people.
    #[default]
    Terminal,
    /// A table for spreadsheets.
    Csv,
}

/// Writes for people how a finding was derived; give a buffered writer.
///
/// # Errors
///
/// Those of the writer.
pub fn derivation(
    derivation: &Derivation<'_>,
    corpus: &Corpus,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    terminal::derivation(derivation, corpus, options, out)
}

/// Writes for people how one value is read, or two, and how they stand; give a buffered writer.
///
/// # Errors
///
/// Those of the writer.
pub fn readings(
    readings: &[Reading<'_>],
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    terminal::readings(readings, options, out)
}

/// Writes the counts of a report, in one line.
///
/// # Errors
///
/// Those of the writer.
pub fn summary(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", visible(&phrase::summary(report)))
}

/// Writes the questions of a report against its articles, for the terminal.
///
/// # Errors
///
/// Those of the writer.
pub fn matrix_as_text(
    report: &Report<'_>,
    matrix: &Matrix<'_>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    terminal::write_matrix(report, matrix, options, out)
}

/// Writes questions against articles, for spreadsheets.
///
/// # Errors
///
/// Those of the writer.
pub fn matrix_as_csv(matrix: &Matrix<'_>, out: &mut dyn Write) -> io::Result<()> {
    csv::matrix::write(matrix, out)
}
