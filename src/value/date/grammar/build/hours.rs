//! Hours of the clock, and spans of them.

use crate::value::date::clock::{Clock, DAY, HALF, Half};
use crate::value::date::words::Third;

/// Figures of an hour written with a nought before them: "09:30" is known to be in the morning.
const PADDED: i32 = 100;

/// The hour and the minute of "9:30" and "09:30".
pub(in crate::value::date::grammar) fn padded(hour: (i32, i32), minute: i32) -> (i32, i32) {
    (hour.0 + if hour.1 == 2 { PADDED } else { 0 }, minute)
}

/// An hour and a minute, which is negative where none is said.
pub(in crate::value::date::grammar) fn on_clock(
    (hour, minute): (i32, i32),
    oclock: bool,
) -> Option<Clock> {
    let (padded, hour) = (hour >= PADDED, hour % PADDED);
    let said = minute >= 0;
    if hour == 24 {
        // The midnight that ends the day.
        return (minute == 0).then(|| Clock::minute(24, 0));
    }
    let half = match hour {
        13.. | 0 if said || oclock => Half::Full,
        13.. | 0 => return None,
        _ if oclock => Half::Either,
        _ if said && !padded => Half::Either,
        10.. if said => Half::Open,
        _ if said => Half::Known,
        _ => Half::Bare,
    };
    Some(at(hour, minute).of_half(half))
}

fn at(hour: i32, minute: i32) -> Clock {
    match minute {
        0.. => Clock::minute(hour, minute),
        _ => Clock::hour(hour),
    }
}

/// "3 p.m.": before noon or so many minutes after it.
pub(in crate::value::date::grammar) fn half_of_day(
    (hour, minute): (i32, i32),
    later: i32,
) -> Option<Clock> {
    let hour = hour % PADDED;
    (1..=12)
        .contains(&hour)
        .then(|| at(hour % 12 + later / 60, minute))
}

/// "0715", "1515".
pub(in crate::value::date::grammar) fn hhmm(figures: i32) -> Option<Clock> {
    let (hour, minute) = (figures / 100, figures % 100);
    (hour < 24 && minute < 60).then(|| Clock::minute(hour, minute))
}

/// "half past seven", "a quarter to four".
pub(in crate::value::date::grammar) fn minutes_from(
    (hour, minute): (i32, i32),
    by: i32,
) -> Option<Clock> {
    if minute >= 0 || !(1..=12).contains(&hour) {
        return None;
    }
    let clock = Clock::minute(0, 0).later(hour % 12 * 60 + by);
    Some(clock.of_half(Half::Either))
}

/// A time with its zone. Those of the world's time count 24 hours.
pub(in crate::value::date::grammar) fn in_zone(clock: Clock, zone: &'static str) -> Clock {
    let clock = match clock.half {
        Half::Either | Half::Open if zone == "GMT" => Clock {
            again: 0,
            half: Half::Known,
            ..clock
        },
        _ => clock,
    };
    Clock {
        zone: Some(zone),
        ..clock
    }
}

pub(in crate::value::date::grammar) fn part_of((from, to): (i32, i32)) -> Clock {
    Clock::part(from, to)
}

pub(in crate::value::date::grammar) fn third_of(part: (i32, i32), third: Third) -> Clock {
    part_of(part).narrowed(third)
}

/// "3 in the morning".
pub(in crate::value::date::grammar) fn within_part(clock: Clock, part: (i32, i32)) -> Clock {
    clock.with(part_of(part), false)
}

/// From one time to another: "9 to 11 a.m.", "from 9:30 to 11:00".
pub(in crate::value::date::grammar) fn spanning(from: Clock, to: Clock) -> Clock {
    let to = ending(to);
    let half = match (from.half, to.half) {
        (from, to) if from.is_known() || to.is_known() => Half::Known,
        (Half::Bare, Half::Bare) => Half::Bare,
        (Half::Open, Half::Open) => Half::Open,
        _ => Half::Either,
    };
    // What does not say its half of the day is as near to the other as it can be.
    let (from, to) = match (from.half, to.half) {
        // "10:30 to 23:00" is by the clock with 24 hours, "10:30 to 11 p.m." need not be.
        (from_half, to_half)
            if from_half == Half::Open && matches!(to_half, Half::Open | Half::Full)
                || from_half.is_known() && to_half.is_known() =>
        {
            (from, to)
        }
        (_, to_half) if to_half.is_known() => {
            let later = from.later(HALF);
            let over_night = from.start >= to.end;
            match later.start < to.end || over_night {
                true => (later, to),
                false => (from, to),
            }
        }
        _ if to.end > from.start => (from, to),
        _ => {
            let later = to.later(HALF);
            let next_day = later.end <= from.start || later.end > DAY;
            match next_day {
                true => (from, later.later(HALF - DAY)),
                false => (from, later),
            }
        }
    };
    let span = match from.from.max(0) < to.to && from.start <= to.end {
        true => joined(from, to),
        // Over midnight: the day named is the one on which it begins, or on which it ends.
        false => Clock {
            again: DAY,
            ..joined(from.later(-DAY), to)
        },
    };
    match half {
        Half::Either | Half::Bare if span.again == 0 => span.of_half(half),
        _ => span,
    }
}

/// "18:00 to 09:00 the next day".
pub(in crate::value::date::grammar) fn into_next_day(from: Clock, to: Clock) -> Clock {
    let to = to.later(DAY);
    Clock {
        again: 0,
        half: Half::Known,
        ..joined(from, to)
    }
}

/// A span that has been said to the minute at both ends, and so is no part of a day.
pub(in crate::value::date::grammar) fn ending_before(span: Clock) -> Clock {
    match span.half {
        Half::Known => Clock {
            half: Half::Full,
            ..span
        },
        _ => span,
    }
}

/// From the one time to the other.
fn joined(from: Clock, to: Clock) -> Clock {
    let midnight = from.again == DAY;
    Clock {
        from: from.from.max(if midnight { 0 } else { i32::MIN }),
        start: from.start,
        again: 0,
        half: Half::Known,
        ..to
    }
}

/// The end of a span of hours: midnight is that at the end of the day.
fn ending(clock: Clock) -> Clock {
    match clock == Clock::MIDNIGHT || clock.start == DAY {
        true => Clock::part(DAY, DAY),
        false => clock,
    }
}
