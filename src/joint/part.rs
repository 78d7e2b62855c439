//! One connected part of the system, made small: what cannot matter is dropped, and constraints in a
//! row become one.
//!
//! A quantity in one constraint only can always be chosen to fit it, so that the constraint says
//! nothing (but for the day of publication behind a weekday: "on Wednesday" says that it was one).
//! A quantity in two bounded differences only joins them: from both follows one between its
//! neighbours, and neither matters without the other. So a chain of any length becomes one link, and
//! the claims of one link are together in a minimal set or not at all.

use std::collections::VecDeque;

use indexmap::IndexMap;

use super::bound::{self, Span};
use super::system::{Form, ORIGIN, QuantityId, Range, Reason, System};
use crate::text::number;

/// Constraints that hold together.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// What is bounded, in numbers of the part; the origin is still nought.
    pub(super) form: Form,
    pub(super) range: Range,
    /// The constraints, as numbers of the system.
    pub(super) members: Vec<u32>,
    /// Whether claims are among its reasons, so that it could be taken away.
    pub(super) claimed: bool,
}

/// A connected part.
#[derive(Debug)]
pub(super) struct Part {
    /// How many quantities it has, with the origin.
    pub(super) count: usize,
    pub(super) links: Vec<Link>,
}

impl Part {
    /// The part that the constraints of these numbers make up. Linear in their number.
    pub(super) fn new(system: &System, members: &[usize]) -> Self {
        let links: Vec<Link> = members.iter().map(|at| link(system, *at)).collect();
        let mut row = Row::new(links);
        row.shorten();
        row.finish()
    }
}

fn link(system: &System, at: usize) -> Link {
    let constraint = &system.constraints[at];
    Link {
        form: constraint.form.clone(),
        range: constraint.range.clone(),
        members: vec![number(at)],
        claimed: matches!(constraint.reason, Reason::Claims(_)),
    }
}

/// Links while they are shortened.
struct Row {
    /// `None` where a link was dropped or became part of another.
    links: Vec<Option<Link>>,
    /// The numbers of the links in which a quantity stands; some may have gone.
    at: IndexMap<QuantityId, Vec<u32>>,
}

impl Row {
    fn new(links: Vec<Link>) -> Self {
        let mut at: IndexMap<QuantityId, Vec<u32>> = IndexMap::new();
        for (number, link) in (0..).zip(&links) {
            for quantity in link.form.quantities() {
                at.entry(quantity).or_default().push(number);
            }
        }
        Self {
            links: links.into_iter().map(Some).collect(),
            at,
        }
    }

    fn shorten(&mut self) {
        let mut open: VecDeque<QuantityId> = self.at.keys().copied().collect();
        while let Some(quantity) = open.pop_front() {
            let Some(links) = self.at.get_mut(&quantity) else {
                continue;
            };
            links.retain(|link| self.links[*link as usize].is_some());
            let (first, second, count) =
                (links.first().copied(), links.get(1).copied(), links.len());
            let touched = match (first, second, count) {
                (Some(only), _, 1) if !self.tells_weekday(only, quantity) => self.take(only),
                (Some(one), Some(other), 2) if one != other => self.join(quantity, one, other),
                _ => None,
            };
            open.extend(touched.into_iter().flat_map(|form| {
                let all: Vec<QuantityId> = form.quantities().collect();
                all
            }));
        }
    }

    /// Whether a link says on which weekday something was, counting from this quantity.
    fn tells_weekday(&self, link: u32, quantity: QuantityId) -> bool {
        self.links[link as usize].as_ref().is_some_and(|link| {
            let from = matches!(link.form, Form::Difference { from, .. } if from == quantity);
            from && matches!(link.range, Range::Weekly(..))
        })
    }

    /// Takes a link out; gives its form.
    fn take(&mut self, link: u32) -> Option<Form> {
        self.links[link as usize].take().map(|link| link.form)
    }

    /// Makes one link of two that meet in a quantity, if both bound differences by one interval.
    fn join(&mut self, middle: QuantityId, one: u32, other: u32) -> Option<Form> {
        let ends = |at: u32| {
            self.links[at as usize]
                .as_ref()
                .and_then(|link| leaving(link, middle))
        };
        let ((from, back), (to, onward)) = (ends(one)?, ends(other)?);
        let interval = bound::sum(&bound::opposite(&back)?, &onward)?;
        let (one, other) = (self.take_link(one)?, self.take_link(other)?);
        let form = Form::Difference { from, to };
        let joined = Link {
            form: form.clone(),
            range: Range::Fixed(interval.into()),
            members: one.members.into_iter().chain(other.members).collect(),
            claimed: one.claimed || other.claimed,
        };
        let number = number(self.links.len());
        self.links.push(Some(joined));
        for end in [from, to] {
            if let Some(links) = self.at.get_mut(&end) {
                links.push(number);
            }
        }
        Some(form)
    }

    fn take_link(&mut self, at: u32) -> Option<Link> {
        self.links[at as usize].take()
    }

    /// The links that are left, with quantities in numbers of the part.
    fn finish(self) -> Part {
        let mut numbers: IndexMap<QuantityId, QuantityId> = IndexMap::from([(ORIGIN, ORIGIN)]);
        let mut renumber = |quantity: &mut QuantityId| {
            let next = number(numbers.len());
            *quantity = *numbers.entry(*quantity).or_insert(next);
        };
        let mut links: Vec<Link> = self.links.into_iter().flatten().collect();
        for link in &mut links {
            match &mut link.form {
                Form::Difference { from, to } => [from, to].into_iter().for_each(&mut renumber),
                Form::Sum(terms) => terms.iter_mut().for_each(|term| renumber(&mut term.0)),
            }
        }
        Part {
            count: numbers.len(),
            links,
        }
    }
}

/// Where a link leads from a quantity, and by how much more; `None` for other links.
fn leaving(link: &Link, quantity: QuantityId) -> Option<(QuantityId, Span)> {
    let (Form::Difference { from, to }, Range::Fixed(set)) = (&link.form, &link.range) else {
        return None;
    };
    let [interval] = set.parts() else {
        return None;
    };
    match (*from == quantity, *to == quantity) {
        (true, false) => Some((*to, *interval)),
        (false, true) => Some((*from, bound::opposite(interval)?)),
        _ => None,
    }
}
