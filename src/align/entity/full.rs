//! Full names, whatever the article: by alias, by likeness to a declared name, by likeness to the
//! fullest name of those that are not declared.

use std::cmp::Reverse;

use indexmap::IndexMap;

use super::hubs::{Found, Hubs};
use super::{Declared, Likely, Meaning, Meanings, Names, Naming, is_proper};
use crate::align::name::{Known, NameKey, described};
use crate::text::normal::Form;

/// What each name means, as far as that does not depend on the article.
pub(super) fn join(declared: &[Declared<'_>], names: &Names, strict: bool) -> Meanings {
    let aliases = by_alias(declared);
    let n = names.forms.len();
    let mut meanings = Meanings {
        of_name: (0..n).map(Meaning::Named).collect(),
        likely: vec![false; n],
        joins: Vec::new(),
        ambiguous: Vec::new(),
        forbidden: forbidden(declared, names),
    };
    let (mut rest, mut appositions) = (Vec::new(), Vec::new());
    for (at, (form, name)) in names.forms.iter().enumerate() {
        match aliases.get(form) {
            Some(Some(entity)) => meanings.of_name[at] = Meaning::Declared(*entity),
            Some(None) => {}
            None if name.proper && !name.key.parts().is_empty() => rest.push(at),
            None => appositions.extend(described(&name.written).map(|name| (at, name))),
        }
    }
    if strict {
        return meanings;
    }
    let mut hubs = Hubs::default();
    for (entity, by) in declared.iter().enumerate() {
        for name in by.aliases.iter().chain([&by.name]) {
            // A thing is described, unless it is called by a name as people are.
            if by.naming() != Naming::Common || is_proper(name) {
                hubs.add(Meaning::Declared(entity), NameKey::new(name), by.known());
            }
        }
    }
    for (at, bearer) in appositions {
        let form = Form::Name.of(bearer);
        let by_alias = aliases.get(&form).copied().flatten();
        let like = || match hubs
            .like(&NameKey::new(bearer), |hub| meanings.allows(at, hub))
            .as_slice()
        {
            [
                Found {
                    to: Meaning::Declared(entity),
                    sure,
                    ..
                },
            ] => Some((*entity, *sure)),
            _ => None,
        };
        let found = by_alias.map(|entity| (entity, true)).or_else(like);
        let person = found.filter(|(entity, _)| declared[*entity].naming == Some(Naming::Person));
        let Some((entity, sure)) = person else {
            continue;
        };
        let to = Meaning::Declared(entity);
        if meanings.allows(at, to) {
            meanings.of_name[at] = to;
            meanings.likely[at] = !sure;
            meanings.joins.push(Likely {
                name: at,
                article: None,
                to,
                score: APPOSITION,
                why: "the name of a declared person, behind words that say who that is",
            });
        }
    }
    rest.sort_by_cached_key(|at| {
        let name = names.get(*at);
        (name.in_values, fullness(&name.key), *at)
    });
    for at in rest {
        let key = &names.get(at).key;
        let best = hubs.like(key, |hub| meanings.allows(at, hub));
        match best.as_slice() {
            [] if !key.is_single() => hubs.add(Meaning::Named(at), key.clone(), Known::Nothing),
            [] => {}
            [
                Found {
                    to,
                    score,
                    why,
                    sure,
                },
            ] => {
                meanings.of_name[at] = *to;
                meanings.likely[at] = !sure;
                meanings.joins.push(Likely {
                    name: at,
                    article: None,
                    to: *to,
                    score: *score,
                    why,
                });
            }
            several => {
                let to = several.iter().map(|found| found.to).collect();
                meanings.ambiguous.push((at, None, to));
            }
        }
    }
    meanings
}

/// How sure it is that words before a name describe its bearer.
const APPOSITION: f64 = 0.95;

/// Fuller names first: more parts that are written out, then more parts, then less around them.
fn fullness(key: &NameKey) -> (Reverse<usize>, Reverse<usize>, usize) {
    let whole = key.parts().iter().filter(|part| !part.is_initial()).count();
    (Reverse(whole), Reverse(key.parts().len()), key.form().len())
}

/// The entity of each declared name and alias, by normal form; none where two claim an alias.
fn by_alias(declared: &[Declared<'_>]) -> IndexMap<String, Option<usize>> {
    let mut by_form: IndexMap<String, Option<usize>> = IndexMap::new();
    for (entity, by) in declared.iter().enumerate() {
        by_form
            .entry(Form::Name.of(by.name))
            .or_insert(Some(entity));
    }
    let n_preferred = by_form.len();
    for (entity, by) in declared.iter().enumerate() {
        for alias in &by.aliases {
            let entry = by_form.entry(Form::Name.of(alias));
            let preferred = entry.index() < n_preferred;
            let known = entry.or_insert(Some(entity));
            if !preferred && *known != Some(entity) {
                *known = None;
            }
        }
    }
    by_form.shift_remove("");
    by_form
}

/// The entities that names must not join.
fn forbidden(declared: &[Declared<'_>], names: &Names) -> IndexMap<usize, Vec<Meaning>> {
    let mut forbidden: IndexMap<usize, Vec<Meaning>> = IndexMap::new();
    for (entity, by) in declared.iter().enumerate() {
        for name in &by.distinct_from {
            if let Some(at) = names.find(&Form::Name.of(name)) {
                forbidden
                    .entry(at)
                    .or_default()
                    .push(Meaning::Declared(entity));
            }
        }
    }
    forbidden
}
