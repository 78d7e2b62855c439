//! Extents in words, for people.

use std::ops::Bound::{Excluded, Included, Unbounded};

use super::super::{Interval, Intervals, Rational};
use super::Unit;

/// Fractions with a larger number below the line are printed as decimals.
const LARGEST_PARTS: i128 = 1_000;

/// An extent of amounts in words: "19.8 to under 22 years", "at least 5", "exactly 3 kilometres".
///
/// The bounds are printed in `unit`, or in its readings where the name has several. What is
/// printed reads back as the same extent unless a bound is no short decimal or fraction.
#[must_use]
pub fn describe(set: &Intervals<Rational>, unit: Option<Unit>) -> String {
    if set.is_empty() {
        return "no amount".into();
    }
    let readings: Vec<Unit> = unit.into_iter().flat_map(Unit::readings).collect();
    let one_each = readings.len() == set.parts().len();
    let reading_of = |at: usize| readings.get(if one_each { at } else { 0 }).copied();
    let parts = set.parts().iter().enumerate();
    let words: Vec<String> = parts
        .map(|(at, part)| stretch(part, reading_of(at)))
        .collect();
    words.join(" or ")
}

fn stretch(part: &Interval<Rational>, unit: Option<Unit>) -> String {
    let show = |x: Rational| figure(unit.and_then(|unit| unit.from_base(x)).unwrap_or(x));
    let named = |text: String, one: bool| match unit {
        Some(unit) if one => format!("{text} {}", unit.name()),
        Some(unit) => format!("{text} {}", unit.plural()),
        None => text,
    };
    if let Some(point) = part.as_point() {
        let text = show(point);
        let one = text == "1";
        return format!("exactly {}", named(text, one));
    }
    let text = match (part.from, part.to) {
        (Included(a), Included(b)) => format!("{} to {}", show(a), show(b)),
        (Included(a), Excluded(b)) => format!("{} to under {}", show(a), show(b)),
        (Excluded(a), Included(b)) => format!("more than {} to {}", show(a), show(b)),
        (Excluded(a), Excluded(b)) => format!("more than {} to under {}", show(a), show(b)),
        (Included(a), Unbounded) => format!("at least {}", show(a)),
        (Excluded(a), Unbounded) => format!("more than {}", show(a)),
        (Unbounded, Included(b)) => format!("anything up to {}", show(b)),
        (Unbounded, Excluded(b)) => format!("anything under {}", show(b)),
        (Unbounded, Unbounded) => return "any amount".into(),
    };
    // The last figure decides: "0 to under 1 hour".
    let last = match (part.from, part.to) {
        (_, Included(last) | Excluded(last)) | (Included(last) | Excluded(last), Unbounded) => {
            show(last)
        }
        (Unbounded, Unbounded) => String::new(),
    };
    named(text, last == "1")
}

/// A number with commas from five digits on; four digits may be a year.
pub(crate) fn figure(x: Rational) -> String {
    let text = x.to_string();
    if text.contains('/') && x.denominator() > LARGEST_PARTS {
        return x.to_decimal();
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    let digits = &text[sign.len()..];
    let n_whole = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    if n_whole < 5 || digits.contains('/') {
        return text;
    }
    let (whole, rest) = digits.split_at(n_whole);
    let mut grouped = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (n_whole - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + rest
}
