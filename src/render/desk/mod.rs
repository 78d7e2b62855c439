//! What the page of a desk shows, as data: the same signs, letters and words as the HTML report.
//!
//! In: a report. Out: structs for JSON, in which hidden characters of files have become marks. The page puts
//! them in as text.

mod claim;
mod overview;
mod preview;

use crate::finding::{Finding, Report};
use crate::render::html::question::{Around, FindingView, view};
use crate::render::html::{badge, shown};

pub use claim::{ClaimView, claims};
pub use overview::{ArticleView, Overview, ProblemView, problems};
pub use preview::{Preview, preview};

use serde::Serialize;
use shown::Shown;

/// A finding in full, as the HTML report has it.
#[derive(Serialize)]
pub struct Matter<'a> {
    #[serde(flatten)]
    finding: FindingView<'a>,
    /// The values of which one can stand.
    values: Vec<Shown<'a>>,
    ruling: Option<Shown<'a>>,
    /// The keys of the articles that take part.
    articles: Vec<String>,
}

/// Shows a finding of a report in full.
pub fn matter<R>(report: &Report<'_>, finding: &Finding, show: impl FnOnce(&Matter<'_>) -> R) -> R {
    let corpus = report.corpus;
    let mut around = Around::new(report, Vec::new());
    let badges = badge::badges(finding);
    let mut matters = report.findings.chunk_by(|_, next| next.fold.is_some());
    let folded = matters.find(|matter| matter.first().is_some_and(|it| it.id == finding.id));
    let folded = folded
        .and_then(|matter| matter.get(1..))
        .unwrap_or_default();
    let told = finding.ruling.as_ref();
    let told = told.map(|note| super::ruling_told(corpus, &note.ruled));
    let is_one = finding.steps.is_empty();
    let values = finding.positions.iter().filter(|_| is_one);
    show(&Matter {
        values: values.map(|it| it.value.as_str().into()).collect(),
        ruling: told.map(Shown::from),
        articles: overview::taking_part(corpus, finding),
        finding: view(&mut around, finding, folded, &badges),
    })
}
