//! Times of day: its parts, and spans of hours. One hour is read in `hour`.

use super::Parser;
use crate::value::date::calendar::Grain;
use crate::value::date::clock::{Clock, DAY, HALF, Half};
use crate::value::date::expr::Expr;
use crate::value::date::lexer::What;
use crate::value::date::scope::share_scope;
use crate::value::date::words::{Third, Word};
use crate::value::date::zone;

impl Parser<'_> {
    /// "at 3 p.m.", "around noon", "in the afternoon", "15:30 GMT".
    pub(super) fn time(&mut self) -> Option<Clock> {
        // Most dates begin with a month or a weekday and end without a time.
        if self.done() || matches!(self.word(), Some(Word::Month(_) | Word::Weekday(_))) {
            return None;
        }
        let start = self.at;
        let mut about = false;
        loop {
            let before = self.at;
            self.eat_mark(',');
            self.skip(&[Word::Prep, Word::In, Word::The, Word::Adverb]);
            // "at or about noon"
            self.attempt(|p| (p.eat(Word::Or) && p.word() == Some(Word::Circa)).then_some(()));
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
        let mut clock = self.zoned(clock);
        if self.since_word("local") {
            self.at += 1;
            self.eat(Word::SomeTime);
        }
        self.skip(&[Word::Adverb]);
        self.attempt(Self::same_elsewhere);
        if clock.half == Half::Bare {
            clock = self.hour_alone(clock, start)?;
        }
        self.note(start, || clock.role().into());
        Some(if about { clock.about() } else { clock })
    }

    /// A time with the zone that follows it, if one does. Those of the world's time count 24 hours.
    fn zoned(&mut self, clock: Clock) -> Clock {
        let zone = self
            .take(|word| match word {
                Word::Zone(zone) => Some(zone),
                _ => None,
            })
            .or_else(|| self.zone_in_words());
        let clock = match clock.half {
            Half::Either | Half::Open if zone == Some("GMT") => Clock {
                again: 0,
                half: Half::Known,
                ..clock
            },
            _ => clock,
        };
        Clock { zone, ..clock }
    }

    /// The same time elsewhere: "(0715 GMT)", "(0000 GMT Wednesday)".
    pub(super) fn same_elsewhere(&mut self) -> Option<()> {
        self.eat_mark('(').then_some(())?;
        self.time()?;
        self.attempt(Self::primary);
        self.eat_mark(')').then_some(())
    }

    /// "Eastern time", "Pacific Daylight Time".
    fn zone_in_words(&mut self) -> Option<&'static str> {
        if self.done() || self.word() != Some(Word::Other) {
            return None;
        }
        let words: Vec<String> = (self.at..self.at + 5)
            .map(|at| self.tokens.slice(at, at + 1).to_lowercase())
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (zone, length) = zone::named(&words)?;
        self.at += length;
        Some(zone)
    }

    /// A number alone as an hour, if the words around it are of a time: "9 last night", "tonight at 8",
    /// "at 3 on Tuesday".
    fn hour_alone(&self, clock: Clock, start: usize) -> Option<Clock> {
        let day_to_come = match self.word() {
            Some(Word::Tonight | Word::Weekday(_) | Word::Day(_) | Word::Prep) => true,
            Some(Word::This | Word::Last) => {
                matches!(self.peek_at(1), What::Word(Word::Time(..)))
            }
            _ => false,
        };
        let at = (start..self.at).any(|at| {
            let word = self.tokens.slice(at, at + 1);
            word.eq_ignore_ascii_case("at")
        });
        if self.clock.is_some_and(Clock::is_part) {
            return Some(clock);
        }
        match at && (day_to_come || (start > 0 && self.done())) {
            true => Some(clock.of_half(Half::Either)),
            false => day_to_come.then_some(clock),
        }
    }

    /// "early evening", "overnight", "the small hours", "pre-dawn".
    fn part_of_day(&mut self) -> Option<Clock> {
        if let Some(clock) = self.attempt(Self::beyond_sun) {
            return Some(clock);
        }
        if let Some(clock) = self.attempt(Self::close_of_business) {
            return Some(clock);
        }
        let part = self.take(|word| match word {
            Word::Part(third) => Some(third),
            _ => None,
        });
        self.eat_mark('-');
        if part.is_some() {
            // "late in the evening"
            self.attempt(|p| (p.skip(&[Word::In, Word::Prep]) && p.eat(Word::The)).then_some(()));
        }
        // "late in the day"
        if self.eat(Word::Unit(Grain::Day)) {
            return match part? {
                Third::Early => Some(Clock::EARLY),
                Third::Mid => None,
                Third::Late => Some(Clock::LATE),
            };
        }
        let small = part.is_none() && (self.since_word("small") || self.since_word("wee"));
        self.at += usize::from(small);
        if (small || part == Some(Third::Early)) && self.eat(Word::Hour) {
            // "the early hours of the morning"
            self.attempt(|p| {
                (p.skip(&[Word::Of]) && p.eat(Word::The) && p.eat(Word::MORNING)).then_some(())
            });
            return Some(Clock::EARLY_HOURS);
        }
        if small {
            return None;
        }
        let clock = match (self.take(Some)?, part) {
            (Word::Midnight, None) => Clock::MIDNIGHT,
            (Word::Overnight, None) => Clock::OVERNIGHT,
            (Word::Time(from, to), None) if from == to => Clock::minute(from / 60, from % 60),
            (Word::Time(from, to), None) => Clock::part(from, to),
            (Word::Time(from, to), Some(third)) => Clock::part(from, to).narrowed(third),
            _ => return None,
        };
        // "the early morning hours"
        self.eat(Word::Hour);
        Some(clock)
    }

    /// "the close of business", "end of the day", before a day.
    fn close_of_business(&mut self) -> Option<Clock> {
        self.eat(Word::Part(Third::Late)).then_some(())?;
        self.eat(Word::Of).then_some(())?;
        self.eat(Word::The);
        let business = ["business", "trading", "play", "polling"];
        let found = business.iter().any(|word| self.since_word(word));
        self.at += usize::from(found);
        let day = self.eat(Word::Unit(Grain::Day));
        let dated = (found || day) && !self.done();
        dated.then(|| Clock::part(15 * 60, if found { 20 * 60 } else { DAY }))
    }

    /// "pre-dawn", "before daybreak", "after dark": the part of the night on that side, not a bound.
    pub(super) fn beyond_sun(&mut self) -> Option<Clock> {
        let before = match self.take(Some)? {
            Word::Before => true,
            Word::After => false,
            _ => return None,
        };
        self.eat_mark('-');
        self.eat(Word::The);
        if !before && self.since_word("dark") {
            self.at += 1;
            return Some(Clock::part(16 * 60, DAY + 360));
        }
        self.take(|word| match (word, before) {
            (Word::Time(from @ 240, to), true) if from < to => Some(Clock::part(0, to)),
            (Word::Time(from @ 960, to), false) if from < to => Some(Clock::part(from, DAY + 360)),
            _ => None,
        })
    }

    /// "the night of June 5 into June 6", "overnight from Sunday to Monday", "overnight into Monday".
    pub(super) fn through_night(&mut self) -> Option<Expr> {
        self.skip(&[Word::Prep, Word::In, Word::The]);
        let overnight = self.eat(Word::Overnight);
        if !overnight {
            self.take(|word| matches!(word, Word::Time(_, to) if to > DAY).then_some(()))?;
            matches!(self.word(), Some(Word::Of | Word::From | Word::Between)).then_some(())?;
        }
        let start = self.at - 1;
        self.skip(&[Word::Of, Word::From, Word::Between, Word::Prep]);
        if overnight && self.eat(Word::Into) {
            let (day, clock) = self.end_of_range()?;
            (clock.is_none() && day.is_day()).then_some(())?;
            self.note(start, || "the night before the day, until 6:00".into());
            return Some(day.at(Some(Clock::NIGHT_BEFORE)));
        }
        let outer = std::mem::replace(&mut self.between, true);
        let first = self.end_of_range();
        let ends = match first {
            Some((Expr::Range(from, to), None)) => Some((*from, *to)),
            Some((from, None)) => self.attempt(|p| {
                let joined = p.eat_mark('-') || p.eat(Word::To) || p.eat(Word::Into);
                (joined || p.eat(Word::And)).then_some(())?;
                let (to, clock) = p.end_of_range()?;
                clock.is_none().then_some((from, to))
            }),
            _ => None,
        };
        self.between = outer;
        let (from, to) = ends.filter(|(from, to)| from.is_day() && to.is_day())?;
        self.note(start, || {
            "the night from the first day to the second, until 6:00".into()
        });
        let (from, to) = share_scope(from, to);
        Some(Expr::Range(
            from.at(Some(Clock::part(18 * 60, DAY))).boxed(),
            to.at(Some(Clock::EARLY_HOURS)).boxed(),
        ))
    }

    /// "from 9 to 11 a.m. on Thursday": hours, and the day that holds them.
    pub(super) fn between_hours(&mut self) -> Option<Expr> {
        matches!(self.word(), Some(Word::From | Word::Between)).then_some(())?;
        let clock = self.time()?;
        self.joiners();
        let day = if self.done() {
            (clock.half != Half::Bare).then(Expr::today)?
        } else {
            self.single()?
        };
        self.clock = Some(self.joined(clock, &day)?);
        Some(day)
    }

    /// "9 to 11 a.m.", "from 9:30 to 11:00", "between 9 p.m. and midnight".
    fn hours(&mut self) -> Option<Clock> {
        if !self.eat(Word::From) {
            self.eat(Word::Between);
        }
        let from = self.moment()?;
        self.through()?;
        let to = ending(self.moment()?);
        let half = match (from.half, to.half) {
            (Half::Known, _) | (_, Half::Known) => Half::Known,
            (Half::Bare, Half::Bare) => Half::Bare,
            (Half::Open, Half::Open) => Half::Open,
            _ => Half::Either,
        };
        // What does not say its half of the day is as near to the other as it can be.
        let (from, to) = match (from.half, to.half) {
            (Half::Known, Half::Known) | (Half::Open, Half::Open) => (from, to),
            (_, Half::Known) => {
                let later = from.later(HALF);
                let over_night = from.start >= to.end;
                match later.start < to.end || over_night {
                    true => (later, to),
                    false => (from, to),
                }
            }
            _ if to.end > from.start => (from, to),
            _ => {
                let later = to.later(HALF);
                let next_day = later.end <= from.start || later.end > DAY;
                (
                    from,
                    if next_day {
                        later.later(HALF - DAY)
                    } else {
                        later
                    },
                )
            }
        };
        let span = match from.from.max(0) < to.to && from.start <= to.end {
            true => spanning(from, to),
            // Over midnight: the day named is the one on which it begins, or on which it ends.
            false => Clock {
                again: DAY,
                ..spanning(from.later(-DAY), to)
            },
        };
        Some(match half {
            Half::Either | Half::Bare if span.again == 0 => span.of_half(half),
            _ => span,
        })
    }

    /// An hour, noon or midnight.
    fn moment(&mut self) -> Option<Clock> {
        let about = self.skip(&[Word::Circa]);
        let clock = self.attempt(Self::hour).or_else(|| {
            self.take(|word| match word {
                Word::Time(from, to) if from == to => Some(Clock::minute(from / 60, from % 60)),
                Word::Midnight => Some(Clock::MIDNIGHT),
                _ => None,
            })
        })?;
        Some(if about { clock.about() } else { clock })
    }

    fn through(&mut self) -> Option<()> {
        (self.eat_mark('-') || self.eat(Word::To) || self.eat(Word::And)).then_some(())
    }
}

/// From the one time to the other.
fn spanning(from: Clock, to: Clock) -> Clock {
    let midnight = from.again == DAY;
    Clock {
        from: from.from.max(if midnight { 0 } else { i32::MIN }),
        start: from.start,
        again: 0,
        half: Half::Known,
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
