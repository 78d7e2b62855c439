//! Whether links can all hold, where some leave several stretches open.
//!
//! A link with several stretches is first loosened to the one stretch around them. Where the loose
//! system can hold, the values found may still fall between two stretches; then both sides of the
//! gap are tried, each by itself. All relative dates of one article share the weekday of its
//! publication, whose seven cases are tried likewise, each with the days that are such a weekday:
//! a stretch with gaps of six days. If every case fails, so does the whole, for the reasons of all
//! cases taken together (branch and bound, with the reasons deciding how far to go back).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Included, Unbounded};

use super::bound::{self, Near, Span};
use super::difference::{self, Solved, Step};
use super::part::Part;
use super::simplex::{self, Row};
use super::system::{Form, ORIGIN, QuantityId, Range};
use super::weekdays::{self, Tie, Weekdays};
use crate::model::Symbol;
use crate::value::{Day, Interval, Intervals, Rational};

/// So many cases are tried for one set of links.
pub(super) const MOST_CASES: usize = 1_000;

/// Up to so many links are solved with sums of three and more quantities among them; of more, only
/// those with two are looked at.
pub(super) const MOST_WITH_SUMS: usize = 300;

/// Whether the links of these numbers can all hold. Numbers in the outcome are those of the part.
///
/// `work` counts the links that may still be looked at, over all cases.
pub(super) fn solve(part: &Part, links: &[usize], work: &mut usize) -> Solved {
    let mut cases = Cases::new(part, links, work);
    match cases.solve() {
        Solved::Fails(core) => {
            let links = core.into_iter().filter_map(|at| links.get(at).copied());
            Solved::Fails(links.collect())
        }
        solved => solved,
    }
}

/// The day of publication of an article whose weekday matters.
#[derive(Clone, Debug)]
struct Paper {
    day: QuantityId,
    /// The links that depend on the weekday, as indexes into [`Cases::links`].
    members: Vec<usize>,
    /// The weekday in the case in hand: 0 is Monday.
    weekday: Option<usize>,
}

struct Cases<'p> {
    part: &'p Part,
    links: &'p [usize],
    /// What is left open in the case in hand: for each link, then for the day of each paper.
    sets: Vec<Cow<'p, Intervals<Near>>>,
    papers: Vec<Paper>,
    /// How many more cases may be tried.
    left: usize,
    work: &'p mut usize,
}

impl<'p> Cases<'p> {
    fn new(part: &'p Part, links: &'p [usize], work: &'p mut usize) -> Self {
        let mut papers: BTreeMap<Symbol, Paper> = BTreeMap::new();
        let mut sets = Vec::with_capacity(links.len());
        for (at, link) in links.iter().enumerate() {
            let link = &part.links[*link];
            match (&link.range, &link.form) {
                (Range::Fixed(set), _) => sets.push(Cow::Borrowed(set)),
                (Range::Weekly(article, table), form) => {
                    sets.push(Cow::Borrowed(&table.any));
                    let day = match form {
                        Form::Difference { from: ORIGIN, to } => *to,
                        Form::Difference { from, .. } => *from,
                        Form::Sum(_) => continue,
                    };
                    let paper = papers.entry(*article).or_insert(Paper {
                        day,
                        members: Vec::new(),
                        weekday: None,
                    });
                    paper.members.push(at);
                }
            }
        }
        let papers: Vec<Paper> = papers.into_values().collect();
        sets.extend(papers.iter().map(|_| Cow::Owned(Intervals::all())));
        Self {
            part,
            links,
            sets,
            papers,
            left: MOST_CASES,
            work,
        }
    }

    fn solve(&mut self) -> Solved {
        let values = match self.loosened() {
            Solved::Holds(values) => values,
            other => return other,
        };
        if let Some(paper) = self.undecided(&values) {
            return self.by_weekday(paper, &values);
        }
        if let Some((link, before)) = self.in_gap(&values) {
            let (low, high) = self.sets[link].parts().split_at(before);
            let sides = [low.to_vec(), high.to_vec()].map(Intervals::new);
            return self.by_side(link, &sides);
        }
        match self.on_another_day(&values) {
            Some((paper, before, after)) => {
                let sides = [(Unbounded, Included(before)), (Included(after), Unbounded)];
                let sides = sides.map(|(from, to)| bound::at_any_time(&Interval { from, to }));
                let sides = sides.map(Intervals::from);
                self.by_side(self.links.len() + paper, &sides)
            }
            None => Solved::Holds(values),
        }
    }

    /// Solves with the one stretch around each set.
    fn loosened(&mut self) -> Solved {
        if *self.work < self.links.len() {
            *self.work = 0;
            return Solved::Unknown;
        }
        *self.work -= self.links.len();
        let weekdays = (!self.papers.is_empty()).then(|| self.weekdays());
        let mut steps = Vec::with_capacity(self.sets.len());
        // For each step its number, and whether weekdays narrowed it.
        let mut numbers: Vec<(usize, bool)> = Vec::with_capacity(self.sets.len());
        let mut rows = Vec::new();
        for (at, set) in self.sets.iter().enumerate() {
            let Some(interval) = set.hull() else {
                return Solved::Fails(vec![at]);
            };
            match self.form(at) {
                Ok(Form::Sum(terms)) => rows.push(Row {
                    terms: terms.clone(),
                    interval,
                    number: at,
                }),
                _ => {
                    let Some((from, to)) = self.ends(at) else {
                        continue;
                    };
                    let days = weekdays.as_ref();
                    let narrowed = days.and_then(|days| days.narrowed(from, to, &interval));
                    let Some(interval) = narrowed.unwrap_or(Some(interval)) else {
                        return Solved::Fails(self.reasons(weekdays.as_ref(), &[(at, true)]));
                    };
                    steps.push(Step { from, to, interval });
                    numbers.push((at, narrowed.is_some()));
                }
            }
        }
        match difference::solve(self.part.count, &steps) {
            Solved::Fails(core) => {
                let core: Vec<_> = core.into_iter().map(|at| numbers[at]).collect();
                Solved::Fails(self.reasons(weekdays.as_ref(), &core))
            }
            Solved::Holds(_) if rows.len() + steps.len() > MOST_WITH_SUMS && !rows.is_empty() => {
                Solved::Unknown
            }
            Solved::Holds(_) if !rows.is_empty() => {
                let given = steps.iter().zip(&numbers);
                rows.extend(given.map(|(step, (at, _))| Row::of(step, *at)));
                match simplex::solve(self.part.count, &rows) {
                    Solved::Fails(core) => {
                        let narrowed = |at: &usize| numbers.contains(&(*at, true));
                        let core: Vec<_> = core.iter().map(|at| (*at, narrowed(at))).collect();
                        Solved::Fails(self.reasons(weekdays.as_ref(), &core))
                    }
                    solved => solved,
                }
            }
            Solved::Holds(values) => counted_from_origin(values),
            Solved::Unknown => Solved::Unknown,
        }
    }

    /// What follows from the weekdays of publication, and from dates that are on one weekday however
    /// that may be.
    fn weekdays(&self) -> Weekdays {
        let papers = self.papers.iter().zip(self.links.len()..);
        let papers = papers.filter_map(|(paper, number)| {
            Some((paper.day, i32::try_from(paper.weekday?).ok()?, number))
        });
        let members = self.papers.iter().flat_map(|paper| &paper.members);
        let landings = members.filter_map(|at| match &self.part.links[self.links[*at]].range {
            Range::Weekly(_, table) => {
                let (_, to) = self.ends(*at).filter(|(from, _)| *from != ORIGIN)?;
                Some((to, weekdays::landing(&table.each)?, *at))
            }
            Range::Fixed(_) => None,
        });
        let given: Vec<_> = papers.chain(landings).collect();
        let ties: Vec<Tie<'_>> = (0..self.links.len())
            .filter_map(|number| {
                let (from, to) = self.ends(number)?;
                Some(Tie {
                    number,
                    from,
                    to,
                    set: &self.sets[number],
                })
            })
            .collect();
        Weekdays::new(self.part.count, &given, &ties)
    }

    /// Some steps with all from which they follow.
    fn reasons(&self, weekdays: Option<&Weekdays>, core: &[(usize, bool)]) -> Vec<usize> {
        let mut reasons = BTreeSet::new();
        for (at, narrowed) in core {
            reasons.insert(*at);
            if let (true, Some(weekdays), Some((from, to))) = (narrowed, weekdays, self.ends(*at)) {
                reasons.extend(weekdays.reasons(from));
                reasons.extend(weekdays.reasons(to));
            }
        }
        reasons.into_iter().collect()
    }

    /// The ends of a link that bounds a difference, or of the day of a paper.
    fn ends(&self, at: usize) -> Option<(QuantityId, QuantityId)> {
        match self.form(at) {
            Ok(Form::Difference { from, to }) => Some((*from, *to)),
            Ok(Form::Sum(_)) => None,
            Err(day) => Some((ORIGIN, day)),
        }
    }

    /// The form of a link, or the day of a paper.
    fn form(&self, at: usize) -> Result<&'p Form, QuantityId> {
        match self.links.get(at) {
            Some(link) => Ok(&self.part.links[*link].form),
            None => Err(self.papers[at - self.links.len()].day),
        }
    }

    /// What a link comes to; `None` where it does not fit.
    fn value(&self, at: usize, values: &[Near]) -> Option<Near> {
        match self.form(at) {
            Ok(Form::Difference { from, to }) => values[*to as usize].minus(values[*from as usize]),
            Ok(Form::Sum(terms)) => terms.iter().try_fold(Near::ZERO, |sum, (at, factor)| {
                sum.plus(values[*at as usize].times(*factor)?)
            }),
            Err(day) => values.get(day as usize).copied(),
        }
    }

    /// The first paper without a weekday of which the values do not fit the weekday of its day.
    fn undecided(&self, values: &[Near]) -> Option<usize> {
        let fits = |paper: &Paper| {
            let weekday = day_of(values[paper.day as usize])?.weekday();
            let table = |at: usize| match &self.part.links[self.links[at]].range {
                Range::Weekly(_, table) => table.each.get(usize::try_from(weekday).ok()?),
                Range::Fixed(_) => None,
            };
            let all = paper.members.iter().all(|at| {
                let value = self.value(*at, values);
                table(*at)
                    .zip(value)
                    .is_some_and(|(set, value)| holds(set, value))
            });
            all.then_some(())
        };
        self.papers
            .iter()
            .position(|paper| paper.weekday.is_none() && fits(paper).is_none())
    }

    /// Tries each weekday on which an article may have been published, from that of the day that was found
    /// for it on: where all can hold, it is often that one.
    fn by_weekday(&mut self, paper: usize, values: &[Near]) -> Solved {
        let found = day_of(values[self.papers[paper].day as usize]);
        let found = found.and_then(|day| usize::try_from(day.weekday()).ok());
        let weekdays = (0..7).map(|days| (found.unwrap_or(0) + days) % 7);
        let members = self.papers[paper].members.clone();
        let before: Vec<_> = members.iter().map(|at| self.sets[*at].clone()).collect();
        let own = self.links.len() + paper;
        let mut reasons = BTreeSet::new();
        let mut solved = None;
        for weekday in weekdays {
            for (at, before) in members.iter().zip(&before) {
                if let Range::Weekly(_, table) = &self.part.links[self.links[*at]].range {
                    self.sets[*at] = Cow::Owned(before.intersection(&table.each[weekday]));
                }
            }
            self.papers[paper].weekday = Some(weekday);
            solved = self.case(|at| at == own || members.contains(&at), &mut reasons);
            if solved.is_some() {
                break;
            }
        }
        self.papers[paper].weekday = None;
        for (at, before) in members.iter().zip(before) {
            self.sets[*at] = before;
        }
        solved.unwrap_or_else(|| Solved::Fails(reasons.into_iter().collect()))
    }

    /// The first paper whose day is not of its weekday, with the nearest such days.
    fn on_another_day(&self, values: &[Near]) -> Option<(usize, Rational, Rational)> {
        let papers = self.papers.iter().enumerate();
        papers
            .filter_map(|(at, paper)| Some((at, paper.day, i32::try_from(paper.weekday?).ok()?)))
            .find_map(|(at, day, weekday)| {
                let value = values[day as usize];
                let floor = value.value.floor();
                let floor = i32::try_from(floor).ok()?;
                let before = floor - (Day(floor).weekday() - weekday).rem_euclid(7);
                let number = |day: i32| Rational::from_int(i128::from(day));
                let (before, after) = (number(before), number(before.checked_add(7)?));
                (value.value != before).then_some((at, before, after))
            })
    }

    /// The first link whose value falls between two of its stretches, and how many lie before.
    fn in_gap(&self, values: &[Near]) -> Option<(usize, usize)> {
        let links = self.sets.iter().enumerate();
        links
            .filter(|(_, set)| set.parts().len() > 1)
            .find_map(|(at, set)| {
                let parts = set.parts();
                let value = self.value(at, values)?;
                let before = parts
                    .iter()
                    .take_while(|part| Near::most(part).is_some_and(|most| most < value))
                    .count();
                let inside = parts.get(before).is_some_and(|part| part.holds(value));
                (!inside && before > 0 && before < parts.len()).then_some((at, before))
            })
    }

    /// Tries what is left of a set before a gap, and behind it.
    fn by_side(&mut self, link: usize, sides: &[Intervals<Near>; 2]) -> Solved {
        let whole = self.sets[link].clone();
        let mut reasons = BTreeSet::new();
        let mut solved = None;
        for side in sides {
            self.sets[link] = Cow::Owned(whole.intersection(side));
            solved = self.case(|at| at == link, &mut reasons);
            if solved.is_some() {
                break;
            }
        }
        self.sets[link] = whole;
        solved.unwrap_or_else(|| Solved::Fails(reasons.into_iter().collect()))
    }

    /// Solves one case; `None` where it fails because of what the case supposes, so that the next is due.
    fn case(
        &mut self,
        supposed: impl Fn(usize) -> bool,
        reasons: &mut BTreeSet<usize>,
    ) -> Option<Solved> {
        if self.left == 0 {
            return Some(Solved::Unknown);
        }
        self.left -= 1;
        match self.solve() {
            Solved::Fails(core) if core.iter().any(|at| supposed(*at)) => {
                reasons.extend(core);
                None
            }
            // What fails without it fails in every case, and the others need no look.
            solved => Some(solved),
        }
    }
}

/// Values that were found by shortest paths count from anywhere; the origin is nought.
fn counted_from_origin(mut values: Vec<Near>) -> Solved {
    let origin = values.first().copied().unwrap_or(Near::ZERO);
    for value in &mut values {
        match value.minus(origin) {
            Some(moved) => *value = moved,
            None => return Solved::Unknown,
        }
    }
    Solved::Holds(values)
}

/// The day of a value that is a whole number, at any time.
fn day_of(value: Near) -> Option<Day> {
    let whole = value.value.is_integer();
    let day = whole.then(|| value.value.numerator())?;
    i32::try_from(day).ok().map(Day)
}

/// Whether a set of days has that of a value.
fn holds(set: &Intervals<Near>, value: Near) -> bool {
    let on = |part: &Span| {
        let after = Near::least(part).is_none_or(|least| least.value <= value.value);
        after && Near::most(part).is_none_or(|most| value.value <= most.value)
    };
    set.parts().iter().any(on)
}
