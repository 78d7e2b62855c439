//! One date with its time, and the stretch that holds it: "9:30 on Tuesday night", "June last year".

use super::Parser;
use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::clock::{Clock, DAY, Half};
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::lexer::What;
use crate::value::date::pattern::Pattern;
use crate::value::date::scope::is_scope;
use crate::value::date::words::Word;

impl Parser<'_> {
    /// Words between the parts of a date: "of", "in", "on", "the", a comma.
    pub(super) fn joiners(&mut self) -> bool {
        let start = self.at;
        loop {
            let before = self.at;
            self.skip(&[Word::Of, Word::In, Word::Prep, Word::The]);
            self.eat_mark(',');
            if self.at == before {
                break;
            }
        }
        // "the" belongs to what follows: "the month".
        if self.at > start && self.tokens.get(self.at - 1).what == What::Word(Word::The) {
            self.at -= 1;
        }
        self.at > start
    }

    /// A date with its time, and the stretch that holds it.
    pub(super) fn single(&mut self) -> Option<Expr> {
        if let Some(day) = self.attempt(Self::night_before_last) {
            return Some(day);
        }
        let start = self.at;
        let clock = self.attempt(Self::time);
        if clock.is_some() {
            self.joiners();
            if self.done() && clock.is_some_and(|clock| clock.half != Half::Bare) {
                self.clock = clock;
                if clock.is_some_and(|clock| clock.is_overnight()) {
                    return Some(Expr::today());
                }
                // The day stands elsewhere in the article, and two articles of one event are
                // often of two days.
                return Some(Expr::Fixed(Stretch::EVER));
            }
        }
        let Some(clock) = clock else {
            return self.day_and_time();
        };
        let timed = self.attempt(|p| {
            let ago = p.attempt(|p| p.counted().filter(Expr::is_day));
            let day = match ago {
                Some(day) => day,
                None => p.day_and_time()?,
            };
            p.clock = Some(p.joined(clock, &day)?);
            Some(day)
        });
        // "9 on Tuesday" is no time, "9 on the list" neither.
        timed.or_else(|| {
            (clock.half == Half::Bare).then(|| self.at = start)?;
            self.day_and_time()
        })
    }

    /// A date with the time that follows it, and the stretch that holds it.
    fn day_and_time(&mut self) -> Option<Expr> {
        let (start, notes) = (self.at, self.notes.len());
        let mut expr = self.primary()?;
        // "July 4 weekend"
        if matches!(expr.bare(), Some(Pattern::YearDay { .. }))
            && self.eat(Word::Unit(Grain::Weekend))
        {
            expr = Expr::Around(Grain::Weekend, expr.boxed());
        }
        // "June 7 (Thursday)"
        if let Some(said) = self.attempt(Self::weekday_in_brackets) {
            expr = match expr {
                Expr::Recurring(Pattern::YearDay { month, day, .. }, pick) => Expr::Recurring(
                    Pattern::YearDay {
                        month,
                        day,
                        weekday: Some(said),
                    },
                    pick,
                ),
                Expr::Fixed(one) if one.grain == Grain::Day && one.from.weekday() != said => {
                    return self.misfit(one.from, said);
                }
                expr => expr,
            };
        }
        // "Friday last", "June next"
        if let Some(pattern) = expr.bare()
            && let Some(pick) = self.attempt(Self::trailing_pick)
        {
            expr = Expr::Recurring(pattern, pick);
        }
        if let Some(second) = self.attempt(|p| p.second_one(&expr)) {
            self.notes.truncate(notes);
            self.note_role(start, &second);
            expr = second;
        }
        loop {
            let before = self.at;
            expr = self.scoped(expr)?;
            if self.at > before {
                self.notes.truncate(notes);
                self.note_role(start, &expr);
            }
            // "Monday night, June 4"
            if let (Some(Pattern::Weekday(weekday)), Some(_)) = (expr.bare(), self.clock)
                && let Some(dated) = self.attempt(|p| p.date_of(weekday))
            {
                expr = dated;
            }
            let time = self
                .attempt(|p| p.time_here(Self::time, &expr))
                // "Monday from 10 p.m. to 2 a.m. Tuesday"
                .or_else(|| self.attempt(|p| p.time_here(Self::first_hour, &expr)));
            if let Some(time) = time {
                self.clock = Some(time);
            } else if expr.is_day()
                && self.clock.is_none()
                && let Some(part) = self.attempt(Self::side_of_time)
            {
                self.clock = Some(part);
            }
            if self.at == before {
                break;
            }
        }
        self.attempt(Self::same_elsewhere);
        Some(expr)
    }

    /// A time of this day, and not one of the next that is named.
    fn time_here(&mut self, read: fn(&mut Self) -> Option<Clock>, day: &Expr) -> Option<Clock> {
        let time = read(self)?;
        let span = !time.is_part() && time.to - time.from > 60;
        if span && matches!(self.word(), Some(Word::Weekday(_) | Word::Month(_))) {
            return None;
        }
        self.joined(time, day)
    }

    /// The hour that a span begins with.
    fn first_hour(&mut self) -> Option<Clock> {
        self.eat_mark(',');
        self.skip(&[Word::Prep]);
        self.eat(Word::From);
        self.hour()
    }

    fn weekday_in_brackets(&mut self) -> Option<i32> {
        self.eat_mark('(').then_some(())?;
        let weekday = self.take(|word| match word {
            Word::Weekday(weekday) => Some(weekday),
            _ => None,
        })?;
        self.eat_mark(')').then_some(weekday)
    }

    /// The date of a weekday, after its time: ", June 4", ", 4 June 2018".
    fn date_of(&mut self, weekday: i32) -> Option<Expr> {
        self.eat_mark(',');
        self.skip(&[Word::Prep]);
        let (month, day) = match self.month() {
            Some(month) => (month, self.day_number()?),
            None => {
                let day = self.day_number()?;
                self.eat(Word::Of);
                (self.month()?, day)
            }
        };
        self.dated(month, day, Some(weekday), Pick::Bare)
    }

    /// The end of "Tuesday after 5 p.m.", "tomorrow before noon": the part of the day on that side.
    fn side_of_time(&mut self) -> Option<Clock> {
        let side = self
            .take(|word| matches!(word, Word::Before | Word::By | Word::After).then_some(word))?;
        let time = self.time()?;
        let known = matches!(time.half, Half::Known | Half::Open) && !time.is_part();
        (known && self.done()).then(|| Clock {
            zone: time.zone,
            ..match side {
                Word::After => Clock::part(time.start, DAY),
                Word::By => Clock::part(0, time.end_included()),
                _ => Clock::part(0, time.end),
            }
        })
    }

    /// "Friday last", "in June next" of older and Indian newspapers.
    fn trailing_pick(&mut self) -> Option<Pick> {
        let pick = self.take(|word| match word {
            Word::Last => Some(Pick::Last),
            Word::Next => Some(Pick::Next),
            _ => None,
        })?;
        (self.done() || self.peek().what == What::Mark(',')).then_some(pick)
    }

    /// "the night before last"; "the night before" counts from a day of the article.
    fn night_before_last(&mut self) -> Option<Expr> {
        self.eat(Word::The);
        let start = self.at;
        let night = self.take(|word| match word {
            Word::Time(from, to) if to - from < DAY && from < to => Some(Clock::part(from, to)),
            _ => None,
        })?;
        self.eat(Word::Before).then_some(())?;
        if self.done() {
            return self.elsewhere(start);
        }
        (self.eat(Word::Last) && self.done()).then(|| self.clock = Some(night))?;
        Some(Expr::Unit(Grain::Day, -2))
    }

    /// Takes the stretch that a repeating thing lies in ("June last year"), or the repeating thing
    /// that lies in a stretch ("last week on Friday").
    fn scoped(&mut self, expr: Expr) -> Option<Expr> {
        let start = self.at;
        if let Some(pattern) = expr.bare() {
            let scope = self.attempt(|p| {
                p.joiners();
                p.eat_mark('-');
                p.eat(Word::This);
                let before = p.at;
                if p.tokens.get(before.saturating_sub(1)).what == What::Word(Word::This) {
                    p.at = before - 1;
                }
                p.attempt(Self::counted)
                    .or_else(|| p.primary())
                    .filter(|scope| is_scope(scope, pattern))
            });
            return match scope {
                Some(scope) if self.misplaced_year(&scope, pattern, start) => None,
                Some(scope) => Some(Expr::In(pattern, scope.boxed())),
                None => Some(expr),
            };
        }
        if !matches!(&expr, Expr::Fixed(stretch) if stretch.grain > Grain::Day)
            && !matches!(&expr, Expr::Unit(grain, _) if *grain > Grain::Day)
        {
            return Some(expr);
        }
        let inner = self.attempt(|p| {
            if p.eat_mark('\'') {
                p.eat(Word::S);
            }
            // "last year's quarter", "the 1988 period": some part of it.
            if p.skip(&[Word::Period, Word::Unit(Grain::Quarter)]) {
                return Some(None);
            }
            p.joiners();
            p.eat_mark('-');
            let inner = p.primary()?;
            inner
                .bare()
                .filter(|pattern| is_scope(&expr, *pattern))
                .map(Some)
        });
        match inner {
            Some(Some(pattern)) if self.misplaced_year(&expr, pattern, start) => None,
            Some(Some(pattern)) => Some(Expr::In(pattern, expr.boxed())),
            _ => Some(expr),
        }
    }

    /// Refuses a year with a day that does not lie in it by the words since `start`, as in "1500 on
    /// Thursday" and "Thursday 1500": four figures beside a day are a time that lacks its colon.
    fn misplaced_year(&mut self, scope: &Expr, pattern: Pattern, start: usize) -> bool {
        let Expr::Fixed(Stretch {
            from,
            grain: Grain::Year,
            ..
        }) = scope
        else {
            return false;
        };
        let joined = |word| (start..self.at).any(|at| self.tokens.get(at).what == What::Word(word));
        let lies_in_it = joined(Word::In) || joined(Word::Of);
        if lies_in_it || (pattern.cycle() != Grain::Week && !joined(Word::Prep)) {
            return false;
        }
        let year = from.civil().map_or(0, |day| i32::from(day.year()));
        let (hour, minute) = (year / 100, year % 100);
        let hint = if hour < 24 && minute < 60 {
            format!("Write the time with a colon, `{hour}:{minute:02}`, or the date in full.")
        } else {
            "Write the date in full.".into()
        };
        self.refuse::<()>(
            format!("the year {year} and a day beside it, not in it, make no date"),
            hint,
        );
        true
    }
}
