//! Dates: a date is a stretch of days, or of times of day on some days.
//!
//! Words become an expression (`grammar`), which gives days once the day that it counts from is
//! put in (`eval`, `relative`). Newspapers mostly look back, so words like "Wednesday" and "May"
//! likely mean the most recent one, and can mean the coming one (`outlook`, `ahead`).

mod ahead;
mod bound;
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
mod grammar;
mod hedge;
mod holiday;
mod length;
mod lexer;
mod measure;
mod moments;
mod names;
mod offset;
mod outlook;
mod pattern;
mod portion;
mod reach;
mod relative;
mod scope;
mod times;
mod units;
mod words;
mod zone;

pub use ahead::{AHEAD, AheadRow};
pub use day::Day;
pub use describe::{describe, describe_times};
pub use explain::explain;
pub use glossary::{HolidayRow, WordGroup, holidays, words};
pub use grammar::{PhraseRow, phrases};
pub use relative::{Anchor, RelativeDate, Side};
pub use times::{Hours, Minute, Times};

use super::role::{self, Role};
use super::{Context, Doubt, Extent, Intervals, Kind, Refusal, Scheme, Value};
use expr::Expr;
use grammar::Asked;

/// Makes the tables of dates, which are else made with the first of them.
pub(super) fn prepare() {
    grammar::prepare();
}

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
    let said = grammar::read(text, cx.events, Asked::Meaning)?;
    value(said.expr, text, said.hedge, cx)
}

/// Whether words by themselves say what an extent allows. What counts from a day that is not known is worked
/// out only where such a date is asked for.
#[must_use]
pub fn says(text: &str, extent: &Extent) -> bool {
    let Ok(said) = grammar::read(text, None, Asked::Whether) else {
        return false;
    };
    let is_relative = matches!(extent, Extent::Relative(_));
    if !is_relative && relative::counts_from_a_day(&said.expr) {
        return false;
    }
    let read = value(said.expr, text, said.hedge, &Context::default());
    read.is_ok_and(|value| value.extent == *extent)
}

/// The days that words mean wherever they stand; `None` for what is no date, or counts from a day that is not
/// known.
#[must_use]
pub fn fixed_days(text: &str) -> Option<Intervals<Day>> {
    let parsed = parse(text, None).ok()?;
    let value = (parsed.is_fixed()).then(|| parsed.value(text, &Context::default()));
    value?.ok()?.extent.days()
}

/// Words that are a date, read as far as that needs no context but the declared events.
#[derive(Debug)]
pub struct Parsed {
    expr: Expr,
    hedge: Option<&'static str>,
    /// Whether the words alone do not show that it is a date: "15".
    vague: bool,
}

/// Reads a date as far as that needs no context, so that words are not read twice.
///
/// # Errors
///
/// As [`read`].
pub fn parse(text: &str, events: Option<&Scheme>) -> Result<Parsed, Refusal> {
    let said = grammar::read(text, events, Asked::Whether)?;
    Ok(Parsed {
        expr: said.expr,
        hedge: said.hedge,
        vague: said.vague,
    })
}

impl Parsed {
    /// The value of the words, as [`read`] gives it.
    ///
    /// # Errors
    ///
    /// As [`read`].
    pub fn value(&self, text: &str, cx: &Context<'_>) -> Result<Value, Refusal> {
        value(self.expr.clone(), text, self.hedge, cx)
    }

    /// Whether it means the same days wherever it stands.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        !relative::counts_from_a_day(&self.expr)
    }

    /// How it counts from publication; `None` where it does not count from there, or not from there
    /// alone. `text` is how it is written.
    #[must_use]
    pub fn days_from_publication(
        &self,
        text: &str,
        quote: Option<&str>,
    ) -> Option<FromPublication> {
        from_publication(self.expr.clone(), text, quote)
    }
}

/// Reads `{between: [from, to]}`.
///
/// # Errors
///
/// Refuses reversed bounds, and what [`read`] refuses.
pub fn read_between(from: &str, to: &str, cx: &Context<'_>) -> Result<Value, Refusal> {
    let text = format!("{from} {to}");
    let whole = format!("between {from} and {to}");
    let (from, to) = (
        grammar::read(from, cx.events, Asked::Meaning)?,
        grammar::read(to, cx.events, Asked::Meaning)?,
    );
    if matches!(from.expr, Expr::Event(..)) || matches!(to.expr, Expr::Event(..)) {
        return read(&whole, cx).map_err(|_| Refusal {
            why: "`between` takes two dates or two different events".into(),
            hint: "Write one claim for each bound: `after` the one, `before` the other.".into(),
        });
    }
    let range = Expr::Range(from.expr.boxed(), to.expr.boxed());
    value(range, &text, None, cx)
}

/// How many days later than publication a date may be, by the weekday of publication, from Monday on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FromPublication {
    /// Whatever the words can mean.
    pub days: [Intervals<Day>; 7],
    /// As they are likely meant, and when they are not; `None` where there is no doubt.
    pub likely: Option<([Intervals<Day>; 7], Doubt)>,
}

/// The same of all days between two dates.
#[must_use]
pub fn days_between_from_publication(
    (from, to): (&Parsed, &Parsed),
    text: &str,
    quote: Option<&str>,
) -> Option<FromPublication> {
    let range = Expr::Range(from.expr.clone().boxed(), to.expr.clone().boxed());
    from_publication(range, text, quote)
}

fn from_publication(expr: Expr, text: &str, quote: Option<&str>) -> Option<FromPublication> {
    let readings = expr.readings(|| ahead::is_announced(text, quote));
    let days = offset::by_weekday(&readings.all)?;
    let likely = readings.likely.and_then(|[likely, back]| {
        let by_weekday = |expr| offset::by_weekday(std::slice::from_ref(expr));
        let found = by_weekday(&likely)?;
        let doubt = doubt(by_weekday(&back).as_ref() == Some(&found));
        (found != days).then_some((found, doubt))
    });
    Some(FromPublication { days, likely })
}

/// Whether the words are a date, given the declared events: what inference of a kind asks.
#[must_use]
pub fn is_date(text: &str, events: Option<&Scheme>) -> bool {
    looks_like_one(text, parse(text, events).ok().as_ref())
}

/// The same of words that were read before.
pub(super) fn looks_like_one(text: &str, parsed: Option<&Parsed>) -> bool {
    match parsed {
        // "4 to 6 June".
        Some(parsed) => !parsed.vague || names_a_month(text),
        // "06/07/2018" is a date that is refused for its two readings, "2018-06-31" one that no
        // calendar has, and neither is a term.
        None => {
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

/// Whether a word in small letters is a day by itself: "today".
pub(super) fn is_day_from_now(lower: &str) -> bool {
    words::DAYS_FROM_NOW.contains(&lower)
}

/// Whether a word in small letters means something in dates by itself.
pub(super) fn is_word_of_dates(lower: &str) -> bool {
    words::tells_something(lower)
}

/// Whether a word of a text is a month.
fn names_a_month(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(words::is_month)
}

/// Whether the words after a figure are those of a date: a month, or a year of our time.
pub(super) fn goes_on(rest: &str) -> bool {
    rest.split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty() && !role::says(word, Role::Of | Role::OrdinalEnd))
        .is_some_and(|word| words::is_month(word) || is_year(word))
}

fn is_year(word: &str) -> bool {
    let year = word.parse::<i32>();
    word.len() == 4 && year.is_ok_and(|year| (1100..=2100).contains(&year))
}

/// The value of a date; `text` is how it is written.
fn value(
    expr: Expr,
    text: &str,
    hedge: Option<&'static str>,
    cx: &Context<'_>,
) -> Result<Value, Refusal> {
    let readings = expr.readings(|| ahead::is_announced(text, cx.quote));
    let value = Value {
        kind: Kind::Date,
        extent: relative::extent(&readings.all, cx.anchor)?,
        likely: None,
        counted: None,
        otherwise: None,
        figure: None,
        unit: None,
        hedge,
    };
    let Some([likely, back]) = readings.likely else {
        return Ok(value);
    };
    let extent = |expr| relative::extent(std::slice::from_ref(expr), cx.anchor).ok();
    let back = extent(&back);
    Ok(match extent(&likely) {
        Some(likely) => {
            let doubt = doubt(back.as_ref() == Some(&likely));
            value.likely_to_be(likely, doubt)
        }
        None => value,
    })
}

/// When a date is not the likely one, which looks back or ahead.
fn doubt(looks_back: bool) -> Doubt {
    match looks_back {
        true => "unless the article looks ahead".into(),
        false => "unless the article looks back".into(),
    }
}
