//! From the words of an amount to its value.

use super::super::{Context, Extent, Interval, Intervals, Kind, Rational, Refusal, Value};
use super::evaluate::evaluate;
use super::phrase::{Parser, Phrase, Wanted};
use super::table::directions;
use super::{Dimension, Part, extent, refusal};
use crate::value::role::Role;
use crate::value::scan::{Class, MOST_BYTES, Scan};
use crate::value::words::lower_case;

/// Reads an amount, and collects which words did what where `explains`.
pub(super) fn read(
    text: &str,
    kind: Kind,
    cx: &Context<'_>,
    explains: bool,
) -> Result<(Value, Vec<Part>), Refusal> {
    let lower = lower_case(text);
    let mut scan = Scan::new(text, &lower).ok_or_else(refusal::too_long)?;
    let aside = cut_parenthesis(&mut scan);
    let (phrase, mut parts) = phrase(&scan, wanted(kind), kind, explains)
        .map_err(|refusal| after_other_words(&scan, refusal, kind, cx))?;
    let (value, rounding) = evaluate(&phrase, text, kind, cx)?;
    if let Some(aside) = aside {
        check_aside(aside, &value, kind, cx)?;
    }
    if explains {
        parts.sort_by_key(|part| part.span.start);
        parts.push(Part {
            span: 0..text.len(),
            role: rounding.summary().into(),
        });
    }
    Ok((value, parts))
}

/// Whether a text is an amount, as far as its words tell.
pub(super) fn is_one(text: &str, kind: Kind) -> bool {
    let lower = lower_case(text);
    let Some(mut scan) = Scan::new(text, &lower) else {
        return false;
    };
    cut_parenthesis(&mut scan);
    whole_phrase(&scan, wanted(kind)).is_some()
}

/// Reads the two bounds of a range from two texts.
pub(super) fn read_between(
    from: &str,
    to: &str,
    kind: Kind,
    cx: &Context<'_>,
) -> Result<Value, Refusal> {
    if from.len() + to.len() > MOST_BYTES {
        return Err(refusal::too_long());
    }
    // The grammar of ranges reads the two as one text, so that "5" and "7 million" share the scale.
    read(&format!("between {from} and {to}"), kind, cx, false).map(|(value, _)| value)
}

/// Whether and how a whole scan is an amount; asked of every value, so that it builds no refusal.
pub(super) fn whole_phrase(scan: &Scan<'_>, wanted: Wanted) -> Option<Phrase> {
    let mut parser = Parser::new(scan, wanted, false);
    let phrase = parser.phrase().ok()??;
    (parser.stopped_at() == scan.tokens.len()).then_some(phrase)
}

/// Reads a whole scan.
fn phrase(
    scan: &Scan<'_>,
    wanted: Wanted,
    kind: Kind,
    explains: bool,
) -> Result<(Phrase, Vec<Part>), Refusal> {
    let mut parser = Parser::new(scan, wanted, explains);
    let phrase = parser.phrase()?;
    let (stop, n_tokens) = (parser.stopped_at(), scan.tokens.len());
    if stop < n_tokens || phrase.is_none() {
        let says_life = || (0..n_tokens).any(|at| scan.says(at, Role::Life));
        return Err(match parser.unwanted_unit() {
            _ if let Some(word) = direction(scan) => refusal::direction(word),
            Some(unit) => refusal::wrong_dimension(unit, kind),
            None if stop < n_tokens && stop > 0 => {
                let read = scan.between(0, before_joiners(scan, stop));
                let rest = scan.between(stop, n_tokens);
                let each = Role::Article | Role::Per | Role::Every;
                match scan.says(stop, each) && scan.is(stop + 1, Class::Word) {
                    true => refusal::rate(rest, read),
                    false => refusal::leftover(rest, read, kind),
                }
            }
            None if says_life() => refusal::life(),
            None => refusal::no_figure(kind),
        });
    }
    let parts = parser.into_notes();
    phrase
        .map(|phrase| (phrase, parts))
        .ok_or_else(|| refusal::no_figure(kind))
}

/// A word that tells which way an amount goes; "up to" tells how far.
fn direction<'t>(scan: &Scan<'t>) -> Option<&'t str> {
    let tells =
        |at: &usize| directions::is_direction(scan.word(*at)) && !scan.says(at + 1, Role::To);
    (0..scan.tokens.len()).find(tells).map(|at| scan.word(at))
}

/// The refusal of a text that ends with an amount, which can be written alone: "a crowd of 5,000".
fn after_other_words(scan: &Scan<'_>, refusal: Refusal, kind: Kind, cx: &Context<'_>) -> Refusal {
    const MOST_WORDS: usize = 6;
    let n_tokens = scan.tokens.len();
    if refusal != refusal::no_figure(kind) {
        return refusal;
    }
    // "all but one" are not one.
    let turned = |from: usize| scan.says(from, Role::But | Role::Not | Role::Except);
    let starts = |from: &usize| scan.tokens.get(*from).is_some_and(|token| !token.glued);
    let amounts = (1..n_tokens.min(MOST_WORDS))
        .take_while(|from| !turned(from - 1))
        .filter(starts)
        .map(|from| (scan.between(0, from), scan.between(from, n_tokens)))
        .filter(|(_, amount)| amount.bytes().any(|byte| byte.is_ascii_digit()));
    for (words, amount) in amounts {
        let lower = lower_case(amount);
        let read = Scan::new(amount, &lower)
            .and_then(|scan| phrase(&scan, wanted(kind), kind, false).ok());
        if let Some((phrase, _)) = read {
            return match evaluate(&phrase, amount, kind, cx) {
                Ok(_) => refusal::leftover(words, amount, kind),
                Err(refusal) => refusal,
            };
        }
    }
    refusal
}

/// A token without the joiners before it, which are no part of an amount: "5 or", "5,".
fn before_joiners(scan: &Scan<'_>, mut at: usize) -> usize {
    let joiners = Role::Or | Role::And | Role::But | Role::To | Role::Of | Role::From;
    let joiners = joiners | Role::FromDay | Role::SinceDay;
    while at > 1 && (matches!(scan.word(at - 1), "," | "-") || scan.says(at - 1, joiners)) {
        at -= 1;
    }
    at
}

fn wanted(kind: Kind) -> Wanted {
    match kind {
        Kind::Number => Wanted::Count,
        Kind::Money => Wanted::Money,
        Kind::Duration => Wanted::Time,
        _ => Wanted::Any,
    }
}

/// Takes "(45)" or "(3 miles)" off the end of a text: the same amount said again.
fn cut_parenthesis<'t>(scan: &mut Scan<'t>) -> Option<&'t str> {
    let n_tokens = scan.tokens.len();
    if scan.word(n_tokens.wrapping_sub(1)) != ")" {
        return None;
    }
    let open = (1..n_tokens).rev().find(|at| scan.word(*at) == "(")?;
    let aside = scan.between(open + 1, n_tokens - 1);
    scan.tokens.truncate(open);
    Some(aside)
}

/// An amount in parentheses must be the same one: "5 km (3 miles)".
fn check_aside(aside: &str, value: &Value, kind: Kind, cx: &Context<'_>) -> Result<(), Refusal> {
    let (other, _) = read(aside, kind, cx, false)?;
    let (Extent::Amount(a, in_a), Extent::Amount(b, in_b)) = (&value.extent, &other.extent) else {
        return Err(refusal::no_overlap(aside));
    };
    let money = |dimension: &Dimension| matches!(dimension, Dimension::Money(_));
    // What a sum makes in another currency depends on the day, and is not checked.
    let exchanged = in_a != in_b && money(in_a) && money(in_b);
    // A conversion is rounded as the paper likes, and must only be in sight of the amount.
    let near = if value.unit == other.unit {
        Some(b.clone())
    } else {
        widened(b)
    };
    let same = in_a == in_b && near.is_some_and(|near| !a.intersection(&near).is_empty());
    if exchanged || same {
        Ok(())
    } else {
        Err(refusal::no_overlap(aside))
    }
}

/// A fifth more to either side; `None` where that does not fit into 128 bits.
fn widened(set: &Intervals<Rational>) -> Option<Intervals<Rational>> {
    let part = |part: &Interval<Rational>| {
        Some(Interval {
            from: extent::farther(part.from, -1)?,
            to: extent::farther(part.to, 1)?,
        })
    };
    let parts: Option<Vec<_>> = set.parts().iter().map(part).collect();
    parts.map(Intervals::new)
}
