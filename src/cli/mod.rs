//! The command line: the only place that prints or exits.

pub mod diagnostics;
mod same;
mod value;

use std::process::ExitCode;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let mut args = std::env::args().skip(1);
    match args.next().as_deref() {
        Some("value") => value::batch(),
        Some("same") => same::batch(),
        _ => Ok(()),
    }
    .map_or(ExitCode::from(2), |()| ExitCode::SUCCESS)
}
