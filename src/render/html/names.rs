//! Positions on a tree of terms or a list of members: which value allows which name.

use askama::Template;
use indexmap::IndexMap;

use super::badge::Badge;
use super::shown::Shown;
use crate::finding::Finding;
use crate::model::{Corpus, Vocabulary};
use crate::text::normal::Form;
use crate::value::{Extent, Kind, TermSet};

/// Up to so many declared terms are shown; of more, those that a position names and what is broader.
const MOST_TERMS: usize = 16;

/// More levels of broader terms than any desk declares; a ring of them ends here.
const DEEPEST: usize = 8;

#[derive(Template)]
#[template(path = "names.html")]
struct NamesView<'a> {
    caption: &'static str,
    names: Vec<NameView<'a>>,
}

struct NameView<'a> {
    name: Shown<'a>,
    depth: usize,
    undeclared: bool,
    badges: Vec<Held<'a>>,
}

struct Held<'a> {
    badge: &'a Badge,
    excluded: bool,
    says: &'static str,
}

/// The names of a finding whose values are terms, entities, places or members; `None` for others,
/// and where there is nothing to compare.
pub(super) fn names(corpus: &Corpus, finding: &Finding, badges: &[Badge]) -> Option<String> {
    let read: Vec<(&Badge, &Extent)> = badges
        .iter()
        .zip(&finding.positions)
        .filter_map(|(badge, position)| Some((badge, &position.reading.as_deref()?.extent)))
        .collect();
    if read.len() < 2 {
        return None;
    }
    let kind = finding.positions.iter().find_map(|position| {
        let value = position.reading.as_deref()?;
        Some(value.kind)
    })?;
    let view = match kind {
        Kind::Term | Kind::Entity | Kind::Place => tree(corpus, finding, kind, &read)?,
        Kind::Members => members(&read),
        _ => return None,
    };
    view.render().ok()
}

/// Declared names, each under the one that is broader.
struct Forest<'a> {
    form: Form,
    /// Each name with the one that is broader, by index; those that are only named as broader too.
    names: Vec<(&'a str, Option<usize>)>,
    index: IndexMap<String, usize>,
}

impl<'a> Forest<'a> {
    fn new(form: Form, entries: Vec<(&'a str, Vec<&'a str>, Option<&'a str>)>) -> Self {
        let mut forest = Self {
            form,
            names: Vec::new(),
            index: IndexMap::new(),
        };
        for (name, ..) in &entries {
            forest.add(name);
        }
        for (name, aliases, broader) in &entries {
            let own = forest.add(name);
            for alias in aliases {
                forest.index.entry(form.of(alias)).or_insert(own);
            }
            let above = broader.map(|broader| forest.add(broader));
            if let Some((_, parent)) = forest.names.get_mut(own) {
                *parent = above.filter(|above| *above != own);
            }
        }
        forest
    }

    fn add(&mut self, name: &'a str) -> usize {
        let next = self.names.len();
        let at = *self.index.entry(self.form.of(name)).or_insert(next);
        if at == next {
            self.names.push((name, None));
        }
        at
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.index.get(&self.form.of(name)).copied()
    }

    /// A name, what is broader, and so on up.
    fn upwards(&self, at: usize) -> Vec<usize> {
        let above = |at: &usize| self.names.get(*at).and_then(|(_, parent)| *parent);
        std::iter::successors(Some(at), above)
            .take(DEEPEST)
            .collect()
    }
}

fn tree<'a>(
    corpus: &'a Corpus,
    finding: &Finding,
    kind: Kind,
    read: &[(&'a Badge, &'a Extent)],
) -> Option<NamesView<'a>> {
    let sets: Vec<(&Badge, &TermSet)> = read
        .iter()
        .filter_map(|(badge, extent)| match extent {
            Extent::Terms(set) => Some((*badge, set)),
            _ => None,
        })
        .collect();
    let forest = declared(&corpus.vocabulary, finding, kind)?;
    let named: Vec<Option<usize>> = sets
        .iter()
        .map(|(_, set)| forest.find(set.name()))
        .collect();
    let mut paths: Vec<Vec<usize>> = (0..forest.names.len())
        .map(|at| forest.upwards(at).into_iter().rev().collect())
        .collect();
    if kind != Kind::Term || paths.len() > MOST_TERMS {
        let wanted: Vec<usize> = named
            .iter()
            .flatten()
            .flat_map(|at| forest.upwards(*at))
            .collect();
        paths.retain(|path| path.last().is_some_and(|at| wanted.contains(at)));
    }
    // Sorted by their paths, names stand below what is broader, in the order of the vocabulary.
    paths.sort_unstable();
    let allows = |(_, set): &(&Badge, &TermSet), term: Option<usize>, path: &[usize]| match term {
        Some(term) => path.contains(&term) != set.is_not(),
        None => set.is_not(),
    };
    let mut names: Vec<NameView<'_>> = paths
        .iter()
        .filter_map(|path| {
            let (name, _) = forest.names.get(*path.last()?)?;
            let holding = sets.iter().zip(&named);
            let holding = holding.filter(|(set, term)| allows(set, **term, path));
            Some(NameView {
                name: (*name).into(),
                depth: path.len() - 1,
                undeclared: false,
                badges: holding.map(|((badge, _), _)| held(badge)).collect(),
            })
        })
        .collect();
    let loose = sets.iter().zip(&named).filter(|(_, term)| term.is_none());
    names.extend(loose.map(|((badge, set), _)| NameView {
        name: set.name().into(),
        depth: 0,
        undeclared: true,
        badges: vec![Held {
            excluded: set.is_not(),
            ..held(badge)
        }],
    }));
    (names.len() > 1).then_some(NamesView {
        caption: match kind {
            Kind::Place => "Which value allows which place",
            Kind::Entity => "Which value allows which name",
            _ => "Which value allows which term",
        },
        names,
    })
}

/// The declared names that a finding's values are read with; `None` where there are none, or where
/// they do not exclude each other.
fn declared<'a>(vocabulary: &'a Vocabulary, finding: &Finding, kind: Kind) -> Option<Forest<'a>> {
    let aliases = |list: &'a [Box<str>]| list.iter().map(|alias| &**alias).collect();
    if kind != Kind::Term {
        let entries = vocabulary.entities.iter();
        let entries = entries.map(|e| (&*e.name, aliases(&e.aliases), e.part_of.as_deref()));
        return Some(Forest::new(Form::Name, entries.collect()));
    }
    let name = finding.property.as_deref()?;
    let mut properties = vocabulary.properties.iter();
    let property = properties.find(|property| *property.name == *name)?;
    let entries = property.terms.iter();
    let entries = entries.map(|t| (&*t.name, aliases(&t.aliases), t.broader.as_deref()));
    property
        .exclusive
        .then(|| Forest::new(Form::Label, entries.collect()))
}

fn members<'a>(read: &[(&'a Badge, &'a Extent)]) -> NamesView<'a> {
    let mut names: IndexMap<&str, Vec<Held<'_>>> = IndexMap::new();
    for (badge, extent) in read {
        let Extent::Members(set) = extent else {
            continue;
        };
        for name in set.named() {
            names.entry(name).or_default().push(held(badge));
        }
        for name in set.excluded() {
            let held = held(badge);
            names.entry(name).or_default().push(Held {
                excluded: true,
                says: "says that it is not among them",
                ..held
            });
        }
    }
    NamesView {
        caption: "Who names whom; a list without `only` leaves room for others",
        names: names
            .into_iter()
            .map(|(name, badges)| NameView {
                name: name.into(),
                depth: 0,
                undeclared: false,
                badges,
            })
            .collect(),
    }
}

fn held(badge: &Badge) -> Held<'_> {
    Held {
        badge,
        excluded: false,
        says: "allows it",
    }
}
