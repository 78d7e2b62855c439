//! Dates: a date is a stretch of days.

mod calendar;
mod clock;
mod day;
mod eval;
mod expr;
mod holiday;
mod lexer;
mod parse;
mod pattern;
mod relative;
mod words;

pub use clock::Clock;
pub use day::Day;
pub use relative::{Anchor, RelativeDate};

use super::{Context, Extent, Intervals, Kind, Refusal, Value, Written};
use expr::Expr;

/// Reads a date.
///
/// # Errors
///
/// Refuses what is not a date, and what has two readings that differ too much to be one set.
pub fn read(text: &str, cx: &Context<'_>) -> Result<Value, Refusal> {
    let said = parse::parse(text, cx.events, false)?;
    value(&said.expr, said.hedge, cx)
}

/// Reads `{between: [from, to]}`.
///
/// # Errors
///
/// Refuses reversed bounds, and what [`read`] refuses.
pub fn read_between(from: &str, to: &str, cx: &Context<'_>) -> Result<Value, Refusal> {
    let (from, to) = (
        parse::parse(from, cx.events, false)?,
        parse::parse(to, cx.events, false)?,
    );
    value(&Expr::Range(from.expr.boxed(), to.expr.boxed()), None, cx)
}

/// How many days later than publication a date may be, by the weekday of publication, from Monday on;
/// `None` where it does not count from there, or not from there alone.
#[must_use]
pub fn days_from_publication(written: &Written, cx: &Context<'_>) -> Option<[Intervals<Day>; 7]> {
    let read = |text: &str| Some(parse::parse(text, cx.events, false).ok()?.expr);
    match written {
        Written::Scalar(text) => relative::by_weekday(&read(text)?),
        Written::Between(from, to) => {
            relative::by_weekday(&Expr::Range(read(from)?.boxed(), read(to)?.boxed()))
        }
        Written::Members { .. } => None,
    }
}

/// Whether the words are a date: what inference of a kind asks.
#[must_use]
pub fn is_date(text: &str) -> bool {
    parse::parse(text, None, false).is_ok_and(|said| !said.vague)
}

fn value(expr: &Expr, hedge: Option<&'static str>, cx: &Context<'_>) -> Result<Value, Refusal> {
    Ok(Value {
        kind: Kind::Date,
        extent: relative::extent(expr, cx.anchor)?,
        figure: None,
        unit: None,
        hedge,
    })
}

#[allow(dead_code, reason = "placeholder")]
fn none(_: Intervals<Day>, _: Extent) {}
