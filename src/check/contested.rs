//! Answers that take part in an open joint contradiction: wherever they appear, a reader must know.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::joint_contradiction::is_joint;
use super::wording::{articles, called, enough, list};
use crate::finding::{Contest, Finding, FindingId, Level, Reservation, Reserve};
use crate::graph::ClaimGraph;
use crate::model::ClaimId;
use crate::value::sentence::set_off;

/// Of the joint contradictions of one finding, so many are named.
const MOST: usize = 12;

/// The open joint contradictions, by the claims that take part in them.
#[derive(Default)]
pub(super) struct Contests {
    joint: Vec<Joint>,
    by_claim: IndexMap<ClaimId, Vec<usize>>,
}

struct Joint {
    id: FindingId,
    /// Whether it is no more than a possible conflict.
    possible: bool,
    claims: Vec<ClaimId>,
}

impl Contests {
    /// Those among some findings; what rulings silence must not be among them. Linear in their claims.
    pub(super) fn new<'f>(open: impl Iterator<Item = &'f Finding>) -> Self {
        let mut contests = Self::default();
        for finding in open.filter(|finding| is_joint(finding)) {
            let positions = finding.positions.iter();
            let mut claims: Vec<ClaimId> = positions.flat_map(|at| at.claims.clone()).collect();
            claims.sort_unstable();
            for claim in &claims {
                let of_claim = contests.by_claim.entry(*claim).or_default();
                of_claim.push(contests.joint.len());
            }
            contests.joint.push(Joint {
                id: finding.id,
                possible: finding.level != Level::Conflict,
                claims,
            });
        }
        contests
    }

    /// Marks the contested answers of a finding, and says by what, but for what is told under it.
    pub(super) fn mark(
        &self,
        graph: &ClaimGraph<'_>,
        finding: &mut Finding,
        is_told: impl Fn(FindingId) -> bool,
    ) {
        if self.joint.is_empty() || is_joint(finding) {
            return;
        }
        let mut found = BTreeSet::new();
        for position in &mut finding.positions {
            for claim in &position.claims {
                let joint = self.by_claim.get(claim).into_iter().flatten();
                for &at in joint {
                    found.insert(at);
                    position
                        .contested
                        .extend(self.joint.get(at).map(|joint| Contest {
                            finding: joint.id,
                            claim: *claim,
                        }));
                }
            }
            position.contested.sort_unstable();
        }
        let mut told: Vec<(String, bool, Vec<FindingId>)> = Vec::new();
        found.retain(|at| self.joint.get(*at).is_some_and(|joint| !is_told(joint.id)));
        for joint in found.iter().take(MOST).filter_map(|at| self.joint.get(*at)) {
            let Some((words, agrees)) = joint.words(graph, finding) else {
                continue;
            };
            match told.iter_mut().find(|(known, ..)| *known == words) {
                Some((_, _, ids)) => ids.push(joint.id),
                None => told.push((words, agrees, vec![joint.id])),
            }
        }
        for (words, agrees, findings) in told {
            let ids: Vec<String> = findings.iter().map(ToString::to_string).collect();
            let text = format!("contested {}: {words}", list(&ids));
            match &mut finding.agreed {
                Some(agreed) if agrees => agreed.reservations.push(Reservation {
                    sort: Reserve::Contested,
                    text,
                    findings,
                }),
                _ => finding.notes.push(text),
            }
        }
        if found.len() > MOST {
            let more = found.len() - MOST;
            finding.notes.push(format!("contested {more} times more"));
        }
        if let Some(agreed) = &mut finding.agreed {
            agreed
                .reservations
                .sort_by_key(|reservation| reservation.sort);
        }
    }
}

impl Joint {
    /// "5 days after the hearing (post) contradicts herald", and whether an agreeing answer takes part;
    /// of an agreement only these are named, if there are any.
    fn words(&self, graph: &ClaimGraph<'_>, finding: &Finding) -> Option<(String, bool)> {
        let parts = finding.positions.iter().filter_map(|position| {
            let own = position.claims.iter().copied();
            let own: Vec<ClaimId> = own
                .filter(|id| self.claims.binary_search(id).is_ok())
                .collect();
            (!own.is_empty()).then_some((position, own))
        });
        let parts = Vec::from_iter(parts);
        let agrees = parts.iter().any(|(position, _)| position.agrees);
        let said = parts.iter().filter(|(at, _)| at.agrees || !agrees);
        let said: Vec<_> = said.collect();
        let claims: BTreeSet<ClaimId> = said.iter().flat_map(|(_, own)| own.clone()).collect();
        let others = self.claims.iter().copied();
        let others: Vec<ClaimId> = others.filter(|id| !claims.contains(id)).collect();
        let claims = Vec::from_iter(claims);
        let own = articles(graph, &claims);
        let others = articles(graph, &others);
        let against: Vec<&str> = others.difference(&own).copied().collect();
        let against = match against.is_empty() {
            true if others.is_empty() => "what the vocabulary says".to_owned(),
            true => {
                let say = if others.len() == 1 { "says" } else { "say" };
                format!("what else {} {say}", enough(&Vec::from_iter(others)))
            }
            false => enough(&against),
        };
        let values: Vec<&str> = said.iter().map(|(position, _)| called(position)).collect();
        let said: Vec<String> = set_off(&values)
            .into_iter()
            .zip(&said)
            .map(|(value, (_, own))| {
                format!(
                    "{value} ({})",
                    enough(&Vec::from_iter(articles(graph, own)))
                )
            })
            .collect();
        let verb = match (self.possible, said.len()) {
            (true, _) => "may contradict",
            (false, 1) => "contradicts",
            (false, _) => "contradict",
        };
        (!said.is_empty()).then(|| (format!("{} {verb} {against}", list(&said)), agrees))
    }
}
