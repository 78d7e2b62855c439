//! Runs every check.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use rayon::prelude::*;

use super::outcome::{is_judged, judge};
use super::ruling::Rulings;
use super::selection::{Filter, Selection, UnknownName};
use super::{CHECKS, Test, question};
use crate::align::QuestionId;
use crate::diagnostic::Diagnostic;
use crate::finding::{Finding, FindingId, Level, Summary};
use crate::graph::ClaimGraph;
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
    let questions: Vec<_> = graph.alignment.question_ids().collect();
    let of_graph: Vec<Vec<Finding>> = CHECKS
        .par_iter()
        .filter_map(|check| match check.test {
            Test::Graph(find) => Some(find(graph)),
            Test::Pair { .. } | Test::Question { .. } => None,
        })
        .collect();
    let of_graph: Vec<Finding> = of_graph.into_iter().flatten().collect();
    let rulings = Rulings::new(
        graph.corpus,
        selection.today,
        ids_of(graph, &questions)
            .into_iter()
            .chain(of_graph.iter().map(|finding| finding.id)),
    );
    let is_silent = |finding: &Finding| {
        let note = finding.ruling.as_ref();
        !selection.silenced && note.is_some_and(|note| note.silences)
    };
    let is_new = |finding: &Finding| {
        let note = finding.ruling.as_ref();
        note.is_none_or(|note| note.reopened.is_some())
    };
    let passes = |finding: &Finding| !selection.only_new || is_new(finding);
    let (mut counted, mut shown) = (Vec::new(), Vec::new());
    questions
        .par_iter()
        .with_min_len(64)
        .map(|id| {
            let Some(outcome) = judge(graph, *id) else {
                return (None, None);
            };
            let wanted = filter.shows(graph, &outcome);
            let is_ruled = || rulings.has(|| question::id(graph, *id));
            let mut finding = (wanted || is_ruled()).then(|| question::finding(graph, &outcome));
            let silencing = finding.as_mut().and_then(|finding| rule(&rulings, finding));
            let shown = finding.filter(|_| wanted);
            let hidden_by_ruling = shown.as_ref().is_some_and(is_silent);
            let count = Count {
                level: outcome.check.level,
                undetermined: outcome.is_undetermined(),
                only_undetermined: outcome.check.id == "undetermined",
                hidden_by_ruling,
                silencing,
            };
            (
                Some(count),
                shown.filter(|finding| !hidden_by_ruling && passes(finding)),
            )
        })
        .unzip_into_vecs(&mut counted, &mut shown);
    #[expect(
        clippy::filter_map_identity,
        reason = "it stays in place, where `flatten` copies"
    )]
    let mut findings: Vec<Finding> = shown.into_iter().filter_map(|finding| finding).collect();
    let mut counted: Vec<Count> = counted.into_iter().flatten().collect();
    for mut finding in of_graph {
        let silencing = rule(&rulings, &mut finding);
        let wanted = filter.shows_finding(graph, &finding);
        let hidden_by_ruling = wanted && is_silent(&finding);
        counted.push(Count {
            level: finding.level,
            undetermined: false,
            only_undetermined: false,
            hidden_by_ruling,
            silencing,
        });
        if wanted && !hidden_by_ruling && passes(&finding) {
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
        unmatched: rulings.unmatched,
    })
}

/// The ids of all findings about one question; none where there is no ruling that could name one.
fn ids_of(graph: &ClaimGraph<'_>, questions: &[QuestionId]) -> Vec<FindingId> {
    if graph.corpus.rulings.is_empty() {
        return Vec::new();
    }
    let questions = questions.par_iter().with_min_len(64);
    let judged = questions.filter(|id| is_judged(graph, **id));
    judged.map(|id| question::id(graph, *id)).collect()
}

/// Notes what was ruled on a finding. Out: the file of the ruling, where it silences the finding.
fn rule(rulings: &Rulings<'_>, finding: &mut Finding) -> Option<FileId> {
    let note = rulings.note(finding)?;
    let silencing = note.silences.then_some(note.ruled.place.file);
    finding.ruling = Some(Box::new(note));
    silencing
}

/// What a finding adds to the summary, in a few bytes: an archive has many.
struct Count {
    level: Level,
    undetermined: bool,
    /// Whether there is no more to say of it.
    only_undetermined: bool,
    hidden_by_ruling: bool,
    silencing: Option<FileId>,
}

impl Count {
    fn add_to(&self, summary: &mut Summary) {
        summary.undetermined += usize::from(self.undetermined);
        summary.hidden_by_rulings += usize::from(self.hidden_by_ruling);
        if self.silencing.is_some() {
            summary.silenced += 1;
            return;
        }
        match (self.undetermined, self.only_undetermined) {
            (_, true) => summary.not_compared += 1,
            (true, false) => summary.compared_in_part += 1,
            (false, false) => {}
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
