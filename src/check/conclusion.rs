//! What the constraints of a contradiction come to, in words.

use std::collections::BTreeSet;
use std::ops::Bound::{self, Excluded, Included, Unbounded};
use std::sync::Arc;

use super::wording::list;
use crate::align::EntityId;
use crate::graph::ClaimGraph;

use crate::joint::{
    self, Contradiction, Ground, Near, Piece, Quantity, led_to, stretch, weekdays_apart,
};
use crate::model::Symbol;
use crate::value::sentence::{listed, without_exactly};
use crate::value::{
    Day, Extent, Interval, Intervals, Kind, Rational, RelativeDate, Unit, Value, amount, date,
};

/// What a path of steps says of a sum to which it leads: "commutation is 0 or 7 days after ...".
pub(super) fn conclusion(
    graph: &ClaimGraph<'_>,
    contradiction: &Contradiction,
    path: &[(usize, Rational)],
    sum: &[(Quantity, Rational)],
) -> Option<String> {
    let ends = ends(graph, &contradiction.bounds, sum);
    if let (Some(apart), Some((Some(to), Some(from)))) =
        (weekdays_apart(contradiction, path), &ends)
    {
        return Some(on_weekdays(apart, to, from));
    }
    if sum.iter().any(|(at, _)| matches!(at, Quantity::Moment(..))) {
        return None;
    }
    let set = led_to(contradiction, path)?;
    let bounds = &contradiction.bounds;
    let are_dates = bounds.iter().any(|bound| bound.value.kind == Kind::Date);
    let amount = || amount_in(&amounts(&set), unit(contradiction, path));
    let words = match ends {
        Some((Some(to), Some(from))) if are_dates => {
            format!("{to} is {} {from}", apart(&runs(&set)))
        }
        Some((Some(to), None)) if sum.iter().all(|(at, _)| is_day(graph, contradiction, at)) => {
            let days = date::describe(&as_days(&set));
            match days.strip_prefix("since ") {
                Some(day) => format!("{to} is {day} or later"),
                None => format!("{to} is {days}"),
            }
        }
        Some((Some(to), None)) => format!("{to} is {}", amount()),
        _ if are_dates => return None,
        _ => format!(
            "{} is {}",
            added(graph, &contradiction.bounds, sum)?,
            amount()
        ),
    };
    Some(words + &whenever(graph, contradiction, path, sum))
}

/// How two dates stand of which only the weekdays are known.
fn on_weekdays(apart: i32, to: &str, from: &str) -> String {
    match apart {
        0 => format!("{to} is whole weeks from {from}, if not on its day"),
        _ => {
            let days = count(apart.into(), "after");
            format!("{to} is {days} {from}, or whole weeks more or less")
        }
    }
}

/// Whether a quantity is a date.
fn is_day(graph: &ClaimGraph<'_>, contradiction: &Contradiction, quantity: &Quantity) -> bool {
    match *quantity {
        Quantity::Published(_) | Quantity::Answer(_, None) => true,
        Quantity::Answer(subject, Some(property)) => {
            let question = graph.alignment.find(subject, property);
            contradiction
                .bounds
                .iter()
                .any(|bound| Some(bound.question) == question && bound.value.kind == Kind::Date)
        }
        Quantity::Origin | Quantity::Moment(..) => false,
    }
}

/// The unit of the amounts of a path, else of any of the contradiction.
fn unit(contradiction: &Contradiction, path: &[(usize, Rational)]) -> Option<Unit> {
    let of_path = path
        .iter()
        .filter_map(|(at, _)| bound_of(contradiction, &contradiction.chain[*at]));
    let all = contradiction.bounds.iter().map(|bound| &bound.value);
    of_path.chain(all).find_map(|value| value.unit)
}

/// The days of publication from which a path counts, where the sum to which it leads does not name
/// them: ", whenever axios was published".
fn whenever(
    graph: &ClaimGraph<'_>,
    contradiction: &Contradiction,
    path: &[(usize, Rational)],
    sum: &[(Quantity, Rational)],
) -> String {
    fn papers(sum: &[(Quantity, Rational)]) -> impl Iterator<Item = Symbol> {
        sum.iter().filter_map(|(quantity, _)| match quantity {
            Quantity::Published(article) => Some(*article),
            _ => None,
        })
    }
    let published: BTreeSet<&str> = path
        .iter()
        .flat_map(|(at, _)| papers(&contradiction.chain[*at].sum))
        .filter(|article| papers(sum).all(|named| named != *article))
        .map(|article| graph.corpus.symbols.text(article))
        .collect();
    match published.is_empty() {
        true => String::new(),
        false => {
            let ids = Vec::from_iter(published);
            format!(", whenever {} was published", list(&ids))
        }
    }
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
        (Extent::Amount(_, dimension), [_], _) => Extent::Amount(amounts(&set), *dimension),
        (Extent::Relative(date), [_, _], [only]) if as_days(only) == date.offset => {
            Extent::Relative(RelativeDate {
                offset: as_days(&set),
                before: None,
                ..date.clone()
            })
        }
        _ => return None,
    };
    Some(Value {
        extent,
        likely: None,
        ..(**value).clone()
    })
}

/// The names of what a sum adds and takes away, where that is at most one each, without factors.
fn ends(
    graph: &ClaimGraph<'_>,
    all: &[joint::Bound],
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
        let named = |end: Option<&(Quantity, Rational)>| end.map(|(at, _)| name(graph, all, *at));
        (named(to), named(from))
    })
}

/// A sum in words: "killed + injured - missing".
fn added(
    graph: &ClaimGraph<'_>,
    all: &[joint::Bound],
    sum: &[(Quantity, Rational)],
) -> Option<String> {
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
        words.push_str(&name(graph, all, quantity));
    }
    (!words.is_empty()).then_some(words)
}

fn bound_of<'a>(contradiction: &'a Contradiction, piece: &Piece) -> Option<&'a Arc<Value>> {
    match piece.ground {
        Ground::Claims(at) => contradiction.bounds.get(at).map(|bound| &bound.value),
        _ => None,
    }
}

fn amount_in(set: &Intervals<Rational>, unit: Option<Unit>) -> String {
    without_exactly(&amount::describe(set, unit)).to_owned()
}

/// How far apart two dates are: "5 days after", "0 or 7 days after", "at least 3 days before", "before".
fn apart(set: &[Interval<Near>]) -> String {
    let parts: Vec<String> = set
        .iter()
        .map(|part| {
            let (from, to) = (end(part.from), end(part.to));
            // Of one day, which side of the moment.
            let later = from.is_some_and(|from| from.hairs > Rational::ZERO);
            let earlier = to.is_some_and(|to| to.hairs < Rational::ZERO);
            let at = |end: Option<Near>| end.is_some_and(|end| end.hairs == Rational::ZERO);
            let day = |end: Near| end.value.floor();
            match (from.map(day), to.map(day)) {
                (Some(0), Some(0)) if later => "later on the day of".into(),
                (Some(0), Some(0)) if earlier => "earlier on the day of".into(),
                (Some(0), Some(0)) => "0 days after".into(),
                (Some(a), Some(b)) if a == b && a > 0 => count(a, "after"),
                (Some(a), Some(b)) if a == b => count(-a, "before"),
                (Some(0), Some(b)) if later => format!("at most {}", count(b, "after")),
                (Some(a), Some(0)) if earlier => format!("at most {}", count(-a, "before")),
                (Some(a), Some(b)) if a >= 0 => format!("{a} to {}", count(b, "after")),
                (Some(a), Some(b)) if b <= 0 => format!("{} to {}", -b, count(-a, "before")),
                (Some(a), Some(b)) => {
                    format!("from {} to {}", count(-a, "before"), count(b, "after"))
                }
                (Some(0), None) if later => "after".into(),
                (Some(0), None) if at(from) => "no earlier than".into(),
                (Some(0), None) => "the same day as or after".into(),
                (Some(a), None) if a > 0 => format!("at least {}", count(a, "after")),
                (Some(a), None) => format!("at most {}", count(-a, "before")),
                (None, Some(0)) if earlier => "before".into(),
                (None, Some(0)) if at(to) => "no later than".into(),
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
            format!("{}{end}", listed(&short, "or"))
        }
        None => parts.join(" or "),
    }
}

/// Days that follow each other as one stretch, the times of the moments at their ends.
fn runs(set: &Intervals<Near>) -> Vec<Interval<Near>> {
    let mut runs: Vec<Interval<Near>> = Vec::new();
    for part in set.parts() {
        match runs.last_mut() {
            Some(last)
                if let (Some(to), Some(from)) = (end(last.to), end(part.from))
                    && to.value.checked_add(Rational::ONE) == Some(from.value)
                    && to.hairs > Rational::ZERO =>
            {
                last.to = part.to;
            }
            _ => runs.push(*part),
        }
    }
    runs
}

fn end(bound: Bound<Near>) -> Option<Near> {
    match bound {
        Included(end) | Excluded(end) => Some(end),
        Unbounded => None,
    }
}

/// A set of amounts as it is.
fn amounts(set: &Intervals<Near>) -> Intervals<Rational> {
    Intervals::new(set.parts().iter().map(stretch).collect())
}

fn count(n: i128, direction: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} day{plural} {direction}")
}

/// The days of a set, whatever their times: whole numbers, where a stretch holds any.
fn as_days(set: &Intervals<Near>) -> Intervals<Day> {
    let number = |bound| end(bound).map_or(Unbounded, |end| Included(end.value));
    let day = |bound| match bound {
        Included(day) | Excluded::<Rational>(day) => {
            i32::try_from(day.floor()).map_or(Unbounded, |day| Included(Day(day)))
        }
        Unbounded => Unbounded,
    };
    let parts = set.parts().iter().filter_map(|part| {
        let part = Interval {
            from: number(part.from),
            to: number(part.to),
        };
        let whole = part.whole().unwrap_or(part);
        Interval::new(day(whole.from), day(whole.to))
    });
    Intervals::new(parts.collect())
}

/// A quantity among the claims of a contradiction: the property alone where all are about one subject,
/// and what is dated by its subject alone.
pub(super) fn name(graph: &ClaimGraph<'_>, all: &[joint::Bound], quantity: Quantity) -> String {
    match quantity {
        Quantity::Moment(subject, property) => {
            name(graph, all, Quantity::Answer(subject, Some(property)))
        }
        Quantity::Answer(subject, property) => {
            let property = property.map(|id| graph.alignment.properties.name(id));
            match property.filter(|name| *name != "date") {
                None => graph.alignment.name(subject).to_owned(),
                Some(property) if is_one_subject(graph, all, subject) => property.to_owned(),
                Some(_) => full_name(graph, quantity),
            }
        }
        Quantity::Origin | Quantity::Published(_) => full_name(graph, quantity),
    }
}

fn is_one_subject(graph: &ClaimGraph<'_>, all: &[joint::Bound], subject: EntityId) -> bool {
    let subject_of = |bound: &joint::Bound| graph.alignment.question(bound.question).subject;
    all.iter().all(|bound| subject_of(bound) == subject)
}

/// A quantity with its subject, for people.
pub(super) fn full_name(graph: &ClaimGraph<'_>, quantity: Quantity) -> String {
    match quantity {
        Quantity::Origin => "nought".into(),
        Quantity::Answer(subject, property) => {
            let property = property.map_or("date", |id| graph.alignment.properties.name(id));
            format!("{} / {property}", graph.alignment.name(subject))
        }
        Quantity::Moment(subject, property) => {
            full_name(graph, Quantity::Answer(subject, Some(property)))
        }
        Quantity::Published(article) => {
            format!("the publication of {}", graph.corpus.symbols.text(article))
        }
    }
}
