//! The table of readings: what is kept says what reading anew says.

use std::fs;

use gainsay::model::{ClaimId, Corpus};
use gainsay::parse::{self, Inputs};
use gainsay::reading::Readings;
use gainsay::value::term::Entry;
use gainsay::value::{
    Answer, Context, Day, Interval, Intervals, KINDS, Kind, Reading, Scheme, Words, read_text,
};

fn load(path: &std::path::Path) -> Corpus {
    let paths = vec![path.to_owned()];
    parse::load(&Inputs { paths, stdin: None }).0
}

const TEXTS: &[&str] = &[
    "3",
    "3m",
    "3-1",
    "2018-06",
    "no",
    "Monday",
    "not the driver",
    "5 km (3 miles)",
    "three ferries",
    "10 pounds",
    "almost 22 years",
    "06/07/2018",
    "on Thursday",
    "two days ago",
    "Ann Lee",
    "",
    "…",
];

#[test]
fn kept_words_have_the_values_of_words_read_anew() {
    let corpus = load("claims".as_ref());
    let readings = Readings::new(&corpus);
    let published = Intervals::from(Interval::point(Day(17_688)));
    let contexts = [
        Context::default(),
        Context {
            anchor: Some(&published),
            quote: Some("the board will meet on Thursday"),
            age: true,
            ..Context::default()
        },
    ];
    let kept: Vec<Reading> = TEXTS.iter().map(|_| Reading::default()).collect();
    let own = TEXTS.iter().zip(&kept);
    let own = own.map(|(text, reading)| (Words::new(text, reading, None), None));
    let texts = readings.texts().map(|words| (words, readings.events()));
    for (words, events) in texts.chain(own) {
        if events.is_none() {
            assert_eq!(words.kind(), Kind::infer(words.text()), "{}", words.text());
        }
        for (row, cx) in KINDS
            .iter()
            .flat_map(|row| contexts.iter().map(move |cx| (row, cx)))
        {
            let cx = Context { events, ..*cx };
            // The second asking finds what the first has kept.
            for _ in 0..2 {
                let value = words.value(row.kind, &cx);
                let anew = read_text(words.text(), row.kind, &cx);
                assert_eq!(value, anew, "{} as {}", words.text(), row.name);
            }
        }
    }
}

#[test]
fn equal_texts_are_one_and_lists_are_none() {
    let folder = tempfile::tempdir().unwrap();
    let claims = "article: {id: a}\nclaims:\n  \
        - {subject: dock fire, property: began, value: at noon, when: at dawn}\n  \
        - {subject: mill fire, property: began, value: at noon}\n  \
        - {subject: dock fire, property: ended, value: at dawn}\n  \
        - {subject: dock fire, property: crews, value: [Alden, Norland]}\n  \
        - {subject: dock fire, property: injured, value: {between: [3, 5]}}\n";
    fs::write(folder.path().join("a.yaml"), claims).unwrap();
    let corpus = load(folder.path());
    let readings = Readings::new(&corpus);
    let number = |at| readings.number(ClaimId::from_index(at));
    assert_eq!(number(0), number(1));
    assert!(number(2).is_some() && number(2) != number(0));
    assert_eq!((number(3), number(4)), (None, None));
    let texts: Vec<&str> = readings.texts().map(Words::text).collect();
    assert_eq!(texts, ["at noon", "at dawn", "3", "5"]);
    let ends = readings.answer(ClaimId::from_index(4));
    assert!(matches!(ends, Answer::Between(from, to) if (from.text(), to.text()) == ("3", "5")));
    assert!(matches!(
        readings.answer(ClaimId::from_index(3)),
        Answer::Members
    ));
}

#[test]
fn words_that_may_begin_a_name_are_those_of_names_that_are_found() {
    let names = [
        "Dock fire",
        "The St. Alden hearing",
        "J. K. Moss trial",
        "O’Rell vote",
    ];
    let entries = names.map(|name| Entry {
        name,
        ..Entry::default()
    });
    let scheme = Scheme::names(&entries).0;
    for written in [
        "dock fire",
        "the dock fire",
        "St. Alden hearing",
        "Saint Alden hearing",
    ]
    .into_iter()
    .chain([
        "J.K. Moss trial",
        "JK Moss trial",
        "O'Rell vote",
        "the O’Rell vote",
    ]) {
        assert!(scheme.find(written).is_some(), "{written}");
        let first = written.split(' ').next().unwrap();
        assert!(scheme.may_begin(first), "{written}");
    }
    for word in ["after", "days", "fire", "3", "Alden"] {
        assert!(!scheme.may_begin(word), "{word}");
    }
}
