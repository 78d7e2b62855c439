//! Times of day.

use super::Parser;
use crate::value::date::clock::Clock;
use crate::value::date::expr::Expr;
use crate::value::date::lexer::What;
use crate::value::date::words::{Third, Word};

impl Parser<'_> {
    /// "at 3 p.m.", "around noon", "in the afternoon", "15:30 GMT".
    pub(super) fn time(&mut self) -> Option<Clock> {
        let start = self.at;
        let mut about = false;
        loop {
            let before = self.at;
            self.eat_mark(',');
            self.skip(&[Word::Prep, Word::In, Word::The, Word::Adverb]);
            about |= self.skip(&[Word::Circa]);
            if self.at == before {
                break;
            }
        }
        let part = self.attempt(|p| {
            let part = p.take(|word| match word {
                Word::Part(third) => Some(third),
                _ => None,
            });
            p.eat_mark('-');
            let (from, to) = p.take(|word| match word {
                Word::Time(from, to) => Some((from as u16, to as u16)),
                _ => None,
            })?;
            let third = (to - from) / 3;
            let (from, to) = match part {
                None => (from, to.max(from + 1)),
                Some(Third::Early) => (from, to - third),
                Some(Third::Mid) => (from + third, to - third),
                Some(Third::Late) => (from + third, to),
            };
            Some(Clock {
                from,
                to,
                zone: None,
            })
        });
        let clock = match part {
            Some(clock) => {
                self.eat(Word::Of);
                clock
            }
            None => match self.attempt(Self::hours) {
                Some(clock) => clock,
                None => self.hour()?,
            },
        };
        let zone = self.take(|word| match word {
            Word::Zone(zone) => Some(zone),
            _ => None,
        });
        self.skip(&[Word::Adverb]);
        let clock = Clock { zone, ..clock };
        self.note(start, || {
            "the time of day, compared only within one day".into()
        });
        Some(if about { clock.about() } else { clock })
    }

    /// "from 9 to 11 a.m. on Thursday": hours, and the day that holds them.
    pub(super) fn between_hours(&mut self) -> Option<Expr> {
        matches!(self.word(), Some(Word::From | Word::Between)).then_some(())?;
        let clock = self.time()?;
        self.joiners();
        let day = if self.done() {
            Expr::today()
        } else {
            self.single()?
        };
        self.clock = Some(clock);
        Some(day)
    }

    /// "9 to 11 a.m.", "from 9:30 to 11:00", "between 9 p.m. and midnight".
    fn hours(&mut self) -> Option<Clock> {
        if !self.eat(Word::From) {
            self.eat(Word::Between);
        }
        let plain = self.attempt(|p| {
            let hour = p.small_number(12)?;
            p.through().map(|()| hour)
        });
        if let Some(hour) = plain {
            let to = self.moment()?;
            // The first hour lies in the same half of the day as the second.
            let half = if to.to > 12 * 60 && hour < 12 { 12 } else { 0 };
            let from = Clock::hour(hour + half);
            return (from.from < to.to).then_some(Clock {
                from: from.from,
                ..to
            });
        }
        let from = self.moment()?;
        self.through()?;
        let to = self.moment()?;
        (from.from < to.to).then_some(Clock {
            from: from.from,
            ..to
        })
    }

    /// An hour, noon or midnight.
    fn moment(&mut self) -> Option<Clock> {
        self.attempt(Self::hour).or_else(|| {
            let (from, to) = self.take(|word| match word {
                Word::Time(from, to) if from == to || to - from == 24 * 60 => Some((from, to)),
                _ => None,
            })?;
            Some(Clock {
                from: from as u16,
                to: to.max(from + 1) as u16,
                zone: None,
            })
        })
    }

    fn through(&mut self) -> Option<()> {
        (self.eat_mark('-') || self.eat(Word::To) || self.eat(Word::And)).then_some(())
    }

    /// "in the morning", "at night": which half of the day an hour lies in.
    fn half_of_day(&mut self) -> Option<u16> {
        self.skip(&[Word::In, Word::Prep]).then_some(())?;
        self.eat(Word::The);
        self.take(|word| match word {
            Word::Time(from, to) if to - from <= 12 * 60 => {
                Some(if from < 12 * 60 { 0 } else { 12 })
            }
            _ => None,
        })
    }

    /// "3 p.m.", "3:30 pm", "15:30", "3 o'clock in the afternoon".
    pub(super) fn hour(&mut self) -> Option<Clock> {
        let hour = self.small_number(24)?;
        let minute = self.attempt(|p| {
            let dot = p.eat_mark(':') || p.eat_mark('.');
            let What::Number { value, digits: 2 } = p.peek().what else {
                return None;
            };
            p.at += 1;
            (dot && value < 60).then_some(value as u16)
        });
        if minute.is_some() && self.eat_mark(':') {
            self.small_number(60)?;
        }
        let half = self.attempt(|p| {
            if p.peek_at(0) == What::Word(Word::Other) && p.eat_mark('\'') {
                return None;
            }
            p.take(|word| match word {
                Word::Am => Some(0),
                Word::Pm => Some(12),
                _ => None,
            })
        });
        let oclock = half.is_none() && self.attempt(Self::oclock).is_some();
        let half = half.or_else(|| self.attempt(Self::half_of_day));
        let hour = match half {
            Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
            Some(_) => return None,
            None if minute.is_some() || oclock => hour,
            None => return None,
        };
        match minute {
            Some(minute) => Some(Clock::minute(hour.min(23), minute)),
            None => Some(Clock::hour(hour.min(23))),
        }
    }

    /// "o'clock" is cut into three tokens.
    fn oclock(&mut self) -> Option<()> {
        (self.eat(Word::Number(0)) && self.eat_mark('\'') && self.eat(Word::OClock)).then_some(())
    }

    fn small_number(&mut self, most: i32) -> Option<u16> {
        let What::Number {
            value,
            digits: 1..=2,
        } = self.peek().what
        else {
            return None;
        };
        self.at += 1;
        (value <= most).then_some(value as u16)
    }
}
