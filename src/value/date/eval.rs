//! What an expression means, counted from one day.

use super::Day;
use super::calendar::{EVER_AFTER, EVER_BEFORE, Grain, Stretch};
use super::expr::{Beside, Expr, Steps};
use super::holiday::easter;
use super::pattern::Pattern;
use crate::value::{Interval, Intervals};

use std::ops::Bound::{Included, Unbounded};

/// For so many days after its end a quarter is the one that companies report: larger ones must
/// within 40 days, smaller ones within 45 (SEC, Form 10-Q).
const REPORTING: i32 = 45;

/// Takes each reading in turn.
pub(super) type Out<'o> = &'o mut dyn FnMut(Stretch);

impl Expr {
    /// All days that it means, counted from `now`.
    pub(super) fn days(&self, now: Day) -> Intervals<Day> {
        let mut parts = Vec::new();
        self.each(now, &mut |stretch| parts.extend(stretch.interval()));
        Intervals::new(parts)
    }

    /// Gives every reading, as a stretch of days.
    pub(super) fn each(&self, now: Day, out: Out<'_>) {
        let mut give = |stretch: Option<Stretch>| {
            if let Some(stretch) = stretch {
                out(stretch);
            }
        };
        match self {
            Self::Fixed(stretch) | Self::Event(_, stretch, _) => out(*stretch),
            Self::Unit(grain, units) => give(grain.around(now).and_then(|unit| unit.shift(*units))),
            Self::Recurring(pattern, pick) => pattern.pick(*pick, now, out),
            Self::In(pattern, of) => of.each(now, &mut |unit| pattern.within(unit, out)),
            Self::Nth(counted, from, to, of) => of.each(now, &mut |unit| {
                let found = counted.nth(*from, *to, unit);
                found.into_iter().flatten().for_each(&mut *out);
            }),
            Self::Rolling(grain, units) => give(rolling(now, *grain, *units)),
            Self::Reported => {
                let present = Grain::Quarter.around(now);
                give(present.and_then(|quarter| quarter.shift(-1)));
                give(present.filter(|quarter| now.0 - quarter.from.0 >= REPORTING));
            }
            // A time makes a bound include its day: "before 3 p.m. on Wednesday" is still Wednesday.
            Self::Before(of) if of.has_clock() => Self::UpTo(of.clone()).each(now, out),
            Self::After(of) if of.has_clock() => Self::Since(of.clone()).each(now, out),
            Self::Not(of) if of.has_clock() => out(Stretch::EVER),
            Self::OfYear(of, year) => of.each(now, &mut |day| {
                if let Some(day) = Self::Fixed(day).in_year(*year) {
                    day.each(now, out);
                }
            }),
            Self::Range(from, to) => range(from, to, now, out),
            Self::Either(_, other) => {
                self.each_first(now, out);
                other.each(now, out);
            }
            Self::Not(of) => {
                for part in of.days(now).complement().parts() {
                    out(Stretch::of(part));
                }
            }
            Self::Weekday(_, _, of)
            | Self::Part(_, of)
            | Self::Shift(of, _)
            | Self::Around(_, of)
            | Self::Beside(_, _, of)
            | Self::SoFar(of)
            | Self::ToCome(of)
            | Self::Lasting(of, _, _)
            | Self::Near(of)
            | Self::At(of, _)
            | Self::Before(of)
            | Self::After(of)
            | Self::Since(of)
            | Self::UpTo(of) => of.each(now, &mut |of| give(self.made_of(of, now))),
        }
    }

    /// What it makes of one reading of what it holds; `None` for what makes no one stretch of another.
    fn made_of(&self, of: Stretch, now: Day) -> Option<Stretch> {
        match self {
            Self::Weekday(weekday, n, _) => nth_weekday(of, *weekday, *n),
            Self::Part(part, _) => part.of(of),
            Self::Shift(_, steps) => steps.from(of),
            Self::Around(Grain::Weekend, _) => weekend_near(of),
            Self::Around(grain, _) => {
                let unit = grain.around(of.from)?;
                let to = unit.to.max(of.to);
                Some(Stretch { to, ..unit })
            }
            Self::Beside(grain, side, _) => beside(of, *grain, *side),
            Self::SoFar(_) => so_far(of, now),
            Self::ToCome(_) => to_come(of, now),
            Self::Lasting(_, months, days) => lasting(of, *months, *days),
            Self::Near(_) => near(of),
            Self::At(_, clock) => clock.around(of),
            Self::Before(_) => Some(days(EVER_BEFORE, of.from.plus(-1)?)),
            Self::After(_) => Some(days(of.to.plus(1)?, EVER_AFTER)),
            Self::Since(_) => Some(days(of.from, EVER_AFTER)),
            Self::UpTo(_) => Some(days(EVER_BEFORE, of.to)),
            _ => None,
        }
    }
}

/// A run of days that is no unit.
fn days(from: Day, to: Day) -> Stretch {
    let grain = Grain::Day;
    Stretch { from, to, grain }
}

/// Up to yesterday.
fn so_far(unit: Stretch, now: Day) -> Option<Stretch> {
    if unit.from > now {
        return Some(unit);
    }
    let yesterday = Day(now.0.saturating_sub(1));
    unit.meet(days(unit.from, yesterday.max(unit.from)))
}

/// From today on; "later this week" in a Sunday's paper is the week that comes.
fn to_come(unit: Stretch, now: Day) -> Option<Stretch> {
    let last_day = unit.grain == Grain::Week && unit.to == now;
    let next = unit.shift(1).filter(|_| last_day);
    let to = next.map_or(unit.to, |next| next.to);
    Stretch { to, ..unit }.meet(days(now.min(to), to))
}

impl Expr {
    /// Gives the readings of the first alternative; a bare day or month takes its year or month
    /// from the next one ("30 May or 6 June 2018").
    fn each_first(&self, now: Day, out: Out<'_>) {
        let Self::Either(one, other) = self else {
            return self.each(now, out);
        };
        one.each_before(other, now, &mut |one| one.each(now, out));
    }

    /// Gives this alternative for each year or month that the next one may lend it.
    pub(super) fn each_before(&self, other: &Self, now: Day, out: &mut dyn FnMut(&Self)) {
        match self.core() {
            Some(pattern) if other.last().core().is_none() => {
                other.each_first(now, &mut |next| {
                    let unit = pattern.cycle().around(next.from);
                    if let Some(core) = unit.and_then(|unit| pattern.at(unit)) {
                        out(&self.settled(core));
                    }
                });
            }
            _ => out(self),
        }
    }

    /// The last of several alternatives, which says the year of those before it, if any does.
    fn last(&self) -> &Self {
        match self {
            Self::Either(_, more) => more.last(),
            one => one,
        }
    }

    /// The first of several alternatives.
    pub(super) fn first(&self) -> &Self {
        match self {
            Self::Either(one, _) => one,
            one => one,
        }
    }
}

impl Stretch {
    /// The stretch between the bounds of an interval.
    pub(super) fn of(interval: &Interval<Day>) -> Self {
        let from = match interval.from {
            Included(day) => day,
            _ => EVER_BEFORE,
        };
        let to = match interval.to {
            Included(day) => day,
            _ => EVER_AFTER,
        };
        Self {
            from,
            to,
            grain: Grain::Day,
        }
    }

    pub(super) fn interval(self) -> Option<Interval<Day>> {
        Interval::new(
            if self.from == EVER_BEFORE {
                Unbounded
            } else {
                Included(self.from)
            },
            if self.to == EVER_AFTER {
                Unbounded
            } else {
                Included(self.to)
            },
        )
    }
}

impl Steps {
    /// The days so far from a stretch, widened to whole units.
    fn from(self, base: Stretch) -> Option<Stretch> {
        let unit = |(months, days): (i32, i32)| -> Option<Stretch> {
            let moved = base.step(months, days)?;
            if moved.grain >= self.grain {
                return Some(moved);
            }
            let (first, last) = (self.grain.around(moved.from)?, self.grain.around(moved.to)?);
            Some(Stretch {
                from: first.from,
                to: last.to,
                grain: self.grain,
            })
        };
        let near = unit(self.near)?;
        let far = self.far.unwrap_or(self.near);
        let negative = |(months, days): (i32, i32)| months < 0 || days < 0;
        let positive = |(months, days): (i32, i32)| months > 0 || days > 0;
        let (earlier, later) = (negative(far), positive(far));
        let (from, to) = match self.far {
            Some(far) => {
                let far = unit(far)?;
                (near.from.min(far.from), near.to.max(far.to))
            }
            None if earlier => (EVER_BEFORE, near.to),
            None => (near.from, EVER_AFTER),
        };
        // "almost a year ago" is over, whatever unit it is widened to.
        let (from, to) = match (earlier, later) {
            (true, false) => (from, to.min(base.to)),
            (false, true) => (from.max(base.from), to),
            _ => (from, to),
        };
        Some(Stretch {
            from,
            to,
            grain: near.grain,
        })
    }
}

/// So long from the first day of a stretch; of a negative length, up to its last day.
fn lasting(edge: Stretch, months: i32, days: i32) -> Option<Stretch> {
    let (from, to) = if months < 0 || days < 0 {
        (edge.to.plus(1)?.step(months, days)?, edge.to)
    } else {
        (edge.from, edge.from.step(months, days)?.plus(-1)?)
    };
    (from <= to).then_some(Stretch {
        from,
        to,
        grain: Grain::Day,
    })
}

/// From the start of the unit before up to the day before, or from the day after to the end of the
/// unit after: both the calendar's unit and as many days are in it.
fn beside(of: Stretch, grain: Grain, side: Beside) -> Option<Stretch> {
    if grain == Grain::Weekend {
        let around = grain.around(of.to)?;
        return match side {
            Beside::Before => grain.around(of.from)?.shift(-1),
            Beside::After if around.from > of.to => Some(around),
            Beside::After => around.shift(1),
        };
    }
    let (from, to) = match side {
        Beside::Before => (grain.around(of.from)?.shift(-1)?.from, of.from.plus(-1)?),
        Beside::After => (of.to.plus(1)?, grain.around(of.to)?.shift(1)?.to),
    };
    Some(Stretch { from, to, grain })
}

/// The last n units up to yesterday, or the next n from today: so many of them counted from the day,
/// and so many of the calendar, whichever reaches further. Quarters and decades are the calendar's alone.
fn rolling(now: Day, grain: Grain, units: i32) -> Option<Stretch> {
    if !matches!(grain, Grain::Day | Grain::Week | Grain::Month | Grain::Year) {
        let unit = grain.around(now)?;
        let (near, far) = (unit.shift(units.signum())?, unit.shift(units)?);
        return Some(Stretch {
            from: near.from.min(far.from),
            to: near.to.max(far.to),
            grain,
        });
    }
    let (months, days) = grain.size();
    let far = now.step(months.checked_mul(units)?, days.checked_mul(units)?)?;
    let unit = grain.around(now)?.shift(units)?;
    let (from, to) = if units < 0 {
        (far.min(unit.from), now.plus(-1)?)
    } else {
        (now, far.max(unit.to))
    };
    (from <= to).then_some(Stretch {
        from,
        to,
        grain: Grain::Day,
    })
}

/// The n-th such weekday after a stretch, or before it.
fn nth_weekday(base: Stretch, weekday: i32, n: i32) -> Option<Stretch> {
    let weeks = (n.checked_sub(n.signum())?).checked_mul(7)?;
    let day = if n > 0 {
        base.to
            .plus((weekday - base.to.weekday() - 1).rem_euclid(7) + 1)?
    } else {
        base.from
            .plus(-((base.from.weekday() - weekday - 1).rem_euclid(7) + 1))?
    };
    Some(Stretch::day(day.plus(weeks)?))
}

/// The nearest weekend and the day itself: "Labor Day weekend" is Saturday to Monday, and "Easter
/// weekend" Good Friday to Easter Monday.
fn weekend_near(day: Stretch) -> Option<Stretch> {
    if easter(day.from.civil()?.year().into()) == Some(day.from) {
        return Some(Stretch {
            from: day.from.plus(-2)?,
            to: day.to.plus(1)?,
            grain: Grain::Weekend,
        });
    }
    let nearest = if day.from.weekday() < 2 {
        day.from.plus(-2)?
    } else {
        day.from
    };
    let weekend = Grain::Weekend.around(nearest)?;
    Some(Stretch {
        from: weekend.from.min(day.from),
        to: weekend.to.max(day.to),
        grain: Grain::Weekend,
    })
}

/// Two years either way of a year, else one step of the unit.
fn near(unit: Stretch) -> Option<Stretch> {
    let steps = if unit.grain == Grain::Year { 2 } else { 1 };
    Some(Stretch {
        from: unit.shift(-steps)?.from,
        to: unit.shift(steps)?.to,
        grain: unit.grain,
    })
}

/// From one to the other; a bare day or month takes its year from the other side.
pub(super) fn range(from: &Expr, to: &Expr, now: Day, out: Out<'_>) {
    let mut give = |stretch: Option<Stretch>| {
        if let Some(stretch) = stretch {
            out(stretch);
        }
    };
    let finer = |from: Pattern, to: Pattern| from.cycle() < to.cycle();
    match (from.core(), to.core()) {
        (Some(pattern), to_core) if to_core.is_none_or(|to| finer(pattern, to)) => {
            to.each(now, &mut |end| {
                if let Some(core) = pattern.last(end.from) {
                    from.settled(core)
                        .each(now, &mut |start| give(start.through(end)));
                }
            });
        }
        (_, Some(pattern)) => from.each(now, &mut |start| {
            let present = pattern
                .last(start.from)
                .filter(|one| one.contains(start.from));
            if let Some(core) = present.or_else(|| pattern.next(start.from)) {
                to.settled(core)
                    .each(now, &mut |end| give(start.through(end)));
            }
        }),
        _ => from.each(now, &mut |start| {
            to.each(now, &mut |end| give(start.through(end)));
        }),
    }
}
