//! Lengths of time that dates are counted by: "two days", "more than 20 years", "a year and a half".

use super::Parser;
use super::bound::Side;
use super::hedge::Hedge;
use super::period::PLURAL;
use crate::value::date::calendar::{EVER_AFTER, Grain};
use crate::value::date::clock::Clock;
use crate::value::date::expr::{Beside, Expr, Steps};
use crate::value::date::lexer::What;
use crate::value::date::pattern::Pattern;
use crate::value::date::words::Word;

/// A number of units: "2 years 1 month", "two or three weeks", "days".
#[derive(Clone, Copy)]
pub(super) struct Length {
    pub(super) low: (i32, i32),
    /// `None` for a bare plural, which has no end.
    pub(super) high: Option<(i32, i32)>,
    /// The finest unit.
    pub(super) grain: Grain,
    /// Hours or minutes: the same day or the next.
    pub(super) hours: bool,
    /// Of hours and minutes, how many minutes at least and at most, and by how many they may be rounded.
    pub(super) minutes: [(i32, i32); 2],
    pub(super) hedge: Option<Hedge>,
    /// "two Sundays ago".
    pub(super) weekday: Option<(i32, i32)>,
    /// How far half of a unit may have been rounded: "two and a half years" are three months more or less.
    pub(super) slack: (i32, i32),
    /// No number was said: "the week before Easter" is all of a week.
    pub(super) whole: bool,
}

impl Parser<'_> {
    /// A hedge, a number and a unit; or more of them.
    pub(super) fn length(&mut self) -> Option<Length> {
        let start = self.at;
        let hedge = self.attempt(Self::hedge);
        if let Some(hedge) = hedge {
            self.note(start, || hedge.role().into());
        }
        let mut length = self.one_length()?;
        // "20 years or so"
        let so = self.attempt(|p| (p.eat(Word::Or) && p.eat(Word::So)).then_some(Hedge::About));
        // "some years ago" is no number that is hedged.
        let hedge = match length.high {
            None => hedge.filter(|hedge| *hedge != Hedge::About),
            Some(_) => hedge.or(so),
        };
        loop {
            let more = self.attempt(|p| {
                p.eat_mark(',');
                p.eat(Word::And);
                p.one_length()
            });
            let Some(more) = more.filter(|more| more.weekday.is_none() && length.weekday.is_none())
            else {
                break;
            };
            length.low = add(length.low, more.low);
            length.high = Some(add(length.high?, more.high?));
            length.grain = length.grain.min(more.grain);
            length.slack = more.slack;
        }
        length.hedge = hedge;
        if let Some(hedge) = hedge {
            self.hedge = Some(hedge.name());
        }
        Some(length)
    }

    fn one_length(&mut self) -> Option<Length> {
        let start = self.at;
        // "many years"
        self.at += usize::from(self.since_word("many"));
        let share = self.attempt(Self::share_of_unit);
        let (low, high) = match share {
            Some(_) => (0, 0),
            None => self.count().unwrap_or((0, 0)),
        };
        let only_half = share.is_some();
        let half = only_half || (low > 0 && self.attempt(Self::and_a_half).is_some());
        self.eat_mark('-');
        self.eat(Word::Working).then(|| {
            self.refuse::<()>(
                "working days are not counted",
                "Write the date, or count in days.",
            )
        });
        if let Some(weekday) = self.attempt(|p| {
            p.take(|word| match word {
                Word::Weekday(weekday) => Some(weekday),
                _ => None,
            })
        }) {
            return (low > 0 && low == high).then_some(Length {
                low: (0, 0),
                high: Some((0, 0)),
                grain: Grain::Day,
                hours: false,
                minutes: [(0, 0); 2],
                hedge: None,
                weekday: Some((weekday, low)),
                slack: (0, 0),
                whole: false,
            });
        }
        let unit = self.word()?;
        let (grain, each, hours) = match unit {
            Word::Unit(grain) if grain != Grain::Half => (grain, grain.size(), false),
            Word::Fortnight => (Grain::Week, (0, 14), false),
            Word::Hour => (Grain::Day, (0, 1), true),
            _ => return None,
        };
        let minutes = self.since_word("minute") || self.since_word("minutes");
        self.at += 1;
        let unit_end = self.at;
        let half = half || self.attempt(Self::and_a_half).is_some();
        let plural = self.tokens.slice(start, unit_end).ends_with(['s', 'S']);
        // "the day before Christmas" counts one, "days before Christmas" at least two.
        let one = low == 0 && !plural && !only_half;
        // "the next week or two"
        let (low, high, one) = match (low <= 1 && !plural && !half)
            .then(|| self.attempt(Self::or_two))
            .flatten()
        {
            Some(most) => (1, most, false),
            None => (low, high, one),
        };
        if self.refusal.is_some()
            || (one
                && !matches!(
                    self.word(),
                    Some(Word::Before | Word::After | Word::Following)
                ))
        {
            return None;
        }
        let (low, high) = if one { (1, 1) } else { (low, high) };
        let extra = if half {
            let parts = share.unwrap_or(2);
            (
                each.0 / parts,
                each.1 / parts + if each == (1, 0) { 15 } else { 0 },
            )
        } else {
            (0, 0)
        };
        let times = |n: i32| {
            Some((
                each.0.checked_mul(n)?.checked_add(extra.0)?,
                each.1.checked_mul(n)?.checked_add(extra.1)?,
            ))
        };
        let bare = low == 0 && !only_half;
        if hours {
            // The time of publication is not known: 30 hours from it are one day or two.
            let per_day = if minutes { 24 * 60 } else { 24 };
            let days = |n: i32, rest: i32| (0, n.checked_add(rest).map_or(n, |n| n / per_day));
            return Some(Length {
                low: days(low, -1),
                high: (!bare).then(|| (0, days(high, per_day - 1).1.max(1))),
                grain,
                hours,
                minutes: in_minutes((low, high), minutes, half.then_some(share.unwrap_or(2))),
                hedge: None,
                weekday: None,
                slack: (0, 0),
                whole: false,
            });
        }
        Some(Length {
            low: times(if bare { 2 } else { low })?,
            high: if bare { None } else { Some(times(high)?) },
            grain: if half { finer(grain) } else { grain },
            hours,
            minutes: [(0, 0); 2],
            hedge: None,
            weekday: None,
            slack: if half { rounding(grain) } else { (0, 0) },
            whole: one && grain > Grain::Day,
        })
    }

    /// The rest of "a week or two", not that of "a week or two months".
    fn or_two(&mut self) -> Option<i32> {
        let most = self.eat(Word::Or).then(|| {
            self.take(|word| match word {
                Word::Number(most @ 2..=4) => Some(most),
                _ => None,
            })
        })??;
        (!matches!(
            self.word(),
            Some(Word::Unit(_) | Word::Fortnight | Word::Hour)
        ))
        .then_some(most)
    }

    /// "half a", "a half-", "a quarter of a", "quarter-" before a unit: into how many parts it is cut.
    fn share_of_unit(&mut self) -> Option<i32> {
        self.eat(Word::A);
        let parts = self.take(|word| match word {
            Word::Unit(Grain::Half) => Some(2),
            Word::Unit(Grain::Quarter) => Some(4),
            _ => None,
        })?;
        self.eat(Word::Of);
        self.eat(Word::A);
        self.eat_mark('-');
        let fits = match self.word()? {
            Word::Unit(grain) => parts == 2 || grain >= Grain::Decade,
            Word::Hour => true,
            _ => false,
        };
        fits.then_some(parts)
    }

    /// "and a half", before or after the unit.
    fn and_a_half(&mut self) -> Option<()> {
        (self.eat(Word::And) && self.eat(Word::A) && self.eat(Word::Unit(Grain::Half)))
            .then_some(())
    }

    /// "two", "a couple of", "two or three", "5 to 7".
    pub(super) fn count(&mut self) -> Option<(i32, i32)> {
        self.attempt(|p| {
            let a = p.eat(Word::A);
            if let Some(few) = p.take(|word| match word {
                Word::Few(low, high) => Some((low, high)),
                _ => None,
            }) {
                p.eat(Word::Of);
                return Some(few);
            }
            if a {
                return Some((1, 1));
            }
            let low = p.integer()?;
            let high = p.attempt(|p| {
                let joined = p.eat(Word::Or) || p.eat(Word::To) || p.eat_mark('-');
                if joined { p.integer() } else { None }
            });
            let high = high.unwrap_or(low);
            (low > 0 && low <= high).then_some((low, high))
        })
    }

    /// A whole number in figures or words.
    fn integer(&mut self) -> Option<i32> {
        match self.peek().what {
            What::Number {
                value,
                digits: 1..=6,
            } => {
                self.at += 1;
                Some(value)
            }
            _ => self.number_words(),
        }
    }
}

impl Length {
    /// One day.
    pub(super) const DAY: Self = Self {
        low: (0, 1),
        high: Some((0, 1)),
        grain: Grain::Day,
        hours: false,
        minutes: [(0, 0); 2],
        hedge: None,
        weekday: None,
        slack: (0, 0),
        whole: false,
    };

    /// The date so long before or after another.
    ///
    /// From today, the outcome is the whole week, month or year that it falls in, of decades half a
    /// decade either way; from a day that is named, weeks are counted exactly.
    pub(super) fn shift(self, base: Expr, back: bool, named: bool) -> Expr {
        if let Some((weekday, n)) = self.weekday {
            return Expr::Weekday(weekday, if back { -n } else { n }, base.boxed());
        }
        if self.whole && named && self.hedge.is_none() && !self.hours {
            let side = if back { Beside::Before } else { Beside::After };
            return Expr::Beside(self.grain, side, base.boxed());
        }
        let sign = |(months, days): (i32, i32)| {
            if back {
                (-months, -days)
            } else {
                (months, days)
            }
        };
        if named && !self.hours && is_one_day(&base) {
            let (near, far) = self.reach();
            return Expr::Shift(
                base.boxed(),
                Steps {
                    near: sign((0, near.0)),
                    far: (far != EVER_AFTER).then(|| sign((0, far.0))),
                    grain: Grain::Day,
                },
            );
        }
        let grain = self.outcome(&base, named);
        let at = |near: (i32, i32), far: Option<(i32, i32)>, grain: Grain| {
            Expr::Shift(
                base.boxed(),
                Steps {
                    near: sign(near),
                    far: far.map(sign),
                    grain,
                },
            )
        };
        let (beyond, or_beyond) = if back {
            (Side::Before, Side::UpTo)
        } else {
            (Side::After, Side::Since)
        };
        if self.hours {
            let (low, high) = (self.low.1, self.high.map_or(1, |high| high.1));
            let (low, high) = match self.hedge {
                Some(Hedge::More | Hedge::AtLeast) => {
                    return or_beyond.of(at(self.low, Some(self.low), Grain::Day));
                }
                Some(Hedge::Less | Hedge::AtMost) => (0, high),
                Some(Hedge::About) => ((low - 1).max(0), high.saturating_add(1)),
                Some(Hedge::Almost) => ((low - 1).max(0), high),
                Some(Hedge::JustOver) => (low, high.saturating_add(1)),
                None => (low, high),
            };
            return at((0, low), Some((0, high)), Grain::Day);
        }
        let rounded = matches!(grain, Grain::Decade | Grain::Century);
        match self.hedge {
            None if rounded => {
                let half = self.grain.size().0 / 2;
                let far = self.high.map(|(months, days)| (months + half, days));
                at((self.low.0 - half, self.low.1), far, Grain::Year)
            }
            None if self.slack != (0, 0) => {
                let far = self.high.map(|(months, days)| {
                    (
                        months.saturating_add(self.slack.0),
                        days.saturating_add(self.slack.1),
                    )
                });
                let near = (self.low.0 - self.slack.0, self.low.1 - self.slack.1);
                at(near, far, grain)
            }
            None => at(self.low, self.high, grain),
            Some(Hedge::About) => at(self.wider(-1), Some(self.wider(1)), grain),
            Some(Hedge::Almost) => at(self.wider(-1), Some(self.low), grain),
            Some(Hedge::JustOver) => at(self.low, Some(self.wider(1)), grain),
            Some(Hedge::More) => beyond.of(at(self.low, Some(self.low), Grain::Day)),
            Some(Hedge::AtLeast) => or_beyond.of(at(self.low, Some(self.low), Grain::Day)),
            Some(Hedge::Less) => at((0, 0), Some((self.low.0, self.low.1 - 1)), Grain::Day),
            Some(Hedge::AtMost) => at((0, 0), Some(self.low), Grain::Day),
        }
    }

    /// All of so long before or after a date, without it; of a plural without a figure, under twenty.
    pub(super) fn all_beside(self, base: Expr, back: bool) -> Expr {
        let (months, days) = self.high.unwrap_or_else(|| {
            let (months, days) = self.grain.size();
            (months * PLURAL, days * PLURAL)
        });
        match back {
            true => Expr::Lasting(Expr::Before(base.boxed()).boxed(), -months, -days),
            false => Expr::Lasting(Expr::After(base.boxed()).boxed(), months, days),
        }
    }

    /// The time so long before or after a time of day.
    pub(super) fn beside_time(self, clock: Clock, back: bool) -> Clock {
        let [(low, high), (down, up)] = self.minutes;
        let span = match self.hedge {
            None => ((low - down).max(0), high.saturating_add(up)),
            Some(Hedge::About) => ((low - down - 15).max(0), high.saturating_add(up + 15)),
            Some(Hedge::Almost) => ((low - down).max(0), high),
            Some(Hedge::JustOver) => (low, high.saturating_add(up)),
            Some(Hedge::More | Hedge::AtLeast) => (low, high.max(FAR)),
            Some(Hedge::Less | Hedge::AtMost) => (0, high),
        };
        clock.away(span, back)
    }

    /// The unit to which the outcome of counting is widened.
    fn outcome(self, base: &Expr, named: bool) -> Grain {
        let day = matches!(
            base,
            Expr::Unit(Grain::Day, _) | Expr::Recurring(Pattern::Weekday(_), _)
        );
        match self.grain {
            _ if named
                && (day || matches!(base, Expr::Unit(Grain::Week | Grain::Month, -1..=1))) =>
            {
                Grain::Day
            }
            Grain::Week | Grain::Weekend if named => Grain::Day,
            Grain::Season => Grain::Quarter,
            grain => grain,
        }
    }

    /// A tenth more or less, at least one unit.
    fn wider(self, sign: i32) -> (i32, i32) {
        let (months, days) = self.tenth();
        add(self.low, (sign * months, sign * days))
    }

    /// A tenth, at least one unit.
    pub(super) fn tenth(self) -> (i32, i32) {
        let (months, days) = self.grain.size();
        (
            months.max(self.low.0 / 10).max(self.slack.0),
            days.max(self.low.1 / 10).max(self.slack.1),
        )
    }
}

fn add(a: (i32, i32), b: (i32, i32)) -> (i32, i32) {
    (a.0.saturating_add(b.0), a.1.saturating_add(b.1))
}

/// Whether it is one day of the calendar that is named; "a week from Friday" is a Friday.
fn is_one_day(base: &Expr) -> bool {
    let by_weekday = matches!(
        base,
        Expr::Unit(..)
            | Expr::Recurring(Pattern::Weekday(_), _)
            | Expr::In(Pattern::Weekday(_), _)
            | Expr::Weekday(..)
            | Expr::Shift(..)
            | Expr::Either(..)
    );
    base.is_day() && !by_weekday
}

/// "Hours before dawn" are at most so many minutes.
const FAR: i32 = 12 * 60;

/// So many hours or minutes, and a part of one, in minutes, and by how many these are rounded or cut off;
/// none is a plural without a figure.
fn in_minutes((low, high): (i32, i32), minutes: bool, parts: Option<i32>) -> [(i32, i32); 2] {
    let unit = if minutes { 1 } else { 60 };
    if low == 0 && parts.is_none() {
        return [(unit, if minutes { 60 } else { FAR }), (0, 0)];
    }
    let part = parts.map_or(0, |parts| unit / parts);
    let times = |n: i32| n.saturating_mul(unit).saturating_add(part);
    let (low, high) = (times(low), times(high));
    let rounding = match (parts, minutes) {
        (Some(_), _) => (15, 15),
        (None, false) => (30, 59),
        (None, true) if low % 5 == 0 && high % 5 == 0 => (5, 5),
        (None, true) => (1, 1),
    };
    [(low, high), rounding]
}

/// How many months and days half of a unit is rounded by: a quarter of it, of a century half a decade.
fn rounding(unit: Grain) -> (i32, i32) {
    match unit {
        Grain::Century => (60, 0),
        Grain::Month => (0, 7),
        unit => {
            let (months, days) = unit.size();
            (months / 4, ((days + 3) / 4).min(2))
        }
    }
}

/// The unit in which half of a unit is told.
fn finer(grain: Grain) -> Grain {
    match grain {
        Grain::Century | Grain::Decade => Grain::Year,
        Grain::Year | Grain::Half => Grain::Month,
        Grain::Month | Grain::Quarter | Grain::Season => Grain::Week,
        _ => Grain::Day,
    }
}
