//! Runs every check.

use rayon::prelude::*;

use super::outcome::{Outcome, judge};
use super::selection::{Filter, Selection, UnknownName};
use super::{CHECKS, Test, question};
use crate::finding::{Finding, Level, Summary};
use crate::graph::ClaimGraph;

/// Asks all checks. Out: the findings that the selection shows, in order, and counts over the whole run.
///
/// Questions are judged in parallel; the outcome does not depend on the number of threads.
///
/// # Errors
///
/// A name in the selection that nothing in the files bears.
pub fn run(
    graph: &ClaimGraph<'_>,
    selection: &Selection,
) -> Result<(Vec<Finding>, Summary), UnknownName> {
    let filter = Filter::new(graph, selection)?;
    let questions: Vec<_> = graph.alignment.question_ids().collect();
    let (mut counted, mut shown) = (Vec::new(), Vec::new());
    questions
        .par_iter()
        .with_min_len(64)
        .map(|id| {
            let outcome = judge(graph, *id);
            let shown = outcome
                .as_ref()
                .filter(|outcome| filter.shows(graph, outcome));
            (
                outcome.as_ref().map(Count::of),
                shown.map(|outcome| question::finding(graph, outcome)),
            )
        })
        .unzip_into_vecs(&mut counted, &mut shown);
    let mut findings: Vec<Finding> = shown.into_iter().flatten().collect();
    let mut summary = Summary::default();
    counted
        .into_iter()
        .flatten()
        .for_each(|count| count.add_to(&mut summary));
    let articles = graph.corpus.article_ids();
    summary.articles = articles.filter(|id| graph.publication(*id) == *id).count();
    summary.claims = graph.corpus.claims.len();
    summary.questions = questions.len();
    for check in CHECKS {
        if let Test::Graph(find) = check.test {
            for finding in find(graph) {
                summary.warnings += usize::from(finding.level == Level::Warning);
                if filter.shows_finding(graph, &finding) {
                    findings.push(finding);
                }
            }
        }
    }
    let all = summary.conflicts + summary.warnings + summary.agreements + summary.notes;
    summary.hidden = all - findings.len();
    findings.par_sort_unstable_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    Ok((findings, summary))
}

/// What a question adds to the summary, in two bytes: an archive has many questions.
struct Count {
    level: Level,
    undetermined: bool,
}

impl Count {
    fn of(outcome: &Outcome) -> Self {
        let undetermined = !outcome.undetermined.is_empty() && outcome.articles > 1;
        Self {
            level: outcome.check().level,
            undetermined,
        }
    }

    fn add_to(&self, summary: &mut Summary) {
        match self.level {
            Level::Conflict => summary.conflicts += 1,
            Level::Warning => summary.warnings += 1,
            Level::Agreement => summary.agreements += 1,
            Level::Note => summary.notes += 1,
        }
        summary.undetermined += usize::from(self.undetermined);
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
