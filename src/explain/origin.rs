//! Where claims come from: each stop of the way, and why it goes on.

use std::collections::BTreeSet;

use super::claim::question_of;
use crate::check::spoken;
use crate::finding::Finding;
use crate::graph::{ClaimGraph, Lead, Stop};
use crate::model::Symbol;

/// Up to so many claims are followed.
const MOST: usize = 40;

/// One stop on the way from a claim to its origins, in words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// The claim or article at which it is.
    pub from: String,
    /// Why it goes on: "names:", "cites:".
    pub lead: &'static str,
    /// To what.
    pub to: Vec<String>,
}

/// The ways of the claims of a finding, each stop once; of articles that cite each other, what each
/// of them cites.
pub(super) fn ways(graph: &ClaimGraph<'_>, finding: &Finding) -> Vec<Way> {
    if !finding.ring.is_empty() {
        return in_ring(graph, finding);
    }
    let claims = finding.positions.iter().flat_map(|at| &at.claims);
    let mut known = BTreeSet::new();
    let mut ways = Vec::new();
    for claim in claims.take(MOST) {
        let Some(question) = question_of(graph, *claim) else {
            continue;
        };
        for (stop, lead, next) in graph.sourcing(question).way(*claim) {
            let lead = match lead {
                Lead::Cites => "cites:",
                Lead::Speakers => "names:",
                Lead::CopyOf => "is a copy of:",
                Lead::OwnVoice => "in its own voice:",
                Lead::End => continue,
            };
            let way = Way {
                from: name(graph, stop),
                lead,
                to: next.into_iter().map(|stop| name(graph, stop)).collect(),
            };
            if known.insert(way.clone()) {
                ways.push(way);
            }
        }
    }
    ways
}

/// What the articles of a ring draw on, as a whole and claim by claim.
fn in_ring(graph: &ClaimGraph<'_>, finding: &Finding) -> Vec<Way> {
    let corpus = graph.corpus;
    let way = |from: String, lead, to: &mut dyn Iterator<Item = Symbol>| {
        let to: Vec<String> = to
            .map(|name| corpus.symbols.text(name).to_owned())
            .collect();
        (!to.is_empty()).then_some(Way { from, lead, to })
    };
    let mut ways = Vec::new();
    for &id in &finding.ring {
        let article = corpus.article(id);
        let from = || graph.corpus.id(id).to_owned();
        ways.extend(way(from(), "cites:", &mut article.cites.iter().copied()));
        ways.extend(way(
            from(),
            "is a copy of:",
            &mut article.copy_of.iter().copied(),
        ));
        let claims = corpus.claim_ids().zip(&corpus.claims);
        for (claim, record) in claims.filter(|(_, claim)| claim.article == id) {
            let from = name(graph, Stop::Claim(claim));
            let cites = record.details.cites.iter();
            ways.extend(way(from, "cites:", &mut cites.copied()));
        }
    }
    ways.truncate(MOST);
    ways
}

fn name(graph: &ClaimGraph<'_>, stop: Stop) -> String {
    let id = |article| graph.corpus.id(article);
    match stop {
        Stop::Claim(claim) => {
            let value = spoken(graph.corpus, claim);
            format!("{} ({value})", id(graph.article_of(claim)))
        }
        Stop::Article(article) => id(article).to_owned(),
        Stop::End(origin) => graph.origin_name(origin).to_string(),
    }
}
