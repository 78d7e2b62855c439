//! One article as the page shows it: its text with its quotes, its claims, what others say beside it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::units::Units;
use crate::desk::{Desk, Entry, Open, Refused};
use crate::diagnostic::Diagnostic;
use crate::finding::{Finding, Report};
use crate::model::{ArticleId, Corpus};
use crate::parse::excerpt::ArticleText;
use crate::render::desk::{ArticleView, ClaimView, ProblemView, claims, problems};
use crate::render::visible;
use crate::sheet::cell::{self, Cells};
use crate::sheet::field::{FIELDS, Part, QUOTE_AT};
use crate::text::hidden::is_hidden;

/// A longer text is not shown.
const LONGEST: usize = 2 << 20;

/// So many questions that others answer are listed.
const MOST_OPEN: usize = 100;

/// An article in full.
#[derive(Serialize)]
pub(super) struct ArticleV1<'a> {
    #[serde(flatten)]
    article: ArticleView<'a>,
    version: u64,
    fingerprint: &'a str,
    /// Why nothing can be changed.
    fixed: Option<String>,
    text: Option<String>,
    /// Why its text is not shown.
    no_text: Option<&'static str>,
    marks: Vec<MarkV1>,
    entries: Vec<EntryV1>,
    open: Vec<OpenV1>,
    faults: Vec<ProblemView<'a>>,
}

/// A stretch of the text that an entry quotes, in units of UTF-16.
#[derive(Serialize)]
struct MarkV1 {
    from: usize,
    to: usize,
    entry: usize,
}

/// A claim or draft.
#[derive(Serialize)]
struct EntryV1 {
    draft: bool,
    /// Its place in its list; nothing where it cannot be changed here.
    number: Option<usize>,
    fields: BTreeMap<&'static str, String>,
    is_found: bool,
    stands: Option<ClaimView>,
}

/// A question that others answer and this article does not.
#[derive(Serialize)]
struct OpenV1 {
    subject: String,
    property: String,
    question: Option<String>,
    answers: Vec<String>,
}

/// Shows an article.
pub(super) fn show<R>(
    desk: &mut Desk,
    key: &str,
    show: impl FnOnce(&ArticleV1<'_>) -> R,
) -> Result<R, Refused> {
    let open = desk.article(key)?;
    let (version, is_read_only) = (desk.version(), desk.is_read_only());
    Ok(desk.report(|report| {
        let corpus = report.corpus;
        let cells: Vec<Cells> = open.entries.iter().map(|it| cells(corpus, it)).collect();
        let (text, no_text) = read(corpus, open.id);
        let (marks, found) = marks(text.as_ref(), &cells);
        let own: Vec<Diagnostic> = own_problems(report, &open);
        let stands = claims(report, open.id);
        show(&ArticleV1 {
            article: ArticleView::new(corpus, open.id),
            version,
            fingerprint: &open.fingerprint,
            fixed: match is_read_only {
                true => Some("this desk only shows".to_owned()),
                false => fixed(&own, &open),
            },
            text: text.as_ref().map(|text| plain(text.text())),
            no_text,
            marks,
            entries: entries(&open, cells, &found, stands),
            open: questions(report, open.id),
            faults: problems(corpus, &own),
        })
    }))
}

/// The texts of the fields of an entry.
fn cells(corpus: &Corpus, entry: &Entry) -> Cells {
    match (
        entry.claim,
        entry.draft.and_then(|at| corpus.drafts.get(at)),
    ) {
        (Some(id), _) => cell::of_claim(corpus, corpus.claim(id)),
        (None, Some(draft)) => cell::of_draft(draft),
        (None, None) => Cells::new(),
    }
}

fn read(corpus: &Corpus, id: ArticleId) -> (Option<ArticleText>, Option<&'static str>) {
    let Some(path) = corpus.article(id).text.as_deref() else {
        return (None, Some("no text of it is at hand"));
    };
    match ArticleText::read(path) {
        None => (None, Some("its text cannot be read any more")),
        Some(text) if text.text().len() > LONGEST => {
            (None, Some("its text is too long to be shown"))
        }
        Some(text) => (Some(text), None),
    }
}

/// Where the quotes stand, and which of them do.
fn marks(text: Option<&ArticleText>, cells: &[Cells]) -> (Vec<MarkV1>, Vec<bool>) {
    let mut found = vec![false; cells.len()];
    let mut marks = Vec::new();
    let Some(text) = text else {
        return (marks, found);
    };
    let units = Units::new(text.text());
    for (entry, cells) in cells.iter().enumerate() {
        let quote = cells.get(QUOTE_AT).filter(|quote| !quote.is_empty());
        let Some(places) = quote.and_then(|quote| text.find(quote)) else {
            continue;
        };
        if let Some(found) = found.get_mut(entry) {
            *found = true;
        }
        marks.extend(places.iter().map(|bytes| MarkV1 {
            from: units.of_byte(bytes.start),
            to: units.of_byte(bytes.end),
            entry,
        }));
    }
    (marks, found)
}

/// The text with a mark of the same length for each character that nobody would see.
fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match is_hidden(c) && c != '\n' && c != '\t' {
            true => shown.extend(std::iter::repeat_n('\u{fffd}', c.len_utf16())),
            false => shown.push(c),
        }
    }
    shown
}

/// The problems of the article's file.
fn own_problems(report: &Report<'_>, open: &Open) -> Vec<Diagnostic> {
    let file = report.corpus.article(open.id).place.file;
    let own = report.diagnostics.iter().filter(|it| it.place.file == file);
    own.cloned().collect()
}

/// Why a file is only shown.
fn fixed(problems: &[Diagnostic], open: &Open) -> Option<String> {
    let error = problems.iter().find(|it| it.is_error());
    match error {
        Some(error) => Some(format!(
            "its file has an error at line {}, and is only shown until that is mended: {}",
            error.place.spot.line, error.message
        )),
        None if open.document.is_none() => {
            Some("its claims are written in a way that is not changed here".to_owned())
        }
        None => None,
    }
}

fn entries(
    open: &Open,
    cells: Vec<Cells>,
    found: &[bool],
    mut stands: BTreeMap<crate::model::ClaimId, ClaimView>,
) -> Vec<EntryV1> {
    let all = open.entries.iter().zip(cells).zip(found);
    let entries = all.map(|((entry, cells), is_found)| {
        let fields = FIELDS.iter().zip(cells);
        let fields = fields.filter(|(field, text)| field.part == Part::Claim && !text.is_empty());
        EntryV1 {
            draft: entry.draft.is_some(),
            number: entry.at().map(|at| at.number),
            fields: fields.map(|(field, text)| (field.name, text)).collect(),
            is_found: *is_found,
            stands: entry.claim.and_then(|id| stands.remove(&id)),
        }
    });
    entries.collect()
}

/// The questions that others answer and this article does not, contested ones first.
fn questions(report: &Report<'_>, article: ArticleId) -> Vec<OpenV1> {
    let corpus = report.corpus;
    let is_open = |finding: &&Finding| finding.silent.contains(&article);
    let view = |finding: &Finding| {
        let shown = |text: &str| visible(text).into_owned();
        let answers = finding.positions.iter().take(4).map(|position| {
            let first = position.claims.first().map(|id| corpus.article_id(*id));
            let more = match position.claims.len() {
                0 | 1 => String::new(),
                more => format!(" +{}", more - 1),
            };
            let article = first.unwrap_or_default();
            shown(&format!("{article}{more}: {}", position.value))
        });
        Some(OpenV1 {
            subject: shown(finding.subject.as_deref()?),
            property: shown(finding.property.as_deref()?),
            question: finding.question.as_deref().map(shown),
            answers: answers.collect(),
        })
    };
    let open = report.findings.iter().filter(is_open).filter_map(view);
    open.take(MOST_OPEN).collect()
}
