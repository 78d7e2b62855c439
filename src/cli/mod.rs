//! The command line: the only place that prints or exits.
//!
//! Results go to standard output, diagnostics to standard error. A reader that closes the pipe has
//! seen enough: that is success.

mod args;
mod changes;
mod check;
mod complete;
mod corpus;
mod coverage;
#[cfg(feature = "desk")]
mod desk;
pub mod diagnostics;
mod drafts;
mod example;
mod explain;
mod export;
mod graph;
mod id;
mod import;
mod lint;
mod list;
mod matrix;
mod new;
mod output;
mod pager;
mod progress;
mod rule;
mod same;
mod schema;
mod shell;
mod undo;
mod usual;
mod value;
mod vocabulary;

use std::io;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use clap_complete::CompleteEnv;

use args::{Cli, Command};

/// The exit status for a file that could not be read or has an error, and for a wrong command line.
const TROUBLE: u8 = 2;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    // A shell that asks for what can follow gets that, and nothing else.
    CompleteEnv::with_factory(Cli::command).complete();
    let cli = Cli::parse();
    let result = match cli.command.unwrap_or(Command::Check(cli.check)) {
        Command::Check(args) => check::run(&args),
        Command::New(args) => new::run(&args),
        Command::Example(args) => example::run(&args),
        Command::Matrix(args) => matrix::run(&args),
        Command::Rule(args) => rule::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Undo(args) => undo::run(&args),
        #[cfg(feature = "desk")]
        Command::Desk(args) => desk::run(args),
        Command::Value(args) => value::run(&args),
        Command::Same(args) => same::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Graph(args) => graph::run(&args),
        Command::Lint(args) => lint::run(&args),
        Command::Vocabulary(args) => vocabulary::run(&args),
        Command::Questions(args) => list::run(&args, crate::listing::questions),
        Command::Sources(args) => list::run(&args, crate::listing::sources),
        Command::Entities(args) => list::run(&args, crate::listing::entities),
        Command::Drafts(args) => drafts::run(&args),
        Command::Coverage(args) => coverage::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => shell::completions(&args),
        Command::Man(args) => shell::man(&args),
    };
    match result {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell if standard error is closed too.
            // It may hold a name from the command line or from a file.
            let _ = output::say(&error.to_string());
            ExitCode::from(TROUBLE)
        }
    }
}

/// The exit status of a command that finds nothing by which to fail.
fn status(trouble: bool) -> ExitCode {
    if trouble {
        ExitCode::from(TROUBLE)
    } else {
        ExitCode::SUCCESS
    }
}
