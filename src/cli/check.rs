//! `gainsay check`: compares the claims of articles.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use super::TROUBLE;
use super::args::{CheckArgs, FailOn};
use super::corpus::{Loaded, Telling};
use super::output::{file, within_repository};
use super::pager::show;
use crate::check::Selection;
use crate::finding::{Finding, Level, Report, Summary};
use crate::render::{self, Ending, Format, Options};
use crate::suggest::{in_short, suggestions};
use crate::value::sentence::counted;

/// Loads, compares, reports.
pub(super) fn run(args: &CheckArgs) -> io::Result<ExitCode> {
    let telling = match args.quiet {
        true => Telling::Errors,
        false => Telling::All,
    };
    let loaded = Loaded::new(&args.corpus, telling)?;
    let selection = selection(args, &loaded);
    let is_shown = !args.quiet && !args.summary;
    let status = match (args.format, is_shown) {
        (Format::Json, true) => loaded.by_turns(&selection, |report, survey| {
            write(args, &loaded, report, |_, out| {
                render::json_by_turns(report, survey, out)
            })
        }),
        _ => {
            let report = loaded.report(&selection)?;
            let status = write(args, &loaded, &report, |options, out| match is_shown {
                true => render::render(&report, args.format, options, out),
                false => render::summary(&report, out),
            });
            std::mem::forget(report);
            status
        }
    };
    // The program ends here, and the system takes an archive's memory back at once.
    std::mem::forget(loaded);
    status
}

/// Writes what is asked for where it is asked for. Out: the exit status.
fn write(
    args: &CheckArgs,
    loaded: &Loaded<'_>,
    report: &Report<'_>,
    write: impl FnOnce(&Options, &mut dyn Write) -> io::Result<()>,
) -> io::Result<ExitCode> {
    let output = file(args.output.as_deref());
    let limits = loaded.limits();
    let trouble = loaded.is_trouble(&report.diagnostics);
    let is_found = found(&report.summary, args.fail_on);
    let options = Options {
        agreements: args.agreements || args.level.is_some() || !args.only.is_empty(),
        ending: Some(ending(args, report, (trouble, is_found))),
        within: within_repository().unwrap_or_default(),
        remedy: remedy(args, report),
        ..loaded.options(output.is_none() && io::stdout().is_terminal())
    };
    let shown = match args.quiet {
        true => Ok(()),
        false => show(output.map(|path| (path, &limits)), !args.no_pager, |out| {
            write(&options, out)
        }),
    };
    // Whoever closes the pipe has read enough, and still asks for the status.
    match shown {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
        _ => {}
    }
    Ok(match (trouble, is_found) {
        (true, _) => ExitCode::from(TROUBLE),
        (false, true) => ExitCode::FAILURE,
        (false, false) => ExitCode::SUCCESS,
    })
}

/// What a vocabulary could add, for whoever begins a story: of a report of everything alone.
fn remedy(args: &CheckArgs, report: &Report<'_>) -> Option<String> {
    let shown = args.format == Format::Terminal && !args.quiet && !args.summary;
    let is_whole = args.level.is_none()
        && !args.only_new
        && args.only.is_empty()
        && args.skip.is_empty()
        && args.source.is_empty()
        && args.subject.is_empty();
    let found = (shown && is_whole).then(|| suggestions(report))?;
    in_short(&found)
}

fn selection(args: &CheckArgs, loaded: &Loaded<'_>) -> Selection {
    let level = args.level;
    Selection {
        // The page shows what only one article says when it is asked to.
        level: level.unwrap_or(if args.all || args.format == Format::Html {
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
        only_counts: args.summary || args.quiet,
    }
}

/// The exit status and why; which files were read, unless they are the usual ones.
fn ending(args: &CheckArgs, report: &Report<'_>, (trouble, found): (bool, bool)) -> Ending {
    let paths = args.corpus.paths.iter();
    let mut paths: Vec<String> = paths
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    // The report does not depend on the order of what it was made of.
    paths.sort();
    paths.dedup();
    let summary = &report.summary;
    let counted = match (summary.conflicts, args.fail_on) {
        (conflicts, FailOn::Conflict) => counted(conflicts, "conflict"),
        (0, _) => counted(summary.warnings, "warning"),
        (conflicts, _) if summary.warnings == 0 => counted(conflicts, "conflict"),
        (conflicts, _) => format!(
            "{} and {}",
            counted(conflicts, "conflict"),
            counted(summary.warnings, "warning")
        ),
    };
    let is_shown = |finding: &Finding| match args.fail_on {
        FailOn::Conflict | FailOn::Never => finding.level == Level::Conflict,
        FailOn::Warning => finding.level <= Level::Warning,
    };
    let is_counted = |finding: &&Finding| finding.is_open() && is_shown(finding);
    let shown = report.findings.iter().filter(is_counted).count();
    let all = match args.fail_on {
        FailOn::Conflict | FailOn::Never => summary.conflicts,
        FailOn::Warning => summary.conflicts + summary.warnings,
    };
    let hidden = match all.saturating_sub(shown) {
        0 => String::new(),
        _ if shown == 0 => ", which the options of this run hide".to_owned(),
        hidden => format!(", {hidden} of which the options of this run hide"),
    };
    let status = match (trouble, found) {
        (true, _) if report.corpus.claims.is_empty() => "exit status 2: no claim was read".into(),
        (true, _) => "exit status 2: a file has an error".into(),
        (false, true) => format!("exit status 1: {counted}{hidden}"),
        (false, false) => match args.fail_on {
            FailOn::Conflict => "exit status 0: no open conflict".into(),
            FailOn::Warning => "exit status 0: no open conflict or warning".into(),
            FailOn::Never => "exit status 0: whatever is found (--fail-on never)".into(),
        },
    };
    Ending {
        status,
        paths: if paths == ["claims"] {
            Vec::new()
        } else {
            paths
        },
    }
}

fn found(summary: &Summary, fail_on: FailOn) -> bool {
    match fail_on {
        FailOn::Conflict => summary.conflicts > 0,
        FailOn::Warning => summary.conflicts + summary.warnings > 0,
        FailOn::Never => false,
    }
}
