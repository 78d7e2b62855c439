//! Lengths of time: so many units, and what half of one adds.

use crate::value::date::calendar::Grain;
use crate::value::date::hedge::Hedge;
use crate::value::date::length::{Length, add, finer, in_minutes, rounding};

/// So many units, and a half if one is said.
pub(in crate::value::date::grammar) fn measure(
    (low, high): (i32, i32),
    grain: Grain,
    parts: Option<i32>,
) -> Option<Length> {
    (grain != Grain::Half).then(|| counted((low, high), grain, grain.size(), parts))?
}

pub(in crate::value::date::grammar) fn fortnights(count: (i32, i32)) -> Option<Length> {
    counted(count, Grain::Week, (0, 14), None)
}

/// Half of a unit, or a quarter.
pub(in crate::value::date::grammar) fn share(grain: Grain, parts: i32) -> Option<Length> {
    (grain != Grain::Half).then(|| counted((0, 0), grain, grain.size(), Some(parts)))?
}

fn counted(
    (low, high): (i32, i32),
    grain: Grain,
    each: (i32, i32),
    parts: Option<i32>,
) -> Option<Length> {
    let extra = match parts {
        Some(parts) => (
            each.0 / parts,
            each.1 / parts + if each == (1, 0) { 15 } else { 0 },
        ),
        None => (0, 0),
    };
    let times = |n: i32| {
        Some((
            each.0.checked_mul(n)?.checked_add(extra.0)?,
            each.1.checked_mul(n)?.checked_add(extra.1)?,
        ))
    };
    let half = parts.is_some();
    Some(Length {
        low: times(low)?,
        high: Some(times(high)?),
        grain: if half { finer(grain) } else { grain },
        slack: if half { rounding(grain) } else { (0, 0) },
        ..Length::DAY
    })
}

/// "years ago": two or more.
pub(in crate::value::date::grammar) fn plural(grain: Grain) -> Option<Length> {
    let (months, days) = grain.size();
    (grain != Grain::Half).then_some(Length {
        low: (months * 2, days * 2),
        high: None,
        grain,
        ..Length::DAY
    })
}

/// Hours or minutes; none of them are a plural without a figure, or a part of an hour alone.
pub(in crate::value::date::grammar) fn hours(
    (low, high): (i32, i32),
    minutes: bool,
    parts: Option<i32>,
) -> Length {
    // The time of publication is not known: 30 hours from it are one day or two.
    let per_day = if minutes { 24 * 60 } else { 24 };
    let days = |n: i32, rest: i32| (0, n.checked_add(rest).map_or(n, |n| n / per_day));
    let bare = low == 0 && parts.is_none();
    Length {
        low: days(low, -1),
        high: (!bare).then(|| (0, days(high, per_day - 1).1.max(1))),
        hours: true,
        minutes: in_minutes((low, high), minutes, parts),
        ..Length::DAY
    }
}

/// "two Sundays".
pub(in crate::value::date::grammar) fn weekdays(
    (low, high): (i32, i32),
    weekday: i32,
) -> Option<Length> {
    (low > 0 && low == high).then_some(Length {
        low: (0, 0),
        high: Some((0, 0)),
        weekday: Some((weekday, low)),
        ..Length::DAY
    })
}

/// "the week" before Easter: the calendar's, or seven days.
pub(in crate::value::date::grammar) fn one(grain: Grain) -> Option<Length> {
    let length = measure((1, 1), grain, None)?;
    Some(Length {
        whole: grain > Grain::Day,
        ..length
    })
}

/// "two years and a month".
pub(in crate::value::date::grammar) fn sum(one: Length, more: Length) -> Option<Length> {
    if one.weekday.is_some() || more.weekday.is_some() {
        return None;
    }
    Some(Length {
        low: add(one.low, more.low),
        high: Some(add(one.high?, more.high?)),
        grain: one.grain.min(more.grain),
        slack: more.slack,
        ..one
    })
}

/// "some years ago" is no number that is hedged.
pub(in crate::value::date::grammar) fn hedged(length: Length, hedge: Hedge) -> Length {
    let hedge = match length.high {
        None if hedge == Hedge::About => None,
        _ => Some(hedge),
    };
    Length { hedge, ..length }
}
