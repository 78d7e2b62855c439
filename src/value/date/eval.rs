//! What an expression means, counted from one day.

use super::Day;
use super::calendar::{EVER_AFTER, EVER_BEFORE, Grain, Stretch};
use super::expr::{Counted, Expr, Pick, Steps};
use super::pattern::Pattern;
use super::words::Third;
use crate::value::{Interval, Intervals};

use std::ops::Bound::{Included, Unbounded};

/// Takes each reading in turn.
type Out<'o> = &'o mut dyn FnMut(Stretch);

/// How many repetitions one stretch may hold ("a Wednesday in 2018" has 52).
const MOST_REPEATS: i64 = 120;

/// "last May": up to so many days after its end, the May before may be meant as well.
const STILL_FRESH: i64 = 60;

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
            Self::Fixed(stretch) | Self::Event(_, stretch) => out(*stretch),
            Self::Unit(grain, units) => give(grain.around(now).and_then(|unit| unit.shift(*units))),
            Self::Recurring(pattern, pick) => pattern.pick(*pick, now, out),
            Self::In(pattern, of) => of.each(now, &mut |unit| pattern.within(unit, out)),
            Self::Nth(counted, from, to, of) => of.each(now, &mut |unit| {
                counted
                    .nth(*from, *to, unit)
                    .into_iter()
                    .flatten()
                    .for_each(&mut *out);
            }),
            Self::Weekday(weekday, n, of) => {
                of.each(now, &mut |base| give(nth_weekday(base, *weekday, *n)))
            }
            Self::Part(part, of) => of.each(now, &mut |unit| give(part.of(unit))),
            Self::Shift(base, steps) => base.each(now, &mut |base| give(steps.from(base))),
            Self::Around(Grain::Weekend, of) => of.each(now, &mut |day| give(weekend_near(day))),
            Self::Around(grain, of) => of.each(now, &mut |day| {
                give(grain.around(day.from).map(|unit| Stretch {
                    to: unit.to.max(day.to),
                    ..unit
                }));
            }),
            Self::Rolling(grain, units) => give(rolling(now, *grain, *units)),
            Self::SoFar(of) => of.each(now, &mut |unit| {
                let yesterday = Day(now.0.saturating_sub(1));
                give(unit.meet(Stretch {
                    from: unit.from,
                    to: yesterday.max(unit.from),
                    grain: Grain::Day,
                }));
            }),
            Self::ToCome(of) => of.each(now, &mut |unit| {
                give(unit.meet(Stretch {
                    from: now.min(unit.to),
                    to: unit.to,
                    grain: Grain::Day,
                }));
            }),
            Self::Lasting(of, months, days) => of.each(now, &mut |start| {
                let end = start.from.step(*months, *days).and_then(|end| end.plus(-1));
                give(end.map(|to| Stretch {
                    from: start.from,
                    to,
                    grain: Grain::Day,
                }));
            }),
            Self::Near(of) => of.each(now, &mut |unit| give(near(unit))),
            Self::Before(of) => of.each(now, &mut |unit| {
                give(unit.from.plus(-1).map(|to| Stretch {
                    from: EVER_BEFORE,
                    to,
                    grain: Grain::Day,
                }));
            }),
            Self::After(of) => of.each(now, &mut |unit| {
                give(unit.to.plus(1).map(|from| Stretch {
                    from,
                    to: EVER_AFTER,
                    grain: Grain::Day,
                }));
            }),
            Self::Since(of) => of.each(now, &mut |unit| {
                out(Stretch {
                    from: unit.from,
                    to: EVER_AFTER,
                    grain: Grain::Day,
                });
            }),
            Self::UpTo(of) => of.each(now, &mut |unit| {
                out(Stretch {
                    from: EVER_BEFORE,
                    to: unit.to,
                    grain: Grain::Day,
                });
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
        }
    }
}

impl Expr {
    /// Gives the readings of the first alternative; a bare day or month takes its year or month
    /// from the next one ("30 May or 6 June 2018").
    fn each_first(&self, now: Day, out: Out<'_>) {
        let Self::Either(one, other) = self else {
            return self.each(now, out);
        };
        match one.core() {
            Some(pattern)
                if other.first().core().is_none() || matches!(**other, Self::Either(..)) =>
            {
                other.each_first(now, &mut |next| {
                    let unit = pattern.cycle().around(next.from);
                    if let Some(core) = unit.and_then(|unit| pattern.at(unit)) {
                        one.settled(core).each(now, out);
                    }
                });
            }
            _ => one.each(now, out),
        }
    }

    /// The first of several alternatives.
    fn first(&self) -> &Self {
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

    fn interval(self) -> Option<Interval<Day>> {
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

impl Pattern {
    /// Gives those that a word like "last" or no word at all may mean.
    fn pick(self, pick: Pick, now: Day, out: Out<'_>) {
        let cycle = self.cycle();
        let of_cycle = |units: i32| self.at(cycle.around(now)?.shift(units)?);
        let yesterday = Day(now.0.saturating_sub(1));
        let last = || {
            self.last(yesterday)
                .filter(|one| one.to < now)
                .or_else(|| self.last(self.last(yesterday)?.from.plus(-1)?))
        };
        let readings = match pick {
            Pick::Past => [last(), None],
            Pick::Coming => [self.next(now), None],
            Pick::This if cycle == Grain::Week => [of_cycle(0), self.next(yesterday)],
            Pick::This => match self.last(now).filter(|one| one.contains(now)) {
                Some(one) => [Some(one), None],
                None => [of_cycle(0), None],
            },
            Pick::Last if cycle == Grain::Week => [last(), of_cycle(-1)],
            Pick::Last => {
                let one = last();
                let before =
                    one.filter(|one| i64::from(now.0) - i64::from(one.to.0) <= STILL_FRESH);
                [one, before.and_then(|one| self.last(one.from.plus(-1)?))]
            }
            Pick::Next if cycle == Grain::Week => [self.next(now), of_cycle(1)],
            Pick::Next => {
                let one = self.next(now);
                let after =
                    one.filter(|one| i64::from(one.from.0) - i64::from(now.0) <= STILL_FRESH);
                [one, after.and_then(|one| self.next(one.from))]
            }
            Pick::Bare => self.bare(now),
        };
        for one in readings.into_iter().flatten() {
            out(one);
        }
    }

    /// What newspapers mean when no word says which: a weekday of the last seven days (on its own
    /// day, today or a week ago). Of a month or a day, the one of the last third of the cycle, else the
    /// coming one where that lies within a sixth of it, else either.
    fn bare(self, now: Day) -> [Option<Stretch>; 2] {
        let last = self.last(now);
        let next = || self.next(now);
        match (self, last) {
            (Self::Weekday(_), Some(one)) if one.from == now => [last, self.last(Day(now.0 - 1))],
            (Self::Weekday(_), _) => [last, None],
            (Self::Weekend, Some(one)) if one.contains(now) => [last, None],
            (Self::Weekend, _) => [last, next()],
            _ => {
                let cycle = if self.cycle() == Grain::Month {
                    30
                } else {
                    365
                };
                let back = last.map_or(i64::MAX, |one| {
                    (i64::from(now.0) - i64::from(one.to.0)).max(0)
                });
                if back <= cycle / 3 {
                    return [last, None];
                }
                let next = next();
                let ahead = next.map_or(i64::MAX, |one| i64::from(one.from.0) - i64::from(now.0));
                if ahead <= cycle / 6 {
                    [None, next]
                } else {
                    [last, next]
                }
            }
        }
    }

    /// Gives those that start in a stretch.
    fn within(self, stretch: Stretch, out: Out<'_>) {
        let cycle = self.cycle();
        if stretch.from == EVER_BEFORE || stretch.to == EVER_AFTER {
            return;
        }
        let Some(mut unit) = cycle.around(stretch.from) else {
            return;
        };
        // "winter 2018" may be the one that ends in that year as well as the one that starts in it.
        if let (Self::Season(3), Grain::Year) = (self, stretch.grain) {
            unit.shift(-1)
                .and_then(|unit| self.at(unit))
                .into_iter()
                .for_each(&mut *out);
        }
        for _ in 0..MOST_REPEATS {
            if unit.from > stretch.to {
                return;
            }
            if let Some(one) = self.at(unit).filter(|one| stretch.contains(one.from)) {
                out(one);
            }
            match unit.shift(1) {
                Some(next) => unit = next,
                None => return,
            }
        }
    }
}

impl Counted {
    /// The `from`-th through the `to`-th in a stretch; negative ones count from its end.
    ///
    /// A week of a month or year is counted in sevens from its first (last) day, or by ISO 8601:
    /// it belongs to where its Thursday lies.
    fn nth(self, from: i32, to: i32, unit: Stretch) -> [Option<Stretch>; 2] {
        let one = |n: i32| -> Option<Stretch> {
            let step = if n > 0 { n - 1 } else { n.checked_add(1)? };
            let found = match self {
                Self::Weekday(weekday) => {
                    let first = if n > 0 {
                        unit.from
                            .plus((weekday - unit.from.weekday()).rem_euclid(7))?
                    } else {
                        unit.to.plus(-(unit.to.weekday() - weekday).rem_euclid(7))?
                    };
                    Stretch::day(first.plus(step.checked_mul(7)?)?)
                }
                Self::Unit(Grain::Week) => {
                    let edge = if n > 0 {
                        unit.from.plus(3)?
                    } else {
                        unit.to.plus(-3)?
                    };
                    return Grain::Week.around(edge)?.shift(step);
                }
                Self::Unit(Grain::Weekend) => {
                    let edge = if n > 0 {
                        unit.from.plus(1)?
                    } else {
                        unit.to.plus(-5)?
                    };
                    let weekend = Grain::Weekend.around(edge)?;
                    weekend.shift(step)?
                }
                Self::Unit(Grain::Half) if unit.grain < Grain::Year => {
                    let middle = unit.from.plus(i32::try_from(unit.days() / 2).ok()?)?;
                    match n {
                        1 => Stretch {
                            to: middle.plus(-1)?,
                            ..unit
                        },
                        2 | -1 => Stretch {
                            from: middle,
                            ..unit
                        },
                        _ => return None,
                    }
                }
                Self::Unit(grain) => grain
                    .around(if n > 0 { unit.from } else { unit.to })?
                    .shift(step)?,
            };
            unit.contains(found.from).then_some(found)
        };
        let sevens = |n: i32| -> Option<Stretch> {
            let days = n.checked_mul(7)?;
            let (from, to) = if n > 0 {
                (unit.from.plus(days - 7)?, unit.from.plus(days - 1)?)
            } else {
                (unit.to.plus(days + 1)?, unit.to.plus(days + 7)?)
            };
            unit.contains(from).then_some(Stretch {
                from,
                to,
                grain: Grain::Week,
            })
        };
        let through = |nth: &dyn Fn(i32) -> Option<Stretch>| nth(from)?.through(nth(to)?);
        match self {
            Self::Unit(Grain::Week) => [through(&one), through(&sevens)],
            _ => [through(&one), None],
        }
    }
}

impl Third {
    /// The early, middle or late part: days 1-10, 11-20 and 21 to the end of a month, months 1-4,
    /// 5-8 and 9-12 of a year, years 0-3, 4-6 and 7-9 of a decade, thirds of the rest; the first
    /// three, middle three and last three days of a week.
    fn of(self, unit: Stretch) -> Option<Stretch> {
        let cut = |first: Day, second: Day| -> Option<Stretch> {
            let (from, to) = match self {
                Self::Early => (unit.from, first.plus(-1)?),
                Self::Mid => (first, second.plus(-1)?),
                Self::Late => (second, unit.to),
            };
            Some(Stretch {
                from,
                to,
                grain: if unit.grain == Grain::Day {
                    Grain::Day
                } else {
                    Grain::Week
                },
            })
        };
        let months =
            |first: i32, second: i32| cut(unit.from.step(first, 0)?, unit.from.step(second, 0)?);
        match unit.grain {
            Grain::Day => Some(unit),
            Grain::Week => {
                let at = match self {
                    Self::Early => 0,
                    Self::Mid => 2,
                    Self::Late => 4,
                };
                let from = unit.from.plus(at)?;
                Some(Stretch {
                    from,
                    to: from.plus(2)?,
                    grain: Grain::Day,
                })
            }
            Grain::Month => cut(unit.from.plus(10)?, unit.from.plus(20)?),
            Grain::Year => months(4, 8),
            Grain::Decade => months(48, 84),
            Grain::Quarter => months(1, 2),
            Grain::Half => months(2, 4),
            Grain::Season | Grain::Century | Grain::Weekend => {
                let third = i32::try_from(unit.days() / 3).ok()?;
                cut(unit.from.plus(third)?, unit.from.plus(2 * third)?)
            }
        }
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
        let earlier = self.near.0 < 0 || self.near.1 < 0;
        let (from, to) = match self.far {
            Some(far) => {
                let far = unit(far)?;
                (near.from.min(far.from), near.to.max(far.to))
            }
            None if earlier => (EVER_BEFORE, near.to),
            None => (near.from, EVER_AFTER),
        };
        Some(Stretch {
            from,
            to,
            grain: near.grain,
        })
    }
}

/// The last n units up to yesterday (whole ones from quarters on, save years), or the next n from tomorrow.
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
    let (from, to) = if units < 0 {
        (far, now.plus(-1)?)
    } else {
        (now.plus(1)?, far)
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

/// The nearest weekend and the day itself: "Labor Day weekend" is Saturday to Monday.
fn weekend_near(day: Stretch) -> Option<Stretch> {
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
fn range(from: &Expr, to: &Expr, now: Day, out: Out<'_>) {
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
