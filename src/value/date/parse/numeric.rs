//! Dates in figures, and numbers in words.

use super::Parser;
use super::absolute::{month_name, short_year};
use crate::value::Refusal;
use crate::value::date::Day;
use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::edtf;
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::lexer::What;
use crate::value::date::pattern::Pattern;
use crate::value::date::words::Word;

impl Parser<'_> {
    /// Begins with figures: "1996", "6 June 2018", "the 1990s", "20180606", "2018/06/06", "Q3" after a year.
    pub(super) fn figures(&mut self) -> Option<Expr> {
        if let Some(decade) = self.attempt(Self::decade) {
            return Some(decade);
        }
        if self.eat_mark('\'') {
            let What::Number { value, digits: 2 } = self.peek().what else {
                return None;
            };
            self.at += 1;
            return short_year(value);
        }
        if let Some(expr) = self.attempt(Self::numeric) {
            return Some(expr);
        }
        if self.refusal.is_some() {
            return None;
        }
        let What::Number { value, digits } = self.peek().what else {
            return None;
        };
        self.at += 1;
        if digits <= 2 && self.ordinal_end() {
            return self.ordinal_led(value);
        }
        if digits == 4 {
            // "1640 GMT" is a time.
            if matches!(self.word(), Some(Word::Zone(_) | Word::Hour)) {
                return None;
            }
            return self.year_led(value);
        }
        if digits > 2 || matches!(self.word(), Some(Word::Bc | Word::Ad)) {
            return self.with_era(value);
        }
        if digits == 1 && self.peek().glued {
            // "3Q", "1H 2018"
            let pattern = match self.word() {
                Some(Word::Quarters) if (1..=4).contains(&value) => Some(Pattern::Quarter(value)),
                Some(Word::Halves) if (1..=2).contains(&value) => Some(Pattern::Half(value)),
                _ => None,
            };
            if let Some(pattern) = pattern {
                self.at += 1;
                return self.placed(pattern, Pick::Bare);
            }
        }
        if self.peek().glued && self.eat(Word::Quarters) {
            // "18q4"
            self.at -= 1;
            let year = short_year(value)?;
            return self
                .numbered()?
                .bare()
                .map(|pattern| Expr::In(pattern, year.boxed()));
        }
        self.day_led(value)
    }

    /// A number that may be the day of a month: "6 June", "4 of this month", "15".
    fn day_led(&mut self, day: i32) -> Option<Expr> {
        if !(1..=31).contains(&day) {
            return None;
        }
        // "4, 5 and 6 June"
        if let Some((days, month)) = self.attempt(|p| {
            let days = p.listed_days(day)?;
            p.eat(Word::Of);
            Some((days, p.month()?))
        }) {
            return self.all_dated(month, &days, Pick::Bare);
        }
        let month = self.attempt(|p| {
            p.eat_mark('.');
            p.eat_mark('-');
            p.eat_mark('/');
            p.eat(Word::Of);
            p.month()
        });
        if let Some(month) = month {
            return self.day_of(month, day);
        }
        let bare = Expr::Recurring(Pattern::MonthDay { day, weekday: None }, Pick::Bare);
        if matches!(
            self.word(),
            Some(
                Word::Unit(_)
                    | Word::Hour
                    | Word::Number(_)
                    | Word::Hundred
                    | Word::Thousand
                    | Word::Weekday(_)
            )
        ) {
            return None;
        }
        self.vague = true;
        Some(bare)
    }

    /// The year after a day and a month: "6 June 2018", "31-Oct-74", "14th April 15".
    pub(super) fn day_of(&mut self, month: i32, day: i32) -> Option<Expr> {
        let joined = self.attempt(|p| {
            (p.eat_mark('-') || p.eat_mark('/')).then_some(())?;
            match p.peek().what {
                What::Number { digits: 2 | 4, .. } => Some(()),
                _ => None,
            }
        });
        if let What::Number { value, digits: 2 } = self.peek().what {
            let next = self.peek_at(1);
            let ends = matches!(next, What::End | What::Mark(','));
            if joined.is_some() || ends {
                self.at += 1;
                let pattern = self.checked(month, day)?;
                return Some(Expr::In(pattern, short_year(value)?.boxed()));
            }
        }
        self.dated_here(month, day)
    }

    pub(super) fn dated_here(&mut self, month: i32, day: i32) -> Option<Expr> {
        let pattern = self.checked(month, day)?;
        let year = self.attempt(Self::following_year);
        match year {
            Some(Expr::Fixed(year)) => match pattern.at(year) {
                Some(day) => Some(Expr::Fixed(day)),
                None => self.refuse(
                    format!("{} has no day {day} in that year", month_name(month)),
                    "Write a day that the month has.",
                ),
            },
            Some(year) => Some(Expr::In(pattern, year.boxed())),
            None => Some(Expr::Recurring(pattern, Pick::Bare)),
        }
    }

    /// The day of a month, if any year has it.
    fn checked(&mut self, month: i32, day: i32) -> Option<Pattern> {
        if Day::new(2000, month, day).is_none() {
            return self.refuse(
                format!("{} has no day {day}", month_name(month)),
                "Write a day that the month has.",
            );
        }
        Some(Pattern::YearDay {
            month,
            day,
            weekday: None,
        })
    }

    /// "1996", "2016 June", "2018 Q3", "1989-90", "1996 AD".
    pub(super) fn year_led(&mut self, year: i32) -> Option<Expr> {
        if self.eat(Word::Bc) {
            return self.refuse(
                "years before Christ are not read",
                "Put the year into a property of kind text.",
            );
        }
        let ad = self.eat(Word::Ad);
        if !ad && !(1100..=2100).contains(&year) {
            return self.refuse(
                format!("\u{201c}{year}\u{201d} is no year between 1100 and 2100"),
                format!("Write `{year} AD` if it is a year."),
            );
        }
        let whole = Stretch::year(year)?;
        let named = self.attempt(|p| {
            p.eat_mark(',');
            let joined = p.eat_mark('-') || p.eat_mark('/');
            if let Some(month) = p.month() {
                let day = p.attempt(|p| {
                    if joined {
                        (p.eat_mark('-') || p.eat_mark('/')).then_some(())?;
                    }
                    p.day_number()
                });
                return Some(match day {
                    Some(day) => p.checked(month, day)?,
                    None => Pattern::Month(month),
                });
            }
            if let Some(Word::Season(season)) = p.word() {
                p.at += 1;
                return Some(Pattern::Season(season));
            }
            p.numbered()?.bare()
        });
        if let Some(pattern) = named {
            let expr = Expr::In(pattern, Expr::Fixed(whole).boxed());
            return match (pattern, pattern.at(whole)) {
                (Pattern::Season(_), _) => Some(expr),
                (_, Some(one)) => Some(Expr::Fixed(one)),
                (_, None) => self.refuse(
                    "the month has no such day in that year",
                    "Write a day that the month has.",
                ),
            };
        }
        let until = self.attempt(|p| {
            (p.eat_mark('-') || p.eat_mark('/')).then_some(())?;
            match p.peek() {
                token @ crate::value::date::lexer::Token {
                    what: What::Number { value, digits: 2 },
                    ..
                } if token.glued && value > year % 100 => {
                    p.at += 1;
                    Stretch::year(year - year % 100 + value)
                }
                _ => None,
            }
        });
        if self.word() == Some(Word::Fiscal) || self.since_word("tax") {
            return self.fiscal();
        }
        match until {
            Some(until) => {
                // "the 2017-18 season", "the 2017-18 school year"
                let school = ["school", "academic"]
                    .iter()
                    .any(|word| self.since_word(word));
                let at = self.at;
                self.at += usize::from(school);
                if !self.skip(&[Word::Unit(Grain::Season), Word::Unit(Grain::Year)]) {
                    self.at = at;
                }
                Some(Expr::Range(
                    Expr::Fixed(whole).boxed(),
                    Expr::Fixed(until).boxed(),
                ))
            }
            None => Some(Expr::Fixed(whole)),
        }
    }

    /// A year of other than four figures needs its era.
    fn with_era(&mut self, year: i32) -> Option<Expr> {
        if self.eat(Word::Bc) {
            return self.refuse(
                "years before Christ are not read",
                "Put the year into a property of kind text.",
            );
        }
        (self.eat(Word::Ad) && year < 10_000).then(|| Stretch::year(year).map(Expr::Fixed))?
    }

    /// "1990s", "the 1970's", "the '90s", "90s".
    pub(super) fn decade(&mut self) -> Option<Expr> {
        self.eat_mark('\'');
        let What::Number { value, digits } = self.peek().what else {
            return None;
        };
        self.at += 1;
        self.eat_mark('\'');
        if !self.eat(Word::S) || value % 10 != 0 {
            return None;
        }
        let decade = |year: i32| Stretch::months(year, 1, 120, Grain::Decade).map(Expr::Fixed);
        match (digits, value) {
            (4, 1000..=1900) if value % 100 == 0 => {
                // "the 1900s" may be the decade or the century.
                let century = Stretch::months(value, 1, 1200, Grain::Century).map(Expr::Fixed)?;
                Some(Expr::Either(decade(value)?.boxed(), century.boxed()))
            }
            (4, 1000..=2990) => decade(value),
            (2, 0..=20) => decade(2000 + value),
            (2, _) => decade(1900 + value),
            _ => None,
        }
    }

    /// Figures with marks between them: "2018-06-06", "6.6.2018", "2/15", "2018/06", "20180606".
    pub(super) fn numeric(&mut self) -> Option<Expr> {
        let start = self.at;
        let (first, digits) = self.figure()?;
        if digits == 8 {
            return self.year_first(first / 10_000, first / 100 % 100, first % 100);
        }
        if digits == 6 {
            return compact(first);
        }
        let mark = match self.peek().what {
            What::Mark(mark @ ('/' | '-' | '.')) => Some(mark),
            What::Number { .. } if digits == 4 => None,
            _ => return None,
        };
        self.at += usize::from(mark.is_some());
        let (second, second_digits) = self.figure()?;
        let third = self.attempt(|p| {
            if let Some(mark) = mark {
                p.eat_mark(mark).then_some(())?;
            }
            p.figure()
        });
        if matches!(self.peek().what, What::Mark('/' | ':'))
            || self.peek().what == What::Word(Word::OrdinalEnd)
        {
            return None;
        }
        // "4-6 June", "4-23 of next month" are ranges.
        let ranges = matches!(
            self.word(),
            Some(
                Word::Month(_)
                    | Word::Of
                    | Word::In
                    | Word::This
                    | Word::Next
                    | Word::Last
                    | Word::Unit(_)
            )
        );
        if third.is_none() && digits < 3 && second_digits < 3 && ranges {
            return None;
        }
        match (digits, second_digits, third) {
            (4, 1..=2, Some((day, 1..=2))) => self.year_first(first, second, day),
            (1..=2, 1..=2, Some((year, 4))) => {
                self.in_order(start, first, second, Stretch::year(year).map(Expr::Fixed)?)
            }
            (1..=2, 1..=2, Some((year, 2))) => {
                self.in_order(start, first, second, short_year(year)?)
            }
            (4, 1..=2, None) if mark.is_some() && (1..=12).contains(&second) => {
                let month = Stretch::months(first, second, 1, Grain::Month).map(Expr::Fixed)?;
                // "2010/11" may be the season of two years.
                if mark == Some('/') && second_digits == 2 && (first + 1) % 100 == second {
                    let season = Stretch::months(first, 1, 24, Grain::Year).map(Expr::Fixed)?;
                    return Some(Expr::Either(month.boxed(), season.boxed()));
                }
                Some(month)
            }
            // "2018-13" is no day of whatever month; "2018-19" are two years.
            (4, 2, None) if mark.is_some() && second <= first % 100 && self.done() => {
                let missing = edtf::missing(first, second, 1)?;
                self.refuse(missing.why, missing.hint)
            }
            (1..=2, 4, None) if (1..=12).contains(&first) && (1000..3000).contains(&second) => {
                Stretch::months(second, first, 1, Grain::Month).map(Expr::Fixed)
            }
            (1..=2, 1..=2, None) if mark != Some('.') || second_digits == digits => {
                let valid = |month, day| Day::new(2000, month, day).is_some();
                let (month, day) = match (valid(first, second), valid(second, first)) {
                    (true, true) if first != second => {
                        return self.either_order(start, first, second, "");
                    }
                    (true, _) => (first, second),
                    (_, true) => (second, first),
                    _ => return None,
                };
                self.vague = true;
                Some(Expr::Recurring(
                    Pattern::YearDay {
                        month,
                        day,
                        weekday: None,
                    },
                    Pick::Bare,
                ))
            }
            _ => None,
        }
    }

    /// A year, a month and a day in figures, in this order: a day, or refused.
    fn year_first(&mut self, year: i32, month: i32, day: i32) -> Option<Expr> {
        match edtf::missing(year, month, day) {
            Some(Refusal { why, hint }) => self.refuse(why, hint),
            None => Day::new(year, month, day).map(Expr::day),
        }
    }

    pub(super) fn figure(&mut self) -> Option<(i32, u8)> {
        let What::Number { value, digits } = self.peek().what else {
            return None;
        };
        self.at += 1;
        Some((value, digits))
    }

    /// Two figures before a year: month and day, or day and month, if only one of these is a date.
    fn in_order(&mut self, start: usize, first: i32, second: i32, year: Expr) -> Option<Expr> {
        let valid = |month, day| Day::new(2000, month, day).is_some();
        let (month, day) = match (valid(first, second), valid(second, first)) {
            (true, true) if first != second => {
                let shown = match &year {
                    Expr::Fixed(year) => year.from.to_string()[..4].to_owned(),
                    _ => String::new(),
                };
                return self.either_order(start, first, second, &shown);
            }
            (true, _) => (first, second),
            (_, true) => (second, first),
            _ => return None,
        };
        let pattern = Pattern::YearDay {
            month,
            day,
            weekday: None,
        };
        match year {
            Expr::Fixed(year) => pattern.at(year).map(Expr::Fixed),
            year => Some(Expr::In(pattern, year.boxed())),
        }
    }

    /// Refuses a date whose day and month cannot be told apart.
    fn either_order(&mut self, start: usize, first: i32, second: i32, year: &str) -> Option<Expr> {
        let shown = self.since(start);
        let (a, b) = (
            format!("{second} {} {year}", month_name(first)),
            format!("{first} {} {year}", month_name(second)),
        );
        let (a, b) = (a.trim_end(), b.trim_end());
        self.refuse(
            format!("\u{201c}{shown}\u{201d} is either {a} or {b}"),
            format!("Write `{a}` or `{b}`."),
        )
    }
}

/// Six figures without marks: the year's last two, month and day ("980111").
fn compact(figures: i32) -> Option<Expr> {
    let (year, month, day) = (figures / 10_000, figures / 100 % 100, figures % 100);
    let pattern = Pattern::YearDay {
        month,
        day,
        weekday: None,
    };
    Day::new(2000, month, day)?;
    Some(Expr::In(pattern, short_year(year)?.boxed()))
}
