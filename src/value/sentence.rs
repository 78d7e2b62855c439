//! How two values stand, in one sentence: reports and the command line say it in the same words.

use std::borrow::Cow;

use super::{Comparison, Extent, Kind, Relation, Value};
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
/// Each value comes with its wording; the comparison is that of the left to the right. Where the two
/// stand so only as they are likely meant, the doubt is named.
#[must_use]
pub fn sentence(left: (&str, &Value), right: (&str, &Value), values: &Comparison) -> String {
    let relation = match values.relation {
        Relation::Disjoint | Relation::Incomparable(_) => values.relation,
        _ => values.likely,
    };
    let wordings = [left.0, right.0];
    let shown = match relation {
        // Here the two stand too far apart to run into each other.
        Relation::Within | Relation::Contains => wordings.map(Cow::Borrowed).to_vec(),
        _ => set_off(&wordings),
    };
    let sides = [left, right].into_iter().zip(shown);
    let mut sides = sides.map(|((wording, value), shown)| match meaning(value, wording) {
        Some(meaning) => format!("{shown} ({meaning})"),
        None => shown.into_owned(),
    });
    let (a, b) = (
        sides.next().unwrap_or_default(),
        sides.next().unwrap_or_default(),
    );
    let sentence = match relation {
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
    };
    match &values.doubt {
        Some(doubt) if relation != values.relation => format!("{sentence}, {doubt}"),
        _ => sentence,
    }
}

/// A sentence that tells what to do, in the middle of another: "Write `17`." becomes "write `17`".
#[must_use]
pub fn as_clause(sentence: &str) -> String {
    let sentence = sentence.strip_suffix('.').unwrap_or(sentence);
    let mut chars = sentence.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// A number with its noun: "1 article", "2 articles", "0 articles".
#[must_use]
pub fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// "a", "a and b", "a, b and c", with any word before the last; told apart as [`set_off`] does.
#[must_use]
pub fn listed(items: &[&str], word: &str) -> String {
    if let [only] = items {
        return (*only).to_owned();
    }
    joined(&set_off(items), word)
}

/// "a", "a and b", "a, b and c", of items that are told apart in themselves.
#[must_use]
pub fn joined<T: AsRef<str>>(items: &[T], word: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

/// So many names are listed before the others are only counted.
pub const ENOUGH: usize = 12;

/// The first names of a list that is too long for a reader, and how many more there are; `None` of one
/// that is not.
#[must_use]
pub fn shortened(names: &[&str]) -> Option<String> {
    let (first, rest) = names.split_at_checked(ENOUGH)?;
    (rest.len() > 1).then(|| format!("{} and {} more", first.join(", "), rest.len()))
}

/// What parts the items of a list.
const PARTING: &[&str] = &[", ", " and ", " or "];

/// The items of a list: all in quotation marks where one holds what parts items, so that a reader can
/// tell where each ends: “Brandt and Sons”, “Nordpapier”.
#[must_use]
pub fn set_off<'a>(items: &[&'a str]) -> Vec<Cow<'a, str>> {
    let parts_items = |item: &&str| {
        // The comma of "1,545" parts nothing.
        let item = item.to_lowercase();
        PARTING.iter().any(|part| item.contains(part))
    };
    let is_unclear = items.iter().any(parts_items);
    let items = items.iter();
    items
        .map(|item| match is_unclear {
            true => Cow::Owned(format!("“{item}”")),
            false => Cow::Borrowed(*item),
        })
        .collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_a_list_are_told_apart_where_need_be() {
        let cases: [(&[&str], &str); 7] = [
            (&[], ""),
            (&["A and B"], "A and B"),
            (&["1", "3"], "1 and 3"),
            (&["1,545", "1.5", "3"], "1,545, 1.5 and 3"),
            (&["A and B", "C"], "“A and B” and “C”"),
            (&["5 Or 6", "7"], "“5 Or 6” and “7”"),
            (
                &["June 6, 2018", "May", "1996"],
                "“June 6, 2018”, “May” and “1996”",
            ),
        ];
        for (items, expected) in cases {
            assert_eq!(listed(items, "and"), expected);
        }
    }
}
