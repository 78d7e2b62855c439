//! What all parts of a report have in common: its matters, and how ids, places and questions are called.

use crate::finding::{Finding, FindingId, Report, Section};
use crate::model::ClaimId;
use crate::render::Options;
use crate::render::phrase::{self, Topics};
use crate::render::place::Places;

/// What deserves a look, with what is told under it.
#[derive(Clone, Copy)]
pub(super) struct Matter<'r> {
    /// Its number, from 1.
    pub(super) number: usize,
    pub(super) finding: &'r Finding,
    pub(super) folded: &'r [Finding],
}

/// A report as it is told at a terminal.
pub(super) struct Story<'r> {
    pub(super) report: &'r Report<'r>,
    pub(super) topics: Topics<'r>,
    pub(super) places: Places,
    /// Conflicts, then warnings.
    pub(super) matters: Vec<Matter<'r>>,
    /// Whether agreements are listed, and not only counted.
    pub(super) lists_agreements: bool,
    /// Whether matters differ in importance.
    ranks: bool,
}

impl<'r> Story<'r> {
    pub(super) fn new(report: &'r Report<'r>, options: &Options) -> Self {
        let found = [Section::Conflicts, Section::Warnings];
        let found = found
            .into_iter()
            .flat_map(|section| report.matters(section));
        let matters: Vec<Matter<'r>> = (1..)
            .zip(found)
            .map(|(number, (finding, folded))| Matter {
                number,
                finding,
                folded,
            })
            .collect();
        Self {
            topics: Topics::of(report),
            places: Places::new(report.corpus, &claims(report)),
            lists_agreements: options.agreements || report.all,
            report,
            matters,
            ranks: phrase::importance_differs(report),
        }
    }

    /// As much of an id as stands for no other.
    pub(super) fn id(&self, id: FindingId) -> String {
        let mut text = id.to_string();
        text.truncate(self.report.id_digits);
        text
    }

    /// How important a finding is, where they differ in that.
    pub(super) fn importance(&self, finding: &Finding) -> Option<&'static str> {
        phrase::importance(finding.importance).filter(|_| self.ranks)
    }
}

/// The claims whose places the report shows.
fn claims(report: &Report<'_>) -> Vec<ClaimId> {
    let sections = [Section::Conflicts, Section::Warnings, Section::NotCompared];
    let findings = sections
        .into_iter()
        .flat_map(|section| report.of_section(section));
    let positions = findings.flat_map(|finding| &finding.positions);
    positions.flat_map(|it| it.claims.iter().copied()).collect()
}
