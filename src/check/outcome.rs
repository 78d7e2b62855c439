//! What the checks found about one question, before it is put into words.

use std::collections::BTreeSet;

use super::{CHECKS, Check, Test, agreement, wording};
use crate::align::QuestionId;
use crate::compare::{Pair, Standing, Unread, Verdict};
use crate::graph::ClaimGraph;
use crate::model::{ArticleId, ClaimId};
use crate::value::{Reason, Relation};

/// Two claims of one question whose values are disjoint.
#[derive(Debug)]
pub struct Pairing<'a> {
    /// The question.
    pub question: QuestionId,
    /// One claim.
    pub left: ClaimId,
    /// The other.
    pub right: ClaimId,
    /// The verdict on them: a conflict or a possible one.
    pub verdict: &'a Verdict,
}

impl Pairing<'_> {
    /// Whether one article makes both claims.
    #[must_use]
    pub fn in_one_article(&self, graph: &ClaimGraph<'_>) -> bool {
        let article = |claim| graph.publication_of(claim);
        article(self.left) == article(self.right)
    }

    /// Whether both claims are made in an article's own voice.
    #[must_use]
    pub fn in_own_voice(&self, graph: &ClaimGraph<'_>) -> bool {
        graph.in_own_voice(self.left) && graph.in_own_voice(self.right)
    }
}

/// Two positions that stand against each other, by index, and the checks that say so.
#[derive(Debug)]
pub struct Clash {
    /// The position with the lower index.
    pub left: usize,
    /// The other.
    pub right: usize,
    /// The rows of the table of checks that apply to their claims, by index.
    pub checks: BTreeSet<usize>,
    /// Two claims of the first of these checks: the example that messages use.
    pub example: (ClaimId, ClaimId),
    /// Why it is no more than a possible conflict, where it is none for sure.
    pub doubt: Option<String>,
}

/// What the checks found about one question.
#[derive(Debug)]
pub struct Outcome {
    /// The question.
    pub question: QuestionId,
    /// The row of its check.
    pub check: usize,
    /// The rows of the other checks that apply.
    pub also: BTreeSet<usize>,
    /// Which positions stand against each other.
    pub clashes: Vec<Clash>,
    /// The positions that agree with or refine what another article says, by index.
    pub agreeing: BTreeSet<usize>,
    /// Whether two such claims have no origin in common.
    pub independent: bool,
    /// Why some claims could not be compared.
    pub undetermined: BTreeSet<String>,
    /// How many articles answer it.
    pub articles: usize,
}

impl Outcome {
    /// Its check.
    #[must_use]
    pub fn check(&self) -> &'static Check {
        &CHECKS[self.check]
    }
}

/// Judges one question; `None` where all its claims were set aside.
pub fn judge(graph: &ClaimGraph<'_>, question: QuestionId) -> Option<Outcome> {
    let standing = graph.standing(question);
    let articles = answering(graph, standing);
    if articles == 0 {
        return None;
    }
    let mut outcome = Outcome {
        question,
        check: 0,
        also: BTreeSet::new(),
        clashes: Vec::new(),
        agreeing: BTreeSet::new(),
        independent: false,
        undetermined: unread(graph, standing),
        articles,
    };
    for pair in &standing.pairs {
        let found = clash(graph, question, *pair, &mut outcome.undetermined);
        outcome.clashes.extend(found);
    }
    if outcome.articles > 1 {
        agreement::find(graph, &mut outcome);
    }
    if outcome.undetermined.remove(Reason::Undeclared.text()) {
        outcome.undetermined.insert(wording::undeclared(standing));
    }
    let mut applying: BTreeSet<usize> = outcome
        .clashes
        .iter()
        .flat_map(|clash| clash.checks.iter().copied())
        .collect();
    let by_question = asked_of_question(&outcome)
        .find(|(_, holds)| *holds)
        .map(|(row, _)| row);
    match applying
        .iter()
        .copied()
        .min_by_key(|row| (CHECKS[*row].level, *row))
    {
        Some(first) => {
            applying.remove(&first);
            outcome.check = first;
        }
        None => outcome.check = by_question.unwrap_or_default(),
    }
    if !outcome.undetermined.is_empty() && outcome.articles > 1 {
        applying.extend(row("undetermined").filter(|row| *row != outcome.check));
    }
    outcome.also = applying;
    Some(outcome)
}

/// Why claims could not be read; the articles of which no day of publication is known in one sentence.
fn unread(graph: &ClaimGraph<'_>, standing: &Standing) -> BTreeSet<String> {
    let (mut reasons, mut undated) = (BTreeSet::new(), BTreeSet::new());
    for (claim, why) in &standing.unread {
        let article = graph.corpus.article_id(*claim);
        match why {
            Unread::Unpublished => {
                undated.insert(article);
            }
            Unread::Refused(_) => {
                reasons.insert(why.text(&[article]));
            }
        }
    }
    if !undated.is_empty() {
        let undated: Vec<&str> = undated.into_iter().collect();
        reasons.insert(Unread::Unpublished.text(&undated));
    }
    reasons
}

/// Whether a question has a claim that was not set aside: only then is it judged.
pub(super) fn is_judged(graph: &ClaimGraph<'_>, question: QuestionId) -> bool {
    let standing = graph.standing(question);
    !standing.positions.is_empty() || !standing.unread.is_empty()
}

/// How many articles make claims that are compared, or could not be read; one for all its annotators.
fn answering(graph: &ClaimGraph<'_>, standing: &Standing) -> usize {
    let placed = standing.positions.iter().flat_map(|stand| &stand.claims);
    let mut articles: Vec<ArticleId> = placed
        .chain(standing.unread.iter().map(|(claim, _)| claim))
        .map(|claim| graph.publication_of(*claim))
        .collect();
    articles.sort_unstable();
    articles.dedup();
    articles.len()
}

/// The row of a check in the table.
pub(super) fn row(id: &str) -> Option<usize> {
    CHECKS.iter().position(|check| check.id == id)
}

/// Which checks apply to the claims of two positions; `None` where none do.
fn clash(
    graph: &ClaimGraph<'_>,
    question: QuestionId,
    pair: Pair,
    undetermined: &mut BTreeSet<String>,
) -> Option<Clash> {
    let standing = graph.standing(question);
    // Where no claim has a scope, only disjoint values can conflict.
    match pair.relation {
        Relation::Disjoint => {}
        Relation::Incomparable(reason) if standing.scopes.is_empty() => {
            undetermined.insert(reason.text().into());
            return None;
        }
        _ if standing.scopes.is_empty() => return None,
        _ => {}
    }
    let mut found: Option<Clash> = None;
    for (a, b) in standing.across(pair) {
        let verdict = graph.verdict(standing, pair.relation, (a, b));
        let (a, b) = (a.claim, b.claim);
        match &verdict {
            Verdict::Undetermined(why) => {
                undetermined.insert(why.clone());
                continue;
            }
            Verdict::Conflicts | Verdict::Possible(_) => {}
            _ => continue,
        }
        let Some(row) = pair_check(
            graph,
            &Pairing {
                question,
                left: a,
                right: b,
                verdict: &verdict,
            },
        ) else {
            continue;
        };
        let doubt = match verdict {
            Verdict::Possible(why) => Some(why),
            _ => None,
        };
        let clash = found.get_or_insert_with(|| Clash {
            left: pair.left,
            right: pair.right,
            checks: BTreeSet::new(),
            example: (a, b),
            doubt: doubt.clone(),
        });
        let rank = |row: usize| (CHECKS[row].level, row);
        if clash.checks.iter().all(|known| rank(row) < rank(*known)) {
            clash.example = (a, b);
            clash.doubt = doubt;
        }
        clash.checks.insert(row);
    }
    found
}

/// The first pair check that applies.
fn pair_check(graph: &ClaimGraph<'_>, pairing: &Pairing<'_>) -> Option<usize> {
    asked_of_pair(graph, pairing)
        .find(|(_, holds)| *holds)
        .map(|(row, _)| row)
}

/// The checks that are asked of two claims, in their order, and whether each holds; the first that
/// does decides.
pub fn asked_of_pair<'q>(
    graph: &'q ClaimGraph<'_>,
    pairing: &'q Pairing<'_>,
) -> impl Iterator<Item = (usize, bool)> + 'q {
    let rows = CHECKS.iter().enumerate();
    rows.filter_map(move |(row, check)| match check.test {
        Test::Pair(test) => Some((row, test(graph, pairing))),
        _ => None,
    })
}

/// The checks that are asked of a question without conflicts, likewise.
pub fn asked_of_question(outcome: &Outcome) -> impl Iterator<Item = (usize, bool)> + '_ {
    let rows = CHECKS.iter().enumerate();
    rows.filter_map(|(row, check)| match check.test {
        Test::Question(test) => Some((row, test(outcome))),
        _ => None,
    })
}
