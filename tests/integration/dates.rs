//! Dates, by tables: what is read as which days, what is refused, what counts from an unknown day.

use std::ops::Bound;

use gainsay::value::date::{describe, explain, is_date, read, read_between};
use gainsay::value::term::Entry;
use gainsay::value::{
    Context, Day, Extent, Interval, Intervals, Kind, Reason, Relation, Scheme, Value, negate,
    relate,
};

use Relation::{Contains, Disjoint, Equal, Incomparable, Overlaps, Within};

const PUBLISHED: &str = "2018-06-08";

/// The rows of a fixture, cut at the bar.
pub(super) fn rows(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split_once('|').expect("a bar in every row"))
        .map(|(words, meaning)| (words.trim(), meaning.trim()))
}

fn day(text: &str) -> Day {
    Day::from_iso(text).expect("a day")
}

pub(super) fn on(published: &str) -> Intervals<Day> {
    Interval::point(day(published)).into()
}

pub(super) fn events() -> Scheme {
    let entry = |name, aliases: &[&'static str]| Entry {
        name,
        aliases: aliases.to_vec(),
        broader: Vec::new(),
    };
    let (scheme, problems) = Scheme::names(&[
        entry("sentencing", &[]),
        entry("White House meeting", &["meeting in the Oval Office"]),
        entry("commutation", &[]),
    ]);
    assert_eq!(problems, []);
    scheme
}

/// What the words likely mean in the paper of the day.
pub(super) fn value(text: &str) -> Value {
    let anchor = on(PUBLISHED);
    read(
        text,
        &Context {
            anchor: Some(&anchor),
            ..Context::default()
        },
    )
    .unwrap_or_else(|refusal| panic!("{text}: {}", refusal.why))
    .as_likely()
    .into_owned()
}

/// The days of a value, its time left aside.
fn days(value: &Value) -> Intervals<Day> {
    value.extent.days().expect("days")
}

fn bounds<T: Copy>(part: &Interval<T>, show: impl Fn(T) -> String) -> String {
    let bound = |bound| match bound {
        Bound::Included(x) | Bound::Excluded(x) => show(x),
        Bound::Unbounded => String::new(),
    };
    format!("{}..{}", bound(part.from), bound(part.to))
}

pub(super) fn listed(set: &Intervals<Day>, show: impl Fn(Day) -> String) -> String {
    let parts: Vec<String> = set.parts().iter().map(|part| bounds(part, &show)).collect();
    parts.join(", ")
}

#[test]
fn dates_mean_these_days() {
    for (words, meaning) in rows(include_str!("../fixtures/values/dates.txt")) {
        let shown = listed(&days(&value(words)), |day| day.to_string());
        assert_eq!(shown, meaning, "{words}");
    }
}

#[test]
fn refusals_say_why_and_what_to_write() {
    let anchor = on(PUBLISHED);
    let events = events();
    let cx = Context {
        anchor: Some(&anchor),
        ..Context::default()
    };
    for (words, why) in rows(include_str!("../fixtures/values/dates-refused.txt")) {
        let refusal = read(words, &cx).expect_err(words);
        assert!(refusal.why.contains(why), "{words}: {}", refusal.why);
        assert!(!refusal.hint.is_empty(), "{words}");
    }
    let unknown = read(
        "after the trial",
        &Context {
            events: Some(&events),
            ..cx
        },
    )
    .expect_err("not declared");
    assert!(unknown.hint.contains("kind: event"), "{}", unknown.hint);
}

#[test]
fn unknown_days_leave_an_offset() {
    let events = events();
    let cx = Context {
        events: Some(&events),
        ..Context::default()
    };
    for (words, meaning) in rows(include_str!("../fixtures/values/dates-relative.txt")) {
        let value = read(words, &cx).unwrap_or_else(|refusal| panic!("{words}: {}", refusal.why));
        let Extent::Relative(date) = value.likely_extent() else {
            panic!("{words}: {:?}", value.extent);
        };
        assert_eq!(
            listed(&date.offset, |day| day.0.to_string()),
            meaning,
            "{words}"
        );
    }
}

#[test]
fn events_are_found_by_alias_and_compare_with_themselves() {
    let events = events();
    let cx = Context {
        events: Some(&events),
        ..Context::default()
    };
    let read = |text| read(text, &cx).expect(text);
    let near = read("5 days after the meeting in the Oval Office");
    assert_eq!(
        relate(&near, &read("five days after the White House meeting")),
        Equal
    );
    assert_eq!(
        relate(&near, &read("before the White House meeting")),
        Disjoint
    );
    assert_eq!(
        relate(&near, &read("after the White House meeting")),
        Within
    );
    assert!(matches!(
        relate(&near, &read("after the sentencing")),
        Incomparable(_)
    ));
    let Extent::Relative(date) = near.extent else {
        panic!("no offset")
    };
    assert_eq!(date.to_string(), "5 days after White House meeting");
}

#[test]
fn between_two_events_compares_with_what_counts_from_either() {
    let events = events();
    let cx = Context {
        events: Some(&events),
        ..Context::default()
    };
    let between = "between the meeting in the Oval Office and the commutation";
    for (other, relation) in [
        (
            "after the White House meeting and before the commutation",
            Equal,
        ),
        (
            "sometime between the White House meeting and the commutation",
            Equal,
        ),
        ("after the White House meeting", Within),
        ("before the commutation", Within),
        ("before the White House meeting", Disjoint),
        ("between the commutation and the sentencing", Disjoint),
        ("two days after the commutation", Disjoint),
        (
            "two days after the White House meeting",
            Incomparable(Reason::Anchor),
        ),
        ("after the sentencing", Incomparable(Reason::Anchor)),
    ] {
        let (left, right) = (read(between, &cx), read(other, &cx));
        let (left, right) = (left.expect(between), right.expect(other));
        assert_eq!(relate(&left, &right), relation, "{other}");
        assert_eq!(relate(&right, &left), relation.swapped(), "{other}");
    }
    let map = read_between("the sentencing", "the commutation", &cx).expect("two events");
    assert_eq!(map.describe(), "between sentencing and commutation");
    assert!(read_between("the sentencing", "6 June 2018", &cx).is_err());
    assert!(read("between the sentencing and the sentencing", &cx).is_err());
    assert!(read("between the sentencing and the verdict", &cx).is_err());
}

#[test]
fn without_a_year_only_an_anchor_says_which() {
    let cx = Context::default();
    assert!(matches!(
        read("June 6", &cx).expect("a date").extent,
        Extent::Relative(_)
    ));
    assert!(matches!(
        read("June 6, 2018", &cx).expect("a date").extent,
        Extent::Days(_)
    ));
    assert!(matches!(
        read("May to June 2018", &cx).expect("a date").extent,
        Extent::Days(_)
    ));
}

#[test]
fn later_this_week_is_more_than_a_sunday() {
    for (published, meaning) in [
        ("2018-06-10", "2018-06-10..2018-06-17"),
        ("2018-06-09", "2018-06-09..2018-06-10"),
        ("2018-06-11", "2018-06-11..2018-06-17"),
    ] {
        let anchor = on(published);
        let cx = Context {
            anchor: Some(&anchor),
            ..Context::default()
        };
        let read = read("later this week", &cx).expect("a date");
        let shown = listed(&days(&read), |day| day.to_string());
        assert_eq!(shown, meaning, "{published}");
    }
}

#[test]
fn one_that_is_no_longer_fresh_may_be_the_coming_one() {
    for (published, words, meaning) in [
        ("2018-03-20", "December", "2017-12-01..2017-12-31"),
        (
            "2018-03-20",
            "November 30",
            "2017-11-30..2017-11-30, 2018-11-30..2018-11-30",
        ),
        ("2018-02-10", "December", "2017-12-01..2017-12-31"),
        ("2018-04-20", "January", "2018-01-01..2018-01-31"),
        ("2018-12-20", "September 3", "2018-09-03..2018-09-03"),
        ("2018-09-30", "May", "2018-05-01..2018-05-31"),
        ("2018-11-01", "May", "2018-05-01..2018-05-31"),
        ("2018-11-01", "February", "2019-02-01..2019-02-28"),
        (
            "2018-02-12",
            "July 13",
            "2017-07-13..2017-07-13, 2018-07-13..2018-07-13",
        ),
        ("2018-05-12", "July 13", "2018-07-13..2018-07-13"),
    ] {
        let anchor = on(published);
        let cx = Context {
            anchor: Some(&anchor),
            ..Context::default()
        };
        let value = read(words, &cx).expect(words);
        let shown = listed(&days(&value.as_likely()), |day| day.to_string());
        assert_eq!(shown, meaning, "{words}, {published}");
    }
}

#[test]
fn between_takes_two_dates() {
    let cx = Context::default();
    let between = |from, to| read_between(from, to, &cx);
    let value = between("May 2018", "6 June 2018").expect("a range");
    assert_eq!(describe(&days(&value)), "1 May to 6 June 2018");
    assert!(between("6 June 2018", "May 2018").is_err());
    assert!(between("soon", "May 2018").is_err());
}

/// How values stand, from both sides.
pub(super) fn assert_relations(rows: &[(&str, &str, Relation)]) {
    let mut wrong = Vec::new();
    for (left, right, relation) in rows {
        let (a, b) = (value(left), value(right));
        let found = relate(&a, &b);
        if found != *relation {
            let (a, b) = (a.describe(), b.describe());
            wrong.push(format!(
                "{left} ({a}) / {right} ({b}): {found:?}, not {relation:?}"
            ));
        } else if relate(&b, &a) != relation.swapped() {
            wrong.push(format!("{right} / {left}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn relations_are_those_of_sets_of_days() {
    assert_relations(&[
        ("June 2018", "2018-06", Equal),
        ("6 June 2018", "June 2018", Within),
        ("2018", "Q2 2018", Contains),
        ("late May 2018", "after May 25, 2018", Overlaps),
        ("before June 6, 2018", "June 6", Disjoint),
        ("before June 6", "June 6", Disjoint),
        ("before Friday", "Wednesday", Contains),
        ("since June 6", "June 6", Contains),
        ("last Wednesday", "May 30", Contains),
        ("1996", "not 1996", Disjoint),
        // Times compare only within one day.
        ("Wednesday afternoon", "Wednesday at 3 p.m.", Contains),
        ("Wednesday morning", "Wednesday at 3 p.m.", Disjoint),
        ("Wednesday morning", "Wednesday", Within),
        ("3 p.m. on June 6", "2018-06-06T15:00", Contains),
        ("June 6 at 3:10 p.m.", "June 6 at 3:40 p.m.", Disjoint),
        ("June 6 at 10 p.m.", "June 6 at 11 p.m.", Disjoint),
        ("June 6 at 10 p.m.", "June 6 at 10:10 p.m.", Contains),
        ("June 6 at 3 p.m.", "June 7 at 3 p.m.", Disjoint),
        (
            "June 6 at 3:10 p.m. ET",
            "June 6 at 7:10 p.m. GMT",
            Overlaps,
        ),
        ("before 3 p.m. on June 6, 2018", "June 6", Overlaps),
    ]);
}

#[test]
fn hedges_are_kept() {
    assert_eq!(value("circa 1996").hedge, Some("about"));
    assert_eq!(value("1996~").hedge, Some("about"));
    assert_eq!(value("more than 20 years ago").hedge, Some("more than"));
    assert_eq!(value("1996").hedge, None);
    assert_eq!(value("1996").kind, Kind::Date);
}

#[test]
fn descriptions_are_those_of_newspapers() {
    for words in [
        "2018",
        "the 1990s",
        "June 2018",
        "6 June 2018",
        "4 to 6 June 2018",
        "30 May to 3 June 2018",
        "May to June 2018",
        "1996 to 1998",
        "30 May or 6 June 2018",
        "6 or 13 June 2018",
        "before 6 June 2018",
        "before 2018",
        "since June 2018",
        "not 1996",
    ] {
        assert_eq!(describe(&days(&value(words))), words);
    }
    let anything = negate(value("not 1996")).expect("a complement");
    assert_eq!(describe(&days(&anything)), "1996");
}

#[test]
fn words_alone_show_a_date() {
    for words in [
        "1996",
        "June 2018",
        "yesterday",
        "two days ago",
        "Wednesday",
        "2018-06-06",
        "circa 1996",
        // Refused, and still no term.
        "06/07/2018",
        "2024-09-31",
        "2024-13-01",
    ] {
        assert!(is_date(words, None), "{words}");
    }
    for words in [
        "3",
        "15",
        "4-22",
        "leader",
        "",
        "22 years",
        "1,545",
        "no",
        "almost 22 years",
        "$5",
    ] {
        assert!(!is_date(words, None), "{words}");
    }
}

#[test]
fn explanations_point_at_the_words() {
    let anchor = on(PUBLISHED);
    let cx = Context {
        anchor: Some(&anchor),
        ..Context::default()
    };
    let roles = |text: &str| -> Vec<String> {
        let parts = explain(text, &cx).expect(text);
        parts
            .iter()
            .map(|part| text[part.span.clone()].to_owned())
            .collect()
    };
    assert_eq!(roles("circa 1996"), ["circa 1996", "1996"]);
    assert_eq!(roles("before June 6"), ["before", "June 6"]);
    assert_eq!(roles("two days ago"), ["two days ago"]);
    assert_eq!(roles("early May 2018"), ["early May 2018", "May 2018"]);
    assert_eq!(
        roles("30 May or 6 June 2018"),
        ["30 May or 6 June 2018", "6 June 2018"]
    );
    assert_eq!(
        roles("more than 20 years ago"),
        ["more than 20 years ago", "more than"]
    );
}
