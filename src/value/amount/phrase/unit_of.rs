//! The units of an amount: which one stands at a place, and what follows it ("5 feet 11").

use crate::value::amount::Dimension;
use crate::value::amount::number::{self, Figure, Number, Setting, Vague};
use crate::value::amount::refusal;
use crate::value::amount::table::frames;
use crate::value::amount::table::words::{WORDS, WordClass};
use crate::value::amount::unit::{self, Unit};
use crate::value::role::Role;
use crate::value::scan::Class;
use crate::value::{Rational, Refusal};

use super::{Parser, Wanted};

impl Parser<'_, '_> {
    pub(super) fn currency_at(&self, at: usize) -> Option<(usize, Unit)> {
        let mut found = unit::candidates(self.scan, at, self.end);
        found
            .find(|(_, unit)| matches!(unit.dimension(), Dimension::Money(_)) && self.allows(*unit))
    }

    /// The unit at a token that is wanted here.
    pub(super) fn unit_at(&self, at: usize) -> Option<(usize, Unit)> {
        if self.wanted == Wanted::AnyMoneyFirst
            && let Some(found) = self.currency_at(at)
        {
            return Some(found);
        }
        unit::candidates(self.scan, at, self.end).find(|(_, unit)| self.allows(*unit))
    }

    pub(super) fn allows(&self, unit: Unit) -> bool {
        let dimension = unit.dimension();
        match self.wanted {
            Wanted::Count => matches!(dimension, Dimension::Share | Dimension::Points),
            Wanted::Money => matches!(dimension, Dimension::Money(_)),
            Wanted::Time => dimension == Dimension::Time,
            Wanted::Any | Wanted::AnyMoneyFirst => true,
        }
    }

    /// The unit after the number; after a currency only the same one again.
    ///
    /// # Errors
    ///
    /// Refuses "6ft2", which is an area or 6 feet 2 inches.
    pub(super) fn unit_after(
        &mut self,
        number: &Number,
        currency: Option<Unit>,
    ) -> Result<Option<Unit>, Refusal> {
        let Some((length, unit)) = self.unit_at(self.at) else {
            return Ok(None);
        };
        let (from, to) = (self.at, self.at + length);
        if self.counts_from_day && self.is_letter_alone(to) {
            return Ok(None);
        }
        let same = currency.is_none_or(|it| it.dimension() == unit.dimension());
        let plural = self.wanted != Wanted::Time && self.is_plural(number);
        if !same || plural {
            return Ok(None);
        }
        let in_parts = || {
            let mut units = unit::candidates(self.scan, from, to - 1);
            units.any(|(_, it)| it.dimension() == Dimension::Length && it.has_uneven_parts())
        };
        if length == 2 && self.scan.is(to - 1, Class::Digits) && in_parts() {
            let number = self.at.saturating_sub(1);
            return Err(refusal::square_or_parts(self.scan.between(number, to)));
        }
        self.note(from, to, || format!("in {}", unit.plural()));
        self.at = to;
        Ok(Some(unit))
    }

    /// "over-65s", "the 1990s": whether an s that touches a whole figure makes a plural.
    pub(super) fn is_plural(&self, number: &Number) -> bool {
        self.says(Role::PluralEnd)
            && self
                .scan
                .tokens
                .get(self.at)
                .is_some_and(|token| token.glued)
            && matches!(number, Number::Figure(figure) if figure.decimals == 0 && !figure.summed)
    }

    /// A unit without a number: "a week" is one, "weeks" are two to under twenty.
    pub(super) fn unit_alone(&mut self) -> Option<(Number, bool)> {
        let here = self.says(Role::Article);
        let article = here || self.article;
        let at = self.at + usize::from(here);
        let described = frames::AMID.longest(self.scan, at, self.end).is_some();
        let at = at + usize::from(described);
        let (length, unit) = self.unit_at(at)?;
        let last = self.scan.word(at + length - 1);
        let plural = last.ends_with('s') && !unit.name().ends_with('s') && last.chars().count() > 2;
        if plural && described {
            return None;
        }
        let is_time = unit.dimension() == Dimension::Time;
        if !self.scan.is(at, Class::Word) || (!article && !is_time) || (article && plural) {
            return None;
        }
        self.at = at;
        if plural {
            self.note(at, at + length, || {
                "more than one, likely under twenty".into()
            });
            return Some((Number::Vague(Vague::plural("several", 1)), true));
        }
        Some((Number::Figure(Figure::whole(Rational::ONE)), article))
    }

    /// "20-odd million".
    pub(super) fn scale_after_hedge(&mut self, number: Number) -> Result<Number, Refusal> {
        match number {
            Number::Figure(figure) if figure.scale == Rational::ONE => {
                self.scale_after_unit(number)
            }
            _ => Ok(number),
        }
    }

    /// "75 usd million".
    pub(super) fn scale_after_unit(&mut self, number: Number) -> Result<Number, Refusal> {
        self.at += usize::from(self.word() == "]");
        let Number::Figure(figure) = number else {
            return Ok(number);
        };
        match WORDS.longest(self.scan, self.at, self.end) {
            Some((length, met)) if met.class == WordClass::Scale && !met.ordinal => {
                let scale = Rational::from_int(met.value);
                self.at += length;
                let value = figure
                    .value
                    .checked_mul(scale)
                    .ok_or_else(refusal::too_large)?;
                Ok(Number::Figure(Figure {
                    value,
                    scale,
                    ..figure
                }))
            }
            _ => Ok(number),
        }
    }

    /// "an hour and a half".
    pub(super) fn half_after_unit(&mut self, figure: &mut Figure) -> Result<(), Refusal> {
        // "a year-and-a-half".
        let dash = |at: usize| usize::from(self.scan.word(at) == "-");
        let and = self.at + dash(self.at);
        if !self.scan.says(and, Role::And) || !figure.value.is_integer() {
            return Ok(());
        }
        let from = and + 1 + dash(and + 1);
        let Some((Number::Figure(part), next)) =
            number::number(self.scan, from, self.end, Setting::BARE)?
        else {
            return Ok(());
        };
        let is_part = part.parts > 1 && part.value < Rational::ONE && self.unit_at(next).is_none();
        if is_part {
            let value = figure
                .value
                .checked_add(part.value)
                .ok_or_else(refusal::too_large)?;
            *figure = Figure {
                parts: part.parts,
                ..Figure::whole(value)
            };
            let from = self.at;
            self.note(from, next, || format!("and {} more", part.value));
            self.at = next;
        }
        Ok(())
    }

    /// "5 feet 11 inches", "2 years and 3 months", "an hour twenty", "12 dollars 50".
    ///
    /// The sum is in the smallest unit named; money stays in the currency.
    pub(super) fn smaller_parts(
        &mut self,
        figure: &mut Figure,
        first: Unit,
        by_symbol: bool,
        hyphened: bool,
    ) -> Result<Unit, Refusal> {
        let mut unit = first;
        let mut smallest = first;
        let mut whole = figure.value.is_integer();
        loop {
            let mut at = self.at;
            at += usize::from(self.scan.word(at) == ",");
            at += usize::from(self.scan.says(at, Role::And));
            // "6-foot-2".
            let dash = hyphened && at == self.at && self.scan.word(at) == "-";
            at += usize::from(dash);
            if !whole {
                return Ok(unit);
            }
            // The m of "2h30m" is no million.
            let setting = Setting {
                count: first.dimension() != Dimension::Time,
                ..Setting::BARE
            };
            // "a year and a day".
            let article = at > self.at && self.scan.says(at, Role::Article);
            let (part, next) = match number::number(self.scan, at, self.end, setting)? {
                Some((Number::Figure(part), next)) => (part, next),
                None if article => (Figure::whole(Rational::ONE), at + 1),
                _ => return Ok(unit),
            };
            let next = next + usize::from(self.scan.word(next) == "-");
            let named = unit::candidates(self.scan, next, self.end)
                .find(|(_, part)| part.is_part_of(smallest))
                .map(|(length, part)| (length, part.beside(smallest)))
                .or_else(|| self.cent_of(smallest, next));
            let (length, found) = match (named, smallest.next_smaller()) {
                (Some(found), _) => found,
                (None, Some(smaller))
                    if !by_symbol
                        && !article
                        && !self.counts_from_day
                        && self.is_bare_part(&part, next) =>
                {
                    (0, smaller)
                }
                _ => return Ok(unit),
            };
            self.pieces.push((part.value, Some(found)));
            let sum =
                first_sum(figure.value, unit, part.value, found).ok_or_else(refusal::too_large)?;
            let money = matches!(found.dimension(), Dimension::Money(_));
            let target = if money { unit } else { found };
            let value = target.from_base(sum).ok_or_else(refusal::too_large)?;
            *figure = Figure {
                value,
                decimals: if money { 2 } else { part.decimals },
                parts: part.parts,
                summed: true,
                ..Figure::whole(value)
            };
            let (from, to) = (at, next + length);
            self.note(from, to, || {
                format!("and {} {}", part.value, found.plural())
            });
            self.at = to;
            smallest = found;
            unit = target;
            whole = part.value.is_integer();
            // "£2 10s 6d" goes on.
            if money && found.next_smaller().is_none() {
                return Ok(unit);
            }
        }
    }

    /// Cents after another currency than the one whose cents go without its name.
    fn cent_of(&self, currency: Unit, at: usize) -> Option<(usize, Unit)> {
        let (length, cent) = unit::candidates(self.scan, at, self.end).next()?;
        (cent.name() == "cent").then_some(())?;
        currency.next_smaller().map(|smaller| (length, smaller))
    }

    /// Whether a figure without a unit counts the next smaller unit: "5 feet 11".
    fn is_bare_part(&self, part: &Figure, next: usize) -> bool {
        let whole = part.decimals == 0 && part.value.is_integer() && !part.ordinal;
        let small = Rational::ZERO <= part.value && part.value < Rational::from_int(100);
        whole && small && unit::candidates(self.scan, next, self.end).next().is_none()
    }
}

/// The sum of two amounts in the base unit.
fn first_sum(a: Rational, in_a: Unit, b: Rational, in_b: Unit) -> Option<Rational> {
    in_a.to_base(a)?.checked_add(in_b.to_base(b)?)
}
