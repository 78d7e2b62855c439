//! Dates in figures: which of them is the day.

use crate::value::date::Day;
use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::expr::Expr;
use crate::value::date::grammar::row::{Fail, Read};
use crate::value::date::grammar::why::Why;
use crate::value::date::pattern::Pattern;

use super::days::{in_year, year_day};
use super::years::{month_or_years, short_year};

/// A year, a month and a day in this order: a day, or refused.
pub(in crate::value::date::grammar) fn year_first(year: i32, month: i32, day: i32) -> Read<Expr> {
    Day::new(year, month, day)
        .filter(|_| year != 0)
        .map(Expr::day)
        .ok_or(Fail::Because(Why::Missing(year, month, day)))
}

/// "20180606".
pub(in crate::value::date::grammar) fn packed(figures: i32) -> Read<Expr> {
    year_first(figures / 10_000, figures / 100 % 100, figures % 100)
}

/// Six figures without marks: the year's last two, month and day ("980111").
pub(in crate::value::date::grammar) fn compact(figures: i32) -> Option<Expr> {
    let (year, month, day) = (figures / 10_000, figures / 100 % 100, figures % 100);
    Day::new(2000, month, day)?;
    Some(Expr::In(year_day(month, day), short_year(year)?.boxed()))
}

/// Two figures before a year: month and day, or day and month, if only one of these is a date.
pub(in crate::value::date::grammar) fn in_order(
    first: i32,
    second: i32,
    year: Option<Expr>,
) -> Read<Expr> {
    let year = year.ok_or(Fail::No)?;
    let number = number_of(&year);
    match order(first, second) {
        Order::Either => Err(Fail::Because(Why::EitherOrder(first, second, number))),
        Order::Day(month, day) => in_year(year_day(month, day), year),
        Order::Neither => Err(Fail::Because(nearest(first, second, number))),
    }
}

/// "5/30": a day of the month, if only one order of its two figures is one.
pub(in crate::value::date::grammar) fn either_way(first: i32, second: i32) -> Read<Pattern> {
    match order(first, second) {
        Order::Either => Err(Fail::Because(Why::EitherOrder(first, second, None))),
        Order::Day(month, day) => Ok(year_day(month, day)),
        Order::Neither => Err(Fail::No),
    }
}

/// "2018/06", "2018-06"; of "2018-19" nothing, which are two years.
pub(in crate::value::date::grammar) fn year_then_month(year: i32, month: i32) -> Read<Expr> {
    match month {
        1..=12 => month_or_years(year, month).ok_or(Fail::No),
        _ if month <= year % 100 => Err(Fail::Because(Why::Missing(year, month, 1))),
        _ => Err(Fail::No),
    }
}

pub(in crate::value::date::grammar) fn month_of_year(year: i32, month: i32) -> Option<Expr> {
    (1..=12)
        .contains(&month)
        .then(|| Stretch::months(year, month, 1, Grain::Month).map(Expr::Fixed))?
}

/// A month by its name between marks: "Jun/6/2018".
pub(in crate::value::date::grammar) fn slashed(
    month: i32,
    day: i32,
    year: Option<Expr>,
) -> Read<Expr> {
    in_year(super::days::month_day(month, day)?, year.ok_or(Fail::No)?)
}

enum Order {
    /// Either of the two may be the month.
    Either,
    Day(i32, i32),
    Neither,
}

/// Which of two figures is the month: 29 February counts, whatever the year.
fn order(first: i32, second: i32) -> Order {
    let valid = |month, day| Day::new(2000, month, day).is_some();
    match (valid(first, second), valid(second, first)) {
        (true, true) if first != second => Order::Either,
        (true, _) => Order::Day(first, second),
        (_, true) => Order::Day(second, first),
        _ => Order::Neither,
    }
}

/// Why two figures are no day in either order.
fn nearest(first: i32, second: i32, year: Option<i32>) -> Why {
    match (first, second) {
        (1..=12, day) => Why::NoDay {
            month: first,
            day,
            year,
        },
        (day, 1..=12) => Why::NoDay {
            month: second,
            day,
            year,
        },
        _ => Why::Missing(year.unwrap_or(2000), first, second),
    }
}

fn number_of(expr: &Expr) -> Option<i32> {
    match expr {
        Expr::Fixed(stretch) => Some(i32::from(stretch.from.civil()?.year())),
        _ => None,
    }
}
