//! What was found, in one line a matter.

use std::io::{self, Write};

use super::{escape, sentence};
use crate::finding::{Report, Section};
use crate::render::phrase::{self, Topics};
use crate::render::style::{mark, mark_of};

/// Writes one line for each conflict and warning, and what to do about what could not be compared.
pub(super) fn write(
    report: &Report<'_>,
    topics: &Topics<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let sections = [Section::Conflicts, Section::Warnings];
    let matters = || sections.iter().flat_map(|it| report.of_section(*it));
    let listed = matters().take(phrase::MOST_MATTERS).map(|finding| {
        let about = escape(&topics.about(finding));
        let sides = phrase::versus(report.corpus, finding);
        let sides = escape(&sides.join(&format!(" {} ", phrase::AGAINST)));
        let sign = mark_of(finding);
        format!("- {sign} **{about}** · {sides} · {}", finding.id)
    });
    let mut lines: Vec<String> = listed.collect();
    let more = matters().count().saturating_sub(phrase::MOST_MATTERS);
    lines.extend((more > 0).then(|| format!("- and {more} more")));
    let remedies = phrase::remedies(report, topics);
    lines.extend(remedies.iter().map(|remedy| {
        let sign = mark(Section::NotCompared);
        format!("- {sign} {}", sentence(&remedy.told()))
    }));
    if lines.len() < 2 {
        return Ok(());
    }
    writeln!(out)?;
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}
