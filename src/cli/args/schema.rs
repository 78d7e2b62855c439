//! The arguments of `gainsay schema`.

use std::path::PathBuf;

use clap::Args;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay schema > gainsay.schema.json
  gainsay schema --for claims > gainsay.schema.json    offers the names of the folder too";

#[derive(Args, Debug)]
pub(in crate::cli) struct SchemaArgs {
    /// A folder or file whose ids, names and labels are offered where they can stand.
    #[arg(long = "for", value_name = "PATH")]
    pub(in crate::cli) folders: Vec<PathBuf>,
}
