//! Why an amount is refused, and what to write instead.

use super::super::{Kind, Refusal};
use super::unit::Unit;

pub(super) fn too_long() -> Refusal {
    refuse(
        "the figure is longer than any amount that is reported",
        "Write it in words or with a scale: \"1.2 billion\".",
    )
}

pub(super) fn too_large() -> Refusal {
    refuse(
        "the amount is too large to be compared exactly",
        "Write it in a larger unit or with fewer decimals.",
    )
}

pub(super) fn malformed(figure: &str) -> Refusal {
    refuse(
        format!(
            "{figure} is not a figure: commas part groups of three digits, one point parts the decimals"
        ),
        "Write it as \"1,234.5\"; for two values write a range: \"5 to 7\".",
    )
}

pub(super) fn reversed(text: &str) -> Refusal {
    refuse(
        format!("the bounds of \"{text}\" are reversed"),
        "Write the lower bound first: \"5 to 7\".",
    )
}

/// Two bare figures of which the first is larger: "52-48", "five to one".
pub(super) fn reversed_or_score(text: &str) -> Refusal {
    Refusal {
        hint: "If it is a score, odds or a split, it is no range: make each side a claim of its own. Of a range, write the lower bound first: \"5 to 7\".".into(),
        ..reversed(text)
    }
}

/// Two figures that are sides of one thing, or odds: "50-50", "1-1", "5/1".
pub(super) fn split(text: &str) -> Refusal {
    refuse(
        format!("\"{text}\" is a split, a score or odds rather than one amount"),
        "Make each side a claim of its own, or write the share of one side: \"half\".",
    )
}

/// "48-52": a range, or the two sides of a vote.
pub(super) fn range_or_split(text: &str, range: &str) -> Refusal {
    refuse(
        format!("\"{text}\" is either a range or a split of a hundred"),
        format!(
            "Write the range as \"{range}\", or make each side of the split a claim of its own."
        ),
    )
}

/// "a one-in-100-year flood": a share with a unit.
pub(super) fn share_with_unit(share: &str) -> Refusal {
    refuse(
        format!("\"{share}\" is a share, and has no unit"),
        format!("Write `{share}` alone, and what it is a share of into the property."),
    )
}

/// "the third quarter": a place in a row.
pub(super) fn ordinal(text: &str) -> Refusal {
    refuse(
        format!("\"{text}\" says which one, not how long"),
        "Write how many they are (\"three years\"), or declare the property with `kind: date`.",
    )
}

/// "one hundred thirty fifths".
pub(super) fn two_fractions(parts: &str) -> Refusal {
    refuse(
        format!("\"{parts}\" may be parts of that size, or the end of one number and its parts"),
        "Write the figure as a decimal.",
    )
}

/// "not not three".
pub(super) fn denied_twice() -> Refusal {
    refuse(
        "\"not not\" denies the amount twice",
        "Write the amount alone, or \"not\" once.",
    )
}

/// "3.350": a point that parts thousands, or decimals.
pub(super) fn thousands_or_decimals(thousands: i128, decimals: &str) -> Refusal {
    let (high, low) = (thousands / 1_000, thousands % 1_000);
    let without_noughts = decimals.trim_end_matches('0').trim_end_matches('.');
    let decimals_instead = match without_noughts == decimals {
        true => "fewer decimals".to_owned(),
        false => format!("\"{without_noughts}\""),
    };
    refuse(
        format!("the point of {decimals} parts thousands in some languages, and decimals here"),
        format!("Write \"{high},{low:03}\", or {decimals_instead}."),
    )
}

/// "6ft2": a length, or an area.
pub(super) fn square_or_parts(text: &str) -> Refusal {
    refuse(
        format!("\"{text}\" is either an area or a length in two units"),
        "Write \"6 ft 2 in\", or \"6 sq ft\".",
    )
}

/// "a $5 million loss": words that tell which way an amount goes.
pub(super) fn direction(word: &str) -> Refusal {
    refuse(
        format!("\"{word}\" tells which way the amount goes, and an amount does not"),
        format!(
            "Put \"{word}\" into the property, and write the amount alone: \"$5 million\", \"3 percent\"."
        ),
    )
}

/// A life sentence: how long it lasts is not said.
pub(super) fn life() -> Refusal {
    refuse(
        "how long a life sentence lasts is not said",
        "Declare the property with `kind: term`; or write the least to be served: \"at least 15 years\".",
    )
}

pub(super) fn two_bounds(text: &str) -> Refusal {
    refuse(
        format!("\"{text}\" bounds one figure twice"),
        "Write one bound (\"at least 20\"), or a range (\"5 to 7\").",
    )
}

pub(super) fn no_overlap(text: &str) -> Refusal {
    refuse(
        format!("no amount is all that \"{text}\" says"),
        "Write the two parts as two claims.",
    )
}

pub(super) fn different_units(text: &str) -> Refusal {
    refuse(
        format!("the parts of \"{text}\" measure different things"),
        "Write both in units of one kind; what a rate is per belongs into the property.",
    )
}

pub(super) fn no_figure(kind: Kind) -> Refusal {
    let example = match kind {
        Kind::Money => "$1.2 million",
        Kind::Duration => "22 years",
        Kind::Quantity => "5 km",
        _ => "three",
    };
    refuse(
        format!("there is no {} in it", kind.name()),
        format!(
            "Write a figure or number words: \"{example}\"; leave a claim out where the article says no amount."
        ),
    )
}

pub(super) fn no_unit(kind: Kind) -> Refusal {
    let (thing, example) = match kind {
        Kind::Money => ("currency", "$5"),
        _ => ("unit", "5 years"),
    };
    refuse(
        format!("the figure has no {thing}"),
        format!("Write the {thing} (\"{example}\"), or give the property a `unit`."),
    )
}

/// A unit that the kind has no room for.
pub(super) fn wrong_dimension(unit: Unit, kind: Kind) -> Refusal {
    let what = unit.dimension().name();
    let fitting = match unit.dimension() {
        super::Dimension::Money(_) => "money",
        super::Dimension::Time => "duration",
        super::Dimension::Count | super::Dimension::Share | super::Dimension::Points => "number",
        _ => "quantity",
    };
    let what = match unit.dimension() {
        super::Dimension::Money(_) => fitting.to_owned(),
        _ => format!("a {what}"),
    };
    refuse(
        format!("\"{}\" is {what}, not {}", unit.plural(), article(kind)),
        match kind {
            Kind::Money => {
                "Write the money alone, and what is counted or meant into the property.".to_owned()
            }
            _ => format!("Declare the property with `kind: {fitting}`, or write the figure alone."),
        },
    )
}

fn article(kind: Kind) -> String {
    match kind {
        Kind::Money => "money".into(),
        kind => format!("a {}", kind.name()),
    }
}

/// Words that are no part of an amount.
pub(super) fn leftover(rest: &str, read: &str, kind: Kind) -> Refusal {
    let hint = if read.is_empty() {
        "Write a figure with its hedges and its unit alone: \"almost 22 years\".".to_owned()
    } else {
        format!("{}.", super::alone("Write", read))
    };
    refuse(format!("\"{rest}\" is not part of {}", article(kind)), hint)
}

/// "three a day", "$75 a barrel": so much for each of something.
pub(super) fn rate(rest: &str, read: &str) -> Refusal {
    refuse(
        format!("\"{read} {rest}\" is a rate: so much for each of something"),
        format!("Write `{read}`, and \"{rest}\" into the property."),
    )
}

fn refuse(why: impl Into<String>, hint: impl Into<String>) -> Refusal {
    Refusal {
        why: why.into(),
        hint: hint.into(),
    }
}
