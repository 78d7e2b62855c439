//! `gainsay export`: claims as a table for spreadsheets.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::ExportArgs;
use super::corpus::{Loaded, Telling};
use super::output::{file, say, write_to};
use super::status;
use super::usual::behind;
use crate::check::Selection;
use crate::diagnostic::Diagnostic;
use crate::finding::Report;
use crate::sheet::export::Export;
use crate::sheet::held::Held;
use crate::sheet::write;
use crate::store::Limits;
use crate::text::argument;
use crate::value::sentence::counted;

/// A table that an import would refuse is not written.
const MOST_CLAIMS: usize = crate::sheet::MOST_ROWS - 1;

/// What a table is written as.
#[derive(Clone, Copy)]
enum Format {
    Xlsx,
    Csv,
}

/// Writes the table, or an empty one to fill in where there is no claim.
pub(super) fn run(args: &ExportArgs) -> io::Result<ExitCode> {
    let format = format(&args.output)?;
    let loaded = Loaded::new(&args.corpus, Telling::InShort)?;
    let limits = loaded.limits();
    let import = import(args);
    let shown = args.output.display();
    if loaded.is_new() {
        let corpus = &loaded.corpus;
        let empty = crate::examine(corpus, Vec::new(), &Selection::everything(None), false);
        let report = empty.map_err(super::corpus::no_such_name)?;
        save(&report, format, (&args.output, &limits))?;
        let why = "there is no claim yet, so that it is an empty table to fill in";
        say(&format!("{shown}: {why}; next: {import} --write"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let report = loaded.report(&Selection::everything(loaded.today()))?;
    let claims = loaded.corpus.claims.len() + loaded.corpus.drafts.len();
    if claims > MOST_CLAIMS {
        let message = format!(
            "{claims} rows are more than the {MOST_CLAIMS} that an import takes; name some of the files"
        );
        return Err(io::Error::other(message));
    }
    save(&report, format, (&args.output, &limits))?;
    if file(Some(&args.output)).is_some() {
        let claims = counted(claims, "row");
        say(&format!(
            "{claims} in {shown}; next, when it is edited: {import}"
        ))?;
    }
    Ok(status(report.diagnostics.iter().any(Diagnostic::is_error)))
}

/// The command that takes the table back.
fn import(args: &ExportArgs) -> String {
    let table = args.output.display().to_string();
    let paths = behind(args.corpus.paths.iter().map(PathBuf::as_path));
    format!("gainsay import {}{paths}", argument(&table))
}

fn save(report: &Report<'_>, format: Format, (path, limits): (&Path, &Limits)) -> io::Result<()> {
    let export = Export::new(report, &Held::new(report.corpus));
    let to = file(Some(path)).map(|path| (path, limits));
    match format {
        Format::Csv => write_to(to, |out| write::csv(&export.claims, out)),
        Format::Xlsx => {
            let bytes = write::xlsx(&export)?;
            write_to(to, |out| out.write_all(&bytes))
        }
    }
}

/// By the ending of the file; standard output gets commas.
fn format(path: &Path) -> io::Result<Format> {
    let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
    match ending.as_ref().and_then(|ending| ending.to_str()) {
        Some("xlsx") => Ok(Format::Xlsx),
        Some("csv") => Ok(Format::Csv),
        None if path == Path::new("-") => Ok(Format::Csv),
        _ => Err(io::Error::other(format!(
            "{} is neither .xlsx nor .csv; name the file so",
            path.display()
        ))),
    }
}
