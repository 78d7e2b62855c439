//! Shares, counts out of a total, and what they are counted out of.

use crate::value::amount::Dimension;
use crate::value::amount::number::{self, Figure, Number, Setting};
use crate::value::amount::refusal;
use crate::value::amount::table::joints::{self, Joint};
use crate::value::amount::unit::{self, Unit};
use crate::value::role::Role;
use crate::value::scan::Class;
use crate::value::{Rational, Refusal};

use super::Parser;

/// A figure with the total that it is counted out of.
pub(super) struct Ratio {
    /// The share, or the count.
    pub(super) figure: Figure,
    /// The total, where the figure is the count.
    pub(super) total: Option<Rational>,
    /// Whether it is written with hyphens, as before a noun: "a one-in-five chance".
    pub(super) hyphened: bool,
}

/// Whether a number without a unit is a share: "half", "two thirds", "most".
pub(in crate::value::amount) fn is_share(number: &Number) -> bool {
    match number {
        Number::Figure(figure) => figure.parts > 1 && figure.value <= Rational::ONE,
        Number::Vague(vague) => vague.to == Rational::ONE,
    }
}

impl Parser<'_, '_> {
    /// "one in five", "2 out of 3", "three of every 10": a share. "326 out of 650", "20 of 30": a
    /// count.
    pub(super) fn ratio(&mut self, number: &Number) -> Result<Option<Ratio>, Refusal> {
        /// From this total on, what is counted out of it is meant.
        const COUNTED: Rational = Rational::from_int(20);
        let Number::Figure(top) = number else {
            return Ok(None);
        };
        // "one-in-five".
        let dash = |at: usize| usize::from(self.scan.word(at) == "-");
        let at = self.at + dash(self.at);
        let joint = joints::OUT_OF.longest(self.scan, at, self.scan.tokens.len());
        let Some((length, joint)) = joint else {
            return Ok(None);
        };
        let means_share = joint == Joint::Share;
        let hyphened = at > self.at;
        let bare = joint == Joint::Count;
        let next = at + length;
        let next = next + if hyphened { dash(next) } else { 0 };
        let articled = !means_share && self.scan.says(next, Role::The | Role::All);
        let next = next + usize::from(articled);
        let whole = number::number(self.scan, next, self.end, Setting::BARE)?;
        let Some((Number::Figure(whole), next)) = whole else {
            return Ok(None);
        };
        // "a one-in-100-year flood".
        let unit_at = next + dash(next);
        let measure = || {
            let mut units = unit::candidates(self.scan, unit_at, self.end);
            units.any(|(_, unit)| unit.dimension() != Dimension::Share)
        };
        if means_share && self.scan.is(unit_at, Class::Word) && measure() {
            return Err(refusal::share_with_unit(
                self.scan.between(self.at - 1, next),
            ));
        }
        let counts = top.value.is_integer() && whole.value.is_integer();
        // "3 of 20 percent" is neither.
        let measured = !means_share && self.unit_at(next).is_some();
        let share = match top.value.checked_div(whole.value) {
            Some(share) if counts && !measured && share <= Rational::ONE => share,
            _ => return Ok(None),
        };
        let from = self.at;
        self.at = next;
        // "two out of five hundred" is a rate, and so is what is said of a hundred.
        let is_rate = (top.value < Rational::from_int(10)
            || whole.value == Rational::from_int(100))
            && whole
                .rounded_to()
                .is_some_and(|place| place >= Rational::from_int(100));
        if bare || (!means_share && !is_rate && whole.value >= COUNTED) {
            self.note(from, next, || format!("out of {}: a count", whole.value));
            return Ok(Some(Ratio {
                figure: *top,
                total: Some(whole.value),
                hyphened,
            }));
        }
        self.note(from, next, || format!("a share of {share}"));
        Ok(Some(Ratio {
            figure: Figure {
                parts: whole.value.numerator(),
                ..Figure::whole(share)
            },
            total: None,
            hyphened,
        }))
    }

    /// "of the votes" after a share: what it is a share of; after a ratio also "one in five voters".
    pub(super) fn of_what(&mut self, number: &Number, unit: Option<Unit>, is_ratio: bool) {
        let percent = unit.is_some_and(|unit| unit.dimension() == Dimension::Share);
        let share = percent || (unit.is_none() && is_share(number));
        let determined = |at: usize| {
            let roles = Role::The | Role::Whose | Role::All | Role::These;
            self.scan.says(at, roles)
        };
        let half = unit.is_none() && number.value() == Rational::new(1, 2);
        let after_of = self.scan.says(self.at.wrapping_sub(1), Role::Of);
        let of = usize::from(self.says(Role::Of));
        let counted = is_ratio && unit.is_none();
        if share && (of > 0 || counted || ((half || after_of) && determined(self.at))) {
            let from = self.at;
            self.nouns_from(from + of);
            self.of_what |= self.at > from;
        }
    }
}
