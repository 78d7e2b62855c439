//! Portions of a stretch: its early part, its second week, its last Friday.

use super::Day;
use super::calendar::{Grain, Stretch};
use super::expr::Counted;
use super::words::Third;

/// How many days later than its months the sun begins a season, at the most.
const SUN_LATER: i32 = 22;

impl Counted {
    /// The `from`-th through the `to`-th in a stretch; negative ones count from its end.
    ///
    /// A week of a month or year is counted in sevens from its first (last) day, or by ISO 8601:
    /// it belongs to where its Thursday lies.
    pub(super) fn nth(self, from: i32, to: i32, unit: Stretch) -> [Option<Stretch>; 2] {
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
                Self::Unit(part @ (Grain::Half | Grain::Quarter)) if unit.grain > Grain::Year => {
                    let parts = if part == Grain::Half { 2 } else { 4 };
                    let months = unit.grain.size().0 / parts;
                    let at = if n > 0 { step } else { parts + n };
                    let from = unit.from.step(months.checked_mul(at)?, 0)?;
                    Stretch {
                        from,
                        to: match at + 1 == parts {
                            true => unit.to,
                            false => from.step(months, 0)?.plus(-1)?,
                        },
                        ..unit
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
    /// The part of a season that is so by the months or by the sun, three weeks later.
    fn of_season(self, unit: Stretch) -> Option<Stretch> {
        let (from, to) = match self {
            Self::Early => (0, 1),
            Self::Mid => (1, 2),
            Self::Late => (2, 3),
        };
        let later = unit.from.step(to, 0)?.plus(SUN_LATER)?;
        Some(Stretch {
            from: unit.from.step(from, 0)?,
            to: match self {
                Self::Late => unit.to,
                _ => later.plus(-1)?.min(unit.to),
            },
            grain: Grain::Week,
        })
    }

    /// The early, middle or late part: days 1-10, 11-20 and 21 to the end of a month, months 1-4,
    /// 5-8 and 9-12 of a year, years 0-4, 3-7 and 6-9 of a decade, thirds of the rest; the first
    /// three, middle three and last three days of a week. The parts of a decade overlap, for nobody
    /// counts its years: only 1995 can be neither early nor late.
    pub(super) fn of(self, unit: Stretch) -> Option<Stretch> {
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
        let years = |from: i32, to: i32| {
            Some(Stretch {
                from: unit.from.step(from * 12, 0)?,
                to: unit.from.step((to + 1) * 12, 0)?.plus(-1)?,
                grain: Grain::Week,
            })
        };
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
            Grain::Decade => match self {
                Self::Early => years(0, 4),
                Self::Mid => years(3, 7),
                Self::Late => years(6, 9),
            },
            Grain::Quarter => months(1, 2),
            Grain::Half => months(2, 4),
            Grain::Season => self.of_season(unit),
            Grain::Century | Grain::Weekend => {
                let third = i32::try_from(unit.days() / 3).ok()?;
                cut(unit.from.plus(third)?, unit.from.plus(2 * third)?)
            }
        }
    }
}
