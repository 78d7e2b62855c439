//! Days in words, as a newspaper would print them, and so that they can be read back.

use std::ops::Bound::{Excluded, Included, Unbounded};

use super::Day;
use super::calendar::{EVER_AFTER, EVER_BEFORE, Grain, Stretch};
use super::names::month_name;
use super::times::{MIDNIGHT, Minute, Times};
use crate::value::{Interval, Intervals};

/// The days in words: "June 2018", "30 May or 6 June 2018", "before 6 June 2018", "not 1996".
///
/// Reading the words gives the same days.
#[must_use]
pub fn describe(days: &Intervals<Day>) -> String {
    match days.parts() {
        [] => "no day".into(),
        [
            Interval {
                from: Unbounded,
                to: Unbounded,
            },
        ] => "any day".into(),
        [
            Interval {
                from: Unbounded,
                to: Included(_),
            },
            Interval {
                from: Included(_),
                to: Unbounded,
            },
        ] => {
            let gap = days.complement();
            format!("not {}", gap.parts().first().map(one).unwrap_or_default())
        }
        parts => {
            let mut words = String::new();
            for (at, part) in parts.iter().enumerate() {
                if at > 0 {
                    words.push_str(" or ");
                }
                match parts.get(at + 1) {
                    Some(next) => words.push_str(&before_another(part, next)),
                    None => words.push_str(&one(part)),
                }
            }
            words
        }
    }
}

/// Times of day in words: "6 June 2018, 15:30", "before 6 June 2018, 10:00", "6 June 2018, 18:00 to
/// under 06:00 the next day".
///
/// Reading the words gives the same times.
#[must_use]
pub fn describe_times(times: &Times) -> String {
    let parts = if let Some((evening, small)) = times.night() {
        let (from, until) = (clock(evening.from), end(small.to));
        on_each(
            evening.days.parts(),
            &[format!("{from} to {until} the next day")],
        )
    } else if let Some(days) = times.same_days() {
        let hours = times.parts().iter();
        let spans: Vec<_> = hours.map(|hours| (hours.from, hours.to)).collect();
        on_days(days, &spans)
    } else if let Some(stretches) = times.stretches() {
        stretches.parts().iter().map(stretch_of_time).collect()
    } else {
        let hours = times.parts().iter();
        hours
            .flat_map(|hours| match (hours.from, hours.to) {
                (0, MIDNIGHT) => vec![describe(&hours.days)],
                hours_of_day => on_days(&hours.days, &[hours_of_day]),
            })
            .collect()
    };
    let zone = times.zone().map(|zone| format!(" {zone}"));
    let zone = zone.unwrap_or_default();
    parts.join(&format!("{zone} or ")) + &zone
}

/// Hours of some days, from and to. A minute of a few days is one of each, since "4 to 6 June, 15:30"
/// ends at that time, and one of many is an hour without its other minutes.
fn on_days(days: &Intervals<Day>, hours: &[(u16, u16)]) -> Vec<String> {
    /// So many days are named one by one.
    const FEW: i32 = 3;
    let is_minute = hours.iter().any(|(from, to)| *to <= from + 1);
    let mut each: Vec<Interval<Day>> = Vec::new();
    let mut long = false;
    for part in days.parts() {
        let Stretch { from, to, .. } = Stretch::of(part);
        match is_minute && to.0.saturating_sub(from.0) < FEW {
            true => each.extend((from.0..=to.0).map(|day| Interval::point(Day(day)))),
            false => {
                long |= (from, to) != (EVER_BEFORE, EVER_AFTER);
                each.push(*part);
            }
        }
    }
    let spans = hours.iter().map(|(from, to)| span(*from, *to, long));
    on_each(&each, &spans.collect::<Vec<String>>())
}

/// Hours of each of some days: "6 June 2018, 04:25 or 16:25".
fn on_each(days: &[Interval<Day>], spans: &[String]) -> Vec<String> {
    // Two times of one day may stand behind it, more would be taken for others.
    let spans = match spans {
        [_, _] => vec![spans.join(" or ")],
        spans => spans.to_vec(),
    };
    let of_day = |part: &Interval<Day>| match (part.from, part.to) {
        (Unbounded, Unbounded) => "any day".to_owned(),
        _ => one(part),
    };
    let days = days.iter().map(of_day);
    days.flat_map(|day| spans.iter().map(move |span| format!("{day}, {span}")))
        .collect()
}

/// "15:30".
fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// "15:30", "14:30 to under 16:00"; of a long stretch of days always from one time to another.
fn span(from: u16, to: u16, long: bool) -> String {
    match to <= from + 1 {
        true if !long => clock(from),
        true => format!("{} to under {}", clock(from), clock(to)),
        false => format!("{} to {}", clock(from), end(to)),
    }
}

/// Where hours end: at the last minute of a time that was named, which is one of theirs, or under the
/// first minute that is none.
fn end(to: u16) -> String {
    let (under, to) = last_minute(to);
    format!("{under}{to}")
}

/// The same as the word "under", where it is needed, and the time.
fn last_minute(to: u16) -> (&'static str, String) {
    match to {
        MIDNIGHT => ("", clock(MIDNIGHT)),
        to if to % 5 == 1 => ("", clock(to - 1)),
        to => ("under ", clock(to)),
    }
}

/// From a minute of one day to a minute of another.
fn stretch_of_time(part: &Interval<Minute>) -> String {
    let start = |bound| match bound {
        Included(minute) | Excluded::<Minute>(minute) => Some(minute.split()),
        Unbounded => None,
    };
    let day = |day: Day, minute: u16| match minute {
        0 => starting(day),
        minute => format!("{}, {}", date(day), clock(minute)),
    };
    match (start(part.from), start(part.to)) {
        (None, None) => "any time".into(),
        (Some((from, minute)), None) => format!("since {}", day(from, minute)),
        // "By 10:00" has its minute too.
        (None, Some((to, minute))) if minute % 5 == 1 => {
            format!("by {}, {}", date(to), clock(minute - 1))
        }
        (None, Some((to, minute))) => format!("before {}", day(to, minute)),
        (Some((from, first)), Some((to, last))) => {
            let (last_day, last) = match last {
                0 => (to.plus(-1).unwrap_or(to), MIDNIGHT),
                last => (to, last),
            };
            match (first, last) {
                (0, MIDNIGHT) => one(&Interval {
                    from: Included(from),
                    to: Included(last_day),
                }),
                _ if from == last_day => format!("{}, {}", date(from), span(first, last, false)),
                _ if from.plus(1) == Some(last_day) && last < MIDNIGHT => format!(
                    "{}, {} to {} the next day",
                    date(from),
                    clock(first),
                    end(last)
                ),
                _ => {
                    let (from, to) = (date(from), date(last_day));
                    let (under, last) = last_minute(last);
                    format!("{from}, {}, to {under}{to}, {last}", clock(first))
                }
            }
        }
    }
}

/// A day that is followed by another of its year needs no year, of its month no month.
fn before_another(part: &Interval<Day>, next: &Interval<Day>) -> String {
    let short = || {
        let (this, next) = (part.as_point()?.civil()?, next.as_point()?.civil()?);
        if !named(this.year().into()) || this.year() != next.year() {
            return None;
        }
        Some(if this.month() == next.month() {
            this.day().to_string()
        } else {
            format!("{} {}", this.day(), month_name(this.month().into()))
        })
    };
    short().unwrap_or_else(|| one(part))
}

/// One stretch.
fn one(part: &Interval<Day>) -> String {
    let stretch = Stretch::of(part);
    match (stretch.from, stretch.to) {
        (EVER_BEFORE, EVER_AFTER) => "any day".into(),
        (EVER_BEFORE, to) => format!("before {}", starting(Day(to.0.saturating_add(1)))),
        (from, EVER_AFTER) => format!("since {}", starting(from)),
        _ => unit(stretch).unwrap_or_else(|| range(stretch)),
    }
}

/// Whether a year is read as one without more words.
fn named(year: i32) -> bool {
    (1100..=2100).contains(&year)
}

/// The coarsest unit that starts on a day.
fn starting(day: Day) -> String {
    [Grain::Year, Grain::Month]
        .into_iter()
        .filter_map(|grain| grain.around(day))
        .find(|whole| whole.from == day)
        .and_then(unit)
        .unwrap_or_else(|| date(day))
}

/// A whole year, decade, month or day by its name.
fn unit(stretch: Stretch) -> Option<String> {
    let first = stretch.from.civil()?;
    let (year, month) = (i32::from(first.year()), i32::from(first.month()));
    let whole = |grain: Grain| {
        grain
            .around(stretch.from)
            .is_some_and(|whole| (whole.from, whole.to) == (stretch.from, stretch.to))
    };
    if stretch.from == stretch.to {
        return Some(date(stretch.from));
    }
    if !named(year) {
        return match year {
            _ if !whole(Grain::Year) => None,
            ..1 => Some(format!("{} BC", 1 - year)),
            1..1100 => Some(format!("{year} AD")),
            _ => None,
        };
    }
    if whole(Grain::Decade) && year % 100 != 0 {
        Some(format!("the {year}s"))
    } else if whole(Grain::Year) {
        Some(year.to_string())
    } else if whole(Grain::Month) {
        Some(format!("{} {year}", month_name(month)))
    } else {
        None
    }
}

/// "4 to 6 June 2018", "May to July 2018", "1996 to 1998".
fn range(stretch: Stretch) -> String {
    let (Some(first), Some(last)) = (stretch.from.civil(), stretch.to.civil()) else {
        return format!("{} to {}", stretch.from, stretch.to);
    };
    let (from_year, to_year) = (first.year(), last.year());
    if !named(from_year.into()) || !named(to_year.into()) {
        return format!("{} to {}", stretch.from, stretch.to);
    }
    let whole_months = first.day() == 1 && last.day() == last.days_in_month();
    let whole_years = whole_months && first.month() == 1 && last.month() == 12;
    let (from, to) = (
        month_name(first.month().into()),
        month_name(last.month().into()),
    );
    if whole_years {
        format!("{from_year} to {to_year}")
    } else if whole_months && from_year == to_year {
        format!("{from} to {to} {to_year}")
    } else if whole_months {
        format!("{from} {from_year} to {to} {to_year}")
    } else if from_year != to_year {
        format!("{} to {}", date(stretch.from), date(stretch.to))
    } else if first.month() == last.month() {
        format!("{} to {}", first.day(), date(stretch.to))
    } else {
        format!("{} {from} to {}", first.day(), date(stretch.to))
    }
}

/// "6 June 2018"; ISO where the year alone would not be taken for one.
fn date(day: Day) -> String {
    match day.civil() {
        Some(civil) if named(civil.year().into()) => {
            format!(
                "{} {} {}",
                civil.day(),
                month_name(civil.month().into()),
                civil.year()
            )
        }
        _ => day.to_string(),
    }
}
