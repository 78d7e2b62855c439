//! What the files of a folder name: offered where it can be named again.

use std::collections::BTreeSet;

use crate::model::Corpus;

/// Names that editors offer; each list sorted, without repetition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    articles: Vec<String>,
    sources: Vec<String>,
    entities: Vec<String>,
    properties: Vec<String>,
    speakers: Vec<String>,
    terms: Vec<String>,
}

/// One of the lists.
type Pick = fn(&Known) -> &Vec<String>;

/// Which names stand under which keys: the record, its key, the lists.
const OFFERED: &[(&str, &str, &[Pick])] = &[
    ("an article", "source", &[|known| &known.sources]),
    (
        "an article",
        "cites",
        &[|known| &known.articles, |known| &known.sources],
    ),
    ("an article", "copy of", &[|known| &known.articles]),
    ("an article", "revises", &[|known| &known.articles]),
    ("a claim", "subject", &[|known| &known.entities]),
    ("a claim", "property", &[|known| &known.properties]),
    ("a claim", "attribution", &[|known| &known.speakers]),
    (
        "a claim",
        "cites",
        &[|known| &known.articles, |known| &known.sources],
    ),
    ("a draft", "subject", &[|known| &known.entities]),
    ("a draft", "property", &[|known| &known.properties]),
    ("a draft", "attribution", &[|known| &known.speakers]),
    (
        "a draft",
        "cites",
        &[|known| &known.articles, |known| &known.sources],
    ),
    ("an entity", "part of", &[|known| &known.entities]),
    ("an entity", "distinct from", &[|known| &known.entities]),
    ("a term", "broader", &[|known| &known.terms]),
];

impl Known {
    /// What a corpus names.
    #[must_use]
    pub fn in_corpus(corpus: &Corpus) -> Self {
        let words = |symbol| corpus.symbols.text(symbol).to_owned();
        let vocabulary = &corpus.vocabulary;
        let claims = &corpus.claims;
        let declared = vocabulary
            .entities
            .iter()
            .map(|entity| entity.name.to_string());
        let labelled = vocabulary
            .properties
            .iter()
            .map(|property| property.name.to_string());
        let outlets = vocabulary
            .sources
            .iter()
            .map(|source| source.name.to_string());
        let terms = vocabulary
            .properties
            .iter()
            .flat_map(|property| &property.terms);
        Self {
            articles: sorted(corpus.articles.iter().map(|article| words(article.id))),
            sources: sorted(
                outlets.chain(
                    corpus
                        .articles
                        .iter()
                        .filter_map(|article| article.source)
                        .map(words),
                ),
            ),
            entities: sorted(declared.chain(claims.iter().map(|claim| words(claim.subject)))),
            properties: sorted(labelled.chain(claims.iter().map(|claim| words(claim.property)))),
            speakers: sorted(
                claims
                    .iter()
                    .flat_map(|claim| claim.attribution.iter().copied())
                    .map(words),
            ),
            terms: sorted(terms.map(|term| term.name.to_string())),
        }
    }

    /// What is offered under a key of a record.
    pub(super) fn of(&self, record: &str, key: &str) -> Vec<String> {
        let mut offered = OFFERED.iter();
        let found = offered.find(|offer| offer.0 == record && offer.1 == key);
        let lists = found.map_or(&[][..], |(_, _, lists)| lists).iter();
        sorted(lists.flat_map(|list| list(self).iter().cloned()))
    }
}

fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let names: BTreeSet<String> = names.filter(|name| !name.trim().is_empty()).collect();
    names.into_iter().collect()
}
