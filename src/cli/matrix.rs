//! `gainsay matrix`: who says what on which question.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::args::MatrixArgs;
use super::corpus::{Loaded, Telling};
use super::output::file;
use super::pager::show;
use super::status;
use crate::check::Selection;
use crate::render::{self, matrix::Matrix};

/// Draws the questions against the articles.
pub(super) fn run(args: &MatrixArgs) -> io::Result<ExitCode> {
    let loaded = Loaded::new(&args.corpus, Telling::InShort)?;
    let report = loaded.report(&Selection {
        sources: args.source.clone(),
        subjects: args.subject.clone(),
        ..Selection::everything(loaded.today())
    })?;
    let mut matrix = Matrix::new(&report);
    if let Some(level) = args.level {
        // What is found across questions counts for each of them.
        matrix.rows.retain(|row| row.level() <= level);
    }
    let output = file(args.output.as_deref());
    let limits = loaded.limits();
    let options = loaded.options(output.is_none() && io::stdout().is_terminal());
    show(
        output.map(|path| (path, &limits)),
        !args.no_pager,
        |out| match args.csv {
            true => render::matrix_as_csv(&matrix, out),
            false => render::matrix_as_text(&report, &matrix, &options, out),
        },
    )?;
    Ok(status(loaded.is_trouble(&report.diagnostics)))
}
