//! Who and what is named: the entities, and what each name means in its article.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::EntityId;
use super::entity::Meant;
use super::mentions::Mentions;
use crate::model::{ArticleId, Corpus, Symbol};
use crate::text::normal::Form;

/// Every entity by its number, declared ones first, and every name of an article with what it means.
#[derive(Debug)]
pub(super) struct Entities {
    names: Vec<Arc<str>>,
    /// The normal forms of those names.
    forms: Vec<String>,
    n_declared: usize,
    mentions: Mentions,
    /// What each mention means, in their order.
    meant: Vec<Meant>,
}

impl Entities {
    /// Names by number, of which so many are declared, beside what each mention means.
    pub(super) fn new(
        names: Vec<String>,
        n_declared: usize,
        mentions: Mentions,
        meant: Vec<Meant>,
    ) -> Self {
        let forms = names.par_iter().map(|name| Form::Name.of(name)).collect();
        Self {
            names: names.into_iter().map(Arc::from).collect(),
            forms,
            n_declared,
            mentions,
            meant,
        }
    }

    /// The names of all, in the order of their numbers.
    pub(super) fn names(&self) -> &[Arc<str>] {
        &self.names
    }

    /// The numbers and names of those that a vocabulary declares.
    pub(super) fn declared(&self) -> impl Iterator<Item = (EntityId, &str)> {
        self.numbered().take(self.n_declared)
    }

    /// Whether a vocabulary declares an entity.
    pub(super) fn is_declared(&self, entity: EntityId) -> bool {
        entity.index() < self.n_declared
    }

    /// The name of an entity, to be kept.
    pub(super) fn shared_name(&self, entity: EntityId) -> &Arc<str> {
        &self.names[entity.index()]
    }

    /// The normal form of an entity's name.
    pub(super) fn form(&self, entity: EntityId) -> &str {
        &self.forms[entity.index()]
    }

    /// What a name means in an article; `None` for a name that it does not mention.
    pub(super) fn meant(&self, article: ArticleId, name: Symbol) -> Option<Meant> {
        let mention = self.mentions.find(article, name)?;
        self.meant.get(mention).copied()
    }

    /// The entities that bear a name, as declared or as any claim writes it.
    pub(super) fn named(&self, corpus: &Corpus, name: &str) -> BTreeSet<EntityId> {
        let form = Form::Name.of(name);
        let is_meant = |text: &str| Form::Name.of(text) == form;
        let written = self.mentions.iter().zip(&self.meant);
        let written = written.filter(|((_, name), _)| is_meant(corpus.symbols.text(*name)));
        let declared = corpus.vocabulary.entities.iter();
        let declared = declared.filter(|it| it.aliases.iter().any(|alias| is_meant(alias)));
        let by_name = |name: &str| self.numbered().find(|(_, other)| *other == name);
        let declared = declared.filter_map(|entity| by_name(&entity.name));
        let canonical = self.numbered().filter(|(_, name)| is_meant(name));
        let known = canonical.chain(declared).map(|(id, _)| id);
        known
            .chain(written.map(|(_, meant)| meant.entity))
            .collect()
    }

    fn numbered(&self) -> impl Iterator<Item = (EntityId, &str)> {
        let names = self.names.iter().map(AsRef::as_ref);
        (0..).map(EntityId).zip(names)
    }
}
