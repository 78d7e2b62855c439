//! What a vocabulary declares already of what suggestions are about.

use std::collections::BTreeMap;

use super::{Sort, Suggestion};
use crate::model::Corpus;
use crate::text::Place;

/// Something that a vocabulary declares.
#[derive(Clone, Copy, Debug)]
pub struct Declared<'c> {
    /// Its name.
    pub name: &'c str,
    /// Its other names.
    pub aliases: &'c [Box<str>],
    /// Where it is declared.
    pub place: Place,
}

/// All that a vocabulary declares and a suggestion may be about.
#[derive(Debug)]
pub struct Declarations<'c> {
    properties: Names<'c>,
    /// Entities, and behind them sources.
    named: Names<'c>,
}

impl<'c> Declarations<'c> {
    /// Those of a story.
    #[must_use]
    pub fn of(corpus: &'c Corpus) -> Self {
        let all = &corpus.vocabulary;
        let properties = all.properties.iter();
        let properties = properties.map(|it| Declared {
            name: &it.name,
            aliases: &it.aliases,
            place: it.place,
        });
        let entities = all.entities.iter().map(|it| Declared {
            name: &it.name,
            aliases: &it.aliases,
            place: it.place,
        });
        let sources = all.sources.iter().map(|it| Declared {
            name: &it.name,
            aliases: &it.aliases,
            place: it.place,
        });
        Self {
            properties: Names::of(properties),
            named: Names::of(entities.chain(sources)),
        }
    }

    /// The first that has the name of a suggestion, or one of those that it takes for the same.
    #[must_use]
    pub fn about(&self, suggestion: &Suggestion) -> Option<Declared<'c>> {
        let (names, aliases) = match suggestion.sort {
            // Its values are terms.
            Sort::Terms => (&self.properties, &[][..]),
            Sort::Label => (&self.properties, &suggestion.values[..]),
            Sort::Name => (&self.named, &suggestion.values[..]),
            Sort::Published => return None,
        };
        names.first(std::iter::once(&suggestion.name).chain(aliases))
    }
}

#[derive(Debug)]
struct Names<'c> {
    all: Vec<Declared<'c>>,
    /// The first that has a name.
    first: BTreeMap<&'c str, usize>,
}

impl<'c> Names<'c> {
    fn of(all: impl Iterator<Item = Declared<'c>>) -> Self {
        let all: Vec<Declared<'c>> = all.collect();
        let mut first = BTreeMap::new();
        for (at, declared) in all.iter().enumerate() {
            let aliases = declared.aliases.iter().map(|alias| &**alias);
            for name in std::iter::once(declared.name).chain(aliases) {
                first.entry(name).or_insert(at);
            }
        }
        Self { all, first }
    }

    fn first<'n>(&self, names: impl Iterator<Item = &'n String>) -> Option<Declared<'c>> {
        let found = names.filter_map(|name| self.first.get(&**name));
        self.all.get(*found.min()?).copied()
    }
}
