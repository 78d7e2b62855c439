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
    let mut told = opposites(corpus, finding);
    if let (Some(within), Some(last)) = (reported_in(corpus, finding), told.last_mut()) {
        last.push_str(&format!(" ({within})"));
    }
    told
}

/// The same, without the articles that only report a dispute.
pub(in crate::render) fn opposites(corpus: &Corpus, finding: &Finding) -> Vec<String> {
    let sides = sides(finding);
    let holders = sides.iter().map(|side| {
        let claims = side.iter().flat_map(|position| &position.claims);
        holders(corpus, claims, false)
    });
    let holders: IndexSet<String> = holders.collect();
    // Where one article reports both sides, whom it names tells them apart.
    let by_speaker = finding.is_dispute() || holders.len() < sides.len();
    let sides: Vec<String> = sides
        .iter()
        .map(|side| told(corpus, side, by_speaker))
        .collect();
    if sides.len() < 2 {
        return vec![finding.message.clone()];
    }
    sides
}

/// A dispute in one sentence: "Fire chief and Mayor differ; herald only reports it".
pub(in crate::render) fn dispute(corpus: &Corpus, finding: &Finding) -> Option<String> {
    let within = reported_in(corpus, finding)?;
    let articles = within.strip_prefix("in ").unwrap_or(&within);
    let claims = finding.opposed().flat_map(|position| &position.claims);
    let speakers = claims.flat_map(|id| &corpus.claim(*id).attribution);
    let speakers: IndexSet<&str> = speakers.map(|who| corpus.symbols.text(*who)).collect();
    let speakers = match Vec::from_iter(speakers).as_slice() {
        few if few.len() <= FEW => list(few),
        many => enough(many),
    };
    let verb = match articles.contains(", ") {
        true => "report",
        false => "reports",
    };
    Some(format!("{speakers} differ; {articles} only {verb} it"))
}

/// So many speakers are joined by "and".
const FEW: usize = 4;

/// The articles that report a dispute: "in herald, post".
pub(in crate::render) fn reported_in(corpus: &Corpus, finding: &Finding) -> Option<String> {
    let claims = finding.opposed().flat_map(|position| &position.claims);
    let mut articles: Vec<ArticleId> = claims.map(|id| corpus.claim(*id).article).collect();
    articles.sort_unstable();
    articles.dedup();
    let ids: Vec<&str> = articles.iter().map(|id| corpus.id(*id)).collect();
    finding.is_dispute().then(|| format!("in {}", enough(&ids)))
}

/// Positions that stand together against the same others; of a joint contradiction what leads to its
/// conclusion, and what that refutes.
fn sides(finding: &Finding) -> Vec<Vec<&Position>> {
    if let [.., conclusion, last] = finding.steps.as_slice()
        && let (Basis::Conclusion, Basis::Claims(refuted)) = (conclusion.basis, last.basis)
    {
        let (but, leads): (Vec<_>, Vec<_>) =
            (finding.positions.iter().enumerate()).partition(|(at, _)| *at == refuted);
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
fn told(corpus: &Corpus, side: &[&Position], by_speaker: bool) -> String {
    let mut by_who: IndexMap<String, IndexSet<&str>> = IndexMap::new();
    let positions = side.iter();
    let holders = positions.map(|position| {
        (
            holders(corpus, position.claims.iter(), by_speaker),
            position,
        )
    });
    for (who, position) in holders {
        by_who.entry(who).or_default().insert(&position.value);
    }
    let told = by_who.into_iter().map(|(who, values)| {
        let values = set_off(&Vec::from_iter(values)).join(", ");
        format!("{who}: {values}")
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The articles of claims, or whom they name for them.
fn holders<'f>(
    corpus: &Corpus,
    claims: impl Iterator<Item = &'f ClaimId>,
    by_speaker: bool,
) -> String {
    let names: IndexSet<&str> = match by_speaker {
        true => claims.flat_map(|id| corpus.voices(*id)).collect(),
        false => claims.map(|id| corpus.article_id(*id)).collect(),
    };
    enough(&Vec::from_iter(names))
}
