//! Calendar lines, and lines of days from an event.

use jiff::civil::Date;

use super::layout::Layout;
use super::{Grain, Growth, Scale, Tick};
use crate::value::{Anchor, Day, Interval, Intervals, date};

/// From tick to tick, in ascending order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days(i32),
    /// From Monday to Monday.
    Weeks(i32),
    Months(i32),
    /// Years, decades, centuries: whole multiples of so many.
    Years(i32),
}

const STEPS: &[Step] = &[
    Step::Days(1),
    Step::Days(2),
    Step::Weeks(1),
    Step::Weeks(2),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1_000),
    Step::Years(2_000),
    Step::Years(5_000),
];

impl Step {
    /// About how many days it takes.
    fn days(self) -> f64 {
        match self {
            Self::Days(n) => n.into(),
            Self::Weeks(n) => 7.0 * f64::from(n),
            Self::Months(n) => 30.44 * f64::from(n),
            Self::Years(n) => 365.25 * f64::from(n),
        }
    }

    /// The last tick that is no later than a day, and the ones that follow it.
    fn ticks(self, from: Day) -> impl Iterator<Item = Day> {
        let civil = from.civil();
        let first = move |at: i32| match self {
            Self::Days(n) => from
                .0
                .checked_sub(from.0.rem_euclid(n))?
                .checked_add(at.checked_mul(n)?)
                .map(Day),
            Self::Weeks(n) => from
                .0
                .checked_sub(from.weekday())?
                .checked_add(at.checked_mul(7 * n)?)
                .map(Day),
            Self::Months(n) => {
                let date = civil?;
                let month = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
                month_start(month - month.rem_euclid(n) + at.checked_mul(n)?)
            }
            Self::Years(n) => {
                let year = i32::from(civil?.year());
                let year = year - year.rem_euclid(n) + at.checked_mul(n)?;
                // There is no year nought.
                month_start(year.max(1).checked_mul(12)?)
            }
        };
        (0..).map_while(first)
    }
}

/// Lays days on a line.
pub(super) fn lay_days(sets: &[&Intervals<Day>], grain: Grain) -> Scale {
    let layout = layout(sets, grain);
    let (from, to) = layout.range();
    let wanted = grain.ticks.max(2) as f64;
    let step = STEPS
        .iter()
        .find(|step| (to - from) / step.days() <= wanted)
        .or(STEPS.last())
        .copied()
        .unwrap_or(Step::Days(1));
    let start = civil_day(from.floor());
    let marks: Vec<(f64, Day)> = step
        .ticks(start)
        .take_while(|day| f64::from(day.0) <= to)
        .filter_map(|day| Some((layout.place(day, f64::from(day.0))?, day)))
        .collect();
    let days: Vec<Day> = marks.iter().map(|(_, day)| *day).collect();
    let (caption, labels) = name(&days, step);
    let ticks = marks.iter().zip(labels);
    Scale {
        caption,
        growth: Growth::Even,
        ticks: ticks
            .map(|((at, _), label)| Tick { at: *at, label })
            .collect(),
        tracks: sets.iter().map(|set| layout.track(set)).collect(),
    }
}

/// Lays days that count from an event on a line; the event's own day is 0.
pub(super) fn lay_offsets(sets: &[&Intervals<Day>], anchor: &Anchor, grain: Grain) -> Scale {
    let layout = layout(sets, grain);
    let (from, to) = layout.range();
    let aim = (to - from) / grain.ticks.max(2) as f64;
    let steps = (0..9).flat_map(|power| [1, 2, 5].map(|times| times * 10_i32.pow(power)));
    let step = steps
        .into_iter()
        .find(|step| f64::from(*step) >= aim)
        .unwrap_or(1_000_000_000);
    // The line reaches over a few steps only.
    let first = (from / f64::from(step)).ceil() as i32;
    let ticks = (first..)
        .map_while(|at| at.checked_mul(step))
        .take_while(|day| f64::from(*day) <= to)
        .filter_map(|day| {
            Some(Tick {
                at: layout.place(Day(day), f64::from(day))?,
                label: day.to_string(),
            })
        })
        .collect();
    let event = match anchor {
        Anchor::Published => "publication",
        Anchor::Event(name) => name,
    };
    Scale {
        caption: format!("days after {event}"),
        growth: Growth::Even,
        ticks,
        tracks: sets.iter().map(|set| layout.track(set)).collect(),
    }
}

fn layout(sets: &[&Intervals<Day>], grain: Grain) -> Layout<Day> {
    let gap = 1.0 / grain.places.max(2) as f64;
    Layout::new(sets, |day| f64::from(day.0), 3.0, None, gap)
}

/// What all ticks share, and what is left of the name of each.
fn name(days: &[Day], step: Step) -> (String, Vec<String>) {
    let names: Vec<String> = days.iter().map(|day| full_name(*day, step)).collect();
    let after = |name: &str| name.split_once(' ').map(|(_, rest)| rest.to_owned());
    // Of "6 June 2018", the month with its year, else the year.
    let month = names.first().and_then(|name| after(name));
    let year = month.as_deref().and_then(after);
    for (shared, depth) in [(month, 1), (year, 2)] {
        let Some(shared) = shared else { continue };
        let short = |name: &String| name.strip_suffix(&format!(" {shared}")).map(str::to_owned);
        // A month alone has a year behind it; a day has both.
        if let Some(short) = names.iter().map(short).collect::<Option<Vec<_>>>() {
            let days_of = depth == 1 && !matches!(step, Step::Months(_) | Step::Years(_));
            let caption = if days_of {
                format!("days of {shared}")
            } else {
                shared
            };
            return (caption, short);
        }
    }
    (String::new(), names)
}

/// A tick as values are printed.
fn full_name(day: Day, step: Step) -> String {
    let stretch = |to: Option<Day>| Interval::closed(day, to?);
    let whole = match step {
        Step::Days(_) | Step::Weeks(_) => stretch(Some(day)),
        Step::Months(_) => stretch(end_of_month(day)),
        Step::Years(_) => {
            return day
                .civil()
                .map_or_else(|| day.to_string(), |date| date.year().to_string());
        }
    };
    whole.map_or_else(|| day.to_string(), |part| date::describe(&part.into()))
}

fn end_of_month(day: Day) -> Option<Day> {
    let date = day.civil()?;
    day.0
        .checked_add(i32::from(date.days_in_month()) - 1)
        .map(Day)
}

/// The first day of a month, counted from the year 0.
fn month_start(months: i32) -> Option<Day> {
    let year = i16::try_from(months.div_euclid(12)).ok()?;
    let month = i8::try_from(months.rem_euclid(12) + 1).ok()?;
    Date::new(year, month, 1).ok().map(Day::from_civil)
}

/// The day of a raw place, at the edges of the calendar the nearest that it has.
fn civil_day(raw: f64) -> Day {
    // The years 1 to 9999; a cast of a float never fails.
    Day((raw as i32).clamp(-719_162, 2_932_896))
}
