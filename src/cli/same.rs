//! `gainsay same`: shows whether two names are taken for one.

use std::io;
use std::process::ExitCode;

use serde::Serialize;

use super::args::SameArgs;
use super::output::{lines_of, write_to};
use crate::align::name;
use crate::render::{json, visible};

/// What `same --batch` prints for a line.
#[derive(Serialize)]
struct SameV1<'a> {
    left: &'a str,
    right: &'a str,
    same: bool,
    score: f64,
    why: String,
}

/// Compares two names, or many.
pub(super) fn run(args: &SameArgs) -> io::Result<ExitCode> {
    if let Some(path) = &args.batch {
        let mut lines = lines_of(path)?;
        write_to(None, |out| {
            lines.try_for_each(|line| {
                let line = line?;
                let (left, right) = line.split_once('\t').unwrap_or((&line, ""));
                let name::Likeness { same, score, why } = name::compare(left, right);
                out.write_all(&json::line(&SameV1 {
                    left,
                    right,
                    same,
                    score,
                    why,
                })?)?;
                writeln!(out)
            })
        })?;
        return Ok(ExitCode::SUCCESS);
    }
    let (left, right) = (
        args.left.as_deref().unwrap_or_default(),
        args.right.as_deref().unwrap_or_default(),
    );
    let likeness = name::compare(left, right);
    let verdict = if likeness.same {
        "taken for one"
    } else {
        "kept apart"
    };
    write_to(None, |out| {
        let why = visible(&likeness.why);
        writeln!(out, "{verdict} ({:.2}): {why}", likeness.score)
    })?;
    Ok(ExitCode::SUCCESS)
}
