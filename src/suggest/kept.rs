//! Whether everything that was found is found still.

use std::collections::BTreeMap;

use crate::finding::{Finding, Level, Report};
use crate::model::ClaimId;

/// So many claims of a side are looked at.
const MOST: usize = 50;

/// Claims that cannot all be true, and how sure that is.
type Sets = BTreeMap<Vec<ClaimId>, Level>;

/// Whether each contradiction of one report of everything stands in another of the same claims, at its level
/// or above. One of several claims may be found between fewer of them.
#[must_use]
pub fn keeps(before: &Report<'_>, after: &Report<'_>) -> bool {
    let [before, after] = [before, after].map(|report| sets(&report.findings));
    let holds = |(claims, level): (&Vec<ClaimId>, &Level)| {
        let is_enough = |found: &Level| found <= level;
        after.get(claims).is_some_and(is_enough)
            || (claims.len() > 2
                && after.iter().any(|(found, how)| {
                    is_enough(how) && found.iter().all(|id| claims.contains(id))
                }))
    };
    before.iter().all(holds)
}

fn sets(findings: &[Finding]) -> Sets {
    let mut sets = Sets::new();
    let sharp = findings.iter().filter(|it| it.level <= Level::Warning);
    for finding in sharp {
        let mut add = |mut claims: Vec<ClaimId>| {
            claims.sort_unstable();
            let level = sets.entry(claims).or_insert(finding.level);
            *level = finding.level.min(*level);
        };
        let positions = &finding.positions;
        if positions.iter().all(|it| it.against.is_empty()) {
            add(positions
                .iter()
                .flat_map(|it| it.claims.iter().copied())
                .collect());
            continue;
        }
        for position in positions {
            let others = position.against.iter().filter_map(|at| positions.get(*at));
            for other in others {
                for left in position.claims.iter().take(MOST) {
                    for right in other.claims.iter().take(MOST) {
                        add(vec![*left, *right]);
                    }
                }
            }
        }
    }
    sets
}
