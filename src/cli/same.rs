//! `gainsay same`: shows whether two names are taken for one.

use std::io;
use std::process::ExitCode;

use serde::Serialize;

use super::args::SameArgs;
use super::output::{lines_of, write_to};
use crate::align::name::{self, NameKey};
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
    let (score, why) = (likeness.score, visible(&likeness.why));
    write_to(None, |out| match (likeness.same, joins(left, right)) {
        (false, _) => writeln!(out, "kept apart ({score:.2}): {why}"),
        (true, true) => writeln!(out, "taken for one ({score:.2}): {why}"),
        // What people take for one, and reports do not.
        (true, false) => writeln!(
            out,
            "alike ({score:.2}), but joined in reports only where {TIES}: {why}"
        ),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// What joins names that are alike and no more.
const TIES: &str = "a vocabulary gives one as an alias of the other,
or where one is a surname within an article that names one bearer";

/// Whether a report joins two names by likeness, whatever their articles.
fn joins(left: &str, right: &str) -> bool {
    let (left, right) = (NameKey::new(left), NameKey::new(right));
    name::compare_across(&left, &right, false).is_some()
}
