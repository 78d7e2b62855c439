//! What stands behind a figure and is counted by it: "314 passengers", "17-line", "20 or more people",
//! "8 inches of rain".

use crate::value::Kind;
use crate::value::amount::number::Number;
use crate::value::amount::table::directions;
use crate::value::amount::table::hedges;
use crate::value::amount::table::words::WORDS;
use crate::value::amount::unit::{self, Unit};
use crate::value::counted::{Counted, is_article, is_place_word, is_said, is_stop};
use crate::value::date;
use crate::value::role::Role;
use crate::value::scan::Class;

use super::share::is_share;
use super::{Parser, Shape};

impl Parser<'_, '_> {
    /// Reads on where the last figure has no unit: all that is left must be what it counts, and hedges.
    /// Of a share the words tell what it is a share of.
    pub(super) fn counted(&mut self, shapes: &mut [Shape]) -> Option<Box<Counted>> {
        let last = shapes.last_mut()?;
        let bare = last.terms_mut().all(|term| {
            let ordinal = matches!(&term.number, Number::Figure(figure) if figure.ordinal);
            term.unit.is_none() && !term.age && term.counted && !ordinal && !term.plural
        });
        let rest = self.scan.between(self.at, self.end);
        if !bare || date::goes_on(rest) {
            return None;
        }
        let hyphened = self.scan.is_hyphen(self.at);
        let from = self.at + usize::from(hyphened);
        let mut words: Vec<&str> = Vec::new();
        let mut hedge = None;
        let mut at = from;
        while at < self.end {
            if let Some((length, row)) = hedges::AFTER.longest(self.scan, at, self.end)
                && at + length == self.end
                && !words.is_empty()
            {
                hedge = Some(row);
                break;
            }
            if is_said(&words) && is_place_word(self.scan.word(at)) {
                break;
            }
            let next = self.whole_word(at)?;
            words.push(self.scan.between(at, next));
            at = next;
        }
        let beside = match hedge {
            None if at < self.end => Some(self.beside(at)?),
            _ => None,
        };
        if let (Some(row), Shape::One(term)) = (hedge, &mut *last) {
            term.hedges.push(row);
        } else if hedge.is_some() {
            return None;
        }
        let counted = Counted::of(&words, hyphened, beside)?;
        let of_share = last.terms_mut().any(|term| is_share(&term.number));
        let end = self.end;
        let at = if beside.is_some() { end } else { at };
        self.note(from, at, || match of_share {
            true => "tells what, not how much".into(),
            false => "what is counted".into(),
        });
        self.at = end;
        self.of_what |= of_share;
        (!of_share).then(|| Box::new(counted))
    }

    /// Reads on where the last amount has a unit of measure: what it is of must be all that is left. "8
    /// inches of rain", and not "5 km of the coast", which is as far from it.
    pub(super) fn substance(&mut self, shapes: &mut [Shape]) -> Option<Box<Counted>> {
        let measures =
            |unit: Option<Unit>| unit.is_some_and(|unit| unit.dimension().kind() == Kind::Quantity);
        let mut terms = shapes.last_mut()?.terms_mut();
        if !self.says(Role::Of) || !terms.all(|term| measures(term.unit)) {
            return None;
        }
        let mut words = vec![self.scan.between(self.at, self.at + 1)];
        let mut at = self.at + 1;
        while at < self.end {
            let word = self.scan.word(at);
            let is_part = self.scan.is(at, Class::Word)
                && !is_stop(word)
                && !is_article(word)
                && !self.scan.says(at, Role::Each)
                && !directions::is_direction(word);
            if !is_part || WORDS.longest(self.scan, at, self.end).is_some() {
                return None;
            }
            words.push(self.scan.between(at, at + 1));
            at += 1;
        }
        let counted = Counted::of(&words, false, None)?;
        self.note(self.at, at, || "what is measured".into());
        self.at = at;
        Some(Box::new(counted))
    }

    /// The words from a token on, where they only say where that is what was counted: "in the fire".
    /// What tells when, or counts, is more than that.
    fn beside(&self, at: usize) -> Option<&str> {
        let is_plain = |at: usize| {
            let word = self.scan.word(at);
            let is_number = WORDS.longest(self.scan, at, self.end).is_some();
            let is_word = self.scan.is(at, Class::Word) || self.scan.is_hyphen(at);
            is_word && !is_number && (is_place_word(word) || is_article(word) || !is_stop(word))
        };
        let ends_well = !is_place_word(self.scan.word(self.end - 1));
        let mut places = (at..self.end).filter(|at| is_place_word(self.scan.word(*at)));
        let is_when = |from: usize| date::is_date(self.scan.between(from, self.end), None);
        (ends_well && (at..self.end).all(is_plain) && !places.any(is_when))
            .then(|| self.scan.between(at, self.end))
    }

    /// Where the word at a token ends, with what hyphens tie to it; `None` for what is no part of a noun.
    fn whole_word(&self, at: usize) -> Option<usize> {
        let is_part = |at: usize| {
            let word = self.scan.word(at);
            self.scan.is(at, Class::Word)
                && !is_stop(word)
                // "3 p.m." counts nothing.
                && !word.contains('.')
                && !directions::is_direction(word)
                && WORDS.longest(self.scan, at, self.end).is_none()
                && unit::candidates(self.scan, at, self.end).next().is_none()
        };
        if !is_part(at) {
            return None;
        }
        let mut next = at + 1;
        while self.scan.is_hyphen(next) && self.scan.is(next + 1, Class::Word) {
            next += 2;
        }
        Some(next)
    }
}
