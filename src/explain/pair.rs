//! How two positions stand: the grounds of the verdict, and the checks that were asked.

use super::{Derivation, change};
use crate::check::{Clash, Outcome, Pairing, asked_of_pair, born_apart, spoken};
use crate::compare::{self, Grounds, Pair, Scoped, Side, Verdict};
use crate::finding::{Check, Finding};
use crate::graph::ClaimGraph;
use crate::model::ClaimId;
use crate::value::{Relation, sentence};

/// Up to so many pairs without a conflict are listed.
const MOST_OTHERS: usize = 12;

/// How two claims stand, and why.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The two, each with its article: "001: pardon".
    pub sides: [String; 2],
    /// How their values stand, in a sentence.
    pub values: String,
    /// What the verdict rests on beside the values.
    pub grounds: Vec<Ground>,
    /// The verdict, and the reason of a doubt.
    pub verdict: Verdict,
    /// The checks that were asked, in their order, and whether each holds: the first that does applies.
    pub asked: Vec<(Check, bool)>,
    /// Further checks that apply to other claims of the two positions.
    pub also: Vec<Check>,
}

/// One question on which a verdict rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// What was asked.
    pub asked: &'static str,
    /// The answer; `None` is no.
    pub answer: Option<String>,
}

/// Adds how the positions of a question stand, and what would change that.
pub(super) fn derive(
    graph: &ClaimGraph<'_>,
    outcome: &Outcome,
    finding: &Finding,
    derivation: &mut Derivation<'_>,
) {
    let standing = graph.standing(outcome.question);
    for clash in &outcome.clashes {
        derivation.pairs.extend(of_clash(graph, outcome, clash));
        change::of_clash(graph, outcome, clash, &mut derivation.changes);
    }
    let clashing = |left: usize, right: usize| {
        let mut clashes = outcome.clashes.iter();
        clashes.any(|clash| (clash.left, clash.right) == (left, right))
    };
    let named = |at: usize| {
        let stand = &standing.positions[at];
        // A finding has them in an order of its own.
        let mut positions = finding.positions.iter();
        let position = positions.find(|position| position.claims == stand.claims)?;
        Some((position.value.as_str(), stand.value.as_ref()))
    };
    let others = standing
        .pairs
        .iter()
        .filter(|pair| !clashing(pair.left, pair.right));
    derivation.others = others
        .take(MOST_OTHERS)
        .filter_map(|pair| {
            let (left, right) = (named(pair.left)?, named(pair.right)?);
            let sentence = sentence(left, right, &pair.values);
            Some(match pair.values.relation {
                // Disjoint values without a clash are set apart by their scopes.
                Relation::Disjoint => match set_apart(graph, standing, pair) {
                    Some(why) => {
                        format!("{sentence}, but they were not set against each other: {why}")
                    }
                    None => sentence,
                },
                _ => sentence,
            })
        })
        .collect();
    if outcome.clashes.is_empty() && outcome.articles > 1 && !outcome.agreement.positions.is_empty()
    {
        change::of_agreement(outcome, &mut derivation.changes);
    }
}

/// Why claims of two positions were not set against each other.
fn set_apart(
    graph: &ClaimGraph<'_>,
    standing: &compare::Standing,
    pair: &Pair,
) -> Option<&'static str> {
    let mut few = standing.across(pair).take(MOST_OTHERS);
    few.find_map(|sides| match graph.verdict(standing, &pair.values, sides) {
        Verdict::Undetermined(obstacle) => Some(obstacle.text()),
        _ => None,
    })
}

/// The grounds of the example of a clash.
pub(super) fn grounds(
    graph: &ClaimGraph<'_>,
    outcome: &Outcome,
    clash: &Clash,
) -> Option<(Grounds, [(ClaimId, usize); 2])> {
    let standing = graph.standing(outcome.question);
    let [a, b] = clash.example;
    let at = |claim: ClaimId| {
        let mut stands = standing.positions.iter();
        stands.position(|stand| stand.claims.contains(&claim))
    };
    let (left, right) = (at(a)?, at(b)?);
    let side = |claim, at: usize| Side::of(claim, &standing.positions[at]);
    let values = standing.values(left, right);
    let limits = (&standing.scopes, standing.changes);
    let sides = (side(a, left), side(b, right));
    let grounds = Grounds::of(graph.corpus, graph.alignment, limits, sides, &values);
    Some((grounds, [(a, left), (b, right)]))
}

fn of_clash(graph: &ClaimGraph<'_>, outcome: &Outcome, clash: &Clash) -> Option<Standing> {
    let (grounds, [(a, left), (b, right)]) = grounds(graph, outcome, clash)?;
    let standing = graph.standing(outcome.question);
    let value = |at: usize| standing.positions[at].value.as_ref();
    let said = |id| spoken(graph.corpus, id);
    let verdict = grounds.verdict();
    let pairing = Pairing {
        question: outcome.question,
        left: a,
        right: b,
        verdict: &verdict,
    };
    let mut asked = Vec::new();
    for (check, holds) in asked_of_pair(graph, &pairing) {
        asked.push((check, holds));
        if holds {
            break;
        }
    }
    let applies = asked.last().map(|(check, _)| *check);
    let also = clash.checks.iter().copied();
    Some(Standing {
        sides: [side(graph, a), side(graph, b)],
        values: born_apart(standing, graph.corpus, clash).unwrap_or_else(|| {
            sentence(
                (&said(a), value(left)),
                (&said(b), value(right)),
                &grounds.values,
            )
        }),
        grounds: words(&grounds),
        also: also.filter(|id| Some(*id) != applies).collect(),
        verdict,
        asked,
    })
}

/// A claim in a few words: "001: pardon, in its own voice".
fn side(graph: &ClaimGraph<'_>, id: ClaimId) -> String {
    let corpus = graph.corpus;
    let claim = corpus.claim(id);
    let article = corpus.article_id(id);
    let speakers: Vec<&str> = (claim.attribution.iter())
        .map(|who| corpus.symbols.text(*who))
        .collect();
    let voice = match speakers.is_empty() {
        true => "in its own voice".to_owned(),
        false => format!("according to {}", speakers.join(", ")),
    };
    let value = match claim.stance {
        crate::model::Stance::Asserts => claim.written.to_string(),
        crate::model::Stance::Denies => format!("denies {}", claim.written),
    };
    format!("{article}: {value}, {voice}")
}

/// What was asked about two claims that stand against each other.
fn words(grounds: &Grounds) -> Vec<Ground> {
    let flag = |asked, holds: bool| Ground {
        asked,
        answer: holds.then(|| "yes".to_owned()),
    };
    let mut words = vec![
        flag("is a side hedged?", grounds.hedged),
        Ground {
            asked: "is it one subject only by likeness?",
            answer: grounds
                .likeness
                .as_ref()
                .map(|[left, right]| format!("yes, {left} and {right}")),
        },
        Ground {
            asked: "do time, place or limits set them apart?",
            answer: match grounds.scoped {
                Scoped::Together => None,
                Scoped::Apart(why) => Some(why.to_owned()),
                Scoped::Unclear(why) => Some(format!("perhaps: {why}")),
            },
        },
    ];
    if grounds.went_back {
        words.push(flag("did it change against its direction?", true));
    }
    words
}
