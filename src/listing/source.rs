//! The sources, with their articles and the names under which articles give them.

use std::collections::BTreeMap;

use super::{ARTICLES, CLAIMS, Column, Entry, Holds, Listing, Spellings, column};
use crate::align::EntityId;
use crate::graph::{ClaimGraph, Edge, Node};
use crate::model::ArticleId;

const COLUMNS: &[Column] = &[
    column("source", Holds::Name),
    ARTICLES,
    CLAIMS,
    column("declared", Holds::Answer("declared", "not declared")),
    column("written", Holds::Spellings),
    column("aliases", Holds::Text),
    column("article ids", Holds::Text),
];

/// Every source that published an article; then the articles whose source is not given.
#[must_use]
pub fn sources(graph: &ClaimGraph<'_>) -> Listing {
    let mut published: BTreeMap<EntityId, Vec<ArticleId>> = BTreeMap::new();
    let mut unnamed = Vec::new();
    for id in graph.corpus.article_ids() {
        match graph.source_of(id) {
            Some(source) => published.entry(source).or_default().push(id),
            None => unnamed.push(id),
        }
    }
    let named = published.iter();
    let mut entries: Vec<Entry> = named
        .map(|(source, articles)| entry(graph, graph.alignment.name(*source), articles))
        .collect();
    entries.sort_by(|a, b| a.cells.cmp(&b.cells));
    entries.extend(unnamed.iter().map(|id| Entry {
        remarks: vec![
            "its source is not given: add `source`, for no two unnamed ones are the same".into(),
        ],
        ..entry(graph, "", &[*id])
    }));
    Listing {
        noun: ("source", "sources"),
        columns: COLUMNS,
        entries,
    }
}

/// A source of that name, which published those articles.
fn entry(graph: &ClaimGraph<'_>, name: &str, articles: &[ArticleId]) -> Entry {
    let corpus = graph.corpus;
    let mut names = Spellings::default();
    for id in articles {
        if let Some(name) = corpus.article(*id).source {
            names.add(name, *id);
        }
    }
    let mut ids: Vec<&str> = articles.iter().map(|id| corpus.id(*id)).collect();
    // Two annotators of one article have one id.
    ids.dedup();
    let claims: usize = articles.iter().map(|id| claims_of(graph, *id)).sum();
    let mut declared = corpus.vocabulary.sources.iter();
    let declared = declared.find(|source| &*source.name == name);
    let aliases = declared.map(|source| source.aliases.join("; "));
    let is_declared = match (&aliases, names.0.is_empty()) {
        (Some(_), _) => "yes",
        (None, true) => "",
        (None, false) => "no",
    };
    Entry {
        cells: vec![
            name.to_owned(),
            ids.len().to_string(),
            claims.to_string(),
            is_declared.into(),
            names.in_words(&corpus.symbols),
            aliases.unwrap_or_default(),
            ids.join("; "),
        ],
        remarks: Vec::new(),
    }
}

/// How many claims an article makes.
fn claims_of(graph: &ClaimGraph<'_>, id: ArticleId) -> usize {
    let edges = graph.edges(Node::Article(id));
    edges.filter(|(edge, _)| *edge == Edge::Makes).count()
}
