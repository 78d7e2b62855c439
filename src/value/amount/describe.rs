//! Extents in words, for people.

use std::ops::Bound::{Excluded, Included, Unbounded};

use super::super::{Interval, Intervals, Kind, Rational};
use super::Unit;

/// Fractions with a larger number below the line are printed as decimals.
const LARGEST_PARTS: i128 = 1_000;

/// Whether everything but some share is meant, and an end of it is no short decimal: all ends are then
/// printed in percent, since "19/60" would be a share beside the number 0.35.
fn is_around_uneven_share(set: &Intervals<Rational>) -> bool {
    if set.parts().len() < 2 {
        return false;
    }
    let ends = set.parts().iter().flat_map(|part| [part.from, part.to]);
    let ends: Vec<Rational> = ends
        .filter_map(|end| match end {
            Included(end) | Excluded(end) => Some(end),
            Unbounded => None,
        })
        .collect();
    are_uneven(&ends)
}

/// Shares whose ends are no short decimals are printed in percent: "31 2/3 to under 35 percent".
fn is_uneven_share(part: &Interval<Rational>) -> bool {
    match (part.from, part.to) {
        (Included(a) | Excluded(a), Included(b) | Excluded(b)) => a < b && are_uneven(&[a, b]),
        _ => false,
    }
}

/// Whether ends are all of shares, and one is no short decimal.
fn are_uneven(ends: &[Rational]) -> bool {
    let is_share = |end: &Rational| (Rational::ZERO..=Rational::ONE).contains(end);
    ends.iter().all(is_share) && ends.iter().any(|end| end.to_string().contains('/'))
}

/// An extent of amounts in words: "19.8 to under 22 years", "at least 5", "exactly 3 kilometres".
///
/// The bounds are printed in `unit`, or in its readings where the name has several. What is
/// printed reads back as the same extent unless a bound is no short decimal or fraction.
#[must_use]
pub fn describe(set: &Intervals<Rational>, unit: Option<Unit>) -> String {
    if set.is_empty() {
        return "no amount".into();
    }
    let unit = match unit {
        None if is_around_uneven_share(set) => Unit::from_name("percent"),
        unit => unit,
    };
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
    let unit = match unit {
        None if is_uneven_share(part) => Unit::from_name("percent"),
        unit => unit,
    };
    let show = |x: Rational| {
        let text = figure(unit.and_then(|unit| unit.from_base(x)).unwrap_or(x));
        // "11.115 usd" alone may be eleven thousand; with a fourth decimal it is not.
        let is_alone = part.as_point().is_some() || part.from == Unbounded || part.to == Unbounded;
        let is_unclear = is_alone
            && unit.is_some_and(|unit| unit.dimension().kind() == Kind::Money)
            && text
                .split_once('.')
                .is_some_and(|(whole, decimals)| whole.len() > 1 && decimals.len() == 3);
        if is_unclear { text + "0" } else { text }
    };
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
    let end = |bound| match bound {
        Included(end) | Excluded(end) => Some(show(end)),
        Unbounded => None,
    };
    let (from, to) = (end(part.from), end(part.to));
    let text = match (&from, &to) {
        (Some(a), Some(b)) => {
            let more = if matches!(part.from, Excluded(_)) {
                "more than "
            } else {
                ""
            };
            let under = if matches!(part.to, Excluded(_)) {
                "under "
            } else {
                ""
            };
            format!("{more}{a} to {under}{b}")
        }
        (Some(a), None) if matches!(part.from, Excluded(_)) => format!("more than {a}"),
        (Some(a), None) => format!("at least {a}"),
        (None, Some(b)) if matches!(part.to, Excluded(_)) => format!("anything under {b}"),
        (None, Some(b)) => format!("anything up to {b}"),
        (None, None) => return "any amount".into(),
    };
    // The last figure decides: "0 to under 1 hour".
    let is_one = to.or(from).as_deref() == Some("1");
    named(text, is_one)
}

/// A number with commas from five digits on, since four digits may be a year; or a mixed fraction.
pub(crate) fn figure(x: Rational) -> String {
    let text = x.to_string();
    if text.contains('/') {
        let (n, d) = (x.numerator(), x.denominator());
        return match (n / d, n.unsigned_abs() % d.unsigned_abs()) {
            _ if d > LARGEST_PARTS => x.to_decimal(),
            (0, _) => text,
            (whole, rest) => format!("{whole} {rest}/{d}"),
        };
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    let digits = &text[sign.len()..];
    let n_whole = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    if n_whole < 5 {
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
