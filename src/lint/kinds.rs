//! Labels whose answers are of one kind here and of another there.

use std::collections::BTreeMap;

use crate::align::{PropertyId, QuestionId};
use crate::compare::Standing;
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::ClaimGraph;
use crate::model::{ClaimId, Property};
use crate::value::Kind;

/// A remark for each question whose kind is not that of most questions of its property, where no kind is
/// declared.
pub(super) fn mixed(graph: &ClaimGraph<'_>) -> Vec<Diagnostic> {
    let (corpus, alignment) = (graph.corpus, graph.alignment);
    let mut by_property: BTreeMap<PropertyId, Vec<(QuestionId, Kind)>> = BTreeMap::new();
    for id in alignment.question_ids() {
        let property = alignment.question(id).property;
        let declared = alignment.properties.declared(property, corpus);
        let is_declared = declared.and_then(Property::declared_kind).is_some();
        let standing = graph.standing(id);
        if !is_declared && !standing.positions.is_empty() {
            by_property
                .entry(property)
                .or_default()
                .push((id, sort(standing.kind)));
        }
    }
    let mut remarks = Vec::new();
    for (property, questions) in by_property {
        let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
        for (_, kind) in &questions {
            *counts.entry(*kind).or_default() += 1;
        }
        // Of as many of each, the first kind of the table is the usual one.
        let usual = counts
            .iter()
            .max_by_key(|(kind, count)| (**count, std::cmp::Reverse(**kind)));
        let Some(usual) = usual.map(|(kind, _)| *kind).filter(|_| counts.len() > 1) else {
            continue;
        };
        let model = questions.iter().find(|(_, kind)| *kind == usual);
        let model = model.and_then(|(id, _)| first(graph.standing(*id)));
        let label = alignment.properties.name(property);
        for (id, kind) in questions.iter().filter(|(_, kind)| *kind != usual) {
            let subject = alignment.name(alignment.question(*id).subject);
            let claim = first(graph.standing(*id));
            remarks.extend(claim.map(|claim| {
                let message = format!(
                    "\"{label}\" of {subject} is answered with {}, and elsewhere with {}",
                    words(*kind),
                    words(usual)
                );
                let place = corpus.claim(claim).spots.value.in_file(corpus.place(claim).file);
                let length = corpus.claim(claim).original().chars().count();
                let hint = format!(
                    "Give one of them another label, or declare the `kind` of \"{label}\" under `properties`."
                );
                let remark = Diagnostic::new(Code::MixedKinds, place, message, hint).spanning(length);
                match model {
                    Some(model) => remark.related_to(corpus.place(model), "the usual kind"),
                    None => remark,
                }
            }));
        }
    }
    remarks
}

/// The first claim that was read.
fn first(standing: &Standing) -> Option<ClaimId> {
    let claims = standing.positions.iter().flat_map(|at| &at.claims);
    claims.min().copied()
}

/// Names, places, terms and free words are written alike, and no label mixes them up.
fn sort(kind: Kind) -> Kind {
    match kind {
        Kind::Members | Kind::Term | Kind::Entity | Kind::Place | Kind::Quotation => Kind::Text,
        // "three" and "three rooms" answer one question.
        Kind::Quantity => Kind::Number,
        other => other,
    }
}

fn words(kind: Kind) -> &'static str {
    match kind {
        Kind::Number | Kind::Quantity => "a number",
        Kind::Money => "an amount of money",
        Kind::Duration => "a length of time",
        Kind::Date => "a date",
        Kind::Truth => "yes or no",
        Kind::Members | Kind::Term | Kind::Entity | Kind::Place | Kind::Quotation | Kind::Text => {
            "a name or words"
        }
    }
}
