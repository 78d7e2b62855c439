//! Reads lengths of time: "two days", "more than 20 years", "a year and a half".

use super::Parser;
use crate::value::date::length::Length;
use crate::value::date::lexer::What;
use crate::value::date::measure::{self, Measure};
use crate::value::date::words::Word;

impl Parser<'_> {
    /// A hedge, a number and a unit; or more of them.
    pub(super) fn length(&mut self) -> Option<Length> {
        let start = self.at;
        let measure = self.measured_at(start)?;
        if measure.working {
            return self.refuse(
                "working days are not counted",
                "Write the date, or count in days.",
            );
        }
        for (from, to) in measure.hedged {
            self.at = to;
            if let Some(hedge) = measure.length.hedge {
                self.note(from, || hedge.role().into());
            }
        }
        self.at = measure.next;
        // "the day before Christmas" counts one.
        let beside = matches!(
            self.word(),
            Some(Word::Before | Word::After | Word::Following)
        );
        if measure.alone && !beside {
            self.at = start;
            return None;
        }
        if let Some(hedge) = measure.length.hedge {
            self.hedge = Some(hedge.name());
        }
        Some(measure.length)
    }

    fn measured_at(&mut self, at: usize) -> Option<Measure> {
        if let Some((_, known)) = self.measured.iter().find(|(known, _)| *known == at) {
            return known.clone();
        }
        let measure = measure::at(&self.tokens, at);
        self.measured.push((at, measure.clone()));
        measure
    }

    /// "two", "a couple of", "two or three", "5 to 7".
    pub(super) fn count(&mut self) -> Option<(i32, i32)> {
        self.attempt(|p| {
            let a = p.eat(Word::A);
            if let Some(few) = p.take(|word| match word {
                Word::Few(low, high) => Some((low, high)),
                _ => None,
            }) {
                p.eat(Word::Of);
                return Some(few);
            }
            if a {
                return Some((1, 1));
            }
            let low = p.integer()?;
            let high = p.attempt(|p| {
                let joined = p.eat(Word::Or) || p.eat(Word::To) || p.eat_mark('-');
                if joined { p.integer() } else { None }
            });
            let high = high.unwrap_or(low);
            (low > 0 && low <= high).then_some((low, high))
        })
    }

    /// A whole number in figures or words.
    fn integer(&mut self) -> Option<i32> {
        match self.peek().what {
            What::Number {
                value,
                digits: 1..=6,
            } => {
                self.at += 1;
                Some(value)
            }
            _ => self.number_words(),
        }
    }
}
