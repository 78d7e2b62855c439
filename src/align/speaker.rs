//! Who speaks: named speakers are entities, unnamed ones belong to their article.

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use super::entity::{self, Ambiguous, Declared, Meant, Mention, Naming, Resolution, is_proper};
use super::mentions::Mentions;
use super::values::Named;
use super::{Alignment, EntityId};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ArticleId, Claim, Corpus, EntityKind, Symbol};
use crate::text::{self, normal::Form};

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
            Some(entity) if is_proper(text) || self.is_declared(entity) => Speaker::Named(entity),
            _ => Speaker::Unnamed(article, name),
        }
    }
}

/// Resolves every mention, and every name in a value, against the declared entities and sources.
///
/// Out: what the mentions mean, and what each name in a value means.
pub(super) fn resolve(
    corpus: &Corpus,
    declared: &[Declared<'_>],
    mentions: &Mentions,
    in_values: &[Named<'_>],
    strict: bool,
) -> (Resolution, Vec<Meant>) {
    let mut written = Written::new(corpus);
    let mut all: Vec<Mention> = Vec::new();
    let mut values = in_values.iter().peekable();
    for id in corpus.article_ids() {
        let article = text::number(id.index());
        all.extend(mentions.of(id).iter().map(|name| Mention {
            article,
            name: written.symbol(*name),
            in_value: false,
        }));
        let here = |named: &&Named<'_>| corpus.claim(named.claim).article == id;
        while let Some(named) = values.next_if(here) {
            all.push(Mention {
                article,
                name: written.text(named.name),
                in_value: true,
            });
        }
    }
    let mut resolution = entity::resolve(declared, &written.names, &all, strict);
    let (mut of_values, mut of_mentions) = (Vec::new(), Vec::with_capacity(all.len()));
    for (mention, meant) in all.iter().zip(&resolution.meant) {
        match mention.in_value {
            true => of_values.push(*meant),
            false => of_mentions.push(*meant),
        }
    }
    resolution.meant = of_mentions;
    (resolution, of_values)
}

/// The distinct names of a corpus, numbered as they come.
struct Written<'a> {
    corpus: &'a Corpus,
    names: Vec<&'a str>,
    /// The numbers of names that claims and articles mention: most names, found without a hash.
    of_symbol: Vec<Option<u32>>,
    /// Those of names that only values hold.
    of_other: IndexMap<&'a str, u32, FnvBuildHasher>,
}

impl<'a> Written<'a> {
    fn new(corpus: &'a Corpus) -> Self {
        Self {
            corpus,
            names: Vec::new(),
            of_symbol: vec![None; corpus.symbols.len()],
            of_other: IndexMap::default(),
        }
    }

    fn symbol(&mut self, name: Symbol) -> u32 {
        let number = &mut self.of_symbol[name.index()];
        *number.get_or_insert_with(|| {
            self.names.push(self.corpus.symbols.text(name));
            text::number(self.names.len() - 1)
        })
    }

    fn text(&mut self, name: &'a str) -> u32 {
        if let Some(symbol) = self.corpus.symbols.find(name) {
            return self.symbol(symbol);
        }
        *self.of_other.entry(name).or_insert_with(|| {
            self.names.push(name);
            text::number(self.names.len() - 1)
        })
    }
}

/// A warning for each subject that is like several entities and was taken for none of them.
pub(super) fn ambiguous(corpus: &Corpus, resolution: &Resolution) -> Vec<Diagnostic> {
    let warn = |name: &Ambiguous| {
        let in_article = |claim: &&Claim| {
            name.article
                .is_none_or(|article| claim.article.index() == article as usize)
        };
        let mut claims = corpus.claims.iter().filter(in_article);
        let claim = claims.find(|claim| corpus.symbols.text(claim.subject) == name.name)?;
        let entities: Vec<&str> = name
            .entities
            .iter()
            .map(|entity| resolution.names[*entity as usize].as_str())
            .collect();
        let message = format!(
            "\"{}\" may be {}, and is taken for none of them",
            name.name,
            entities.join(" or ")
        );
        let hint = format!(
            "Write the full name, or add \"{}\" to the aliases of the one that is meant.",
            name.name
        );
        let place = claim
            .spots
            .subject
            .in_file(corpus.article(claim.article).place.file);
        Some(
            Diagnostic::new(Code::AmbiguousName, place, message, hint)
                .spanning(name.name.chars().count()),
        )
    };
    resolution.ambiguous.iter().filter_map(warn).collect()
}

/// Entities and sources as one list: an outlet is often quoted, and a quoted agency publishes.
pub(super) fn declared(corpus: &Corpus) -> Vec<Declared<'_>> {
    let mut by_form: IndexMap<String, Declared<'_>> = IndexMap::new();
    for entity in &corpus.vocabulary.entities {
        by_form
            .entry(Form::Name.of(&entity.name))
            .or_insert(Declared {
                name: &entity.name,
                aliases: entity.aliases.iter().map(AsRef::as_ref).collect(),
                naming: entity.kind.map(naming),
                distinct_from: entity.distinct_from.iter().map(AsRef::as_ref).collect(),
            });
    }
    for source in &corpus.vocabulary.sources {
        let declared = by_form
            .entry(Form::Name.of(&source.name))
            .or_insert(Declared {
                name: &source.name,
                aliases: Vec::new(),
                naming: Some(Naming::Proper),
                distinct_from: Vec::new(),
            });
        declared
            .aliases
            .extend(source.aliases.iter().map(AsRef::as_ref));
    }
    by_form.into_values().collect()
}

/// How entities of a kind are named.
fn naming(kind: EntityKind) -> Naming {
    match kind {
        EntityKind::Person => Naming::Person,
        EntityKind::Organisation | EntityKind::Place => Naming::Proper,
        EntityKind::Event | EntityKind::Thing => Naming::Common,
    }
}
