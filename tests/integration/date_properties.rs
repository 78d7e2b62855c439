//! Dates, by properties: what must hold for any days, any words and any day of publication.

use std::ops::Bound::{Included, Unbounded};

use gainsay::value::date::{describe, explain, fixed_days, is_date, phrases, read};
use gainsay::value::{Context, Day, Extent, Interval, Intervals, Relation};
use proptest::prelude::*;

/// Days from 1900 to 2100 and some far off.
fn any_day() -> impl Strategy<Value = Day> + Clone {
    prop_oneof![
        6 => (-25_567..47_480_i32).prop_map(Day),
        1 => (-719_162..2_932_896_i32).prop_map(Day),
    ]
}

/// Days of three months, so that sets meet.
fn near_day() -> impl Strategy<Value = Day> + Clone {
    (17_650..17_740_i32).prop_map(Day)
}

fn any_set(day: impl Strategy<Value = Day> + Clone) -> impl Strategy<Value = Intervals<Day>> {
    let part = (day.clone(), day, 0..8_u8).prop_filter_map("reversed", |(a, b, open)| {
        Interval::new(
            if open == 0 {
                Unbounded
            } else {
                Included(a.min(b))
            },
            if open == 1 {
                Unbounded
            } else {
                Included(a.max(b))
            },
        )
    });
    prop::collection::vec(part, 1..4).prop_map(Intervals::new)
}

/// Words that count from the day of publication, in days, weeks, months and years.
fn relative_words() -> impl Strategy<Value = String> {
    let unit = prop::sample::select(vec!["day", "week", "month", "year", "decade"]);
    let pick = prop::sample::select(vec!["last", "this", "next", "the past"]);
    let named = prop::sample::select(vec![
        "Wednesday",
        "week",
        "month",
        "June",
        "year",
        "summer",
        "weekend",
        "Easter",
    ]);
    prop_oneof![
        (1..40_u32, unit).prop_map(|(n, unit)| format!("{n} {unit}s ago")),
        (pick, named).prop_map(|(pick, named)| format!("{pick} {named}")),
        prop::sample::select(vec![
            "yesterday",
            "Wednesday",
            "June 6",
            "the 6th",
            "March",
            "earlier this month",
            "late last year",
            "before Friday",
            "by Friday",
            "by the 15th",
            "until early November",
            "almost a year ago",
            "about a month ago",
            "two and a half years ago",
            "five years ago this month",
            "Thursday week",
            "in November",
            "since last week",
            "the weekend",
            "Christmas",
            "the first week of May",
            "Friday the 13th",
            "between Monday and Thursday",
            "early June",
        ])
        .prop_map(str::to_owned),
    ]
}

fn days(text: &str, anchor: &Intervals<Day>) -> Intervals<Day> {
    let cx = Context {
        anchor: Some(anchor),
        ..Context::default()
    };
    match read(text, &cx)
        .unwrap_or_else(|refusal| panic!("{text}: {}", refusal.why))
        .extent
    {
        Extent::Days(days) => days,
        other => panic!("{text}: {other:?}"),
    }
}

fn on(day: Day) -> Intervals<Day> {
    Interval::point(day).into()
}

/// Whether every day of the first set is in the second.
fn inside(part: &Intervals<Day>, whole: &Intervals<Day>) -> bool {
    matches!(part.relate(whole), Relation::Equal | Relation::Within)
}

fn moved(set: &Intervals<Day>, by: i32) -> Intervals<Day> {
    let shift = |day: Day| Day(day.0 + by);
    let parts = set.parts().iter();
    Intervals::new(
        parts
            .filter_map(|part| Interval::new(part.from.map(shift), part.to.map(shift)))
            .collect(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn descriptions_read_back(set in any_set(any_day())) {
        prop_assume!(set != Intervals::all());
        let words = describe(&set);
        prop_assert_eq!(days(&words, &on(Day(0))), set, "{}", words);
    }

    #[test]
    fn iso_days_read_back(day in any_day()) {
        let text = day.to_string();
        prop_assert_eq!(Day::from_iso(&text), Some(day));
        prop_assert_eq!(days(&text, &on(Day(0))).as_point(), Some(day));
    }

    #[test]
    fn relations_agree_with_brute_force(a in any_set(near_day()), b in any_set(near_day())) {
        let both = |f: &dyn Fn(bool, bool) -> bool| {
            (17_640..17_750).map(Day).any(|day| f(a.holds(day), b.holds(day)))
        };
        let (shared, left, right) = (both(&|a, b| a && b), both(&|a, b| a && !b), both(&|a, b| !a && b));
        let expected = match (shared, left, right) {
            (false, _, _) => Relation::Disjoint,
            (true, false, false) => Relation::Equal,
            (true, false, true) => Relation::Within,
            (true, true, false) => Relation::Contains,
            (true, true, true) => Relation::Overlaps,
        };
        prop_assert_eq!(a.relate(&b), expected);
        prop_assert_eq!(b.relate(&a), expected.swapped());
    }

    #[test]
    fn circa_only_widens(day in any_day(), form in 0..3_usize) {
        let date = day.to_string();
        let plain = [date.clone(), date[..7].to_owned(), describe(&on(day))][form].clone();
        let cx = Context::default();
        let extent = |text: &str| match read(text, &cx).map(|value| value.extent) {
            Ok(Extent::Days(days)) => Some(days),
            _ => None,
        };
        if let (Some(plain), Some(wide)) = (extent(&plain), extent(&format!("circa {plain}"))) {
            prop_assert!(inside(&plain, &wide));
        }
    }

    #[test]
    fn days_and_weeks_shift_with_the_anchor(day in any_day(), n in 1..50_u32, weeks in -50..50_i32) {
        for (words, step) in [
            (format!("{n} days ago"), 1),
            (format!("{n} weeks ago"), 7),
            ("yesterday".to_owned(), 1),
            ("last Wednesday".to_owned(), 7),
            ("Friday".to_owned(), 7),
            ("since last week".to_owned(), 7),
        ] {
            let day = Day(day.0.clamp(-600_000, 2_800_000));
            let by = weeks * step;
            let later = days(&words, &on(Day(day.0 + by)));
            prop_assert_eq!(later, moved(&days(&words, &on(day)), by), "{}", words);
        }
    }

    #[test]
    fn an_imprecise_anchor_unites_its_days(words in relative_words(), from in near_day(), length in 0..31_i32) {
        let anchor = Intervals::from(Interval::closed(from, Day(from.0 + length)).expect("in order"));
        let united = (0..=length)
            .map(|later| days(&words, &on(Day(from.0 + later))))
            .reduce(|all, more| all.union(&more))
            .expect("a day");
        prop_assert_eq!(days(&words, &anchor), united);
    }

    #[test]
    fn a_long_anchor_holds_what_its_days_hold(words in relative_words(), from in near_day(), at in 0..200_i32) {
        let anchor = Intervals::from(Interval::closed(from, Day(from.0 + 200)).expect("in order"));
        let one = days(&words, &on(Day(from.0 + at)));
        prop_assert!(inside(&one, &days(&words, &anchor)), "{}", words);
    }

    #[test]
    fn offsets_hold_what_an_anchor_gives(words in relative_words(), day in (-25_567..47_480_i32).prop_map(Day)) {
        let value = read(&words, &Context::default()).expect("a date");
        let Extent::Relative(date) = value.extent else { panic!("{words}") };
        let found = moved(&days(&words, &on(day)), -day.0);
        prop_assert!(inside(&found, &date.offset), "{}: {:?} in {:?}", words, found, date.offset);
    }

    #[test]
    fn no_words_panic(text in "\\PC{0,60}", day in any_day()) {
        let anchor = on(day);
        let cx = Context { anchor: Some(&anchor), ..Context::default() };
        let _ = (read(&text, &cx), explain(&text, &cx), is_date(&text, None), Day::from_iso(&text));
    }

    #[test]
    fn no_date_words_panic(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "the", "last", "next", "first", "two", "99999", "31", "4", "2018", "June", "Friday", "week", "years",
                "century", "decades", "ago", "of", "before", "after", "since", "between", "and", "to", "or", "-", "/",
                ",", "'", "s", "early", "late", "circa", "about", "more", "than", "not", "in", "at", "3", "p.m.",
                "Easter", "spring", "quarter", "half", "a", "weekend", "this", "that", "fiscal", "Q3", "199X", "~",
            ]),
            0..12,
        ),
        day in any_day(),
    ) {
        let text = words.join(" ");
        let anchor = on(day);
        let cx = Context { anchor: Some(&anchor), ..Context::default() };
        let _ = (read(&text, &cx), read(&text, &Context::default()), explain(&text, &cx), is_date(&text, None));
    }
}

#[test]
fn huge_texts_are_refused_in_linear_time() {
    let cx = Context::default();
    for piece in ["9", "-", "a", "a.", "June ", "first ", "\u{e9}", "1/", " "] {
        let text = piece.repeat(10_000_000 / piece.len());
        assert!(read(&text, &cx).is_err());
        assert!(!is_date(&text, None));
    }
}

#[test]
fn fixed_days_are_those_that_words_mean_without_a_day_of_publication() {
    let others = [
        "22", "1 month", "Friday", "banana", "", "-3", "1996", "44 BC",
    ];
    let examples = phrases();
    let examples = examples.iter().map(|row| row.example);
    let (mut n_fixed, mut n_others) = (0, 0);
    for text in examples.chain(others) {
        let read = read(text, &Context::default());
        let days = read.ok().and_then(|value| value.extent.days());
        assert_eq!(fixed_days(text), days, "{text}");
        *if days.is_some() {
            &mut n_fixed
        } else {
            &mut n_others
        } += 1;
    }
    assert!(n_fixed > 20 && n_others > 20, "{n_fixed} {n_others}");
}
