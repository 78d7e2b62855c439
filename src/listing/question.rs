//! The questions, with the labels under which claims ask them.

use std::collections::BTreeSet;

use super::{ARTICLES, CLAIMS, Column, Entry, Holds, Listing, Spellings, column};
use crate::align::property::Properties;
use crate::align::{PropertyId, QuestionId};
use crate::graph::ClaimGraph;
use crate::model::Property;

const COLUMNS: &[Column] = &[
    column("subject", Holds::Group),
    column("property", Holds::Name),
    column("kind", Holds::Word),
    CLAIMS,
    ARTICLES,
    column("labels", Holds::Spellings),
];

/// Every question: by subject, then property.
#[must_use]
pub fn questions(graph: &ClaimGraph<'_>) -> Listing {
    let questions = graph.alignment.question_ids();
    let mut entries: Vec<Entry> = questions.map(|id| entry(graph, id)).collect();
    entries.sort_by(|a, b| a.cells.cmp(&b.cells));
    Listing {
        noun: ("question", "questions"),
        columns: COLUMNS,
        entries,
    }
}

fn entry(graph: &ClaimGraph<'_>, id: QuestionId) -> Entry {
    let (corpus, alignment) = (graph.corpus, graph.alignment);
    let question = alignment.question(id);
    let mut labels = Spellings::default();
    let mut articles = BTreeSet::new();
    for claim in &question.claims {
        let article = graph.publication_of(*claim);
        labels.add(corpus.claim(*claim).property, article);
        articles.insert(article);
    }
    let declared = alignment.properties.declared(question.property, corpus);
    let kind = graph.standing(id).kind.name();
    let kind = match (declared.and_then(Property::declared_kind), declared) {
        (Some(kind), _) => format!("{} (declared)", kind.name()),
        (None, Some(_)) => format!("{kind} (its property is declared)"),
        (None, None) => kind.to_owned(),
    };
    Entry {
        cells: vec![
            alignment.name(question.subject).to_owned(),
            alignment.properties.name(question.property).to_owned(),
            kind,
            question.claims.len().to_string(),
            articles.len().to_string(),
            labels.in_words(&corpus.symbols),
        ],
        remarks: almost(&alignment.properties, question.property),
    }
}

/// A remark for each property of which a label almost matches one of this.
fn almost(properties: &Properties, id: PropertyId) -> Vec<String> {
    let pairs = properties.near_misses().iter();
    let others = pairs.filter_map(|&(rare, common)| match id {
        id if id == rare => Some(common),
        id if id == common => Some(rare),
        _ => None,
    });
    let others: BTreeSet<&str> = others.map(|other| properties.name(other)).collect();
    let remarks = others.into_iter().map(|other| {
        format!("almost the label \"{other}\": if they are one, make one an alias of the other")
    });
    remarks.collect()
}
