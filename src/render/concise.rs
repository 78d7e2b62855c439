//! A line for each finding, made for `grep` and for editors that jump to `file:line`.

use std::io::{self, Write};

use super::phrase::{self, AGAINST};
use super::place::place;
use super::style::word_of;
use super::untrusted::visible;
use crate::finding::{Finding, Report};
use crate::model::{Corpus, Draft};
use crate::text::Place;

/// Writes all findings of a report, in order, then where drafts wait.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.findings {
        let line = line(report.corpus, finding);
        writeln!(out, "{}", visible(&line))?;
    }
    for drafts in report.corpus.drafts_by_article() {
        let line = waiting(report.corpus, drafts);
        writeln!(out, "{}", visible(&line))?;
    }
    Ok(())
}

/// "claims/post.yaml:4: conflict: dam / failed: herald: 1997 ↔ post: 1998 [0123456789ab]".
fn line(corpus: &Corpus, finding: &Finding) -> String {
    let at = first_place(corpus, finding).map(|at| format!("{}: ", place(corpus, at)));
    let told = match &finding.agreed {
        Some(_) => phrase::agreement(corpus, finding),
        None => phrase::versus(corpus, finding).join(&format!(" {AGAINST} ")),
    };
    format!(
        "{}{}: {}: {told} [{}]",
        at.unwrap_or_default(),
        sort(finding),
        phrase::about(corpus, finding),
        finding.id
    )
}

/// Where the first of its claims stands; of a ring its first article.
pub(super) fn first_place(corpus: &Corpus, finding: &Finding) -> Option<Place> {
    let claims = finding.positions.iter().flat_map(|it| &it.claims);
    let claim = claims.chain(&finding.not_known).next();
    let ring = finding.ring.first().map(|id| corpus.article(*id).place);
    claim.map(|id| corpus.place(*id)).or(ring)
}

/// "claims/post.yaml:30: draft: post: 2 drafts wait".
fn waiting(corpus: &Corpus, drafts: &[Draft]) -> String {
    let Some(first) = drafts.first() else {
        return String::new();
    };
    format!(
        "{}: draft: {}: {}",
        place(corpus, first.place),
        corpus.id(first.article),
        phrase::waiting(drafts.len())
    )
}

/// What sort of finding it is, in a word that no other sort has.
pub(super) fn sort(finding: &Finding) -> &'static str {
    match finding.is_silenced() {
        true => "silenced",
        false => word_of(finding),
    }
}
