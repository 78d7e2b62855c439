//! What the checks found about one question, before it is put into words.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::cell::Cell;
use super::pairs::Claims;
use super::{Agreement, Test, agreement, at_once, test, wording};
use crate::align::QuestionId;
use crate::compare::{Obstacle, Pair, Standing, Unread, Verdict};
use crate::finding::{Check, Help};
use crate::graph::ClaimGraph;
use crate::model::{ArticleId, ClaimId};
use crate::value::sentence::as_clause;
use crate::value::{Reason, Relation, date};

/// A value is listed against so many greater ones.
pub(super) const MOST_AGAINST: usize = 64;

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
#[derive(Clone, Debug)]
pub struct Clash {
    /// The position with the lower index.
    pub left: usize,
    /// The other.
    pub right: usize,
    /// The checks that apply to their claims.
    pub checks: BTreeSet<Check>,
    /// The first of these by rank.
    pub check: Check,
    /// Two claims to which that one applies: the example that messages use.
    pub example: [ClaimId; 2],
    /// Why it is no more than a possible conflict, where it is none for sure.
    pub doubt: Option<String>,
}

/// What the checks found about one question.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The question.
    pub question: QuestionId,
    /// Its check.
    pub check: Check,
    /// The other checks that apply.
    pub also: BTreeSet<Check>,
    /// Which positions stand against each other.
    pub clashes: Vec<Clash>,
    /// Whether more stand against each other than are listed.
    pub cut: bool,
    /// Which positions articles agree on.
    pub agreement: Agreement,
    /// The cells of each position, by index; none where one article answers alone.
    pub(super) cells: Vec<Vec<Cell>>,
    /// Why some claims could not be compared.
    pub undetermined: BTreeSet<Gap>,
    /// Why some claims were not set against each other: they need not hold at once.
    pub apart: BTreeSet<&'static str>,
    /// How many articles answer it.
    pub articles: usize,
}

/// Why claims could not be compared, and what would help.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// The reason, as a clause.
    pub why: String,
    /// What would let them be compared, where that is known.
    pub help: Option<Help>,
}

impl Gap {
    /// Why a claim was not read, and what to write.
    pub(super) fn of_unread(why: &Unread, article: &str) -> Self {
        let hint = match why {
            Unread::Refused(refusal) => Some(as_clause(&refusal.hint)),
            // What to do about all of them at once is said elsewhere.
            Unread::Unpublished => None,
        };
        Self {
            why: why.text(&[article]),
            help: hint.map(Help::Write),
        }
    }

    /// The reason, and what to write instead where that is about these claims alone.
    pub(super) fn in_full(&self) -> String {
        match self.help.as_ref().and_then(Help::of_these) {
            Some(help) => format!("{}; {help}", self.why),
            None => self.why.clone(),
        }
    }
}

impl From<Reason> for Gap {
    fn from(reason: Reason) -> Self {
        Self {
            why: reason.text().to_owned(),
            help: (reason == Reason::Wording).then_some(Help::Kind),
        }
    }
}

impl Clash {
    /// Adds that a check applies to two more claims of the positions.
    fn add(&mut self, check: Check, example: [ClaimId; 2], doubt: Option<String>) {
        self.checks.insert(check);
        if check.rank() < self.check.rank() {
            (self.check, self.example, self.doubt) = (check, example, doubt);
        }
    }
}

impl Outcome {
    /// Whether the conflict is a dispute: every conflicting pair has speakers on both sides who differ.
    #[must_use]
    pub fn is_dispute(&self) -> bool {
        // Of the checks of a conflict it ranks last, so that none of these applies beside it.
        self.check == Check::Disputed && !self.also.contains(&Check::ChangedAccount)
    }

    /// Leaves out what nobody reads: of a value that stands against very many, the checks that rank
    /// first and the values that are next to it stay.
    fn leave_out(&mut self) {
        let clashes = std::mem::take(&mut self.clashes);
        for of_left in clashes.chunk_by(|a, b| a.left == b.left) {
            let mut of_left: Vec<&Clash> = of_left.iter().collect();
            if of_left.len() > MOST_AGAINST {
                self.cut = true;
                of_left.sort_by_key(|clash| (clash.check.rank(), clash.right));
                of_left.truncate(MOST_AGAINST);
                of_left.sort_by_key(|clash| clash.right);
            }
            self.clashes.extend(of_left.into_iter().cloned());
        }
    }

    /// Whether several articles were to be compared, and some of their claims could not be.
    #[must_use]
    pub fn is_undetermined(&self) -> bool {
        self.articles > 1 && !self.undetermined.is_empty()
    }
}

/// Judges one question; `None` where all its claims were set aside.
pub fn judge(graph: &ClaimGraph<'_>, question: QuestionId) -> Option<Outcome> {
    let standing = graph.standing(question);
    let articles = answering(graph, standing);
    if articles == 0 {
        return None;
    }
    let mut obstacles = BTreeSet::new();
    let pairs = standing.pairs.iter();
    let spans = at_once::spans(standing);
    let of_positions: Vec<OnceCell<Claims<'_>>> =
        standing.positions.iter().map(|_| OnceCell::new()).collect();
    let claims = |at: usize| -> Option<&Claims<'_>> {
        let claims = of_positions.get(at)?;
        Some(claims.get_or_init(|| Claims::of(graph, standing, at)))
    };
    let mut example = None;
    let clashes: Vec<Clash> = pairs
        .filter(|pair| {
            let apart = at_once::are_apart(standing, &spans, pair);
            example = example.or_else(|| apart.then_some(*pair));
            !apart
        })
        .filter_map(|pair| clash(graph, question, (pair, &claims), &mut obstacles))
        .collect();
    let of_example = example.and_then(|pair| Some((pair, standing.across(pair).next()?)));
    if let Some((pair, sides)) = of_example
        && let Verdict::Undetermined(obstacle) = graph.verdict(standing, &pair.values, sides)
    {
        obstacles.insert(obstacle);
    }
    let (agreement, cells) = match articles {
        1 => (Agreement::default(), Vec::new()),
        _ => agreement::find(graph, question, &mut obstacles),
    };
    let mut undetermined = unread(graph, standing);
    let mut apart = BTreeSet::new();
    for obstacle in obstacles {
        match obstacle {
            Obstacle::Values(reason) => {
                undetermined.insert(wording::gap(graph, question, reason));
            }
            Obstacle::Scope(why) => {
                apart.insert(why);
            }
            // A note names the versions.
            Obstacle::Replaced => {}
        }
    }
    let applying = clashes.iter().flat_map(|clash| &clash.checks);
    let mut outcome = Outcome {
        question,
        // That of the question is asked last.
        check: Check::SingleSource,
        also: applying.copied().collect(),
        clashes,
        cut: false,
        agreement,
        cells,
        undetermined,
        apart,
        articles,
    };
    let first = outcome
        .also
        .iter()
        .copied()
        .min_by_key(|check| check.rank());
    outcome.check = first.unwrap_or_else(|| question_check(&outcome));
    if outcome.is_undetermined() {
        outcome.also.insert(Check::Undetermined);
    }
    if outcome.agreement.is_also_compatible(outcome.check) {
        outcome.also.insert(Check::Compatible);
    }
    outcome.also.remove(&outcome.check);
    outcome.leave_out();
    Some(outcome)
}

/// The first check of a question without conflicts that applies; the last of them always does.
fn question_check(outcome: &Outcome) -> Check {
    let mut asked = asked_of_question(outcome);
    let first = asked.find(|(_, holds)| *holds);
    first.map(|(check, _)| check).unwrap_or(Check::SingleSource)
}

/// Why claims could not be read; the articles of which no day of publication is known in one sentence.
fn unread(graph: &ClaimGraph<'_>, standing: &Standing) -> BTreeSet<Gap> {
    let (mut gaps, mut undated) = (BTreeSet::new(), BTreeMap::new());
    for (claim, why) in &standing.unread {
        let article = graph.corpus.article_id(*claim);
        match why {
            Unread::Unpublished => {
                let guess = &graph.corpus.article_of(*claim).guessed;
                undated.insert(article, guess.as_ref().map(date::describe));
            }
            Unread::Refused(_) => {
                gaps.insert(Gap::of_unread(why, article));
            }
        }
    }
    if !undated.is_empty() {
        let articles: Vec<&str> = undated.keys().copied().collect();
        let confirm = undated.iter().filter_map(|(article, guess)| {
            let day = guess.as_ref()?;
            Some(format!("confirm `published` of {article} (guessed: {day})"))
        });
        let confirm = confirm.collect::<Vec<_>>().join("; ");
        gaps.insert(Gap {
            why: Unread::Unpublished.text(&articles),
            help: (!confirm.is_empty()).then_some(Help::Write(confirm)),
        });
    }
    gaps
}

/// Whether a question has a claim that was not set aside: only then is it judged.
pub(super) fn is_judged(graph: &ClaimGraph<'_>, question: QuestionId) -> bool {
    let standing = graph.standing(question);
    !standing.positions.is_empty() || !standing.unread.is_empty() || !standing.not_known.is_empty()
}

/// How many articles make claims that are compared, or could not be read; one for all its annotators.
/// Where none does, how many say that the answer is not known.
fn answering(graph: &ClaimGraph<'_>, standing: &Standing) -> usize {
    let answered = !standing.positions.is_empty() || !standing.unread.is_empty();
    let says_nothing = standing.not_known.iter().filter(|_| !answered);
    let placed = standing.positions.iter().flat_map(|stand| &stand.claims);
    let mut articles: Vec<ArticleId> = placed
        .chain(standing.unread.iter().map(|(claim, _)| claim))
        .chain(says_nothing)
        .map(|claim| graph.publication_of(*claim))
        .collect();
    articles.sort_unstable();
    articles.dedup();
    articles.len()
}

/// Which checks apply to the claims of two positions; `None` where none do. Adds why some could not
/// be compared.
fn clash<'c, 's: 'c>(
    graph: &ClaimGraph<'_>,
    question: QuestionId,
    (pair, claims): (&Pair, &impl Fn(usize) -> Option<&'c Claims<'s>>),
    obstacles: &mut BTreeSet<Obstacle>,
) -> Option<Clash> {
    let standing = graph.standing(question);
    // Where no claim has a scope, only disjoint values can conflict.
    match pair.values.relation {
        _ if pair.values.excludes() => {}
        Relation::Incomparable(reason) if standing.scopes.is_empty() => {
            obstacles.insert(Obstacle::Values(reason));
            return None;
        }
        _ if standing.scopes.is_empty() => return None,
        _ => {}
    }
    let mut found: Option<Clash> = None;
    let (left, right) = (claims(pair.left)?, claims(pair.right)?);
    for (at, other) in left.pairs(right) {
        let (a, b) = (left.sides[at], right.sides[other]);
        let verdict = graph.verdict(standing, &pair.values, (a, b));
        let doubt = match &verdict {
            Verdict::Conflicts => None,
            Verdict::Possible(why) => Some(why.clone()),
            Verdict::Undetermined(obstacle) => {
                obstacles.insert(*obstacle);
                continue;
            }
            Verdict::Agrees | Verdict::Refines | Verdict::Likely(_) | Verdict::Compatible => {
                continue;
            }
        };
        let pairing = Pairing {
            question,
            left: a.claim,
            right: b.claim,
            verdict: &verdict,
        };
        let Some(check) = pair_check(graph, &pairing) else {
            continue;
        };
        let example = [a.claim, b.claim];
        match &mut found {
            Some(clash) => clash.add(check, example, doubt),
            None => {
                found = Some(Clash {
                    left: pair.left,
                    right: pair.right,
                    checks: BTreeSet::from([check]),
                    check,
                    example,
                    doubt,
                });
            }
        }
    }
    found
}

/// The first pair check that applies.
fn pair_check(graph: &ClaimGraph<'_>, pairing: &Pairing<'_>) -> Option<Check> {
    let mut asked = asked_of_pair(graph, pairing);
    asked.find(|(_, holds)| *holds).map(|(check, _)| check)
}

/// The checks that are asked of two claims, in their order, and whether each holds; the first that
/// does decides.
pub fn asked_of_pair<'q>(
    graph: &'q ClaimGraph<'_>,
    pairing: &'q Pairing<'_>,
) -> impl Iterator<Item = (Check, bool)> + 'q {
    Check::ALL
        .iter()
        .filter_map(move |check| match test(*check) {
            Test::Pair { test, .. } => Some((*check, test(graph, pairing))),
            _ => None,
        })
}

/// The checks that are asked of a question without conflicts, likewise.
pub fn asked_of_question(outcome: &Outcome) -> impl Iterator<Item = (Check, bool)> + '_ {
    Check::ALL.iter().filter_map(|check| match test(*check) {
        Test::Question { test, .. } => Some((*check, test(outcome))),
        _ => None,
    })
}
