//! What a ruling on one finding settles elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::considered::wording;
use super::{Rulings, stands};
use crate::align::QuestionId;
use crate::finding::{Finding, FindingId, RulingNote, Settled};
use crate::graph::ClaimGraph;
use crate::model::{ClaimId, Decision};

/// The claims that rulings reject, each with the first finding whose ruling does.
#[derive(Default)]
pub(in crate::check) struct Settlement {
    rejected: BTreeMap<ClaimId, FindingId>,
    notes: BTreeMap<FindingId, RulingNote>,
}

impl Settlement {
    /// Adds the claims that the ruling on a finding rejects; none where none counts, or it lets all of
    /// them stand.
    pub(in crate::check) fn add(
        &mut self,
        graph: &ClaimGraph<'_>,
        rulings: &Rulings<'_>,
        question: Option<QuestionId>,
        finding: &Finding,
    ) {
        let Some(note) = rulings.note(finding) else {
            return;
        };
        let stands = note.silences && note.ruled.decision == Decision::Stands;
        let Some(value) = note.ruled.value.as_deref().filter(|_| stands) else {
            return;
        };
        for claim in stands::rejected(graph, question, finding, value) {
            self.rejected.entry(claim).or_insert(finding.id);
        }
        self.notes.insert(finding.id, note);
    }

    /// The ruling that settles a finding which holds only if all of its positions do: it rejects every
    /// claim of one of them. `None` where all positions still stand.
    pub(in crate::check) fn of(
        &self,
        graph: &ClaimGraph<'_>,
        joint: &Finding,
    ) -> Option<RulingNote> {
        if self.rejected.is_empty() {
            return None;
        }
        let by = |claim: &ClaimId| self.rejected.get(claim);
        let mut positions = joint.positions.iter();
        let position = positions.find(|position| {
            let mut claims = position.claims.iter();
            !position.claims.is_empty() && claims.all(|claim| by(claim).is_some())
        })?;
        let by = *position.claims.first().and_then(by)?;
        let note = self.notes.get(&by)?;
        let claims = position.claims.iter();
        let rejected: BTreeSet<String> = claims.map(|id| wording(graph.corpus, *id)).collect();
        Some(RulingNote {
            settled: Some(Settled {
                by,
                rejected: rejected.into_iter().collect(),
            }),
            ..note.clone()
        })
    }
}
