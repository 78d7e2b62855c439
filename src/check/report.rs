//! Runs every check.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::brief::Brief;
use super::contested::Contests;
use super::matter::{Matters, State};
use super::outcome::judge;
use super::ruling::Rulings;
use super::selection::{Filter, Selection, UnknownName};
use super::sieve::{Count, OfGraph, Sieve, ids_of, settlement, silencing};
use super::{Test, question, test};
use crate::align::QuestionId;
use crate::diagnostic::Diagnostic;
use crate::finding::{Check, Finding, FindingId, Fold, Level, Summary};
use crate::graph::ClaimGraph;
use crate::model::Importance;
use crate::text::FileId;

/// What all checks found, counted and in order. What is shown is put into words when it is asked for: the
/// words of an archive take more memory than what they are made of.
pub struct Survey<'a> {
    sieve: Sieve<'a>,
    contests: Contests,
    /// What is told under another finding.
    told: BTreeMap<FindingId, Fold>,
    /// What is shown of the whole graph.
    of_graph: Vec<Finding>,
    /// All that is shown, in order.
    shown: Vec<Shown>,
    /// Counts over the whole run.
    pub summary: Summary,
    /// How many first digits of an id stand for no other finding.
    pub id_digits: usize,
    /// The files whose rulings silence findings, shown or not.
    pub silenced_in: Vec<FileId>,
    /// The files of the rulings that have no conflict any more.
    pub idle_in: Vec<FileId>,
}

/// A finding that is shown, in a few bytes.
#[derive(Clone, Copy)]
struct Shown {
    rank: (Level, Importance, Check),
    of: Of,
}

/// What a finding is of.
#[derive(Clone, Copy)]
enum Of {
    /// With what was found, unless it has to be judged again.
    Question(QuestionId, Option<Brief>),
    /// The whole graph: which of its findings it is.
    Graph(u32),
}

/// Asks all checks.
///
/// Questions are judged in parallel; the outcome does not depend on the number of threads.
///
/// # Errors
///
/// A name in the selection that nothing in the files bears.
pub fn survey<'a>(
    graph: &'a ClaimGraph<'a>,
    selection: &'a Selection,
) -> Result<Survey<'a>, UnknownName> {
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
    let counted: Vec<Option<Count>> = questions
        .par_iter()
        .with_min_len(64)
        .map(|id| Some(sieve.count(&judge(graph, *id)?)))
        .collect();
    let of_graph: Vec<OfGraph> = of_graph
        .into_iter()
        .map(|finding| sieve.finding(finding))
        .collect();
    let folded = in_all(graph, &matters, &counted, &of_graph);
    let told = among_shown(graph, (&matters, selection), &counted, &of_graph);
    let mut summary = summary(graph, &counted, (&of_graph, &folded));
    let all = counted.iter().flatten();
    let all = all.chain(of_graph.iter().map(|(_, count, _)| count));
    let silenced_in: BTreeSet<FileId> = all.clone().filter_map(|count| count.silencing).collect();
    let mut idle_in: BTreeSet<FileId> = all.filter_map(|count| Some(count.idle?.file)).collect();
    if selection.sources.is_empty() && selection.subjects.is_empty() {
        summary.idle_rulings += sieve.rulings.gone.len();
        idle_in.extend(sieve.rulings.gone.values());
    }
    let of_questions = counted.iter().zip(&questions);
    let of_questions = of_questions.filter_map(|(count, id)| {
        let count = count.as_ref().filter(|count| count.is_listed(selection))?;
        Some(Shown {
            rank: (count.level, question::importance(graph, *id), count.check),
            of: Of::Question(*id, count.brief),
        })
    });
    let mut shown: Vec<Shown> = of_questions.collect();
    let of_graph: Vec<Finding> = of_graph
        .into_iter()
        .filter_map(|(.., shown)| shown)
        .collect();
    let rank = |finding: &Finding| (finding.level, finding.importance, finding.check);
    shown.extend((0..).zip(&of_graph).map(|(at, finding)| Shown {
        rank: rank(finding),
        of: Of::Graph(at),
    }));
    let ids = of_graph.iter().map(|finding| finding.id).collect();
    let mut survey = Survey {
        id_digits: id_digits(graph, &questions, ids),
        sieve,
        contests,
        told,
        of_graph,
        shown: Vec::new(),
        summary,
        silenced_in: silenced_in.into_iter().collect(),
        idle_in: idle_in.into_iter().collect(),
    };
    shown.par_sort_unstable_by(|a, b| survey.by_importance(*a, *b));
    survey.shown = survey.under_each_other(shown);
    Ok(survey)
}

impl Survey<'_> {
    /// How many findings are shown.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether none is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// One of the findings that are shown, in words; `None` behind the last.
    #[must_use]
    pub fn finding(&self, at: usize) -> Option<Finding> {
        let shown = self.shown.get(at)?;
        let mut finding = match shown.of {
            Of::Graph(at) => self.of_graph.get(at as usize)?.clone(),
            Of::Question(id, brief) => {
                let outcome = match brief {
                    Some(brief) => brief.outcome(self.sieve.graph, id, shown.rank.2),
                    None => judge(self.sieve.graph, id)?,
                };
                let (mut finding, _) = self.sieve.worded(&outcome);
                let own = finding.id;
                let is_told = |id| self.told.get(&id).is_some_and(|fold| fold.under == own);
                self.contests.mark(self.sieve.graph, &mut finding, is_told);
                finding
            }
        };
        finding.fold = self.told.get(&finding.id).cloned().map(Box::new);
        Some(finding)
    }

    /// All of them, made on all cores.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let all = (0..self.len()).into_par_iter().with_min_len(64);
        all.filter_map(|at| self.finding(at)).collect()
    }

    /// Whether notes and what rulings silence are shown: then only other filters hide findings.
    #[must_use]
    pub fn is_of_all(&self) -> bool {
        self.sieve.selection.level == Level::Note && self.sieve.selection.silenced
    }

    /// A warning for each ruling that is about no finding.
    #[must_use]
    pub fn unmatched(&self) -> &[Diagnostic] {
        &self.sieve.rulings.unmatched
    }

    /// By level, importance and rank of the check, then by name.
    fn by_importance(&self, a: Shown, b: Shown) -> Ordering {
        a.rank
            .cmp(&b.rank)
            .then_with(|| self.names(a).cmp(&self.names(b)))
            .then_with(|| self.spans(a).cmp(&self.spans(b)))
            .then_with(|| self.id(a).cmp(&self.id(b)))
    }

    /// The subject and the property, where it is of one question.
    fn names(&self, shown: Shown) -> [Option<&str>; 2] {
        match shown.of {
            Of::Question(id, _) => question::names(self.sieve.graph, id).map(Some),
            Of::Graph(at) => {
                let finding = self.of_graph.get(at as usize);
                let subject = finding.and_then(|it| it.subject.as_deref());
                [subject, finding.and_then(|it| it.property.as_deref())]
            }
        }
    }

    /// What keeps findings that say the same of the same questions together.
    fn spans(&self, shown: Shown) -> (Option<&str>, &[String], usize) {
        match shown.of {
            Of::Question(id, _) => (None, &[], question::count(self.sieve.graph, id)),
            Of::Graph(at) => match self.of_graph.get(at as usize) {
                Some(it) => (it.about.as_deref(), &it.rules, it.positions.len()),
                None => (None, &[], 0),
            },
        }
    }

    fn id(&self, shown: Shown) -> Option<FindingId> {
        match shown.of {
            Of::Question(id, _) => Some(question::id(self.sieve.graph, id)),
            Of::Graph(at) => self.of_graph.get(at as usize).map(|finding| finding.id),
        }
    }

    /// Puts what is told under a finding behind it.
    fn under_each_other(&self, shown: Vec<Shown>) -> Vec<Shown> {
        if self.told.is_empty() {
            return shown;
        }
        let ids = shown.par_iter().map(|it| self.id(*it));
        let ids: Vec<Option<FindingId>> = ids.collect();
        let parent = |id: &Option<FindingId>| Some(self.told.get(id.as_ref()?)?.under);
        let mut under: BTreeMap<FindingId, Vec<Shown>> = BTreeMap::new();
        for (shown, id) in shown.iter().zip(&ids) {
            if let Some(parent) = parent(id) {
                under.entry(parent).or_default().push(*shown);
            }
        }
        let mut all = Vec::with_capacity(shown.len());
        for (head, id) in shown.iter().zip(&ids) {
            if parent(id).is_none() {
                all.push(*head);
                let below = id.and_then(|id| under.remove(&id));
                all.extend(below.into_iter().flatten());
            }
        }
        all
    }
}

/// Counts over the whole run.
fn summary(
    graph: &ClaimGraph<'_>,
    counted: &[Option<Count>],
    (of_graph, folded): (&[OfGraph], &BTreeMap<FindingId, Fold>),
) -> Summary {
    let articles = graph.corpus.article_ids();
    let mut summary = Summary {
        articles: articles.filter(|id| graph.publication(*id) == *id).count(),
        claims: graph.corpus.claims.len(),
        questions: graph.alignment.questions.len(),
        drafts: graph.corpus.drafts.len(),
        quotes: graph.corpus.quotes,
        ..Summary::default()
    };
    // What is told under another finding counts with it.
    let of_graph = of_graph.iter();
    let of_graph = of_graph.filter(|(id, ..)| !folded.contains_key(id));
    let counted = counted.iter().flatten();
    let counted = counted.chain(of_graph.map(|(_, count, _)| count));
    counted.for_each(|count| count.add_to(&mut summary));
    summary
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
    (matters, selection): (&Matters, &Selection),
    counted: &[Option<Count>],
    of_graph: &[OfGraph],
) -> BTreeMap<FindingId, Fold> {
    let all = of_graph.iter().filter(|(.., shown)| shown.is_some());
    let all: BTreeMap<FindingId, State> = all.map(|(id, count, _)| (*id, count.state())).collect();
    let of_question = |id: QuestionId| {
        let count = counted.get(id.index())?.as_ref();
        count
            .filter(|count| count.is_listed(selection))
            .map(Count::state)
    };
    matters.fold(graph, of_question, |id| all.get(&id).copied())
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
