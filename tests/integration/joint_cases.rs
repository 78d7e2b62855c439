//! Small stories with one trap each: what is found, sentence by sentence, or that nothing is.

use gainsay::finding::Level;

use crate::joint::found;

/// Claims as subject, property, value and anything else, one article for each slice.
type Claims<'a> = &'a [&'a [(&'a str, &'a str, &'a str)]];

/// The messages without their ids.
fn messages(vocabulary: &str, articles: Claims<'_>) -> Vec<String> {
    let texts: Vec<String> = ["a", "b", "c", "d", "e"]
        .iter()
        .zip(articles)
        .map(|(id, claims)| {
            let rows = claims.iter().map(|(subject, property, value)| {
                format!("  - {{subject: {subject}, property: {property}, value: {value}}}\n")
            });
            format!(
                "article: {{id: {id}}}\nclaims:\n{}",
                rows.collect::<String>()
            )
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let (joint, _) = found(&texts, vocabulary);
    joint
        .into_iter()
        .map(|(text, _)| text.split_once(' ').unwrap().1.to_owned())
        .collect()
}

const EVENTS: &str = "entities: {one: {kind: event}, two: {kind: event}, three: {kind: event}, \
    four: {kind: event}, five: {kind: event}}\nproperties: {date: {kind: date}}\n";

fn dates(rule: &str) -> String {
    format!(
        "properties: {{charged: {{kind: date}}, tried: {{kind: date}}}}\nrules: [{{name: r, holds: {rule}}}]\n"
    )
}

#[test]
fn a_chain_through_five_articles_reads_forward() {
    let found = messages(
        EVENTS,
        &[
            &[("two", "date", "3 days after the one")],
            &[("three", "date", "2 days after the two")],
            &[("four", "date", "1 day after the three")],
            &[("five", "date", "4 days after the four")],
            &[
                ("one", "date", "1 June 2018"),
                ("five", "date", "12 June 2018"),
            ],
        ],
    );
    assert_eq!(
        found,
        [
            "e dates one 1 June 2018; a dates two 3 days after the one; b dates three 2 days after \
             the two; c dates four 1 day after the three; d dates five 4 days after the four, so \
             that five is 11 June 2018; but e dates five 12 June 2018"
        ]
    );
}

#[test]
fn two_contradictions_of_one_part_are_two() {
    let found = messages(
        EVENTS,
        &[
            &[
                ("two", "date", "3 days after the one"),
                ("one", "date", "1 June 2018"),
            ],
            &[("two", "date", "5 June 2018")],
            &[
                ("three", "date", "2 days after the two"),
                ("four", "date", "1 day after the three"),
            ],
            &[("four", "date", "4 days after the two")],
        ],
    );
    assert_eq!(found.len(), 2, "{found:#?}");
}

#[test]
fn strictness_alone_can_contradict() {
    let story: Claims<'_> = &[
        &[("Ann Lee", "charged", "6 June 2018")],
        &[("Ann Lee", "tried", "6 June 2018")],
    ];
    assert_eq!(
        messages(&dates("charged < tried"), story),
        [
            "a dates charged 6 June 2018; by rule charged < tried, so that tried is 7 June 2018 \
             or later; but b dates tried 6 June 2018"
        ]
    );
    assert_eq!(messages(&dates("charged <= tried"), story), [""; 0]);
    let numbers = "rules: [{name: r, holds: least < most}]";
    let story: Claims<'_> = &[
        &[("x", "least", "at least 6")],
        &[("x", "most", "at most 6")],
    ];
    assert_eq!(messages(numbers, story).len(), 1);
    assert_eq!(messages(&numbers.replace('<', "<="), story), [""; 0]);
}

#[test]
fn a_union_can_make_a_contradiction_vanish() {
    let story = |value| {
        let claims: [&[(&str, &str, &str)]; 3] = [
            &[("two", "date", value)],
            &[("one", "date", "6 June 2018")],
            &[("two", "date", "3 days after the one")],
        ];
        messages(EVENTS, &claims).len()
    };
    assert_eq!(story("5 June 2018 or 8 June 2018"), 1);
    assert_eq!(story("5 June 2018 or 9 June 2018"), 0);
}

#[test]
fn slack_holds_on_either_side_and_is_said() {
    let rule = "properties: {released: {kind: date}, taken: {kind: date}, served: {kind: duration}}\n\
        rules: [{name: r, holds: served = released - taken, slack: 2 days}]\n";
    for (days, fails) in [(7, true), (8, false), (12, false), (13, true)] {
        let served = format!("exactly {days} days");
        let found = messages(
            rule,
            &[
                &[
                    ("Ann Lee", "released", "11 June 2018"),
                    ("Ann Lee", "taken", "1 June 2018"),
                ],
                &[("Ann Lee", "served", &served)],
            ],
        );
        assert_eq!(found.len(), usize::from(fails), "{days}: {found:#?}");
        assert!(
            found
                .iter()
                .all(|text| text.contains(", give or take 2 days, so that"))
        );
    }
}

#[test]
fn an_ordinal_counts_attempts() {
    let rule = "rules: [{name: r, holds: attempt = requests rejected + 1}]";
    let story = |rejected| {
        let claims: [&[(&str, &str, &str)]; 2] = [
            &[("Ann Lee", "attempt", "fourth")],
            &[("Ann Lee", "requests rejected", rejected)],
        ];
        messages(rule, &claims)
    };
    assert_eq!(story("three"), [""; 0]);
    assert_eq!(
        story("1"),
        [
            "a puts attempt at fourth; by rule attempt = requests rejected + 1, so that requests \
             rejected is 3; but b puts requests rejected at 1"
        ]
    );
}

#[test]
fn an_event_that_the_vocabulary_dates_bounds_claims() {
    let vocabulary = "entities: {vote: {kind: event, date: 2018-05-30}, recount: {kind: event}}";
    let alone = messages(vocabulary, &[&[("vote", "date", "6 June 2018")]]);
    assert_eq!(
        alone,
        ["the vocabulary dates vote 30 May 2018; but a dates vote 6 June 2018"]
    );
    let two: Claims<'_> = &[
        &[("recount", "date", "5 days after the vote")],
        &[("recount", "date", "6 June 2018")],
    ];
    assert_eq!(messages(vocabulary, two).len(), 1);
}

#[test]
fn names_with_operators_pins_and_bare_properties() {
    let quoted = "properties: {\"income - tax\": {kind: number}, \"a + b\": {kind: number}}\n\
        rules: [{name: r, holds: '\"income - tax\" < \"a + b\"'}]\n";
    let story: Claims<'_> = &[&[("x", "income - tax", "30"), ("x", "a + b", "10")]];
    assert_eq!(messages(quoted, story).len(), 1);
    let people: Claims<'_> = &[
        &[
            ("Ann Lee", "charged", "1990"),
            ("Bob Roe", "charged", "1990"),
            ("Cid Poe", "charged", "1990"),
        ],
        &[
            ("Ann Lee", "tried", "1980"),
            ("Bob Roe", "tried", "1995"),
            ("Cid Poe", "tried", "1980"),
        ],
    ];
    assert_eq!(messages(&dates("charged <= tried"), people).len(), 2);
    let pinned = dates("Ann Lee / charged <= Ann Lee / tried");
    assert_eq!(messages(&pinned, people).len(), 1);
}

#[test]
fn whole_days_are_not_held_against_lengths_of_time() {
    let night = "properties: {began: {kind: date}, ended: {kind: date}, lasted: {kind: duration}}\n\
        rules: [{name: r, holds: lasted = ended - began}]\n";
    let story = |ended, lasted| {
        let claims: [&[(&str, &str, &str)]; 2] = [
            &[("storm", "began", "6 June 2017"), ("storm", "ended", ended)],
            &[("storm", "lasted", lasted)],
        ];
        messages(night, &claims).len()
    };
    assert_eq!(story("7 June 2017", "3 hours"), 0, "over midnight");
    assert_eq!(story("8 June 2017", "3 hours"), 1);
    for (more, fits, fails) in [
        ("1 year", "6 June 2018", "8 June 2018"),
        ("1 month", "6 July 2017", "20 July 2017"),
        ("1 week", "13 June 2017", "14 June 2017"),
    ] {
        let rule = dates(&format!("tried = charged + {more}"));
        for (tried, n) in [(fits, 0), (fails, 1)] {
            let claims: [&[(&str, &str, &str)]; 2] =
                [&[("x", "charged", "6 June 2017")], &[("x", "tried", tried)]];
            assert_eq!(messages(&rule, &claims).len(), n, "{more} {tried}");
        }
    }
}

#[test]
fn an_age_counts_from_birth() {
    let rule = "properties: {age: {kind: duration, unit: year, age: true}, born: {kind: date}, \
        died: {kind: date}}\nrules: [{name: r, holds: age = died - born}]\n";
    for (born, died, n) in [
        ("6 June 1950", "7 June 2014", 1),
        ("6 June 1950", "5 June 2014", 0),
        // Sixty-three years of the calendar, and less than as many on average.
        ("1 March 1948", "1 March 2011", 0),
    ] {
        let claims: [&[(&str, &str, &str)]; 2] = [
            &[("Ann Lee", "age", "63")],
            &[("Ann Lee", "born", born), ("Ann Lee", "died", died)],
        ];
        assert_eq!(messages(rule, &claims).len(), n, "{born} {died}");
    }
}

#[test]
fn how_a_claim_is_made_decides_whether_it_counts() {
    let rule = dates("charged <= tried");
    let story = |extra: &[&str]| {
        let mut texts: Vec<String> = ["a", "b"]
            .iter()
            .zip(extra)
            .map(|(id, extra)| {
                format!("article: {{id: {id}}}\nclaims: [{{subject: Ann Lee, property: charged, value: 2019, {extra}}}]")
            })
            .collect();
        texts.push(
            "article: {id: z}\nclaims: [{subject: Ann Lee, property: tried, value: 2018}]".into(),
        );
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let levels = found(&texts, &rule).0.into_iter().map(|(_, level)| level);
        levels.collect::<Vec<Level>>()
    };
    assert_eq!(story(&["hedged: true"]), [Level::Warning]);
    assert_eq!(story(&["hedged: true", "hedged: false"]), [Level::Conflict]);
    assert_eq!(story(&["attribution: the police"]), [Level::Conflict]);
    assert_eq!(story(&["stance: denies"]), []);
    assert_eq!(story(&["where: Alabama"]), []);
    assert_eq!(story(&["when: 2019"]), []);
}

#[test]
fn readings_of_two_annotators_are_set_aside_with_all_that_follows() {
    let read = |who: &str, year: &str| {
        format!(
            "article: {{id: a, annotator: {who}}}\nclaims: [{{subject: Ann Lee, property: charged, value: {year}}}]"
        )
    };
    let tried = "article: {id: b}\nclaims: [{subject: Ann Lee, property: tried, value: 2017}]";
    let story = |one: &str, other: &str| {
        let texts = [read("JM", one), read("RK", other)];
        found(&[&texts[0], &texts[1], tried], &dates("charged <= tried"))
            .0
            .len()
    };
    assert_eq!(story("2019", "2018"), 0);
    assert_eq!(story("2019", "2019"), 1);
}

/// Twenty articles, eight values for each of six dates in a row: every earlier one against every later.
#[test]
fn many_rival_values_are_searched_through() {
    const DATES: [&str; 6] = [
        "charged",
        "indicted",
        "convicted",
        "sentenced",
        "jailed",
        "released",
    ];
    let mut vocabulary = String::from("rules:\n");
    for pair in DATES.windows(2) {
        vocabulary += &format!(
            "  - {{name: '{}', holds: {} <= {}}}\n",
            pair[1], pair[0], pair[1]
        );
    }
    vocabulary += "properties:\n";
    for name in DATES {
        vocabulary += &format!("  {name}: {{kind: date}}\n");
    }
    let year = |at: usize, article: usize| 1990 + 4 * at + article % 8;
    let texts: Vec<String> = (0..20)
        .map(|article| {
            let rows = DATES.iter().enumerate().map(|(at, name)| {
                let year = year(at, article);
                format!("  - {{subject: Ann Lee, property: {name}, value: {year}}}\n")
            });
            let rows: String = rows.collect();
            format!("article: {{id: a{article}}}\nclaims:\n{rows}")
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let (joint, _) = found(&texts, &vocabulary);
    let mut expected = 0;
    for (at, later) in (0..6).flat_map(|at| (at + 1..6).map(move |later| (at, later))) {
        for (one, other) in (0..8).flat_map(|one| (0..8).map(move |other| (one, other))) {
            expected += usize::from(year(at, one) > year(later, other));
        }
    }
    assert!(
        joint
            .iter()
            .all(|(text, _)| !text.contains("stopped at its limit"))
    );
    assert_eq!((joint.len(), expected), (30, 30));
}
