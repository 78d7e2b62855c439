//! `gainsay lint`: what could be better in the files, whatever their claims say.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::TROUBLE;
use super::args::LintArgs;
use super::corpus::{Loaded, Telling};
use super::output::{say, within_repository, write_to};
use crate::diagnostic::Diagnostic;
use crate::render::{self, LintFormat, Linted, Options};

/// So many of a kind are listed for people who asked for no kind.
const MOST: usize = 20;

/// Loads, looks, lists.
pub(super) fn run(args: &LintArgs) -> io::Result<ExitCode> {
    let loaded = Loaded::new(&args.corpus, Telling::All)?;
    let mut problems = loaded.inspect();
    let trouble = problems.iter().any(Diagnostic::is_error);
    problems.retain(|problem| {
        let code = &problem.code;
        (args.only.is_empty() || args.only.contains(code)) && !args.skip.contains(code)
    });
    let options = Options {
        within: within_repository().unwrap_or_default(),
        ..loaded.options(io::stdout().is_terminal())
    };
    let linted = Linted {
        corpus: &loaded.corpus,
        problems: &problems,
        most: args.only.is_empty().then_some(MOST),
    };
    write_to(None, |out| {
        render::lint(&linted, args.format, &options, out)
    })?;
    if args.format == LintFormat::Terminal {
        loaded.print_left_out()?;
    }
    if trouble && !problems.iter().any(Diagnostic::is_error) {
        say("a file has an error, which the options of this run hide")?;
    }
    Ok(match (trouble, problems.is_empty()) {
        (true, _) => ExitCode::from(TROUBLE),
        (false, false) => ExitCode::FAILURE,
        (false, true) => ExitCode::SUCCESS,
    })
}
