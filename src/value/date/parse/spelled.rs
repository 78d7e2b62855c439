//! Numbers in words: "nineteen ninety-six", "twenty-first".

use super::Parser;
use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::expr::Expr;
use crate::value::date::words::Word;

impl Parser<'_> {
    /// Begins with a number in words: "nineteen ninety-six", "twenty-five January".
    pub(super) fn words(&mut self) -> Option<Expr> {
        let start = self.at;
        if let Some(n) = self.attempt(Self::ordinal_words) {
            return self.ordinal_led(n);
        }
        if let Some(expr) = self.attempt(|p| {
            let day = p.tens().filter(|day| (1..=31).contains(day))?;
            p.skip(&[Word::Of]);
            let month = p.month()?;
            p.dated_here(month, day)
        }) {
            return Some(expr);
        }
        if self.refusal.is_some() {
            return None;
        }
        // "the nineteen eighties"
        if let Some(decade) = self.attempt(|p| {
            let century = p.tens().filter(|n| (11..=20).contains(n))?;
            p.eat_mark('-');
            p.take(|word| match word {
                Word::Decade(year) => Some(century * 100 + year % 100),
                _ => None,
            })
        }) {
            return Stretch::months(decade, 1, 120, Grain::Decade).map(Expr::Fixed);
        }
        let value = self.number_words()?;
        if value % 100 == 0 && self.since(start).ends_with(['s', 'S']) {
            return Stretch::months(value, 1, 120, Grain::Decade).map(Expr::Fixed);
        }
        if (1100..=2100).contains(&value) {
            return self.year_led(value);
        }
        None
    }

    /// A number in words, or a year in pairs: "two thousand and eighteen", "nineteen ninety-six".
    pub(super) fn number_words(&mut self) -> Option<i32> {
        self.attempt(|p| {
            let first = p.tens()?;
            if p.eat(Word::Thousand) {
                let hundreds = p.attempt(|p| {
                    let n = p.tens()?;
                    p.eat(Word::Hundred).then_some(n * 100)
                });
                let rest = p.attempt(|p| {
                    p.eat(Word::And);
                    p.tens()
                });
                return Some(first * 1000 + hundreds.unwrap_or(0) + rest.unwrap_or(0));
            }
            if p.eat(Word::Hundred) {
                let rest = p.attempt(|p| {
                    p.eat(Word::And);
                    p.tens()
                });
                return Some(first * 100 + rest.unwrap_or(0));
            }
            if !(11..=20).contains(&first) {
                return Some(first);
            }
            // The second pair of a year: "ninety-six", "oh one".
            let pair = p.attempt(|p| {
                p.eat_mark('-');
                if p.eat(Word::Number(0)) {
                    p.eat_mark('-');
                    return p.tens().filter(|n| *n < 10);
                }
                p.tens().filter(|n| *n >= 10)
            });
            Some(match pair {
                Some(pair) => first * 100 + pair,
                None => first,
            })
        })
    }

    /// A number below a hundred: "twenty-one".
    pub(super) fn tens(&mut self) -> Option<i32> {
        let number = |word| match word {
            Word::Number(n) => Some(n),
            _ => None,
        };
        let first = self.take(number)?;
        if first < 20 {
            return Some(first);
        }
        let ones = self.attempt(|p| {
            p.eat_mark('-');
            p.take(number).filter(|n| (1..10).contains(n))
        });
        Some(first + ones.unwrap_or(0))
    }

    /// An ordinal in words: "sixth", "twenty-first".
    pub(super) fn ordinal_words(&mut self) -> Option<i32> {
        let ordinal = |word| match word {
            Word::Ordinal(n) => Some(n),
            _ => None,
        };
        if let Some(n) = self.take(ordinal) {
            return Some(n);
        }
        let tens = self.take(|word| match word {
            Word::Number(n @ 20..=90) => Some(n),
            _ => None,
        })?;
        self.eat_mark('-');
        let ones = self.take(ordinal).filter(|n| *n < 10)?;
        Some(tens + ones)
    }
}
