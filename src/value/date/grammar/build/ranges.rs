//! Days with their times, ranges and lists: what their ends share.

use crate::value::date::Day;
use crate::value::date::bound::Side;
use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::clock::{Clock, DAY, Half};
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::grammar::kind::Timed;
use crate::value::date::grammar::row::{Fail, Read};
use crate::value::date::grammar::why::Why;
use crate::value::date::pattern::Pattern;
use crate::value::date::scope::{share_scope, within};

/// A part of a day, or of the days of a week or month: "a May evening".
pub(in crate::value::date::grammar) fn day_at(day: Expr, clock: Clock) -> Option<Timed> {
    (day.is_day() || has_days(&day)).then(|| some_day(day, clock))
}

/// A time of one of the days of a stretch, whichever that is.
pub(in crate::value::date::grammar) fn some_day(of: Expr, clock: Clock) -> Timed {
    Timed {
        day: of,
        clock: Some(clock),
    }
}

/// Whether a time of day may be said of its days: of those of a week or month, not of a year.
pub(in crate::value::date::grammar) fn has_days(of: &Expr) -> bool {
    let is_short = |grain: Grain| matches!(grain, Grain::Weekend | Grain::Week | Grain::Month);
    match of {
        Expr::Fixed(stretch) => is_short(stretch.grain) && !of.is_day(),
        Expr::Unit(grain, _) | Expr::Around(grain, _) => is_short(*grain),
        Expr::Recurring(pattern, _) | Expr::In(pattern, _) => {
            matches!(pattern, Pattern::Month(_) | Pattern::Weekend)
        }
        Expr::Part(_, of) => has_days(of),
        _ => false,
    }
}

/// A time of a day, or of the part of a day that is said with it.
pub(in crate::value::date::grammar) fn at_time(of: Timed, clock: Clock) -> Option<Timed> {
    let known = matches!(of.day, Expr::Unit(Grain::Day, _));
    let clock = match of.clock {
        Some(other) => clock.with(other, known),
        None => clock,
    };
    let ever = of.day == Expr::Fixed(Stretch::EVER);
    (clock.half != Half::Bare && of.day.is_day() && !ever).then_some(Timed {
        day: of.day,
        clock: Some(clock),
    })
}

/// "at 3" of a day: in either half of it.
pub(in crate::value::date::grammar) fn at_hour(of: Timed, hour: (i32, i32)) -> Option<Timed> {
    let clock = super::hours::on_clock(hour, false).filter(|_| hour.1 < 0)?;
    at_time(of, clock.of_half(Half::Either))
}

/// "Tuesday after 5 p.m.", "tomorrow before noon": the part of the day on that side.
pub(in crate::value::date::grammar) fn beside_time(
    of: Timed,
    time: Clock,
    side: i32,
) -> Option<Timed> {
    let known = (time.half.is_known() || time.half == Half::Open) && !time.is_part();
    if !known || of.clock.is_some() || !of.day.is_day() {
        return None;
    }
    let part = match side {
        1 => Clock::part(time.start, DAY),
        0 => Clock::part(0, time.end_included()),
        _ => Clock::part(0, time.end),
    };
    Some(Timed {
        day: of.day,
        clock: Some(Clock {
            zone: time.zone,
            ..part
        }),
    })
}

/// The hour on one side of a time.
pub(in crate::value::date::grammar) fn shortly(of: Timed, after: bool) -> Option<Expr> {
    Some(of.day.at(Some(of.clock?.beside(after))))
}

/// From the one to the other, both included.
pub(in crate::value::date::grammar) fn range(from: Timed, to: Timed) -> Read<Expr> {
    // "from 10 p.m. Monday until 2 a.m."
    if let (Expr::Fixed(Stretch::EVER), Some(at), Some(by), true) =
        (&to.day, from.clock, to.clock, from.day.is_day())
    {
        return Ok(Expr::Range(
            from.day.clone().at(Some(at)).boxed(),
            from.day.at(Some(by.next_after(at))).boxed(),
        ));
    }
    if from.day == Expr::Fixed(Stretch::EVER) || to.day == Expr::Fixed(Stretch::EVER) {
        return Err(Fail::No);
    }
    let (first, last) = share_scope(from.day, to.day);
    if let (Expr::Fixed(a), Expr::Fixed(b)) = (&first, &last)
        && a.from > b.to
    {
        return Err(Fail::Because(Why::Reversed));
    }
    if matches!(first, Expr::Range(..)) || matches!(last, Expr::Range(..)) {
        return Err(Fail::No);
    }
    Ok(Expr::Range(
        first.at(from.clock).boxed(),
        last.at(to.clock).boxed(),
    ))
}

/// The same with a mark between them: two bare figures are a month and a day rather than a range.
pub(in crate::value::date::grammar) fn dashed(from: Timed, to: Timed) -> Read<Expr> {
    let bare = |expr: &Expr| {
        matches!(
            expr,
            Expr::Recurring(Pattern::MonthDay { weekday: None, .. }, Pick::Bare)
        )
    };
    match bare(&from.day) && bare(&to.day) && from.clock.is_none() && to.clock.is_none() {
        true => Err(Fail::No),
        false => range(from, to),
    }
}

/// "4-6 June 2018": a day through a later one of the same month.
pub(in crate::value::date::grammar) fn days_through(
    first: i32,
    to: Pattern,
    year: Option<Expr>,
) -> Read<Expr> {
    let Pattern::YearDay {
        month,
        day,
        weekday,
    } = to
    else {
        return Err(Fail::No);
    };
    if weekday.is_some() {
        return Err(Fail::No);
    }
    if first >= day {
        let to = super::days::in_year_if(to, year)?;
        // "29-1 January" begins in the month before.
        return match first == day {
            true => Ok(to),
            false if first - day >= OVER_MONTH_END => range(
                Timed::bare(Pattern::MonthDay {
                    day: first,
                    weekday: None,
                }),
                Timed::all_day(to),
            ),
            false => Err(Fail::Because(Why::Reversed)),
        };
    }
    through_day(super::days::month_day(month, first)?, day, year)
}

/// By so much the first day must be the greater one to be of the month before: a fortnight apart.
const OVER_MONTH_END: i32 = 16;

/// "June 4-6": a day of the month before it, through another.
pub(in crate::value::date::grammar) fn through_day(
    from: Pattern,
    last: i32,
    year: Option<Expr>,
) -> Read<Expr> {
    let Pattern::YearDay { month, day, .. } = from else {
        return Err(Fail::No);
    };
    if last <= day {
        return Err(Fail::Because(Why::Reversed));
    }
    let last = super::days::month_day(month, last)?;
    let from = super::days::in_year_if(from, year.clone())?;
    let last = super::days::in_year_if(last, year)?;
    range(Timed::all_day(from), Timed::all_day(last))
}

/// "circa 1996".
///
/// What is counted has hedges of its own: "about two years ago".
pub(in crate::value::date::grammar) fn near(of: Timed) -> Option<Timed> {
    let counted = matches!(
        of.day,
        Expr::Shift(..)
            | Expr::Rolling(..)
            | Expr::Range(..)
            | Expr::Since(_)
            | Expr::UpTo(_)
            | Expr::Before(_)
            | Expr::After(_)
            | Expr::Near(_)
            | Expr::Beside(..)
    );
    (!counted).then(|| Timed::all_day(Expr::Near(of.day.boxed())))
}

/// "Sunday night into Monday": the beginning of Monday.
pub(in crate::value::date::grammar) fn into(from: Timed, to: Timed) -> Read<Expr> {
    let early = from.clock.filter(|_| to.day.is_day()).map(|_| Clock::EARLY);
    let to = Timed {
        clock: to.clock.or(early),
        ..to
    };
    range(from, to)
}

/// "the night of June 5 into June 6", "overnight from Sunday to Monday".
pub(in crate::value::date::grammar) fn night(from: Timed, to: Timed) -> Option<Expr> {
    if from.clock.is_some() || to.clock.is_some() || !from.day.is_day() || !to.day.is_day() {
        return None;
    }
    let (from, to) = share_scope(from.day, to.day);
    Some(Expr::Range(
        from.at(Some(Clock::part(18 * 60, DAY))).boxed(),
        to.at(Some(Clock::EARLY_HOURS)).boxed(),
    ))
}

/// "the night of June 4-5".
pub(in crate::value::date::grammar) fn night_of(days: Expr) -> Option<Expr> {
    match days {
        Expr::Range(from, to) if !from.has_clock() && !to.has_clock() => {
            night(Timed::all_day(*from), Timed::all_day(*to))
        }
        _ => None,
    }
}

/// "next week between Wednesday and Friday".
pub(in crate::value::date::grammar) fn range_within(
    scope: Expr,
    from: Timed,
    to: Timed,
) -> Read<Expr> {
    for end in [&from.day, &to.day] {
        if let (
            Expr::Recurring(Pattern::MonthDay { day, .. }, _),
            Expr::Recurring(Pattern::Month(month), _),
        ) = (end, &scope)
        {
            super::days::month_day(*month, *day)?;
        }
    }
    within(range(from, to)?, &scope).ok_or(Fail::No)
}

/// A bound by a date; by its part where it names an end ("before the end of May" has all of May but its end).
pub(in crate::value::date::grammar) fn bound(side: Side, of: Expr) -> Expr {
    side.of(of)
}

/// A bound by the start or the end of a stretch.
pub(in crate::value::date::grammar) fn bound_by_edge(
    side: Side,
    part: crate::value::date::words::Third,
    of: Expr,
) -> Option<Expr> {
    (!of.is_day()).then(|| side.of_edge(part, of))
}

/// Either of two times of one day.
pub(in crate::value::date::grammar) fn either_time(
    of: Timed,
    one: Clock,
    other: Clock,
) -> Option<Expr> {
    let (one, other) = (at_time(of.clone(), one)?, at_time(of, other)?);
    Some(Expr::Either(
        one.day.at(one.clock).boxed(),
        other.day.at(other.clock).boxed(),
    ))
}

/// Either of two: what the second says of year and bound holds for the first, and the other way round.
pub(in crate::value::date::grammar) fn either(one: Expr, mut other: Expr) -> Read<Expr> {
    // "April 1996 or 1997"
    let second = match &mut other {
        Expr::Either(second, _) => second,
        second => second,
    };
    if let Expr::Fixed(year) = second
        && year.grain == Grain::Year
        && let Some(moved) = one.in_year(*year)
    {
        *second = moved;
    }
    // "Friday, 30 May or 6 June 2018"
    if let (Some(pattern), Expr::Fixed(day)) = (one.core(), other.first())
        && let (true, Some(year)) = (pattern.fits_one_year(), Grain::Year.around(day.from))
        && pattern.at(year).is_none()
        && let Some((month, day, said)) = pattern.day_on_weekday()
    {
        let year = year.from.civil().map(|day| i32::from(day.year()));
        let date = year.and_then(|year| Day::new(year, month, day));
        return Err(match date {
            Some(date) => Fail::Because(Why::Misfit(date, said)),
            None => Fail::No,
        });
    }
    // "by Thursday or Friday"
    if let (Expr::Before(_) | Expr::UpTo(_), Some(_)) = (&one, other.core()) {
        let of = other.looking_ahead().boxed();
        other = match one {
            Expr::Before(_) => Expr::Before(of),
            _ => Expr::UpTo(of),
        };
    }
    Ok(Expr::Either(one.boxed(), other.boxed()))
}
