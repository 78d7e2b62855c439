//! Parts of a stretch, and stretches that hold what comes round again.

use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::expr::{Counted, Expr, Steps};
use crate::value::date::grammar::build::days::{month_day, on_weekday};
use crate::value::date::grammar::row::{Fail, Read};
use crate::value::date::grammar::why::Why;
use crate::value::date::pattern::Pattern;
use crate::value::date::scope::is_scope;
use crate::value::date::words::Third;

/// What comes round again, in a stretch long enough to hold it.
pub(in crate::value::date::grammar) fn place(pattern: Pattern, scope: Expr) -> Read<Expr> {
    let known = match &scope {
        Expr::Fixed(stretch) if stretch.grain == Grain::Year => {
            !matches!(pattern, Pattern::YearDay { .. })
        }
        _ => true,
    };
    // "the 6th of last May" is a day of May.
    if let (Expr::Recurring(Pattern::Month(month), pick), Pattern::MonthDay { day, weekday }) =
        (&scope, pattern)
    {
        let day = month_day(*month, day)?;
        let day = weekday.map_or(day, |weekday| on_weekday(day, weekday));
        return Ok(Expr::Recurring(day, *pick));
    }
    if let (Expr::Fixed(month), Pattern::MonthDay { day, weekday }) = (&scope, pattern)
        && month.grain == Grain::Month
        && pattern.at(*month).is_none()
    {
        let date = month.from.plus(day - 1).filter(|day| month.contains(*day));
        let civil = month.from.civil().ok_or(Fail::No)?;
        return Err(Fail::Because(match (date, weekday) {
            (Some(date), Some(said)) => Why::Misfit(date, said),
            _ => Why::NoDay {
                month: civil.month().into(),
                day,
                year: Some(civil.year().into()),
            },
        }));
    }
    let part_of_longer =
        matches!(pattern, Pattern::Quarter(_) | Pattern::Half(_)) && is_longer_than_a_year(&scope);
    (known && !part_of_longer && is_scope(&scope, pattern))
        .then(|| Expr::In(pattern, scope.boxed()))
        .ok_or(Fail::No)
}

/// The same where no word says that it lies in it: a year beside a day is a time without its colon.
pub(in crate::value::date::grammar) fn place_beside(pattern: Pattern, scope: Expr) -> Read<Expr> {
    let year = matches!(
        scope,
        Expr::Fixed(Stretch {
            grain: Grain::Year,
            ..
        })
    );
    match !year || pattern.cycle() == Grain::Year {
        true => place(pattern, scope),
        false => Err(Fail::No),
    }
}

/// Whether it is a decade or a century.
pub(in crate::value::date::grammar) fn is_longer_than_a_year(of: &Expr) -> bool {
    match of {
        Expr::Fixed(stretch) => stretch.grain > Grain::Year,
        Expr::Unit(grain, _) => *grain > Grain::Year,
        _ => false,
    }
}

/// Whether a year before it is none.
pub(in crate::value::date::grammar) fn misplaced(pattern: Pattern) -> bool {
    pattern.cycle() == Grain::Week
}

/// The n-th through the m-th of a stretch.
pub(in crate::value::date::grammar) fn nth(
    counted: Counted,
    from: i32,
    many: i32,
    of: Expr,
) -> Option<Expr> {
    if !(1..1000).contains(&many) || of.is_day() {
        return None;
    }
    let to = match from < 0 {
        true => from,
        false => from.checked_add(many - 1)?,
    };
    let from = match from < 0 {
        true => from.checked_sub(many - 1)?,
        false => from,
    };
    Some(Expr::Nth(counted, from, to, of.boxed()))
}

/// The early, middle or late part of a stretch. A part of "the past week" is one of the calendar week.
pub(in crate::value::date::grammar) fn part(third: Third, of: Expr) -> Option<Expr> {
    let of = whole(of);
    (!of.is_day()).then(|| Expr::Part(third, of.boxed()))
}

/// From the one part to the other.
pub(in crate::value::date::grammar) fn parts(first: Third, last: Third, of: Expr) -> Expr {
    let of = whole(of);
    Expr::Range(
        Expr::Part(first, of.clone().boxed()).boxed(),
        Expr::Part(last, of.boxed()).boxed(),
    )
}

fn whole(of: Expr) -> Expr {
    match of {
        Expr::Either(whole, rolling) if matches!(*rolling, Expr::Rolling(..)) => *whole,
        of => of,
    }
}

/// "earlier this week"; of today itself, today.
pub(in crate::value::date::grammar) fn so_far(of: Expr) -> Expr {
    match of == Expr::today() {
        true => of,
        false => Expr::SoFar(of.boxed()),
    }
}

/// "later this week".
pub(in crate::value::date::grammar) fn to_come(of: Expr) -> Expr {
    match of == Expr::today() {
        true => of,
        false => Expr::ToCome(of.boxed()),
    }
}

/// "the week of June 4", "the month of September".
pub(in crate::value::date::grammar) fn unit_around(grain: Grain, base: Expr) -> Option<Expr> {
    if grain == Grain::Day || is_longer(&base, grain) {
        return None;
    }
    Some(match base.bare().is_some() && grain == Grain::Month {
        true => base,
        false => Expr::Around(grain, base.boxed()),
    })
}

/// "the week beginning 4 June"; backwards, "the month ended May 31".
pub(in crate::value::date::grammar) fn unit_from(
    grain: Grain,
    base: Expr,
    back: bool,
) -> Option<Expr> {
    if grain == Grain::Day || is_longer(&base, grain) {
        return None;
    }
    let (months, days) = grain.size();
    Some(match back {
        true => Expr::Lasting(base.boxed(), -months, -days),
        false => Expr::Lasting(base.boxed(), months, days),
    })
}

fn is_longer(base: &Expr, grain: Grain) -> bool {
    matches!(base, Expr::Unit(unit, _) if *unit > grain)
}

/// The present unit, moved into a year: "the same month last year".
pub(in crate::value::date::grammar) fn before_that(grain: Grain, year: Expr) -> Read<Expr> {
    let (months, days) = match compared_year(year)? {
        Expr::Unit(Grain::Year, years) => (years.checked_mul(12).ok_or(Fail::No)?, 0),
        Expr::Shift(_, steps) => steps.near,
        // A quarter of some year that is named: which one is not said.
        year => return Ok(year),
    };
    let steps = Steps {
        near: (months, days),
        far: Some((months, days)),
        grain,
    };
    let base = match grain {
        Grain::Quarter => Expr::Reported,
        Grain::Month | Grain::Half | Grain::Season => Expr::Unit(grain, 0),
        _ => Expr::today(),
    };
    Ok(Expr::Shift(base.boxed(), steps))
}

/// "last year", "1988", "a year ago".
pub(in crate::value::date::grammar) fn compared_year(year: Expr) -> Read<Expr> {
    let yearly = match &year {
        Expr::Unit(grain, _) => *grain == Grain::Year,
        Expr::Fixed(stretch) => stretch.grain == Grain::Year,
        Expr::Shift(base, steps) => **base == Expr::today() && steps.grain == Grain::Year,
        _ => false,
    };
    yearly.then_some(year).ok_or(Fail::No)
}

/// "the year-ago quarter".
pub(in crate::value::date::grammar) fn quarter_ago(grain: Grain) -> Expr {
    let (months, days) = grain.size();
    let steps = (-months, -days);
    Expr::Shift(
        Expr::Reported.boxed(),
        Steps {
            near: steps,
            far: Some(steps),
            grain: Grain::Quarter,
        },
    )
}
