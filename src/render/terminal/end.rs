//! The end of a report: where places are, the counts of the whole run, the exit status, what to do next.

use std::io;

use super::page::Page;
use super::story::Story;
use crate::finding::Finding;
use crate::render::phrase;
use crate::render::style::Role;
use crate::render::untrusted::visible;
use crate::render::{Ending, Options};
use crate::text::argument;

/// Writes it.
pub(super) fn write(page: &mut Page<'_>, story: &Story<'_>, options: &Options) -> io::Result<()> {
    if let Some(pattern) = story.places.pattern() {
        page.line(0, Role::Faint, &format!("places: {pattern}"))?;
    }
    page.line(0, Role::Heading, &phrase::summary(story.report))?;
    let Some(ending) = &options.ending else {
        return Ok(());
    };
    if let Some(open) = phrase::coverage::open(story.report.corpus) {
        page.line(0, Role::Plain, &open)?;
    }
    page.line(0, Role::Plain, &ending.status)?;
    match story.matters.first() {
        Some(matter) => next(page, story, matter.finding, ending),
        None => Ok(()),
    }
}

/// Writes the two commands for the first matter.
fn next(
    page: &mut Page<'_>,
    story: &Story<'_>,
    finding: &Finding,
    ending: &Ending,
) -> io::Result<()> {
    let (id, paths) = (story.id(finding.id), paths(ending));
    let ruling = match finding.opposed().next() {
        Some(position) => format!("stands --value {}", argument(&position.value)),
        None => "both".to_owned(),
    };
    let commands = [
        explain(story, finding, ending),
        format!("gainsay rule {id}{paths} --ruling {ruling} --by WHO --reason WHY"),
    ];
    for (label, command) in ["next:", "     "].into_iter().zip(commands) {
        // A command is copied: the terminal breaks it, which knows where it began.
        page.verbatim(&visible(&format!("{label} {command}")))?;
    }
    Ok(())
}

/// The command that shows how a finding was derived.
pub(super) fn explain(story: &Story<'_>, finding: &Finding, ending: &Ending) -> String {
    format!("gainsay explain {}{}", story.id(finding.id), paths(ending))
}

/// The command that writes down what a vocabulary could add.
pub(super) fn vocabulary(ending: &Ending) -> String {
    format!("gainsay vocabulary{}", paths(ending))
}

/// The files and folders of a command, each behind a blank.
fn paths(ending: &Ending) -> String {
    let paths = ending.paths.iter();
    paths.map(|path| format!(" {}", argument(path))).collect()
}
