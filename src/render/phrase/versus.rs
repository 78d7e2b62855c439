//! A matter in one line: who says what against whom.

use indexmap::{IndexMap, IndexSet};

use super::list::enough;
use crate::finding::{Basis, Finding, Position};
use crate::model::{ArticleId, ClaimId, Corpus};
use crate::value::sentence::set_off;

/// What stands between two sides.
pub(in crate::render) const AGAINST: &str = "↔";

/// The sides of a finding, each with who is on it: "herald, wire: 1", "post: three". One side where
/// nothing stands against anything: what was found.
pub(in crate::render) fn versus(corpus: &Corpus, finding: &Finding) -> Vec<String> {
    let by_speaker = finding.is_dispute();
    let mut sides: Vec<String> = sides(finding)
        .iter()
        .map(|side| told(corpus, side, by_speaker))
        .collect();
    if sides.len() < 2 {
        return vec![finding.message.clone()];
    }
    if by_speaker && let Some(last) = sides.last_mut() {
        let articles: IndexSet<ArticleId> = sides_articles(corpus, finding);
        let ids: Vec<&str> = articles.iter().map(|id| corpus.id(*id)).collect();
        last.push_str(&format!(" (in {})", enough(&ids)));
    }
    sides
}

fn sides_articles(corpus: &Corpus, finding: &Finding) -> IndexSet<ArticleId> {
    let claims = finding.opposed().flat_map(|position| &position.claims);
    let mut articles: Vec<ArticleId> = claims.map(|id| corpus.claim(*id).article).collect();
    articles.sort_unstable();
    articles.into_iter().collect()
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
    let holders =
        positions.map(|position| (holders(corpus, &position.claims, by_speaker), position));
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
fn holders(corpus: &Corpus, claims: &[ClaimId], by_speaker: bool) -> String {
    let names: IndexSet<&str> = claims
        .iter()
        .flat_map(|id| {
            let claim = corpus.claim(*id);
            let speakers = claim.attribution.iter().filter(|_| by_speaker);
            let mut names: Vec<&str> = speakers.map(|who| corpus.symbols.text(*who)).collect();
            if names.is_empty() {
                names.push(corpus.article_id(*id));
            }
            names
        })
        .collect();
    enough(&Vec::from_iter(names))
}
