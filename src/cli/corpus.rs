//! What every command that reads claims does: load files, say what is wrong with them on standard error.

use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::CommandFactory;

use super::args::{Cli, CorpusArgs};
use super::progress::Step;
use super::usual::CLAIMS;
use super::{diagnostics, output};
use crate::check::{Selection, Survey, UnknownName};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::finding::Report;
use crate::graph::ClaimGraph;
use crate::model::Corpus;
use crate::parse::{self, Inputs, Reader};
use crate::render::Options;
use crate::store::Limits;
use crate::value::sentence::{counted, listed};
use crate::value::{self, Day};

/// The claims of a command line, and what went wrong in reading them.
pub(super) struct Loaded<'a> {
    args: &'a CorpusArgs,
    /// What the files say.
    pub(super) corpus: Corpus,
    problems: Vec<Diagnostic>,
    telling: Telling,
}

/// How much of what is wrong with the files a command tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Telling {
    /// All of it: the command compares, and tells it once.
    All,
    /// Names that almost match are only counted, for the command has something else to say.
    InShort,
    /// Errors alone.
    Errors,
}

impl<'a> Loaded<'a> {
    /// Reads the files and folders of a command line.
    pub(super) fn new(args: &'a CorpusArgs, telling: Telling) -> io::Result<Self> {
        // Whoever types the claims knows what the run is waiting for.
        let is_typed =
            args.paths.iter().any(|path| path == Path::new("-")) && io::stdin().is_terminal();
        let step = Step::start("reading files", telling != Telling::Errors && !is_typed);
        let reader = match args.parser_only {
            true => Reader::Parser,
            false => Reader::Lines,
        };
        let inputs = inputs(args)?;
        let (read, ()) = rayon::join(|| parse::load_with(reader, &inputs), value::prepare);
        let (corpus, problems) = read;
        drop(step);
        Ok(Self {
            args,
            corpus,
            problems,
            telling,
        })
    }

    /// Compares the claims, and prints every problem to standard error.
    pub(super) fn report(&self, selection: &Selection) -> io::Result<Report<'_>> {
        let problems = self.problems.clone();
        let step = Step::start("comparing claims", self.telling != Telling::Errors);
        let examined = crate::examine(&self.corpus, problems, selection, self.args.strict_names);
        drop(step);
        let report = self.known(examined)?;
        self.tell(&report)?;
        Ok(report)
    }

    /// The same, for findings that are put into words when `walk` asks for them.
    pub(super) fn by_turns<R>(
        &self,
        selection: &Selection,
        walk: impl FnOnce(&Report<'_>, &Survey<'_>) -> io::Result<R>,
    ) -> io::Result<R> {
        let problems = self.problems.clone();
        let step = Step::start("comparing claims", self.telling != Telling::Errors);
        let strict = self.args.strict_names;
        let walk = |report: &Report<'_>, survey: &Survey<'_>| {
            drop(step);
            self.tell(report)?;
            walk(report, survey)
        };
        self.known(crate::examine_by_turns(
            &self.corpus,
            problems,
            selection,
            strict,
            walk,
        ))?
    }

    /// What was found where all names are known. A name may be unknown because the file that holds it could
    /// not be read, so that the problems of files are told with it.
    fn known<T>(&self, examined: Result<T, UnknownName>) -> io::Result<T> {
        match examined {
            Ok(found) => Ok(found),
            Err(unknown) => {
                self.print(&self.problems)?;
                Err(no_such_name(unknown))
            }
        }
    }

    /// Prints every problem to standard error, and what waits.
    fn tell(&self, report: &Report<'_>) -> io::Result<()> {
        self.print(&report.diagnostics)?;
        self.print_waiting()
    }

    /// Builds the graph, prints every problem to standard error, and walks the graph.
    ///
    /// Out: what `walk` gives, and whether there was trouble.
    pub(super) fn graph<R>(
        &self,
        walk: impl FnOnce(&ClaimGraph<'_>) -> io::Result<R>,
    ) -> io::Result<(R, bool)> {
        crate::with_graph(&self.corpus, self.args.strict_names, |graph, met| {
            let mut problems = self.problems.clone();
            problems.extend(met);
            crate::diagnostic::sort(&mut problems);
            self.print(&problems)?;
            let is_trouble = self.is_empty() || problems.iter().any(Diagnostic::is_error);
            Ok((walk(graph)?, is_trouble))
        })
    }

    /// Everything that could be better in the files, told nowhere yet.
    pub(super) fn inspect(&self) -> Vec<Diagnostic> {
        let step = Step::start("comparing claims", self.telling != Telling::Errors);
        let problems = crate::inspect(&self.corpus, self.problems.clone(), self.args.strict_names);
        drop(step);
        problems
    }

    /// Says which files ignore files left out.
    pub(super) fn print_left_out(&self) -> io::Result<()> {
        match left_out(self.corpus.files.skipped()) {
            Some(left_out) => writeln!(io::stderr(), "gainsay: {left_out}"),
            None => Ok(()),
        }
    }

    /// Whether there is neither a claim nor a draft.
    fn is_empty(&self) -> bool {
        self.corpus.claims.is_empty() && self.corpus.drafts.is_empty()
    }

    /// Whether a file has an error, or there is no claim.
    pub(super) fn is_trouble(&self, problems: &[Diagnostic]) -> bool {
        self.corpus.claims.is_empty() || problems.iter().any(Diagnostic::is_error)
    }

    /// Prints the errors of the files that there are. Out: how many they are.
    pub(super) fn print_errors(&self) -> io::Result<usize> {
        let is_there = |problem: &Diagnostic| self.corpus.files.path(problem.place.file).exists();
        let is_error = |problem: &&Diagnostic| match problem.code {
            Code::NoClaims => false,
            // Who writes the first claims names a folder that is yet to be made.
            Code::UnreadableFile => is_there(problem),
            _ => problem.is_error(),
        };
        let errors: Vec<&Diagnostic> = self.problems.iter().filter(is_error).collect();
        let color = output::is_colored(self.args.color, io::stderr().is_terminal());
        diagnostics::print(&self.corpus.files, &errors, color)?;
        Ok(errors.len())
    }

    /// Whether there is nothing yet: no claim, and no file with a mistake that could hide one.
    pub(super) fn is_new(&self) -> bool {
        let is_usual = self.args.paths == [Path::new(CLAIMS)];
        let is_empty = |problem: &Diagnostic| match problem.code {
            Code::NoClaims => true,
            // The folder of the first claims is made with them.
            Code::UnreadableFile => is_usual && !Path::new(CLAIMS).exists(),
            _ => problem.severity() == Severity::Warning,
        };
        self.is_empty() && self.problems.iter().all(is_empty)
    }

    /// What the run must not write over, and how far links may lead.
    pub(super) fn limits(&self) -> Limits {
        let files = &self.corpus.files;
        let claims = files.paths().map(Path::to_owned);
        let texts = self.corpus.articles.iter();
        let texts = texts.filter_map(|article| Some(article.text.as_ref()?.to_path_buf()));
        Limits {
            folders: self.args.paths.clone(),
            inputs: claims.chain(texts).collect(),
        }
    }

    /// How a report is laid out for where it goes.
    pub(super) fn options(&self, to_terminal: bool) -> Options {
        output::options(self.args.color, to_terminal)
    }

    /// The day on which rulings are measured. The clock is read only where it matters.
    pub(super) fn today(&self) -> Option<Day> {
        let mut rulings = self.corpus.rulings.iter();
        let expires = rulings.any(|ruling| ruling.expires.is_some());
        self.args.today.or_else(|| expires.then(today).flatten())
    }

    /// The day of the run, for what is decided in it.
    pub(super) fn date(&self) -> Option<Day> {
        self.args.today.or_else(today)
    }

    /// Says that all there is are drafts, and how many of them need not wait.
    fn print_waiting(&self) -> io::Result<()> {
        let drafts = &self.corpus.drafts;
        if self.corpus.claims.is_empty() && !drafts.is_empty() {
            let drafts = counted(drafts.len(), "draft");
            let message = format!("no claim yet: {drafts} to finish; `gainsay drafts` lists them");
            writeln!(io::stderr(), "gainsay: {message}")?;
        }
        let finished = drafts.iter().filter(|it| it.missing().next().is_none());
        let (have, it) = match finished.count() {
            0 => return Ok(()),
            _ if self.telling != Telling::All => return Ok(()),
            1 => ("1 draft has".to_owned(), "it"),
            several => (format!("{several} drafts have"), "them"),
        };
        let message = format!(
            "{have} all that a claim needs; `gainsay drafts --finish` moves {it} to `claims:`"
        );
        writeln!(io::stderr(), "gainsay: {message}")
    }

    fn print(&self, problems: &[Diagnostic]) -> io::Result<()> {
        let color = output::is_colored(self.args.color, io::stderr().is_terminal());
        let is_quiet = self.telling == Telling::Errors;
        let shown = |problem: &&Diagnostic| match self.telling {
            Telling::All => true,
            Telling::InShort => !problem.code.is_near_miss(),
            Telling::Errors => problem.is_error(),
        };
        let shown: Vec<&Diagnostic> = problems.iter().filter(shown).collect();
        diagnostics::print(&self.corpus.files, &shown, color)?;
        if self.telling == Telling::InShort
            && let Some(near) = diagnostics::near_misses(problems)
        {
            writeln!(io::stderr(), "gainsay: {near}; `gainsay check` tells which")?;
        }
        if !is_quiet {
            self.print_left_out()?;
        }
        if self.is_empty() {
            let is_mistake =
                |problem: &Diagnostic| problem.is_error() && problem.code != Code::UnreadableFile;
            let read = match problems.iter().any(is_mistake) {
                true => "no claim could be read; the errors above say why".to_owned(),
                false => no_claim(&self.args.paths),
            };
            writeln!(io::stderr(), "gainsay: {read}")?;
        }
        Ok(())
    }
}

fn inputs(args: &CorpusArgs) -> io::Result<Inputs> {
    let (dashes, paths): (Vec<PathBuf>, _) = args
        .paths
        .iter()
        .cloned()
        .partition(|path| path == Path::new("-"));
    let mut stdin = None;
    if !dashes.is_empty() {
        let mut bytes = Vec::new();
        // One more than is accepted, so that it is refused and not cut.
        let mut most = io::stdin().lock().take(parse::FILE_BYTES + 1);
        most.read_to_end(&mut bytes)?;
        stdin = Some(bytes);
    }
    Ok(Inputs { paths, stdin })
}

/// The system's date, in universal time.
pub(super) fn today() -> Option<Day> {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    i32::try_from(since_1970.as_secs() / 86_400).ok().map(Day)
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

/// At most so many names are suggested for one.
const MOST_NAMES: usize = 5;

/// That a name means nothing in the files, and which ones are near it.
pub(super) fn no_such_name(unknown: UnknownName) -> io::Error {
    let UnknownName {
        what,
        name,
        nearest,
    } = unknown;
    let shown: Vec<String> = nearest
        .iter()
        .take(MOST_NAMES)
        .map(|name| format!("\"{name}\""))
        .collect();
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    let more = match nearest.len().saturating_sub(MOST_NAMES) {
        0 => String::new(),
        more => format!(" (and {more} more are as near)"),
    };
    let hint = match shown.is_empty() {
        true => String::new(),
        false => format!("; did you mean {}?{more}", listed(&shown, "or")),
    };
    io::Error::other(format!("no {what} \"{name}\" in these files{hint}"))
}
