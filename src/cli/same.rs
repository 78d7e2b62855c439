//! `gainsay same`: shows what reports make of two names.

use std::io;
use std::process::ExitCode;

use serde::Serialize;

use super::args::SameArgs;
use super::output::{lines_of, write_to};
use crate::align::entity::{Standing, stand};
use crate::align::name::{self, Likeness};
use crate::render::{json, visible};

/// What `same --batch` prints for a line.
#[derive(Serialize)]
struct SameV1<'a> {
    left: &'a str,
    right: &'a str,
    same: bool,
    score: f64,
    why: String,
    reports: &'static str,
    r#where: Vec<String>,
}

/// Compares two names, or many.
pub(super) fn run(args: &SameArgs) -> io::Result<ExitCode> {
    if let Some(path) = &args.batch {
        let mut lines = lines_of(path)?;
        write_to(None, |out| {
            lines.try_for_each(|line| {
                let line = line?;
                let (left, right) = line.split_once('\t').unwrap_or((&line, ""));
                out.write_all(&json::line(&row(left, right))?)?;
                writeln!(out)
            })
        })?;
        return Ok(ExitCode::SUCCESS);
    }
    let (left, right) = (
        args.left.as_deref().unwrap_or_default(),
        args.right.as_deref().unwrap_or_default(),
    );
    let Likeness { same, score, why } = name::compare(left, right);
    let why_apart = match same {
        true => "only proper names are joined by likeness".into(),
        false => visible(&why),
    };
    write_to(None, |out| match stand(left, right) {
        Standing::Joined { why } => writeln!(out, "taken for one ({score:.2}): {why}"),
        Standing::JoinedWhere { cases, why, warned } => {
            let cases = cases.join(" or where ");
            writeln!(
                out,
                "taken for one only where {} ({score:.2}): {why}",
                visible(&cases)
            )?;
            match warned {
                true => writeln!(out, "{WARNED}"),
                false => Ok(()),
            }
        }
        Standing::Alike { why } => {
            writeln!(
                out,
                "alike ({score:.2}), but taken for two: {why}\n{WARNED}"
            )
        }
        Standing::Apart => writeln!(out, "kept apart ({score:.2}): {why_apart}"),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// What happens to names that people may take for one, and reports do not.
const WARNED: &str = "Where both answer one property in different articles, reports warn;
an alias in a vocabulary makes them one.";

fn row<'a>(left: &'a str, right: &'a str) -> SameV1<'a> {
    let Likeness { same, score, why } = name::compare(left, right);
    let (reports, cases) = match stand(left, right) {
        Standing::Joined { .. } => ("joined", Vec::new()),
        Standing::JoinedWhere { cases, .. } => ("joined where", cases),
        Standing::Alike { .. } => ("alike", Vec::new()),
        Standing::Apart => ("apart", Vec::new()),
    };
    SameV1 {
        left,
        right,
        same,
        score,
        why,
        reports,
        r#where: cases,
    }
}
