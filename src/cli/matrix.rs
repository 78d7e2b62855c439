//! `gainsay matrix`: who says what on which question.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;

use super::TROUBLE;
use super::args::MatrixArgs;
use super::corpus::Loaded;
use super::pager::show;
use crate::check::Selection;
use crate::finding::Level;
use crate::render::{self, matrix::Matrix};

/// Draws the questions against the articles.
pub(super) fn run(args: &MatrixArgs) -> io::Result<ExitCode> {
    let loaded = Loaded::new(&args.corpus)?;
    let report = loaded.report(&Selection {
        level: Level::Note,
        silenced: true,
        sources: args.source.clone(),
        subjects: args.subject.clone(),
        today: loaded.today(),
        ..Selection::default()
    })?;
    let mut matrix = Matrix::new(&report);
    if let Some(level) = args.level.map(Level::from) {
        // What is found across questions counts for each of them.
        matrix.rows.retain(|row| row.level() <= level);
    }
    let output = args
        .output
        .as_deref()
        .filter(|path| *path != Path::new("-"));
    let options = loaded.options(output.is_none() && io::stdout().is_terminal());
    show(output, !args.no_pager, |out| match args.csv {
        true => render::matrix_as_csv(&matrix, out),
        false => render::matrix_as_text(&report, &matrix, &options, out),
    })?;
    Ok(if loaded.is_trouble(&report.diagnostics) {
        ExitCode::from(TROUBLE)
    } else {
        ExitCode::SUCCESS
    })
}
