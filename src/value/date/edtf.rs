//! Dates of ISO 8601-2 (Extended Date/Time Format, level 1): `1996~`, `199X`, `2018-05-30/..`.

use super::Day;
use super::calendar::{Grain, Stretch};
use super::clock::Clock;
use super::expr::Expr;
use super::names::month_name;
use super::pattern::Pattern;
use crate::value::Refusal;

/// What an EDTF string says.
pub(super) struct Coded {
    pub(super) expr: Expr,
    /// Whether a `~`, `?` or `%` makes it approximate.
    pub(super) about: bool,
}

/// The longest string that is tried.
const LONGEST: usize = 64;

/// Reads a date or an interval; `None` for what is written in another way.
pub(super) fn read(text: &str) -> Option<Result<Coded, Refusal>> {
    let allowed = |b: u8| b.is_ascii_digit() || b"-/.:+XYTZ~?%".contains(&b);
    let first = *text.as_bytes().first()?;
    if text.len() > LONGEST || first == b':' || first == b'+' || !text.bytes().all(allowed) {
        return None;
    }
    if let Some(year) = text.strip_prefix('Y') {
        let digits = year.trim_start_matches('-');
        return (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
            .then(|| Err(too_far(text)));
    }
    if first == b'-' && text.len() > 4 && text.as_bytes()[1..5].iter().all(u8::is_ascii_digit) {
        return Some(Err(too_far(text)));
    }
    if let Some(why) = impossible(text) {
        return Some(Err(why));
    }
    let Some((from, to)) = text.split_once('/') else {
        return date(text).map(Ok);
    };
    let open = |end: &str| end.is_empty() || end == "..";
    let (from, to) = match (open(from), open(to)) {
        (true, true) => return None,
        (false, true) => {
            let from = date(from)?;
            return Some(Ok(Coded {
                expr: Expr::Since(from.expr.boxed()),
                ..from
            }));
        }
        (true, false) => {
            let to = date(to)?;
            return Some(Ok(Coded {
                expr: Expr::UpTo(to.expr.boxed()),
                ..to
            }));
        }
        (false, false) => (date(from)?, date(to)?),
    };
    Some(Ok(Coded {
        expr: Expr::Range(from.expr.boxed(), to.expr.boxed()),
        about: from.about || to.about,
    }))
}

fn too_far(text: &str) -> Refusal {
    Refusal {
        why: format!("\u{201c}{text}\u{201d} lies outside the years 1 to 9999"),
        hint: "Put it into a property of kind text.".into(),
    }
}

/// Why a text that has the form `YYYY-MM-DD` is no day, or an end of an interval that has.
fn impossible(text: &str) -> Option<Refusal> {
    if let [year, month, day] = text.split('/').collect::<Vec<_>>().as_slice()
        && month.len() < 4
    {
        return no_such_day(year, month, day);
    }
    text.split('/').find_map(|end| {
        let day = end.split('T').next()?.trim_end_matches(['~', '?', '%']);
        let mut parts = day.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        no_such_day(year, month, day)
    })
}

/// Why four figures of a year, one or two of a month and of a day are no day, if they are none;
/// unknown figures (`X`) are left to others.
fn no_such_day(year: &str, month: &str, day: &str) -> Option<Refusal> {
    let figures = |part: &str, least: usize, most: usize| {
        let plain = part.bytes().all(|b| b.is_ascii_digit());
        let fits = (least..=most).contains(&part.len());
        (plain && fits).then(|| part.parse::<i32>().ok())?
    };
    let (year, month) = (figures(year, 4, 4)?, figures(month, 1, 2)?);
    if day == "XX" && (1..=12).contains(&month) {
        return None;
    }
    let day = if day == "XX" { 1 } else { figures(day, 1, 2)? };
    missing(year, month, day)
}

/// Why a day in the order year, month, day is not in the calendar, if it is not.
pub(super) fn missing(year: i32, month: i32, day: i32) -> Option<Refusal> {
    if year >= 1 && Day::new(year, month, day).is_some() {
        return None;
    }
    let why = if year < 1 {
        format!("there is no year {year}")
    } else if !(1..=12).contains(&month) {
        format!("there is no month {month}")
    } else if Day::new(2000, month, day).is_some() {
        format!("{} {year} has no day {day}", month_name(month))
    } else {
        format!("{} has no day {day}", month_name(month))
    };
    Some(Refusal {
        why,
        hint: "Write the year, the month and a day that the month has, in this order, like `2018-06-06`."
            .into(),
    })
}

/// One date, with its qualifier and time.
fn date(text: &str) -> Option<Coded> {
    let (day, time) = match text.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let plain = day.strip_suffix(['~', '?', '%']);
    let about = plain.is_some();
    let expr = stretch(plain.unwrap_or(day))?;
    let clock = match time {
        Some(time) => Some(clock(time)?),
        None => None,
    };
    let expr = if about {
        Expr::Near(expr.boxed())
    } else {
        expr
    };
    Some(Coded {
        expr: expr.at(clock),
        about,
    })
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, where figures at the end may be unknown (`X`) and 21 to 24
/// stand for the seasons.
fn stretch(text: &str) -> Option<Expr> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if year.len() != 4
        || parts.next().is_some()
        || [month, day].iter().flatten().any(|part| part.len() != 2)
    {
        return None;
    }
    let known = year.trim_end_matches('X');
    let unknown = 4 - known.len();
    let first: i32 = known.parse().ok()?;
    match (unknown, month, day) {
        (1, None, None) => Stretch::months(first * 10, 1, 120, Grain::Decade).map(Expr::Fixed),
        (2, None, None) => Stretch::months(first * 100, 1, 1200, Grain::Century).map(Expr::Fixed),
        (0, None, None) => (1100..=2100)
            .contains(&first)
            .then(|| Stretch::year(first).map(Expr::Fixed))?,
        (0, Some("XX"), None | Some("XX")) => Stretch::year(first).map(Expr::Fixed),
        (0, Some(month), None | Some("XX")) => {
            let number: i32 = month.parse().ok()?;
            match number {
                1..=12 => Stretch::months(first, number, 1, Grain::Month).map(Expr::Fixed),
                21..=24 if day.is_none() => Some(Expr::In(
                    Pattern::Season(number - 21),
                    Expr::Fixed(Stretch::year(first)?).boxed(),
                )),
                _ => None,
            }
        }
        (0, Some(month), Some(day)) => {
            Day::new(first, month.parse().ok()?, day.parse().ok()?).map(Expr::day)
        }
        _ => None,
    }
}

/// `15:30`, `15:30:00.000Z`, `15:30:00+02:00`. A difference from Greenwich is left out: the date is that
/// of its place, and so is the time.
fn clock(text: &str) -> Option<Clock> {
    let (time, zone) = match text.strip_suffix('Z') {
        Some(time) => (time, Some("GMT")),
        None => (without_difference(text)?, None),
    };
    let mut parts = time.split(':');
    let (hour, minute): (i32, i32) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    if let Some(second) = parts.next() {
        let (second, fraction) = second.split_once('.').unwrap_or((second, "0"));
        fraction.parse::<u32>().ok()?;
        second.parse::<u16>().ok().filter(|second| *second < 61)?;
    }
    ((0..24).contains(&hour) && (0..60).contains(&minute) && parts.next().is_none()).then(|| {
        Clock {
            zone,
            ..Clock::minute(hour, minute)
        }
    })
}

/// A time without `+02:00` or `-0500` at its end; `None` where what stands there is no difference.
fn without_difference(text: &str) -> Option<&str> {
    let Some((time, ahead)) = text.split_once(['+', '-']) else {
        return Some(text);
    };
    let digits: String = ahead.split(':').collect();
    let known = matches!(digits.len(), 2 | 4) && digits.bytes().all(|b| b.is_ascii_digit());
    known.then_some(time)
}
