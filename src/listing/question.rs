//! The questions, with the labels under which claims ask them.

use std::collections::BTreeSet;

use super::{Entry, Listing, Spellings};
use crate::align::PropertyId;
use crate::graph::ClaimGraph;
use crate::model::Property;

/// Every question: by subject, then property.
#[must_use]
pub fn questions(graph: &ClaimGraph<'_>) -> Listing {
    let (corpus, alignment) = (graph.corpus, graph.alignment);
    let properties = &alignment.properties;
    let near = |id: PropertyId| {
        let pairs = properties.near_misses().iter();
        let others = pairs.filter_map(move |(rare, common)| match id {
            id if id == *rare => Some(*common),
            id if id == *common => Some(*rare),
            _ => None,
        });
        let others: BTreeSet<&str> = others.map(|other| properties.name(other)).collect();
        others.into_iter().map(|other| {
            format!("almost the label \"{other}\": if they are one, make one an alias of the other")
        })
    };
    let mut entries: Vec<Entry> = alignment
        .question_ids()
        .map(|id| {
            let question = alignment.question(id);
            let standing = graph.standing(id);
            let declared = properties.declared(question.property, corpus);
            let mut labels = Spellings::default();
            let mut articles = BTreeSet::new();
            for claim in &question.claims {
                let article = graph.publication_of(*claim);
                labels.add(corpus.claim(*claim).property, article);
                articles.insert(article);
            }
            let kind = declared.and_then(Property::declared_kind);
            let kind = match (kind, declared) {
                (Some(kind), _) => format!("{} (declared)", kind.name()),
                (None, Some(_)) => format!("{} (its property is declared)", standing.kind.name()),
                (None, None) => standing.kind.name().to_owned(),
            };
            Entry {
                cells: vec![
                    alignment.name(question.subject).to_owned(),
                    properties.name(question.property).to_owned(),
                    kind,
                    question.claims.len().to_string(),
                    articles.len().to_string(),
                    labels.in_words(&corpus.symbols),
                ],
                remarks: near(question.property).collect(),
            }
        })
        .collect();
    entries.sort_by(|a, b| a.cells.cmp(&b.cells));
    Listing {
        noun: "question",
        columns: vec![
            "subject", "property", "kind", "claims", "articles", "labels",
        ],
        grouped: 1,
        entries,
    }
}
