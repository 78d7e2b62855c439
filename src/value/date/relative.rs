//! Puts the day of publication into an expression; without one, says how far from it the date is.

use std::fmt;
use std::ops::Bound::{self, Excluded, Included, Unbounded};

use super::Day;
use super::expr::{Expr, Rhythm};
use super::moments::Moments;
use super::names::weekday_misfit;
use super::offset::offset;
use super::pattern::Pattern;
use crate::value::{Extent, Interval, Intervals, Reason, Refusal, Relation};

/// A date that counts from a day that is not known yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RelativeDate {
    /// What it counts from.
    pub anchor: Anchor,
    /// How many days later than the anchor it may be; negative before it.
    pub offset: Intervals<Day>,
    /// On which side of the anchor's own moment it lies, where it may be on the anchor's day.
    pub side: Side,
    /// The event before whose moment it lies as well: "between the hearing and the vote".
    pub before: Option<Box<str>>,
}

/// Where a date lies on the day from which it counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Side {
    /// At any time of it.
    #[default]
    Any,
    /// Earlier.
    Before,
    /// Earlier, or at the same moment.
    UpTo,
    /// At the same moment, or later.
    Since,
    /// Later.
    After,
}

/// What a relative date counts from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The day of publication, or of speaking.
    Published,
    /// An event, by its declared name.
    Event(Box<str>),
}

impl RelativeDate {
    /// A date that lies so many days after its anchor, and on one side of it.
    pub(super) fn new(anchor: Anchor, offset: Intervals<Day>, side: Side) -> Self {
        // What never lies on that day is told by the days alone.
        let side = match offset.holds(Day(0)) {
            true => side,
            false => Side::Any,
        };
        Self {
            anchor,
            offset,
            side,
            before: None,
        }
    }

    /// What it says by each event: how many days later than it, and on which side of its moment.
    #[must_use]
    pub fn by_event(&self) -> Vec<Self> {
        let before = self.before.iter().map(|event| {
            let offset = Interval::new(Unbounded, Included(Day(0)));
            let offset = offset.map_or_else(none, Intervals::from);
            Self::new(Anchor::Event(event.clone()), offset, Side::Before)
        });
        let first = Self {
            before: None,
            ..self.clone()
        };
        [first].into_iter().chain(before).collect()
    }

    /// The days, with that of the anchor in three parts: before its moment, this, and after it.
    fn parts(&self) -> Intervals<Day> {
        let out = |bound: Bound<Day>, near: i32| {
            bound.map(|day| {
                Day(match day.0 {
                    0 => near,
                    days => days.saturating_add(days.signum()),
                })
            })
        };
        let (first, last) = match self.side {
            Side::Any => (-1, 1),
            Side::Before => (-1, -1),
            Side::UpTo => (-1, 0),
            Side::Since => (0, 1),
            Side::After => (1, 1),
        };
        let parts = self.offset.parts().iter();
        let parts =
            parts.filter_map(|part| Interval::new(out(part.from, first), out(part.to, last)));
        Intervals::new(parts.collect())
    }

    /// How two relative dates stand: comparable where both count from one event, and so far as they do
    /// where they count from several.
    ///
    /// Days counted from publication are not: two articles need not be of one day.
    #[must_use]
    pub fn relate(&self, other: &Self) -> Relation {
        if self.before.is_none() && other.before.is_none() {
            return self.relate_once(other);
        }
        let (mine, theirs) = (self.by_event(), other.by_event());
        let within = |these: &[Self], those: &[Self]| {
            those.iter().all(|one| {
                let mut these = these.iter().map(|other| other.relate_once(one));
                these.any(|stand| matches!(stand, Relation::Equal | Relation::Within))
            })
        };
        let mut pairs = (mine.iter()).flat_map(|one| theirs.iter().map(|two| one.relate_once(two)));
        if pairs.any(|stand| stand == Relation::Disjoint) {
            return Relation::Disjoint;
        }
        match (within(&mine, &theirs), within(&theirs, &mine)) {
            (true, true) => Relation::Equal,
            (true, false) => Relation::Within,
            (false, true) => Relation::Contains,
            (false, false) => Relation::Incomparable(Reason::Anchor),
        }
    }

    fn relate_once(&self, other: &Self) -> Relation {
        match (&self.anchor, &other.anchor) {
            (Anchor::Event(a), Anchor::Event(b)) if a == b => self.parts().relate(&other.parts()),
            _ => Relation::Incomparable(Reason::Anchor),
        }
    }
}

/// "5 days after White House meeting", "1 to 13 days before publication".
impl fmt::Display for RelativeDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let anchor = match &self.anchor {
            Anchor::Published => "publication",
            Anchor::Event(name) => name,
        };
        if let Some(before) = &self.before {
            return write!(f, "between {anchor} and {before}");
        }
        for (at, part) in self.offset.parts().iter().enumerate() {
            if at > 0 {
                f.write_str(" or ")?;
            }
            write_offset(f, part, (anchor, self.side))?;
        }
        Ok(())
    }
}

/// One stretch of offsets, in words.
fn write_offset(
    f: &mut fmt::Formatter<'_>,
    part: &Interval<Day>,
    (anchor, side): (&str, Side),
) -> fmt::Result {
    let days = |n: i32| {
        if n == 1 {
            "1 day".to_owned()
        } else {
            format!("{n} days")
        }
    };
    match (part.from, part.to) {
        (Unbounded, Unbounded) => write!(f, "at any time before or after {anchor}"),
        (Unbounded, Included(Day(0))) => match side {
            Side::Before => write!(f, "before {anchor}"),
            Side::UpTo => write!(f, "no later than {anchor}"),
            _ => write!(f, "on the day of {anchor} or before"),
        },
        (Included(Day(0)), Unbounded) => match side {
            Side::After => write!(f, "after {anchor}"),
            Side::Since => write!(f, "no earlier than {anchor}"),
            _ => write!(f, "on the day of {anchor} or later"),
        },
        (Unbounded, Included(Day(n)) | Excluded(Day(n))) if n < 0 => {
            write!(f, "at least {} before {anchor}", days(n.saturating_neg()))
        }
        (Unbounded, Included(Day(n)) | Excluded(Day(n))) => {
            write!(f, "at most {} after {anchor}", days(n))
        }
        (Included(Day(n)) | Excluded(Day(n)), Unbounded) if n > 0 => {
            write!(f, "at least {} after {anchor}", days(n))
        }
        (Included(Day(n)) | Excluded(Day(n)), Unbounded) => {
            write!(
                f,
                "at most {} before {anchor}, or later",
                days(n.saturating_neg())
            )
        }
        (Included(Day(a)) | Excluded(Day(a)), Included(Day(b)) | Excluded(Day(b))) => {
            match (a, b) {
                (0, 0) => write!(f, "on the day of {anchor}"),
                (0, _) if side == Side::After => write!(f, "at most {} after {anchor}", days(b)),
                (_, 0) if side == Side::Before => {
                    write!(f, "at most {} before {anchor}", days(a.saturating_neg()))
                }
                _ if a == b && a > 0 => write!(f, "{} after {anchor}", days(a)),
                _ if a == b => write!(f, "{} before {anchor}", days(a.saturating_neg())),
                _ if a.checked_neg() == Some(b) => write!(f, "within {} of {anchor}", days(b)),
                _ if a >= 0 => write!(f, "{a} to {} after {anchor}", days(b)),
                _ if b <= 0 => write!(
                    f,
                    "{} to {} before {anchor}",
                    b.saturating_neg(),
                    days(a.saturating_neg())
                ),
                _ => write!(
                    f,
                    "between {} before and {} after {anchor}",
                    days(a.saturating_neg()),
                    days(b)
                ),
            }
        }
    }
}

/// Up to so many possible days of publication are tried one by one; more by their hull.
const TRIED_ONE_BY_ONE: usize = 31;

/// The extent of all readings of an expression, counted from an anchor if there is one.
pub(super) fn extent(
    readings: &[Expr],
    anchor: Option<&Intervals<Day>>,
) -> Result<Extent, Refusal> {
    let Some(expr) = readings.first() else {
        return Ok(Extent::Days(none()));
    };
    if let Expr::Event(name, _, side) = expr {
        let anchor = Anchor::Event(name.clone());
        return Ok(Extent::Relative(RelativeDate::new(
            anchor,
            expr.days(Day(0)),
            *side,
        )));
    }
    if let Expr::Range(from, to) = expr
        && let (Expr::Event(from, _, side), Expr::Event(to, ..)) = (&**from, &**to)
    {
        let anchor = Anchor::Event(from.clone());
        let later = Interval::new(Included(Day(0)), Unbounded);
        return Ok(Extent::Relative(RelativeDate {
            before: Some(to.clone()),
            ..RelativeDate::new(anchor, later.map_or_else(none, Intervals::from), *side)
        }));
    }
    let rhythm = expr.rhythm();
    if expr.has_clock() && (rhythm == Rhythm::Fixed || anchor.is_some()) {
        let mut found = Moments::default();
        let anchor = anchor.filter(|_| rhythm != Rhythm::Fixed);
        readings
            .iter()
            .for_each(|expr| timed(expr, anchor, &mut found));
        let found = found.extent();
        return found.ok_or_else(|| no_day(expr, anchor));
    }
    let days = match (rhythm, anchor) {
        (Rhythm::Fixed, _) => all(readings, |expr| expr.days(Day(0))),
        (_, Some(anchor)) => all(readings, |expr| anchored(expr, anchor)),
        (_, None) => {
            return Ok(Extent::Relative(RelativeDate::new(
                Anchor::Published,
                all(readings, |expr| offset(expr, rhythm)),
                Side::Any,
            )));
        }
    };
    if days.is_empty() {
        return Err(no_day(expr, anchor));
    }
    Ok(Extent::Days(days))
}

/// Whether an expression gives no days by itself: [`extent`] gives days from some other for it.
pub(super) fn counts_from_a_day(expr: &Expr) -> bool {
    match expr {
        Expr::Event(..) => true,
        Expr::Range(from, to) if matches!((&**from, &**to), (Expr::Event(..), Expr::Event(..))) => {
            true
        }
        _ => expr.rhythm() != Rhythm::Fixed,
    }
}

/// What any of several readings means.
pub(super) fn all(readings: &[Expr], days: impl Fn(&Expr) -> Intervals<Day>) -> Intervals<Day> {
    let sets = readings.iter().map(days);
    sets.reduce(|all, more| all.union(&more))
        .unwrap_or_else(none)
}

/// From no day of the calendar so many months lead to another.
const FARTHEST: u32 = 12 * 8_000;

/// Why no day is left of an expression.
fn no_day(expr: &Expr, anchor: Option<&Intervals<Day>>) -> Refusal {
    if let Some(misfit) = anchor.and_then(|anchor| misfit(expr, anchor)) {
        return misfit;
    }
    if let Expr::Shift(_, steps) = expr
        && steps.near.0.unsigned_abs() > FARTHEST
    {
        return Refusal {
            why: "so many years reach beyond the calendar, whose first year is 9999 BC and whose last one is 9999".into(),
            hint: "Declare the property with `kind: duration` and write the length of time alone, `millions of years`.".into(),
        };
    }
    Refusal {
        why: "no day is meant: the range is reversed, or the calendar has no such day".into(),
        hint: "Check the day, the month and the order of the two dates.".into(),
    }
}

/// The minutes of an expression with a time of day: the union over all days that the anchor may be.
/// Where these are many, a time is taken of each day of the hull, and bounds by a time lose it.
fn timed(expr: &Expr, anchor: Option<&Intervals<Day>>, found: &mut Moments) {
    let Some(anchor) = anchor else {
        return expr.moments(Day(0), found);
    };
    match (each_day(anchor), expr) {
        (Some(days), _) => days.into_iter().for_each(|day| expr.moments(day, found)),
        (None, Expr::At(of, clock)) => found.at(*clock, hull(of, anchor)),
        (None, expr) => found.whole(hull(expr, anchor)),
    }
}

/// Names the weekday of a date whose own one fits no year next to the anchor, in the nearest year.
fn misfit(expr: &Expr, anchor: &Intervals<Day>) -> Option<Refusal> {
    let (Included(now) | Excluded(now)) = anchor.hull()?.from else {
        return None;
    };
    let mut found = None;
    expr.each_day_with_weekday(&mut |pattern| {
        found = found.take().or_else(|| misfit_near(pattern, now));
    });
    found
}

fn misfit_near(pattern: Pattern, now: Day) -> Option<Refusal> {
    let (month, day, said) = pattern.day_on_weekday()?;
    if pattern.last(now).is_some() || pattern.next(now).is_some() {
        return None;
    }
    let any_year = Pattern::YearDay {
        month,
        day,
        weekday: None,
    };
    [any_year.last(now), any_year.next(now)]
        .into_iter()
        .flatten()
        .min_by_key(|one| one.from.0.abs_diff(now.0))
        .and_then(|nearest| weekday_misfit(nearest.from, said))
}

/// The union over all days that the anchor may be.
fn anchored(expr: &Expr, anchor: &Intervals<Day>) -> Intervals<Day> {
    if let Some(day) = anchor.as_point() {
        return expr.days(day);
    }
    match each_day(anchor) {
        Some(days) => days
            .into_iter()
            .map(|day| expr.days(day))
            .reduce(|all, more| all.union(&more))
            .unwrap_or_else(none),
        None => hull(expr, anchor),
    }
}

/// The days of a set, if these are few.
fn each_day(set: &Intervals<Day>) -> Option<Vec<Day>> {
    let mut days = Vec::new();
    for part in set.parts() {
        let (Included(from), Included(to)) = (part.from, part.to) else {
            return None;
        };
        for day in from.0..=to.0 {
            if days.len() == TRIED_ONE_BY_ONE {
                return None;
            }
            days.push(Day(day));
        }
    }
    Some(days)
}

/// From the earliest meaning at the start of the anchor to the latest one at its end.
fn hull(expr: &Expr, anchor: &Intervals<Day>) -> Intervals<Day> {
    let Some(whole) = anchor.hull() else {
        return none();
    };
    let from = match whole.from {
        Included(day) | Excluded(day) => expr.days(day).hull().map_or(Unbounded, |hull| hull.from),
        Unbounded => Unbounded,
    };
    let to = match whole.to {
        Included(day) | Excluded(day) => expr.days(day).hull().map_or(Unbounded, |hull| hull.to),
        Unbounded => Unbounded,
    };
    Interval::new(from, to)
        .map(Intervals::from)
        .unwrap_or_else(none)
}

pub(super) fn none() -> Intervals<Day> {
    Intervals::new(Vec::new())
}
