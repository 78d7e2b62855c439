//! Readings with a doubt: what dates and counts likely mean, and what they can mean beside.

use gainsay::value::Relation::{self, Contains, Disjoint, Equal, Overlaps, Within};
use gainsay::value::{Context, Kind, Value, Written, compare, negate, read};

use super::dates::on;

/// A date in a paper of Friday, 8 June 2018.
fn date(text: &str, quote: Option<&str>) -> Value {
    let anchor = on("2018-06-08");
    let cx = Context {
        anchor: Some(&anchor),
        quote,
        ..Context::default()
    };
    read(&Written::Scalar(text.into()), Kind::Date, &cx)
        .unwrap_or_else(|it| panic!("{text}: {}", it.why))
}

#[test]
fn a_doubt_goes_through_bounds_ranges_and_times() {
    for (text, shown) in [
        ("Wednesday", "likely 6 June 2018, possibly 13 June 2018"),
        (
            "on Friday",
            "likely 1 or 8 June 2018, possibly 15 June 2018",
        ),
        ("May", "likely May 2018, possibly May 2019"),
        (
            "early May",
            "likely 1 to 10 May 2018, possibly 1 to 10 May 2019",
        ),
        ("July", "likely July 2018, possibly July 2017"),
        ("June", "June 2018"),
        (
            "Wednesday at noon",
            "likely 6 June 2018, 12:00, possibly 13 June 2018, 12:00",
        ),
        (
            "the day before Wednesday",
            "likely 5 June 2018, possibly 12 June 2018",
        ),
        (
            "Monday to Wednesday",
            "likely 4 to 6 June 2018, possibly 11 to 13 June 2018",
        ),
        (
            "Tuesday or Wednesday",
            "likely 5 to 6 June 2018, possibly 12 to 13 June 2018",
        ),
        // What follows from the one follows from the other.
        ("after Wednesday", "since 7 June 2018"),
        ("since Wednesday", "since 6 June 2018"),
        // These say which.
        ("last Wednesday", "30 May or 6 June 2018"),
        ("next Wednesday", "13 June 2018"),
        ("this coming Wednesday", "13 June 2018"),
        ("May 2018", "May 2018"),
    ] {
        assert_eq!(date(text, None).describe(), shown, "{text}");
    }
}

#[test]
fn words_of_the_future_turn_what_is_likely() {
    for (text, quote, shown) in [
        (
            "Wednesday",
            "will meet on Wednesday",
            "likely 13 June 2018, possibly 6 June 2018",
        ),
        (
            "Friday",
            "is due back on Friday",
            "likely 8 or 15 June 2018, possibly 1 June 2018",
        ),
        (
            "May",
            "the hall is to open in May",
            "likely May 2019, possibly May 2018",
        ),
        (
            "June 6",
            "will meet again on June 6",
            "likely 6 June 2019, possibly 6 June 2018",
        ),
        ("June 8", "will meet on June 8", "8 June 2018"),
        (
            "after Wednesday",
            "will close after Wednesday",
            "likely since 14 June 2018, possibly 7 to 13 June 2018",
        ),
        (
            "last Wednesday",
            "will ask what was said last Wednesday",
            "30 May or 6 June 2018",
        ),
        ("6 June 2018", "will meet on 6 June 2018", "6 June 2018"),
        (
            "Wednesday",
            "Will Marsh on Wednesday",
            "likely 6 June 2018, possibly 13 June 2018",
        ),
    ] {
        assert_eq!(date(text, Some(quote)).describe(), shown, "{text}: {quote}");
    }
}

fn assert_stands(left: &Value, right: &Value, expected: (Relation, Relation), doubt: Option<&str>) {
    let found = compare(left, right);
    let shown = (left.describe(), right.describe());
    assert_eq!((found.relation, found.likely), expected, "{shown:?}");
    assert_eq!(found.doubt.as_deref(), doubt, "{shown:?}");
    let back = compare(right, left);
    assert_eq!(back, found.swapped(), "{shown:?}");
}

#[test]
fn values_stand_by_all_and_by_what_is_likely() {
    let (back, ahead) = (
        Some("unless the article looks back"),
        Some("unless the article looks ahead"),
    );
    let wednesday = date("Wednesday", None);
    let announced = date("Wednesday", Some("will meet on Wednesday"));
    assert_stands(
        &wednesday,
        &date("13 June 2018", None),
        (Contains, Disjoint),
        ahead,
    );
    assert_stands(
        &wednesday,
        &date("6 June 2018", None),
        (Contains, Equal),
        ahead,
    );
    assert_stands(
        &wednesday,
        &date("7 June 2018", None),
        (Disjoint, Disjoint),
        None,
    );
    assert_stands(
        &announced,
        &date("6 June 2018", None),
        (Contains, Disjoint),
        back,
    );
    assert_stands(
        &wednesday,
        &announced,
        (Equal, Disjoint),
        Some("unless the article looks ahead or the article looks back"),
    );
    assert_stands(
        &wednesday,
        &date("Thursday", None),
        (Disjoint, Disjoint),
        None,
    );
    assert_stands(
        &wednesday,
        &date("May 20 to June 8", None),
        (Overlaps, Within),
        ahead,
    );
    assert_stands(
        &wednesday,
        &date("after 1 June 2018", None),
        (Within, Within),
        None,
    );
}

#[test]
fn what_denies_a_doubt_excludes_nothing_for_sure() {
    let sixth = date("6 June 2018", None);
    let denied = negate(date("Wednesday", None)).expect("a date");
    assert_stands(
        &denied,
        &sixth,
        (Contains, Disjoint),
        Some("unless the article looks ahead"),
    );
    let not = date("not Wednesday", None);
    assert_stands(
        &not,
        &sixth,
        (Contains, Disjoint),
        Some("unless the article looks ahead"),
    );
    assert!(!compare(&denied, &date("13 June 2018", None)).excludes());
    assert!(!compare(&denied, &date("7 June 2018", None)).excludes());
}

#[test]
fn an_imprecise_day_of_publication_keeps_the_doubt() {
    let anchor = date("June 2018", None).extent.days().expect("days");
    let cx = Context {
        anchor: Some(&anchor),
        ..Context::default()
    };
    let value = read(&Written::Scalar("Wednesday".into()), Kind::Date, &cx).expect("a date");
    let on_day = |text: &str| date(text, None);
    // The paper may be of any day in June.
    assert!(!compare(&value, &on_day("30 May 2018")).excludes());
    assert_stands(
        &value,
        &on_day("4 July 2018"),
        (Contains, Disjoint),
        Some("unless the article looks ahead"),
    );
    assert_stands(&value, &on_day("11 July 2018"), (Disjoint, Disjoint), None);
    assert_stands(&value, &on_day("7 June 2018"), (Disjoint, Disjoint), None);
}
