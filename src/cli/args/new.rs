//! The arguments of `gainsay new`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::usual::CLAIMS;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay new saved/*.html                  a file in claims/ for each page, with its text beside it
  gainsay new wire.txt --into my-story      in the folder of a story, whose questions it looks for
  gainsay new wire.txt -o wire.yaml         in this file; `-` is standard output
  gainsay new wire.txt --dry-run            what it would write

Each sentence becomes a draft, in the order of the text, with what it may say as comments. Title, source, \
author and day are guessed, and marked so. A file that is there is never touched, nor is an article begun \
twice. `gainsay undo` takes the files away again.";

#[derive(Args, Debug)]
pub(in crate::cli) struct NewArgs {
    /// The texts of articles: .txt, .md or saved pages, .html.
    #[arg(required = true, value_name = "ARTICLE")]
    pub(in crate::cli) articles: Vec<PathBuf>,
    /// The folder of the story, which is made if need be. Texts that lie elsewhere are copied into it.
    #[arg(long, value_name = "FOLDER", default_value = CLAIMS)]
    pub(in crate::cli) into: PathBuf,
    /// Write this file, of one article; it must not be there.
    #[arg(short, long, value_name = "FILE", conflicts_with = "into")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Show what would be written, and write nothing.
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}
