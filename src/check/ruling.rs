//! Rulings: which findings an editor has dealt with, and which are open again.
//!
//! A ruling silences a finding while the claims now in conflict are the ones that were considered.
//! It reopens when one of them changes or goes, when another joins, and when it expires.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::diagnostic::{Code, Diagnostic};
use crate::finding::{Finding, FindingId, RulingNote};
use crate::model::{Corpus, Decision, Ruling};
use crate::value::Day;

/// The rulings of a run, and which of them met a finding.
pub(super) struct Rulings<'a> {
    corpus: &'a Corpus,
    today: Option<Day>,
    met: Vec<AtomicBool>,
}

impl<'a> Rulings<'a> {
    /// The rulings of a corpus, measured on a day.
    pub(super) fn new(corpus: &'a Corpus, today: Option<Day>) -> Self {
        let met = corpus
            .rulings
            .iter()
            .map(|_| AtomicBool::new(false))
            .collect();
        Self { corpus, today, met }
    }

    /// The ruling on a finding, if any; the last one counts. The id is asked for only where there
    /// are rulings.
    pub(super) fn on(&self, id: impl FnOnce() -> FindingId) -> Option<&'a Ruling> {
        if self.corpus.rulings.is_empty() {
            return None;
        }
        let id = id();
        let found = self
            .corpus
            .rulings
            .iter()
            .zip(&self.met)
            .filter(|(ruling, _)| id.is_meant_by(&ruling.finding));
        found
            .inspect(|(_, met)| met.store(true, Ordering::Relaxed))
            .last()
            .map(|(ruling, _)| ruling)
    }

    /// What a ruling means for a finding as it is now.
    pub(super) fn note(&self, ruling: &Ruling, finding: &Finding) -> RulingNote {
        let reopened = match ruling.decision {
            Decision::Unresolved => None,
            Decision::Stands | Decision::Both => self.reopened(ruling, finding),
        };
        RulingNote {
            decision: ruling.decision,
            value: ruling.value.as_ref().map(ToString::to_string),
            by: ruling.by.as_ref().map(ToString::to_string),
            date: ruling.date.as_ref().map(ToString::to_string),
            reason: ruling.reason.as_ref().map(ToString::to_string),
            place: ruling.place,
            silences: ruling.decision != Decision::Unresolved && reopened.is_none(),
            reopened,
        }
    }

    /// A warning for each ruling that is about no finding; ask when all findings have been met.
    pub(super) fn unmatched(&self) -> Vec<Diagnostic> {
        let rulings = self.corpus.rulings.iter().zip(&self.met);
        let unmet = rulings.filter(|(_, met)| !met.load(Ordering::Relaxed));
        unmet
            .map(|(ruling, _)| {
                let message = format!("no finding has the id `{}` of this ruling", ruling.finding);
                let hint =
                    "Remove the ruling if the matter is settled, or look up the id in the report.";
                Diagnostic::new(Code::UnmatchedRuling, ruling.place, message, hint)
            })
            .collect()
    }

    /// Why a ruling no longer holds; `None` while it does.
    fn reopened(&self, ruling: &Ruling, finding: &Finding) -> Option<String> {
        let considered: BTreeSet<String> = ruling
            .considered
            .iter()
            .map(|claim| claim.trim().to_owned())
            .collect();
        let now = self.in_conflict(finding);
        if let (Some(expires), Some(today)) = (ruling.expires, self.today)
            && today >= expires
        {
            return Some(format!("it expired on {expires}"));
        }
        let quoted = |claims: Vec<&String>| {
            claims
                .into_iter()
                .map(|claim| format!("\"{claim}\""))
                .collect::<Vec<_>>()
                .join(", ")
        };
        let (joined, gone) = (
            quoted(now.difference(&considered).collect()),
            quoted(considered.difference(&now).collect()),
        );
        match (joined.is_empty(), gone.is_empty()) {
            (true, true) => None,
            (false, true) => Some(format!("{joined} joined the conflict")),
            (true, false) => Some(format!("{gone} changed or went")),
            (false, false) => Some(format!(
                "{joined} joined the conflict, {gone} changed or went"
            )),
        }
    }

    /// The claims that stand against others, as rulings write them: article id, a space, the value.
    fn in_conflict(&self, finding: &Finding) -> BTreeSet<String> {
        let joint = finding.subject.is_none();
        let positions = finding
            .positions
            .iter()
            .filter(|position| joint || !position.against.is_empty());
        positions
            .flat_map(|position| &position.claims)
            .map(|&id| {
                let article = self.corpus.symbols.text(self.corpus.article_of(id).id);
                format!("{article} {}", self.corpus.claim(id).original())
            })
            .collect()
    }
}
