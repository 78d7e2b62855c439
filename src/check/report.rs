//! Runs every check and puts what they found into one report.

use rayon::prelude::*;

use super::outcome::{Outcome, judge};
use super::{CHECKS, Test, question};
use crate::finding::{Finding, Level, Summary};
use crate::graph::ClaimGraph;

/// Which findings a report shows.
#[derive(Clone, Debug)]
pub struct Selection {
    /// Findings of this level and above.
    pub level: Level,
    /// Also findings that a ruling silences.
    pub silenced: bool,
    /// Also claims that could not be compared, whatever the level.
    pub undetermined: bool,
    /// Only these checks; all where empty.
    pub only: Vec<String>,
    /// None of these checks.
    pub skip: Vec<String>,
    /// Only questions that an article of one of these sources, or one of these articles, answers.
    pub sources: Vec<String>,
    /// Only questions about one of these subjects.
    pub subjects: Vec<String>,
}

impl Default for Selection {
    /// Conflicts, warnings and agreements, and what could not be compared.
    fn default() -> Self {
        Self {
            level: Level::Agreement,
            silenced: false,
            undetermined: true,
            only: Vec::new(),
            skip: Vec::new(),
            sources: Vec::new(),
            subjects: Vec::new(),
        }
    }
}

/// Asks all checks. Out: the findings that the selection shows, in order, and counts over the whole run.
///
/// Questions are judged in parallel; the outcome does not depend on the number of threads.
#[must_use]
pub fn run(graph: &ClaimGraph<'_>, selection: &Selection) -> (Vec<Finding>, Summary) {
    let corpus = graph.corpus;
    let questions: Vec<_> = graph.alignment.question_ids().collect();
    let judged: Vec<(Summary, Option<Finding>)> = questions
        .par_iter()
        .with_min_len(64)
        .map(|id| {
            let outcome = judge(graph, *id);
            let shown = is_shown(graph, &outcome, selection);
            (
                count(&outcome),
                shown.then(|| question::finding(graph, &outcome)),
            )
        })
        .collect();
    let mut summary = Summary {
        articles: corpus.articles.len(),
        claims: corpus.claims.len(),
        questions: questions.len(),
        ..Summary::default()
    };
    let mut findings = Vec::new();
    for (counted, finding) in judged {
        summary.add(counted);
        findings.extend(finding);
    }
    for check in CHECKS {
        if let Test::Graph(find) = check.test {
            for finding in find(graph) {
                summary.add(Summary {
                    warnings: usize::from(finding.level == Level::Warning),
                    ..Summary::default()
                });
                if selection.takes(check.id, check.level, &[]) {
                    findings.push(finding);
                }
            }
        }
    }
    let all = summary.conflicts + summary.warnings + summary.agreements + summary.notes;
    summary.hidden = all - findings.len();
    findings.par_sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    (findings, summary)
}

impl Selection {
    /// Whether a finding of a check, with others that apply to it, passes the filters by check and level.
    fn takes(&self, check: &str, level: Level, also: &[&str]) -> bool {
        let names = |list: &[String], id: &str| list.iter().any(|name| name == id);
        let wanted = self.only.is_empty()
            || names(&self.only, check)
            || also.iter().any(|id| names(&self.only, id));
        let asked = !self.only.is_empty() && wanted;
        let high = level <= self.level || (self.undetermined && check == "undetermined");
        wanted && !names(&self.skip, check) && (high || asked)
    }
}

fn is_shown(graph: &ClaimGraph<'_>, outcome: &Outcome, selection: &Selection) -> bool {
    let also: Vec<&str> = outcome.also.iter().map(|row| CHECKS[*row].id).collect();
    let question = graph.alignment.question(outcome.question);
    let of_source = || {
        question.claims.iter().any(|id| {
            let article = graph.article_of(*id);
            let source = graph
                .source_of(article)
                .map(|source| graph.alignment.name(source));
            let id = graph.corpus.symbols.text(graph.corpus.article(article).id);
            selection
                .sources
                .iter()
                .any(|wanted| wanted == id || Some(wanted.as_str()) == source)
        })
    };
    let about = || {
        selection
            .subjects
            .iter()
            .any(|wanted| wanted == graph.alignment.name(question.subject))
    };
    selection.takes(outcome.check().id, outcome.check().level, &also)
        && (selection.sources.is_empty() || of_source())
        && (selection.subjects.is_empty() || about())
}

fn count(outcome: &Outcome) -> Summary {
    let is = |level| usize::from(outcome.check().level == level);
    Summary {
        conflicts: is(Level::Conflict),
        warnings: is(Level::Warning),
        agreements: is(Level::Agreement),
        notes: is(Level::Note),
        undetermined: usize::from(!outcome.undetermined.is_empty() && outcome.articles > 1),
        ..Summary::default()
    }
}

/// By level, importance and rank of the check, then by name.
fn sort_key(finding: &Finding) -> impl Ord + '_ {
    let rank = CHECKS.iter().position(|check| check.id == finding.check);
    (
        finding.level,
        finding.importance,
        rank,
        &finding.subject,
        &finding.property,
        finding.id,
    )
}
