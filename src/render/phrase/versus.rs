//! A matter in one line: who says what against whom.

use indexmap::{IndexMap, IndexSet};

use super::list::{enough, list};
use crate::finding::{Basis, Finding, Position};
use crate::model::{ArticleId, ClaimId, Corpus};
use crate::value::sentence::set_off;

/// What stands between two sides.
pub(in crate::render) const AGAINST: &str = "↔";

/// The sides of a finding, each with who is on it: "herald, wire: 1", "post: three". One side where
/// nothing stands against anything: what was found.
pub(in crate::render) fn versus(corpus: &Corpus, finding: &Finding) -> Vec<String> {
    let mut told = opposites_with(corpus, finding, Names::All);
    if let (Some(within), Some(last)) = (reported_in(corpus, finding), told.last_mut()) {
        last.push_str(&format!(" ({within})"));
    }
    told
}

/// How many are named on a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Names {
    /// As many as a reader takes in: "herald, post, wire".
    All,
    /// One, and how many more there are: "herald and 2 more".
    One,
    /// The same in few letters: "herald +2".
    Short,
}

impl Names {
    fn of(self, names: &[&str]) -> String {
        match (self, names) {
            (Self::One, [first, rest @ ..]) if rest.len() > 1 => {
                format!("{first} and {} more", rest.len())
            }
            (Self::Short, [first, rest @ ..]) if !rest.is_empty() => {
                format!("{first} +{}", rest.len())
            }
            _ => enough(names),
        }
    }
}

/// The same, with more or fewer names, and without the articles that only report a dispute.
pub(in crate::render) fn opposites_with(
    corpus: &Corpus,
    finding: &Finding,
    names: Names,
) -> Vec<String> {
    let sides = sides(finding);
    let holders = sides.iter().map(|side| {
        let claims = side.iter().flat_map(|position| &position.claims);
        enough(&holders(corpus, claims, false))
    });
    let holders: IndexSet<String> = holders.collect();
    // Where one article reports both sides, whom it names tells them apart.
    let by_speaker = finding.is_dispute() || holders.len() < sides.len();
    let sides: Vec<String> = sides
        .iter()
        .map(|side| told(corpus, side, by_speaker, names))
        .collect();
    if sides.len() < 2 {
        return vec![finding.message.clone()];
    }
    sides
}

/// A dispute in one sentence: "Fire chief and Mayor differ; herald only reports it".
pub(super) fn dispute(corpus: &Corpus, finding: &Finding) -> Option<String> {
    let articles = reporting(corpus, finding)?;
    let claims = finding.opposed().flat_map(|position| &position.claims);
    let speakers = claims.flat_map(|id| &corpus.claim(*id).attribution);
    let speakers: IndexSet<&str> = speakers.map(|who| corpus.symbols.text(*who)).collect();
    let told = |names: &[&str]| match names.len() {
        ..=FEW => list(names),
        _ => enough(names),
    };
    let verb = match articles.len() {
        1 => "reports",
        _ => "report",
    };
    let (speakers, articles) = (told(&Vec::from_iter(speakers)), told(&articles));
    Some(format!("{speakers} differ; {articles} only {verb} it"))
}

/// So many names are joined by "and".
const FEW: usize = 4;

/// The articles that report a dispute: "in herald, post".
pub(in crate::render) fn reported_in(corpus: &Corpus, finding: &Finding) -> Option<String> {
    Some(format!("in {}", enough(&reporting(corpus, finding)?)))
}

fn reporting<'c>(corpus: &'c Corpus, finding: &Finding) -> Option<Vec<&'c str>> {
    let claims = finding.opposed().flat_map(|position| &position.claims);
    let mut articles: Vec<ArticleId> = claims.map(|id| corpus.claim(*id).article).collect();
    articles.sort_unstable();
    articles.dedup();
    let ids: Vec<&str> = articles.iter().map(|id| corpus.id(*id)).collect();
    finding.is_dispute().then_some(ids)
}

/// Positions that stand together against the same others; of a joint contradiction what leads to its
/// conclusion, and what that refutes.
fn sides(finding: &Finding) -> Vec<Vec<&Position>> {
    if let [.., conclusion, last] = finding.steps.as_slice()
        && let (Basis::Conclusion, Basis::Claims(refuted)) = (&conclusion.basis, &last.basis)
    {
        let (but, leads): (Vec<_>, Vec<_>) =
            (finding.positions.iter().enumerate()).partition(|(at, _)| at == refuted);
        return [leads, but]
            .into_iter()
            .map(|side| side.into_iter().map(|(_, position)| position).collect())
            .collect();
    }
    let mut sides: IndexMap<&[usize], Vec<&Position>> = IndexMap::new();
    let opposed = finding.opposed().collect::<Vec<_>>();
    if opposed.iter().all(|position| position.against.is_empty()) {
        return opposed.into_iter().map(|position| vec![position]).collect();
    }
    for position in opposed {
        sides.entry(&position.against).or_default().push(position);
    }
    sides.into_values().collect()
}

/// "herald, wire: 1"; whoever gives several values is named once.
fn told(corpus: &Corpus, side: &[&Position], by_speaker: bool, names: Names) -> String {
    let mut by_who: IndexMap<String, IndexSet<&str>> = IndexMap::new();
    for position in side {
        let who = names.of(&holders(corpus, position.claims.iter(), by_speaker));
        by_who.entry(who).or_default().insert(&position.value);
    }
    let told = by_who.into_iter().map(|(who, values)| {
        let values = set_off(&Vec::from_iter(values)).join(", ");
        format!("{who}: {values}")
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The articles of claims, or whom they name for them.
fn holders<'c, 'f>(
    corpus: &'c Corpus,
    claims: impl Iterator<Item = &'f ClaimId>,
    by_speaker: bool,
) -> Vec<&'c str> {
    let names: IndexSet<&str> = match by_speaker {
        true => claims.flat_map(|id| corpus.voices(*id)).collect(),
        false => claims.map(|id| corpus.article_id(*id)).collect(),
    };
    Vec::from_iter(names)
}
