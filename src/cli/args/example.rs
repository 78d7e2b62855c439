//! The arguments of `gainsay example`.

use std::path::PathBuf;

use clap::Args;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay example story                     five invented articles, their claims, a ruling
  gainsay check story                       what they contradict each other in";

#[derive(Args, Debug)]
pub(in crate::cli) struct ExampleArgs {
    /// The folder to write into; it is made if it is not there.
    pub(in crate::cli) folder: PathBuf,
}
