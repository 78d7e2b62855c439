//! What a ruling weighs, and whether that is still what stands against each other.

use std::collections::BTreeSet;

use super::stands;
use crate::finding::Finding;
use crate::model::{Axis, ClaimId, Considered, Corpus};
use crate::text::normal::Form;
use crate::value::sentence::listed;

/// The claims that a ruling on a finding weighs, with all that tempers them, each once.
#[must_use]
pub fn considered(corpus: &Corpus, finding: &Finding) -> BTreeSet<Considered> {
    let claims = finding.opposed().flat_map(|position| &position.claims);
    claims.map(|&id| weighed(corpus, id)).collect()
}

fn weighed(corpus: &Corpus, id: ClaimId) -> Considered {
    let (claim, text) = (corpus.claim(id), |symbol| corpus.symbols.text(symbol));
    let said = claim.details.said.iter();
    let said = said.map(|day| ("said".into(), day.clone()));
    let limits = claim.details.qualifiers.iter();
    let limits = limits.map(|limit| {
        let name = match limit.axis {
            Axis::Other(name) => text(name),
            axis => axis.name(&corpus.symbols),
        };
        (name.into(), limit.value.clone())
    });
    Considered {
        claim: wording(corpus, id).into(),
        hedged: claim.hedged,
        attribution: claim
            .attribution
            .iter()
            .map(|who| text(*who).into())
            .collect(),
        limits: said.chain(limits).collect(),
    }
}

/// A claim as rulings write it: article id, a space, the value as written, with `not` before one that
/// is denied.
pub(super) fn wording(corpus: &Corpus, id: ClaimId) -> String {
    let (article, value) = (corpus.article_id(id), stands::wording(corpus, id));
    format!("{article} {value}").trim().to_owned()
}

/// How the claims now weighed differ from those of a ruling; nothing where none joined, changed, went,
/// or lost what tempered it.
pub(super) fn changes(
    then: &[Considered],
    now: &BTreeSet<Considered>,
    joined: &str,
) -> Vec<String> {
    let texts = |claims: &mut dyn Iterator<Item = &Considered>| -> BTreeSet<String> {
        claims.map(|it| it.claim.trim().to_owned()).collect()
    };
    let (before, after) = (texts(&mut then.iter()), texts(&mut now.iter()));
    let quoted = |claims: Vec<&String>| {
        let quoted: Vec<String> = claims.iter().map(|claim| format!("\"{claim}\"")).collect();
        quoted.join(", ")
    };
    let mut changes = Vec::new();
    for (claims, what) in [
        (quoted(after.difference(&before).collect()), joined),
        (
            quoted(before.difference(&after).collect()),
            "changed or went",
        ),
    ] {
        if !claims.is_empty() {
            changes.push(format!("{claims} {what}"));
        }
    }
    changes.extend(now.iter().filter_map(|claim| bared(then, claim)));
    changes
}

/// What a claim has lost since it was weighed, in a clause; `None` where a claim of that wording was
/// weighed that had no more to temper it.
fn bared(then: &[Considered], now: &Considered) -> Option<String> {
    let same = then.iter().filter(|past| past.claim.trim() == &*now.claim);
    let lost = same.map(|past| lost(past, now)).min_by_key(Vec::len)?;
    let lost: Vec<&str> = lost.iter().map(String::as_str).collect();
    let claim = &now.claim;
    (!lost.is_empty()).then(|| format!("\"{claim}\" is no longer {}", listed(&lost, "or")))
}

/// What tempered a claim and no longer does: its hedge, all of its speakers, each of its limits.
fn lost(then: &Considered, now: &Considered) -> Vec<String> {
    let mut lost = Vec::new();
    if then.hedged && !now.hedged {
        lost.push("hedged".to_owned());
    }
    let name = |who: &str| Form::Name.of(who);
    let mut speakers = then.attribution.iter();
    let is_kept = speakers.any(|who| now.attribution.iter().any(|it| name(it) == name(who)));
    if !then.attribution.is_empty() && !is_kept {
        let speakers: Vec<&str> = then.attribution.iter().map(AsRef::as_ref).collect();
        lost.push(format!("attributed to {}", listed(&speakers, "and")));
    }
    for (limit, value) in &then.limits {
        let same = |(other, word): &(Box<str>, Box<str>)| {
            Form::Label.of(other) == Form::Label.of(limit)
                && Form::Label.of(word) == Form::Label.of(value)
        };
        if !now.limits.iter().any(same) {
            lost.push(match &**limit {
                "said" => format!("dated by its speaker ({value})"),
                limit => format!("limited to {limit} {value}"),
            });
        }
    }
    lost
}
