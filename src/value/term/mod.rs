//! Terms, entities and places: a value is a name with all narrower names, or everything else.
//!
//! In: words, and the [`Scheme`] that declares names. Out: a [`TermSet`]. Names that are not declared
//! are kept by their normal form: they equal themselves, and nothing more is known about them.

mod explain;
mod negation;
mod place;
mod scheme;
mod tree;

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

pub use explain::explain;
pub(super) use explain::negation;
pub(super) use explain::parts;
pub use negation::{Polarity, polarity};
pub use scheme::{Entry, Problem, Scheme};
pub(super) use tree::Terms;

use super::{Context, Extent, Kind, Reason, Refusal, Relation, Value};
use crate::text::normal::Form;

/// A name and all that is narrower, or everything but that.
///
/// Sets are compared by the scheme that they were read with, and only with sets of that scheme.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TermSet {
    term: Arc<Term>,
    not: bool,
}

/// One name: declared in a scheme, or kept as written.
#[derive(Debug)]
pub struct Term {
    /// The preferred name; as written where it is not declared.
    name: Box<str>,
    /// What it is known by: no two terms of a scheme share a form.
    form: Box<str>,
    /// What its complement is called, where that has a name of its own: yes and no.
    opposite: Option<Box<str>>,
    /// Its place in the scheme, if it is declared.
    place: Option<(Arc<tree::Tree>, u32)>,
    /// Where it lies, if the claim says so and the vocabulary does not.
    chain: Option<place::Chain>,
}

impl TermSet {
    /// A term and all narrower ones.
    #[must_use]
    pub fn new(term: Arc<Term>) -> Self {
        Self { term, not: false }
    }

    /// How two sets stand. There are always more names than are declared, so that complements overlap.
    #[must_use]
    pub fn relate(&self, other: &Self) -> Relation {
        use Relation::{Contains, Disjoint, Equal, Incomparable, Overlaps, Within};
        let relation = self.term.relate(&other.term);
        match (self.not, other.not, relation) {
            (_, _, Incomparable(_)) | (false, false, _) => relation,
            (true, true, Within | Contains) => relation.swapped(),
            (true, true, Disjoint) => Overlaps,
            (true, true, _) => relation,
            (false, true, Equal | Within) | (true, false, Equal | Contains) => Disjoint,
            (false, true, Disjoint) => Within,
            (true, false, Disjoint) => Contains,
            (false, true, Contains | Overlaps) | (true, false, Within | Overlaps) => Overlaps,
        }
    }

    /// Everything else.
    #[must_use]
    pub fn negated(self) -> Self {
        Self {
            not: !self.not,
            ..self
        }
    }

    /// The preferred name. Narrower names are in the set too, and not listed.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.term.opposite {
            Some(opposite) if self.not => opposite,
            _ => &self.term.name,
        }
    }

    /// Whether the set is everything but the name.
    #[must_use]
    pub fn is_not(&self) -> bool {
        self.not && self.term.opposite.is_none()
    }

    /// Whether a vocabulary declares the name.
    #[must_use]
    pub fn is_declared(&self) -> bool {
        self.term.is_declared()
    }

    /// The set for people: "leader", "not leader".
    #[must_use]
    pub fn describe(&self) -> String {
        let not = if self.is_not() { "not " } else { "" };
        format!("{not}{}", self.name())
    }
}

impl Term {
    /// A name that no vocabulary declares; `None` where it has neither letter nor digit.
    #[must_use]
    pub fn undeclared(name: &str, form: Form) -> Option<Self> {
        let key = form.of(name);
        (!key.is_empty()).then(|| Self {
            name: name.trim().into(),
            form: key.into(),
            opposite: None,
            place: None,
            chain: None,
        })
    }

    /// A name whose complement has a name of its own.
    #[must_use]
    pub fn with_opposite(name: &str, opposite: &str) -> Self {
        Self {
            name: name.into(),
            form: name.into(),
            opposite: Some(opposite.into()),
            place: None,
            chain: None,
        }
    }

    /// The preferred name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The normal form, by which terms are equal and sorted.
    #[must_use]
    pub fn form(&self) -> &str {
        &self.form
    }

    /// Whether a vocabulary declares the name.
    #[must_use]
    pub fn is_declared(&self) -> bool {
        self.place.is_some()
    }

    /// Its number in the scheme, if it is declared.
    pub(super) fn id(&self) -> Option<u32> {
        self.place.as_ref().map(|(_, id)| *id)
    }

    /// Whether it lies within one of some terms, and is none of them.
    pub(super) fn lies_in(&self, terms: &tree::Terms) -> bool {
        let lies = |(tree, id): &(Arc<tree::Tree>, u32)| tree.is_within_any(*id, terms);
        self.place.as_ref().is_some_and(lies)
    }

    /// Adds the numbers of all terms that it lies in to a set.
    pub(super) fn broader(&self, into: &mut BTreeSet<u32>) {
        if let Some((tree, id)) = &self.place {
            tree.broader(*id, into);
        }
    }

    /// Whether some term may lie in both this one and one that neither holds nor lies in it.
    pub(super) fn may_share(&self) -> bool {
        let place = self.place.as_ref();
        place.is_some_and(|(tree, id)| tree.is_above_joint(*id))
    }

    /// Whether some term may lie in both this one and one of those of these numbers.
    fn may_meet(&self, ids: &BTreeSet<u32>) -> bool {
        let meets = |(tree, id): &(Arc<tree::Tree>, u32)| {
            ids.iter()
                .any(|other| tree.relate(*id, *other) != Relation::Disjoint)
        };
        self.place.as_ref().is_some_and(meets)
    }

    /// How the sets of two terms stand, each with all narrower terms.
    #[must_use]
    pub fn relate(&self, other: &Self) -> Relation {
        match (&self.chain, &other.chain) {
            _ if self.form == other.form => Relation::Equal,
            (Some(left), Some(right)) => left.relate(right),
            (Some(chain), None) => chain.relate_plain(other),
            (None, Some(chain)) => chain.relate_plain(self).swapped(),
            (None, None) => self.relate_plain(other),
        }
    }

    fn relate_plain(&self, other: &Self) -> Relation {
        match (&self.place, &other.place) {
            _ if self.form == other.form => Relation::Equal,
            (Some((tree, left)), Some((_, right))) => tree.relate(*left, *right),
            _ => Relation::Incomparable(Reason::Undeclared),
        }
    }
}

impl PartialEq for Term {
    fn eq(&self, other: &Self) -> bool {
        self.form == other.form
    }
}

impl Eq for Term {}

impl Hash for Term {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.form.hash(state);
    }
}

/// Another name that the text at hand is taken to use, beside those that are declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// As written.
    pub written: Box<str>,
    /// The name that it stands for.
    pub name: Arc<str>,
    /// Whether that is as sure as if it were declared.
    pub sure: bool,
    /// Whether it is one of several that the text names together, as a list of members.
    pub together: bool,
}

/// Reads a term, an entity or a place, or the negation of one.
///
/// # Errors
///
/// Refuses text without a letter or digit, and words such as "not only", which do not negate.
pub fn read(text: &str, kind: Kind, cx: &Context<'_>) -> Result<Value, Refusal> {
    let form = if kind == Kind::Term {
        Form::Label
    } else {
        Form::Name
    };
    let (term, not) = read_term(text, kind, form, cx)?;
    Ok(Value {
        kind,
        extent: Extent::Terms(TermSet { term, not }),
        likely: None,
        counted: None,
        otherwise: None,
        figure: None,
        unit: None,
        hedge: None,
    })
}

/// Reads one name and whether it is negated. A name that is declared is never taken apart.
pub(super) fn read_term(
    text: &str,
    kind: Kind,
    form: Form,
    cx: &Context<'_>,
) -> Result<(Arc<Term>, bool), Refusal> {
    let declared = |name: &str| cx.scheme.and_then(|scheme| scheme.term(name));
    if let Some(term) = declared(text) {
        return Ok((term, false));
    }
    let Polarity { not, rest } = polarity(text, form)?;
    let name = declared(rest).map_or_else(|| stands_for(rest, cx), |_| rest);
    let bare = place::without_preposition(name);
    let is_place = kind == Kind::Place;
    let in_full = || place::read(bare, cx).filter(|term| is_place || term.is_declared());
    let term = match declared(name).or_else(|| declared(bare)).or_else(in_full) {
        Some(term) => term,
        None => Term::undeclared(if is_place { bare } else { name }, form)
            .map(Arc::new)
            .ok_or_else(|| Refusal {
                why: format!("{text:?} names nothing"),
                hint: "Write a name or a term here.".into(),
            })?,
    };
    Ok((term, not))
}

/// The name that another stands for in the text at hand; itself, as a rule.
fn stands_for<'a>(name: &'a str, cx: &Context<'a>) -> &'a str {
    let mut aliases = cx.aliases.iter();
    let alias = aliases.find(|alias| !alias.together && *alias.written == *name);
    alias.map_or(name, |alias| &alias.name)
}
