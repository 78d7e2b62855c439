//! Where claims come from: each stop of the way, and why it goes on.

use std::collections::BTreeSet;

use super::claim::question_of;
use crate::check::spoken;
use crate::finding::Finding;
use crate::graph::{ClaimGraph, Lead, Stop};

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

/// The ways of the claims of a finding, each stop once.
pub(super) fn ways(graph: &ClaimGraph<'_>, finding: &Finding) -> Vec<Way> {
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
