//! Hours of the clock and parts of the day: which minutes the words allow.

use gainsay::value::Context;
use gainsay::value::Relation::{Contains, Disjoint, Equal, Overlaps, Within};
use gainsay::value::date::read;

use super::dates::{assert_relations, on, value};

fn assert_described(rows: &[(&str, &str)]) {
    for (words, shown) in rows {
        assert_eq!(value(words).describe(), *shown, "{words}");
    }
}

#[test]
fn a_part_of_the_day_says_which_half_an_hour_is_of() {
    assert_described(&[
        ("9:40 Tuesday night", "5 June 2018, 21:40"),
        ("at 6:10 this evening", "8 June 2018, 18:10"),
        ("11:20 last night", "7 June 2018, 23:20"),
        ("last night at 12:45", "8 June 2018, 00:45"),
        (
            "1:15 on Tuesday night",
            "5 June 2018, 01:15 or 6 June 2018, 01:15",
        ),
        (
            "12:15 a.m. on Tuesday night",
            "5 June 2018, 00:15 or 6 June 2018, 00:15",
        ),
        ("10:50 on Tuesday night", "5 June 2018, 22:50"),
        ("12:50 on Tuesday afternoon", "5 June 2018, 12:50"),
        (
            "7 o'clock on Monday morning",
            "4 June 2018, 06:30 to under 07:30",
        ),
        (
            "seven o'clock on Monday evening",
            "4 June 2018, 18:30 to under 19:30",
        ),
        ("8 tonight", "8 June 2018, 19:30 to under 20:30"),
        ("tonight at 8", "8 June 2018, 19:30 to under 20:30"),
        (
            "Monday afternoon, around 4",
            "4 June 2018, 14:30 to under 17:30",
        ),
        (
            "between 3 and 4 on Monday afternoon",
            "4 June 2018, 14:30 to under 16:30",
        ),
        (
            "from 8:40 to 10 p.m. on Monday",
            "4 June 2018, 20:40 to under 22:30",
        ),
        (
            "10:40 a.m. to 2:15 on Monday",
            "4 June 2018, 10:40 to 14:15",
        ),
        (
            "from 10:40 to 1 a.m. on Monday",
            "3 to 4 June 2018, 22:40 to under 01:30 the next day",
        ),
        ("4:05 in the evening", "any day, 16:05"),
        // No word says it.
        ("4:25 on Tuesday", "5 June 2018, 04:25 or 16:25"),
        (
            "at 4 on Tuesday",
            "5 June 2018, 03:30 to under 04:30 or 15:30 to under 16:30",
        ),
        ("04:25 on Tuesday", "5 June 2018, 04:25"),
        ("10:25 on Tuesday", "5 June 2018, 10:25"),
        // A number alone is no hour.
        ("about 4 June", "3 to 5 June 2018"),
        ("from 4 to 6 June", "4 to 6 June 2018"),
    ]);
    assert_relations(&[
        ("4:25 on Tuesday", "4:25 p.m. on Tuesday", Contains),
        ("4:25 on Tuesday", "noon on Tuesday", Disjoint),
        ("9:40 Tuesday night", "9:40 p.m. Tuesday", Equal),
        ("9:40 Tuesday night", "9:40 a.m. Tuesday", Disjoint),
    ]);
}

#[test]
fn hours_are_also_said_in_words_and_in_four_figures() {
    assert_described(&[
        ("half past six on Monday evening", "4 June 2018, 18:30"),
        ("twenty to nine on Monday morning", "4 June 2018, 08:40"),
        ("a quarter past 11 p.m. on Monday", "4 June 2018, 23:15"),
        (
            "ten minutes to midnight on Monday night",
            "4 June 2018, 23:50",
        ),
        ("five to noon on Monday", "4 June 2018, 11:55"),
        ("12 noon on Monday", "4 June 2018, 12:00"),
        ("0640 GMT on Monday", "4 June 2018, 06:40 GMT"),
        ("June 4, 1640 GMT", "4 June 2018, 16:40 GMT"),
        ("9:40 GMT on Monday", "4 June 2018, 09:40 GMT"),
        ("1640 hrs on June 4", "4 June 2018, 16:40"),
    ]);
}

#[test]
fn parts_of_parts_of_the_day_are_where_people_put_them() {
    assert_described(&[
        ("mid-morning on Monday", "4 June 2018, 08:00 to under 12:00"),
        ("midafternoon Monday", "4 June 2018, 13:30 to under 16:30"),
        ("late on Monday evening", "4 June 2018, 18:00 to 24:00"),
        ("late Monday morning", "4 June 2018, 04:00 to under 12:00"),
        (
            "early Monday afternoon",
            "4 June 2018, 12:00 to under 16:00",
        ),
        ("very early on Monday", "4 June 2018, 00:00 to under 09:00"),
        (
            "late last night",
            "7 June 2018, 22:00 to under 06:00 the next day",
        ),
        ("Monday lunchtime", "4 June 2018, 11:00 to under 15:00"),
        ("sunrise on Monday", "4 June 2018, 04:00 to under 09:00"),
        (
            "in the early hours of the morning",
            "any day, 00:00 to under 06:00",
        ),
        ("pre-dawn Monday", "4 June 2018, 00:00 to under 08:00"),
        (
            "before daybreak on Monday",
            "4 June 2018, 00:00 to under 09:00",
        ),
        (
            "after dark on Monday",
            "4 June 2018, 16:00 to under 06:00 the next day",
        ),
        ("by dawn on Thursday", "before 7 June 2018, 08:00"),
    ]);
}

#[test]
fn a_night_joins_two_days() {
    let night = "4 June 2018, 18:00 to under 06:00 the next day";
    for words in [
        "the night of June 4 into June 5",
        "the night of June 4-5",
        "the night of 4 to 5 June",
        "the night between Monday and Tuesday",
        "overnight from Monday to Tuesday",
        "overnight Monday into Tuesday",
        "overnight into Tuesday",
    ] {
        assert_eq!(value(words).describe(), night, "{words}");
    }
    assert_described(&[
        (
            "late Monday into early Tuesday",
            "4 June 2018, 18:00 to under 09:00 the next day",
        ),
        (
            "Monday night into Tuesday",
            "4 June 2018, 18:00 to under 09:00 the next day",
        ),
        ("Monday into Tuesday", "4 to 5 June 2018"),
    ]);
    assert_relations(&[
        ("overnight into Tuesday", "3 a.m. on Tuesday", Contains),
        ("overnight into Tuesday", "Monday night", Equal),
        ("overnight into Tuesday", "Tuesday night", Disjoint),
        ("the night of June 4-5", "9 a.m. on June 5", Disjoint),
        ("overnight into Tuesday", "on Tuesday", Overlaps),
        ("overnight into Tuesday", "overnight on Tuesday", Within),
    ]);
}

#[test]
fn hours_are_counted_from_a_time_of_day() {
    assert_described(&[
        (
            "an hour before noon on Monday",
            "4 June 2018, 10:01 to under 11:30",
        ),
        (
            "20 minutes after 3 p.m. on Monday",
            "4 June 2018, 15:15 to under 15:25",
        ),
        (
            "half an hour before 3 p.m. on Monday",
            "4 June 2018, 14:15 to under 14:45",
        ),
        (
            "more than two hours after 3 p.m. on Monday",
            "4 June 2018, 17:00 to under 03:00 the next day",
        ),
        (
            "minutes after noon on Monday",
            "4 June 2018, 12:01 to under 13:00",
        ),
        (
            "hours before dawn on Monday",
            "3 June 2018, 16:00 to under 07:00 the next day",
        ),
    ]);
}

#[test]
fn a_bound_by_a_time_just_past_is_no_deadline() {
    let published = |day, words| {
        let anchor = on(day);
        let cx = Context {
            anchor: Some(&anchor),
            ..Context::default()
        };
        read(words, &cx).expect(words).describe()
    };
    for (day, shown) in [
        // Tuesday, Wednesday; Friday, Saturday; Monday itself
        ("2018-06-05", "by 4 June 2018, 10:00"),
        ("2018-06-06", "by 4 June 2018, 10:00"),
        ("2018-06-08", "by 11 June 2018, 10:00"),
        ("2018-06-09", "by 11 June 2018, 10:00"),
        ("2018-06-11", "by 11 June 2018, 10:00"),
    ] {
        assert_eq!(published(day, "by 10 a.m. on Monday"), shown, "{day}");
    }
    assert_eq!(
        published("2018-06-05", "by Monday"),
        "before 12 June 2018",
        "without a time it may be a deadline"
    );
}

#[test]
fn clocks_of_two_zones_are_put_on_one() {
    assert_described(&[
        ("7.40pm BST on Monday", "4 June 2018, 19:40 BST"),
        ("7:40 p.m. Central time Monday", "4 June 2018, 19:40 CT"),
        (
            "7:40 p.m. Eastern Daylight Time on Monday",
            "4 June 2018, 19:40 ET",
        ),
        ("7:40 p.m. Pacific on Monday", "4 June 2018, 19:40 PT"),
        (
            "7:40 p.m. Central European Time on Monday",
            "4 June 2018, 19:40 CET",
        ),
        ("7:40 p.m. Moscow time on Monday", "4 June 2018, 19:40 MSK"),
        ("5:20 a.m. local time on Monday", "4 June 2018, 05:20"),
        ("5:20 a.m. (0920 GMT) on Monday", "4 June 2018, 05:20"),
        ("8:20 p.m. Monday (0020 GMT Tuesday)", "4 June 2018, 20:20"),
        ("2018-06-04T05:20:00.000Z", "4 June 2018, 05:20 GMT"),
        ("2018-06-04T05:20:00+05:30", "4 June 2018, 05:20"),
    ]);
    assert_relations(&[
        ("7:40 p.m. ET Monday", "4:40 p.m. PT Monday", Equal),
        ("7:40 p.m. ET Monday", "6:40 p.m. CT Monday", Equal),
        ("7:40 p.m. ET Monday", "7:40 p.m. PT Monday", Disjoint),
        ("11:10 p.m. PT Monday", "2:10 a.m. EDT Tuesday", Equal),
        ("8:10 p.m. BST Monday", "9:10 p.m. CEST Monday", Equal),
        // In winter and in summer alike.
        ("7:40 p.m. ET Monday", "2340 GMT Monday", Overlaps),
        ("7:40 p.m. ET Monday", "0040 GMT Tuesday", Overlaps),
        ("7:40 p.m. ET Monday", "0140 GMT Tuesday", Disjoint),
        ("after 7:40 p.m. ET Monday", "3 p.m. PT Monday", Disjoint),
        // A name of two zones is of the part of the world that is named beside it, else of either.
        ("7:40 p.m. CST Monday", "8:40 p.m. EST Monday", Equal),
        ("7:40 p.m. CST Monday", "7:40 p.m. PT Monday", Disjoint),
        ("7:40 p.m. CST Monday", "1140 GMT Monday", Overlaps),
        ("7:40 p.m. CST Monday", "0140 GMT Tuesday", Overlaps),
        ("7:40 p.m. CST Monday", "1640 GMT Monday", Disjoint),
        ("7:40 p.m. BST Monday", "1340 GMT Monday", Overlaps),
        // Where one names none, it may be anywhere.
        ("7:40 p.m. Monday", "2340 GMT Monday", Overlaps),
    ]);
}

#[test]
fn words_that_have_other_meanings_are_no_times() {
    for words in [
        "central Monday",
        "dark",
        "ten to one",
        "one to three",
        "opening",
        "8 Monday",
    ] {
        assert!(read(words, &Context::default()).is_err(), "{words}");
    }
    assert_described(&[("7:40 p.m. JST on Monday", "4 June 2018, 19:40 JST")]);
}

#[test]
fn a_time_may_follow_other_words_for_its_day() {
    assert_described(&[
        (
            "three days ago at 4 p.m.",
            "5 June 2018, 15:30 to under 16:30",
        ),
        ("4 p.m. three days ago", "5 June 2018, 15:30 to under 16:30"),
        ("Monday before noon", "4 June 2018, 00:00 to under 12:00"),
        ("Monday by noon", "4 June 2018, 00:00 to 12:00"),
        ("Monday after 4 p.m.", "4 June 2018, 16:00 to 24:00"),
        (
            "the night before last",
            "6 June 2018, 18:00 to under 06:00 the next day",
        ),
        (
            "a little after 4 p.m. on Monday",
            "4 June 2018, 16:00 to under 17:00",
        ),
        (
            "at or shortly after 4 p.m. on Monday",
            "4 June 2018, 16:00 to under 17:00",
        ),
        ("late in the day on Monday", "4 June 2018, 18:00 to 24:00"),
        (
            "nearly 4 p.m. on Monday",
            "4 June 2018, 15:00 to under 16:00",
        ),
        (
            "Monday night, June 4",
            "4 June 2018, 18:00 to under 06:00 the next day",
        ),
        (
            "Monday morning, 4 June 2018",
            "4 June 2018, 00:00 to under 12:00",
        ),
        (
            "three nights ago",
            "5 June 2018, 18:00 to under 06:00 the next day",
        ),
        (
            "between about 3 p.m. and 4 p.m. on Monday",
            "4 June 2018, 13:30 to under 16:30",
        ),
        ("past midnight on Monday", "since 4 June 2018"),
        ("24:00 on Monday", "5 June 2018, 00:00"),
        ("Monday 9-11 a.m.", "4 June 2018, 08:30 to under 11:30"),
        (
            "from 11 p.m. Monday until 3 a.m.",
            "4 June 2018, 22:30 to under 03:30 the next day",
        ),
        (
            "from 8 a.m. on Monday until noon",
            "4 June 2018, 07:30 to 12:00",
        ),
        (
            "Monday 11 p.m. to 3 a.m. Tuesday",
            "4 June 2018, 22:30 to under 03:30 the next day",
        ),
        ("ten to four on Monday afternoon", "4 June 2018, 15:50"),
        (
            "early on the morning of June 4",
            "4 June 2018, 00:00 to under 08:00",
        ),
        (
            "at the close of business on Monday",
            "4 June 2018, 15:00 to under 20:00",
        ),
    ]);
}
