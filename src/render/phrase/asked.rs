//! A question that articles answer, with who answers what.

use std::collections::BTreeSet;

use crate::align::QuestionId;
use crate::graph::ClaimGraph;

/// So many answers are named.
const MOST_ANSWERS: usize = 2;

/// "dock fire / injured (wire: three; mail: one and 2 more)".
pub(in crate::render) fn asked(graph: &ClaimGraph<'_>, id: QuestionId) -> String {
    let (corpus, question) = (graph.corpus, graph.alignment.question(id));
    let mut articles = BTreeSet::new();
    let mut answers = Vec::new();
    for claim in &question.claims {
        if articles.insert(graph.publication_of(*claim)) && answers.len() < MOST_ANSWERS {
            let value = corpus.claim(*claim).original();
            answers.push(format!("{}: {value}", corpus.article_id(*claim)));
        }
    }
    let more = match articles.len().saturating_sub(MOST_ANSWERS) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{} ({}{more})", topic(graph, id), answers.join("; "))
}

/// "dock fire / injured".
pub(in crate::render) fn topic(graph: &ClaimGraph<'_>, id: QuestionId) -> String {
    let question = graph.alignment.question(id);
    let property = graph.alignment.properties.name(question.property);
    format!("{} / {property}", graph.alignment.name(question.subject))
}
