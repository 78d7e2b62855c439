//! `gainsay check`: compares the claims of articles.

use std::io::{self, IsTerminal, Read};
use std::path::Path;
use std::process::ExitCode;

use super::args::{CheckArgs, ColorArg, FailOn, FormatArg, LevelArg};
use super::output::write_to;
use super::{TROUBLE, diagnostics};
use crate::check::{Selection, UnknownName};
use crate::diagnostic::Severity;
use crate::finding::{Level, Summary};
use crate::parse::{self, Inputs};
use crate::render::{self, ColorChoice, Format, Options, Style, use_color};

/// Loads, compares, reports.
pub(super) fn run(args: &CheckArgs) -> io::Result<ExitCode> {
    let (corpus, problems) = parse::load(&inputs(args)?);
    let report = crate::examine(&corpus, problems, &selection(args), args.strict_names)
        .map_err(no_such_name)?;
    let color = |is_terminal| {
        use_color(
            choice(args.color),
            |name| std::env::var(name).ok(),
            is_terminal,
        )
    };
    diagnostics::print(
        &corpus.files,
        &report.diagnostics,
        color(io::stderr().is_terminal()),
    )?;
    let to_terminal = args.output.is_none() && io::stdout().is_terminal();
    let options = Options {
        style: if color(to_terminal) {
            Style::color()
        } else {
            Style::plain()
        },
        width: width(to_terminal),
    };
    write_to(args.output.as_deref(), |out| {
        render::render(&report, format(args.format), &options, out)
    })?;
    let trouble = corpus.claims.is_empty()
        || report
            .diagnostics
            .iter()
            .any(|problem| problem.severity() == Severity::Error);
    Ok(match (trouble, found(&report.summary, args.fail_on)) {
        (true, _) => ExitCode::from(TROUBLE),
        (false, true) => ExitCode::FAILURE,
        (false, false) => ExitCode::SUCCESS,
    })
}

fn inputs(args: &CheckArgs) -> io::Result<Inputs> {
    let mut stdin = None;
    if args.paths.iter().any(|path| path == Path::new("-")) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        stdin = Some(bytes);
    }
    Ok(Inputs {
        paths: args.paths.clone(),
        stdin,
    })
}

fn selection(args: &CheckArgs) -> Selection {
    let level = args.level.map(|level| match level {
        LevelArg::Conflict => Level::Conflict,
        LevelArg::Warning => Level::Warning,
        LevelArg::Agreement => Level::Agreement,
        LevelArg::Note => Level::Note,
    });
    Selection {
        level: level.unwrap_or(if args.all {
            Level::Note
        } else {
            Level::Agreement
        }),
        silenced: args.all,
        undetermined: level.is_none(),
        only: args.only.clone(),
        skip: args.skip.clone(),
        sources: args.source.clone(),
        subjects: args.subject.clone(),
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
        FormatArg::Json => Format::Json,
    }
}

fn choice(color: ColorArg) -> ColorChoice {
    match color {
        ColorArg::Auto => ColorChoice::Auto,
        ColorArg::Always => ColorChoice::Always,
        ColorArg::Never => ColorChoice::Never,
    }
}

/// The columns of the terminal; a fixed width where there is none, so that files do not depend on a window.
fn width(to_terminal: bool) -> usize {
    let default = Options::default().width;
    if !to_terminal {
        return default;
    }
    terminal_size::terminal_size().map_or(default, |(width, _)| usize::from(width.0))
}

fn no_such_name(unknown: UnknownName) -> io::Error {
    let UnknownName {
        what,
        name,
        nearest,
    } = unknown;
    let hint = nearest
        .map(|nearest| format!("; did you mean \"{nearest}\"?"))
        .unwrap_or_default();
    io::Error::other(format!("no {what} \"{name}\" in these files{hint}"))
}
