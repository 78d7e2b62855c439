//! `gainsay check`: compares the claims of articles.

use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::CommandFactory;

use super::args::{CheckArgs, Cli, ColorArg, FailOn, FormatArg, LevelArg};
use super::output::write_to;
use super::{TROUBLE, diagnostics};
use crate::check::{Selection, UnknownName};
use crate::diagnostic::Severity;
use crate::finding::{Level, Summary};
use crate::model::Corpus;
use crate::parse::{self, Inputs};
use crate::render::{self, ColorChoice, Format, Options, Style, use_color};
use crate::value::Day;

/// Loads, compares, reports.
pub(super) fn run(args: &CheckArgs) -> io::Result<ExitCode> {
    let (corpus, problems) = parse::load(&inputs(args)?);
    let color = |is_terminal| {
        use_color(
            choice(args.color),
            |name| std::env::var(name).ok(),
            is_terminal,
        )
    };
    let print = |problems: &[_]| {
        diagnostics::print(&corpus.files, problems, color(io::stderr().is_terminal()))
    };
    // A name may be unknown because the file that holds it could not be read.
    let unexamined = problems.clone();
    let report = match crate::examine(
        &corpus,
        problems,
        &selection(args, &corpus),
        args.strict_names,
    ) {
        Ok(report) => report,
        Err(unknown) => {
            print(&unexamined)?;
            return Err(no_such_name(unknown));
        }
    };
    print(&report.diagnostics)?;
    if let Some(left_out) = left_out(corpus.files.skipped()) {
        writeln!(io::stderr(), "gainsay: {left_out}")?;
    }
    if corpus.claims.is_empty() {
        writeln!(io::stderr(), "gainsay: {}", no_claim(&args.paths))?;
    }
    let output = args
        .output
        .as_deref()
        .filter(|path| *path != Path::new("-"));
    let to_terminal = output.is_none() && io::stdout().is_terminal();
    let options = Options {
        style: if color(to_terminal) {
            Style::color()
        } else {
            Style::plain()
        },
        width: width(to_terminal),
    };
    write_to(output, |out| {
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
    let (dashes, paths): (Vec<PathBuf>, _) = args
        .paths
        .iter()
        .cloned()
        .partition(|path| path == Path::new("-"));
    let mut stdin = None;
    if !dashes.is_empty() {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        stdin = Some(bytes);
    }
    Ok(Inputs { paths, stdin })
}

fn selection(args: &CheckArgs, corpus: &Corpus) -> Selection {
    let expires = corpus.rulings.iter().any(|ruling| ruling.expires.is_some());
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
        // The clock is read only where it matters.
        today: args.today.or_else(|| expires.then(today).flatten()),
    }
}

/// The system's date, in universal time.
fn today() -> Option<Day> {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    i32::try_from(since_1970.as_secs() / 86_400).ok().map(Day)
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

/// What to say of files that ignore files name.
fn left_out(skipped: usize) -> Option<String> {
    let files = match skipped {
        0 => return None,
        1 => "1 file was",
        _ => &format!("{skipped} files were"),
    };
    Some(format!(
        "{files} left out, as .gitignore or .ignore says; name a file itself to read it"
    ))
}

/// What to tell whoever started a run in the wrong folder or misspelt a command.
fn no_claim(paths: &[PathBuf]) -> String {
    let names = paths.iter().map(|path| path.to_string_lossy());
    let commands = Cli::command();
    let command = names.clone().find_map(|name| {
        commands
            .get_subcommands()
            .map(clap::Command::get_name)
            .find(|command| strsim::damerau_levenshtein(&name, command) <= 2)
    });
    let hint = command.map_or_else(
        || "name a file or folder with claims, as in `gainsay check my-story`".to_owned(),
        |command| format!("did you mean the command `{command}`?"),
    );
    let names = names.collect::<Vec<_>>().join(", ");
    format!("no claim was found in {names}; {hint}")
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
