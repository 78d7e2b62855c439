//! Every check on its fixtures: small files that make it fire, and look-alikes on which it stays silent.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use gainsay::check::{Selection, Test};
use gainsay::diagnostic::Severity;
use gainsay::finding::{Check, Finding, Help, Level, Report};
use gainsay::model::Corpus;
use gainsay::parse::{self, Inputs};

/// All that was found, shown or not by default.
pub(crate) fn everything() -> Selection {
    Selection {
        level: Level::Note,
        silenced: true,
        ..Selection::default()
    }
}

/// The fixtures of a check, in the order of their names.
pub(crate) fn fixtures(check: &str) -> Vec<PathBuf> {
    let folder = Path::new("tests/fixtures/checks").join(check);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map(|entries| entries.map(|entry| entry.unwrap().path()).collect())
        .unwrap_or_default();
    files.sort();
    files
}

fn name(fixture: &Path) -> &str {
    fixture.file_stem().unwrap().to_str().unwrap()
}

/// What is only counted is counted as what is shown, with and without options, and is not shown.
#[test]
fn counts_alone_are_those_of_the_report() {
    let fixtures = Check::ALL.iter().flat_map(|check| fixtures(check.name()));
    let folders = ["claims", "tests/fixtures/stories/strike"].map(PathBuf::from);
    let mut shown = 0;
    for path in fixtures.chain(folders) {
        let inputs = Inputs {
            paths: vec![path.clone()],
            stdin: None,
        };
        let (corpus, _) = parse::load(&inputs);
        let new = Selection {
            only_new: true,
            ..Selection::default()
        };
        for selection in [Selection::default(), everything(), new] {
            let examine = |only_counts| {
                let selection = Selection {
                    only_counts,
                    ..selection.clone()
                };
                gainsay::examine(&corpus, Vec::new(), &selection, false).unwrap()
            };
            let (counts, report) = (examine(true), examine(false));
            assert_eq!(counts.summary, report.summary, "{}", path.display());
            let of_questions = |report: &Report<'_>| {
                let findings = report.findings.iter();
                let is_of_graph = |check| matches!(gainsay::check::test(check), Test::Graph(_));
                // A joint contradiction may be a possible one; it is of no one question.
                let is_of_one = |it: &&Finding| it.property.is_some() && !is_of_graph(it.check);
                findings.filter(is_of_one).count()
            };
            assert_eq!(of_questions(&counts), 0, "{}", path.display());
            shown += of_questions(&report);
        }
    }
    assert!(shown > 100, "{shown}");
}

#[test]
fn fire_and_stay_silent() {
    let mut wrong = Vec::new();
    for check in Check::ALL {
        let mut snapshot = String::new();
        for fixture in fixtures(check.name()) {
            let inputs = Inputs {
                paths: vec![
                    fixture.clone(),
                    "tests/fixtures/checks/vocabulary.yaml".into(),
                ],
                stdin: None,
            };
            let (corpus, problems) = parse::load(&inputs);
            let report = gainsay::examine(&corpus, problems, &everything(), false).unwrap();
            wrong.extend(
                broken_promises(check.name(), &fixture, &report)
                    .map(|why| format!("{}: {why}", fixture.display())),
            );
            writeln!(snapshot, "{}", name(&fixture)).unwrap();
            for finding in &report.findings {
                describe(&corpus, finding, &mut snapshot);
            }
            snapshot.push('\n');
        }
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("check-{}", check.name()), snapshot);
        });
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What the name of a fixture promises and its report does not keep.
fn broken_promises<'a>(
    check: &'a str,
    fixture: &'a Path,
    report: &'a Report<'_>,
) -> impl Iterator<Item = String> + use<'a> {
    let conflicts = || {
        let all = Check::ALL.iter();
        let conflicts = all.filter(|other| other.level() == Level::Conflict);
        conflicts.map(|other| other.name())
    };
    let found: BTreeSet<&str> = report
        .findings
        .iter()
        .flat_map(|finding| finding.also.iter().chain([&finding.check]))
        .map(|check| check.name())
        .collect();
    let errors = report
        .diagnostics
        .iter()
        .filter(|problem| problem.severity() == Severity::Error)
        .map(|problem| problem.message.clone());
    let fires = name(fixture).starts_with("fires-");
    let unkept = (found.contains(check) != fires).then(|| format!("found {found:?}"));
    let others = conflicts()
        .filter(move |other| fires && *other != check && !name(fixture).contains(other))
        .filter(move |other| found.contains(other))
        .map(|other| format!("also a {other}"));
    errors.chain(unkept).chain(others)
}

/// A finding as data, one fact on a line.
fn describe(corpus: &Corpus, finding: &Finding, out: &mut String) {
    let topic = [&finding.subject, &finding.property];
    let topic: Vec<&str> = topic.into_iter().flatten().map(String::as_str).collect();
    writeln!(
        out,
        "  {} ({}) {}",
        finding.check.name(),
        finding.level.name(),
        topic.join(" / ")
    )
    .unwrap();
    let mut line = |name: &str, text: &str| {
        if !text.is_empty() {
            writeln!(out, "    {name}: {text}").unwrap();
        }
    };
    line("message", &finding.message);
    line("reason", finding.reason.as_deref().unwrap_or_default());
    let also: Vec<&str> = finding.also.iter().map(|also| also.name()).collect();
    line("also", &also.join(", "));
    let helps: Vec<&str> = finding.helps.iter().map(Help::text).collect();
    line("helps", &helps.join("; "));
    for position in &finding.positions {
        let claims = position.claims.iter().map(|id| {
            let article = corpus.symbols.text(corpus.article_of(*id).id);
            format!("{article}:{}", corpus.place(*id).spot.line)
        });
        let against = match position.against.as_slice() {
            [] => String::new(),
            against => format!(", against {against:?}"),
        };
        line(
            "position",
            &format!(
                "{} = {}, from {}, origins {}{against}",
                position.value,
                position
                    .reading
                    .as_ref()
                    .map_or("?".into(), |value| value.describe()),
                claims.collect::<Vec<_>>().join(" "),
                position.origins.join(" + "),
            ),
        );
    }
    for opposition in &finding.oppositions {
        line(opposition.check.name(), &opposition.why);
    }
    for shared in finding.agreed.iter().flat_map(|it| &it.shared) {
        let when = shared.when.iter().map(|when| format!(", {when}"));
        let ids: Vec<&str> = shared.articles.iter().map(|id| corpus.id(*id)).collect();
        let unsure = if shared.unsure { ", unsure" } else { "" };
        line(
            "shared",
            &format!(
                "{}{}, by {}, origins {}{unsure}",
                shared.value,
                when.collect::<String>(),
                ids.join(" "),
                shared.origins.join(" + ")
            ),
        );
    }
    for added in finding.agreed.iter().flat_map(|it| &it.additions) {
        line(
            "only",
            &format!("{} {}", corpus.id(added.article), added.value),
        );
    }
    for why in finding.agreed.iter().flat_map(|it| &it.reservations) {
        line("but", &format!("{}: {}", why.sort.name(), why.text));
    }
    let silent = finding
        .silent
        .iter()
        .map(|id| corpus.symbols.text(corpus.article(*id).id));
    line("silent", &silent.collect::<Vec<_>>().join(", "));
    line("notes", &finding.notes.join("; "));
}

#[test]
fn what_is_not_known_is_no_answer_unless_it_is_declared() {
    let claims = |value: &str, more: &str| {
        format!(
            "article: {{id: mic}}\nclaims:\n  - {{subject: ferry, property: cause, value: {value}{more}}}\n---\n\
             article: {{id: axios}}\nclaims:\n  - {{subject: ferry, property: cause, value: a fire}}\n"
        )
    };
    let found = |files: String| {
        let inputs = Inputs {
            paths: Vec::new(),
            stdin: Some(files.into_bytes()),
        };
        let (corpus, problems) = parse::load(&inputs);
        let report = gainsay::examine(&corpus, problems, &everything(), false).unwrap();
        let finding = &report.findings[0];
        (
            finding.check.name(),
            finding.not_known.len(),
            finding.silent.len(),
        )
    };
    for value in [
        "unknown",
        "Not known",
        "not yet known",
        "still unclear",
        "it is not yet clear",
        "undisclosed",
        "not immediately known",
        "has not been disclosed",
        "not made public",
        "remains unknown.",
    ] {
        assert_eq!(found(claims(value, "")), ("single-source", 1, 0), "{value}");
    }
    // What is an answer.
    for value in [
        "well known",
        "clear",
        "not unknown",
        "public",
        "a known fault",
        "not certain things",
    ] {
        assert_eq!(found(claims(value, "")), ("undetermined", 0, 0), "{value}");
    }
    assert_eq!(
        found(claims("unknown", ", stance: denies")),
        ("undetermined", 0, 0)
    );
}
