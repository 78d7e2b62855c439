//! `gainsay questions`, `sources` and `entities`: what the files name, for labels that match; and
//! `gainsay drafts`: what waits.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::args::{ListArgs, ListFormatArg};
use super::corpus::{Loaded, Telling};
use super::output::write_to;
use super::status;
use crate::graph::ClaimGraph;
use crate::listing::Listing;
use crate::render::{self, ListFormat};

/// Loads, and lists.
pub(super) fn run(
    args: &ListArgs,
    list: impl FnOnce(&ClaimGraph<'_>) -> Listing,
) -> io::Result<ExitCode> {
    let loaded = Loaded::new(&args.corpus, Telling::InShort)?;
    let (listing, trouble) = loaded.graph(|graph| Ok(list(graph)))?;
    let options = loaded.options(io::stdout().is_terminal());
    let format = match args.format {
        ListFormatArg::Terminal => ListFormat::Terminal,
        ListFormatArg::Csv => ListFormat::Csv,
    };
    write_to(None, |out| render::listing(&listing, format, &options, out))?;
    Ok(status(trouble))
}
