//! `gainsay coverage`: what of the articles no claim quotes, and on what they are silent.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::args::CoverageArgs;
use super::corpus::{Loaded, Telling};
use super::output::file;
use super::pager::show;
use super::status;
use crate::coverage::coverage;
use crate::render;

/// Loads, looks at the texts, lists.
pub(super) fn run(args: &CoverageArgs) -> io::Result<ExitCode> {
    let loaded = Loaded::new(&args.corpus, Telling::InShort)?;
    let output = file(args.output.as_deref());
    let limits = loaded.limits();
    let options = loaded.options(output.is_none() && io::stdout().is_terminal());
    let ((), trouble) = loaded.graph(|graph| {
        let articles = coverage(graph);
        let layout = (args.format, &options, args.all);
        show(output.map(|path| (path, &limits)), !args.no_pager, |out| {
            render::coverage(graph, &articles, layout, out)
        })
    })?;
    Ok(status(trouble))
}
