//! Reads lengths of time: "two days", "more than 20 years", "a year and a half".

use super::Parser;
use crate::value::date::calendar::Grain;
use crate::value::date::hedge::Hedge;
use crate::value::date::length::{Length, add, finer, in_minutes, rounding};
use crate::value::date::lexer::What;
use crate::value::date::words::Word;

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
