//! `gainsay completions` and `gainsay man`: what a shell and `man` know of the command line.

use std::io;
use std::process::ExitCode;

use clap::{Command, CommandFactory};
use clap_complete::env::Shells;

use super::args::{Cli, CompletionsArgs, ManArgs};
use super::output::write_to;

/// Prints a script by which a shell asks the program what can follow what is typed.
pub(super) fn completions(args: &CompletionsArgs) -> io::Result<ExitCode> {
    let mut script = Vec::new();
    let shells = Shells::builtins();
    if let Some(shell) = shells.completer(&args.shell.to_string()) {
        let name = "gainsay";
        shell.write_registration("COMPLETE", name, name, name, &mut script)?;
    }
    write_to(None, |out| out.write_all(&script))?;
    Ok(ExitCode::SUCCESS)
}

/// Prints a manual page.
pub(super) fn man(args: &ManArgs) -> io::Result<ExitCode> {
    let mut program = Cli::command();
    program.build();
    let page = match &args.command {
        None => program,
        Some(name) => of(&program, name)?,
    };
    write_to(None, |out| clap_mangen::Man::new(page).render(out))?;
    Ok(ExitCode::SUCCESS)
}

/// The command of that name, under the name that its page has.
fn of(program: &Command, name: &str) -> io::Result<Command> {
    let found = program.find_subcommand(name).cloned();
    let command = found.ok_or_else(|| {
        let known: Vec<&str> = program
            .get_subcommands()
            .filter(|command| !command.is_hide_set())
            .map(Command::get_name)
            .collect();
        io::Error::other(format!(
            "no command \"{name}\"; there are {}",
            known.join(", ")
        ))
    })?;
    Ok(command.name(format!("gainsay-{name}")))
}
