//! `gainsay explain`: the page of a check.

use std::io;
use std::process::ExitCode;

use super::args::ExplainArgs;
use super::output::write_to;
use crate::check::{CHECKS, by_id};

/// Prints the page of a check, or the list of all checks.
pub(super) fn run(args: &ExplainArgs) -> io::Result<ExitCode> {
    write_to(None, |out| match args.check.as_deref().and_then(by_id) {
        Some(check) => write!(out, "{}", check.page),
        None => CHECKS.iter().try_for_each(|check| {
            writeln!(
                out,
                "{:<20} {:<10} {}",
                check.id,
                check.level.name(),
                check.summary
            )
        }),
    })?;
    Ok(ExitCode::SUCCESS)
}
