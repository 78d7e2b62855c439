//! Fractions: "half", "two thirds", "3/4", "⅔".

use crate::value::amount::refusal;
use crate::value::amount::table::words::{Met, WordClass};
use crate::value::role::Role;
use crate::value::scan::Scan;
use crate::value::{Rational, Refusal};

use super::{Setting, figure, is_scale, met};

/// A fraction as written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fraction {
    pub(super) value: Rational,
    /// The number below the line.
    pub(super) parts: i128,
    /// "1/2" or "½", not "half".
    pub(super) in_figures: bool,
    pub(super) next: usize,
}

/// "half", "a third", "three quarters", "3/4", "⅔".
pub(super) fn fraction(
    scan: &Scan<'_>,
    at: usize,
    end: usize,
    setting: Setting,
) -> Result<Option<Fraction>, Refusal> {
    if at >= end {
        return Ok(None);
    }
    if let Some((top, parts)) = figure::vulgar(scan.word(at)) {
        return Ok(Fraction::new(top, parts, true, at + 1));
    }
    if scan.is_figure(at) {
        let line = figure::end(scan, at);
        if scan.word(line) == "/" && line + 1 < end && scan.is_figure(line + 1) {
            let next = figure::end(scan, line + 1);
            let (top, _) = figure::read(scan, at, line)?;
            let (below, _) = figure::read(scan, line + 1, next)?;
            if top.value.is_integer() && below.value.is_integer() {
                let (n, d) = (top.value.numerator(), below.value.numerator());
                // Odds of "5/1" and a split of "50/50" are no parts of a whole.
                if n >= d {
                    return Err(refusal::split(scan.between(at, next)));
                }
                return Ok(Fraction::new(n, d, true, next));
            }
        }
        let (top, next) = figure::read(scan, at, end)?;
        let whole = top.value.is_integer() && top.decimals == 0 && next == line;
        return Ok(whole
            .then(|| parts_at(scan, next, end, setting, top.value.numerator()))
            .flatten());
    }
    let (top, next) = match (scan.says(at, Role::Article), met(scan, at, end)) {
        (true, _) => (1, at + 1),
        (_, Some((length, word))) if !word.ordinal && !word.plural => match word.class {
            WordClass::Small if word.value > 0 => (word.value, at + length),
            WordClass::Ten => tens(scan, word, at + length, end),
            WordClass::Part => return Ok(bare_part(scan, at, end, setting, word)),
            _ => return Ok(None),
        },
        (_, Some((length, word))) if word.ordinal && word.value > 2 && !word.plural => {
            // "tenth of a gallon" leaves out its article; "the tenth" does not part anything.
            let parts_something = scan.says(at + length, Role::Of)
                && scan.says(at + length + 1, Role::Article | Role::One);
            return Ok(parts_something
                .then(|| Fraction::new(1, word.value, false, at + length))
                .flatten());
        }
        _ => return Ok(None),
    };
    Ok(parts_at(scan, next, end, setting, top))
}

/// "half", "quarter" without a number before it.
fn bare_part(
    scan: &Scan<'_>,
    at: usize,
    end: usize,
    setting: Setting,
    word: Met,
) -> Option<Fraction> {
    is_part(scan, at, end, setting, word).then(|| Fraction::new(1, word.value, false, at + 1))?
}

/// "fifty", "fifty-four".
fn tens(scan: &Scan<'_>, ten: Met, at: usize, end: usize) -> (i128, usize) {
    let next = at + usize::from(scan.word(at) == "-");
    match met(scan, next, end) {
        Some((length, word))
            if word.class == WordClass::Small
                && !word.ordinal
                && (1..10).contains(&word.value)
                && ten.value % 10 == 0 =>
        {
            (ten.value + word.value, next + length)
        }
        _ => (ten.value, at),
    }
}

/// "thirds", "-quarters", "hundredths" after the number above the line.
pub(super) fn parts_at(
    scan: &Scan<'_>,
    at: usize,
    end: usize,
    setting: Setting,
    top: i128,
) -> Option<Fraction> {
    let at = at + usize::from(scan.word(at) == "-");
    let (length, word) = met(scan, at, end)?;
    let next = at + length;
    match word.class {
        WordClass::Part if is_part(scan, at, end, setting, word) => {
            Fraction::new(top, word.value, false, next)
        }
        WordClass::Small | WordClass::Ten | WordClass::Hundred | WordClass::Scale
            if word.ordinal && word.value > 2 =>
        {
            // "twenty-fifth" is an ordinal, and so is "two hundredth"; "two fifths" is not.
            let large = matches!(word.class, WordClass::Scale | WordClass::Hundred);
            let one_part = top == 1 && (!large || scan.says(at.wrapping_sub(1), Role::Article));
            // "a two-third majority", as Indian papers have it.
            let parts = word.class == WordClass::Small && top < 10;
            (word.plural || one_part || parts)
                .then(|| Fraction::new(top, word.value, false, next))?
        }
        WordClass::Ten if !word.ordinal && top < 100 => {
            // "a twenty-first", "three twenty-firsts".
            let digit_at = next + usize::from(scan.word(next) == "-");
            let (length, digit) = met(scan, digit_at, end)?;
            let fits = digit.ordinal && digit.class == WordClass::Small && digit.value < 10;
            (fits && (top == 1 || digit.plural))
                .then(|| Fraction::new(top, word.value + digit.value, false, digit_at + length))?
        }
        _ => None,
    }
}

/// Whether "quarter" parts something here; else it is three months.
fn is_part(scan: &Scan<'_>, at: usize, end: usize, setting: Setting, word: Met) -> bool {
    let next = at + 1;
    let parts_something = scan.word(next) == "-"
        || scan.says(next, Role::Of)
        || (setting.is_unit)(scan, next, end)
        || met(scan, next, end).is_some_and(|(_, word)| is_scale(word));
    let added =
        scan.says(at.wrapping_sub(1), Role::Article) && scan.says(at.wrapping_sub(2), Role::And);
    word.value != 4 || !setting.time || parts_something || added
}

impl Fraction {
    fn new(top: i128, parts: i128, in_figures: bool, next: usize) -> Option<Self> {
        Some(Self {
            value: Rational::new(top, parts)?,
            parts,
            in_figures,
            next,
        })
    }
}
