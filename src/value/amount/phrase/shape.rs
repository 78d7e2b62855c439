//! How amounts stand together: ranges, tolerances, pairs of bounds, alternatives.

use crate::value::amount::number::{Figure, Number, Vague};
use crate::value::amount::table::hedges;
use crate::value::amount::table::joints::{self, Joint};
use crate::value::amount::table::words::DECADES;
use crate::value::amount::unit::Unit;
use crate::value::role::Role;
use crate::value::{Rational, Refusal};

use super::{Hedges, Parser, Shape, Term, Wanted};

impl Parser<'_, '_> {
    pub(super) fn shape(&mut self) -> Result<Option<Shape>, Refusal> {
        let start = self.at;
        if self.says(Role::Between | Role::In | Role::Loosely) {
            let skipped = usize::from(!self.says(Role::Between));
            if self.scan.says(self.at + skipped, Role::Between) {
                self.at += skipped;
                return self.between();
            }
        }
        if let Some(range) = self.hedged_between()? {
            return Ok(Some(range));
        }
        if self.says(Role::Loosely) && self.scan.says(self.at + 1, Role::From) {
            self.at += 1;
        }
        let from = self.says(Role::From);
        self.at += usize::from(from);
        if let Some(term) = self.decade_of_life() {
            return Ok(Some(Shape::One(term)));
        }
        let Some(mut left) = self.term()? else {
            self.at = start;
            return Ok(None);
        };
        if let Some(length) = self.tolerance_mark() {
            self.at += length;
            return match self.term()? {
                Some(mut right) => {
                    share(&mut left, &mut right);
                    Ok(Some(Shape::Tolerance(left, right)))
                }
                None => Ok(None),
            };
        }
        let before = self.at;
        if let Some(length) = self.connector() {
            self.at += length;
            // "3-by-5-foot" has two sides.
            if !self.says(Role::By)
                && let Some(mut right) = self.term()?
            {
                self.note(before, before + length, || {
                    "from the one to the other".into()
                });
                let split = is_split(&left, &right, self.scan.word(before) == "-");
                share_thousands(&mut left, &right);
                share(&mut left, &mut right);
                return Ok(Some(if split {
                    Shape::Split(left, right)
                } else {
                    Shape::Range(left, right)
                }));
            }
            self.at = before;
        }
        if is_bounded(&left) && (self.word() == "," || self.says(Role::And | Role::But)) {
            self.at += 1;
            self.at += usize::from(self.says(Role::And | Role::But));
            match self.term()? {
                Some(mut right) if is_bounded(&right) => {
                    share(&mut left, &mut right);
                    return Ok(Some(Shape::Both(left, right)));
                }
                _ => self.at = before,
            }
        }
        // "from $5" without an end.
        if from && !is_bounded(&left) {
            left.hedges.extend(hedges::at_least());
        }
        Ok(Some(Shape::One(left)))
    }

    /// "aged between 5 and 7", "about between 5 and 7": what stands before holds for both ends.
    fn hedged_between(&mut self) -> Result<Option<Shape>, Refusal> {
        const FARTHEST: usize = 5;
        let near = self.at..self.end.min(self.at + FARTHEST);
        if !near.clone().any(|at| self.scan.says(at, Role::Between)) {
            return Ok(None);
        }
        let (start, n_notes) = (self.at, self.notes.as_ref().map_or(0, Vec::len));
        let mut hedges = Hedges::new();
        let age = self.before(&mut hedges);
        if self.says(Role::Between)
            && let Some(Shape::Range(mut left, mut right)) = self.between()?
        {
            for term in [&mut left, &mut right] {
                term.age |= age;
                term.hedges.extend(hedges.iter().copied());
            }
            return Ok(Some(Shape::Range(left, right)));
        }
        self.at = start;
        if let Some(notes) = &mut self.notes {
            notes.truncate(n_notes);
        }
        Ok(None)
    }

    /// "between 5 and 7": tries each "and" in turn, since numbers have some of their own.
    fn between(&mut self) -> Result<Option<Shape>, Refusal> {
        let (start, end) = (self.at + 1, self.end);
        self.note(self.at, start, || {
            "from the one to the other, both in".into()
        });
        let mut first_refusal = None;
        for middle in start..end {
            let joins = matches!(self.scan.word(middle), "&" | "-")
                || self.scan.says(middle, Role::And | Role::To);
            if !joins {
                continue;
            }
            let n_notes = self.notes.as_ref().map_or(0, Vec::len);
            (self.at, self.end) = (start, middle);
            let left = self.term();
            let complete = self.at == middle;
            (self.at, self.end) = (middle + 1, end);
            let right = self.term();
            let done = self.at == end || self.says(Role::Or);
            match (left, right) {
                (Ok(Some(mut left)), Ok(Some(mut right))) if complete && done => {
                    share_thousands(&mut left, &right);
                    share(&mut left, &mut right);
                    return Ok(Some(Shape::Range(left, right)));
                }
                (Err(refusal), _) | (_, Err(refusal)) => {
                    first_refusal.get_or_insert(refusal);
                }
                _ => {}
            }
            if let Some(notes) = &mut self.notes {
                notes.truncate(n_notes);
            }
        }
        (self.at, self.end) = (start - 1, end);
        first_refusal.map_or(Ok(None), Err)
    }

    /// "in his 30s", "in her early forties or fifties", "in their teens": an age.
    fn decade_of_life(&mut self) -> Option<Term> {
        let possessive = |at: usize| self.scan.says(at, Role::Whose | Role::The);
        let inside = self.says(Role::In) && possessive(self.at + 1);
        // Without "in" they may be years of a century.
        let aged = self.wanted == Wanted::Time;
        let at = match () {
            () if inside => self.at + 2,
            () if aged => self.at + usize::from(possessive(self.at)),
            () => return None,
        };
        let part_of_life = aged && !inside && at == self.at;
        let (from, mut to, mut next) = self.decade_at(at, part_of_life)?;
        let joined =
            self.scan.word(next) == "-" || self.scan.says(next, Role::Or | Role::And | Role::To);
        if joined && let Some((_, later, end)) = self.decade_at(next + 1, false) {
            (to, next) = (later, end);
        }
        if to <= from {
            return None;
        }
        self.note(self.at, next, || format!("an age of {from} to under {to}"));
        self.at = next;
        let number = Number::Vague(Vague {
            name: "in their",
            from: Rational::from_int(from),
            to: Rational::from_int(to),
            likely_to: None,
            from_open: false,
            to_open: true,
        });
        Some(Term {
            hedges: Hedges::new(),
            number,
            unit: Unit::from_name("year"),
            age: true,
            counted: true,
            plural: false,
            total: None,
        })
    }

    /// "30s", "mid-forties", "late teens": from which age to under which, and the token after it.
    fn decade_at(&self, mut at: usize, only_in_part: bool) -> Option<(i128, i128, usize)> {
        let parts = [
            (Role::Early, (0, 4)),
            (Role::Mid, (3, 7)),
            (Role::Late, (6, 10)),
        ];
        let part = match parts.iter().find(|(role, _)| self.scan.says(at, *role)) {
            Some((_, part)) => *part,
            None if only_in_part => return None,
            None => (0, 10),
        };
        at += usize::from(part != (0, 10));
        at += usize::from(self.scan.word(at) == "-");
        let word = self.scan.word(at);
        if self.scan.says(at, Role::Teens) {
            let years = match part {
                (0, 4) => (13, 16),
                (3, 7) => (14, 18),
                (6, 10) => (16, 20),
                _ => (13, 20),
            };
            return Some((years.0, years.1, at + 1));
        }
        let digits = self.scan.is_figure(at) && self.scan.says(at + 1, Role::PluralEnd);
        let decade = if digits {
            let years = word.parse::<i128>().ok();
            years.filter(|n| n % 10 == 0 && (10..=110).contains(n))?
        } else {
            DECADES.iter().find(|(name, _)| *name == word)?.1
        };
        Some((
            decade + part.0,
            decade + part.1,
            at + 1 + usize::from(digits),
        ))
    }

    /// "±", "+/-", "plus or minus" between two amounts.
    pub(super) fn tolerance_mark(&self) -> Option<usize> {
        let comma = usize::from(self.word() == ",");
        let length = self.joint(self.at + comma, Joint::Tolerance)?;
        (self.at + comma + length < self.end).then_some(comma + length)
    }

    /// "to", "-", "through" between two amounts.
    pub(super) fn connector(&self) -> Option<usize> {
        self.joint(self.at, Joint::Range)
    }

    /// How many tokens join two amounts so.
    fn joint(&self, at: usize, wanted: Joint) -> Option<usize> {
        let found = joints::BETWEEN.longest(self.scan, at, self.scan.tokens.len());
        found
            .filter(|(_, joint)| *joint == wanted)
            .map(|(length, _)| length)
    }
}

/// Whether two bare figures share something out: "50-50", "1-1" and, with a dash, "48-52" or "2-all".
fn is_split(left: &Term, right: &Term, dash: bool) -> bool {
    if dash && matches!(&right.number, Number::Vague(vague) if vague.from == Rational::ONE) {
        return true;
    }
    let bare = |term: &Term| term.unit.is_none() && !term.age && term.hedges.is_empty();
    match (left.number.value(), right.number.value()) {
        (Some(a), Some(b)) if bare(left) && bare(right) => {
            let all = a.checked_add(b) == Some(Rational::from_int(100));
            a == b || (dash && all)
        }
        _ => false,
    }
}

fn is_bounded(term: &Term) -> bool {
    term.hedges.iter().any(|row| row.effect.is_bound())
}

/// What one of two amounts leaves out it has from the other: "5 to 7 million years", "$5-7".
///
/// Out: whether the scale of the second holds for the first too.
fn share(left: &mut Term, right: &mut Term) -> bool {
    let both_bare = left.unit.is_none();
    left.unit = left.unit.or(right.unit);
    right.unit = right.unit.or(left.unit);
    let age = left.age || right.age;
    (left.age, right.age) = (age, age);
    if let (Number::Figure(a), Number::Figure(b)) = (&mut left.number, &right.number) {
        // "5-7 million" scales both; "500,000 to 1 million" does not.
        let unscaled = b.value.checked_div(b.scale);
        let scales = a.scale == Rational::ONE
            && b.scale > Rational::ONE
            && (both_bare || left.unit == right.unit)
            && unscaled.is_some_and(|n| a.value <= n || is_reversed(a.value, n, b.scale));
        if scales && let Some(value) = a.value.checked_mul(b.scale) {
            a.value = value;
            a.scale = b.scale;
            a.year_like = false;
            return true;
        }
    }
    false
}

/// "$5-8,000", "between 40 and 50,000": the thousands of the second hold for the first, where it is a
/// short figure below theirs, and not a tenth of them or less: "2 to 8,000" may be that.
fn share_thousands(left: &mut Term, right: &Term) -> bool {
    let both_named = left.unit.is_some() && right.unit.is_some();
    let (Number::Figure(a), Number::Figure(b)) = (&mut left.number, &right.number) else {
        return false;
    };
    let plain = |figure: &Figure| figure.scale == Rational::ONE && figure.value.is_integer();
    let thousands = Rational::from_int(b.thousands);
    let short = plain(a) && plain(b) && a.thousands == 1 && b.thousands > 1 && a.decimals == 0;
    let fits = b
        .value
        .checked_div(thousands)
        .is_some_and(|b| a.value < b && is_of_one_size(b, a.value));
    match a.value.checked_mul(thousands) {
        Some(value) if short && fits && !both_named => {
            (a.value, a.year_like) = (value, false);
            true
        }
        _ => false,
    }
}

/// "41 to 35 million" is reversed; "500 to 2 million" and "three to a thousand" are not.
fn is_reversed(a: Rational, b: Rational, scale: Rational) -> bool {
    scale >= Rational::from_int(1_000) && b > Rational::ONE && is_of_one_size(a, b)
}

/// Whether two figures below a thousand, the larger first, are less than ten times apart.
fn is_of_one_size(large: Rational, small: Rational) -> bool {
    let ten_times = small.checked_mul(Rational::from_int(10));
    large < Rational::from_int(1_000) && ten_times.is_some_and(|ten_times| large < ten_times)
}

/// "a hundred or two": one or two of the scale.
fn share_scale_before(left: &Term, right: &mut Term) -> bool {
    let (Number::Figure(a), Number::Figure(b)) = (&left.number, &mut right.number) else {
        return false;
    };
    let idiom = a.scale > Rational::ONE
        && a.value == a.scale
        && b.scale == Rational::ONE
        && b.value == Rational::from_int(2)
        && right.hedges.is_empty();
    match a.scale.checked_mul(b.value) {
        Some(value) if idiom => {
            (b.value, b.scale) = (value, a.scale);
            true
        }
        _ => false,
    }
}

/// Gives all alternatives the unit that the last or the first of them names; two that share one
/// scale become a stretch.
pub(super) fn share_units(shapes: &mut Vec<Shape>) {
    for at in (1..shapes.len()).rev() {
        let (before, after) = shapes.split_at_mut(at);
        if let (Some(left), Some(right)) = (before.last_mut(), after.first_mut()) {
            let in_thousands = share_thousands(left.last_mut(), right.last());
            let scaled = share(left.last_mut(), right.first_mut())
                || in_thousands
                || share_scale_before(left.last(), right.first_mut());
            let unit = left.last_mut().unit;
            left.first_mut().unit = left.first_mut().unit.or(unit);
            let unit = right.first_mut().unit;
            right.last_mut().unit = right.last_mut().unit.or(unit);
            // "up to two or three": the hedge holds for both.
            if let (Shape::One(a), Shape::One(b)) = (&*left, &mut *right)
                && b.hedges.is_empty()
            {
                b.hedges.extend(a.hedges.iter().copied());
            }
            if scaled && let (Shape::One(a), Shape::One(b)) = (&*left, &*right) {
                let either = Shape::Either(a.clone(), b.clone());
                *left = either;
                shapes.remove(at);
            }
        }
    }
}
