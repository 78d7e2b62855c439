//! The argument of a joint contradiction, as a person would put it.
//!
//! Where the constraints make a circle, all but one of them lead from one end of that one to the other:
//! "A, and B, so that X is 0 or 7 days after Y; but C". Where they do not, they are listed.

use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Included, Unbounded};

use super::joint_contradiction::articles;
use crate::finding::Position;
use crate::graph::ClaimGraph;
use crate::joint::{Contradiction, Ground, Piece, Quantity, circle, led_to, weekdays_apart};
use crate::model::Corpus;
use crate::value::sentence::without_exactly;
use crate::value::{Day, Intervals, Kind, Rational, Unit, Value, amount, date};

/// Up to so many steps are written out.
const MOST_STEPS: usize = 12;

/// The argument in one sentence, without a final stop.
pub(super) fn message(
    graph: &ClaimGraph<'_>,
    contradiction: &Contradiction,
    positions: &[Position],
) -> String {
    let last = closing(contradiction);
    let Some((path, last)) = last.and_then(|last| Some((circle(contradiction, last)?, last)))
    else {
        let steps: Vec<String> = groups(contradiction, 0..contradiction.chain.len())
            .iter()
            .map(|group| said(graph, contradiction, positions, group))
            .collect();
        return format!("{}: these cannot all hold", join(steps));
    };
    let steps = groups(contradiction, path.iter().map(|(at, _)| *at));
    let steps: Vec<String> = steps
        .iter()
        .map(|group| said(graph, contradiction, positions, group))
        .collect();
    let end = &contradiction.chain[last];
    let but = said(graph, contradiction, positions, &[last]);
    if path.is_empty() {
        return format!("{but}, which can never be");
    }
    match conclusion(graph, contradiction, &path, end) {
        Some(so) => format!("{}, so that {so}; but {but}", join(steps)),
        None => format!("{}; but {but}", join(steps)),
    }
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

/// The step that the others refute: preferably one that ties two questions, or else a plain value.
fn closing(contradiction: &Contradiction) -> Option<usize> {
    let chain = contradiction.chain.iter().enumerate();
    let claims = chain.filter(|(_, piece)| matches!(piece.ground, Ground::Claims(_)));
    claims
        .map(|(at, piece)| {
            let floats = piece
                .sum
                .iter()
                .any(|(quantity, _)| matches!(quantity, Quantity::Published(_)));
            ((!floats, piece.sum.len(), at), at)
        })
        .max()
        .map(|(_, at)| at)
}

/// Claims of the same articles that follow each other, together.
fn groups(
    contradiction: &Contradiction,
    steps: impl IntoIterator<Item = usize>,
) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let speaks = |at: usize| match contradiction.chain[at].ground {
        Ground::Claims(bound) => Some(&contradiction.bounds[bound].claims),
        _ => None,
    };
    for at in steps {
        match groups.last_mut() {
            Some(group)
                if speaks(at).is_some() && group.iter().all(|other| speaks(*other).is_some()) =>
            {
                group.push(at);
            }
            _ => groups.push(vec![at]),
        }
    }
    groups
}

/// What some steps in a row say: "axios has last Wednesday for White House meeting / date".
fn said(
    graph: &ClaimGraph<'_>,
    contradiction: &Contradiction,
    positions: &[Position],
    steps: &[usize],
) -> String {
    let mut words = String::new();
    let mut speaking = None;
    for &at in steps {
        let piece = &contradiction.chain[at];
        if !words.is_empty() {
            words.push_str(if speaking.is_some() { " and " } else { "; " });
        }
        match piece.ground {
            Ground::Claims(bound) => {
                let (who, several) = articles(graph, &contradiction.bounds[bound]);
                if speaking.as_ref() != Some(&who) {
                    words.push_str(&who);
                    words.push_str(if several { " have " } else { " has " });
                    speaking = Some(who);
                }
                let question = graph
                    .alignment
                    .question(contradiction.bounds[bound].question);
                let answer = Quantity::Answer(question.subject, Some(question.property));
                words.push_str(&format!(
                    "{} for {}",
                    positions[bound].value,
                    name(graph, answer)
                ));
            }
            Ground::Rule(at) => {
                let rule = &graph.corpus.vocabulary.rules[at];
                words.push_str(&format!("by rule {}", rule.holds));
            }
            Ground::Event(at) => {
                let event = &graph.corpus.vocabulary.entities[at];
                let date = event.date.as_ref().map(date::describe).unwrap_or_default();
                words.push_str(&format!("the vocabulary dates {} {date}", event.name));
            }
            Ground::Published(article) => {
                let id = graph.corpus.symbols.text(article);
                words.push_str(&format!(
                    "{id} was published {}",
                    published(graph.corpus, id)
                ));
            }
        }
    }
    words
}

fn published(corpus: &Corpus, id: &str) -> String {
    corpus
        .articles
        .iter()
        .filter(|article| corpus.symbols.text(article.id) == id)
        .find_map(|article| article.published.as_ref())
        .map(date::describe)
        .unwrap_or_default()
}

/// What a path of steps says of the last one: "commutation / date is 0 or 7 days after ...".
fn conclusion(
    graph: &ClaimGraph<'_>,
    contradiction: &Contradiction,
    path: &[(usize, Rational)],
    end: &Piece,
) -> Option<String> {
    let positive = |(_, factor): &&(Quantity, Rational)| *factor > Rational::ZERO;
    let to = end
        .sum
        .iter()
        .find(positive)
        .map(|(quantity, _)| name(graph, *quantity));
    let from = end.sum.iter().find(|term| !positive(term));
    let from = from.map(|(quantity, _)| name(graph, *quantity));
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
    let dates = contradiction
        .bounds
        .iter()
        .any(|bound| bound.value.kind == Kind::Date);
    let published: BTreeSet<&str> = path
        .iter()
        .flat_map(|(at, _)| &contradiction.chain[*at].sum)
        .filter_map(|(quantity, _)| match quantity {
            Quantity::Published(article) => Some(graph.corpus.symbols.text(*article)),
            _ => None,
        })
        .collect();
    let whenever = match published.is_empty() {
        true => String::new(),
        false => {
            let ids: Vec<&str> = published.into_iter().collect();
            format!(", whenever {} was published", super::wording::list(&ids))
        }
    };
    let value = bound_of(contradiction, end).map(|bound| bound.as_ref());
    let words = match (to, from) {
        (Some(to), Some(from)) if dates => format!("{to} is {} {from}", apart(&set)),
        (Some(to), None) if value.is_some_and(|value| value.kind == Kind::Date) => {
            let days = date::describe(&as_days(&set));
            match days.strip_prefix("since ") {
                Some(day) => format!("{to} is {day} or later"),
                None => format!("{to} is {days}"),
            }
        }
        (Some(to), None) => {
            let unit = value.and_then(|value| value.unit);
            format!("{to} is {}", amount_in(&set, unit))
        }
        _ => return None,
    };
    Some(words + &whenever)
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

/// Steps in one sentence; of many, the first and the last.
fn join(mut steps: Vec<String>) -> String {
    if steps.len() > MOST_STEPS {
        let left_out = steps.len() - MOST_STEPS;
        steps.splice(
            MOST_STEPS - 2..MOST_STEPS - 2 + left_out,
            [format!("{left_out} more in this way")],
        );
    }
    steps.join("; ")
}
