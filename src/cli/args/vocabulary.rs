//! The arguments of `gainsay vocabulary`.

use std::path::PathBuf;

use clap::Args;

use super::CorpusArgs;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay vocabulary                        what would make the report of claims/ better
  gainsay vocabulary -o claims/vocabulary.yaml
                                            then delete what is wrong in it, and check again
  gainsay vocabulary my-story | less

Terms to declare, labels and names that may be one and dates that are missing, in this order, each with its \
reason as a comment. What would hide something that is found now, and what belongs into a vocabulary that is \
there already, is written as a comment.";

#[derive(Args, Debug)]
pub(in crate::cli) struct VocabularyArgs {
    #[command(flatten)]
    pub(in crate::cli) corpus: CorpusArgs,
    /// Write to a new file; `-` is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
}
