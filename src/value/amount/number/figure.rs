//! Figures: digits, their separators and decimals, and how precisely they are meant.

use crate::value::amount::refusal;
use crate::value::role::Role;
use crate::value::scan::{Class, Scan};
use crate::value::{Rational, Refusal};

/// The most digits of one figure.
const MAX_DIGITS: usize = 30;
/// The most decimals.
pub(crate) const MAX_DECIMALS: u32 = 20;
/// The largest power of ten behind an "e", either way.
const MAX_EXPONENT: u32 = 24;

/// A number, and how it was written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure {
    /// The number.
    pub(crate) value: Rational,
    /// How many decimals stand behind the point, before any scale.
    pub(crate) decimals: u32,
    /// What scale words multiply by: a thousand in "1.2 thousand".
    pub(crate) scale: Rational,
    /// The number below the line of a fraction, else 1.
    pub(crate) parts: i128,
    /// What its last groups multiply by, if they are noughts: a thousand in "8,000" and "4,500".
    pub(crate) thousands: i128,
    /// Whether it looks like a year: four digits without a comma.
    pub(crate) year_like: bool,
    /// Whether it is an ordinal, which is never rounded.
    pub(crate) ordinal: bool,
    /// Whether it is a sum in the smaller unit ("1 hour 40 minutes"), whose noughts mean nothing.
    pub(crate) summed: bool,
}

impl Figure {
    /// A whole number, or any other without decimals.
    pub(crate) fn whole(value: Rational) -> Self {
        Self {
            value,
            decimals: 0,
            scale: Rational::ONE,
            parts: 1,
            thousands: 1,
            year_like: false,
            ordinal: false,
            summed: false,
        }
    }

    /// A number with decimals.
    pub(crate) fn decimal(value: Rational, decimals: u32) -> Self {
        Self {
            decimals,
            ..Self::whole(value)
        }
    }

    /// The last significant place, where the writing shows that the number was rounded to it.
    ///
    /// A scale word, a decimal, or three or more digits ending in a nought show that.
    pub(crate) fn rounded_to(&self) -> Option<Rational> {
        if self.ordinal {
            return None;
        }
        if self.decimals > 0 {
            return self.last_decimal();
        }
        if self.summed {
            return None;
        }
        if !self.value.is_integer() {
            return (self.scale > Rational::ONE).then_some(self.scale);
        }
        let mut rest = self.value.numerator().unsigned_abs();
        if rest < 100 || !rest.is_multiple_of(10) {
            return None;
        }
        // "a quarter of a million" is no 250,000 to the nearest 10,000.
        if self.parts > 1 {
            return self.scale.checked_div(Rational::from_int(self.parts));
        }
        let mut place = 1_i128;
        while rest.is_multiple_of(10) {
            // Division is much faster in 64 bits.
            rest = match u64::try_from(rest) {
                Ok(small) => u128::from(small / 10),
                Err(_) => rest / 10,
            };
            place = place.checked_mul(10)?;
        }
        Some(Rational::from_int(place))
    }

    /// One step of the last digit, the number being written out: 1 for "2 million", 0.1 for "2.5".
    pub(crate) fn step(&self) -> Rational {
        match self.last_decimal() {
            Some(step) if self.decimals > 0 && step < Rational::ONE => step,
            _ if !self.value.is_integer() => Rational::ZERO,
            _ => Rational::ONE,
        }
    }

    fn last_decimal(&self) -> Option<Rational> {
        let shift = 10_i128.checked_pow(self.decimals)?;
        self.scale.checked_div(Rational::from_int(shift))
    }
}

/// The figure at a token, with the token after it.
///
/// # Errors
///
/// Refuses separators that do not part groups of digits, and figures too long to be meant.
pub(crate) fn read(scan: &Scan<'_>, at: usize, end: usize) -> Result<(Figure, usize), Refusal> {
    let behind = self::end(scan, at);
    let text = scan.between(at, behind);
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if !is_grouped(whole) || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refusal::malformed(text));
    }
    let n_decimals = u32::try_from(decimals.len()).unwrap_or(u32::MAX);
    let digits = || {
        whole
            .bytes()
            .chain(decimals.bytes())
            .filter(u8::is_ascii_digit)
    };
    if digits().count() > MAX_DIGITS || n_decimals > MAX_DECIMALS {
        return Err(refusal::too_long());
    }
    let mantissa = digits().fold(0_i128, |sum, digit| sum * 10 + i128::from(digit - b'0'));
    let value = Rational::new(mantissa, 10_i128.pow(n_decimals)).ok_or_else(refusal::too_long)?;
    let figure = Figure {
        // A year has four digits, and no comma.
        thousands: match decimals.is_empty() {
            true => thousands(whole),
            false => 1,
        },
        year_like: whole.len() == 4 && decimals.is_empty() && (1100..=2100).contains(&mantissa),
        ..Figure::decimal(value, n_decimals)
    };
    match exponent(scan, behind, end)? {
        Some((power, next)) => {
            let value = figure
                .value
                .checked_mul(power)
                .ok_or_else(refusal::too_long)?;
            let scaled = Figure {
                value,
                scale: power,
                year_like: false,
                ..figure
            };
            Ok((scaled, next))
        }
        None => Ok((figure, behind)),
    }
}

/// Where the figure that begins at a token ends: "1,545", "1.2", ".5", "5 000", "3'000".
pub(crate) fn end(scan: &Scan<'_>, at: usize) -> usize {
    let is_glued_digits = |at| scan.is(at, Class::Digits) && scan.is_glued(at);
    let separated =
        |at| matches!(scan.word(at), "," | ".") && scan.is_glued(at) && is_glued_digits(at + 1);
    let mut next = at + if scan.is(at, Class::Digits) { 1 } else { 2 };
    while separated(next) {
        next += 2;
    }
    if next > at + 1 || scan.word(at).len() > 3 {
        return next;
    }
    while let Some(group) = group_end(scan, next) {
        next = group;
    }
    let grouped = next > at + 1;
    let has_decimals = grouped && scan.word(next) == "." && separated(next);
    next + if has_decimals { 2 } else { 0 }
}

/// Where a group of three digits behind a space or an apostrophe ends.
fn group_end(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let apostrophe = scan.word(at) == "'" && scan.is_glued(at) && scan.is_glued(at + 1);
    let digits = at + usize::from(apostrophe);
    let token = scan.tokens.get(digits)?;
    let gap = &scan.text[scan.tokens.get(at.wrapping_sub(1))?.end..token.start];
    let apart = apostrophe || matches!(gap, " " | "\u{a0}" | "\u{2009}" | "\u{202f}");
    let goes_on = scan.is_glued(digits + 1) && matches!(scan.word(digits + 1), "/" | ",");
    let is_group = token.class == Class::Digits && token.word.len() == 3;
    (apart && is_group && !goes_on).then_some(digits + 1)
}

/// "e15", "e-4", "x10^-4": the power of ten that it multiplies by.
fn exponent(scan: &Scan<'_>, at: usize, end: usize) -> Result<Option<(Rational, usize)>, Refusal> {
    let glued = scan.tokens.get(at).is_some_and(|token| token.glued);
    let times = || scan.word(at) == "×" || scan.says(at, Role::Times);
    let ten = || scan.word(at + 1) == "10" && scan.word(at + 2) == "^";
    let mut next = match () {
        () if glued && scan.says(at, Role::Power) => at + 1,
        () if times() && ten() => at + 3,
        () => return Ok(None),
    };
    let negative = scan.word(next) == "-";
    next += usize::from(negative || scan.word(next) == "+");
    if next >= end || !scan.is_figure(next) {
        return Ok(None);
    }
    let power = scan.word(next).parse::<u32>().ok();
    let power = power
        .filter(|power| *power <= MAX_EXPONENT)
        .ok_or_else(refusal::too_long)?;
    let ten = Rational::from_int(10_i128.pow(power));
    let factor = if negative {
        Rational::ONE.checked_div(ten)
    } else {
        Some(ten)
    };
    Ok(factor.map(|factor| (factor, next + 1)))
}

/// Whether the digits before the point stand alone, in groups of three, or in the Indian way (`1,00,000`).
fn is_grouped(whole: &str) -> bool {
    if whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let mut groups = whole.split(|c: char| !c.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let (last, middle) = rest.split_last().unwrap_or((&"", &[]));
    let western = middle.iter().all(|group| group.len() == 3);
    let indian = middle.iter().all(|group| group.len() == 2) && first.len() <= 2;
    (1..=3).contains(&first.len()) && last.len() == 3 && (western || indian)
}

/// What the groups of noughts at the end of a figure multiply by; "4,500" is four and a half thousand.
fn thousands(whole: &str) -> i128 {
    let mut groups = whole.rsplit(|c: char| !c.is_ascii_digit());
    let noughts = groups.clone().take_while(|group| *group == "000").count();
    let hundreds =
        groups.next().is_some_and(|last| last.ends_with("00")) && groups.next().is_some();
    let power = u32::try_from(noughts.max(usize::from(hundreds))).unwrap_or(0);
    1_000_i128.checked_pow(power).unwrap_or(1)
}

/// A fraction of one character, as its two numbers.
pub(crate) fn vulgar(mark: &str) -> Option<(i128, i128)> {
    Some(match mark {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅐" => (1, 7),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        "⅑" => (1, 9),
        "⅒" => (1, 10),
        _ => return None,
    })
}
