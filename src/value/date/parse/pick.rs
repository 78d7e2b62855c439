//! Dates that a word like "last", "next" or "this" picks, and units on their own.

use super::Parser;
use super::count::EARLIER;
use super::period::loose;
use crate::value::date::calendar::Grain;
use crate::value::date::clock::DAY;
use crate::value::date::expr::{Counted, Expr, Pick, Steps};
use crate::value::date::length::Length;
use crate::value::date::lexer::What;
use crate::value::date::pattern::Pattern;
use crate::value::date::words::{Third, Word};

/// Words for "last" that count from a day of the article.
const PREVIOUS: [&str; 2] = ["previous", "preceding"];

impl Parser<'_> {
    /// "last week", "next Friday", "this coming Sunday", "the past three weeks", "last night".
    pub(super) fn pick_led(&mut self, the: bool) -> Option<Expr> {
        let start = self.at;
        let mut word = self.take(Some)?;
        if let (Word::This, Some(next @ (Word::Past | Word::Coming | Word::Last | Word::Next))) =
            (word, self.word())
        {
            self.at += 1;
            word = match next {
                Word::Next => Word::Coming,
                Word::Last => Word::Past,
                next => next,
            };
        }
        let pick = match word {
            // "the next day" is a day after another one of the article.
            Word::Next | Word::Last if the && self.single_day() => return self.elsewhere(start),
            // "the next morning" likewise.
            Word::Next if the && matches!(self.word(), Some(Word::Time(..))) => {
                return self.elsewhere(start);
            }
            Word::Last | Word::Before => Pick::Last,
            Word::Past | Word::Latest => Pick::Past,
            Word::This => Pick::This,
            Word::Next => Pick::Next,
            Word::Coming => Pick::Coming,
            _ => return self.elsewhere(start),
        };
        self.eat(Word::Calendar);
        if self.word() == Some(Word::Fiscal) {
            return self.fiscal();
        }
        if word == Word::Last
            && let Some(nth) = self.attempt(Self::last_of)
        {
            return Some(nth);
        }
        if let Some(rolling) = self.attempt(|p| p.rolling(pick)) {
            return Some(rolling);
        }
        let found = match self.word() {
            Some(Word::Unit(Grain::Weekend)) if matches!(pick, Pick::Next | Pick::Coming) => {
                self.at += 1;
                Some(Expr::Recurring(Pattern::Weekend, pick))
            }
            Some(Word::Unit(grain)) => {
                self.at += 1;
                if self.plural() && pick != Pick::This {
                    return Some(loose(grain, matches!(pick, Pick::Last | Pick::Past)));
                }
                let loose = word == Word::Past || (the && word != Word::Before);
                Some(unit(grain, pick, loose))
            }
            Some(Word::SomeTime) if pick == Pick::This => {
                self.at += 1;
                if self.done() {
                    return Some(Expr::today());
                }
                self.this_time()
            }
            Some(Word::Period) if pick == Pick::Past => {
                self.at += 1;
                // A month, a quarter or a year.
                Some(Expr::Range(
                    Expr::Unit(Grain::Year, -1).boxed(),
                    Expr::Unit(Grain::Day, -1).boxed(),
                ))
            }
            Some(Word::Fortnight) => {
                self.at += 1;
                Some(match pick {
                    Pick::Last | Pick::Past => Expr::Rolling(Grain::Week, -2),
                    Pick::Next | Pick::Coming => Expr::Rolling(Grain::Week, 2),
                    _ => return None,
                })
            }
            Some(Word::Weekday(weekday)) => {
                let previous = the && PREVIOUS.contains(&self.previous_word().as_str());
                let expr = self.weekday_led(weekday, pick);
                match expr {
                    // Before some day of the article: a week earlier may be meant too.
                    Some(Expr::Recurring(Pattern::Weekday(_), Pick::Last)) if previous => {
                        let before = Expr::Weekday(weekday, -2, Expr::today().boxed());
                        expr.map(|last| Expr::Either(last.boxed(), before.boxed()))
                    }
                    expr => expr,
                }
            }
            Some(Word::Month(month)) => self.month_led(month, pick),
            Some(Word::Season(_) | Word::Northern | Word::Southern) => self.season(pick),
            Some(Word::Time(..)) => {
                let night = matches!(self.word(), Some(Word::Time(_, to)) if to > DAY);
                let time = self.time()?;
                self.clock = Some(time);
                match pick {
                    Pick::This => Some(Expr::today()),
                    Pick::Last if night => Some(Expr::Unit(Grain::Day, -1)),
                    _ => None,
                }
            }
            Some(Word::Ordinal(_)) | Some(Word::Quarters) => {
                let inner = self.primary()?;
                inner.bare().map(|pattern| Expr::Recurring(pattern, pick))
            }
            _ => {
                let holiday = self.primary()?;
                match holiday.bare() {
                    Some(pattern @ Pattern::Holiday(_)) => Some(Expr::Recurring(pattern, pick)),
                    _ => None,
                }
            }
        }?;
        Some(found)
    }

    /// "day", and not "day of the month" or "day or two".
    fn single_day(&self) -> bool {
        let or_two = self.peek_at(1) == What::Word(Word::Or)
            && matches!(self.peek_at(2), What::Word(Word::Number(_)));
        self.word() == Some(Word::Unit(Grain::Day))
            && !or_two
            && !matches!(self.peek_at(1), What::Word(Word::Of | Word::In))
            && !self
                .tokens
                .slice(self.at, self.at + 1)
                .ends_with(['s', 'S'])
    }

    /// The word just taken, in lower case.
    fn previous_word(&self) -> String {
        self.tokens
            .slice(self.at.saturating_sub(1), self.at)
            .to_lowercase()
    }

    /// "that year", "the following week": the day they count from stands elsewhere.
    pub(super) fn elsewhere(&mut self, start: usize) -> Option<Expr> {
        let shown = self.tokens.slice(start, self.tokens.len());
        let shown: String = shown.chars().take(60).collect();
        self.refuse(
            format!("\u{201c}{shown}\u{201d} counts from a day that only the article names"),
            "Write the date itself, `next week`, or `a week after` and the day or a declared event.",
        )
    }

    /// The rest of "the last week of July", "the last two days of May".
    pub(super) fn last_of(&mut self) -> Option<Expr> {
        let many = self.count().map_or(1, |(_, many)| many);
        let counted = self.take(|word| match word {
            Word::Unit(grain) => Some(Counted::Unit(grain)),
            Word::Weekday(weekday) => Some(Counted::Weekday(weekday)),
            _ => None,
        })?;
        if self.plural() && many == 1 {
            return self.edge_of(Third::Late);
        }
        if !matches!(self.word(), Some(Word::Of | Word::In)) || !(1..1000).contains(&many) {
            return None;
        }
        self.nth(counted, -many, -1)
    }

    /// The rest of "the past three weeks", "the next few days", "five upcoming years".
    fn rolling(&mut self, pick: Pick) -> Option<Expr> {
        let length = self.attempt(Self::length)?;
        let back = match pick {
            Pick::Last | Pick::Past => true,
            Pick::Next | Pick::Coming => false,
            _ => return None,
        };
        self.rolling_length(length, back)
    }

    /// So long up to the day of publication, or from it on.
    pub(super) fn rolling_length(&self, length: Length, back: bool) -> Option<Expr> {
        let (months, days) = length.high?;
        if length.hedge.is_some() || (months, days) == (0, 0) {
            return None;
        }
        // "the past 24 hours": on the day itself, or so many days from it.
        if length.hours {
            let far = Expr::Unit(Grain::Day, if back { -days } else { days }).boxed();
            let today = Expr::today().boxed();
            return Some(if back {
                Expr::Range(far, today)
            } else {
                Expr::Range(today, far)
            });
        }
        let size = length.grain.size();
        let units = match size {
            (0, days_each) if months == 0 => days / days_each,
            (months_each, _) if days == 0 && months_each > 0 => months / months_each,
            // "the last three months and two weeks"
            _ if back => {
                let steps = (-months, -days);
                let start = Expr::Shift(
                    Expr::today().boxed(),
                    Steps {
                        near: steps,
                        far: Some(steps),
                        grain: Grain::Day,
                    },
                );
                return Some(Expr::Range(
                    start.boxed(),
                    Expr::Unit(Grain::Day, -1).boxed(),
                ));
            }
            _ => return None,
        };
        Some(Expr::Rolling(
            length.grain,
            if back { -units } else { units },
        ))
    }

    /// Begins with a unit: "the week of June 4", "week 31", "the year 2000", "year-end", "the quarter".
    pub(super) fn unit_led(&mut self, grain: Grain, the: bool) -> Option<Expr> {
        self.at += 1;
        if let Some(expr) = self.attempt(|p| p.unit_of(grain)) {
            return Some(expr);
        }
        if let (
            Grain::Week,
            What::Number {
                value: week @ 1..=53,
                digits: 1..=2,
            },
        ) = (grain, self.peek().what)
        {
            self.at += 1;
            return self.placed(Pattern::Week(week), Pick::Bare);
        }
        if let Some(expr) = self.attempt(|p| p.so_far_in(grain)) {
            return Some(expr);
        }
        if grain == Grain::Year {
            if let Some(year) = self.attempt(Self::following_year) {
                return Some(year);
            }
            if self.eat(Word::To) {
                return Some(Expr::Lasting(self.single()?.boxed(), -12, 0));
            }
        }
        if let Some(expr) = self.attempt(|p| p.unit_a_year_ago(grain)) {
            return Some(expr);
        }
        // "the week ahead"
        if the && grain > Grain::Weekend && self.attempt(Self::still_to_come).is_some() {
            return Some(Expr::Rolling(grain, 1));
        }
        // "the month's end"
        self.attempt(|p| {
            let whose = p.eat_mark('\'') && p.eat(Word::S);
            (whose && p.word() == Some(Word::Part(Third::Late))).then_some(())
        });
        self.eat_mark('-');
        if let Some(Word::Part(_)) = self.word() {
            self.at += 1;
            return self.unit_end(grain);
        }
        // "the week-earlier level", but not "the day earlier".
        let compound = self.tokens.get(self.at - 1).what == What::Mark('-');
        if self.eat(Word::Ago) || ((compound || grain > EARLIER) && self.eat(Word::Earlier)) {
            return self.a_unit_ago(grain);
        }
        match grain {
            _ if !the => None,
            Grain::Weekend => Some(Expr::Recurring(Pattern::Weekend, Pick::Bare)),
            Grain::Quarter => Some(Expr::Reported),
            _ => Some(Expr::Unit(grain, 0)),
        }
    }

    /// The end of "year to date".
    fn so_far_in(&mut self, grain: Grain) -> Option<Expr> {
        self.eat_mark('-');
        self.eat(Word::To).then_some(())?;
        self.eat_mark('-');
        self.eat(Word::Date)
            .then(|| Expr::SoFar(Expr::Unit(grain, 0).boxed()))
    }

    /// "the week of June 4", "the week beginning 4 June", "the month of September".
    fn unit_of(&mut self, grain: Grain) -> Option<Expr> {
        let after = self.take(Some)?;
        let length = match after {
            Word::Of => {
                self.eat(Word::The);
                None
            }
            Word::Starting | Word::Commencing => Some(1),
            Word::Ending => Some(-1),
            _ => return None,
        };
        self.skip(&[Word::Prep, Word::In, Word::The]);
        let base = self.single()?;
        if grain == Grain::Day || matches!(&base, Expr::Unit(unit, _) if *unit > grain) {
            return None;
        }
        let size = grain.size();
        Some(match length {
            Some(-1) => Expr::Lasting(base.boxed(), -size.0, -size.1),
            Some(_) => Expr::Lasting(base.boxed(), size.0, size.1),
            None if base.bare().is_some() && grain == Grain::Month => base,
            None => Expr::Around(grain, base.boxed()),
        })
    }

    /// "year-end", "month-end": the last day. A report looks back to one year-end and on to the next.
    pub(super) fn unit_end(&mut self, grain: Grain) -> Option<Expr> {
        match grain {
            Grain::Year => {
                let eve = Pattern::YearDay {
                    month: 12,
                    day: 31,
                    weekday: None,
                };
                let either = |expr: Expr| match expr {
                    Expr::Recurring(eve, _) => Expr::Either(
                        Expr::Recurring(eve, Pick::Past).boxed(),
                        Expr::Recurring(eve, Pick::Coming).boxed(),
                    ),
                    expr => expr,
                };
                self.placed(eve, Pick::Bare).map(either)
            }
            Grain::Month | Grain::Quarter => Some(Expr::Nth(
                Counted::Unit(Grain::Day),
                -1,
                -1,
                Expr::Unit(grain, 0).boxed(),
            )),
            _ => None,
        }
    }
}

/// "last week" is Monday to Sunday; "the last week" and "the past week" may be the last seven days too.
fn unit(grain: Grain, pick: Pick, loose: bool) -> Expr {
    let units = match pick {
        Pick::Last | Pick::Past => -1,
        Pick::This | Pick::Bare | Pick::Seen(_) => 0,
        Pick::Next | Pick::Coming | Pick::Deadline | Pick::TimedDeadline => 1,
        Pick::Begun => 0,
        Pick::BeforeLast => -2,
        Pick::AfterNext => 2,
    };
    let whole = Expr::Unit(grain, units);
    let rolls = !matches!(
        grain,
        Grain::Day | Grain::Quarter | Grain::Season | Grain::Weekend
    );
    if loose && units != 0 && rolls && pick != Pick::Coming {
        let rolling = if grain >= Grain::Decade {
            years_rolling(grain, units)
        } else {
            Expr::Rolling(grain, units)
        };
        return Expr::Either(whole.boxed(), rolling.boxed());
    }
    whole
}

/// "the last decade" may be the last ten years.
fn years_rolling(grain: Grain, units: i32) -> Expr {
    Expr::Rolling(Grain::Year, units * grain.size().0 / 12)
}
