//! An article differs from the one that it cites for the claim or copies.

use super::wording::told;
use super::{Answers, Pairing};
use crate::graph::{ClaimGraph, Node};
use crate::model::ClaimId;
use crate::value::{Relation, relate};

/// Of a source, so many articles are looked through for a model.
const MOST: usize = 1_000;

/// Whether one of the claims is taken from the other's article, and has no model there.
pub(super) fn test(graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    let drifted = |copy, original| {
        graph.draws_on(copy, graph.article_of(original)) && !has_model(graph, pair, copy)
    };
    drifted(pair.left, pair.right) || drifted(pair.right, pair.left)
}

/// "mic has 5 where axios, on which it draws, has 7".
pub(super) fn message(
    graph: &ClaimGraph<'_>,
    answers: &Answers<'_>,
    [a, b]: [ClaimId; 2],
) -> String {
    let (copy, original) = match graph.draws_on(a, graph.article_of(b)) {
        true => (a, b),
        false => (b, a),
    };
    let article = |id| graph.corpus.article_id(id);
    let value = |id| told(graph, answers, id);
    format!(
        "{} has {} where {}, on which it draws, has {}",
        article(copy),
        value(copy),
        article(original),
        value(original)
    )
}

/// Whether anything on the question that a claim draws on can be true together with it: an original
/// that gives both sides of a dispute, or that was corrected, is not copied wrongly by copying one.
fn has_model(graph: &ClaimGraph<'_>, pair: &Pairing<'_>, copy: ClaimId) -> bool {
    let positions = &graph.standing(pair.question).positions;
    let position = |claim| graph.position_of(claim).and_then(|at| positions.get(at));
    let Some(own) = position(copy) else {
        return false;
    };
    let drawn_on = graph.drawn_on(copy).flat_map(|node| match node {
        Node::Article(article) => vec![article],
        Node::Entity(source) => graph.published_by(source).take(MOST).collect(),
        _ => Vec::new(),
    });
    let mut models = drawn_on.flat_map(|article| graph.answers_of(article, pair.question));
    models.any(|model| {
        graph.article_of(*model) != graph.article_of(copy)
            && position(*model)
                .is_some_and(|model| relate(&model.value, &own.value) != Relation::Disjoint)
    })
}
