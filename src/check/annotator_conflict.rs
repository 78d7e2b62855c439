//! Two annotators read one article differently.

use super::id::finding_id;
use super::{question, wording};
use crate::align::QuestionId;
use crate::finding::{Check, Finding};
use crate::graph::ClaimGraph;
use crate::model::ClaimId;

/// One finding for each question and article that annotators read differently.
pub(super) fn find(graph: &ClaimGraph<'_>) -> Vec<Finding> {
    let questions = graph.alignment.question_ids();
    questions
        .flat_map(|id| {
            let asides = graph.standing(id).set_aside.iter();
            asides.map(move |claims| find_one(graph, id, claims))
        })
        .collect()
}

fn find_one(graph: &ClaimGraph<'_>, id: QuestionId, claims: &[ClaimId]) -> Finding {
    let article = claims
        .first()
        .map(|id| graph.corpus.article_id(*id))
        .unwrap_or_default();
    let message = format!(
        "{article} was read differently by its annotators; no reading is compared until they agree"
    );
    let about = question::about(graph, id, Check::AnnotatorConflict, message);
    let parts = [
        Some(article),
        about.subject.as_deref(),
        about.property.as_deref(),
    ];
    Finding {
        id: finding_id(Check::AnnotatorConflict.name(), parts.into_iter().flatten()),
        positions: claims
            .iter()
            .map(|id| wording::lone_position(graph, *id))
            .collect(),
        silent: Vec::new(),
        ..about
    }
}
