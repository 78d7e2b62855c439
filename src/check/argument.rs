//! The argument of a joint contradiction, as a person would put it.
//!
//! Where the constraints make a circle, all but one of them lead from one end of that one to the other:
//! "A, and B, so that X is 0 or 7 days after Y; but C". Where they do not, they are listed.

use indexmap::IndexMap;

use super::conclusion::{conclusion, left_of, name};
use super::joint_contradiction::articles;
use super::wording::{commonest, list};
use crate::finding::{Basis, Position, Rule, Step};
use crate::graph::ClaimGraph;
use crate::joint::{Bound, Contradiction, Ground, Piece, Quantity, circle, combination};
use crate::model::Corpus;
use crate::value::{Kind, Rational, date};

/// Up to so many steps are written out.
const MOST_STEPS: usize = 12;

/// An argument: what the constraints of a contradiction say, one after the other.
pub(super) struct Argument<'a> {
    graph: &'a ClaimGraph<'a>,
    contradiction: &'a Contradiction,
    /// One for each of its bounds.
    positions: &'a [Position],
    /// How its constraints lead to one that they refute; `None` where they lead to none.
    way: Option<Way>,
}

/// How the constraints of a contradiction are put: some lead to something that the last one denies.
pub(super) struct Way {
    /// The constraints, and the factors with which they add up to the last.
    path: Vec<(usize, Rational)>,
    /// The constraint that they refute.
    last: usize,
}

/// One step of an argument, for whoever wants to check it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reckoning {
    /// Who or what says so: "axios dates the hearing last Wednesday".
    pub says: String,
    /// What that comes to by itself, where it can be said in few words.
    pub alone: Option<String>,
    /// What it comes to with all steps before.
    pub so_far: Option<String>,
}

impl<'a> Argument<'a> {
    /// The argument of a contradiction that goes this [`way`], of which `positions` has one for each
    /// bound.
    pub(super) fn new(
        graph: &'a ClaimGraph<'a>,
        (contradiction, way): (&'a Contradiction, Option<Way>),
        positions: &'a [Position],
    ) -> Self {
        Self {
            graph,
            contradiction,
            positions,
            way,
        }
    }

    /// It in one sentence, without a final stop.
    pub(super) fn message(&self) -> String {
        let Some(Way { path, last }) = &self.way else {
            let all = 0..self.contradiction.chain.len();
            return format!("{}: these cannot all hold", self.in_groups(all));
        };
        let but = self.said(&[*last]);
        if path.is_empty() {
            return format!("{but}, which can never be");
        }
        let steps = self.in_groups(path.iter().map(|(at, _)| *at));
        match self.conclusion(path, *last) {
            Some(so) => format!("{steps}, so that {so}; but {but}"),
            None => format!("{steps}; but {but}"),
        }
    }

    /// One step for each constraint, and one for what they lead to.
    pub(super) fn steps(&self) -> Vec<Step> {
        let step = |at: usize| Step {
            basis: match self.contradiction.chain[at].ground {
                Ground::Claims(bound) => Basis::Claims(bound),
                Ground::Rule(rule) => Basis::Rule(self.rule(rule)),
                Ground::Event(_) | Ground::Published(_) => Basis::Known,
            },
            text: self.said(&[at]),
            reading: None,
        };
        let Some(Way { path, last }) = &self.way else {
            return (0..self.contradiction.chain.len()).map(step).collect();
        };
        let mut steps: Vec<Step> = path.iter().map(|(at, _)| step(*at)).collect();
        let end = &self.contradiction.chain[*last];
        steps.extend(self.conclusion(path, *last).map(|text| Step {
            basis: Basis::Conclusion,
            text,
            reading: left_of(self.contradiction, path, end).map(Into::into),
        }));
        steps.push(step(*last));
        steps
    }

    /// One step for each constraint, with what they come to; whether the last is what the others
    /// refute.
    pub(super) fn reckoning(&self) -> (Vec<Reckoning>, bool) {
        let step = |at: usize| Reckoning {
            says: self.said(&[at]),
            alone: self.alone(at),
            so_far: None,
        };
        let chain = &self.contradiction.chain;
        let Some(Way { path, last }) = &self.way else {
            return ((0..chain.len()).map(step).collect(), false);
        };
        let mut sum: Vec<(Quantity, Rational)> = Vec::new();
        let mut steps = Vec::with_capacity(path.len() + 1);
        for (at, (piece, factor)) in path.iter().enumerate() {
            add(&mut sum, &chain[*piece].sum, *factor);
            // In the end stands the last one's own sum; weekdays leave the days of publication out.
            let reached = match at + 1 == path.len() {
                true => &chain[*last].sum,
                false => &sum,
            };
            let so_far = (at > 0)
                .then(|| conclusion(self.graph, self.contradiction, &path[..=at], reached))
                .flatten();
            steps.push(Reckoning {
                so_far,
                ..step(*piece)
            });
        }
        steps.push(step(*last));
        (steps, true)
    }

    /// What a path leads to, where that is more than its one step says.
    fn conclusion(&self, path: &[(usize, Rational)], last: usize) -> Option<String> {
        let chain = &self.contradiction.chain;
        let is_said = match path {
            [] => true,
            [(only, _)] => matches!(chain[*only].ground, Ground::Event(_)),
            _ => false,
        };
        conclusion(self.graph, self.contradiction, path, &chain[last].sum).filter(|_| !is_said)
    }

    /// What claims come to by themselves, where that is more than they say.
    fn alone(&self, at: usize) -> Option<String> {
        let piece = &self.contradiction.chain[at];
        let Ground::Claims(bound) = piece.ground else {
            return None;
        };
        let path = [(at, Rational::ONE)];
        let alone = conclusion(self.graph, self.contradiction, &path, &piece.sum)?;
        let value = &self.positions.get(bound)?.value;
        (!alone.ends_with(&format!(" is {value}"))).then_some(alone)
    }

    /// Steps in one sentence, those together that belong together.
    fn in_groups(&self, steps: impl IntoIterator<Item = usize>) -> String {
        let groups = groups(self.contradiction, steps);
        join(groups.iter().map(|group| self.said(group)).collect())
    }

    /// What some steps in a row say: "axios has last Wednesday for White House meeting / date".
    fn said(&self, steps: &[usize]) -> String {
        let last = steps.len().saturating_sub(1);
        // What is left out need not be put into words.
        let says = |(at, step): (usize, &usize)| match at < MOST_STEPS || at == last {
            true => self.says(*step),
            false => (None, String::new()),
        };
        let says: Vec<(Option<String>, String)> = steps.iter().enumerate().map(says).collect();
        let mut words = String::new();
        let mut before: Option<&String> = None;
        for (at, (who, what)) in says.iter().enumerate() {
            if steps.len() > MOST_STEPS && (MOST_STEPS - 1..last).contains(&at) {
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

    fn rule(&self, at: usize) -> Rule {
        let rule = &self.graph.corpus.vocabulary.rules[at];
        Rule {
            holds: rule.holds.to_string(),
            slack: rule.slack.as_ref().map(ToString::to_string),
            usual: rule.usual,
        }
    }

    /// Who says a step, if articles do, and what.
    fn says(&self, at: usize) -> (Option<String>, String) {
        let (graph, contradiction) = (self.graph, self.contradiction);
        match contradiction.chain[at].ground {
            Ground::Claims(bound) => {
                let (who, what) = say_one(
                    graph,
                    &contradiction.bounds,
                    &contradiction.bounds[bound],
                    &self.positions[bound].value,
                );
                (Some(who), what)
            }
            Ground::Rule(at) => {
                let Rule {
                    holds,
                    slack,
                    usual,
                } = self.rule(at);
                let slack = slack.map(|slack| format!(", give or take {slack}"));
                let slack = slack.unwrap_or_default();
                let usual = if usual { ", which usually holds" } else { "" };
                (None, format!("by rule {holds}{slack}{usual}"))
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
}

/// Who says what: "post puts calls at 4 and engines at 1, and mail puts dead at 3". Questions are named
/// as they are among all claims of a contradiction.
pub(super) fn say<'b>(
    graph: &ClaimGraph<'_>,
    all: &[Bound],
    bounds: impl Iterator<Item = &'b Bound>,
) -> String {
    let mut by_article: IndexMap<String, Vec<String>> = IndexMap::new();
    for bound in bounds {
        let value = commonest(graph.corpus, &bound.claims);
        let (who, what) = say_one(graph, all, bound, &value);
        by_article.entry(who).or_default().push(what);
    }
    let said = by_article.iter();
    let said: Vec<String> = said
        .map(|(who, what)| format!("{who}{}", list(what)))
        .collect();
    match said.as_slice() {
        [first, second] => format!("{first}, and {second}"),
        several => several.join(", "),
    }
}

/// Who gives an answer, and which: "axios dates " and "commutation on Wednesday", "post puts " and "dead
/// at 3".
fn say_one(graph: &ClaimGraph<'_>, all: &[Bound], bound: &Bound, value: &str) -> (String, String) {
    let (who, several) = articles(graph, bound);
    let (one, more, at) = match bound.value.kind {
        Kind::Date => ("dates", "date", ""),
        // "Puts the hurt at most 12" has its "at".
        _ if value.starts_with("at ") => ("puts", "put", ""),
        _ => ("puts", "put", "at "),
    };
    let verb = if several { more } else { one };
    let question = graph.alignment.question(bound.question);
    let answer = Quantity::Answer(question.subject, Some(question.property));
    let name = name(graph, all, answer);
    (format!("{who} {verb} "), format!("{name} {at}{value}"))
}

/// A contradiction with its claims in the order of its argument, and the way that this goes.
pub(super) fn in_order(contradiction: &Contradiction) -> (Contradiction, Option<Way>) {
    let way = way(contradiction);
    let steps: Vec<usize> = match &way {
        Some(Way { path, last }) => path.iter().map(|(at, _)| *at).chain([*last]).collect(),
        None => (0..contradiction.chain.len()).collect(),
    };
    let mut ordered = contradiction.clone();
    let mut order: Vec<usize> = Vec::with_capacity(ordered.bounds.len());
    for at in steps {
        if let Some(Ground::Claims(bound)) = ordered.chain.get_mut(at).map(|it| &mut it.ground) {
            let claims = *bound;
            // Between two events, claims may be two steps.
            let known = order.iter().position(|other| other == bound);
            *bound = known.unwrap_or(order.len());
            if known.is_none() {
                order.push(claims);
            }
        }
    }
    let bounds = order.iter().filter_map(|at| contradiction.bounds.get(*at));
    ordered.bounds = bounds.cloned().collect();
    (ordered, way)
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
            Some(group)
                if sort(at) < 2 && group.first().is_some_and(|it| sort(*it) == sort(at)) =>
            {
                group.push(at);
            }
            _ => groups.push(vec![at]),
        }
    }
    groups
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
