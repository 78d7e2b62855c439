//! A contradiction as a circle: what all steps but one say of that one.

use fnv::FnvBuildHasher;
use indexmap::IndexSet;
use smallvec::SmallVec;

use super::bound::Near;
use super::{Contradiction, Ground, Piece, Quantity, bound, weekdays};
use crate::model::Symbol;
use crate::value::{Interval, Intervals, Rational};

/// A weekday, as a step from nowhere: the day of publication behind it matters for nothing else.
fn is_weekday(contradiction: &Contradiction, step: usize) -> bool {
    let papers = |piece: &Piece| {
        let papers = piece.sum.iter().map(|(quantity, _)| *quantity);
        papers
            .filter(|quantity| matches!(quantity, Quantity::Published(_)))
            .collect::<Vec<_>>()
    };
    let own = papers(&contradiction.chain[step]);
    let mut others = contradiction.chain.iter().enumerate();
    !own.is_empty() && others.all(|(at, piece)| at == step || papers(piece) != own)
}

/// The weekday of which two steps say that two dates are: how many days the second is after the first,
/// but for whole weeks.
#[must_use]
pub fn weekdays_apart(contradiction: &Contradiction, path: &[(usize, Rational)]) -> Option<i32> {
    let [(first, _), (second, _)] = path else {
        return None;
    };
    let weekday = |step: usize| {
        let table = contradiction.chain[step].sets.as_slice().try_into().ok()?;
        is_weekday(contradiction, step).then_some(())?;
        weekdays::landing(table)
    };
    Some((weekday(*second)? - weekday(*first)?).rem_euclid(7))
}

/// The steps that lead from the second end of one step to its first, each with the sign in which it is
/// taken; `None` where the constraints are not one circle of differences.
#[must_use]
pub fn circle(contradiction: &Contradiction, last: usize) -> Option<Vec<(usize, Rational)>> {
    let chain = &contradiction.chain;
    let mut names: IndexSet<Quantity, FnvBuildHasher> = IndexSet::default();
    let mut number = |quantity: Quantity| names.insert_full(quantity).0;
    let ends: Vec<(usize, usize)> = chain
        .iter()
        .enumerate()
        .map(|(step, piece)| {
            let (from, to) = ends(piece)?;
            let from = match is_weekday(contradiction, step) {
                true => Quantity::Origin,
                false => from,
            };
            Some((number(from), number(to)))
        })
        .collect::<Option<_>>()?;
    let mut at_end: Vec<SmallVec<[usize; 2]>> = vec![SmallVec::new(); names.len()];
    for (step, (from, to)) in ends.iter().enumerate() {
        at_end[*from].push(step);
        at_end[*to].push(step);
    }
    if at_end.iter().any(|steps| steps.len() != 2) {
        return None;
    }
    let (start, goal) = ends[last];
    let (mut here, mut before) = (start, last);
    let mut path = Vec::with_capacity(chain.len());
    while here != goal || path.is_empty() {
        let steps = &at_end[here];
        let step = if steps[0] == before {
            steps[1]
        } else {
            steps[0]
        };
        if step == last {
            break;
        }
        let (from, to) = ends[step];
        let forward = from == here;
        path.push((step, Rational::from_int(if forward { 1 } else { -1 })));
        (here, before) = (if forward { to } else { from }, step);
    }
    (path.len() + 1 == chain.len()).then_some(path)
}

/// Up to so many combinations of weekdays are looked at.
const MOST_COMBINATIONS: usize = 49;

/// Up to so many stretches are kept apart.
const MOST_STRETCHES: usize = 32;

/// Where the sum of all steps of a path lies: the weekdays on which the articles were published are
/// tried together; `None` where that cannot be said in few words.
#[must_use]
pub fn led_to(
    contradiction: &Contradiction,
    path: &[(usize, Rational)],
) -> Option<Intervals<Near>> {
    if path.iter().any(|(at, _)| is_weekday(contradiction, *at)) {
        return None;
    }
    let pieces: Vec<(&Piece, Rational, Option<Symbol>)> = path
        .iter()
        .map(|(at, sign)| {
            let piece = &contradiction.chain[*at];
            (piece, *sign, weekly(piece))
        })
        .collect();
    let mut articles: Vec<Symbol> = pieces
        .iter()
        .filter_map(|(_, _, article)| *article)
        .collect();
    articles.sort_unstable();
    articles.dedup();
    let power = u32::try_from(articles.len()).ok()?;
    let combinations = 7_usize
        .checked_pow(power)
        .filter(|combinations| *combinations <= MOST_COMBINATIONS)?;
    let mut all = Intervals::new(Vec::new());
    for combination in 0..combinations {
        let weekday = |article: Symbol| {
            let place = articles.iter().position(|other| *other == article)?;
            Some(combination / 7_usize.pow(u32::try_from(place).ok()?) % 7)
        };
        let mut sum = Intervals::from(Interval::point(Near::ZERO));
        for (piece, sign, article) in &pieces {
            let case = article.and_then(weekday).unwrap_or(0);
            sum = add(&sum, piece.sets.get(case)?, *sign)?;
        }
        all = all.union(&sum);
    }
    Some(all)
}

/// The article whose weekday of publication matters for a step.
fn weekly(piece: &Piece) -> Option<Symbol> {
    if piece.sets.len() < 7 {
        return None;
    }
    match piece.ground {
        Ground::Published(article) => Some(article),
        _ => piece.sum.iter().find_map(|(quantity, _)| match quantity {
            Quantity::Published(article) => Some(*article),
            _ => None,
        }),
    }
}

/// The ends of a difference.
fn ends(piece: &Piece) -> Option<(Quantity, Quantity)> {
    let minus = Rational::from_int(-1);
    match piece.sum[..] {
        [(to, factor)] if factor == Rational::ONE => Some((Quantity::Origin, to)),
        [(from, factor)] if factor == minus => Some((from, Quantity::Origin)),
        [(to, a), (from, b)] if a == Rational::ONE && b == minus => Some((from, to)),
        _ => None,
    }
}

/// Every sum of points of two sets, the second with a sign.
fn add(left: &Intervals<Near>, right: &Intervals<Near>, sign: Rational) -> Option<Intervals<Near>> {
    let mut parts = Vec::with_capacity(left.parts().len() * right.parts().len());
    for a in left.parts() {
        for b in right.parts() {
            parts.push(bound::sum(a, &bound::scaled(b, sign)?)?);
        }
    }
    let sum = Intervals::new(parts);
    if sum.parts().len() > MOST_STRETCHES {
        return sum.hull().map(Intervals::from);
    }
    Some(sum)
}
