//! What an expression means, where it holds times of day: minutes of days.

use super::Day;
use super::calendar::{EVER_AFTER, EVER_BEFORE, Stretch};
use super::clock::{Clock, DAY};
use super::eval::range;
use super::expr::Expr;
use super::times::{Block, Times};
use crate::value::{Extent, Intervals};

/// Minutes of days, as they are found.
#[derive(Debug, Default)]
pub(super) struct Moments {
    blocks: Vec<Block>,
    zone: Zone,
}

/// The time zones that were named.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Zone {
    /// There is no time yet.
    #[default]
    Unasked,
    /// All times are of this one, or name none.
    One(Option<&'static str>),
    /// Two times are of two, and their minutes do not compare.
    Several,
}

impl Moments {
    /// The set of all: days where there is no more to it; `None` where it is empty.
    pub(super) fn extent(self) -> Option<Extent> {
        let zone = match self.zone {
            Zone::One(zone) => zone,
            Zone::Unasked | Zone::Several => None,
        };
        let times = Times::new(self.blocks, zone);
        let days = times.days();
        let all_day = times
            .same_hours()
            .is_some_and(|hours| i32::from(hours.to - hours.from) == DAY);
        (!days.is_empty()).then_some(match self.zone {
            Zone::One(_) if !all_day => Extent::Times(times),
            _ => Extent::Days(days),
        })
    }

    /// Some days, at any time.
    pub(super) fn whole(&mut self, days: Intervals<Day>) {
        self.blocks.push((0, DAY, days));
    }

    /// A time of day on each of some days.
    pub(super) fn at(&mut self, clock: Clock, days: Intervals<Day>) {
        self.see(clock);
        if clock.again > 0 {
            let again = clock.later(clock.again);
            self.blocks.push((again.from, again.to, days.clone()));
        }
        self.blocks.push((clock.from, clock.to, days));
    }

    fn see(&mut self, clock: Clock) {
        self.zone = match self.zone {
            Zone::Unasked => Zone::One(clock.zone),
            Zone::One(zone) if zone == clock.zone => Zone::One(zone),
            _ => Zone::Several,
        };
    }

    /// From a minute of one day to a minute of another, without that; either day may be without end.
    fn between(&mut self, (from, start): (Day, i32), (to, end): (Day, i32)) {
        let (from, start) = on_its_day(from, start);
        let (to, last) = on_its_day(to, end - 1);
        let end = last + 1;
        let mut cuts = [0, start, end, DAY];
        cuts.sort_unstable();
        for pair in cuts.windows(2) {
            let &[first, next] = pair else { continue };
            let later = |day: Day, by: i32| match day {
                EVER_BEFORE | EVER_AFTER => day,
                day => Day(day.0.saturating_add(by)),
            };
            let days = Stretch {
                from: later(from, i32::from(first < start)),
                to: later(to, -i32::from(first >= end)),
                ..Stretch::EVER
            };
            if first < next && days.from <= days.to {
                self.blocks
                    .extend(days.interval().map(|days| (first, next, days.into())));
            }
        }
    }

    /// From a time of day on.
    fn since(&mut self, clock: Clock, day: Stretch) {
        self.see(clock);
        if day.is_ever() {
            self.blocks.push((clock.start, DAY, Intervals::all()));
        } else {
            self.between((day.from, clock.start), (EVER_AFTER, DAY));
        }
    }

    /// Up to a time of day.
    fn until(&mut self, clock: Clock, end: i32, day: Stretch) {
        self.see(clock);
        if day.is_ever() {
            self.blocks.push((0, end, Intervals::all()));
        } else {
            let end = end + clock.again;
            self.between((EVER_BEFORE, 0), (day.to, end));
        }
    }
}

impl Expr {
    /// The expression without the time that it has on its outside, and that time.
    fn clocked(&self) -> (&Self, Option<Clock>) {
        match self {
            Self::At(of, clock) => (of, Some(*clock)),
            of => (of, None),
        }
    }

    /// All minutes that it means, counted from `now`.
    pub(super) fn moments(&self, now: Day, out: &mut Moments) {
        match self {
            _ if !self.has_clock() => out.whole(self.days(now)),
            Self::At(of, clock) => out.at(*clock, of.days(now)),
            Self::Range(from, to) => {
                let ((from, at), (to, by)) = (from.clocked(), to.clocked());
                [at, by]
                    .into_iter()
                    .flatten()
                    .for_each(|clock| out.see(clock));
                let start = at.map_or(0, |clock| clock.from);
                let end = by.map_or(DAY, |clock| clock.to + clock.again);
                range(from, to, now, &mut |days| {
                    out.between((days.from, start), (days.to, end));
                });
            }
            Self::Either(one, other) => {
                one.each_before(other, now, &mut |one| one.moments(now, out));
                other.moments(now, out);
            }
            Self::Not(of) => match of.clocked() {
                // At which of the two it was not is left open.
                (_, Some(clock)) if clock.again > 0 => out.whole(Intervals::all()),
                (of, Some(clock)) => {
                    let said = (clock.start, clock.end_included(), of.days(now));
                    let times = Times::new(vec![said], clock.zone).complement();
                    out.see(clock);
                    out.add(&times);
                }
                (_, None) => out.whole(Intervals::all()),
            },
            Self::Before(of) | Self::UpTo(of) | Self::After(of) | Self::Since(of) => {
                let (of, Some(clock)) = of.clocked() else {
                    return out.whole(self.days(now));
                };
                of.each(now, &mut |day| match self {
                    Self::Before(_) => out.until(clock, clock.end, day),
                    Self::UpTo(_) => out.until(clock, clock.end_included(), day),
                    _ => out.since(clock, day),
                });
            }
            _ => out.whole(self.days(now)),
        }
    }
}

impl Moments {
    fn add(&mut self, times: &Times) {
        let parts = times.parts().iter();
        self.blocks
            .extend(parts.map(|part| (part.from.into(), part.to.into(), part.days.clone())));
    }
}

/// A minute of a day as one from its midnight to the next; a day without end stays.
fn on_its_day(day: Day, minute: i32) -> (Day, i32) {
    let moved = match day {
        EVER_BEFORE | EVER_AFTER => day,
        day => Day(day.0.saturating_add(minute.div_euclid(DAY))),
    };
    (moved, minute.rem_euclid(DAY))
}
