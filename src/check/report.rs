//! Runs every check.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use rayon::prelude::*;

use super::outcome::judge;
use super::ruling::Rulings;
use super::selection::{Filter, Selection, UnknownName};
use super::{CHECKS, Test, question};
use crate::diagnostic::Diagnostic;
use crate::finding::{Finding, Level, Summary};
use crate::graph::ClaimGraph;
use crate::model::Ruling;
use crate::text::FileId;

/// What all checks found.
#[derive(Debug, Default)]
pub struct Checked {
    /// The findings that the selection shows, in order.
    pub findings: Vec<Finding>,
    /// Counts over the whole run.
    pub summary: Summary,
    /// The files whose rulings silence findings, shown or not.
    pub silenced_in: Vec<FileId>,
    /// A warning for each ruling that is about no finding.
    pub unmatched: Vec<Diagnostic>,
}

/// Asks all checks.
///
/// Questions are judged in parallel; the outcome does not depend on the number of threads.
///
/// # Errors
///
/// A name in the selection that nothing in the files bears.
pub fn run(graph: &ClaimGraph<'_>, selection: &Selection) -> Result<Checked, UnknownName> {
    let filter = Filter::new(graph, selection)?;
    let rulings = Rulings::new(graph.corpus, selection.today);
    let questions: Vec<_> = graph.alignment.question_ids().collect();
    let (mut counted, mut shown) = (Vec::new(), Vec::new());
    let judge_all = || {
        let judged = questions.par_iter().with_min_len(64).map(|id| {
            let Some(outcome) = judge(graph, *id) else {
                return (None, None);
            };
            let wanted = filter.shows(graph, &outcome);
            let ruling = rulings.on(|| question::id(graph, *id));
            let mut finding =
                (wanted || ruling.is_some()).then(|| question::finding(graph, &outcome));
            let silencing = finding
                .as_mut()
                .and_then(|finding| rule(&rulings, ruling, finding));
            let undetermined = !outcome.undetermined.is_empty() && outcome.articles > 1;
            let count = Count {
                level: outcome.check().level,
                undetermined,
                silencing,
            };
            (
                Some(count),
                finding.filter(|_| wanted && (silencing.is_none() || selection.silenced)),
            )
        });
        judged.unzip_into_vecs(&mut counted, &mut shown);
    };
    let ((), of_graph) = rayon::join(judge_all, || of_graph(graph));
    #[expect(
        clippy::filter_map_identity,
        reason = "it stays in place, where `flatten` copies"
    )]
    let mut findings: Vec<Finding> = shown.into_iter().filter_map(|finding| finding).collect();
    let mut counted: Vec<Count> = counted.into_iter().flatten().collect();
    for mut finding in of_graph {
        let silencing = rule(&rulings, rulings.on(|| finding.id), &mut finding);
        counted.push(Count {
            level: finding.level,
            undetermined: false,
            silencing,
        });
        if filter.shows_finding(graph, &finding) && (silencing.is_none() || selection.silenced) {
            findings.push(finding);
        }
    }
    let articles = graph.corpus.article_ids();
    let mut summary = Summary {
        articles: articles.filter(|id| graph.publication(*id) == *id).count(),
        claims: graph.corpus.claims.len(),
        questions: questions.len(),
        hidden: counted.len() - findings.len(),
        ..Summary::default()
    };
    counted.iter().for_each(|count| count.add_to(&mut summary));
    let silenced_in: BTreeSet<FileId> =
        counted.iter().filter_map(|count| count.silencing).collect();
    findings.par_sort_unstable_by(by_importance);
    let silenced_in = silenced_in.into_iter().collect();
    Ok(Checked {
        findings,
        summary,
        silenced_in,
        unmatched: rulings.unmatched(),
    })
}

/// What the checks find that are not bound to one question.
fn of_graph(graph: &ClaimGraph<'_>) -> Vec<Finding> {
    let tests = CHECKS.iter().filter_map(|check| match check.test {
        Test::Graph(find) => Some(find),
        _ => None,
    });
    tests.flat_map(|find| find(graph)).collect()
}

/// Notes a ruling on its finding. Out: the file of the ruling, where it silences the finding.
fn rule(rulings: &Rulings<'_>, ruling: Option<&Ruling>, finding: &mut Finding) -> Option<FileId> {
    let note = rulings.note(ruling?, finding);
    let silencing = note.silences.then_some(note.place.file);
    finding.ruling = Some(Box::new(note));
    silencing
}

/// What a finding adds to the summary, in a few bytes: an archive has many.
struct Count {
    level: Level,
    undetermined: bool,
    silencing: Option<FileId>,
}

impl Count {
    fn add_to(&self, summary: &mut Summary) {
        summary.undetermined += usize::from(self.undetermined);
        if self.silencing.is_some() {
            summary.silenced += 1;
            return;
        }
        match self.level {
            Level::Conflict => summary.conflicts += 1,
            Level::Warning => summary.warnings += 1,
            Level::Agreement => summary.agreements += 1,
            Level::Note => summary.notes += 1,
        }
    }
}

/// By level, importance and rank of the check, then by name.
fn by_importance(a: &Finding, b: &Finding) -> Ordering {
    let rank = |finding: &Finding| CHECKS.iter().position(|check| check.id == finding.check);
    let by_rank = || match a.check == b.check {
        true => Ordering::Equal,
        false => rank(a).cmp(&rank(b)),
    };
    let level = a.level.cmp(&b.level);
    level
        .then(a.importance.cmp(&b.importance))
        .then_with(by_rank)
        .then_with(|| a.subject.cmp(&b.subject))
        .then_with(|| a.property.cmp(&b.property))
        .then(a.id.cmp(&b.id))
}
