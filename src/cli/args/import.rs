//! The arguments of `gainsay import`.

use std::path::PathBuf;

use clap::Args;

use super::CorpusArgs;
use crate::sheet::import::columns::Mapped;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay import claims.xlsx                what the table would change in claims/, line by line
  gainsay import claims.xlsx --write        change it; `gainsay undo` puts it back
  gainsay import log.csv my-story --write   claims of another folder, new articles into it
  gainsay import notes.json                 annotations of Hypothesis, or a ClaimReview
  gainsay import log.csv --map \"What they say=quote\" --map \"Rank=-\"

A table may come from `gainsay export` or from a desk: its columns are known by the names above them \
(source, date, speaker, statement, ...). A row without a value waits as a draft. A missing row deletes \
nothing: write delete in the column of that name. What was changed in the table and in the files is \
refused, and so is a cell that is no text.

Exit status: 0 all rows are taken; 1 some rows are refused; 2 nothing can be taken.";

#[derive(Args, Debug)]
pub(in crate::cli) struct ImportArgs {
    /// The table, .xlsx, .ods or .csv; or notes of Hypothesis or a ClaimReview, .json.
    pub(in crate::cli) file: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) corpus: CorpusArgs,
    /// Which field a column is: the name above it or its letter, `=`, the field; `-` passes it over (may be repeated).
    #[arg(long, value_name = "COLUMN=FIELD", value_parser = Mapped::read)]
    pub(in crate::cli) map: Vec<Mapped>,
    /// Change the files, instead of printing what would change.
    #[arg(long)]
    pub(in crate::cli) write: bool,
}
