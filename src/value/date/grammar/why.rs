//! Why some words cannot be read as a date: what a row that refuses builds.

use crate::value::Refusal;
use crate::value::date::Day;
use crate::value::date::edtf;
use crate::value::date::names::{month_name, weekday_misfit};
use crate::value::role::{self, Role};

/// Why some words that a row explains are no date.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::value::date) enum Why {
    /// "31 June", "29 February 2019".
    NoDay {
        month: i32,
        day: i32,
        year: Option<i32>,
    },
    /// "2018-13-01".
    Missing(i32, i32, i32),
    /// "06/07/2018": the two figures, and the year if there is one.
    EitherOrder(i32, i32, Option<i32>),
    /// A weekday that the date does not have.
    Misfit(Day, i32),
    /// "fiscal 2018".
    Fiscal,
    /// "the following month".
    Elsewhere,
    /// "Fridays".
    ManyDays,
    /// "Friday 1500".
    Misplaced(i32),
    /// "a week later".
    Later,
    /// "a week earlier".
    Earlier,
    /// "two weeks before".
    FromWhere,
    /// "two weeks before the long night in the yard".
    Unknown,
    /// "two working days ago".
    WorkingDays,
    /// "the eighth day".
    OfWhat,
    /// "1050".
    NoYear(i32),
    /// "June 6 to June 4, 2018".
    Reversed,
    /// "since at least 1996".
    Began,
    /// "until at least July".
    WillEnd,
    /// "Diwali 2023".
    Moves,
}

impl Why {
    /// The refusal of words as they were said.
    pub(super) fn refusal(&self, said: &str) -> Refusal {
        let shown: String = said.chars().take(60).collect();
        let said = shown.as_str();
        let no_date = || Refusal {
            why: format!("\u{201c}{said}\u{201d} is not a date"),
            hint: String::new(),
        };
        let (why, hint) = match self {
            Self::NoDay { month, day, year } => no_day(*month, *day, *year),
            Self::Missing(year, month, day) => {
                return edtf::missing(*year, *month, *day).unwrap_or_else(no_date);
            }
            Self::Misfit(date, said) => {
                return weekday_misfit(*date, *said).unwrap_or_else(no_date);
            }
            Self::EitherOrder(first, second, year) => either_order(said, *first, *second, *year),
            Self::Misplaced(year) => misplaced(*year),
            Self::NoYear(year) => (
                format!("\u{201c}{year}\u{201d} is no year between 1100 and 2100"),
                format!("Write `{year} AD` if it is a year."),
            ),
            Self::Later => from_which(said, "after", "from now"),
            Self::Earlier => from_which(said, "before", "ago"),
            Self::Began | Self::WillEnd => open(said, *self == Self::Began),
            _ => {
                let (why, hint) = self.plain();
                (
                    why.replace("SAID", &format!("\u{201c}{said}\u{201d}")),
                    hint.into(),
                )
            }
        };
        Refusal { why, hint }
    }

    /// Why, with the words in place of `SAID`, and what to write: what no figure is put into.
    fn plain(&self) -> (&'static str, &'static str) {
        match self {
            Self::Fiscal => (
                "fiscal years and quarters begin on days that each company chooses",
                "Write the months, like `October 2017 to September 2018`.",
            ),
            Self::Elsewhere => (
                "SAID counts from a day that only the article names",
                "Write the date itself, `next week`, or `a week after` and the day or a declared event.",
            ),
            Self::ManyDays => (
                "SAID are many days",
                "Write the date of one of them, or the habit into a property of kind text.",
            ),
            Self::FromWhere => (
                "SAID does not say from which day it counts",
                "Write the day or a declared event after it, or the date itself.",
            ),
            Self::Unknown => (
                "SAID is neither a date nor a declared event",
                "Declare it in the vocabulary as an entity with `kind: event`, or write the date.",
            ),
            Self::WorkingDays => (
                "working days are not counted",
                "Write the date, or count in days.",
            ),
            Self::OfWhat => (
                "SAID does not say of what",
                "Name the month or year: `the first week of May 2018`.",
            ),
            Self::Reversed => (
                "SAID ends before it starts",
                "Write the earlier date first.",
            ),
            Self::Moves => (
                "SAID is on another day each year, by a calendar that is not computed here",
                "Write the date itself, or declare it in the vocabulary as an entity with `kind: event`.",
            ),
            _ => ("SAID is not a date", ""),
        }
    }
}

fn no_day(month: i32, day: i32, year: Option<i32>) -> (String, String) {
    let month = month_name(month);
    match year {
        Some(year) => (
            format!("{month} {year} has no day {day}"),
            "Write a day that the month has in that year.".into(),
        ),
        None => (
            format!("{month} has no day {day}"),
            "Write a day that the month has.".into(),
        ),
    }
}

/// "06/07/2018".
fn either_order(said: &str, first: i32, second: i32, year: Option<i32>) -> (String, String) {
    let year = year.map(|year| format!(" {year}")).unwrap_or_default();
    let a = format!("{second} {}{year}", month_name(first));
    let b = format!("{first} {}{year}", month_name(second));
    (
        format!("\u{201c}{said}\u{201d} is either {a} or {b}"),
        format!("Write `{a}` or `{b}`."),
    )
}

/// "Friday 1500".
fn misplaced(year: i32) -> (String, String) {
    let (hour, minute) = (year / 100, year % 100);
    (
        format!("the year {year} and a day beside it, not in it, make no date"),
        match hour < 24 && minute < 60 {
            true => {
                format!("Write the time with a colon, `{hour}:{minute:02}`, or the date in full.")
            }
            false => "Write the date in full.".into(),
        },
    )
}

/// "a week later", "a week earlier".
fn from_which(said: &str, beside: &str, today: &str) -> (String, String) {
    let length = without_last(said);
    (
        format!("\u{201c}{said}\u{201d} does not say from which day it counts"),
        format!(
            "Write `{length} {beside}` and the day or a declared event, or `{length} {today}`."
        ),
    )
}

/// Some words without the last one.
fn without_last(said: &str) -> &str {
    said.rsplit_once(' ').map_or(said, |(before, _)| before)
}

/// Of a state or of its beginning and end? "since at least 1996", "since before 1990", "until at least July".
fn open(said: &str, began: bool) -> (String, String) {
    let mut words = said.splitn(4, ' ');
    let side = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let rest: Vec<&str> = words.collect();
    let before = role::says(second, Role::Before);
    let (least, date) = match before {
        true => (second.to_owned(), rest.join(" ")),
        false => (
            format!("{second} {}", rest.first().copied().unwrap_or_default()),
            rest.get(1..).unwrap_or_default().join(" "),
        ),
    };
    let (edge, bound) = match began {
        true if before => ("began", format!("before {date}")),
        true => ("began", format!("by {date}")),
        false => ("will end", format!("not before {date}")),
    };
    (
        format!("\u{201c}{side} {least}\u{201d} leaves open when it {edge}"),
        format!(
            "Write `{bound}` for when it {edge}, `{side} {date}` for the time in which it was so."
        ),
    )
}
