//! Years, decades and centuries.

use crate::value::date::Day;
use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::expr::Expr;

pub(in crate::value::date::grammar) fn year(year: i32) -> Option<Expr> {
    Stretch::year(year).map(Expr::Fixed)
}

/// "this day in 1945".
pub(in crate::value::date::grammar) fn day_of(year: i32) -> Option<Expr> {
    let year = Stretch::year(year)?;
    Some(Expr::OfYear(Expr::today().boxed(), year))
}

/// "1914-18": from the one year to the other; the second must be later, in the same century.
pub(in crate::value::date::grammar) fn two_years(first: i32, second: i32) -> Option<Expr> {
    let last = first - first % 100 + second;
    let last = match last <= first && second == (first + 1) % 100 {
        true => first + 1,
        false => last,
    };
    ((1100..=2100).contains(&first) && last > first)
        .then(|| both(Expr::Range, year(first), year(last)))?
}

/// "2010-11" and "1802/03": a month, or the two years that follow each other.
pub(in crate::value::date::grammar) fn month_or_years(first: i32, month: i32) -> Option<Expr> {
    let of_month = Stretch::months(first, month, 1, Grain::Month).map(Expr::Fixed);
    if (first + 1) % 100 != month {
        return of_month;
    }
    let years = Stretch::months(first, 1, 24, Grain::Year).map(Expr::Fixed);
    both(Expr::Either, of_month, years)
}

pub(in crate::value::date::grammar) fn decade(year: i32) -> Option<Expr> {
    Stretch::months(year, 1, 120, Grain::Decade).map(Expr::Fixed)
}

/// "the 1990s"; "the 1900s" may be the decade or the century.
pub(in crate::value::date::grammar) fn year_or_decade(year: i32) -> Option<Expr> {
    match year {
        1000..=1900 if year % 100 == 0 => {
            let century = Stretch::months(year, 1, 1200, Grain::Century).map(Expr::Fixed)?;
            Some(Expr::Either(decade(year)?.boxed(), century.boxed()))
        }
        1000..=2990 if year % 10 == 0 => decade(year),
        _ => None,
    }
}

/// "the '90s": up to the twenties they are of this century.
pub(in crate::value::date::grammar) fn of_two_figures(year: i32) -> Option<Expr> {
    match year {
        0..=20 => decade(2000 + year),
        _ => decade(1900 + year),
    }
}

/// The n-th century; 0 and less are before Christ.
pub(in crate::value::date::grammar) fn century(n: i32) -> Option<Expr> {
    // There is no year 0 between 1 BC and AD 1, which this counts as the year 0.
    let year = n.checked_sub(1)?.checked_mul(100)?;
    if n < 1 {
        return Stretch::months(year, 1, 1212, Grain::Century).map(Expr::Fixed);
    }
    Grain::Century
        .around(Day::new(year.max(1), 12, 31)?)
        .map(Expr::Fixed)
}

/// Five years either way of the turn of a century.
pub(in crate::value::date::grammar) fn around_century(year: i32) -> Option<Expr> {
    Stretch::months(year - 5, 1, 132, Grain::Decade).map(Expr::Fixed)
}

/// A range, or either of two.
pub(in crate::value::date::grammar) fn both(
    join: fn(Box<Expr>, Box<Expr>) -> Expr,
    one: Option<Expr>,
    other: Option<Expr>,
) -> Option<Expr> {
    Some(join(one?.boxed(), other?.boxed()))
}

/// A year in two figures: 00-29 are of this century, 70-99 of the last, those between of either.
pub(in crate::value::date::grammar) fn short_year(year: i32) -> Option<Expr> {
    let of = |century: i32| Stretch::year(century + year).map(Expr::Fixed);
    match year {
        0..=29 => of(2000),
        30..=69 => Some(Expr::Either(of(1900)?.boxed(), of(2000)?.boxed())),
        _ => of(1900),
    }
}
