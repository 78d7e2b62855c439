//! What of all that is found is shown, and how it counts.

use rayon::prelude::*;

use super::brief::Brief;
use super::joint_contradiction::is_joint;
use super::matter::State;
use super::outcome::{Outcome, is_judged, judge};
use super::question;
use super::ruling::{Rulings, Settlement, idle_note};
use super::selection::{Filter, Selection};
use crate::align::QuestionId;
use crate::finding::{Check, Finding, FindingId, Level, RulingNote, Summary};
use crate::graph::ClaimGraph;
use crate::text::FileId;

/// A finding of the whole graph: its id, how it counts, and itself where it is shown.
pub(super) type OfGraph = (FindingId, Count, Option<Finding>);

/// Whether there is a ruling on a finding itself.
pub(super) fn is_ruled(finding: &Finding) -> bool {
    let note = finding.ruling.as_ref();
    note.is_some_and(|note| note.settled.is_none())
}

/// What decides whether a finding is shown, and how it counts.
pub(super) struct Sieve<'a> {
    pub(super) graph: &'a ClaimGraph<'a>,
    pub(super) rulings: Rulings<'a>,
    pub(super) settlement: Settlement,
    pub(super) filter: Filter<'a>,
    pub(super) selection: &'a Selection,
}

impl Sieve<'_> {
    /// How the outcome of a question counts. It is not put into words for that, unless a ruling is on it.
    pub(super) fn count(&self, outcome: &Outcome) -> Count {
        let wanted = self.filter.shows(self.graph, outcome);
        let id = || question::id(self.graph, outcome.question);
        let worded = self.rulings.has(id).then(|| self.worded(outcome));
        let (finding, idle) = worded.unzip();
        let finding = finding.as_ref();
        let silencing = finding.and_then(silencing);
        let ruled = finding.is_some_and(is_ruled);
        let finding = finding.filter(|_| wanted);
        Count {
            level: outcome.check.level(),
            check: outcome.check,
            is_dispute: outcome.is_dispute(),
            compared: match (outcome.check, outcome.is_undetermined()) {
                (Check::Undetermined, _) => Compared::Nothing,
                (_, true) => Compared::InPart,
                (_, false) => Compared::Wholly,
            },
            hidden_by_ruling: finding.is_some_and(|it| self.hides(it)),
            silencing,
            ruled,
            is_shown: finding.map_or(wanted, |it| self.passes(it)),
            idle: idle.flatten(),
            brief: match self.selection.only_counts {
                true => None,
                false => Brief::of(outcome),
            },
        }
    }

    /// The finding of an outcome with what was ruled on it, and the ruling that has no conflict any more.
    pub(super) fn worded(&self, outcome: &Outcome) -> (Finding, Option<Idle>) {
        let mut finding = question::finding(self.graph, outcome);
        finding.ruling = self.rulings.note(&finding).map(Box::new);
        let idle = self.idle(outcome, &mut finding);
        (finding, idle)
    }

    /// How a finding of the whole graph counts, and itself where it is shown.
    pub(super) fn finding(&self, finding: Finding) -> OfGraph {
        let (silencing, ruled) = (silencing(&finding), is_ruled(&finding));
        let (id, level, check) = (finding.id, finding.level, finding.check);
        let finding = Some(finding).filter(|it| self.filter.shows_finding(self.graph, it));
        let count = Count {
            level,
            check,
            is_dispute: false,
            compared: Compared::Wholly,
            hidden_by_ruling: finding.as_ref().is_some_and(|it| self.hides(it)),
            silencing,
            ruled,
            is_shown: finding.as_ref().is_some_and(|it| self.passes(it)),
            idle: None,
            brief: None,
        };
        (id, count, finding.filter(|it| self.passes(it)))
    }

    /// The ruling on a question that has no conflict any more, which its finding notes; `None` where
    /// there is one, and where the filters leave out its subject or its articles.
    fn idle(&self, outcome: &Outcome, finding: &mut Finding) -> Option<Idle> {
        let note = finding.ruling.as_ref().filter(|note| note.idle)?;
        let question = Some(outcome.question);
        let (text, contradicted) = idle_note(self.graph, question, finding, note);
        let file = note.ruled.place.file;
        finding.notes.push(text);
        let concerns = self.filter.concerns_question(self.graph, outcome.question);
        concerns.then_some(Idle { file, contradicted })
    }

    /// What was ruled on a finding of the whole graph: on itself, or on one that settles it.
    pub(super) fn ruling(&self, finding: &Finding) -> Option<RulingNote> {
        let own = self.rulings.note(finding);
        let is_settled = own.as_ref().is_some_and(|note| note.silences);
        if is_settled || !is_joint(finding) {
            return own;
        }
        self.settlement.of(self.graph, finding).or(own)
    }

    /// Whether a ruling hides a finding.
    fn hides(&self, finding: &Finding) -> bool {
        !self.selection.silenced && finding.is_silenced()
    }

    /// Whether what was ruled leaves a finding in the report.
    fn passes(&self, finding: &Finding) -> bool {
        let note = finding.ruling.as_ref();
        let is_new = note.is_none_or(|note| note.reopened.is_some());
        !self.hides(finding) && (is_new || !self.selection.only_new)
    }
}

/// The ids of all findings about one question; none where there is no ruling that could name one.
pub(super) fn ids_of(
    graph: &ClaimGraph<'_>,
    questions: &[QuestionId],
) -> Vec<(FindingId, QuestionId)> {
    if graph.corpus.rulings.is_empty() {
        return Vec::new();
    }
    let questions = questions.par_iter().with_min_len(64);
    let judged = questions.filter(|id| is_judged(graph, **id));
    judged.map(|id| (question::id(graph, *id), *id)).collect()
}

/// What the rulings on all findings reject.
pub(super) fn settlement(
    graph: &ClaimGraph<'_>,
    rulings: &Rulings<'_>,
    (of_questions, of_graph): (&[(FindingId, QuestionId)], &[Finding]),
) -> Settlement {
    let mut settlement = Settlement::default();
    let ruled = of_questions.iter().filter(|(id, _)| rulings.has(|| *id));
    for (_, question) in ruled {
        if let Some(outcome) = judge(graph, *question) {
            let finding = question::finding(graph, &outcome);
            settlement.add(graph, rulings, Some(*question), &finding);
        }
    }
    for finding in of_graph.iter().filter(|finding| is_joint(finding)) {
        settlement.add(graph, rulings, None, finding);
    }
    settlement
}

/// The file of the ruling that silences a finding.
pub(super) fn silencing(finding: &Finding) -> Option<FileId> {
    let note = finding.ruling.as_ref().filter(|note| note.silences)?;
    Some(note.ruled.place.file)
}

/// What a finding adds to the summary, in a few bytes: an archive has many.
pub(super) struct Count {
    pub(super) level: Level,
    pub(super) check: Check,
    is_dispute: bool,
    compared: Compared,
    hidden_by_ruling: bool,
    /// The file of the ruling that silences it.
    pub(super) silencing: Option<FileId>,
    /// Whether there is a ruling on itself.
    ruled: bool,
    is_shown: bool,
    /// The ruling that has no conflict any more.
    pub(super) idle: Option<Idle>,
    /// What was found of a question that is to be put into words.
    pub(super) brief: Option<Brief>,
}

/// A ruling that has no conflict any more.
#[derive(Clone, Copy)]
pub(super) struct Idle {
    pub(super) file: FileId,
    /// Whether the articles now say something else than what stood.
    contradicted: bool,
}

/// How much of what a finding is about could be compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Compared {
    Wholly,
    InPart,
    /// That is all there is to say of it.
    Nothing,
}

impl Count {
    /// Whether the report lists it, and does not only count.
    pub(super) fn is_listed(&self, selection: &Selection) -> bool {
        self.is_shown && !selection.only_counts
    }

    pub(super) fn state(&self) -> State {
        State {
            level: self.level,
            silenced: self.silencing.is_some(),
            ruled: self.ruled,
        }
    }

    pub(super) fn add_to(&self, summary: &mut Summary) {
        summary.hidden += usize::from(!self.is_shown);
        summary.undetermined += usize::from(self.compared != Compared::Wholly);
        summary.hidden_by_rulings += usize::from(self.hidden_by_ruling);
        summary.idle_rulings += usize::from(self.idle.is_some());
        let is_contradicted = self.idle.is_some_and(|idle| idle.contradicted);
        summary.contradicted_rulings += usize::from(is_contradicted);
        if self.silencing.is_some() {
            summary.silenced += 1;
            return;
        }
        match self.compared {
            Compared::Wholly => {}
            Compared::InPart => summary.compared_in_part += 1,
            Compared::Nothing => summary.not_compared += 1,
        }
        summary.disputes += usize::from(self.is_dispute);
        match self.level {
            Level::Conflict => summary.conflicts += 1,
            Level::Warning => summary.warnings += 1,
            Level::Agreement => summary.agreements += 1,
            Level::Note => summary.notes += 1,
        }
    }
}
