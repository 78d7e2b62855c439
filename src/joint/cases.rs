//! Whether links can all hold, where some leave several stretches open.
//!
//! A link with several stretches is first loosened to the one stretch around them. Where the loose
//! system can hold, the values found may still fall between two stretches; then both sides of the
//! gap are tried, each by itself. All relative dates of one article share the weekday of its
//! publication, whose seven cases are tried likewise. If every case fails, so does the whole, for
//! the reasons of all cases taken together.

use std::collections::{BTreeMap, BTreeSet};

use super::bound::Near;
use super::difference::{self, Solved, Step};
use super::part::Part;
use super::simplex::{self, Row};
use super::system::{Form, Range};
use crate::model::Symbol;
use crate::value::{Interval, Intervals, Rational};

/// So many cases are tried for one set of links.
pub(super) const MOST_CASES: usize = 1_000;

/// Up to so many links are solved with sums of three and more quantities among them; of more, only
/// those with two are looked at.
pub(super) const MOST_WITH_SUMS: usize = 300;

/// Whether the links of these numbers can all hold. Numbers in the outcome are those of the part.
pub(super) fn solve(part: &Part, links: &[usize]) -> Solved {
    let sets = links.iter().map(|at| everything(&part.links[*at].range));
    let mut cases = Cases {
        part,
        links,
        sets: sets.collect(),
        weekdays: BTreeMap::new(),
        left: MOST_CASES,
    };
    match cases.solve() {
        Solved::Fails(core) => Solved::Fails(core.into_iter().map(|at| links[at]).collect()),
        solved => solved,
    }
}

struct Cases<'p> {
    part: &'p Part,
    links: &'p [usize],
    /// What is left open for each link in the case in hand.
    sets: Vec<Intervals<Rational>>,
    /// The weekday on which an article was published, in the case in hand.
    weekdays: BTreeMap<Symbol, usize>,
    /// How many more cases may be tried.
    left: usize,
}

impl Cases<'_> {
    fn solve(&mut self) -> Solved {
        let values = match self.loosened() {
            Solved::Holds(values) => values,
            other => return other,
        };
        if let Some((article, members)) = self.undecided(&values) {
            return self.by_weekday(article, &members);
        }
        match self.in_gap(&values) {
            Some((link, before)) => self.by_side(link, before),
            None => Solved::Holds(values),
        }
    }

    /// Solves with the one stretch around each set.
    fn loosened(&self) -> Solved {
        let mut steps = Vec::with_capacity(self.links.len());
        let mut numbers = Vec::with_capacity(self.links.len());
        let mut rows = Vec::new();
        for (at, set) in self.sets.iter().enumerate() {
            let Some(interval) = set.hull() else {
                return Solved::Fails(vec![at]);
            };
            match &self.form(at) {
                Form::Difference { from, to } => {
                    steps.push(Step {
                        from: *from,
                        to: *to,
                        interval,
                    });
                    numbers.push(at);
                }
                Form::Sum(terms) => rows.push(Row {
                    terms: terms.clone(),
                    interval,
                    number: at,
                }),
            }
        }
        match difference::solve(self.part.count, &steps) {
            Solved::Fails(core) => Solved::Fails(core.into_iter().map(|at| numbers[at]).collect()),
            Solved::Holds(_) if rows.len() + steps.len() > MOST_WITH_SUMS && !rows.is_empty() => {
                Solved::Unknown
            }
            Solved::Holds(_) if !rows.is_empty() => {
                rows.extend(
                    steps
                        .iter()
                        .zip(&numbers)
                        .map(|(step, at)| Row::of(step, *at)),
                );
                simplex::solve(self.part.count, &rows)
            }
            Solved::Holds(mut values) => {
                // Lengths are counted from anywhere; the origin is nought.
                let origin = values.first().copied().unwrap_or(Near::ZERO);
                for value in &mut values {
                    match value.minus(origin) {
                        Some(moved) => *value = moved,
                        None => return Solved::Unknown,
                    }
                }
                Solved::Holds(values)
            }
            Solved::Unknown => Solved::Unknown,
        }
    }

    fn form(&self, at: usize) -> &Form {
        &self.part.links[self.links[at]].form
    }

    /// What a link comes to; `None` where it does not fit.
    fn value(&self, at: usize, values: &[Near]) -> Option<Near> {
        match self.form(at) {
            Form::Difference { from, to } => values[*to as usize].minus(values[*from as usize]),
            Form::Sum(terms) => terms
                .iter()
                .try_fold(Near::ZERO, |sum, (quantity, factor)| {
                    sum.plus(values[*quantity as usize].times(*factor)?)
                }),
        }
    }

    /// The first article of which no one weekday of publication fits all values, with its links.
    fn undecided(&self, values: &[Near]) -> Option<(Symbol, Vec<usize>)> {
        let mut of_article: BTreeMap<Symbol, Vec<usize>> = BTreeMap::new();
        for (at, link) in self.links.iter().enumerate() {
            if let Range::Weekly(article, _) = &self.part.links[*link].range
                && !self.weekdays.contains_key(article)
            {
                of_article.entry(*article).or_default().push(at);
            }
        }
        let fits = |members: &[usize], weekday: usize| {
            members
                .iter()
                .all(|at| match &self.part.links[self.links[*at]].range {
                    Range::Weekly(_, table) => self
                        .value(*at, values)
                        .is_some_and(|value| holds(&table[weekday], value)),
                    Range::Fixed(_) => true,
                })
        };
        of_article
            .into_iter()
            .find(|(_, members)| !(0..7).any(|weekday| fits(members, weekday)))
    }

    /// Tries each weekday on which an article may have been published.
    fn by_weekday(&mut self, article: Symbol, members: &[usize]) -> Solved {
        let before: Vec<_> = members.iter().map(|at| self.sets[*at].clone()).collect();
        let mut reasons = BTreeSet::new();
        let mut solved = None;
        for weekday in 0..7 {
            for (at, before) in members.iter().zip(&before) {
                if let Range::Weekly(_, table) = &self.part.links[self.links[*at]].range {
                    self.sets[*at] = before.intersection(&table[weekday]);
                }
            }
            self.weekdays.insert(article, weekday);
            solved = self.case(members, &mut reasons);
            if solved.is_some() {
                break;
            }
        }
        self.weekdays.remove(&article);
        for (at, before) in members.iter().zip(before) {
            self.sets[*at] = before;
        }
        solved.unwrap_or_else(|| Solved::Fails(reasons.into_iter().collect()))
    }

    /// The first link whose value falls between two of its stretches, and how many lie before.
    fn in_gap(&self, values: &[Near]) -> Option<(usize, usize)> {
        self.sets.iter().enumerate().find_map(|(at, set)| {
            let parts = set.parts();
            if parts.len() < 2 {
                return None;
            }
            let value = self.value(at, values)?;
            let before = parts
                .iter()
                .take_while(|part| Near::most(part).is_some_and(|most| most < value))
                .count();
            let inside = parts.get(before).is_some_and(|part| value.within(part));
            (!inside && before > 0 && before < parts.len()).then_some((at, before))
        })
    }

    /// Tries the stretches of a link before a gap, and those behind it.
    fn by_side(&mut self, link: usize, before: usize) -> Solved {
        let whole = self.sets[link].clone();
        let (low, high) = whole.parts().split_at(before);
        let mut reasons = BTreeSet::new();
        let mut solved = None;
        for side in [low, high] {
            self.sets[link] = Intervals::new(side.to_vec());
            solved = self.case(&[link], &mut reasons);
            if solved.is_some() {
                break;
            }
        }
        self.sets[link] = whole;
        solved.unwrap_or_else(|| Solved::Fails(reasons.into_iter().collect()))
    }

    /// Solves one case of some links; `None` where it fails because of them, so that the next is due.
    fn case(&mut self, links: &[usize], reasons: &mut BTreeSet<usize>) -> Option<Solved> {
        if self.left == 0 {
            return Some(Solved::Unknown);
        }
        self.left -= 1;
        match self.solve() {
            Solved::Fails(core) if core.iter().any(|at| links.contains(at)) => {
                reasons.extend(core);
                None
            }
            // What fails without them fails in every case, and the others need no look.
            solved => Some(solved),
        }
    }
}

/// What a range leaves open before any case is chosen.
fn everything(range: &Range) -> Intervals<Rational> {
    match range {
        Range::Fixed(set) => set.clone(),
        Range::Weekly(_, table) => table
            .iter()
            .fold(Intervals::new(Vec::new()), |all, set| all.union(set)),
    }
}

fn holds(set: &Intervals<Rational>, value: Near) -> bool {
    set.parts()
        .iter()
        .any(|part: &Interval<Rational>| value.within(part))
}
