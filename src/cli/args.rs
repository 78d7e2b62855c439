//! The command line, nothing else.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::check::CHECKS;
use crate::value::{Day, KINDS};

/// Reports where articles about one story agree and where they contradict each other.
///
/// gainsay compares what sources say. It never says who is right.
#[derive(Debug, Parser)]
#[command(name = "gainsay", version, args_conflicts_with_subcommands = true, after_help = EXAMPLES, max_term_width = 100)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) check: CheckArgs,
}

const EXAMPLES: &str = "\
Examples:
  gainsay                                   check the folder claims/
  gainsay check claims story.yaml           check a folder and a file
  gainsay --format markdown -o list.md      write a discrepancy list
  gainsay --only value-conflict --subject \"Alice Johnson\"
  gainsay value \"almost 22 years\"           show how a value is read
  gainsay same \"Ms. Johnson\" \"Alice Johnson\"
  gainsay explain disputed                  print the page of a check

Exit status: 0 nothing found at the level of --fail-on; 1 something found; 2 a file could not be
read or has an error, or there was no claim.";

const CHECK_EXAMPLES: &str = "\
Examples:
  gainsay check                             check the folder claims/
  gainsay check my-story                    check another folder
  gainsay check --all                       also what only one article says
  gainsay check --level conflict            conflicts alone
  gainsay check --source Axios --source Mic
  gainsay check --format json -o report.json";

const VALUE_EXAMPLES: &str = "\
Examples:
  gainsay value \"almost 22 years\"
  gainsay value \"22 years\" --and \"more than two decades\"
  gainsay value --kind date --published 2018-06-06 \"last Wednesday\"";

const SAME_EXAMPLES: &str = "\
Examples:
  gainsay same \"Alice Marie Johnson\" \"Alice Johnson\"
  gainsay same --batch pairs.tsv";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  gainsay explain                           list all checks
  gainsay explain disputed";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Compare the claims of articles (the default).
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
    /// Show how values are read, and how two of them stand.
    #[command(after_help = VALUE_EXAMPLES)]
    Value(ValueArgs),
    /// Show whether two names are taken for one.
    #[command(after_help = SAME_EXAMPLES)]
    Same(SameArgs),
    /// Print the page of a check.
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArgs),
}

/// What every command that reads claims takes.
#[derive(Args, Debug)]
pub(super) struct CorpusArgs {
    /// Files and folders with claims; `-` is standard input.
    #[arg(default_value = "claims")]
    pub(super) paths: Vec<PathBuf>,
    /// Join names by alias only, never by likeness.
    #[arg(long)]
    pub(super) strict_names: bool,
    /// The day on which rulings are measured [default: the system's date].
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<Day>,
    /// When to use colours.
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(super) color: ColorArg,
}

#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) corpus: CorpusArgs,
    /// What to write.
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: FormatArg,
    /// Write to a file, which appears whole or not at all; `-` is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Show findings of this level and above [default: agreement, and what could not be compared].
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(super) level: Option<LevelArg>,
    /// Show only findings of this check (may be repeated).
    #[arg(long, value_name = "CHECK", value_parser = checks())]
    pub(super) only: Vec<String>,
    /// Show no findings of this check (may be repeated).
    #[arg(long, value_name = "CHECK", value_parser = checks(), hide_possible_values = true)]
    pub(super) skip: Vec<String>,
    /// Show only questions that this source, or the article of this id, answers (may be repeated).
    #[arg(long)]
    pub(super) source: Vec<String>,
    /// Show only questions about this subject (may be repeated).
    #[arg(long)]
    pub(super) subject: Vec<String>,
    /// Show notes and silenced findings too.
    #[arg(long, conflicts_with = "level")]
    pub(super) all: bool,
    /// Exit with 1 if anything at this level or above was found.
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t)]
    pub(super) fail_on: FailOn,
}

#[derive(Args, Debug)]
pub(super) struct ValueArgs {
    /// The value, in the words of an annotation file.
    #[arg(required_unless_present = "batch")]
    pub(super) text: Option<String>,
    /// A second value, to see how the two stand.
    #[arg(long, value_name = "TEXT", requires = "text")]
    pub(super) and: Option<String>,
    /// What sort of value it is [default: what it looks like].
    #[arg(long, value_parser = kinds())]
    pub(super) kind: Option<String>,
    /// The day of publication, from which relative dates count.
    #[arg(long, value_name = "DATE")]
    pub(super) published: Option<String>,
    /// Read `kind TAB published TAB text` lines from a file or `-`, write a JSON object for each.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["text", "and", "kind", "published"])]
    pub(super) batch: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct SameArgs {
    /// One name.
    #[arg(required_unless_present = "batch")]
    pub(super) left: Option<String>,
    /// The other.
    #[arg(required_unless_present = "batch")]
    pub(super) right: Option<String>,
    /// Read `left TAB right` lines from a file or `-`, write a JSON object for each.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["left", "right"])]
    pub(super) batch: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct ExplainArgs {
    /// The check; all of them are listed without one.
    #[arg(value_parser = checks())]
    pub(super) check: Option<String>,
}

/// A format of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    /// Text for people.
    #[default]
    Terminal,
    /// A discrepancy list for documents and pull requests.
    Markdown,
    /// For other programs.
    Json,
}

/// A level of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LevelArg {
    /// Claims that cannot all be true.
    Conflict,
    /// What an editor should look at.
    Warning,
    /// Sources that agree.
    Agreement,
    /// Everything else.
    Note,
}

/// What makes the exit status 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Any conflict.
    #[default]
    Conflict,
    /// Any conflict or warning.
    Warning,
    /// Nothing.
    Never,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorArg {
    /// Where a terminal shows them and the environment does not object.
    #[default]
    Auto,
    /// In any case.
    Always,
    /// In no case.
    Never,
}

fn checks() -> PossibleValuesParser {
    PossibleValuesParser::new(
        CHECKS
            .iter()
            .map(|check| clap::builder::PossibleValue::new(check.id).help(check.summary)),
    )
}

fn day(text: &str) -> Result<Day, String> {
    Day::from_iso(text).ok_or_else(|| "write one day, such as 2018-06-06".to_owned())
}

fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(
        KINDS
            .iter()
            .map(|row| clap::builder::PossibleValue::new(row.name).help(row.summary)),
    )
}
