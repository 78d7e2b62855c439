//! `gainsay check`: compares the claims of articles.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::TROUBLE;
use super::args::{CheckArgs, FailOn, FormatArg};
use super::corpus::Loaded;
use super::output::file;
use super::pager::show;
use crate::check::Selection;
use crate::finding::{Level, Summary};
use crate::render::{self, Format};

/// Loads, compares, reports.
pub(super) fn run(args: &CheckArgs) -> io::Result<ExitCode> {
    let loaded = Loaded::quietly(&args.corpus, args.quiet)?;
    let report = loaded.report(&selection(args, &loaded))?;
    let output = file(args.output.as_deref());
    let limits = loaded.limits();
    let options = loaded.options(output.is_none() && io::stdout().is_terminal());
    if !args.quiet {
        show(
            output.map(|path| (path, &limits)),
            !args.no_pager,
            |out| match args.summary {
                true => render::summary(&report, out),
                false => render::render(&report, format(args.format), &options, out),
            },
        )?;
    }
    let trouble = loaded.is_trouble(&report.diagnostics);
    let status = match (trouble, found(&report.summary, args.fail_on)) {
        (true, _) => ExitCode::from(TROUBLE),
        (false, true) => ExitCode::FAILURE,
        (false, false) => ExitCode::SUCCESS,
    };
    // The program ends here, and the system takes an archive's memory back at once.
    std::mem::forget(report);
    std::mem::forget(loaded);
    Ok(status)
}

fn selection(args: &CheckArgs, loaded: &Loaded<'_>) -> Selection {
    let level = args.level.map(Level::from);
    Selection {
        // The page shows what only one article says when it is asked to.
        level: level.unwrap_or(if args.all || args.format == FormatArg::Html {
            Level::Note
        } else {
            Level::Agreement
        }),
        silenced: args.all,
        only_new: args.only_new,
        undetermined: level.is_none(),
        only: args.only.clone(),
        skip: args.skip.clone(),
        sources: args.source.clone(),
        subjects: args.subject.clone(),
        today: loaded.today(),
    }
}

fn found(summary: &Summary, fail_on: FailOn) -> bool {
    match fail_on {
        FailOn::Conflict => summary.conflicts > 0,
        FailOn::Warning => summary.conflicts + summary.warnings > 0,
        FailOn::Never => false,
    }
}

fn format(format: FormatArg) -> Format {
    match format {
        FormatArg::Terminal => Format::Terminal,
        FormatArg::Markdown => Format::Markdown,
        FormatArg::Html => Format::Html,
        FormatArg::Json => Format::Json,
        FormatArg::Csv => Format::Csv,
    }
}
