//! The arguments of `gainsay lint`.

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::CorpusArgs;
use crate::diagnostic::{CODES, Code};
use crate::render::LintFormat;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay lint                              of the folder claims/
  gainsay lint my-story --only missing-quote --only long-quote
  gainsay lint --skip missing-quote         all but claims without a quote
  gainsay lint --format github              beside the lines of a pull request
  gainsay lint --fix                        what would be mended, line by line
  gainsay lint --fix --write                mend it; `gainsay undo` puts it back
  gainsay lint --help                       what each kind is
  gainsay explain doubtful-value            an example of a kind, and what to do

Errors and warnings are those that `gainsay check` tells; notes are told here alone.

--fix mends what has one answer: quotes around a text that needs them, the space after a colon or a dash, \
odd spaces, `---` between two articles, and keys as the guide writes them (`part of`, not `part_of`).

Exit status: 0 nothing is listed; 1 something is; 2 a file has an error, listed or not. With --fix: 0 \
nothing is to be mended so, or it is written; 1 something would change.";

#[derive(Args, Debug)]
pub(in crate::cli) struct LintArgs {
    #[command(flatten)]
    pub(in crate::cli) corpus: CorpusArgs,
    /// What to write.
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) format: LintFormat,
    /// List only this kind (may be repeated).
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    pub(in crate::cli) only: Vec<Code>,
    /// Do not list this kind (may be repeated).
    #[arg(long, value_name = "KIND", value_parser = kinds(), hide_possible_values = true)]
    pub(in crate::cli) skip: Vec<Code>,
    /// Show how slips that have one answer would be mended, instead of listing.
    #[arg(long, conflicts_with = "format")]
    pub(in crate::cli) fix: bool,
    /// With --fix, change the files instead of printing what would change.
    #[arg(long, requires = "fix")]
    pub(in crate::cli) write: bool,
}

/// A kind by its name.
fn kinds() -> impl TypedValueParser<Value = Code> {
    let values = CODES.iter();
    let values = values.map(|row| PossibleValue::new(row.name).help(row.summary));
    PossibleValuesParser::new(values)
        .try_map(|name| Code::named(&name).ok_or_else(|| format!("no kind {name}")))
}
