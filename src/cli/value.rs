//! `gainsay value`: shows how values are read, and how two of them stand.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;

use super::args::ValueArgs;
use super::output::{lines_of, options, write_to};
use super::status;
use crate::render::json::{
    self,
    value::{RefusalV1, ValueV1},
};
use crate::render::{self, Reading};
use crate::value::guess::{Sort, guess};
use crate::value::{self, Context, Day, Intervals, KINDS, Kind, Refusal, Value, Written};

/// Reads one value, two, or many.
pub(super) fn run(args: &ValueArgs) -> io::Result<ExitCode> {
    if let Some(path) = &args.batch {
        return batch(path);
    }
    let texts: Vec<&str> = args
        .text
        .iter()
        .chain(&args.and)
        .map(String::as_str)
        .collect();
    let published = args.published.as_deref();
    let written: Vec<Written> = texts
        .iter()
        .map(|text| Written::Scalar((*text).into()))
        .collect();
    let read_as = |sort: Sort| -> Vec<_> {
        let read = |text: &&str| {
            let value = read(text, Some(sort.kind), published)?;
            let otherwise = sort.otherwise;
            let otherwise = otherwise.and_then(|kind| read(text, Some(kind), published).ok());
            Ok(Value {
                otherwise: otherwise.map(Box::new),
                ..value
            })
        };
        texts.iter().map(read).collect()
    };
    let readings = match args.kind.as_deref().and_then(Kind::from_name) {
        Some(kind) => read_as(kind.into()),
        // Two values are compared in the kind that `check` would guess, else in one that both have.
        None => {
            let (sort, _) = guess(written.iter(), "", None);
            let kinds = KINDS.iter().map(|row| Sort::from(row.kind));
            let fits = |readings: &Vec<Result<Value, Refusal>>| readings.iter().all(Result::is_ok);
            let likely = texts.iter().map(|text| Kind::infer(text));
            let likely: Vec<Kind> = likely.collect();
            std::iter::once(sort)
                .chain(kinds.filter(|sort| likely.contains(&sort.kind)))
                .map(read_as)
                .find(fits)
                .unwrap_or_else(|| {
                    texts
                        .iter()
                        .map(|text| read(text, None, published))
                        .collect()
                })
        }
    };
    let readings: Vec<Reading<'_>> = texts
        .iter()
        .zip(readings)
        .map(|(text, value)| reading(text, value, published))
        .collect();
    let options = options(args.color, io::stdout().is_terminal());
    write_to(None, |out| render::readings(&readings, &options, out))?;
    Ok(status(
        readings.iter().any(|reading| reading.value.is_err()),
    ))
}

/// Reads `kind TAB published TAB text` lines; the first two may be empty.
fn batch(path: &Path) -> io::Result<ExitCode> {
    let mut lines = lines_of(path)?;
    write_to(None, |out| {
        lines.try_for_each(|line| {
            let line = line?;
            let mut fields = line.splitn(3, '\t');
            let kind = fields.next().filter(|name| !name.is_empty());
            let published = fields.next().filter(|day| !day.is_empty());
            let text = fields.next().unwrap_or_default();
            let kind = kind.map(kind_of).transpose();
            let line = match kind.and_then(|kind| read(text, kind, published)) {
                Ok(value) => json::line(&ValueV1::new(text, &value))?,
                Err(refusal) => json::line(&RefusalV1::new(text, &refusal))?,
            };
            out.write_all(&line)?;
            writeln!(out)
        })
    })?;
    Ok(ExitCode::SUCCESS)
}

fn kind_of(name: &str) -> Result<Kind, Refusal> {
    Kind::from_name(name).ok_or_else(|| Refusal {
        why: format!("\"{name}\" is not a kind"),
        hint: "Write kind, day of publication and text, with a tab after each of the first two."
            .into(),
    })
}

/// Reads a text as a kind, or as what it looks like.
fn read(text: &str, kind: Option<Kind>, published: Option<&str>) -> Result<Value, Refusal> {
    let anchor = published.map(days).transpose()?;
    let kind = kind.unwrap_or_else(|| Kind::infer(text));
    value::read(
        &Written::Scalar(text.into()),
        kind,
        &context(anchor.as_ref()),
    )
}

/// A value with the words that made it so.
fn reading<'a>(
    text: &'a str,
    value: Result<Value, Refusal>,
    published: Option<&str>,
) -> Reading<'a> {
    let anchor = published.and_then(|text| days(text).ok());
    let parts = value
        .as_ref()
        .ok()
        .and_then(|value| value::explain(text, value.kind, &context(anchor.as_ref())).ok());
    Reading {
        text,
        value,
        parts: parts.unwrap_or_default(),
    }
}

fn context(anchor: Option<&Intervals<Day>>) -> Context<'_> {
    Context {
        anchor,
        ..Context::default()
    }
}

/// The days that a date of publication may mean.
fn days(text: &str) -> Result<Intervals<Day>, Refusal> {
    let written = Written::Scalar(text.into());
    let value = value::read(&written, Kind::Date, &Context::default())?;
    value.extent.days().ok_or_else(|| Refusal {
        why: format!("\"{text}\" counts from a day that is not known"),
        hint: "Write a date such as 2018-06-06.".into(),
    })
}
