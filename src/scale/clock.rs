//! Lines of the hours of a day, and of a few days.

use std::ops::Bound::{self, Excluded, Included, Unbounded};

use super::layout::Layout;
use super::{Grain, Growth, Scale, Tick};
use crate::value::date::{Hours, Minute};
use crate::value::{Day, Extent, Interval, Intervals, Value, date};

/// From tick to tick, in minutes.
const STEPS: &[u16] = &[1, 5, 15, 30, 60, 120, 180, 360];

/// From tick to tick on a line of several days, in minutes.
const LONG_STEPS: &[u16] = &[30, 60, 120, 180, 360, 720, WHOLE_DAY];

/// The minutes of a day.
const WHOLE_DAY: u16 = 24 * 60;

/// Over so many days a line shows hours.
const MOST_DAYS: i64 = 5;

/// Lays times on a line; a day without a time is all of it. `of` names the day, where it is one.
pub(super) fn lay(
    hours: &[Option<&Hours>],
    of: Option<String>,
    zone: Option<&str>,
    grain: Grain,
) -> Scale {
    let sets: Vec<Intervals<Minute>> = hours.iter().map(|hours| minutes(*hours)).collect();
    let day = of.unwrap_or_else(|| "time of day".to_owned());
    let (layout, tracks) = layout(&sets, 30.0, Some(0.0), grain);
    let (from, to) = layout.range();
    let to = to.min(WHOLE_DAY.into());
    let step = step(STEPS, to - from, grain);
    let ticks = (0..=WHOLE_DAY)
        .step_by(step.into())
        .filter(|minute| f64::from(*minute) <= to)
        .filter_map(|minute| {
            Some(Tick {
                at: layout.place(Minute(minute.into()), minute.into())?,
                label: clock(minute),
            })
        })
        .collect();
    Scale {
        caption: caption(day, zone),
        growth: Growth::Even,
        ticks,
        tracks,
    }
}

/// Lays stretches of time on a line of days and hours; `None` where they are many, or lie far apart.
pub(super) fn lay_stretches(values: &[&Value], zone: Option<&str>, grain: Grain) -> Option<Scale> {
    let sets: Option<Vec<Intervals<Minute>>> = values
        .iter()
        .map(|value| match &value.extent {
            Extent::Days(days) => Some(stretches(days)),
            Extent::Times(times) => times.stretches(),
            _ => None,
        })
        .collect();
    let sets = sets?;
    let parts = || sets.iter().flat_map(|set| set.parts());
    let ends = || {
        parts()
            .flat_map(|part| [part.from, part.to])
            .filter_map(end)
    };
    let (first, last) = (ends().min()?, ends().max()?);
    let (days, whole_day) = (last.0 - first.0, i64::from(WHOLE_DAY));
    if days > MOST_DAYS * whole_day {
        return None;
    }
    let (layout, tracks) = layout(&sets, 360.0, None, grain);
    let (from, to) = layout.range();
    let step = step(LONG_STEPS, to - from, grain);
    // A line of a few days: a cast of a float never fails.
    let start = (from as i64).div_euclid(whole_day) * whole_day;
    let ticks = (start..=to as i64)
        .step_by(step.into())
        .filter_map(|at| {
            let (day, minute) = Minute(at).split();
            Some(Tick {
                at: layout.place(Minute(at), at as f64)?,
                label: match minute {
                    0 => short(day),
                    minute => clock(minute),
                },
            })
        })
        .collect();
    let (first, last) = (Minute(first.0).split().0, Minute(last.0 - 1).split().0);
    let days = Interval::closed(first, last.max(first))?;
    Some(Scale {
        caption: caption(date::describe(&days.into()), zone),
        growth: Growth::Even,
        ticks,
        tracks,
    })
}

fn layout(
    sets: &[Intervals<Minute>],
    pad: f64,
    floor: Option<f64>,
    grain: Grain,
) -> (Layout<Minute>, Vec<Vec<super::Segment>>) {
    let sets: Vec<&Intervals<Minute>> = sets.iter().collect();
    let gap = 1.0 / grain.places.max(2) as f64;
    let layout = Layout::new(&sets, |minute| minute.0 as f64, pad, floor, gap);
    let tracks = sets.iter().map(|set| layout.track(set)).collect();
    (layout, tracks)
}

/// The smallest step that leaves no more ticks than there is room for.
fn step(steps: &[u16], length: f64, grain: Grain) -> u16 {
    steps
        .iter()
        .find(|step| length / f64::from(**step) <= grain.ticks.max(2) as f64)
        .or(steps.last())
        .copied()
        .unwrap_or(60)
}

fn caption(days: String, zone: Option<&str>) -> String {
    match zone {
        Some(zone) => format!("{days}, {zone}"),
        None => days,
    }
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// "16 September".
fn short(day: Day) -> String {
    let named = date::describe(&Interval::point(day).into());
    match named.rsplit_once(' ') {
        Some((day, _)) => day.to_owned(),
        None => named,
    }
}

/// Minutes of one day; times are drawn from their first minute to where they have ended.
fn minutes(hours: Option<&Hours>) -> Intervals<Minute> {
    let (from, to) = hours.map_or((0, WHOLE_DAY), |hours| (hours.from, hours.to));
    let (first, end) = (Minute(from.into()), Minute(to.into()));
    let part = if to == from + 1 {
        Some(Interval::point(first))
    } else {
        Interval::new(Included(first), Excluded(end))
    };
    part.map_or_else(|| Intervals::new(Vec::new()), Intervals::from)
}

/// Whole days, from midnight to midnight.
fn stretches(days: &Intervals<Day>) -> Intervals<Minute> {
    let midnight = |day: Day, later: i64| Minute((i64::from(day.0) + later) * i64::from(WHOLE_DAY));
    let parts = days.parts().iter().filter_map(|part| {
        let to = match part.to {
            Included(day) | Excluded(day) => Excluded(midnight(day, 1)),
            Unbounded => Unbounded,
        };
        Interval::new(part.from.map(|day| midnight(day, 0)), to)
    });
    Intervals::new(parts.collect())
}

fn end(bound: Bound<Minute>) -> Option<Minute> {
    match bound {
        Included(minute) | Excluded(minute) => Some(minute),
        Unbounded => None,
    }
}
