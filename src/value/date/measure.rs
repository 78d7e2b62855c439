//! What a length of time comes to in the calendar: in months, days and minutes.

use super::calendar::Grain;
use super::hedge::Hedge;
use super::length::{FAR, Length, finer, rounding};
use super::lexer::{Tokens, What};
use super::units::TIME_UNITS;
use super::words::Word;
use crate::value::Rational;
use crate::value::amount::Effect;
use crate::value::amount::Unit;
use crate::value::amount::length::{self, Pieces};

/// A length that stands at a token.
#[derive(Clone)]
pub(super) struct Measure {
    pub(super) length: Length,
    /// The token after it.
    pub(super) next: usize,
    /// Where hedges stand, as tokens from and to.
    pub(super) hedged: Vec<(usize, usize)>,
    /// Whether it has two ends: "5 to 7 weeks".
    pub(super) is_range: bool,
    /// Whether no number is said: "the week before Easter".
    pub(super) alone: bool,
    /// Whether it counts working days, which nobody can count without a calendar of holidays.
    pub(super) working: bool,
}

/// One unit as the calendar has it; a week has no months, an hour no days.
#[derive(Clone, Copy)]
struct Size {
    grain: Grain,
    months: i128,
    days: i128,
    /// In minutes, of which a second is a part.
    minutes: Rational,
}

/// A sum of units, rounded down to whole months, days and minutes.
#[derive(Clone, Copy, Default)]
struct Total {
    months: i32,
    days: i32,
    minutes: i32,
}

/// The length at a token: a hedged number and a unit, or several of them.
pub(super) fn at(tokens: &Tokens<'_>, at: usize) -> Option<Measure> {
    let Some(found) = length::at(&tokens.scan, at) else {
        return calendar_unit_alone(tokens, at);
    };
    let said = found.low.first().and_then(|(_, unit)| *unit);
    let (own, next) = match (said, tokens.get(found.next).what) {
        (Some(_), _) => (None, found.next),
        (None, What::Word(Word::Weekday(weekday))) => return weekdays(&found, weekday),
        (None, What::Word(Word::Unit(grain))) if grain != Grain::Half => {
            (Some(Size::of_grain(grain)), found.next + 1)
        }
        (None, What::Word(Word::Working)) => (Some(Size::of_grain(Grain::Day)), found.next),
        _ => return None,
    };
    let working = said.is_none() && next == found.next;
    let length = length_of(&found, own)?;
    let hedged = found.hedged.to_vec();
    Some(Measure {
        alone: !found.is_counted && found.high.is_some(),
        length,
        next,
        hedged,
        working,
        is_range: found.is_range,
    })
}

/// "weekends", "the season before": a unit that amounts do not have, without a number.
fn calendar_unit_alone(tokens: &Tokens<'_>, at: usize) -> Option<Measure> {
    let article = tokens.get(at).what == What::Word(Word::A);
    let unit_at = at + usize::from(article);
    let What::Word(Word::Unit(grain)) = tokens.get(unit_at).what else {
        return None;
    };
    if grain == Grain::Half {
        return None;
    }
    let plural = tokens.slice(unit_at, unit_at + 1).ends_with(['s', 'S']);
    let (months, days) = grain.size();
    let (low, high) = match plural {
        true => ((2 * months, 2 * days), None),
        false => ((months, days), Some((months, days))),
    };
    (!(article && plural)).then_some(Measure {
        length: Length {
            low,
            high,
            grain,
            whole: !article && !plural,
            ..Length::DAY
        },
        next: unit_at + 1,
        hedged: Vec::new(),
        is_range: false,
        alone: !article && !plural,
        working: false,
    })
}

/// "two Sundays".
fn weekdays(found: &length::Length, weekday: i32) -> Option<Measure> {
    let (low, high) = (found.low.first()?, found.high.as_ref()?.first()?);
    let n = i32::try_from(low.0.numerator()).ok()?;
    let sure = low == high && low.0.is_integer() && found.hedge.is_none();
    sure.then_some(Measure {
        length: Length {
            low: (0, 0),
            high: Some((0, 0)),
            weekday: Some((weekday, n)),
            ..Length::DAY
        },
        next: found.next + 1,
        hedged: Vec::new(),
        is_range: false,
        alone: false,
        working: false,
    })
}

fn length_of(found: &length::Length, own: Option<Size>) -> Option<Length> {
    let size = |unit: Option<Unit>| own.or_else(|| unit.and_then(Size::of_unit));
    let low = total(&found.low, size)?;
    let high = match &found.high {
        Some(high) => Some(total(high, size)?),
        None => None,
    };
    let finest = found
        .low
        .iter()
        .chain(found.high.iter().flatten())
        .filter_map(|(_, unit)| size(*unit))
        .min_by_key(|size| (size.grain, size.minutes))?;
    let hours = low.months == 0 && low.days == 0 && finest.minutes > Rational::ZERO;
    let grain = finest.grain;
    let parted = found.is_parted && !hours;
    let hedge = found.hedge.and_then(|row| hedge_of(row.effect));
    // "some years ago" is no number that is hedged.
    let hedge = hedge.filter(|hedge| high.is_some() || *hedge != Hedge::About);
    Some(Length {
        low: low.in_days(-1)?,
        high: match high {
            Some(high) => Some(high.in_days(1)?),
            None => None,
        },
        grain: if parted { finer(grain) } else { grain },
        hours,
        minutes: match hours {
            true => in_minutes(low, high, finest, found.is_parted),
            false => [(0, 0); 2],
        },
        hedge,
        weekday: None,
        slack: match parted {
            true => rounding(grain),
            false => finest.times(found.error)?.pair(),
        },
        whole: !found.is_counted
            && high.is_some()
            && grain > Grain::Day
            && low.pair() == grain.size(),
    })
}

fn hedge_of(effect: Effect) -> Option<Hedge> {
    Some(match effect {
        Effect::About => Hedge::About,
        Effect::Almost => Hedge::Almost,
        Effect::JustOver => Hedge::JustOver,
        Effect::MoreThan => Hedge::More,
        Effect::AtLeast => Hedge::AtLeast,
        Effect::LessThan | Effect::AnyLess => Hedge::Less,
        Effect::AtMost | Effect::AnyUpTo => Hedge::AtMost,
        Effect::Exactly | Effect::Decade | Effect::Plain => return None,
    })
}

/// The sum of some pieces; `None` where one of them is no time, or too long for a calendar.
fn total(pieces: &Pieces, size: impl Fn(Option<Unit>) -> Option<Size>) -> Option<Total> {
    let mut sum = Total::default();
    for (n, unit) in pieces {
        let part = size(*unit)?.times(*n)?;
        sum.months = sum.months.checked_add(part.months)?;
        sum.days = sum.days.checked_add(part.days)?;
        sum.minutes = sum.minutes.checked_add(part.minutes)?;
    }
    Some(sum)
}

/// So many minutes at least and at most, and by how many they are rounded or cut off.
fn in_minutes(low: Total, high: Option<Total>, finest: Size, parted: bool) -> [(i32, i32); 2] {
    let by_hours = finest.minutes > Rational::ONE;
    let Some(high) = high else {
        return [(low.minutes / 2, if by_hours { FAR } else { 60 }), (0, 0)];
    };
    let rounding = match (parted, by_hours) {
        (true, _) => (15, 15),
        (false, true) => (30, 59),
        (false, false) if low.minutes % 5 == 0 && high.minutes % 5 == 0 => (5, 5),
        (false, false) => (1, 1),
    };
    [(low.minutes, high.minutes), rounding]
}

impl Size {
    fn of_grain(grain: Grain) -> Self {
        let (months, days) = grain.size();
        Self {
            grain,
            months: months.into(),
            days: days.into(),
            minutes: Rational::ZERO,
        }
    }

    fn of_unit(unit: Unit) -> Option<Self> {
        let row = TIME_UNITS.iter().find(|row| row.name == unit.name())?;
        let (months, days) = row.grain.size();
        Some(Self {
            grain: row.grain,
            months: (months * row.times).into(),
            days: (days * row.times).into(),
            minutes: Rational::new(row.minutes.0, row.minutes.1)?,
        })
    }

    /// So many of it; what is left of a month is days, of thirty to a month.
    fn times(self, n: Rational) -> Option<Total> {
        let months = n.checked_mul(Rational::from_int(self.months))?;
        let days = n.checked_mul(Rational::from_int(self.days))?;
        let left = months.checked_sub(Rational::from_int(months.floor()))?;
        let left = left.checked_mul(Rational::from_int(30))?.floor();
        let whole = |n: i128| i32::try_from(n).ok();
        Some(Total {
            months: whole(months.floor())?,
            days: whole(days.floor().checked_add(left)?)?,
            minutes: whole(n.checked_mul(self.minutes)?.floor())?,
        })
    }
}

impl Total {
    fn pair(self) -> (i32, i32) {
        (self.months, self.days)
    }

    /// Hours and minutes as the days on which they may end, the time of publication being unknown: 30
    /// hours from it are one day or two.
    fn in_days(self, side: i32) -> Option<(i32, i32)> {
        const A_DAY: i32 = 24 * 60;
        if self.minutes == 0 && (self.months, self.days) != (0, 0) {
            return Some(self.pair());
        }
        let whole = match side {
            1 => (self.minutes.checked_add(A_DAY - 1)? / A_DAY).max(1),
            _ => (self.minutes - 1).max(0) / A_DAY,
        };
        Some((self.months, self.days.checked_add(whole)?))
    }
}
