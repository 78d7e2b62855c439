//! A finding in words.

use indexmap::IndexSet;

use super::agreement::reserve;
use super::article::article_ids;
use super::claim::question;
use super::list::count;
use crate::finding::{Check, Finding, Help, Position, Ruled, Settled};
use crate::model::{Corpus, Importance};
use crate::render::place::place;
use crate::value::sentence::listed;

/// What a finding is about: the question as the vocabulary words it, else subject and property, else
/// the questions that it spans, else what was found.
pub(in crate::render) fn heading(finding: &Finding) -> String {
    finding
        .question
        .clone()
        .or_else(|| topic(finding))
        .or_else(|| finding.about.clone())
        .unwrap_or_else(|| finding.message.clone())
}

/// What stands under another finding, behind which label: "75c966161034: post has 4 for fire / calls,
/// which also fits three".
pub(in crate::render) fn folded(finding: &Finding) -> Option<(&'static str, String)> {
    let fold = finding.fold.as_ref()?;
    let label = if fold.is_echo { "echo" } else { "also" };
    Some((label, format!("{}: {}", finding.id, fold.adds)))
}

/// Subject and property; `None` where the finding spans questions.
pub(in crate::render) fn topic(finding: &Finding) -> Option<String> {
    match (&finding.subject, &finding.property) {
        (Some(subject), Some(property)) => Some(format!("{subject} / {property}")),
        (Some(only), None) | (None, Some(only)) => Some(only.clone()),
        (None, None) => None,
    }
}

/// What a finding is about, in one line: subject and property; those of each of its claims where it
/// spans questions; else what was found.
pub(crate) fn about(corpus: &Corpus, finding: &Finding) -> String {
    if let Some(topic) = topic(finding).or_else(|| finding.about.clone()) {
        return topic;
    }
    let claims = finding.positions.iter().filter_map(|p| p.claims.first());
    let questions: IndexSet<String> = claims.map(|&id| question(corpus, id)).collect();
    if questions.is_empty() {
        return finding.message.clone();
    }
    questions.into_iter().collect::<Vec<_>>().join("; ")
}

/// The check and the others that apply: "disputed, also misreported".
pub(in crate::render) fn check(finding: &Finding) -> String {
    let mut words = vec![finding.check.name().to_owned()];
    let reserve = reserve(finding);
    // "But not all compared" says as much.
    let is_said = |also: &&Check| reserve.is_some() && **also == Check::Undetermined;
    let also: Vec<&str> = (finding.also.iter())
        .filter(|also| !is_said(also))
        .map(|also| also.name())
        .collect();
    words.extend(reserve.map(|why| format!("but {why}")));
    if !also.is_empty() {
        words.push(format!("also {}", also.join(" and ")));
    }
    if finding.is_silenced() {
        words.push("silenced by a ruling".into());
    }
    words.join(", ")
}

/// The word for an importance that is not the usual.
pub(in crate::render) fn importance(importance: Importance) -> Option<&'static str> {
    match importance {
        Importance::High => Some("high"),
        Importance::Normal => None,
        Importance::Low => Some("low"),
    }
}

/// What stands beside the line on which a position is drawn: the value, in a joint contradiction with the
/// question that it answers. What it allows is drawn.
pub(in crate::render) fn track(corpus: &Corpus, finding: &Finding, position: &Position) -> String {
    match position.claims.first() {
        Some(&claim) if finding.subject.is_none() => {
            format!("{}: {}", question(corpus, claim), position.value)
        }
        _ => position.value.clone(),
    }
}

/// "2 origins: CAN-DO, White House".
pub(in crate::render) fn origins<T: AsRef<str>>(names: &[T]) -> String {
    let words: Vec<_> = names.iter().map(AsRef::as_ref).collect();
    format!("{}: {}", count(names.len(), "origin"), words.join(", "))
}

/// What there is to say about a finding beside its positions and its message: labels of ours, and
/// the text of each.
pub(in crate::render) fn remarks(
    corpus: &Corpus,
    finding: &Finding,
) -> Vec<(&'static str, String)> {
    let why = finding.oppositions.iter().map(|o| ("why", o.why.clone()));
    let mut remarks: Vec<_> = why.collect();
    let is_said = |reason: &&String| {
        finding
            .oppositions
            .iter()
            .any(|o| o.why.ends_with(&***reason))
    };
    if let Some(reason) = finding.reason.as_ref().filter(|reason| !is_said(reason)) {
        let beside =
            finding.also.contains(&Check::Undetermined) && finding.check != Check::PossibleConflict;
        remarks.push(match (beside, reason.strip_prefix("unless ")) {
            (true, _) => ("besides", format!("not all could be compared: {reason}")),
            (false, Some(doubt)) => ("unless", doubt.to_owned()),
            (false, None) => ("because", reason.clone()),
        });
    }
    let helps = finding.helps.iter().filter_map(Help::of_these);
    remarks.extend(helps.map(|help| ("to tell", help.to_owned())));
    if !finding.rules.is_empty() {
        remarks.push(("rules", finding.rules.join(", ")));
    }
    remarks.extend(finding.notes.iter().map(|note| ("note", note.clone())));
    if !finding.not_known.is_empty() {
        remarks.push(("not known", not_known(corpus, finding)));
    }
    if !finding.silent.is_empty() {
        remarks.push(("silent", article_ids(corpus, &finding.silent)));
    }
    if let Some(note) = &finding.ruling {
        let earlier = note.earlier.iter().map(|past| ("earlier", past));
        for (label, ruled) in earlier.chain([("ruling", &note.ruled)]) {
            remarks.push((label, ruling(corpus, ruled)));
        }
        remarks.extend(note.settled.iter().map(|it| ("settled", settled(it))));
        remarks.extend(note.reopened.iter().map(|why| ("reopened", why.clone())));
    }
    remarks
}

/// Why a ruling on another finding settles this one: "that ruling on 4832b05cb5ee rejects “a 1”".
fn settled(settled: &Settled) -> String {
    let rejected = settled.rejected.iter();
    let rejected: Vec<String> = rejected.map(|claim| format!("“{claim}”")).collect();
    let rejected: Vec<&str> = rejected.iter().map(String::as_str).collect();
    let by = settled.by;
    format!("that ruling, on {by}, rejects {}", listed(&rejected, "and"))
}

/// The articles that say that the answer is not known, with their words: "axios (“unclear”), mic".
pub(super) fn not_known(corpus: &Corpus, finding: &Finding) -> String {
    let said = finding.not_known.iter().map(|&id| {
        let (article, value) = (corpus.article_id(id), corpus.claim(id).original());
        match value.eq_ignore_ascii_case("not known") {
            true => article.to_owned(),
            false => format!("{article} (“{value}”)"),
        }
    });
    let said: IndexSet<String> = said.collect();
    said.into_iter().collect::<Vec<_>>().join(", ")
}

/// What an editor decided, and where that stands: "stands: 3, by RK on 2026-11-21: petition records show
/// three denials (claims/rulings.yaml:3)".
#[must_use]
pub fn ruling(corpus: &Corpus, ruled: &Ruled) -> String {
    format!("{} ({})", decided(ruled), place(corpus, ruled.place))
}

/// What an editor decided: "stands: 3, by RK on 2026-11-21: petition records show three denials".
pub(in crate::render) fn decided(ruled: &Ruled) -> String {
    let mut words = ruled.decision.name().to_owned();
    let mut add = |before: &str, part: &Option<String>| {
        if let Some(part) = part {
            words.push_str(before);
            words.push_str(part);
        }
    };
    add(": ", &ruled.value);
    add(", by ", &ruled.by);
    add(" on ", &ruled.date);
    add(", until ", &ruled.expires);
    add(": ", &ruled.reason);
    words
}
