//! What files say about each other: names that clash, references that lead nowhere, circles.
//!
//! What is wrong is reported and taken out, so that the stages after this one meet names that are
//! clear and chains that end.

use std::collections::BTreeMap;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;

use super::mistakes::{SEARCHES, cut, nearest};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Corpus, Entity, Property, Source, Term};
use crate::text::Place;
use crate::text::normal::Form;

/// Checks the vocabulary of a corpus.
pub(super) fn check(corpus: &mut Corpus, diagnostics: &mut Vec<Diagnostic>) {
    let all = &mut corpus.vocabulary;
    clear_up("source", Form::Name, &mut all.sources, diagnostics);
    clear_up("entity", Form::Name, &mut all.entities, diagnostics);
    clear_up("property", Form::Label, &mut all.properties, diagnostics);
    follow("part of", Form::Name, &mut all.entities, diagnostics);
    for property in &mut all.properties {
        let mut terms = std::mem::take(&mut property.terms).into_vec();
        clear_up("term", Form::Label, &mut terms, diagnostics);
        follow("broader", Form::Label, &mut terms, diagnostics);
        property.terms = terms.into();
    }
    let mut rules = BTreeMap::new();
    all.rules
        .retain(|rule| match rules.insert(rule.name.clone(), rule.place) {
            Some(first) => {
                rules.insert(rule.name.clone(), first);
                diagnostics.push(declared_twice("rule", &rule.name, rule.place, first));
                false
            }
            None => true,
        });
}

/// Something with a name and other names.
trait Declared {
    fn name(&self) -> &str;
    fn aliases(&mut self) -> &mut Box<[Box<str>]>;
    fn place(&self) -> Place;
}

/// Something that may lie in, or be a sort of, another of its kind.
trait Nested: Declared {
    fn parent(&mut self) -> &mut Option<Box<str>>;
}

macro_rules! declared {
    ($($record:ty)*) => {
        $(impl Declared for $record {
            fn name(&self) -> &str {
                &self.name
            }

            fn aliases(&mut self) -> &mut Box<[Box<str>]> {
                &mut self.aliases
            }

            fn place(&self) -> Place {
                self.place
            }
        })*
    };
}

declared! { Source Entity Property Term }

impl Nested for Entity {
    fn parent(&mut self) -> &mut Option<Box<str>> {
        &mut self.part_of
    }
}

impl Nested for Term {
    fn parent(&mut self) -> &mut Option<Box<str>> {
        &mut self.broader
    }
}

/// Leaves out what is declared a second time, and every alias that belongs to two declarations.
fn clear_up<D: Declared>(
    what: &str,
    form: Form,
    all: &mut Vec<D>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut names: BTreeMap<String, Place> = BTreeMap::new();
    let mut forms: Vec<String> = Vec::with_capacity(all.len());
    all.retain(|one| {
        let name = form.of(one.name());
        if let Some(first) = names.get(&name) {
            diagnostics.push(declared_twice(what, one.name(), one.place(), *first));
            return false;
        }
        names.insert(name.clone(), one.place());
        forms.push(name);
        true
    });
    // Who has an alias first, and whether another has it too.
    let mut owners: BTreeMap<String, (usize, bool)> = BTreeMap::new();
    let mut keys: Vec<Vec<String>> = Vec::with_capacity(all.len());
    for (at, name) in forms.iter().enumerate() {
        let place = all[at].place();
        let mut own = Vec::new();
        for alias in all[at].aliases().clone() {
            let key = form.of(&alias);
            let taken = match (names.get(&key), owners.get(&key)) {
                (Some(first), _) if key != *name => Some(*first),
                (None, Some((owner, _))) if *owner != at => Some(all[*owner].place()),
                _ => None,
            };
            let shared = taken.is_some();
            if let Some(first) = taken {
                diagnostics.push(shared_alias(what, all[at].name(), &alias, place, first));
            }
            owners.entry(key.clone()).or_insert((at, false)).1 |= shared;
            own.push(key);
        }
        keys.push(own);
    }
    for ((one, name), keys) in all.iter_mut().zip(&forms).zip(keys) {
        let aliases = std::mem::take(one.aliases()).into_vec();
        let kept = aliases
            .into_iter()
            .zip(keys)
            .filter(|(_, key)| key == name || owners.get(key).is_none_or(|(_, shared)| !shared));
        *one.aliases() = kept.map(|(alias, _)| alias).collect();
    }
}

/// Leaves out references to what is not declared, and those that run in a circle.
fn follow<N: Nested>(key: &str, form: Form, all: &mut [N], diagnostics: &mut Vec<Diagnostic>) {
    let mut index = BTreeMap::new();
    for (at, one) in all.iter_mut().enumerate() {
        index.insert(form.of(one.name()), at);
        for alias in one.aliases().iter() {
            index.insert(form.of(alias), at);
        }
    }
    let mut parents = vec![None; all.len()];
    let names = all
        .iter()
        .map(|one| one.name().to_owned())
        .collect::<Vec<_>>();
    let mut searches = 0;
    for (at, one) in all.iter_mut().enumerate() {
        let Some(parent) = one.parent().clone() else {
            continue;
        };
        parents[at] = index.get(&form.of(&parent)).copied();
        if parents[at].is_none() {
            searches += 1;
            let keys = index.keys().map(String::as_str);
            let likely = nearest(&form.of(&parent), keys.take_while(|_| searches <= SEARCHES));
            let likely = likely
                .and_then(|key| index.get(key))
                .map(|at| cut(&names[*at]));
            let hint = match likely {
                Some(likely) => format!("Declare it, or did you mean `{likely}`?"),
                None => "Declare it, or correct the name.".to_owned(),
            };
            let message = format!(
                "`{key}: {}` names something that is not declared",
                cut(&parent)
            );
            diagnostics.push(
                Diagnostic::new(Code::UnknownReference, one.place(), message, hint)
                    .spanning(one.name().chars().count()),
            );
        }
    }
    for ring in rings(&parents) {
        let names = ring.iter().map(|at| format!("`{}`", cut(all[*at].name())));
        let message = format!(
            "`{key}` runs in a circle: {}",
            names.collect::<Vec<_>>().join(", ")
        );
        let hint = format!("Remove one `{key}` of the circle; none of them is taken into account.");
        let first = &all[ring[0]];
        diagnostics.push(
            Diagnostic::new(Code::Cycle, first.place(), message, hint)
                .spanning(first.name().chars().count()),
        );
        for at in ring {
            *all[at].parent() = None;
        }
    }
}

/// The circles of a graph in which every node points to one other at most, each in its order from
/// its smallest member on.
pub(super) fn rings(next: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut graph = DiGraph::<(), (), usize>::default();
    let nodes = next.iter().map(|_| graph.add_node(())).collect::<Vec<_>>();
    for (from, to) in next.iter().enumerate() {
        if let Some(to) = to {
            graph.add_edge(nodes[from], nodes[*to], ());
        }
    }
    let mut rings = Vec::new();
    for component in kosaraju_scc(&graph) {
        let start = component
            .iter()
            .map(|node| node.index())
            .min()
            .unwrap_or_default();
        if component.len() == 1 && next[start] != Some(start) {
            continue;
        }
        let mut ring = vec![start];
        while let Some(at) = next[ring[ring.len() - 1]].filter(|at| *at != start) {
            ring.push(at);
        }
        rings.push(ring);
    }
    rings.sort();
    rings
}

fn declared_twice(what: &str, name: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateId,
        place,
        format!(
            "the {what} `{}` is declared a second time, and this declaration is left out",
            cut(name)
        ),
        "Put both into one declaration.",
    )
    .spanning(name.chars().count())
    .related_to(first, "the first one")
}

fn shared_alias(what: &str, name: &str, alias: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::new(
        Code::SharedAlias,
        place,
        format!(
            "`{}` would stand for this {what} and for another, so as an alias it is left out",
            cut(alias)
        ),
        "Keep it where it belongs and remove it from the other.",
    )
    .spanning(name.chars().count())
    .related_to(first, "the other one")
}
