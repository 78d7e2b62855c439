//! A ruling as an entry of a file.

use super::phrase;
use crate::check::considered;
use crate::edit::Node;
use crate::finding::Finding;
use crate::model::{Considered, Corpus, Decision};
use crate::value::Day;

/// What an editor decides about a finding.
#[derive(Clone, Copy, Debug)]
pub struct NewRuling<'a> {
    /// What is decided.
    pub decision: Decision,
    /// Which value stands.
    pub value: Option<&'a str>,
    /// Who decides.
    pub by: &'a str,
    /// When.
    pub date: Option<Day>,
    /// Why.
    pub reason: &'a str,
    /// The first day on which it no longer counts.
    pub expires: Option<Day>,
}

/// The entry for a list of rulings.
///
/// It holds the claims that are weighed now, so that the ruling reopens when they change.
#[must_use]
pub fn entry(corpus: &Corpus, finding: &Finding, new: &NewRuling<'_>) -> Node {
    let day = |day: Option<Day>| day.map(|day| text(&day.to_string()));
    let considered = considered(corpus, finding);
    let considered =
        (!considered.is_empty()).then(|| Node::List(considered.iter().map(weighed).collect()));
    let fields = [
        ("finding", Some(text(&finding.id.to_string()))),
        ("about", Some(text(&phrase::about(corpus, finding)))),
        ("check", Some(text(finding.check.name()))),
        ("ruling", Some(text(new.decision.name()))),
        ("value", new.value.map(text)),
        ("considered", considered),
        ("by", Some(text(new.by))),
        ("date", day(new.date)),
        ("reason", Some(text(new.reason))),
        ("expires", day(new.expires)),
    ];
    map(fields
        .into_iter()
        .filter_map(|(key, node)| Some((key, node?))))
}

/// A claim that was weighed: its text alone, or a map where something tempers it.
fn weighed(considered: &Considered) -> Node {
    let claim = text(&considered.claim);
    let attribution = match &*considered.attribution {
        [] => None,
        [only] => Some(text(only)),
        several => Some(Node::List(several.iter().map(|who| text(who)).collect())),
    };
    let limits = considered.limits.iter();
    let limits = limits.map(|(name, value)| (&**name, text(value)));
    let (fields, others): (Vec<_>, Vec<_>) =
        limits.partition(|(name, _)| ["said", "when", "where"].contains(name));
    let tempered: Vec<(&str, Node)> = [
        considered.hedged.then_some(("hedged", Node::Flag(true))),
        attribution.map(|who| ("attribution", who)),
    ]
    .into_iter()
    .flatten()
    .chain(fields)
    .chain((!others.is_empty()).then(|| ("qualifiers", map(others.into_iter()))))
    .collect();
    match tempered.is_empty() {
        true => claim,
        false => map(std::iter::once(("claim", claim)).chain(tempered)),
    }
}

fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

fn map<'k>(fields: impl Iterator<Item = (&'k str, Node)>) -> Node {
    Node::Map(fields.map(|(key, node)| (key.to_owned(), node)).collect())
}
