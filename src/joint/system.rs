//! What is constrained, by what, and why.

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use super::bound::Near;
use crate::align::{EntityId, PropertyId, QuestionId};
use crate::model::{ClaimId, Symbol};
use crate::text::number;
use crate::value::{Intervals, Rational, Value};

/// The number of an unknown quantity; [`ORIGIN`] stands for nought, and for the day from which days count.
pub(super) type QuantityId = u32;

/// The quantity that is always nought.
pub(super) const ORIGIN: QuantityId = 0;

/// Something with a value that nobody knows for sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// Nought.
    Origin,
    /// The answer to a question; no property stands for the date of an event that no claim and no
    /// vocabulary speaks of.
    Answer(EntityId, Option<PropertyId>),
    /// The moment of a date, in days and parts of a day.
    Moment(EntityId, PropertyId),
    /// The day on which an article was published, by the article's id.
    Published(Symbol),
}

/// Claims that bound one quantity alike: taking part or not is decided for all of them at once.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The question that they answer.
    pub question: QuestionId,
    /// What they say.
    pub value: Arc<Value>,
    /// The claims, in the order of the corpus.
    pub claims: Vec<ClaimId>,
}

/// A linear form of quantities.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    /// `to - from`.
    Difference { from: QuantityId, to: QuantityId },
    /// A sum with factors, of quantities in ascending order.
    Sum(Vec<(QuantityId, Rational)>),
}

impl Form {
    /// The quantities in it, without the origin.
    pub(super) fn quantities(&self) -> impl Iterator<Item = QuantityId> + '_ {
        let (ends, terms) = match self {
            Self::Difference { from, to } => ([Some(*from), Some(*to)], &[][..]),
            Self::Sum(terms) => ([None, None], &terms[..]),
        };
        ends.into_iter()
            .flatten()
            .chain(terms.iter().map(|term| term.0))
            .filter(|quantity| *quantity != ORIGIN)
    }
}

/// Where a form lies.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Range {
    Fixed(Intervals<Near>),
    /// By the weekday on which the article was published: which day of the week it was is one unknown for
    /// all dates of one article.
    Weekly(Symbol, Arc<ByWeekday>),
}

/// Where a form lies by a weekday.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct ByWeekday {
    /// Where it is one of them, from Monday on.
    pub(super) each: [Intervals<Near>; 7],
    /// Whichever it is.
    pub(super) any: Intervals<Near>,
}

impl ByWeekday {
    /// Where a form lies by each weekday, from Monday on.
    pub(super) fn new(each: [Intervals<Near>; 7]) -> Self {
        let none = Intervals::new(Vec::new());
        Self {
            any: each.iter().fold(none, |any, set| any.union(set)),
            each,
        }
    }
}

/// Why a constraint holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Reason {
    /// Claims say so: an index into [`System::bounds`].
    Claims(u32),
    /// A rule says so: its index in the vocabulary.
    Rule(u32),
    /// A vocabulary dates an event: the event's index among its entities.
    Event(u32),
    /// An article's date of publication is known to some extent.
    Published(Symbol),
}

/// A form, where it lies, and why.
#[derive(Clone, Debug)]
pub(super) struct Constraint {
    pub(super) form: Form,
    pub(super) range: Range,
    pub(super) reason: Reason,
    /// Why it may not be so, where it only holds as things usually are or as words are likely meant.
    pub(super) doubt: Option<Doubtful>,
}

/// What is certain of a constraint that may not hold.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Doubtful {
    /// Nothing: a rule holds usually.
    Usual,
    /// The words mean this at least, and likely what the constraint says.
    Loosely(Range),
}

/// All constraints of a run.
#[derive(Debug)]
pub(super) struct System {
    quantities: IndexSet<Quantity>,
    pub(super) constraints: Vec<Constraint>,
    pub(super) bounds: Vec<Bound>,
}

impl Default for System {
    fn default() -> Self {
        Self {
            quantities: IndexSet::from([Quantity::Origin]),
            constraints: Vec::new(),
            bounds: Vec::new(),
        }
    }
}

impl System {
    /// The number of a quantity, a new one where it was not met before.
    pub(super) fn quantity(&mut self, quantity: Quantity) -> QuantityId {
        number(self.quantities.insert_full(quantity).0)
    }

    /// The number of a quantity that was met.
    pub(super) fn known(&self, quantity: Quantity) -> Option<QuantityId> {
        self.quantities.get_index_of(&quantity).map(number)
    }

    /// The quantities, in the order of their numbers.
    pub(super) fn quantities(&self) -> impl ExactSizeIterator<Item = Quantity> + '_ {
        self.quantities.iter().copied()
    }

    /// Adds a constraint; one that says nothing is left out.
    pub(super) fn add(&mut self, form: Form, range: Range, reason: Reason) {
        self.add_doubtful(form, range, reason, None);
    }

    /// The same of a constraint that may not hold.
    pub(super) fn add_doubtful(
        &mut self,
        form: Form,
        range: Range,
        reason: Reason,
        doubt: Option<Doubtful>,
    ) {
        if range != Range::Fixed(Intervals::all()) {
            self.constraints.push(Constraint {
                form,
                range,
                reason,
                doubt,
            });
        }
    }

    /// Adds what claims say of a form, and what they likely mean where that is less.
    pub(super) fn add_claims(
        &mut self,
        form: Form,
        range: Range,
        likely: Option<Range>,
        bound: Bound,
    ) {
        let reason = Reason::Claims(number(self.bounds.len()));
        self.bounds.push(bound);
        match likely {
            Some(likely) => {
                self.add_doubtful(form, likely, reason, Some(Doubtful::Loosely(range)));
            }
            None => self.add(form, range, reason),
        }
    }

    /// Adds what claims say of several forms at once.
    pub(super) fn add_claims_of_all(&mut self, forms: Vec<(Form, Range)>, bound: Bound) {
        let reason = Reason::Claims(number(self.bounds.len()));
        self.bounds.push(bound);
        for (form, range) in forms {
            self.add(form, range, reason);
        }
    }

    /// What holds whatever the words can mean, without the rules that hold usually; `None` where that
    /// is all there is.
    pub(super) fn for_certain(&self) -> Option<Self> {
        let certain = |constraint: &Constraint| {
            let range = match &constraint.doubt {
                None => constraint.range.clone(),
                Some(Doubtful::Usual) => return None,
                Some(Doubtful::Loosely(range)) => range.clone(),
            };
            (range != Range::Fixed(Intervals::all())).then(|| Constraint {
                range,
                doubt: None,
                ..constraint.clone()
            })
        };
        let mut constraints = self.constraints.iter();
        constraints
            .any(|constraint| constraint.doubt.is_some())
            .then(|| Self {
                quantities: self.quantities.clone(),
                constraints: self.constraints.iter().filter_map(certain).collect(),
                bounds: self.bounds.clone(),
            })
    }

    /// A system of some constraints alone, of which one says no more than its words do for certain.
    pub(super) fn with_all_of(&self, constraints: &[&Constraint], loose: usize) -> Self {
        let mut system = Self::default();
        let known = |system: &mut Self, at: QuantityId| {
            let quantity = self.quantities.get_index(at as usize).copied();
            system.quantity(quantity.unwrap_or(Quantity::Origin))
        };
        for (at, constraint) in constraints.iter().enumerate() {
            let form = match &constraint.form {
                Form::Difference { from, to } => Form::Difference {
                    from: known(&mut system, *from),
                    to: known(&mut system, *to),
                },
                Form::Sum(terms) => {
                    let terms = terms.iter();
                    let terms = terms.map(|(at, factor)| (known(&mut system, *at), *factor));
                    let mut terms: Vec<_> = terms.collect();
                    terms.sort_unstable_by_key(|term| term.0);
                    Form::Sum(terms)
                }
            };
            let range = match &constraint.doubt {
                Some(Doubtful::Loosely(range)) if at == loose => range.clone(),
                _ => constraint.range.clone(),
            };
            // Two values of one question count here as well.
            system.add(form, range, constraint.reason);
        }
        system
    }

    /// Whether a part holds something that may not be so.
    pub(super) fn is_doubtful(&self, part: &[usize]) -> bool {
        let mut part = part.iter();
        part.any(|at| self.constraints[*at].doubt.is_some())
    }

    /// The constraints of each connected part, in the order of their first constraints.
    ///
    /// The origin connects nothing: two dates that are known say nothing of each other.
    pub(super) fn parts(&self) -> Vec<Vec<usize>> {
        let mut joined = petgraph::unionfind::UnionFind::<u32>::new(self.quantities.len());
        for constraint in &self.constraints {
            let mut quantities = constraint.form.quantities();
            if let Some(first) = quantities.next() {
                for other in quantities {
                    joined.union(first, other);
                }
            }
        }
        let root = joined.into_labeling();
        let mut parts: IndexMap<u32, Vec<usize>> = IndexMap::new();
        for (at, constraint) in self.constraints.iter().enumerate() {
            if let Some(first) = constraint.form.quantities().next() {
                parts.entry(root[first as usize]).or_default().push(at);
            }
        }
        parts.into_values().collect()
    }
}
