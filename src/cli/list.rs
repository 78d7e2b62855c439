//! `gainsay questions`, `sources` and `entities`: what the files name, for labels that match; and
//! `gainsay drafts`: what waits.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::args::ListArgs;
use super::corpus::{Loaded, Telling};
use super::output::write_to;
use super::status;
use crate::graph::ClaimGraph;
use crate::listing::Listing;
use crate::render;

/// Loads, and lists.
pub(super) fn run(
    args: &ListArgs,
    list: impl FnOnce(&ClaimGraph<'_>) -> Listing,
) -> io::Result<ExitCode> {
    let loaded = Loaded::new(&args.corpus, Telling::InShort)?;
    let (listing, trouble) = loaded.graph(|graph| Ok(list(graph)))?;
    let options = loaded.options(io::stdout().is_terminal());
    write_to(None, |out| {
        render::listing(&listing, args.format, &options, out)
    })?;
    Ok(status(trouble))
}
