//! Dates: a date is a stretch of days, or of times of day on some days.
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
mod moments;
mod parse;
mod pattern;
mod portion;
mod relative;
mod times;
mod words;
mod zone;

pub use day::Day;
pub use describe::{describe, describe_times};
pub use explain::explain;
pub use glossary::{HolidayRow, WordGroup, holidays, words};
pub use relative::{Anchor, RelativeDate};
pub use times::{Hours, Minute, Times};

use super::{Context, Intervals, Kind, Refusal, Scheme, Value, Written};
use expr::Expr;

/// Reads a date.
///
/// Dates that count from the day of publication become days where the context has that day
/// ([`super::Extent::Days`], with a time of day [`super::Extent::Times`]), else offsets from it ([`super::Extent::Relative`]); dates that count from an event
/// are always offsets.
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
    if matches!(from.expr, Expr::Event(..)) || matches!(to.expr, Expr::Event(..)) {
        return Err(Refusal {
            why: "`between` does not count from events".into(),
            hint: "Write one claim for each bound: `after` the one event, `before` the other."
                .into(),
        });
    }
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

/// Whether the words are a date, given the declared events: what inference of a kind asks.
#[must_use]
pub fn is_date(text: &str, events: Option<&Scheme>) -> bool {
    match parse::parse(text, events, false) {
        Ok(said) => !said.vague,
        // "06/07/2018" is a date that is refused for its two readings, "2018-06-31" one that no
        // calendar has, and neither is a term.
        Err(_) => {
            let mark = if text.contains('/') { '/' } else { '-' };
            let parts: Vec<&str> = text.trim().split(mark).collect();
            let year_first = parts.first().is_some_and(|year| year.len() == 4);
            parts.len() == 3
                && (mark == '/' || year_first)
                && parts.iter().all(|part| {
                    matches!(part.len(), 1..=4) && part.bytes().all(|b| b.is_ascii_digit())
                })
        }
    }
}

/// Whether the words after a figure are those of a date: a month, or a year of our time.
pub(super) fn goes_on(rest: &str) -> bool {
    rest.split(|c: char| !c.is_alphanumeric())
        .find(|word| !matches!(*word, "" | "of" | "th" | "st" | "nd" | "rd"))
        .is_some_and(|word| words::is_month(word) || is_year(word))
}

fn is_year(word: &str) -> bool {
    let year = word.parse::<i32>();
    word.len() == 4 && year.is_ok_and(|year| (1100..=2100).contains(&year))
}

fn value(expr: &Expr, hedge: Option<&'static str>, cx: &Context<'_>) -> Result<Value, Refusal> {
    Ok(Value {
        kind: Kind::Date,
        extent: relative::extent(expr, cx.anchor)?,
        likely: None,
        figure: None,
        unit: None,
        hedge,
    })
}
