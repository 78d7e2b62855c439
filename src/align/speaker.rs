//! Who speaks: named speakers are entities, unnamed ones belong to their article.

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};

use super::entity::{self, Declared, Mention, Resolution};
use super::{Alignment, EntityId};
use crate::model::{ArticleId, Claim, Corpus, Symbol};
use crate::text::normal::Form;

/// Whom an article names for a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Speaker {
    /// Someone with a proper name: the same in every article.
    Named(EntityId),
    /// "Officials", "a neighbour": not the same in two articles.
    Unnamed(ArticleId, Symbol),
}

impl Alignment {
    /// The speakers of a claim, in the order of the file; none for the article's own voice.
    pub fn speakers<'a>(
        &'a self,
        corpus: &'a Corpus,
        claim: &'a Claim,
    ) -> impl Iterator<Item = Speaker> + 'a {
        claim
            .attribution
            .iter()
            .map(move |name| self.speaker(corpus, claim.article, *name))
    }

    fn speaker(&self, corpus: &Corpus, article: ArticleId, name: Symbol) -> Speaker {
        let text = corpus.symbols.text(name);
        match self.entity(article, name) {
            Some(entity) if is_proper(text) || self.declared.contains(&entity) => {
                Speaker::Named(entity)
            }
            _ => Speaker::Unnamed(article, name),
        }
    }
}

/// Resolves every mention against the declared entities and sources.
pub(super) fn resolve(
    corpus: &Corpus,
    mentions: &IndexSet<(ArticleId, Symbol)>,
    strict: bool,
) -> Resolution {
    let declared = declared(corpus);
    let mentions: Vec<Mention<'_>> = mentions
        .iter()
        .map(|(article, name)| Mention {
            article: u32::try_from(article.index()).unwrap_or(u32::MAX),
            name: corpus.symbols.text(*name),
        })
        .collect();
    entity::resolve(&declared, &mentions, strict)
}

/// Entities and sources as one list: an outlet is often quoted, and a quoted agency publishes.
fn declared(corpus: &Corpus) -> Vec<Declared<'_>> {
    let mut by_form: IndexMap<String, Declared<'_>> = IndexMap::new();
    for entity in &corpus.vocabulary.entities {
        by_form
            .entry(Form::Name.of(&entity.name))
            .or_insert(Declared {
                name: &entity.name,
                aliases: entity.aliases.iter().map(AsRef::as_ref).collect(),
                kind: entity.kind,
                distinct_from: entity.distinct_from.iter().map(AsRef::as_ref).collect(),
            });
    }
    for source in &corpus.vocabulary.sources {
        let declared = by_form
            .entry(Form::Name.of(&source.name))
            .or_insert(Declared {
                name: &source.name,
                aliases: Vec::new(),
                kind: Some(crate::model::EntityKind::Organisation),
                distinct_from: Vec::new(),
            });
        declared
            .aliases
            .extend(source.aliases.iter().map(AsRef::as_ref));
    }
    by_form.into_values().collect()
}

/// The normal forms of all declared names, without their aliases.
pub(super) fn declared_forms(corpus: &Corpus) -> BTreeSet<String> {
    let entities = corpus.vocabulary.entities.iter().map(|entity| &entity.name);
    entities
        .chain(corpus.vocabulary.sources.iter().map(|source| &source.name))
        .map(|name| Form::Name.of(name))
        .collect()
}

/// Whether a name has a part that is written like a proper name: a capital, or a script without case.
fn is_proper(name: &str) -> bool {
    name.split_whitespace().any(|word| {
        word.chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(|c| !c.is_lowercase())
    })
}
