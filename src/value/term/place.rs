//! Places as articles write them: "in Leith", and "Springfield, Illinois", the Springfield that lies in
//! Illinois.
//!
//! What a claim says of where a place lies holds for that claim alone: an article never teaches the
//! vocabulary. Where the vocabulary has the place elsewhere, another of its name is meant.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Context, Term};
use crate::text::normal::{Form, fold};
use crate::value::role::{self, Role};
use crate::value::{Reason, Relation};

/// A place and what it lies in, as one claim says.
#[derive(Debug)]
pub(super) struct Chain {
    head: Arc<Term>,
    /// From the narrowest on.
    within: Box<[Arc<Term>]>,
}

/// A place without "in", "at" or "from" before it. "Near Leith" is not Leith.
pub(super) fn without_preposition(text: &str) -> &str {
    let split = text.split_once(char::is_whitespace);
    match split.map(|(word, rest)| (fold(word), rest.trim_start())) {
        Some((word, rest)) if PREPOSITIONS.contains(&word.as_str()) && is_name(rest) => rest,
        _ => text,
    }
}

/// Words that say no more than that something was there.
const PREPOSITIONS: &[&str] = &["in", "at", "from"];

fn is_name(text: &str) -> bool {
    let text = match text.split_once(' ') {
        Some((the, rest)) if role::says(the, Role::The) => rest,
        _ => text,
    };
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// The place that "X, Y" means: the declared X, where it is known to lie in Y, else an X that does;
/// `None` where the text is no such list.
pub(super) fn read(text: &str, cx: &Context<'_>) -> Option<Arc<Term>> {
    let declared = |name: &str| cx.scheme.and_then(|scheme| scheme.term(name));
    let places: Vec<&str> = text
        .split(',')
        .map(|name| without_preposition(name.trim()))
        .collect();
    let ([first, rest @ ..], true) = (places.as_slice(), places.iter().all(|name| is_name(name)))
    else {
        return None;
    };
    if rest.is_empty() {
        return None;
    }
    let kept = |name: &str| Term::undeclared(name, Form::Name).map(Arc::new);
    let within: Option<Box<[Arc<Term>]>> = rest
        .iter()
        .map(|name| declared(name).or_else(|| kept(name)))
        .collect();
    let within = within?;
    let head = match declared(first) {
        Some(head) => {
            let mut above = BTreeSet::new();
            head.broader(&mut above);
            let known = |place: &Arc<Term>| place.id().is_some_and(|id| above.contains(&id));
            if within.iter().all(known) {
                return Some(head);
            }
            let may_hold =
                |place: &Arc<Term>| above.is_empty() || known(place) || place.may_meet(&above);
            match within.iter().all(may_hold) {
                true => head,
                false => kept(first)?,
            }
        }
        None => kept(first)?,
    };
    let name = places.join(", ");
    Some(Arc::new(Term {
        form: Form::Name.of(&name).into(),
        name: name.into(),
        opposite: None,
        place: None,
        chain: Some(Chain { head, within }),
    }))
}

impl Chain {
    /// How a place that lies elsewhere for its claim alone stands to one without such words.
    pub(super) fn relate_plain(&self, other: &Term) -> Relation {
        let head = match (self.head.is_declared(), other.is_declared()) {
            (true, true) => self.head.relate(other),
            (false, false) if self.head.form == other.form => Relation::Equal,
            _ => Relation::Incomparable(Reason::Undeclared),
        };
        match head {
            Relation::Equal | Relation::Within => Relation::Within,
            Relation::Contains => Relation::Contains,
            _ if self.within.iter().any(|place| lies_in(place, other)) => Relation::Within,
            Relation::Disjoint => Relation::Disjoint,
            _ if self.within.iter().any(|place| excludes(place, other)) => Relation::Disjoint,
            _ => Relation::Incomparable(Reason::Undeclared),
        }
    }

    /// How two such places stand.
    pub(super) fn relate(&self, other: &Self) -> Relation {
        let names = |chain: &Self, place: &Term| {
            let mut places = chain.within.iter();
            places.any(|other| is_same(other, place))
        };
        let apart = self.within.iter().any(|place| {
            let mut others = other.within.iter().filter(|it| !names(self, it));
            !names(other, place) && others.any(|other| excludes(place, other))
        });
        let heads = excludes(&self.head, &other.head)
            && !names(self, &other.head)
            && !names(other, &self.head);
        match (self.lies_in(other), other.lies_in(self)) {
            (true, _) => Relation::Within,
            (_, true) => Relation::Contains,
            _ if apart || heads => Relation::Disjoint,
            _ => Relation::Incomparable(Reason::Undeclared),
        }
    }

    /// Whether it lies in all that another names.
    fn lies_in(&self, other: &Self) -> bool {
        let mine = || std::iter::once(&self.head).chain(&self.within);
        let mut theirs = std::iter::once(&other.head).chain(&other.within);
        theirs.all(|their| mine().any(|place| lies_in(place, their)))
    }
}

fn is_same(left: &Term, right: &Term) -> bool {
    left.is_declared() == right.is_declared() && left.form == right.form
}

fn lies_in(narrow: &Term, broad: &Term) -> bool {
    is_same(narrow, broad)
        || (narrow.is_declared() && broad.is_declared() && narrow.relate(broad) == Relation::Within)
}

fn excludes(left: &Term, right: &Term) -> bool {
    left.is_declared() && right.is_declared() && left.relate(right) == Relation::Disjoint
}
