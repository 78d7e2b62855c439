//! One finding in full: what is wrong, on which line, and every claim with its words and its place.

use std::collections::BTreeSet;

use askama::Template;
use serde::Serialize;

use super::badge::{Badge, badges};
use super::line::{LineView, lines};
use super::shown::{Shown, Stretch, stretches};
use super::sign::Sign;
use super::texts::Texts;
use crate::finding::{Basis, Finding, FindingId, Position, Report, Section};
use crate::model::{ArticleId, ClaimId, Corpus};
use crate::render::phrase::{self, Topics};
use crate::render::place::place;
use crate::render::untrusted::link;

/// Of one position, so many claims are listed; JSON has all.
const MOST_CLAIMS: usize = 60;

/// Of one finding, so many positions are; they are in the order of their values.
const MOST_POSITIONS: usize = 60;

#[derive(Serialize, Template)]
#[template(path = "finding.html")]
pub(in crate::render) struct FindingView<'a> {
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
    steps: Vec<StepView<'a>>,
    lines: Vec<LineView<'a>>,
    /// The positions, without those that stand under their steps.
    positions: Vec<PositionView<'a>>,
    folded: Vec<Folded<'a>>,
    remarks: Vec<Remark>,
    back: String,
}

#[derive(Serialize)]
struct StepView<'a> {
    class: &'static str,
    word: &'static str,
    badge: Option<Badge>,
    text: Shown<'a>,
    position: Option<PositionView<'a>>,
}

#[derive(Serialize)]
struct PositionView<'a> {
    badge: Badge,
    value: Shown<'a>,
    backing: Option<Shown<'a>>,
    claims: Vec<ClaimView<'a>>,
    more: Option<String>,
}

#[derive(Serialize)]
struct ClaimView<'a> {
    column: usize,
    article: Shown<'a>,
    link: Option<String>,
    voice: Shown<'a>,
    value: Option<Shown<'a>>,
    quote: Vec<Words>,
    note: Option<Shown<'a>>,
    context: Vec<Part>,
    place: Shown<'a>,
}

/// A stretch of a quote.
#[derive(Serialize)]
struct Words {
    text: Shown<'static>,
    /// Whether the value was read from it.
    decides: bool,
}

/// A stretch of an article's text.
#[derive(Serialize)]
struct Part {
    text: Shown<'static>,
    quoted: bool,
    /// Whether words are left out behind it.
    gap: bool,
}

#[derive(Serialize)]
struct Remark {
    label: &'static str,
    text: Vec<Stretch>,
    /// The findings that it is about.
    links: Vec<String>,
}

/// A finding that is told under another.
#[derive(Serialize)]
struct Folded<'a> {
    id: String,
    label: &'static str,
    text: Shown<'a>,
}

/// What findings look things up in.
pub(in crate::render) struct Around<'a> {
    pub(super) corpus: &'a Corpus,
    /// How questions are called.
    pub(super) topics: Topics<'a>,
    /// The findings of the report.
    pub(super) findings: BTreeSet<FindingId>,
    /// The column of each article in the table.
    pub(super) columns: Vec<usize>,
    /// The texts of articles, as far as they were read.
    pub(super) texts: Texts,
}

impl<'a> Around<'a> {
    /// Where the findings of a report look things up; articles have the columns of a table.
    pub(in crate::render) fn new(report: &'a Report<'_>, columns: Vec<usize>) -> Self {
        Self {
            corpus: report.corpus,
            topics: Topics::of(report),
            findings: report.findings.iter().map(|finding| finding.id).collect(),
            columns,
            texts: Texts::default(),
        }
    }
}

/// Writes a finding, and what is told under it.
pub(super) fn finding(
    around: &mut Around<'_>,
    finding: &Finding,
    folded: &[Finding],
) -> askama::Result<String> {
    let badges = badges(finding);
    view(around, finding, folded, &badges).render()
}

/// What a page shows of a finding, and of what is told under it.
pub(in crate::render) fn view<'a, 'c: 'a>(
    around: &mut Around<'c>,
    finding: &'a Finding,
    folded: &'a [Finding],
    badges: &'a [Badge],
) -> FindingView<'a> {
    let (sign, word) = Sign::of_finding(finding);
    let heading = heading(&around.topics, finding);
    let is_open = is_matter(finding);
    let wrong = phrase::wrong(around.corpus, finding);
    let message = is_open && finding.steps.is_empty() && heading != wrong;
    let remarks = remarks(around, finding, message);
    let mut positions: Vec<Option<PositionView<'_>>> = (0..finding.positions.len())
        .take(MOST_POSITIONS)
        .map(|at| PositionView::new(around, finding, badges, at))
        .collect();
    let steps = steps(finding, badges, &mut positions);
    FindingView {
        id: finding.id.to_string(),
        class: sign.class,
        mark: sign.mark,
        word,
        open: is_open,
        brief: brief(around.corpus, finding).map(Shown::from),
        topic: phrase::topic(finding)
            .filter(|_| finding.question.is_some())
            .map(Shown::from),
        check: finding.check.name(),
        check_more: phrase::check(finding)
            .strip_prefix(finding.check.name())
            .unwrap_or_default()
            .to_owned(),
        about: finding.check.summary(),
        message: message.then(|| wrong.into()),
        heading: heading.into(),
        steps,
        lines: lines(around.corpus, finding, badges),
        positions: positions.into_iter().flatten().collect(),
        folded: folded.iter().filter_map(Folded::new).collect(),
        remarks,
        back: format!("#r-{}", finding.id),
    }
}

/// Whether it is told in full at once.
pub(super) fn is_matter(finding: &Finding) -> bool {
    matches!(finding.section(), Section::Conflicts | Section::Warnings)
}

/// What a finding is about: the question in words, below which its subject stands, else subject and
/// property, of each of its claims where it spans questions, else what was found.
pub(in crate::render) fn heading(topics: &Topics<'_>, finding: &Finding) -> String {
    let question = finding.question.clone();
    question.unwrap_or_else(|| topics.heading(finding))
}

/// What stands under the heading of a finding that is closed at first.
fn brief(corpus: &Corpus, finding: &Finding) -> Option<String> {
    match finding.section() {
        Section::Conflicts | Section::Warnings => None,
        Section::NotCompared => finding.reason.clone(),
        Section::Agreements | Section::Notes => Some(phrase::agreement(corpus, finding)),
    }
}

/// What to know beside; what the sentence of the finding tells is left out.
fn remarks(around: &Around<'_>, finding: &Finding, is_told: bool) -> Vec<Remark> {
    let is_here = |id: &&FindingId| around.findings.contains(id);
    let reservations = finding.agreed.iter().flat_map(|it| &it.reservations);
    let mut remarks: Vec<Remark> = reservations
        .map(|why| Remark {
            label: "but",
            text: stretches(&why.text),
            links: why
                .findings
                .iter()
                .filter(is_here)
                .map(ToString::to_string)
                .collect(),
        })
        .collect();
    let is_reserved = !remarks.is_empty();
    let is_told = is_told && phrase::doubt(finding).is_some();
    for (label, text) in phrase::remarks(around.corpus, finding) {
        let is_said = match label {
            "why" => true,
            "because" | "unless" => is_told,
            "besides" => is_reserved,
            _ => false,
        };
        if !is_said {
            let (text, links) = (stretches(&text), Vec::new());
            remarks.push(Remark { label, text, links });
        }
    }
    let left_out = finding.positions.len().saturating_sub(MOST_POSITIONS);
    if left_out > 0 {
        remarks.push(Remark {
            label: "left out",
            text: stretches(&format!("{left_out} more values; JSON has all")),
            links: Vec::new(),
        });
    }
    remarks
}

/// The argument of a joint contradiction; each claim stands under the step that it makes.
fn steps<'a>(
    finding: &'a Finding,
    badges: &[Badge],
    positions: &mut [Option<PositionView<'a>>],
) -> Vec<StepView<'a>> {
    let last = finding.steps.len().saturating_sub(1);
    let concludes = finding
        .steps
        .iter()
        .any(|step| step.basis == Basis::Conclusion);
    let view = |(at, step): (usize, &'a crate::finding::Step)| {
        let (class, word) = match step.basis {
            Basis::Conclusion => ("so", "so that"),
            Basis::Rule(_) | Basis::Known => ("known", ""),
            Basis::Claims(_) if at == last && concludes => ("but", "but"),
            Basis::Claims(_) => ("claim", ""),
        };
        let position = match step.basis {
            Basis::Claims(at) => Some(at),
            Basis::Rule(_) | Basis::Known | Basis::Conclusion => None,
        };
        StepView {
            class,
            word,
            badge: position.and_then(|at| badges.get(at)).cloned(),
            text: step.text.as_str().into(),
            position: position.and_then(|at| positions.get_mut(at)?.take()),
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
        finding: &'a Finding,
        badges: &'a [Badge],
        at: usize,
    ) -> Option<Self> {
        let (badge, position) = (badges.get(at)?, finding.positions.get(at)?);
        let mut backing = Vec::new();
        if finding.positions.len() > 2 && finding.steps.is_empty() {
            let against = position.against.iter();
            let letters = against.filter_map(|&other| Some(badges.get(other)?.mark.as_str()));
            let letters: Vec<&str> = letters.collect();
            if !letters.is_empty() {
                backing.push(format!("against {}", phrase::list(&letters)));
            }
        }
        let meaning = position.meaning.iter();
        backing.extend(meaning.map(|meaning| format!("read as {meaning}")));
        if !position.origins.is_empty() {
            backing.push(phrase::origins(&position.origins));
        }
        let left_out = position.claims.len().saturating_sub(MOST_CLAIMS);
        Some(Self {
            badge: badge.clone(),
            value: position.value.as_str().into(),
            backing: (!backing.is_empty()).then(|| backing.join("; ").into()),
            claims: position
                .claims
                .iter()
                .take(MOST_CLAIMS)
                .map(|&id| ClaimView::new(around, position, id, is_matter(finding)))
                .collect(),
            more: (left_out > 0).then(|| format!("and {left_out} more claims; JSON has all")),
        })
    }
}

impl<'a> ClaimView<'a> {
    fn new<'c: 'a>(
        around: &mut Around<'c>,
        position: &Position,
        id: ClaimId,
        is_matter: bool,
    ) -> Self {
        let corpus = around.corpus;
        let claim = corpus.claim(id);
        let column = around.columns.get(claim.article.index());
        Self {
            column: column.copied().unwrap_or_default(),
            article: phrase::article(corpus, claim.article).into(),
            link: corpus.article(claim.article).url.as_deref().and_then(link),
            voice: voice(corpus, position, id).into(),
            value: phrase::wrote(corpus, position, id).map(Shown::from),
            quote: quote(corpus, position, id, is_matter),
            note: claim.note().map(Shown::from),
            context: context(around, claim.article, claim.quote()),
            place: match corpus.quoted_at(id) {
                Some(text) => format!("{}, {text}", place(corpus, corpus.place(id))).into(),
                None => place(corpus, corpus.place(id)).into(),
            },
        }
    }
}

/// Who speaks, where that is not the article itself: ", according to CAN-DO".
fn voice(corpus: &Corpus, position: &Position, id: ClaimId) -> String {
    let voice = phrase::voice(corpus, position, id);
    match voice.strip_prefix(phrase::OWN_VOICE) {
        Some(rest) => rest.to_owned(),
        None => format!(", {voice}"),
    }
}

/// The quote; which of its words decide is looked up for what is told in full alone.
fn quote(corpus: &Corpus, position: &Position, id: ClaimId, is_matter: bool) -> Vec<Words> {
    let Some(text) = corpus.claim(id).quote() else {
        return Vec::new();
    };
    let found = is_matter.then(|| phrase::quote(corpus, position, id));
    let decide = found
        .flatten()
        .map(|quote| quote.decide)
        .unwrap_or_default();
    let mut parts = Vec::new();
    let mut from = 0;
    let mut add = |text: Option<&str>, decides| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            let text = Shown::from(text.to_owned());
            parts.push(Words { text, decides });
        }
    };
    for part in decide {
        add(text.get(from..part.start), false);
        add(text.get(part.clone()), true);
        from = part.end;
    }
    add(text.get(from..), false);
    parts
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
