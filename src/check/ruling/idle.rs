//! Rulings that have outlived their conflict.

use super::{Rulings, stands};
use crate::align::QuestionId;
use crate::finding::{Check, Finding, Level, RulingNote};
use crate::graph::ClaimGraph;
use crate::model::{Considered, Decision, Ruling};
use crate::value::sentence::listed;

impl Rulings<'_> {
    /// Whether a ruling on a finding was about a conflict, and there is none any more although every
    /// article that it weighed is in the run.
    pub(super) fn is_idle(&self, ruling: &Ruling, finding: &Finding, is_changed: bool) -> bool {
        let is_gone = finding.level > Level::Warning;
        is_gone && !self.is_over(ruling) && self.holds_articles(&ruling.considered) && {
            match ruling.check.as_deref().and_then(Check::named) {
                Some(check) => check.level() <= Level::Warning,
                // Who ruled on an agreement saw the claims that are there.
                None => {
                    is_changed
                        && ruling.considered.len() > 1
                        && finding.check != Check::Undetermined
                }
            }
        }
    }

    /// Whether every article that was weighed is in the run.
    pub(super) fn holds_articles(&self, considered: &[Considered]) -> bool {
        // An id may hold spaces.
        let is_there = |claim: &str| {
            let ends = claim.match_indices(' ').map(|(at, _)| at);
            let mut ids = ends.chain([claim.len()]).filter_map(|end| claim.get(..end));
            ids.any(|id| self.articles.contains(id))
        };
        considered.iter().all(|it| is_there(it.claim.trim()))
    }
}

/// What to say where nothing contradicts any more, and whether that is not what stood: in words, what
/// the articles say now.
pub(in crate::check) fn idle_note(
    graph: &ClaimGraph<'_>,
    question: Option<QuestionId>,
    finding: &Finding,
    note: &RulingNote,
) -> (String, bool) {
    let ruled = &note.ruled;
    let mut who = "its ruling".to_owned();
    for (before, part) in [(" by ", &ruled.by), (" on ", &ruled.date)] {
        if let Some(part) = part {
            who.push_str(before);
            who.push_str(part);
        }
    }
    let stood = ruled
        .value
        .as_deref()
        .filter(|_| ruled.decision == Decision::Stands);
    let Some(stood) = stood.filter(|text| !stands::is_said(graph, question, finding, text)) else {
        return (
            format!("nothing contradicts here any more: {who} has no conflict left"),
            false,
        );
    };
    let said = stands::said(finding);
    let said: Vec<&str> = said.iter().map(|position| &*position.value).collect();
    let said = listed(&said, "and");
    let text = format!(
        "nothing contradicts here any more, but not as was decided: {who} let {stood} stand, and the articles say {said} now"
    );
    (text, true)
}
