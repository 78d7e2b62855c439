//! What the constraints of a contradiction come to, in words.

use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Included, Unbounded};

use crate::graph::ClaimGraph;
use crate::joint::{Contradiction, Ground, Piece, Quantity, led_to, weekdays_apart};
use crate::value::sentence::without_exactly;
use crate::value::{
    Day, Extent, Interval, Intervals, Kind, Rational, RelativeDate, Unit, Value, amount, date,
};

/// What a path of steps says of a sum to which it leads: "commutation / date is 0 or 7 days after ...".
pub(super) fn conclusion(
    graph: &ClaimGraph<'_>,
    contradiction: &Contradiction,
    path: &[(usize, Rational)],
    sum: &[(Quantity, Rational)],
) -> Option<String> {
    let ends = ends(graph, sum);
    let (to, from) = match &ends {
        Some((to, from)) => (to.clone(), from.clone()),
        None => (None, None),
    };
    if let (Some(apart), Some(to), Some(from)) = (weekdays_apart(contradiction, path), &to, &from) {
        return Some(match apart {
            0 => format!("{to} is whole weeks from {from}, if not on its day"),
            _ => format!(
                "{to} is {} {from}, or whole weeks more or less",
                count(apart.into(), "after")
            ),
        });
    }
    let set = led_to(contradiction, path)?;
    let values = path
        .iter()
        .filter_map(|(at, _)| bound_of(contradiction, &contradiction.chain[*at]));
    let bounds = contradiction.bounds.iter();
    let dates = bounds.clone().any(|bound| bound.value.kind == Kind::Date);
    let is_day = |quantity: &Quantity| match quantity {
        Quantity::Published(_) | Quantity::Answer(_, None) => true,
        Quantity::Answer(subject, property) => {
            let mut bounds = contradiction.bounds.iter().filter(|bound| {
                let question = graph.alignment.question(bound.question);
                question.subject == *subject && Some(question.property) == *property
            });
            bounds.any(|bound| bound.value.kind == Kind::Date)
        }
        Quantity::Origin => false,
    };
    let named = |article: &str| {
        sum.iter().any(|(quantity, _)| match quantity {
            Quantity::Published(own) => graph.corpus.symbols.text(*own) == article,
            _ => false,
        })
    };
    let published: BTreeSet<&str> = path
        .iter()
        .flat_map(|(at, _)| &contradiction.chain[*at].sum)
        .filter_map(|(quantity, _)| match quantity {
            Quantity::Published(article) => Some(graph.corpus.symbols.text(*article)),
            _ => None,
        })
        .filter(|article| !named(article))
        .collect();
    let whenever = match published.is_empty() {
        true => String::new(),
        false => {
            let ids: Vec<&str> = published.into_iter().collect();
            format!(", whenever {} was published", super::wording::list(&ids))
        }
    };
    let unit = values.chain(bounds.map(|bound| &bound.value));
    let unit = unit.map(|value| value.unit).find(Option::is_some).flatten();
    let words = match (to, from) {
        (Some(to), Some(from)) if dates => format!("{to} is {} {from}", apart(&runs(&set))),
        (Some(to), None) if sum.iter().all(|(quantity, _)| is_day(quantity)) => {
            let days = date::describe(&as_days(&set));
            match days.strip_prefix("since ") {
                Some(day) => format!("{to} is {day} or later"),
                None => format!("{to} is {days}"),
            }
        }
        (Some(to), None) => format!("{to} is {}", amount_in(&set, unit)),
        _ if dates => return None,
        _ => format!("{} is {}", added(graph, sum)?, amount_in(&set, unit)),
    };
    Some(words + &whenever)
}

/// The same of the sum of a last step, as a value of the kind that this step gives.
pub(super) fn left_of(
    contradiction: &Contradiction,
    path: &[(usize, Rational)],
    end: &Piece,
) -> Option<Value> {
    let set = led_to(contradiction, path)?;
    let value = bound_of(contradiction, end)?;
    let extent = match (&value.extent, end.sum.as_slice(), end.sets.as_slice()) {
        (Extent::Days(_), [_], _) => Extent::Days(as_days(&set)),
        (Extent::Amount(_, dimension), [_], _) => Extent::Amount(set, *dimension),
        (Extent::Relative(date), [_, _], [only]) if as_days(only) == date.offset => {
            Extent::Relative(RelativeDate {
                offset: as_days(&set),
                ..date.clone()
            })
        }
        _ => return None,
    };
    Some(Value {
        extent,
        ..(**value).clone()
    })
}

/// The names of what a sum adds and takes away, where that is at most one each, without factors.
fn ends(
    graph: &ClaimGraph<'_>,
    sum: &[(Quantity, Rational)],
) -> Option<(Option<String>, Option<String>)> {
    let of_sign = |wanted: Rational| {
        let mut found = sum.iter().filter(move |(_, factor)| *factor == wanted);
        (found.next(), found.next().is_none())
    };
    let (to, one_to) = of_sign(Rational::ONE);
    let (from, one_from) = of_sign(Rational::from_int(-1));
    let n_ends = usize::from(to.is_some()) + usize::from(from.is_some());
    (one_to && one_from && n_ends == sum.len()).then(|| {
        let named = |end: Option<&(Quantity, Rational)>| end.map(|(at, _)| name(graph, *at));
        (named(to), named(from))
    })
}

/// A sum in words: "killed + injured - missing".
fn added(graph: &ClaimGraph<'_>, sum: &[(Quantity, Rational)]) -> Option<String> {
    let mut words = String::new();
    // What is added comes first.
    let mut terms = sum.to_vec();
    terms.sort_by_key(|(_, factor)| *factor < Rational::ZERO);
    for (quantity, factor) in terms {
        let is_less = factor < Rational::ZERO;
        let size = match is_less {
            true => Rational::ZERO.checked_sub(factor)?,
            false => factor,
        };
        match (words.is_empty(), is_less) {
            (true, true) => words.push('-'),
            (true, false) => {}
            (false, true) => words.push_str(" - "),
            (false, false) => words.push_str(" + "),
        }
        if size != Rational::ONE {
            words.push_str(&format!(
                "{} * ",
                amount_in(&Interval::point(size).into(), None)
            ));
        }
        words.push_str(&name(graph, quantity));
    }
    (!words.is_empty()).then_some(words)
}

fn bound_of<'a>(
    contradiction: &'a Contradiction,
    piece: &Piece,
) -> Option<&'a std::sync::Arc<Value>> {
    match piece.ground {
        Ground::Claims(at) => contradiction.bounds.get(at).map(|bound| &bound.value),
        _ => None,
    }
}

fn amount_in(set: &Intervals<Rational>, unit: Option<Unit>) -> String {
    without_exactly(&amount::describe(set, unit)).to_owned()
}

/// How far apart two dates are: "5 days after", "0 or 7 days after", "at least 3 days before".
fn apart(set: &Intervals<Rational>) -> String {
    let parts: Vec<String> = set
        .parts()
        .iter()
        .map(|part| {
            let (from, to) = (whole(part.from), whole(part.to));
            match (from, to) {
                (Some(0), Some(0)) => "0 days after".into(),
                (Some(a), Some(b)) if a == b && a > 0 => count(a, "after"),
                (Some(a), Some(b)) if a == b => count(-a, "before"),
                (Some(a), Some(b)) if a >= 0 => format!("{a} to {}", count(b, "after")),
                (Some(a), Some(b)) if b <= 0 => format!("{} to {}", -b, count(-a, "before")),
                (Some(a), Some(b)) => {
                    format!("from {} to {}", count(-a, "before"), count(b, "after"))
                }
                (Some(0), None) => "the same day as or after".into(),
                (Some(a), None) if a > 0 => format!("at least {}", count(a, "after")),
                (Some(a), None) => format!("at most {}", count(-a, "before")),
                (None, Some(0)) => "the same day as or before".into(),
                (None, Some(b)) if b < 0 => format!("at least {}", count(-b, "before")),
                (None, Some(b)) => format!("at most {}", count(b, "after")),
                (None, None) => "any time from".into(),
            }
        })
        .collect();
    // "0 or 7 days after", not "0 days after or 7 days after".
    let same = [" days after", " days before"]
        .into_iter()
        .find(|end| parts.len() > 1 && parts.iter().all(|part| part.ends_with(end)));
    match same {
        Some(end) => {
            let short: Vec<&str> = parts
                .iter()
                .filter_map(|part| part.strip_suffix(end))
                .collect();
            format!("{}{end}", short.join(" or "))
        }
        None => parts.join(" or "),
    }
}

/// Days that follow each other as one stretch.
fn runs(set: &Intervals<Rational>) -> Intervals<Rational> {
    let mut runs: Vec<Interval<Rational>> = Vec::new();
    for part in set.parts() {
        match runs.last_mut() {
            Some(last)
                if let (Included(end), Included(start)) = (last.to, part.from)
                    && end.checked_add(Rational::ONE) == Some(start) =>
            {
                last.to = part.to;
            }
            _ => runs.push(*part),
        }
    }
    Intervals::new(runs)
}

fn count(n: i128, direction: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} day{plural} {direction}")
}

fn whole(bound: std::ops::Bound<Rational>) -> Option<i128> {
    match bound {
        Included(x) | Excluded(x) => Some(x.numerator().div_euclid(x.denominator())),
        Unbounded => None,
    }
}

fn as_days(set: &Intervals<Rational>) -> Intervals<Day> {
    let day = |bound| {
        whole(bound)
            .and_then(|day| i32::try_from(day).ok())
            .map(Day)
    };
    Intervals::new(
        set.parts()
            .iter()
            .filter_map(|part| {
                let (from, to) = (day(part.from), day(part.to));
                crate::value::Interval::new(
                    from.map_or(Unbounded, Included),
                    to.map_or(Unbounded, Included),
                )
            })
            .collect(),
    )
}

/// A quantity, for people.
pub(super) fn name(graph: &ClaimGraph<'_>, quantity: Quantity) -> String {
    match quantity {
        Quantity::Origin => "nought".into(),
        Quantity::Answer(subject, property) => {
            let property = property.map_or("date", |id| graph.alignment.properties.name(id));
            format!("{} / {property}", graph.alignment.name(subject))
        }
        Quantity::Published(article) => {
            format!("the publication of {}", graph.corpus.symbols.text(article))
        }
    }
}
