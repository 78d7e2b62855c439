//! What could be annotated better, though nothing is wrong with it.
//!
//! In: the graph. Out: diagnostics of severity [`Note`](crate::diagnostic::Severity::Note), which a check
//! does not tell. Linear in the claims and the words of the vocabulary.

mod claims;
pub mod fix;
mod kinds;
mod names;

use crate::diagnostic::Diagnostic;
use crate::graph::ClaimGraph;

/// All remarks on the files of a graph, in no order of theirs.
#[must_use]
pub fn remarks(graph: &ClaimGraph<'_>) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    for question in graph.alignment.question_ids() {
        remarks.extend(claims::quotes(graph, question));
        remarks.extend(claims::doubtful(graph, question));
        remarks.extend(claims::repeated(graph, question));
    }
    remarks.extend(kinds::mixed(graph));
    remarks.extend(names::unused(graph));
    remarks
}
