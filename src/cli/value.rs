//! `gainsay value`: shows how values are read, and how two of them stand.

use std::io::{self, BufRead};
use std::process::ExitCode;

use super::TROUBLE;
use super::args::ValueArgs;
use super::output::{read_from, write_to};
use crate::render::json::value::{RefusalV1, ValueV1};
use crate::value::{
    self, Context, Day, Extent, Intervals, Kind, Refusal, Relation, Value, Written,
};

/// Reads one value, two, or many.
pub(super) fn run(args: &ValueArgs) -> io::Result<ExitCode> {
    if let Some(path) = &args.batch {
        let lines = read_from(path)?;
        write_to(None, |out| {
            lines.lines().try_for_each(|line| {
                let line = line?;
                let mut fields = line.splitn(3, '\t');
                let kind = fields.next().and_then(Kind::from_name);
                let published = fields.next().filter(|day| !day.is_empty());
                let text = fields.next().unwrap_or_default();
                match read(text, kind, published) {
                    Ok(value) => serde_json::to_writer(&mut *out, &ValueV1::new(text, &value))?,
                    Err(refusal) => {
                        serde_json::to_writer(&mut *out, &RefusalV1::new(text, &refusal))?
                    }
                }
                writeln!(out)
            })
        })?;
        return Ok(ExitCode::SUCCESS);
    }
    let kind = args.kind.as_deref().and_then(Kind::from_name);
    let texts: Vec<&str> = args
        .text
        .iter()
        .chain(&args.and)
        .map(String::as_str)
        .collect();
    let mut values = Vec::new();
    let mut refused = false;
    write_to(None, |out| {
        for text in texts {
            match read(text, kind, args.published.as_deref()) {
                Ok(value) => {
                    writeln!(out, "{text}: {}, {}", value.kind.name(), value.describe())?;
                    values.push((text, value));
                }
                Err(refusal) => {
                    refused = true;
                    writeln!(out, "{text}: not read: {}\n  {}", refusal.why, refusal.hint)?;
                }
            }
        }
        if let [(a, left), (b, right)] = values.as_slice() {
            writeln!(out, "{}", sentence(a, b, value::relate(left, right)))?;
        }
        Ok(())
    })?;
    Ok(if refused {
        ExitCode::from(TROUBLE)
    } else {
        ExitCode::SUCCESS
    })
}

/// Reads a text as a kind, or as what it looks like.
fn read(text: &str, kind: Option<Kind>, published: Option<&str>) -> Result<Value, Refusal> {
    let anchor = published.map(days).transpose()?;
    let cx = Context {
        anchor: anchor.as_ref(),
        ..Context::default()
    };
    let kind = kind.unwrap_or_else(|| Kind::infer(text));
    value::read(&Written::Scalar(text.into()), kind, &cx)
}

/// The days that a date of publication may mean.
fn days(text: &str) -> Result<Intervals<Day>, Refusal> {
    match value::read(
        &Written::Scalar(text.into()),
        Kind::Date,
        &Context::default(),
    )?
    .extent
    {
        Extent::Days(days) | Extent::Times(days, _) => Ok(days),
        _ => Err(Refusal {
            why: format!("\"{text}\" counts from a day that is not known"),
            hint: "Write a date such as 2018-06-06.".into(),
        }),
    }
}

fn sentence(left: &str, right: &str, relation: Relation) -> String {
    match relation {
        Relation::Equal => format!("equal: {left} and {right} agree"),
        Relation::Within => format!("within: {left} says more precisely what {right} says"),
        Relation::Contains => format!("contains: {right} says more precisely what {left} says"),
        Relation::Overlaps => format!("overlaps: {left} and {right} differ, and both can be true"),
        Relation::Disjoint => format!("disjoint: {left} and {right} cannot both be true"),
        Relation::Incomparable(reason) => format!("incomparable: {}", reason.text()),
    }
}
