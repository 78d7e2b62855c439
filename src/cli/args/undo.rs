//! The arguments of `gainsay undo`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::usual::CLAIMS;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay undo                              the last ruling added to a file in claims/
  gainsay undo my-story
  gainsay undo --list                       what can be undone, the last change first

A file that was changed since stays as it is, and nothing is put back. What stood in a file is kept \
beside it, in .gainsay/undo, for the last 50 changes.";

#[derive(Args, Debug)]
pub(in crate::cli) struct UndoArgs {
    /// The folder of the files that were changed.
    #[arg(default_value = CLAIMS)]
    pub(in crate::cli) folder: PathBuf,
    /// List the changes that can be undone, and undo none.
    #[arg(long)]
    pub(in crate::cli) list: bool,
}
