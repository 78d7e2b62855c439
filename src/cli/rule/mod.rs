//! `gainsay rule`: writes down what an editor decides about a finding.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use super::args::RuleArgs;
use super::corpus::{Loaded, Telling};
use super::output::{say, write_to};
use super::progress::Step;
use super::{id, status, undo};
use crate::check::Selection;
use crate::desk::{ruling_file, stands};
use crate::edit::{Node, block};
use crate::finding::Finding;
use crate::model::Corpus;
use crate::render::{NewRuling, ruling_entry, ruling_told};
use crate::store::Limits;

/// Prints the ruling, or appends it to a file.
pub(super) fn run(args: &RuleArgs) -> io::Result<ExitCode> {
    id::check(&args.id)?;
    let loaded = Loaded::new(&args.corpus, Telling::InShort)?;
    let report = loaded.report(&Selection::everything(loaded.today()))?;
    let finding = id::find(&report.findings, &args.id)?;
    let date = loaded.date();
    if let (Some(expires), Some(date)) = (args.expires, date)
        && expires <= date
    {
        let message = format!("a ruling of {date} cannot expire on {expires}: give a later day");
        return Err(io::Error::other(message));
    }
    let decision = args.ruling;
    if let Some(value) = &args.value {
        stands::check(report.corpus, finding, decision, value).map_err(io::Error::other)?;
    }
    let new = NewRuling {
        decision,
        value: args.value.as_deref(),
        by: &args.by,
        date,
        reason: &args.reason,
        expires: args.expires,
    };
    let entry = ruling_entry(report.corpus, finding, &new);
    note_ruled(report.corpus, finding)?;
    match &args.to {
        None => write_to(None, |out| {
            // A document of its own can stand behind others, in this file or another.
            writeln!(out, "---\nrulings:")?;
            let lines = block(&Node::List(vec![entry.clone()]));
            lines.iter().try_for_each(|line| writeln!(out, "  {line}"))
        })?,
        Some(path) => {
            still_counts(report.corpus, finding, path)?;
            let (id, path_shown) = (finding.id, path.display());
            let what = format!("ruling on {id} added to {path_shown}");
            let limits = Limits {
                inputs: Vec::new(),
                ..loaded.limits()
            };
            undo::recover(path)?;
            let step = Step::start("waiting for another run to write", true);
            let line = ruling_file::append(path, &limits, &what, &entry)?;
            drop(step);
            writeln!(
                io::stderr(),
                "gainsay: ruling on {id} added to {path_shown}:{line}"
            )?;
            note_unread(&args.corpus.paths, path)?;
        }
    }
    Ok(status(loaded.is_trouble(&report.diagnostics)))
}

/// Says so where somebody has ruled on the finding already, or on one that settles it.
fn note_ruled(corpus: &Corpus, finding: &Finding) -> io::Result<()> {
    let Some(note) = &finding.ruling else {
        return Ok(());
    };
    let told = ruling_told(corpus, &note.ruled);
    let what = match (&note.settled, note.reopened.is_some() || note.idle) {
        (Some(settled), _) => format!("{} is settled by the ruling on {}", finding.id, settled.by),
        (None, true) => format!("{} was ruled on before", finding.id),
        (None, false) => format!("{} is ruled on already", finding.id),
    };
    say(&format!("{what}: {told}"))
}

/// Refuses a file of which an earlier ruling in a later file would take the place.
fn still_counts(corpus: &Corpus, finding: &Finding, path: &Path) -> io::Result<()> {
    let Some(note) = &finding.ruling else {
        return Ok(());
    };
    let last = corpus.files.path(note.ruled.place.file);
    let is_same = last.canonicalize().ok() == path.canonicalize().ok();
    if is_same || last.as_os_str() < path.as_os_str() {
        return Ok(());
    }
    let (last, line) = (last.display(), note.ruled.place.spot.line);
    Err(io::Error::other(format!(
        "the ruling at {last}:{line} would still count, for its file is read later than {}: \
         use `--to {last}`",
        path.display()
    )))
}

/// Says so if the next run over the same paths would not read the file.
fn note_unread(paths: &[std::path::PathBuf], path: &Path) -> io::Result<()> {
    let Ok(written) = path.canonicalize() else {
        return Ok(());
    };
    let holds = |given: &std::path::PathBuf| {
        let is_yaml = written
            .extension()
            .is_some_and(|ending| ending == "yaml" || ending == "yml");
        given
            .canonicalize()
            .is_ok_and(|given| written == given || (is_yaml && written.starts_with(given)))
    };
    if paths.iter().any(holds) {
        return Ok(());
    }
    let path = path.display();
    writeln!(
        io::stderr(),
        "gainsay: {path} is not among the files of this run; name it in `gainsay check` too"
    )
}
