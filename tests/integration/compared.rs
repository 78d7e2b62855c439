//! What of two articles is compared, and how sure a contradiction is: what fires, and what must stay
//! silent.

use std::fs;

use gainsay::check::Selection;
use gainsay::finding::{Finding, Level};
use gainsay::parse::{self, Inputs};
use gainsay::value::{Context, Kind, Written, read};

/// The findings on some files.
fn findings_of(files: &[String]) -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    for (at, text) in files.iter().enumerate() {
        fs::write(folder.path().join(format!("{at}.yaml")), text).unwrap();
    }
    let (corpus, problems) = parse::load(&Inputs {
        paths: vec![folder.path().to_owned()],
        stdin: None,
    });
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

/// Two claims on one question, each with what stands beside its value; what the finding says.
fn beside(vocabulary: &str, [left, right]: [(&str, &str); 2]) -> (Level, String) {
    let articles = [("a", left), ("b", right)].map(|(id, (value, more))| {
        format!(
            "article: {{id: {id}, published: 2024-03-20}}\nclaims:\n  \
             - {{subject: flood, property: dead, value: {value}{more}}}\n"
        )
    });
    let vocabulary = Some(vocabulary.to_owned()).filter(|text| !text.is_empty());
    let found = findings_of(&articles.into_iter().chain(vocabulary).collect::<Vec<_>>());
    let found = found.into_iter().next();
    found.map_or((Level::Note, String::new()), |finding| {
        (finding.level, finding.reason.unwrap_or_default())
    })
}

#[test]
fn claims_are_held_against_each_other_at_one_time() {
    let when = |left: &str, right: &str| {
        let [left, right] = [left, right].map(|when| format!(", when: {when}"));
        let events = "entities: {verdict: {kind: event}, hearing: {kind: event}}";
        beside(events, [("3", &left), ("5", &right)]).0
    };
    for (left, right, expected) in [
        ("2024-03-04", "2024-03-04 at 15:00", Level::Conflict),
        ("2024-03-04", "2024-03-05", Level::Note),
        // What holds for a part need not hold for the whole.
        ("2024-03-04", "March 2024", Level::Warning),
        ("March 2024", "March 2024", Level::Conflict),
        (
            "before the verdict",
            "3 days before the verdict",
            Level::Conflict,
        ),
        (
            "before the verdict",
            "3 days before the hearing",
            Level::Warning,
        ),
        ("before the verdict", "after the verdict", Level::Note),
    ] {
        assert_eq!(when(left, right), expected, "{left}, {right}");
        assert_eq!(when(right, left), expected, "{right}, {left}");
    }
}

#[test]
fn what_changes_is_held_against_each_other_on_one_day() {
    let changes = "properties: {dead: {kind: number, changes: yes}}";
    let when = |left: &str, right: &str| {
        let [left, right] = [left, right].map(|when| format!(", when: {when}"));
        beside(changes, [("3", &left), ("5", &right)])
    };
    assert_eq!(when("2024-03-04", "2024-03-04").0, Level::Conflict);
    let (level, reason) = when("March 2024", "March 2024");
    assert_eq!(level, Level::Warning);
    assert!(reason.contains("different days"), "{reason}");
}

#[test]
fn one_text_is_read_for_each_article_that_it_means_something_else_in() {
    let answers = [("2024-03-05", "on Monday"), ("2024-03-19", "on Monday")];
    let found = level(
        ("trial", "began"),
        &answers,
        "properties: {began: {kind: date}}",
    );
    assert_eq!(found.0, Level::Conflict);
    let article = |id: &str, name: &str| {
        format!(
            "article: {{id: {id}}}\nclaims:\n  \
             - {{subject: {name}, property: age, value: 40}}\n  \
             - {{subject: attack, property: attacker, value: Johnson}}\n"
        )
    };
    let vocabulary = "properties: {attacker: {kind: entity}}\n\
        entities: {Alice Johnson: {}, Jack Johnson: {}}\n";
    let files = [
        article("a", "Alice Johnson"),
        article("b", "Jack Johnson"),
        vocabulary.into(),
    ];
    let found = findings_of(&files);
    let levels: Vec<Level> = found.iter().map(|finding| finding.level).collect();
    assert!(
        levels.iter().any(|level| *level < Level::Note),
        "{found:#?}"
    );
}

#[test]
fn full_names_of_people_are_likely_two_people() {
    let mayors = |left: &str, right: &str, vocabulary: &str| {
        let answers = [("2024-03-05", left), ("2024-03-05", right)];
        let vocabulary = format!("properties: {{mayor: {{kind: entity}}}}\n{vocabulary}");
        level(("Lund", "mayor"), &answers, &vocabulary).0
    };
    assert_eq!(mayors("Ada Quill", "Bo Marsh", ""), Level::Warning);
    assert_eq!(
        mayors("Ada Quill", "Bo Marsh", "entities: {Ada Quill: {}}"),
        Level::Warning
    );
    // A surname, initials and words for somebody may be of the same person.
    assert_eq!(mayors("J. Quill", "Bo Marsh", ""), Level::Note);
    assert_eq!(mayors("Quill", "Bo Marsh", ""), Level::Note);
    assert_eq!(mayors("an elderly widow", "Bo Marsh", ""), Level::Note);
    assert_eq!(mayors("not Ada Quill", "Bo Marsh", ""), Level::Note);
}

#[test]
fn what_was_not_compared_is_noted_where_it_begins() {
    let notes = |claims: usize| {
        let claim = "  - {subject: flood, property: dead, value: 3}\n";
        let many = format!("article: {{id: a}}\nclaims:\n{}", claim.repeat(claims));
        let one = "article: {id: b}\nclaims:\n  - {subject: flood, property: dead, value: 5}\n";
        let found = findings_of(&[many, one.to_owned()]);
        found[0]
            .notes
            .iter()
            .filter(|note| note.contains("were compared"))
            .count()
    };
    assert_eq!((notes(1_000), notes(1_001)), (0, 1));
}

#[test]
fn a_later_version_takes_back_what_the_same_voice_said() {
    let contested = |earlier: &str, later: &str| {
        let paper = |about: &str, value: &str, voice: &str| {
            format!(
                "article: {{id: {about}}}\nclaims:\n  \
                 - {{subject: flood, property: dead, value: {value}{voice}}}\n"
            )
        };
        let found = findings_of(&[
            paper("a, source: Herald", "3", earlier),
            paper("b, source: Herald, revises: a", "5", later),
            paper("c, source: Post", "7", ""),
        ]);
        let mut found = found.iter().map(|finding| &finding.positions);
        found.any(|positions| {
            let at = |value: &str| {
                positions
                    .iter()
                    .position(|position| position.value == value)
            };
            let [taken_back, of_post] = ["3", "7"].map(at);
            let [Some(taken_back), Some(of_post)] = [taken_back, of_post] else {
                return false;
            };
            positions[taken_back].against.contains(&of_post)
        })
    };
    let [own, chief, mayor] = ["", ", attribution: Dan Roe", ", attribution: Ann Bell"];
    for (earlier, later, expected) in [
        (own, own, false),
        (chief, chief, false),
        (chief, own, true),
        (own, chief, true),
        (chief, mayor, true),
    ] {
        assert_eq!(contested(earlier, later), expected, "{earlier}, {later}");
    }
}

#[test]
fn what_only_grows_or_shrinks_goes_back_in_one_measure_alone() {
    let left = |changes: &str, earlier: &str, later: &str| {
        let answers = [("2024-03-01", earlier), ("2024-03-09", later)];
        let vocabulary = format!("properties: {{left: {{kind: quantity, changes: {changes}}}}}");
        level(("mill", "left"), &answers, &vocabulary).0
    };
    assert_eq!(left("grows", "20 km", "5 km"), Level::Conflict);
    assert_eq!(left("grows", "5 km", "20 km"), Level::Note);
    assert_eq!(left("grows", "20 km", "5 kg"), Level::Note);
    assert_eq!(left("shrinks", "5 km", "20 km"), Level::Conflict);
    assert_eq!(left("shrinks", "20 km", "5 km"), Level::Note);
    assert_eq!(left("shrinks", "5 km", "20 kg"), Level::Note);
}

#[test]
fn how_two_positions_stand_is_told_from_both_sides() {
    let values = ["3", "2 to 7", "at least 5", "5"];
    let articles = values.iter().enumerate().map(|(at, value)| {
        let claim = format!("{{subject: flood, property: dead, value: {value}}}");
        format!("article: {{id: a{at}}}\nclaims:\n  - {claim}\n")
    });
    let (corpus, _) = parse::load_text(&articles.collect::<Vec<_>>().join("---\n"));
    gainsay::with_graph(&corpus, false, |graph, _| {
        let question = graph.alignment.question_ids().next().unwrap();
        let standing = graph.standing(question);
        assert_eq!(standing.pairs.len(), 6);
        for pair in &standing.pairs {
            let (left, right) = (pair.left, pair.right);
            assert_eq!(standing.values(left, right), pair.values);
            assert_eq!(standing.values(right, left), pair.values.clone().swapped());
        }
    });
}

#[test]
fn a_time_that_cannot_be_read_is_told_whatever_the_value_says() {
    let told = |value: &str, limit: &str| {
        let claim = format!("{{subject: flood, property: dead, value: {value}, {limit}}}");
        let text = format!("article: {{id: a}}\nclaims:\n  - {claim}\n");
        let (corpus, problems) = parse::load_text(&text);
        let report = gainsay::examine(&corpus, problems, &Selection::default(), false).unwrap();
        let codes = report.diagnostics.iter().map(|it| it.code.name());
        codes.filter(|name| *name == "unreadable-value").count()
    };
    for value in ["3", "not known"] {
        assert_eq!(told(value, "when: before the ball"), 1, "{value}");
        assert_eq!(told(value, "said: once upon a time"), 1, "{value}");
        assert_eq!(told(value, "when: 2024-03-04"), 0, "{value}");
    }
}
