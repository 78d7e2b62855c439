//! Portions of a stretch: "the first week of May", "early 2018", "the rest of the month".

use super::Parser;
use crate::value::date::Day;
use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::clock::Clock;
use crate::value::date::expr::{Counted, Expr, Pick};
use crate::value::date::lexer::What;
use crate::value::date::pattern::Pattern;
use crate::value::date::words::{Third, Word};

impl Parser<'_> {
    /// Begins with an ordinal: "the 6th of June", "third quarter", "first week of May", "20th century".
    pub(super) fn ordinal_led(&mut self, n: i32) -> Option<Expr> {
        self.eat_mark('-');
        let from_end = self.eat(Word::Last) || self.attempt(Self::before_the_last).is_some();
        if let Some(both) = self.attempt(|p| p.through_centuries(n)) {
            return Some(both);
        }
        if self.word() == Some(Word::Fiscal) {
            return self.fiscal();
        }
        let many = self
            .count()
            .map(|(_, many)| many)
            .filter(|many| (1..1000).contains(many));
        let counted = self.take(|word| match word {
            Word::Unit(grain) => Some(Counted::Unit(grain)),
            Word::Weekday(weekday) => Some(Counted::Weekday(weekday)),
            _ => None,
        });
        if let Some(counted) = counted {
            if n == 1 && many.is_none() && self.plural() {
                return self.edge_of(if from_end { Third::Late } else { Third::Early });
            }
            let n = if from_end { n.checked_neg()? } else { n };
            let to = match many {
                Some(many) => n.checked_add(many - 1)?,
                None => n,
            };
            match counted {
                Counted::Unit(Grain::Century) => {
                    if self.eat(Word::Bc) {
                        return self.refuse(
                            "centuries before Christ are not read",
                            "Put it into a property of kind text.",
                        );
                    }
                    return century(n);
                }
                // "the last quarter of the 20th century"
                Counted::Unit(Grain::Quarter | Grain::Half)
                    if many.is_none()
                        && let Some(of) = self.attempt(Self::of_a_longer) =>
                {
                    return Some(Expr::Nth(counted, n, n, of.boxed()));
                }
                Counted::Unit(Grain::Quarter) if (1..=4).contains(&n) && many.is_none() => {
                    return self.placed(Pattern::Quarter(n), Pick::Bare);
                }
                Counted::Unit(Grain::Half) if self.done() && (1..=2).contains(&n) => {
                    return Some(Expr::Recurring(Pattern::Half(n), Pick::Bare));
                }
                _ => return self.nth(counted, n, to),
            }
        }
        if many.is_some() || from_end {
            return None;
        }
        // "the first of the year"
        if let Some(unit) = self.attempt(|p| {
            let unit = p.eat(Word::Of).then(|| p.primary())??;
            matches!(&unit, Expr::Unit(grain, _) if *grain > Grain::Month).then_some(unit)
        }) {
            return Some(Expr::Nth(Counted::Unit(Grain::Day), n, n, unit.boxed()));
        }
        self.skip(&[Word::Of]);
        if let Some(month) = self.month() {
            return self.day_of(month, n);
        }
        (1..=31).contains(&n).then_some(Expr::Recurring(
            Pattern::MonthDay {
                day: n,
                weekday: None,
            },
            Pick::Bare,
        ))
    }

    /// "the 18th and 19th centuries", "the 19th or 20th century".
    fn through_centuries(&mut self, n: i32) -> Option<Expr> {
        let or = self.eat(Word::Or);
        (or || self.eat(Word::And) || self.eat(Word::To) || self.eat_mark('-')).then_some(())?;
        self.eat(Word::The);
        let last = match self.figure() {
            Some((last, 1..=2)) => {
                self.ordinal_end();
                last
            }
            _ => self.ordinal_words()?,
        };
        self.eat(Word::Unit(Grain::Century)).then_some(())?;
        let (from, to) = (century(n)?.boxed(), century(last)?.boxed());
        Some(match or {
            true => Expr::Either(from, to),
            false => Expr::Range(from, to),
        })
    }

    /// A decade or a century after "of".
    fn of_a_longer(&mut self) -> Option<Expr> {
        self.eat(Word::Of).then_some(())?;
        let of = self.primary()?;
        let longer = match &of {
            Expr::Fixed(stretch) => stretch.grain > Grain::Year,
            Expr::Unit(grain, _) => *grain > Grain::Year,
            _ => false,
        };
        longer.then_some(of)
    }

    /// The rest of "the latter half of 2017", "the latter part of May": its second half.
    pub(super) fn latter(&mut self) -> Option<Expr> {
        self.at += 1;
        (self.eat(Word::Unit(Grain::Half)) || self.eat(Word::Share)).then_some(())?;
        let of = self.of_what()?;
        Some(Expr::Nth(Counted::Unit(Grain::Half), 2, 2, of.boxed()))
    }

    /// The rest of "the turn of the century", "the turn of the 20th century": five years either way, of
    /// the one just over or of the one before.
    pub(super) fn turn(&mut self) -> Option<Expr> {
        self.at += 1;
        (self.eat(Word::Of) && self.eat(Word::The)).then_some(())?;
        let around = |year: i32| Stretch::months(year - 5, 1, 132, Grain::Decade).map(Expr::Fixed);
        if self.since_word("millennium") {
            self.at += 1;
            return around(2000);
        }
        if self.eat(Word::Unit(Grain::Century)) {
            return Some(Expr::Either(around(1900)?.boxed(), around(2000)?.boxed()));
        }
        let n = match self.figure() {
            Some((n, 1..=2)) => {
                self.ordinal_end();
                n
            }
            _ => self.ordinal_words()?,
        };
        (self.eat(Word::Unit(Grain::Century)) && n > 10).then_some(())?;
        around((n - 1) * 100)
    }

    /// The rest of "the penultimate week of May".
    pub(super) fn penultimate(&mut self) -> Option<Expr> {
        self.at += 1;
        let counted = self.take(|word| match word {
            Word::Unit(grain) => Some(Counted::Unit(grain)),
            Word::Weekday(weekday) => Some(Counted::Weekday(weekday)),
            _ => None,
        })?;
        self.nth(counted, -2, -2)
    }

    /// "to last", "-to-last", after "second" or "next".
    fn before_the_last(&mut self) -> Option<()> {
        self.eat(Word::To).then(|| self.eat_mark('-'))?;
        self.eat(Word::Last).then_some(())
    }

    /// "next to last": the second from the end.
    pub(super) fn next_to_last(&mut self) -> bool {
        let at = self.at;
        self.at += 1;
        self.eat_mark('-');
        let found = self.before_the_last().is_some();
        self.at = at;
        found
    }

    /// The rest of "the first Tuesday of May": the stretch it is counted in.
    pub(super) fn nth(&mut self, counted: Counted, from: i32, to: i32) -> Option<Expr> {
        let start = self.at;
        if let (Counted::Weekday(weekday), true) = (counted, from == to && from > 0)
            && let Some(expr) = self.attempt(|p| p.weekday_beside(weekday, from))
        {
            return Some(expr);
        }
        let of = match self.attempt(Self::of_what) {
            Some(of) => of,
            // "the second Sunday" is that of this month, "the eighth day" of nothing known.
            None => match counted {
                Counted::Weekday(_) => Expr::Unit(Grain::Month, 0),
                Counted::Unit(_) => {
                    let shown = self.since(start.saturating_sub(2));
                    return self.refuse(
                        format!("\u{201c}{shown}\u{201d} does not say of what"),
                        "Name the month or year: `the first week of May 2018`.",
                    );
                }
            },
        };
        Some(Expr::Nth(counted, from, to, of.boxed()))
    }

    /// The stretch after "of": "the month", "May 2018".
    fn of_what(&mut self) -> Option<Expr> {
        self.joiners();
        let base = self.primary()?;
        Some(self.scoped_month(base))
    }

    /// The rest of "the first days of June", "the last weeks of 1990": its early or late part.
    pub(super) fn edge_of(&mut self, part: Third) -> Option<Expr> {
        matches!(self.word(), Some(Word::Of | Word::In)).then_some(())?;
        Some(Expr::Part(part, self.of_what()?.boxed()))
    }

    fn scoped_month(&mut self, base: Expr) -> Expr {
        let Some(pattern) = base.bare() else {
            return base;
        };
        match self.attempt(|p| {
            p.joiners();
            p.primary()
                .filter(|scope| matches!(scope, Expr::Unit(Grain::Year, _) | Expr::Fixed(_)))
        }) {
            Some(year) => Expr::In(pattern, year.boxed()),
            None => base,
        }
    }

    /// "early May", "mid-2018", "the end of last week", "late Wednesday".
    pub(super) fn part_led(&mut self, part: Third) -> Option<Expr> {
        let start = self.at;
        self.at += 1;
        self.eat_mark('-');
        self.eat(Word::To);
        self.eat_mark('-');
        // "mid- to late May"
        let last = self.take(|word| match word {
            Word::Part(third) => Some(third),
            _ => None,
        });
        self.eat_mark('-');
        self.joiners();
        self.skip(&[Word::Circa]);
        let of = match self.word() {
            Some(Word::Unit(grain)) if grain > Grain::Day => self.unit_led(grain, true)?,
            _ => {
                let base = self.primary()?;
                self.scoped_month(base)
            }
        };
        // A part of "the past week" is one of the calendar week.
        let of = match of {
            Expr::Either(whole, rolling) if matches!(*rolling, Expr::Rolling(..)) => *whole,
            of => of,
        };
        if of.is_day() && last.is_none() {
            let clock = self.part_of_a_day(start);
            self.note(start, || match clock {
                Some((_, role)) => role.into(),
                None => "all of the day is allowed".into(),
            });
            if let Some((clock, _)) = clock {
                self.clock = Some(match self.clock {
                    Some(said) => clock.with(said, false),
                    None => clock,
                });
                return Some(of);
            }
        } else {
            self.note(start, || {
                let which = match part {
                    Third::Early => "first",
                    Third::Mid => "middle",
                    Third::Late => "last",
                };
                format!("the {which} third: {}", part.meaning())
            });
        }
        Some(match last {
            Some(last) => Expr::Range(
                Expr::Part(part, of.clone().boxed()).boxed(),
                Expr::Part(last, of.boxed()).boxed(),
            ),
            None => Expr::Part(part, of.boxed()),
        })
    }

    /// "early" and "late" of a day; its start, its middle and its end may be of any length.
    fn part_of_a_day(&self, at: usize) -> Option<(Clock, &'static str)> {
        let word = self.tokens.slice(at, at + 1);
        if word.eq_ignore_ascii_case("early") {
            Some((Clock::EARLY, "from midnight to about 9:00"))
        } else if word.eq_ignore_ascii_case("late") {
            Some((Clock::LATE, "from about 18:00 to midnight"))
        } else {
            None
        }
    }

    /// "earlier this week", "later in the year", "the rest of the month".
    pub(super) fn so_far(&mut self, word: Word) -> Option<Expr> {
        let start = self.at;
        self.at += 1;
        self.joiners();
        // "in later years"
        if word != Word::Rest && matches!(self.word(), Some(Word::Unit(_))) {
            self.at += 1;
            if self.plural() {
                return self.elsewhere(start);
            }
            self.at -= 1;
        }
        let of = match self.word() {
            Some(Word::Unit(grain)) => self.unit_led(grain, true)?,
            _ => self.primary()?,
        };
        self.note(start, || {
            if word == Word::Earlier {
                "up to yesterday"
            } else {
                "from today on"
            }
            .into()
        });
        if of == Expr::today() {
            return Some(of);
        }
        Some(match word {
            Word::Earlier => Expr::SoFar(of.boxed()),
            _ => Expr::ToCome(of.boxed()),
        })
    }

    /// "much of 1990", "a large part of the week", "most of June": somewhere in it.
    pub(super) fn share(&mut self) -> Option<Expr> {
        if self.peek_at(1) == What::Word(Word::Share) {
            self.at += 1;
        }
        let share = self.eat(Word::Share) || self.eat(Word::Most);
        (share && self.eat(Word::Of)).then(|| self.primary())?
    }
}

/// The n-th century.
fn century(n: i32) -> Option<Expr> {
    let year = n.checked_sub(1)?.checked_mul(100)?;
    Grain::Century
        .around(Day::new(year.max(1), 12, 31)?)
        .map(Expr::Fixed)
}
