//! Which claims are set against each other: at one time, in one voice, of one measure, of one person.

use gainsay::check::Selection;
use gainsay::finding::Level;
use gainsay::parse;

use super::{findings_of, level, said};

/// Two claims on one question, each with what stands beside its value; what the finding says.
fn beside(vocabulary: &str, [left, right]: [(&str, &str); 2]) -> (Level, String) {
    let articles = [("a", left), ("b", right)].map(|(id, (value, more))| {
        format!(
            "article: {{id: {id}, published: 2024-03-20}}\nclaims:\n  \
             - {{subject: flood, property: dead, value: {value}{more}}}\n"
        )
    });
    let vocabulary = Some(vocabulary.to_owned()).filter(|text| !text.is_empty());
    said(findings_of(
        &articles.into_iter().chain(vocabulary).collect::<Vec<_>>(),
    ))
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

#[test]
fn of_very_many_limits_those_that_meet_are_held_against_each_other() {
    let article = |id: &str, value: u32, first_year: u32, last_year: u32| {
        let years = (first_year..first_year + 39).chain([last_year]);
        let claims = years.map(|year| {
            format!("  - {{subject: mill, property: owners, value: {value}, when: {year}}}\n")
        });
        let claims: String = claims.collect();
        format!("article: {{id: {id}}}\nclaims:\n{claims}")
    };
    let found = |last_year: u32| {
        let left = article("a", 1, 1700, 1739);
        let right = article("b", 2, 1800, last_year);
        findings_of(&[left, right])[0].level
    };
    // Of 1,600 pairs of years, none or one is of the same year.
    assert_eq!(found(1839), Level::Note);
    assert_eq!(found(1739), Level::Conflict);
}
