//! Which articles say that one draws on the other, or that both draw on a third.

use std::collections::{BTreeMap, BTreeSet};

use super::Run;
use crate::model::{Article, Claim, Symbol, Symbols};
use crate::parse::document::ReadArticle;
use crate::text::normal::Form;

/// How far versions and copies are followed.
const MOST_STEPS: usize = 64;

/// What articles and sources are called.
pub(super) struct Declared<'a> {
    articles: &'a [ReadArticle],
    claims: &'a [Claim],
    symbols: &'a Symbols,
    /// The names of sources, each with the first one of the same source.
    sources: BTreeMap<String, String>,
    by_id: BTreeMap<&'a str, usize>,
}

/// Names that tell where an article has its text from.
struct Names {
    /// Its own id and source.
    own: BTreeSet<String>,
    /// What it says that it draws on.
    drawn: BTreeSet<String>,
    /// Whom it names for what it says, perhaps another outlet: "the Harbour Post said".
    speakers: BTreeSet<String>,
}

impl<'a> Declared<'a> {
    /// Prepares the names of all articles and sources.
    pub(super) fn new(articles: &'a [ReadArticle], run: &Run<'a>) -> Self {
        let Run {
            symbols,
            vocabulary,
            claims,
            ..
        } = *run;
        let sources = vocabulary.sources.iter().flat_map(|source| {
            let first = Form::Name.of(&source.name);
            let aliases = source.aliases.iter().map(|alias| Form::Name.of(alias));
            aliases
                .chain([first.clone()])
                .map(move |name| (name, first.clone()))
        });
        let ids = articles.iter().enumerate();
        Self {
            sources: sources.collect(),
            by_id: ids
                .map(|(at, read)| (symbols.text(read.article.id), at))
                .collect(),
            articles,
            claims,
            symbols,
        }
    }

    /// Whether the files say why two articles may share their words.
    pub(super) fn is_explained(&self, left: usize, right: usize) -> bool {
        let (Some(left), Some(right)) = (self.names(left), self.names(right)) else {
            return true;
        };
        let names = |one: &Names, other: &Names| {
            !one.drawn.is_disjoint(&other.own) || !one.speakers.is_disjoint(&other.own)
        };
        names(&left, &right)
            || names(&right, &left)
            || !left.own.is_disjoint(&right.own)
            || !left.drawn.is_disjoint(&right.drawn)
    }

    fn names(&self, at: usize) -> Option<Names> {
        let read = self.articles.get(at)?;
        let own = &read.article;
        let mut drawn: BTreeSet<String> = BTreeSet::new();
        let claims = self.claims.get(read.claims.clone()).unwrap_or_default();
        let named = claims.iter().flat_map(|claim| &claim.details.cites);
        drawn.extend(named.chain(&own.cites).map(|name| self.name(*name)));
        // Of a copy of a copy, all are told.
        let mut next = Some(own);
        for _ in 0..MOST_STEPS {
            let Some(article) = next else { break };
            let from: Option<Symbol> = article.copy_of.or(article.revises);
            drawn.extend(from.map(|name| self.name(name)));
            next = from.and_then(|name| self.article(name));
        }
        let ids = [Some(own.id), own.source].into_iter().flatten();
        let speakers = claims.iter().flat_map(|claim| &claim.attribution);
        Some(Names {
            speakers: speakers.map(|who| self.name(*who)).collect(),
            own: ids.map(|name| self.name(name)).collect(),
            drawn,
        })
    }

    fn article(&self, id: Symbol) -> Option<&'a Article> {
        let at = self.by_id.get(self.symbols.text(id))?;
        Some(&self.articles.get(*at)?.article)
    }

    fn name(&self, name: Symbol) -> String {
        let name = Form::Name.of(self.symbols.text(name));
        self.sources.get(&name).cloned().unwrap_or(name)
    }
}
