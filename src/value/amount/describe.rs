//! Extents in words, for people.

use std::ops::Bound::{Excluded, Included, Unbounded};

use super::super::{Interval, Intervals, Rational};
use super::Unit;

/// An extent of amounts in words: "19.8 to under 22 years", "at least 5", "exactly 3 km".
///
/// The bounds are printed in `unit`, or in its first reading where the name has several. What is
/// printed reads back as the same extent, unless a bound needs more digits than are printed.
#[must_use]
pub fn describe(set: &Intervals<Rational>, unit: Option<Unit>) -> String {
    let unit = unit.and_then(|unit| unit.readings().next());
    if set.is_empty() {
        return "no amount".into();
    }
    let parts: Vec<String> = set.parts().iter().map(|part| stretch(part, unit)).collect();
    parts.join(" or ")
}

fn stretch(part: &Interval<Rational>, unit: Option<Unit>) -> String {
    let show = |x: Rational| {
        let own = unit.map_or(Some(x), |unit| unit.from_base(x)).unwrap_or(x);
        own.to_string()
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
    named(text, false)
}
