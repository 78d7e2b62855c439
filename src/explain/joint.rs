//! How a joint contradiction was derived: its constraints, and what they add up to.

use super::Derivation;
use crate::check::reckoning;
use crate::finding::{Check, Finding};
use crate::graph::ClaimGraph;
use crate::joint::Ground;

/// Adds the argument; whether the finding is a joint contradiction.
pub(super) fn derive(
    graph: &ClaimGraph<'_>,
    finding: &Finding,
    derivation: &mut Derivation<'_>,
) -> bool {
    if finding.subject.is_some() {
        return false;
    }
    let Some((contradiction, argument, is_refuted)) = reckoning(graph, finding) else {
        return false;
    };
    let vocabulary = &graph.corpus.vocabulary;
    for piece in &contradiction.chain {
        match piece.ground {
            Ground::Rule(at) => {
                let rule = &vocabulary.rules[at];
                let slack = rule.slack.as_deref();
                let slack = slack.map(|slack| format!(", give or take {slack}"));
                let usual = if rule.usual { ", usually" } else { "" };
                let slack = slack.unwrap_or_default();
                let words = format!("{}: {}{slack}{usual}", rule.name, rule.holds);
                derivation.rules.push((words, rule.place));
            }
            Ground::Event(at) => {
                let event = &vocabulary.entities[at];
                let date = event.date.as_ref().map(crate::value::date::describe);
                let words = format!("{}: {}", event.name, date.unwrap_or_default());
                derivation.rules.push((words, event.place));
            }
            Ground::Claims(_) | Ground::Published(_) => {}
        }
    }
    derivation.rules.dedup();
    derivation.argument = argument;
    derivation.is_refuted = is_refuted;
    let n_claims = contradiction.bounds.len();
    // Of two positions that goes without saying.
    derivation.changes.extend(match n_claims {
        1 => Some("without its claim, the rest can hold".to_owned()),
        2 => None,
        _ => Some(format!(
            "take any one of the {n_claims} positions away, and the rest can all hold"
        )),
    });
    if !derivation.rules.is_empty() {
        let rules = "if a rule did not hold in this story, or allowed enough `slack`, there would be no contradiction";
        derivation.changes.push(rules.into());
    }
    if finding.check != Check::PossibleConflict {
        let hedged = "if all claims of one position were hedged, it would be possible-conflict";
        derivation.changes.push(hedged.into());
    } else if let Some(reason) = &finding.reason {
        derivation
            .changes
            .push(format!("it would be joint-contradiction, but {reason}"));
    }
    true
}
