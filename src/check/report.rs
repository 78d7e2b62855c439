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
    let judged = questions
        .par_iter()
        .with_min_len(64)
        .fold(Judged::default, |mut judged, id| {
            let Some(outcome) = judge(graph, *id) else {
                return judged;
            };
            judged.summary.add(count(&outcome));
            if filter.shows(graph, &outcome) {
                judged.findings.push(question::finding(graph, &outcome));
            }
            judged
        });
    let Judged {
        mut findings,
        mut summary,
    } = judged.reduce(Judged::default, Judged::and);
    let articles = graph.corpus.article_ids();
    summary.articles = articles.filter(|id| graph.publication(*id) == *id).count();
    summary.claims = graph.corpus.claims.len();
    summary.questions = questions.len();
    for check in CHECKS {
        if let Test::Graph(find) = check.test {
            for finding in find(graph) {
                summary.conflicts += usize::from(finding.level == Level::Conflict);
                summary.warnings += usize::from(finding.level == Level::Warning);
                if filter.shows_finding(graph, &finding) {
                    findings.push(finding);
                }
            }
        }
    }
    let all = summary.conflicts + summary.warnings + summary.agreements + summary.notes;
    summary.hidden = all - findings.len();
    findings.par_sort_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    Ok((findings, summary))
}

/// What was found in some of the questions, in their order.
#[derive(Default)]
struct Judged {
    summary: Summary,
    findings: Vec<Finding>,
}

impl Judged {
    fn and(mut self, other: Self) -> Self {
        self.summary.add(other.summary);
        self.findings.extend(other.findings);
        self
    }
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
