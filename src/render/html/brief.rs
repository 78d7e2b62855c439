//! What was found, in one line a matter: all that many readers look at.

use askama::Template;
use serde::Serialize;

use super::shown::{Shown, Stretch, stretches};
use super::sign::Sign;
use crate::finding::{Report, Section};
use crate::render::phrase::{self, Topics};

/// Longer sides are cut; the finding has them in full.
const LONGEST: usize = 200;

#[derive(Serialize, Template)]
#[template(path = "brief.html")]
pub(in crate::render) struct BriefView {
    matters: Vec<MatterView>,
    more: Option<String>,
    remedies: Vec<RemedyView>,
    not_compared: Sign,
}

#[derive(Serialize)]
struct RemedyView {
    text: Vec<Stretch>,
    about: Shown<'static>,
}

#[derive(Serialize)]
struct MatterView {
    sign: Sign,
    id: String,
    about: Shown<'static>,
    sides: Vec<Shown<'static>>,
    /// How many findings are told under it.
    folded: usize,
}

/// Writes the matters of a report, and what to do about what could not be compared.
pub(super) fn brief(report: &Report<'_>, topics: &Topics<'_>) -> askama::Result<String> {
    view(report, topics).render()
}

/// What a page shows of them.
pub(in crate::render) fn view(report: &Report<'_>, topics: &Topics<'_>) -> BriefView {
    let sections = [Section::Conflicts, Section::Warnings];
    let all = || sections.iter().flat_map(|it| report.matters(*it));
    let matters = all()
        .take(phrase::MOST_MATTERS)
        .map(|(finding, folded)| MatterView {
            sign: Sign::of_finding(finding).0,
            id: finding.id.to_string(),
            about: Shown::cut(&topics.about(finding), LONGEST),
            sides: phrase::versus(report.corpus, finding)
                .iter()
                .map(|side| Shown::cut(side, LONGEST))
                .collect(),
            folded: folded.len(),
        });
    let more = all().count().saturating_sub(phrase::MOST_MATTERS);
    let remedies = phrase::remedies(report, topics).into_iter();
    BriefView {
        matters: matters.collect(),
        more: (more > 0).then(|| format!("and {more} more")),
        remedies: remedies
            .map(|it| RemedyView {
                text: stretches(&it.text),
                about: Shown::cut(&it.about.join("; "), LONGEST),
            })
            .collect(),
        not_compared: Sign::of(Section::NotCompared),
    }
}
