//! Days by name: "June 6, 2018", "Friday, June 6", "the Friday before Christmas".

use super::Parser;
use super::absolute::{month_name, short_year, weekday_name};
use crate::value::Refusal;
use crate::value::date::Day;
use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::lexer::What;
use crate::value::date::pattern::Pattern;
use crate::value::date::words::Word;

/// Why a weekday and a date do not fit; 0 is Monday.
pub(in crate::value::date) fn weekday_misfit(date: Day, said: i32) -> Option<Refusal> {
    let (is, said) = (weekday_name(date.weekday()), weekday_name(said));
    let civil = date.civil()?;
    let shown = format!(
        "{} {} {}",
        civil.day(),
        month_name(civil.month().into()),
        civil.year()
    );
    Some(Refusal {
        why: format!("{shown} is a {is}, not a {said}"),
        hint: format!("Check the date in the article; write `{is}, {shown}`, or `{shown}`."),
    })
}

impl Parser<'_> {
    /// "June", "June 6", "June 6, 2018", "June 4-6, 2018".
    pub(super) fn month_led(&mut self, month: i32, pick: Pick) -> Option<Expr> {
        self.at += 1;
        let day = self.attempt(|p| {
            // "January nineteen ninety-seven" has a year, no day.
            if p.attempt(|p| p.number_words().filter(|year| *year > 1000))
                .is_some()
            {
                return None;
            }
            p.eat_mark('-');
            p.eat_mark('/');
            p.eat_mark(',');
            p.eat(Word::The);
            p.day_number()
        });
        let Some(day) = day else {
            if let What::Number {
                value: year @ 32..=99,
                digits: 2,
            } = self.peek().what
            {
                self.at += 1;
                return Some(Expr::In(Pattern::Month(month), short_year(year)?.boxed()));
            }
            let expr = self.placed(Pattern::Month(month), pick);
            return expr;
        };
        if let Some(days) = self.attempt(|p| p.listed_days(day)) {
            return self.all_dated(month, &days, pick);
        }
        let second = self.attempt(|p| {
            let or = p.eat(Word::Or) || (!p.between && p.eat(Word::And));
            let joined = or || p.eat(Word::To) || p.eat_mark('-') || p.eat(Word::And);
            p.eat(Word::The);
            let day = if joined { p.day_number()? } else { return None };
            p.eat_mark('-');
            let other = matches!(
                p.word(),
                Some(Word::Month(_) | Word::Unit(_) | Word::Am | Word::Pm | Word::Ago)
            ) || matches!(p.peek().what, What::Mark(':' | '/'))
                || (p.peek().what == What::Word(Word::Of));
            (!other).then_some((or, day))
        });
        let weekday = self.attempt(Self::trailing_weekday);
        let first = Pattern::YearDay {
            month,
            day,
            weekday,
        };
        match second {
            None => self.dated(month, day, weekday, pick),
            Some((or, last)) => {
                let second = self.dated(month, last, None, pick)?;
                let first = match &second {
                    Expr::Fixed(stretch) => {
                        let year = Grain::Year.around(stretch.from)?;
                        Expr::Fixed(first.at(year)?)
                    }
                    _ => Expr::Recurring(first, pick),
                };
                Some(if or {
                    Expr::Either(first.boxed(), second.boxed())
                } else {
                    Expr::Range(first.boxed(), second.boxed())
                })
            }
        }
    }

    /// The rest of "4, 5 and 6" or "4, 5, and 6": three days or more.
    pub(super) fn listed_days(&mut self, first: i32) -> Option<Vec<i32>> {
        let mut days = vec![first];
        loop {
            let comma = self.eat_mark(',');
            let last = self.eat(Word::And) || self.eat(Word::Or);
            if !comma && !last {
                return None;
            }
            let day = self.day_number()?;
            days.push(day);
            if last {
                return (days.len() > 2).then_some(days);
            }
        }
    }

    /// Each of several days of a month, with the year that follows, if one does.
    pub(super) fn all_dated(&mut self, month: i32, days: &[i32], pick: Pick) -> Option<Expr> {
        let (last, before) = days.split_last()?;
        let last = self.dated(month, *last, None, pick)?;
        let year = match &last {
            Expr::Fixed(stretch) => Some(Grain::Year.around(stretch.from)?),
            _ => None,
        };
        before.iter().rev().try_fold(last, |rest, day| {
            let pattern = Pattern::YearDay {
                month,
                day: *day,
                weekday: None,
            };
            let one = match year {
                Some(year) => Expr::Fixed(pattern.at(year)?),
                None => Expr::Recurring(pattern, pick),
            };
            Some(Expr::Either(one.boxed(), rest.boxed()))
        })
    }

    /// "Jul 18, Fri": at the end only.
    fn trailing_weekday(&mut self) -> Option<i32> {
        self.eat_mark(',');
        let weekday = self.take(|word| match word {
            Word::Weekday(weekday) => Some(weekday),
            _ => None,
        })?;
        self.done().then_some(weekday)
    }

    /// The day with the year that follows, if one does; refuses days that no calendar has.
    pub(super) fn dated(
        &mut self,
        month: i32,
        day: i32,
        weekday: Option<i32>,
        pick: Pick,
    ) -> Option<Expr> {
        if Day::new(2000, month, day).is_none() {
            return self.refuse(
                format!("{} has no day {day}", month_name(month)),
                "Write a day that the month has.",
            );
        }
        let year = self.attempt(Self::following_year);
        let pattern = Pattern::YearDay {
            month,
            day,
            weekday,
        };
        let Some(year) = year else {
            return Some(Expr::Recurring(pattern, pick));
        };
        let Expr::Fixed(stretch) = &year else {
            return Some(Expr::In(pattern, year.boxed()));
        };
        let found = i32::from(stretch.from.civil()?.year());
        let Some(date) = Day::new(found, month, day) else {
            return self.refuse(
                format!("{} {found} has no day {day}", month_name(month)),
                "Write a day that the month has in that year.",
            );
        };
        if let Some(said) = weekday.filter(|weekday| *weekday != date.weekday()) {
            return self.misfit(date, said);
        }
        Some(Expr::day(date))
    }

    /// Refuses a day whose weekday it does not have in a year.
    pub(super) fn misfit_in(&mut self, pattern: Pattern, year: Stretch) -> Option<Expr> {
        let (month, day, said) = pattern.day_on_weekday()?;
        let date = Day::new(year.from.civil()?.year().into(), month, day)?;
        self.misfit(date, said)
    }

    /// Refuses a weekday that the date does not have.
    pub(super) fn misfit(&mut self, date: Day, said: i32) -> Option<Expr> {
        let Refusal { why, hint } = weekday_misfit(date, said)?;
        self.refuse(why, hint)
    }

    /// "Friday", "Friday, June 6", "Friday the 13th", "Friday 13 June 2018".
    pub(super) fn weekday_led(&mut self, weekday: i32, pick: Pick) -> Option<Expr> {
        self.at += 1;
        let date = self.attempt(|p| {
            p.eat_mark(',');
            p.eat_mark('-');
            // "Saturday (June 2)"
            if p.eat_mark('(') {
                let date = match p.word() {
                    Some(Word::Month(month)) => {
                        p.at += 1;
                        (month, p.day_number()?)
                    }
                    _ => {
                        let day = p.day_number()?;
                        (p.month()?, day)
                    }
                };
                let expr = p.dated(date.0, date.1, Some(weekday), pick)?;
                return p.eat_mark(')').then_some(expr);
            }
            p.eat(Word::The);
            let day = match p.word() {
                Some(Word::Month(month)) => {
                    p.at += 1;
                    p.eat_mark('-');
                    p.eat(Word::The);
                    return p
                        .day_number()
                        .and_then(|day| p.dated(month, day, Some(weekday), pick));
                }
                _ => p.day_number(),
            };
            if let Some(day) = day {
                if p.hours_after(0) {
                    return None;
                }
                p.skip(&[Word::Of]);
                p.eat_mark('-');
                if let Some(month) = p.month() {
                    return p.dated(month, day, Some(weekday), pick);
                }
                if matches!(p.peek().what, What::Mark(':' | '/' | '.'))
                    || matches!(
                        p.word(),
                        Some(Word::Am | Word::Pm | Word::Unit(_) | Word::Weekday(_))
                    )
                {
                    return None;
                }
                return Some(Expr::Recurring(
                    Pattern::MonthDay {
                        day,
                        weekday: Some(weekday),
                    },
                    Pick::Bare,
                ));
            }
            None
        });
        if let Some(expr) = date {
            return Some(expr);
        }
        if self.refusal.is_some() {
            return None;
        }
        // "Friday 7/13/2018": the date in figures.
        let figures = self.attempt(|p| {
            p.eat_mark(',');
            // "Monday 9-11 a.m."
            if p.hours_after(1) {
                return None;
            }
            p.numeric()
                .filter(|expr| matches!(expr, Expr::Fixed(_)) || expr.bare().is_some())
        });
        match figures {
            Some(Expr::Fixed(stretch)) if stretch.grain == Grain::Day => {
                if stretch.from.weekday() != weekday {
                    return self.misfit(stretch.from, weekday);
                }
                return Some(Expr::Fixed(stretch));
            }
            Some(Expr::Recurring(Pattern::YearDay { month, day, .. }, _)) => {
                return Some(Expr::Recurring(
                    Pattern::YearDay {
                        month,
                        day,
                        weekday: Some(weekday),
                    },
                    pick,
                ));
            }
            _ => {}
        }
        if self.refusal.is_some() {
            return None;
        }
        if pick == Pick::Bare && self.plural() && self.since(self.at - 1).len() > 5 {
            let shown = self.since(self.at - 1);
            return self.refuse(
                format!("\u{201c}{shown}\u{201d} are many days"),
                "Write the date of one of them, or the habit into a property of kind text.",
            );
        }
        // "Thursday week": a week after the coming Thursday; on a Thursday itself, a week or two on.
        if pick == Pick::Bare && self.eat(Word::Unit(Grain::Week)) {
            if self.done() {
                let after = |n| Expr::Weekday(weekday, n, Expr::today().boxed());
                let yesterday = Expr::Unit(Grain::Day, -1).boxed();
                return Some(Expr::Either(
                    Expr::Weekday(weekday, 2, yesterday).boxed(),
                    after(2).boxed(),
                ));
            }
            self.at -= 1;
        }
        if pick == Pick::Bare
            && let Some(expr) = self.attempt(|p| p.weekday_beside(weekday, 1))
        {
            return Some(expr);
        }
        Some(Expr::Recurring(Pattern::Weekday(weekday), pick))
    }

    /// Whether "-11 a.m." or "to 11:30" comes after so many tokens.
    fn hours_after(&self, numbers: usize) -> bool {
        matches!(
            self.peek_at(numbers),
            What::Mark('-') | What::Word(Word::To)
        ) && matches!(self.peek_at(numbers + 1), What::Number { .. })
            && matches!(
                self.peek_at(numbers + 2),
                What::Word(Word::Am | Word::Pm) | What::Mark(':' | '.')
            )
    }

    /// The rest of "the Friday before Christmas", "the third Tuesday after Easter", "Friday after next".
    pub(super) fn weekday_beside(&mut self, weekday: i32, n: i32) -> Option<Expr> {
        let n = match self.take(Some)? {
            Word::Before => -n,
            Word::After if n == 1 && self.eat(Word::Next) => {
                return Some(Expr::Weekday(weekday, 2, Expr::today().boxed()));
            }
            Word::After => n,
            _ => return None,
        };
        if let Some(expr) = self.attempt(|p| p.event_weekday(n)) {
            return Some(expr);
        }
        let base = self.single()?;
        // "Friday before noon" is no other day.
        (base != Expr::Fixed(Stretch::EVER)).then(|| Expr::Weekday(weekday, n, base.boxed()))
    }

    pub(super) fn month(&mut self) -> Option<i32> {
        self.take(|word| match word {
            Word::Month(month) => Some(month),
            _ => None,
        })
    }

    /// A day of the month in figures or words, "6", "6th", "sixth", "twenty-first".
    pub(super) fn day_number(&mut self) -> Option<i32> {
        self.attempt(|p| {
            let day = match p.peek().what {
                What::Number {
                    value,
                    digits: 1..=2,
                } => {
                    p.at += 1;
                    p.ordinal_end();
                    if matches!(p.peek().what, What::Mark(':'))
                        || matches!(p.word(), Some(Word::Am | Word::Pm))
                    {
                        return None;
                    }
                    value
                }
                What::Word(Word::Ordinal(_)) => p.ordinal_words()?,
                What::Word(Word::Number(_)) => {
                    p.attempt(Self::ordinal_words).or_else(|| p.tens())?
                }
                _ => return None,
            };
            (1..=31).contains(&day).then_some(day)
        })
    }

    pub(super) fn ordinal_end(&mut self) -> bool {
        self.peek().glued && self.eat(Word::OrdinalEnd)
    }
}
