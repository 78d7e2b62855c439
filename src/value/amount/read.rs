//! From the words of an amount to its value.

use std::ops::Bound::{self, Excluded, Included};

use super::super::{Context, Extent, Interval, Intervals, Kind, Rational, Refusal, Value};
use super::number::Number;
use super::phrase::share::is_share;
use super::phrase::{Parser, Phrase, Shape, Term, Wanted, outer_hedge};
use super::table::{directions, vague::PLURAL};
use super::{Dimension, Part, Rounding, Unit, extent, refusal};
use crate::value::scan::{MOST_BYTES, Scan, lower_case};

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
        let words = || (0..n_tokens).map(|at| scan.word(at));
        return Err(match parser.unwanted_unit() {
            _ if let Some(word) = direction(scan) => refusal::direction(word),
            Some(unit) => refusal::wrong_dimension(unit, kind),
            None if stop < n_tokens && stop > 0 => {
                let read = scan.between(0, before_joiners(scan, stop));
                refusal::leftover(scan.between(stop, n_tokens), read, kind)
            }
            None if words().any(|word| word == "life") => refusal::life(),
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
    let tells = |at: &usize| directions::is_direction(scan.word(*at)) && scan.word(at + 1) != "to";
    (0..scan.tokens.len()).find(tells).map(|at| scan.word(at))
}

/// The refusal of a text that ends with an amount, which can be written alone: "a crowd of 5,000".
fn after_other_words(scan: &Scan<'_>, refusal: Refusal, kind: Kind, cx: &Context<'_>) -> Refusal {
    const MOST_WORDS: usize = 6;
    /// "all but one" are not one.
    const TURNING: [&str; 5] = ["but", "not", "except", "without", "never"];
    let n_tokens = scan.tokens.len();
    if refusal != refusal::no_figure(kind) {
        return refusal;
    }
    let turned = |from: usize| TURNING.contains(&scan.word(from));
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
    const JOINERS: [&str; 13] = [
        "or", "and", "but", "to", ",", "-", "of", "after", "before", "since", "earlier", "later",
        "from",
    ];
    while at > 1 && JOINERS.contains(&scan.word(at - 1)) {
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

/// The value of a phrase, and how its figure was taken.
pub(super) fn evaluate(
    phrase: &Phrase,
    text: &str,
    kind: Kind,
    cx: &Context<'_>,
) -> Result<(Value, Rounding), Refusal> {
    let (extent, rounding) = extent_of(phrase, text, kind, cx)?;
    let (figure, hedge) = match phrase.shapes.as_slice() {
        [Shape::One(term)] => (term.number.value(), outer_hedge(term)),
        [Shape::Tolerance(term, _)] => (term.number.value(), Some("about")),
        [Shape::Either(..)] => (None, Some("or")),
        [_] => (None, Some("between")),
        _ => (None, Some("or")),
    };
    let unit = match phrase.shapes.last() {
        Some(shape) => unit_of(shape.last(), kind, cx)?,
        None => None,
    };
    let counted = phrase.counted.as_deref().cloned();
    let counted = counted.map(|counted| counted.beside(cx.labels, cx.subject));
    let mut value = Value {
        kind,
        extent,
        likely: None,
        counted: counted.map(Box::new),
        otherwise: None,
        figure,
        unit,
        hedge,
    };
    if let Some(likely) = phrase.as_likely()
        && let Ok((extent, _)) = extent_of(&likely, text, kind, cx)
    {
        value = value.likely_to_be(extent, PLURAL.doubt);
    }
    if phrase.negated {
        value = super::super::negate(value)?;
        value.hedge = Some("not");
    }
    Ok((value, rounding))
}

/// All that the shapes of a phrase allow.
fn extent_of(
    phrase: &Phrase,
    text: &str,
    kind: Kind,
    cx: &Context<'_>,
) -> Result<(Extent, Rounding), Refusal> {
    let mut set = Vec::with_capacity(1);
    let mut dimension = None;
    let mut rounding = Rounding::Hedged;
    for shape in &phrase.shapes {
        let unit = unit_of(shape.last(), kind, cx)?;
        let measures = measures(shape.last(), unit);
        if let Shape::One(term) = shape {
            check_point(term, measures)?;
        }
        match dimension {
            Some(known) if known != measures && !is_nought(shape.last(), unit) => {
                return Err(refusal::different_units(text));
            }
            Some(_) => {}
            // Nought is a count and a share.
            None if is_nought(shape.last(), unit) => {}
            None => dimension = Some(measures),
        }
        match unit {
            None => rounding = stretches(shape, None, text, kind, cx, &mut set)?,
            Some(unit) => {
                for reading in unit.readings() {
                    rounding = stretches(shape, Some((unit, reading)), text, kind, cx, &mut set)?;
                }
            }
        }
    }
    let set = match set.as_slice() {
        [only] => Intervals::from(*only),
        _ => Intervals::new(set),
    };
    Ok((
        Extent::Amount(set, dimension.unwrap_or(Dimension::Count)),
        rounding,
    ))
}

/// The unit of a term, or the one that the property gives to bare figures.
fn unit_of(term: &Term, kind: Kind, cx: &Context<'_>) -> Result<Option<Unit>, Refusal> {
    let age_unit = || {
        (cx.age || term.age)
            .then(|| Unit::from_name("year"))
            .flatten()
    };
    // The "18s" of an age are people of 18, not 18 seconds.
    let said = term.unit.filter(|_| !(cx.age && term.plural));
    let unit = said.or(cx.unit).or_else(age_unit);
    match kind {
        Kind::Money | Kind::Duration if unit.is_none() => Err(refusal::no_unit(kind)),
        _ => Ok(unit),
    }
}

/// Adds what a shape allows, in the base unit; `reading` replaces a unit that has several.
fn stretches(
    shape: &Shape,
    reading: Option<(Unit, Unit)>,
    text: &str,
    kind: Kind,
    cx: &Context<'_>,
    set: &mut Vec<Interval<Rational>>,
) -> Result<Rounding, Refusal> {
    let in_reading = |term: &Term| -> Result<Option<Unit>, Refusal> {
        let unit = unit_of(term, kind, cx)?;
        Ok(match (unit, reading) {
            (Some(unit), Some((general, special))) if unit == general => Some(special),
            (Some(unit), _) => unit.readings().next(),
            (None, _) => None,
        })
    };
    let age = |term: &Term| term.age || cx.age;
    let base = |stretch: Option<Interval<Rational>>, unit: Option<Unit>| {
        stretch
            .and_then(|stretch| to_base(stretch, unit))
            .ok_or_else(refusal::too_large)
    };
    let (stretch, rounding) = match shape {
        Shape::One(term) => {
            check_bounds(term, text)?;
            let unit = in_reading(term)?;
            let (stretch, rounding) = extent::stretch(&term.number, &term.hedges, unit, age(term))
                .ok_or_else(refusal::too_large)?;
            match (term.total, unit) {
                // There are no more than all.
                (Some(total), None) => (extent::capped(stretch, total), rounding),
                _ => (base(Some(stretch), unit)?, rounding),
            }
        }
        Shape::Either(left, right) => {
            same_dimension(left, right, text, kind, cx)?;
            let side = |term: &Term| -> Result<Interval<Rational>, Refusal> {
                check_bounds(term, text)?;
                let unit = in_reading(term)?;
                let stretch = extent::stretch(&term.number, &term.hedges, unit, age(term));
                base(stretch.map(|(stretch, _)| stretch), unit)
            };
            let (low, high) = (side(left)?, side(right)?);
            (extent::hull(low, high), Rounding::Hedged)
        }
        Shape::Range(left, right) => {
            let end = |term: &Term| -> Result<Interval<Rational>, Refusal> {
                check_bounds(term, text)?;
                let unit = in_reading(term)?;
                base(
                    extent::end_of_range(&term.number, &term.hedges, unit, age(term)),
                    unit,
                )
            };
            same_dimension(left, right, text, kind, cx)?;
            // "about 5 to 7": the hedge holds for both ends.
            let mut right = right.clone();
            if right.hedges.is_empty() {
                right.hedges.extend(
                    left.hedges
                        .iter()
                        .copied()
                        .filter(|row| !row.effect.is_bound()),
                );
            }
            let (low, high) = (end(left)?, end(&right)?);
            let soft = |term: &Term| term.hedges.iter().all(|row| !row.effect.is_bound());
            let share = |term: &Term| {
                in_reading(term)
                    .is_ok_and(|unit| unit.is_none_or(|it| it.dimension() == Dimension::Share))
            };
            let bare = |term: &Term| soft(term) && share(term);
            let reversed = || {
                if bare(left) && bare(&right) {
                    refusal::reversed_or_score(text)
                } else {
                    refusal::reversed(text)
                }
            };
            // "minus 5 to minus 10" counts from nought.
            let below_nought =
                |term: &Term| term.number.value().is_some_and(|n| n < Rational::ZERO);
            let joined = match join(low, high) {
                None if below_nought(left) && below_nought(&right) => join(high, low),
                joined => joined,
            };
            (joined.ok_or_else(reversed)?, Rounding::Hedged)
        }
        Shape::Split(left, right) => {
            return Err(match (left.number.value(), right.number.value()) {
                (Some(a), Some(b)) if a < b && b > Rational::ONE => {
                    refusal::range_or_split(text, &format!("{a} to {b}"))
                }
                _ => refusal::split(text),
            });
        }
        Shape::Tolerance(middle, error) => {
            same_dimension(middle, error, text, kind, cx)?;
            let (Number::Figure(n), Number::Figure(error)) = (middle.number, error.number) else {
                return Err(refusal::no_figure(kind));
            };
            let ends = n
                .value
                .checked_sub(error.value)
                .zip(n.value.checked_add(error.value));
            let (low, high) = ends.ok_or_else(refusal::too_large)?;
            let stretch = Interval::closed(low, high).ok_or_else(|| refusal::reversed(text))?;
            (base(Some(stretch), in_reading(middle)?)?, Rounding::Hedged)
        }
        Shape::Both(left, right) => {
            same_dimension(left, right, text, kind, cx)?;
            let side = |term: &Term| -> Result<Intervals<Rational>, Refusal> {
                check_bounds(term, text)?;
                let unit = in_reading(term)?;
                let stretch = extent::stretch(&term.number, &term.hedges, unit, age(term));
                base(stretch.map(|(stretch, _)| stretch), unit).map(Intervals::from)
            };
            let both = side(left)?.intersection(&side(right)?);
            let hull = both.hull().ok_or_else(|| refusal::no_overlap(text))?;
            (hull, Rounding::Hedged)
        }
    };
    set.push(stretch);
    Ok(rounding)
}

/// Refuses "3.350" and "£12.345", whose point may part thousands.
fn check_point(term: &Term, measures: Dimension) -> Result<(), Refusal> {
    let Number::Figure(figure) = term.number else {
        return Ok(());
    };
    let thousand = Rational::from_int(1_000);
    let thousands = match figure.value.checked_mul(thousand) {
        Some(n) if n.is_integer() && figure.decimals == 3 && figure.scale == Rational::ONE => {
            n.numerator()
        }
        _ => return Ok(()),
    };
    let share = matches!(measures, Dimension::Share | Dimension::Points);
    let money = matches!(measures, Dimension::Money(_)) && thousands >= 10_000;
    let doubtful = (1_000..1_000_000).contains(&thousands) && !share;
    if doubtful && (money || thousands % 10 == 0) {
        let (whole, part) = (thousands / 1_000, thousands % 1_000);
        let written = format!("{whole}.{part:03}");
        return Err(refusal::thousands_or_decimals(thousands, &written));
    }
    Ok(())
}

/// Refuses two bounds of one figure.
fn check_bounds(term: &Term, text: &str) -> Result<(), Refusal> {
    let n_bounds = term
        .hedges
        .iter()
        .filter(|row| row.effect.is_bound())
        .count();
    if n_bounds > 1 {
        Err(refusal::two_bounds(text))
    } else {
        Ok(())
    }
}

fn same_dimension(
    a: &Term,
    b: &Term,
    text: &str,
    kind: Kind,
    cx: &Context<'_>,
) -> Result<(), Refusal> {
    let (in_a, in_b) = (unit_of(a, kind, cx)?, unit_of(b, kind, cx)?);
    let same = measures(a, in_a) == measures(b, in_b);
    if same || is_nought(a, in_a) || is_nought(b, in_b) {
        Ok(())
    } else {
        Err(refusal::different_units(text))
    }
}

/// What a term measures in its unit, if it has one.
fn measures(term: &Term, unit: Option<Unit>) -> Dimension {
    match unit {
        Some(unit) => unit.dimension(),
        None if is_share(&term.number) => Dimension::Share,
        None => Dimension::Count,
    }
}

/// Whether a term is a bare nought.
fn is_nought(term: &Term, unit: Option<Unit>) -> bool {
    unit.is_none() && term.number.value() == Some(Rational::ZERO)
}

fn to_base(stretch: Interval<Rational>, unit: Option<Unit>) -> Option<Interval<Rational>> {
    let Some(unit) = unit else {
        return Some(stretch);
    };
    let convert = |bound: Bound<Rational>| {
        Some(match bound {
            Included(x) => Included(unit.to_base(x)?),
            Excluded(x) => Excluded(unit.to_base(x)?),
            Bound::Unbounded => Bound::Unbounded,
        })
    };
    Some(Interval {
        from: convert(stretch.from)?,
        to: convert(stretch.to)?,
    })
}

/// From the start of the one to the end of the other; `None` where they are reversed.
fn join(low: Interval<Rational>, high: Interval<Rational>) -> Option<Interval<Rational>> {
    Interval::new(low.from, high.to)
}
