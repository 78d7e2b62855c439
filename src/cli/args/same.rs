//! The arguments of `gainsay same`.

use std::path::PathBuf;

use clap::Args;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay same \"Alice Marie Johnson\" \"Alice Johnson\"
  gainsay same --batch pairs.tsv";

#[derive(Args, Debug)]
pub(in crate::cli) struct SameArgs {
    /// One name.
    #[arg(required_unless_present = "batch")]
    pub(in crate::cli) left: Option<String>,
    /// The other.
    #[arg(required_unless_present = "batch")]
    pub(in crate::cli) right: Option<String>,
    /// Read `left TAB right` lines from a file or `-`, write a JSON object for each.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["left", "right"])]
    pub(in crate::cli) batch: Option<PathBuf>,
}
