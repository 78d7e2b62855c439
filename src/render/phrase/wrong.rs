//! What is wrong, in one sentence.

use super::versus::dispute;
use crate::finding::{Basis, Check, Finding, Rule};
use crate::model::Corpus;
use crate::render::matrix::mark;
use crate::value::sentence::joined;

/// The sentence of a finding, with what leaves it in doubt: "5 and 7 may contradict each other: one side
/// is hedged". A joint contradiction is told by the letters of its sides, which stand beside it.
pub(in crate::render) fn wrong(corpus: &Corpus, finding: &Finding) -> String {
    if let Some(dispute) = dispute(corpus, finding) {
        return dispute;
    }
    let told = finding.oppositions.iter().filter(|pair| pair.tells);
    let told: Vec<&str> = told.map(|pair| pair.why.as_str()).collect();
    let mut sentence = match (argued(finding), finding.check) {
        (Some(argued), _) => argued,
        // It says what the general sentence says, and in which words.
        (None, Check::Misquotation) if !told.is_empty() => return told.join("; "),
        (None, _) => finding.message.clone(),
    };
    if !told.is_empty() {
        sentence = format!("{sentence}: {}", told.join("; "));
    }
    let Some(reason) = doubt(finding) else {
        return sentence;
    };
    match reason.starts_with("unless ") {
        true => format!("{sentence}, {reason}"),
        false => format!("{sentence}: {reason}"),
    }
}

/// Why it is no more than a possible conflict.
pub(in crate::render) fn doubt(finding: &Finding) -> Option<&str> {
    let is_possible = finding.check == Check::PossibleConflict;
    finding.reason.as_deref().filter(|_| is_possible)
}

/// "By A and B, the vote is 0 or 7 days after the talks; but C has 5 days after the talks".
fn argued(finding: &Finding) -> Option<String> {
    let (last, before) = finding.steps.split_last()?;
    let Basis::Claims(refuted) = last.basis else {
        return None;
    };
    let (conclusion, grounds) = match before.split_last() {
        Some((step, grounds)) if step.basis == Basis::Conclusion => (Some(&step.text), grounds),
        _ => (None, before),
    };
    let grounds: Vec<String> = grounds
        .iter()
        .filter_map(|step| match &step.basis {
            Basis::Claims(at) => Some(mark(*at)),
            Basis::Rule(rule) => Some(named(rule)),
            Basis::Known => Some(step.text.clone()),
            Basis::Conclusion => None,
        })
        .collect();
    if grounds.is_empty() || finding.positions.len() < 2 {
        return None;
    }
    let grounds = joined(&grounds, "and");
    let position = finding.positions.get(refuted)?;
    let but = format!("{} says {}", mark(refuted), position.value);
    Some(match conclusion {
        Some(so) => format!("By {grounds}, {so}; but {but}"),
        None => format!("By {grounds}, it cannot be; but {but}"),
    })
}

/// "The rule hurt = treated + dead (give or take 1)". That it usually holds stands behind, as the doubt
/// that it leaves.
fn named(rule: &Rule) -> String {
    let holds = &rule.holds;
    match &rule.slack {
        Some(slack) => format!("the rule {holds} (give or take {slack})"),
        None => format!("the rule {holds}"),
    }
}
