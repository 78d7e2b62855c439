//! The arguments of `gainsay matrix`.

use std::path::PathBuf;

use clap::Args;

use super::CorpusArgs;
use crate::finding::Level;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay matrix                            who says what, and who is silent
  gainsay matrix my-story --level warning   only where something is wrong
  gainsay matrix --subject \"Alice Johnson\"
  gainsay matrix --csv -o matrix.csv        for a spreadsheet";

#[derive(Args, Debug)]
pub(in crate::cli) struct MatrixArgs {
    #[command(flatten)]
    pub(in crate::cli) corpus: CorpusArgs,
    /// Show questions with a finding of this level and above [default: all].
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(in crate::cli) level: Option<Level>,
    /// Show only questions that this source, or the article of this id, answers (may be repeated).
    #[arg(long)]
    pub(in crate::cli) source: Vec<String>,
    /// Show only questions about this subject (may be repeated).
    #[arg(long)]
    pub(in crate::cli) subject: Vec<String>,
    /// Write a table for spreadsheets.
    #[arg(long)]
    pub(in crate::cli) csv: bool,
    /// Do not show it through a pager.
    #[arg(long)]
    pub(in crate::cli) no_pager: bool,
    /// Write to a file, which appears whole or not at all; `-` is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
}
