//! What an agreement says: what is shared, who adds what, and why it may be no plain agreement.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::agreement::misquoted;
use super::cell::{Cell, meeting, says_the_same};
use super::outcome::Outcome;
use super::wording::{called, enough};
use super::{at_once, notes, same_words};
use crate::compare::Standing;
use crate::finding::{Addition, Agreed, Level, Position, Reservation, Reserve, Shared};
use crate::graph::{ClaimGraph, Origin, Sourcing};
use crate::model::{ArticleId, Axis, Changes, ClaimId};
use crate::value::{Day, Extent, Intervals, Kind, Relation, date};

/// Of what is shared and of what is added, so many values are listed; the most widely shared first.
const MOST_LISTED: usize = 60;

/// What the articles that agree on a question share and add; `None` where that was not found.
pub(super) fn agreed(
    graph: &ClaimGraph<'_>,
    outcome: &Outcome,
    positions: &[Position],
) -> Option<Box<Agreed>> {
    if outcome.check.level() != Level::Agreement {
        return None;
    }
    let standing = graph.standing(outcome.question);
    let sourcing = graph.sourcing(outcome.question);
    let all = &outcome.cells;
    let agreeing = |cell: &&Cell| outcome.agreement.positions.contains(&cell.position);
    let claims: Vec<ClaimId> = all
        .iter()
        .flatten()
        .filter(agreeing)
        .flat_map(|cell| cell.claims.iter().copied())
        .collect();
    let tallies = match standing.kind {
        Kind::Members => by_member(graph, standing, all, &outcome.agreement.positions),
        _ => Vec::new(),
    };
    let is_shared = |tally: &Tally| tally.articles(graph).len() > 1;
    let (tallies, more) = match tallies.iter().any(is_shared) {
        true => (tallies, 0),
        // Of lists that agree on no member, the lists themselves.
        false => by_value(graph, outcome, all, positions),
    };
    let in_turn = tallies.iter().any(|tally| tally.time.is_some());
    let mut agreed = list(graph, &sourcing, tallies);
    agreed.more += more;
    agreed.in_turn = in_turn;
    agreed.unsure = unsure(graph, &claims);
    agreed.reservations.extend(all_unsure(&agreed));
    agreed.reservations.extend(doubtful(outcome));
    let uncompared = notes::not_compared(graph, outcome, positions);
    agreed.reservations.extend(uncompared);
    if outcome.agreement.independent && standing.kind != Kind::Quotation {
        let same = same_words::find(graph, &sourcing, &claims).into_iter();
        let same = same.map(|articles| in_the_same_words(graph, &articles));
        agreed.reservations.extend(same);
    }
    agreed
        .reservations
        .sort_by_key(|reservation| reservation.sort);
    agreed.reservations.shrink_to_fit();
    Some(Box::new(agreed))
}

/// The claims that support one value, within one set of limits.
struct Tally {
    value: String,
    when: Option<String>,
    time: Option<Intervals<Day>>,
    claims: BTreeSet<ClaimId>,
}

impl Tally {
    fn articles(&self, graph: &ClaimGraph<'_>) -> Vec<ArticleId> {
        let articles = self.claims.iter().map(|id| graph.publication_of(*id));
        Vec::from_iter(articles.collect::<BTreeSet<_>>())
    }

    fn origins(&self, sourcing: &Sourcing<'_>) -> BTreeSet<Origin> {
        let origins = self.claims.iter().flat_map(|id| sourcing.origins(*id));
        origins.collect()
    }
}

/// What supports each value, the claims that give it or a narrower one at its time, and how many values
/// are left out.
fn by_value(
    graph: &ClaimGraph<'_>,
    outcome: &Outcome,
    all: &[Vec<Cell>],
    positions: &[Position],
) -> (Vec<Tally>, usize) {
    let standing = graph.standing(outcome.question);
    let positions_agree = (0..all.len()).map(|at| outcome.agreement.positions.contains(&at));
    let agrees: Vec<bool> = positions_agree.collect();
    let cells = all.iter().map(|cells| vec![Vec::new(); cells.len()]);
    let mut supports: Vec<Vec<Vec<&Cell>>> = cells.collect();
    let mut renamed: BTreeSet<[usize; 2]> = BTreeSet::new();
    let misquoted = misquoted(standing);
    for pair in meeting(standing, &misquoted) {
        if !agrees[pair.left] || !agrees[pair.right] {
            continue;
        }
        let (lefts, rights) = (&all[pair.left], &all[pair.right]);
        for (at, other_at) in at_once::meeting(standing, &pair, lefts, rights).together {
            let (left, right) = (&lefts[at], &rights[other_at]);
            if !says_the_same(&left.verdict(graph, standing, &pair, right)) {
                continue;
            }
            let keys = [[pair.left, at], [pair.right, other_at]];
            let relation = match standing.kind {
                // A fragment is what both have of a passage: it says less than the whole.
                Kind::Quotation => pair.values.likely.swapped(),
                _ => pair.values.likely,
            };
            if relation == Relation::Equal && pair.left != pair.right {
                // The same in other words: the one beyond doubt names it.
                let in_doubt = standing.positions[pair.left].value.likely.is_some();
                renamed.insert(keys[usize::from(!in_doubt)]);
            }
            if matches!(relation, Relation::Equal | Relation::Contains) {
                supports[pair.left][at].push(right);
            }
            if matches!(relation, Relation::Equal | Relation::Within) {
                supports[pair.right][other_at].push(left);
            }
        }
    }
    let supports = supports.into_iter().enumerate();
    let supports = supports.flat_map(|(position, cells)| {
        let cells = cells.into_iter().enumerate();
        cells.map(move |(at, support)| ([position, at], support))
    });
    let supports = supports.filter(|(at, cells)| !cells.is_empty() && !renamed.contains(at));
    let mut supports = Vec::from_iter(supports);
    supports.sort_by_key(|(_, cells)| Reverse(cells.len()));
    let more = supports.len().saturating_sub(2 * MOST_LISTED);
    supports.truncate(2 * MOST_LISTED);
    supports.sort_unstable_by_key(|(at, _)| *at);
    let tallies = supports.into_iter().filter_map(|([position, at], cells)| {
        let cell = all.get(position)?.get(at)?;
        let (when, time) = limits(graph, standing, cell);
        // What only perhaps is said of one place holds for none of them in particular.
        let mut others = cells.iter().map(|other| limits(graph, standing, other).0);
        let holds = time.is_some() || others.all(|other| other == when);
        let when = when.filter(|_| holds);
        let claims = cells.iter().flat_map(|cell| cell.claims.iter().copied());
        Some((
            position,
            Tally {
                value: called(positions.get(position)?).to_owned(),
                when,
                time,
                claims: claims.collect(),
            },
        ))
    });
    // Overlapping times of one value may have the same support.
    let mut seen = BTreeSet::new();
    let tallies = tallies
        .filter(|(at, tally)| all[*at].len() == 1 || seen.insert((*at, tally.claims.clone())));
    (tallies.map(|(_, tally)| tally).collect(), more)
}

/// What supports each member of lists, within the same limits.
fn by_member(
    graph: &ClaimGraph<'_>,
    standing: &Standing,
    all: &[Vec<Cell>],
    agreeing: &BTreeSet<usize>,
) -> Vec<Tally> {
    let mut tallies: BTreeMap<(Option<String>, String), (usize, Tally)> = BTreeMap::new();
    let cells = all.iter().flatten();
    for cell in cells.filter(|cell| agreeing.contains(&cell.position)) {
        let stand = standing.positions.get(cell.position);
        let Some(Extent::Members(set)) = stand.map(|stand| &stand.value.extent) else {
            continue;
        };
        let (when, time) = limits(graph, standing, cell);
        let named = set.named().into_iter().map(str::to_owned);
        let excluded = set.excluded().into_iter().map(|name| format!("not {name}"));
        let closed = set.is_only().then(|| match set.named().is_empty() {
            true => "nobody".to_owned(),
            false => "nobody else".to_owned(),
        });
        for value in named.chain(excluded).chain(closed) {
            let met = tallies.len();
            let (_, tally) = tallies
                .entry((when.clone(), value.clone()))
                .or_insert_with(|| {
                    let tally = Tally {
                        value,
                        when: when.clone(),
                        time: time.clone(),
                        claims: BTreeSet::new(),
                    };
                    (met, tally)
                });
            tally.claims.extend(cell.claims.iter().copied());
        }
    }
    let mut tallies = Vec::from_iter(tallies.into_values());
    tallies.sort_by_key(|(met, _)| *met);
    tallies.into_iter().map(|(_, tally)| tally).collect()
}

/// Within which limits the claims of a cell hold, in words, and on which days: of what changes always,
/// else where they say so.
fn limits(
    graph: &ClaimGraph<'_>,
    standing: &Standing,
    cell: &Cell,
) -> (Option<String>, Option<Intervals<Day>>) {
    let scope = cell.claims.first().and_then(|id| standing.scopes.get(id));
    let (Some(scope), Some(claim)) = (scope, cell.claims.first()) else {
        return (None, None);
    };
    let time = scope
        .time
        .clone()
        .filter(|_| standing.changes != Changes::No);
    let day = time.as_ref().map(|days| match days.as_point() {
        Some(_) => format!("on {}", date::describe(days)),
        None => format!("as of {}", date::describe(days)),
    });
    let limits = graph.corpus.claim(*claim).details.qualifiers.iter();
    let limits = limits.filter(|limit| day.is_none() || limit.axis != Axis::When);
    let symbols = &graph.corpus.symbols;
    let limits = limits.map(|limit| format!("{} {}", limit.axis.name(symbols), limit.value));
    let words: Vec<String> = day.clone().into_iter().chain(limits).collect();
    ((!words.is_empty()).then(|| words.join(", ")), time)
}

/// The values that two articles or more support, the most widely supported first, and those that one
/// alone gives; of what changes in the order of the times.
fn list(graph: &ClaimGraph<'_>, sourcing: &Sourcing<'_>, tallies: Vec<Tally>) -> Agreed {
    let mut counted: Vec<(Vec<ArticleId>, Tally)> = tallies
        .into_iter()
        .map(|tally| (tally.articles(graph), tally))
        .collect();
    counted.sort_by(|(a_articles, a), (b_articles, b)| {
        let times = match (&a.time, &b.time) {
            (Some(a), Some(b)) => a.order(b),
            (a, b) => a.is_some().cmp(&b.is_some()),
        };
        let support = Reverse(a_articles.len()).cmp(&Reverse(b_articles.len()));
        times.then_with(|| a.when.cmp(&b.when)).then(support)
    });
    // Most questions share one value: an archive has room for that one, and no more.
    let shared = counted.iter().filter(|(articles, _)| articles.len() > 1);
    let mut agreed = Agreed {
        shared: Vec::with_capacity(shared.count().min(MOST_LISTED)),
        ..Agreed::default()
    };
    for (articles, tally) in counted {
        let hedged = |id: &ClaimId| graph.corpus.claim(*id).hedged;
        match *articles.as_slice() {
            [article] if agreed.additions.len() < MOST_LISTED => {
                let (value, when) = (tally.value, tally.when);
                agreed.additions.push(Addition {
                    value,
                    when,
                    article,
                });
            }
            [_, _, ..] if agreed.shared.len() < MOST_LISTED => {
                let origins = tally.origins(sourcing).into_iter();
                let mut origins: Vec<_> = origins.map(|at| graph.origin_name(at)).collect();
                origins.sort_unstable();
                agreed.shared.push(Shared {
                    origins,
                    unsure: tally.claims.iter().all(hedged),
                    value: tally.value,
                    when: tally.when,
                    articles,
                });
            }
            _ => agreed.more += 1,
        }
    }
    agreed
}

/// The articles that are unsure of all that they say of what is agreed.
fn unsure(graph: &ClaimGraph<'_>, claims: &[ClaimId]) -> Vec<ArticleId> {
    let mut sure: BTreeMap<ArticleId, bool> = BTreeMap::new();
    for id in claims {
        let is_sure = !graph.corpus.claim(*id).hedged;
        *sure.entry(graph.publication_of(*id)).or_default() |= is_sure;
    }
    let unsure = sure.iter().filter(|(_, sure)| !**sure);
    unsure.map(|(article, _)| *article).collect()
}

/// That nobody is sure of what is shared at some time.
fn all_unsure(agreed: &Agreed) -> Vec<Reservation> {
    // The first of each time is the most widely shared.
    let times = agreed.shared.chunk_by(|a, b| a.when == b.when);
    let firsts = times.filter_map(|group| group.first());
    let unsure = firsts.filter(|first| first.unsure).map(|first| {
        let who = match first.articles.len() {
            2 => "both",
            _ => "all",
        };
        match &first.when {
            Some(when) => format!("{who} are unsure {when}"),
            None => format!("{who} are unsure"),
        }
    });
    let unsure: BTreeSet<String> = unsure.collect();
    let reservations = unsure.into_iter().map(|text| Reservation {
        sort: Reserve::Unsure,
        text,
        findings: Vec::new(),
    });
    reservations.collect()
}

/// That claims agree only as they are likely meant, and when they do not.
fn doubtful(outcome: &Outcome) -> Option<Reservation> {
    let doubts: Vec<&str> = outcome
        .agreement
        .doubts
        .iter()
        .map(String::as_str)
        .collect();
    (!doubts.is_empty()).then(|| Reservation {
        sort: Reserve::Doubt,
        text: format!("they agree {}", doubts.join(", and ")),
        findings: Vec::new(),
    })
}

fn in_the_same_words(graph: &ClaimGraph<'_>, articles: &[ArticleId]) -> Reservation {
    let ids: Vec<&str> = articles.iter().map(|id| graph.corpus.id(*id)).collect();
    Reservation {
        sort: Reserve::SameWords,
        text: format!(
            "same words in {}: perhaps one origin; if so, say `cites` or `copy of`",
            enough(&ids)
        ),
        findings: Vec::new(),
    }
}
