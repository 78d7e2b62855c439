//! The arguments of `gainsay export`.

use std::path::PathBuf;

use clap::Args;

use super::CorpusArgs;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay export -o claims.xlsx             the claims of claims/, to work on in a spreadsheet
  gainsay export my-story -o claims.csv     as text with commas
  gainsay export -o template.xlsx           where there is no claim yet: an empty table to fill in
  gainsay import claims.xlsx                what the edited table would change

Every column is text, so that 1/2 stays 1/2. A hidden last column tells what each row was; leave it as \
it is, and an import knows what you changed and what was changed in the files meanwhile.";

#[derive(Args, Debug)]
pub(in crate::cli) struct ExportArgs {
    #[command(flatten)]
    pub(in crate::cli) corpus: CorpusArgs,
    /// The file to write, .xlsx or .csv; it appears whole or not at all.
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: PathBuf,
}
