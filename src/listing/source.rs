//! The sources, with their articles and the names under which articles give them.

use std::collections::BTreeMap;

use super::{Entry, Listing, Spellings};
use crate::align::EntityId;
use crate::graph::{ClaimGraph, Edge, Node};
use crate::model::ArticleId;

/// Every source that published an article; then the articles whose source is not given.
#[must_use]
pub fn sources(graph: &ClaimGraph<'_>) -> Listing {
    let corpus = graph.corpus;
    let mut published: BTreeMap<EntityId, Vec<ArticleId>> = BTreeMap::new();
    let mut unnamed = Vec::new();
    for id in corpus.article_ids() {
        match graph.source_of(id) {
            Some(source) => published.entry(source).or_default().push(id),
            None => unnamed.push(id),
        }
    }
    let claims_of = |id: ArticleId| {
        let edges = graph.edges(Node::Article(id));
        edges.filter(|(edge, _)| *edge == Edge::Makes).count()
    };
    let entry = |name: &str, articles: &[ArticleId]| {
        let mut names = Spellings::default();
        for id in articles {
            if let Some(name) = corpus.article(*id).source {
                names.add(name, *id);
            }
        }
        let mut ids: Vec<&str> = articles.iter().map(|id| corpus.id(*id)).collect();
        // Two annotators of one article have one id.
        ids.dedup();
        let claims: usize = articles.iter().map(|id| claims_of(*id)).sum();
        let declared = corpus.vocabulary.sources.iter();
        let mut declared = declared.filter(|source| &*source.name == name);
        let aliases = declared.next().map(|source| source.aliases.join("; "));
        Entry {
            cells: vec![
                name.to_owned(),
                ids.len().to_string(),
                claims.to_string(),
                match (&aliases, names.0.is_empty()) {
                    (Some(_), _) => "yes".into(),
                    (None, true) => String::new(),
                    (None, false) => "no".into(),
                },
                names.in_words(&corpus.symbols),
                aliases.unwrap_or_default(),
                ids.join("; "),
            ],
            remarks: Vec::new(),
        }
    };
    let mut entries: Vec<Entry> = published
        .iter()
        .map(|(source, articles)| entry(graph.alignment.name(*source), articles))
        .collect();
    entries.sort_by(|a, b| a.cells.cmp(&b.cells));
    entries.extend(unnamed.iter().map(|id| Entry {
        remarks: vec![
            "its source is not given: add `source`, for no two unnamed ones are the same".into(),
        ],
        ..entry("", &[*id])
    }));
    Listing {
        noun: "source",
        columns: vec![
            "source",
            "articles",
            "claims",
            "declared",
            "written",
            "aliases",
            "article ids",
        ],
        grouped: 0,
        entries,
    }
}
