//! Declared names: preferred name, aliases, and what is broader than what.
//!
//! The words are those of SKOS (W3C 2009, Simple Knowledge Organization System): prefLabel,
//! altLabel, broader. Building costs the size of the declarations; a look-up, the length of a name.

use std::sync::Arc;

use indexmap::IndexMap;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::Term;
use super::tree::Tree;
use crate::text::normal::{Form, fold, words, written_out};
use crate::value::role::{self, Role};

/// Declared names with their aliases and what is broader than what.
#[derive(Clone, Debug, Default)]
pub struct Scheme {
    form: Form,
    terms: Vec<Arc<Term>>,
    /// The term of each normal form, in alphabetical order; none where two terms claim one alias.
    by_form: IndexMap<Box<str>, Option<u32>>,
}

/// One declaration.
#[derive(Clone, Debug, Default)]
pub struct Entry<'a> {
    /// The preferred name.
    pub name: &'a str,
    /// Other names of the same thing.
    pub aliases: Vec<&'a str>,
    /// The names that hold this one: `broader` of terms, `part of` of entities.
    pub broader: Vec<&'a str>,
}

/// What is wrong with a set of declarations. The scheme is usable without the part in question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Two terms claim one name. An alias then names neither; a preferred name keeps its term.
    Shared {
        /// The name as the second term writes it.
        alias: String,
        /// The preferred names of both.
        names: [String; 2],
    },
    /// A term is said to be narrower than one that is not declared.
    UnknownBroader {
        /// The narrower term.
        name: String,
        /// What is not declared.
        broader: String,
    },
    /// Terms that are each broader than themselves; none of them is taken as broader than another.
    Cycle {
        /// Their preferred names, sorted.
        names: Vec<String>,
    },
}

impl Scheme {
    /// The terms of one property: compared as labels, so that articles and plurals do not count.
    #[must_use]
    pub fn terms(entries: &[Entry<'_>], exclusive: bool) -> (Self, Vec<Problem>) {
        Self::build(entries, exclusive, Form::Label)
    }

    /// Entities or places. What is named only as broader ("part of: Alabama") is declared by that.
    #[must_use]
    pub fn names(entries: &[Entry<'_>]) -> (Self, Vec<Problem>) {
        Self::build(entries, true, Form::Name)
    }

    /// The preferred name of a name or alias.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&str> {
        let id = self.id(name)?;
        Some(self.terms.get(id as usize)?.name())
    }

    /// The term of a name or alias.
    #[must_use]
    pub fn term(&self, name: &str) -> Option<Arc<Term>> {
        self.terms.get(self.id(name)? as usize).cloned()
    }

    /// Whether a declared name may begin with a word: none is found where this is not so.
    #[must_use]
    pub fn may_begin(&self, word: &str) -> bool {
        let folded = fold(words(word).next().unwrap_or_default());
        let at = self.by_form.partition_point(|form, _| **form < *folded);
        let next = self.by_form.get_index(at);
        let is_begun = next.is_some_and(|(form, _)| form.starts_with(&folded));
        is_begun || role::says(&folded, Role::The) || written_out(&folded, false).is_some()
    }

    fn id(&self, name: &str) -> Option<u32> {
        if self.terms.is_empty() {
            return None;
        }
        *self.by_form.get(self.form.of(name).as_str())?
    }

    fn build(entries: &[Entry<'_>], exclusive: bool, form: Form) -> (Self, Vec<Problem>) {
        let mut builder = Builder {
            form,
            ..Builder::default()
        };
        let ids: Vec<u32> = entries.iter().map(|e| builder.preferred(e.name)).collect();
        for (entry, id) in entries.iter().zip(&ids) {
            for alias in &entry.aliases {
                builder.alias(alias, *id);
            }
        }
        let mut edges = Vec::new();
        for (entry, id) in entries.iter().zip(&ids) {
            for broader in &entry.broader {
                edges.extend(builder.broader(broader, *id).map(|b| (*id, b)));
            }
        }
        edges.sort_unstable();
        edges.dedup();
        builder.drop_cycles(&mut edges);
        builder.finish(edges, exclusive)
    }
}

#[derive(Default)]
struct Builder {
    form: Form,
    names: Vec<(String, String)>,
    by_form: IndexMap<Box<str>, Option<u32>>,
    problems: Vec<Problem>,
}

impl Builder {
    fn preferred(&mut self, name: &str) -> u32 {
        let form = self.form.of(name);
        if let Some(Some(id)) = self.by_form.get(form.as_str()) {
            let id = *id;
            self.shared(name, id, name);
            return id;
        }
        let id = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.by_form.insert(form.as_str().into(), Some(id));
        self.names.push((name.trim().into(), form));
        id
    }

    fn alias(&mut self, alias: &str, id: u32) {
        let form = self.form.of(alias);
        if form.is_empty() {
            return;
        }
        match self.by_form.get(form.as_str()).copied() {
            None => {
                self.by_form.insert(form.into(), Some(id));
            }
            Some(Some(other)) if other != id => {
                let name = self.names[id as usize].0.clone();
                self.shared(alias, other, &name);
                if self.names[other as usize].1 != form {
                    self.by_form.insert(form.into(), None);
                }
            }
            Some(_) => {}
        }
    }

    fn broader(&mut self, broader: &str, of: u32) -> Option<u32> {
        match self.by_form.get(self.form.of(broader).as_str()).copied() {
            Some(known) => known,
            None if self.form == Form::Name => Some(self.preferred(broader)),
            None => {
                self.problems.push(Problem::UnknownBroader {
                    name: self.names[of as usize].0.clone(),
                    broader: broader.into(),
                });
                None
            }
        }
    }

    /// Edges within a strongly connected part go. (Kosaraju's algorithm: Tarjan's recurses.)
    fn drop_cycles(&mut self, edges: &mut Vec<(u32, u32)>) {
        let mut graph = DiGraph::<(), ()>::new();
        for _ in &self.names {
            graph.add_node(());
        }
        for (narrow, broad) in edges.iter() {
            graph.add_edge(
                NodeIndex::new(*narrow as usize),
                NodeIndex::new(*broad as usize),
                (),
            );
        }
        let mut part = vec![0; self.names.len()];
        let mut cycles = Vec::new();
        for (number, nodes) in kosaraju_scc(&graph).into_iter().enumerate() {
            for node in &nodes {
                part[node.index()] = number;
            }
            let itself = nodes.iter().any(|node| graph.contains_edge(*node, *node));
            if nodes.len() > 1 || itself {
                let mut names: Vec<_> = nodes
                    .iter()
                    .map(|n| self.names[n.index()].0.clone())
                    .collect();
                names.sort();
                cycles.push(Problem::Cycle { names });
            }
        }
        cycles.reverse();
        self.problems.append(&mut cycles);
        edges.retain(|(narrow, broad)| part[*narrow as usize] != part[*broad as usize]);
    }

    fn finish(mut self, edges: Vec<(u32, u32)>, exclusive: bool) -> (Scheme, Vec<Problem>) {
        let tree = Tree::new(self.names.len(), edges, exclusive);
        let tree = Arc::new(tree);
        let terms = (0..)
            .zip(self.names)
            .map(|(id, (name, form))| {
                Arc::new(Term {
                    name: name.into(),
                    form: form.into(),
                    opposite: None,
                    place: Some((Arc::clone(&tree), id)),
                    chain: None,
                })
            })
            .collect();
        self.by_form.sort_unstable_keys();
        let scheme = Scheme {
            form: self.form,
            terms,
            by_form: self.by_form,
        };
        (scheme, self.problems)
    }

    fn shared(&mut self, alias: &str, first: u32, second: &str) {
        self.problems.push(Problem::Shared {
            alias: alias.into(),
            names: [self.names[first as usize].0.clone(), second.into()],
        });
    }
}
