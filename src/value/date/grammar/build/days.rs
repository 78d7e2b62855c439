//! Days by name, in a year or in whichever.

use crate::value::date::Day;
use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::grammar::row::{Fail, Read};
use crate::value::date::grammar::why::Why;
use crate::value::date::pattern::Pattern;

pub(in crate::value::date::grammar) fn year_day(month: i32, day: i32) -> Pattern {
    Pattern::YearDay {
        month,
        day,
        weekday: None,
    }
}

/// What comes round again, where no word says which.
pub(in crate::value::date::grammar) fn bare(pattern: Pattern) -> Expr {
    Expr::Recurring(pattern, Pick::Bare)
}

/// A day of a month, if any year has it.
pub(in crate::value::date::grammar) fn month_day(month: i32, day: i32) -> Read<Pattern> {
    match Day::new(2000, month, day) {
        Some(_) => Ok(year_day(month, day)),
        None => Err(Fail::Because(Why::NoDay {
            month,
            day,
            year: None,
        })),
    }
}

/// The same on a weekday.
pub(in crate::value::date::grammar) fn on_weekday(pattern: Pattern, on: i32) -> Pattern {
    match pattern {
        Pattern::YearDay {
            month,
            day,
            weekday: None,
        } => Pattern::YearDay {
            month,
            day,
            weekday: Some(on),
        },
        pattern => pattern,
    }
}

/// What comes once a year, in that year; refuses days that it does not have, and weekdays that do not fit.
pub(in crate::value::date::grammar) fn in_year(
    pattern: Pattern,
    year: impl Into<Option<Expr>>,
) -> Read<Expr> {
    let year = year.into().ok_or(Fail::No)?;
    let Expr::Fixed(stretch) = &year else {
        return Ok(Expr::In(pattern, year.boxed()));
    };
    if let Pattern::Season(_) = pattern {
        return Ok(Expr::In(pattern, year.boxed()));
    }
    if let Some(one) = pattern.at(*stretch) {
        return Ok(Expr::Fixed(one));
    }
    let Pattern::YearDay {
        month,
        day,
        weekday,
    } = pattern
    else {
        return Err(Fail::No);
    };
    let number = stretch.from.civil().map(|day| i32::from(day.year()));
    let date = number.and_then(|year| Day::new(year, month, day));
    Err(Fail::Because(match (date, weekday) {
        (Some(date), Some(said)) => Why::Misfit(date, said),
        _ => Why::NoDay {
            month,
            day,
            year: number,
        },
    }))
}

/// The same, in whichever year where none is said.
pub(in crate::value::date::grammar) fn in_year_if(
    pattern: Pattern,
    year: Option<Expr>,
) -> Read<Expr> {
    match year {
        Some(year) => in_year(pattern, year),
        None => Ok(bare(pattern)),
    }
}

/// A date in figures with its weekday before it.
pub(in crate::value::date::grammar) fn on_date(date: Expr, said: i32) -> Read<Expr> {
    match date {
        Expr::Fixed(one) if one.grain == Grain::Day => match one.from.weekday() == said {
            true => Ok(Expr::Fixed(one)),
            false => Err(Fail::Because(Why::Misfit(one.from, said))),
        },
        Expr::In(pattern, year) => Ok(Expr::In(on_weekday(pattern, said), year)),
        _ => Err(Fail::No),
    }
}

pub(in crate::value::date::grammar) fn is_day_of_month(pattern: Pattern) -> bool {
    matches!(
        pattern,
        Pattern::MonthDay { .. } | Pattern::Weekday(_) | Pattern::YearDay { .. }
    )
}

/// What may stand behind its year: "2018 Q3".
pub(in crate::value::date::grammar) fn is_part_of_year(pattern: Pattern) -> bool {
    matches!(
        pattern,
        Pattern::Quarter(_) | Pattern::Half(_) | Pattern::Season(_) | Pattern::Week(_)
    )
}

/// A season; those of the southern half of the earth are half a year later.
pub(in crate::value::date::grammar) fn season(season: i32, south: bool) -> Pattern {
    Pattern::Season(if south { (season + 2) % 4 } else { season })
}

/// "winter 2010-11" starts in the first of the two years.
pub(in crate::value::date::grammar) fn winter(
    said: i32,
    first: i32,
    (figures, digits): (i32, i32),
) -> Option<Expr> {
    let next = first + 1;
    let same = match digits {
        2 => next % 100 == figures,
        4 => next == figures,
        _ => false,
    };
    same.then(|| {
        season(said, false)
            .at(Stretch::year(first)?)
            .map(Expr::Fixed)
    })?
}

/// Several days of a month, in a year if one is said.
pub(in crate::value::date::grammar) fn listed(
    month: i32,
    days: Vec<i32>,
    year: Option<Expr>,
) -> Read<Expr> {
    let mut list: Option<Expr> = None;
    for day in days.into_iter().rev() {
        let one = in_year_if(month_day(month, day)?, year.clone())?;
        list = Some(match list {
            Some(rest) => Expr::Either(one.boxed(), rest.boxed()),
            None => one,
        });
    }
    list.ok_or(Fail::No)
}

/// The week or weekend around a day that comes once a year.
pub(in crate::value::date::grammar) fn around(grain: Grain, day: Pattern) -> Expr {
    Expr::Around(grain, bare(day).boxed())
}

pub(in crate::value::date::grammar) fn around_in(
    grain: Grain,
    day: Pattern,
    year: Expr,
) -> Read<Expr> {
    Ok(Expr::Around(grain, in_year(day, year)?.boxed()))
}

/// "Thursday week": the second such day from the day on; on a Thursday itself, that or the one after.
pub(in crate::value::date::grammar) fn thursday_week(weekday: i32, nth: i32) -> Expr {
    let yesterday = Expr::Unit(Grain::Day, -1).boxed();
    Expr::Either(
        Expr::Weekday(weekday, nth, yesterday).boxed(),
        Expr::Weekday(weekday, nth, Expr::today().boxed()).boxed(),
    )
}

/// The last day of a year. A report looks back to one year-end and on to the next.
pub(in crate::value::date::grammar) fn year_end(year: Option<Expr>) -> Read<Expr> {
    let eve = year_day(12, 31);
    match year {
        Some(year) => in_year(eve, year),
        None => Ok(Expr::Either(
            Expr::Recurring(eve, Pick::Past).boxed(),
            Expr::Recurring(eve, Pick::Coming).boxed(),
        )),
    }
}
