//! How two values stand, in one sentence: reports and the command line say it in the same words.

use super::{Extent, Kind, Relation, Value};
use crate::text::normal::Form;

/// A value with what it allows, where that says more than its wording: "almost 22 years (19.8 to under
/// 22 years)".
#[must_use]
pub fn named(wording: &str, value: &Value) -> String {
    match meaning(value, wording) {
        Some(meaning) => format!("{wording} ({meaning})"),
        None => wording.to_owned(),
    }
}

/// What a value allows, where that says more than its wording.
#[must_use]
pub fn meaning(value: &Value, wording: &str) -> Option<String> {
    let described = value.describe();
    let meaning = without_exactly(&described);
    let same = match &value.extent {
        // The usual case, and words that have no other form.
        Extent::Amount(..) | Extent::Days(_) | Extent::Times(..) => {
            meaning.eq_ignore_ascii_case(wording)
        }
        // "Not a leader" says no less than "not leader".
        _ => meaning == wording || Form::Label.of(meaning) == Form::Label.of(wording),
    };
    (!same).then(|| meaning.to_owned())
}

/// A description in the middle of a sentence, where "exactly 3" is just "3".
#[must_use]
pub fn without_exactly(described: &str) -> &str {
    described.strip_prefix("exactly ").unwrap_or(described)
}

/// How two values stand, without a final stop: "1 and 3 have no number in common".
///
/// Each value comes with its wording; the relation is that of the left to the right.
#[must_use]
pub fn sentence(left: (&str, &Value), right: (&str, &Value), relation: Relation) -> String {
    let (a, b) = (named(left.0, left.1), named(right.0, right.1));
    match relation {
        Relation::Equal => format!("{a} and {b} say the same"),
        Relation::Within => format!("{a} says more precisely what {b} says"),
        Relation::Contains => format!("{b} says more precisely what {a} says"),
        Relation::Overlaps => format!("{a} and {b} differ, and can both be right"),
        Relation::Disjoint => match shared(left.1, right.1) {
            Some(points) => format!("{a} and {b} have no {points} in common"),
            None if left.1.kind == Kind::Members => format!("{a} and {b} cannot be one group"),
            None => format!("{a} and {b} exclude each other"),
        },
        Relation::Incomparable(reason) => {
            format!("{a} and {b} cannot be compared: {}", reason.text())
        }
    }
}

/// What two values that agree would share a point of.
fn shared(left: &Value, right: &Value) -> Option<&'static str> {
    Some(match (left.kind, &left.extent, &right.extent) {
        (Kind::Number, ..) => "number",
        (Kind::Money | Kind::Quantity, ..) => "amount",
        (Kind::Duration, ..) => "length of time",
        (Kind::Date, Extent::Times(a), Extent::Times(b))
            if a.days().relate(&b.days()) != Relation::Disjoint =>
        {
            "time of day"
        }
        (Kind::Date, ..) => "day",
        _ => return None,
    })
}
