//! One alternative of a value, and the words around a date that bound it: "as early as", "at the latest".

use super::Parser;
use crate::value::date::bound::Side;
use crate::value::date::expr::Expr;
use crate::value::date::words::{Third, Word};

impl Parser<'_> {
    /// One alternative: a bound, a range or a date.
    pub(super) fn clause(&mut self) -> Option<Expr> {
        self.attempt(Self::some_point);
        let expr = match self.attempt(Self::as_early_as) {
            Some(expr) => expr,
            None => self.untimed_clause()?,
        };
        // A time that no part of it has taken is that of the whole, if this is a day.
        let clock = self.clock.take().filter(|_| expr.is_day());
        let expr = expr.at(clock);
        // "in June at the earliest", "by Friday at the latest"
        let start = self.at;
        let side = self.attempt(|p| {
            p.skip(&[Word::Prep, Word::The]).then_some(())?;
            p.take(|word| match word {
                Word::Earliest => Some(Side::Since),
                Word::Latest => Some(Side::UpTo),
                _ => None,
            })
        });
        let Some(side) = side else {
            return Some(expr);
        };
        self.note(start, || side.role().into());
        Some(match expr {
            expr @ (Expr::Since(_) | Expr::UpTo(_) | Expr::Before(_) | Expr::After(_)) => expr,
            expr => side.of(expr),
        })
    }

    /// "at some point in", "at one point".
    fn some_point(&mut self) -> Option<()> {
        self.eat(Word::Prep);
        let some = self.eat(Word::Circa) || self.eat(Word::Number(1)) || self.eat(Word::A);
        (some && self.since_word("point")).then(|| self.at += 1)
    }

    /// "as early as 1996": then or later; "as late as 1996": then or earlier; "as recently as 1996": then.
    fn as_early_as(&mut self) -> Option<Expr> {
        let start = self.at;
        self.eat(Word::As).then_some(())?;
        let side = match self.take(Some)? {
            Word::Part(Third::Early) => Some(Side::Since),
            Word::Far => {
                self.since_word("back").then(|| self.at += 1)?;
                Some(Side::Since)
            }
            Word::Part(Third::Late) => Some(Side::UpTo),
            Word::Other
                if self
                    .tokens
                    .slice(self.at - 1, self.at)
                    .eq_ignore_ascii_case("recently") =>
            {
                None
            }
            _ => return None,
        };
        self.eat(Word::As).then_some(())?;
        if let Some(side) = side {
            self.note(start, || side.role().into());
        }
        let expr = self.untimed_clause()?;
        Some(match side {
            Some(side) => {
                let clock = self.clock.take().filter(|_| expr.is_day());
                side.of(expr.at(clock))
            }
            None => expr,
        })
    }

    /// Refuses "since at least 1996", "since before 1990", "until at least July": of a state or of its beginning and end?
    pub(super) fn at_least(&mut self, start: usize, side: Side) -> Option<Expr> {
        let said = self.tokens.slice(start, self.at).to_owned();
        let words = if self.word() == Some(Word::Before) {
            1
        } else {
            2
        };
        let least = self.tokens.slice(self.at, self.at + words).to_owned();
        let date = self.tokens.slice(self.at + words, self.tokens.len());
        let date: String = date.chars().take(40).collect();
        let (edge, bound) = match side {
            Side::Since if words == 1 => ("began", format!("before {date}")),
            Side::Since => ("began", format!("by {date}")),
            _ => ("will end", format!("not before {date}")),
        };
        self.refuse(
            format!("\u{201c}{said} {least}\u{201d} leaves open when it {edge}"),
            format!("Write `{bound}` for when it {edge}, `{said} {date}` for the time in which it was so."),
        )
    }
}
