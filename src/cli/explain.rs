//! `gainsay explain`: the page of a check, or how a finding was derived.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::args::ExplainArgs;
use super::corpus::{Loaded, no_such_name};
use super::output::write_to;
use super::status;
use crate::check::{self, CHECKS, Selection, by_id};
use crate::explain::derive;
use crate::finding::{self, Beginning, FindingId, NotOne};
use crate::render;

/// Prints the page of a check, the list of all checks, or the derivation of a finding.
pub(super) fn run(args: &ExplainArgs) -> io::Result<ExitCode> {
    match args.what.as_deref() {
        None => {
            write_to(None, |out| {
                CHECKS.iter().try_for_each(|check| {
                    let (id, level) = (check.id, check.level.name());
                    writeln!(out, "{id:<20} {level:<10} {}", check.summary)
                })
            })?;
            Ok(ExitCode::SUCCESS)
        }
        Some(what) => match by_id(what) {
            Some(check) => {
                write_to(None, |out| write!(out, "{}", check.page))?;
                Ok(ExitCode::SUCCESS)
            }
            None => derivation(args, what),
        },
    }
}

fn derivation(args: &ExplainArgs, id: &str) -> io::Result<ExitCode> {
    if Beginning::of(id).is_none() {
        let checks = CHECKS.iter().map(|check| check.id.to_owned());
        let hint = check::nearest(id, checks).map_or_else(
            || "`gainsay explain` lists the checks, `gainsay` the findings".to_owned(),
            |nearest| format!("did you mean `{nearest}`?"),
        );
        return Err(io::Error::other(format!(
            "\"{id}\" is no check, and no beginning of a finding's id ({} hexadecimal digits or more); {hint}",
            FindingId::SHORTEST
        )));
    }
    let loaded = Loaded::new(&args.corpus)?;
    let everything = Selection::everything(loaded.today());
    let options = loaded.options(io::stdout().is_terminal());
    let ((), trouble) = loaded.graph(|graph| {
        let checked = check::run(graph, &everything).map_err(no_such_name)?;
        match finding::find(&checked.findings, id) {
            Ok(finding) => write_to(None, |out| {
                render::derivation(&derive(graph, finding), graph.corpus, &options, out)
            }),
            Err(NotOne::Unknown) => Err(io::Error::other(format!(
                "no finding in these files has an id that begins with {id}; `gainsay --all` shows all of them with their ids"
            ))),
            Err(NotOne::Several(ids)) => {
                let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
                Err(io::Error::other(format!(
                    "{id} is the beginning of several findings' ids: {}; write more of it",
                    ids.join(", ")
                )))
            }
        }
    })?;
    Ok(status(trouble))
}
