//! `gainsay explain`: the page of a check, or how a finding was derived.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::args::ExplainArgs;
use super::corpus::{Loaded, Telling, no_such_name};
use super::output::write_to;
use super::{id, status};
use crate::check::{self, Selection};
use crate::diagnostic::CODES;
use crate::explain::derive;
use crate::finding::{Beginning, Check};
use crate::render;

/// Prints the page of a check, the list of all checks, or the derivation of a finding.
pub(super) fn run(args: &ExplainArgs) -> io::Result<ExitCode> {
    match args.what.as_deref() {
        None => {
            write_to(None, |out| {
                Check::ALL.iter().try_for_each(|check| {
                    let (name, level) = (check.name(), check.level().name());
                    writeln!(out, "{name:<20} {level:<10} {}", check.summary())
                })
            })?;
            Ok(ExitCode::SUCCESS)
        }
        Some(what) => match Check::named(what) {
            Some(check) => {
                write_to(None, |out| write!(out, "{}", check.page()))?;
                Ok(ExitCode::SUCCESS)
            }
            None => match diagnostic(what) {
                Some(page) => {
                    write_to(None, |out| write!(out, "{page}"))?;
                    Ok(ExitCode::SUCCESS)
                }
                None => derivation(args, what),
            },
        },
    }
}

/// The catalogue of problems that files can have.
const DIAGNOSTICS: &str = include_str!("../../docs/diagnostics.md");

/// The part of the catalogue that is about one of them: "near-miss-name".
fn diagnostic(name: &str) -> Option<&'static str> {
    let code = CODES.iter().find(|code| code.name == name)?;
    let heading = format!("\n## {} (", code.name);
    let start = DIAGNOSTICS.find(&heading)? + 1;
    let rest = DIAGNOSTICS.get(start..)?;
    let end = rest.find("\n## ").map_or(rest.len(), |end| end + 1);
    rest.get(..end)
}

fn derivation(args: &ExplainArgs, what: &str) -> io::Result<ExitCode> {
    if Beginning::of(what).is_none() {
        let checks = Check::ALL.iter().map(|check| check.name());
        let codes = CODES.iter().map(|code| code.name);
        let checks = checks.chain(codes).map(str::to_owned);
        let hint = check::nearest(what, checks).map_or_else(
            || "`gainsay explain` lists the checks, `gainsay` the findings".to_owned(),
            |nearest| format!("did you mean `{nearest}`?"),
        );
        return Err(io::Error::other(format!(
            "\"{what}\" is no check, no diagnostic, and {}; {hint}",
            id::shortest()
        )));
    }
    let loaded = Loaded::new(&args.corpus, Telling::InShort)?;
    let everything = Selection::everything(loaded.today());
    let options = loaded.options(io::stdout().is_terminal());
    let ((), trouble) = loaded.graph(|graph| {
        let survey = check::survey(graph, &everything).map_err(no_such_name)?;
        let findings = survey.findings();
        let finding = id::find(&findings, what)?;
        write_to(None, |out| {
            render::derivation(&derive(graph, finding), graph.corpus, &options, out)
        })
    })?;
    Ok(status(trouble))
}
