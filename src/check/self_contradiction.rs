//! One article, in its own voice, contradicts itself.

use super::wording::{list, told};
use super::{Answers, Pairing};
use crate::graph::ClaimGraph;
use crate::model::ClaimId;

/// Whether both claims are the own words of one article.
pub(super) fn test(graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    pair.in_one_article(graph) && pair.in_own_voice(graph)
}

/// "axios says both 5 and 7".
pub(super) fn message(
    graph: &ClaimGraph<'_>,
    answers: &Answers<'_>,
    example: [ClaimId; 2],
) -> String {
    let article = graph.corpus.article_id(example[0]);
    let values = example.map(|id| told(graph, answers, id));
    format!("{article} says both {}", list(&values))
}
