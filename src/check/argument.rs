//! The argument of a joint contradiction, as a person would put it.
//!
//! Where the constraints make a circle, all but one of them lead from one end of that one to the other:
//! "A, and B, so that X is 0 or 7 days after Y; but C". Where they do not, they are listed.

use super::conclusion::{conclusion, left_of, name};
use super::joint_contradiction::articles;
use crate::finding::{Basis, Position, Step};
use crate::graph::ClaimGraph;
use crate::joint::{Contradiction, Ground, Piece, Quantity, circle, combination};
use crate::model::Corpus;
use crate::value::{Rational, date};

/// Up to so many steps are written out.
const MOST_STEPS: usize = 12;

/// How the constraints of a contradiction are put: some lead to something that the last one denies.
pub(super) struct Way {
    /// The constraints, and the factors with which they add up to the last.
    pub(super) path: Vec<(usize, Rational)>,
    /// The constraint that they refute.
    pub(super) last: usize,
}

/// The way of an argument; `None` where the constraints lead to none of them.
pub(super) fn way(contradiction: &Contradiction) -> Option<Way> {
    let last = closing(contradiction)?;
    if let Some(path) = circle(contradiction, last) {
        return Some(Way { path, last });
    }
    let chain = contradiction.chain.iter().enumerate();
    let mut single: Vec<usize> = chain
        .filter(|(_, piece)| matches!(piece.ground, Ground::Claims(_)) && piece.sum.len() == 1)
        .map(|(at, _)| at)
        .collect();
    single.sort_by_key(|at| (is_sum(contradiction, *at), *at));
    single.into_iter().rev().find_map(|last| {
        let mut path = combination(contradiction, last)?;
        // What articles say comes before the rule that adds it up.
        path.sort_by_key(|(at, _)| !matches!(contradiction.chain[*at].ground, Ground::Claims(_)));
        Some(Way { path, last })
    })
}

/// Whether a step is about what a rule gives as the sum of all others in it: alone on its side.
fn is_sum(contradiction: &Contradiction, at: usize) -> bool {
    let [(quantity, _)] = contradiction.chain[at].sum[..] else {
        return false;
    };
    let positive = |factor: Rational| factor > Rational::ZERO;
    contradiction.chain.iter().any(|piece| {
        let own = piece.sum.iter().find(|(other, _)| *other == quantity);
        own.is_some_and(|(_, own)| {
            let alike = piece.sum.iter();
            let alike = alike.filter(|(_, factor)| positive(*factor) == positive(*own));
            piece.sum.len() > 2 && alike.count() == 1
        })
    })
}

/// The argument in one sentence, without a final stop.
pub(super) fn message(
    graph: &ClaimGraph<'_>,
    contradiction: &Contradiction,
    positions: &[Position],
) -> String {
    let Some(Way { path, last }) = way(contradiction) else {
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
    match conclusion(graph, contradiction, &path, &end.sum)
        .filter(|_| !is_said(contradiction, &path))
    {
        Some(so) => format!("{}, so that {so}; but {but}", join(steps)),
        None => format!("{}; but {but}", join(steps)),
    }
}

/// Whether nothing follows but what its one step says.
fn is_said(contradiction: &Contradiction, path: &[(usize, Rational)]) -> bool {
    matches!(path, [(only, _)] if matches!(contradiction.chain[*only].ground, Ground::Event(_)))
}

/// The same argument, one step for each constraint.
pub(super) fn steps(
    graph: &ClaimGraph<'_>,
    contradiction: &Contradiction,
    positions: &[Position],
) -> Vec<Step> {
    let step = |at: usize| Step {
        basis: match contradiction.chain[at].ground {
            Ground::Claims(bound) => Basis::Claims(bound),
            Ground::Rule(_) | Ground::Event(_) | Ground::Published(_) => Basis::Known,
        },
        text: said(graph, contradiction, positions, &[at]),
        reading: None,
    };
    let Some(Way { path, last }) = way(contradiction) else {
        return (0..contradiction.chain.len()).map(step).collect();
    };
    let mut steps: Vec<Step> = path.iter().map(|(at, _)| step(*at)).collect();
    let end = &contradiction.chain[last];
    let so = conclusion(graph, contradiction, &path, &end.sum)
        .filter(|_| !path.is_empty() && !is_said(contradiction, &path));
    steps.extend(so.map(|text| Step {
        basis: Basis::Conclusion,
        text,
        reading: left_of(contradiction, &path, end).map(Into::into),
    }));
    steps.push(step(last));
    steps
}

/// One step of an argument, for whoever wants to check it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reckoning {
    /// Who or what says so: "axios has last Wednesday for White House meeting / date".
    pub says: String,
    /// What that comes to by itself, where it can be said in few words.
    pub alone: Option<String>,
    /// What it comes to with all steps before.
    pub so_far: Option<String>,
}

/// The steps of an argument, one for each constraint; the last is what the others refute, where they
/// lead to one.
pub(super) fn reckoning(
    graph: &ClaimGraph<'_>,
    contradiction: &Contradiction,
    positions: &[Position],
) -> (Vec<Reckoning>, bool) {
    let step = |at: usize| Reckoning {
        says: said(graph, contradiction, positions, &[at]),
        alone: alone(graph, contradiction, positions, at),
        so_far: None,
    };
    let Some(Way { path, last }) = way(contradiction) else {
        let steps = 0..contradiction.chain.len();
        return (steps.map(step).collect(), false);
    };
    let mut sum: Vec<(Quantity, Rational)> = Vec::new();
    let mut steps = Vec::with_capacity(path.len() + 1);
    for (at, (piece, factor)) in path.iter().enumerate() {
        add(&mut sum, &contradiction.chain[*piece].sum, *factor);
        // In the end stands the last one's own sum; weekdays leave the days of publication out.
        let reached = match at + 1 == path.len() {
            true => &contradiction.chain[last].sum,
            false => &sum,
        };
        let so_far = (at > 0)
            .then(|| conclusion(graph, contradiction, &path[..=at], reached))
            .flatten();
        steps.push(Reckoning {
            so_far,
            ..step(*piece)
        });
    }
    steps.push(step(last));
    (steps, true)
}

/// What claims come to by themselves, where that is more than they say.
fn alone(
    graph: &ClaimGraph<'_>,
    contradiction: &Contradiction,
    positions: &[Position],
    at: usize,
) -> Option<String> {
    let piece = &contradiction.chain[at];
    let Ground::Claims(bound) = piece.ground else {
        return None;
    };
    let path = [(at, Rational::ONE)];
    let alone = conclusion(graph, contradiction, &path, &piece.sum)?;
    let value = &positions.get(bound)?.value;
    (!alone.ends_with(&format!(" is {value}"))).then_some(alone)
}

/// Adds a multiple of one sum to another; a sum whose factors do not fit is left as it is.
fn add(sum: &mut Vec<(Quantity, Rational)>, more: &[(Quantity, Rational)], factor: Rational) {
    for (quantity, share) in more {
        let Some(share) = share.checked_mul(factor) else {
            return;
        };
        match sum.iter_mut().find(|(known, _)| known == quantity) {
            Some((_, known)) => *known = known.checked_add(share).unwrap_or(*known),
            None => sum.push((*quantity, share)),
        }
    }
    sum.retain(|(_, share)| *share != Rational::ZERO);
}

/// The step that the others refute: one that ties two questions, or else a plain value.
///
/// Where several claims tie questions to each other, the argument goes the way in which they are put,
/// from one plain value to another.
fn closing(contradiction: &Contradiction) -> Option<usize> {
    let chain = contradiction.chain.iter().enumerate();
    let claims: Vec<(usize, &Piece)> = chain
        .filter(|(_, piece)| matches!(piece.ground, Ground::Claims(_)))
        .collect();
    let floats = |piece: &Piece| {
        let mut sum = piece.sum.iter();
        sum.any(|(quantity, _)| matches!(quantity, Quantity::Published(_)))
    };
    let ties = |piece: &Piece| {
        let claimed = matches!(piece.ground, Ground::Claims(_));
        claimed && piece.sum.len() == 2 && !floats(piece)
    };
    let n_ties = claims.iter().filter(|(_, piece)| ties(piece)).count();
    let onward = |last: usize| {
        let path = circle(contradiction, last)?;
        let steps = path
            .iter()
            .filter(|(at, sign)| ties(&contradiction.chain[*at]) && *sign > Rational::ZERO);
        Some((steps.count(), last))
    };
    let single = claims.iter().filter(|(_, piece)| piece.sum.len() == 1);
    let forward = match n_ties > 1 {
        true => single.filter_map(|(at, _)| onward(*at)).max(),
        false => None,
    };
    if let Some((_, last)) = forward {
        return Some(last);
    }
    claims
        .into_iter()
        .map(|(at, piece)| ((!floats(piece), piece.sum.len(), at), at))
        .max()
        .map(|(_, at)| at)
}

/// Claims that follow each other, together, and so rules.
fn groups(
    contradiction: &Contradiction,
    steps: impl IntoIterator<Item = usize>,
) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let sort = |at: usize| match contradiction.chain[at].ground {
        Ground::Claims(_) => 0,
        Ground::Rule(_) => 1,
        Ground::Event(_) | Ground::Published(_) => 2,
    };
    for at in steps {
        match groups.last_mut() {
            Some(group) if sort(at) < 2 && group.iter().all(|other| sort(*other) == sort(at)) => {
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
    let says: Vec<(Option<String>, String)> = steps
        .iter()
        .map(|at| says(graph, contradiction, positions, *at))
        .collect();
    let mut words = String::new();
    let mut before: Option<&String> = None;
    for (at, (who, what)) in says.iter().enumerate() {
        if steps.len() > MOST_STEPS && (MOST_STEPS - 1..steps.len() - 1).contains(&at) {
            if at == MOST_STEPS - 1 {
                let left_out = steps.len() - MOST_STEPS;
                words.push_str(&format!("; {left_out} more in this way"));
            }
            before = None;
            continue;
        }
        let same = who.is_some() && before == who.as_ref();
        let next = says.get(at + 1).and_then(|(who, _)| who.as_ref());
        words.push_str(match (at, same) {
            (0, _) => "",
            (_, true) if next == who.as_ref() => ", ",
            (_, true) => " and ",
            // Of more than two, a list.
            (_, false) if steps.len() > 2 => "; ",
            (_, false) => " and ",
        });
        if let Some(who) = who.as_ref().filter(|_| !same) {
            words.push_str(who);
        }
        words.push_str(what);
        before = who.as_ref();
    }
    words
}

/// Who says a step, if articles do, and what.
fn says(
    graph: &ClaimGraph<'_>,
    contradiction: &Contradiction,
    positions: &[Position],
    at: usize,
) -> (Option<String>, String) {
    match contradiction.chain[at].ground {
        Ground::Claims(bound) => {
            let (who, several) = articles(graph, &contradiction.bounds[bound]);
            let verb = if several { "have" } else { "has" };
            let question = graph
                .alignment
                .question(contradiction.bounds[bound].question);
            let answer = Quantity::Answer(question.subject, Some(question.property));
            let what = format!("{} for {}", positions[bound].value, name(graph, answer));
            (Some(format!("{who} {verb} ")), what)
        }
        Ground::Rule(at) => {
            let rule = &graph.corpus.vocabulary.rules[at];
            let slack = rule.slack.as_ref();
            let slack = slack.map(|slack| format!(", give or take {slack}"));
            let slack = slack.unwrap_or_default();
            (None, format!("by rule {}{slack}", rule.holds))
        }
        Ground::Event(at) => {
            let event = &graph.corpus.vocabulary.entities[at];
            let date = event.date.as_ref().map(date::describe).unwrap_or_default();
            (None, format!("the vocabulary dates {} {date}", event.name))
        }
        Ground::Published(article) => {
            let id = graph.corpus.symbols.text(article);
            let date = published(graph.corpus, id);
            (None, format!("{id} was published {date}"))
        }
    }
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
