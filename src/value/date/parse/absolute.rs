//! Dates by name: days, months, years, decades, seasons, holidays, and parts of them.

use super::Parser;
use crate::value::date::Day;
use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::expr::{Counted, Expr, Pick};
use crate::value::date::holiday::Holiday;
use crate::value::date::lexer::What;
use crate::value::date::pattern::Pattern;
use crate::value::date::words::{Third, Word};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The name of a month; 1 is January.
pub(in crate::value::date) fn month_name(month: i32) -> &'static str {
    MONTHS[(month - 1).rem_euclid(12) as usize]
}

impl Parser<'_> {
    /// A date without bounds, ranges or times.
    pub(super) fn primary(&mut self) -> Option<Expr> {
        self.skip(&[Word::Prep, Word::In, Word::Over, Word::Within, Word::Adverb]);
        let start = self.at;
        let the = self.eat(Word::The);
        if let Some(expr) = self.attempt(Self::holiday) {
            self.note(start, || "a holiday".into());
            return Some(expr);
        }
        let expr = match self.peek().what {
            What::Number { .. } | What::Mark('\'') => self.figures(),
            What::Word(word) => match word {
                Word::Month(month) => self.month_led(month, Pick::Bare),
                Word::Weekday(weekday) => self.weekday_led(weekday, Pick::Bare),
                Word::Number(1) if self.peek_at(1) == What::Word(Word::Unit(Grain::Day)) => {
                    self.at += 2;
                    self.joiners();
                    self.primary()
                }
                Word::Number(_) | Word::Hundred | Word::Thousand => self.words(),
                Word::Ordinal(_) => self.ordinal_words().and_then(|n| self.ordinal_led(n)),
                Word::Part(third) => self.part_led(third),
                Word::Starting => self.part_led(Third::Early),
                Word::Earlier | Word::Later | Word::Rest => self.so_far(word),
                Word::Last
                | Word::Next
                | Word::This
                | Word::Past
                | Word::Coming
                | Word::Following
                | Word::Latest => self.pick_led(the),
                Word::Day(days) => {
                    self.at += 1;
                    self.note(start, || "counted from the day of publication".into());
                    Some(Expr::Unit(Grain::Day, days))
                }
                Word::Unit(grain) => self.unit_led(grain, the),
                Word::A => self.attempt(|p| {
                    p.at += 1;
                    p.primary().filter(|expr| expr.bare().is_some())
                }),
                Word::Season(_) | Word::Northern | Word::Southern => self.season(Pick::Bare),
                Word::Decade(year) => {
                    self.at += 1;
                    Stretch::months(year, 1, 120, Grain::Decade).map(Expr::Fixed)
                }
                Word::Quarters | Word::Halves => self.numbered(),
                Word::Whole => {
                    self.at += 1;
                    self.eat(Word::The);
                    match self.word() {
                        Some(Word::Unit(grain)) => self.unit_led(grain, true),
                        _ => self.primary(),
                    }
                }
                Word::Calendar => {
                    self.at += 1;
                    self.eat(Word::Unit(Grain::Year));
                    self.primary()
                }
                Word::Fiscal => self.fiscal(),
                Word::Share => self.share(),
                Word::Ad => {
                    self.at += 1;
                    self.year().and_then(Stretch::year).map(Expr::Fixed)
                }
                Word::Other if self.since_word("w") => self.commencing(),
                _ => None,
            },
            _ => None,
        }?;
        Some(expr)
    }

    /// "much of 1990", "part of the week": somewhere in it.
    fn share(&mut self) -> Option<Expr> {
        self.at += 1;
        self.eat(Word::Of).then(|| self.primary())?
    }

    fn since_word(&self, wanted: &str) -> bool {
        self.tokens
            .slice(self.at, self.at + 1)
            .eq_ignore_ascii_case(wanted)
    }

    /// "w/c 4 June": the week commencing.
    fn commencing(&mut self) -> Option<Expr> {
        self.at += 1;
        self.eat_mark('/');
        self.at += 1;
        self.since_word("c");
        let day = self.primary()?;
        Some(Expr::Around(Grain::Week, day.boxed()))
    }

    fn holiday(&mut self) -> Option<Expr> {
        match self.word()? {
            Word::Other | Word::Whole => {}
            Word::Month(5) if matches!(self.peek_at(1), What::Word(Word::Unit(Grain::Day))) => {}
            Word::OrdinalEnd => {}
            _ => return None,
        }
        let from = self.peek().start;
        let rest = self.tokens.text.get(from as usize..)?;
        let (holiday, bytes) = Holiday::find(rest)?;
        let end = from + u32::try_from(bytes).ok()?;
        while !self.done() && self.peek().start < end {
            self.at += 1;
        }
        let near = self.take(|word| match word {
            Word::Unit(grain @ (Grain::Weekend | Grain::Week)) => Some(grain),
            _ => None,
        });
        let day = self.placed(Pattern::Holiday(holiday), Pick::Bare)?;
        Some(match near {
            Some(grain) => Expr::Around(grain, day.boxed()),
            None => day,
        })
    }

    /// A yearly thing, in the year that follows if one does.
    pub(super) fn placed(&mut self, pattern: Pattern, pick: Pick) -> Option<Expr> {
        match self.attempt(Self::following_year) {
            Some(year) => Some(Expr::In(pattern, year.boxed())),
            None => Some(Expr::Recurring(pattern, pick)),
        }
    }

    /// The year after a month, day, season or holiday: ", 2018", "of 1996", "'98".
    pub(super) fn following_year(&mut self) -> Option<Expr> {
        self.skip(&[Word::Of, Word::In]);
        self.eat_mark(',');
        self.skip(&[Word::Of, Word::In, Word::The]);
        self.eat(Word::Unit(Grain::Year));
        let short = self.eat_mark('\'');
        if let (true, What::Number { value, digits: 2 }) = (short, self.peek().what) {
            self.at += 1;
            return short_year(value);
        }
        let year = self.year()?;
        Stretch::year(year).map(Expr::Fixed)
    }

    /// A year in four figures or in words.
    pub(super) fn year(&mut self) -> Option<i32> {
        let year = match self.peek().what {
            What::Number { value, digits: 4 } => {
                self.at += 1;
                value
            }
            What::Number { .. } => return None,
            _ => self.number_words()?,
        };
        if self.eat(Word::Bc) {
            return self.refuse(
                "years before Christ are not read",
                "Put the year into a property of kind text.",
            );
        }
        self.eat(Word::Ad);
        (1000..3000).contains(&year).then_some(year)
    }

    /// "June", "June 6", "June 6, 2018", "June 4-6, 2018".
    pub(super) fn month_led(&mut self, month: i32, pick: Pick) -> Option<Expr> {
        let start = self.at;
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
            self.note(start, || "a calendar month".into());
            return expr;
        };
        let second = self.attempt(|p| {
            let or = p.eat(Word::Or);
            let joined =
                or || p.eat(Word::To) || p.eat_mark('-') || (p.between && p.eat(Word::And));
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
        let expr = match second {
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
        };
        self.note(start, || "a day of the calendar".into());
        expr
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
    fn dated(&mut self, month: i32, day: i32, weekday: Option<i32>, pick: Pick) -> Option<Expr> {
        let start = self.at;
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
        self.note(start, || "the year".into());
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

    /// Refuses a weekday that the date does not have.
    fn misfit(&mut self, date: Day, said: i32) -> Option<Expr> {
        let (is, said) = (
            WEEKDAYS[date.weekday() as usize],
            WEEKDAYS[said.rem_euclid(7) as usize],
        );
        let civil = date.civil()?;
        let shown = format!(
            "{} {} {}",
            civil.day(),
            month_name(civil.month().into()),
            civil.year()
        );
        self.refuse(
            format!("{shown} is a {is}, not a {said}"),
            format!("Check the date in the article; write `{is}, {shown}`, or `{shown}`."),
        )
    }

    /// "Friday", "Friday, June 6", "Friday the 13th", "Friday 13 June 2018".
    pub(super) fn weekday_led(&mut self, weekday: i32, pick: Pick) -> Option<Expr> {
        let start = self.at;
        self.at += 1;
        let date = self.attempt(|p| {
            p.eat_mark(',');
            p.eat_mark('-');
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
            self.note(start, || "a day, and the weekday that it must have".into());
            return Some(expr);
        }
        if self.refusal.is_some() {
            return None;
        }
        // "Friday 7/13/2018": the date in figures.
        let figures = self.attempt(|p| {
            p.eat_mark(',');
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
        if pick == Pick::Bare
            && let Some(expr) = self.attempt(|p| p.weekday_beside(weekday, 1))
        {
            return Some(expr);
        }
        self.note(start, || {
            "newspapers look back: a weekday of the last seven days".into()
        });
        Some(Expr::Recurring(Pattern::Weekday(weekday), pick))
    }

    /// The rest of "the Friday before Christmas", "the third Tuesday after Easter", "Friday after next".
    fn weekday_beside(&mut self, weekday: i32, n: i32) -> Option<Expr> {
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
        Some(Expr::Weekday(weekday, n, base.boxed()))
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

    /// Begins with an ordinal: "the 6th of June", "third quarter", "first week of May", "20th century".
    pub(super) fn ordinal_led(&mut self, n: i32) -> Option<Expr> {
        let start = self.at.saturating_sub(1);
        self.eat_mark('-');
        let from_end = self.eat(Word::Last);
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
            let n = if from_end { n.checked_neg()? } else { n };
            let to = match many {
                Some(many) => n.checked_add(many - 1)?,
                None => n,
            };
            match counted {
                Counted::Unit(Grain::Century) => {
                    let year = n.checked_sub(1)?.checked_mul(100)?;
                    if self.eat(Word::Bc) {
                        return self.refuse(
                            "centuries before Christ are not read",
                            "Put it into a property of kind text.",
                        );
                    }
                    return Grain::Century
                        .around(Day::new(year.max(1), 12, 31)?)
                        .map(Expr::Fixed);
                }
                Counted::Unit(Grain::Quarter) if (1..=4).contains(&n) && many.is_none() => {
                    self.note(start, || "a quarter of the calendar year".into());
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

    /// The rest of "the first Tuesday of May": the stretch it is counted in.
    pub(super) fn nth(&mut self, counted: Counted, from: i32, to: i32) -> Option<Expr> {
        let start = self.at;
        if let (Counted::Weekday(weekday), true) = (counted, from == to && from > 0)
            && let Some(expr) = self.attempt(|p| p.weekday_beside(weekday, from))
        {
            return Some(expr);
        }
        let of = self.attempt(|p| {
            p.joiners();
            let base = p.primary()?;
            Some(p.scoped_month(base))
        });
        let of = match of {
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
        self.note(start, || "counted within this".into());
        Some(Expr::Nth(counted, from, to, of.boxed()))
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
    fn part_led(&mut self, part: Third) -> Option<Expr> {
        let start = self.at;
        self.at += 1;
        self.eat_mark('-');
        self.eat(Word::To);
        self.joiners();
        self.skip(&[Word::Circa]);
        let of = match self.word() {
            Some(Word::Unit(grain)) if grain > Grain::Day => self.unit_led(grain, true)?,
            _ => {
                let base = self.primary()?;
                self.scoped_month(base)
            }
        };
        self.note(start, || {
            match part {
                Third::Early => "the first third: days 1-10 of a month, months 1-4 of a year",
                Third::Mid => "the middle third: days 11-20 of a month, months 5-8 of a year",
                Third::Late => {
                    "the last third: days 21 to the end of a month, months 9-12 of a year"
                }
            }
            .into()
        });
        Some(Expr::Part(part, of.boxed()))
    }

    /// "earlier this week", "later in the year", "the rest of the month".
    fn so_far(&mut self, word: Word) -> Option<Expr> {
        let start = self.at;
        self.at += 1;
        self.joiners();
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

    /// "spring 2018", "the southern winter of 2018".
    pub(super) fn season(&mut self, pick: Pick) -> Option<Expr> {
        let start = self.at;
        let mut south = self.eat(Word::Southern);
        self.eat(Word::Northern);
        self.eat(Word::Hemisphere);
        let season = self.take(|word| match word {
            Word::Season(season) => Some(season),
            _ => None,
        })?;
        let year = self.attempt(Self::following_year);
        south |= self
            .attempt(|p| {
                p.eat_mark('(');
                p.joiners();
                let south = p.eat(Word::Southern);
                let known = south || p.eat(Word::Northern);
                (known && p.eat(Word::Hemisphere))
                    .then(|| p.eat_mark(')'))
                    .map(|_| south)
            })
            .unwrap_or(false);
        self.note(start, || {
            "a season: from its first month to the equinox or solstice that ends it, of the northern half of the earth unless said otherwise".into()
        });
        let pattern = Pattern::Season(if south { (season + 2) % 4 } else { season });
        Some(match year {
            Some(year) => Expr::In(pattern, year.boxed()),
            None => Expr::Recurring(pattern, pick),
        })
    }

    /// "Q3", "Q3 2018", "H1".
    pub(super) fn numbered(&mut self) -> Option<Expr> {
        let quarters = self.eat(Word::Quarters);
        if !quarters && !self.eat(Word::Halves) {
            return None;
        }
        let What::Number { value, digits: 1 } = self.peek().what else {
            return None;
        };
        self.at += 1;
        let most = if quarters { 4 } else { 2 };
        if !(1..=most).contains(&value) {
            return None;
        }
        self.placed(
            if quarters {
                Pattern::Quarter(value)
            } else {
                Pattern::Half(value)
            },
            Pick::Bare,
        )
    }

    pub(super) fn fiscal(&mut self) -> Option<Expr> {
        self.refuse(
            "fiscal years and quarters begin on days that each company chooses",
            "Write the months, like `October 2017 to September 2018`.",
        )
    }
}

/// A year in two figures: 00-29 are of this century, 70-99 of the last, those between of either.
pub(super) fn short_year(year: i32) -> Option<Expr> {
    let of = |century: i32| Stretch::year(century + year).map(Expr::Fixed);
    match year {
        0..=29 => of(2000),
        30..=69 => Some(Expr::Either(of(1900)?.boxed(), of(2000)?.boxed())),
        _ => of(1900),
    }
}
