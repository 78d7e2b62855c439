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
use crate::value::{self, Answer, Context, Day, Intervals, KINDS, Kind, Refusal, Value, Words};

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
    // The words around the first value tell nothing of the second.
    let published = args.published.as_deref();
    let around = [args.quote.as_deref(), None].map(|quote| Around { published, quote });
    let kept: Vec<value::Reading> = texts.iter().map(|_| value::Reading::default()).collect();
    let words = texts.iter().zip(&kept);
    let words = words.map(|(text, reading)| Words::new(text, reading, None));
    let words: Vec<(Words<'_>, Around<'_>)> = words.zip(around).collect();
    let read_as = |sort: Sort| -> Vec<_> {
        let read = |(words, around): &(Words<'_>, Around<'_>)| {
            let value = read(*words, sort.kind, *around)?;
            let otherwise = sort.otherwise;
            let otherwise = otherwise.and_then(|kind| read(*words, kind, *around).ok());
            Ok(Value {
                otherwise: otherwise.map(Box::new),
                ..value
            })
        };
        words.iter().map(read).collect()
    };
    let readings = match args.kind.as_deref().and_then(Kind::from_name) {
        Some(kind) => read_as(kind.into()),
        // Two values are compared in the kind that `check` would guess, else in one that both have.
        None => {
            let sort = guess(words.iter().map(|(words, _)| Answer::Scalar(*words)), "");
            let kinds = KINDS.iter().map(|row| Sort::from(row.kind));
            let fits = |readings: &Vec<Result<Value, Refusal>>| readings.iter().all(Result::is_ok);
            let likely: Vec<Kind> = words.iter().map(|(words, _)| words.kind()).collect();
            std::iter::once(sort)
                .chain(kinds.filter(|sort| likely.contains(&sort.kind)))
                .map(read_as)
                .find(fits)
                .unwrap_or_else(|| {
                    let read = |(words, around): &(Words<'_>, Around<'_>)| {
                        read(*words, words.kind(), *around)
                    };
                    words.iter().map(read).collect()
                })
        }
    };
    let readings: Vec<Reading<'_>> = words
        .iter()
        .zip(readings)
        .map(|((words, around), value)| reading(words.text(), value, *around))
        .collect();
    let options = options(args.color, io::stdout().is_terminal());
    write_to(None, |out| render::readings(&readings, &options, out))?;
    Ok(status(
        readings.iter().any(|reading| reading.value.is_err()),
    ))
}

/// Reads `kind TAB published TAB text` lines, perhaps with the quote as a fourth field; the first two may
/// be empty.
fn batch(path: &Path) -> io::Result<ExitCode> {
    let mut lines = lines_of(path)?;
    write_to(None, |out| {
        lines.try_for_each(|line| {
            let line = line?;
            let mut fields = line.splitn(4, '\t');
            let kind = fields.next().filter(|name| !name.is_empty());
            let published = fields.next().filter(|day| !day.is_empty());
            let text = fields.next().unwrap_or_default();
            let quote = fields.next();
            let kind = kind.map(kind_of).transpose();
            let kept = value::Reading::default();
            let words = Words::new(text, &kept, None);
            let around = Around { published, quote };
            let value = kind.and_then(|kind| {
                let kind = kind.unwrap_or_else(|| words.kind());
                read(words, kind, around)
            });
            let line = match value {
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

/// What a reading may depend on beside the words.
#[derive(Clone, Copy)]
struct Around<'a> {
    published: Option<&'a str>,
    quote: Option<&'a str>,
}

impl<'a> Around<'a> {
    fn context(self, anchor: Option<&'a Intervals<Day>>) -> Context<'a> {
        Context {
            anchor,
            quote: self.quote,
            ..Context::default()
        }
    }
}

/// Reads words as a kind.
fn read(words: Words<'_>, kind: Kind, around: Around<'_>) -> Result<Value, Refusal> {
    let anchor = around.published.map(days).transpose()?;
    words.value(kind, &around.context(anchor.as_ref()))
}

/// A value with the words that made it so.
fn reading<'a>(text: &'a str, value: Result<Value, Refusal>, around: Around<'_>) -> Reading<'a> {
    let anchor = around.published.and_then(|text| days(text).ok());
    let cx = around.context(anchor.as_ref());
    let parts = value
        .as_ref()
        .ok()
        .and_then(|value| value::explain(text, value.kind, &cx).ok());
    Reading {
        text,
        value,
        parts: parts.unwrap_or_default(),
    }
}

/// The days that a date of publication may mean.
fn days(text: &str) -> Result<Intervals<Day>, Refusal> {
    let value = value::read_text(text, Kind::Date, &Context::default())?;
    value.extent.days().ok_or_else(|| Refusal {
        why: format!("\"{text}\" counts from a day that is not known"),
        hint: "Write a date such as 2018-06-06.".into(),
    })
}
