//! What of two articles is compared, and how sure a contradiction is: what fires, and what must stay
//! silent.

mod scope;

use gainsay::check::Selection;
use gainsay::finding::{Finding, Level};
use gainsay::value::{Context, Kind, Written, read};

use crate::parse::load_texts;

/// The findings on some files.
fn findings_of(files: &[String]) -> Vec<Finding> {
    let (corpus, problems) = load_texts(files);
    let report = gainsay::examine(&corpus, problems, &Selection::default(), false).unwrap();
    assert!(report.diagnostics.is_empty(), "{:#?}", report.diagnostics);
    report.findings
}

/// The findings on articles that each give one answer to one question.
fn findings(question: (&str, &str), answers: &[(&str, &str)], vocabulary: &str) -> Vec<Finding> {
    let (subject, property) = question;
    let articles = answers.iter().enumerate().map(|(at, (published, value))| {
        format!(
            "article: {{id: p{at}, published: {published}}}\nclaims:\n  \
             - {{subject: {subject}, property: {property}, value: {value}}}\n"
        )
    });
    let vocabulary = Some(vocabulary.to_owned()).filter(|text| !text.is_empty());
    findings_of(&articles.chain(vocabulary).collect::<Vec<_>>())
}

/// The level of what is said of the question, a note where nothing is, and the reason of a doubt.
fn level(question: (&str, &str), answers: &[(&str, &str)], vocabulary: &str) -> (Level, String) {
    let findings = findings(question, answers, vocabulary);
    assert!(findings.len() < 2, "{findings:#?}");
    said(findings)
}

/// The level of the first finding and the reason of a doubt; a note where there is none.
fn said(findings: Vec<Finding>) -> (Level, String) {
    let found = findings.into_iter().next();
    found.map_or((Level::Note, String::new()), |finding| {
        (finding.level, finding.reason.unwrap_or_default())
    })
}

const AGE: &str = "properties: {age: {kind: duration, age: true}}";

#[test]
fn nobody_is_of_one_age_for_two_years() {
    let ages = |answers: &[(&str, &str)]| level(("Ida Pell", "age"), answers, AGE).0;
    for (answers, expected) in [
        (
            [("2020-03-05", "41"), ("2021-06-01", "41")],
            Level::Conflict,
        ),
        (
            [("2020-03-05", "41"), ("2021-03-09", "41")],
            Level::Conflict,
        ),
        // The birthday may lie between the day of writing and the day of printing.
        ([("2020-03-05", "41"), ("2021-03-05", "41")], Level::Warning),
        ([("2020-03-05", "41"), ("2021-03-06", "41")], Level::Warning),
        (
            [("2020-03-05", "41"), ("2021-03-04", "41")],
            Level::Agreement,
        ),
        (
            [("2020-03-05", "41"), ("2020-03-05", "41")],
            Level::Agreement,
        ),
        ([("2020-03-05", "41"), ("2021-06-01", "42")], Level::Note),
        (
            [("2020-03-05", "41"), ("2024-06-01", "in her 40s")],
            Level::Agreement,
        ),
        (
            [("2020-03-05", "at least 41"), ("2009-06-01", "41")],
            Level::Agreement,
        ),
    ] {
        assert_eq!(ages(&answers), expected, "{answers:?}");
    }
}

#[test]
fn of_many_equal_ages_those_far_apart_stand_against_each_other() {
    let answers = [
        ("2020-03-05", "41"),
        ("2020-11-01", "41"),
        ("2021-06-01", "41"),
    ];
    let found = findings(("Ida Pell", "age"), &answers, AGE);
    let [finding] = found.as_slice() else {
        panic!("{found:#?}");
    };
    assert_eq!(finding.level, Level::Conflict);
    let opposed: Vec<usize> = finding.opposed().map(|at| at.claims.len()).collect();
    assert_eq!(opposed, [2, 1]);
    let why = &finding.oppositions[0].why;
    assert!(why.contains("born 6 March 1978 to 5 March 1979"), "{why}");
    assert!(finding.message.contains("on 1 June 2021"), "{finding:#?}");
}

#[test]
fn names_and_codes_that_read_as_amounts_or_days_are_never_sure_and_never_silent() {
    let day = ["2019-04-20", "2019-05-02"];
    let of = |property: &str, left: &str, right: &str| {
        level(
            ("the guest", property),
            &[(day[0], left), (day[1], right)],
            "",
        )
    };
    for (property, left, right) in [
        ("daughter", "June", "August"),
        ("gate", "4B", "7B"),
        ("rank", "second", "first"),
    ] {
        let (level, reason) = of(property, left, right);
        assert_eq!(level, Level::Warning, "{property}: {left}, {right}");
        assert!(
            reason.contains("declare the property with `kind:"),
            "{reason}"
        );
    }
    assert_eq!(of("daughter", "June", "June").0, Level::Agreement);
    assert_eq!(of("gate", "4B", "4B").0, Level::Agreement);
    // One name, in papers of different years.
    let years = [("2017-01-20", "June"), ("2019-08-02", "June")];
    assert_eq!(
        level(("the guest", "daughter"), &years, "").0,
        Level::Agreement
    );
    // A letter before figures is no amount.
    assert_eq!(of("road", "A4", "A6").0, Level::Note);
    assert_eq!(of("sheet", "A4", "A4").0, Level::Agreement);
}

#[test]
fn a_bare_figure_beside_percents_may_be_one_whatever_is_counted() {
    let of = |left: &str, right: &str| {
        let answers = [("2022-02-08", left), ("2022-02-08", right)];
        level(("the flood", "shops without water"), &answers, "").0
    };
    assert_eq!(of("60", "15 percent"), Level::Warning);
    assert_eq!(of("60 shops", "15 percent"), Level::Note);
    assert_eq!(of("6100", "15 percent"), Level::Note);
    assert_eq!(of("15", "15 percent"), Level::Agreement);
}

#[test]
fn where_something_was_counted_falls_away_if_the_question_says_it() {
    let of = |left: &str, right: &str| {
        let answers = [("2022-02-08", left), ("2022-02-08", right)];
        level(("mill fire", "hurt"), &answers, "")
    };
    for (left, right, expected) in [
        ("9 people hurt in the fire", "7", Level::Conflict),
        (
            "9 people hurt in the mill fire",
            "7 people",
            Level::Conflict,
        ),
        ("9 people in the fire", "9 people hurt", Level::Agreement),
        ("9 people hurt in the east wing", "7", Level::Warning),
        (
            "9 people in the east wing",
            "7 people in the west wing",
            Level::Warning,
        ),
        ("9 workers in the mill", "7 guests in the mill", Level::Note),
        ("four old women", "six old women", Level::Conflict),
        ("four old women", "six women", Level::Conflict),
    ] {
        let (level, reason) = of(left, right);
        assert_eq!(level, expected, "{left}, {right}: {reason}");
    }
    // What tells when, or counts again, is more than a number.
    for text in ["9 people hurt on Monday", "9 people in 3 cars"] {
        assert!(
            read(
                &Written::Scalar(text.into()),
                Kind::Number,
                &Context::default()
            )
            .is_err()
        );
    }
}

#[test]
fn a_possible_contradiction_names_only_the_doubts_that_decide() {
    let paper = |id: &str, subject: &str, value: &str| {
        format!(
            "article: {{id: {id}, published: 2018-06-06}}\nclaims:\n  \
             - {{subject: {subject}, property: date, value: {value}}}\n"
        )
    };
    let events = "entities: {vote: {kind: event}, recount: {kind: event}}\n\
        properties: {date: {kind: date}}\n";
    let reasons = |apart: &str| -> Vec<Option<String>> {
        let files = [
            paper("a", "vote", "on Thursday"),
            paper("b", "recount", "in August"),
            paper("c", "recount", apart),
            events.to_owned(),
        ];
        let found = findings_of(&files).into_iter();
        let joint = found.filter(|finding| finding.subject.is_none());
        joint.map(|finding| finding.reason).collect()
    };
    // August 2017 would do, and the coming Thursday would not.
    assert_eq!(
        reasons("at least 200 days before the vote"),
        [Some("unless the article looks back".to_owned())]
    );
    assert_eq!(reasons("after the vote"), []);
}

#[test]
fn what_changes_on_many_days_is_compared_as_on_few() {
    let story = |days: i32, last: &str| {
        let first = gainsay::value::Day::from_iso("2015-01-01").unwrap();
        let articles = (0..days).map(|at| {
            let day = gainsay::value::Day(first.0 + at);
            let value = (at + 100).to_string();
            let value = if at + 1 == days { last } else { &value };
            format!(
                "article: {{id: p{at}, published: {day}}}\nclaims:\n  \
                 - {{subject: flood, property: dead, value: {value}}}\n"
            )
        });
        let vocabulary = "properties: {dead: {kind: number, changes: grows}}\n".to_owned();
        let found = findings_of(&articles.chain([vocabulary]).collect::<Vec<_>>());
        let mut levels = found.iter().map(|finding| finding.level);
        levels.find(|level| *level < Level::Note)
    };
    for days in [3, 90] {
        assert_eq!(story(days, "500"), None, "{days}");
        assert_eq!(story(days, "50"), Some(Level::Conflict), "{days}");
    }
}

#[test]
fn of_many_full_names_each_is_held_against_others() {
    let first = ["Ada", "Bruno", "Clara", "Doris", "Emil", "Frieda", "Gustav"];
    let last = [
        "Holm",
        "Berger",
        "Stanwick",
        "Okafor",
        "Quist",
        "Lindqvist",
        "Marchetti",
        "Novak",
        "Tanaka",
        "Ferreira",
        "Ivers",
        "Pell",
        "Zeller",
        "Dunmore",
        "Vasquez",
    ];
    let names = first
        .iter()
        .flat_map(|first| last.iter().map(move |last| format!("{first} {last}")));
    let names: Vec<String> = names.collect();
    let answers: Vec<(&str, &str)> = names
        .iter()
        .map(|name| ("2020-01-01", name.as_str()))
        .collect();
    let vocabulary = "properties: {mayor: {kind: entity}}";
    let found = findings(("Lund", "mayor"), &answers, vocabulary);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].positions.len(), names.len());
    let alone = found[0]
        .positions
        .iter()
        .filter(|position| position.against.is_empty());
    let alone: Vec<&str> = alone.map(|position| position.value.as_str()).collect();
    assert_eq!(alone, [""; 0]);
}

#[test]
fn a_part_that_is_told_by_an_adverb_is_compared_with_a_whole_as_other_parts_are() {
    let levels = |left: &str, right: &str| {
        let answers = [("2020-01-01", left), ("2020-01-01", right)];
        level(("ferry", "injured"), &answers, "")
    };
    // Who says that there were none says so of all.
    assert_eq!(
        levels("nobody", "two passengers slightly").0,
        Level::Conflict
    );
    assert_eq!(levels("none", "two slightly").0, Level::Conflict);
    let (found, reason) = levels("five", "two people slightly");
    assert_eq!(found, Level::Warning);
    assert_eq!(
        reason,
        "unless the other figure counts more than those slightly so"
    );
    let (found, reason) = levels("five", "two seriously injured");
    assert_eq!(found, Level::Warning);
    assert_eq!(
        reason,
        "unless the other figure counts more than those seriously injured"
    );
    assert_eq!(
        levels("two slightly", "two people slightly").0,
        Level::Agreement
    );
}
