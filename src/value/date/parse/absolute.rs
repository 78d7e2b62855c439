//! Dates by name: days, months, years, decades, seasons, holidays, and parts of them.

use super::Parser;
use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::clock::Clock;
use crate::value::date::expr::{Expr, Pick};
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

/// The name of a weekday; 0 is Monday.
pub(in crate::value::date) fn weekday_name(weekday: i32) -> &'static str {
    WEEKDAYS[weekday.rem_euclid(7) as usize]
}

/// The name of a month; 1 is January.
pub(in crate::value::date) fn month_name(month: i32) -> &'static str {
    MONTHS[(month - 1).rem_euclid(12) as usize]
}

impl Parser<'_> {
    /// A date without bounds, ranges or times.
    pub(super) fn primary(&mut self) -> Option<Expr> {
        self.skip(&[
            Word::Prep,
            Word::In,
            Word::Over,
            Word::Within,
            Word::For,
            Word::Adverb,
        ]);
        let start = self.at;
        // "over the course of 2017"
        self.attempt(|p| {
            (p.eat(Word::The) && p.since_word("course")).then(|| p.at += 1)?;
            p.eat(Word::Of).then_some(())
        });
        let inside = start > 0 && self.tokens.get(start - 1).what == What::Word(Word::In);
        let the = self.eat(Word::The);
        if the && inside && self.attempt(Self::new_year).is_some() {
            // "in the new year": in its first months.
            let first = Pattern::YearDay {
                month: 1,
                day: 1,
                weekday: None,
            };
            let expr = Expr::Lasting(Expr::Recurring(first, Pick::Bare).boxed(), 4, 0);
            self.note(start, || "the first four months of the year".into());
            return Some(expr);
        }
        if let Some(expr) = self.attempt(Self::holiday) {
            self.note_role(start, &expr);
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
                // "one Friday in May"
                Word::Number(1) if matches!(self.peek_at(1), What::Word(Word::Weekday(_))) => {
                    self.at += 1;
                    self.primary()
                }
                Word::Number(_) | Word::Hundred | Word::Thousand => self.words(),
                Word::Ordinal(_) => self.ordinal_words().and_then(|n| self.ordinal_led(n)),
                // It says itself what it does.
                Word::Part(third) => return self.part_led(third),
                Word::Starting if self.peek_at(1) == What::Word(Word::Of) => {
                    return self.part_led(Third::Early);
                }
                Word::Earlier | Word::Later | Word::Rest => self.so_far(word),
                Word::Next if self.next_to_last() => {
                    self.at += 1;
                    self.ordinal_led(2)
                }
                Word::Last
                | Word::Next
                | Word::This
                | Word::Past
                | Word::Coming
                | Word::Following
                | Word::Latest => self.pick_led(the),
                Word::Before if matches!(self.peek_at(1), What::Word(Word::Unit(_))) => {
                    self.pick_led(the)
                }
                Word::Most if self.peek_at(1) == What::Word(Word::Latest) => {
                    self.at += 1;
                    self.pick_led(the)
                }
                Word::Same => {
                    self.at += 1;
                    self.same()
                }
                Word::Day(days) => {
                    self.at += 1;
                    Some(Expr::Unit(Grain::Day, days))
                }
                Word::Tonight => {
                    self.at += 1;
                    self.clock = self.clock.or(Some(Clock::EVENING));
                    Some(Expr::today())
                }
                Word::So if self.peek_at(1) == What::Word(Word::Far) => {
                    self.at += 1;
                    self.so_far(Word::Earlier)
                }
                Word::Unit(grain) => self.unit_led(grain, the),
                Word::A => self.attempt(|p| {
                    p.at += 1;
                    // "a day in June"
                    if p.eat(Word::Unit(Grain::Day)) {
                        matches!(p.word(), Some(Word::In | Word::Of)).then(|| p.joiners())?;
                        return p.primary();
                    }
                    if let Some(share) = p.attempt(Self::share) {
                        return Some(share);
                    }
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
                    self.eat(Word::Of);
                    self.eat(Word::The);
                    match self.word() {
                        // "all day Tuesday"
                        Some(Word::Unit(Grain::Day)) if self.tokens.len() > self.at + 1 => {
                            self.at += 1;
                            self.primary()
                        }
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
                Word::Share | Word::Most => self.share(),
                Word::Ad => {
                    self.at += 1;
                    self.year().and_then(Stretch::year).map(Expr::Fixed)
                }
                Word::Other if self.since_word("w") => self.commencing(),
                Word::Other if self.peek_at(1) == What::Word(Word::Unit(Grain::Year)) => {
                    if self.since_word("tax") {
                        return self.fiscal();
                    }
                    let school = self.since_word("academic") || self.since_word("school");
                    self.at += 2;
                    school.then(|| self.primary())?
                }
                Word::Fortnight => self.fortnight(),
                Word::Other if self.since_word("penultimate") => self.penultimate(),
                Word::Other if self.since_word("latter") => self.latter(),
                Word::Other if self.since_word("turn") => self.turn(),
                Word::Other
                    if self.since_word("opening")
                        && matches!(
                            self.peek_at(1),
                            What::Word(Word::Unit(_) | Word::Number(_) | Word::Few(..))
                        ) =>
                {
                    self.at += 1;
                    self.ordinal_led(1)
                }
                Word::Other if self.since_word("closing") || self.since_word("dying") => {
                    self.at += 1;
                    self.last_of()
                }
                Word::Other if self.peek_at(1) == What::Word(Word::Share) => self.share(),
                _ => None,
            },
            _ => None,
        }?;
        self.note_role(start, &expr);
        Some(expr)
    }

    /// Whether the token is that word, which the table of words does not have.
    pub(super) fn since_word(&self, wanted: &str) -> bool {
        self.tokens
            .slice(self.at, self.at + 1)
            .eq_ignore_ascii_case(wanted)
    }

    /// "new year", and not "new year's day" or "new year 2018".
    fn new_year(&mut self) -> Option<()> {
        self.since_word("new").then(|| self.at += 1)?;
        self.eat(Word::Unit(Grain::Year)).then_some(())?;
        self.done().then_some(())
    }

    /// "the fortnight ended June 2", "the fortnight starting May 20".
    fn fortnight(&mut self) -> Option<Expr> {
        self.at += 1;
        let days = match self.take(Some)? {
            Word::Starting | Word::Commencing => 14,
            Word::Ending | Word::To => -14,
            _ => return None,
        };
        self.skip(&[Word::Prep]);
        Some(Expr::Lasting(self.single()?.boxed(), 0, days))
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

    pub(super) fn holiday(&mut self) -> Option<Expr> {
        match self.word()? {
            Word::Other | Word::Whole => {}
            Word::Month(5) if matches!(self.peek_at(1), What::Word(Word::Unit(Grain::Day))) => {}
            // "April Fools' Day".
            Word::Month(4) if self.peek_at(1) == What::Word(Word::Other) => {}
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
            Some(Expr::Fixed(year)) if !matches!(pattern, Pattern::Season(_)) => {
                pattern.at(year).map(Expr::Fixed)
            }
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
                // "June 5, 1535 GMT" has a time there.
                if matches!(self.word(), Some(Word::Zone(_) | Word::Hour)) {
                    return None;
                }
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

    /// "spring 2018", "the southern winter of 2018".
    pub(super) fn season(&mut self, pick: Pick) -> Option<Expr> {
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
                p.eat(Word::The);
                let south = p.eat(Word::Southern);
                let known = south || p.eat(Word::Northern);
                (known && p.eat(Word::Hemisphere))
                    .then(|| p.eat_mark(')'))
                    .map(|_| south)
            })
            .unwrap_or(false);
        let pattern = Pattern::Season(if south { (season + 2) % 4 } else { season });
        // "winter 2010-11" starts in the first of the two years.
        if let Some(Expr::Fixed(first)) = &year
            && self.attempt(|p| p.next_year(*first)).is_some()
        {
            return pattern.at(*first).map(Expr::Fixed);
        }
        Some(match year {
            Some(year) => Expr::In(pattern, year.boxed()),
            None => Expr::Recurring(pattern, pick),
        })
    }

    /// The end of "2010-11" and "2010/2011": the year after.
    fn next_year(&mut self, year: Stretch) -> Option<()> {
        (self.eat_mark('-') || self.eat_mark('/')).then_some(())?;
        let (figures, digits) = self.figure()?;
        let next = i32::from(year.from.civil()?.year()) + 1;
        let same = match digits {
            2 => next % 100 == figures,
            4 => next == figures,
            _ => false,
        };
        same.then_some(())
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
pub(in crate::value::date) fn short_year(year: i32) -> Option<Expr> {
    let of = |century: i32| Stretch::year(century + year).map(Expr::Fixed);
    match year {
        0..=29 => of(2000),
        30..=69 => Some(Expr::Either(of(1900)?.boxed(), of(2000)?.boxed())),
        _ => of(1900),
    }
}
