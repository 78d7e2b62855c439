//! One finding in full: why, on which line, and every claim with its words and its place.

use askama::Template;

use super::badge::{Badge, badges};
use super::line::lines;
use super::names::names;
use super::shown::Shown;
use super::sign::Sign;
use super::texts::Texts;
use crate::check;
use crate::finding::{Basis, Finding, Position, Section};
use crate::model::{ArticleId, ClaimId, Corpus};
use crate::render::phrase;
use crate::render::place::place;
use crate::render::untrusted::link;

/// Of one position, so many claims are listed; JSON has all.
const MOST_CLAIMS: usize = 60;

/// Of one finding, so many positions are; they are in the order of their values.
const MOST_POSITIONS: usize = 60;

#[derive(Template)]
#[template(path = "finding.html")]
struct FindingView<'a> {
    id: String,
    class: &'static str,
    mark: &'static str,
    word: String,
    open: bool,
    heading: Shown<'a>,
    brief: Option<Shown<'a>>,
    topic: Option<Shown<'a>>,
    check: &'static str,
    check_more: String,
    about: &'static str,
    message: Option<Shown<'a>>,
    why: Vec<Why<'a>>,
    steps: Vec<StepView<'a>>,
    lines: Vec<String>,
    names: Option<String>,
    positions: Vec<PositionView<'a>>,
    folded: Vec<Folded<'a>>,
    remarks: Vec<Remark<'a>>,
    back: String,
}

struct Why<'a> {
    left: &'a Badge,
    right: &'a Badge,
    text: Shown<'a>,
    check: Option<&'static str>,
}

struct StepView<'a> {
    class: &'static str,
    word: &'static str,
    badges: Vec<&'a Badge>,
    text: Shown<'a>,
}

struct PositionView<'a> {
    badge: &'a Badge,
    value: Shown<'a>,
    backing: Option<Shown<'a>>,
    claims: Vec<ClaimView<'a>>,
    more: Option<String>,
}

struct ClaimView<'a> {
    column: usize,
    article: Shown<'a>,
    link: Option<String>,
    voice: Shown<'a>,
    value: Option<Shown<'a>>,
    quote: Option<Shown<'a>>,
    note: Option<Shown<'a>>,
    context: Vec<Part>,
    place: Shown<'a>,
}

/// A stretch of an article's text.
struct Part {
    text: Shown<'static>,
    quoted: bool,
    /// Whether words are left out behind it.
    gap: bool,
}

struct Remark<'a> {
    label: &'static str,
    text: Shown<'a>,
}

/// A finding that is told under another.
struct Folded<'a> {
    id: String,
    label: &'static str,
    text: Shown<'a>,
}

/// What findings look things up in.
pub(super) struct Around<'a> {
    pub(super) corpus: &'a Corpus,
    /// The column of each article in the table.
    pub(super) columns: Vec<usize>,
    /// The texts of articles, as far as they were read.
    pub(super) texts: Texts,
}

/// Writes a finding, and what is told under it.
pub(super) fn finding(
    around: &mut Around<'_>,
    finding: &Finding,
    folded: &[Finding],
) -> askama::Result<String> {
    let corpus = around.corpus;
    let badges = badges(finding);
    let (sign, word) = Sign::of_finding(finding);
    let heading = heading(corpus, finding);
    let is_open = matches!(finding.section(), Section::Conflicts | Section::Warnings);
    let left_out = finding.positions.len().saturating_sub(MOST_POSITIONS);
    let mut remarks: Vec<Remark<'_>> = phrase::remarks(corpus, finding)
        .into_iter()
        .filter(|(label, _)| *label != "why")
        .map(|(label, text)| Remark {
            label,
            text: text.into(),
        })
        .collect();
    if left_out > 0 {
        remarks.push(Remark {
            label: "left out",
            text: format!("{left_out} more values; JSON has all").into(),
        });
    }
    FindingView {
        id: finding.id.to_string(),
        class: sign.class,
        mark: sign.mark,
        word,
        open: is_open,
        brief: brief(corpus, finding).map(Shown::from),
        topic: phrase::topic(finding)
            .filter(|_| finding.question.is_some())
            .map(Shown::from),
        check: finding.check,
        check_more: phrase::check(finding)
            .strip_prefix(finding.check)
            .unwrap_or_default()
            .to_owned(),
        about: check::by_id(finding.check).map_or("", |check| check.summary),
        message: (heading != finding.message && is_open && finding.steps.is_empty())
            .then(|| finding.message.as_str().into()),
        heading: heading.into(),
        why: why(finding, &badges),
        steps: steps(finding, &badges),
        lines: lines(corpus, finding, &badges),
        names: names(corpus, finding, &badges),
        positions: badges
            .iter()
            .zip(&finding.positions)
            .take(MOST_POSITIONS)
            .map(|(badge, position)| PositionView::new(around, finding, badge, position))
            .collect(),
        folded: folded.iter().filter_map(Folded::new).collect(),
        remarks,
        back: format!("#r-{}", finding.id),
    }
    .render()
}

/// What a finding is about: the question in words, else subject and property of each of its claims,
/// else what was found.
pub(super) fn heading(corpus: &Corpus, finding: &Finding) -> String {
    let question = finding.question.clone();
    question.unwrap_or_else(|| phrase::about(corpus, finding))
}

/// What stands under the heading of a finding that is closed at first.
fn brief(corpus: &Corpus, finding: &Finding) -> Option<String> {
    match finding.section() {
        Section::Conflicts | Section::Warnings => None,
        Section::NotCompared => finding.reason.clone(),
        Section::Agreements | Section::Notes => Some(phrase::agreement(corpus, finding)),
    }
}

fn why<'a>(finding: &'a Finding, badges: &'a [Badge]) -> Vec<Why<'a>> {
    let rows = finding.oppositions.iter().take(MOST_POSITIONS);
    rows.filter_map(|opposition| {
        Some(Why {
            left: badges.get(opposition.left)?,
            right: badges.get(opposition.right)?,
            text: opposition.why.as_str().into(),
            check: (opposition.check != finding.check).then_some(opposition.check),
        })
    })
    .collect()
}

fn steps<'a>(finding: &'a Finding, badges: &'a [Badge]) -> Vec<StepView<'a>> {
    let last = finding.steps.len().saturating_sub(1);
    let concludes = finding
        .steps
        .iter()
        .any(|step| step.basis == Basis::Conclusion);
    let view = |(at, step): (usize, &'a crate::finding::Step)| {
        let (class, word) = match step.basis {
            Basis::Conclusion => ("so", "so that"),
            Basis::Known => ("known", ""),
            Basis::Claims(_) if at == last && concludes => ("but", "but"),
            Basis::Claims(_) => ("claim", ""),
        };
        let position = match step.basis {
            Basis::Claims(at) => badges.get(at),
            Basis::Known | Basis::Conclusion => None,
        };
        StepView {
            class,
            word,
            badges: position.into_iter().collect(),
            text: step.text.as_str().into(),
        }
    };
    finding.steps.iter().enumerate().map(view).collect()
}

impl Folded<'_> {
    fn new(finding: &Finding) -> Option<Self> {
        let (label, text) = phrase::folded(finding)?;
        Some(Self {
            id: finding.id.to_string(),
            label,
            text: text.into(),
        })
    }
}

impl<'a> PositionView<'a> {
    fn new<'c: 'a>(
        around: &mut Around<'c>,
        finding: &Finding,
        badge: &'a Badge,
        position: &'a Position,
    ) -> Self {
        let backing = phrase::grounds(around.corpus, finding, position).join("; ");
        let left_out = position.claims.len().saturating_sub(MOST_CLAIMS);
        Self {
            badge,
            value: position.value.as_str().into(),
            backing: (!backing.is_empty()).then(|| backing.into()),
            claims: position
                .claims
                .iter()
                .take(MOST_CLAIMS)
                .map(|&id| ClaimView::new(around, position, id))
                .collect(),
            more: (left_out > 0).then(|| format!("and {left_out} more claims; JSON has all")),
        }
    }
}

impl<'a> ClaimView<'a> {
    fn new<'c: 'a>(around: &mut Around<'c>, position: &Position, id: ClaimId) -> Self {
        let corpus = around.corpus;
        let claim = corpus.claim(id);
        let column = around.columns.get(claim.article.index());
        Self {
            column: column.copied().unwrap_or_default(),
            article: phrase::article(corpus, claim.article).into(),
            link: corpus.article(claim.article).url.as_deref().and_then(link),
            voice: phrase::voice(corpus, position, id).into(),
            value: phrase::wrote(corpus, position, id).map(Shown::from),
            quote: claim.quote.as_deref().map(Shown::from),
            note: claim.note.as_deref().map(Shown::from),
            context: context(around, claim.article, claim.quote.as_deref()),
            place: place(corpus, corpus.place(id)).into(),
        }
    }
}

/// The quote in the text of its article, where that is at hand.
fn context(around: &mut Around<'_>, article: ArticleId, quote: Option<&str>) -> Vec<Part> {
    let text = quote.and_then(|_| around.texts.of(around.corpus, article));
    let stretches = text
        .and_then(|text| text.around(quote?))
        .unwrap_or_default();
    let next = stretches.iter().skip(1).map(|stretch| stretch.quoted);
    let gaps = stretches.iter().zip(next.chain([false]));
    gaps.map(|(stretch, next_quoted)| Part {
        text: Shown::from(stretch.text.to_owned()),
        quoted: stretch.quoted,
        gap: stretch.quoted && next_quoted,
    })
    .collect()
}
