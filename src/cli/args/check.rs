//! The arguments of `gainsay check`.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::CorpusArgs;
use crate::finding::{Check, Level};
use crate::render::Format;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay check                             check the folder claims/
  gainsay check my-story                    check another folder
  gainsay check --agreements                also what the articles agree on
  gainsay check --all                       also what only one article says
  gainsay check --level conflict            conflicts alone
  gainsay check --source Axios --source Mic
  gainsay check --format html -o report.html
                                            a page for any browser, with a table and pictures
  gainsay check --quiet || echo \"look at it\"
  gainsay check --format concise | grep conflict
  gainsay check --format json -o report.json
  gainsay check --all --format csv -o claims.csv";

#[derive(Args, Debug)]
pub(in crate::cli) struct CheckArgs {
    #[command(flatten)]
    pub(in crate::cli) corpus: CorpusArgs,
    /// What to write.
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) format: Format,
    /// Write to a file, which appears whole or not at all; `-` is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Show findings of this level and above [default: agreement, and what could not be compared].
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(in crate::cli) level: Option<Level>,
    /// Show only findings of this check (may be repeated).
    #[arg(long, value_name = "CHECK", value_parser = checks())]
    pub(in crate::cli) only: Vec<Check>,
    /// Show no findings of this check (may be repeated).
    #[arg(long, value_name = "CHECK", value_parser = checks(), hide_possible_values = true)]
    pub(in crate::cli) skip: Vec<Check>,
    /// Show only questions that this source, or the article of this id, answers (may be repeated).
    #[arg(long)]
    pub(in crate::cli) source: Vec<String>,
    /// Show only questions about this subject (may be repeated).
    #[arg(long)]
    pub(in crate::cli) subject: Vec<String>,
    /// List agreements, which the terminal only counts.
    #[arg(long)]
    pub(in crate::cli) agreements: bool,
    /// Show agreements, notes and silenced findings too.
    #[arg(long, conflicts_with = "level")]
    pub(in crate::cli) all: bool,
    /// Show only what no ruling is about, and what is open again since its ruling.
    #[arg(long)]
    pub(in crate::cli) only_new: bool,
    /// Do not show long reports through a pager.
    #[arg(long)]
    pub(in crate::cli) no_pager: bool,
    /// Write only the last line, with the counts.
    #[arg(long, conflicts_with_all = ["format", "quiet"])]
    pub(in crate::cli) summary: bool,
    /// Write nothing but errors: the exit status tells.
    #[arg(short, long, conflicts_with_all = ["format", "output"])]
    pub(in crate::cli) quiet: bool,
    /// Exit with 1 if anything at this level or above was found.
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t)]
    pub(in crate::cli) fail_on: FailOn,
}

/// What makes the exit status 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FailOn {
    /// Any conflict.
    #[default]
    Conflict,
    /// Any conflict or warning.
    Warning,
    /// Nothing.
    Never,
}

/// A check by its id.
pub(super) fn checks() -> impl TypedValueParser<Value = Check> {
    let values = Check::ALL.iter();
    let values = values.map(|check| PossibleValue::new(check.name()).help(check.summary()));
    PossibleValuesParser::new(values)
        .try_map(|name| Check::named(&name).ok_or_else(|| format!("no check {name}")))
}
