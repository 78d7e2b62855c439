//! Dates: a date is a stretch of days.
//!
//! Words become an expression (`parse`), which gives days once the day that it counts from is
//! put in (`eval`, `relative`). Newspapers look back, so words like "Wednesday" and "June 6"
//! mean the most recent one unless the words say otherwise.

mod calendar;
mod choice;
mod clock;
mod day;
mod describe;
mod edtf;
mod eval;
mod explain;
mod expr;
mod glossary;
mod holiday;
mod lexer;
mod parse;
mod pattern;
mod portion;
mod relative;
mod words;

pub use clock::Clock;
pub use day::Day;
pub use describe::describe;
pub use explain::explain;
pub use glossary::{HolidayRow, WordGroup, holidays, words};
pub use relative::{Anchor, RelativeDate};

use super::{Context, Extent, Intervals, Kind, Refusal, Scheme, Value, Written};
use expr::Expr;

/// Reads a date.
///
/// Dates that count from the day of publication become days where the context has that day
/// ([`Extent::Days`]), else offsets from it ([`Extent::Relative`]); dates that count from an event
/// are always offsets.
///
/// # Errors
///
/// Refuses what is not a date, and what has two readings that differ too much to be one set.
pub fn read(text: &str, cx: &Context<'_>) -> Result<Value, Refusal> {
    let said = parse::parse(text, cx.events, false)?;
    let (expr, clock) = timed(said.expr, said.clock);
    value(&expr, clock, said.hedge, cx)
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
    if matches!(from.expr, Expr::Event(..)) || matches!(to.expr, Expr::Event(..)) {
        return Err(Refusal {
            why: "`between` does not count from events".into(),
            hint: "Write one claim for each bound: `after` the one event, `before` the other."
                .into(),
        });
    }
    value(
        &Expr::Range(from.expr.boxed(), to.expr.boxed()),
        None,
        None,
        cx,
    )
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

/// Whether the words are a date, given the declared events: what inference of a kind asks.
#[must_use]
pub fn is_date(text: &str, events: Option<&Scheme>) -> bool {
    match parse::parse(text, events, false) {
        Ok(said) => !said.vague,
        // "06/07/2018" is a date that is refused for its two readings, and no term.
        Err(_) => {
            let parts: Vec<&str> = text.trim().split('/').collect();
            parts.len() == 3
                && parts.iter().all(|part| {
                    matches!(part.len(), 1..=4) && part.bytes().all(|b| b.is_ascii_digit())
                })
        }
    }
}

/// A time makes a bound include its day: "before 3 p.m. on Wednesday" is still Wednesday.
fn timed(expr: Expr, clock: Option<Clock>) -> (Expr, Option<Clock>) {
    match (expr, clock) {
        (expr, None) => (expr, None),
        (Expr::Before(of), Some(_)) => (Expr::UpTo(of), None),
        (Expr::After(of), Some(_)) => (Expr::Since(of), None),
        (
            expr @ (Expr::Since(_)
            | Expr::UpTo(_)
            | Expr::Range(..)
            | Expr::Either(..)
            | Expr::Event(..)),
            Some(_),
        ) => (expr, None),
        (Expr::Not(of), Some(_)) => (Expr::Not(of), None),
        (expr, clock) => (expr, clock),
    }
}

fn value(
    expr: &Expr,
    clock: Option<Clock>,
    hedge: Option<&'static str>,
    cx: &Context<'_>,
) -> Result<Value, Refusal> {
    let extent = match (relative::extent(expr, cx.anchor)?, clock) {
        (Extent::Days(days), Some(clock)) => Extent::Times(days, clock),
        (extent, _) => extent,
    };
    Ok(Value {
        kind: Kind::Date,
        extent,
        figure: None,
        unit: None,
        hedge,
    })
}
