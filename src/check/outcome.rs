//! What the checks found about one question, before it is put into words.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::{CHECKS, Check, Test};
use crate::align::QuestionId;
use crate::compare::{Pair, Standing, Verdict, verdict};
use crate::graph::{ClaimGraph, Origin};
use crate::model::ClaimId;
use crate::value::Relation;

/// Two claims whose values are disjoint.
#[derive(Debug)]
pub struct Pairing<'a> {
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
        graph.article_of(self.left) == graph.article_of(self.right)
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

/// Judges one question.
pub(super) fn judge(graph: &ClaimGraph<'_>, question: QuestionId) -> Outcome {
    let standing = &graph.standings[question.0 as usize];
    let claims = &graph.alignment.question(question).claims;
    let mut articles: Vec<_> = claims.iter().map(|id| graph.article_of(*id)).collect();
    articles.dedup();
    let mut outcome = Outcome {
        question,
        check: 0,
        also: BTreeSet::new(),
        clashes: Vec::new(),
        agreeing: BTreeSet::new(),
        independent: false,
        undetermined: standing.unread.iter().map(|(_, why)| why.clone()).collect(),
        articles: articles.len(),
    };
    if claims.len() > 1 {
        for pair in &standing.pairs {
            outcome
                .clashes
                .extend(clash(graph, standing, *pair, &mut outcome.undetermined));
        }
        if outcome.articles > 1 {
            (outcome.agreeing, outcome.independent) = agreement(graph, question, standing);
        }
    }
    let mut applying: BTreeSet<usize> = outcome
        .clashes
        .iter()
        .flat_map(|clash| clash.checks.iter().copied())
        .collect();
    let by_question = CHECKS
        .iter()
        .position(|check| matches!(check.test, Test::Question(test) if test(&outcome)));
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
    outcome
}

/// The row of a check in the table.
pub(super) fn row(id: &str) -> Option<usize> {
    CHECKS.iter().position(|check| check.id == id)
}

/// Which checks apply to the claims of two positions; `None` where none do.
fn clash(
    graph: &ClaimGraph<'_>,
    standing: &Standing,
    pair: Pair,
    undetermined: &mut BTreeSet<String>,
) -> Option<Clash> {
    // Where no claim has a scope and the extents meet, no two of their claims can conflict.
    if pair.relation != Relation::Disjoint
        && !matches!(pair.relation, Relation::Incomparable(_))
        && standing.scopes.is_empty()
    {
        return None;
    }
    let mut found: Option<Clash> = None;
    for (a, b) in standing.across(pair) {
        let verdict = verdict(graph.corpus, graph.alignment, standing, a, b, pair.relation);
        let (a, b) = (a.claim, b.claim);
        match &verdict {
            Verdict::Undetermined(why) => {
                if !undetermined.contains(why) {
                    undetermined.insert(why.clone());
                }
                continue;
            }
            Verdict::Conflicts | Verdict::Possible(_) => {}
            _ => continue,
        }
        let Some(row) = pair_check(
            graph,
            &Pairing {
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
    CHECKS
        .iter()
        .position(|check| matches!(check.test, Test::Pair(test) if test(graph, pairing)))
}

/// Which positions agree or refine each other across articles, and whether two claims that do have
/// no origin in common.
fn agreement(
    graph: &ClaimGraph<'_>,
    question: QuestionId,
    standing: &Standing,
) -> (BTreeSet<usize>, bool) {
    let mut origins: IndexMap<ClaimId, BTreeSet<Origin>> = IndexMap::new();
    let (mut agreeing, mut independent) = (BTreeSet::new(), false);
    let equal = (0..standing.positions.len()).map(|at| Pair {
        left: at,
        right: at,
        relation: Relation::Equal,
    });
    for pair in equal.chain(standing.pairs.iter().copied()) {
        if !matches!(
            pair.relation,
            Relation::Equal | Relation::Within | Relation::Contains
        ) {
            continue;
        }
        for (a, b) in standing.across(pair) {
            if graph.article_of(a.claim) == graph.article_of(b.claim) {
                continue;
            }
            let verdict = verdict(graph.corpus, graph.alignment, standing, a, b, pair.relation);
            if !matches!(verdict, Verdict::Agrees | Verdict::Refines) {
                continue;
            }
            agreeing.extend([pair.left, pair.right]);
            if independent {
                break;
            }
            for side in [a, b] {
                origins
                    .entry(side.claim)
                    .or_insert_with(|| graph.origins(question, side.claim));
            }
            independent = origins[&a.claim].is_disjoint(&origins[&b.claim]);
        }
    }
    (agreeing, independent)
}
