//! How the claims of one article stand to those of the others.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::Serialize;

use crate::finding::{Finding, Position, Report};
use crate::model::{ArticleId, ClaimId, Corpus};
use crate::render::html::badge::{Badge, badges};
use crate::render::html::shown::Shown;
use crate::render::html::sign::Sign;
use crate::render::phrase;

/// How a claim stands.
#[derive(Serialize)]
pub struct ClaimView {
    badge: Badge,
    sign: Sign,
    word: String,
    /// The finding on its question.
    finding: String,
    /// How its value is read, where that says more than its words.
    reading: Option<String>,
    /// What cannot be true with it, or agrees.
    against: Vec<Shown<'static>>,
    silenced: bool,
}

/// How the claims of one article stand, by their numbers.
#[must_use]
pub fn claims(report: &Report<'_>, article: ArticleId) -> BTreeMap<ClaimId, ClaimView> {
    let corpus = report.corpus;
    let mut views = BTreeMap::new();
    let mut lettered: IndexMap<usize, Vec<Badge>> = IndexMap::new();
    for (number, finding) in report.findings.iter().enumerate() {
        for (at, position) in finding.positions.iter().enumerate() {
            for id in &position.claims {
                let is_told = views.contains_key(id);
                if corpus.claim(*id).article != article || is_told || !is_of_question(finding) {
                    continue;
                }
                let letters = lettered.entry(number).or_insert_with(|| badges(finding));
                if let Some(badge) = letters.get(at) {
                    views.insert(*id, view(corpus, finding, (at, position), badge));
                }
            }
        }
    }
    views
}

/// Whether its positions answer one question.
pub(super) fn is_of_question(finding: &Finding) -> bool {
    finding.steps.is_empty() && finding.positions.iter().all(|it| it.topic.is_none())
}

fn view(
    corpus: &Corpus,
    finding: &Finding,
    (at, position): (usize, &Position),
    badge: &Badge,
) -> ClaimView {
    let (sign, word) = Sign::of_finding(finding);
    let against = finding.against(at).into_iter();
    let against = against.filter_map(|other| finding.positions.get(other));
    ClaimView {
        badge: badge.clone(),
        sign,
        word,
        finding: finding.id.to_string(),
        reading: position.meaning.clone(),
        against: against
            .map(|other| Shown::cut(&phrase::holders(corpus, other), 80))
            .collect(),
        silenced: finding.is_silenced(),
    }
}
