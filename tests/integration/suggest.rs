//! `gainsay vocabulary`: followed blindly, its stanza loses nothing that was found.

use std::path::PathBuf;

use gainsay::check::Selection;
use gainsay::finding::{Level, Report};
use gainsay::parse::{self, Inputs};
use gainsay::suggest::{Sort, keeps, stanza, suggestions, weigh};

fn inputs(paths: &[&str], stdin: Option<&str>) -> Inputs {
    Inputs {
        paths: paths.iter().map(PathBuf::from).collect(),
        stdin: stdin.map(|text| text.as_bytes().to_vec()),
    }
}

/// What is suggested for some files, and what holds with all of it.
fn with<R>(paths: &[&str], look: impl FnOnce(&Report<'_>, &str, &Report<'_>) -> R) -> R {
    let everything = Selection::everything(None);
    let (corpus, problems) = parse::load(&inputs(paths, None));
    let before = gainsay::examine(&corpus, problems, &everything, false).unwrap();
    let suggested = weigh(suggestions(&before), &mut |stanza| {
        let (corpus, problems) = parse::load(&inputs(paths, Some(stanza)));
        let after = gainsay::examine(&corpus, problems, &everything, false).unwrap();
        keeps(&before, &after)
    });
    let stanza = stanza(&suggested);
    let (corpus, problems) = parse::load(&inputs(paths, Some(&stanza)));
    let after = gainsay::examine(&corpus, problems, &everything, false).unwrap();
    look(&before, &stanza, &after)
}

/// The articles of a story without its vocabulary, as somebody begins.
fn articles(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let yaml = paths.filter(|path| path.extension().is_some_and(|it| it == "yaml"));
    let own = yaml.filter(|path| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        !["vocabulary", "rulings"].contains(&name.as_str())
    });
    let mut paths: Vec<String> = own
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    paths.sort();
    paths
}

#[test]
fn no_story_loses_a_contradiction_by_all_that_is_suggested() {
    let mut folders: Vec<String> = [
        "tests/fixtures/stories/footbridge",
        "tests/fixtures/stories/strike",
        "claims/alice-johnson",
        "example",
        BEGUN,
    ]
    .map(str::to_owned)
    .into();
    // The files of the checks hold each sort of contradiction.
    for entry in std::fs::read_dir("tests/fixtures/checks").unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            folders.push(path.to_string_lossy().into_owned());
        }
    }
    assert!(folders.len() > 15, "{folders:?}");
    for folder in &folders {
        let folder = folder.as_str();
        let own = articles(folder);
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        for paths in [&[folder][..], &own[..]] {
            with(paths, |before, stanza, after| {
                assert!(keeps(before, after), "{paths:?}\n{stanza}");
                let errors = |report: &Report<'_>| {
                    report.diagnostics.iter().filter(|it| it.is_error()).count()
                };
                // A stanza of comments alone is a file that holds nothing.
                let is_empty = stanza
                    .lines()
                    .all(|line| line.trim_start().starts_with('#'));
                assert!(
                    is_empty || errors(after) == errors(before),
                    "{paths:?}\n{stanza}"
                );
            });
        }
    }
}

/// Five articles as somebody annotates them who has read the first page of the guide.
const BEGUN: &str = "tests/fixtures/begun";

#[test]
fn the_second_report_of_a_new_story_is_the_good_one() {
    // What an editor would want to be told of these five: subject and property, by any of its labels.
    let sharpest = [
        ("ferry crash", "injured"),
        ("ferry crash", "time"),
        ("ferry crash", "cause"),
        ("Viktor Brandis", "age"),
        ("Maren", "built in"),
        ("Maren", "speed"),
        ("Maren", "last inspection"),
        ("pier", "cost of repair"),
        ("ferry traffic", "resumes"),
    ];
    let told = |report: &Report<'_>| {
        let sharp = report
            .findings
            .iter()
            .filter(|it| it.level <= Level::Warning);
        let told: Vec<(String, String)> = sharp
            .filter_map(|it| Some((it.subject.clone()?, it.property.clone()?)))
            .collect();
        let is_told = |(subject, property): &&(&str, &str)| {
            told.iter().any(|it| it.0 == *subject && it.1 == *property)
        };
        sharpest.iter().filter(is_told).count()
    };
    with(&[BEGUN], |before, stanza, after| {
        assert_eq!((told(before), told(after)), (6, 9), "{stanza}");
        assert!(keeps(before, after), "{stanza}");
    });
}

#[test]
fn the_usual_spelling_is_kept_and_of_two_as_usual_the_one_that_articles_have() {
    let story = |one: &str, other: &str| {
        let claims = |id: &str, label: &str| {
            format!(
                "article: {{id: {id}}}\nclaims:\n  - {{subject: mill fire, property: {label}, value: 3, quote: three people were injured}}\n"
            )
        };
        format!("{}---\n{}", claims("post", one), claims("wire", other))
    };
    for (one, other) in [("injurd", "injured"), ("injured", "injurd")] {
        let text = story(one, other);
        let (corpus, problems) = parse::load(&inputs(&[], Some(&text)));
        let everything = Selection::everything(None);
        let report = gainsay::examine(&corpus, problems, &everything, false).unwrap();
        let labels = suggestions(&report);
        let names: Vec<&str> = labels.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["injured"], "{text}");
        assert_eq!(labels[0].values, ["injurd"]);
    }
}

const STORY: &str = "tests/fixtures/suggest";

#[test]
fn a_new_story_gets_its_terms_labels_names_and_dates_and_then_tells_more() {
    with(&[STORY], |before, stanza, after| {
        insta::assert_snapshot!(stanza);
        assert!(after.summary.conflicts > before.summary.conflicts);
        let left: Vec<Sort> = suggestions(after).iter().map(|it| it.sort).collect();
        assert!(
            !left.contains(&Sort::Label) && !left.contains(&Sort::Name),
            "{left:?}"
        );
    });
}

#[test]
fn what_is_compared_already_wants_no_vocabulary() {
    with(
        &["tests/fixtures/lint/repeated-claim.yaml"],
        |before, _, _| {
            assert_eq!(suggestions(before), []);
        },
    );
}

#[test]
fn what_would_hide_something_is_a_comment() {
    let (corpus, problems) = parse::load(&inputs(&[STORY], None));
    let report = gainsay::examine(&corpus, problems, &Selection::everything(None), false).unwrap();
    let all = suggestions(&report);
    let weighed = weigh(all.clone(), &mut |stanza| !stanza.contains("\n  injured:"));
    assert_eq!(weighed.len(), all.len());
    let aside = weighed.iter().filter(|it| it.aside.is_some());
    assert_eq!(
        aside.count(),
        all.iter().filter(|it| it.name == "injured").count()
    );
}
