//! The arguments of `gainsay coverage`.

use std::path::PathBuf;

use clap::Args;

use super::CorpusArgs;
use crate::render::CoverageFormat;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay coverage                          which sentences no claim quotes, the most telling first
  gainsay coverage my-story --all           all of them, and all questions that others answer
  gainsay coverage --format csv -o list.csv for a spreadsheet

An article's sentences are known where it names its text (`text: post.txt`).";

#[derive(Args, Debug)]
pub(in crate::cli) struct CoverageArgs {
    #[command(flatten)]
    pub(in crate::cli) corpus: CorpusArgs,
    /// List all sentences and questions of an article, not only the first ten.
    #[arg(long)]
    pub(in crate::cli) all: bool,
    /// What to write.
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) format: CoverageFormat,
    /// Do not show it through a pager.
    #[arg(long)]
    pub(in crate::cli) no_pager: bool,
    /// Write to a file, which appears whole or not at all; `-` is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
}
