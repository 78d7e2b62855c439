//! Lines of the hours of a day.

use std::ops::Bound::{Excluded, Included};

use super::layout::Layout;
use super::{Grain, Growth, Scale, Tick};
use crate::value::{Clock, Interval, Intervals, Point};

/// From tick to tick, in minutes.
const STEPS: &[u16] = &[1, 5, 15, 30, 60, 120, 180, 360];

const WHOLE_DAY: Clock = Clock {
    from: 0,
    to: 24 * 60,
    zone: None,
};

/// A minute of the day. Times are drawn from their first minute to where they have ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Minute(u16);

impl Point for Minute {}

/// Whether times can stand on one line: those of one time zone, or of none.
pub(super) fn comparable(clocks: &[Option<Clock>]) -> bool {
    let mut zones = clocks.iter().flatten().map(|clock| clock.zone);
    let first = zones.next();
    zones.all(|zone| Some(zone) == first)
}

/// Lays times on a line; a day without a time is all of it. `of` names the day, where it is one.
pub(super) fn lay(clocks: &[Option<Clock>], of: Option<String>, grain: Grain) -> Scale {
    let sets: Vec<Intervals<Minute>> = clocks.iter().map(|clock| minutes(*clock)).collect();
    let sets: Vec<&Intervals<Minute>> = sets.iter().collect();
    let gap = 1.0 / grain.places.max(2) as f64;
    let layout = Layout::new(&sets, |minute| f64::from(minute.0), 30.0, Some(0.0), gap);
    let (from, to) = layout.range();
    let to = to.min(WHOLE_DAY.to.into());
    let step = STEPS
        .iter()
        .find(|step| (to - from) / f64::from(**step) <= grain.ticks.max(2) as f64)
        .or(STEPS.last())
        .copied()
        .unwrap_or(60);
    let ticks = (0..=WHOLE_DAY.to)
        .step_by(step.into())
        .filter(|minute| f64::from(*minute) <= to)
        .filter_map(|minute| {
            Some(Tick {
                at: layout.place(Minute(minute), f64::from(minute))?,
                label: format!("{:02}:{:02}", minute / 60, minute % 60),
            })
        })
        .collect();
    let zone = clocks.iter().flatten().find_map(|clock| clock.zone);
    let day = of.unwrap_or_else(|| "time of day".to_owned());
    Scale {
        caption: match zone {
            Some(zone) => format!("{day}, {zone}"),
            None => day,
        },
        growth: Growth::Even,
        ticks,
        tracks: sets.iter().map(|set| layout.track(set)).collect(),
    }
}

fn minutes(clock: Option<Clock>) -> Intervals<Minute> {
    let clock = clock.unwrap_or(WHOLE_DAY);
    let part = if clock.to == clock.from + 1 {
        Some(Interval::point(Minute(clock.from)))
    } else {
        let (from, to) = (Minute(clock.from), Minute(clock.to));
        Interval::new(Included(from), Excluded(to))
    };
    part.map(Intervals::from).unwrap_or_default()
}
