//! What could be better in the files, by kind: text, JSON, annotations.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::place::place;
use super::style::Role;
use super::untrusted::visible;
use super::{Options, github, json};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::Corpus;
use crate::value::sentence::counted;

/// What is listed, and how much of it.
#[derive(Clone, Copy, Debug)]
pub struct Linted<'a> {
    /// The files.
    pub corpus: &'a Corpus,
    /// What was found in them, of the kinds that were asked for.
    pub problems: &'a [Diagnostic],
    /// How many of a kind the text lists; all where there is no number.
    pub most: Option<usize>,
}

/// Writes each kind with what was found of it, errors first, then how many there are of each severity.
pub(super) fn text(linted: &Linted<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    for ((_, code), problems) in by_kind(linted.problems) {
        let row = code.row();
        let number = problems.iter().map(|it| 1 + it.more as usize).sum();
        let head = format!("{}: {}", row.name, counted(number, row.severity.name()));
        let role = match row.severity {
            Severity::Error => Role::Conflict,
            Severity::Warning => Role::Warning,
            Severity::Note => Role::Note,
        };
        writeln!(out, "{}", options.style.paint(role, &head))?;
        writeln!(out, "{}", row.summary)?;
        let mut hint = None;
        let shown = linted.most.unwrap_or(usize::MAX);
        let mut left = number;
        for problem in problems.iter().take(shown) {
            left -= 1;
            // What to do is said once for all that it goes for.
            if let Some(hint) = hint
                .replace(&problem.hint)
                .filter(|it| **it != problem.hint)
            {
                help(hint, out)?;
            }
            let at = place(linted.corpus, problem.place);
            let line = format!("  {at}:{}: {}", problem.place.spot.column, problem.message);
            writeln!(out, "{}", visible(&line))?;
        }
        if let Some(hint) = hint {
            help(hint, out)?;
        }
        if left > 0 {
            let kind = row.name;
            writeln!(
                out,
                "  and {left} more; `gainsay lint --only {kind}` lists them"
            )?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", summary(linted.problems))
}

fn help(hint: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = hint.lines();
    lines.try_for_each(|line| writeln!(out, "    {}", visible(line)))
}

/// "2 errors, 1 warning, 12 notes".
fn summary(problems: &[Diagnostic]) -> String {
    let of = |severity: Severity| {
        let found = problems.iter().filter(|it| it.severity() == severity);
        let number: usize = found.map(|it| 1 + it.more as usize).sum();
        (number > 0).then(|| counted(number, severity.name()))
    };
    let told = [Severity::Error, Severity::Warning, Severity::Note].map(of);
    let told: Vec<String> = told.into_iter().flatten().collect();
    match told.is_empty() {
        true => "nothing to mend".to_owned(),
        false => told.join(", "),
    }
}

/// The problems of each kind in their order, the worst kinds first.
fn by_kind(problems: &[Diagnostic]) -> BTreeMap<(Severity, Code), Vec<&Diagnostic>> {
    let mut kinds: BTreeMap<(Severity, Code), Vec<&Diagnostic>> = BTreeMap::new();
    for problem in problems {
        kinds
            .entry((problem.severity(), problem.code))
            .or_default()
            .push(problem);
    }
    kinds
}

/// How many there are of one kind.
#[derive(Debug, Serialize)]
struct KindV1 {
    kind: &'static str,
    level: &'static str,
    summary: &'static str,
    count: usize,
}

/// Writes one JSON object: the kinds that were found, and all problems by place.
pub(super) fn json(linted: &Linted<'_>, out: &mut dyn Write) -> io::Result<()> {
    let kinds = by_kind(linted.problems)
        .into_iter()
        .map(|((_, code), problems)| {
            let row = code.row();
            KindV1 {
                kind: row.name,
                level: row.severity.name(),
                summary: row.summary,
                count: problems.iter().map(|it| 1 + it.more as usize).sum(),
            }
        });
    let kinds: Vec<KindV1> = kinds.collect();
    json::problems(linted.corpus, &kinds, linted.problems, out)
}

/// Writes annotations for the lines of a pull request, worst first.
pub(super) fn github(
    linted: &Linted<'_>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    github::problems(
        linted.corpus,
        linted.problems,
        summary(linted.problems),
        options,
        out,
    )
}
