//! What could not be compared, and what to do about it.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::list::{count, list};
use super::topic::Topics;
use crate::finding::{Finding, Report, Section};
use crate::model::{ArticleId, Corpus};
use crate::value::{Reason, date};

/// Questions that one and the same thing keeps from being compared.
#[derive(Debug)]
pub(in crate::render) struct Remedy {
    /// How many, and what to do: "2 questions: add `published` to herald and post".
    pub(in crate::render) text: String,
    /// What they are about, in short.
    pub(in crate::render) about: Vec<String>,
}

/// What to do about all questions of a report that could not be compared.
pub(in crate::render) fn remedies(report: &Report<'_>, topics: &Topics<'_>) -> Vec<Remedy> {
    let mut undated: BTreeSet<ArticleId> = BTreeSet::new();
    // Of what waits for a day of publication there is no reason to tell.
    let mut alike: IndexMap<Option<String>, Vec<&Finding>> = IndexMap::new();
    for finding in report.findings.iter().filter(|it| it.fold.is_none()) {
        let is_open = finding.section() == Section::NotCompared;
        let key = match finding.undated.is_empty() {
            true if is_open => Some(to_do(finding)),
            true => continue,
            false => {
                undated.extend(&finding.undated);
                None
            }
        };
        alike.entry(key).or_default().push(finding);
    }
    let told = alike.into_iter().map(|(key, findings)| {
        let what = match key {
            None => dates(report.corpus, &undated),
            Some(reason) => reason,
        };
        let open = |it: &&&Finding| it.section() == Section::NotCompared;
        let open = findings.iter().filter(open).count();
        let number = match (open, findings.len() - open) {
            (0, part) => format!("{} compared only in part", count(part, "question")),
            (open, 0) => format!("{} not compared", count(open, "question")),
            (open, part) => {
                format!(
                    "{} not compared, {part} only in part",
                    count(open, "question")
                )
            }
        };
        Remedy {
            text: format!("{number}: {what}"),
            about: findings.iter().map(|it| topics.about(it)).collect(),
        }
    });
    told.collect()
}

/// How the days of publication of articles become known: "add `published` to wire; confirm `published`
/// of post (guessed: 5 March 2024)".
fn dates(corpus: &Corpus, undated: &BTreeSet<ArticleId>) -> String {
    let (mut unknown, mut guessed) = (Vec::new(), Vec::new());
    for &id in undated {
        match &corpus.article(id).guessed {
            None => unknown.push(corpus.id(id)),
            Some(days) => guessed.push(format!(
                "{} (guessed: {})",
                corpus.id(id),
                date::describe(days)
            )),
        }
    }
    let guessed: Vec<&str> = guessed.iter().map(String::as_str).collect();
    let words = [
        ("add `published` to", unknown),
        ("confirm `published` of", guessed),
    ];
    let words = words
        .into_iter()
        .filter(|(_, articles)| !articles.is_empty());
    let words = words.map(|(what, articles)| format!("{what} {}", list(&articles)));
    words.collect::<Vec<_>>().join("; ")
}

/// Why a question could not be compared, with what helps where that is known.
fn to_do(finding: &Finding) -> String {
    let reason = finding.reason.as_deref().unwrap_or(&finding.message);
    let helps = match reason {
        _ if reason == Reason::Wording.text() => "give the property a `kind` or `terms`",
        _ if reason.starts_with("they differ, and no") && !reason.contains("; ") => {
            "declare them as `terms`, and they exclude each other"
        }
        _ => return reason.to_owned(),
    };
    format!("{reason}; {helps}")
}
