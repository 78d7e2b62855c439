//! What could not be compared, and what to do about it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::list::{count, list};
use super::topic::Topics;
use crate::finding::{Check, Finding, Help, Report, Section};
use crate::model::{ArticleId, Corpus};
use crate::value::date;

/// So many reasons are told; further ones are counted.
const MOST_REASONS: usize = 4;

/// Questions that one and the same thing keeps from being compared.
#[derive(Debug)]
pub(in crate::render) struct Remedy {
    /// How many, and what to do: "2 questions: add `published` to herald and post".
    pub(in crate::render) text: String,
    /// What they are about, in short.
    pub(in crate::render) about: Vec<String>,
}

impl Remedy {
    /// The same with what the first of the questions are about: "... (inspection; hearing; 2 more)".
    pub(in crate::render) fn told(&self) -> String {
        const FEW: usize = 3;
        let mut names: Vec<String> = self.about.iter().take(FEW).cloned().collect();
        let more = self.about.len().saturating_sub(FEW);
        names.extend((more > 0).then(|| format!("{more} more")));
        format!("{} ({})", self.text, names.join("; "))
    }
}

/// What keeps questions from being compared: those that have it in common are told together.
#[derive(PartialEq, Eq, Hash)]
enum Obstacle {
    /// A day of publication is not known.
    Undated,
    /// Something that many properties lack.
    Undeclared(Help),
    /// Something else, in words.
    Other(String),
}

/// What to do about all questions of a report that could not be compared, or only in part.
pub(in crate::render) fn remedies(report: &Report<'_>, topics: &Topics<'_>) -> Vec<Remedy> {
    let mut alike: IndexMap<Obstacle, Vec<&Finding>> = IndexMap::new();
    let open = |finding: &&Finding| {
        finding.fold.is_none()
            && (is_open(finding) || is_in_part(finding) || !finding.undated.is_empty())
    };
    for finding in report.findings.iter().filter(open) {
        alike.entry(obstacle(finding)).or_default().push(finding);
    }
    let mut alike: Vec<(Obstacle, Vec<&Finding>)> = alike.into_iter().collect();
    // What is quickly mended first, then what concerns most; questions that are open before others.
    alike.sort_by_key(|(obstacle, findings)| {
        let open = findings.iter().filter(|it| is_open(it)).count();
        let is_undated = *obstacle == Obstacle::Undated;
        (Reverse(is_undated), Reverse(open), Reverse(findings.len()))
    });
    let rest = match alike.len() > MOST_REASONS {
        true => alike.split_off(MOST_REASONS - 1),
        false => Vec::new(),
    };
    let told = alike.iter().map(|(obstacle, findings)| {
        let what = to_do(report.corpus, obstacle, findings);
        remedy(topics, findings, &what)
    });
    let mut told: Vec<Remedy> = told.collect();
    let rest: Vec<&Finding> = rest
        .into_iter()
        .flat_map(|(_, findings)| findings)
        .collect();
    if !rest.is_empty() {
        told.push(remedy(topics, &rest, "for other reasons, told with each"));
    }
    told
}

fn remedy(topics: &Topics<'_>, findings: &[&Finding], what: &str) -> Remedy {
    let open = findings.iter().filter(|it| is_open(it)).count();
    let number = match (open, findings.len() - open) {
        (0, part) => format!("{} compared only in part", count(part, "question")),
        (open, 0) => format!("{} not compared", count(open, "question")),
        (open, part) => format!(
            "{} not compared, {part} only in part",
            count(open, "question")
        ),
    };
    Remedy {
        text: format!("{number}: {what}"),
        about: findings.iter().map(|it| topics.about(it)).collect(),
    }
}

fn is_open(finding: &Finding) -> bool {
    finding.section() == Section::NotCompared
}

/// Whether something else was found on it too.
fn is_in_part(finding: &Finding) -> bool {
    finding.also.contains(&Check::Undetermined)
}

fn obstacle(finding: &Finding) -> Obstacle {
    if !finding.undated.is_empty() {
        return Obstacle::Undated;
    }
    match finding.helps.as_slice() {
        [help @ (Help::Kind | Help::Terms)] => Obstacle::Undeclared(help.clone()),
        _ => Obstacle::Other(why(finding)),
    }
}

fn to_do(corpus: &Corpus, obstacle: &Obstacle, findings: &[&Finding]) -> String {
    match (obstacle, findings) {
        (Obstacle::Undated, _) => {
            let undated = findings.iter().flat_map(|it| it.undated.iter().copied());
            dates(corpus, &undated.collect())
        }
        (Obstacle::Other(why), _) => why.clone(),
        (Obstacle::Undeclared(_), [only]) => why(only),
        (Obstacle::Undeclared(Help::Kind), _) => "give their properties a `kind` or `terms`".into(),
        (Obstacle::Undeclared(_), _) => {
            "declare their values as `terms`, and they exclude each other".into()
        }
    }
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
fn why(finding: &Finding) -> String {
    let reason = match (&finding.reason, finding.check) {
        (Some(reason), check) if check != Check::PossibleConflict => reason.as_str(),
        (None, _) if is_open(finding) => finding.message.as_str(),
        _ => "some values do not compare with others",
    };
    let helps = finding.helps.iter().map(Help::text);
    let all: Vec<&str> = std::iter::once(reason).chain(helps).collect();
    all.join("; ")
}
