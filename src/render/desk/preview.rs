//! A claim that is being written: how it is read, and how it stands to every other article.

use serde::Serialize;

use super::claim::is_of_question;
use super::overview::{ProblemView, problems};
use crate::diagnostic::Diagnostic;
use crate::finding::{Finding, Level, Report};
use crate::model::{ClaimId, Corpus};
use crate::render::html::badge::{Badge, badges};
use crate::render::html::line::{LineView, lines};
use crate::render::html::question;
use crate::render::html::shown::Shown;
use crate::render::html::sign::Sign;
use crate::render::phrase::{self, Topics};

/// A claim as it would stand.
#[derive(Serialize)]
pub struct Preview<'a> {
    /// The finding on its question.
    finding: Option<String>,
    sign: Option<Sign>,
    word: String,
    heading: Shown<'a>,
    badge: Option<Badge>,
    /// How its value is read.
    reading: Option<Shown<'a>>,
    /// Why less of it is compared than could be.
    reason: Option<Shown<'a>>,
    stands: Vec<StandView>,
    lines: Vec<LineView<'a>>,
    /// What it is part of beside: arguments over several questions.
    besides: Vec<BesideView>,
    problems: Vec<ProblemView<'a>>,
}

/// How it stands to what another article says.
#[derive(Serialize)]
struct StandView {
    /// "conflicts with", "agrees with".
    word: &'static str,
    class: &'static str,
    article: Shown<'static>,
    key: String,
    value: Shown<'static>,
    badge: Badge,
}

#[derive(Serialize)]
struct BesideView {
    id: String,
    sign: Sign,
    word: String,
    about: Shown<'static>,
}

/// Shows how a claim of a report stands; `problems` are those that its entry has.
pub fn preview<R>(
    report: &Report<'_>,
    claim: Option<ClaimId>,
    met: &[Diagnostic],
    show: impl FnOnce(&Preview<'_>) -> R,
) -> R {
    let corpus = report.corpus;
    let holds = |finding: &Finding, claim: ClaimId| {
        finding
            .positions
            .iter()
            .position(|it| it.claims.contains(&claim))
    };
    let held = claim.into_iter().flat_map(|claim| {
        let findings = report.findings.iter();
        findings.filter_map(move |finding| Some((finding, holds(finding, claim)?)))
    });
    let held: Vec<(&Finding, usize)> = held.collect();
    let own = held.iter().find(|(finding, _)| is_of_question(finding));
    let topics = Topics::of(report);
    let letters = own.map(|(finding, _)| badges(finding)).unwrap_or_default();
    let besides = held.iter().filter(|(finding, _)| {
        !is_of_question(finding) && finding.fold.is_none() && finding.level <= Level::Warning
    });
    let besides = besides.map(|(finding, _)| {
        let (sign, word) = Sign::of_finding(finding);
        BesideView {
            id: finding.id.to_string(),
            sign,
            word,
            about: Shown::cut(&phrase::wrong(corpus, finding), 300),
        }
    });
    let (sign, word) = match own {
        Some((finding, _)) => {
            let (sign, word) = Sign::of_finding(finding);
            (Some(sign), word)
        }
        None => (None, String::new()),
    };
    let position = own.and_then(|(finding, at)| finding.positions.get(*at));
    let reading = position.map(|it| match &it.meaning {
        Some(meaning) => meaning.clone(),
        None => it.value.clone(),
    });
    let is_read = position.is_some_and(|it| it.reading.is_some());
    show(&Preview {
        finding: own.map(|(finding, _)| finding.id.to_string()),
        sign,
        word,
        heading: own
            .map(|(finding, _)| question::heading(&topics, finding))
            .unwrap_or_default()
            .into(),
        badge: own.and_then(|(_, at)| letters.get(*at).cloned()),
        reading: reading.filter(|_| is_read).map(Shown::from),
        reason: own
            .and_then(|(finding, _)| finding.reason.as_deref())
            .map(Shown::from),
        stands: own
            .map(|(finding, at)| stands(corpus, (finding, *at), &letters))
            .unwrap_or_default(),
        lines: own
            .map(|(finding, _)| lines(corpus, finding, &letters))
            .unwrap_or_default(),
        besides: besides.collect(),
        problems: problems(corpus, met),
    })
}

/// How a position stands to each other one, article by article.
fn stands(corpus: &Corpus, (finding, at): (&Finding, usize), letters: &[Badge]) -> Vec<StandView> {
    let against = finding.against(at);
    let mut stands = Vec::new();
    for (other, position) in finding.positions.iter().enumerate() {
        let (word, class) = match (other == at, against.contains(&other), finding.level) {
            (true, ..) => ("says the same as", "agreement"),
            (_, true, Level::Conflict) => ("conflicts with", "conflict"),
            (_, true, _) => ("possibly conflicts with", "warning"),
            (_, false, _) if position.reading.is_none() => ("is not compared with", "unknown"),
            _ => ("can be true with", "quiet"),
        };
        let own = finding.positions.get(at).and_then(|it| it.claims.last());
        for id in &position.claims {
            let article = corpus.claim(*id).article;
            let is_own = own.is_some_and(|own| corpus.claim(*own).article == article);
            if let (false, Some(badge)) = (is_own && other == at, letters.get(other)) {
                stands.push(StandView {
                    word,
                    class,
                    article: Shown::cut(&phrase::article_short(corpus, article), 60),
                    key: corpus.article_key(article),
                    value: Shown::cut(&corpus.claim(*id).original(), 80),
                    badge: badge.clone(),
                });
            }
        }
    }
    // What contradicts comes first.
    stands.sort_by_key(|it| match it.class {
        "conflict" => 0,
        "warning" => 1,
        "agreement" => 2,
        "unknown" => 3,
        _ => 4,
    });
    stands.truncate(100);
    stands
}
