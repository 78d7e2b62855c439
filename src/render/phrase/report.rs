//! What stands around the findings, in words.

use super::list::count;
use crate::diagnostic;
use crate::finding::{Join, Level, Report, Section, Summary};
use crate::model::Quotes;
use crate::render::place::path;
use crate::text::FileId;

/// What the section is called.
pub(in crate::render) fn title(section: Section) -> &'static str {
    match section {
        Section::Conflicts => "Conflicts",
        Section::Warnings => "Warnings",
        Section::NotCompared => "Could not be compared",
        Section::Agreements => "Agreements",
        Section::Notes => "Notes",
    }
}

/// What a report shows, in one line: "5 articles, 295 claims: 4 conflicts, 1 of them a dispute, 1 warning".
pub(in crate::render) fn head(report: &Report<'_>) -> String {
    let of = |section| report.of_section(section);
    let open = |section| of(section).filter(|finding| !finding.is_silenced());
    let disputes = open(Section::Conflicts)
        .filter(|it| it.is_dispute())
        .count();
    let shown = Summary {
        conflicts: open(Section::Conflicts).count(),
        disputes,
        ..Summary::default()
    };
    let warnings = open(Section::Warnings).count();
    let matters = of(Section::Conflicts).chain(of(Section::Warnings));
    let silenced = matters.filter(|it| it.is_silenced()).count();
    let mut found: Vec<String> = Vec::new();
    let mut add = |number: usize, words: String| found.extend((number > 0).then_some(words));
    let is_hidden = shown.conflicts == 0 && report.summary.conflicts > 0;
    let more = if is_hidden { " shown" } else { "" };
    add(1, format!("{}{more}", conflicts(&shown)));
    add(warnings, count(warnings, Level::Warning.name()));
    add(silenced, format!("{silenced} silenced by rulings"));
    format!(
        "{}, {}: {}",
        count(report.summary.articles, "article"),
        count(report.summary.claims, "claim"),
        found.join(", ")
    )
}

/// The whole run in one sentence, for whoever ran it.
pub(in crate::render) fn summary(report: &Report<'_>) -> String {
    told(report, if report.all { "" } else { " (see --all)" })
}

/// The same for whoever is sent the report, and knows no options.
pub(in crate::render) fn counts(report: &Report<'_>) -> String {
    told(report, "")
}

fn told(report: &Report<'_>, hint: &str) -> String {
    let summary = &report.summary;
    let mut words = format!(
        "{}, {}, {}: {}, {}, {}",
        count(summary.articles, "article"),
        count(summary.claims, "claim"),
        count(summary.questions, "question"),
        conflicts(summary),
        count(summary.warnings, Level::Warning.name()),
        count(summary.agreements, Level::Agreement.name()),
    );
    let met = diagnostic::count(&report.diagnostics);
    let problems = count(met, "problem");
    for (number, what) in [
        (
            summary.not_compared,
            format!("{} not compared", summary.not_compared),
        ),
        (summary.compared_in_part, in_part(summary)),
        (summary.silenced, silenced(report)),
        (summary.idle_rulings, idle(report)),
        (
            summary.hidden,
            format!("{} not shown{hint}", summary.hidden),
        ),
        (summary.drafts, waiting(summary.drafts)),
        (summary.quotes.all, quotes(summary)),
        (met, format!("{problems} in the files")),
    ] {
        if number > 0 {
            words.push_str(", ");
            words.push_str(&what);
        }
    }
    words
}

/// How many conflicts there are, and how many of them are disputes: "4 conflicts, 1 of them a dispute".
pub(in crate::render) fn conflicts(summary: &Summary) -> String {
    let number = count(summary.conflicts, Level::Conflict.name());
    match (summary.conflicts, summary.disputes) {
        (_, 0) => number,
        (1, _) => format!("{number}, a dispute"),
        (_, 1) => format!("{number}, 1 of them a dispute"),
        (_, disputes) => format!("{number}, {disputes} of them disputes"),
    }
}

/// Whether the matters of a report are of differing importance: only then it is worth a word.
pub(in crate::render) fn importance_differs(report: &Report<'_>) -> bool {
    let sections = [Section::Conflicts, Section::Warnings];
    let matters = sections.iter().flat_map(|it| report.of_section(*it));
    let mut ranks: Vec<_> = matters.map(|finding| finding.importance).collect();
    ranks.dedup();
    ranks.len() > 1
}

/// How many questions were compared only in part: what was found on them stands under its own level.
pub(in crate::render) fn in_part(summary: &Summary) -> String {
    format!("{} compared only in part", summary.compared_in_part)
}

/// How many quotes were looked up in the texts of their articles: "3 of 5 quotes looked up, 1 of them not
/// found".
pub(in crate::render) fn quotes(summary: &Summary) -> String {
    let Quotes {
        all,
        looked_up,
        found,
    } = summary.quotes;
    let words = match (looked_up, all) {
        (0, 1) => "1 quote not looked up".to_owned(),
        (0, _) => format!("none of {all} quotes looked up"),
        _ if looked_up == all => format!("{} looked up", count(all, "quote")),
        _ => format!("{looked_up} of {all} quotes looked up"),
    };
    match looked_up.saturating_sub(found) {
        0 => words,
        missing => format!("{words}, {missing} of them not found"),
    }
}

/// That drafts wait to become claims: "12 drafts wait".
pub(in crate::render) fn waiting(drafts: usize) -> String {
    let verb = if drafts == 1 { "waits" } else { "wait" };
    format!("{} {verb}", count(drafts, "draft"))
}

/// How many findings rulings silence, and in which files these are.
pub(in crate::render) fn silenced(report: &Report<'_>) -> String {
    let number = report.summary.silenced;
    match files(report, &report.silenced_in).as_str() {
        "" => format!("{number} silenced by rulings"),
        files => format!("{number} silenced by rulings in {files}"),
    }
}

/// How many rulings have no conflict any more, in which files these are, and how many let another value
/// stand than the articles now say: "2 rulings without a conflict in r.yaml, 1 of them against what is
/// said now".
pub(in crate::render) fn idle(report: &Report<'_>) -> String {
    let (idle, against) = (
        report.summary.idle_rulings,
        report.summary.contradicted_rulings,
    );
    let mut words = format!("{} without a conflict", count(idle, "ruling"));
    match files(report, &report.idle_in).as_str() {
        "" => {}
        files => words.push_str(&format!(" in {files}")),
    }
    match (idle, against) {
        (_, 0) => words,
        (1, _) => format!("{words}, against what is said now"),
        (_, against) => format!("{words}, {against} of them against what is said now"),
    }
}

/// Files, as paths in a list.
fn files(report: &Report<'_>, files: &[FileId]) -> String {
    let files = files.iter();
    let paths: Vec<_> = files.map(|&file| path(report.corpus, file)).collect();
    paths.join(", ")
}

/// What the list of joins is called.
pub(in crate::render) const JOINS: &str = "Names taken for one";

/// What to do about a join.
pub(in crate::render) const JOINS_HINT: &str = "To keep one, add the name to the aliases of the entity in a \
    vocabulary; to forbid it, add it to its `distinct from`.";

/// The name that was joined, and where: "Johnson in 003".
pub(in crate::render) fn join_name(join: &Join) -> String {
    match &join.article {
        Some(article) => format!("{} in {article}", join.name),
        None => join.name.clone(),
    }
}
