//! Times of day.

use super::Parser;
use crate::value::date::clock::{Clock, DAY};
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
        let part = self.attempt(Self::part_of_day);
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
        self.note(start, || clock.role().into());
        Some(if about { clock.about() } else { clock })
    }

    /// "early evening", "overnight", "the small hours".
    fn part_of_day(&mut self) -> Option<Clock> {
        let part = self.take(|word| match word {
            Word::Part(third) => Some(third),
            _ => None,
        });
        self.eat_mark('-');
        let small = part.is_none() && (self.since_word("small") || self.since_word("wee"));
        self.at += usize::from(small);
        if (small || part == Some(Third::Early)) && self.eat(Word::Hour) {
            return Some(Clock::EARLY_HOURS);
        }
        if small {
            return None;
        }
        let clock = match (self.take(Some)?, part) {
            (Word::Midnight, None) => Clock::MIDNIGHT,
            (Word::Overnight, None) => Clock::OVERNIGHT,
            (Word::Time(from, to), part) => {
                let third = (to - from) / 3;
                match part {
                    None if from == to => Clock::minute(from / 60, from % 60),
                    None => Clock::part(from, to),
                    Some(Third::Early) => Clock::part(from, to - third),
                    Some(Third::Mid) => Clock::part(from + third, to - third),
                    Some(Third::Late) => Clock::part(from + third, to),
                }
            }
            _ => return None,
        };
        // "the early morning hours"
        self.eat(Word::Hour);
        Some(clock)
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
            let to = ending(self.moment()?);
            // The first hour lies in the same half of the day as the second.
            let half = if to.to > 12 * 60 && hour < 12 { 12 } else { 0 };
            let from = Clock::hour(hour + half);
            return (from.from < to.to).then(|| spanning(from, to));
        }
        let from = self.moment()?;
        self.through()?;
        let to = ending(self.moment()?);
        Some(match from.from.max(0) < to.to {
            true => spanning(from, to),
            // Over midnight: the day named is the one on which it begins, or on which it ends.
            false => Clock {
                twice: true,
                ..spanning(
                    Clock {
                        from: from.from - DAY,
                        start: from.start - DAY,
                        ..from
                    },
                    to,
                )
            },
        })
    }

    /// An hour, noon or midnight.
    fn moment(&mut self) -> Option<Clock> {
        self.attempt(Self::hour).or_else(|| {
            self.take(|word| match word {
                Word::Time(from, to) if from == to => Some(Clock::minute(from / 60, from % 60)),
                Word::Midnight => Some(Clock::MIDNIGHT),
                _ => None,
            })
        })
    }

    fn through(&mut self) -> Option<()> {
        (self.eat_mark('-') || self.eat(Word::To) || self.eat(Word::And)).then_some(())
    }

    /// "in the morning", "at night": the part of the day that an hour lies in.
    fn part_of_hour(&mut self) -> Option<(i32, i32)> {
        self.skip(&[Word::In, Word::Prep]).then_some(())?;
        self.eat(Word::The);
        self.take(|word| match word {
            Word::Time(from, to) if to - from <= 12 * 60 => Some((from, to)),
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
            (dot && value < 60).then_some(value)
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
        let part = match half {
            Some(_) => None,
            None => self.attempt(Self::part_of_hour),
        };
        // "2 at night" is before dawn, of the day named or of the next.
        let after_midnight = part.is_some_and(|(_, to)| to > DAY) && (hour < 6 || hour == 12);
        let half = half.or(part.map(|(from, _)| {
            if from < 12 * 60 || after_midnight {
                0
            } else {
                12
            }
        }));
        let hour = match half {
            Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
            Some(_) => return None,
            None if minute.is_some() || oclock => hour,
            None => return None,
        };
        let clock = match minute {
            Some(minute) => Clock::minute(hour.min(23), minute),
            None => Clock::hour(hour.min(23)),
        };
        Some(Clock {
            twice: after_midnight,
            ..clock
        })
    }

    /// "o'clock" is cut into three tokens.
    fn oclock(&mut self) -> Option<()> {
        (self.eat(Word::Number(0)) && self.eat_mark('\'') && self.eat(Word::OClock)).then_some(())
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

/// From the one time to the other.
fn spanning(from: Clock, to: Clock) -> Clock {
    Clock {
        from: from.from.max(if from.twice { 0 } else { i32::MIN }),
        start: from.start,
        twice: false,
        ..to
    }
}

/// The end of a span of hours: midnight is that at the end of the day.
fn ending(clock: Clock) -> Clock {
    if clock == Clock::MIDNIGHT {
        Clock::part(DAY, DAY)
    } else {
        clock
    }
}
