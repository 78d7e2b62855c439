//! `gainsay graph`: the graph of claims, or what stands around something in it.

use std::io;
use std::process::ExitCode;

use super::args::GraphArgs;
use super::corpus::{Loaded, Telling, no_such_name};
use super::output::{file, write_to};
use super::status;
use crate::check::{self, Selection};
use crate::diagram::{self, Detail, NoNeighbourhood, View};
use crate::finding::Level;
use crate::graph::ClaimGraph;
use crate::render::diagram::{DiagramFormat, render_diagram};

/// Loads, compares, draws.
pub(super) fn run(args: &GraphArgs) -> io::Result<ExitCode> {
    let loaded = Loaded::new(&args.corpus, Telling::InShort)?;
    let everything = Selection::everything(loaded.today());
    let (drawn, trouble) = loaded.graph(|graph| {
        let survey = check::survey(graph, &everything).map_err(no_such_name)?;
        let findings = survey.findings();
        let view = view(graph, &findings, args)?;
        Ok(diagram::draw(graph, &findings, &view))
    })?;
    let output = file(args.output.as_deref());
    let limits = loaded.limits();
    write_to(output.map(|path| (path, &limits)), |out| {
        render_diagram(&drawn, args.format, out)
    })?;
    Ok(status(trouble))
}

fn view(
    graph: &ClaimGraph<'_>,
    findings: &[crate::finding::Finding],
    args: &GraphArgs,
) -> io::Result<View> {
    let detail = match (args.detail, args.format) {
        (Some(detail), _) => detail,
        (None, DiagramFormat::Graphml) => Detail::Claims,
        (None, _) if !args.around.is_empty() => Detail::Claims,
        (None, _) => Detail::Positions,
    };
    if args.around.is_empty() {
        let level = match (args.level, args.format) {
            (Some(level), _) => level,
            (None, DiagramFormat::Graphml) => Level::Note,
            (None, _) => Level::Warning,
        };
        return Ok(View::all(graph, findings, level, detail));
    }
    View::around(graph, findings, &args.around, detail).map_err(|error| {
        let message = match error {
            NoNeighbourhood::Unknown(name, nearest) => {
                let hint = nearest.map(|nearest| format!("; did you mean \"{nearest}\"?"));
                format!(
                    "nothing in these files is called \"{name}\"{}",
                    hint.unwrap_or_default()
                )
            }
            NoNeighbourhood::Several(id, ids) => {
                let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
                format!(
                    "\"{id}\" is the beginning of several findings: {}; write more of it",
                    ids.join(", ")
                )
            }
        };
        io::Error::other(message)
    })
}
