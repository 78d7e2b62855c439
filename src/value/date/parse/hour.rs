//! One hour of the clock: "3 p.m.", "15:30", "half past seven", "0715 GMT".

use super::Parser;
use crate::value::date::calendar::Grain;
use crate::value::date::clock::{Clock, DAY, HALF, Half};
use crate::value::date::expr::Expr;
use crate::value::date::lexer::What;
use crate::value::date::words::Word;

impl Parser<'_> {
    /// "3 p.m.", "3:30 pm", "15:30", "3 o'clock in the afternoon", "half past seven", "1515 hrs".
    pub(super) fn hour(&mut self) -> Option<Clock> {
        if let Some(clock) = self.attempt(Self::figures_of_clock) {
            return Some(clock);
        }
        if let Some(clock) = self.attempt(Self::past_the_hour) {
            return Some(clock);
        }
        let start = self.at;
        let hour = self.hour_number()?;
        let padded = matches!(self.tokens.get(start).what, What::Number { digits: 2, .. });
        // "12 noon"
        if let Some(clock) = self.take(|word| match word {
            Word::Time(from, to) if from == to && hour == 12 => Some(Clock::minute(12, 0)),
            Word::Midnight if hour == 12 => Some(Clock::MIDNIGHT),
            _ => None,
        }) {
            return Some(clock);
        }
        let minute = self.attempt(|p| {
            let dot = p.eat_mark(':') || p.eat_mark('.');
            let What::Number { value, digits: 2 } = p.peek().what else {
                return None;
            };
            p.at += 1;
            // "02.06.2018"
            let date = p.peek().what == What::Mark('.') && p.peek().glued;
            (dot && value < 60 && !date).then_some(value)
        });
        if minute.is_some() && self.eat_mark(':') {
            self.small_number(60)?;
        }
        let at = |hour: i32| match minute {
            Some(minute) => Clock::minute(hour, minute),
            None => Clock::hour(hour),
        };
        if hour == 24 {
            // The midnight that ends the day.
            return (minute == Some(0)).then(|| Clock::minute(24, 0));
        }
        let oclock = self.attempt(Self::oclock).is_some();
        if let Some(half) = self.attempt(Self::half_of_day) {
            let known = (1..=12).contains(&hour);
            return known.then(|| at(hour % 12 + half / 60));
        }
        let half = match (hour, minute) {
            (13.., _) | (0, _) if minute.is_some() || oclock => Half::Known,
            (13.., _) | (0, _) => return None,
            _ if oclock => Half::Either,
            (_, Some(_)) if !padded => Half::Either,
            (10.., Some(_)) => Half::Open,
            (_, Some(_)) => Half::Known,
            _ => Half::Bare,
        };
        let clock = at(hour).of_half(half);
        let part = self.attempt(Self::part_of_hour);
        Some(match part {
            Some(part) => clock.with(part, false),
            None => clock,
        })
    }

    /// A time as said beside a part of a day: within that part; `None` where a number alone stays one.
    pub(super) fn joined(&self, clock: Clock, day: &Expr) -> Option<Clock> {
        let known = matches!(day, Expr::Unit(Grain::Day, _));
        let clock = match self.clock {
            Some(other) => clock.with(other, known),
            None => clock,
        };
        (clock.half != Half::Bare).then_some(clock)
    }

    /// "0715 GMT", "1515 hrs".
    fn figures_of_clock(&mut self) -> Option<Clock> {
        let What::Number { value, digits: 4 } = self.peek().what else {
            return None;
        };
        self.at += 1;
        let (hour, minute) = (value / 100, value % 100);
        let timed = self.skip(&[Word::Hour]) || matches!(self.word(), Some(Word::Zone(_)));
        (timed && hour < 24 && minute < 60).then(|| Clock::minute(hour, minute))
    }

    /// "half past seven", "a quarter to four", "ten minutes past nine".
    fn past_the_hour(&mut self) -> Option<Clock> {
        self.eat(Word::A);
        let minutes = match self.word()? {
            Word::Unit(Grain::Half) => 30,
            Word::Unit(Grain::Quarter) => 15,
            Word::Number(_) => self.tens().filter(|minutes| (1..30).contains(minutes))?,
            _ => return None,
        };
        if matches!(minutes, 15 | 30) && matches!(self.word(), Some(Word::Unit(_))) {
            self.at += 1;
        }
        let bare = !self.skip(&[Word::Hour]) && !matches!(minutes, 15 | 30);
        if bare && minutes % 5 != 0 {
            return None;
        }
        let minutes = match self.take(Some)? {
            Word::Past | Word::After => minutes,
            Word::To | Word::Before if minutes != 30 => -minutes,
            _ => return None,
        };
        if let Some(clock) = self.take(|word| match word {
            Word::Midnight => Some(Clock {
                again: DAY,
                ..Clock::minute(0, 0)
            }),
            Word::Time(from, to) if from == to => Some(Clock::minute(from / 60, from % 60)),
            _ => None,
        }) {
            return Some(clock.later(minutes));
        }
        let hour = self.hour_number()?.clamp(1, 12) % 12;
        self.attempt(Self::oclock);
        let clock = Clock::minute(0, 0).later(hour * 60 + minutes);
        if let Some(half) = self.attempt(Self::half_of_day) {
            return Some(clock.later(half));
        }
        let clock = clock.of_half(Half::Either);
        let part = self.attempt(Self::part_of_hour);
        match part {
            Some(part) => Some(clock.with(part, false)),
            // "ten to one" alone are odds, "one to three" is a range.
            None => (!bare || !self.done()).then_some(clock),
        }
    }

    /// "a.m." or "p.m.", in minutes.
    fn half_of_day(&mut self) -> Option<i32> {
        self.take(|word| match word {
            Word::Am => Some(0),
            Word::Pm => Some(HALF),
            _ => None,
        })
    }

    /// "in the morning", "at night": the part of the day that an hour lies in.
    fn part_of_hour(&mut self) -> Option<Clock> {
        self.skip(&[Word::In, Word::Prep]).then_some(())?;
        self.eat(Word::The);
        self.take(|word| match word {
            Word::Time(from, to) if from < to => Some(Clock::part(from, to)),
            _ => None,
        })
    }

    /// "o'clock" is cut into three tokens.
    fn oclock(&mut self) -> Option<()> {
        (self.eat(Word::Number(0)) && self.eat_mark('\'') && self.eat(Word::OClock)).then_some(())
    }

    /// The hour, in figures or as one word.
    fn hour_number(&mut self) -> Option<i32> {
        self.attempt(|p| p.small_number(24)).or_else(|| {
            self.take(|word| match word {
                Word::Number(hour @ 1..=12) => Some(hour),
                _ => None,
            })
        })
    }

    fn small_number(&mut self, most: i32) -> Option<i32> {
        let What::Number {
            value,
            digits: 1..=2,
        } = self.peek().what
        else {
            return None;
        };
        self.at += 1;
        (value <= most).then_some(value)
    }
}
