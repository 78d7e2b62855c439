//! Times of day on some days, as sets.
//!
//! One canonical form: for each minute of the day, the days on which it may be. Two sets are equal
//! exactly when their parts are, and every operation goes minute by minute.

use std::ops::Bound::{Excluded, Included, Unbounded};

use super::Day;
use super::clock::DAY;
use super::offset::moved;
use super::zone;
use crate::value::{Interval, Intervals, Point, Relation};

/// Hours of the day on some days, which may differ from day to day: Sunday from 18:00 on, or Monday
/// until 6:00.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Times {
    /// Ascending and apart; those that touch have different days, and none is without a day.
    parts: Vec<Hours>,
    /// The time zone, if one was named.
    zone: Option<&'static str>,
}

/// Some hours of the day, and the days on which they may be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Hours {
    /// The first minute, from midnight.
    pub from: u16,
    /// The first minute that is no longer one of them; 1440 at the end of the day.
    pub to: u16,
    /// The days.
    pub days: Intervals<Day>,
}

/// A minute, counted from the midnight that begins 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Minute(pub i64);

impl Point for Minute {}

/// Hours that go on over midnight until then belong to the night of the day before.
const NIGHT_ENDS: u16 = 6 * 60;

/// Of how many stretches a set may be to be told stretch by stretch.
const MOST_STRETCHES: usize = 8;

/// By how many minutes clocks may differ where one of them names no zone.
const ANYWHERE_APART: i32 = 18 * 60;

/// Minutes of some days; below 0 they are of the days before, from 1440 on of the days after.
pub(super) type Block = (i32, i32, Intervals<Day>);

impl Times {
    /// The union of blocks.
    pub(super) fn new(blocks: Vec<Block>, zone: Option<&'static str>) -> Self {
        let mut pieces: Vec<Hours> = Vec::new();
        for (from, to, days) in blocks.into_iter().filter(|(from, to, _)| from < to) {
            for later in from.div_euclid(DAY)..=(to - 1).div_euclid(DAY) {
                pieces.push(Hours {
                    from: minute(from - later * DAY),
                    to: minute(to - later * DAY),
                    days: moved(&days, later),
                });
            }
        }
        Self {
            parts: by_minute(&pieces, |days| days),
            zone,
        }
    }

    /// The hours and their days, in the order of the clock.
    #[must_use]
    pub fn parts(&self) -> &[Hours] {
        &self.parts
    }

    /// The time zone, if one was named.
    #[must_use]
    pub fn zone(&self) -> Option<&'static str> {
        self.zone
    }

    /// Whether its clock and that of another always show the same: neither names a zone, or both name
    /// one ("EST", "ET").
    #[must_use]
    pub fn shares_clock(&self, other: &Self) -> bool {
        match (self.zone, other.zone) {
            (Some(this), Some(other)) => {
                this == other || zone::ahead(this, other).is_some_and(|by| by == [(0, 0)])
            }
            (this, other) => this == other,
        }
    }

    /// All days that have a part of it.
    #[must_use]
    pub fn days(&self) -> Intervals<Day> {
        let parts = self.parts.iter().flat_map(|part| part.days.parts());
        Intervals::new(parts.copied().collect())
    }

    /// The same hours of all its days, if it has no others.
    #[must_use]
    pub fn same_hours(&self) -> Option<&Hours> {
        match self.parts.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The days of all its hours, if these are the same for several.
    pub(super) fn same_days(&self) -> Option<&Intervals<Day>> {
        let (first, more) = self.parts.split_first()?;
        more.iter()
            .all(|part| part.days == first.days)
            .then_some(&first.days)
    }

    /// All times that are not in it.
    pub(super) fn complement(&self) -> Self {
        let mut pieces = self.parts.clone();
        pieces.push(Hours::whole(Intervals::new(Vec::new())));
        let parts = by_minute(&pieces, |days| days.complement());
        Self { parts, ..*self }
    }

    /// All its times that are not in another set by the same clock.
    pub(crate) fn without(&self, other: &Self) -> Self {
        let cuts = cut(self.parts.iter().chain(&other.parts));
        let pieces: Vec<Hours> = cuts
            .into_iter()
            .map(|(from, to)| {
                let others = days_at(&other.parts, from).complement();
                let days = days_at(&self.parts, from).intersection(&others);
                Hours { from, to, days }
            })
            .collect();
        Self {
            parts: by_minute(&pieces, |days| days),
            ..*self
        }
    }

    /// How two sets stand. Times in two zones are put on the clocks of one where these are always as far
    /// apart; else, and where one names no zone, they exclude each other where no difference of clocks
    /// explains it, and are not told apart otherwise.
    #[must_use]
    pub fn relate(&self, other: &Self) -> Relation {
        if self.zone == other.zone {
            return stand(&self.parts, &other.parts);
        }
        let known = self.zone.zip(other.zone);
        let apart = known
            .and_then(|(this, other)| zone::ahead(this, other))
            .unwrap_or_else(|| vec![(-ANYWHERE_APART, ANYWHERE_APART)]);
        let mut relations = apart.into_iter().map(|(least, most)| {
            match stand(&self.moved(least, most).parts, &other.parts) {
                relation if least == most => relation,
                Relation::Disjoint => Relation::Disjoint,
                _ => Relation::Overlaps,
            }
        });
        let first = relations.next().unwrap_or(Relation::Overlaps);
        match relations.all(|relation| relation == first) {
            true => first,
            false => Relation::Overlaps,
        }
    }

    /// How it stands to days without a time, which may be any time of these days. Newspapers count the
    /// small hours of a night to the day before, so a night lies within its day.
    #[must_use]
    pub fn relate_days(&self, days: &Intervals<Day>) -> Relation {
        let whole = [Hours::whole(days.clone())];
        match (stand(&self.parts, &whole), self.night()) {
            (Relation::Overlaps, Some((evening, _))) => match evening.days.relate(days) {
                Relation::Equal | Relation::Within => Relation::Within,
                _ => Relation::Overlaps,
            },
            (relation, _) => relation,
        }
    }

    /// The evening and the small hours after it, if it is these.
    pub(super) fn night(&self) -> Option<(&Hours, &Hours)> {
        match self.parts.as_slice() {
            [small, evening]
                if (small.from, evening.to) == (0, MIDNIGHT)
                    && small.to <= NIGHT_ENDS
                    && evening.from >= MIDNIGHT / 2
                    && small.days == moved(&evening.days, 1) =>
            {
                Some((evening, small))
            }
            _ => None,
        }
    }

    /// The stretches of time, in order, if they are few.
    #[must_use]
    pub fn stretches(&self) -> Option<Intervals<Minute>> {
        let days = self.parts.iter().flat_map(|part| part.days.parts());
        // The first day of each run of days that have the same hours.
        let mut cuts: Vec<Day> = Vec::new();
        for part in days {
            cuts.extend(included(part.from));
            cuts.extend(included(part.to).and_then(Point::successor));
        }
        cuts.sort_unstable();
        cuts.dedup();
        let mut all = Vec::new();
        let starts = std::iter::once(None).chain(cuts.iter().copied().map(Some));
        for (at, first) in starts.enumerate() {
            let next = cuts.get(at).copied();
            let Some(one) = first.or(next.and_then(Point::predecessor)).or(Some(Day(0))) else {
                continue;
            };
            let hours: Vec<&Hours> = self
                .parts
                .iter()
                .filter(|part| part.days.holds(one))
                .collect();
            let all_day = hours.iter().map(|part| part.to - part.from).sum::<u16>() == MIDNIGHT;
            if all_day {
                all.extend(Interval::new(
                    first.map_or(Unbounded, |day| Included(Minute::of(day, 0))),
                    next.map_or(Unbounded, |day| Excluded(Minute::of(day, 0))),
                ));
            } else if !hours.is_empty() {
                let (first, next) = (first?, next?);
                if next.0.saturating_sub(first.0) as usize > MOST_STRETCHES {
                    return None;
                }
                for day in (first.0..next.0).map(Day) {
                    all.extend(hours.iter().filter_map(|part| {
                        Interval::new(
                            Included(Minute::of(day, part.from)),
                            Excluded(Minute::of(day, part.to)),
                        )
                    }));
                }
            }
        }
        let set = Intervals::new(all);
        (set.parts().len() <= MOST_STRETCHES).then_some(set)
    }

    /// The same from so many minutes later up to so many.
    fn moved(&self, least: i32, most: i32) -> Self {
        let blocks = self.parts.iter().map(|part| {
            let (from, to) = (i32::from(part.from), i32::from(part.to));
            (from + least, to + most, part.days.clone())
        });
        Self::new(blocks.collect(), self.zone)
    }
}

/// The midnight that ends a day.
pub(super) const MIDNIGHT: u16 = 24 * 60;

impl Hours {
    /// Any time of some days.
    pub(super) fn whole(days: Intervals<Day>) -> Self {
        Self {
            from: 0,
            to: MIDNIGHT,
            days,
        }
    }

    fn holds(&self, minute: u16) -> bool {
        self.from <= minute && minute < self.to
    }
}

impl Minute {
    /// A minute of a day.
    fn of(day: Day, minute: u16) -> Self {
        Self(i64::from(day.0) * i64::from(DAY) + i64::from(minute))
    }

    /// The day, and the minute of it.
    #[must_use]
    pub fn split(self) -> (Day, u16) {
        let day = self.0.div_euclid(DAY.into());
        let minute = self.0.rem_euclid(DAY.into());
        (
            Day(day.try_into().unwrap_or_default()),
            minute.try_into().unwrap_or_default(),
        )
    }
}

/// The minute of a day nearest to one that may lie outside it.
fn minute(of: i32) -> u16 {
    of.clamp(0, DAY).try_into().unwrap_or(MIDNIGHT)
}

fn included(bound: std::ops::Bound<Day>) -> Option<Day> {
    match bound {
        Included(day) => Some(day),
        _ => None,
    }
}

/// The days on which some hours hold a minute.
fn days_at(hours: &[Hours], minute: u16) -> Intervals<Day> {
    let held = hours.iter().filter(|part| part.holds(minute));
    Intervals::new(
        held.flat_map(|part| part.days.parts().iter().copied())
            .collect(),
    )
}

/// The minutes from one beginning or end of hours to the next.
fn cut<'a>(hours: impl Iterator<Item = &'a Hours>) -> Vec<(u16, u16)> {
    let mut cuts: Vec<u16> = hours.flat_map(|part| [part.from, part.to]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
        .collect()
}

/// The canonical form of the days of each minute, changed if need be.
fn by_minute(pieces: &[Hours], change: impl Fn(Intervals<Day>) -> Intervals<Day>) -> Vec<Hours> {
    let mut parts: Vec<Hours> = Vec::new();
    for (from, to) in cut(pieces.iter()) {
        let days = change(days_at(pieces, from));
        match parts.last_mut() {
            _ if days.is_empty() => {}
            Some(last) if last.to == from && last.days == days => last.to = to,
            _ => parts.push(Hours { from, to, days }),
        }
    }
    parts
}

/// How two lists of hours stand, minute by minute.
fn stand(left: &[Hours], right: &[Hours]) -> Relation {
    let (mut shared, mut only_left, mut only_right) = (false, false, false);
    for (minute, _) in cut(left.iter().chain(right)) {
        let (a, b) = (days_at(left, minute), days_at(right, minute));
        let relation = a.relate(&b);
        shared |= relation != Relation::Disjoint;
        only_left |= match relation {
            Relation::Disjoint => !a.is_empty(),
            relation => matches!(relation, Relation::Contains | Relation::Overlaps),
        };
        only_right |= match relation {
            Relation::Disjoint => !b.is_empty(),
            relation => matches!(relation, Relation::Within | Relation::Overlaps),
        };
    }
    match (shared, only_left, only_right) {
        (false, _, _) => Relation::Disjoint,
        (true, false, false) => Relation::Equal,
        (true, false, true) => Relation::Within,
        (true, true, false) => Relation::Contains,
        (true, true, true) => Relation::Overlaps,
    }
}
