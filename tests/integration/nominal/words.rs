//! Truth, quotes and texts.

use gainsay::value::Relation::{Disjoint, Equal, Incomparable, Overlaps, Within};
use gainsay::value::{Context, Extent, Kind, Reason, Relation, Written, negate, read, relate};

use super::{check, reading, scalar};

#[test]
fn truth() {
    check(
        Kind::Truth,
        None,
        &[
            ("yes", "True", Equal),
            ("yes", "no", Disjoint),
            ("no", "not yes", Equal),
            ("not false", "yes", Equal),
            ("false", "not true", Equal),
        ],
    );
    assert!(read(&scalar("maybe"), Kind::Truth, &Context::default()).is_err());
    let denied = negate(reading("yes", Kind::Truth, None)).unwrap();
    assert_eq!(relate(&denied, &reading("no", Kind::Truth, None)), Equal);
    let Extent::Terms(set) = denied.extent else {
        panic!("a truth value is a set of names");
    };
    assert_eq!((set.name(), set.is_not()), ("no", false));
}

#[test]
fn quotations() {
    const OTHER: Relation = Incomparable(Reason::Passages);
    let table = [
        ("I am so grateful!", "“i am SO grateful…”", Equal),
        (
            "a second chance",
            "She deserves a second chance at life",
            Within,
        ),
        ("I told [the president] that", "I told him that", Within),
        ("I never … gave up", "I never, ever gave up", Within),
        ("gave up ... I never", "I never, ever gave up", Overlaps),
        ("a second chance", "a second opportunity", Overlaps),
        ("a second chance", "nobody knows the trouble", OTHER),
        ("one two three four", "three four five six", Overlaps),
        ("$5", "5", OTHER),
    ];
    check(Kind::Quotation, None, &table);
}

#[test]
fn words_that_differ_between_quotes() {
    for (left, right, expected) in [
        (
            "a second chance",
            "She deserves a second Opportunity",
            &[("chance", "Opportunity")][..],
        ),
        ("they did not know", "they did know", &[("not", "")]),
        (
            "they did … know it",
            "they did not know this",
            &[("it", "this")],
        ),
        ("one two three four", "three four five six", &[]),
        ("a second chance", "nobody knows the trouble", &[]),
    ] {
        let passage = |text| match reading(text, Kind::Quotation, None).extent {
            Extent::Quotation(passage) => passage,
            other => panic!("{other:?}"),
        };
        let found = passage(left).differences(&passage(right));
        let found: Vec<_> = found.iter().map(|(l, r)| (&**l, &**r)).collect();
        assert_eq!(found, expected, "{left} | {right}");
    }
}

#[test]
fn long_quotes_are_compared_from_both_ends() {
    let long = |middle: &str| format!("{}{middle} {}", "so ".repeat(5_000), "on ".repeat(5_000));
    let (left, right) = (long("much"), long("little"));
    check(Kind::Quotation, None, &[(&left, &right, Overlaps)]);
}

#[test]
fn texts() {
    check(
        Kind::Text,
        None,
        &[
            ("To discuss the case.", "to discuss the case", Equal),
            ("3.5", "35", Incomparable(Reason::Wording)),
        ],
    );
}

#[test]
fn what_is_no_text_is_refused_in_good_english() {
    let why = |written: &Written, kind| {
        let refusal = read(written, kind, &Context::default()).unwrap_err();
        refusal.why
    };
    let between = Written::between("Ann".into(), "Bob".into());
    assert_eq!(
        why(&between, Kind::Entity),
        "`between` does not make an entity"
    );
    assert_eq!(why(&between, Kind::Text), "`between` does not make text");
    assert_eq!(
        why(&between, Kind::Place),
        "`between` does not make a place"
    );
    let list = Written::members(["Ann".into()].into(), false);
    assert_eq!(why(&list, Kind::Entity), "a list is not an entity");
    assert_eq!(why(&list, Kind::Money), "a list is not money");
}
