//! How two values stand that count something.

use super::words::{FATES, is_one_fate, row_of};
use super::{Counted, Standing};
use crate::text::normal::Form;
use crate::value::{Comparison, Extent, Interval, Rational, Reason, Relation, Value, doubt};

/// How two values stand that count something, given how their figures do.
pub(in crate::value) fn compare(values: Comparison, left: &Value, right: &Value) -> Comparison {
    let is_none = |side: &Value| side.counted.is_none() && is_nought(side);
    // Whoever says that there were none says so of all.
    if is_none(left) || is_none(right) {
        return values;
    }
    let (left, right) = (left.counted.as_deref(), right.counted.as_deref());
    if left.is_none() && right.is_none() || matches!(values.relation, Relation::Incomparable(_)) {
        return values;
    }
    let doubts = [
        nouns(left, right),
        which(left, right),
        fates(left, right),
        places(left, right),
    ];
    let mut found: Option<doubt::Doubt> = None;
    for doubt in doubts {
        match doubt {
            Stands::Apart => return Relation::Incomparable(Reason::Counted).into(),
            Stands::Together => {}
            Stands::Doubtful(why) => found = Some(found.unwrap_or_else(|| why.into())),
        }
    }
    match (found, &values.doubt) {
        (None, _) => values,
        (Some(why), Some(other)) => Comparison {
            relation: Relation::Overlaps,
            doubt: Some(doubt::both(&why, other)),
            ..values
        },
        (Some(why), None) => Comparison {
            relation: Relation::Overlaps,
            doubt: Some(why),
            ..values
        },
    }
}

fn is_nought(value: &Value) -> bool {
    match &value.extent {
        Extent::Amount(amount, _) => *amount.parts() == [Interval::point(Rational::ZERO)],
        _ => false,
    }
}

/// Whether what two figures count is one.
enum Stands {
    Together,
    Doubtful(String),
    Apart,
}

fn nouns(left: Option<&Counted>, right: Option<&Counted>) -> Stands {
    let of = |side: Option<&Counted>| side.filter(|it| it.noun.is_some()).cloned();
    let free = |it: &Counted| it.standing != Standing::Other;
    match (of(left), of(right)) {
        (Some(a), Some(b)) if a.noun == b.noun || free(&a) && free(&b) => Stands::Together,
        (Some(_), Some(_)) => Stands::Apart,
        (Some(it), None) | (None, Some(it)) if free(&it) || is_request(left, right) => {
            Stands::Together
        }
        (Some(it), None) | (None, Some(it)) if it.of_substance() => {
            Stands::Doubtful(format!("unless the other amount is not {}", it.words))
        }
        (Some(it), None) | (None, Some(it)) => Stands::Doubtful(format!(
            "unless the figure without a noun does not count {}",
            it.plural()
        )),
        (None, None) => Stands::Together,
    }
}

/// Whether both have one fate that only requests have.
fn is_request(left: Option<&Counted>, right: Option<&Counted>) -> bool {
    let fate = |side: Option<&Counted>| row_of(side?.fate.as_deref()?);
    match (fate(left), fate(right)) {
        (Some(a), Some(b)) => a == b && FATES.get(a).is_some_and(|row| row.of_requests),
        _ => false,
    }
}

fn which(left: Option<&Counted>, right: Option<&Counted>) -> Stands {
    let of = |side: Option<&Counted>| side.map_or(Vec::new(), |it| it.which.clone());
    let (a, b) = (of(left), of(right));
    let within = |some: &[Box<str>], all: &[Box<str>]| some.iter().all(|word| all.contains(word));
    if within(&a, &b) || within(&b, &a) {
        return Stands::Together;
    }
    let words = |side: Option<&Counted>| side.map_or("", |it| &it.words).to_owned();
    Stands::Doubtful(format!(
        "unless \u{201c}{}\u{201d} and \u{201c}{}\u{201d} are not the same",
        words(left),
        words(right)
    ))
}

fn places(left: Option<&Counted>, right: Option<&Counted>) -> Stands {
    let of = |side: Option<&Counted>| side.and_then(|it| it.beside.clone());
    match (of(left), of(right)) {
        (None, None) => Stands::Together,
        (Some(a), Some(b)) if Form::Label.of(&a) == Form::Label.of(&b) => Stands::Together,
        (Some(a), Some(b)) => Stands::Doubtful(format!(
            "unless \u{201c}{a}\u{201d} and \u{201c}{b}\u{201d} are not the same"
        )),
        (Some(beside), None) | (None, Some(beside)) => Stands::Doubtful(format!(
            "unless the other figure counts more than those {beside}"
        )),
    }
}

fn fates(left: Option<&Counted>, right: Option<&Counted>) -> Stands {
    let of = |side: Option<&Counted>| Some((side?.fate.clone()?, side?.fated));
    match (of(left), of(right)) {
        (Some((a, _)), Some((b, _))) if is_one_fate(&a, &b) => Stands::Together,
        (Some((a, _)), Some((b, _))) if row_of(&a).is_some() && row_of(&b).is_some() => {
            Stands::Apart
        }
        (Some((a, _)), Some((b, _))) => {
            Stands::Doubtful(format!("unless {a} and {b} are not the same"))
        }
        (Some((_, true)), None) | (None, Some((_, true))) | (None, None) => Stands::Together,
        (Some((fate, _)), None) | (None, Some((fate, _))) => Stands::Doubtful(format!(
            "unless the other figure counts more than those {fate}"
        )),
    }
}
