//! Periods of accounts and comparisons with a year before: "the quarter", "the year ended March 31",
//! "the same month last year"; and plurals without a figure: "recent weeks".

use super::Parser;
use crate::value::date::calendar::Grain;
use crate::value::date::expr::{Expr, Steps};
use crate::value::date::length::{Length, PLURAL};
use crate::value::date::words::Word;

impl Parser<'_> {
    /// The rest of "the same month last year", "the comparable quarter of 1988": what "same" compares with.
    pub(super) fn same(&mut self) -> Option<Expr> {
        let start = self.at;
        // "the comparable year-ago quarter"
        if self.word() == Some(Word::Unit(Grain::Year))
            && let Some(expr) = self.attempt(|p| p.unit_led(Grain::Year, false))
        {
            return Some(expr);
        }
        let word = self.take(Some)?;
        self.attempt(|p| match word {
            Word::Unit(grain) => p.before_that(grain),
            Word::Period | Word::SomeTime => p.compared_year(),
            _ => None,
        })
        .or_else(|| self.elsewhere(start))
    }

    /// The end of "this time last year": the month around it.
    pub(super) fn this_time(&mut self) -> Option<Expr> {
        self.before_that(Grain::Month)
    }

    /// "the quarter a year ago", "the month a year earlier".
    pub(super) fn unit_a_year_ago(&mut self, grain: Grain) -> Option<Expr> {
        (self.word() == Some(Word::A)).then_some(())?;
        self.before_that(grain)
    }

    /// The present unit, moved into the year that follows.
    fn before_that(&mut self, grain: Grain) -> Option<Expr> {
        let (months, days) = match self.compared_year()? {
            Expr::Unit(Grain::Year, years) => (years.checked_mul(12)?, 0),
            Expr::Shift(base, steps) if *base == Expr::today() => steps.near,
            // A quarter of some year that is named: which one is not said.
            year => return Some(year),
        };
        let steps = Steps {
            near: (months, days),
            far: Some((months, days)),
            grain,
        };
        let base = match grain {
            Grain::Quarter => Expr::Reported,
            Grain::Month | Grain::Half | Grain::Season => Expr::Unit(grain, 0),
            _ => Expr::today(),
        };
        Some(Expr::Shift(base.boxed(), steps))
    }

    /// "last year", "of 1988", "a year ago", "a year earlier".
    fn compared_year(&mut self) -> Option<Expr> {
        self.joiners();
        let year = self.attempt(Self::counted).or_else(|| self.primary())?;
        let yearly = match &year {
            Expr::Unit(grain, _) => *grain == Grain::Year,
            Expr::Fixed(stretch) => stretch.grain == Grain::Year,
            Expr::Shift(base, steps) => **base == Expr::today() && steps.grain == Grain::Year,
            _ => false,
        };
        yearly.then_some(year)
    }

    /// "year-ago", "the year-earlier quarter".
    pub(super) fn a_unit_ago(&mut self, grain: Grain) -> Option<Expr> {
        let size = grain.size();
        if self.eat(Word::Unit(Grain::Quarter)) {
            let steps = (-size.0, -size.1);
            return Some(Expr::Shift(
                Expr::Reported.boxed(),
                Steps {
                    near: steps,
                    far: Some(steps),
                    grain: Grain::Quarter,
                },
            ));
        }
        self.eat(Word::Period);
        Some(Expr::Unit(grain, -1))
    }

    /// The end of "the nine months ended Sept. 30", "the three months to June", "two weeks starting May 20",
    /// "for three days from Monday".
    pub(super) fn lasting(&mut self, length: Length, lead: Option<Word>) -> Option<Expr> {
        self.eat_mark(',');
        let back = match self.take(Some)? {
            Word::Starting | Word::Commencing => false,
            Word::From if lead == Some(Word::For) => false,
            Word::Ending => true,
            Word::To if lead == Some(Word::The) && length.grain >= Grain::Week => true,
            _ => return None,
        };
        self.skip(&[Word::Prep, Word::In, Word::From]);
        let edge = self.single()?;
        let (months, days) = length.high?;
        Some(if back {
            Expr::Lasting(edge.boxed(), -months, -days)
        } else {
            Expr::Lasting(edge.boxed(), months, days)
        })
    }

    /// Whether the word just taken is a plural: "weeks".
    pub(super) fn plural(&self) -> bool {
        self.tokens
            .slice(self.at.saturating_sub(1), self.at)
            .ends_with(['s', 'S'])
    }
}

/// "recent weeks", "the coming days": from two units to under twenty, up to today or from today.
pub(super) fn loose(grain: Grain, back: bool) -> Expr {
    let (far, today) = (
        Expr::Rolling(grain, if back { -PLURAL } else { PLURAL }).boxed(),
        Expr::today().boxed(),
    );
    if back {
        Expr::Range(far, today)
    } else {
        Expr::Range(today, far)
    }
}
