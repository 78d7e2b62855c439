//! Counted units: "two days ago", "more than 20 years ago", "a week from Friday".

use super::Parser;
use super::bound::Side;
use crate::value::date::calendar::Grain;
use crate::value::date::expr::{Expr, Pick, Steps};
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
    pub(super) hedge: Option<Hedge>,
    /// "two Sundays ago".
    weekday: Option<(i32, i32)>,
}

/// How a number is hedged.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Hedge {
    About,
    Almost,
    JustOver,
    More,
    AtLeast,
    Less,
    AtMost,
}

impl Hedge {
    fn name(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Almost => "almost",
            Self::JustOver => "just over",
            Self::More => "more than",
            Self::AtLeast => "at least",
            Self::Less => "less than",
            Self::AtMost => "at most",
        }
    }
}

impl Parser<'_> {
    /// "two days ago", "in three weeks", "within 10 days of the hearing", "5 days after Christmas".
    pub(super) fn counted(&mut self) -> Option<Expr> {
        let start = self.at;
        if let Some(expr) = self.attempt(Self::counted_pick) {
            return Some(expr);
        }
        let ahead = self.eat(Word::In);
        let within = !ahead && self.eat(Word::Within);
        let lasting = !within && self.eat(Word::For);
        self.eat(Word::The);
        let length = self.length()?;
        if within {
            return self.within(length);
        }
        if let Some(expr) = self.attempt(|p| p.lasting(length, lasting)) {
            return Some(expr);
        }
        let (back, base) = match self.word() {
            Some(Word::Ago) => {
                self.at += 1;
                (true, self.attempt(Self::ago_base))
            }
            Some(Word::Earlier) => {
                self.at += 1;
                if self.eat(Word::Than) {
                    return self.count_from(length, true);
                }
                (true, None)
            }
            Some(word @ (Word::Before | Word::After | Word::From)) => {
                self.at += 1;
                return self.count_from(length, word == Word::Before);
            }
            Some(Word::Later) => {
                let shown = self.since(start);
                return self.refuse(
                    format!("\u{201c}{shown} later\u{201d} does not say from which day it counts"),
                    format!("Write `{shown} after` and the day or a declared event, or `{shown} from now`."),
                );
            }
            _ if self.attempt(Self::hence).is_some() => (false, None),
            _ if ahead => (false, None),
            _ => return None,
        };
        self.note(start, || {
            let from = if base.is_some() {
                "the day named"
            } else {
                "the day of publication"
            };
            format!("counted {} from {from}", if back { "back" } else { "on" })
        });
        Some(match base {
            Some(base) => length.shift(base, back, true),
            None => length.shift(Expr::today(), back, false),
        })
    }

    /// "hence", "in the future".
    fn hence(&mut self) -> Option<()> {
        self.eat(Word::In);
        self.eat(Word::The);
        self.eat(Word::Hence).then_some(())
    }

    /// "two upcoming weeks", "five past years".
    fn counted_pick(&mut self) -> Option<Expr> {
        self.eat(Word::The);
        let (count, most) = self.count()?;
        let pick = match self.take(Some)? {
            Word::Last | Word::Past => -1,
            Word::Next | Word::Coming => 1,
            _ => return None,
        };
        match self.take(Some)? {
            Word::Unit(grain) if count == most => Some(Expr::Rolling(grain, pick * count)),
            _ => None,
        }
    }

    /// "two weeks starting May 20", "for three days from Monday".
    fn lasting(&mut self, length: Length, from: bool) -> Option<Expr> {
        self.eat_mark(',');
        match self.take(Some)? {
            Word::Starting | Word::Commencing => {}
            Word::From if from => {}
            _ => return None,
        }
        self.skip(&[Word::Prep, Word::From]);
        let start = self.single()?;
        let (months, days) = length.high?;
        Some(Expr::Lasting(start.boxed(), months, days))
    }

    /// "a year ago Friday", "two weeks ago today".
    fn ago_base(&mut self) -> Option<Expr> {
        self.skip(&[Word::Prep]);
        let base = self.single()?;
        matches!(
            base,
            Expr::Unit(Grain::Day, _) | Expr::Recurring(Pattern::Weekday(_), _)
        )
        .then_some(base)
    }

    /// The day or event that a length is counted from.
    fn count_from(&mut self, length: Length, back: bool) -> Option<Expr> {
        let start = self.at;
        if let Some(expr) = self.attempt(|p| p.event_after(length, back)) {
            return Some(expr);
        }
        if self.done() {
            let shown = self.tokens.text.trim();
            let shown: String = shown.chars().take(60).collect();
            return self.refuse(
                format!("\u{201c}{shown}\u{201d} does not say from which day it counts"),
                "Write the day or a declared event after it, or the date itself.",
            );
        }
        // "the week before last"
        let one = length.low == length.grain.size() && length.high == Some(length.low);
        if one
            && self
                .attempt(|p| {
                    (p.eat(if back { Word::Last } else { Word::Next }) && p.done()).then_some(())
                })
                .is_some()
        {
            return Some(Expr::Unit(length.grain, if back { -2 } else { 2 }));
        }
        let Some(base) = self.single() else {
            return self.unknown_event();
        };
        self.note(start, || "the day that is counted from".into());
        // A count forwards from a weekday starts at the coming one.
        let base = match base {
            Expr::Recurring(pattern @ Pattern::Weekday(_), Pick::Bare) if !back => {
                Expr::Recurring(pattern, Pick::Coming)
            }
            base => base,
        };
        let named = base != Expr::today();
        Some(length.shift(base, back, named))
    }

    /// "within two weeks", "within five days of the hearing".
    fn within(&mut self, length: Length) -> Option<Expr> {
        let side = self.take(|word| match word {
            Word::Of => Some(None),
            Word::After | Word::From => Some(Some(Side::After)),
            Word::Before => Some(Some(Side::Before)),
            _ => None,
        });
        let (base, side) = match side {
            None => (Expr::today(), Some(Side::After)),
            Some(side) => {
                if let Some(expr) = self.attempt(|p| p.event_within(length, side)) {
                    return Some(expr);
                }
                match self.single() {
                    Some(base) => (base, side),
                    None => return self.unknown_event(),
                }
            }
        };
        let length = Length {
            hedge: None,
            grain: Grain::Day,
            ..length
        };
        let ends = |back| length.shift(base.clone(), back, true).boxed();
        Some(match side {
            Some(Side::Before) => Expr::Range(ends(true), base.clone().boxed()),
            Some(_) => Expr::Range(base.clone().boxed(), ends(false)),
            None => Expr::Range(ends(true), ends(false)),
        })
    }

    /// A hedge, a number and a unit; or more of them.
    pub(super) fn length(&mut self) -> Option<Length> {
        let hedge = self.attempt(Self::hedge);
        let mut length = self.one_length()?;
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
            let add =
                |a: (i32, i32), b: (i32, i32)| Some((a.0.checked_add(b.0)?, a.1.checked_add(b.1)?));
            length.low = add(length.low, more.low)?;
            length.high = Some(add(length.high?, more.high?)?);
            length.grain = length.grain.min(more.grain);
        }
        length.hedge = hedge;
        if let Some(hedge) = hedge {
            self.hedge = Some(hedge.name());
        }
        Some(length)
    }

    fn one_length(&mut self) -> Option<Length> {
        let start = self.at;
        let (low, high) = match self.attempt(Self::half_a) {
            Some(()) => (0, 0),
            None => self.count().unwrap_or((0, 0)),
        };
        let only_half = self.at > start && low == 0;
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
                hedge: None,
                weekday: Some((weekday, low)),
            });
        }
        let unit = self.word()?;
        let (grain, each, hours) = match unit {
            Word::Unit(grain) if grain != Grain::Half => (grain, grain.size(), false),
            Word::Fortnight => (Grain::Week, (0, 14), false),
            Word::Hour => (Grain::Day, (0, 1), true),
            _ => return None,
        };
        self.at += 1;
        let unit_end = self.at;
        let half = half || self.attempt(Self::and_a_half).is_some();
        let plural = self.tokens.slice(start, unit_end).ends_with(['s', 'S']);
        // "the day before Christmas" counts one, "days before Christmas" at least two.
        let one = low == 0 && !plural && !only_half;
        if self.refusal.is_some()
            || (one && !matches!(self.word(), Some(Word::Before | Word::After)))
        {
            return None;
        }
        let (low, high) = if one { (1, 1) } else { (low, high) };
        let extra = if half {
            (each.0 / 2, each.1 / 2 + if each == (1, 0) { 15 } else { 0 })
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
        Some(Length {
            low: times(if bare { 2 } else { low })?,
            high: if bare { None } else { Some(times(high)?) },
            grain: if half { finer(grain) } else { grain },
            hours,
            hedge: None,
            weekday: None,
        })
    }

    /// "half a", before the unit.
    fn half_a(&mut self) -> Option<()> {
        (self.eat(Word::Unit(Grain::Half)) && self.eat(Word::A)).then_some(())
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
    pub(super) fn integer(&mut self) -> Option<i32> {
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

    fn hedge(&mut self) -> Option<Hedge> {
        let word = self.take(Some)?;
        match word {
            Word::Circa => Some(Hedge::About),
            Word::Almost => Some(Hedge::Almost),
            Word::Over => Some(Hedge::More),
            Word::Under => Some(Hedge::Less),
            Word::Just => match self.take(Some)? {
                Word::Over => Some(Hedge::JustOver),
                Word::Under => Some(Hedge::Almost),
                _ => None,
            },
            Word::More => self.eat(Word::Than).then_some(Hedge::More),
            Word::Less => self.eat(Word::Than).then_some(Hedge::Less),
            Word::Prep => match self.take(Some)? {
                Word::Least => Some(Hedge::AtLeast),
                Word::Most => Some(Hedge::AtMost),
                _ => None,
            },
            Word::No => {
                let side = match self.take(Some)? {
                    Word::More => Hedge::AtMost,
                    Word::Less => Hedge::AtLeast,
                    _ => return None,
                };
                self.eat(Word::Than).then_some(side)
            }
            _ => None,
        }
    }
}

impl Length {
    /// The date so long before or after another.
    ///
    /// From today, the outcome is the whole week, month or year that it falls in; from a day that
    /// is named, weeks are counted exactly.
    fn shift(self, base: Expr, back: bool, named: bool) -> Expr {
        if let Some((weekday, n)) = self.weekday {
            return Expr::Weekday(weekday, if back { -n } else { n }, base.boxed());
        }
        let sign = |(months, days): (i32, i32)| {
            if back {
                (-months, -days)
            } else {
                (months, days)
            }
        };
        let ago_day = named
            && matches!(
                base,
                Expr::Unit(Grain::Day, _) | Expr::Recurring(Pattern::Weekday(_), _)
            );
        let grain = match self.grain {
            Grain::Week | Grain::Weekend if named => Grain::Day,
            Grain::Season => Grain::Quarter,
            _ if ago_day => Grain::Day,
            grain => grain,
        };
        let at = |near: (i32, i32), far: Option<(i32, i32)>, grain: Grain| {
            Expr::Shift(
                base.clone().boxed(),
                Steps {
                    near: sign(near),
                    far: far.map(sign),
                    grain,
                },
            )
        };
        if self.hours {
            return at((0, 0), Some((0, 1)), Grain::Day);
        }
        let scale = |(months, days): (i32, i32), tenths: i32| {
            let part = |n: i32| (i64::from(n) * i64::from(tenths) / 10) as i32;
            (part(months), part(days))
        };
        let one = {
            let size = self.grain.size();
            (size.0, size.1)
        };
        let wider = |by: i32| {
            let tenth = scale(self.low, 1);
            let by = (by * tenth.0.max(one.0), by * tenth.1.max(one.1));
            (self.low.0 + by.0, self.low.1 + by.1)
        };
        let (outside, inside) = if back {
            (Side::Before, Side::After)
        } else {
            (Side::After, Side::Before)
        };
        if let (Grain::Decade | Grain::Century, None, Some(high)) = (grain, self.hedge, self.high) {
            // "two decades ago" is rounded, like the length itself.
            let half = one.0 / 2;
            return at(
                (self.low.0 - half, 0),
                Some((high.0 + half, 0)),
                Grain::Year,
            );
        }
        let exact = at(self.low, self.high.or(None), Grain::Day);
        match self.hedge {
            None if self.high.is_none() => at(self.low, None, grain),
            None => at(self.low, self.high, grain),
            Some(Hedge::About) => at(wider(-1), Some(wider(1)), grain),
            Some(Hedge::Almost) => at(wider(-1), Some(self.low), grain),
            Some(Hedge::JustOver) => at(self.low, Some(wider(1)), grain),
            Some(Hedge::More) => outside.of(exact),
            Some(Hedge::AtLeast) => match outside {
                Side::Before => Side::UpTo.of(exact),
                _ => Side::Since.of(exact),
            },
            Some(Hedge::Less | Hedge::AtMost) => {
                let least = if self.hedge == Some(Hedge::Less) {
                    1
                } else {
                    0
                };
                let far = (self.low.0, self.low.1 - least * i32::from(self.low.0 == 0));
                let _ = inside;
                at((0, 0), Some(far), Grain::Day)
            }
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
