//! What a reader should know beside a finding on a question, a sentence each, without a final stop.

use std::collections::BTreeSet;

use super::outcome::{Clash, Gap, MOST_AGAINST, Outcome};
use super::wording::{self, articles, called, list, spoken};
use crate::align::Speaker;
use crate::align::name::compare as likeness;
use crate::compare::{MOST_CLAIMS, MOST_POSITIONS, Obstacle, Pair, Standing, Verdict};
use crate::finding::{Check, Position, Reservation, Reserve};
use crate::graph::ClaimGraph;
use crate::model::{ArticleId, ClaimId};
use crate::text::forest::Lines;
use crate::text::normal::Form;
use crate::value::sentence::set_off;
use crate::value::{Extent, Kind, Rational, Value, order};

/// What a reader should know beside: how bare small counts were read, and what stands beside an agreement.
pub(super) fn notes(
    graph: &ClaimGraph<'_>,
    outcome: &Outcome,
    positions: &[Position],
) -> Vec<String> {
    let standing = graph.standing(outcome.question);
    let cut = standing.is_cut().then(|| {
        format!("only the first {MOST_POSITIONS} values, and {MOST_CLAIMS} claims of each, were compared")
    });
    let mut notes: Vec<String> = small_counts(standing, positions).into_iter().collect();
    notes.extend(beside(graph, outcome, positions));
    notes.extend(alike_speakers(graph, outcome));
    notes.extend(taken_back(graph, outcome));
    notes.extend(apart(outcome));
    notes.extend(cut);
    notes.extend(outcome.cut.then(|| {
        format!("of values that stand against more than {MOST_AGAINST} others, not all are listed")
    }));
    notes
}

/// How bare small counts were read, where one more could be meant by the lower of two.
fn small_counts(standing: &Standing, positions: &[Position]) -> Option<String> {
    let bare = standing
        .positions
        .iter()
        .zip(positions)
        .filter(|(stand, _)| standing.kind == Kind::Number && is_small(&stand.value));
    // Only the lower of two counts could be the start of more.
    let lower = bare.filter(|(_, position)| {
        let above = |other: &usize| {
            order(
                &standing.positions[*other].value,
                position.reading.as_ref()?,
            )
            .is_gt()
            .then_some(())
        };
        position.against.iter().any(|other| above(other).is_some())
    });
    let mut values = lower.map(|(stand, position)| (position.value.as_str(), &*stand.value));
    let (first, value) = values.next()?;
    let others: Vec<&str> = values.map(|(value, _)| value).collect();
    let is_one =
        matches!(&value.extent, Extent::Amount(set, _) if set.as_point() == Some(Rational::ONE));
    let start = match is_one {
        true => "was one".to_owned(),
        false => format!("were {first}"),
    };
    let or_more =
        format!("where an article only says that there {start} or more, write `at least {first}`");
    if others.is_empty() {
        return Some(format!("{first} is read as exactly that; {or_more}"));
    }
    let all: Vec<&str> = [first].into_iter().chain(others.iter().copied()).collect();
    Some(format!(
        "{} are each read as exactly that; {or_more}, and likewise for {}",
        list(&all),
        list(&others)
    ))
}

/// The claims that later versions of their articles replaced with something else, where further
/// articles answer the question.
fn taken_back(graph: &ClaimGraph<'_>, outcome: &Outcome) -> Vec<String> {
    let standing = graph.standing(outcome.question);
    let is_version = versions(graph, standing);
    let mut claims = standing.positions.iter().flat_map(|at| &at.claims);
    if claims.all(|claim| is_version(graph.article_of(*claim))) {
        return Vec::new();
    }
    let replaced = standing.positions.iter().flat_map(|at| {
        let otherwise = at.replaced.iter();
        otherwise.filter(|(_, by)| at.claims.binary_search(&by.by).is_err())
    });
    replaced
        .take(MOST_BESIDE)
        .map(|(claim, by)| {
            let [own, later] = [*claim, by.by].map(|id| graph.corpus.article_id(id));
            let said = spoken(graph.corpus, *claim);
            format!("{later} is a later version of {own}, whose {said} is set against nothing else")
        })
        .collect()
}

/// Whether an article is a version of one of which a claim was replaced, itself included.
fn versions<'g>(
    graph: &'g ClaimGraph<'_>,
    standing: &Standing,
) -> impl Fn(ArticleId) -> bool + use<'g> {
    let replaced = standing.positions.iter().flat_map(|at| &at.replaced);
    let lines = replaced.filter_map(|(claim, _)| graph.line(graph.article_of(*claim)));
    let lines: Lines = lines.collect();
    move |article| {
        let line = graph.line(article);
        line.is_some_and(|line| lines.any_above(line) || lines.any_from(line))
    }
}

/// Why some claims beside a conflict were not set against others.
fn apart(outcome: &Outcome) -> Option<String> {
    let reasons: Vec<&str> = outcome.apart.iter().copied().collect();
    (!outcome.clashes.is_empty() && !reasons.is_empty())
        .then(|| format!("not all are set against all: {}", reasons.join("; ")))
}

/// The speakers on the two sides of a dispute who may be one: the articles would then not report a
/// dispute, but differ on what that one said.
fn alike_speakers(graph: &ClaimGraph<'_>, outcome: &Outcome) -> BTreeSet<String> {
    let disputed = |clash: &&Clash| clash.checks.contains(&Check::Disputed);
    let article = |claim| graph.publication_of(claim);
    let mut notes = BTreeSet::new();
    for clash in outcome.clashes.iter().filter(disputed) {
        let [a, b] = clash.example;
        if article(a) == article(b) {
            continue;
        }
        for left in graph.speakers(a) {
            for right in graph.speakers(b) {
                notes.extend(may_be_one(graph, left, right));
            }
        }
    }
    notes
}

fn may_be_one(graph: &ClaimGraph<'_>, left: Speaker, right: Speaker) -> Option<String> {
    let is_declared = |speaker: Speaker| match speaker {
        Speaker::Named(entity) => graph.alignment.is_declared(entity),
        Speaker::Unnamed(..) => false,
    };
    if left == right || (is_declared(left) && is_declared(right)) {
        return None;
    }
    let name = |speaker| match speaker {
        Speaker::Named(entity) => graph.alignment.name(entity),
        Speaker::Unnamed(_, name) => graph.corpus.symbols.text(name),
    };
    let mut names = [name(left), name(right)];
    names.sort_unstable();
    let [one, other] = names;
    if Form::Name.of(one) == Form::Name.of(other) {
        return Some(format!(
            "both call their speaker \u{201c}{one}\u{201d}: if they mean the same, the articles differ on what was said, and a name in both would show it"
        ));
    }
    likeness(one, other).same.then(|| {
        format!(
            "\u{201c}{one}\u{201d} and \u{201c}{other}\u{201d} may be one speaker, on whose words the articles then differ: write the full name in both, or add an alias"
        )
    })
}

/// Of what stands beside an agreement, up to so many values are named, and articles for each.
const MOST_BESIDE: usize = 12;

/// What stands beside an agreement: the values, who says so, and why that is no conflict; a sentence for
/// each such reason. What could not be compared is no note: see [`not_compared`].
fn beside(graph: &ClaimGraph<'_>, outcome: &Outcome, positions: &[Position]) -> Vec<String> {
    let others = others(outcome, positions);
    let left_out = others.len().saturating_sub(MOST_BESIDE);
    let more = match left_out {
        0 => None,
        1 => Some("beside them stands 1 more value".to_owned()),
        _ => Some(format!("beside them stand {left_out} more values")),
    };
    let reasons = by_reason(graph, outcome, others).into_iter();
    let sentences = reasons.filter_map(|(why, positions)| {
        let why = match why {
            NoConflict::Uncompared(_) => return None,
            NoConflict::SetApart(why) => format!("is not set against them: {why}"),
            NoConflict::Compatible => "can also be right".into(),
        };
        let said = said(graph, &positions);
        let (verb, said) = match said.as_slice() {
            [first @ .., last] if !first.is_empty() => {
                ("stand", format!("{} and {last}", first.join(", ")))
            }
            said => ("stands", said.concat()),
        };
        Some(format!("beside them {verb} {said}, which {why}"))
    });
    sentences.chain(more).collect()
}

/// What stands beside an agreement and could not be compared with it, by the reason.
pub(super) fn not_compared(
    graph: &ClaimGraph<'_>,
    outcome: &Outcome,
    positions: &[Position],
) -> Vec<Reservation> {
    let reasons = by_reason(graph, outcome, others(outcome, positions)).into_iter();
    let uncompared = reasons.filter_map(|(why, positions)| match why {
        NoConflict::Uncompared(gap) => Some(Reservation {
            sort: Reserve::NotCompared,
            text: format!(
                "not compared: {}: {}",
                said(graph, &positions).join(", "),
                gap.in_full()
            ),
            findings: Vec::new(),
        }),
        NoConflict::SetApart(_) | NoConflict::Compatible => None,
    });
    uncompared.collect()
}

/// The positions beside those that articles agree on.
fn others<'p>(outcome: &Outcome, positions: &'p [Position]) -> Vec<(usize, &'p Position)> {
    if !outcome.clashes.is_empty() || outcome.agreement.positions.is_empty() {
        return Vec::new();
    }
    let others = positions.iter().enumerate();
    others.filter(|(_, position)| !position.agrees).collect()
}

/// The first of some positions beside an agreement, by the reason why they are no conflict with it.
fn by_reason<'p>(
    graph: &ClaimGraph<'_>,
    outcome: &Outcome,
    others: Vec<(usize, &'p Position)>,
) -> Vec<(NoConflict, Vec<&'p Position>)> {
    let mut by_reason: Vec<(NoConflict, Vec<&Position>)> = Vec::new();
    for (at, position) in others.into_iter().take(MOST_BESIDE) {
        let why = no_conflict(graph, outcome, at);
        match by_reason.iter_mut().find(|(known, _)| *known == why) {
            Some((_, same)) => same.push(position),
            None => by_reason.push((why, vec![position])),
        }
    }
    by_reason
}

/// "17-line (c)", for each of some positions.
fn said(graph: &ClaimGraph<'_>, positions: &[&Position]) -> Vec<String> {
    let values: Vec<&str> = positions.iter().map(|at| called(at)).collect();
    let said = set_off(&values).into_iter().zip(positions);
    said.map(|(value, position)| format!("{value} ({})", who(graph, &position.claims)))
        .collect()
}

/// Why a value beside an agreement is no conflict with it.
#[derive(PartialEq, Eq)]
enum NoConflict {
    /// It could not be compared.
    Uncompared(Gap),
    /// It need not hold at once, likewise.
    SetApart(&'static str),
    /// It can also be right.
    Compatible,
}

/// Why a position beside an agreement is no conflict with it.
fn no_conflict(graph: &ClaimGraph<'_>, outcome: &Outcome, at: usize) -> NoConflict {
    let standing = graph.standing(outcome.question);
    if let Some(unread) = at.checked_sub(standing.positions.len()) {
        let why = standing.unread.get(unread);
        let gap = why.map(|(claim, why)| Gap::of_unread(why, graph.corpus.article_id(*claim)));
        return NoConflict::Uncompared(gap.unwrap_or_default());
    }
    let of_pair = |pair: &Pair| {
        let met =
            |own: usize, other: usize| own == at && outcome.agreement.positions.contains(&other);
        met(pair.left, pair.right) || met(pair.right, pair.left)
    };
    let pairs = standing.pairs.iter().filter(|pair| of_pair(pair));
    let mut verdicts = pairs.flat_map(|pair| {
        // A few claims show it: all of one position have one value.
        let few = standing.across(pair).take(MOST_BESIDE);
        few.map(|sides| graph.verdict(standing, &pair.values, sides))
    });
    let doubt = verdicts.find_map(|verdict| match verdict {
        Verdict::Undetermined(obstacle) => Some(obstacle),
        _ => None,
    });
    match doubt {
        Some(Obstacle::Values(reason)) => {
            NoConflict::Uncompared(wording::gap(graph, outcome.question, reason))
        }
        Some(obstacle) => NoConflict::SetApart(obstacle.text()),
        None => NoConflict::Compatible,
    }
}

/// The articles of some claims, each once: "001, 002".
fn who(graph: &ClaimGraph<'_>, claims: &[ClaimId]) -> String {
    let mut ids = Vec::from_iter(articles(graph, claims));
    if ids.len() > MOST_BESIDE {
        ids.truncate(MOST_BESIDE);
        return format!("{} and more", ids.join(", "));
    }
    ids.join(", ")
}

/// Whether a value is a bare count of up to ten, which may have been meant as "at least so many".
fn is_small(value: &Value) -> bool {
    match (&value.extent, value.hedge) {
        (Extent::Amount(set, _), None) => set
            .as_point()
            .is_some_and(|n| n.is_integer() && n > Rational::ZERO && n <= Rational::from_int(10)),
        _ => false,
    }
}
