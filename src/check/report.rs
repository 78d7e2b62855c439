//! Runs every check.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::contested::Contests;
use super::joint_contradiction::is_joint;
use super::matter::{Matters, State};
use super::outcome::{Outcome, is_judged, judge};
use super::ruling::{Rulings, Settlement, idle_note};
use super::selection::{Filter, Selection, UnknownName};
use super::{Test, question, test};
use crate::align::QuestionId;
use crate::diagnostic::Diagnostic;
use crate::finding::{Check, Finding, FindingId, Fold, Level, RulingNote, Summary};
use crate::graph::ClaimGraph;
use crate::text::FileId;

/// What all checks found.
#[derive(Debug, Default)]
pub struct Checked {
    /// The findings that the selection shows, in order.
    pub findings: Vec<Finding>,
    /// Counts over the whole run.
    pub summary: Summary,
    /// How many first digits of an id stand for no other finding.
    pub id_digits: usize,
    /// The files whose rulings silence findings, shown or not.
    pub silenced_in: Vec<FileId>,
    /// The files of the rulings that have no conflict any more.
    pub idle_in: Vec<FileId>,
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
    let mut of_graph = of_graph(graph);
    let matters = Matters::new(graph, &of_graph);
    let of_questions = ids_of(graph, &questions);
    let ids = of_questions.iter().map(|(id, _)| *id);
    let ids = ids.chain(of_graph.iter().map(|finding| finding.id));
    let rulings = Rulings::new(graph.corpus, selection.today, ids);
    let sieve = Sieve {
        graph,
        settlement: settlement(graph, &rulings, (&of_questions, &of_graph)),
        rulings,
        filter,
        selection,
    };
    for finding in &mut of_graph {
        finding.ruling = sieve.ruling(finding).map(Box::new);
    }
    let open = of_graph
        .iter()
        .filter(|finding| silencing(finding).is_none());
    let contests = Contests::new(open);
    let (mut counted, mut shown) = (Vec::new(), Vec::new());
    questions
        .par_iter()
        .with_min_len(64)
        .map(|id| match judge(graph, *id) {
            Some(outcome) => {
                let (count, finding) = sieve.question(&outcome);
                (Some(count), finding)
            }
            None => (None, None),
        })
        .unzip_into_vecs(&mut counted, &mut shown);
    let of_graph: Vec<_> = of_graph
        .into_iter()
        .map(|finding| sieve.finding(finding))
        .collect();
    let folded = in_all(graph, &matters, &counted, &of_graph);
    let told = among_shown(graph, &matters, &shown, &of_graph);
    let asked = shown.par_iter_mut().with_min_len(64).flatten();
    asked.for_each(|finding| {
        let own = finding.id;
        let is_told = |id| told.get(&id).is_some_and(|fold| fold.under == own);
        contests.mark(graph, finding, is_told);
    });
    #[expect(
        clippy::filter_map_identity,
        reason = "it stays in place, where `flatten` copies"
    )]
    let mut findings: Vec<Finding> = shown.into_iter().filter_map(|finding| finding).collect();
    let mut counted: Vec<Count> = counted.into_iter().flatten().collect();
    for (id, mut count, finding) in of_graph {
        count.is_folded = folded.contains_key(&id);
        counted.push(count);
        findings.extend(finding);
    }
    findings.par_sort_unstable_by(by_importance);
    let findings = under_each_other(findings, told);
    let articles = graph.corpus.article_ids();
    let mut summary = Summary {
        articles: articles.filter(|id| graph.publication(*id) == *id).count(),
        claims: graph.corpus.claims.len(),
        questions: questions.len(),
        drafts: graph.corpus.drafts.len(),
        quotes: graph.corpus.quotes,
        ..Summary::default()
    };
    counted.iter().for_each(|count| count.add_to(&mut summary));
    let silenced_in = counted.iter().filter_map(|count| count.silencing);
    let silenced_in: BTreeSet<FileId> = silenced_in.collect();
    let idle_in = counted.iter().filter_map(|count| Some(count.idle?.file));
    let mut idle_in: BTreeSet<FileId> = idle_in.collect();
    if selection.sources.is_empty() && selection.subjects.is_empty() {
        summary.idle_rulings += sieve.rulings.gone.len();
        idle_in.extend(sieve.rulings.gone.values());
    }
    let of_graph = findings.iter().map(|finding| finding.id);
    let id_digits = id_digits(graph, &questions, of_graph.collect());
    Ok(Checked {
        findings,
        summary,
        id_digits,
        silenced_in: silenced_in.into_iter().collect(),
        idle_in: idle_in.into_iter().collect(),
        unmatched: sieve.rulings.unmatched,
    })
}

/// Up to so many questions, it is seen whether the beginnings of their ids tell them apart.
const FEW: usize = 4096;

/// How many digits of an id are shown.
fn id_digits(graph: &ClaimGraph<'_>, questions: &[QuestionId], mut ids: Vec<FindingId>) -> usize {
    if questions.len() > FEW {
        return FindingId::LONGEST;
    }
    ids.extend(questions.iter().map(|id| question::id(graph, *id)));
    FindingId::digits_that_tell(&mut ids)
}

/// A finding of the whole graph: its id, how it counts, and itself where it is shown.
type OfGraph = (FindingId, Count, Option<Finding>);

/// Which joint contradictions count with another finding, shown or not.
fn in_all(
    graph: &ClaimGraph<'_>,
    matters: &Matters,
    counted: &[Option<Count>],
    of_graph: &[OfGraph],
) -> BTreeMap<FindingId, Fold> {
    let all = of_graph.iter();
    let all: BTreeMap<FindingId, State> = all.map(|(id, count, _)| (*id, count.state())).collect();
    let of_question = |id: QuestionId| counted.get(id.index())?.as_ref().map(Count::state);
    matters.fold(graph, of_question, |id| all.get(&id).copied())
}

/// Which of those that are shown are told under another that is.
fn among_shown(
    graph: &ClaimGraph<'_>,
    matters: &Matters,
    shown: &[Option<Finding>],
    of_graph: &[OfGraph],
) -> BTreeMap<FindingId, Fold> {
    let all = of_graph.iter();
    let all = all.filter_map(|(id, _, finding)| Some((*id, state(finding.as_ref()?))));
    let all: BTreeMap<FindingId, State> = all.collect();
    let of_question = |id: QuestionId| shown.get(id.index())?.as_ref().map(state);
    matters.fold(graph, of_question, |id| all.get(&id).copied())
}

/// How a finding stands.
fn state(finding: &Finding) -> State {
    State {
        level: finding.level,
        silenced: silencing(finding).is_some(),
        ruled: is_ruled(finding),
    }
}

/// Whether there is a ruling on a finding itself.
fn is_ruled(finding: &Finding) -> bool {
    let note = finding.ruling.as_ref();
    note.is_some_and(|note| note.settled.is_none())
}

/// Puts what is told under a finding behind it.
fn under_each_other(findings: Vec<Finding>, mut told: BTreeMap<FindingId, Fold>) -> Vec<Finding> {
    if told.is_empty() {
        return findings;
    }
    let mut under: BTreeMap<FindingId, Vec<Finding>> = BTreeMap::new();
    let mut heads = Vec::with_capacity(findings.len());
    for mut finding in findings {
        match told.remove(&finding.id) {
            Some(fold) => {
                let parent = fold.under;
                finding.fold = Some(Box::new(fold));
                under.entry(parent).or_default().push(finding);
            }
            None => heads.push(finding),
        }
    }
    let mut all = Vec::with_capacity(heads.len() + under.len());
    for head in heads {
        let below = under.remove(&head.id);
        all.push(head);
        all.extend(below.into_iter().flatten());
    }
    all
}

/// What the checks of the whole graph found, in the order of the checks.
fn of_graph(graph: &ClaimGraph<'_>) -> Vec<Finding> {
    let found: Vec<Vec<Finding>> = Check::ALL
        .par_iter()
        .filter_map(|check| match test(*check) {
            Test::Graph(find) => Some(find(graph)),
            Test::Pair { .. } | Test::Question { .. } => None,
        })
        .collect();
    found.into_iter().flatten().collect()
}

/// What decides whether a finding is shown, and how it counts.
struct Sieve<'a> {
    graph: &'a ClaimGraph<'a>,
    rulings: Rulings<'a>,
    settlement: Settlement,
    filter: Filter<'a>,
    selection: &'a Selection,
}

impl Sieve<'_> {
    /// How the outcome of a question counts, and its finding where that is shown. What is only counted
    /// or not shown is not put into words, unless a ruling is on it.
    fn question(&self, outcome: &Outcome) -> (Count, Option<Finding>) {
        let wanted = self.filter.shows(self.graph, outcome);
        let id = || question::id(self.graph, outcome.question);
        let is_shown = wanted && !self.selection.only_counts;
        let mut finding =
            (is_shown || self.rulings.has(id)).then(|| question::finding(self.graph, outcome));
        if let Some(finding) = &mut finding {
            finding.ruling = self.rulings.note(finding).map(Box::new);
        }
        let idle = finding.as_mut().and_then(|it| self.idle(outcome, it));
        let silencing = finding.as_ref().and_then(silencing);
        let ruled = finding.as_ref().is_some_and(is_ruled);
        let finding = finding.filter(|_| wanted);
        let count = Count {
            level: outcome.check.level(),
            is_dispute: outcome.is_dispute(),
            compared: match (outcome.check, outcome.is_undetermined()) {
                (Check::Undetermined, _) => Compared::Nothing,
                (_, true) => Compared::InPart,
                (_, false) => Compared::Wholly,
            },
            hidden_by_ruling: finding.as_ref().is_some_and(|it| self.hides(it)),
            silencing,
            ruled,
            is_folded: false,
            is_shown: finding.as_ref().map_or(wanted, |it| self.passes(it)),
            idle,
        };
        (count, finding.filter(|it| is_shown && self.passes(it)))
    }

    /// The same of a finding of the whole graph.
    fn finding(&self, finding: Finding) -> OfGraph {
        let (silencing, ruled) = (silencing(&finding), is_ruled(&finding));
        let (id, level) = (finding.id, finding.level);
        let finding = Some(finding).filter(|it| self.filter.shows_finding(self.graph, it));
        let count = Count {
            level,
            is_dispute: false,
            compared: Compared::Wholly,
            hidden_by_ruling: finding.as_ref().is_some_and(|it| self.hides(it)),
            silencing,
            ruled,
            is_folded: false,
            is_shown: finding.as_ref().is_some_and(|it| self.passes(it)),
            idle: None,
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
    fn ruling(&self, finding: &Finding) -> Option<RulingNote> {
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
fn ids_of(graph: &ClaimGraph<'_>, questions: &[QuestionId]) -> Vec<(FindingId, QuestionId)> {
    if graph.corpus.rulings.is_empty() {
        return Vec::new();
    }
    let questions = questions.par_iter().with_min_len(64);
    let judged = questions.filter(|id| is_judged(graph, **id));
    judged.map(|id| (question::id(graph, *id), *id)).collect()
}

/// What the rulings on all findings reject.
fn settlement(
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
fn silencing(finding: &Finding) -> Option<FileId> {
    let note = finding.ruling.as_ref().filter(|note| note.silences)?;
    Some(note.ruled.place.file)
}

/// What a finding adds to the summary, in a few bytes: an archive has many.
struct Count {
    level: Level,
    is_dispute: bool,
    compared: Compared,
    hidden_by_ruling: bool,
    /// The file of the ruling that silences it.
    silencing: Option<FileId>,
    /// Whether there is a ruling on itself.
    ruled: bool,
    /// Whether it counts with another finding.
    is_folded: bool,
    is_shown: bool,
    /// The ruling that has no conflict any more.
    idle: Option<Idle>,
}

/// A ruling that has no conflict any more.
#[derive(Clone, Copy)]
struct Idle {
    file: FileId,
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
    fn state(&self) -> State {
        State {
            level: self.level,
            silenced: self.silencing.is_some(),
            ruled: self.ruled,
        }
    }

    fn add_to(&self, summary: &mut Summary) {
        if self.is_folded {
            return;
        }
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

/// By level, importance and rank of the check, then by name.
fn by_importance(a: &Finding, b: &Finding) -> Ordering {
    let level = a.level.cmp(&b.level);
    level
        .then(a.importance.cmp(&b.importance))
        .then(a.check.cmp(&b.check))
        .then_with(|| a.subject.cmp(&b.subject))
        .then_with(|| a.property.cmp(&b.property))
        .then_with(|| spans(a).cmp(&spans(b)))
        .then(a.id.cmp(&b.id))
}

/// What keeps findings that say the same of the same questions together.
fn spans(finding: &Finding) -> (Option<&str>, &[String], usize) {
    let about = finding.about.as_deref();
    (about, &finding.rules, finding.positions.len())
}
