//! Times of day: how they stand to each other, and to days.

use gainsay::value::Relation::{Contains, Disjoint, Equal, Overlaps, Within};
use gainsay::value::date::{explain, read};
use gainsay::value::{Context, Extent, relate};

use super::dates::{assert_relations, listed, on, value};

#[test]
fn nights_go_on_after_midnight() {
    assert_relations(&[
        ("on Sunday night", "1 a.m. on Monday", Contains),
        ("on Sunday night", "early on Monday morning", Overlaps),
        ("on Sunday night", "Monday morning", Overlaps),
        ("on Sunday night", "11 p.m. on Sunday", Contains),
        ("on Sunday night", "7 a.m. on Monday", Disjoint),
        ("on Sunday night", "Sunday afternoon", Disjoint),
        ("on Sunday night", "1 a.m. on Sunday", Disjoint),
        ("on Sunday night", "Monday night", Disjoint),
        ("late on Sunday night", "12:30 a.m. on Monday", Contains),
        ("last night", "1 a.m. today", Contains),
        ("last night", "1 a.m. on Friday", Overlaps),
        ("tonight", "at 1 a.m. tomorrow", Contains),
        ("tonight", "1 a.m. today", Disjoint),
        ("on Sunday night", "overnight on Monday", Within),
        ("on Sunday night", "overnight on Sunday", Within),
        ("overnight", "1 a.m. today", Contains),
        ("overnight on Monday", "noon on Monday", Disjoint),
        ("midnight on Sunday", "11:45 p.m. on Sunday", Contains),
        ("midnight on Sunday", "11:45 p.m. on Saturday", Contains),
        ("midnight on Sunday", "12:10 a.m. on Monday", Contains),
        ("midnight on Sunday", "noon on Sunday", Disjoint),
        (
            "about 11:30 p.m. on Sunday",
            "12:10 a.m. on Monday",
            Contains,
        ),
        ("2 at night on Sunday", "2 a.m. on Monday", Contains),
        ("10 p.m. to 2 a.m. on Sunday", "1 a.m. on Monday", Contains),
        (
            "between 9 p.m. and midnight on Sunday",
            "1 a.m. on Monday",
            Disjoint,
        ),
        // Newspapers count a night to its first day.
        ("on Sunday night", "on Sunday", Within),
        ("on Sunday night", "on Monday", Overlaps),
        ("on Sunday night", "in June", Within),
        ("on Sunday night", "on Tuesday", Disjoint),
        ("on Wednesday night", "on Wednesday", Within),
        // Clocks of two zones may show different days.
        ("11 p.m. PT on June 4", "2 a.m. ET on June 5", Equal),
        ("11 p.m. PT on June 4", "11 p.m. ET on June 6", Disjoint),
    ]);
    let shown = |text: &str| value(text).describe();
    assert_eq!(
        shown("on Sunday night"),
        "3 June 2018, 18:00 to under 06:00 the next day"
    );
    assert_eq!(
        shown("10 p.m. on 4 June 2018 to 2 a.m. on 6 June 2018"),
        "4 June 2018, 21:30, to under 6 June 2018, 02:30"
    );
    assert_eq!(shown("night"), "any day, 18:00 to under 06:00 the next day");
}

#[test]
fn bounds_keep_their_times() {
    assert_relations(&[
        ("after 3 a.m. on Monday", "2 a.m. on Monday", Disjoint),
        ("after 3 a.m. on Monday", "4 a.m. on Monday", Contains),
        ("after 3 a.m. on Monday", "3 a.m. on Monday", Overlaps),
        ("after 3 a.m. on Monday", "on Tuesday", Contains),
        ("after 3 a.m. on Monday", "on Monday", Overlaps),
        ("after 3 a.m. on Monday", "on Sunday", Disjoint),
        ("since 3 a.m. on Monday", "since Monday", Within),
        ("by 10 a.m. on June 4, 2018", "at noon on Monday", Disjoint),
        (
            "by 10 a.m. on June 4, 2018",
            "10:00 a.m. on Monday",
            Contains,
        ),
        (
            "before 10 a.m. on June 4, 2018",
            "10:00 a.m. on Monday",
            Disjoint,
        ),
        ("before 10 a.m. on June 4, 2018", "on Sunday", Contains),
        (
            "before 10 a.m. on June 4, 2018",
            "by 10 a.m. on June 4, 2018",
            Within,
        ),
        ("by noon on June 4, 2018", "at noon on Monday", Contains),
        ("until 3 p.m. on June 4, 2018", "5 p.m. on Monday", Disjoint),
        // Nobody knows when an evening or a night begins.
        (
            "before the evening of June 4, 2018",
            "8 p.m. on Monday",
            Contains,
        ),
        ("after Sunday night", "1 a.m. on Monday", Contains),
        ("after midnight on Sunday", "noon on Sunday", Contains),
        ("early on Monday", "Monday evening", Disjoint),
        ("early on Monday", "2 a.m. on Monday", Contains),
        ("early on Monday", "Monday", Within),
        ("early Monday", "Monday morning", Within),
        ("late on Monday", "Monday at noon", Disjoint),
        ("late yesterday", "9 p.m. yesterday", Contains),
        ("late on Monday", "early on Tuesday", Disjoint),
        ("the end of Monday", "Monday", Equal),
        (
            "late on Sunday or early on Monday",
            "1 a.m. on Monday",
            Contains,
        ),
        (
            "late on Sunday or early on Monday",
            "noon on Monday",
            Disjoint,
        ),
        (
            "10 p.m. on Sunday to 2 a.m. on Monday",
            "1 a.m. on Monday",
            Contains,
        ),
        (
            "10 p.m. on Sunday to 2 a.m. on Monday",
            "5 a.m. on Monday",
            Disjoint,
        ),
        (
            "2018-06-04T10:00/2018-06-05T12:00",
            "June 5 at 3 p.m.",
            Disjoint,
        ),
        ("not at 3 p.m. on June 4", "June 4 at 6 p.m.", Contains),
        ("not at 3 p.m. on June 4", "June 5", Contains),
        ("3 p.m. on June 4 or later", "June 4 at noon", Disjoint),
        (
            "shortly after 3 a.m. on Monday",
            "3:20 a.m. on Monday",
            Contains,
        ),
        ("soon after 3 a.m. on Monday", "5 a.m. on Monday", Disjoint),
        (
            "just after 3 a.m. on Monday",
            "2:50 a.m. on Monday",
            Disjoint,
        ),
        (
            "shortly before midnight on Sunday",
            "11:40 p.m. on Sunday",
            Contains,
        ),
        (
            "just before midnight on Sunday",
            "12:20 a.m. on Monday",
            Disjoint,
        ),
        (
            "just past midnight on Monday",
            "12:20 a.m. on Monday",
            Contains,
        ),
        ("in the early hours of Monday", "4 a.m. on Monday", Contains),
        ("in the early hours of Monday", "on Sunday night", Within),
        ("in the small hours of Monday", "8 a.m. on Monday", Disjoint),
        (
            "in the early morning hours of Monday",
            "4 a.m. on Monday",
            Contains,
        ),
        ("just after June 4", "June 20", Contains),
    ]);
    for (words, shown) in [
        ("after 3 a.m. on Monday", "since 4 June 2018, 03:00"),
        (
            "before 10 a.m. on June 4, 2018",
            "before 4 June 2018, 10:00",
        ),
        ("by 10 a.m. on June 4, 2018", "by 4 June 2018, 10:00"),
        ("before midnight on June 4, 2018", "before 5 June 2018"),
        ("early on Monday", "4 June 2018, 00:00 to under 09:00"),
        (
            "late on Sunday or early on Monday",
            "3 June 2018, 18:00 to under 09:00 the next day",
        ),
        (
            "noon on June 4 or noon on June 6",
            "4 June 2018, 12:00 or 6 June 2018, 12:00",
        ),
        ("after 3 a.m. ET on Monday", "since 4 June 2018, 03:00 ET"),
        ("before 3 p.m.", "any day, 00:00 to under 15:00"),
    ] {
        assert_eq!(value(words).describe(), shown, "{words}");
    }
}

#[test]
fn times_that_have_no_days_yet_leave_room_for_the_next_day() {
    let read = |text| read(text, &Context::default()).expect(text).extent;
    let Extent::Relative(night) = read("last night") else {
        panic!("no offset")
    };
    assert_eq!(listed(&night.offset, |day| day.0.to_string()), "-1..0");
    let Extent::Relative(before) = read("before 3 p.m. today") else {
        panic!("no offset")
    };
    assert_eq!(listed(&before.offset, |day| day.0.to_string()), "..0");
}

#[test]
fn an_explanation_of_a_part_of_a_day_speaks_of_the_day() {
    for (words, role) in [
        ("early on Monday", "from midnight to about 9:00"),
        ("late Monday", "from about 18:00 to midnight"),
        ("the end of Monday", "all of the day is allowed"),
        ("early May", "days 1-10 of a month"),
    ] {
        let parts = explain(words, &Context::default()).expect(words);
        assert!(
            parts.iter().any(|part| part.role.contains(role)),
            "{words}: {parts:?}"
        );
    }
}

#[test]
fn a_time_of_day_alone_is_of_no_day_in_particular() {
    let said_on = |published: &str, text: &str| {
        let anchor = on(published);
        let cx = Context {
            anchor: Some(&anchor),
            ..Context::default()
        };
        read(text, &cx).expect(text)
    };
    let on_friday = said_on("2018-06-08", "04:30");
    for (text, relation) in [
        ("04:30", Equal),
        ("5:45 a.m.", Disjoint),
        ("04:30 on 7 June 2018", Contains),
    ] {
        let on_saturday = said_on("2018-06-09", text);
        assert_eq!(relate(&on_friday, &on_saturday), relation, "{text}");
    }
    assert_eq!(on_friday.describe(), "any day, 04:30");
}
